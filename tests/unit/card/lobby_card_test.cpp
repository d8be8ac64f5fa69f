#include "card/lobby_card.h"

#include <gtest/gtest.h>

#include "card/draw.h"

namespace rialto::card {
namespace {

const Facts kHeat{.title = "Heat", .year = 1995, .director = "Michael Mann", .genres = {"Crime"}, .countries = {"US"}};

TEST(LobbyCards, ShowTheFilmsOwnCardAndTellWhichFilmItIs) {
  const auto lobby = lobby_card_of(kHeat, "Rialto");
  EXPECT_NE(lobby.find(draw(kHeat)), std::string::npos);
  EXPECT_NE(lobby.find("<title>Heat (1995), Michael Mann</title>"), std::string::npos);
  EXPECT_NE(lobby.find(R"(viewBox="0 0 400 210")"), std::string::npos);
}

TEST(LobbyCards, ChangeWithTheFilmAndWithTheNameOfTheHouse) {
  auto other = kHeat;
  other.year = 1986;
  EXPECT_NE(lobby_card_of(kHeat, "Rialto"), lobby_card_of(other, "Rialto"));
  EXPECT_NE(lobby_card_of(kHeat, "Rialto"), lobby_card_of(kHeat, "Odeon"));
  EXPECT_NE(lobby_card_of("Rialto"), lobby_card_of("Odeon"));
}

TEST(LobbyCards, HoldWhateverNamesAndTitlesThereAre) {
  const std::string endless(3000, 'W');
  for (const std::string& title : std::vector<std::string>{"", "M", endless, "千と千尋の神隠し", "<b>&\""})
    for (const auto& house : std::vector<std::string>{"", "R", endless}) {
      const auto lobby = lobby_card_of({.title = title, .year = 0, .director = title}, house);
      EXPECT_EQ(lobby.find("<b>"), std::string::npos);
      EXPECT_LT(lobby.size(), 128'000u);
      EXPECT_LT(lobby_card_of(house).size(), 64'000u);
    }
}

}  // namespace
}  // namespace rialto::card
