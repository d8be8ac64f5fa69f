#include "film/find.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "film/film_row.h"
#include "film/find.sql.h"
#include "film/names.h"

namespace rialto::film {

namespace {

constexpr std::string_view kAboveAll = "\xF4\x8F\xBF\xBF";  // U+10FFFF
constexpr int kLookedAt = 300;  // candidates that the remaining words are held against

bool is_year(std::string_view word) {
  return word.size() == 4 && (word.starts_with("18") || word.starts_with("19") || word.starts_with("20")) &&
         std::all_of(word.begin(), word.end(), [](char letter) { return letter >= '0' && letter <= '9'; });
}

struct Range {
  std::string low;
  std::string high;
};

// Words are without blanks, so nothing but the word itself stands between it and it with a blank.
Range range_of(const std::string& word, bool begun_only) {
  return {word, word + (begun_only ? std::string(kAboveAll) : " ")};
}

// The ranges of up to three words, the longest first; empty where there are fewer.
std::array<Range, 3> ranges_of(const std::vector<std::string>& words) {
  std::vector<std::size_t> order;
  for (std::size_t at = 0; at < words.size(); ++at) order.push_back(at);
  std::stable_sort(order.begin(), order.end(), [&](auto one, auto other) { return words[one].size() > words[other].size(); });
  std::array<Range, 3> ranges;
  for (std::size_t at = 0; at < order.size() && at < ranges.size(); ++at) {
    const auto& word = words[order[at]];
    ranges[at] = range_of(word, order[at] + 1 == words.size() && word.size() > 1);
  }
  return ranges;
}

// Whether the name holds every word, the last one begun at least.
bool holds(std::string_view name_fold, const std::vector<std::string>& words) {
  const auto own = words_of(name_fold);
  for (std::size_t at = 0; at < words.size(); ++at) {
    const bool last = at + 1 == words.size();
    const bool found = std::any_of(own.begin(), own.end(), [&](const auto& word) {
      return last ? word.starts_with(words[at]) : word == words[at];
    });
    if (!found) return false;
  }
  return true;
}

template <class Found>
void keep_first(std::vector<Found>& found, int limit) {
  if (found.size() > static_cast<std::size_t>(limit)) found.resize(static_cast<std::size_t>(limit));
}

template <class Rows, class IdOf>
std::vector<typename Rows::value_type> names_of_one(const Rows& rows, IdOf id_of) {
  std::vector<typename Rows::value_type> own;
  for (const auto& row : rows)
    if (id_of(row)) own.push_back(row);
  return own;
}

// The name that the query means: the exact one, else the first that holds all words; nothing if none does.
template <class Rows>
std::optional<std::string> matching_name(const Rows& rows, const FindQuery& query) {
  const typename Rows::value_type* fit = nullptr;
  for (const auto& row : rows) {
    if (row.name_fold == query.fold) return row.name;
    if (!fit && holds(row.name_fold, query.words)) fit = &row;
  }
  if (!fit) return std::nullopt;
  return fit->name;
}

std::vector<Film> film_candidates(Tx& tx, const FindQuery& query) {
  const auto [one, two, three] = ranges_of(query.words);
  const auto fold_high = query.fold + std::string(kAboveAll);
  return films_of(tx.rows<sql::film_find>({.low = one.low,
                                           .high = one.high,
                                           .low2 = two.low,
                                           .high2 = two.high,
                                           .low3 = three.low,
                                           .high3 = three.high,
                                           .year = query.year.value_or(0),
                                           .fold = query.fold,
                                           .fold_high = fold_high,
                                           .limit = kLookedAt}));
}

std::vector<FoundFilm> with_matching_names(Tx& tx, const FindQuery& query, std::vector<Film> films) {
  std::vector<FilmId> others;
  for (const auto& film : films)
    if (!holds(folded(film.title), query.words)) others.push_back(film.id);
  const auto rows = tx.rows<sql::film_names_of>({.films = others});
  std::vector<FoundFilm> found;
  for (auto& film : films) {
    if (std::find(others.begin(), others.end(), film.id) == others.end()) {
      found.push_back({.film = std::move(film)});
      continue;
    }
    const auto own = names_of_one(rows, [&](const auto& row) { return row.film == film.id; });
    if (auto name = matching_name(own, query)) found.push_back({.film = std::move(film), .by_name = std::move(*name)});
  }
  return found;
}

}  // namespace

FindQuery find_query(std::string_view typed) {
  const auto text = repaired_utf8(cut_utf8(typed, 300));
  FindQuery query{.words = words_of(text), .fold = folded(text)};
  if (query.words.size() < 2 || !is_year(query.words.back())) return query;
  query.year = std::stoi(query.words.back());
  query.words.pop_back();
  auto end = query.fold.rfind(std::to_string(*query.year));
  while (end > 0 && (query.fold[end - 1] == '(' || query.fold[end - 1] == ' ')) --end;
  query.fold.resize(end);
  return query;
}

std::vector<FoundFilm> find_films(Tx& tx, const FindQuery& query, int limit) {
  if (query.words.empty()) return {};
  auto found = with_matching_names(tx, query, film_candidates(tx, query));
  if (found.empty() && query.year) {  // the number belonged to the title ("blade runner 2049")
    auto whole = query;
    whole.words.push_back(std::to_string(*query.year));
    whole.fold += " " + whole.words.back();
    whole.year.reset();
    found = with_matching_names(tx, whole, film_candidates(tx, whole));
  }
  std::stable_partition(found.begin(), found.end(), [&](const FoundFilm& each) {
    return folded(each.by_name.empty() ? each.film.title : each.by_name) == query.fold;
  });
  keep_first(found, limit);
  return found;
}

std::vector<FoundPerson> find_people(Tx& tx, const FindQuery& query, int limit) {
  if (query.words.empty()) return {};
  const auto [one, two, three] = ranges_of(query.words);
  auto rows = tx.rows<sql::person_find>({.low = one.low,
                                         .high = one.high,
                                         .low2 = two.low,
                                         .high2 = two.high,
                                         .low3 = three.low,
                                         .high3 = three.high,
                                         .fold = query.fold,
                                         .limit = kLookedAt});
  std::vector<PersonId> others;
  for (const auto& row : rows)
    if (!holds(folded(row.name), query.words)) others.push_back(row.id);
  const auto names = tx.rows<sql::person_names_of>({.people = others});
  std::vector<FoundPerson> found;
  for (auto& row : rows) {
    FoundPerson person{.person = {.id = row.id, .slug = row.slug, .name = row.name, .born = row.born, .died = row.died,
                                  .version = row.version},
                       .credits = row.credits};
    if (std::find(others.begin(), others.end(), row.id) != others.end()) {
      const auto own = names_of_one(names, [&](const auto& name) { return name.person == row.id; });
      const auto name = matching_name(own, query);
      if (!name) continue;
      person.by_name = *name;
    }
    found.push_back(std::move(person));
  }
  keep_first(found, limit);
  return found;
}

}  // namespace rialto::film
