// Small pieces of views that many pages show: dates, authors, pagers, addresses.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"
#include "base/time.h"
#include "talk/board.h"
#include "talk/mention.h"
#include "talk/post.h"
#include "talk/review.h"
#include "talk/thread.h"
#include "say/language.h"
#include "web/fields.h"
#include "web/telling.h"
#include "web/view/film.h"
#include "web/view/frame.h"

namespace rialto {
class Tx;
}

namespace rialto::web {

// A point in time as people say it now: "20 minutes ago", "yesterday", "17 July", "17 July 1998".
// What happened within the minute that the page calls now is "just now".
view::When when_of(Time time, const Telling& telling);

// A date as far as it was kept (EDTF); "" was not kept.
view::When when_of(const std::string& dated, const Telling& telling);

// `id` only if the author was kept.
view::Who who_of(std::optional<MemberId> id, const std::optional<std::string>& name, bool ghost,
                 Language language);
view::Who who_named(const std::string& name);

// "4.5" or "4,5" for nine half stars.
std::string stars_said(std::int64_t half_stars, Language language);

// `address` is the page's own with everything but the page's number: "/films?genre=Drama" or "/films".
// `shown` says which part is shown: say::rows::posts_shown.
struct Listed {
  std::int64_t total;
  int page, per_page;
};
using SaysShown = std::string (*)(Language language, std::int64_t from, std::int64_t to, std::int64_t total);
view::Pager pager_of(const Listed& listed, const std::string& address, SaysShown shown, Language language);

// Of a list that goes on by the last id shown, so that what comes in meanwhile moves nothing: "?before=…".
template <class AnyId>
std::optional<AnyId> before_of(const Fields& query) {
  const auto id = from_short_form(query.get("before"));
  if (!id) return std::nullopt;
  return AnyId{*id};
}
// `full`: there may be more; `first`: nothing came before.
view::Pager pager_after(const std::string& address, const std::string& last, bool full, bool first, Language language);

std::string thread_address(ThreadId id, std::string_view title);
std::string post_address(PostId id);
// Where it stands among the others: "/thread/3v9k2m/the-closing-scene?page=3#p-4w1x".
std::string post_in_thread(Tx& tx, const talk::Post& post, const talk::Thread& thread, talk::PostOrder order);
std::string review_address(ReviewId id, std::string_view title);
std::string board_address(talk::BoardKind kind, const std::string& slug);

// The beginning of a text for those who are told of its page elsewhere: without what spoilers hide, and nothing where
// its thread is one as a whole (talk::Thread::spoils).
std::string told_elsewhere(std::string_view body, std::string_view thread_spoils, const Telling& telling);

// "7 minutes to read": as it was kept, or else counted from the words; "" for less than one.
std::string reading_time(std::optional<std::int64_t> kept, std::string_view body, Language language);
std::string film_name(std::string_view title, std::optional<std::int64_t> year);  // "Heat (1995)"

view::ThreadRow row_of(const talk::ThreadLine& line, const Telling& telling);
view::ThreadRow row_of(const talk::ThreadElsewhere& line, const Telling& telling);
view::ReviewRow row_of(const talk::ReviewLine& line, const Telling& telling);
view::NamingRow row_of(const talk::NamingText& text, const Telling& telling);

}  // namespace rialto::web
