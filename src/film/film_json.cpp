#include "film/film_json.h"

#include <algorithm>
#include <array>

#include <boost/json.hpp>

#include "base/strings.h"
#include "film/genre.h"

namespace rialto::film {

namespace json = boost::json;

namespace {

constexpr int kDeepest = 12;

// What a line holds that it should not; caught in the readers below.
struct WrongType {
  std::string key;
};

std::string text_at(const json::object& object, std::string_view key) {
  const auto* value = object.if_contains(key);
  if (!value || value->is_null()) return "";
  if (value->is_string()) return std::string(trimmed(std::string_view(value->get_string())));
  if (value->is_int64()) return std::to_string(value->get_int64());
  throw WrongType{std::string(key)};
}

std::optional<int> number_at(const json::object& object, std::string_view key) {
  const auto* value = object.if_contains(key);
  if (!value || value->is_null()) return std::nullopt;
  if (value->is_int64() && std::abs(value->get_int64()) < 1'000'000'000) return static_cast<int>(value->get_int64());
  if (value->is_double() && std::abs(value->get_double()) < 1e9) return static_cast<int>(value->get_double());
  throw WrongType{std::string(key)};
}

const json::array* array_at(const json::object& object, std::string_view key) {
  const auto* value = object.if_contains(key);
  if (!value || value->is_null()) return nullptr;
  if (!value->is_array()) throw WrongType{std::string(key)};
  return &value->get_array();
}

std::vector<std::string> texts_at(const json::object& object, std::string_view key) {
  std::vector<std::string> texts;
  const auto* array = array_at(object, key);
  if (!array) return texts;
  for (const auto& item : *array) {
    if (!item.is_string()) throw WrongType{std::string(key)};
    texts.emplace_back(trimmed(std::string_view(item.get_string())));
  }
  std::erase(texts, "");
  return texts;
}

void add_ref(std::vector<Ref>& refs, std::string_view source, std::string ref) {
  if (!ref.empty()) refs.push_back({std::string(source), std::move(ref)});
}

std::vector<Ref> read_refs(const json::object& object) {
  std::vector<Ref> refs;
  if (const auto* ids = object.if_contains("ids"); ids && ids->is_object())
    for (const auto& id : ids->get_object()) add_ref(refs, id.key(), text_at(ids->get_object(), id.key()));
  add_ref(refs, "imdb", text_at(object, "imdb_id"));
  add_ref(refs, "imdb", text_at(object, "imdb"));
  add_ref(refs, "tmdb", text_at(object, "tmdb_id"));
  add_ref(refs, "tmdb", text_at(object, "tmdb"));
  add_ref(refs, "wikidata", text_at(object, "wikidata"));
  add_ref(refs, "omdb", text_at(object, "omdb_id"));
  add_ref(refs, "wikipedia", text_at(object, "wikipedia"));
  if (const auto id = text_at(object, "id"); id.starts_with("omdb:")) add_ref(refs, "omdb", id.substr(5));
  return refs;
}

void read_titles(const json::object& object, FilmFacts& facts) {
  if (const auto* titles = array_at(object, "titles"))
    for (const auto& item : *titles) {
      if (!item.is_object()) throw WrongType{"titles"};
      facts.titles.push_back({text_at(item.get_object(), "title"), text_at(item.get_object(), "language")});
    }
  for (auto& title : texts_at(object, "alt_titles")) facts.titles.push_back({std::move(title), ""});
  const auto* aliases = object.if_contains("aliases");
  if (!aliases || !aliases->is_object()) return;
  for (const auto& language : aliases->get_object())
    for (auto& title : texts_at(aliases->get_object(), language.key()))
      facts.titles.push_back({std::move(title), std::string(language.key())});
}

struct Ordered {
  std::int64_t order;
  CreditFact credit;
};

CreditFact read_credit(const json::object& object, Department otherwise) {
  CreditFact credit{.name = text_at(object, "name"),
                    .department = otherwise,
                    .job = text_at(object, "job"),
                    .character = text_at(object, "character"),
                    .refs = read_refs(object)};
  if (const auto department = text_at(object, "department"); !department.empty()) {
    const auto known = department_of(department);
    credit.department = known.value_or(Department::Production);
    if (!known && credit.job.empty()) credit.job = department;
  }
  if (const auto person = from_short_form(text_at(object, "person"))) credit.person = PersonId{*person};
  return credit;
}

void read_people(const json::object& object, std::string_view key, Department department, std::vector<Ordered>& into) {
  const auto* people = array_at(object, key);
  if (!people) return;
  std::int64_t place = 0;
  for (const auto& item : *people) {
    ++place;
    if (item.is_string()) {
      into.push_back({place, {.name = std::string(trimmed(std::string_view(item.get_string()))), .department = department}});
    } else if (item.is_object()) {
      const auto& credit = item.get_object();
      into.push_back({number_at(credit, "order").value_or(static_cast<int>(place)), read_credit(credit, department)});
    } else {
      throw WrongType{std::string(key)};
    }
  }
}

std::vector<CreditFact> read_credits(const json::object& object) {
  std::vector<Ordered> all;
  read_people(object, "credits", Department::Cast, all);
  read_people(object, "directors", Department::Direction, all);
  read_people(object, "writers", Department::Writing, all);
  read_people(object, "cast", Department::Cast, all);
  std::stable_sort(all.begin(), all.end(), [](const Ordered& one, const Ordered& other) {
    if (one.credit.department != other.credit.department) return one.credit.department < other.credit.department;
    return one.order < other.order;
  });
  std::vector<CreditFact> credits;
  for (auto& each : all)
    if (!each.credit.name.empty() || !each.credit.refs.empty()) credits.push_back(std::move(each.credit));
  return credits;
}

// How well a film is known, where no count of votes says it: a curated line is worth more than any number of mentions,
// and among those the films with many titles and credits come first.
std::int64_t guessed_fame(const json::object& object, const FilmFacts& facts) {
  if (const auto fame = number_at(object, "fame")) return *fame;
  if (const auto votes = number_at(object, "votes")) return *votes;
  const auto* sources = array_at(object, "sources");
  if (!sources) return 10'000 + 40 * static_cast<std::int64_t>(facts.titles.size()) + 10 * static_cast<std::int64_t>(facts.credits.size());
  const auto count = static_cast<std::int64_t>(sources->size());
  return count * count * 10 + static_cast<std::int64_t>(std::min<std::size_t>(facts.credits.size(), 50));
}

FilmFacts read_film_facts(const json::object& object) {
  FilmFacts facts{.title = text_at(object, "title"),
                  .year = number_at(object, "year"),
                  .original_title = text_at(object, "original_title"),
                  .original_language = text_at(object, "original_language"),
                  .minutes = number_at(object, "minutes"),
                  .line = text_at(object, "line"),
                  .countries = texts_at(object, "countries"),
                  .genres = genres_of(texts_at(object, "genres")),
                  .refs = read_refs(object),
                  .credits = read_credits(object)};
  if (!facts.minutes) facts.minutes = number_at(object, "runtime");
  read_titles(object, facts);
  return facts;
}

FilmRecord read_film(const json::object& object) {
  FilmRecord record{.facts = read_film_facts(object), .own_id = text_at(object, "id")};
  record.fame = guessed_fame(object, record.facts);
  return record;
}

PersonRecord read_person(const json::object& object) {
  PersonRecord record{.name = text_at(object, "name"),
                      .born = text_at(object, "born"),
                      .died = text_at(object, "died"),
                      .names = texts_at(object, "aliases"),
                      .refs = read_refs(object)};
  for (auto& name : texts_at(object, "names")) record.names.push_back(std::move(name));
  return record;
}

json::value parsed(std::string_view text, json::error_code& error) {
  json::parse_options options;
  options.max_depth = kDeepest;
  return json::parse(text, error, {}, options);
}

// ---- writing ---------------------------------------------------------------------------------------------------------

json::array as_array(const std::vector<std::string>& texts) {
  json::array array;
  for (const auto& text : texts) array.emplace_back(text);
  return array;
}

json::object as_object(const std::vector<Ref>& refs) {
  json::object object;
  for (const auto& ref : refs) object[ref.source] = ref.ref;
  return object;
}

json::value number_or_null(const std::optional<int>& number) {
  if (!number) return nullptr;
  return *number;
}

json::array titles_array(const std::vector<FilmTitle>& titles) {
  json::array array;
  for (const auto& title : titles) array.push_back(json::object{{"title", title.title}, {"language", title.language}});
  return array;
}

json::array credits_array(const std::vector<CreditFact>& credits) {
  json::array array;
  std::array<int, 7> order{};
  for (const auto& credit : credits) {
    json::object object{{"name", credit.name}, {"department", department_name(credit.department)}};
    if (!credit.job.empty()) object["job"] = credit.job;
    if (!credit.character.empty()) object["character"] = credit.character;
    object["order"] = ++order[static_cast<std::size_t>(credit.department)];
    for (const auto& ref : credit.refs) object[ref.source] = ref.ref;
    if (credit.person) object["person"] = short_form(credit.person);
    array.push_back(std::move(object));
  }
  return array;
}

json::value value_of(const FilmFacts& facts, Field field) {
  switch (field) {
    case Field::Title: return json::value(facts.title);
    case Field::Year: return number_or_null(facts.year);
    case Field::OriginalTitle: return json::value(facts.original_title);
    case Field::OriginalLanguage: return json::value(facts.original_language);
    case Field::Minutes: return number_or_null(facts.minutes);
    case Field::Line: return json::value(facts.line);
    case Field::Countries: return as_array(facts.countries);
    case Field::Genres: return as_array(facts.genres);
    case Field::Titles: return titles_array(facts.titles);
    case Field::Refs: return as_object(facts.refs);
    case Field::Credits: break;
  }
  return credits_array(facts.credits);
}

json::object facts_object(const FilmFacts& facts, const Fields& fields) {
  json::object object;
  for (const auto field : all_fields())
    if (fields.contains(field)) object[field_key(field)] = value_of(facts, field);
  return object;
}

}  // namespace

Result<CatalogueRecord> read_json_line(std::string_view line) {
  json::error_code error;
  const auto value = parsed(line, error);
  if (error) return Error{"not JSON: " + error.message()};
  if (!value.is_object()) return Error{"not an object in braces"};
  const auto& object = value.get_object();
  try {
    if (object.contains("title")) return CatalogueRecord(read_film(object));
    if (object.contains("name")) return CatalogueRecord(read_person(object));
  } catch (const WrongType& wrong) {
    return Error{"\"" + wrong.key + "\" is not of the kind expected"};
  }
  return Error{"neither a film (\"title\") nor a person (\"name\")"};
}

std::string json_line(const FilmRecord& record) {
  Fields every(all_fields().begin(), all_fields().end());
  auto object = facts_object(record.facts, every);
  if (record.fame != 0) object["fame"] = record.fame;
  return json::serialize(object);
}

std::string json_line(const PersonRecord& record) {
  json::object object{{"name", record.name}};
  if (!record.born.empty()) object["born"] = record.born;
  if (!record.died.empty()) object["died"] = record.died;
  if (!record.names.empty()) object["names"] = as_array(record.names);
  object["ids"] = as_object(record.refs);
  return json::serialize(object);
}

std::string facts_json(const FilmFacts& facts, const Fields& fields) { return json::serialize(facts_object(facts, fields)); }

Result<SomeFacts> read_facts_json(std::string_view text) {
  json::error_code error;
  const auto value = parsed(text, error);
  if (error || !value.is_object()) return Error{"film: a change is not JSON"};
  SomeFacts some;
  try {
    some.facts = read_film_facts(value.get_object());
  } catch (const WrongType& wrong) {
    return Error{"film: a change's \"" + wrong.key + "\" is not of the kind expected"};
  }
  for (const auto field : all_fields())
    if (value.get_object().contains(field_key(field))) some.fields.insert(field);
  return some;
}

}  // namespace rialto::film
