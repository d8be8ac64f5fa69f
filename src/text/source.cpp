#include "text/source.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "base/strings.h"
#include "text/spoiler_label.h"

namespace rialto::text {

namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr int kNestedSpoilers = 4;
constexpr std::size_t kLongestTag = 256;

bool is_punctuation(char letter) {
  return (letter >= '!' && letter <= '/') || (letter >= ':' && letter <= '@') || (letter >= '[' && letter <= '`') ||
         (letter >= '{' && letter <= '~');
}

// Signs of a label are written so that the parser sees none: emphasis, links and references can't begin there.
constexpr std::string_view kSigns = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
constexpr std::string_view kSignNames = "0123456789abcdefghijklmnopqrstuv";
static_assert(kSigns.size() == kSignNames.size());

void append_label(std::string& out, std::string_view label) {
  out += kLabel;
  for (const char letter : label) {
    const auto sign = kSigns.find(letter);
    if (sign == npos) out += letter;
    else out.append({kSign, kSignNames[sign]});
  }
  out += kLabel;
}

bool has_controls(std::string_view words) {
  return std::any_of(words.begin(), words.end(), [](unsigned char letter) { return letter < 0x20 || letter == 0x7F; });
}

// "[Heat (1995), ending]" at the beginning of what follows ">!", after blanks.
struct LabelBefore {
  std::string_view label;  // empty: there is none
  std::size_t size = 0;    // with what stands before it
};

LabelBefore label_before(std::string_view words) {
  const auto open = words.find_first_not_of(' ');
  if (open == npos || words[open] != '[') return {};
  const bool of_film = words.substr(open).starts_with("[[[");
  const auto close = words.substr(0, open + kLongestLabel).find(of_film ? "]]" : "]", open);
  auto end = close == npos ? npos : close + (of_film ? 2 : 0);
  if (of_film && end != npos) end = words.substr(0, open + kLongestLabel).find(']', end);
  if (end == npos || words.substr(end + 1).starts_with('(')) return {};
  const auto label = words.substr(open + 1, end - open - 1);
  if (has_controls(label) || !spoiler_label(label)) return {};
  return {label, end + 1};
}

bool is_letter(char letter) { return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z'); }

// Bytes at which the copy of a line must look closer.
constexpr std::array<bool, 256> kLookCloser = [] {
  std::array<bool, 256> look{};
  for (int byte = 0; byte < 0x20; ++byte) look[byte] = byte != '\t';
  for (unsigned char byte : {0x7F, 0xC2, int{'\\'}, int{'>'}, int{'!'}, int{']'}}) look[byte] = true;
  return look;
}();

std::string with_plain_line_ends(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\r') {
      out += text[at];
    } else if (at + 1 == text.size() || text[at + 1] != '\n') {
      out += '\n';
    }
  }
  return out;
}

// What stands before the words of a line: blanks and the ">" of quotations, not the ">" of ">!".
struct Head {
  std::size_t size = 0;
  int quotes = 0;
};

Head head_of(std::string_view line) {
  Head head;
  std::size_t at = 0;
  for (int blanks = 0; at < line.size(); ++at) {
    if (line[at] == ' ') {
      if (++blanks > 3) break;
    } else if (line[at] == '>' && (at + 1 == line.size() || line[at + 1] != '!')) {
      ++head.quotes;
      blanks = -1;
    } else {
      break;
    }
  }
  head.size = at;
  return head;
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t") == npos; }

// The length of the run of ` or ~ that opens or closes a fenced block; 0 if it is none.
std::size_t fence_of(std::string_view words) {
  if (words.empty() || (words[0] != '`' && words[0] != '~')) return 0;
  const auto size = std::min(words.find_first_not_of(words[0]), words.size());
  const bool backtick_after = words[0] == '`' && words.find('`', size) != npos;
  return size >= 3 && !backtick_after ? size : 0;
}

class Preparer {
 public:
  explicit Preparer(std::string_view text) : text_(text) { out_.reserve(text.size() + text.size() / 16 + 64); }

  std::string prepared() {
    mark_whole_text();
    while (at_ < text_.size()) {
      const auto end = text_.find('\n', at_);
      const auto line = text_.substr(at_, end == npos ? npos : end - at_);
      write_line(line);
      at_ += line.size() + 1;
    }
    return std::move(out_);
  }

 private:
  // A first line that says that the whole text is a spoiler.
  void mark_whole_text() {
    const auto start = text_.find_first_not_of(" \n\t");
    if (start == npos) return;
    const auto line = text_.substr(start, std::min(text_.find('\n', start), text_.size()) - start);
    const auto label = has_controls(line) ? std::nullopt : whole_text_label(line);
    if (!label) return;
    whole_ = 1;
    open_block(*label);
    at_ = std::min(start + line.size() + 1, text_.size());
  }

  // A quotation that is a spoiler, and its head.
  void open_block(std::string_view title) {
    put_own("", "");
    ++spoilers_;
    outer_ += "> ";
    out_ += outer_;
    put_head(title);
    put_own("", "");
  }

  // A title that is a label is written as one; another may hold any words.
  void put_head(std::string_view title) {
    out_ += kVeilBlock;
    if (!has_controls(title) && spoiler_label(title)) append_label(out_, title);
    else append_marked(title);
    out_ += '\n';
  }

  void write_line(std::string_view line) {
    const Head head = head_of(line);
    const auto words = line.substr(head.size);
    if (fence_ != 0 && write_fenced(line, head, words)) return;
    if (head.quotes == 0 && words.starts_with(":::") && write_colons(trimmed(words.substr(3)))) return;
    if (words.starts_with(">!")) {
      write_veiled(line.substr(0, head.size), head, words);
    } else if (head.quotes > 0) {
      write_quoted(line, head, words);
    } else {
      in_veil_ = in_veil_ && !is_blank(words);
      open_fence(head, words);
      put(line);
    }
    quotes_ = head.quotes;
  }

  void put(std::string_view line) {
    out_ += outer_;
    append_marked(line);
    out_ += '\n';
  }

  // A line of ours: nothing in it needs marking.
  void put_own(std::string_view head, std::string_view words) {
    out_ += outer_;
    out_ += head;
    out_ += words;
    out_ += '\n';
  }

  void open_fence(const Head& head, std::string_view words) {
    fence_ = fence_of(words);
    if (fence_ == 0) return;
    fence_letter_ = words[0];
    fence_quotes_ = head.quotes;
  }

  bool write_fenced(std::string_view line, const Head& head, std::string_view words) {
    if (head.quotes < fence_quotes_) {
      fence_ = 0;
      return false;
    }
    if (words.starts_with(fence_letter_) && fence_of(words) >= fence_ &&
        is_blank(words.substr(words.find_last_of(fence_letter_) + 1)))
      fence_ = 0;
    put(line);
    quotes_ = head.quotes;
    return true;
  }

  // "::: spoiler Title" and ":::". False if the line is neither here.
  bool write_colons(std::string_view after) {
    const bool opens = after.starts_with("spoiler") && (after.size() == 7 || after[7] == ' ');
    if (opens ? spoilers_ == kNestedSpoilers + whole_ : spoilers_ == whole_ || !after.empty()) return false;
    if (opens) {
      open_block(trimmed(after.substr(7)));
    } else {
      put_own("", "");
      --spoilers_;
      outer_.resize(outer_.size() - 2);
      put_own("", "");
    }
    quotes_ = 0;
    in_veil_ = false;
    return true;
  }

  void write_quoted(std::string_view line, const Head& head, std::string_view words) {
    const auto source = source_of_quote(words);
    const bool starts = head.quotes > quotes_ || head.quotes == 1;
    if (in_veil_) put_own(veil_before_, "");
    in_veil_ = false;
    if (!source.empty() && starts) {
      if (head.quotes == 1) put_own("", "");
      put_own(line.substr(0, head.size), std::string(1, kQuoteSource) + std::string(source));
      put_own(line.substr(0, head.size), "");
      return;
    }
    open_fence(head, words);
    put(line);
  }

  // A line that begins with ">!": of a block, or with an inline spoiler that is closed further on.
  void write_veiled(std::string_view before, const Head& head, std::string_view words) {
    if (at_ >= run_end_) look_at_run(before.size());
    if (!run_is_block_) {
      in_veil_ = false;
      put(text_.substr(at_, before.size() + words.size()));
      return;
    }
    words.remove_prefix(2);
    const auto label = label_before(words);
    if (!in_veil_ || quotes_ != head.quotes || !label.label.empty()) {
      put_own(before, "");
      out_ += outer_;
      out_.append(before).append("> ");
      put_head(label.label);
      put_own(before, ">");
      veil_before_ = before;
      words.remove_prefix(label.size);
    }
    in_veil_ = true;
    out_ += outer_;
    out_.append(before).append("> ");
    append_marked(trimmed(words));
    out_ += '\n';
  }

  // Finds the end of the run of ">!" lines that begins here, and whether a "!<" closes it before the next ">!".
  void look_at_run(std::size_t before) {
    run_end_ = at_;
    for (;;) {
      const auto words = text_.substr(std::min(run_end_ + before, text_.size()), 2);
      if (words != ">!") break;
      run_end_ = text_.find('\n', run_end_);
      run_end_ = run_end_ == npos ? text_.size() : run_end_ + 1;
    }
    if (next_close_ <= at_) next_close_ = text_.find("!<", at_);
    if (next_open_ <= run_end_) next_open_ = text_.find(">!", run_end_);
    run_is_block_ = next_close_ >= next_open_;
  }

  void append_marked(std::string_view line) {
    std::size_t from = 0;
    for (std::size_t at = 0; at < line.size();) {
      if (!kLookCloser[static_cast<unsigned char>(line[at])]) {
        ++at;
        continue;
      }
      if (const auto size = hidden_title(line, from, at)) {
        from = at += size;
        continue;
      }
      auto [size, instead] = mark_at(line, at);
      if (!instead.empty()) {
        out_.append(line, from, at - from);
        out_ += instead;
        if (instead.front() == kVeilOpens) size += put_label(line.substr(at + size));
        from = at + size;
      }
      at += size;
    }
    out_.append(line, from);
  }

  // What the inline spoiler is of, where it says so; the size of what was read.
  std::size_t put_label(std::string_view words) {
    const auto [label, size] = label_before(words);
    if (!label.empty()) append_label(out_, label);
    return label.empty() ? 0 : size;
  }

  // Old boards hid words as [label](#s "words"), and took quotation marks within the words; CommonMark does not. Such a
  // title is written as a veil, after the "]". The size of what was read; 0: nothing.
  std::size_t hidden_title(std::string_view line, std::size_t from, std::size_t at) {
    if (line[at] != ']' || line.data() == no_title_ends_in_) return 0;
    const auto rest = line.substr(at);
    if (!rest.starts_with("](#s ") && !rest.starts_with("](/s ") && !rest.starts_with("](#spoiler ") &&
        !rest.starts_with("](/spoiler "))
      return 0;
    const auto start = rest.find('"');
    const auto end = start == npos ? npos : rest.find("\")", start + 1);
    if (end == npos) no_title_ends_in_ = line.data();
    if (end == npos || rest.substr(start + 1, end - start - 1).find('"') == npos) return 0;
    out_.append(line, from, at - from);
    out_ += "] \1{";
    append_marked(rest.substr(start + 1, end - start - 1));
    out_ += "}\2";
    return end + 2;
  }

  struct Mark {
    std::size_t size;          // bytes of the line
    std::string_view instead;  // empty: as they are
  };

  static Mark mark_at(std::string_view line, std::size_t at) {
    const char next = at + 1 < line.size() ? line[at + 1] : ' ';
    switch (line[at]) {
      case '\\': return {is_punctuation(next) ? 2U : 1U, ""};
      case ']': return next == ':' ? Mark{2, "]\4"} : Mark{1, ""};
      case '>': return next == '!' && !ends_tag(line, at) ? Mark{2, "\1{"} : Mark{1, ""};
      case '!': return next == '<' && !starts_address(line.substr(at + 2)) ? Mark{2, "}\2"} : Mark{1, ""};
      case '\xC2': return static_cast<unsigned char>(next) < 0xA0 ? Mark{2, kReplacement} : Mark{2, ""};
      default: return {1, kReplacement};
    }
  }

  // True if the ">" ends "<b>" or "<https://…>". Never looks back over another ">".
  static bool ends_tag(std::string_view line, std::size_t at) {
    for (std::size_t back = 1; back <= at && back < kLongestTag; ++back) {
      const char letter = line[at - back];
      const bool closes_veil = back < at && line[at - back - 1] == '!';  // the "<" of "!<", as in ">!a!<b>!c!<"
      if (letter == '<')
        return back > 1 && !closes_veil && (is_letter(line[at - back + 1]) || line[at - back + 1] == '/');
      if (letter == '>' || letter == ' ') return false;
    }
    return false;
  }

  static bool starts_address(std::string_view text) {
    return text.starts_with("http://") || text.starts_with("https://") || text.starts_with("mailto:");
  }

  std::string_view text_;
  std::size_t at_ = 0;  // the line being written
  std::string out_;
  std::string outer_;  // "> " for each "::: spoiler" that stands open
  int spoilers_ = 0;   // how many of them
  int whole_ = 0;      // 1: the outermost is the whole text, and nothing closes it
  int quotes_ = 0;                // of the line before
  bool in_veil_ = false;          // the line before was of a block of ">!" lines, or continued one
  std::string_view veil_before_;  // what stands before the ">!" of that block
  std::size_t fence_ = 0;
  char fence_letter_ = 0;
  int fence_quotes_ = 0;
  // What look_at_run found; each position is searched again only after the line has passed it.
  std::size_t run_end_ = 0;
  bool run_is_block_ = false;
  std::size_t next_close_ = 0;
  std::size_t next_open_ = 0;
  const char* no_title_ends_in_ = nullptr;  // a line after whose last place no hidden title ends
};

// Length of the short id at the start.
std::size_t id_size(std::string_view text) {
  std::size_t size = 0;
  while (size < text.size() && size < 14 &&
         ((text[size] >= '0' && text[size] <= '9') || (text[size] >= 'a' && text[size] <= 'z')))
    ++size;
  return size;
}

}  // namespace

Source prepare(std::string_view markdown, std::size_t limit) {
  Source source;
  const auto cut = cut_utf8(markdown, limit);
  source.truncated = cut.size() < markdown.size();
  std::string kept;
  auto text = cut;
  if (std::memchr(text.data(), '\r', text.size()) != nullptr) text = kept = with_plain_line_ends(text);
  if (!is_utf8(text)) text = kept = repaired_utf8(text);
  source.text = Preparer(text).prepared();
  return source;
}

void append_unmarked(std::string& out, std::string_view text) {
  bool in_label = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool closes = text[at] == '}' && at + 1 < text.size() && text[at + 1] == kVeilCloses;
    switch (closes ? kVeilCloses : text[at]) {
      case kVeilOpens:
        out += ">!";
        ++at;
        break;
      case kVeilCloses:
        out += "!<";
        ++at;
        break;
      case kColon: out += ':'; break;
      case kLabel:
        in_label = !in_label;
        out += in_label ? '[' : ']';
        break;
      case kSign:
        if (++at < text.size()) out += kSigns[std::min(kSignNames.find(text[at]), kSigns.size() - 1)];
        break;
      case kVeilBlock:
      case kQuoteSource: break;
      default: out += text[at];
    }
  }
}

std::string_view source_of_quote(std::string_view line) {
  constexpr std::string_view kAddress = "/post/";
  line = trimmed(line);
  if (line.ends_with(':')) line.remove_suffix(1);
  if (line.starts_with('[') && line.ends_with(')')) {
    const auto label_end = line.rfind("](");
    if (label_end == npos) return {};
    line = line.substr(label_end + 2, line.size() - label_end - 3);
  }
  if (!line.starts_with(kAddress)) return {};
  line.remove_prefix(kAddress.size());
  return id_size(line) == line.size() ? line : std::string_view();
}

}  // namespace rialto::text
