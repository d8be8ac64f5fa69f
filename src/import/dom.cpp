#include "import/dom.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <unordered_set>

#include "base/strings.h"

namespace rialto::imports {
namespace {

constexpr std::size_t kMostNodes = 1'500'000;
constexpr std::size_t kDeepest = 160;
constexpr std::size_t kLongestTitle = 20'000;  // how far the end of a title or text area is looked for
constexpr std::size_t kMostAttributes = 24;

using Set = std::unordered_set<std::string_view>;

bool is_name(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
         letter == '-' || letter == ':' || letter == '_';
}

bool is_void(std::string_view tag) {
  static const Set kTags = {"area",  "base", "br",   "col",   "embed",  "hr",    "img",
                            "input", "link", "meta", "param", "source", "track", "wbr"};
  return kTags.contains(tag);
}

bool is_raw(std::string_view tag) {
  static const Set kTags = {"script", "style", "textarea", "title", "iframe", "noembed", "noframes", "xmp"};
  return kTags.contains(tag);
}

bool closes_paragraph(std::string_view tag) {
  static const Set kTags = {"address", "article", "aside",   "blockquote", "div",  "dl",  "fieldset",
                            "figure",  "footer",  "form",    "h1",         "h2",   "h3",  "h4",
                            "h5",      "h6",      "header",  "hr",         "main", "nav", "ol",
                            "p",       "pre",     "section", "table",      "ul"};
  return kTags.contains(tag);
}

// What a start tag ends by itself, and what the search for it must not leave.
struct Implied {
  Set ended, scope;
};
const Implied* implied_end(std::string_view tag) {
  static const Implied kItem = {{"li"}, {"ul", "ol"}};
  static const Implied kTerm = {{"dt", "dd"}, {"dl"}};
  static const Implied kRow = {{"tr"}, {"table"}};
  static const Implied kCell = {{"td", "th"}, {"table", "tr"}};
  static const Implied kOption = {{"option"}, {"select"}};
  if (tag == "li") return &kItem;
  if (tag == "dt" || tag == "dd") return &kTerm;
  if (tag == "tr") return &kRow;
  if (tag == "td" || tag == "th") return &kCell;
  if (tag == "option") return &kOption;
  return nullptr;
}

void append_utf8(std::string& out, unsigned code) {
  if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) code = 0xFFFD;
  // Numbers 128 to 159 mean Windows-1252, as browsers read them.
  static constexpr unsigned kWindows[32] = {0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021,
                                            0x2C6,  0x2030, 0x160,  0x2039, 0x152,  0x8D,   0x17D,  0x8F,
                                            0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                            0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};
  if (code >= 128 && code < 160) code = kWindows[code - 128];
  if (code < 0x20 && code != '\n' && code != '\t') code = ' ';
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0 | code >> 6);
    out += static_cast<char>(0x80 | (code & 63));
  } else if (code < 0x10000) {
    out += static_cast<char>(0xE0 | code >> 12);
    out += static_cast<char>(0x80 | (code >> 6 & 63));
    out += static_cast<char>(0x80 | (code & 63));
  } else {
    out += static_cast<char>(0xF0 | code >> 18);
    out += static_cast<char>(0x80 | (code >> 12 & 63));
    out += static_cast<char>(0x80 | (code >> 6 & 63));
    out += static_cast<char>(0x80 | (code & 63));
  }
}

// The code of "&#x2019;" or "&rsquo;" (without & and ;), or 0.
unsigned entity_code(const std::string& name) {
  if (name.starts_with('#')) {
    const bool hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
    unsigned code = 0;
    for (const char letter : name.substr(hex ? 2 : 1)) {
      const int digit = letter >= '0' && letter <= '9'                        ? letter - '0'
                        : hex && (letter | 32) >= 'a' && (letter | 32) <= 'f' ? (letter | 32) - 'a' + 10
                                                                              : -1;
      if (digit < 0 || code > 0x110000) return 0;
      code = code * (hex ? 16 : 10) + static_cast<unsigned>(digit);
    }
    return code;
  }
  if (name == "apos") return '\'';
  const auto* found = htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()));
  return found ? found->value : 0;
}

}  // namespace

std::string decoded_entities(std::string_view text) {
  if (text.find('&') == std::string_view::npos) return std::string(text);
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '&') {
      out += text[at];
      continue;
    }
    std::size_t end = at + 1;
    while (end < text.size() && end < at + 32 && (is_name(text[end]) || text[end] == '#')) ++end;
    const unsigned code = end > at + 1 ? entity_code(std::string(text.substr(at + 1, end - at - 1))) : 0;
    if (code == 0) {
      out += '&';
      continue;
    }
    append_utf8(out, code);
    at = end < text.size() && text[end] == ';' ? end : end - 1;
  }
  return out;
}

std::string_view Node::attribute(std::string_view name) const {
  for (const auto& [key, value] : attributes)
    if (key == name) return value;
  return {};
}

bool Node::has_class(std::string_view name) const {
  const auto classes = attribute("class");
  for (auto at = classes.find(name); at != std::string_view::npos; at = classes.find(name, at + 1)) {
    const auto after = at + name.size();
    const bool begins = at == 0 || classes[at - 1] == ' ' || classes[at - 1] == '\n' || classes[at - 1] == '\t';
    if (begins &&
        (after == classes.size() || classes[after] == ' ' || classes[after] == '\n' || classes[after] == '\t'))
      return true;
  }
  return false;
}

class HtmlParser {
 public:
  HtmlParser(Document& document, std::string_view html) : document_(document), html_(html) {
    document_.nodes_.reserve(std::min<std::size_t>(html.size() / 16 + 16, kMostNodes));
    Node root;
    root.tag = "#root";
    document_.nodes_.push_back(std::move(root));
    open_.push_back(0);
  }

  void parse() {
    while (at_ < html_.size() && document_.nodes_.size() < kMostNodes) {
      if (html_[at_] == '<' && markup()) continue;
      text();
    }
    while (!open_.empty()) close_top();
    index();
  }

 private:
  Node& node(NodeIndex index) { return document_.nodes_[static_cast<std::size_t>(index)]; }
  std::string_view open_tag(std::size_t back) { return node(open_[open_.size() - 1 - back]).tag; }

  NodeIndex append(Node made) {
    const auto index = static_cast<NodeIndex>(document_.nodes_.size());
    const auto parent = open_.back();
    made.parent = parent;
    made.end = index + 1;
    document_.nodes_.push_back(std::move(made));
    if (node(parent).last == kNoNode)
      node(parent).first = index;
    else
      node(node(parent).last).next = index;
    node(parent).last = index;
    return index;
  }

  void close_top() {
    node(open_.back()).end = static_cast<NodeIndex>(document_.nodes_.size());
    open_.pop_back();
  }

  void text() {
    const auto begin = at_;
    at_ = std::min(html_.find('<', at_ + 1), html_.size());
    const auto piece = html_.substr(begin, at_ - begin);
    const auto parent = open_.back();
    const auto last = node(parent).last;
    if (last != kNoNode && node(last).is_text() && static_cast<std::size_t>(last) + 1 == document_.nodes_.size()) {
      node(last).text += decoded_entities(piece);
      return;
    }
    Node made;
    made.text = decoded_entities(piece);
    append(std::move(made));
  }

  // True if a tag, comment or declaration was read.
  bool markup() {
    const auto rest = html_.substr(at_);
    if (rest.starts_with("<!--")) {
      const auto end = html_.find("-->", at_ + 4);
      at_ = end == std::string_view::npos ? html_.size() : end + 3;
      return true;
    }
    if (rest.size() > 1 && (rest[1] == '!' || rest[1] == '?')) {
      const auto end = html_.find('>', at_);
      at_ = end == std::string_view::npos ? html_.size() : end + 1;
      return true;
    }
    if (rest.size() > 2 && rest[1] == '/' && is_name(rest[2])) return end_tag();
    if (rest.size() > 1 && ((rest[1] | 32) >= 'a') && ((rest[1] | 32) <= 'z')) return start_tag();
    return false;
  }

  std::string name_at() {
    const auto begin = at_;
    while (at_ < html_.size() && is_name(html_[at_])) ++at_;
    return ascii_lower(html_.substr(begin, std::min<std::size_t>(at_ - begin, 60)));
  }

  void skip_blanks() {
    while (at_ < html_.size() && (html_[at_] == ' ' || html_[at_] == '\n' || html_[at_] == '\t' || html_[at_] == '/'))
      ++at_;
  }

  bool end_tag() {
    at_ += 2;
    const auto name = name_at();
    const auto end = html_.find('>', at_);
    at_ = end == std::string_view::npos ? html_.size() : end + 1;
    const bool table_part =
        name == "table" || name == "tr" || name == "td" || name == "tbody" || name == "th" || name == "thead";
    for (std::size_t back = 0; back + 1 < open_.size(); ++back) {
      const auto tag = open_tag(back);
      if (tag == name) {
        for (std::size_t count = 0; count <= back; ++count) close_top();
        return true;
      }
      if (!table_part && (tag == "td" || tag == "th" || tag == "table") && name != "body" && name != "html")
        return true;
      if (table_part && name != "table" && tag == "table") return true;
    }
    if (name == "br" || name == "p") append_element(name, {});
    return true;
  }

  bool start_tag() {
    ++at_;
    auto name = name_at();
    std::vector<std::pair<std::string, std::string>> attributes;
    bool closed = false;
    while (at_ < html_.size()) {
      closed = html_[at_] == '/' || (at_ > 0 && html_[at_ - 1] == '/' && html_[at_] == '>');
      skip_blanks();
      if (at_ >= html_.size()) break;
      if (html_[at_] == '>') {
        ++at_;
        break;
      }
      if (html_[at_] == '<') break;
      read_attribute(attributes);
    }
    open_element(std::move(name), std::move(attributes), closed);
    return true;
  }

  void read_attribute(std::vector<std::pair<std::string, std::string>>& attributes) {
    const auto begin = at_;
    while (at_ < html_.size() && html_[at_] != '=' && html_[at_] != '>' && html_[at_] != ' ' && html_[at_] != '\n' &&
           html_[at_] != '\t' && html_[at_] != '/')
      ++at_;
    if (at_ == begin) {
      ++at_;
      return;
    }
    auto name = ascii_lower(html_.substr(begin, std::min<std::size_t>(at_ - begin, 80)));
    while (at_ < html_.size() && (html_[at_] == ' ' || html_[at_] == '\n' || html_[at_] == '\t')) ++at_;
    std::string value;
    if (at_ < html_.size() && html_[at_] == '=') {
      ++at_;
      while (at_ < html_.size() && (html_[at_] == ' ' || html_[at_] == '\n' || html_[at_] == '\t')) ++at_;
      value = read_value();
    }
    if (attributes.size() < kMostAttributes) attributes.emplace_back(std::move(name), std::move(value));
  }

  std::string read_value() {
    if (at_ >= html_.size()) return "";
    const char quote = html_[at_];
    std::size_t begin = at_, end = at_;
    if (quote == '"' || quote == '\'') {
      begin = at_ + 1;
      end = std::min(html_.find(quote, begin), html_.size());
      at_ = std::min(end + 1, html_.size());
    } else {
      end = std::min(html_.find_first_of(" >\n\t", at_), html_.size());
      at_ = end;
    }
    return decoded_entities(html_.substr(begin, std::min<std::size_t>(end - begin, 10'000)));
  }

  void append_element(std::string name, std::vector<std::pair<std::string, std::string>> attributes) {
    Node made;
    made.tag = std::move(name);
    made.attributes = std::move(attributes);
    append(std::move(made));
  }

  void end_implied(std::string_view name) {
    static const Set kFlow = {"body", "a", "span", "b", "font", "center", "img", "br", "tt"};
    if (open_tag(0) == "head" && (kFlow.contains(name) || closes_paragraph(name))) close_top();
    if (const auto* implied = implied_end(name))
      for (std::size_t back = 0; back + 1 < open_.size() && back < 12; ++back) {
        const auto tag = open_tag(back);
        if (implied->scope.contains(tag)) break;
        if (!implied->ended.contains(tag)) continue;
        for (std::size_t count = 0; count <= back; ++count) close_top();
        break;
      }
    if (!closes_paragraph(name)) return;
    static const Set kInline = {"b", "i", "em", "strong", "span", "font", "a", "u", "small", "big"};
    for (std::size_t back = 0; back + 1 < open_.size() && back < 6; ++back) {
      if (open_tag(back) == "p") {
        for (std::size_t count = 0; count <= back; ++count) close_top();
        return;
      }
      if (!kInline.contains(open_tag(back))) return;
    }
  }

  void open_element(std::string name, std::vector<std::pair<std::string, std::string>> attributes, bool closed) {
    end_implied(name);
    if (is_raw(name)) return raw(std::move(name), std::move(attributes));
    const bool leaf = is_void(name) || closed || open_.size() >= kDeepest;
    Node made;
    made.tag = std::move(name);
    made.attributes = std::move(attributes);
    const auto index = append(std::move(made));
    if (!leaf) open_.push_back(index);
  }

  // The next "</" from here on; found once for all that ask.
  std::size_t next_close() {
    if (next_close_ < at_) next_close_ = std::min(html_.find("</", at_), html_.size());
    return next_close_;
  }

  // Scripts and the like: up to their own end tag. Only titles, text areas and the page's data are kept.
  void raw(std::string name, std::vector<std::pair<std::string, std::string>> attributes) {
    const auto begin = at_;
    const std::string mark = "</" + name;
    const bool short_one = name == "title" || name == "textarea";
    auto end = next_close();
    for (int missed = 0; end < html_.size() && !equal_ignoring_case(html_.substr(end, mark.size()), mark); ++missed) {
      if (short_one && missed > 40) end = html_.size();
      if (end < html_.size()) end = std::min(html_.find("</", end + 2), html_.size());
    }
    if (end >= html_.size() || (short_one && end > begin + kLongestTitle)) end = std::string_view::npos;
    if (end == std::string_view::npos) {
      if (name == "title" || name == "textarea")
        end = begin;  // never closed: don't swallow the page
      else
        end = html_.size();
    }
    const auto content = html_.substr(begin, end - begin);
    const auto close = html_.find('>', end);
    at_ = end == begin && close != std::string_view::npos && !html_.substr(end).starts_with("</") ? begin
          : close == std::string_view::npos                                                       ? html_.size()
                                                                                                  : close + 1;
    const bool data = name == "script" && std::any_of(attributes.begin(), attributes.end(), [](const auto& pair) {
                        return pair.first == "type" && pair.second.find("ld+json") != std::string::npos;
                      });
    if (data && document_.json_ld_.size() < 50 && content.size() < 2'000'000) document_.json_ld_.emplace_back(content);
    if (name != "title") return;
    append_element("title", {});
    const auto index = static_cast<NodeIndex>(document_.nodes_.size()) - 1;
    open_.push_back(index);
    Node made;
    made.text = decoded_entities(content);
    append(std::move(made));
    close_top();
  }

  void index() {
    for (NodeIndex at = 0; at < document_.size(); ++at) {
      const auto& made = document_.at(at);
      if (made.is_text()) continue;
      document_.by_tag_[made.tag].push_back(at);
      int count = 0;
      const std::string classes = replaced(replaced(made.attribute("class"), "\n", " "), "\t", " ");
      for (const auto name : split(classes, ' ')) {
        if (name.empty() || ++count > 20) continue;
        auto& list = document_.by_class_[std::string(name)];
        if (list.empty() || list.back() != at) list.push_back(at);
      }
    }
  }

  Document& document_;
  std::string_view html_;
  std::size_t at_ = 0;
  std::size_t next_close_ = 0;
  std::vector<NodeIndex> open_;
};

Document::Document(std::string_view html) {
  HtmlParser(*this, html).parse();
}

std::string Document::text_of(NodeIndex index, std::size_t limit) const {
  std::string text;
  bool blank = false;
  for (NodeIndex at_node = index; at_node < at(index).end && text.size() < limit; ++at_node) {
    const auto& node = at(at_node);
    if (!node.is_text()) {
      blank = blank || node.tag == "br" || closes_paragraph(node.tag) || node.tag == "td" || node.tag == "li" ||
              node.tag == "tr";
      continue;
    }
    for (const char letter : node.text) {
      if (letter == ' ' || letter == '\n' || letter == '\t') {
        blank = true;
        continue;
      }
      if (blank && !text.empty()) text += ' ';
      blank = false;
      text += letter;
    }
  }
  return text;
}

}  // namespace rialto::imports
