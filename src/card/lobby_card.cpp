#include "card/lobby_card.h"

#include "card/credits.h"
#include "card/draw.h"

namespace rialto::card {

namespace {

constexpr std::string_view kNight = "#0d1220", kWords = "#ece6d9", kSoft = "#a3a9b8", kLamp = "#f0b35a";
constexpr Style kHouse = {.face = Face::Sign, .letters = Case::Capitals, .tracking = 0.14};
constexpr double kMargin = 22, kCardHigh = 166, kCardWide = kCardHigh * kWide / kHigh;
constexpr double kLeft = kMargin + kCardWide + 26, kRoom = kLobbyWide - kLeft - kMargin;

// Tungsten light that falls in from a corner.
Canvas night(std::string_view label, double x, double y) {
  Canvas canvas({kLobbyWide, kLobbyHigh}, kNight, label);
  canvas.glow("lamp", kLamp, 0.17);
  canvas.circle(x, y, 190, "url(#lamp)");
  return canvas;
}

void lamps(Canvas& canvas, double from, double to, double y) {
  for (double x = from; x <= to; x += 9) canvas.circle(x, y, 1.1, kLamp);
}

// The title and under it who made the film and when, together in the middle of the room over the house's name.
void words(Canvas& canvas, const Sheet& sheet) {
  const auto title = set_even(sheet.title, {}, {.width = kRoom, .height = 96, .largest = 60, .lines = 4});
  const Small small{.style = {.face = Face::TextItalic, .letters = Case::AsWritten, .leading = 1.2},
                    .size = 15,
                    .ink = kSoft,
                    .ground = kNight};
  constexpr double kGap = 15, kFloor = 158;
  const double high = title.height + kGap + stacked_height(sheet, small);
  const double top = kMargin + (kFloor - kMargin - high) / 2;
  canvas.text(title, kLeft, top, Align::Left, kWords, kNight);
  credits_stacked(canvas, sheet, small, kLeft, top + title.height + kGap, kRoom, Align::Left);
}

}  // namespace

std::string lobby_card_of(const Facts& film, std::string_view house) {
  const auto label = spoken(film);
  auto canvas = night(label, kMargin + kCardWide / 2, kLobbyHigh);
  canvas.inset(draw(film), kMargin, kMargin, kCardWide);
  canvas.frame(kMargin, kMargin, kCardWide, kCardHigh, "#27304a", 0.7);
  Chance none(0);
  words(canvas, {.title = film.title,
                 .director = film.director,
                 .year = film.year > 0 ? std::to_string(film.year) : "",
                 .label = label,
                 .chance = none});
  const auto sign = set_label(house, kHouse, 17, kRoom, 11);
  canvas.text(sign, kLeft, kMargin + kCardHigh - sign.height, Align::Left, kLamp, kNight);
  lamps(canvas, kLeft + sign.width + 12, kLobbyWide - kMargin, kMargin + kCardHigh - sign.height / 2);
  return canvas.take();
}

std::string lobby_card_of(std::string_view house) {
  auto canvas = night(house, kLobbyWide / 2.0, kLobbyHigh);
  const auto sign = set_even(house, kHouse, {.width = kLobbyWide - 4 * kMargin, .height = 70, .largest = 86, .lines = 2});
  const double top = (kLobbyHigh - sign.height) / 2 - 6;
  canvas.text(sign, kLobbyWide / 2.0, top, Align::Middle, kLamp, kNight);
  lamps(canvas, kMargin + 5, kLobbyWide - kMargin, top + sign.height + 26);
  lamps(canvas, kMargin + 5, kLobbyWide - kMargin, top - 26);
  return canvas.take();
}

}  // namespace rialto::card
