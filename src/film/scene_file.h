// Scenes as lines of JSON, to bring in and to take out. A line is a film with its scenes, places as text/place.h reads them:
//   {"film": "Heat", "year": 1995, "imdb": "tt0113277",
//    "scenes": [{"name": "The coffee shop", "names": ["diner scene"], "place": "minute 89", "spoils": ""}]}
// What export_scenes() writes, import_scenes() reads: the scenes of another site come in as they are.
#pragma once

#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "db/db.h"
#include "film/scene.h"

namespace rialto::film {

struct SceneLine {
  std::string title;
  std::optional<int> year;
  std::string imdb;  // "" if it isn't said
  std::vector<SceneFacts> scenes;
};

// Bytes are foreign: an error is a sentence that says what is wrong with them.
Result<SceneLine> read_scene_line(std::string_view line);

struct SceneImport {
  std::string source;  // what the import is called; the same may change its own scenes later
  std::function<void(Tx&, FilmId)> on_changed;  // in the transaction in which scenes of the film were added or changed
};

struct SceneReport {
  int films = 0;    // whose scenes were added or changed
  int as_before = 0;
  std::vector<std::string> left_out;  // "line 3: there is no film Heat (1995)"
};

// A film a transaction. Running it again changes nothing; what members have edited stays as it is.
SceneReport import_scenes(Db& db, std::istream& in, const SceneImport& import);

// All scenes of films that are there, by film; how many films. A film a line.
int export_scenes(Db& db, std::ostream& out);

}  // namespace rialto::film
