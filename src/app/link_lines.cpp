#include "app/link_lines.h"

#include <algorithm>
#include <boost/json.hpp>
#include <cmath>
#include <istream>
#include <map>
#include <numeric>
#include <optional>
#include <ostream>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "base/strings.h"
#include "text/link_context.h"

namespace rialto::app {

namespace json = boost::json;

namespace {

struct Line {
  json::value id;
  std::string text;
  std::string thread;  // "" for none
  std::int64_t turn = 0;
  std::optional<FilmId> board;
  std::string answer;
};

std::string text_at(const json::object& object, std::string_view key) {
  const auto* value = object.if_contains(key);
  if (!value || value->is_null()) return "";
  return value->is_string() ? std::string(value->get_string()) : json::serialize(*value);
}

class Boards {
 public:
  explicit Boards(const text::Linker& linker) : linker_(linker) {}

  std::optional<FilmId> film(const json::object& film) {
    const auto imdb = text_at(film, "imdb_id"), title = text_at(film, "title"), year = text_at(film, "year");
    const auto [known, fresh] = films_.try_emplace(imdb + "\n" + title + "\n" + year);
    if (fresh) {
      known->second = linker_.film_with_imdb(imdb);
      if (!known->second) known->second = linker_.film_titled(title, year.empty() ? std::nullopt : std::optional(std::atoi(year.c_str())));
    }
    return known->second;
  }

 private:
  const text::Linker& linker_;
  std::map<std::string, std::optional<FilmId>> films_;
};

std::optional<Line> read_line(std::string_view text, Boards& boards) {
  json::error_code error;
  const auto value = json::parse(text, error);
  if (error || !value.is_object()) return std::nullopt;
  const auto& object = value.get_object();
  const auto* words = object.if_contains("text");
  if (!words || !words->is_string()) return std::nullopt;
  Line line{.text = repaired_utf8(words->get_string()), .thread = text_at(object, "thread")};
  if (const auto* id = object.if_contains("id")) line.id = *id;
  if (const auto* turn = object.if_contains("turn"); turn && turn->is_int64()) line.turn = turn->get_int64();
  if (const auto* film = object.if_contains("context_film"); film && film->is_object()) line.board = boards.film(film->get_object());
  return line;
}

// Code points before each byte of interest, walked once from left to right.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text) : text_(text) {}

  std::size_t before(std::size_t byte) {
    for (; at_ < byte; ++at_) count_ += (static_cast<unsigned char>(text_[at_]) & 0xC0) != 0x80;
    return count_;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t count_ = 0;
};

std::string answer_for(const Line& line, const std::vector<text::Mention>& mentions) {
  json::array list;
  CodePoints points(line.text);
  for (const auto& mention : mentions) {
    json::object one{{"start", points.before(mention.begin)}};
    one["end"] = points.before(mention.end);
    one["surface"] = std::string_view(line.text).substr(mention.begin, mention.end - mention.begin);
    one["kind"] = text::mention_kind_name(mention.kind);
    one["title"] = mention.name;
    if (mention.year) one["year"] = *mention.year;
    if (!mention.imdb.empty()) one["imdb_id"] = mention.imdb;
    one["score"] = std::round(mention.score * 1000) / 1000;
    list.push_back(std::move(one));
  }
  return json::serialize(json::object{{"id", line.id}, {"mentions", std::move(list)}});
}

std::vector<Line> read_lines(std::istream& in, std::ostream& errors, Boards& boards) {
  std::vector<Line> lines;
  std::size_t number = 0;
  for (std::string text; std::getline(in, text);) {
    ++number;
    if (trimmed(text).empty()) continue;
    if (auto line = read_line(text, boards)) {
      lines.push_back(std::move(*line));
    } else {
      errors << "link: line " << number << " is not a JSON object with a \"text\"; left out\n";
    }
  }
  return lines;
}

// Threads together, each in order of its turns.
std::vector<std::size_t> reading_order(const std::vector<Line>& lines) {
  std::vector<std::size_t> order(lines.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](auto one, auto other) {
    return std::tie(lines[one].thread, lines[one].turn) < std::tie(lines[other].thread, lines[other].turn);
  });
  return order;
}

}  // namespace

void link_lines(const text::Linker& linker, const ScenesOf& scenes_of, std::istream& in, std::ostream& out, std::ostream& errors) {
  Boards boards(linker);
  std::unordered_map<FilmId, film::SceneNames> scenes;
  auto lines = read_lines(in, errors, boards);
  const Line* before = nullptr;
  auto context = linker.context(std::nullopt);
  for (const auto at : reading_order(lines)) {
    auto& line = lines[at];
    const bool goes_on = before && !line.thread.empty() && before->thread == line.thread && before->board == line.board;
    if (!goes_on && (line.board || before)) context = linker.context(line.board);
    auto mentions = linker.link(line.text, context);
    if (line.board) {
      if (!scenes.contains(*line.board)) scenes.emplace(*line.board, scenes_of(*line.board));
      scenes.at(*line.board).add_to(mentions, line.text);
    }
    if (!line.thread.empty()) linker.remember(context, mentions);
    line.answer = answer_for(line, mentions);
    before = &line;
  }
  for (const auto& line : lines) out << line.answer << "\n";
}

}  // namespace rialto::app
