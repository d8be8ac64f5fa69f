// Compiles what pages say to C++, one section of all languages at a time; the first folder is the reference.
//
//   say2cpp texts OUT_DIR SECTION src/say/en src/say/de …   →  OUT_DIR/SECTION.h and SECTION.cpp
//   say2cpp languages OUT_DIR src/say/en src/say/de …       →  OUT_DIR/language.h
//
// A section is a file of the same name in each language's folder:
//   # a note
//   locked = This thread is locked.                         a text; what goes on in the next line is indented there
//   posts = {count, plural, =0 {no posts} one {# post} other {# posts}}       # is the number, as the language writes it
//   range = {from, number} to {to, number}, by {name}       a whole number; a text
//   begin = Find a film and <link>begin</link>, <who/>.     slots: a page says what markup stands around or in their place
//   \{ \} \< \# \\                                          these letters themselves
// Plurals have the forms that ICU knows of the language, all of them; "=N" stands for that number alone.
//
// A text becomes say::SECTION::KEY(language, values…): a string_view, or a string if there are values; with slots it hands
// its pieces to a function. A key, a value or a slot that is in one language and not in another fails the build.
#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include <unicode/locid.h>
#include <unicode/plurrule.h>
#include <unicode/strenum.h>

namespace fs = std::filesystem;

namespace {

struct Mistake : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct Language {
  fs::path folder;
  std::string tag;   // "de"
  std::string name;  // "German"
  bool right_to_left = false;
  std::set<std::string> plurals;  // ICU's keywords
};

struct Part;
using Parts = std::vector<Part>;

enum class Kind { text, value, number, plural, slot };

struct Part {
  Kind kind = Kind::text;
  std::string words;                    // the text, or the name of the value or slot
  std::map<std::string, Parts> cases{};  // of a plural
  Parts inner{};                        // of a slot
};

struct Text {
  std::string key;
  int line = 0;
  Parts parts{};
  std::vector<std::pair<std::string, Kind>> values{};  // in order of appearance; text or number
  std::vector<std::string> slots{};
  bool broken = false;  // a mistake was told already
};

struct Section {
  std::string file;
  std::vector<Text> texts;
};

std::string where(const std::string& file, int line) {
  return file + ":" + std::to_string(line) + ": ";
}

bool is_name(const std::string& text) {
  return !text.empty() && std::islower(static_cast<unsigned char>(text.front())) &&
         std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::islower(c) || std::isdigit(c) || c == '_'; });
}

// Names that C++ keeps for itself.
bool is_kept(const std::string& name) {
  static const std::set<std::string> kept = {
      "and", "auto", "break", "case", "catch", "class", "const", "continue", "default", "delete", "do", "double", "else", "enum",
      "export", "false", "float", "for", "friend", "if", "inline", "int", "long", "namespace", "new", "not", "operator", "or",
      "private", "protected", "public", "register", "return", "short", "sizeof", "static", "struct", "switch", "template", "this",
      "throw", "true", "try", "typedef", "union", "using", "virtual", "void", "while", "xor", "text", "language", "put", "out", "text_named"};
  return kept.contains(name);
}

// ---- reading one text ----

class Reader {
 public:
  Reader(const std::string& source, const Language& language, std::string at)
      : source_(source), language_(language), at_(std::move(at)) {}

  void read(Text& text) {
    text_ = &text;
    text.parts = parts("");
    if (here_ < source_.size()) fail("\"" + source_.substr(here_) + "\" closes what nothing opened");
  }

 private:
  [[noreturn]] void fail(const std::string& why) const { throw Mistake(at_ + why); }

  bool next_is(const std::string& what) const { return source_.compare(here_, what.size(), what) == 0; }

  // Up to a closing brace or the end of a slot, or to the end; '#' is the number of the plural around it.
  Parts parts(const std::string& counted) {
    Parts all;
    std::string words;
    const auto flush = [&] {
      if (!words.empty()) all.push_back({.kind = Kind::text, .words = words});
      words.clear();
    };
    while (here_ < source_.size() && source_[here_] != '}' && !next_is("</")) {
      const char c = source_[here_];
      if (c == '\\') words += escaped();
      else if (c == '"' || c == '\'') fail("a straight quote: write the language’s own (“…”, „…“, ’)");
      else if (c == '{') flush(), all.push_back(value());
      else if (c == '<') flush(), all.push_back(slot(counted));
      else if (c == '#' && !counted.empty()) flush(), all.push_back({.kind = Kind::number, .words = counted}), ++here_;
      else words += c, ++here_;
    }
    flush();
    return all;
  }

  char escaped() {
    if (here_ + 1 == source_.size() || std::string("{}<#\\").find(source_[here_ + 1]) == std::string::npos)
      fail("\\ stands before one of { } < # \\ only");
    here_ += 2;
    return source_[here_ - 1];
  }

  std::string name(const std::string& ends) {
    const auto begin = here_;
    while (here_ < source_.size() && ends.find(source_[here_]) == std::string::npos) ++here_;
    auto found = source_.substr(begin, here_ - begin);
    if (!is_name(found) || is_kept(found)) fail("\"" + found + "\" can’t be a name: small letters, digits and _, no word of C++");
    return found;
  }

  void blanks() {
    while (here_ < source_.size() && source_[here_] == ' ') ++here_;
  }

  void take(const std::string& what) {
    blanks();
    if (!next_is(what)) fail("expected \"" + what + "\" before \"" + source_.substr(here_, 20) + "\"");
    here_ += what.size();
    blanks();
  }

  Part value() {
    ++here_;
    Part part{.kind = Kind::value, .words = name(",}")};
    if (source_[here_] == ',') {
      ++here_, blanks();
      if (next_is("number")) here_ += 6, part.kind = Kind::number;
      else if (next_is("plural")) here_ += 6, part.kind = Kind::plural, plural(part);
      else fail("{" + part.words + ", …} is a number or a plural");
    }
    take_closing();
    note_value(part);
    return part;
  }

  void take_closing() {
    if (here_ == source_.size() || source_[here_] != '}') fail("a { is never closed by }");
    ++here_;
  }

  void plural(Part& part) {
    take(",");
    while (here_ < source_.size() && source_[here_] != '}') {
      const auto begin = here_;
      while (here_ < source_.size() && source_[here_] != ' ' && source_[here_] != '{') ++here_;
      const auto form = source_.substr(begin, here_ - begin);
      take("{");
      --here_;
      while (source_[here_] != '{') --here_;  // blanks after the brace belong to the text
      ++here_;
      part.cases[form] = parts(part.words);
      take_closing();
      blanks();
    }
    check_forms(part);
  }

  void check_forms(const Part& part) const {
    for (const auto& form : language_.plurals)
      if (!part.cases.contains(form)) fail("the plural of {" + part.words + "} lacks \"" + form + "\", which " + language_.name + " has");
    for (const auto& [form, unused] : part.cases) {
      const bool exact = form.size() > 1 && form.front() == '=' && std::all_of(form.begin() + 1, form.end(), [](unsigned char c) { return std::isdigit(c); });
      if (!exact && !language_.plurals.contains(form)) fail("the plural of {" + part.words + "} has \"" + form + "\", which " + language_.name + " has not");
    }
  }

  void note_value(const Part& part) {
    const auto kind = part.kind == Kind::value ? Kind::text : Kind::number;
    for (const auto& [known, as] : text_->values) {
      if (known != part.words) continue;
      if (as != kind) fail("{" + known + "} is a text in one place and a number in another");
      return;
    }
    text_->values.emplace_back(part.words, kind);
  }

  Part slot(const std::string& counted) {
    if (!counted.empty()) fail("a slot can’t stand in a plural: put it around or beside");
    if (in_slot_) fail("a slot can’t stand in a slot");
    ++here_;
    Part part{.kind = Kind::slot, .words = name("/>")};
    if (source_[here_] == '/') {
      take("/>");
      --here_;
      while (source_[here_] != '>') --here_;
      ++here_;
    } else {
      ++here_;
      in_slot_ = true;
      part.inner = parts("");
      in_slot_ = false;
      const auto close = "</" + part.words + ">";
      if (!next_is(close)) fail("<" + part.words + "> is never closed: write " + close);
      here_ += close.size();
    }
    if (std::find(text_->slots.begin(), text_->slots.end(), part.words) == text_->slots.end()) text_->slots.push_back(part.words);
    return part;
  }

  const std::string& source_;
  const Language& language_;
  std::string at_;
  std::size_t here_ = 0;
  bool in_slot_ = false;
  Text* text_ = nullptr;
};

// ---- reading a section ----

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return "";
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

struct Line {
  std::string key, words;
  int number;
};

std::vector<Line> lines_of(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw Mistake(where(file, 1) + "the file is missing: every language has every section");
  std::vector<Line> lines;
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (trimmed(line).empty() || line.front() == '#') continue;
    if (line.front() == ' ') {
      if (lines.empty()) throw Mistake(where(file, number) + "an indented line goes on with a text, but none was begun");
      lines.back().words += " " + trimmed(line);
      continue;
    }
    const auto equals = line.find(" =");
    const auto key = line.substr(0, equals);
    if (equals == std::string::npos || !is_name(key)) throw Mistake(where(file, number) + "a text is written KEY = WORDS");
    if (is_kept(key)) throw Mistake(where(file, number) + "\"" + key + "\" is a word of C++: take another key");
    lines.push_back({key, trimmed(line.substr(equals + 2)), number});
  }
  return lines;
}

Section read_section(const Language& language, const std::string& name, std::vector<std::string>& mistakes) {
  Section section{(language.folder / (name + ".txt")).generic_string(), {}};
  std::set<std::string> keys;
  for (const auto& line : lines_of(section.file)) {
    const auto at = where(section.file, line.number);
    if (!keys.insert(line.key).second) mistakes.push_back(at + "\"" + line.key + "\" is there already");
    if (line.words.empty()) mistakes.push_back(at + "\"" + line.key + "\" says nothing");
    Text text{.key = line.key, .line = line.number};
    try {
      Reader(line.words, language, at).read(text);
    } catch (const Mistake& mistake) {
      mistakes.emplace_back(mistake.what());
      text.broken = true;
    }
    section.texts.push_back(std::move(text));
  }
  return section;
}

const Text* find_text(const Section& section, const std::string& key) {
  for (const auto& text : section.texts)
    if (text.key == key) return &text;
  return nullptr;
}

template <class List>
std::string shown(const List& names) {
  std::string all;
  for (const auto& name : names) all += (all.empty() ? "" : ", ") + name;
  return all.empty() ? "none" : all;
}

std::set<std::string> values_of(const Text& text) {
  std::set<std::string> values;
  for (const auto& [name, kind] : text.values) values.insert("{" + name + (kind == Kind::number ? ", a number}" : "}"));
  return values;
}

std::set<std::string> slots_of(const Text& text) {
  std::set<std::string> slots;
  for (const auto& slot : text.slots) slots.insert("<" + slot + ">");
  return slots;
}

// What one language says and another doesn't.
void compare(const Section& first, const Section& other, std::vector<std::string>& mistakes) {
  for (const auto& text : first.texts)
    if (!find_text(other, text.key))
      mistakes.push_back(where(other.file, 1) + "\"" + text.key + "\" is missing: " + first.file + ":" + std::to_string(text.line) + " has it");
  for (const auto& text : other.texts) {
    const auto at = where(other.file, text.line);
    const auto* const same = find_text(first, text.key);
    if (!same) {
      mistakes.push_back(at + "\"" + text.key + "\" is superfluous: " + first.file + " doesn’t have it");
      continue;
    }
    if (same->broken || text.broken) continue;
    if (values_of(*same) != values_of(text))
      mistakes.push_back(at + "\"" + text.key + "\" has the values " + shown(values_of(text)) + ", but " + first.file + ":" +
                         std::to_string(same->line) + " has " + shown(values_of(*same)));
    if (slots_of(*same) != slots_of(text))
      mistakes.push_back(at + "\"" + text.key + "\" has the slots " + shown(slots_of(text)) + ", but " + first.file + ":" +
                         std::to_string(same->line) + " has " + shown(slots_of(*same)));
  }
}

// ---- writing ----

std::string literal(const std::string& text) {
  std::string code = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') code += '\\';
    code += c;
  }
  return code + "\"";
}

// "begun_by" → "BegunBy"
std::string title_case(const std::string& name) {
  std::string title;
  for (std::size_t at = 0; at < name.size(); ++at) {
    if (name[at] == '_') continue;
    const bool begins = at == 0 || name[at - 1] == '_';
    title += begins ? static_cast<char>(std::toupper(static_cast<unsigned char>(name[at]))) : name[at];
  }
  return title;
}

std::string appended(const Parts& parts, const std::string& indent);

std::string plural_code(const Part& part, const std::string& indent) {
  std::string code = indent;
  for (const auto& [form, inner] : part.cases)
    if (form.front() == '=') code += "if (" + part.words + " == " + form.substr(1) + ") {\n" + appended(inner, indent + "  ") + indent + "} else ";
  code += "switch (plural_of(language, " + part.words + ")) {\n";
  for (const auto& [form, inner] : part.cases) {
    if (form.front() == '=' || form == "other") continue;
    code += indent + "  case Plural::" + title_case(form) + ":\n" + appended(inner, indent + "    ") + indent + "    break;\n";
  }
  return code + indent + "  default:\n" + appended(part.cases.at("other"), indent + "    ") + indent + "    break;\n" + indent + "}\n";
}

std::string appended(const Parts& parts, const std::string& indent) {
  std::string code;
  for (const auto& part : parts) {
    if (part.kind == Kind::text) code += indent + "out += " + literal(part.words) + ";\n";
    else if (part.kind == Kind::value) code += indent + "out += " + part.words + ";\n";
    else if (part.kind == Kind::number) code += indent + "append_number(out, language, " + part.words + ");\n";
    else if (part.kind == Kind::plural) code += plural_code(part, indent);
  }
  return code;
}

std::string put_code(const std::string& slot, const Parts& parts, const std::string& indent) {
  if (parts.empty()) return indent + "put(Slot::" + slot + ", \"\");\n";
  if (parts.size() == 1 && parts.front().kind == Kind::text) return indent + "put(Slot::" + slot + ", " + literal(parts.front().words) + ");\n";
  return indent + "out.clear();\n" + appended(parts, indent) + indent + "put(Slot::" + slot + ", out);\n";
}

std::string pieces_code(const Parts& parts, const std::string& indent) {
  std::string code;
  Parts run;
  const auto flush = [&] {
    if (!run.empty()) code += put_code("text", run, indent);
    run.clear();
  };
  for (const auto& part : parts) {
    if (part.kind != Kind::slot) {
      run.push_back(part);
      continue;
    }
    flush();
    code += put_code(part.words, part.inner, indent);
  }
  flush();
  return code;
}

std::string slot_type(const Text& text) { return title_case(text.key) + "Slot"; }

std::string signature(const Text& text) {
  const bool plain = text.values.empty() && text.slots.empty();
  std::string code = !text.slots.empty() ? "void " : plain ? "std::string_view " : "std::string ";
  code += text.key + "(Language language";
  for (const auto& [name, kind] : text.values) code += std::string(", ") + (kind == Kind::number ? "std::int64_t " : "std::string_view ") + name;
  if (!text.slots.empty()) code += ", Put<" + slot_type(text) + "> put";
  return code + ")";
}

std::string words_of(const Text& text) { return text.parts.empty() ? "" : text.parts.front().words; }

std::string table_body(const Text& text, const std::vector<Section>& sections) {
  std::string code = "  static constexpr std::string_view texts[] = {\n";
  for (const auto& section : sections) code += "      " + literal(words_of(*find_text(section, text.key))) + ",\n";
  return code + "  };\n  return texts[static_cast<std::size_t>(language)];\n";
}

std::string switch_body(const Text& text, const std::vector<Section>& sections, const std::vector<Language>& languages) {
  const bool slots = !text.slots.empty();
  std::string code = slots ? "  using Slot = " + slot_type(text) + ";\n" : "";
  if (!slots || !text.values.empty()) code += "  std::string out;\n";
  code += "  switch (language) {\n";
  for (std::size_t at = 0; at < sections.size(); ++at) {
    const auto& parts = find_text(sections[at], text.key)->parts;
    code += "    case Language::" + languages[at].name + ":\n";
    code += (slots ? pieces_code(parts, "      ") : appended(parts, "      ")) + "      break;\n";
  }
  return code + "  }\n" + (slots ? "" : "  return out;\n");
}

std::string header_of(const std::string& name, const Section& first) {
  std::ostringstream out;
  out << "// Made by say2cpp from " << first.file << "; edit that.\n#pragma once\n\n#include <cstdint>\n#include <optional>\n#include <string>\n"
      << "#include <string_view>\n\n#include \"say/say.h\"\n\nnamespace rialto::say::" << name << " {\n\n"
      << "// The text with this key, if there is one without values and slots.\n"
      << "std::optional<std::string_view> text_named(Language language, std::string_view key);\n\n";
  for (const auto& text : first.texts) {
    if (!text.slots.empty()) {
      out << "enum class " << slot_type(text) << " { text";
      for (const auto& slot : text.slots) out << ", " << slot;
      out << " };\n";
    }
    out << signature(text) << ";\n";
  }
  out << "\n}  // namespace rialto::say::" << name << "\n";
  return out.str();
}

std::string finder(const Section& first) {
  std::string code = "std::optional<std::string_view> text_named([[maybe_unused]] Language language, [[maybe_unused]] std::string_view key) {\n";
  for (const auto& text : first.texts)
    if (text.values.empty() && text.slots.empty()) code += "  if (key == " + literal(text.key) + ") return " + text.key + "(language);\n";
  return code + "  return std::nullopt;\n}\n\n";
}

std::string source_of(const std::string& name, const std::vector<Section>& sections, const std::vector<Language>& languages) {
  std::ostringstream out;
  const auto& first = sections.front();
  out << "// Made by say2cpp from " << first.file << " and its like; edit those.\n#include \"say/" << name << ".h\"\n\nnamespace rialto::say::" << name
      << " {\n\n" << finder(first);
  for (const auto& text : first.texts) {
    const bool plain = text.values.empty() && text.slots.empty();
    out << signature(text) << " {\n" << (plain ? table_body(text, sections) : switch_body(text, sections, languages)) << "}\n\n";
  }
  out << "}  // namespace rialto::say::" << name << "\n";
  return out.str();
}

std::string languages_header(const std::vector<Language>& languages) {
  std::string names, tags, directions;
  for (const auto& language : languages) {
    names += (names.empty() ? "" : ", ") + language.name;
    tags += (tags.empty() ? "\"" : ", \"") + language.tag + "\"";
    directions += std::string(directions.empty() ? "" : ", ") + (language.right_to_left ? "\"rtl\"" : "\"ltr\"");
  }
  const auto size = std::to_string(languages.size());
  const auto table = [&](const std::string& function, const std::string& values) {
    return "constexpr std::string_view " + function + "(Language language) {\n  constexpr std::array<std::string_view, " + size + "> all = {" + values +
           "};\n  return all[static_cast<std::size_t>(language)];\n}\n";
  };
  return "// Made by say2cpp from the folders of src/say.\n#pragma once\n\n#include <array>\n#include <cstddef>\n#include <string_view>\n\n"
         "namespace rialto {\n\n// The languages that pages are in; the first is for those who read none of them.\nenum class Language : unsigned char { " +
         names + " };\n\nnamespace say {\n\ninline constexpr std::array<Language, " + size + "> kLanguages = [] {\n  std::array<Language, " + size +
         "> all{};\n  for (std::size_t at = 0; at < all.size(); ++at) all[at] = static_cast<Language>(at);\n  return all;\n}();\n\n// BCP 47: \"de\"\n" +
         table("tag_of", tags) + "\n// \"ltr\" or \"rtl\"\n" + table("direction_of", directions) + "\n}  // namespace say\n\n}  // namespace rialto\n";
}

// ---- the languages ----

Language language_in(const fs::path& folder) {
  Language language{.folder = folder, .tag = folder.filename().string(), .name = "", .plurals = {}};
  UErrorCode status = U_ZERO_ERROR;
  const auto locale = icu::Locale::forLanguageTag(language.tag, status);
  icu::UnicodeString spoken;
  std::string utf8;
  locale.getDisplayName(icu::Locale::getEnglish(), spoken).toUTF8String(utf8);
  for (const char c : utf8)
    if (std::isalpha(static_cast<unsigned char>(c))) language.name += c;
  language.right_to_left = locale.isRightToLeft();
  const std::unique_ptr<icu::PluralRules> rules(icu::PluralRules::forLocale(locale, status));
  if (U_FAILURE(status)) throw Mistake(folder.generic_string() + ": \"" + language.tag + "\" is no language that ICU knows");
  const std::unique_ptr<icu::StringEnumeration> keywords(rules->getKeywords(status));
  while (const auto* const word = keywords->next(nullptr, status)) language.plurals.insert(word);
  return language;
}

// Only what changed is written, so that nothing is compiled again for nothing.
void write_file(const fs::path& file, const std::string& text) {
  std::ifstream before(file, std::ios::binary);
  std::ostringstream was;
  was << before.rdbuf();
  if (before && was.str() == text) return;
  std::ofstream out(file, std::ios::binary);
  if (!(out << text)) throw Mistake("say2cpp: can’t write " + file.string());
}

void compile_section(const fs::path& out, const std::string& name, const std::vector<Language>& languages) {
  std::vector<std::string> mistakes;
  std::vector<Section> sections;
  for (const auto& language : languages) sections.push_back(read_section(language, name, mistakes));
  for (std::size_t at = 1; at < sections.size(); ++at) compare(sections.front(), sections[at], mistakes);
  if (!mistakes.empty()) {
    std::string all;
    for (const auto& mistake : mistakes) all += (all.empty() ? "" : "\n") + mistake;
    throw Mistake(all);
  }
  write_file(out / (name + ".h"), header_of(name, sections.front()));
  write_file(out / (name + ".cpp"), source_of(name, sections, languages));
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  const bool texts = words.size() > 3 && words.front() == "texts";
  if (!texts && (words.size() < 3 || words.front() != "languages")) {
    std::cerr << "usage: say2cpp texts OUT_DIR SECTION src/say/en …\n       say2cpp languages OUT_DIR src/say/en …\n";
    return 2;
  }
  try {
    std::vector<Language> languages;
    for (std::size_t at = texts ? 3 : 2; at < words.size(); ++at) languages.push_back(language_in(words[at]));
    fs::create_directories(words[1]);
    if (texts) compile_section(words[1], words[2], languages);
    else write_file(fs::path(words[1]) / "language.h", languages_header(languages));
    return 0;
  } catch (const std::exception& error) {
    std::cerr << error.what() << "\n";
  }
  return 1;
}
