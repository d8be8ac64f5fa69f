#include "web/film_links.h"

#include <charconv>
#include <utility>

#include "base/strings.h"
#include "film/film.h"

namespace rialto::web {

namespace {

struct Named {
  std::string title;
  std::optional<int> year;
};

// "Heat (1995)" → Heat, 1995
Named named(std::string_view name) {
  const auto words = trimmed(name);
  const auto open = words.rfind('(');
  if (open == std::string_view::npos || !words.ends_with(')')) return {std::string(words), std::nullopt};
  const auto inner = words.substr(open + 1, words.size() - open - 2);
  int year = 0;
  const auto [end, problem] = std::from_chars(inner.data(), inner.data() + inner.size(), year);
  if (problem != std::errc() || end != inner.data() + inner.size()) return {std::string(words), std::nullopt};
  return {std::string(trimmed(words.substr(0, open))), year};
}

std::optional<film::Film> film_named(Tx& tx, std::string_view name) {
  const auto [title, year] = named(name);
  std::optional<film::Film> only;
  for (auto& film : film::films_titled(tx, title)) {
    if (year && film.year != year) continue;
    if (only) return std::nullopt;
    only = std::move(film);
  }
  return only;
}

}  // namespace

FilmLinks::FilmLinks(Tx& tx, const std::vector<std::string>& names) {
  std::size_t asked = 0;
  for (const auto& name : names) {
    if (films_.contains(name)) continue;
    if (++asked > kLimit) return;
    if (const auto film = film_named(tx, name))
      films_[name] = {film->id, {.address = "/film/" + film->slug, .title = film::full_title(*film)}};
  }
}

std::optional<text::FilmLink> FilmLinks::find(std::string_view name) const {
  auto known = find_known(name);
  return known ? std::optional(std::move(known->link)) : std::nullopt;
}

std::optional<FilmLinks::Known> FilmLinks::find_known(std::string_view name) const {
  const auto found = films_.find(name);
  if (found == films_.end()) return std::nullopt;
  return found->second;
}

}  // namespace rialto::web
