#include "web/page_film_edit.h"

#include <algorithm>

#include "base/strings.h"
#include "db/db.h"
#include "film/edit.h"
#include "film/form_text.h"
#include "member/rights.h"
#include "say/film.h"
#include "say/frame.h"
#include "say/rows.h"
#include "web/film_card.h"
#include "web/pages/film.html.h"
#include "web/pieces.h"
#include "web/view/film.h"
#include "web/visit.h"
#include "web/writing.h"

namespace rialto::web {

namespace {

// A form's key: the short form of an id that was made with it. For a new film it becomes the film's id; for an edit it
// tells which changes came later. ".seen" behind it says that films of the same title were shown.
constexpr std::string_view kSeen = ".seen";
constexpr int kHistoryPage = 40;

struct Form {
  film::FormText text;
  std::string why;
  std::string key;
  std::vector<film::Fault> faults;
  std::vector<view::Card> similar;
};

struct Place {
  std::string heading, action, back;
};

Form form_in(const Fields& fields) {
  const auto field = [&](std::string_view name) { return std::string(fields.get(name)); };
  return {.text = {.title = field("title"),
                   .year = field("year"),
                   .original_title = field("original_title"),
                   .original_language = field("original_language"),
                   .minutes = field("minutes"),
                   .line = field("line"),
                   .countries = field("countries"),
                   .genres = field("genres"),
                   .titles = field("titles"),
                   .crew = field("crew"),
                   .cast = field("cast"),
                   .refs = field("refs")},
          .why = field("why"),
          .key = field("key")};
}

Form sent_form(const Visit& visit) {
  return form_in(visit.request.form);
}

std::optional<Form> kept_form(Visit& visit) {
  const auto fields = kept_fields(visit);
  return fields ? std::optional(form_in(*fields)) : std::nullopt;
}

// The id in the key, if it was made lately and not in the future; a new one otherwise.
std::int64_t id_in(const Form& form) {
  const auto fresh = next_id();
  const auto text = std::string_view(form.key).substr(0, form.key.find('.'));
  const auto id = from_short_form(text);
  return id && *id > 0 && *id < fresh ? *id : fresh;
}

std::string error_of(const Form& form, std::initializer_list<film::Field> fields, Language language) {
  for (const auto& fault : form.faults)
    if (std::find(fields.begin(), fields.end(), fault.field) != fields.end()) return fault.sentence.in(language);
  return "";
}

void add_fields(view::FilmForm& page, const Form& form, Language language) {
  using film::Field;
  namespace said = say::film;
  const auto& text = form.text;
  page.fields = {
      {.name = "title", .label = std::string(said::title(language)), .value = text.title, .hint = std::string(said::title_hint(language)),
       .error = error_of(form, {Field::Title}, language), .required = true, .limit = 300},
      {.name = "year", .label = std::string(said::year(language)), .value = text.year, .hint = std::string(said::year_hint(language)), .error = error_of(form, {Field::Year}, language), .limit = 4},
      {.name = "original_title", .label = std::string(said::original_title(language)), .value = text.original_title, .hint = std::string(said::original_title_hint(language)),
       .error = error_of(form, {Field::OriginalTitle}, language), .limit = 300},
      {.name = "original_language", .label = std::string(said::original_language(language)), .value = text.original_language, .hint = std::string(said::original_language_hint(language)),
       .error = error_of(form, {Field::OriginalLanguage}, language), .limit = 20},
      {.name = "minutes", .label = std::string(said::minutes(language)), .value = text.minutes, .error = error_of(form, {Field::Minutes}, language), .limit = 5},
      {.name = "countries", .label = std::string(said::countries(language)), .value = text.countries, .hint = std::string(said::countries_hint(language)),
       .error = error_of(form, {Field::Countries}, language), .limit = 200},
      {.name = "genres", .label = std::string(said::genres(language)), .value = text.genres, .hint = std::string(said::genres_hint(language)),
       .error = error_of(form, {Field::Genres}, language), .limit = 300},
  };
}

void add_areas(view::FilmForm& page, const Form& form, Language language) {
  using film::Field;
  namespace said = say::film;
  const auto& text = form.text;
  const auto credits = error_of(form, {Field::Credits}, language);
  const bool of_crew = !text.crew.empty();
  page.areas = {
      {.name = "line", .label = std::string(said::line(language)), .value = text.line, .hint = std::string(said::line_hint(language)),
       .error = error_of(form, {Field::Line}, language), .rows = 2},
      {.name = "crew", .label = std::string(said::crew(language)), .value = text.crew,
       .hint = std::string(said::crew_hint(language)),
       .error = of_crew ? credits : "", .rows = 8},
      {.name = "cast", .label = std::string(said::cast(language)), .value = text.cast, .hint = std::string(said::cast_hint(language)),
       .error = of_crew ? "" : credits, .rows = 12},
      {.name = "titles", .label = std::string(said::other_titles(language)), .value = text.titles, .hint = std::string(said::other_titles_hint(language)),
       .error = error_of(form, {Field::Titles}, language), .rows = 4},
      {.name = "refs", .label = std::string(said::ids(language)), .value = text.refs, .hint = std::string(said::ids_hint(language)),
       .error = error_of(form, {Field::Refs}, language), .rows = 3},
  };
}

Response show_form(const Visit& visit, const Place& place, Form form) {
  view::FilmForm page;
  page.frame = frame_of(visit, place.heading, "films");
  page.frame.indexed = false;
  page.heading = place.heading;
  page.action = place.action;
  page.back_href = place.back;
  page.key = form.key;
  namespace said = say::film;
  const auto language = visit.language;
  page.button = say::frame::save(language);
  add_fields(page, form, language);
  add_areas(page, form, language);
  page.why = {.name = "why", .label = std::string(said::why(language)), .value = form.why,
              .hint = std::string(said::why_hint(language)), .limit = 200};
  if (!form.faults.empty()) page.notices.push_back({.kind = "warn", .text = std::string(said::not_saved(language)), .more = {}});
  if (!form.similar.empty())
    page.notices.push_back({.kind = "info", .text = std::string(said::same_title_there(language)), .more = {}});
  page.similar = std::move(form.similar);
  const bool as_sent = page.notices.empty();
  return show(visit, pages::film_form(visit.language, page), as_sent ? Status::Ok : Status::UnprocessableContent);
}

Place new_place(Language language) { return {.heading = std::string(say::film::add(language)), .action = "/films/new", .back = "/films"}; }

Place edit_place(const film::Film& film, Language language) {
  const auto address = "/film/" + film.slug;
  return {.heading = say::film::edit(language, film::full_title(film)), .action = address + "/edit", .back = address};
}

std::optional<film::Film> find_film(SharedVisit& visit) {
  return visit.db().read([&](Tx& tx) { return film::film_with_slug(tx, visit.address.params.get("slug")); });
}

// Reads the form's text, and notes all that is wrong with it.
film::FilmFacts understood(Visit& visit, Form& form, const film::FilmFacts& was, std::optional<FilmId> self) {
  auto read = film::facts_of(form.text, was);
  form.faults = std::move(read.faults);
  const auto faults = visit.db().read([&](Tx& tx) { return film::faults_of(tx, read.facts, self, now()); });
  form.faults.insert(form.faults.end(), faults.begin(), faults.end());
  return read.facts;
}

// Films that the new one may be, unless they were shown with this form already.
std::vector<view::Card> unseen_similar(Visit& visit, const Form& form, const film::FilmFacts& facts) {
  if (form.key.ends_with(kSeen)) return {};
  return visit.db().read([&](Tx& tx) { return cards_of(tx, film::similar_films(tx, facts)); });
}

view::FilmChange change_view(const film::Change& change, const std::string& address, bool may_undo, const Telling& telling) {
  const auto language = telling.language;
  view::FilmChange shown{.when = when_of(change.at, telling), .by = {}, .why = change.summary, .lines = {}, .undo_action = "", .undone = change.undone};
  shown.by = change.member ? who_named(change.member_name) : view::Who{.name = std::string(say::film::nobody_known(language)), .href = "", .kept = false};
  if (change.undoes) shown.why = say::film::took_back(language);
  else if (change.added && shown.why.empty()) shown.why = say::film::added(language);
  for (const auto& field : change.fields)
    shown.lines.push_back({.what = std::string(film::field_label(field.field, language)), .before = field.before, .after = field.after});
  if (may_undo) shown.undo_action = address + "/history/" + short_form(change.id) + "/undo";
  return shown;
}

}  // namespace

Response new_film_page(Visit& visit) {
  if (!member::may_edit_catalogue(visit.viewer)) return sign_in_first(visit);
  if (auto kept = kept_form(visit)) return show_form(visit, new_place(visit.language), *std::move(kept));
  Form form{.key = short_form(make_id<FilmId>())};
  form.text.title = cut_utf8(visit.request.query.get("title"), 300);
  return show_form(visit, new_place(visit.language), std::move(form));
}

Response add_film(Visit& visit) {
  if (!member::may_edit_catalogue(visit.viewer)) return keep_form_and_sign_in(visit);
  auto form = sent_form(visit);
  const FilmId id{id_in(form)};
  const auto facts = understood(visit, form, {}, id);
  const bool sent_before = visit.db().read([&](Tx& tx) { return film::read_film(tx, id).has_value(); });
  if (form.faults.empty() && !sent_before) {
    form.similar = unseen_similar(visit, form, facts);
    if (!form.similar.empty()) form.key = short_form(id) + std::string(kSeen);
  }
  if (!form.faults.empty() || !form.similar.empty()) return show_form(visit, new_place(visit.language), std::move(form));
  const auto at = now();
  auto added = visit.db().write([&](Tx& tx) {
    auto outcome = film::add_film(tx, id, {.facts = facts, .summary = form.why}, visit.viewer.member, at);
    if (outcome.faults.empty()) forget_draft(tx, visit, {});
    return outcome;
  });
  form.faults = std::move(added.faults);
  if (!form.faults.empty()) return show_form(visit, new_place(visit.language), std::move(form));
  return go_to("/film/" + added.slug, Said::Saved);
}

Response film_edit_page(Visit& visit) {
  if (!member::may_edit_catalogue(visit.viewer)) return sign_in_first(visit);
  const auto film = find_film(visit);
  if (!film) return nothing_here(visit);
  if (auto kept = kept_form(visit)) return show_form(visit, edit_place(*film, visit.language), *std::move(kept));
  const auto facts = visit.db().read([&](Tx& tx) { return film::read_facts(tx, film->id); });
  return show_form(visit, edit_place(*film, visit.language), {.text = film::form_text(facts), .key = short_form(make_id<ChangeId>())});
}

Response edit_film(Visit& visit) {
  const auto film = find_film(visit);
  if (!film) return nothing_here(visit);
  if (!member::may_edit_catalogue(visit.viewer)) return keep_form_and_sign_in(visit);
  auto form = sent_form(visit);
  const ChangeId opened{id_in(form)};
  const auto was = visit.db().read([&](Tx& tx) { return film::facts_at(tx, film->id, opened); });
  const auto facts = understood(visit, form, was, film->id);
  if (!form.faults.empty()) return show_form(visit, edit_place(*film, visit.language), std::move(form));
  const auto at = now();
  auto edited = visit.db().write([&](Tx& tx) {
    auto outcome = film::edit_film(tx, film->id, {.facts = facts, .summary = form.why}, was, visit.viewer.member, at);
    if (outcome.faults.empty()) forget_draft(tx, visit, {});
    return outcome;
  });
  form.faults = std::move(edited.faults);
  if (!form.faults.empty()) return show_form(visit, edit_place(*film, visit.language), std::move(form));
  return go_to("/film/" + edited.slug, Said::Saved);
}

Response film_history_page(SharedVisit& visit) {
  const auto film = find_film(visit);
  if (!film) return nothing_here(visit);
  const auto history = visit.db().read([&](Tx& tx) { return film::film_history(tx, film->id, visit.language); });
  view::FilmHistory page;
  page.title = film::full_title(*film);
  page.href = "/film/" + film->slug;
  page.frame = frame_of(visit, say::film::history_of(visit.language, page.title), "films");
  page.frame.indexed = false;
  const auto first = static_cast<std::size_t>(visit.page() - 1) * kHistoryPage;
  for (auto n = first; n < history.size() && n < first + kHistoryPage; ++n)
    page.changes.push_back(change_view(history[n], page.href, !history[n].undone, visit.telling()));
  page.pager = pager_of({static_cast<std::int64_t>(history.size()), visit.page(), kHistoryPage}, page.href + "/history",
                        say::rows::changes_shown, visit.language);
  return show(visit, pages::film_history(visit.language, page));
}

Response undo_film_change(Visit& visit) {
  if (!member::may_edit_catalogue(visit.viewer)) return sign_in_first(visit, "/film/" + std::string(visit.request.params.get("slug")) + "/history");
  const auto film = find_film(visit);
  const auto change = visit.id<ChangeId>();
  if (!film || !change) return nothing_here(visit);
  const auto at = now();
  const auto undone =
      visit.db().write([&](Tx& tx) { return film::undo_change(tx, film->id, *change, visit.viewer.member, at); });
  if (const auto* why = std::get_if<film::UndoRefused>(&undone)) {
    const auto status = *why == film::UndoRefused::NotFound ? Status::NotFound : Status::Conflict;
    return trouble(visit, status, film::sentence_of(*why, visit.language));
  }
  const auto slug = visit.db().read([&](Tx& tx) { return film::read_film(tx, film->id)->slug; });
  return go_to("/film/" + slug + "/history", Said::Saved);
}

}  // namespace rialto::web
