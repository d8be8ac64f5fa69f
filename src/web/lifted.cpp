#include "web/lifted.h"

#include <algorithm>

#include "web/shown.h"
#include "web/visit.h"

namespace rialto::web {

namespace {

std::vector<FilmId> films_of(const Shown& shown) {
  std::vector<FilmId> films;
  if (shown.film) films.push_back(*shown.film);
  for (const auto& spoiler : shown.spoilers)
    if (std::find(films.begin(), films.end(), spoiler.film) == films.end()) films.push_back(spoiler.film);
  return films;
}

// Of the film that the page is about: what the member knows of it, and what they don't want to see before.
StyleRule of_film(FilmId film, const std::vector<film::Seen>& seen, const member::Reading& reading) {
  const auto known = std::find_if(seen.begin(), seen.end(), [&](const film::Seen& one) { return one.film == film; });
  const auto id = short_form(film);
  StyleRule rule;
  if (known != seen.end()) rule += StyleRule::knows(id, known->minutes);
  if (known != seen.end() && !known->minutes) return rule;
  if (reading.screens) rule += StyleRule::screen(id);
  if (reading.scores_hidden) rule += StyleRule::no_scores(id);
  return rule;
}

}  // namespace

StyleRule lifted_for(const Visit& visit, const Shown& shown) {
  if (!visit.viewer.signed_in() || (shown.spoilers.empty() && !shown.film)) return {};
  const auto seen = visit.site.seen(visit.viewer.member, films_of(shown), visit.moment);
  std::vector<std::string> keys;
  for (const auto& spoiler : shown.spoilers)
    if (std::any_of(seen.begin(), seen.end(), [&](const film::Seen& one) { return film::covers(one, spoiler); }))
      keys.push_back(film::key_of(spoiler));
  auto rule = StyleRule::lifted(keys);
  if (shown.film) rule += of_film(*shown.film, seen, visit.viewer.reading);
  return rule;
}

}  // namespace rialto::web
