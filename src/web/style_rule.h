// The only CSS that a page may carry besides the stylesheet: the rule in the viewer's hole that shows what is theirs.
// Made from checked ids, so that nothing foreign can stand in <style>. The page's CSP names its hash.
#pragma once

#include <string>
#include <string_view>

namespace rialto::web {

class StyleRule {
 public:
  StyleRule() = default;

  // Shows the controls of a member's own posts and reviews: elements with data-by="SHORTID". Empty if the id is not
  // made of the letters and digits of short ids.
  static StyleRule own(std::string_view member);

  std::string_view view() const { return css_; }
  bool empty() const { return css_.empty(); }

 private:
  std::string css_;
};

}  // namespace rialto::web
