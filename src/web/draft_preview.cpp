#include "web/draft_preview.h"

#include <optional>

#include "base/strings.h"
#include "db/db.h"
#include "film/film.h"
#include "talk/find_names.h"
#include "talk/review.h"
#include "talk/thread.h"
#include "web/board_place.h"
#include "web/post_view.h"
#include "web/visit.h"

namespace rialto::web {

namespace {

std::optional<film::Film> film_of_thread(Tx& tx, const std::optional<talk::Thread>& thread) {
  return thread ? place_of(tx, thread->board).film : std::nullopt;
}

// "/board/heat-1995/new", "/film/heat-1995/review", "/thread/3v9k2m/reply", "/post/3v9k2m/edit", "/review/3v9k2m/edit"
std::optional<film::Film> film_at(Tx& tx, std::string_view place) {
  const auto pieces = split(place, '/');
  if (pieces.size() < 3) return std::nullopt;
  if (pieces[1] == "board") {
    const auto board = board_at(tx, pieces[2]);
    return board ? board->film : std::nullopt;
  }
  if (pieces[1] == "film") return film::film_with_slug(tx, pieces[2]);
  const auto id = from_short_form(pieces[2]);
  if (!id) return std::nullopt;
  if (pieces[1] == "thread") return film_of_thread(tx, talk::find_thread(tx, ThreadId{*id}));
  if (pieces[1] == "post") {
    const auto post = talk::find_post(tx, PostId{*id});
    return post ? film_of_thread(tx, talk::find_thread(tx, post->thread)) : std::nullopt;
  }
  const auto review = pieces[1] == "review" ? talk::find_review(tx, ReviewId{*id}) : std::nullopt;
  return review ? film::read_film(tx, review->film) : std::nullopt;
}

}  // namespace

text::SafeHtml preview_of(const Visit& visit, const std::string& markdown, std::string_view place) {
  const auto linker = visit.site.names().at_hand();
  return visit.db().read([&](Tx& tx) {
    const auto about = film_at(tx, place);
    Mentions::Names names;
    if (linker) names = talk::names_in_draft(tx, *linker, markdown, about ? std::optional(about->id) : std::nullopt);
    return Mentions(tx, std::vector<std::string_view>{markdown}, visit.site.texts(), about).rendered(markdown, visit.telling(), text::kReviewLimit, names);
  });
}

}  // namespace rialto::web
