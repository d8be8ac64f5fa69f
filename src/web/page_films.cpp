#include "web/page_films.h"

#include <charconv>

#include "db/db.h"
#include "film/film_list.h"
#include "film/place_name.h"
#include "say/film.h"
#include "text/escape.h"
#include "web/film_card.h"
#include "web/pages/film.html.h"
#include "web/pieces.h"
#include "web/view/film.h"
#include "web/visit.h"

namespace rialto::web {

namespace {

constexpr int kFilms = 60;  // whole rows of two to six, ten and twelve
constexpr int kFirstDecade = 1890;

struct Read {
  film::FilmList list;
  std::vector<view::Card> cards;
};

film::FilmFilter filter_of(const Request& request) {
  film::FilmFilter filter{.genre = std::string(request.query.get("genre")),
                          .country = std::string(request.query.get("country"))};
  const auto decade = request.query.get("decade");
  int year = 0;
  const auto [end, error] = std::from_chars(decade.data(), decade.data() + decade.size(), year);
  if (error == std::errc() && year >= kFirstDecade && year < 2100) filter.decade = year / 10 * 10;
  filter.order = film::order_named(request.query.get("sort")).value_or(film::FilmOrder::Known);
  return filter;
}

Read read_films(Db& db, const film::FilmFilter& filter, std::string_view after) {
  return db.read([&](Tx& tx) {
    Read read{.list = film::list_films(tx, filter, after, kFilms)};
    read.cards = cards_of(tx, read.list.films);
    return read;
  });
}

view::Select decades(const film::FilmFilter& filter, Time now, Language language) {
  view::Select select{.name = "decade", .label = std::string(say::film::decade(language)), .options = {}};
  select.options.push_back({"", std::string(say::film::any_decade(language)), !filter.decade});
  for (int decade = std::stoi(iso_text(now).substr(0, 3)) * 10; decade >= kFirstDecade; decade -= 10)
    select.options.push_back({std::to_string(decade), say::film::decade_of(language, std::to_string(decade)), filter.decade == decade});
  return select;
}

// What a list can be narrowed by besides decades.
struct Narrowing {
  const char* name;
  std::string_view (*label)(Language);
  std::string_view (*any)(Language);
  std::string (*spoken)(std::string_view, Language);
};
constexpr Narrowing kGenre = {"genre", say::film::genre, say::film::any_genre, film::genre_name};
constexpr Narrowing kCountry = {"country", say::film::country, say::film::any_country, film::country_name};

view::Select choices(const Narrowing& by, const std::vector<film::Counted>& counted, const std::string& chosen, Language language) {
  view::Select select{.name = by.name, .label = std::string(by.label(language))};
  select.options.push_back({"", std::string(by.any(language)), chosen.empty()});
  bool among = chosen.empty();
  for (const auto& each : counted) {
    select.options.push_back({each.name, by.spoken(each.name, language), each.name == chosen});
    among = among || each.name == chosen;
  }
  if (!among) select.options.push_back({chosen, by.spoken(chosen, language), true});
  return select;
}

view::Select orders(film::FilmOrder chosen, Language language) {
  using film::FilmOrder;
  view::Select select{.name = "sort", .label = std::string(say::film::order(language))};
  for (const auto& [order, words] : {std::pair{FilmOrder::Known, say::film::best_known_first(language)}, {FilmOrder::Talked, say::film::most_talked(language)},
                                     {FilmOrder::Title, say::film::by_title(language)}, {FilmOrder::Year, say::film::newest_first(language)}})
    select.options.push_back({std::string(film::order_name(order)), std::string(words), order == chosen});
  return select;
}

std::string heading_of(const film::FilmFilter& filter, Language language) {
  std::string heading(say::film::films(language));
  if (!filter.genre.empty()) heading = say::film::films_of_genre(language, film::genre_name(filter.genre, language));
  if (!filter.country.empty()) heading = say::film::films_from(language, heading, film::country_name(filter.country, language));
  if (filter.decade) heading = say::film::films_of_decade(language, heading, std::to_string(*filter.decade));
  return heading;
}

std::string summary_of(film::FilmOrder order, std::int64_t films, Language language) {
  switch (order) {
    case film::FilmOrder::Title: return say::film::shelf_title(language, films);
    case film::FilmOrder::Year: return say::film::shelf_year(language, films);
    case film::FilmOrder::Talked: return say::film::shelf_talked(language, films);
    case film::FilmOrder::Known: break;
  }
  return say::film::shelf_known(language, films);
}

std::string address_of(const film::FilmFilter& filter) {
  std::string address = "/films?sort=" + std::string(film::order_name(filter.order));
  if (filter.decade) address += "&decade=" + std::to_string(*filter.decade);
  for (const auto& [name, value] : {std::pair<const char*, const std::string&>{"genre", filter.genre}, {"country", filter.country}}) {
    if (value.empty()) continue;
    address += std::string("&") + name + "=";
    text::append_query(address, value);
  }
  return address;
}

// Pages follow one another by key, so there is a next one and the beginning, and no numbers.
view::Pager pager_of(const std::string& address, bool begun, const std::string& next, Language language) {
  view::Pager pager;
  if (!begun && next.empty()) return pager;
  if (begun) pager.pages.push_back({std::string(say::film::from_the_beginning(language)), address});
  else pager.pages.push_back({"1", "", true});
  if (!next.empty()) {
    pager.next = address + "&after=";
    text::append_query(pager.next, next);
  }
  return pager;
}

}  // namespace

Response films_page(Visit& visit) {
  const auto filter = filter_of(visit.request);
  const auto after = visit.request.query.get("after");
  auto read = read_films(visit.db(), filter, after);
  const auto shelves = visit.site.shelves();
  view::Films page;
  page.heading = heading_of(filter, visit.language);
  page.frame = frame_of(visit, page.heading, "films");
  page.frame.indexed = after.empty();
  page.summary = summary_of(filter.order, shelves->films, visit.language);
  page.filters = {decades(filter, visit.minute, visit.language), choices(kGenre, shelves->genres, filter.genre, visit.language),
                  choices(kCountry, shelves->countries, filter.country, visit.language), orders(filter.order, visit.language)};
  page.cards = std::move(read.cards);
  page.pager = pager_of(address_of(filter), !after.empty(), read.list.next, visit.language);
  return show(visit, pages::films(visit.language, page));
}

}  // namespace rialto::web
