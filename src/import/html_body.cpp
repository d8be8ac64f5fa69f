#include "import/html_body.h"

#include <algorithm>

#include "base/strings.h"
#include "import/markdown.h"
#include "import/page_words.h"

namespace rialto::imports {
namespace {

using Kind = Passage::Kind;
using Set = std::unordered_set<std::string_view>;

constexpr int kMostMarks = 4;  // nested bold and italics

bool is_skipped_tag(std::string_view tag) {
  static const Set kTags = {"script", "style",    "nav",    "form",   "button",   "select", "svg",
                            "iframe", "template", "object", "input",  "textarea", "title",  "head",
                            "audio",  "video",    "canvas", "dialog", "noembed",  "math"};
  return kTags.contains(tag);
}

bool is_block(std::string_view tag) {
  static const Set kTags = {"address", "article", "aside", "center",   "dd",         "details",
                            "div",     "dl",      "dt",    "fieldset", "figcaption", "figure",
                            "footer",  "header",  "main",  "p",        "section",    "summary",
                            "table",   "tbody",   "td",    "th",       "tr",         "ul",
                            "ol",      "li",      "pre",   "body",     "html",       "shreddit-comment"};
  return kTags.contains(tag);
}

bool class_has(const Node& node, std::initializer_list<std::string_view> parts) {
  const auto classes = node.attribute("class");
  return std::any_of(parts.begin(), parts.end(),
                     [&](auto part) { return classes.find(part) != std::string_view::npos; });
}

bool is_hidden(const Node& node) {
  const auto style = node.attribute("style");
  if (style.find("display:none") != std::string_view::npos || style.find("display: none") != std::string_view::npos)
    return true;
  for (const auto& [name, value] : node.attributes)
    if (name == "hidden" || (name == "aria-hidden" && value == "true" && node.tag != "div")) return true;
  if (class_has(node, {"quoteExpand", "expandLink", "quote-controls", "showmore"})) return true;
  return node.has_class("screen-reader-text") || node.has_class("sr-only") || node.has_class("visually-hidden");
}

bool is_quote(const Node& node) {
  if (node.tag == "blockquote")
    return !class_has(node, {"postcontent", "instagram", "twitter", "tiktok"}) || class_has(node, {"quote"});
  if (node.tag == "aside") return node.has_class("quote");
  if (node.tag == "td" || node.tag == "div" || node.tag == "fieldset")
    return node.has_class("quote") || node.has_class("bbcode_quote") || node.has_class("quotetext") ||
           node.has_class("quotebox") || node.has_class("bbCodeQuote") || node.has_class("quote-body") ||
           node.has_class("QuoteBody") || node.has_class("quotecontent");
  return false;
}

// Who is quoted, in a line of its own: no part of what is quoted.
bool is_quote_source(const Node& node) {
  return node.tag == "cite" || node.has_class("attribution") || node.has_class("bbCodeBlock-title") ||
         node.has_class("bbcode_postedby") || node.has_class("quoteheader") || node.has_class("topslice_quote") ||
         node.has_class("quote-title") || node.has_class("quotetitle") || node.has_class("title") ||
         node.has_class("ipsQuote_citation") || node.has_class("bbcode_quote_cite") || node.has_class("quoteBoxIcon") ||
         node.has_class("quoteBoxTitle");
}

bool is_spoiler(const Node& node) {
  return class_has(node, {"spoiler", "Spoiler"}) &&
         !class_has(node, {"spoiler-title", "spoilertitle", "spoiler_title", "spoilerbutton", "bbCodeSpoiler-button",
                           "spoiler-toggle", "bbcode-spoiler-button", "no-spoiler"});
}

std::string emphasis_of(const Node& node) {
  if (node.tag == "b" || node.tag == "strong") return "**";
  if (node.tag == "i" || node.tag == "em" || node.tag == "cite") return "*";
  if (node.tag == "s" || node.tag == "del" || node.tag == "strike") return "~~";
  return "";
}

std::string image_address(const Node& node) {
  for (const char* name : {"data-src", "data-lazy-src", "data-original", "src"}) {
    const auto value = node.attribute(name);
    if (value.starts_with("http")) return std::string(value);
    if (value.starts_with("//")) return "https:" + std::string(value);
  }
  return "";
}

class BodyReader {
 public:
  BodyReader(const Document& document, const BodyReading& reading) : document_(document), reading_(reading) {}

  Passages read(NodeIndex root) {
    children(root);
    flush();
    return std::move(passages_);
  }

 private:
  void children(NodeIndex parent) {
    for (auto child = document_.at(parent).first; child != kNoNode; child = document_.at(child).next) node(child);
  }

  void node(NodeIndex index) {
    const auto& node = document_.at(index);
    if (node.is_text()) return text(node.text);
    if (is_skipped_tag(node.tag) || reading_.skip.contains(index) || is_hidden(node)) return;
    if (node.tag == "br") return line_break();
    if (node.tag == "hr") return rule();
    if (node.tag == "img") return image(node);
    if (is_quote(node)) return quote(index);
    if (quote_depth_ > 0 && is_quote_source(node)) return source(index);
    if (node.tag.size() == 2 && node.tag[0] == 'h' && node.tag[1] >= '1' && node.tag[1] <= '6') return heading(index);
    if (is_spoiler(node)) return spoiler(index);
    if (node.tag == "a") return link(index);
    if (node.tag == "li") return item(index);
    if (node.tag == "figcaption" && !passages_.empty() && passages_.back().kind == Kind::Picture) return caption(index);
    if (node.tag == "pre") return preformatted(index);
    if (const auto mark = emphasis_of(node); !mark.empty()) return emphasis(index, mark);
    if (!is_block(node.tag)) return children(index);
    const bool list = node.tag == "ul" || node.tag == "ol";
    const int before = list_number_;
    if (list) list_number_ = node.tag == "ol" ? 1 : 0;
    flush();
    children(index);
    flush();
    if (list) list_number_ = before;
  }

  // Blanks are made one; a blank at the start of a line says nothing.
  void text(std::string_view words) {
    std::string clean;
    for (std::size_t at = 0; at < words.size(); ++at) {
      const bool wide = words.substr(at, 2) == "\xC2\xA0";
      if (wide) ++at;
      const char letter = wide ? ' ' : words[at];
      const bool blank = letter == ' ' || letter == '\n' || letter == '\t';
      if (!blank)
        clean += letter;
      else if (clean.empty() ? ends_open() : clean.back() != ' ')
        clean += ' ';
    }
    if (clean.empty()) return;
    plain_ += clean;
    markdown_ += escaped_inline(clean);
  }

  bool ends_open() const { return !plain_.empty() && plain_.back() != ' ' && plain_.back() != '\n'; }

  // Two breaks in a row part paragraphs.
  void line_break() {
    while (!plain_.empty() && plain_.back() == ' ') plain_.pop_back();
    while (!markdown_.empty() && markdown_.back() == ' ') markdown_.pop_back();
    if (plain_.empty()) {
      ++breaks_;
    } else if (plain_.back() == '\n' && open_marks_ == 0) {
      flush();
      breaks_ = 1;
    } else {
      plain_ += '\n';
      markdown_ += '\n';
    }
  }

  void flush() {
    if (open_marks_ > 0) {
      if (ends_open()) text(" ");
      return;
    }
    emit(Kind::Paragraph);
  }

  static std::string tidy(const std::string& text) { return std::string(trimmed(text)); }

  void emit(Kind kind, int level = 0) {
    Passage passage;
    passage.kind = kind;
    passage.level = level;
    passage.plain = tidy(plain_);
    passage.markdown = with_starts_escaped(tidy(markdown_));
    passage.gap = std::max(1, breaks_);
    plain_.clear();
    markdown_.clear();
    if (passage.plain.empty()) return;
    breaks_ = 0;
    passages_.push_back(std::move(passage));
  }

  static std::string with_starts_escaped(const std::string& markdown) {
    std::string out;
    for (const auto line : lines_of(markdown)) {
      if (!out.empty()) out += '\n';
      out += escaped_line_start(trimmed(line));
    }
    return out;
  }

  void rule() {
    flush();
    Passage passage;
    passage.kind = Kind::Rule;
    if (!passages_.empty() && passages_.back().kind != Kind::Rule) passages_.push_back(passage);
  }

  void image(const Node& node) {
    const auto alt = std::string(trimmed(node.attribute("alt")));
    const bool says = !alt.empty() && !is_stray_alt(folded(alt));
    const auto source = image_address(node);
    const bool smiley = class_has(node, {"smil", "emoji", "icon"}) || source.find("smil") != std::string::npos ||
                        source.find("emoji") != std::string::npos || (says && alt.size() < 6 && alt.front() == ':');
    if (smiley) {
      if (says) text(alt);
      return;
    }
    if (reading_.pictures == Pictures::Leave) {
      if (source.empty() || class_has(node, {"avatar", "logo"})) return;
      std::string label = says ? escaped_inline(alt) : "picture";
      plain_ += says ? alt : "picture";
      markdown_ += "[" + label + "](" + source + ")";
      return;
    }
    if (class_has(node, {"avatar", "logo", "icon", "pixel"}) || node.attribute("width") == "1" ||
        node.attribute("height") == "1")
      return;
    flush();
    Passage passage;
    passage.kind = Kind::Picture;
    if (says) passage.alt = alt;
    if (!source.empty()) passage.src = source;
    const bool twice = !passages_.empty() && passages_.back().kind == Kind::Picture &&
                       passages_.back().src == passage.src && passage.src;
    if (!twice) passages_.push_back(std::move(passage));
  }

  void heading(NodeIndex index) {
    if (open_marks_ > 0) return children(index);
    flush();
    children(index);
    emit(Kind::Heading, document_.at(index).tag[1] - '0');
  }

  // What is within marks is written apart, so that blanks stand outside of them.
  void emphasis(NodeIndex index, const std::string& mark) {
    if (open_marks_ >= kMostMarks) return children(index);
    const auto begin = markdown_.size();
    ++open_marks_;
    children(index);
    --open_marks_;
    wrap(begin, mark, mark);
  }

  void wrap(std::size_t begin, const std::string& open, const std::string& close) {
    if (begin > markdown_.size()) return;
    const std::string inner = markdown_.substr(begin);
    markdown_.resize(begin);
    bool first = true;
    for (const auto line : split(inner, '\n')) {
      if (!first) markdown_ += '\n';
      first = false;
      const auto bare = trimmed(line);
      if (bare.empty()) {
        markdown_ += line;
        continue;
      }
      const auto lead = static_cast<std::size_t>(bare.data() - line.data());
      markdown_ += line.substr(0, lead);
      markdown_ += open;
      markdown_ += bare;
      markdown_ += close;
      markdown_ += line.substr(lead + bare.size());
    }
  }

  void spoiler(NodeIndex index) {
    const bool block = is_block(document_.at(index).tag);
    if (block) flush();
    const auto before = passages_.size();
    if (!block) {
      if (open_marks_ >= kMostMarks) return children(index);
      const auto begin = markdown_.size();
      ++open_marks_;
      children(index);
      --open_marks_;
      return wrap(begin, ">!", "!<");
    }
    children(index);
    flush();
    for (auto at = before; at < passages_.size(); ++at) {
      auto& passage = passages_[at];
      if (passage.kind != Kind::Paragraph || passage.markdown.starts_with(">!")) continue;
      std::string marked;
      for (const auto line : lines_of(passage.markdown))
        marked += (marked.empty() ? "" : "\n") + (">!" + std::string(line) + "!<");
      passage.markdown = marked;
    }
  }

  void link(NodeIndex index) {
    const auto& node = document_.at(index);
    auto address = std::string(trimmed(node.attribute("href")));
    const bool web = (address.starts_with("http://") || address.starts_with("https://")) && address.size() < 1500 &&
                     address.find_first_of(" <>\n") == std::string::npos;
    if (!web || open_marks_ >= kMostMarks) return children(index);
    const auto begin = markdown_.size(), plain_begin = plain_.size();
    ++open_marks_;
    children(index);
    --open_marks_;
    if (plain_begin > plain_.size()) return;
    const auto label = std::string(trimmed(std::string_view(plain_).substr(plain_begin)));
    if (label.empty() || begin > markdown_.size() || markdown_.find("](", begin) != std::string::npos) return;
    if (label == address || "http://" + label == address || "https://" + label == address) {
      markdown_.resize(begin);
      markdown_ += address;
      return;
    }
    address = replaced(replaced(address, "(", "%28"), ")", "%29");
    wrap(begin, "[", "](" + address + ")");
  }

  void item(NodeIndex index) {
    flush();
    const auto before = passages_.size();
    const std::string mark = list_number_ > 0 ? std::to_string(list_number_++) + ". " : "- ";
    const int outer = list_number_;
    children(index);
    flush();
    list_number_ = outer;
    if (before >= passages_.size()) return;
    auto& passage = passages_[before];
    if (passage.kind != Kind::Paragraph) return;
    passage.markdown = mark + passage.markdown;
    const bool follows =
        before > 0 && is_item_text(passages_[before - 1].markdown) && passages_[before - 1].kind == Kind::Paragraph;
    if (follows) passage.gap = 0;
  }

  static bool is_item_text(const std::string& markdown) {
    if (markdown.starts_with("- ")) return true;
    const auto dot = markdown.find(". ");
    return dot != std::string::npos && dot > 0 && dot < 4 &&
           std::all_of(markdown.begin(), markdown.begin() + static_cast<std::ptrdiff_t>(dot),
                       [](char letter) { return letter >= '0' && letter <= '9'; });
  }

  // What stands under a picture tells what it shows.
  void caption(NodeIndex index) {
    const auto words = document_.text_of(index, 400);
    auto& alt = passages_.back().alt;
    if (words.empty() || alt == words) return;
    alt = alt ? *alt + " – " + words : words;
  }

  void preformatted(NodeIndex index) {
    flush();
    std::string raw;
    for (NodeIndex at = index; at < document_.at(index).end; ++at)
      if (document_.at(at).is_text()) raw += document_.at(at).text;
    plain_ = raw;
    markdown_ = escaped_inline(raw);
    flush();
  }

  // One passage for all that is quoted; a quotation within it stands before it.
  void quote(NodeIndex index) {
    flush();
    if (quote_depth_ > 3) return children(index);
    auto outer = std::move(passages_);
    const auto outer_author = author_, outer_source = source_;
    passages_.clear();
    // Many programs put a blockquote into a box that names its author.
    const bool wrapped = quote_depth_ > 0 && outer.empty();
    if (!wrapped) {
      author_.reset();
      source_.reset();
    }
    ++quote_depth_;
    const auto marks = open_marks_;
    open_marks_ = 0;
    attributes_of_quote(document_.at(index));
    children(index);
    flush();
    open_marks_ = marks;
    --quote_depth_;
    gather(std::move(outer));
    author_ = outer_author;
    source_ = outer_source;
  }

  void gather(Passages outer) {
    Passage whole;
    whole.kind = Kind::Quote;
    for (auto& passage : passages_) {
      if (passage.kind == Kind::Quote || passage.kind == Kind::Picture) {
        outer.push_back(std::move(passage));
        continue;
      }
      if (passage.kind == Kind::Rule) continue;
      if (!whole.plain.empty()) {
        whole.plain += "\n";
        whole.markdown += passage.gap == 0 ? "\n" : "\n\n";
      }
      whole.plain += passage.plain;
      whole.markdown += passage.markdown;
    }
    passages_ = std::move(outer);
    if (whole.plain.empty()) return;
    whole.author = author_;
    whole.source_id = source_;
    passages_.push_back(std::move(whole));
  }

  void attributes_of_quote(const Node& node) {
    for (const char* name :
         {"data-quote", "data-username", "data-author", "data-ipsquote-username", "data-cite", "data-quoted-by"})
      if (const auto value = node.attribute(name); !value.empty()) author_ = std::string(value);
    if (const auto source = node.attribute("data-source"); !source.empty()) source_ = id_in(source);
    if (const auto source = node.attribute("data-ipsquote-contentcommentid"); !source.empty())
      source_ = std::string(source);
    if (const auto post = node.attribute("data-post"); !post.empty()) source_ = "#" + std::string(post);
    if (const auto cite = node.attribute("cite"); cite.find('#') != std::string_view::npos) source_ = id_in(cite);
  }

  void source(NodeIndex index) {
    for (NodeIndex at = index; at < document_.at(index).end; ++at) {
      const auto& node = document_.at(at);
      if (const auto id = node.attribute("data-post-id"); !id.empty() && !source_) source_ = id_in(id);
      if (node.tag != "a" || source_) continue;
      const auto href = node.attribute("href");
      if (href.find('#') != std::string_view::npos || href.find("post") != std::string_view::npos)
        source_ = id_in(href);
    }
    if (author_) return;
    auto words = document_.text_of(index, 200);
    for (const char* end : {" wrote:", " said:", " schrieb:", " hat geschrieben:", " a écrit :", " a écrit:",
                            " escribió:", " ha scritto:", " escreveu:", " schreef:", " написал(а):", ":"})
      if (words.ends_with(end)) {
        words.resize(words.size() - std::string_view(end).size());
        break;
      }
    if (!trimmed(words).empty() && words.size() < 60) author_ = std::string(trimmed(words));
  }

  const Document& document_;
  const BodyReading& reading_;
  Passages passages_;
  std::string plain_, markdown_;
  std::optional<std::string> author_, source_;
  int open_marks_ = 0;
  int quote_depth_ = 0;
  int list_number_ = 0;
  int breaks_ = 0;
};

}  // namespace

Passages html_passages(const Document& document, NodeIndex root, const BodyReading& reading) {
  return BodyReader(document, reading).read(root);
}

std::string id_in(std::string_view text) {
  std::size_t end = text.size();
  while (end > 0 && !(text[end - 1] >= '0' && text[end - 1] <= '9')) --end;
  std::size_t begin = end;
  while (begin > 0 && text[begin - 1] >= '0' && text[begin - 1] <= '9') --begin;
  return std::string(begin < end ? text.substr(begin, end - begin) : text.substr(0, 200));
}

std::string plain_page(const Document& document) {
  std::string out;
  bool fresh = true, blank = false;
  const auto new_line = [&](bool apart) {
    while (!out.empty() && out.back() == ' ') out.pop_back();
    if (!fresh) out += '\n';
    if (apart && !out.empty() && !out.ends_with("\n\n")) out += '\n';
    fresh = true;
    blank = false;
  };
  for (NodeIndex at = 0; at < document.size();) {
    const auto& node = document.at(at);
    if (!node.is_text()) {
      if (is_skipped_tag(node.tag) || is_hidden(node)) {
        at = node.end;
        continue;
      }
      if (node.tag == "img") {
        ++at;
        continue;
      }
      const bool heading = node.tag.size() == 2 && node.tag[0] == 'h';
      if (node.tag == "br" || is_block(node.tag) || heading || node.tag == "blockquote")
        new_line(node.tag == "p" || heading || node.tag == "blockquote");
      if (node.tag == "hr") out += "-----\n";
      ++at;
      continue;
    }
    for (const char letter : node.text) {
      if (letter == ' ' || letter == '\n' || letter == '\t') {
        blank = true;
        continue;
      }
      if (blank && !fresh) out += ' ';
      blank = fresh = false;
      out += letter;
    }
    // A block that ends here ends its line.
    ++at;
    for (auto parent = node.parent; parent != kNoNode && document.at(parent).end <= at;
         parent = document.at(parent).parent)
      if (is_block(document.at(parent).tag) ||
          (document.at(parent).tag.size() == 2 && document.at(parent).tag[0] == 'h')) {
        new_line(document.at(parent).tag == "p" || document.at(parent).tag[0] == 'h');
        break;
      }
  }
  return out;
}

}  // namespace rialto::imports
