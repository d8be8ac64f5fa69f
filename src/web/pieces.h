// Small pieces of views that many pages show: dates, authors, pagers, addresses.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"
#include "base/time.h"
#include "talk/board.h"
#include "talk/post.h"
#include "talk/review.h"
#include "talk/thread.h"
#include "web/view/film.h"
#include "web/view/frame.h"

namespace rialto::text {
class WordMask;
}

namespace rialto::web {

// A point in time as people say it now: "20 minutes ago", "yesterday", "17 July", "17 July 1998".
// `now` is the beginning of a minute (SharedVisit::at), so what happened within it is "just now".
view::When when_of(Time time, Time now);

// A date as far as it was kept (EDTF); "" was not kept.
view::When when_of(const std::string& dated, Time now);

// `id` only if the author was kept.
view::Who who_of(std::optional<MemberId> id, const std::optional<std::string>& name, bool ghost);
view::Who who_named(const std::string& name);

// "1 post", "40,791 posts"
std::string counted(std::int64_t count, std::string_view one, std::string_view many);
std::string with_thousands(std::int64_t count);

// `address` is the page's own with everything but the page's number: "/films?genre=Drama" or "/films".
view::Pager pager_of(std::int64_t total, int page, int per_page, const std::string& address, std::string_view many);

std::string thread_address(ThreadId id, std::string_view title);
std::string post_address(PostId id);
std::string review_address(ReviewId id, std::string_view title);
std::string board_address(talk::BoardKind kind, const std::string& slug);

// "4.5" for 9 half stars.
std::string stars_words(std::int64_t rating);
// "7 minutes to read": as it was kept, or else counted from the words; "" for less than one.
std::string reading_time(std::optional<std::int64_t> kept, std::string_view body);
std::string film_name(std::string_view title, std::optional<std::int64_t> year);  // "Heat (1995)"

view::ThreadRow row_of(const talk::ThreadLine& line, const text::WordMask& mask, Time now);
view::ThreadRow row_of(const talk::ThreadElsewhere& line, const text::WordMask& mask, Time now);
view::ReviewRow row_of(const talk::ReviewLine& line, const text::WordMask& mask, Time now);

}  // namespace rialto::web
