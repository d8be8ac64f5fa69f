#include "card/draw.h"

#include <array>
#include <charconv>

#include "card/families/families.h"

namespace rialto::card {

namespace {

using Draw = Canvas (*)(const Sheet&);

// In the order of Family.
constexpr std::array<Draw, kFamilies> kDraws = {
    draw_constructivist, draw_expressionist, draw_deco,          draw_bill,          draw_blinds,       draw_cut_paper,
    draw_woodblock,      draw_swiss,         draw_polish_school, draw_halftone,      draw_spiral,       draw_paperback,
    draw_stripes,        draw_video,         draw_horizon,       draw_contact_sheet, draw_picture_book, draw_lights,
    draw_ridges,         draw_minimal,       draw_title,
};

Canvas canvas_of(Family family, const Facts& facts) {
  // The family has taken the first choices of the same hash: others are wanted here.
  Chance chance(Chance::hash_of(facts.title, facts.year) ^ 0x5bd1e9955bd1e995u);
  const auto label = spoken(facts);
  const Sheet sheet{.title = facts.title,
                    .director = facts.director,
                    .year = facts.year > 0 ? std::to_string(facts.year) : "",
                    .label = label,
                    .chance = chance};
  return kDraws[static_cast<std::size_t>(family)](sheet);
}

}  // namespace

std::string spoken(const Facts& facts) {
  std::string words(facts.title);
  if (facts.year > 0) words += " (" + std::to_string(facts.year) + ")";
  if (!facts.director.empty()) words += ", " + std::string(facts.director);
  return words;
}

std::string draw(const Facts& facts) {
  return canvas_of(family_of(facts), facts).take();
}

Drawing draw_as(Family family, const Facts& facts) {
  auto canvas = canvas_of(family, facts);
  auto marks = canvas.marks();
  return {.svg = canvas.take(), .marks = std::move(marks)};
}

std::string version_of(const Facts& facts) {
  auto hash = Chance::hash_of(facts.title, facts.year) ^ edition();
  for (const auto& genre : facts.genres) hash = hash * 31 + Chance::hash_of(genre, 1);
  for (const auto& country : facts.countries) hash = hash * 31 + Chance::hash_of(country, 2);
  hash = hash * 31 + Chance::hash_of(facts.director, 3);
  std::array<char, 16> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), hash & 0xffffffffffu, 16).ptr;
  return {digits.data(), static_cast<std::size_t>(end - digits.data())};
}

}  // namespace rialto::card
