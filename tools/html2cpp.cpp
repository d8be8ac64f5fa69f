// Compiles a page to C++: html2cpp src/web/pages/NAME.html OUT_DIR  →  OUT_DIR/NAME.html.h and NAME.html.cpp
//
//   <!-- page thread(const view::Thread& page) include "web/view/thread.h" -->   begins a function; a file may hold several
//   {{ page.title }}          a value, escaped for where it stands: text, quoted attribute, address in href/src/action…
//   {% for post in page.posts %} … {% else %} … {% end %}     else: when there are none
//   {% if page.locked and !page.posts %} … {% else if page.order == "tree" %} … {% else %} … {% end %}
//   {% include post(post, page.frame) %}   {% asset rialto.css %}   {# a note, left out #}
//   {{ say thread.locked }}  {{ say thread.posts(page.count) }}       a text of src/say/en/thread.txt, in the page's language
//   {% say thread.begun_by %}{% as who %}{% include who(row.by) %}{% end %}     a text with slots: between "as" and the next
//                             "as" or "end" stands what is put for the slot; {{ it }} is the text within the slot
//
//   {{ say tag }}  {{ say direction }}      of the page's language: "de", "ltr"
//
// Each function also takes the language that the page is in, as its first argument, and hands it on to what it includes.
// Words stand in the texts, not in pages: letters outside of them are refused, but for <code>, <kbd> and <samp>.
// Values are member paths ("post.when.spoken", "post.count()"); what they may be is said in web/html.h. A wrong name fails
// the C++ build at the line of the .html. HTML comments are left out; white space is made small except in pre and
// textarea: none beside block elements and at the edges of branches that break the line, elsewhere one blank.
#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <iostream>
#include <regex>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace fs = std::filesystem;

namespace {

struct Mistake : std::runtime_error {
  Mistake(int at, const std::string& what) : std::runtime_error(what), line(at) {}
  int line;
};

enum class Kind { markup, value, control, end };

struct Piece {
  Kind kind;
  std::string text;
  int line;
};

struct Function {
  std::string name, parameters;
  std::vector<std::string> includes;
  std::vector<Piece> pieces;
  int line;
};

const std::string kPath = R"([A-Za-z_]\w*(?:\(\))?(?:\.[A-Za-z_]\w*(?:\(\))?)*)";

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return "";
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// Elements beside which white space means nothing.
bool is_block(const std::string& tag) {
  static const std::set<std::string> names = {
      "address", "article", "aside",   "blockquote", "body",   "dd",    "details", "dialog", "div",  "dl",       "dt",
      "fieldset", "figure", "figcaption", "footer",  "form",   "h1",    "h2",      "h3",     "h4",   "head",     "header",
      "hr",      "html",    "legend",  "li",         "link",   "main",  "meta",    "nav",    "ol",   "optgroup", "option",
      "p",       "pre",     "script",  "section",    "style",  "summary", "svg",   "table",  "tbody", "td",      "template",
      "tfoot",   "th",      "thead",   "title",      "tr",     "ul",    "!doctype", "path",  "rect", "circle",   "g"};
  return names.contains(tag);
}

bool is_address(const std::string& attribute) {
  static const std::set<std::string> names = {"href", "src", "action", "formaction", "cite", "poster", "data"};
  return names.contains(attribute);
}

// ---- cutting the file into pieces ----

class Cutter {
 public:
  explicit Cutter(std::string source) : source_(std::move(source)) {}

  std::vector<Function> cut() {
    while (at_ < source_.size()) {
      if (starts("<!--")) comment();
      else if (starts("{{")) take(Kind::value, "{{", "}}");
      else if (starts("{%")) take(Kind::control, "{%", "%}");
      else if (starts("{#")) skip_to("{#", "#}");
      else markup();
    }
    if (functions_.empty()) throw Mistake(1, "begin with <!-- page NAME(const view::NAME& page) include \"web/view/NAME.h\" -->");
    for (auto& function : functions_) function.pieces.push_back({Kind::end, "", line_});
    return std::move(functions_);
  }

 private:
  bool starts(std::string_view what) const { return std::string_view(source_).substr(at_).starts_with(what); }

  std::string skip_to(const std::string& open, const std::string& close) {
    const auto end = source_.find(close, at_ + open.size());
    if (end == std::string::npos) throw Mistake(line_, "\"" + open + "\" is never closed: write \"" + close + "\" after it");
    const auto inner = source_.substr(at_ + open.size(), end - at_ - open.size());
    for (; at_ < end + close.size(); ++at_) line_ += source_[at_] == '\n';
    return inner;
  }

  void take(Kind kind, const std::string& open, const std::string& close) {
    const int line = line_;
    add({kind, trimmed(skip_to(open, close)), line});
  }

  void add(Piece piece) {
    if (functions_.empty()) {
      if (piece.kind == Kind::markup && trimmed(piece.text).empty()) return;
      throw Mistake(piece.line, "this stands before the first <!-- page NAME(…) --> line: move it below");
    }
    functions_.back().pieces.push_back(std::move(piece));
  }

  void comment() {
    const int line = line_;
    const auto inner = trimmed(skip_to("<!--", "-->"));
    if (!inner.starts_with("page ")) return;
    static const std::regex form(R"re(page (\w+)\(([^()]*)\)((?:\s+include(?:\s+"[^"]+")+)?))re");
    std::smatch found;
    if (!std::regex_match(inner, found, form))
      throw Mistake(line, "a page begins like <!-- page NAME(const view::NAME& page) include \"web/view/NAME.h\" -->");
    Function function{found[1], found[2], {}, {}, line};
    const std::string includes = found[3];
    static const std::regex quoted(R"re("([^"]+)")re");
    for (std::sregex_iterator i(includes.begin(), includes.end(), quoted), end; i != end; ++i)
      function.includes.push_back((*i)[1]);
    functions_.push_back(std::move(function));
  }

  void markup() {
    const int line = line_;
    const auto begin = at_;
    while (at_ < source_.size() && (at_ == begin || (!starts("<!--") && !starts("{{") && !starts("{%") && !starts("{#"))))
      line_ += source_[at_++] == '\n';
    add({Kind::markup, source_.substr(begin, at_ - begin), line});
  }

  std::string source_;
  std::size_t at_ = 0;
  int line_ = 1;
  std::vector<Function> functions_;
};

// ---- where in the HTML we stand ----

enum class Place { text, tag_name, in_tag, attribute_name, before_value, quoted, unquoted };

struct Where {
  Place place = Place::text;
  std::string tag;        // the tag being read, or the last one
  std::string attribute;  // the attribute being read
  char quote = 0;
  std::string raw;             // "script", "style", "textarea" or "pre" while inside one
  bool is_code = false;        // within <code>, <kbd> or <samp>
  std::string address_so_far;  // the literal beginning of an address
  bool address_begun = false;

  // Follows one character of markup.
  void follow(char c, std::string_view rest) {
    switch (place) {
      case Place::text:
        if (c == '<' && (raw.empty() || rest.starts_with("</" + raw)) && (rest.size() == 1 || !is_blank(rest[1])))
          place = Place::tag_name, tag.clear();
        return;
      case Place::tag_name:
        if (c == '>') close_tag();
        else if (is_blank(c)) place = Place::in_tag;
        else tag += lower(c);
        return;
      case Place::in_tag:
        if (c == '>') close_tag();
        else if (!is_blank(c) && c != '/') place = Place::attribute_name, attribute = lower(c);
        return;
      case Place::attribute_name:
        if (c == '>') close_tag();
        else if (c == '=') place = Place::before_value;
        else if (is_blank(c)) place = Place::in_tag;
        else attribute += lower(c);
        return;
      case Place::before_value:
        address_so_far.clear(), address_begun = false;
        if (c == '"' || c == '\'') place = Place::quoted, quote = c;
        else place = Place::unquoted;
        return;
      case Place::quoted:
        if (c == quote) place = Place::in_tag;
        else address_so_far += c, address_begun = true;
        return;
      case Place::unquoted:
        if (c == '>') close_tag();
        else if (is_blank(c)) place = Place::in_tag;
        return;
    }
  }

  // Two branches must leave us at the same place.
  std::string mark() const {
    const bool in_tag = place == Place::attribute_name || place == Place::tag_name;
    const auto shown = in_tag ? Place::in_tag : place;
    const bool within = shown == Place::quoted;
    return std::to_string(static_cast<int>(shown)) + (within ? attribute : "") + "|" + raw + "|" +
           (shown == Place::text ? "" : tag);
  }

 private:
  void close_tag() {
    place = Place::text;
    if (tag == "script" || tag == "style" || tag == "textarea" || tag == "pre") raw = tag;
    else if (tag == "/" + raw) raw.clear();
    if (tag == "code" || tag == "kbd" || tag == "samp") is_code = true;
    else if (tag == "/code" || tag == "/kbd" || tag == "/samp") is_code = false;
  }
};

// ---- writing the function ----

std::string path_code(const std::string& path) {
  std::string code;
  std::istringstream segments(path);
  for (std::string segment; std::getline(segments, segment, '.');)
    code = code.empty() ? segment : "html::at(" + code + ")." + segment;
  return code;
}

std::string literal(std::string_view text) {
  std::string code = "\"";
  for (const char c : text) {
    if (c == '\n') code += "\\n\"\n    \"";
    else if (c == '"' || c == '\\') code += '\\', code += c;
    else code += c;
  }
  return code + "\"";
}

class Writer {
 public:
  Writer(const Function& function, std::string file) : function_(function), file_(std::move(file)) {}

  // The sections of texts that the page says something of.
  const std::set<std::string>& sections() const { return sections_; }

  std::string write() {
    for (index_ = 0; index_ < function_.pieces.size(); ++index_) {
      const auto& piece = function_.pieces[index_];
      if (piece.kind == Kind::markup) markup(piece);
      else if (piece.kind == Kind::value) value(piece);
      else if (piece.kind == Kind::control) control(piece);
    }
    flush();
    if (!open_.empty())
      throw Mistake(open_.back().line, "this {% " + open_.back().word + " %} is never closed: write {% end %} after it");
    return code_;
  }

 private:
  struct Block {
    std::string word, list, mark;
    int line;
    bool in_slot = false;  // of a text with slots: behind its first {% as … %}
  };

  [[nodiscard]] Kind next_kind() const { return function_.pieces[index_ + 1].kind; }

  // ---- markup ----

  void markup(const Piece& piece) {
    const std::string_view text = piece.text;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char c = text[i];
      const bool keeps = where_.place == Place::text && !where_.raw.empty();
      if (is_blank(c) && !keeps) {
        const auto begin = i;
        while (i + 1 < text.size() && is_blank(text[i + 1])) ++i;
        blank(text.substr(begin, i + 1 - begin), text.substr(i + 1), begin == 0);
        continue;
      }
      check_letter(piece, text, i);
      where_.follow(c, text.substr(i));
      static_ += c;
    }
  }

  // Words belong to the texts. Numbers, signs, "&gt;" and what is shown as code may stand in a page.
  void check_letter(const Piece& piece, std::string_view text, std::size_t at) {
    const char c = text[at];
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) >= 0xC3 && static_cast<unsigned char>(c) <= 0xDF);
    if (!is_letter || !is_said() || in_entity(text, at)) return;
    const int line = piece.line + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    throw Mistake(line, "words stand in the page: \"" + std::string(text.substr(at, text.find_first_of("<\"\n", at) - at)) +
                            "\". Put them into src/say/en and write {{ say SECTION.KEY }}");
  }

  // Whether what stands here is shown or read aloud to people.
  bool is_said() const {
    static const std::set<std::string> attributes = {"aria-label", "title", "placeholder", "alt"};
    if (where_.place == Place::quoted) return attributes.contains(where_.attribute);
    return where_.place == Place::text && where_.raw != "script" && where_.raw != "style" && where_.raw != "pre" && !where_.is_code;
  }

  static bool in_entity(std::string_view text, std::size_t at) {
    const auto start = text.substr(0, at).find_last_of("& ;<>\"");
    return start != std::string_view::npos && text[start] == '&' && text.find(';', at) != std::string_view::npos;
  }

  void blank(std::string_view run, std::string_view rest, bool first) {
    const auto place = where_.place;
    if (place == Place::quoted) {
      const bool broken = run.find('\n') != std::string_view::npos;
      for (const char c : broken ? std::string_view(" ") : run) where_.follow(c, rest), static_ += c;
      return;
    }
    if (place != Place::text) {
      where_.follow(' ', rest);
      const bool before_end = rest.starts_with(">") || rest.starts_with("/>");
      if (!before_end) static_ += ' ';
      return;
    }
    const bool after_control = first && (index_ == 0 || function_.pieces[index_ - 1].kind == Kind::control);
    const bool after_value = first && index_ > 0 && function_.pieces[index_ - 1].kind == Kind::value;
    const bool after_tag = !after_value && !after_control && static_.ends_with('>');
    if (after_tag && is_block(where_.tag.starts_with('/') ? where_.tag.substr(1) : where_.tag)) return;
    if (index_ == 0 && first) return;
    if (rest.empty() && next_kind() == Kind::end) return;
    if (rest.starts_with('<') && is_block(tag_at(rest))) return;
    if (run.find('\n') != std::string_view::npos && at_edge_of_branch(first, rest.empty())) return;
    static_ += ' ';
  }

  // Right after {% if … %}, {% for … %}, {% else %} or {% as … %}, or right before the next of them: there a line break only
  // shows how the blocks stand; a blank without one is meant.
  bool at_edge_of_branch(bool first, bool last) const {
    const auto is_control = [&](std::size_t i, std::initializer_list<std::string_view> words) {
      if (i >= function_.pieces.size() || function_.pieces[i].kind != Kind::control) return false;
      for (const auto word : words)
        if (function_.pieces[i].text.starts_with(word)) return true;
      return false;
    };
    return (first && index_ > 0 && is_control(index_ - 1, {"if ", "for ", "else", "as ", "say "})) || (last && is_control(index_ + 1, {"else", "end", "as "}));
  }

  static std::string tag_at(std::string_view rest) {
    std::string name;
    for (std::size_t i = rest.starts_with("</") ? 2 : 1; i < rest.size() && !is_blank(rest[i]) && rest[i] != '>'; ++i)
      name += lower(rest[i]);
    return name;
  }

  void flush() {
    if (!static_.empty()) code_ += "  out.append(" + literal(static_) + ", " + std::to_string(static_.size()) + ");\n";
    static_.clear();
  }

  // ---- values ----

  void value(const Piece& piece) {
    static const std::regex form(kPath);
    if (piece.text.starts_with("say ")) return put(piece, said(piece, piece.text.substr(4)));
    if (!std::regex_match(piece.text, form))
      throw Mistake(piece.line, "{{ " + piece.text + " }} is no member path: write {{ page.title }}, and do the rest in the view");
    put(piece, path_code(piece.text));
  }

  void put(const Piece& piece, const std::string& value) {
    flush();
    line(piece.line);
    code_ += "  html::" + putter(piece) + "(out, " + value + ");\n";
    where_.address_begun = true;
  }

  // The call of a text: "thread.posts(page.count)" → say::thread::posts(language, html::at(page).count
  std::string call_of(const Piece& piece, const std::string& words) {
    static const std::regex form(R"re((\w+)\.(\w+)(?:\((.*)\))?)re");
    if (words == "tag" || words == "direction") return "say::" + words + "_of(language";
    std::smatch found;
    if (!std::regex_match(words, found, form))
      throw Mistake(piece.line, "\"" + words + "\" is no text: write say SECTION.KEY or say SECTION.KEY(page.count)");
    sections_.insert(found[1]);
    auto code = "say::" + found[1].str() + "::" + found[2].str() + "(language";
    std::istringstream list(found[3]);
    for (std::string argument; std::getline(list, argument, ',');) code += ", " + this->argument(piece, trimmed(argument));
    return code;
  }

  std::string said(const Piece& piece, const std::string& words) { return call_of(piece, words) + ")"; }

  static std::string argument(const Piece& piece, const std::string& words) {
    static const std::regex path(kPath), name("\"[a-z0-9-]*\"");
    if (std::regex_match(words, name)) return words;
    if (!std::regex_match(words, path)) throw Mistake(piece.line, "\"" + words + "\" is no member path and no \"name\" in small letters");
    return "html::at(" + path_code(words) + ")";
  }

  std::string putter(const Piece& piece) {
    const auto shown = "{{ " + piece.text + " }} ";
    const bool is_text = where_.place == Place::text;
    if (is_text && where_.raw == "script")
      throw Mistake(piece.line, shown + "stands in <script>: put it in a data- attribute and read it from there");
    if (is_text && where_.raw == "style") return "put_style";
    if (is_text) return "put_text";
    if (where_.place == Place::unquoted || where_.place == Place::before_value)
      throw Mistake(piece.line, shown + "stands in an attribute without quotes: write " + where_.attribute + "=\"" + shown + "\"");
    if (where_.place != Place::quoted)
      throw Mistake(piece.line, shown + "stands within a tag: values go in quoted attributes; for a flag write {% if … %} name{% end %}");
    const auto& name = where_.attribute;
    if (name.starts_with("on") || name == "style" || name == "srcdoc" || name == "srcset")
      throw Mistake(piece.line, shown + "stands in " + name + "=\"…\": no value is safe there; use a class or a data- attribute");
    if (!is_address(name)) return "put_attribute";
    return where_.address_begun ? address_part(piece) : "put_address";
  }

  // Within an address only a part of it is put, after a beginning that fixes where it leads.
  std::string address_part(const Piece& piece) {
    const auto& begin = where_.address_so_far;
    for (const std::string_view safe : {"/", "#", "?", "https://", "mailto:"})
      if (begin.empty() || begin.starts_with(safe)) return "put_address_part";
    throw Mistake(piece.line, "the address begins with \"" + begin + "\": begin with /, #, ?, https:// or a whole {{ address }}");
  }

  // ---- control ----

  void control(const Piece& piece) {
    static const std::regex for_form("for ([a-z_]\\w*) in (" + kPath + ")");
    static const std::regex include_form("include (\\w+)\\((.*)\\)");
    static const std::regex asset_form("asset ([\\w.-]+)");
    std::smatch found;
    if (piece.text == "end") end(piece);
    else if (piece.text == "else") otherwise(piece);
    else if (piece.text.starts_with("else if ")) branch(piece, "} else if (" + condition(piece, 8) + ") {\n");
    else if (piece.text.starts_with("if ")) open(piece, "if", "", "if (" + condition(piece, 3) + ") {\n");
    else if (std::regex_match(piece.text, found, for_form)) {
      const auto list = path_code(found[2]);
      open(piece, "for", list, "for (const auto& " + found[1].str() + " : " + list + ") {\n");
    } else if (piece.text.starts_with("say ")) say(piece);
    else if (piece.text.starts_with("as ")) slot(piece, trimmed(piece.text.substr(3)));
    else if (std::regex_match(piece.text, found, include_form)) include(piece, found[1], found[2]);
    else if (std::regex_match(piece.text, found, asset_form)) asset(piece, found[1]);
    else throw Mistake(piece.line, "{% " + piece.text + " %} is not known: there are for … in …, if, else if, else, end, say, as, include, asset");
  }

  void open(const Piece& piece, const std::string& word, const std::string& list, const std::string& code) {
    flush();
    line(piece.line);
    code_ += "  " + code;
    open_.push_back({word, list, where_.mark(), piece.line});
  }

  void branch(const Piece& piece, const std::string& code) {
    if (open_.empty() || open_.back().word != "if") throw Mistake(piece.line, "{% " + piece.text + " %} belongs to no {% if … %}");
    check_place(piece);
    flush();
    line(piece.line);
    code_ += "  " + code;
  }

  void otherwise(const Piece& piece) {
    if (open_.empty() || open_.back().word == "else") throw Mistake(piece.line, "{% else %} belongs to no {% if … %} or {% for … %}");
    check_place(piece);
    flush();
    const auto& block = open_.back();
    code_ += block.word == "if" ? "  } else {\n" : "  }\n  if (!html::truth(" + block.list + ")) {\n";
    open_.back().word = "else";
  }

  void end(const Piece& piece) {
    if (open_.empty()) throw Mistake(piece.line, "{% end %} closes nothing: take it out, or open an if or for before it");
    check_place(piece);
    if (open_.back().word == "say") close_text(piece);
    else flush(), code_ += "  }\n";
    open_.pop_back();
  }

  // A text with slots calls the page back with each of its pieces.
  void say(const Piece& piece) {
    if (where_.place != Place::text || !where_.raw.empty()) throw Mistake(piece.line, "a text with slots can only stand where text can");
    flush();
    line(piece.line);
    code_ += "  " + call_of(piece, piece.text.substr(4)) + ", [&](auto slot, [[maybe_unused]] std::string_view it) {\n    using Slot = decltype(slot);\n"
             "    switch (slot) {\n      case Slot::text: html::put_text(out, it);\n";
    open_.push_back({"say", "", where_.mark(), piece.line});
  }

  void slot(const Piece& piece, const std::string& name) {
    if (open_.empty() || open_.back().word != "say") throw Mistake(piece.line, "{% as " + name + " %} belongs to no {% say … %}");
    check_place(piece);
    leave_slot(piece);
    line(piece.line);
    code_ += "      case Slot::" + name + ": {\n";
    open_.back().in_slot = true;
  }

  void leave_slot(const Piece& piece) {
    if (!open_.back().in_slot) {
      if (!trimmed(static_).empty()) throw Mistake(piece.line, "before the first {% as … %} nothing can stand: \"" + static_ + "\"");
      static_.clear();
      code_ += "        break;\n";
      return;
    }
    flush();
    code_ += "      } break;\n";
  }

  void close_text(const Piece& piece) {
    leave_slot(piece);
    code_ += "    }\n  });\n";
  }

  void check_place(const Piece& piece) const {
    if (open_.back().mark == where_.mark()) return;
    throw Mistake(piece.line, "what stands since line " + std::to_string(open_.back().line) +
                                  " opens or closes a tag or an attribute on one branch only: each branch must hold whole ones");
  }

  std::string condition(const Piece& piece, std::size_t skip) const {
    static const std::regex term("(!?)\\s*(" + kPath + ")(?:\\s*(==|!=)\\s*(\"[^\"]*\"|\\d+|\\w+(?:::\\w+)+|" + kPath + "))?");
    static const std::regex joint(" (and|or) ");
    std::string text = piece.text.substr(skip), code;
    for (std::smatch found; !text.empty();) {
      const bool more = std::regex_search(text, found, joint);
      const auto one = trimmed(more ? found.prefix().str() : text);
      const std::string joined = !more ? "" : found[1] == "and" ? " && " : " || ";
      std::smatch parts;
      if (!std::regex_match(one, parts, term))
        throw Mistake(piece.line, "the condition \"" + one + "\" is not known: there are a.b, !a.b, a.b == \"text\", a.b == Enum::value, and, or");
      code += compared(parts) + joined;
      text = more ? found.suffix().str() : "";
    }
    return code;
  }

  static std::string compared(const std::smatch& parts) {
    const auto path = path_code(parts[2]);
    if (!parts[3].matched) return parts[1].str() + "html::truth(" + path + ")";
    const std::string other = parts[4];
    static const std::regex is_path("(?!\\d+$)" + kPath);
    return "html::at(" + path + ") " + parts[3].str() + " " + (std::regex_match(other, is_path) ? path_code(other) : other);
  }

  void include(const Piece& piece, const std::string& name, const std::string& arguments) {
    if (where_.place != Place::text || (!where_.raw.empty() && where_.raw != "pre"))
      throw Mistake(piece.line, "{% include %} stands in a tag: it can only stand where text can");
    flush();
    line(piece.line);
    code_ += "  pages::" + name + "(out, language";
    std::istringstream list(arguments);
    for (std::string each; std::getline(list, each, ',');) {
      each = trimmed(each);
      code_ += ", " + (each.starts_with("say ") ? said(piece, each.substr(4)) : argument(piece, each));
    }
    code_ += ");\n";
  }

  void asset(const Piece& piece, const std::string& name) {
    if (where_.place != Place::quoted || !is_address(where_.attribute))
      throw Mistake(piece.line, "{% asset " + name + " %} is an address: it stands in href=\"…\" or src=\"…\"");
    flush();
    code_ += "  out.append(asset_path(" + literal(name) + "));\n";
    where_.address_begun = true;
  }

  void line(int number) { code_ += "#line " + std::to_string(number) + " \"" + file_ + "\"\n"; }

  const Function& function_;
  std::string file_, code_, static_;
  std::size_t index_ = 0;
  Where where_;
  std::vector<Block> open_;
  std::set<std::string> sections_;
};

// ---- the two files ----

std::string header_text(const std::vector<Function>& functions, const std::string& source) {
  std::set<std::string> includes;
  for (const auto& function : functions) includes.insert(function.includes.begin(), function.includes.end());
  std::ostringstream out;
  out << "// Made by html2cpp from " << source << "; edit that.\n#pragma once\n\n#include <string>\n#include <string_view>\n\n";
  includes.insert("say/language.h");
  for (const auto& include : includes) out << "#include \"" << include << "\"\n";
  out << "\nnamespace rialto::web::pages {\n\n";
  for (const auto& function : functions) {
    const auto more = function.parameters.empty() ? "" : ", " + function.parameters;
    out << "void " << function.name << "(std::string& out, Language language" << more << ");\n";
    out << "std::string " << function.name << "(Language language" << more << ");\n\n";
  }
  out << "}  // namespace rialto::web::pages\n";
  return out.str();
}

std::string names_of(const std::string& parameters, const std::string& before) {
  static const std::regex last(R"((\w+)\s*(?:,|$))");
  std::string names;
  for (std::sregex_iterator i(parameters.begin(), parameters.end(), last), end; i != end; ++i) names += before + (*i)[1].str();
  return names;
}

std::string body_text(const std::vector<Function>& functions, const std::string& source, const std::string& name) {
  std::ostringstream bodies;
  std::set<std::string> sections;
  for (const auto& function : functions) {
    const auto comma = function.parameters.empty() ? "" : ", ";
    Writer writer(function, source);
    bodies << "void " << function.name << "([[maybe_unused]] std::string& out, [[maybe_unused]] Language language" << comma
           << std::regex_replace(function.parameters, std::regex(R"((^|,\s*))"), "$1[[maybe_unused]] ") << ") {\n"
           << writer.write() << "}\n\n";
    bodies << "std::string " << function.name << "(Language language" << comma << function.parameters
           << ") {\n  std::string out;\n  out.reserve(16 * 1024);\n  pages::" << function.name << "(out, language"
           << names_of(function.parameters, ", ") << ");\n  return out;\n}\n\n";
    sections.insert(writer.sections().begin(), writer.sections().end());
  }
  std::ostringstream out;
  out << "// Made by html2cpp from " << source << "; edit that.\n#include \"web/pages/" << name << ".h\"\n\n";
  for (const auto& section : sections) out << "#include \"say/" << section << ".h\"\n";
  // The slots of a text within a slot have the names of the outer ones: "it" is the nearest.
  out << "#include \"web/assets.h\"\n#include \"web/html.h\"\n\n#pragma GCC diagnostic ignored \"-Wshadow\"\n\nnamespace rialto::web::pages {\n\n" << bodies.str() << "}  // namespace rialto::web::pages\n";
  return out.str();
}

void write_file(const fs::path& file, const std::string& text) {
  std::ofstream out(file, std::ios::binary);
  if (!(out << text)) throw std::runtime_error("html2cpp: can't write " + file.string());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: html2cpp src/web/pages/NAME.html OUT_DIR\n";
    return 2;
  }
  const fs::path source = argv[1], folder = argv[2];
  try {
    std::ifstream in(source, std::ios::binary);
    if (!in) throw Mistake(1, "the page can't be read: does it exist?");
    std::ostringstream text;
    text << in.rdbuf();
    const auto functions = Cutter(text.str()).cut();
    const auto name = source.filename().string();
    const auto body = body_text(functions, source.generic_string(), name);
    fs::create_directories(folder);
    write_file(folder / (name + ".h"), header_text(functions, source.generic_string()));
    write_file(folder / (name + ".cpp"), body);
    return 0;
  } catch (const Mistake& mistake) {
    std::cerr << source.generic_string() << ":" << mistake.line << ": " << mistake.what() << "\n";
  } catch (const std::exception& error) {
    std::cerr << error.what() << "\n";
  }
  return 1;
}
