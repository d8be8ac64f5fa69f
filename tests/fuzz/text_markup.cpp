// Whatever bytes a member sends: the HTML is well-formed, holds only the tags and attributes that the renderer knows,
// and no address that runs script. The other readers of Markdown must end as well.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/strings.h"
#include "text/difference.h"
#include "text/escape.h"
#include "text/markup.h"
#include "text/mask.h"
#include "text/name.h"
#include "text/disclose.h"
#include "text/plain.h"

namespace {

using rialto::text::RenderOptions;

[[noreturn]] void refuse(std::string_view why, std::string_view html) {
  std::cerr << why << "\n" << html << "\n";
  std::abort();
}

const std::map<std::string_view, std::set<std::string_view>> kAllowed = {{"p", {}},
                                                                         {"h3", {}},
                                                                         {"h4", {}},
                                                                         {"h5", {}},
                                                                         {"h6", {}},
                                                                         {"ul", {}},
                                                                         {"ol", {"start"}},
                                                                         {"li", {}},
                                                                         {"pre", {}},
                                                                         {"code", {}},
                                                                         {"em", {}},
                                                                         {"strong", {}},
                                                                         {"del", {}},
                                                                         {"br", {}},
                                                                         {"hr", {}},
                                                                         {"summary", {}},
                                                                         {"ins", {}},
                                                                         {"details", {}},
                                                                         {"label", {"class", "data-of"}},
                                                                         {"span", {"class", "aria-hidden", "data-lift", "data-lower"}},
                                                                         {"input", {"type", "aria-label"}},
                                                                         {"div", {"class", "data-of"}},
                                                                         {"blockquote", {"class", "data-post"}},
                                                                         {"a", {"href", "class", "title", "rel"}}};

const std::set<std::string_view> kWithin = {"a", "label", "p", "h3", "h4", "h5", "h6", "pre", "summary"};

class Reader {
 public:
  explicit Reader(std::string_view html) : html_(html) {}

  void read() {
    if (!rialto::is_utf8(html_)) refuse("not UTF-8", html_);
    while (at_ < html_.size()) {
      const char letter = html_[at_];
      if (static_cast<unsigned char>(letter) < 0x20 && letter != '\n' && letter != '\t') refuse("a control", html_);
      if (letter == '>') refuse("a loose >", html_);
      if (letter == '&') read_entity();
      if (letter == '<') {
        read_tag();
      } else {
        ++at_;
      }
    }
    if (!open_.empty()) refuse("not closed: " + std::string(open_.back()), html_);
  }

 private:
  void read_entity() {
    for (auto entity : {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"})
      if (html_.substr(at_).starts_with(entity)) return;
    refuse("a loose &", html_);
  }

  std::string_view word() {
    const auto start = at_;
    while (at_ < html_.size() && (std::isalnum(static_cast<unsigned char>(html_[at_])) || html_[at_] == '-')) ++at_;
    return html_.substr(start, at_ - start);
  }

  void expect(char letter) {
    if (at_ >= html_.size() || html_[at_] != letter) refuse("broken tag", html_);
    ++at_;
  }

  void read_tag() {
    ++at_;
    if (at_ < html_.size() && html_[at_] == '/') {
      ++at_;
      const auto name = word();
      if (open_.empty() || open_.back() != name) refuse("closes what is not open: " + std::string(name), html_);
      open_.pop_back();
      return expect('>');
    }
    const auto name = word();
    const auto allowed = kAllowed.find(name);
    if (allowed == kAllowed.end()) refuse("a foreign tag: " + std::string(name), html_);
    check_place(name);
    while (at_ < html_.size() && html_[at_] == ' ') {
      ++at_;
      const auto attribute = word();
      if (!allowed->second.contains(attribute)) refuse("a foreign attribute: " + std::string(attribute), html_);
      expect('=');
      expect('"');
      read_value(attribute);
    }
    expect('>');
    if (name != "br" && name != "hr" && name != "input") open_.push_back(name);
  }

  void read_value(std::string_view attribute) {
    const auto end = html_.find('"', at_);
    if (end == std::string_view::npos) refuse("an open attribute", html_);
    const auto value = html_.substr(at_, end - at_);
    if (value.find('<') != value.npos || value.find('>') != value.npos) refuse("a tag in an attribute", html_);
    if (attribute == "href" && value != "#" && !rialto::text::is_allowed_address(value))
      refuse("a foreign address", html_);
    at_ = end + 1;
  }

  // What may not stand within itself, and what only stands in its parent.
  void check_place(std::string_view name) {
    const auto within = [&](std::string_view other) {
      return std::find(open_.begin(), open_.end(), other) != open_.end();
    };
    const auto parent = open_.empty() ? std::string_view() : open_.back();
    if (kWithin.contains(name) && within(name)) refuse("within itself: " + std::string(name), html_);
    if (name == "label" && within("a")) refuse("a veil in a link", html_);
    if (name == "li" && parent != "ul" && parent != "ol") refuse("an item without its list", html_);
    if ((parent == "ul" || parent == "ol") && name != "li") refuse("no item in a list", html_);
    const bool block = name == "p" || name == "ul" || name == "ol" || name == "blockquote" || name == "details" || name == "div" ||
                       name == "pre" || name == "hr" || (name.size() == 2 && name[0] == 'h');
    if (block && (within("p") || within("label") || within("pre") || within("a") || within("em")))
      refuse("a block among words", html_);
  }

  std::string_view html_;
  std::size_t at_ = 0;
  std::vector<std::string_view> open_;
};

RenderOptions options_with(const rialto::text::WordMask& mask) {
  RenderOptions options;
  options.mask = &mask;
  options.output_limit = 256 * 1024;
  options.knows_member = [](std::string_view name) { return name.size() % 2 == 0; };
  options.find_film = [](std::string_view name) -> std::optional<rialto::text::FilmLink> {
    if (name.size() % 2) return std::nullopt;
    return rialto::text::FilmLink{"/film/" + rialto::slug_of(name), std::string(name)};
  };
  options.author_of = [](std::string_view post) -> std::optional<std::string> {
    if (post.size() % 2) return std::nullopt;
    return "<Ana & \"Co\">";
  };
  return options;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  static const rialto::text::WordMask mask({"a*", "*b", "*dam*", "é"});
  Reader(rialto::text::render(text).html.view()).read();
  auto options = options_with(mask);
  Reader(rialto::text::render(text, options).html.view()).read();
  options.output_limit = size / 2;
  Reader(rialto::text::render(text, options).html.view()).read();
  const auto half = text.substr(0, size / 2);
  Reader(rialto::text::difference(half, text.substr(size / 2)).html.view()).read();
  if (!rialto::is_utf8(rialto::text::excerpt(rialto::text::disclosed(text), 40, &mask))) refuse("an excerpt that is not UTF-8", text);
  rialto::text::references_of(text);
  if (const auto name = rialto::text::checked_name(text)) rialto::text::name_skeleton(*name);
  (void)rialto::text::checked_title(text);
  rialto::text::is_plausible_email(text);
  Reader(rialto::text::render(rialto::text::quote_of(text, "3v9k2m", half), options).html.view()).read();
  return 0;
}
