#include "film/match.h"

#include <algorithm>
#include <cstdlib>
#include <map>

#include "base/strings.h"
#include "film/film_row.h"
#include "film/find.h"
#include "film/match.sql.h"

namespace rialto::film {

namespace {

constexpr int kLookedAt = 60;

// What speaks for one film beside its title.
struct Evidence {
  Film film;
  std::string person;  // who of those named belongs to it, as the catalogue writes it
  int people = 0;
  int years_off = 99;
};

std::optional<Candidate> by_id(Tx& tx, std::string_view source, const std::string& ref) {
  if (ref.empty()) return std::nullopt;
  const auto id = film_with_ref(tx, source, ref);
  if (!id) return std::nullopt;
  auto film = read_film(tx, *id);
  return Candidate{.film = std::move(*film),
                   .certainty = Certainty::Sure,
                   .why = "It names the " + source_name(source) + " id " + ref + "."};
}

std::vector<Film> films_called(Tx& tx, const std::string& title) {
  const auto fold = folded(title);
  return films_of(tx.rows<sql::film_match>({.name_fold = fold, .limit = kLookedAt}));
}

// Titles that other lists turn round or spell with other signs: "Killing, The".
std::vector<Film> films_nearly_called(Tx& tx, const std::string& title) {
  if (const auto comma = title.rfind(", "); comma != std::string::npos && title.size() - comma < 7)
    if (auto films = films_called(tx, title.substr(comma + 2) + " " + title.substr(0, comma)); !films.empty()) return films;
  std::vector<Film> films;
  for (auto& found : find_films(tx, find_query(title), kLookedAt)) films.push_back(std::move(found.film));
  return films;
}

// Whether the folded name is that of the person or character: the same, or its last word ("Mann").
bool is_named(const std::string& fold, std::string_view name) {
  const auto whole = folded(name);
  return !whole.empty() && (whole == fold || (fold.find(' ') == std::string::npos && whole.ends_with(" " + fold)));
}

void gather_people(Tx& tx, std::vector<Evidence>& all, const std::vector<std::string>& people) {
  std::vector<FilmId> ids;
  std::map<FilmId, Evidence*> by_film;
  for (auto& each : all) {
    ids.push_back(each.film.id);
    by_film[each.film.id] = &each;
  }
  std::vector<std::string> folds;
  for (const auto& person : people) folds.push_back(folded(person));
  std::erase(folds, "");
  if (folds.empty()) return;
  tx.each<sql::film_match_people>({.films = ids}, [&](const auto& row) {
    auto& evidence = *by_film[row.film];
    for (const auto& fold : folds) {
      const bool person = is_named(fold, row.name);
      if (!person && !is_named(fold, row.character)) continue;
      if (evidence.people++ == 0) evidence.person = person ? row.name : row.character;
    }
  });
}

std::string of_year(const Film& film) { return film.year ? " of " + std::to_string(*film.year) : ""; }

Candidate judged(Evidence evidence, const MatchQuery& query, bool only_one, bool exact) {
  const bool year_fits = query.year && evidence.years_off == 0;
  const bool year_near = query.year && evidence.years_off == 1;
  const bool year_wrong = query.year && evidence.years_off > 1;
  const auto title = evidence.film.title;
  const auto with = evidence.people > 0 ? evidence.person + " belongs to it" : std::string();
  Candidate candidate{.film = std::move(evidence.film)};
  const auto say = [&](Certainty certainty, std::string why) {
    candidate.certainty = certainty;
    candidate.why = std::move(why);
    return candidate;
  };
  if (!exact) return say(Certainty::Possible, "Its title is like it" + (with.empty() ? "." : ", and " + with + "."));
  if (year_fits && only_one) return say(Certainty::Sure, "The only film called " + title + of_year(candidate.film) + ".");
  if (year_fits && !with.empty()) return say(Certainty::Sure, "Title and year fit, and " + with + ".");
  if (only_one && !with.empty() && !year_wrong) return say(Certainty::Sure, "The only film called " + title + " that fits, and " + with + ".");
  if (year_near && only_one) return say(Certainty::Likely, "The only film called " + title + "; the year is off by one.");
  if (!with.empty() && !year_wrong) return say(Certainty::Likely, "Of the films called " + title + ", " + with + ".");
  if (year_wrong) return say(Certainty::Possible, "The title fits, the year does not.");
  if (only_one) return say(Certainty::Likely, "The only film called " + title + ".");
  return say(Certainty::Possible, "One of several films called " + title + (year_fits ? of_year(candidate.film) : "") + ".");
}

// Those that the year (or, where no year is told, the people) singles out count as the only ones.
std::size_t rivals(const std::vector<Evidence>& all, const Evidence& one) {
  return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [&](const Evidence& other) {
    return other.years_off <= one.years_off && other.people >= one.people;
  }));
}

}  // namespace

std::vector<Candidate> match_film(Tx& tx, const MatchQuery& query, int limit) {
  if (auto sure = by_id(tx, "imdb", query.imdb)) return {std::move(*sure)};
  if (auto sure = by_id(tx, "tmdb", query.tmdb)) return {std::move(*sure)};
  if (trimmed(query.title).empty()) return {};
  auto films = films_called(tx, query.title);
  const bool exact = !films.empty();
  if (!exact) films = films_nearly_called(tx, query.title);
  std::vector<Evidence> all;
  for (auto& film : films) {
    const int off = query.year && film.year ? std::abs(*query.year - *film.year) : 99;
    all.push_back({.film = std::move(film), .years_off = query.year ? off : 0});
  }
  gather_people(tx, all, query.people);
  std::vector<Candidate> candidates;
  for (const auto& evidence : all) candidates.push_back(judged(evidence, query, rivals(all, evidence) == 1, exact));
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const auto& one, const auto& other) { return one.certainty < other.certainty; });
  const auto sure = std::count_if(candidates.begin(), candidates.end(),
                                  [](const auto& each) { return each.certainty == Certainty::Sure; });
  if (sure == 1) candidates.resize(1);
  if (candidates.size() > static_cast<std::size_t>(limit)) candidates.resize(static_cast<std::size_t>(limit));
  return candidates;
}

}  // namespace rialto::film
