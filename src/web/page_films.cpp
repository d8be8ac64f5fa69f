#include "web/page_films.h"

#include <charconv>

#include "db/db.h"
#include "film/film_list.h"
#include "film/place_name.h"
#include "text/escape.h"
#include "web/film_card.h"
#include "web/pages/film.html.h"
#include "web/pieces.h"
#include "web/view/film.h"
#include "web/visit.h"

namespace rialto::web {

namespace {

constexpr int kFilms = 48;
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

view::Select decades(const film::FilmFilter& filter, Time at) {
  view::Select select{.name = "decade", .label = "Decade", .options = {{"", "Any decade", !filter.decade}}};
  for (int decade = std::stoi(iso_text(at).substr(0, 3)) * 10; decade >= kFirstDecade; decade -= 10)
    select.options.push_back({std::to_string(decade), std::to_string(decade) + "s", filter.decade == decade});
  return select;
}

view::Select choices(std::string name, std::string label, std::string any, const std::vector<film::Counted>& counted,
                     const std::string& chosen, std::string (*spoken)(std::string_view)) {
  view::Select select{.name = std::move(name), .label = std::move(label)};
  select.options.push_back({"", std::move(any), chosen.empty()});
  bool among = chosen.empty();
  for (const auto& each : counted) {
    select.options.push_back({each.name, spoken(each.name), each.name == chosen});
    among = among || each.name == chosen;
  }
  if (!among) select.options.push_back({chosen, spoken(chosen), true});
  return select;
}

view::Select orders(film::FilmOrder chosen) {
  using film::FilmOrder;
  view::Select select{.name = "sort", .label = "Order"};
  for (const auto& [order, words] : {std::pair{FilmOrder::Known, "Best known first"}, {FilmOrder::Talked, "Most talked about"},
                                     {FilmOrder::Title, "By title"}, {FilmOrder::Year, "Newest first"}})
    select.options.push_back({std::string(film::order_name(order)), words, order == chosen});
  return select;
}

std::string heading_of(const film::FilmFilter& filter) {
  std::string heading = filter.genre.empty() ? "Films" : filter.genre + " films";
  if (!filter.country.empty()) heading += " from " + film::country_name(filter.country);
  if (filter.decade) heading += " of the " + std::to_string(*filter.decade) + "s";
  if (!filter.genre.empty() && heading.front() >= 'a' && heading.front() <= 'z') heading.front() -= 32;
  return heading;
}

std::string order_words(film::FilmOrder order) {
  switch (order) {
    case film::FilmOrder::Title: return "by title";
    case film::FilmOrder::Year: return "the newest first, without those whose year isn't known";
    case film::FilmOrder::Talked: return "the most talked about first, those without talk left out";
    case film::FilmOrder::Known: break;
  }
  return "the best known first";
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
view::Pager pager_of(const std::string& address, bool begun, const std::string& next) {
  view::Pager pager;
  if (!begun && next.empty()) return pager;
  if (begun) pager.pages.push_back({"From the beginning", address});
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
  page.heading = heading_of(filter);
  page.frame = frame_of(visit, page.heading, "films");
  page.frame.indexed = after.empty();
  page.summary = with_thousands(shelves->films) + " films in the catalogue, " + order_words(filter.order);
  const auto as_it_is = [](std::string_view text) { return std::string(text); };
  page.filters = {decades(filter, now()), choices("genre", "Genre", "Any genre", shelves->genres, filter.genre, as_it_is),
                  choices("country", "Country", "Any country", shelves->countries, filter.country, film::country_name),
                  orders(filter.order)};
  page.cards = std::move(read.cards);
  page.pager = pager_of(address_of(filter), !after.empty(), read.list.next);
  return show(visit, pages::films(page));
}

}  // namespace rialto::web
