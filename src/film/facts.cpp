#include "film/facts.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "base/strings.h"
#include "film/facts.sql.h"
#include "film/film.h"
#include "film/film.sql.h"
#include "film/film_row.h"
#include "film/names.h"
#include "say/film.h"

namespace rialto::film {

namespace {

constexpr std::array<std::string_view, 11> kKeys = {"title", "year",      "original_title", "original_language",
                                                    "minutes", "line",    "countries",      "genres",
                                                    "titles", "ids",      "credits"};

template <class T>
std::set<T> as_set(const std::vector<T>& items) {
  return {items.begin(), items.end()};
}

// Every name that a film is kept under.
std::set<FilmTitle> kept_names(const FilmFacts& facts) {
  auto names = as_set(facts.titles);
  names.insert({facts.title, ""});
  if (!facts.original_title.empty()) names.insert({facts.original_title, facts.original_language});
  return names;
}

std::set<std::string> kept_words(const std::set<FilmTitle>& names) {
  std::set<std::string> words;
  for (const auto& name : names)
    for (auto& word : words_of(name.title)) words.insert(std::move(word));
  return words;
}

// Calls remove() for what only `before` has and add() for what only `after` has.
template <class T, class Remove, class Add>
void apply_difference(const std::set<T>& before, const std::set<T>& after, Remove remove, Add add) {
  for (const auto& item : before)
    if (!after.contains(item)) remove(item);
  for (const auto& item : after)
    if (!before.contains(item)) add(item);
}

void write_names(Tx& tx, FilmId film, const std::set<FilmTitle>& before, const std::set<FilmTitle>& after) {
  apply_difference(
      before, after,
      [&](const auto& name) { tx.run<sql::remove_film_name>({.film = film, .name = name.title, .language = name.language}); },
      [&](const auto& name) {
        const auto fold = folded(name.title);
        tx.run<sql::add_film_name>({.film = film, .name = name.title, .name_fold = fold, .language = name.language});
      });
  apply_difference(
      kept_words(before), kept_words(after),
      [&](const auto& word) { tx.run<sql::remove_film_word>({.film = film, .word_fold = word}); },
      [&](const auto& word) { tx.run<sql::add_film_word>({.film = film, .word_fold = word}); });
}

void write_lists(Tx& tx, FilmId film, const FilmFacts& before, const FilmFacts& after) {
  apply_difference(
      as_set(before.refs), as_set(after.refs),
      [&](const auto& ref) { tx.run<sql::remove_film_ref>({.film = film, .source = ref.source, .ref = ref.ref}); },
      [&](const auto& ref) { tx.run<sql::add_film_ref>({.film = film, .source = ref.source, .ref = ref.ref}); });
  apply_difference(
      as_set(before.genres), as_set(after.genres),
      [&](const auto& genre) { tx.run<sql::remove_film_genre>({.film = film, .genre = genre}); },
      [&](const auto& genre) { tx.run<sql::add_film_genre>({.film = film, .genre = genre}); });
  apply_difference(
      as_set(before.countries), as_set(after.countries),
      [&](const auto& country) { tx.run<sql::remove_film_country>({.film = film, .country = country}); },
      [&](const auto& country) { tx.run<sql::add_film_country>({.film = film, .country = country}); });
}

void add_credits(Tx& tx, FilmId film, const std::vector<CreditFact>& credits) {
  std::array<std::int64_t, 7> billing{};
  for (const auto& credit : credits) {
    if (!credit.person) throw std::logic_error("film: a credit of " + credit.name + " without its person");
    tx.run<sql::add_credit>({.film = film,
                             .department = department_name(credit.department),
                             .billing = ++billing[static_cast<std::size_t>(credit.department)],
                             .id = make_id<CreditId>(),
                             .person = credit.person,
                             .job = credit.job,
                             .character = credit.character});
  }
}

// The slug that the film moves to, or the one that it has where that still fits.
std::string next_slug(Tx& tx, FilmId film, const std::string& slug, const FilmFacts& after) {
  const auto base = film_slug_base(after.title, after.year);
  const bool numbered = slug.starts_with(base + "-") && slug.size() <= base.size() + 3 &&
                        std::all_of(slug.begin() + static_cast<std::ptrdiff_t>(base.size()) + 1, slug.end(),
                                    [](char letter) { return letter >= '0' && letter <= '9'; });
  if (slug == base || numbered) return slug;
  tx.run<sql::take_back_film_slug>({.slug = base, .film = film});
  tx.run<sql::add_film_old_slug>({.slug = slug, .film = film});
  return free_film_slug(tx, base);
}

std::vector<CreditFact> read_credits(Tx& tx, FilmId film) {
  std::vector<CreditFact> credits;
  for (auto& row : tx.rows<sql::film_credit_facts>({.film = film}))
    credits.push_back({.name = std::move(row.name),
                       .department = department_of(row.department).value_or(Department::Production),
                       .job = std::move(row.job),
                       .character = std::move(row.character),
                       .person = row.person});
  std::stable_sort(credits.begin(), credits.end(),
                   [](const auto& one, const auto& other) { return one.department < other.department; });
  return credits;
}

}  // namespace

std::string_view field_key(Field field) { return kKeys[static_cast<std::size_t>(field)]; }
std::string_view field_label(Field field, Language language) {
  switch (field) {
    case Field::Title: return say::film::title(language);
    case Field::Year: return say::film::year(language);
    case Field::OriginalTitle: return say::film::original_title(language);
    case Field::OriginalLanguage: return say::film::original_language(language);
    case Field::Minutes: return say::film::running_time(language);
    case Field::Line: return say::film::line(language);
    case Field::Countries: return say::film::countries(language);
    case Field::Genres: return say::film::genres(language);
    case Field::Titles: return say::film::other_titles(language);
    case Field::Refs: return say::film::ids(language);
    case Field::Credits: break;
  }
  return say::film::credits(language);
}

const std::vector<Field>& all_fields() {
  static const std::vector<Field> fields = [] {
    std::vector<Field> all;
    for (std::size_t at = 0; at < kKeys.size(); ++at) all.push_back(static_cast<Field>(at));
    return all;
  }();
  return fields;
}

Fields differing(const FilmFacts& one, const FilmFacts& other) {
  const auto same_credits = [](const CreditFact& mine, const CreditFact& theirs) {
    return mine.name == theirs.name && mine.person == theirs.person && mine.department == theirs.department &&
           mine.job == theirs.job && mine.character == theirs.character;
  };
  Fields fields;
  if (one.title != other.title) fields.insert(Field::Title);
  if (one.year != other.year) fields.insert(Field::Year);
  if (one.original_title != other.original_title) fields.insert(Field::OriginalTitle);
  if (one.original_language != other.original_language) fields.insert(Field::OriginalLanguage);
  if (one.minutes != other.minutes) fields.insert(Field::Minutes);
  if (one.line != other.line) fields.insert(Field::Line);
  if (one.countries != other.countries) fields.insert(Field::Countries);
  if (one.genres != other.genres) fields.insert(Field::Genres);
  if (as_set(one.titles) != as_set(other.titles)) fields.insert(Field::Titles);
  if (as_set(one.refs) != as_set(other.refs)) fields.insert(Field::Refs);
  if (!std::equal(one.credits.begin(), one.credits.end(), other.credits.begin(), other.credits.end(), same_credits))
    fields.insert(Field::Credits);
  return fields;
}

void take(FilmFacts& into, const FilmFacts& from, Field field) {
  switch (field) {
    case Field::Title: into.title = from.title; break;
    case Field::Year: into.year = from.year; break;
    case Field::OriginalTitle: into.original_title = from.original_title; break;
    case Field::OriginalLanguage: into.original_language = from.original_language; break;
    case Field::Minutes: into.minutes = from.minutes; break;
    case Field::Line: into.line = from.line; break;
    case Field::Countries: into.countries = from.countries; break;
    case Field::Genres: into.genres = from.genres; break;
    case Field::Titles: into.titles = from.titles; break;
    case Field::Refs: into.refs = from.refs; break;
    case Field::Credits: into.credits = from.credits; break;
  }
}

FilmFacts read_facts(Tx& tx, FilmId film) {
  auto row = tx.row<sql::film_facts>({.id = film});
  if (!row) throw std::logic_error("film: " + short_form(film) + " is not there");
  FilmFacts facts{.title = std::move(row->title),
                  .year = as_int(row->year),
                  .original_title = std::move(row->original_title),
                  .original_language = std::move(row->original_language),
                  .minutes = as_int(row->minutes),
                  .line = std::move(row->line),
                  .countries = split_list(row->countries),
                  .genres = split_list(row->genres)};
  for (auto& name : tx.rows<sql::film_names>({.film = film})) {
    const bool title = name.name == facts.title && name.language.empty();
    const bool original = name.name == facts.original_title && name.language == facts.original_language;
    if (!title && !original) facts.titles.push_back({std::move(name.name), std::move(name.language)});
  }
  for (auto& ref : tx.rows<sql::film_refs>({.film = film}))
    facts.refs.push_back({std::move(ref.source), std::move(ref.ref)});
  facts.credits = read_credits(tx, film);
  return facts;
}

FilmId insert_film(Tx& tx, const FilmFacts& facts, const NewFilm& as) {
  const auto film = as.id ? as.id : make_id<FilmId>();
  const auto slug = free_film_slug(tx, film_slug_base(facts.title, facts.year));
  const auto title_fold = folded(facts.title);
  const auto sort = sort_fold(facts.title, facts.original_title.empty() ? facts.original_language : "");
  const auto countries = joined_list(facts.countries);
  const auto genres = joined_list(facts.genres);
  tx.run<sql::add_film>({.id = film,
                         .slug = slug,
                         .source = as.source,
                         .title = facts.title,
                         .title_fold = title_fold,
                         .sort_fold = sort,
                         .original_title = facts.original_title,
                         .original_language = facts.original_language,
                         .year = as_wide(facts.year),
                         .minutes = as_wide(facts.minutes),
                         .line = facts.line,
                         .countries = countries,
                         .genres = genres,
                         .fame = as.fame,
                         .created = as.at});
  write_names(tx, film, {}, kept_names(facts));
  write_lists(tx, film, {}, facts);
  add_credits(tx, film, facts.credits);
  return film;
}

void write_facts(Tx& tx, FilmId film, const FilmFacts& before, const FilmFacts& after) {
  const auto row = tx.row<sql::film_facts>({.id = film});
  if (!row) throw std::logic_error("film: " + short_form(film) + " is not there");
  const auto slug = next_slug(tx, film, row->slug, after);
  const auto title_fold = folded(after.title);
  const auto sort = sort_fold(after.title, after.original_title.empty() ? after.original_language : "");
  const auto countries = joined_list(after.countries);
  const auto genres = joined_list(after.genres);
  tx.run<sql::set_film>({.id = film,
                         .slug = slug,
                         .title = after.title,
                         .title_fold = title_fold,
                         .sort_fold = sort,
                         .original_title = after.original_title,
                         .original_language = after.original_language,
                         .year = as_wide(after.year),
                         .minutes = as_wide(after.minutes),
                         .line = after.line,
                         .countries = countries,
                         .genres = genres});
  write_names(tx, film, kept_names(before), kept_names(after));
  write_lists(tx, film, before, after);
  if (!differing(before, after).contains(Field::Credits)) return;
  tx.run<sql::remove_credits>({.film = film});
  add_credits(tx, film, after.credits);
}

}  // namespace rialto::film
