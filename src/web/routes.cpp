#include "web/routes.h"

#include "db/db.h"
#include "web/page_front.h"
#include "web/page_plain.h"
#include "web/visit.h"

namespace rialto::web {

namespace {

// PostgreSQL is waited for, so every handler is slow on it. What writes waits for the disk.
class Table {
 public:
  explicit Table(Site& site)
      : site_(site), reading_(site.db().engine() == Engine::Postgres ? Speed::Slow : Speed::Quick) {}

  using Page = Response (*)(Visit&);

  void get(std::string pattern, Page page) { add(Method::Get, std::move(pattern), page, reading_); }
  void get_slow(std::string pattern, Page page) { add(Method::Get, std::move(pattern), page, Speed::Slow); }
  void post(std::string pattern, Page page) { add(Method::Post, std::move(pattern), page, Speed::Slow); }
  // For what needs no visit: nothing is looked up.
  void get_plain(std::string pattern, Handler handler) {
    rows_.push_back({.method = Method::Get, .pattern = std::move(pattern), .handler = std::move(handler)});
  }

  std::vector<Route> take() { return std::move(rows_); }

 private:
  void add(Method method, std::string pattern, Page page, Speed speed) {
    auto handler = [&site = site_, page](const Request& request) {
      auto visit = begin_visit(site, request);
      return page(visit);
    };
    rows_.push_back({.method = method, .pattern = std::move(pattern), .handler = std::move(handler), .speed = speed});
  }

  Site& site_;
  Speed reading_;
  std::vector<Route> rows_;
};

}  // namespace

std::vector<Route> routes_of(Site& site) {
  Table table(site);

  // The house
  table.get("/", front_page);
  table.get("/about", about_page);
  table.get("/help", help_page);
  table.post("/lights", turn_lights);
  table.get_plain("/assets/{name}", asset);
  table.get_plain("/robots.txt", robots);
  table.get_plain("/healthy", healthy);

  return table.take();
}

}  // namespace rialto::web
