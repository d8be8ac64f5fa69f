// "Where people talk": the scenes of a film along its running time.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "film/film.h"
#include "film/scene.h"
#include "talk/scene_talk.h"
#include "web/telling.h"
#include "web/view/scene.h"

namespace rialto::web {

std::string scene_address(const film::Film& film, const film::Scene& scene);

std::string told_place(const film::Scene& scene, Language language);  // "minute 89", "at the end"; "" if nobody said

// What stands for a scene's name where it can't stand behind a veil: the name, or only where the scene is, if its name gives
// something away.
std::string told_name(const film::Scene& scene, const Telling& telling);

// What a thread or a review is about, with the link that its page bears.
struct SceneOfFilm {
  film::Film film;
  film::Scene scene;
};
std::optional<SceneOfFilm> scene_with_film(Tx& tx, std::optional<SceneId> scene);
std::optional<view::Link> link_to(const std::optional<SceneOfFilm>& about, const Telling& telling);

// What hides a scene that gives something away; nothing for others.
std::optional<view::Veil> veil_of(const film::Film& film, const film::Scene& scene, Language language);

view::Strip strip_of(const film::Film& film, const std::vector<film::Scene>& scenes, const talk::TextsOnScenes& texts, const Telling& telling);

}  // namespace rialto::web
