#include "web/scene_choice.h"

#include <algorithm>

#include "db/db.h"
#include "say/scene.h"
#include "talk/seen.h"
#include "web/strip.h"
#include "web/visit.h"

namespace rialto::web {

std::string scene_asked(const Visit& visit) {
  return std::string(visit.request.form.has("scene") ? visit.request.form.get("scene") : visit.request.query.get("scene"));
}

std::optional<view::Select> scene_select(Visit& visit, const film::Film& film, std::string_view chosen) {
  std::vector<film::Seen> seen;
  const auto scenes = visit.db().read([&](Tx& tx) {
    seen = talk::seen_by(tx, visit.viewer.member, {film.id});
    return film::scenes_of(tx, film.id);
  });
  if (scenes.empty()) return std::nullopt;
  view::Select select{.name = "scene", .label = std::string(say::scene::about(visit.language)), .options = {}};
  select.options.push_back({.value = "", .text = std::string(say::scene::no_scene(visit.language)), .chosen = false});
  for (const auto& scene : scenes) {
    const auto spoiler = film::spoiler_of(scene);
    const bool known = spoiler && std::any_of(seen.begin(), seen.end(), [&](const auto& one) { return film::covers(one, *spoiler); });
    const auto part = film::address_part(scene);
    select.options.push_back({.value = part, .text = known ? visit.house->mask.masked(scene.facts.name) : told_name(scene, visit.telling()), .chosen = part == chosen});
  }
  return select;
}

std::optional<film::Scene> scene_chosen(Tx& tx, const Visit& visit, FilmId film) {
  const auto part = scene_asked(visit);
  return part.empty() ? std::nullopt : film::scene_at(tx, film, part);
}

}  // namespace rialto::web
