// What a member has seen: what they say on a film's page ("I know this film", "seen up to minute 60"). Whoever has rated or
// reviewed a film knows it too.
#pragma once

#include <optional>
#include <vector>

#include "base/id.h"
#include "film/spoiler.h"

namespace rialto {
class Tx;
}

namespace rialto::talk {

// Of these films those that the member has seen, all or some of, each once: the most that is known.
std::vector<film::Seen> seen_by(Tx& tx, MemberId member, const std::vector<FilmId>& films);

// What the member says now goes for what they said before. minutes: up to there, from 1; nothing: all of it.
void say_seen(Tx& tx, MemberId member, FilmId film, std::optional<int> minutes);
// Only what was said here is forgotten; a rating or a review still says that they know the film.
void say_unseen(Tx& tx, MemberId member, FilmId film);

void forget_seen(Tx& tx, MemberId member);

}  // namespace rialto::talk
