#include "import/convert.h"

#include <algorithm>
#include <cctype>
#include <chrono>
#include <cmath>

#include "base/digest.h"
#include "base/strings.h"
#include "talk/limits.h"
#include "text/markup.h"
#include "text/disclose.h"
#include "text/plain.h"

namespace rialto::imports {
namespace {

constexpr std::size_t kExcerpt = 320;  // code points
constexpr std::string_view kPicture = "*A picture stood here.*";

using Posts = std::vector<PostRecord>;

std::string one_line(std::string_view title) {
  std::string line = replaced(replaced(trimmed(title), "\r", " "), "\n", " ");
  if (code_points(line) <= talk::kTitleLimit) return line;
  return text::cut_at_word(line, talk::kTitleLimit);
}

std::string title_from(const std::optional<std::string>& kept) {
  auto title = one_line(kept.value_or(""));
  return title.empty() ? std::string(kNoTitle) : title;
}

// ---- quotes

// A line of a quotation without its mark; nothing if it is none.
std::optional<std::string_view> unquoted(std::string_view line) {
  if (!line.starts_with('>') || line.starts_with(">!")) return std::nullopt;
  return trimmed(line.substr(1));
}

bool same_lines(const std::vector<std::string_view>& quoted, std::string_view passage) {
  const auto lines = lines_of(trimmed(passage));
  return std::equal(quoted.begin(), quoted.end(), lines.begin(), lines.end(),
                    [](std::string_view one, std::string_view other) { return one == trimmed(other); });
}

// Puts the source above each quotation of a post that the record ties to an earlier one.
class Sources {
 public:
  Sources(const Posts& posts, const std::vector<PostId>& ids) : posts_(posts), ids_(ids) {}

  std::string with_sources(const PostRecord& post) const {
    if (!post.text) return "";
    if (post.quotes.empty()) return *post.text;
    std::vector<QuoteRecord> left = post.quotes;
    std::string out;
    std::vector<std::string_view> run, written;
    const auto end_run = [&] {
      if (!run.empty()) out += quotation(run, written, left);
      run.clear();
      written.clear();
    };
    for (const auto line : lines_of(*post.text)) {
      const auto quoted = unquoted(line);
      if (quoted) {
        run.push_back(*quoted);
        written.push_back(line);
        continue;
      }
      end_run();
      out.append(line) += '\n';
    }
    end_run();
    while (!out.empty() && out.back() == '\n') out.pop_back();
    return out;
  }

 private:
  std::string quotation(const std::vector<std::string_view>& run, const std::vector<std::string_view>& written,
                        std::vector<QuoteRecord>& left) const {
    std::string out;
    const auto found =
        std::find_if(left.begin(), left.end(), [&](const auto& one) { return same_lines(run, one.text); });
    if (found == left.end()) {
      for (const auto line : written) out.append(line) += '\n';
      return out;
    }
    const auto from = static_cast<std::size_t>(found->post) - 1;
    out = text::quote_of(found->text, short_form(ids_.at(from)), posts_[from].author.value_or(""));
    left.erase(found);
    out.pop_back();  // the empty line behind it stands in the text already
    return out;
  }

  const Posts& posts_;
  const std::vector<PostId>& ids_;
};

// ---- posts

std::string text_of(const std::optional<Edtf>& date) {
  return date ? date->text() : "";
}

std::optional<MemberId> author_of(const std::optional<std::string>& name, const FindGhost& ghost) {
  if (!name || trimmed(*name).empty()) return std::nullopt;
  return ghost(std::string(trimmed(*name)));
}

std::vector<talk::ImportedPost> imported_posts(const Posts& posts, const FindGhost& ghost) {
  std::vector<PostId> ids;
  for (std::size_t at = 0; at < posts.size(); ++at) ids.push_back(make_id<PostId>());
  const Sources sources(posts, ids);
  std::vector<talk::ImportedPost> imported;
  imported.reserve(posts.size());
  for (std::size_t at = 0; at < posts.size(); ++at) {
    const auto& post = posts[at];
    talk::ImportedPost one;
    one.id = ids[at];
    if (post.parent) one.parent = static_cast<std::size_t>(*post.parent) - 1;
    one.author = author_of(post.author, ghost);
    one.dated = text_of(post.date);
    if (post.edited) one.edited = text_of(post.edited->date);
    one.state = post.deleted ? talk::PostState::LostBeforeImport : talk::PostState::Stands;
    one.body = post.deleted ? "" : talk::tidied(sources.with_sources(post));
    one.signature = talk::tidied(post.signature.value_or(""));
    imported.push_back(std::move(one));
  }
  return imported;
}

// The beginning of what is known of a date, if at least its year is.
std::optional<Time> time_of(const Edtf& date) {
  const auto parts = date.parts();
  if (!parts.year) return std::nullopt;
  const std::chrono::year_month_day day{std::chrono::year(*parts.year),
                                        std::chrono::month(static_cast<unsigned>(parts.month.value_or(1))),
                                        std::chrono::day(static_cast<unsigned>(parts.day.value_or(1)))};
  const auto days = std::chrono::sys_days(day).time_since_epoch().count();
  const std::int64_t seconds = parts.hour.value_or(0) * 3600 + parts.minute.value_or(0) * 60 + parts.second.value_or(0);
  return Time{(static_cast<std::int64_t>(days) * 86'400 + seconds) * 1'000'000};
}

std::optional<Time> last_spoken(const Posts& posts) {
  std::optional<Time> last;
  for (const auto& post : posts)
    if (post.date)
      if (const auto at = time_of(*post.date); at && (!last || *last < *at)) last = at;
  return last;
}

// ---- reviews

std::string picture_line(const ImageRecord& image) {
  const auto kept = image.alt.value_or("");
  std::string alt;
  for (const char sign : trimmed(kept))
    if (std::string_view("*_[]<>`\\\r\n").find(sign) == std::string_view::npos) alt += sign;
  return alt.empty() ? std::string(kPicture) : "*A picture stood here: " + alt + "*";
}

std::vector<std::string> pictures_at(const ReviewRecord& review, int section, int paragraph) {
  std::vector<std::string> lines;
  for (const auto& image : review.images) {
    if (image.section != section || image.after_paragraph != paragraph) continue;
    auto line = picture_line(image);
    if (lines.empty() || lines.back() != line) lines.push_back(std::move(line));
  }
  return lines;
}

std::vector<std::string_view> paragraphs_of(std::string_view text) {
  std::vector<std::string_view> paragraphs;
  while (!text.empty()) {
    const auto end = std::min(text.find("\n\n"), text.size());
    if (const auto paragraph = text.substr(0, end); !trimmed(paragraph).empty()) paragraphs.push_back(paragraph);
    text.remove_prefix(std::min(end + 2, text.size()));
  }
  return paragraphs;
}

std::string body_of(const ReviewRecord& review) {
  std::vector<std::string> pieces;
  const auto add_all = [&](std::vector<std::string> lines) {
    for (auto& line : lines) pieces.push_back(std::move(line));
  };
  for (std::size_t at = 0; at < review.sections.size(); ++at) {
    const auto& section = review.sections[at];
    const auto index = static_cast<int>(at);
    if (section.heading && !trimmed(*section.heading).empty()) pieces.push_back("## " + one_line(*section.heading));
    add_all(pictures_at(review, index, 0));
    int paragraph = 0;
    for (const auto text : paragraphs_of(section.text)) {
      pieces.emplace_back(text);
      add_all(pictures_at(review, index, ++paragraph));
    }
  }
  return talk::tidied(joined(pieces, "\n\n"));
}

std::optional<std::int64_t> half_stars(const std::optional<RatingRecord>& rating) {
  if (!rating || !rating->stars || !(*rating->stars >= 0.25 && *rating->stars <= 5)) return std::nullopt;
  return std::clamp<std::int64_t>(std::llround(*rating->stars * 2), 1, 10);
}

// Letters and digits alone, folded: what stays the same however a text is marked up.
void add_words(std::string& said, std::string_view text) {
  for (const char sign : folded(text))
    if (std::isalnum(static_cast<unsigned char>(sign)) || static_cast<unsigned char>(sign) >= 0x80) said += sign;
}

}  // namespace

std::string title_of(const PageRecord& record) {
  return std::visit([](const auto& page) { return title_from(page.title); }, record);
}

talk::ImportedThread imported_thread(const ThreadRecord& thread, BoardId board, const FindGhost& ghost) {
  talk::ImportedThread imported;
  imported.board = board;
  imported.title = title_from(thread.title);
  imported.posts = imported_posts(thread.posts, ghost);
  imported.last_at = last_spoken(thread.posts);
  return imported;
}

talk::ImportedReview imported_review(const ReviewRecord& review, FilmId film, const FindGhost& ghost) {
  talk::ImportedReview imported;
  imported.film = film;
  imported.author = author_of(review.writer, ghost);
  imported.title = title_from(review.title);
  imported.body = body_of(review);
  imported.audience = talk::tidied(review.audience.value_or(""));
  imported.rating = half_stars(review.rating);
  imported.rating_kept = review.rating ? std::string(trimmed(review.rating->written)) : "";
  imported.minutes = review.minutes;
  imported.dated = text_of(review.date);
  return imported;
}

talk::ImportedThread imported_comments(const ReviewRecord& review, ReviewId id, BoardId board, const FindGhost& ghost) {
  talk::ImportedThread imported;
  imported.board = board;
  imported.title = title_from(review.title);
  imported.posts = imported_posts(review.comments, ghost);
  imported.review = id;
  imported.last_at = last_spoken(review.comments);
  return imported;
}

std::string excerpt_of(const PageRecord& record) {
  if (const auto* const review = std::get_if<ReviewRecord>(&record))
    return text::excerpt(text::disclosed(review->sections.empty() ? "" : review->sections.front().text), kExcerpt);
  for (const auto& post : std::get<ThreadRecord>(record).posts)
    if (post.text && !trimmed(*post.text).empty()) return text::excerpt(text::disclosed(*post.text), kExcerpt);
  return "";
}

std::string digest_of(const PageRecord& record) {
  std::string said;
  const auto* const review = std::get_if<ReviewRecord>(&record);
  add_words(said, title_of(record));
  if (review)
    for (const auto& section : review->sections) {
      add_words(said, section.heading.value_or(""));
      add_words(said, section.text);
    }
  const auto& posts = review ? review->comments : std::get<ThreadRecord>(record).posts;
  for (const auto& post : posts) {
    add_words(said, post.text.value_or(""));
    add_words(said, post.signature.value_or(""));
  }
  return hex(digest({review ? "review" : "thread", std::to_string(posts.size()), said}));
}

std::string without_pictures(std::string_view markdown) {
  constexpr auto kBeginning =
      kPicture.substr(0, kPicture.size() - 2);  // without ".*", as an alternative text may follow
  std::string kept;
  for (const auto line : lines_of(markdown))
    if (!line.starts_with(kBeginning)) (kept += line) += '\n';
  return kept;
}

}  // namespace rialto::imports
