#include "web/page_scene.h"

#include <algorithm>
#include <charconv>

#include "base/strings.h"
#include "db/db.h"
#include "film/film.h"
#include "film/scene.h"
#include "member/rights.h"
#include "say/film.h"
#include "say/frame.h"
#include "say/scene.h"
#include "talk/mention.h"
#include "talk/review.h"
#include "talk/scene_talk.h"
#include "talk/seen.h"
#include "web/pages/names.html.h"
#include "web/pages/scene.html.h"
#include "web/page_names.h"
#include "web/pieces.h"
#include "web/shown.h"
#include "web/strip.h"
#include "web/view/names.h"
#include "web/view/scene.h"
#include "web/visit.h"
#include "web/writing.h"

namespace rialto::web {

namespace {

constexpr int kThreads = 50;
constexpr std::size_t kNaming = 60;

struct Place {
  film::Film film;
  std::optional<film::Scene> scene;
};

// The film of the address, and its scene where one is named there.
std::optional<Place> place_at(SharedVisit& visit) {
  return visit.db().read([&](Tx& tx) -> std::optional<Place> {
    auto film = film::film_with_slug(tx, visit.address.params.get("slug"));
    if (!film || film->removed) return std::nullopt;
    auto scene = film::scene_at(tx, film->id, visit.address.params.get("scene"));
    return Place{std::move(*film), std::move(scene)};
  });
}

void add_neighbours(view::ScenePage& page, const film::Film& film, const std::vector<film::Scene>& scenes, SceneId self) {
  for (std::size_t at = 0; at < scenes.size(); ++at) {
    if (scenes[at].id != self) continue;
    if (at > 0) page.before = view::Link{scenes[at - 1].facts.name, scene_address(film, scenes[at - 1])};
    if (at + 1 < scenes.size()) page.after = view::Link{scenes[at + 1].facts.name, scene_address(film, scenes[at + 1])};
  }
}

void add_addresses(view::ScenePage& page, const film::Film& film, const film::Scene& scene) {
  const auto address = scene_address(film, scene);
  page.film = {.text = film::full_title(film), .href = "/film/" + film.slug};
  page.film_id = short_form(film.id);
  page.frame.canonical = address;
  page.new_thread_href = "/board/" + film.slug + "/new?scene=" + film::address_part(scene);
  page.new_review_href = "/film/" + film.slug + "/review?scene=" + film::address_part(scene);
  page.edit_href = address + "/edit";
  page.history_href = address + "/history";
}

// What is told in every tab, preview and list of results; a scene that gives something away isn't named there.
std::string title_of(const Place& place, const Telling& telling) {
  const auto film = film::full_title(place.film);
  return place.scene->facts.spoils ? say::scene::a_scene_of(telling.language, film) : say::scene::title(telling.language, told_name(*place.scene, telling), film);
}

view::ScenePage page_of(SharedVisit& visit, const Place& place) {
  const auto& [film, scene] = place;
  view::ScenePage page;
  page.frame = frame_of(visit, title_of(place, visit.telling()), "films");
  page.name = visit.house->mask.masked(scene->facts.name);
  page.heading = scene->facts.spoils ? say::scene::a_scene_of(visit.language, film::full_title(film)) : page.name;
  page.veil = veil_of(film, *scene, visit.language);
  page.place = told_place(*scene, visit.language);
  if (!scene->facts.names.empty()) page.names = say::scene::also(visit.language, visit.house->mask.masked(joined(scene->facts.names, ", ")));
  add_addresses(page, film, *scene);
  return page;
}

void add_talk(view::ScenePage& page, Shown& shown, Tx& tx, SceneId scene, const Telling& telling) {
  const auto threads = talk::threads_about(tx, scene, kThreads);
  shown = listing(threads);
  for (const auto& line : threads) page.threads.push_back(row_of(line, telling));
  for (const auto& line : talk::reviews_about(tx, scene, kThreads)) page.reviews.push_back(row_of(line, telling));
  for (const auto& text : talk::texts_naming(tx, scene, kNaming)) page.naming.push_back(row_of(text, telling));
}

// ---- writing

film::SceneForm form_in(const Fields& fields) {
  const auto field = [&](std::string_view name) { return std::string(fields.get(name)); };
  return {.name = field("name"), .names = field("names"), .place = field("place"), .spoils = field("spoils")};
}

view::Field field_of(const char* name, std::string_view label, std::string value, std::string_view hint, bool required) {
  view::Field field{.name = name, .label = std::string(label), .value = std::move(value), .hint = std::string(hint), .error = ""};
  field.required = required;
  field.limit = 80;  // characters, as film/scene.h allows
  return field;
}

// key: the id of a scene that is to be added.
Response form_page(Visit& visit, const Place& place, const film::SceneForm& form, std::string key, std::optional<film::SceneRefused> refused) {
  const auto language = visit.language;
  view::SceneForm page;
  page.heading = place.scene ? say::scene::edit(language, told_name(*place.scene, visit.telling())) : say::scene::add_to(language, film::full_title(place.film));
  page.frame = frame_of(visit, page.heading, "films");
  page.frame.indexed = false;
  page.action = visit.request.path;
  page.back_href = place.scene ? scene_address(place.film, *place.scene) : "/film/" + place.film.slug;
  page.key = std::move(key);
  if (place.scene) page.version = std::to_string(place.scene->version);
  page.button = say::frame::save(language);
  page.fields = {field_of("name", say::scene::name(language), form.name, say::scene::name_hint(language), true),
                 field_of("place", say::scene::place(language), form.place, say::scene::place_hint(language), false),
                 field_of("spoils", say::scene::spoils(language), form.spoils, say::scene::spoils_hint(language), false)};
  page.names = form.names;
  if (refused) page.notices.push_back({.kind = "warn", .text = std::string(film::sentence_of(*refused, language)), .more = {}});
  return show(visit, pages::scene_form(language, page), refused ? Status::UnprocessableContent : Status::Ok);
}

SceneId id_in(const Visit& visit) {
  const auto fresh = next_id();
  const auto id = from_short_form(visit.field("key"));
  return SceneId{id && *id > 0 && *id < fresh ? *id : fresh};
}

// Keeps what the form says, and shows the scene, or the form again with what is wrong.
template <class Keep>
Response kept_or_form(Visit& visit, const Place& place, const film::SceneForm& form, Keep keep) {
  const auto facts = film::facts_of(form);
  if (const auto* refused = std::get_if<film::SceneRefused>(&facts)) return form_page(visit, place, form, visit.field("key"), *refused);
  const auto outcome = visit.db().write([&](Tx& tx) {
    auto made = keep(tx, std::get<film::SceneFacts>(facts));
    if (std::holds_alternative<film::Scene>(made)) talk::scenes_changed(tx, place.film.id);
    return made;
  });
  if (const auto* scene = std::get_if<film::Scene>(&outcome)) return go_to(scene_address(place.film, *scene), Said::Saved);
  const auto refused = std::get<film::SceneRefused>(outcome);
  if (refused == film::SceneRefused::Unchanged) return go_to(scene_address(place.film, *place.scene), Said::Saved);
  return form_page(visit, place, form, visit.field("key"), refused);
}

std::int64_t version_in(const Visit& visit) {
  std::int64_t version = 0;
  const auto sent = visit.request.form.get("version");
  std::from_chars(sent.data(), sent.data() + sent.size(), version);
  return version;
}

// The latest change can be taken back, if it is not the one that added the scene.
view::SceneHistory::Change change_view(const film::SceneChange& made, const view::SceneHistory& page, const Telling& telling) {
  view::SceneHistory::Change change{.when = when_of(made.at, telling), .by = who_named(made.member_name), .lines = {}, .undo_action = {}};
  const auto add = [&](std::string_view what, const std::string& before, const std::string& after) {
    const auto told = [&](const std::string& words) { return telling.mask.masked(replaced(words, "\n", ", ")); };
    if (before != after) change.lines.push_back({std::string(what), told(before), told(after)});
  };
  add(say::scene::name(telling.language), made.before.name, made.after.name);
  add(say::scene::other_names(telling.language), made.before.names, made.after.names);
  add(say::scene::place(telling.language), made.before.place, made.after.place);
  add(say::scene::spoils(telling.language), made.before.spoils, made.after.spoils);
  if (page.changes.empty() && !made.before.name.empty()) change.undo_action = page.scene.href + "/history/" + short_form(made.id) + "/undo";
  return change;
}

}  // namespace

Response scene_page(SharedVisit& visit) {
  const auto place = place_at(visit);
  if (!place || !place->scene) return nothing_here(visit);
  const auto& film = place->film;
  const auto& scene = place->scene;
  if (visit.address.path != scene_address(film, *scene)) return redirect_301(scene_address(film, *scene));
  auto page = page_of(visit, *place);
  Shown shown;
  visit.db().read([&](Tx& tx) {
    add_talk(page, shown, tx, scene->id, visit.telling());
    add_neighbours(page, film, film::scenes_of(tx, film.id), scene->id);
  });
  shown.film = film.id;
  if (const auto spoiler = film::spoiler_of(*scene)) shown.spoilers.push_back(*spoiler);
  auto response = show(visit, pages::scene(visit.language, page));
  response.shown = std::make_shared<const Shown>(std::move(shown));
  return response;
}

Response scene_history_page(SharedVisit& visit) {
  const auto place = place_at(visit);
  if (!place || !place->scene) return nothing_here(visit);
  const auto& film = place->film;
  const auto& scene = place->scene;
  view::SceneHistory page;
  page.scene = {.text = title_of(*place, visit.telling()), .href = scene_address(film, *scene)};
  page.heading = say::film::history(visit.language);
  page.veil = veil_of(film, *scene, visit.language);
  page.frame = frame_of(visit, page.heading, "films");
  page.frame.indexed = false;
  for (const auto& made : visit.db().read([&](Tx& tx) { return film::scene_history(tx, scene->id); }))
    page.changes.push_back(change_view(made, page, visit.telling()));
  auto response = show(visit, pages::scene_history(visit.language, page));
  Shown shown;
  if (const auto spoiler = film::spoiler_of(*scene)) shown.spoilers.push_back(*spoiler);
  response.shown = std::make_shared<const Shown>(std::move(shown));
  return response;
}

Response new_scene_page(Visit& visit) {
  if (!member::may_edit_catalogue(visit.viewer)) return sign_in_first(visit);
  const auto place = place_at(visit);
  if (!place) return nothing_here(visit);
  if (const auto kept = kept_fields(visit)) return form_page(visit, {place->film, {}}, form_in(*kept), std::string(kept->get("key")), std::nullopt);
  return form_page(visit, {place->film, {}}, {}, short_form(make_id<SceneId>()), std::nullopt);
}

Response add_scene(Visit& visit) {
  if (!member::may_edit_catalogue(visit.viewer)) return keep_form_and_sign_in(visit);
  const auto place = place_at(visit);
  if (!place) return nothing_here(visit);
  const auto id = id_in(visit);
  const auto at = now();
  return kept_or_form(visit, {place->film, {}}, form_in(visit.request.form), [&](Tx& tx, const film::SceneFacts& facts) {
    return film::add_scene(tx, id, place->film.id, facts, visit.viewer.member, at);
  });
}

Response scene_edit_page(Visit& visit) {
  if (!member::may_edit_catalogue(visit.viewer)) return sign_in_first(visit);
  const auto place = place_at(visit);
  if (!place || !place->scene) return nothing_here(visit);
  const auto kept = kept_fields(visit);
  return form_page(visit, *place, kept ? form_in(*kept) : film::form_of(place->scene->facts), "", std::nullopt);
}

Response edit_scene(Visit& visit) {
  if (!member::may_edit_catalogue(visit.viewer)) return keep_form_and_sign_in(visit);
  const auto place = place_at(visit);
  if (!place || !place->scene) return nothing_here(visit);
  const auto at = now();
  return kept_or_form(visit, *place, form_in(visit.request.form), [&](Tx& tx, const film::SceneFacts& facts) {
    return film::edit_scene(tx, place->scene->id, version_in(visit), facts, visit.viewer.member, at);
  });
}

// Its name only to who may know it: here no veil can be lifted.
Response scene_glance(Visit& visit) {
  const auto place = place_at(visit);
  if (!place || !place->scene) return nothing_here(visit);
  const auto& film = place->film;
  const auto& scene = place->scene;
  const auto spoiler = film::spoiler_of(*scene);
  const auto seen = visit.db().read([&](Tx& tx) { return talk::seen_by(tx, visit.viewer.member, {film.id}); });
  const bool known = !spoiler || std::any_of(seen.begin(), seen.end(), [&](const auto& one) { return film::covers(one, *spoiler); });
  view::Glance glance{.href = scene_address(film, *scene), .title = known ? visit.house->mask.masked(scene->facts.name) : told_name(*scene, visit.telling()), .facts = film::full_title(film), .line = {}, .picture = {}, .own = {}};
  if (known) glance.line = told_place(*scene, visit.language);
  return bare(pages::glance(visit.language, glance));
}

// The latest change only: what came before it is seen in the history and can be typed again.
Response undo_scene_change(Visit& visit) {
  const auto place = place_at(visit);
  const auto change = visit.id<ChangeId>();
  if (!place || !place->scene || !change) return nothing_here(visit);
  const auto address = scene_address(place->film, *place->scene);
  if (!member::may_edit_catalogue(visit.viewer)) return sign_in_first(visit, address + "/history");
  const auto history = visit.db().read([&](Tx& tx) { return film::scene_history(tx, place->scene->id); });
  if (history.empty() || history.front().id != *change || history.front().before.name.empty())
    return trouble(visit, Status::Conflict, say::film::changed_since(visit.language));
  const auto at = now();
  return kept_or_form(visit, *place, history.front().before, [&](Tx& tx, const film::SceneFacts& facts) {
    return film::edit_scene(tx, place->scene->id, place->scene->version, facts, visit.viewer.member, at);
  });
}

}  // namespace rialto::web
