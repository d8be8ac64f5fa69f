#include "import/signatures.h"

#include <algorithm>
#include <unordered_map>

#include "base/strings.h"
#include "import/finish.h"
#include "import/page_words.h"

namespace rialto::imports {
namespace {

using Kind = Passage::Kind;

constexpr std::size_t kLongest = 400;

// How a body's end reads: the passages from `begin` on are the last block (lines without a gap between them).
struct Tail {
  std::size_t begin = 0;
  std::string plain;
  int gap = 1;
};

Tail tail_of(const Passages& body) {
  Tail tail{body.size(), "", 1};
  while (tail.begin > 0) {
    --tail.begin;
    if (body[tail.begin].gap > 0 || body[tail.begin].kind != Kind::Paragraph) break;
  }
  for (std::size_t at = tail.begin; at < body.size(); ++at)
    tail.plain += (tail.plain.empty() ? "" : "\n") + body[at].plain;
  if (tail.begin < body.size()) tail.gap = body[tail.begin].gap;
  return tail;
}

bool is_capital_at(std::string_view text, std::size_t at) {
  return at < text.size() && ((text[at] >= 'A' && text[at] <= 'Z') || static_cast<unsigned char>(text[at]) >= 0xC3);
}

std::size_t word_count(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

bool starts_with_mark(std::string_view text) {
  for (const char* mark : {"\"", "“", "„", "«", "'", "‘", "”", "»", "「"})
    if (text.starts_with(mark)) return true;
  return false;
}

// "Buy the ticket." --Raoul Duke: a quotation, then a dash and a name.
bool is_attributed_quotation(std::string_view text) {
  text = trimmed(text);
  if (!starts_with_mark(text)) return false;
  std::size_t last = std::string_view::npos, size = 0;
  for (const char* dash : {"--", "—", "–", " - ", "\n-", "~", "\" -", "” -", "― "}) {
    const auto at = text.rfind(dash);
    if (at != std::string_view::npos && (last == std::string_view::npos || at > last)) {
      last = at;
      size = std::string_view(dash).size();
    }
  }
  if (last == std::string_view::npos) return false;
  const auto quoted = trimmed(text.substr(0, last));
  bool closed = false;
  for (const char* mark : {"\"", "”", "“", "»", "'", "’", "«", "」"})
    closed = closed || quoted.ends_with(mark) || quoted.ends_with(std::string(mark) + ".");
  const auto name = trimmed(text.substr(last + size));
  return (closed || text.substr(last).starts_with("\" -") || text.substr(last).starts_with("” -")) && !name.empty() &&
         name.size() <= 80 && word_count(name) <= 10;
}

// "… to help. R. Reagan": a sentence, then a name.
bool ends_with_a_name(std::string_view text) {
  text = trimmed(text);
  if (text.empty() || text.back() == '.' || text.back() == '!' || text.back() == '?' || text.back() == ')' ||
      text.back() == ':')
    return false;
  std::size_t words = 0, at = text.size();
  while (words < 4) {
    const auto blank = text.rfind(' ', at - 1);
    if (blank == std::string_view::npos || blank == 0 || !is_capital_at(text, blank + 1)) break;
    ++words;
    at = blank;
    const char before = text[blank - 1];
    const bool initial =
        before == '.' && blank >= 2 && is_capital_at(text, blank - 2) && (blank < 3 || text[blank - 3] == ' ');
    if ((before == '.' || before == '"' || before == '-' || before == '!') && !initial) return true;
    if (blank == 0) break;
  }
  return false;
}

// Behind a wider gap than the post's others: a motto, an address, verse; no sentence of the talk.
bool reads_like_a_motto(std::string_view text) {
  text = trimmed(text);
  if (starts_with_mark(text) || ends_with_a_name(text)) return true;
  if (text.find("http://") != std::string_view::npos || text.find("www.") != std::string_view::npos ||
      text.find("https://") != std::string_view::npos)
    return true;
  const char last = text.back();
  const bool sentence = last == '.' || last == '!' || last == '?' || last == ':' || last == ')' ||
                        text.ends_with("…") || text.ends_with("。");
  return !sentence && word_count(text) >= 2;
}

bool is_wider(const Passages& body, const Tail& tail) {
  if (tail.gap < 2) return false;
  for (std::size_t at = 1; at < body.size(); ++at)
    if (at != tail.begin && body[at].gap > 0 && body[at].gap < tail.gap) return true;
  return body.size() == 2 || tail.begin == 1;
}

bool is_signature_rule(const Passage& passage) {
  const auto text = trimmed(passage.plain);
  return passage.kind == Kind::Rule || text == "--" || text == "—" || text == "-- " || text == "___" ||
         (passage.kind == Kind::Paragraph && is_rule(text));
}

std::optional<std::string> taken(FoundPost& post, std::size_t begin, std::size_t skip = 0) {
  Passages end(post.body.begin() + static_cast<std::ptrdiff_t>(begin + skip), post.body.end());
  post.body.erase(post.body.begin() + static_cast<std::ptrdiff_t>(begin), post.body.end());
  for (auto& passage : end)
    if (passage.kind == Kind::Signature) passage.kind = Kind::Paragraph;
  auto text = markdown_of(end);
  return text.empty() ? std::nullopt : std::optional(std::move(text));
}

std::optional<std::string> taken_by_mark(FoundPost& post) {
  const auto& body = post.body;
  const auto marked =
      std::find_if(body.begin(), body.end(), [](const auto& passage) { return passage.kind == Kind::Signature; });
  if (marked != body.end()) return taken(post, static_cast<std::size_t>(marked - body.begin()));
  if (body.size() < 2) return std::nullopt;
  const std::size_t least = body.size() > 8 ? body.size() - 8 : 0;
  for (std::size_t at = body.size() - 1; at > least; --at) {
    if (!is_signature_rule(body[at])) continue;
    std::size_t size = 0;
    for (std::size_t rest = at + 1; rest < body.size(); ++rest) size += body[rest].plain.size();
    if (size <= kLongest * 2) return taken(post, at, 1);
  }
  return std::nullopt;
}

std::string tail_key(const FoundPost& post, const Tail& tail) {
  return (post.author ? folded(*post.author) : "") + "\n" + folded(tail.plain);
}

}  // namespace

std::vector<std::optional<std::string>> take_signatures(std::vector<FoundPost>& posts) {
  std::vector<std::optional<std::string>> signatures(posts.size());
  std::unordered_map<std::string, int> ends;
  std::vector<Tail> tails(posts.size());
  for (std::size_t at = 0; at < posts.size(); ++at) {
    if (!posts[at].deleted) signatures[at] = taken_by_mark(posts[at]);
    tails[at] = tail_of(posts[at].body);
    if (!tails[at].plain.empty() && tails[at].plain.size() <= kLongest) ++ends[tail_key(posts[at], tails[at])];
  }
  for (std::size_t at = 0; at < posts.size(); ++at) {
    const auto& tail = tails[at];
    auto& post = posts[at];
    if (signatures[at] || tail.begin == 0 || tail.plain.empty() || tail.plain.size() > kLongest) continue;
    if (tail.begin >= post.body.size() || post.body[tail.begin].kind != Kind::Paragraph) continue;
    const bool repeated = ends[tail_key(post, tail)] > 1 && tail.plain.size() >= 8;
    const bool motto =
        is_attributed_quotation(tail.plain) || (is_wider(post.body, tail) && reads_like_a_motto(tail.plain));
    if (repeated || motto) signatures[at] = taken(post, tail.begin);
  }
  return signatures;
}

}  // namespace rialto::imports
