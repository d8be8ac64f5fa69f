#include "import/finish.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "base/strings.h"
#include "import/markdown.h"
#include "import/page_words.h"
#include "import/quotes.h"
#include "import/signatures.h"
#include "import/tombstones.h"

namespace rialto::imports {
namespace {

using Kind = Passage::Kind;

// Lines of a paragraph become passages of their own, so that a quoted line above its answer is seen.
Passages with_lines_apart(Passages passages) {
  Passages out;
  for (auto& passage : passages) {
    const bool several = passage.kind == Kind::Paragraph && passage.plain.find('\n') != std::string::npos;
    const auto plain = lines_of(passage.plain);
    const auto marked = lines_of(passage.markdown);
    if (!several || plain.size() != marked.size()) {
      out.push_back(std::move(passage));
      continue;
    }
    for (std::size_t at = 0; at < plain.size(); ++at) {
      if (trimmed(plain[at]).empty()) continue;
      Passage line = passage;
      line.plain = std::string(plain[at]);
      line.markdown = std::string(marked[at]);
      line.gap = at == 0 ? passage.gap : 0;
      out.push_back(std::move(line));
    }
  }
  return out;
}

void take_edit_marks(FoundPost& post, const DateReading& how) {
  Passages kept;
  for (auto& passage : with_lines_apart(std::move(post.body))) {
    const auto edit = passage.kind == Kind::Paragraph
                          ? edit_in(passage.plain, folded(std::string_view(passage.plain).substr(0, 400)), how)
                          : std::nullopt;
    if (edit) {
      post.edited = true;
      if (edit->date) post.edit_date = edit->date;
    }
    if (!edit || !edit->by_board) kept.push_back(std::move(passage));
  }
  post.body = std::move(kept);
}

bool is_lost(const FoundPost& post) {
  if (post.deleted) return true;
  if (post.body.size() != 1 || post.body[0].kind != Kind::Paragraph) return false;
  return post.body[0].plain.size() < 200 && is_tombstone(folded(trimmed(post.body[0].plain)));
}

// Finds the quotes of one post; its quoted passages become blockquotes.
class Tying {
 public:
  explicit Tying(const std::vector<FoundPost>& posts) {
    for (std::size_t at = 0; at < posts.size(); ++at) {
      if (posts[at].id) by_id_.emplace(*posts[at].id, static_cast<int>(at) + 1);
      if (posts[at].number) by_id_.emplace("#" + std::to_string(*posts[at].number), static_cast<int>(at) + 1);
    }
  }

  std::vector<QuoteRecord> tie(FoundPost& post, int n) {
    std::vector<QuoteRecord> quotes;
    std::string own;
    Passages kept;
    for (auto& passage : post.body) {
      if (passage.kind == Kind::Paragraph && is_mail_quote(passage.plain)) unquote(passage);
      if (passage.kind == Kind::Quote) drop_source(passage);
      if (passage.kind == Kind::Paragraph && is_expander(passage, kept)) continue;
      if (passage.kind == Kind::Paragraph) split_glued_source(passage, n);
      const bool known = passage.kind == Kind::Quote || passage.kind == Kind::Paragraph;
      const bool announced = passage.gap <= 1 && !kept.empty() && kept.back().kind == Kind::Paragraph &&
                             quote_source_in(kept.back().plain).has_value();
      const auto source = known ? source_of(passage, n, announced ? Marked::ByPage : Marked::No) : std::nullopt;
      if (source) {
        become_quote(passage);
        while (!kept.empty() && kept.back().kind == Kind::Paragraph && quote_source_in(kept.back().plain)) {
          passage.gap = kept.back().gap;
          kept.pop_back();
        }
        quotes.push_back({*source, passage.markdown});
      } else if (passage.kind != Kind::Quote) {
        own += passage.plain + "\n";
      }
      kept.push_back(std::move(passage));
    }
    post.body = std::move(kept);
    finder_.add(n, own);
    return quotes;
  }

 private:
  std::optional<int> source_of(const Passage& passage, int n, Marked marked) const {
    if (passage.kind == Kind::Quote && passage.source_id)
      if (const auto found = by_id_.find(*passage.source_id); found != by_id_.end() && found->second < n)
        return found->second;
    std::string_view inner = passage.plain;
    if (passage.kind == Kind::Quote) {
      std::string_view within;
      return finder_.find(is_within_marks(inner, within) ? within : inner, Marked::ByPage);
    }
    if (inner.size() > 20'000) return std::nullopt;
    if (is_within_marks(passage.plain, inner)) return finder_.find(inner, Marked::ByMarks);
    return finder_.find(inner, marked);
  }

  // "> what she wrote", typed by hand.
  static bool is_mail_quote(std::string_view plain) {
    if (!plain.starts_with('>') || plain.starts_with(">!") || plain.size() > 5000) return false;
    const auto lines = lines_of(plain);
    return std::all_of(lines.begin(), lines.end(), [](auto line) { return trimmed(line).starts_with('>'); });
  }

  static void unquote(Passage& passage) {
    std::string plain;
    for (auto line : lines_of(passage.plain)) {
      line = trimmed(line);
      while (line.starts_with('>')) line = trimmed(line.substr(1));
      plain += (plain.empty() ? "" : "\n") + std::string(line);
    }
    passage.kind = Kind::Quote;
    passage.plain = plain;
    passage.markdown = escaped_markdown(plain);
  }

  // "Click to expand..." behind a quotation.
  static bool is_expander(const Passage& passage, const Passages& kept) {
    if (kept.empty() || kept.back().kind != Kind::Quote || passage.plain.size() > 60) return false;
    const auto source = quote_source_in(passage.plain);
    return source && source->empty();
  }

  // "Ana wrote:What she wrote": copies run the two together.
  void split_glued_source(Passage& passage, int n) const {
    const auto colon = passage.plain.find(':');
    if (n < 2 || colon == std::string::npos || colon > 70 || colon + 8 > passage.plain.size()) return;
    const auto name = quote_source_in(std::string_view(passage.plain).substr(0, colon + 1));
    if (!name || name->empty()) return;
    const auto rest = std::string(trimmed(std::string_view(passage.plain).substr(colon + 1)));
    if (!finder_.find(rest, Marked::ByPage)) return;
    passage.kind = Kind::Quote;
    passage.author = *name;
    passage.plain = rest;
    passage.markdown = escaped_markdown(rest);
  }

  // "Ana wrote:" as the first line of a quotation names its author.
  static void drop_source(Passage& passage) {
    const auto end = passage.plain.find('\n');
    if (end == std::string::npos) return;
    const auto name = quote_source_in(std::string_view(passage.plain).substr(0, end));
    if (!name) return;
    if (!name->empty()) passage.author = *name;
    passage.plain = std::string(trimmed(std::string_view(passage.plain).substr(end)));
    passage.markdown = std::string(trimmed(std::string_view(passage.markdown).substr(passage.markdown.find('\n'))));
  }

  // Without the marks around it: the blockquote says the same.
  static void become_quote(Passage& passage) {
    std::string_view inner;
    if (is_within_marks(passage.plain, inner)) {
      if (passage.kind == Kind::Paragraph) {
        passage.markdown = escaped_markdown(inner);
        passage.plain = std::string(inner);
      }
    }
    passage.kind = Kind::Quote;
  }

  std::unordered_map<std::string, int> by_id_;
  QuoteFinder finder_;
};

// Nesting: the parent is the nearest earlier post that is less deep.
void nest(const std::vector<FoundPost>& posts, std::vector<PostRecord>& records) {
  std::vector<std::pair<int, int>> open;  // depth, n
  for (std::size_t at = 0; at < posts.size(); ++at) {
    if (!posts[at].depth) continue;
    while (!open.empty() && open.back().first >= *posts[at].depth) open.pop_back();
    if (!open.empty() && !records[at].parent) records[at].parent = open.back().second;
    open.emplace_back(*posts[at].depth, records[at].n);
  }
}

void find_parents(const std::vector<FoundPost>& posts, std::vector<PostRecord>& records) {
  std::unordered_map<std::string, int> by_id, by_number;
  std::map<std::string, std::vector<int>> by_author;
  for (std::size_t at = 0; at < posts.size(); ++at) {
    const auto& post = posts[at];
    const int n = records[at].n;
    const auto look_up = [&](const auto& map, const std::string& key) {
      const auto found = map.find(key);
      if (found != map.end()) records[at].parent = found->second;
    };
    if (post.parent_id) {
      look_up(by_id, *post.parent_id);
      if (!records[at].parent) look_up(by_number, *post.parent_id);
    }
    if (!records[at].parent && post.reply_to)
      if (const auto found = by_author.find(folded(*post.reply_to));
          found != by_author.end() && found->second.size() == 1)
        records[at].parent = found->second[0];
    if (post.id) by_id.emplace(*post.id, n);
    if (post.number) by_number.emplace("#" + std::to_string(*post.number), n);
    if (post.author) by_author[folded(*post.author)].push_back(n);
  }
  nest(posts, records);
}

PostRecord record_of(FoundPost& post, int n) {
  PostRecord record;
  record.n = n;
  record.author = post.author;
  if (record.author && (trimmed(*record.author).empty() || is_nobody(folded(*record.author)))) record.author.reset();
  record.date = post.date;
  record.foreign_id = post.id;
  record.deleted = is_lost(post);
  if (post.edited) record.edited = EditMark{post.edit_date};
  return record;
}

}  // namespace

std::string markdown_of(const Passages& passages) {
  std::string text;
  const Passage* before = nullptr;
  for (const auto& passage : passages) {
    std::string piece = passage.markdown;
    if (passage.kind == Kind::Quote) piece = as_blockquote(piece);
    if (passage.kind == Kind::Heading)
      piece = std::string(static_cast<std::size_t>(std::clamp(passage.level, 1, 6)), '#') + " " + piece;
    if (passage.kind == Kind::Rule) piece = "***";
    if (piece.empty()) continue;
    const bool same = before && passage.gap == 0 && passage.kind == Kind::Paragraph && before->kind == Kind::Paragraph;
    if (before) text += same ? "\n" : "\n\n";
    text += piece;
    before = &passage;
  }
  return text;
}

std::vector<PostRecord> finished_posts(std::vector<FoundPost> posts, const DateReading& how) {
  std::vector<PostRecord> records;
  Tying tying(posts);
  for (auto& post : posts) take_edit_marks(post, how);
  const auto signatures = take_signatures(posts);
  for (std::size_t at = 0; at < posts.size(); ++at) {
    auto& post = posts[at];
    PostRecord record = record_of(post, static_cast<int>(at) + 1);
    if (!record.deleted) {
      record.quotes = tying.tie(post, record.n);
      record.text = markdown_of(post.body);
      record.signature = signatures[at];
    }
    records.push_back(std::move(record));
  }
  find_parents(posts, records);
  return records;
}

}  // namespace rialto::imports
