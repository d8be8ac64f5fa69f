#include "text/scene_find.h"

#include <algorithm>

#include "base/strings.h"

namespace rialto::text {

namespace {

constexpr std::size_t kWidestGap = 6;  // bytes between two words of one phrase

struct Word {
  std::string letters;  // small
  Stretch place;
};

// Bytes of a dash or a quotation mark of more than one byte (U+2010 to U+201F), 0 for none.
std::size_t mark_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const bool is_mark = at + 2 < text.size() && byte(at) == 0xE2 && byte(at + 1) == 0x80 && byte(at + 2) >= 0x90 && byte(at + 2) <= 0x9F;
  return is_mark ? 3 : 0;
}

bool is_letter(char letter) {
  const auto byte = static_cast<unsigned char>(letter);
  return byte >= 0x80 || (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
}

std::vector<Word> words_of(std::string_view text) {
  const auto small = ascii_lower(text);
  std::vector<Word> words;
  for (std::size_t at = 0; at < small.size();) {
    if (const auto mark = mark_at(small, at); mark > 0 || !is_letter(small[at])) {
      at += std::max<std::size_t>(mark, 1);
      continue;
    }
    const auto begin = at;
    while (at < small.size() && is_letter(small[at]) && mark_at(small, at) == 0) ++at;
    words.push_back({small.substr(begin, at - begin), {begin, at}});
  }
  return words;
}

// Whether nothing but blanks, one line's end, quotes, hyphens and emphasis stands between two words of a phrase.
bool holds_together(std::string_view gap) {
  if (gap.size() > kWidestGap || std::count(gap.begin(), gap.end(), '\n') > 1) return false;
  return std::all_of(gap.begin(), gap.end(), [](char letter) {
    return static_cast<unsigned char>(letter) >= 0x80 || std::string_view(" \n*'\"-.").find(letter) != std::string_view::npos;
  }) && gap.find(". ") == std::string_view::npos;
}

bool stands_at(std::string_view text, const std::vector<Word>& words, std::size_t at, const std::vector<std::string>& phrase) {
  if (at + phrase.size() > words.size()) return false;
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    const auto& word = words[at + i];
    if (word.letters != phrase[i]) return false;
    const auto end = i > 0 ? words[at + i - 1].place.end : word.place.begin;
    if (i > 0 && !holds_together(text.substr(end, word.place.begin - end))) return false;
  }
  return true;
}

std::string without_article(std::string_view name) {
  auto words = ascii_lower(trimmed(name));
  for (const std::string_view article : {"the ", "die ", "der ", "das ", "a ", "an "})
    if (words.starts_with(article)) return words.substr(article.size());
  return words;
}

bool says_scene(std::string_view words) {
  return words.ends_with(" scene") || words.ends_with(" sequence") || words.ends_with("szene") || words.ends_with("shootout");
}

void add_name(std::vector<std::string>& phrases, std::string_view name, bool alone) {
  const auto words = without_article(name);
  if (words.empty()) return;
  if (says_scene(words)) {
    phrases.push_back(words);
    return;
  }
  for (const auto ending : {" scene", " sequence", " szene"}) phrases.push_back(words + ending);
  if (alone && words_of(words).size() > 1) phrases.push_back(words);
}

}  // namespace

std::vector<std::string> scene_phrases(std::string_view name, const std::vector<std::string>& names, IsEnding ending) {
  std::vector<std::string> phrases;
  add_name(phrases, name, false);
  for (const auto& one : names) add_name(phrases, one, true);
  if (ending == IsEnding::Yes)
    for (const auto words : {"the ending", "this ending", "that ending", "the final scene", "the last scene", "the closing scene", "das ende", "die schlussszene"})
      phrases.emplace_back(words);
  return phrases;
}

void SceneFinder::add(const std::vector<std::string>& phrases, std::size_t scene) {
  for (const auto& phrase : phrases) {
    std::vector<std::string> words;
    for (auto& word : words_of(phrase)) words.push_back(std::move(word.letters));
    if (words.empty()) continue;
    auto& known = by_first_word_[words.front()];
    const auto longer = std::find_if(known.begin(), known.end(), [&](const Phrase& other) { return other.words.size() < words.size(); });
    known.insert(longer, {std::move(words), scene});
  }
}

std::vector<FoundScene> SceneFinder::find(std::string_view text) const {
  std::vector<FoundScene> found;
  if (by_first_word_.empty()) return found;
  const auto words = words_of(text);
  for (std::size_t at = 0; at < words.size(); ++at) {
    const auto phrases = by_first_word_.find(words[at].letters);
    if (phrases == by_first_word_.end()) continue;
    const auto fits = std::find_if(phrases->second.begin(), phrases->second.end(), [&](const Phrase& phrase) { return stands_at(text, words, at, phrase.words); });
    if (fits == phrases->second.end()) continue;
    const auto last = at + fits->words.size() - 1;
    found.push_back({{words[at].place.begin, words[last].place.end}, fits->scene});
    at = last;
  }
  return found;
}

}  // namespace rialto::text
