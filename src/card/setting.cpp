#include "card/setting.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

#include "card/words.h"

namespace rialto::card {

namespace {

// Of letters that the viewer's fonts will draw, in letter sizes.
constexpr double kGuessedAbove = 0.9, kGuessedBelow = 0.26, kGuessedLeading = 1.2;
// Lines of ink never come nearer to each other than this, in letter sizes.
constexpr double kLeastGap = 0.09;

// A filled line is at most this many times as large as the smallest.
constexpr double kMostUneven = 2.1;

using Breaks = std::vector<std::size_t>;  // the word that each line begins with, and the number of words

double line_width(const Words& words, std::size_t first, std::size_t end) {
  double width = 0;
  for (auto i = first; i < end; ++i)
    width += words.list[i].width + (i > first && words.list[i].spaced ? blank_of(words)
                                    : i > first                       ? words.tracking
                                                                      : 0);
  return width;
}

// What a line counts for when lines are weighed: a small word at its end makes it worse.
double weight_of(const Words& words, std::size_t first, std::size_t end) {
  const double width = line_width(words, first, end);
  const bool dangling = end < words.list.size() && words.list[end - 1].small && end - first > 1;
  return dangling ? width * 1.16 : width;
}

// Every way to break into `lines`, of which the one whose heaviest line is lightest is taken.
Breaks break_evenly(const Words& words, std::size_t lines) {
  const auto count = words.list.size();
  struct Best {
    double weight = std::numeric_limits<double>::infinity();
    std::size_t from = 0;
  };
  std::vector<std::vector<Best>> best(lines + 1, std::vector<Best>(count + 1));
  best[0][0].weight = 0;
  for (std::size_t line = 1; line <= lines; ++line)
    for (std::size_t end = line; end <= count; ++end)
      for (auto from = line - 1; from < end; ++from) {
        const double weight = std::max(best[line - 1][from].weight, weight_of(words, from, end));
        if (weight < best[line][end].weight) best[line][end] = {weight, from};
      }
  Breaks breaks(lines + 1, count);
  for (auto line = lines; line > 0; --line) breaks[line - 1] = best[line][breaks[line]].from;
  return breaks;
}

Line make_line(const Words& words, std::size_t first, std::size_t end) {
  Line line;
  double x = 0;
  for (auto i = first; i < end; ++i) {
    const auto& word = words.list[i];
    const bool spaced = i > first && word.spaced;
    if (spaced) line.words += ' ';
    line.words += utf8_of(word.letters);
    if (spaced) x += blank_of(words);
    if (words.outlined) x = place(words, word, x, line.glyphs);
  }
  line.width = line_width(words, first, end);
  line.above = words.outlined ? 0 : kGuessedAbove * 1000, line.below = words.outlined ? 0 : kGuessedBelow * 1000;
  for (const auto& placed : line.glyphs) {
    line.above = std::max(line.above, static_cast<double>(placed.glyph->top));
    line.below = std::max(line.below, static_cast<double>(placed.glyph->bottom));
  }
  return line;
}

void scale(Line& line, double size) {
  line.size = size;
  line.width *= size / 1000, line.above *= size / 1000, line.below *= size / 1000;
}

// Puts each line under the other: by the leading, and further where ink would touch ink.
void stack(Block& block, double leading) {
  double baseline = 0;
  for (std::size_t i = 0; i < block.lines.size(); ++i) {
    auto& line = block.lines[i];
    if (i == 0) {
      baseline = line.above;
    } else {
      const auto& over = block.lines[i - 1];
      const double clear = over.below + line.above + kLeastGap * std::min(line.size, over.size);
      baseline += std::max(leading * line.size, clear);
    }
    line.baseline = baseline;
    block.width = std::max(block.width, line.width);
    block.height = baseline + line.below;
  }
}

Block block_of(const Words& words) {
  return {.face = words.face, .outlined = words.outlined, .right_to_left = words.right_to_left, .lines = {}};
}

double leading_of(const Words& words, const Style& style) {
  return words.outlined ? style.leading : std::max(style.leading, kGuessedLeading);
}

Block even_block(const Words& words, const Breaks& breaks, double size, double leading) {
  auto block = block_of(words);
  for (std::size_t i = 0; i + 1 < breaks.size(); ++i) {
    block.lines.push_back(make_line(words, breaks[i], breaks[i + 1]));
    scale(block.lines.back(), size);
  }
  stack(block, leading);
  return block;
}

// At least this size lets nine lines of a hundred letters into the smallest room; pieces of a word are cut for it.
double longest_word(const Room& room) {
  return room.width / 11 * 1000;
}

void shrink(Block& block, double by) {
  block.width *= by, block.height *= by;
  for (auto& line : block.lines) {
    line.size *= by, line.width *= by, line.above *= by, line.below *= by, line.baseline *= by;
  }
}

Block filled_block(const Words& words, const Breaks& breaks, const Room& room, double gap) {
  auto block = block_of(words);
  double widest = 0;
  for (std::size_t i = 0; i + 1 < breaks.size(); ++i) {
    block.lines.push_back(make_line(words, breaks[i], breaks[i + 1]));
    widest = std::max(widest, block.lines.back().width);
  }
  const double largest = std::min(room.largest, kMostUneven * room.width / std::max(1.0, widest) * 1000);
  for (auto& line : block.lines) scale(line, std::min(largest, room.width / std::max(1.0, line.width) * 1000));
  double top = 0;
  for (auto& line : block.lines) {
    line.baseline = top + line.above;
    top += line.above + line.below + gap;
    block.width = std::max(block.width, line.width);
    block.height = line.baseline + line.below;
  }
  return block;
}

}  // namespace

Block set_even(std::string_view text, const Style& style, const Room& room) {
  const auto words = words_of(text, style, longest_word(room));
  Block best = block_of(words);
  const auto most = std::min<std::size_t>(words.list.size(), static_cast<std::size_t>(room.lines));
  for (std::size_t lines = 1; lines <= most; ++lines) {
    const auto breaks = break_evenly(words, lines);
    auto block = even_block(words, breaks, 100, leading_of(words, style));
    if (block.width <= 0 || block.height <= 0) continue;
    const double by = std::min({room.width / block.width, room.height / block.height, room.largest / 100});
    shrink(block, by);
    if (block.size() > best.size() * 1.02) best = std::move(block);
  }
  return best;
}

Block set_filled(std::string_view text, const Style& style, const Room& room) {
  const auto words = words_of(text, style, longest_word(room));
  Block best = block_of(words);
  double best_fill = 0;
  const auto most = std::min<std::size_t>(words.list.size(), static_cast<std::size_t>(room.lines));
  for (std::size_t lines = 1; lines <= most; ++lines) {
    auto block = filled_block(words, break_evenly(words, lines), room, room.width * 0.035);
    if (block.height <= 0) continue;
    const double fill = std::min(block.height / room.height, room.height / block.height);
    if (fill <= best_fill) continue;
    best_fill = fill;
    if (block.height > room.height) shrink(block, room.height / block.height);
    best = std::move(block);
  }
  return best;
}

Block set_label(std::string_view text, const Style& style, double size, double width, double smallest) {
  auto words = words_of(text, style, 1e9);
  const auto whole = [&] { return even_block(words, {0, words.list.size()}, size, 1); };
  if (words.list.empty()) return block_of(words);
  auto block = whole();
  if (block.width > width) size = std::max(smallest, size * width / block.width), block = whole();
  while (block.width > width && (words.list.size() > 1 || words.list.back().letters.size() > 1)) {
    auto& last = words.list.back().letters;
    if (last.size() > 1 && last.back() == U'…') last.pop_back();
    last.pop_back();
    if (last.empty()) words.list.pop_back();
    if (words.list.empty()) break;
    words.list.back().letters += U'…';
    std::vector<Placed> unused;
    words.list.back().width = words.outlined ? place(words, words.list.back(), 0, unused) - words.tracking
                                             : 620.0 * static_cast<double>(words.list.back().letters.size());
    block = whole();
  }
  return block;
}

bool runs_down(std::string_view text) {
  const auto words = words_of(text, {.face = Face::Grotesk}, 1e9);
  if (words.outlined || words.list.empty()) return false;
  std::size_t letters = 0;
  double width = 0;
  for (const auto& word : words.list) letters += word.letters.size(), width += word.width;
  return width > 950.0 * static_cast<double>(letters);
}

Block set_column(std::string_view text, const Style& style, const Room& room) {
  const auto words = words_of(text, style, 1e9);
  auto block = block_of(words);
  for (const auto& word : words.list)
    for (const char32_t one : word.letters) {
      Line line{.glyphs = {}, .words = utf8_of({&one, 1}), .width = 1000, .above = kGuessedAbove * 1000, .below = 120};
      block.lines.push_back(std::move(line));
    }
  for (auto& line : block.lines) scale(line, 100);
  stack(block, 1.08);
  if (!block.lines.empty())
    shrink(block, std::min({room.width / block.width, room.height / block.height, room.largest / 100}));
  return block;
}

}  // namespace rialto::card
