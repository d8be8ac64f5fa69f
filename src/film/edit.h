// Members add films and edit them. Every change is kept with what was before and after, and can be taken back by a new
// change. The tables are written through film/facts.h only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/time.h"
#include "db/db.h"
#include "film/facts.h"
#include "film/film.h"
#include "say/say.h"

namespace rialto::film {

// A film as a form holds it: facts, one word on why.
struct FilmEdit {
  FilmFacts facts;
  std::string summary;
};

// What is wrong with one fact, as a sentence for the person at the form.
struct Fault {
  Field field;
  say::Later sentence;
};

// What can't be kept, or contradicts what others have ("That IMDb id belongs to Heat (1995)."). Empty: all is well.
// `self` is the film that is edited, nothing for a new one. Trims the facts on the way.
std::vector<Fault> faults_of(Tx& tx, FilmFacts& facts, std::optional<FilmId> self, Time now);

// Films that a new one may be: the same title within two years. For "is it one of these?".
std::vector<Film> similar_films(Tx& tx, const FilmFacts& facts);

struct Edited {
  FilmId film;
  std::string slug;
  std::vector<Fault> faults;  // not empty: nothing was written
  bool nothing_changed = false;
};

// `id` was made for the form: a form that comes twice adds one film.
Edited add_film(Tx& tx, FilmId id, FilmEdit edit, MemberId member, Time at);

// `form_was`: the facts that the form was made from. What it changes is merged with what others changed meanwhile, and
// refused (a fault) only for facts that both changed. The film must be there.
Edited edit_film(Tx& tx, FilmId film, FilmEdit edit, const FilmFacts& form_was, MemberId member, Time at);

struct FieldChange {
  Field field;
  std::string before;  // as people read it, of lists what went; "" for nothing
  std::string after;   // of lists what came
};

struct Change {
  ChangeId id;
  std::optional<MemberId> member;
  std::string member_name;
  Time at;
  std::string summary;
  bool added = false;  // the change that made the film
  std::optional<ChangeId> undoes;
  bool undone = false;
  std::vector<FieldChange> fields;
};

// The facts before the members' changes that came after `last_seen` (an id made when a form was made).
FilmFacts facts_at(Tx& tx, FilmId film, ChangeId last_seen);

// The newest first; facts as people of the language read them.
std::vector<Change> film_history(Tx& tx, FilmId film, Language language);

enum class UndoRefused { NotFound, AlreadyUndone, ChangedSince };
std::string_view sentence_of(UndoRefused refused, Language language);

// Takes one change back as a new one; taking back the change that added a film removes it from lists and search, and
// taking that back brings it again.
std::variant<ChangeId, UndoRefused> undo_change(Tx& tx, FilmId film, ChangeId change, MemberId member, Time at);

// One fact in words: "170 minutes", "Al Pacino as Lt. Vincent Hanna; …".
std::string spoken(const FilmFacts& facts, Field field, Language language);

}  // namespace rialto::film
