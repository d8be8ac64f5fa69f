#include "import/understand.h"

#include "base/date_reading.h"
#include "base/strings.h"
#include "import/finish.h"
#include "import/found_article.h"
#include "import/found_thread.h"
#include "import/html_page.h"
#include "import/page.h"
#include "import/page_lines.h"
#include "import/page_title.h"
#include "import/text_article.h"
#include "import/text_thread.h"

namespace rialto::imports {
namespace {

constexpr int kLeastConfidence = 35;

const char* const kNotUnderstood =
    "is neither a thread nor a review that I understand: found no two posts that can be told apart, and too little "
    "prose for a review";

std::string body_of(const std::vector<PostRecord>& posts) {
  std::string text;
  for (const auto& post : posts) text += post.text.value_or("") + "\n\n";
  return text;
}

PageWords words_of(const ThreadRecord& thread, const std::vector<std::string>& context) {
  return {thread.title.value_or(""), context, "", body_of(thread.posts), std::nullopt};
}

PageWords words_of(const ReviewRecord& review, const std::vector<std::string>& context) {
  std::string body;
  for (const auto& section : review.sections) body += section.heading.value_or("") + "\n" + section.text + "\n\n";
  return {review.title.value_or(""), context, "", body, std::nullopt};
}

// What the readers found, both ways; one of them is right.
struct Found {
  std::optional<FoundThread> thread;
  std::optional<FoundArticle> article;
  std::optional<std::string> named_film;
};

bool is_thread(const Found& found) {
  if (!found.thread || found.thread->posts.empty()) return false;
  if (!found.article) return true;
  if (!found.article->comments.empty() && found.article->confidence >= 45) return false;
  return found.thread->confidence >= found.article->confidence;
}

ThreadRecord thread_record(FoundThread thread, const DateReading& how) {
  ThreadRecord record;
  record.title = std::move(thread.title);
  record.posts = finished_posts(std::move(thread.posts), how);
  return record;
}

}  // namespace

Result<PageRecord> understand(std::string_view bytes, const FilmGuesser& films) {
  auto page = open_page(bytes);
  if (!page) return page.error();
  DateReading how{date_order_of(page->text), page->saved};
  Found found;
  std::optional<std::string> html_title;
  if (page->kind == Page::Kind::Html) {
    auto html = read_html_page(page->text, how);
    found = {std::move(html.thread), std::move(html.article), std::move(html.named_film)};
    if (!page->address) page->address = html.address;
    html_title = html.title;
    if (!found.thread && (!found.article || found.article->confidence < kLeastConfidence))
      page->text = std::move(html.plain);
  }
  const bool as_text = page->kind == Page::Kind::Text ||
                       (!found.thread && (!found.article || found.article->confidence < kLeastConfidence));
  if (as_text) {
    const auto lines = page_lines(page->text);
    found.thread = read_text_thread(lines, how);
    if (found.thread && html_title) found.thread->title = without_reply_mark(*html_title);
    if (auto article = read_text_article(lines, how);
        article && (!found.article || article->confidence > found.article->confidence))
      found.article = std::move(article);
  }
  const auto finish = [&](auto record, const std::vector<std::string>& context) -> PageRecord {
    auto words = words_of(record, context);
    words.address = page->address.value_or("");
    words.named_film = found.named_film;
    record.film = films.guess(words);
    return record;
  };
  if (is_thread(found)) {
    const auto context = found.thread->context;
    auto record = thread_record(std::move(*found.thread), how);
    if (record.posts.empty()) return Error{kNotUnderstood};
    return finish(std::move(record), context);
  }
  if (!found.article || found.article->confidence < kLeastConfidence) return Error{kNotUnderstood};
  const auto context = found.article->context;
  return finish(finished_review(std::move(*found.article), how), context);
}

}  // namespace rialto::imports
