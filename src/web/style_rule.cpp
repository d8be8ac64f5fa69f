#include "web/style_rule.h"

#include <algorithm>

namespace rialto::web {

namespace {

bool is_short_id(std::string_view text) {
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  return !text.empty() && text.size() <= 16 && std::all_of(text.begin(), text.end(), plain);
}

// Of what a veil is: a short id, "-", and a minute or "end".
bool is_veil_key(std::string_view key) {
  const auto dash = key.find('-');
  return dash != std::string_view::npos && is_short_id(key.substr(0, dash)) && is_short_id(key.substr(dash + 1));
}

bool is_plain(unsigned char letter) {
  return letter >= 0x80 || letter == ' ' || (letter >= '0' && letter <= '9') || (letter >= 'A' && letter <= 'Z') ||
         (letter >= 'a' && letter <= 'z');
}

// A CSS string (CSS Syntax Level 3, 4.3.5): whatever could end it, or the element that it stands in, is escaped.
std::string quoted(std::string_view words) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string string = "\"";
  for (const unsigned char letter : words) {
    if (is_plain(letter))
      string += static_cast<char>(letter);
    else
      string.append({'\\', kDigits[letter >> 4], kDigits[letter & 15], ' '});
  }
  return string += '"';
}

}  // namespace

StyleRule StyleRule::own(std::string_view member) {
  StyleRule rule;
  if (is_short_id(member)) rule.css_ = "[data-by=\"" + std::string(member) + "\"] .own{display:inline}";
  return rule;
}

StyleRule StyleRule::new_posts(const std::vector<std::string>& posts) {
  std::string names;
  for (const auto& post : posts)
    if (is_short_id(post)) names += (names.empty() ? "#p-" : ",#p-") + post;
  StyleRule rule;
  if (!names.empty()) rule.css_ = ":is(" + names + ") .news{display:inline-block}";
  return rule;
}

StyleRule StyleRule::line_above(std::string_view post, std::string_view words) {
  StyleRule rule;
  if (is_short_id(post)) rule.css_ = ".flat>li:has(>#p-" + std::string(post) + ")::before{content:" + quoted(words) + "}";
  return rule;
}

StyleRule StyleRule::count(std::string_view thing, std::int64_t how_many) {
  StyleRule rule;
  if (!is_short_id(thing)) return rule;
  rule.css_ = "[data-news=\"" + std::string(thing) + "\"]{display:inline-block";
  if (how_many > 0) rule.css_ += ";--n:\"" + std::to_string(how_many) + " \"";
  rule.css_ += "}";
  return rule;
}

StyleRule StyleRule::knows(std::string_view film, std::optional<int> minutes) {
  StyleRule rule;
  if (!is_short_id(film)) return rule;
  const auto in = ".knows[data-film=\"" + std::string(film) + "\"] ";
  if (minutes) rule.css_ = in + ":is(.part,.known){display:inline-block;--n:\"" + std::to_string(*minutes) + "\"}";
  else rule.css_ = in + ":is(.all,.known){display:inline-block}" + in + ".not{display:none}";
  return rule;
}

StyleRule StyleRule::screen(std::string_view film) {
  StyleRule rule;
  if (!is_short_id(film)) return rule;
  const auto of = ".screen[data-film=\"" + std::string(film) + "\"]>";
  rule.css_ = of + ":is(input,.veil-head){display:block}" + of + "input:not(:checked)~.screened{display:none}";
  return rule;
}

StyleRule StyleRule::no_scores(std::string_view film) {
  StyleRule rule;
  if (is_short_id(film)) rule.css_ = ".score[data-film=\"" + std::string(film) + "\"]{display:none}";
  return rule;
}

StyleRule StyleRule::lifted(const std::vector<std::string>& keys) {
  std::string names;
  for (const auto& key : keys)
    if (is_veil_key(key)) names.append(names.empty() ? "" : ",").append(".veil[data-of=\"").append(key).append("\"]");
  StyleRule rule;
  if (!names.empty())
    rule.css_ = ":is(" + names + "){background:none}:is(" + names + ")>.veil-words{display:revert;visibility:visible}:is(" + names + ")>input,:is(" + names + ")>.veil-head::after{display:none}";
  return rule;
}

}  // namespace rialto::web
