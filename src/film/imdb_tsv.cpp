// IMDb's datasets: tab separated, without quoting, \N for nothing; lists with commas; `characters` a JSON array.
#include <algorithm>
#include <array>
#include <charconv>

#include "base/strings.h"
#include "film/catalogue_file.h"
#include "film/csv.h"
#include "film/genre.h"

namespace rialto::film {

namespace {

constexpr std::size_t kMostInGroup = 3'000;  // rows of one film that are kept together

// The fields of one line, by the names of the header's columns.
class Line {
 public:
  explicit Line(std::string_view header) {
    for (const auto column : split(header, '\t')) columns_.emplace_back(trimmed(column));
  }

  void read(std::string_view line) { fields_ = split(line, '\t'); }

  std::size_t place(std::string_view column) const { return place_of(columns_, column); }

  // "" for \N and for what is missing.
  std::string_view at(std::size_t place) const {
    if (place >= fields_.size() || fields_[place] == "\\N") return {};
    return fields_[place];
  }

 private:
  Row columns_;
  std::vector<std::string_view> fields_;
};

std::optional<int> number_of(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::vector<std::string> list_of(std::string_view text) {
  std::vector<std::string> pieces;
  if (text.empty()) return pieces;
  for (const auto piece : split(text, ',')) pieces.emplace_back(piece);
  return pieces;
}

// ["Lt. Vincent Hanna","Self"] → "Lt. Vincent Hanna / Self"
std::string characters_of(std::string_view text) {
  std::string out, name;
  bool within = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (within && text[at] == '\\' && at + 1 < text.size()) {
      name += text[++at];
    } else if (text[at] == '"') {
      if (within && !name.empty()) out += (out.empty() ? "" : " / ") + name;
      name.clear();
      within = !within;
    } else if (within) {
      name += text[at];
    }
  }
  return out;
}

// What one line was about before the next line is about something else.
struct Group {
  std::string id;
  FilmRecord record;
  std::size_t rows = 0;

  void flush(CatalogueSink& sink) {
    if (rows > 0) sink.film(std::move(record));
    record = {};
    rows = 0;
  }

  // Begins a group for another film.
  FilmRecord& of(std::string_view film, CatalogueSink& sink) {
    if (film != id || rows >= kMostInGroup) {
      flush(sink);
      id = film;
      record.known_only = true;
      record.facts.refs = {{"imdb", id}};
    }
    ++rows;
    return record;
  }
};

bool is_known(std::string_view film, const CatalogueContext& context) {
  const auto number = imdb_number(film);
  return number && context.films.has(*number);
}

void read_titles(std::string_view header, LineReader& lines, CatalogueContext& context, CatalogueSink& sink) {
  Line line(header);
  const auto id = line.place("tconst"), type = line.place("titleType"), title = line.place("primaryTitle"),
             original = line.place("originalTitle"), adult = line.place("isAdult"), year = line.place("startYear"),
             minutes = line.place("runtimeMinutes"), genres = line.place("genres");
  for (std::string_view text; lines.next(text);) {
    line.read(text);
    const auto number = imdb_number(line.at(id));
    if (!number) {
      sink.skip("has no id of the form tt0000000");
    } else if (std::find(context.title_types.begin(), context.title_types.end(), line.at(type)) == context.title_types.end()) {
      sink.skip("is of a type that was not asked for (--types)");
    } else if (line.at(adult) == "1") {
      sink.skip("is marked as pornography");
    } else {
      context.films.add(*number);
      FilmRecord record;
      record.facts.title = line.at(title);
      record.facts.original_title = line.at(original);
      record.facts.year = number_of(line.at(year));
      record.facts.minutes = number_of(line.at(minutes));
      record.facts.genres = genres_of(list_of(line.at(genres)));
      record.facts.refs = {{"imdb", std::string(line.at(id))}};
      sink.film(std::move(record));
    }
  }
}

void read_principals(std::string_view header, LineReader& lines, CatalogueContext& context, CatalogueSink& sink) {
  Line line(header);
  const auto film = line.place("tconst"), person = line.place("nconst"), category = line.place("category"),
             job = line.place("job"), characters = line.place("characters");
  Group group;
  for (std::string_view text; lines.next(text);) {
    line.read(text);
    if (!is_known(line.at(film), context)) continue;
    const auto department = department_of(line.at(category));
    if (!department || !imdb_number(line.at(person))) {
      sink.skip("names a category or person that can't be read");
      continue;
    }
    CreditFact credit{.department = *department, .refs = {{"imdb", std::string(line.at(person))}}};
    if (*department == Department::Cast) credit.character = characters_of(line.at(characters));
    if (*department != Department::Cast && *department != Department::Direction) credit.job = line.at(job);
    if (*department == Department::Production && credit.job.empty()) credit.job = replaced(line.at(category), "_", " ");
    group.of(line.at(film), sink).facts.credits.push_back(std::move(credit));
  }
  group.flush(sink);
}

void read_crew(std::string_view header, LineReader& lines, CatalogueContext& context, CatalogueSink& sink) {
  Line line(header);
  const auto film = line.place("tconst"), directors = line.place("directors"), writers = line.place("writers");
  for (std::string_view text; lines.next(text);) {
    line.read(text);
    if (!is_known(line.at(film), context)) continue;
    FilmRecord record{.known_only = true};
    record.facts.refs = {{"imdb", std::string(line.at(film))}};
    for (auto& id : list_of(line.at(directors)))
      record.facts.credits.push_back({.department = Department::Direction, .refs = {{"imdb", std::move(id)}}});
    for (auto& id : list_of(line.at(writers)))
      record.facts.credits.push_back({.department = Department::Writing, .refs = {{"imdb", std::move(id)}}});
    if (!record.facts.credits.empty()) sink.film(std::move(record));
  }
}

bool is_needed(std::uint32_t person, std::string_view known_for, const CatalogueContext& context) {
  if (context.people_marked) return context.people.has(person);
  const auto films = split(known_for, ',');
  return std::any_of(films.begin(), films.end(), [&](auto film) { return is_known(film, context); });
}

void read_names(std::string_view header, LineReader& lines, CatalogueContext& context, CatalogueSink& sink) {
  Line line(header);
  const auto id = line.place("nconst"), name = line.place("primaryName"), born = line.place("birthYear"),
             died = line.place("deathYear"), known_for = line.place("knownForTitles");
  for (std::string_view text; lines.next(text);) {
    line.read(text);
    const auto number = imdb_number(line.at(id));
    if (!number || line.at(name).empty()) {
      sink.skip("has no name, or no id of the form nm0000000");
    } else if (is_needed(*number, line.at(known_for), context)) {
      sink.person({.name = std::string(line.at(name)),
                   .born = std::string(line.at(born)),
                   .died = std::string(line.at(died)),
                   .refs = {{"imdb", std::string(line.at(id))}}});
    }
  }
}

void read_akas(std::string_view header, LineReader& lines, CatalogueContext& context, CatalogueSink& sink) {
  Line line(header);
  const auto film = line.place("titleId"), title = line.place("title"), region = line.place("region"),
             language = line.place("language");
  Group group;
  for (std::string_view text; lines.next(text);) {
    line.read(text);
    if (!is_known(line.at(film), context) || line.at(title).empty()) continue;
    std::string in(line.at(language));
    if (in.empty() && !line.at(region).empty()) in = "und-" + std::string(line.at(region));
    group.of(line.at(film), sink).facts.titles.push_back({std::string(line.at(title)), std::move(in)});
  }
  group.flush(sink);
}

void read_ratings(std::string_view header, LineReader& lines, CatalogueContext& context, CatalogueSink& sink) {
  Line line(header);
  const auto film = line.place("tconst"), votes = line.place("numVotes");
  for (std::string_view text; lines.next(text);) {
    line.read(text);
    if (!is_known(line.at(film), context)) continue;
    FilmRecord record{.fame = number_of(line.at(votes)).value_or(0), .known_only = true};
    record.facts.refs = {{"imdb", std::string(line.at(film))}};
    sink.film(std::move(record));
  }
}

}  // namespace

void read_imdb(Shape shape, std::string_view header_line, LineReader& lines, CatalogueContext& context, CatalogueSink& sink) {
  const std::string header(header_line);
  switch (shape) {
    case Shape::ImdbTitles: return read_titles(header, lines, context, sink);
    case Shape::ImdbPrincipals: return read_principals(header, lines, context, sink);
    case Shape::ImdbCrew: return read_crew(header, lines, context, sink);
    case Shape::ImdbNames: return read_names(header, lines, context, sink);
    case Shape::ImdbAkas: return read_akas(header, lines, context, sink);
    case Shape::ImdbRatings: return read_ratings(header, lines, context, sink);
    default: return;
  }
}

void mark_people(std::string_view header_line, LineReader& lines, CatalogueContext& context) {
  const std::string header(header_line);
  Line line(header);
  const auto film = line.place("tconst");
  const std::array columns = {line.place("nconst"), line.place("directors"), line.place("writers")};
  for (std::string_view text; lines.next(text);) {
    line.read(text);
    if (!is_known(line.at(film), context)) continue;
    for (const auto column : columns)
      for (const auto id : split(line.at(column), ','))
        if (const auto number = imdb_number(id)) context.people.add(*number);
  }
  context.people_marked = true;
}

}  // namespace rialto::film
