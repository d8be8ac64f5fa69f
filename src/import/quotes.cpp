#include "import/quotes.h"

#include <algorithm>
#include <map>

#include "base/strings.h"

namespace rialto::imports {
namespace {

constexpr std::size_t kMostPlaces = 8;
constexpr std::size_t kShortLookBack = 30;

std::uint64_t mixed(std::uint64_t hash, std::uint64_t value) {
  hash ^= value + 0x9E3779B97F4A7C15ull + (hash << 6) + (hash >> 2);
  return hash * 0xBF58476D1CE4E5B9ull;
}

bool is_ascii_word(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
}

std::size_t sign_size(char first) {
  const auto byte = static_cast<unsigned char>(first);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

// Curly quotes, dashes, ellipses, Asian punctuation: no words.
bool is_foreign_mark(std::string_view sign) {
  return sign.starts_with("\xE2\x80") || sign.starts_with("\xE2\x81") || sign.starts_with("\xE3\x80") ||
         sign.starts_with("\xEF\xBC\x8C") || sign.starts_with("\xEF\xBC\x81") || sign.starts_with("\xEF\xBC\x9F") ||
         sign == "\xC2\xAB" || sign == "\xC2\xBB" || sign == "\xC2\xB7" || sign == "\xC2\xA0" || sign == "\xC2\xB4";
}

std::uint64_t shingle(const std::vector<std::uint64_t>& words, std::size_t at) {
  return mixed(mixed(words[at], words[at + 1]), words[at + 2]);
}

// The passage between its ellipses.
std::vector<std::string> pieces_of(std::string_view passage) {
  std::string text(passage);
  for (const char* dots : {"[...]", "[…]", "(...)", "(…)", "…", "...."}) text = replaced(text, dots, "...");
  std::vector<std::string> pieces;
  for (std::size_t begin = 0; begin <= text.size();) {
    const auto end = std::min(text.find("...", begin), text.size());
    if (end > begin) pieces.push_back(text.substr(begin, end - begin));
    begin = end + 3;
  }
  return pieces;
}

bool holds(const std::vector<std::uint64_t>& words, const std::vector<std::uint64_t>& part) {
  return std::search(words.begin(), words.end(), part.begin(), part.end()) != words.end();
}

}  // namespace

std::vector<std::uint64_t> word_hashes(std::string_view text) {
  std::vector<std::uint64_t> words;
  const std::string fold = folded(text);
  std::uint64_t hash = 0;
  bool within = false;
  const auto finish = [&] {
    if (within) words.push_back(hash);
    within = false;
    hash = 0;
  };
  for (std::size_t at = 0; at < fold.size();) {
    const auto size = std::min(sign_size(fold[at]), fold.size() - at);
    const std::string_view sign(fold.data() + at, size);
    at += size;
    if (sign == "'" || sign == "\xE2\x80\x99" || sign == "\xE2\x80\x98") continue;  // don't = dont
    const bool asian = size >= 3 && static_cast<unsigned char>(sign[0]) >= 0xE3 && !is_foreign_mark(sign);
    if (asian) {
      finish();
      words.push_back(std::hash<std::string_view>{}(sign));
    } else if ((size == 1 && is_ascii_word(sign[0])) || (size > 1 && !is_foreign_mark(sign))) {
      for (const char letter : sign) hash = mixed(hash, static_cast<unsigned char>(letter));
      within = true;
    } else {
      finish();
    }
  }
  finish();
  return words;
}

bool is_within_marks(std::string_view text, std::string_view& inner) {
  text = trimmed(text);
  static const std::vector<std::pair<std::string_view, std::string_view>> kMarks = {
      {"\"", "\""}, {"“", "”"},   {"„", "“"}, {"„", "”"}, {"”", "”"},   {"«", "»"},
      {"»", "«"},   {"‹", "›"},   {"‘", "’"}, {"'", "'"}, {"「", "」"}, {"『", "』"},
      {"“", "\""},  {"''", "''"}, {"“", "“"}, {"‚", "‘"}, {"``", "''"}};
  std::string_view rest = text;
  while (!rest.empty() && (rest.back() == '.' || rest.back() == ',' || rest.back() == ':')) rest.remove_suffix(1);
  for (const auto& whole : {text, rest})
    for (const auto& [open, close] : kMarks)
      if (whole.size() > open.size() + close.size() + 2 && whole.starts_with(open) && whole.ends_with(close)) {
        inner = trimmed(whole.substr(open.size(), whole.size() - open.size() - close.size()));
        return !inner.empty();
      }
  return false;
}

void QuoteFinder::add(int post, std::string_view plain) {
  Text text{post, word_hashes(plain)};
  const int index = static_cast<int>(texts_.size());
  for (std::size_t at = 0; at + 2 < text.words.size(); ++at) {
    auto& places = places_[shingle(text.words, at)];
    if (places.size() < kMostPlaces && (places.empty() || places.back() != index)) places.push_back(index);
  }
  texts_.push_back(std::move(text));
}

std::optional<int> QuoteFinder::find(std::string_view passage, Marked marked) const {
  std::map<int, std::size_t> hits;
  std::size_t asked = 0, words = 0;
  std::vector<std::uint64_t> shortest;
  for (const auto& piece : pieces_of(passage)) {
    const auto hashes = word_hashes(piece);
    words += hashes.size();
    if (shortest.empty()) shortest = hashes;
    for (std::size_t at = 0; at + 2 < hashes.size(); ++at, ++asked) {
      const auto found = places_.find(shingle(hashes, at));
      if (found == places_.end()) continue;
      for (const int index : found->second) ++hits[index];
    }
  }
  if (asked == 0) {
    if (marked != Marked::ByPage || shortest.empty()) return std::nullopt;
    const std::size_t first = texts_.size() > kShortLookBack ? texts_.size() - kShortLookBack : 0;
    for (std::size_t at = texts_.size(); at > first; --at)
      if (texts_[at - 1].words.size() < 5000 && holds(texts_[at - 1].words, shortest)) return texts_[at - 1].post;
    return std::nullopt;
  }
  if (marked == Marked::No && words < 6) return std::nullopt;
  const double needed = marked == Marked::No ? 0.99 : marked == Marked::ByMarks ? 0.7 : 0.5;
  std::optional<int> best;
  std::size_t most = 0;
  for (const auto& [index, count] : hits)
    if (count > most && static_cast<double>(count) >= needed * static_cast<double>(asked)) {
      most = count;
      best = texts_[static_cast<std::size_t>(index)].post;
    }
  return best;
}

}  // namespace rialto::imports
