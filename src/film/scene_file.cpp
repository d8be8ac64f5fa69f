#include "film/scene_file.h"

#include <istream>
#include <ostream>

#include <boost/json.hpp>

#include "base/strings.h"
#include "base/time.h"
#include "film/film.h"
#include "film/match.h"
#include "film/scene.sql.h"

namespace rialto::film {

namespace json = boost::json;

namespace {

constexpr std::size_t kLongestLine = 200'000;  // bytes
constexpr std::size_t kDeepest = 8;

// "" where it isn't there or no text.
std::string text_at(const json::object& object, std::string_view key) {
  const auto* value = object.if_contains(key);
  return value && value->is_string() ? std::string(value->get_string()) : "";
}

std::string lines_at(const json::object& object, std::string_view key) {
  std::string lines;
  if (const auto* value = object.if_contains(key); value && value->is_array())
    for (const auto& one : value->get_array())
      if (one.is_string()) lines.append(one.get_string()) += '\n';
  return lines;
}

Result<SceneFacts> facts_in(const json::value& value) {
  if (!value.is_object()) return Error{"a scene is no object"};
  const auto& object = value.get_object();
  const SceneForm form{.name = text_at(object, "name"), .names = lines_at(object, "names"), .place = text_at(object, "place"), .spoils = text_at(object, "spoils")};
  auto facts = facts_of(form);
  if (const auto* refused = std::get_if<SceneRefused>(&facts)) return Error{"the scene \"" + form.name + "\": " + std::string(sentence_of(*refused, Language::English))};
  return std::get<SceneFacts>(std::move(facts));
}

// The film beyond doubt.
std::optional<Film> film_of(Tx& tx, const SceneLine& line) {
  auto found = match_film(tx, {.title = line.title, .year = line.year, .people = {}, .imdb = line.imdb, .tmdb = {}}, 1);
  return !found.empty() && found.front().certainty == Certainty::Sure ? std::optional(std::move(found.front().film)) : std::nullopt;
}

std::string name_of(const SceneLine& line) { return line.year ? line.title + " (" + std::to_string(*line.year) + ")" : line.title; }

// Nothing, or why it was left out.
std::string take_in(Db& db, const SceneLine& line, const SceneImport& import, SceneReport& report) {
  enum class Ending { NoFilm, AsBefore, Changed };
  const auto at = now();
  const auto ending = db.write([&](Tx& tx) {
    const auto film = film_of(tx, line);
    if (!film) return Ending::NoFilm;
    if (!store_scenes(tx, film->id, line.scenes, import.source, at)) return Ending::AsBefore;
    if (import.on_changed) import.on_changed(tx, film->id);
    return Ending::Changed;
  });
  if (ending == Ending::NoFilm) return "there is no film " + name_of(line);
  ++(ending == Ending::Changed ? report.films : report.as_before);
  return "";
}

json::object line_of(const sql::every_scene::Row& row) {
  json::object line{{"film", row.title}};
  if (row.year) line["year"] = *row.year;
  if (row.imdb) line["imdb"] = *row.imdb;
  line["scenes"] = json::array();
  return line;
}

json::object object_of(const sql::every_scene::Row& row) {
  json::object scene{{"name", row.name}};
  json::array names;
  for (const auto name : lines_of(row.names))
    if (!name.empty()) names.emplace_back(name);
  if (!names.empty()) scene["names"] = std::move(names);
  if (!row.place.empty()) scene["place"] = row.place;
  if (!row.spoils.empty()) scene["spoils"] = row.spoils;
  return scene;
}

}  // namespace

Result<SceneLine> read_scene_line(std::string_view text) {
  if (text.size() > kLongestLine) return Error{"it is longer than " + std::to_string(kLongestLine) + " bytes"};
  if (!is_utf8(text)) return Error{"it is not UTF-8"};
  json::error_code problem;
  json::parse_options options;
  options.max_depth = kDeepest;
  const auto value = json::parse(text, problem, {}, options);
  if (problem || !value.is_object()) return Error{"it is no JSON object"};
  const auto& object = value.get_object();
  SceneLine line{.title = text_at(object, "film"), .year = {}, .imdb = text_at(object, "imdb"), .scenes = {}};
  if (const auto* year = object.if_contains("year"); year && year->is_int64() && std::abs(year->get_int64()) < 10'000) line.year = static_cast<int>(year->get_int64());
  const auto* scenes = object.if_contains("scenes");
  if (line.title.empty() || !scenes || !scenes->is_array()) return Error{"it lacks \"film\" or \"scenes\""};
  if (scenes->get_array().size() > kMostScenes) return Error{"it has more than " + std::to_string(kMostScenes) + " scenes"};
  for (const auto& one : scenes->get_array()) {
    auto facts = facts_in(one);
    if (!facts) return facts.error();
    line.scenes.push_back(std::move(*facts));
  }
  return line;
}

SceneReport import_scenes(Db& db, std::istream& in, const SceneImport& import) {
  SceneReport report;
  int number = 0;
  for (std::string text; std::getline(in, text);) {
    ++number;
    if (trimmed(text).empty()) continue;
    const auto line = read_scene_line(text);
    const auto why = line ? take_in(db, *line, import, report) : line.error().message;
    if (!why.empty()) report.left_out.push_back("line " + std::to_string(number) + ": " + why);
  }
  return report;
}

int export_scenes(Db& db, std::ostream& out) {
  int films = 0;
  db.read([&](Tx& tx) {
    FilmId last;
    json::object line;
    const auto tell = [&] {
      if (last) out << json::serialize(line) << "\n", ++films;
    };
    tx.each<sql::every_scene>({}, [&](const auto& row) {
      if (row.film != last) {
        tell();
        last = row.film;
        line = line_of(row);
      }
      line["scenes"].get_array().push_back(object_of(row));
    });
    tell();
  });
  return films;
}

}  // namespace rialto::film
