// Reads the catalogue into lexicons: what texts are read for (text/lexicon.h).
#pragma once

#include <optional>
#include <string>

#include "db/db.h"

namespace rialto::film {

// How far a catalogue is.
struct CatalogueState {
  std::int64_t newest_film = 0;
  std::int64_t newest_change = 0;  // microseconds
  std::string last_import;         // "" if there was none

  friend bool operator==(const CatalogueState&, const CatalogueState&) = default;
};

CatalogueState catalogue_state(Tx& tx);

// As a lexicon keeps it, and back; nothing if it isn't one.
std::string stamp_of(const CatalogueState& state);
std::optional<CatalogueState> state_in(std::string_view stamp);

// Said at the end of an import: films that were there may have changed.
void note_import(Tx& tx);

// The bytes of a lexicon of all films and people.
std::string whole_lexicon(Tx& tx, const CatalogueState& state);

// The bytes of a lexicon of those films that were added or edited since, with their people; a film that was taken away is
// in it without names. Nothing if there are so many that the whole should be read again.
std::optional<std::string> lexicon_since(Tx& tx, const CatalogueState& since, const CatalogueState& state);

}  // namespace rialto::film
