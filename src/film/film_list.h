// Lists of films by filters, in an order that has a name, paged by key.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/db.h"
#include "film/film.h"

namespace rialto::film {

// Title: without the article, A first. Year: the newest first; films whose year isn't known are left out. Known: by how
// well known a film is. Talked: by the posts on its board; films without any are left out.
enum class FilmOrder { Title, Year, Known, Talked };

// "title", "year", "known", "talked": as addresses carry them.
std::string_view order_name(FilmOrder order);
std::optional<FilmOrder> order_named(std::string_view name);

struct FilmFilter {
  std::optional<int> decade;  // 1990
  std::string genre;
  std::string country;
  FilmOrder order = FilmOrder::Known;
};

struct FilmList {
  std::vector<Film> films;
  std::string next;  // hand it over as `after` for what follows; "" at the end
};

// `after` is "" or what an earlier list gave as `next`; anything else starts at the beginning.
FilmList list_films(Tx& tx, const FilmFilter& filter, std::string_view after, int limit);

struct Counted {
  std::string name;
  std::int64_t films = 0;
};

// The genres and countries with most films, for the filters' choices; at most `limit`.
std::vector<Counted> common_genres(Tx& tx, int limit);
std::vector<Counted> common_countries(Tx& tx, int limit);

}  // namespace rialto::film
