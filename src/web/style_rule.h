// The only CSS that a page may carry besides the stylesheet: the rules in the viewer's hole that show what is theirs and
// what is new to them. Made from checked ids, numbers and escaped words, so that nothing foreign can stand in <style>. The
// page's CSP names their hash.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rialto::web {

class StyleRule {
 public:
  StyleRule() = default;

  // Shows the controls of a member's own posts and reviews: elements with data-by="SHORTID". Empty if the id is not
  // made of the letters and digits of short ids, as all here.
  static StyleRule own(std::string_view member);

  // Shows the marks of posts that are new: .news in #p-SHORTID.
  static StyleRule new_posts(const std::vector<std::string>& posts);

  // A line with these words above a post, in the order of arrival.
  static StyleRule line_above(std::string_view post, std::string_view words);

  // Shows the mark with data-news="SHORTID" and, if it isn't 0, how many.
  static StyleRule count(std::string_view thing, std::int64_t how_many);

  // In .knows with data-film="SHORTID": shows .all, or .part with the minute up to which the member has seen it.
  static StyleRule knows(std::string_view film, std::optional<int> minutes);

  // Puts .screened behind its screen, and hides what is marked .score, with data-film="SHORTID".
  static StyleRule screen(std::string_view film);
  static StyleRule no_scores(std::string_view film);

  // Lifts the veils with data-of="KEY" (film::key_of).
  static StyleRule lifted(const std::vector<std::string>& keys);

  StyleRule& operator+=(const StyleRule& other) {
    css_ += other.css_;
    return *this;
  }

  std::string_view view() const { return css_; }
  bool empty() const { return css_.empty(); }

 private:
  std::string css_;
};

}  // namespace rialto::web
