#include "film/catalogue_file.h"

#include <array>
#include <charconv>
#include <initializer_list>
#include <utility>

#include "base/strings.h"
#include "film/csv.h"
#include "film/film_json.h"

namespace rialto::film {

namespace {

bool has_columns(const Row& header, std::initializer_list<std::string_view> columns) {
  for (const auto column : columns)
    if (place_of(header, column) == kNoColumn) return false;
  return true;
}

Shape imdb_shape(const Row& header) {
  if (has_columns(header, {"tconst", "titleType", "primaryTitle"})) return Shape::ImdbTitles;
  if (has_columns(header, {"tconst", "nconst", "category"})) return Shape::ImdbPrincipals;
  if (has_columns(header, {"tconst", "directors", "writers"})) return Shape::ImdbCrew;
  if (has_columns(header, {"nconst", "primaryName"})) return Shape::ImdbNames;
  if (has_columns(header, {"titleId", "title", "region"})) return Shape::ImdbAkas;
  if (has_columns(header, {"tconst", "numVotes"})) return Shape::ImdbRatings;
  if (has_columns(header, {"tconst", "parentTconst"})) return Shape::ImdbEpisodes;
  return Shape::Unknown;
}

Shape omdb_shape(const Row& header, std::string_view file_name) {
  const auto named = [&](std::string_view part) { return file_name.find(part) != std::string_view::npos; };
  if (has_columns(header, {"movie_id", "person_id", "job_id"})) return Shape::OmdbCasts;
  if (has_columns(header, {"job_id", "name"})) return Shape::OmdbNamesOfJobs;
  if (has_columns(header, {"category_id", "name"})) return Shape::OmdbNamesOfCategories;
  if (has_columns(header, {"source", "key", "movie_id"})) return Shape::OmdbMovieLinks;
  if (has_columns(header, {"source", "key", "person_id"})) return Shape::OmdbPeopleLinks;
  if (has_columns(header, {"movie_id", "name", "language_iso_639_1"})) return Shape::OmdbAliases;
  if (has_columns(header, {"movie_id", "runtime"})) return Shape::OmdbDetails;
  if (has_columns(header, {"movie_id", "country_code"}) || has_columns(header, {"movie_id", "country"})) return Shape::OmdbCountries;
  if (has_columns(header, {"movie_id", "category_id"})) return Shape::OmdbCategories;
  if (has_columns(header, {"person_id", "name"})) return Shape::OmdbPeopleAliases;
  if (has_columns(header, {"id", "name", "birthday"})) return Shape::OmdbPeople;
  const bool parts = named("episodes") || named("seasons") || named("movieseries");
  if (has_columns(header, {"id", "name", "date"})) return parts ? Shape::OmdbOther : Shape::OmdbMovies;
  if (place_of(header, "movie_id") != kNoColumn || place_of(header, "person_id") != kNoColumn) return Shape::OmdbOther;
  return Shape::Unknown;
}

}  // namespace

Shape shape_of(std::string_view first_line, std::string_view file_name) {
  const auto line = trimmed(first_line);
  if (line.starts_with('{')) return Shape::JsonLines;
  if (line.find('\t') != std::string_view::npos) {
    Row header;
    for (const auto column : split(line, '\t')) header.emplace_back(column);
    return imdb_shape(header);
  }
  return omdb_shape(csv_row(line), file_name);
}

std::string_view shape_name(Shape shape) {
  constexpr std::array<std::string_view, 22> kNames = {
      "JSON lines",          "IMDb title.basics",    "IMDb title.principals", "IMDb title.crew",      "IMDb name.basics",
      "IMDb title.akas",     "IMDb title.ratings",   "IMDb title.episode",    "omdb.org job names",   "omdb.org category names",
      "omdb.org film links", "omdb.org films",       "omdb.org people links", "omdb.org people",      "omdb.org people's aliases",
      "omdb.org casts",      "omdb.org film titles", "omdb.org film details", "omdb.org countries",   "omdb.org categories",
      "omdb.org, no part of a catalogue", "unknown"};
  return kNames[static_cast<std::size_t>(shape)];
}

std::optional<std::uint32_t> imdb_number(std::string_view id) {
  if (id.size() < 9 || !(id.starts_with("tt") || id.starts_with("nm"))) return std::nullopt;
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(id.data() + 2, id.data() + id.size(), number);
  if (error != std::errc() || end != id.data() + id.size() || number > 400'000'000) return std::nullopt;
  return number;
}

void read_json_lines(std::string_view first_line, LineReader& lines, CatalogueSink& sink) {
  std::string_view line = first_line;
  do {
    if (trimmed(line).empty()) continue;
    auto record = read_json_line(line);
    if (!record) {
      sink.skip(record.error().message);
    } else if (auto* film = std::get_if<FilmRecord>(&*record)) {
      sink.film(std::move(*film));
    } else {
      sink.person(std::move(std::get<PersonRecord>(*record)));
    }
  } while (lines.next(line));
}

}  // namespace rialto::film
