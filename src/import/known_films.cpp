#include <boost/json.hpp>

#include "base/strings.h"
#include "import/film_guess.h"

namespace rialto::imports {
namespace {

namespace json = boost::json;

std::string text_of(const json::value* value) {
  return value && value->is_string() ? std::string(value->as_string()) : std::string();
}

void add_character(KnownFilm& film, const json::value& character) {
  if (character.is_string() && !character.as_string().empty()) film.characters.emplace_back(character.as_string());
}

void add_credit(KnownFilm& film, const json::value& value) {
  const auto* credit = value.if_object();
  if (!credit) return;
  for (const char* key : {"name", "person"})
    if (auto name = text_of(credit->if_contains(key)); !name.empty()) film.people.push_back(std::move(name));
  if (const auto* character = credit->if_contains("character")) {
    if (character->is_array())
      for (const auto& one : character->as_array()) add_character(film, one);
    else
      add_character(film, *character);
  }
}

KnownFilm film_of(const json::object& row) {
  KnownFilm film;
  film.title = text_of(row.if_contains("title"));
  if (const auto* year = row.if_contains("year"); year && year->is_int64())
    film.year = static_cast<int>(year->as_int64());
  if (const auto* titles = row.if_contains("titles"); titles && titles->is_array())
    for (const auto& title : titles->as_array()) {
      auto text = title.is_object() ? text_of(title.as_object().if_contains("title")) : text_of(&title);
      if (!text.empty()) film.titles.push_back(std::move(text));
    }
  if (auto original = text_of(row.if_contains("original_title")); !original.empty())
    film.titles.push_back(std::move(original));
  if (const auto* credits = row.if_contains("credits"); credits && credits->is_array())
    for (const auto& credit : credits->as_array()) add_credit(film, credit);
  film.imdb = text_of(row.if_contains("imdb"));
  if (const auto* ids = row.if_contains("ids"); ids && ids->is_object() && film.imdb.empty())
    film.imdb = text_of(ids->as_object().if_contains("imdb"));
  return film;
}

}  // namespace

Result<std::vector<KnownFilm>> known_films_from(std::string_view json_lines) {
  std::vector<KnownFilm> films;
  int number = 0;
  for (const auto line : lines_of(json_lines)) {
    ++number;
    if (trimmed(line).empty()) continue;
    boost::system::error_code error;
    const auto value = json::parse(json::string_view(line.data(), line.size()), error);
    if (error || !value.is_object()) return Error{"line " + std::to_string(number) + " is no JSON object"};
    auto film = film_of(value.as_object());
    if (!film.title.empty()) films.push_back(std::move(film));
  }
  return films;
}

}  // namespace rialto::imports
