// Finding the person that a credit or a record means, and making one where there is none. Two people are never made
// one for their name alone where anything tells them apart.
#pragma once

#include <string>
#include <vector>

#include "base/time.h"
#include "db/db.h"
#include "film/film_record.h"

namespace rialto::film {

// Gives each credit its person: by ref; by the name among `known` (the film's present credits); by a name that only one
// person has; else a new one. Credits without a name whose refs nobody has are taken out; how many is returned.
int resolve_people(Tx& tx, std::vector<CreditFact>& credits, const std::vector<CreditFact>& known, Time at);

enum class NameIs { Unique, Shared };  // whether the import's own file has the name once or more often

struct StoredPerson {
  enum class How { New, Changed, Unchanged, Unknown } how = How::Unchanged;  // Unknown: known_only, and nobody has the refs
  PersonId person;
};

// Adds what the record tells to the person that it means, or makes one. A person that is there is never renamed, and
// dates that are there stay. Shared names are told apart by refs only.
StoredPerson store_person(Tx& tx, const PersonRecord& record, NameIs name, Time at);

}  // namespace rialto::film
