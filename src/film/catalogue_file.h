// The files that a catalogue can be read from, told by their first line. Readers are streams: they keep a line or a
// group of lines, the numbers of the ids that they need, and small tables of names.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "film/film_record.h"
#include "film/line_reader.h"

namespace rialto::film {

enum class Shape {
  JsonLines,
  // IMDb's datasets, in the order in which they are read
  ImdbTitles,
  ImdbPrincipals,
  ImdbCrew,
  ImdbNames,
  ImdbAkas,
  ImdbRatings,
  ImdbEpisodes,
  // omdb.org's dump
  OmdbNamesOfJobs,
  OmdbNamesOfCategories,
  OmdbMovieLinks,
  OmdbMovies,
  OmdbPeopleLinks,
  OmdbPeople,
  OmdbPeopleAliases,
  OmdbCasts,
  OmdbAliases,
  OmdbDetails,
  OmdbCountries,
  OmdbCategories,
  OmdbOther,
  Unknown,
};

// By the first line, and by the name where two files of omdb.org have the same columns.
Shape shape_of(std::string_view first_line, std::string_view file_name);

// How the shape is called in messages ("IMDb title.basics").
std::string_view shape_name(Shape shape);

// A set of numbers below 2^32, a bit each, as far up as the largest.
class NumberSet {
 public:
  void add(std::uint32_t number) {
    if (number / 64 >= words_.size()) words_.resize(number / 64 + 1 + words_.size() / 8);
    words_[number / 64] |= std::uint64_t{1} << (number % 64);
  }
  bool has(std::uint32_t number) const {
    return number / 64 < words_.size() && (words_[number / 64] >> (number % 64) & 1) != 0;
  }
  bool empty() const { return words_.empty(); }

 private:
  std::vector<std::uint64_t> words_;
};

// The number in "tt0113277", "nm0000199"; nothing for other text or numbers above 400,000,000.
std::optional<std::uint32_t> imdb_number(std::string_view id);

// What one file hands to the next within a run.
struct CatalogueContext {
  std::vector<std::string> title_types;  // of title.basics that are films here
  NumberSet films;                       // IMDb numbers of the films that the catalogue knows
  NumberSet people;                      // IMDb numbers of the people that it needs
  bool people_marked = false;            // `people` is complete: names outside it are passed over
  std::unordered_map<std::string, std::string> job_names;
  std::unordered_map<std::string, std::string> category_names;
  std::unordered_map<std::string, std::vector<Ref>> film_links;
  std::unordered_map<std::string, std::vector<Ref>> person_links;
};

class CatalogueSink {
 public:
  virtual ~CatalogueSink() = default;
  virtual void film(FilmRecord record) = 0;
  virtual void person(PersonRecord record) = 0;
  // A row that can't be taken, and why, in few different words ("has no title").
  virtual void skip(std::string_view why) = 0;
};

// Reads a whole file of a known shape. The header line has been taken from `lines` already, except for JSON lines.
void read_imdb(Shape shape, std::string_view header, LineReader& lines, CatalogueContext& context, CatalogueSink& sink);
void read_omdb(Shape shape, std::string_view header, LineReader& lines, CatalogueContext& context, CatalogueSink& sink);
void read_json_lines(std::string_view first_line, LineReader& lines, CatalogueSink& sink);

// Only marks in `context` the people whom title.principals or title.crew name for known films.
void mark_people(std::string_view header, LineReader& lines, CatalogueContext& context);

}  // namespace rialto::film
