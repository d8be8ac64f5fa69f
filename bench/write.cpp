// bench_write: replies through talk's one door, durable when answered, beside the bare database doing the same inserts
// with the same grouping. In alternating rounds; prints medians as JSON lines.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <atomic>
#include <boost/json.hpp>
#include <chrono>
#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "base/digest.h"
#include "db/db.h"
#include "db/postgres_connection.h"
#include "db/sqlite_connection.h"
#include "member/member.h"
#include "talk/board.h"
#include "talk/board.sql.h"
#include "talk/post.sql.h"
#include "talk/thread.sql.h"
#include "talk/tree.h"
#include "talk/write.h"

namespace {

using namespace rialto;
using Clock = std::chrono::steady_clock;

constexpr int kRounds = 3;
constexpr std::size_t kMostGrouped = 64;  // as db/sqlite.cpp
constexpr int kMostConnections = 16;      // as db/postgres.cpp
constexpr int kPlaces = 256;

const std::string kWords =
    "The scene in the coffee shop is the one that I come back to: two people who know that they can't both go home, "
    "and nothing is said that isn't meant. Watch the hands.\n\nAnd then the *light* in the window behind them, twice.";

// Where one writer writes: a thread of their own.
struct Place {
  MemberId member;
  BoardId board;
  ThreadId thread;
  std::int64_t next_number = 2;
};

std::vector<Place> make_places(Db& db, const std::string& name) {
  return db.write([&](Tx& tx) {
    std::vector<Place> places;
    BoardId board;
    for (int number = 0; number < kPlaces; ++number) {
      const auto title = name + " " + std::to_string(number);
      if (number % 4 == 0) board = *talk::add_general_board(tx, {.slug = name + std::to_string(number), .title = title});
      const auto member = member::ghost_for(tx, "bench", title, now());
      const auto begun = std::get<talk::Written>(
          talk::start_thread(tx, {.member = member}, {.board = board, .title = title, .body = kWords, .form = title}));
      places.push_back({.member = member, .board = board, .thread = begun.thread});
    }
    return places;
  });
}

// What talk::reply writes, without what it asks first.
void write_bare(Tx& tx, Place& place) {
  const auto at = now();
  const auto post = make_id<PostId>();
  const auto number = place.next_number++;
  tx.run<sql::post_add>({.thread = place.thread,
                         .id = post,
                         .number = number,
                         .rank = number * talk::kRankGap,
                         .depth = 0,
                         .author = place.member,
                         .dated = iso_text(at),
                         .state = 0,
                         .body = kWords,
                         .signature = "",
                         .created = at});
  tx.run<sql::thread_grow>({.thread = place.thread, .last_post = post, .last_author = place.member, .at = at});
  tx.run<sql::board_grow>({.board = place.board, .threads = 0, .posts = 1, .at = at});
  tx.run<sql::sent_add>({.digest = digest({short_form(post)}), .thread = place.thread, .post = post, .at = at});
}

void write_at_the_door(Db& db, const Place& place) {
  static std::atomic<int> forms{0};
  const auto form = std::to_string(++forms);
  const auto written = db.write([&](Tx& tx) {
    return talk::reply(tx, {.member = place.member}, {.thread = place.thread, .parent = {}, .body = kWords, .form = form});
  });
  if (!std::holds_alternative<talk::Written>(written)) throw std::runtime_error("bench: a reply was refused");
}

// How many a second: `work(writer)` again and again in so many threads; it says how many it did.
double rate_of(int writers, double seconds, const std::function<std::size_t(int)>& work) {
  std::atomic<std::size_t> done{0};
  const auto begun = Clock::now();
  const auto until = begun + std::chrono::duration<double>(seconds);
  std::vector<std::thread> threads;
  for (int writer = 0; writer < writers; ++writer)
    threads.emplace_back([&, writer] {
      while (Clock::now() < until) done += work(writer);
    });
  for (auto& thread : threads) thread.join();
  return static_cast<double>(done) / std::chrono::duration<double>(Clock::now() - begun).count();
}

std::size_t transaction(Connection& connection, const char* begin, std::vector<Place>& places, std::size_t first,
                        std::size_t count) {
  connection.script(begin);
  Tx tx(connection);
  for (std::size_t place = 0; place < count; ++place) write_bare(tx, places[(first + place) % places.size()]);
  connection.script("COMMIT");
  return count;
}

// SQLite: one connection, as many in a commit as would wait for it. PostgreSQL: a transaction each, in as many
// connections as Rialto opens; places are far enough apart that none waits for another's board.
double bare(const std::string& database, std::vector<Place>& places, int writers, double seconds) {
  if (database.find("://") == std::string::npos) {
    SqliteConnection connection(database, SqliteConnection::Access::Write);
    const auto group = std::min<std::size_t>(static_cast<std::size_t>(writers), kMostGrouped);
    std::size_t next = 0;
    return rate_of(1, seconds, [&](int) {
      next += group;
      return transaction(connection, "BEGIN IMMEDIATE", places, next, group);
    });
  }
  std::vector<std::unique_ptr<PostgresConnection>> connections;
  for (int open = 0; open < std::min(writers, kMostConnections); ++open)
    connections.push_back(std::make_unique<PostgresConnection>(database));
  return rate_of(static_cast<int>(connections.size()), seconds, [&](int writer) {
    return transaction(*connections[static_cast<std::size_t>(writer)], "BEGIN", places,
                       static_cast<std::size_t>(writer) * kPlaces / kMostConnections, 1);
  });
}

double median(std::vector<double> numbers) {
  std::sort(numbers.begin(), numbers.end());
  return numbers[numbers.size() / 2];
}

}  // namespace

int main(int count, char** words) {
  CLI::App app("Replies through the door beside the bare database");
  std::string database;
  double seconds = 2;
  app.add_option("database", database, "A file, or postgresql://…")->required();
  app.add_option("--seconds", seconds, "Of each round");
  CLI11_PARSE(app, count, words);
  const auto db = Db::open(database);
  auto bare_places = make_places(*db, "bare"), door_places = make_places(*db, "door");
  for (const int writers : {1, 16, 256}) {
    std::vector<double> bare_rates, door_rates, ratios;
    for (int round = 0; round < kRounds; ++round) {
      bare_rates.push_back(bare(database, bare_places, writers, seconds));
      door_rates.push_back(rate_of(writers, seconds, [&](int writer) {
        // Far apart, as the bare ones are.
        write_at_the_door(*db, door_places[static_cast<std::size_t>(writer) * (kPlaces / kMostConnections + 1) % kPlaces]);
        return std::size_t{1};
      }));
      ratios.push_back(door_rates.back() / bare_rates.back());
    }
    std::cout << boost::json::object{{"writers", writers},
                                     {"bare", median(bare_rates)},
                                     {"door", median(door_rates)},
                                     {"ratio", median(ratios)}}
              << std::endl;
  }
}
