#include "film/film_list.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <tuple>
#include <unordered_map>

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

// ---- narrow lists ----------------------------------------------------------------------------------------------------
// A filter that few films pass is read whole and put in order here: walking an order's index for it would look at every
// film (100 ms at 123,035 films).

constexpr std::int64_t kFew = 4'000;

struct FilmKey {
  FilmId id;
  std::string sort;
  std::int64_t year = 0;  // 0: not known
  std::int64_t fame = 0;
};

template <class Row>
std::vector<FilmKey> keys_of(std::vector<Row> rows) {
  std::vector<FilmKey> keys;
  keys.reserve(rows.size());
  for (auto& row : rows) keys.push_back({row.id, std::move(row.sort_fold), row.year.value_or(0), row.fame});
  return keys;
}

// The films behind the filter that lets the fewest pass; nothing if even that are many.
std::optional<std::vector<FilmKey>> few_films(Tx& tx, const FilmFilter& filter) {
  const std::int64_t first = filter.decade.value_or(0), last = first + 9;
  const auto few = [](std::int64_t size) { return size <= kFew; };
  if (!filter.genre.empty() && few(tx.row<sql::genre_size>({.genre = filter.genre, .most = kFew + 1})->films))
    return keys_of(tx.rows<sql::film_keys_by_genre>(
        {.genre = filter.genre, .country = filter.country, .first_year = first, .last_year = last}));
  if (!filter.country.empty() && few(tx.row<sql::country_size>({.country = filter.country, .most = kFew + 1})->films))
    return keys_of(tx.rows<sql::film_keys_by_country>(
        {.genre = filter.genre, .country = filter.country, .first_year = first, .last_year = last}));
  if (!filter.decade) return std::nullopt;
  // With a genre or a country beside them, years are sought further along an order before a page is full.
  const std::int64_t most = filter.genre.empty() && filter.country.empty() ? kFew : 2 * kFew;
  if (tx.row<sql::years_size>({.first_year = first, .last_year = last, .most = most + 1})->films > most)
    return std::nullopt;
  return keys_of(tx.rows<sql::film_keys_by_years>(
      {.genre = filter.genre, .country = filter.country, .first_year = first, .last_year = last}));
}

bool stands_before(const FilmKey& one, const FilmKey& other, FilmOrder order) {
  if (order == FilmOrder::Known) return std::tie(other.fame, other.id) < std::tie(one.fame, one.id);
  if (order == FilmOrder::Year && one.year != other.year) return one.year > other.year;
  return std::tie(one.sort, one.id) < std::tie(other.sort, other.id);
}

std::int64_t number_in_key(const FilmKey& key, FilmOrder order) {
  if (order == FilmOrder::Known) return key.fame;
  return order == FilmOrder::Year ? key.year : 0;
}

FilmList narrow_list(Tx& tx, std::vector<FilmKey> keys, FilmOrder order, const std::optional<Key>& after, int limit) {
  const auto before = [order](const FilmKey& one, const FilmKey& other) { return stands_before(one, other, order); };
  if (order == FilmOrder::Year) std::erase_if(keys, [](const auto& key) { return key.year == 0; });
  std::sort(keys.begin(), keys.end(), before);
  auto first = keys.begin();
  if (after) first = std::upper_bound(keys.begin(), keys.end(), FilmKey{FilmId{after->id}, after->sort, after->number, after->number}, before);
  const auto last = keys.end() - first > limit ? first + limit : keys.end();
  FilmList list;
  if (last != keys.end()) {
    const auto& key = *(last - 1);
    list.next = key_text(key.id, number_in_key(key, order), order == FilmOrder::Known ? "" : key.sort);
  }
  std::vector<FilmId> ids;
  std::unordered_map<FilmId, std::size_t> places;
  for (auto key = first; key != last; ++key) {
    places[key->id] = ids.size();
    ids.push_back(key->id);
  }
  list.films = films_with_ids(tx, ids);
  std::sort(list.films.begin(), list.films.end(), [&](const auto& one, const auto& other) { return places[one.id] < places[other.id]; });
  return list;
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
  if (filter.order != FilmOrder::Talked)
    if (auto few = few_films(tx, filter)) return narrow_list(tx, std::move(*few), filter.order, key, limit);
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
