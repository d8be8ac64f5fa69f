#include "import/word_lists.h"

#include <algorithm>

#include "base/strings.h"

namespace rialto::imports {
namespace {

bool is_letter(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
         static_cast<unsigned char>(letter) >= 0x80;
}

// Signs that are no ASCII and stand between words.
std::string without_signs(std::string_view text) {
  std::string plain(text);
  for (const char* sign :
       {"·", "•", "▲",  "▼",  "↩",  "–",  "—",  "»",  "«",  "›",  "↑",  "↓",  "♥",  "❤",       "👍", "\xEF\xB8\x8F",
        "↳", "’", "，", "。", "「", "」", "【", "】", "：", "！", "（", "）", "、", "\xC2\xA0"})
    if (plain.find(sign) != std::string::npos) plain = replaced(plain, sign, " ");
  return plain;
}

}  // namespace

std::unordered_set<std::string> folded_set(std::string_view words) {
  std::unordered_set<std::string> set;
  for (const auto word : split(words, '|')) set.insert(folded(word));
  return set;
}

std::vector<std::string> folded_list(std::string_view words) {
  std::vector<std::string> list;
  for (const auto word : split(words, '|')) list.push_back(folded(word));
  return list;
}

std::vector<std::string> words_of(std::string_view folded_line) {
  std::vector<std::string> words;
  std::string word;
  for (const char letter : without_signs(folded_line) + " ") {
    if (is_letter(letter)) {
      word += letter;
    } else if (!word.empty()) {
      words.push_back(word);
      word.clear();
    }
  }
  return words;
}

bool starts_with_any(std::string_view line, const std::vector<std::string>& starts) {
  return std::any_of(starts.begin(), starts.end(), [&](const std::string& start) { return line.starts_with(start); });
}

}  // namespace rialto::imports
