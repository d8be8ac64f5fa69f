#include "film/scene.h"

#include <algorithm>

#include <boost/json.hpp>

#include "base/strings.h"
#include "film/change.sql.h"
#include "film/scene.sql.h"
#include "say/scene.h"
#include "text/name.h"

namespace rialto::film {

namespace json = boost::json;

namespace {

constexpr std::size_t kLongestName = 80;  // letters
constexpr std::size_t kMostNames = 12;
constexpr std::size_t kSlug = 50;

std::string text_or_none(const std::optional<text::Place>& place) { return place ? text::text_of(*place) : ""; }

template <class Row>
Scene scene_from(Row&& row, FilmId film) {
  SceneFacts facts{.name = std::move(row.name), .names = {}, .place = text::place_in(row.place), .spoils = text::place_in(row.spoils)};
  for (const auto line : lines_of(row.names))
    if (!line.empty()) facts.names.emplace_back(line);
  return {.id = row.id, .film = film, .slug = std::move(row.slug), .facts = std::move(facts), .source = std::move(row.source), .version = row.version};
}

// Minutes first, in their order, then the ending, then what has no place.
int order_of(const SceneFacts& facts) {
  if (!facts.place) return text::Place::kLastMinute + 2;
  return facts.place->kind == text::Place::Kind::Minute ? facts.place->minute : text::Place::kLastMinute + 1;
}

// Without what doesn't tell scenes apart: "The coffee shop scene" is "coffee-shop".
std::string plain_name(std::string_view name) {
  auto slug = slug_of(name, 4 * kLongestName);
  if (slug.starts_with("the-")) slug.erase(0, 4);
  for (const std::string_view end : {"-scene", "-szene", "-sequence"})
    if (slug.size() > end.size() && slug.ends_with(end)) slug.resize(slug.size() - end.size());
  return slug;
}

std::string free_slug(Tx& tx, FilmId film, std::string_view name) {
  auto slug = slug_of(name, kSlug);
  if (slug.empty() || slug == "new") slug = "scene";
  if (!tx.row<sql::scene_by_slug>({.film = film, .slug = slug})) return slug;
  for (int number = 2;; ++number)
    if (auto numbered = slug + "-" + std::to_string(number); !tx.row<sql::scene_by_slug>({.film = film, .slug = numbered})) return numbered;
}

std::string json_of(const SceneForm& form) {
  return json::serialize(json::object{{"name", form.name}, {"names", form.names}, {"place", form.place}, {"spoils", form.spoils}});
}

SceneForm form_in(const std::string& text) {
  boost::system::error_code problem;
  const auto value = json::parse(text, problem);
  SceneForm form;
  if (problem || !value.is_object()) return form;
  for (auto [key, into] : {std::pair{"name", &form.name}, {"names", &form.names}, {"place", &form.place}, {"spoils", &form.spoils}})
    if (const auto* found = value.get_object().if_contains(key); found && found->is_string()) *into = std::string_view(found->get_string());
  return form;
}

void keep_change(Tx& tx, SceneId scene, MemberId member, Time at, const SceneForm& before, const SceneForm& after) {
  tx.run<sql::add_change>({.kind = "scene", .subject = scene.value, .id = make_id<ChangeId>(), .member = member, .at = at, .summary = "", .before = json_of(before), .after = json_of(after), .undoes = {}});
}

std::optional<SceneRefused> clashes(const std::vector<Scene>& others, std::optional<SceneId> self, const SceneFacts& facts) {
  for (const auto& other : others)
    if (other.id != self && plain_name(other.facts.name) == plain_name(facts.name)) return SceneRefused::SameName;
  return std::nullopt;
}

std::optional<SceneRefused> read_name(std::string_view words, std::string& name) {
  auto checked = text::checked_title(words);
  if (!checked) return SceneRefused::BadName;
  if (code_points(*checked) > kLongestName) return SceneRefused::NameTooLong;
  name = std::move(*checked);
  return std::nullopt;
}

std::optional<SceneRefused> read_names(std::string_view lines, std::vector<std::string>& names) {
  for (const auto line : lines_of(lines)) {
    if (!text::shows_something(line)) continue;
    if (names.size() == kMostNames) return SceneRefused::TooManyNames;
    if (const auto refused = read_name(line, names.emplace_back())) return refused;
  }
  return std::nullopt;
}

// A bare number is a minute.
std::optional<text::Place> read_place(std::string_view words) {
  auto place = text::place_in(words);
  return place ? place : text::place_in("minute " + std::string(words));
}

Scene insert(Tx& tx, SceneId id, FilmId film, const SceneFacts& facts, std::string_view source, Time at) {
  Scene scene{.id = id, .film = film, .slug = free_slug(tx, film, facts.name), .facts = facts, .source = std::string(source)};
  const auto form = form_of(facts);
  tx.run<sql::scene_add>({.id = id, .film = film, .slug = scene.slug, .name = form.name, .names = form.names, .place = form.place, .spoils = form.spoils, .source = source, .at = at});
  return scene;
}

}  // namespace

std::vector<Scene> scenes_of(Tx& tx, FilmId film) {
  std::vector<Scene> scenes;
  for (auto& row : tx.rows<sql::scenes_of_film>({.film = film})) scenes.push_back(scene_from(std::move(row), film));
  std::stable_sort(scenes.begin(), scenes.end(), [](const Scene& one, const Scene& other) {
    const auto first = order_of(one.facts), second = order_of(other.facts);
    return first != second ? first < second : one.facts.name < other.facts.name;
  });
  return scenes;
}

std::optional<Scene> find_scene(Tx& tx, SceneId id) {
  auto row = tx.row<sql::scene_by_id>({.scene = id});
  if (!row) return std::nullopt;
  const auto film = row->film;
  return scene_from(std::move(*row), film);
}

std::string address_part(const Scene& scene) { return scene.facts.spoils ? short_form(scene.id) : scene.slug; }

text::FilmLink link_of(text::FilmLink film, const Scene& scene) {
  film.address += "/scene/" + address_part(scene);
  if (!scene.facts.spoils) film.title = scene.facts.name + ", " + film.title;
  return film;
}

std::optional<Scene> scene_at(Tx& tx, FilmId film, std::string_view part) {
  if (auto row = tx.row<sql::scene_by_slug>({.film = film, .slug = part})) return scene_from(std::move(*row), film);
  const auto id = from_short_form(part);
  auto scene = id ? find_scene(tx, SceneId{*id}) : std::nullopt;
  return scene && scene->film == film ? scene : std::nullopt;
}

const Scene* scene_named(const std::vector<Scene>& scenes, std::string_view name) {
  const auto wanted = plain_name(name);
  const auto is_so = [&](const std::string& one) { return plain_name(one) == wanted; };
  for (const auto& scene : scenes)
    if (is_so(scene.facts.name) || std::any_of(scene.facts.names.begin(), scene.facts.names.end(), is_so)) return &scene;
  return nullptr;
}

std::optional<Spoiler> spoiler_of(const Scene& scene) {
  return scene.facts.spoils ? std::optional(Spoiler{scene.film, *scene.facts.spoils}) : std::nullopt;
}

std::string_view sentence_of(SceneRefused refused, Language language) {
  switch (refused) {
    case SceneRefused::NoName: return say::scene::no_name(language);
    case SceneRefused::BadName: return say::scene::bad_name(language);
    case SceneRefused::TooManyNames: return say::scene::too_many_names(language);
    case SceneRefused::EditedMeanwhile: return say::scene::edited_meanwhile(language);
    case SceneRefused::NameTooLong: return say::scene::name_too_long(language);
    case SceneRefused::BadPlace: return say::scene::bad_place(language);
    case SceneRefused::BadSpoils: return say::scene::bad_spoils(language);
    case SceneRefused::SameName: return say::scene::same_name(language);
    case SceneRefused::TooMany: return say::scene::too_many(language);
    case SceneRefused::Unchanged: break;
  }
  return say::scene::unchanged(language);
}

SceneForm form_of(const SceneFacts& facts) {
  return {.name = facts.name, .names = joined(facts.names, "\n"), .place = text_or_none(facts.place), .spoils = text_or_none(facts.spoils)};
}

std::variant<SceneFacts, SceneRefused> facts_of(const SceneForm& form) {
  SceneFacts facts;
  if (!text::shows_something(form.name)) return SceneRefused::NoName;
  if (const auto refused = read_name(form.name, facts.name)) return *refused;
  if (const auto refused = read_names(form.names, facts.names)) return *refused;
  if (const auto words = trimmed(form.place); !words.empty()) {
    facts.place = read_place(words);
    const bool known = facts.place && (facts.place->kind == text::Place::Kind::Minute || facts.place->kind == text::Place::Kind::Ending);
    if (!known) return SceneRefused::BadPlace;
  }
  if (const auto words = trimmed(form.spoils); !words.empty()) {
    facts.spoils = read_place(words);
    if (!facts.spoils || facts.spoils->kind == text::Place::Kind::Scene) return SceneRefused::BadSpoils;
  }
  return facts;
}

std::variant<Scene, SceneRefused> add_scene(Tx& tx, SceneId id, FilmId film, const SceneFacts& facts, MemberId member, Time at) {
  if (auto sent = find_scene(tx, id)) return *sent;
  const auto others = scenes_of(tx, film);
  if (others.size() >= kMostScenes) return SceneRefused::TooMany;
  if (const auto refused = clashes(others, std::nullopt, facts)) return *refused;
  auto scene = insert(tx, id, film, facts, "", at);
  keep_change(tx, id, member, at, {}, form_of(facts));
  return scene;
}

std::variant<Scene, SceneRefused> edit_scene(Tx& tx, SceneId id, std::int64_t version, const SceneFacts& facts, MemberId member, Time at) {
  auto scene = find_scene(tx, id).value();
  if (facts == scene.facts) return SceneRefused::Unchanged;
  if (version != scene.version) return SceneRefused::EditedMeanwhile;
  if (const auto refused = clashes(scenes_of(tx, scene.film), scene.id, facts)) return *refused;
  const auto before = form_of(scene.facts), after = form_of(facts);
  tx.run<sql::scene_edit>({.scene = scene.id, .name = after.name, .names = after.names, .place = after.place, .spoils = after.spoils, .source = ""});
  keep_change(tx, scene.id, member, at, before, after);
  scene.facts = facts;
  return scene;
}

bool store_scenes(Tx& tx, FilmId film, const std::vector<SceneFacts>& scenes, std::string_view source, Time at) {
  const auto known = scenes_of(tx, film);
  bool changed = false;
  for (const auto& facts : scenes) {
    const auto* scene = scene_named(known, facts.name);
    if (!scene) {
      insert(tx, make_id<SceneId>(), film, facts, source, at);
      changed = true;
    } else if (scene->source == source && scene->facts != facts) {
      const auto form = form_of(facts);
      tx.run<sql::scene_edit>({.scene = scene->id, .name = form.name, .names = form.names, .place = form.place, .spoils = form.spoils, .source = source});
      changed = true;
    }
  }
  return changed;
}

std::vector<SceneChange> scene_history(Tx& tx, SceneId scene) {
  std::vector<SceneChange> history;
  for (auto& row : tx.rows<sql::changes_of>({.kind = "scene", .subject = scene.value}))
    history.push_back({.id = row.id, .member_name = std::move(row.member_name), .at = row.at, .before = form_in(row.before), .after = form_in(row.after)});
  std::reverse(history.begin(), history.end());
  return history;
}

}  // namespace rialto::film
