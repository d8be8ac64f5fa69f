#include "web/lobby_cards.h"

#include "card/lobby_card.h"
#include "picture/paint.h"

namespace rialto::web {

static_assert(LobbyCards::kWide * card::kLobbyHigh == LobbyCards::kHigh * card::kLobbyWide);

std::shared_ptr<const std::string> LobbyCards::png_of(const std::string& drawing) {
  const auto mark = fingerprint_of(drawing);
  if (auto kept = kept_.find(mark)) return kept;
  auto png = picture::paint(drawing, kWide, kHigh);
  if (!png) return nullptr;
  auto fresh = std::make_shared<const std::string>(*std::move(png));
  kept_.keep(mark, fresh, fresh->size());
  return fresh;
}

}  // namespace rialto::web
