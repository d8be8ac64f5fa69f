// HTML that may stand in a page as it is. Only text/ makes it, by escaping or by rendering;
// pages escape everything else.
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace rialto::text {

class SafeHtml {
 public:
  SafeHtml() = default;

  // The words themselves: nothing in them acts as HTML.
  static SafeHtml escaped(std::string_view words);

  std::string_view view() const { return html_; }
  bool empty() const { return html_.empty(); }

  SafeHtml& operator+=(const SafeHtml& more) {
    html_ += more.html_;
    return *this;
  }

  friend bool operator==(const SafeHtml&, const SafeHtml&) = default;

 private:
  friend struct SafeHtmlMint;  // text/mint.h: for the renderers of this layer alone
  explicit SafeHtml(std::string html) : html_(std::move(html)) {}

  std::string html_;
};

}  // namespace rialto::text
