#include "web/page_doubts.h"

#include "db/db.h"
#include "import/convert.h"
#include "import/doubt.h"
#include "import/json_reader.h"
#include "import/runner.h"
#include "member/rights.h"
#include "say/doubt.h"
#include "say/rows.h"
#include "web/film_card.h"
#include "web/pages/admin.html.h"
#include "web/pieces.h"
#include "web/view/admin.h"
#include "web/visit.h"

namespace rialto::web {

namespace {

constexpr int kPerPage = 20;
constexpr const char* kAddress = "/admin/doubts";

// What is wrong with what was sent about one of them.
struct Mistake {
  std::string doubt, words;
};

struct Waiting {
  std::vector<imports::Doubt> doubts;
  std::vector<std::vector<imports::FilmCandidate>> films;  // of each, as the catalogue has them now
  imports::DoubtCounts counts;
};

// Candidates with what the catalogue says of them; those that it no longer has are left out.
std::vector<imports::FilmCandidate> films_of(Tx& tx, const imports::Doubt& doubt) {
  std::vector<FilmId> ids;
  for (const auto& one : doubt.candidates) ids.push_back(one.film);
  if (ids.empty()) return {};
  auto films = imports::films_with(tx, ids);
  for (auto& film : films)
    for (const auto& one : doubt.candidates)
      if (one.film == film.film) film.why = one.why;
  return films;
}

Waiting read_waiting(Db& db, int page) {
  return db.read([&](Tx& tx) {
    Waiting waiting{
        .doubts = imports::waiting_doubts(tx, page, kPerPage), .films = {}, .counts = imports::count_doubts(tx)};
    for (const auto& doubt : waiting.doubts) waiting.films.push_back(films_of(tx, doubt));
    return waiting;
  });
}

view::Doubt::Candidate candidate_of(const imports::FilmCandidate& film) {
  return {.value = film.slug,
          .card = {.title = film.title, .picture = card_address(film.slug), .spoken = imports::full_title(film)},
          .film = imports::full_title(film),
          .why = film.why,
          .chosen = false};
}

view::Doubt view_of(const imports::Doubt& doubt, const std::vector<imports::FilmCandidate>& films, Language language) {
  view::Doubt shown;
  shown.id = short_form(doubt.id);
  shown.why = doubt.why;
  shown.action = std::string(kAddress) + "/" + shown.id;
  if (const auto record = imports::record_from_json(doubt.record)) {
    shown.title = imports::title_of(*record);
    const bool review = std::holds_alternative<imports::ReviewRecord>(*record);
    shown.from = review ? say::doubt::review_from(language, doubt.file) : say::doubt::thread_from(language, doubt.file);
    shown.excerpt = imports::excerpt_of(*record);
  }
  for (const auto& film : films) shown.candidates.push_back(candidate_of(film));
  return shown;
}

Response waiting_page(const Visit& visit, const Mistake& mistake, Status status) {
  const auto waiting = read_waiting(visit.db(), visit.page());
  view::Doubts page;
  page.frame = frame_of(visit, say::doubt::which_film(visit.language));
  page.frame.indexed = false;
  page.summary = say::doubt::counts(visit.language, waiting.counts.waiting, waiting.counts.settled);
  for (std::size_t at = 0; at < waiting.doubts.size(); ++at) {
    page.doubts.push_back(view_of(waiting.doubts[at], waiting.films[at], visit.language));
    if (page.doubts.back().id == mistake.doubt) page.doubts.back().error = mistake.words;
  }
  page.pager = pager_of({waiting.counts.waiting, visit.page(), kPerPage}, kAddress, say::rows::doubts_shown, visit.language);
  return show(visit, pages::doubts(visit.language, page), status);
}

std::optional<Response> kept_out(const Visit& visit) {
  if (!visit.viewer.signed_in()) return sign_in_first(visit);
  if (!member::may_decide_doubts(visit.viewer))
    return trouble(visit, Status::Forbidden, say::doubt::for_moderators(visit.language));
  return std::nullopt;
}

Response gone(const Visit& visit) {
  return trouble(visit, Status::Conflict, say::doubt::decided_already(visit.language));
}

Response not_a_film(const Visit& visit, const std::string& typed, const imports::FilmLookup& found) {
  std::string words(say::doubt::choose(visit.language));
  if (!typed.empty()) {
    words = "“" + typed + "”: " + found.why + ".";
    for (const auto& one : found.candidates) words += " " + imports::full_title(one) + " is " + one.slug + ".";
  }
  return waiting_page(visit, {std::string(visit.request.params.get("id")), words}, Status::UnprocessableContent);
}

Response throw_away(const Visit& visit, DoubtId id) {
  const auto thrown = visit.db().write(
      [&](Tx& tx) { return imports::close_doubt(tx, id, imports::DoubtState::ThrownAway, visit.viewer.member); });
  return thrown ? go_to(kAddress, Said::ThrownAway) : gone(visit);
}

}  // namespace

Response doubts_page(Visit& visit) {
  if (auto refusal = kept_out(visit)) return std::move(*refusal);
  return waiting_page(visit, {}, Status::Ok);
}

Response settle_doubt(Visit& visit) {
  if (auto refusal = kept_out(visit)) return std::move(*refusal);
  const auto id = visit.id<DoubtId>();
  if (!id) return nothing_here(visit);
  if (visit.field("skip") == "1") return throw_away(visit, *id);
  const auto other = visit.field("other");
  const auto typed = other.empty() ? visit.field("film") : other;
  const auto found = visit.db().read([&](Tx& tx) { return imports::look_up_chosen(tx, typed); });
  if (!found.film) return not_a_film(visit, typed, found);
  const auto outcome =
      visit.db().write([&](Tx& tx) { return imports::settle_doubt(tx, *id, *found.film, visit.viewer.member); });
  return outcome ? go_to(kAddress, Said::Imported) : gone(visit);
}

}  // namespace rialto::web
