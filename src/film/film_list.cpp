#include "film/film_list.h"

#include <array>
#include <charconv>
#include <limits>

#include "base/strings.h"
#include "film/film_list.sql.h"
#include "film/film_row.h"

namespace rialto::film {

namespace {

constexpr std::array<std::string_view, 4> kOrders = {"title", "year", "known", "talked"};
constexpr std::int64_t kHighest = std::numeric_limits<std::int64_t>::max();

// Where a page ended: "ID", "ID.NUMBER" or "ID.NUMBER.SORT", the sort text last since it may hold dots.
struct Key {
  std::int64_t id = 0;
  std::int64_t number = 0;
  std::string sort;
};

std::optional<std::int64_t> number_of(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::optional<Key> key_of(std::string_view text) {
  const auto first = text.find('.');
  if (first == std::string_view::npos) return std::nullopt;
  const auto second = text.find('.', first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  const auto id = from_short_form(text.substr(0, first));
  const auto number = number_of(text.substr(first + 1, second - first - 1));
  if (!id || !number || !is_utf8(text)) return std::nullopt;
  return Key{*id, *number, std::string(text.substr(second + 1))};
}

std::string key_text(FilmId id, std::int64_t number, std::string_view sort) {
  return short_form(id) + "." + std::to_string(number) + "." + std::string(sort);
}

// Makes the list of one row more than asked for, whose presence says that something follows.
template <class Row, class KeyText>
FilmList list_of(std::vector<Row> rows, int limit, KeyText key_text_of) {
  FilmList list;
  const auto most = static_cast<std::size_t>(limit);
  if (rows.size() > most) {
    rows.resize(most);
    list.next = key_text_of(rows.back());
  }
  list.films = films_of(std::move(rows));
  return list;
}

template <class In>
In narrowed(In in, const FilmFilter& filter, int limit) {
  in.genre = filter.genre;
  in.country = filter.country;
  in.first_year = filter.decade.value_or(0);
  in.last_year = filter.decade.value_or(0) + 9;
  in.limit = limit + 1;
  return in;
}

FilmList by_title(Tx& tx, const FilmFilter& filter, const std::optional<Key>& key, int limit) {
  sql::films_by_sort::In in;
  if (key) in.sort_fold = key->sort, in.id = FilmId{key->id};
  return list_of(tx.rows<sql::films_by_sort>(narrowed(in, filter, limit)), limit,
                 [](const auto& row) { return key_text(row.id, 0, row.sort_fold); });
}

FilmList by_year(Tx& tx, const FilmFilter& filter, const std::optional<Key>& key, int limit) {
  sql::films_by_year::In in{.year = 100'000};
  if (key) in.year = key->number, in.sort_fold = key->sort, in.id = FilmId{key->id};
  return list_of(tx.rows<sql::films_by_year>(narrowed(in, filter, limit)), limit,
                 [](const auto& row) { return key_text(row.id, row.year.value_or(0), row.sort_fold); });
}

FilmList by_fame(Tx& tx, const FilmFilter& filter, const std::optional<Key>& key, int limit) {
  sql::films_by_fame::In in{.fame = kHighest, .id = FilmId{kHighest}};
  if (key) in.fame = key->number, in.id = FilmId{key->id};
  return list_of(tx.rows<sql::films_by_fame>(narrowed(in, filter, limit)), limit,
                 [](const auto& row) { return key_text(row.id, row.fame, ""); });
}

FilmList by_talk(Tx& tx, const FilmFilter& filter, const std::optional<Key>& key, int limit) {
  sql::films_by_talk::In in{.posts = kHighest, .id = FilmId{kHighest}};
  if (key) in.posts = key->number, in.id = FilmId{key->id};
  return list_of(tx.rows<sql::films_by_talk>(narrowed(in, filter, limit)), limit,
                 [](const auto& row) { return key_text(row.id, row.posts, ""); });
}

}  // namespace

std::string_view order_name(FilmOrder order) { return kOrders[static_cast<std::size_t>(order)]; }

std::optional<FilmOrder> order_named(std::string_view name) {
  for (std::size_t at = 0; at < kOrders.size(); ++at)
    if (kOrders[at] == name) return static_cast<FilmOrder>(at);
  return std::nullopt;
}

FilmList list_films(Tx& tx, const FilmFilter& filter, std::string_view after, int limit) {
  const auto key = key_of(after);
  switch (filter.order) {
    case FilmOrder::Title: return by_title(tx, filter, key, limit);
    case FilmOrder::Year: return by_year(tx, filter, key, limit);
    case FilmOrder::Talked: return by_talk(tx, filter, key, limit);
    case FilmOrder::Known: break;
  }
  return by_fame(tx, filter, key, limit);
}

std::vector<Counted> common_genres(Tx& tx, int limit) {
  std::vector<Counted> genres;
  for (auto& row : tx.rows<sql::genres_by_films>({.limit = limit})) genres.push_back({std::move(row.genre), row.films});
  return genres;
}

std::vector<Counted> common_countries(Tx& tx, int limit) {
  std::vector<Counted> countries;
  for (auto& row : tx.rows<sql::countries_by_films>({.limit = limit}))
    countries.push_back({std::move(row.country), row.films});
  return countries;
}

}  // namespace rialto::film
