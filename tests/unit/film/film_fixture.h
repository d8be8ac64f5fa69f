// A small catalogue for tests: three films called Heat, and a few others. Facts of real films, briefly told.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "film/film.h"
#include "film/film_json.h"
#include "film/people.h"
#include "film/line_reader.h"
#include "film/store_film.h"
#include "support/databases.h"

namespace rialto::film {

constexpr Time kThen{1'700'000'000'000'000};

inline FilmRecord record_of(std::string_view line) {
  auto record = read_json_line(line);
  if (!record) throw std::logic_error(record.error().message);
  return std::get<FilmRecord>(*record);
}

constexpr std::string_view kHeat1995 = R"({"title":"Heat","year":1995,"original_language":"en","minutes":170,
  "countries":["US"],"genres":["Crime","Drama"],"line":"A thief and a policeman, each alone.",
  "titles":[{"title":"Fuego contra fuego","language":"es"}],"ids":{"imdb":"tt0113277","tmdb":949},
  "credits":[{"name":"Michael Mann","department":"direction","imdb":"nm0000520"},
  {"name":"Al Pacino","department":"cast","character":"Lt. Vincent Hanna","order":1,"imdb":"nm0000199"},
  {"name":"Robert De Niro","department":"cast","character":"Neil McCauley","order":2}]})";
constexpr std::string_view kHeat1986 = R"({"title":"Heat","year":1986,"ids":{"imdb":"tt0093164"},
  "cast":[{"name":"Burt Reynolds"}]})";
constexpr std::string_view kHeat1972 = R"({"title":"Heat","year":1972,"ids":{"imdb":"tt0068688"},
  "directors":["Paul Morrissey"],"genres":["Comedy"]})";
constexpr std::string_view kSolaris1972 = R"({"title":"Solaris","year":1972,"original_title":"Солярис",
  "original_language":"ru","countries":["SU"],"genres":["Sci-Fi"],"ids":{"imdb":"tt0069293"},
  "directors":["Andrei Tarkovsky"],"minutes":166})";
constexpr std::string_view kAmelie = R"({"title":"Amélie","year":2001,"original_language":"fr","countries":["FR"],
  "original_title":"Le Fabuleux Destin d'Amélie Poulain","directors":["Jean-Pierre Jeunet"],"genres":["Comedy"]})";

class Catalogue : public testing::TestWithParam<Engine> {
 protected:
  StoredFilm store(const FilmRecord& record, std::string_view source = "shelf") {
    return db_.write([&](Tx& tx) { return store_film(tx, record, source, kThen); });
  }
  StoredFilm store(std::string_view line, std::string_view source = "shelf") { return store(record_of(line), source); }

  void store_some() {
    for (const auto line : {kHeat1995, kHeat1986, kHeat1972, kSolaris1972, kAmelie}) store(line);
  }

  template <class F>
  auto read(F f) {
    return db_.read(f);
  }

  Film film(std::string_view slug) {
    return read([&](Tx& tx) {
      const auto found = film_with_slug(tx, slug);
      if (!found) throw std::logic_error("no film " + std::string(slug));
      return *found;
    });
  }


  TestDatabase test_{GetParam()};
  Db& db_ = test_.db();
};

}  // namespace rialto::film
