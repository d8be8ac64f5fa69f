// Lobby cards as PNG, kept by what is drawn on them, so that none is ever older than its film.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "web/kept_texts.h"

namespace rialto::web {

class LobbyCards {
 public:
  // In pixels; three for each unit of the drawing.
  static constexpr int kWide = 1200, kHigh = 630;

  // The PNG of what card::lobby_card_of() drew. Empty: others are painted, it is to be asked for again. Safe from any
  // thread.
  std::shared_ptr<const std::string> png_of(const std::string& drawing);

 private:
  static constexpr std::size_t kMostKept = 8U << 20;  // bytes

  Generations<std::string> kept_{kMostKept};
};

}  // namespace rialto::web
