// bench_uncached: what it takes to make a page that is not kept, without sockets and compression: find its handler,
// read, order, render, fill the hole. Prints a JSON line for each address: microseconds of CPU, the texts rendered anew
// ("rendered"), with the HTML of texts kept ("kept"), and with the page kept from before somebody wrote elsewhere ("again").
#include <malloc.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <boost/json.hpp>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "db/db.h"
#include "member/setting.h"
#include "web/dispatch.h"
#include "web/parser.h"
#include "web/router.h"
#include "web/routes.h"
#include "web/site.h"

namespace {

using namespace rialto;

constexpr int kRounds = 7;

double cpu_micros() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_nsec) / 1e3;
}

class Asking {
 public:
  Asking(Db& db, web::SiteMemory memory)
      : db_(db), site_(db, memory, picture::Folder(std::filesystem::temp_directory_path() / "no-pictures"), names_), router_(web::routes_of(site_)), dispatch_(router_, web::plain_error_page) {}

  // Throws if the page isn't there.
  void ask(const std::string& address) {
    web::Request request;
    web::RequestParser parser({});
    parser.begin(request);
    parser.read_head("GET " + address + " HTTP/1.1\r\nHost: bench\r\n\r\n");
    auto plan = dispatch_.plan(request);
    if (!plan.route) throw std::runtime_error("bench: no route for " + address);
    const auto response = dispatch_.run(*plan.route, request);
    if (response.status != web::Status::Ok) throw std::runtime_error("bench: no page at " + address);
  }

  // Somebody writes what is on no page.
  void write_elsewhere() {
    db_.write([&](Tx& tx) { member::write_setting(tx, "bench.written", std::to_string(++written_)); });
  }

  // The median of some rounds, without what `before_each` takes.
  template <class Before>
  double micros(const std::string& address, int times, Before before_each) {
    ask(address);
    std::vector<double> rounds;
    for (int round = 0; round < kRounds; ++round) {
      double sum = 0;
      for (int time = 0; time < times; ++time) {
        before_each();
        const double before = cpu_micros();
        ask(address);
        sum += cpu_micros() - before;
      }
      rounds.push_back(sum / times);
    }
    std::sort(rounds.begin(), rounds.end());
    return rounds[kRounds / 2];
  }

 private:
  Db& db_;
  int written_ = 0;
  film::NamesKnown names_{std::filesystem::temp_directory_path() / "no-names"};
  web::Site site_;
  web::Router router_;
  web::Dispatch dispatch_;
};

}  // namespace

int main(int count, char** words) {
  mallopt(M_TRIM_THRESHOLD, 8 << 20);  // as rialto serve
  mallopt(M_MMAP_THRESHOLD, 8 << 20);
  CLI::App app("CPU of pages that are not kept");
  std::string database;
  std::vector<std::string> addresses;
  int times = 100;
  app.add_option("database", database, "A file, or postgresql://…")->required();
  app.add_option("addresses", addresses)->required();
  app.add_option("--times", times, "How often a page is asked for in one round");
  CLI11_PARSE(app, count, words);
  const auto db = Db::open(database);
  constexpr std::size_t kRoom = std::size_t{64} << 20;
  Asking anew(*db, {.pages = 0, .texts = 0}), kept(*db, {.pages = 0, .texts = kRoom}), again(*db, {.pages = kRoom, .texts = kRoom});
  const auto nothing = [] {};
  for (const auto& address : addresses)
    std::cout << boost::json::object{{"address", address},
                                     {"rendered", anew.micros(address, times, nothing)},
                                     {"kept", kept.micros(address, times, nothing)},
                                     {"again", again.micros(address, times, [&] { again.write_elsewhere(); })}}
              << std::endl;
}
