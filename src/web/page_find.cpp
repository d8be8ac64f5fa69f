#include "web/page_find.h"

#include "base/strings.h"
#include "db/db.h"
#include "film/find.h"
#include "say/found.h"
#include "text/escape.h"
#include "web/film_card.h"
#include "web/pages/find.html.h"
#include "web/pieces.h"
#include "web/view/find.h"
#include "web/visit.h"

namespace rialto::web {

namespace {

constexpr int kSome = 12;   // of each part where all are shown
constexpr int kMany = 100;  // of one part
constexpr std::size_t kKnownFor = 3;

enum class Part { Everything, Films, People };

struct Read {
  std::vector<view::Card> films;
  std::vector<film::FoundPerson> people;
  std::unordered_map<PersonId, std::vector<std::string>> known_for;
};

Part part_of(std::string_view name) {
  if (name == "films") return Part::Films;
  return name == "people" ? Part::People : Part::Everything;
}

Read read_found(Db& db, std::string_view typed, Part part) {
  const auto query = film::find_query(typed);
  const int most = part == Part::Everything ? kSome : kMany;
  return db.read([&](Tx& tx) {
    Read read;
    if (part != Part::People) {
      std::vector<film::Film> films;
      for (auto& found : film::find_films(tx, query, most)) films.push_back(std::move(found.film));
      read.films = cards_of(tx, films);
    }
    if (part != Part::Films) read.people = film::find_people(tx, query, most);
    std::vector<PersonId> ids;
    for (const auto& found : read.people) ids.push_back(found.person.id);
    read.known_for = film::known_for(tx, ids, kKnownFor);
    return read;
  });
}

std::vector<view::Choice> parts_of(std::string_view typed, Part chosen, Language language) {
  std::string address = "/find?q=";
  text::append_query(address, typed);
  return {{std::string(say::found::everything(language)), address, chosen == Part::Everything},
          {std::string(say::found::films(language)), address + "&in=films", chosen == Part::Films},
          {std::string(say::found::people(language)), address + "&in=people", chosen == Part::People}};
}

view::Found::PersonRow row_of_person(const film::FoundPerson& found, const Read& read, Language language) {
  view::Found::PersonRow row{.name = found.person.name, .href = "/person/" + found.person.slug, .known_for = ""};
  if (!found.by_name.empty()) row.known_for = say::found::also_known_as(language, found.by_name);
  const auto films = read.known_for.find(found.person.id);
  if (films == read.known_for.end()) return row;
  const bool more = found.credits > static_cast<std::int64_t>(kKnownFor);
  const auto some = more ? say::found::and_others(language, joined(films->second, ", ")) : joined(films->second, ", ");
  row.known_for += (row.known_for.empty() ? "" : " · ") + some;
  return row;
}

}  // namespace

Response find_page(Visit& visit) {
  const auto typed = trimmed(visit.request.query.get("q"));
  const auto part = part_of(visit.request.query.get("in"));
  view::Found page;
  page.query = cut_utf8(typed, 200);
  page.frame = frame_of(visit, typed.empty() ? std::string(say::found::find(visit.language)) : say::found::query(visit.language, page.query));
  page.frame.find = page.query;
  page.frame.indexed = false;
  if (typed.empty()) {
    page.none = say::found::type_something(visit.language);
    return show(visit, pages::found(visit.language, page));
  }
  page.parts = parts_of(page.query, part, visit.language);
  auto read = read_found(visit.db(), page.query, part);
  for (const auto& found : read.people) page.persons.push_back(row_of_person(found, read, visit.language));
  page.films = std::move(read.films);
  page.summary = say::found::summary(visit.language, static_cast<std::int64_t>(page.films.size()), static_cast<std::int64_t>(page.persons.size()));
  if (page.films.empty() && page.persons.empty())
    page.none = say::found::nothing(visit.language);
  return show(visit, pages::found(visit.language, page));
}

}  // namespace rialto::web
