#include "film/lexicon_source.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <utility>
#include <vector>

#include "base/strings.h"
#include "film/film_record.h"
#include "film/lexicon_source.sql.h"
#include "text/lexicon_builder.h"

namespace rialto::film {

namespace {

// Ids in IMDb by our own id, in the order of ours.
class Refs {
 public:
  void add(std::int64_t id, std::string ref) { refs_.emplace_back(id, std::move(ref)); }
  void sort() { std::sort(refs_.begin(), refs_.end()); }

  // To be asked in ascending order.
  std::string_view of(std::int64_t id) {
    while (at_ < refs_.size() && refs_[at_].first < id) ++at_;
    return at_ < refs_.size() && refs_[at_].first == id ? std::string_view(refs_[at_].second) : std::string_view();
  }

 private:
  std::vector<std::pair<std::int64_t, std::string>> refs_;
  std::size_t at_ = 0;
};

text::LexiconBuilder::Part part_of(std::string_view department) {
  if (department == department_name(Department::Cast)) return text::LexiconBuilder::Part::Cast;
  if (department == department_name(Department::Direction)) return text::LexiconBuilder::Part::Direction;
  return text::LexiconBuilder::Part::Crew;
}

bool is_animated(std::string_view genres) { return genres.find("nimation") != std::string_view::npos; }

void read_films(Tx& tx, text::LexiconBuilder& builder) {
  Refs refs;
  tx.each<sql::lexicon_film_refs>({}, [&](auto row) { refs.add(row.film.value, std::move(row.ref)); });
  refs.sort();
  tx.each<sql::lexicon_films>({}, [&](const auto& row) {
    builder.film({.id = row.id, .title = row.title, .year = row.year, .fame = row.fame, .imdb = refs.of(row.id.value),
                  .animated = is_animated(row.genres)});
  });
  tx.each<sql::lexicon_film_names>({}, [&](const auto& row) { builder.other_title(row.film, row.name); });
}

void read_people(Tx& tx, text::LexiconBuilder& builder) {
  Refs refs;
  tx.each<sql::lexicon_person_refs>({}, [&](auto row) { refs.add(row.person.value, std::move(row.ref)); });
  refs.sort();
  tx.each<sql::lexicon_people>({}, [&](const auto& row) { builder.person(row.id, row.name, refs.of(row.id.value)); });
  tx.each<sql::lexicon_person_names>({}, [&](const auto& row) { builder.other_name(row.person, row.name); });
}

template <class Statement, class In>
void read_credits(Tx& tx, const In& in, text::LexiconBuilder& builder) {
  tx.each<Statement>(in, [&](const auto& row) {
    builder.credit(row.film, row.person, part_of(row.department), static_cast<int>(row.billing), row.character);
  });
}

constexpr std::size_t kMostSince = 3'000;

}  // namespace

CatalogueState catalogue_state(Tx& tx) {
  CatalogueState state;
  if (const auto film = tx.row<sql::catalogue_newest_film>()) state.newest_film = film->id.value;
  if (const auto change = tx.row<sql::catalogue_newest_change>()) state.newest_change = change->at;
  if (auto import = tx.row<sql::catalogue_last_import>()) state.last_import = std::move(import->value);
  return state;
}

std::string stamp_of(const CatalogueState& state) {
  return std::to_string(state.newest_film) + " " + std::to_string(state.newest_change) + " " + state.last_import;
}

std::optional<CatalogueState> state_in(std::string_view stamp) {
  const auto parts = split(stamp, ' ');
  if (parts.size() != 3) return std::nullopt;
  CatalogueState state{.last_import = std::string(parts[2])};
  for (const auto& [text, number] : {std::pair(parts[0], &state.newest_film), std::pair(parts[1], &state.newest_change)}) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), *number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  }
  return state;
}

void note_import(Tx& tx) { tx.run<sql::note_catalogue_import>({.value = short_form(next_id())}); }

std::string whole_lexicon(Tx& tx, const CatalogueState& state) {
  text::LexiconBuilder builder(stamp_of(state));
  read_films(tx, builder);
  read_people(tx, builder);
  read_credits<sql::lexicon_credits>(tx, sql::lexicon_credits::In{}, builder);
  return builder.build();
}

std::optional<std::string> lexicon_since(Tx& tx, const CatalogueState& since, const CatalogueState& state) {
  std::vector<FilmId> films;
  for (const auto& row : tx.rows<sql::films_newer>({.newest = FilmId{since.newest_film}, .at = since.newest_change})) films.push_back(row.id);
  if (films.size() > kMostSince) return std::nullopt;
  text::LexiconBuilder builder(stamp_of(state));
  Refs refs;
  for (auto& row : tx.rows<sql::lexicon_refs_with>({.films = films})) refs.add(row.film.value, std::move(row.ref));
  refs.sort();
  for (const auto& row : tx.rows<sql::lexicon_films_with>({.films = films}))
    builder.film({.id = row.id, .title = row.removed ? std::string_view() : std::string_view(row.title), .year = row.year, .fame = row.fame,
                  .imdb = refs.of(row.id.value), .animated = is_animated(row.genres)});
  for (const auto& row : tx.rows<sql::lexicon_names_with>({.films = films})) builder.other_title(row.film, row.name);
  for (const auto& row : tx.rows<sql::lexicon_people_with>({.films = films})) builder.person(row.id, row.name, "");
  read_credits<sql::lexicon_credits_with>(tx, sql::lexicon_credits_with::In{.films = films}, builder);
  return builder.build();
}

}  // namespace rialto::film
