#include "import/html_page.h"

#include <algorithm>

#include "base/strings.h"
#include "import/dom.h"
#include "import/engines.h"
#include "import/html_article.h"
#include "import/html_body.h"
#include "import/html_data.h"
#include "import/html_posts.h"
#include "import/page_title.h"

namespace rialto::imports {
namespace {

// Which order the day and month have on pages of this language.
DateOrder order_of_language(const Document& document) {
  const auto html = document.first(document.root(), "html");
  if (html == kNoNode) return DateOrder::Unknown;
  const auto language = ascii_lower(document.at(html).attribute("lang"));
  if (language == "en-us") return DateOrder::MonthFirst;
  if (language.starts_with("en-") || (language.size() >= 2 && !language.starts_with("en"))) return DateOrder::DayFirst;
  return DateOrder::Unknown;
}

std::string words_first(const Document& document, const char* selector) {
  for (const auto alternative : split(selector, ','))
    for (const auto found : document.select(trimmed(alternative)))
      if (auto words = document.text_of(found, 300); !words.empty()) return words;
  return "";
}

// The heading that the page's title begins with: "Did she believe it?" of "Did she believe it? | Sneakers | Forums".
std::string heading_in_title(const Document& document, const std::string& title) {
  for (const auto found : document.select("h1, h2, h3, h4")) {
    const auto words = document.text_of(found, 200);
    if (words.size() >= 4 && words.size() < title.size() && title.starts_with(words)) return words;
  }
  return "";
}

// "Re: Who else …" above the replies says what the thread is called, if its first post is headed so.
std::string subject_of(const Document& document) {
  std::string first;
  for (const auto found : document.select("h2, h3, h4, .subject, .post-subject, .title, strong")) {
    const auto words = document.text_of(found, 200);
    const auto bare = without_reply_mark(words);
    if (bare == words) {
      if (words.size() > 3 && words.size() < 150) first += "\n" + words + "\n";
    } else if (first.find("\n" + bare + "\n") != std::string::npos) {
      return bare;
    }
    if (first.size() > 20'000) break;
  }
  return "";
}

std::optional<std::string> thread_title(const Document& document, const HtmlData& data) {
  if (auto subject = subject_of(document); !subject.empty()) return subject;
  const auto particular =
      words_first(document,
                  ".p-title-value, #topic-title h1, h2.topic-title, .topic-title, #topic-title, .topictitle, "
                  "a.maintitle, .maintitle, h1.title a, "
                  ".fancy-title, a.title.may-blank, .ipsType_pageTitle, h1.thread-title, h1.threadtitle, .threadtitle, "
                  ".threadTitle, .thread-subject, .titleline, [itemprop=headline], h1[itemprop=name], h1");
  if (!particular.empty())
    return without_site(particular).size() > 2 && particular.size() > 120 ? without_site(particular) : particular;
  if (data.headline) return without_site(*data.headline);
  const auto title = words_first(document, "title");
  if (auto heading = heading_in_title(document, title); !heading.empty()) return heading;
  if (!title.empty()) return without_site(title);
  const auto second = words_first(document, "h2, h3");
  return second.empty() ? std::nullopt : std::optional(second);
}

std::vector<std::string> board_names(const Document& document) {
  std::vector<std::string> names;
  for (const auto found :
       document.select(".breadcrumb a, .breadcrumbs a, .breadcrumb, .crumb a, .p-breadcrumbs a, #nav-breadcrumbs a, "
                       ".navlinks a, .nav a.nav, a.nav, .linktree a, .ipsBreadcrumb a, .navbit a, .navbar a, "
                       ".badge-category__name, .category-name, .topic-category a, .forum-name, .board-title, .board a, "
                       "a.board, #title a, .subreddit, .redditname a, [itemprop=articleSection], [rel=up]")) {
    if (names.size() >= 12) break;
    auto name = document.text_of(found, 120);
    if (!name.empty()) names.push_back(std::move(name));
  }
  for (const char* selector : {"title", "h1", "h2"})
    if (auto words = words_first(document, selector); !words.empty()) names.push_back(std::move(words));
  return names;
}

// Subjects repeated above each post are no part of what it says.
void drop_subjects(FoundThread& thread) {
  if (!thread.title) return;
  const auto title = folded(*thread.title);
  for (auto& post : thread.posts) {
    if (post.body.empty() || post.body[0].plain.size() > 300) continue;
    if (folded(without_reply_mark(post.body[0].plain)) != title || post.body.size() < 2) continue;
    post.body.erase(post.body.begin());
    if (post.body[0].kind == Passage::Kind::Rule) post.body.erase(post.body.begin());
  }
}

std::size_t words_of(const std::vector<FoundPost>& posts) {
  std::size_t size = 0;
  for (const auto& post : posts)
    for (const auto& passage : post.body) size += passage.plain.size();
  return size;
}

// The first engine whose markup gives two posts, or the most of them.
std::vector<FoundPost> board_posts(const Document& document, const DateReading& how) {
  std::vector<FoundPost> best;
  for (const auto& engine : board_engines()) {
    auto posts = posts_by_engine(document, engine, how);
    if (posts.size() >= 2 && words_of(posts) > 0) return posts;
    if (posts.size() > best.size()) best = std::move(posts);
  }
  auto rows = posts_in_tables(document, how);
  return rows.size() > best.size() ? rows : best;
}

std::vector<FoundPost> comments_below(const Document& document, const DateReading& how) {
  for (const auto& engine : comment_engines())
    if (auto posts = posts_by_engine(document, engine, how); !posts.empty()) return posts;
  return posts_in_definitions(document, how);
}

}  // namespace

HtmlFindings read_html_page(std::string_view html, DateReading how) {
  HtmlFindings findings;
  const Document document(html);
  if (how.order == DateOrder::Unknown) how.order = order_of_language(document);
  auto data = html_data(document, how);
  findings.address = data.address;
  findings.named_film = data.film;
  findings.article = read_html_article(document, data, how);
  findings.title = thread_title(document, data);
  auto comments = comments_below(document, how);
  const std::size_t prose = findings.article ? [&] {
    std::size_t size = 0;
    for (const auto& passage : findings.article->body) size += passage.plain.size();
    return size;
  }() : 0;
  const bool is_lone_article = findings.article && findings.article->confidence >= 40 && !data.is_thread;
  const bool article_leads =
      findings.article && prose > 400 &&
      (data.is_review || data.is_article || findings.article->confidence >= 60 || !comments.empty()) && !data.is_thread;

  auto posts = board_posts(document, how);
  if (posts.size() < 2 && data.posts.size() > posts.size()) posts = std::move(data.posts);
  if (posts.size() < 2 && !article_leads)
    if (auto repeated = posts_by_repetition(document, how); repeated.size() > posts.size()) posts = std::move(repeated);
  if (posts.size() <= 1 && comments.empty() && is_lone_article) posts.clear();
  const bool same_as_comments = !comments.empty() && posts.size() <= comments.size() + 1;
  if (article_leads && (posts.empty() || same_as_comments || words_of(posts) < prose / 3)) {
    findings.article->comments =
        comments.empty() && posts.size() >= 1 && same_as_comments ? std::move(posts) : std::move(comments);
    findings.article->confidence = std::max(findings.article->confidence, 60);
  } else if (!posts.empty()) {
    FoundThread thread;
    thread.title = findings.title;
    for (const auto& post : posts)
      if (thread.title && post.author == thread.title) thread.title.reset();
    thread.context = board_names(document);
    thread.confidence = posts.size() >= 2 ? 90 : 50;
    thread.posts = std::move(posts);
    drop_subjects(thread);
    findings.thread = std::move(thread);
    findings.article.reset();
  }
  findings.plain = plain_page(document);
  return findings;
}

}  // namespace rialto::imports
