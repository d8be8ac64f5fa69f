// Scenes: named moments of a film, each with a rough place in its running time. Members add and edit them; every change is
// kept with what was before and after.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/time.h"
#include "db/db.h"
#include "film/spoiler.h"
#include "say/language.h"
#include "text/markup.h"
#include "text/place.h"

namespace rialto::film {

inline constexpr std::size_t kMostScenes = 80;  // of one film

struct SceneFacts {
  std::string name;                    // "The coffee shop"
  std::vector<std::string> names;      // "diner scene", "coffee scene"
  std::optional<text::Place> place;    // a minute or the ending; nothing if nobody said
  std::optional<text::Place> spoils;   // from where on its name and its talk give something away

  bool operator==(const SceneFacts&) const = default;
};

struct Scene {
  SceneId id;
  FilmId film;
  std::string slug;  // unique in its film
  SceneFacts facts;
  std::string source;  // the import that made it, "" once a member has edited it
  std::int64_t version = 1;
};

// In the order of the film; those without a place last, by name.
std::vector<Scene> scenes_of(Tx& tx, FilmId film);
std::optional<Scene> find_scene(Tx& tx, SceneId scene);

// What addresses call it: its slug; where its words would give something away, its id.
std::string address_part(const Scene& scene);
// The link to a scene of a film, given the film's: titled with its name, if that gives nothing away.
text::FilmLink link_of(text::FilmLink film, const Scene& scene);
// The scene of the film that is called so in an address, by either.
std::optional<Scene> scene_at(Tx& tx, FilmId film, std::string_view part);

// The scene of these that is called so: by its slug's words, whatever the case, with or without "the" and "scene".
const Scene* scene_named(const std::vector<Scene>& scenes, std::string_view name);

// What talk about the scene gives away; nothing if it gives nothing away.
std::optional<Spoiler> spoiler_of(const Scene& scene);

enum class SceneRefused { NoName, BadName, NameTooLong, TooManyNames, BadPlace, BadSpoils, SameName, TooMany, EditedMeanwhile, Unchanged };
std::string_view sentence_of(SceneRefused refused, Language language);

// As a form holds it: other names a line each, places as text/place.h reads them.
struct SceneForm {
  std::string name, names, place, spoils;
};
SceneForm form_of(const SceneFacts& facts);
std::variant<SceneFacts, SceneRefused> facts_of(const SceneForm& form);

// `id` was made for the form: a form that comes twice adds one scene.
std::variant<Scene, SceneRefused> add_scene(Tx& tx, SceneId id, FilmId film, const SceneFacts& facts, MemberId member, Time at);
// `version`: of the scene that the form was made from; if somebody else has edited it since, nothing is written.
std::variant<Scene, SceneRefused> edit_scene(Tx& tx, SceneId scene, std::int64_t version, const SceneFacts& facts, MemberId member, Time at);

// What an import knows; scenes that members have edited, and those that are as they were, stay as they are. True if it
// changed any.
bool store_scenes(Tx& tx, FilmId film, const std::vector<SceneFacts>& scenes, std::string_view source, Time at);

struct SceneChange {
  ChangeId id;
  std::string member_name;
  Time at;
  SceneForm before;  // all empty: the scene was added
  SceneForm after;
};
std::vector<SceneChange> scene_history(Tx& tx, SceneId scene);  // the newest first

}  // namespace rialto::film
