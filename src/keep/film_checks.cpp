// What films and people are found by: words of their names, genres and countries, each in a table of its own.
#include <functional>
#include <map>
#include <set>
#include <string>
#include <unordered_map>

#include "film/facts.sql.h"
#include "film/film.h"
#include "film/names.h"
#include "film/people.sql.h"
#include "keep/check.h"
#include "keep/film_checks.sql.h"

namespace rialto::keep {

namespace {

// What each owner has, as one number for each set of texts: far smaller than the texts of a whole catalogue.
class Fingerprints {
 public:
  void add(std::int64_t owner, const std::string& text) { sums_[owner] += std::hash<std::string>{}(text) | 1; }
  void add_all(std::int64_t owner, const std::set<std::string>& texts) {
    for (const auto& text : texts) add(owner, text);
  }

  std::set<std::int64_t> differing_from(const Fingerprints& other) const {
    std::set<std::int64_t> owners;
    for (const auto& [owner, sum] : sums_)
      if (const auto found = other.sums_.find(owner); found == other.sums_.end() || found->second != sum)
        owners.insert(owner);
    for (const auto& [owner, sum] : other.sums_)
      if (!sums_.contains(owner)) owners.insert(owner);
    return owners;
  }

 private:
  std::unordered_map<std::int64_t, std::uint64_t> sums_;
};

using Texts = std::set<std::string>;
using OnTexts = std::function<void(std::int64_t owner, const Texts& texts)>;

// The texts that each owner should have, owner by owner.
using ShouldHave = void (*)(Tx& tx, const OnTexts& on_texts);

template <class EveryName>
void words_of_names(Tx& tx, const OnTexts& on_texts) {
  std::int64_t owner = 0;
  Texts words;
  const auto tell = [&] {
    if (!words.empty()) on_texts(owner, words);
    words.clear();
  };
  tx.each<EveryName>({}, [&](typename EveryName::Row row) {
    if (row.owner != owner) tell();
    owner = row.owner;
    for (auto& word : film::words_of(row.text)) words.insert(std::move(word));
  });
  tell();
}

Texts set_of(const std::string& list) {
  const auto pieces = film::split_list(list);
  return {pieces.begin(), pieces.end()};
}

void genres_of_films(Tx& tx, const OnTexts& on_texts) {
  tx.each<sql::every_film_lists>({}, [&](const auto& row) { on_texts(row.owner, set_of(row.genres)); });
}

void countries_of_films(Tx& tx, const OnTexts& on_texts) {
  tx.each<sql::every_film_lists>({}, [&](const auto& row) { on_texts(row.owner, set_of(row.countries)); });
}

template <class EveryKept>
std::set<std::int64_t> differing(Tx& tx, ShouldHave should_have) {
  Fingerprints wanted, kept;
  should_have(tx, [&](auto owner, const auto& texts) { wanted.add_all(owner, texts); });
  tx.each<EveryKept>({}, [&](const auto& row) { kept.add(row.owner, row.text); });
  return wanted.differing_from(kept);
}

// The check for one such table. `clear` takes away what an owner has there; `add` puts one text.
template <class EveryKept, class Clear, class Add>
Check check_of(const std::string& claim, const std::string& owner_kind, ShouldHave should_have, Clear clear, Add add) {
  const auto look = [=](Tx& tx, Wrong& wrong) {
    for (const auto owner : differing<EveryKept>(tx, should_have)) wrong.add(owner_kind + " " + short_form(owner));
  };
  const auto mend = [=](Tx& tx) {
    const auto owners = differing<EveryKept>(tx, should_have);
    std::map<std::int64_t, Texts> wanted;
    should_have(tx, [&](auto owner, const auto& texts) {
      if (owners.contains(owner)) wanted[owner] = texts;
    });
    for (const auto owner : owners) clear(tx, owner);
    for (const auto& [owner, texts] : wanted)
      for (const auto& text : texts) add(tx, owner, text);
  };
  return {.claim = claim, .look = look, .mend = mend};
}

}  // namespace

std::vector<Check> checks_of_films() {
  return {
      check_of<sql::every_film_word>(
          "every film is found by the words of its names", "film", words_of_names<sql::every_film_name>,
          [](Tx& tx, std::int64_t film) { tx.run<sql::film_words_clear>({.film = FilmId{film}}); },
          [](Tx& tx, std::int64_t film, const std::string& word) {
            tx.run<sql::add_film_word>({.film = FilmId{film}, .word_fold = word});
          }),
      check_of<sql::every_person_word>(
          "every person is found by the words of their names", "person", words_of_names<sql::every_person_name>,
          [](Tx& tx, std::int64_t person) { tx.run<sql::person_words_clear>({.person = PersonId{person}}); },
          [](Tx& tx, std::int64_t person, const std::string& word) {
            tx.run<sql::add_person_word>({.person = PersonId{person}, .word_fold = word});
          }),
      check_of<sql::every_film_genre>(
          "every film is found by its genres", "film", genres_of_films,
          [](Tx& tx, std::int64_t film) { tx.run<sql::film_genres_clear>({.film = FilmId{film}}); },
          [](Tx& tx, std::int64_t film, const std::string& genre) {
            tx.run<sql::add_film_genre>({.film = FilmId{film}, .genre = genre});
          }),
      check_of<sql::every_film_country>(
          "every film is found by its countries", "film", countries_of_films,
          [](Tx& tx, std::int64_t film) { tx.run<sql::film_countries_clear>({.film = FilmId{film}}); },
          [](Tx& tx, std::int64_t film, const std::string& country) {
            tx.run<sql::add_film_country>({.film = FilmId{film}, .country = country});
          }),
  };
}

}  // namespace rialto::keep
