#include "web/news.h"

#include <algorithm>

#include "base/edtf.h"
#include "base/strings.h"
#include "say/thread.h"
#include "web/lifted.h"
#include "web/threads_read.h"
#include "web/pieces.h"
#include "web/read_marks.h"
#include "web/shown.h"
#include "web/visit.h"

namespace rialto::web {

namespace {

// Threads that a member has never opened are new to them for so long.
constexpr Seconds kYoung{14 * 24 * 3600};

bool is_read_now(const Request& request) {
  const auto purpose = request.headers.get("sec-purpose");
  return request.method == Method::Get && purpose.find("prefetch") == std::string_view::npos;
}

std::optional<ReadMarks::Reading> reading_of(const Visit& visit, const ShownPosts& shown) {
  auto& marks = visit.site.read_marks();
  if (is_read_now(visit.request)) return marks.note(visit.viewer.member, shown, visit.moment, now());
  const auto mark = marks.of(visit.viewer.member, shown.thread, visit.moment);
  if (!mark) return std::nullopt;
  auto after = *mark;
  for (const auto& post : shown.posts) after.numbers.add(post.number);
  return ReadMarks::Reading{.before = mark, .after = std::move(after)};
}

std::vector<std::string> new_on(const ShownPosts& shown, const talk::ReadMark& before, MemberId member) {
  std::vector<std::string> fresh;
  for (const auto& post : shown.posts)
    if (post.author != member && before.is_news(post.number)) fresh.push_back(short_form(post.id));
  return fresh;
}

// Where to the thread's first new post is, wherever it stands by then.
std::string address_of_new(const ShownPosts& shown) {
  return "/unread/" + short_form(shown.thread) + (shown.order == talk::PostOrder::Flat ? "?order=flat" : "");
}

// Where nothing is new, but the member hasn't read to the end of what was there.
std::optional<view::Stopped> read_on(const ShownPosts& shown, const ReadMarks::Reading& reading, Language language) {
  const auto unread = reading.after.numbers.missing(1, shown.of);
  if (unread == 0 || !reading.again) return std::nullopt;
  return view::Stopped{.words = say::thread::read_so_far(language, shown.of - unread, shown.of),
                       .link = {std::string(say::thread::read_on(language)), address_of_new(shown)},
                       .more = {}};
}

std::optional<view::Stopped> stopped_at(const ShownPosts& shown, const ReadMarks::Reading& reading,
                                        const std::vector<std::string>& fresh, const Telling& telling) {
  const auto elsewhere = reading.after.news_of(shown.of);
  const auto all = static_cast<std::int64_t>(fresh.size()) + elsewhere;
  if (all == 0 || !reading.before) return read_on(shown, reading, telling.language);
  view::Stopped stopped;
  stopped.words = say::thread::news(telling.language, all, when_of(reading.before->at, telling).spoken);
  stopped.link = {std::string(say::thread::to_first_new(telling.language)),
                  fresh.empty() ? address_of_new(shown) : "#p-" + fresh.front()};
  if (!fresh.empty() && elsewhere > 0)
    stopped.more = view::Link{say::thread::news_elsewhere(telling.language, elsewhere), address_of_new(shown)};
  return stopped;
}

void add_posts(News& news, const Visit& visit, const ShownPosts& shown) {
  const auto reading = reading_of(visit, shown);
  if (!reading) return;
  const auto& before = reading->before;
  const auto fresh = before ? new_on(shown, *before, visit.viewer.member) : std::vector<std::string>();
  news.stopped = stopped_at(shown, *reading, fresh, visit.telling());
  if (fresh.empty()) return;
  news.rule += StyleRule::new_posts(fresh);
  const auto when = when_of(before->at, visit.telling()).spoken;
  if (shown.order == talk::PostOrder::Flat)
    news.rule += StyleRule::line_above(fresh.front(), say::thread::new_since(visit.language, when));
}

// How many posts of a thread are new; nothing where none are, 0 for a young thread that the member never opened.
std::optional<std::int64_t> news_in(const ShownThread& thread, const talk::ReadMark* mark, const Visit& visit) {
  if (!mark) {
    const bool new_here = thread.author && *thread.author != visit.viewer.member && thread.begun > visit.minute - kYoung;
    return new_here ? std::optional<std::int64_t>(0) : std::nullopt;
  }
  const auto count = mark->news_of(thread.posts);
  return count > 0 ? std::optional(count) : std::nullopt;
}

void add_threads(News& news, const Visit& visit, const std::vector<ShownThread>& threads) {
  std::vector<ThreadId> ids;
  for (const auto& thread : threads) ids.push_back(thread.id);
  const auto marks = visit.site.read_marks().of(visit.viewer.member, ids, visit.moment);
  for (const auto& thread : threads) {
    const auto mark = std::find_if(marks.begin(), marks.end(), [&](const auto& one) { return one.thread == thread.id; });
    if (const auto count = news_in(thread, mark == marks.end() ? nullptr : &*mark, visit))
      news.rule += StyleRule::count(short_form(thread.id), *count);
  }
}

void add_boards(News& news, const Visit& visit, const Shown& shown) {
  const auto counts = shown.board_news ? *shown.board_news : news_on_boards(threads_with_news(visit));
  for (const auto board : shown.boards)
    if (const auto count = counts.find(board); count != counts.end())
      news.rule += StyleRule::count(short_form(board), count->second);
}

void add_answers(News& news, const Visit& visit, const std::vector<ShownAnswer>& answers) {
  std::vector<ThreadId> ids;
  for (const auto& answer : answers) ids.push_back(answer.thread);
  const auto marks = visit.site.read_marks().of(visit.viewer.member, ids, visit.moment);
  for (const auto& answer : answers) {
    const auto mark = std::find_if(marks.begin(), marks.end(), [&](const auto& one) { return one.thread == answer.thread; });
    if (mark == marks.end() || mark->is_news(answer.number)) news.rule += StyleRule::count(short_form(answer.id), 0);
  }
}

}  // namespace

News news_for(const Visit& visit, const Shown* shown) {
  News news;
  if (!shown || !visit.viewer.signed_in()) return news;
  news.rule += lifted_for(visit, *shown);
  if (shown->posts) add_posts(news, visit, *shown->posts);
  if (!shown->threads.empty()) add_threads(news, visit, shown->threads);
  if (!shown->boards.empty()) add_boards(news, visit, *shown);
  if (!shown->answers.empty()) add_answers(news, visit, shown->answers);
  return news;
}

}  // namespace rialto::web
