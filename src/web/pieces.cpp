#include "web/pieces.h"

#include <algorithm>
#include <array>

#include "base/edtf.h"
#include "base/strings.h"
#include "import/convert.h"
#include "member/member.h"
#include "say/date.h"
#include "say/dated.h"
#include "say/frame.h"
#include "say/number.h"
#include "say/review.h"
#include "say/rows.h"
#include "text/mask.h"
#include "text/disclose.h"

namespace rialto::web {

namespace {

constexpr std::int64_t kMinute = 60;
constexpr std::int64_t kHour = 60 * kMinute;
constexpr std::int64_t kDay = 24 * kHour;
constexpr std::size_t kExcerpt = 240;
constexpr std::size_t kToldElsewhere = 200;
constexpr std::int64_t kWordsAMinute = 230;

std::string spoken_day(Time time, Language language) {
  const auto day = Edtf::parse(iso_text(time).substr(0, 10));
  return day ? say::spoken(*day, language) : iso_text(time);
}

ForNow<std::string> spoken_past(Time time, Time now, Language language) {
  namespace dated = say::dated;
  const auto age = (now - time).count;
  const auto grown = [&](std::int64_t unit) { return time + Seconds{(age / unit + 1) * unit}; };
  if (age <= -kMinute) return {spoken_day(time, language), Time{(time - Seconds{kMinute}).micros + 1}};
  if (age < kMinute) return {std::string(dated::just_now(language)), time + Seconds{kMinute}};
  if (age < kHour) return {dated::minutes_ago(language, age / kMinute), grown(kMinute)};
  if (age < kDay) return {dated::hours_ago(language, age / kHour), grown(kHour)};
  if (age < 2 * kDay) return {std::string(dated::yesterday(language)), grown(kDay)};
  if (age < 7 * kDay) return {dated::days_ago(language, age / kDay), grown(kDay)};
  return {spoken_day(time, language)};
}

std::string exact_of(Time time, Language language) {
  return say::dated::exact(language, spoken_day(time, language), iso_text(time).substr(11, 8));
}

std::string with_page(const std::string& address, int page) {
  if (page == 1) return address;
  return address + (address.find('?') == std::string::npos ? "?page=" : "&page=") + std::to_string(page);
}

// What stands behind an id in the site map (web/routes.cpp) is not a title's word there.
constexpr std::array<std::string_view, 13> kActs = {"reply", "history", "edit",   "delete", "undelete", "lock",
                                                    "pin",   "hide",    "rename", "move",   "restore",  "report",  "spoilers"};

std::string with_words(std::string address, std::string_view title) {
  const auto words = slug_of(title);
  const bool taken = std::find(kActs.begin(), kActs.end(), words) != kActs.end();
  return words.empty() || taken ? address : address + "/" + words;
}

}  // namespace

view::When when_of(Time time, const Telling& telling) {
  const auto language = telling.language;
  return {.spoken = telling.now.told([&](Time now) { return spoken_past(time, now, language); }),
          .exact = exact_of(time, language),
          .iso = iso_text(time)};
}

view::When when_of(const std::string& dated, const Telling& telling) {
  const auto language = telling.language;
  if (dated.empty())
    return {.spoken = std::string(say::dated::not_kept(language)), .exact = "", .iso = "", .kept = false};
  if (const auto exact = from_iso_text(dated)) return when_of(*exact, telling);
  const auto date = Edtf::parse(dated);
  if (!date) return {.spoken = dated, .exact = "", .iso = ""};
  const auto parts = date->parts();
  const bool to_the_day = parts.year && parts.month && parts.day;
  return {.spoken = say::spoken(*date, language),
          .exact = say::dated::kept_as(language, dated),
          .iso = to_the_day ? dated.substr(0, 10) : ""};
}

view::Who who_of(std::optional<MemberId> id, const std::optional<std::string>& name, bool ghost,
                 Language language) {
  if (!id || !name)
    return {.name = std::string(say::frame::author_not_kept(language)), .href = "", .ghost = false, .kept = false};
  const auto kind = ghost ? member::Kind::Ghost : member::Kind::Member;
  return {.name = *name, .href = member::address_of(kind, *id, *name), .ghost = ghost, .kept = true};
}

view::Who who_named(const std::string& name) {
  return {.name = name, .href = "/member/" + name};
}

std::string stars_said(std::int64_t half_stars, Language language) {
  return say::decimal(language, static_cast<double>(half_stars) / 2);
}

view::Pager pager_of(const Listed& listed, const std::string& address, SaysShown shown_words, Language language) {
  const auto [total, page, per_page] = listed;
  view::Pager pager;
  const int last = static_cast<int>((total + per_page - 1) / per_page);
  if (last <= 1) return pager;
  const auto from = std::int64_t{page - 1} * per_page + 1;
  const auto to = std::min<std::int64_t>(total, std::int64_t{page} * per_page);
  pager.summary = shown_words(language, from, to, total);
  if (page > 1) pager.previous = with_page(address, page - 1);
  if (page < last) pager.next = with_page(address, page + 1);
  int shown = 0;
  for (int number = 1; number <= last; ++number) {
    const bool near = number == 1 || number == last || (number >= page - 2 && number <= page + 2);
    if (!near) continue;
    if (number > shown + 1) pager.pages.push_back({.text = "…", .href = ""});
    pager.pages.push_back(
        {.text = say::number(language, number), .href = with_page(address, number), .current = number == page});
    shown = number;
  }
  return pager;
}

view::Pager pager_after(const std::string& address, const std::string& last, bool full, bool first, Language language) {
  if (first && !full) return {};
  view::Pager pager;
  pager.pages = {{.text = std::string(first ? say::frame::newest(language) : say::frame::older(language)), .href = "", .current = true}};
  if (!first) pager.previous = address;
  if (full) pager.next = address + (address.find('?') == std::string::npos ? "?before=" : "&before=") + last;
  return pager;
}

std::string thread_address(ThreadId id, std::string_view title) {
  return with_words("/thread/" + short_form(id), title);
}

std::string post_address(PostId id) {
  return "/post/" + short_form(id);
}

std::string post_in_thread(Tx& tx, const talk::Post& post, const talk::Thread& thread, talk::PostOrder order) {
  auto address = thread_address(thread.id, thread.title);
  if (order == talk::PostOrder::Flat) address += "?order=flat";
  return with_page(address, talk::page_of(tx, post, order)) + "#p-" + short_form(post.id);
}

std::string review_address(ReviewId id, std::string_view title) {
  return with_words("/review/" + short_form(id), title);
}

std::string board_address(talk::BoardKind kind, const std::string& slug) {
  return kind == talk::BoardKind::Person ? "/person/" + slug + "/board" : "/board/" + slug;
}

std::string told_elsewhere(std::string_view body, std::string_view thread_spoils, const Telling& telling) {
  return text::excerpt(text::disclosed(imports::without_pictures(body), {thread_spoils}), kToldElsewhere, &telling.mask);
}

std::string reading_time(std::optional<std::int64_t> kept, std::string_view body, Language language) {
  const auto words = std::count_if(body.begin(), body.end(), [](char letter) { return letter == ' ' || letter == '\n'; });
  const auto minutes = kept.value_or(words / kWordsAMinute);
  return minutes == 0 ? "" : say::review::minutes_to_read(language, minutes);
}

std::string film_name(std::string_view title, std::optional<std::int64_t> year) {
  return std::string(title) + (year ? " (" + std::to_string(*year) + ")" : "");
}

namespace {

// What came from elsewhere was spoken in as far back as its last post says, if that was kept.
view::When last_spoken_in(const std::optional<std::string>& dated, Time last_at, const Telling& telling) {
  return dated ? when_of(*dated, telling) : when_of(last_at, telling);
}

}  // namespace

view::ThreadRow row_of(const talk::ThreadLine& line, const Telling& telling) {
  return {.id = short_form(line.id),
          .title = telling.mask.masked(line.title),
          .href = thread_address(line.id, line.title),
          .posts = say::rows::posts(telling.language, line.posts),
          .last = last_spoken_in(line.last_dated, line.last_at, telling),
          .by = who_of(line.author_id, line.author, line.by_ghost, telling.language),
          .where = "",
          .where_href = "",
          .pinned = line.pinned,
          .locked = line.locked,
          .imported = false};
}

view::ThreadRow row_of(const talk::ThreadElsewhere& line, const Telling& telling) {
  return {.id = short_form(line.id),
          .title = telling.mask.masked(line.title),
          .href = thread_address(line.id, line.title),
          .posts = say::rows::posts(telling.language, line.posts),
          .last = last_spoken_in(line.last_dated, line.last_at, telling),
          .by = who_of(line.author_id, line.author, line.by_ghost, telling.language),
          .where = film_name(line.board_title, line.board_year),
          .where_href = board_address(static_cast<talk::BoardKind>(line.board_kind), line.board_slug)};
}

view::ReviewRow row_of(const talk::ReviewLine& line, const Telling& telling) {
  return {.title = telling.mask.masked(line.title),
          .href = review_address(line.id, line.title),
          .by = who_of(line.author, line.author_name, line.by_ghost, telling.language),
          .when = when_of(line.dated, telling),
          .rating = line.rating ? stars_said(*line.rating, telling.language) : "",
          .stars = static_cast<int>(line.rating.value_or(0)),
          .minutes = reading_time(line.minutes, line.body, telling.language),
          .answers = line.answers == 0 ? "" : say::rows::answers(telling.language, line.answers),
          .excerpt = text::excerpt(text::disclosed(imports::without_pictures(line.body)), kExcerpt, &telling.mask),
          .film = line.film_title.empty() ? "" : film_name(line.film_title, line.film_year),
          .film_href = line.film_slug.empty() ? "" : "/film/" + line.film_slug};
}

view::NamingRow row_of(const talk::NamingText& text, const Telling& telling) {
  const auto* post = std::get_if<PostId>(&text.text);
  return {.before = telling.mask.masked(text.before),
          .name = telling.mask.masked(text.name),
          .after = telling.mask.masked(text.after),
          .thread = telling.mask.masked(text.title),
          .href = post ? post_address(*post) : review_address(std::get<ReviewId>(text.text), text.title),
          .where = film_name(text.board_title, text.board_year),
          .where_href = board_address(static_cast<talk::BoardKind>(text.board_kind), text.board_slug),
          .by = who_of(text.author, text.author_name, text.by_ghost, telling.language),
          .when = when_of(text.dated, telling)};
}

}  // namespace rialto::web
