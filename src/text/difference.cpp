#include "text/difference.h"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/strings.h"
#include "text/escape.h"
#include "text/markup.h"
#include "text/mint.h"

namespace rialto::text {

namespace {

using Pieces = std::vector<std::string_view>;
using Numbers = std::vector<std::uint32_t>;  // pieces as numbers: equal ones are equal

constexpr int kMostEdits = 200;  // more than these, and the pieces count as replaced

// A stretch of both sides: kept, or the pieces of one side that the other has not.
struct Hunk {
  std::size_t before, before_end, after, after_end;
  bool kept;
};

void add(std::vector<Hunk>& hunks, const Hunk& more) {
  if (more.before == more.before_end && more.after == more.after_end) return;
  if (!hunks.empty() && hunks.back().kept == more.kept) {
    hunks.back().before_end = more.before_end;
    hunks.back().after_end = more.after_end;
  } else {
    hunks.push_back(more);
  }
}

// The furthest places that Myers' search reached with each number of edits: row d holds diagonals -d to d.
class Search {
 public:
  Search(const Numbers& before, const Numbers& after, std::size_t from, std::size_t before_end, std::size_t after_end)
      : before_(before),
        after_(after),
        from_(static_cast<int>(from)),
        n_(static_cast<int>(before_end - from)),
        m_(static_cast<int>(after_end - from)) {}

  // False if there are more than kMostEdits.
  bool run() {
    for (int edits = 0; edits <= kMostEdits; ++edits) {
      rows_.emplace_back(2 * edits + 1);
      for (int diagonal = -edits; diagonal <= edits; diagonal += 2) {
        int x = start_of(edits, diagonal);
        while (x < n_ && x - diagonal < m_ && x - diagonal >= 0 && x >= 0 && same(x, x - diagonal)) ++x;
        rows_[edits][diagonal + edits] = x;
        if (diagonal == n_ - m_ && x >= n_) return true;
      }
    }
    return false;
  }

  // The hunks from the start to the ends.
  std::vector<Hunk> hunks() const {
    std::vector<Hunk> backwards;
    int x = n_, y = m_;
    for (int edits = static_cast<int>(rows_.size()) - 1; edits >= 0; --edits) {
      const int diagonal = x - y;
      const int x_start = start_of(edits, diagonal), y_start = x_start - diagonal;
      backwards.push_back(hunk(x_start, x, y_start, y, true));
      if (edits == 0) break;
      const bool inserted = comes_from_above(edits, diagonal);
      x = inserted ? x_start : x_start - 1;
      y = inserted ? y_start - 1 : y_start;
      backwards.push_back(hunk(x, x_start, y, y_start, false));
    }
    return {backwards.rbegin(), backwards.rend()};
  }

 private:
  bool same(int x, int y) const { return before_[from_ + x] == after_[from_ + y]; }
  int reached(int edits, int diagonal) const { return rows_[edits][diagonal + edits]; }

  bool comes_from_above(int edits, int diagonal) const {
    return diagonal == -edits ||
           (diagonal != edits && reached(edits - 1, diagonal - 1) < reached(edits - 1, diagonal + 1));
  }

  // Where the diagonal begins after its last edit.
  int start_of(int edits, int diagonal) const {
    if (edits == 0) return 0;
    return comes_from_above(edits, diagonal) ? reached(edits - 1, diagonal + 1) : reached(edits - 1, diagonal - 1) + 1;
  }

  Hunk hunk(int x, int x_end, int y, int y_end, bool kept) const {
    const auto place = [&](int at) { return static_cast<std::size_t>(from_ + at); };
    return {place(x), place(x_end), place(y), place(y_end), kept};
  }

  const Numbers& before_;
  const Numbers& after_;
  const int from_, n_, m_;
  std::vector<std::vector<int>> rows_;
};

std::vector<Hunk> compared(const Numbers& before, const Numbers& after) {
  std::size_t start = 0, before_end = before.size(), after_end = after.size();
  while (start < before_end && start < after_end && before[start] == after[start]) ++start;
  while (before_end > start && after_end > start && before[before_end - 1] == after[after_end - 1])
    --before_end, --after_end;
  std::vector<Hunk> hunks;
  add(hunks, {0, start, 0, start, true});
  Search search(before, after, start, before_end, after_end);
  if (search.run()) {
    for (const auto& hunk : search.hunks()) add(hunks, hunk);
  } else {
    add(hunks, {start, before_end, start, after_end, false});
  }
  add(hunks, {before_end, before.size(), after_end, after.size(), true});
  return hunks;
}

std::vector<Hunk> compared(const Pieces& before, const Pieces& after) {
  std::unordered_map<std::string_view, std::uint32_t> numbers;
  const auto numbered = [&](const Pieces& pieces) {
    Numbers out;
    for (auto piece : pieces)
      out.push_back(numbers.try_emplace(piece, static_cast<std::uint32_t>(numbers.size())).first->second);
    return out;
  };
  const auto first = numbered(before);
  return compared(first, numbered(after));
}

// Lines with their endings.
Pieces lines(std::string_view text) {
  Pieces out;
  while (!text.empty()) {
    const auto end = text.find('\n');
    out.push_back(text.substr(0, end == std::string_view::npos ? end : end + 1));
    text.remove_prefix(out.back().size());
  }
  return out;
}

bool is_word(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
         letter == '\'' || static_cast<unsigned char>(letter) >= 0x80;
}

// Words, and each other character for itself; a word of a script without blanks is cut into its characters.
Pieces words(std::string_view text) {
  Pieces out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    if (static_cast<unsigned char>(text[at]) >= 0xE3) {
      while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    } else if (is_word(text[at])) {
      while (end < text.size() && is_word(text[end]) && static_cast<unsigned char>(text[end]) < 0xE3) ++end;
    }
    out.push_back(text.substr(at, end - at));
    at = end;
  }
  return out;
}

std::string_view stretch(const Pieces& pieces, std::size_t from, std::size_t end) {
  if (from == end) return {};
  const char* start = pieces[from].data();
  return {start, static_cast<std::size_t>(pieces[end - 1].data() + pieces[end - 1].size() - start)};
}

class Writer {
 public:
  void compare_lines(std::string_view before, std::string_view after) {
    const auto first = lines(before), second = lines(after);
    for (const auto& hunk : compared(first, second)) {
      const auto old = stretch(first, hunk.before, hunk.before_end), now = stretch(second, hunk.after, hunk.after_end);
      if (hunk.kept) {
        write(now);
      } else {
        compare_words(old, now);
      }
    }
  }

  std::string take() { return std::move(out_); }

 private:
  void compare_words(std::string_view before, std::string_view after) {
    const auto first = words(before), second = words(after);
    for (const auto& hunk : compared(first, second)) {
      if (hunk.kept) {
        write(stretch(second, hunk.after, hunk.after_end));
      } else {
        write_in("del", stretch(first, hunk.before, hunk.before_end));
        write_in("ins", stretch(second, hunk.after, hunk.after_end));
      }
    }
  }

  void write_in(std::string_view tag, std::string_view words) {
    if (words.empty()) return;
    (out_ += '<').append(tag) += '>';
    write(words);
    (out_ += "</").append(tag) += '>';
  }

  void write(std::string_view words) {
    for (;;) {
      const auto end = words.find('\n');
      append_text(out_, words.substr(0, end));
      if (end == std::string_view::npos) return;
      out_ += "<br>\n";
      words.remove_prefix(end + 1);
    }
  }

  std::string out_;
};

std::string cleaned(std::string_view text) {
  std::string out = replaced(repaired_utf8(cut_utf8(text, kReviewLimit)), "\r\n", "\n");
  for (char& letter : out)
    if ((static_cast<unsigned char>(letter) < 0x20 && letter != '\n' && letter != '\t') || letter == 0x7F) letter = ' ';
  return out;
}

}  // namespace

Difference difference(std::string_view before, std::string_view after) {
  const auto old = cleaned(before), now = cleaned(after);
  Writer writer;
  writer.compare_lines(old, now);
  Difference made;
  made.html = SafeHtmlMint::made(writer.take());
  const RenderOptions options{.input_limit = kReviewLimit};
  made.veiled = render(old, options).veiled || render(now, options).veiled;
  made.same = old == now;
  return made;
}

}  // namespace rialto::text
