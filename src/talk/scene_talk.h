// What is said about scenes: texts that name one, and threads and reviews about one.
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "base/id.h"
#include "talk/thread.h"

namespace rialto {
class Tx;
}

namespace rialto::talk {

// How many posts and reviews name each scene of a film or are about it, a text that does both once; scenes without any are
// left out.
using TextsOnScenes = std::unordered_map<SceneId, std::int64_t>;
TextsOnScenes texts_on_scenes(Tx& tx, FilmId film);

// The most lately answered first.
std::vector<ThreadElsewhere> threads_about(Tx& tx, SceneId scene, int limit);

// What it is about; nothing: the film as a whole. The caller has checked that the scene is of its film.
void set_scene(Tx& tx, ThreadId thread, std::optional<SceneId> scene);
void set_scene(Tx& tx, ReviewId review, std::optional<SceneId> scene);
std::optional<SceneId> scene_of(Tx& tx, ThreadId thread);
std::optional<SceneId> scene_of(Tx& tx, ReviewId review);

// The scenes of a film have changed: what is said on its board and in its reviews is read for them again.
void scenes_changed(Tx& tx, FilmId film);

}  // namespace rialto::talk
