#include "text/mask.h"

#include <algorithm>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "base/strings.h"

namespace rialto::text {

namespace {

bool is_ascii_word(unsigned char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
}

// Where the word at `from` ends; `from` itself if none begins there. `plain` tells whether it is ASCII.
std::size_t word_end(std::string_view text, std::size_t from, bool& plain) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int64_t>(text.size());
  auto at = static_cast<std::int64_t>(from);
  plain = true;
  while (at < size) {
    if (data[at] < 0x80) {
      if (!is_ascii_word(data[at])) break;
      ++at;
      continue;
    }
    auto next = at;
    UChar32 letter;
    U8_NEXT(data, next, size, letter);
    if (letter < 0 || !(u_isalnum(letter) || u_charType(letter) == U_NON_SPACING_MARK)) break;
    plain = false;
    at = next;
  }
  return static_cast<std::size_t>(at);
}

std::size_t character_size(std::string_view text, std::size_t at) {
  std::size_t size = 1;
  while (at + size < text.size() && (static_cast<unsigned char>(text[at + size]) & 0xC0) == 0x80) ++size;
  return size;
}

}  // namespace

WordMask::WordMask(const std::vector<std::string>& entries, std::string replacement)
    : replacement_(std::move(replacement)) {
  for (const auto& entry : entries) {
    add(trimmed(entry));
    key_.append(entry).append("\n");
  }
}

void WordMask::Words::add(std::string word) {
  if (std::find(sizes.begin(), sizes.end(), word.size()) == sizes.end()) sizes.push_back(word.size());
  size_bits |= std::uint64_t{1} << (word.size() % 64);
  words.insert(std::move(word));
}

void WordMask::add(std::string_view entry) {
  const bool open_start = entry.starts_with('*'), open_end = entry.size() > 1 && entry.ends_with('*');
  entry.remove_prefix(open_start);
  entry.remove_suffix(open_end);
  const auto word = folded(entry);
  bool plain = false;
  if (word.empty() || word_end(word, 0, plain) != word.size()) return;
  shortest_ = std::min(shortest_, word.size());
  any_start_ = any_start_ || open_start;
  first_letters_[static_cast<unsigned char>(word[0])] = true;
  Words& words = open_start ? (open_end ? within_ : ends_) : (open_end ? starts_ : exact_);
  words.add(word);
}

std::string WordMask::masked(std::string_view text) const {
  std::string out;
  append_masked(out, text);
  return out;
}

void WordMask::append_masked(std::string& out, std::string_view text) const {
  std::size_t kept = 0;
  for (std::size_t at = 0; at < text.size();) {
    bool plain = true;
    const auto end = word_end(text, at, plain);
    if (end == at) {
      at += character_size(text, at);
      continue;
    }
    const auto word = text.substr(at, end - at);
    if (plain && can_not_be_masked(word)) {
      at = end;
      continue;
    }
    if (is_masked(word)) {
      out += text.substr(kept, at - kept);
      out += replacement_;
      kept = end;
    }
    at = end;
  }
  out += text.substr(kept);
}

// Told from its length and first letter; most words end here.
bool WordMask::can_not_be_masked(std::string_view word) const {
  if (word.size() < shortest_) return true;
  const auto first = static_cast<unsigned char>(word[0]);
  return !any_start_ && !first_letters_[first] && !first_letters_[first | 0x20];
}

bool WordMask::is_masked(std::string_view word) const {
  char small[32];
  if (word.size() > sizeof small) return is_masked_folded(folded(word));
  std::size_t size = 0;
  for (char letter : word) {
    if (static_cast<unsigned char>(letter) >= 0x80) return is_masked_folded(folded(word));
    small[size++] = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
  }
  return is_masked_folded({small, size});
}

bool WordMask::is_masked_folded(std::string_view word) const {
  if (exact_.has_size(word.size()) && exact_.holds(word)) return true;
  for (auto size : starts_.sizes)
    if (size <= word.size() && starts_.holds(word.substr(0, size))) return true;
  for (auto size : ends_.sizes)
    if (size <= word.size() && ends_.holds(word.substr(word.size() - size))) return true;
  for (auto size : within_.sizes)
    for (std::size_t at = 0; at + size <= word.size(); ++at)
      if (within_.holds(word.substr(at, size))) return true;
  return false;
}

}  // namespace rialto::text
