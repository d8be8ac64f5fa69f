#include "shelf_file.h"

#include <zstd.h>

#include <algorithm>
#include <boost/json.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "base/strings.h"

namespace rialto::shelf_test {
namespace {

namespace json = boost::json;

std::string text(const json::object& from, std::string_view key) {
  const auto* found = from.if_contains(key);
  return found && found->is_string() ? std::string(found->as_string()) : std::string();
}

int number(const json::object& from, std::string_view key) {
  const auto* found = from.if_contains(key);
  return found && found->is_int64() ? static_cast<int>(found->as_int64()) : 0;
}

std::vector<std::string> texts(const json::object& from, std::string_view key) {
  std::vector<std::string> all;
  for (const auto& each : from.at(key).as_array()) all.emplace_back(each.as_string());
  return all;
}

Credit credit_of(const json::object& from) {
  return {.name = text(from, "name"),
          .department = text(from, "department"),
          .job = text(from, "job"),
          .character = text(from, "character"),
          .imdb = text(from, "imdb"),
          .order = number(from, "order")};
}

Film film_of(const json::object& from) {
  Film film{.title = text(from, "title"),
            .original_title = text(from, "original_title"),
            .language = text(from, "original_language"),
            .line = text(from, "line"),
            .imdb = text(from.at("ids").as_object(), "imdb"),
            .wikidata = text(from.at("ids").as_object(), "wikidata"),
            .year = number(from, "year"),
            .minutes = number(from, "minutes"),
            .countries = texts(from, "countries"),
            .genres = texts(from, "genres"),
            .title_languages = {},
            .titles = {},
            .credits = {}};
  for (const auto& each : from.at("titles").as_array()) {
    film.titles.push_back(text(each.as_object(), "title"));
    film.title_languages.push_back(text(each.as_object(), "language"));
  }
  for (const auto& each : from.at("credits").as_array()) film.credits.push_back(credit_of(each.as_object()));
  return film;
}

std::filesystem::path shared() {
  const char* said = std::getenv("RIALTO_SHARED");
  return said ? std::filesystem::path(said) : std::filesystem::path(RIALTO_SOURCE_DIR).parent_path() / "shared";
}

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string unpacked(std::string_view packed) {
  auto* stream = ZSTD_createDStream();
  std::string all, piece(ZSTD_DStreamOutSize(), '\0');
  for (ZSTD_inBuffer in{packed.data(), packed.size(), 0}; in.pos < in.size;) {
    ZSTD_outBuffer out{piece.data(), piece.size(), 0};
    if (ZSTD_isError(ZSTD_decompressStream(stream, &out, &in))) throw std::runtime_error("films_merged: broken zstd");
    all.append(piece.data(), out.pos);
  }
  ZSTD_freeDStream(stream);
  return all;
}

// The line's id without parsing the line: of 123,035 lines some hundreds are wanted.
std::string imdb_of(std::string_view line) {
  constexpr std::string_view kKey = "\"imdb_id\": \"";
  const auto start = line.find(kKey);
  if (start == line.npos) return {};
  const auto rest = line.substr(start + kKey.size());
  return std::string(rest.substr(0, rest.find('"')));
}

std::vector<std::string_view> words_of(const std::string& name) {
  return split(name, ' ');
}

bool has_last_word(const std::string& one, const std::string& other) {
  const auto words = words_of(other);
  return std::ranges::find(words, words_of(one).back()) != words.end();
}

}  // namespace

bool Film::is_documentary() const {
  return std::ranges::find(genres, "Documentary") != genres.end();
}

std::vector<std::string> Film::names(std::string_view department) const {
  std::vector<std::string> all;
  for (const auto& credit : credits) {
    if (credit.department == department) all.push_back(credit.name);
  }
  return all;
}

std::vector<Film> read_shelf() {
  const auto file = bytes_of(std::filesystem::path(RIALTO_SOURCE_DIR) / "shelf" / "films.jsonl");
  if (!is_utf8(file)) throw std::runtime_error("shelf/films.jsonl is not UTF-8");
  std::vector<Film> films;
  for (const auto line : lines_of(file)) {
    try {
      films.push_back(film_of(json::parse(line).as_object()));
    } catch (const std::exception& error) {
      throw std::runtime_error("shelf/films.jsonl:" + std::to_string(films.size() + 1) + ": " + error.what());
    }
  }
  return films;
}

std::optional<std::vector<Known>> read_known(const std::set<std::string>& imdb_ids) {
  const auto path = shared() / "data" / "catalogue" / "films_merged.jsonl.zst";
  if (!std::filesystem::exists(path)) return std::nullopt;
  const auto file = unpacked(bytes_of(path));
  std::vector<Known> all;
  for (const auto line : lines_of(file)) {
    if (!imdb_ids.contains(imdb_of(line))) continue;
    const auto row = json::parse(line).as_object();
    all.push_back({.imdb = text(row, "imdb_id"),
                   .year = number(row, "year"),
                   .minutes = number(row, "runtime"),
                   .directors = texts(row, "directors")});
  }
  return all;
}

bool same_person(std::string_view one, std::string_view other) {
  for (const char* hyphen : {" ", ""}) {  // Joon-ho is Joon Ho, Kore-eda is Koreeda
    const auto a = replaced(folded(one), "-", hyphen), b = replaced(folded(other), "-", hyphen);
    if (has_last_word(a, b) || has_last_word(b, a)) return true;
  }
  return false;
}

}  // namespace rialto::shelf_test
