// The scenes of a film as texts are read for them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "db/db.h"
#include "film/scene.h"
#include "text/link.h"
#include "text/scene_find.h"

namespace rialto::film {

class SceneNames {
 public:
  SceneNames() = default;  // of no film: finds nothing
  SceneNames(Tx& tx, FilmId film);

  // Puts the scenes that a text names among what else it names, in its order. Where a scene is named, what else its words
  // may mean isn't meant; the scene of another film that the text names there ("Alien's ending", "the ending of Alien") is
  // none of these.
  void add_to(std::vector<text::Mention>& mentions, std::string_view words) const;

  const std::vector<Scene>& scenes() const { return scenes_; }

 private:
  text::Mention mention_of(const text::FoundScene& found) const;

  FilmId film_;
  std::vector<Scene> scenes_;
  text::SceneFinder finder_;
};

}  // namespace rialto::film
