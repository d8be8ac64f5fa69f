// omdb.org's dump: comma separated, quoted, ids that hold the files together.
#include <charconv>

#include "base/strings.h"
#include "film/catalogue_file.h"
#include "film/csv.h"
#include "film/genre.h"

namespace rialto::film {

namespace {

struct Table {
  Row header;
  CsvReader reader;
  Row row{};

  bool next() { return reader.next(row); }
  std::size_t place(std::string_view column) const { return place_of(header, column); }
  const std::string& at(std::size_t place) const { return field_at(row, place); }
};

std::optional<int> number_of(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc()) return std::nullopt;
  return number;
}

// The ref that a row of a links file tells: its source is called "imdbmovie", "wikidata", "wikipedia"….
std::optional<Ref> link_of(const std::string& source, std::string key, const std::string& language, Subject subject) {
  const auto has = [&](std::string_view part) { return source.find(part) != std::string::npos; };
  if (has("imdb")) {
    if (!key.empty() && key.front() >= '0' && key.front() <= '9' && key.size() < 7) key.insert(0, 7 - key.size(), '0');
    if (!key.starts_with("tt") && !key.starts_with("nm")) key.insert(0, subject == Subject::Film ? "tt" : "nm");
    return Ref{"imdb", key};
  }
  if (has("wikidata")) return Ref{"wikidata", key};
  if (has("wikipedia") && language == "en") return Ref{"wikipedia", key};
  return std::nullopt;
}

void read_links(Table& table, Subject subject, CatalogueContext& context, CatalogueSink& sink) {
  const auto source = table.place("source"), key = table.place("key"), language = table.place("language_iso_639_1"),
             id = table.place(subject == Subject::Film ? "movie_id" : "person_id");
  auto& links = subject == Subject::Film ? context.film_links : context.person_links;
  while (table.next()) {
    auto ref = link_of(ascii_lower(table.at(source)), table.at(key), table.at(language), subject);
    if (!ref || !is_ref(*ref, subject)) continue;
    const Ref own{"omdb", table.at(id)};
    links[own.ref].push_back(*ref);
    if (subject == Subject::Film) {
      FilmRecord record{.known_only = true};
      record.facts.refs = {*ref, own};
      sink.film(std::move(record));
    } else {
      sink.person({.refs = {*ref, own}, .known_only = true});
    }
  }
}

std::vector<Ref> with_links(const std::string& id, const std::unordered_map<std::string, std::vector<Ref>>& links) {
  std::vector<Ref> refs = {{"omdb", id}};
  if (const auto found = links.find(id); found != links.end()) refs.insert(refs.end(), found->second.begin(), found->second.end());
  return refs;
}

void read_movies(Table& table, CatalogueContext& context, CatalogueSink& sink) {
  const auto id = table.place("id"), name = table.place("name"), date = table.place("date");
  while (table.next()) {
    FilmRecord record;
    record.facts.title = table.at(name);
    record.facts.year = number_of(std::string_view(table.at(date)).substr(0, 4));
    record.facts.refs = with_links(table.at(id), context.film_links);
    sink.film(std::move(record));
  }
}

void read_people(Table& table, CatalogueContext& context, CatalogueSink& sink) {
  const auto id = table.place("id"), name = table.place("name"), born = table.place("birthday"), died = table.place("deathday");
  while (table.next())
    sink.person({.name = table.at(name),
                 .born = table.at(born),
                 .died = table.at(died),
                 .refs = with_links(table.at(id), context.person_links)});
}

void read_people_aliases(Table& table, CatalogueSink& sink) {
  const auto id = table.place("person_id"), name = table.place("name");
  while (table.next())
    sink.person({.names = {table.at(name)}, .refs = {{"omdb", table.at(id)}}, .known_only = true});
}

// Rows of one film stand together mostly; what comes later is added to what was.
template <class Add>
void read_by_film(Table& table, CatalogueSink& sink, Add add) {
  const auto id = table.place("movie_id");
  FilmRecord record;
  const auto flush = [&] {
    if (!record.facts.refs.empty()) sink.film(std::move(record));
    record = {.known_only = true};
  };
  while (table.next()) {
    if (record.facts.refs.empty() || record.facts.refs.front().ref != table.at(id)) {
      flush();
      record.facts.refs = {{"omdb", table.at(id)}};
      record.known_only = true;
    }
    add(record.facts);
  }
  flush();
}

std::string known_or(const std::unordered_map<std::string, std::string>& names, const std::string& id) {
  const auto found = names.find(id);
  return found == names.end() ? "" : found->second;
}

void read_casts(Table& table, const CatalogueContext& context, CatalogueSink& sink) {
  const auto person = table.place("person_id"), job = table.place("job_id"), role = table.place("role");
  read_by_film(table, sink, [&](FilmFacts& facts) {
    const auto job_name = known_or(context.job_names, table.at(job));
    auto department = department_of(job_name);
    if (!department && !table.at(role).empty()) department = Department::Cast;
    if (!department) return sink.skip("is a job that the catalogue does not keep, or job_names.csv is missing");
    CreditFact credit{.department = *department, .refs = {{"omdb", table.at(person)}}};
    if (*department == Department::Cast) credit.character = table.at(role);
    if (*department == Department::Production || *department == Department::Writing) credit.job = job_name;
    facts.credits.push_back(std::move(credit));
  });
}

void read_names(Table& table, std::string_view id_column, std::unordered_map<std::string, std::string>& names) {
  const auto id = table.place(id_column), name = table.place("name"), language = table.place("language_iso_639_1");
  while (table.next()) {
    const bool english = language == kNoColumn || table.at(language) == "en";
    if (english) names[table.at(id)] = table.at(name);
    else names.try_emplace(table.at(id), table.at(name));
  }
}

}  // namespace

void read_omdb(Shape shape, std::string_view header, LineReader& lines, CatalogueContext& context, CatalogueSink& sink) {
  Table table{.header = csv_row(header), .reader = CsvReader(lines)};
  const auto value = [&](std::string_view column) { return [&table, at = table.place(column)] { return table.at(at); }; };
  switch (shape) {
    case Shape::OmdbNamesOfJobs: return read_names(table, "job_id", context.job_names);
    case Shape::OmdbNamesOfCategories: return read_names(table, "category_id", context.category_names);
    case Shape::OmdbMovieLinks: return read_links(table, Subject::Film, context, sink);
    case Shape::OmdbPeopleLinks: return read_links(table, Subject::Person, context, sink);
    case Shape::OmdbMovies: return read_movies(table, context, sink);
    case Shape::OmdbPeople: return read_people(table, context, sink);
    case Shape::OmdbPeopleAliases: return read_people_aliases(table, sink);
    case Shape::OmdbCasts: return read_casts(table, context, sink);
    case Shape::OmdbAliases:
      return read_by_film(table, sink, [name = value("name"), language = value("language_iso_639_1")](FilmFacts& facts) {
        facts.titles.push_back({name(), language()});
      });
    case Shape::OmdbDetails:
      return read_by_film(table, sink, [minutes = value("runtime")](FilmFacts& facts) { facts.minutes = number_of(minutes()); });
    case Shape::OmdbCountries:
      return read_by_film(table, sink, [code = value("country_code"), country = value("country")](FilmFacts& facts) {
        const auto text = code().empty() ? country() : code();
        if (!text.empty()) facts.countries.push_back(text);
      });
    case Shape::OmdbCategories:
      return read_by_film(table, sink, [&context, category = value("category_id")](FilmFacts& facts) {
        const auto genre = genre_of(known_or(context.category_names, category()));
        if (!genre.empty()) facts.genres.push_back(genre);
      });
    default: return;
  }
}

}  // namespace rialto::film
