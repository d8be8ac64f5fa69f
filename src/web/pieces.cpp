#include "web/pieces.h"

#include <algorithm>

#include "base/edtf.h"
#include "base/strings.h"
#include "import/convert.h"
#include "member/member.h"
#include "text/mask.h"
#include "text/plain.h"

namespace rialto::web {

namespace {

constexpr std::int64_t kMinute = 60;
constexpr std::int64_t kHour = 60 * kMinute;
constexpr std::int64_t kDay = 24 * kHour;
constexpr std::size_t kExcerpt = 240;
constexpr std::int64_t kWordsAMinute = 230;

std::string spoken_day(Time time) {
  const auto day = Edtf::parse(iso_text(time).substr(0, 10));
  return day ? spoken(*day, Language::English) : iso_text(time);
}

std::string spoken_past(Time time, Time now) {
  const auto seconds = (now - time).count;
  if (seconds <= -kMinute) return spoken_day(time);
  if (seconds < kMinute) return "just now";
  if (seconds < kHour) return counted(seconds / kMinute, "minute", "minutes") + " ago";
  if (seconds < kDay) return counted(seconds / kHour, "hour", "hours") + " ago";
  if (seconds < 2 * kDay) return "yesterday";
  if (seconds < 7 * kDay) return counted(seconds / kDay, "day", "days") + " ago";
  return spoken_day(time);
}

std::string exact_of(Time time) {
  return spoken_day(time) + ", " + iso_text(time).substr(11, 8) + " UTC";
}

std::string with_page(const std::string& address, int page) {
  if (page == 1) return address;
  return address + (address.find('?') == std::string::npos ? "?page=" : "&page=") + std::to_string(page);
}

std::string with_words(std::string address, std::string_view title) {
  const auto words = slug_of(title);
  return words.empty() ? address : address + "/" + words;
}

}  // namespace

view::When when_of(Time time, Time now) {
  return {.spoken = spoken_past(time, now), .exact = exact_of(time), .iso = iso_text(time)};
}

view::When when_of(const std::string& dated, Time now) {
  if (dated.empty()) return {.spoken = "date not kept", .exact = "", .iso = ""};
  if (const auto exact = from_iso_text(dated)) return when_of(*exact, now);
  const auto date = Edtf::parse(dated);
  if (!date) return {.spoken = dated, .exact = "", .iso = ""};
  const auto parts = date->parts();
  const bool to_the_day = parts.year && parts.month && parts.day;
  return {.spoken = spoken(*date, Language::English),
          .exact = "Kept as " + dated,
          .iso = to_the_day ? dated.substr(0, 10) : ""};
}

view::Who who_of(std::optional<MemberId> id, const std::optional<std::string>& name, bool ghost) {
  if (!id || !name) return {.name = "Author not kept", .href = "", .ghost = false, .kept = false};
  const auto kind = ghost ? member::Kind::Ghost : member::Kind::Member;
  return {.name = *name, .href = member::address_of(kind, *id, *name), .ghost = ghost, .kept = true};
}

view::Who who_named(const std::string& name) {
  return {.name = name, .href = "/member/" + name};
}

std::string with_thousands(std::int64_t count) {
  auto digits = std::to_string(count);
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > (count < 0 ? 1 : 0); at -= 3)
    digits.insert(static_cast<std::size_t>(at), 1, ',');
  return digits;
}

std::string counted(std::int64_t count, std::string_view one, std::string_view many) {
  return with_thousands(count) + " " + std::string(count == 1 ? one : many);
}

view::Pager pager_of(std::int64_t total, int page, int per_page, const std::string& address, std::string_view many) {
  view::Pager pager;
  const int last = static_cast<int>((total + per_page - 1) / per_page);
  if (last <= 1) return pager;
  const auto from = std::int64_t{page - 1} * per_page + 1;
  const auto to = std::min<std::int64_t>(total, std::int64_t{page} * per_page);
  pager.summary = with_thousands(from) + " to " + with_thousands(to) + " of " + counted(total, many, many);
  if (page > 1) pager.previous = with_page(address, page - 1);
  if (page < last) pager.next = with_page(address, page + 1);
  int shown = 0;
  for (int number = 1; number <= last; ++number) {
    const bool near = number == 1 || number == last || (number >= page - 2 && number <= page + 2);
    if (!near) continue;
    if (number > shown + 1) pager.pages.push_back({.text = "…", .href = ""});
    pager.pages.push_back(
        {.text = with_thousands(number), .href = with_page(address, number), .current = number == page});
    shown = number;
  }
  return pager;
}

std::string thread_address(ThreadId id, std::string_view title) {
  return with_words("/thread/" + short_form(id), title);
}

std::string post_address(PostId id) {
  return "/post/" + short_form(id);
}

std::string review_address(ReviewId id, std::string_view title) {
  return with_words("/review/" + short_form(id), title);
}

std::string board_address(talk::BoardKind kind, const std::string& slug) {
  return kind == talk::BoardKind::Person ? "/person/" + slug + "/board" : "/board/" + slug;
}

std::string stars_words(std::int64_t rating) {
  return std::to_string(rating / 2) + (rating % 2 ? ".5" : "");
}

std::string reading_time(std::optional<std::int64_t> kept, std::string_view body) {
  const auto words = std::count_if(body.begin(), body.end(), [](char letter) { return letter == ' ' || letter == '\n'; });
  const auto minutes = kept.value_or(words / kWordsAMinute);
  return minutes == 0 ? "" : counted(minutes, "minute", "minutes") + " to read";
}

std::string film_name(std::string_view title, std::optional<std::int64_t> year) {
  return std::string(title) + (year ? " (" + std::to_string(*year) + ")" : "");
}

namespace {

// What came from elsewhere was spoken in as far back as its last post says, if that was kept.
view::When last_spoken_in(const std::optional<std::string>& dated, Time last_at, Time now) {
  return dated ? when_of(*dated, now) : when_of(last_at, now);
}

}  // namespace

view::ThreadRow row_of(const talk::ThreadLine& line, const text::WordMask& mask, Time now) {
  return {.title = mask.masked(line.title),
          .href = thread_address(line.id, line.title),
          .posts = counted(line.posts, "post", "posts"),
          .last = last_spoken_in(line.last_dated, line.last_at, now),
          .by = who_of(line.author_id, line.author, line.by_ghost),
          .where = "",
          .where_href = "",
          .pinned = line.pinned,
          .locked = line.locked,
          .imported = false};
}

view::ThreadRow row_of(const talk::ThreadElsewhere& line, const text::WordMask& mask, Time now) {
  return {.title = mask.masked(line.title),
          .href = thread_address(line.id, line.title),
          .posts = counted(line.posts, "post", "posts"),
          .last = last_spoken_in(line.last_dated, line.last_at, now),
          .by = who_of(line.author_id, line.author, line.by_ghost),
          .where = film_name(line.board_title, line.board_year),
          .where_href = board_address(static_cast<talk::BoardKind>(line.board_kind), line.board_slug)};
}

view::ReviewRow row_of(const talk::ReviewLine& line, const text::WordMask& mask, Time now) {
  return {.title = mask.masked(line.title),
          .href = review_address(line.id, line.title),
          .by = who_of(line.author, line.author_name, line.by_ghost),
          .when = when_of(line.dated, now),
          .rating = line.rating ? stars_words(*line.rating) : "",
          .stars = static_cast<int>(line.rating.value_or(0)),
          .minutes = reading_time(line.minutes, line.body),
          .answers = line.answers == 0 ? "" : counted(line.answers, "answer", "answers"),
          .excerpt = text::excerpt(imports::without_pictures(line.body), kExcerpt, &mask),
          .film = line.film_title.empty() ? "" : film_name(line.film_title, line.film_year),
          .film_href = line.film_slug.empty() ? "" : "/film/" + line.film_slug};
}

}  // namespace rialto::web
