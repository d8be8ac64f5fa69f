#include "film/store_film.h"

#include <algorithm>

#include "base/strings.h"
#include "film/change.sql.h"
#include "film/film.h"
#include "film/film.sql.h"
#include "film/film_json.h"
#include "film/people.h"
#include "film/store_film.sql.h"

namespace rialto::film {

namespace {

constexpr std::size_t kLongestTitle = 300;
constexpr std::size_t kLongestLine = 500;
constexpr std::size_t kMostTitles = 300;
constexpr std::size_t kMostCredits = 2'000;
constexpr int kFirstYear = 1874;
constexpr int kLastYear = 2100;
constexpr int kMostMinutes = 60'000;

void cut(std::string& text, std::size_t limit) { text = std::string(cut_utf8(repaired_utf8(trimmed(text)), limit)); }

// A list is stored with ", " between its pieces.
void clean_list(std::vector<std::string>& pieces) {
  std::vector<std::string> kept;
  for (auto& piece : pieces) {
    cut(piece, 60);
    std::replace(piece.begin(), piece.end(), ',', ' ');
    if (!piece.empty() && std::find(kept.begin(), kept.end(), piece) == kept.end()) kept.push_back(std::move(piece));
  }
  pieces = std::move(kept);
}

void clean_titles(FilmFacts& facts) {
  for (auto& title : facts.titles) {
    cut(title.title, kLongestTitle);
    cut(title.language, 20);
  }
  std::erase_if(facts.titles, [&](const auto& title) {
    return title.title.empty() || (title.title == facts.title && title.language.empty());
  });
  if (facts.titles.size() > kMostTitles) facts.titles.resize(kMostTitles);
}

void clean_credits(FilmFacts& facts) {
  for (auto& credit : facts.credits) {
    cut(credit.name, 200);
    cut(credit.job, 200);
    cut(credit.character, 300);
    if (is_plain_job(credit.department, credit.job)) credit.job.clear();
    std::erase_if(credit.refs, [](const auto& ref) { return !is_ref(ref, Subject::Person); });
  }
  std::erase_if(facts.credits, [](const auto& credit) { return credit.name.empty() && credit.refs.empty() && !credit.person; });
  if (facts.credits.size() > kMostCredits) facts.credits.resize(kMostCredits);
}

// ---- which film it is ------------------------------------------------------------------------------------------------

std::vector<Ref> refs_of(Tx& tx, FilmId film) {
  std::vector<Ref> refs;
  for (auto& row : tx.rows<sql::film_refs>({.film = film})) refs.push_back({std::move(row.source), std::move(row.ref)});
  return refs;
}

// Whether nothing says that a film with these refs is another one than the record's: a more telling ref, or that
// another record of the same import is that film.
bool may_be(const FilmRecord& record, std::string_view source, const std::vector<Ref>& refs) {
  const bool taken = !record.own_id.empty() && std::any_of(refs.begin(), refs.end(), [&](const auto& ref) {
    return ref.source == source && ref.ref != record.own_id;
  });
  return !taken && same_by_refs(record.facts.refs, refs).value_or(true);
}

// By the source's own id; else by the most telling ref that any film has.
std::optional<FilmId> film_with_refs(Tx& tx, const FilmRecord& record, std::string_view source) {
  if (!record.own_id.empty())
    if (const auto film = film_with_ref(tx, source, record.own_id)) return film;
  auto refs = record.facts.refs;
  std::stable_sort(refs.begin(), refs.end(),
                   [](const auto& one, const auto& other) { return doubt_in(one.source) < doubt_in(other.source); });
  for (const auto& ref : refs) {
    const auto film = film_with_ref(tx, ref.source, ref.ref);
    if (film && may_be(record, source, refs_of(tx, *film))) return film;
  }
  return std::nullopt;
}

std::vector<std::string> director_folds(const std::vector<CreditFact>& credits) {
  std::vector<std::string> folds;
  for (const auto& credit : credits)
    if (credit.department == Department::Direction && !credit.name.empty()) folds.push_back(folded(credit.name));
  return folds;
}

// Whether they share a director; nothing if one of them names none.
std::optional<bool> same_direction(const std::vector<std::string>& one, const std::vector<std::string>& other) {
  if (one.empty() || other.empty()) return std::nullopt;
  return std::any_of(one.begin(), one.end(),
                     [&](const auto& name) { return std::find(other.begin(), other.end(), name) != other.end(); });
}

struct Named {
  std::optional<FilmId> film;
  bool several = false;
};

Named film_with_title(Tx& tx, const FilmRecord& record, std::string_view source) {
  const auto& facts = record.facts;
  if (!facts.year) return {};
  const auto fold = folded(facts.title);
  auto found = tx.rows<sql::films_named>({.name_fold = fold, .year = *facts.year});
  const auto directors = director_folds(facts.credits);
  std::erase_if(found, [&](const auto& row) {
    if (!facts.refs.empty() && row.source == source) return true;
    if (!may_be(record, source, refs_of(tx, row.film))) return true;
    const auto same = same_direction(directors, director_folds(read_facts(tx, row.film).credits));
    return row.title_fold == fold ? same == false : same != true;
  });
  if (found.size() == 1) return {.film = found.front().film};
  return {.several = found.size() > 1};
}

// ---- what it adds ------------------------------------------------------------------------------------------------------

template <class T>
bool is_empty(const std::vector<T>& value) {
  return value.empty();
}
bool is_empty(const std::string& value) { return value.empty(); }
bool is_empty(const std::optional<int>& value) { return !value; }

template <class T>
void fill(T& mine, const T& theirs, Correct correct) {
  if (!is_empty(theirs) && (is_empty(mine) || correct == Correct::Yes)) mine = theirs;
}

void add_titles(FilmFacts& into, const FilmFacts& incoming) {
  const auto add = [&](const FilmTitle& title) {
    const bool known = std::any_of(into.titles.begin(), into.titles.end(), [&](const auto& mine) {
      return mine.title == title.title && (title.language.empty() || mine.language == title.language);
    });
    const bool own = title.language.empty() && (title.title == into.title || title.title == into.original_title);
    const bool original = title.title == into.original_title && title.language == into.original_language;
    if (!known && !own && !original && into.titles.size() < kMostTitles) into.titles.push_back(title);
  };
  if (!incoming.title.empty()) add({incoming.title, ""});
  if (!incoming.original_title.empty()) add({incoming.original_title, incoming.original_language});
  for (const auto& title : incoming.titles) add(title);
}

void add_refs(FilmFacts& into, const FilmFacts& incoming) {
  for (const auto& ref : incoming.refs)
    if (std::none_of(into.refs.begin(), into.refs.end(), [&](const auto& mine) { return mine.source == ref.source; }))
      into.refs.push_back(ref);
}

bool same_person(const CreditFact& one, const CreditFact& other) {
  return one.person == other.person || one.name == other.name || folded(one.name) == folded(other.name);
}

// The present credit that the incoming one means: of that person in that department, the same character before others.
CreditFact* counterpart(std::vector<CreditFact>& mine, const std::vector<bool>& used, const CreditFact& incoming) {
  CreditFact* found = nullptr;
  for (std::size_t at = 0; at < used.size(); ++at) {
    auto& credit = mine[at];
    if (used[at] || credit.department != incoming.department || !same_person(credit, incoming)) continue;
    if (credit.character == incoming.character && credit.job == incoming.job) return &credit;
    if (!found) found = &credit;
  }
  return found;
}

void add_credits(FilmFacts& into, const FilmFacts& incoming, Correct correct) {
  std::vector<bool> used(into.credits.size());
  std::vector<CreditFact> more;
  for (const auto& credit : incoming.credits) {
    auto* mine = counterpart(into.credits, used, credit);
    if (!mine) {
      more.push_back(credit);
      continue;
    }
    used[static_cast<std::size_t>(mine - into.credits.data())] = true;
    fill(mine->character, credit.character, correct);
    fill(mine->job, credit.job, correct);
  }
  into.credits.insert(into.credits.end(), more.begin(), more.end());
  std::stable_sort(into.credits.begin(), into.credits.end(),
                   [](const auto& one, const auto& other) { return one.department < other.department; });
}

// Refs that another film has are not this film's.
void drop_taken_refs(Tx& tx, FilmId film, std::vector<Ref>& refs) {
  std::erase_if(refs, [&](const auto& ref) {
    const auto holder = film_with_ref(tx, ref.source, ref.ref);
    return holder && *holder != film;
  });
}

StoredFilm add_to(Tx& tx, FilmId film, FilmRecord& record, std::string_view source, Time at) {
  const auto before = read_facts(tx, film);
  const auto origin = tx.row<sql::film_origin>({.film = film});
  resolve_people(tx, record.facts.credits, before.credits, at);
  drop_taken_refs(tx, film, record.facts.refs);
  const auto correct = origin->source == source ? Correct::Yes : Correct::No;
  const auto after = merged(before, record.facts, correct, edited_by_hand(tx, film, before));
  const bool better_known = record.fame > origin->fame;
  if (better_known) tx.run<sql::set_film_fame>({.film = film, .fame = record.fame});
  const bool differs = !differing(before, after).empty();
  if (differs) write_facts(tx, film, before, after);
  return {.how = differs || better_known ? StoredFilm::How::Changed : StoredFilm::How::Unchanged, .film = film};
}

}  // namespace

void clean(FilmFacts& facts) {
  cut(facts.title, kLongestTitle);
  cut(facts.original_title, kLongestTitle);
  cut(facts.original_language, 20);
  cut(facts.line, kLongestLine);
  if (facts.original_title == facts.title) facts.original_title.clear();
  if (facts.year && (*facts.year < kFirstYear || *facts.year > kLastYear)) facts.year.reset();
  if (facts.minutes && (*facts.minutes < 1 || *facts.minutes > kMostMinutes)) facts.minutes.reset();
  clean_list(facts.countries);
  clean_list(facts.genres);
  clean_titles(facts);
  std::erase_if(facts.refs, [](const auto& ref) { return !is_ref(ref, Subject::Film); });
  clean_credits(facts);
}

FilmFacts merged(const FilmFacts& before, const FilmFacts& incoming, Correct correct, const Fields& edited) {
  auto after = before;
  fill(after.title, incoming.title, correct);
  fill(after.year, incoming.year, correct);
  fill(after.original_title, incoming.original_title, correct);
  if (after.original_title == after.title) after.original_title.clear();
  fill(after.original_language, incoming.original_language, correct);
  fill(after.minutes, incoming.minutes, correct);
  fill(after.line, incoming.line, correct);
  fill(after.countries, incoming.countries, correct);
  fill(after.genres, incoming.genres, correct);
  for (const auto field : edited) take(after, before, field);
  if (!edited.contains(Field::Titles)) add_titles(after, incoming);
  if (!edited.contains(Field::Refs)) add_refs(after, incoming);
  if (!edited.contains(Field::Credits)) add_credits(after, incoming, correct);
  return after;
}

Fields edited_by_hand(Tx& tx, FilmId film, const FilmFacts& now) {
  FilmFacts at_first = now;
  Fields touched;
  for (const auto& row : tx.rows<sql::changes_of>({.kind = "film", .subject = film.value})) {
    const auto before = read_facts_json(row.before);
    if (!before) continue;
    for (const auto field : before->fields)
      if (touched.insert(field).second) take(at_first, before->facts, field);
  }
  return differing(at_first, now);
}

StoredFilm store_film(Tx& tx, FilmRecord record, std::string_view source, Time at) {
  using How = StoredFilm::How;
  clean(record.facts);
  if (record.own_id.size() > 100) record.own_id.clear();
  auto film = film_with_refs(tx, record, source);
  if (!record.own_id.empty()) record.facts.refs.push_back({std::string(source), record.own_id});
  if (!film && record.known_only) return {.how = How::Skipped, .why = "tells of a film that is not in the catalogue"};
  if (!film && record.facts.title.empty()) return {.how = How::Skipped, .why = "has no title"};
  if (!film) {
    const auto named = film_with_title(tx, record, source);
    if (named.several) return {.how = How::Skipped, .why = "may be one of several films of that title and year"};
    film = named.film;
  }
  if (film) return add_to(tx, *film, record, source, at);
  resolve_people(tx, record.facts.credits, {}, at);
  drop_taken_refs(tx, {}, record.facts.refs);
  return {.how = How::New, .film = insert_film(tx, record.facts, {.source = source, .fame = record.fame, .at = at})};
}

}  // namespace rialto::film
