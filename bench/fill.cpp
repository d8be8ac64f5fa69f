// bench_fill: a made-up site of a given size, the same for the same numbers. Prints what a benchmark asks for as JSON:
// addresses of its threads, tokens of signed-in members.
#include <CLI/CLI.hpp>
#include <array>
#include <boost/json.hpp>
#include <cstdint>
#include <iostream>
#include <random>
#include <string>
#include <vector>

#include "base/strings.h"
#include "db/db.h"
#include "film/facts.h"
#include "film/film.h"
#include "film/lexicon_source.h"
#include "film/people.h"
#include "member/member.sql.h"
#include "member/session.h"
#include "talk/board.h"
#include "talk/find_names.h"
#include "talk/imported.h"

namespace {

using namespace rialto;

struct Size {
  int members = 1000;
  int films = 400;
  int threads = 5000;
  int posts = 50;       // of each thread
  int long_thread = 0;  // posts of one more thread
  int credits = 200;    // of the first film
};

constexpr std::size_t kGroup = 100;  // threads in one transaction

// Words that a page of film talk is made of, so that it compresses as one does.
class Words {
 public:
  explicit Words(unsigned seed) : random_(seed) {}

  int below(int end) { return std::uniform_int_distribution<int>(0, end - 1)(random_); }

  std::string sentence() {
    std::string text;
    for (int words = 6 + below(12); words > 0; --words) {
      text += kWords[static_cast<std::size_t>(below(kWords.size()))];
      text += words == 1 ? ". " : " ";
    }
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
  }

  // Markdown as people write it: paragraphs, now and then a quote, emphasis or a veil.
  std::string post() {
    std::string text;
    if (below(4) == 0) text += "> " + sentence() + "\n\n";
    for (int paragraphs = 1 + below(3); paragraphs > 0; --paragraphs) {
      for (int sentences = 1 + below(4); sentences > 0; --sentences) text += sentence();
      if (below(5) == 0) text += "*" + sentence() + "*";
      if (below(12) == 0) text += " >!" + sentence() + "!<";
      text += "\n\n";
    }
    return text;
  }

 private:
  static constexpr std::array<std::string_view, 60> kWords = {
      "the",     "a",        "of",      "and",    "that",   "film",     "scene",   "light",   "camera", "silence",
      "score",   "ending",   "night",   "street", "window", "face",     "long",    "slow",    "waits",  "turns",
      "looks",   "leaves",   "returns", "never",  "always", "again",    "before",  "after",   "between", "shot",
      "cut",     "frame",    "sound",   "voice",  "story",  "director", "actor",   "picture", "screen", "house",
      "because", "although", "perhaps", "seems",  "felt",   "remember", "watched", "twice",   "first",  "last",
      "one",     "two",      "colour",  "shadow", "rain",   "train",    "letter",  "door",    "city",   "sea"};
  std::mt19937 random_;
};

class Site {
 public:
  Site(Db& db, const Size& size) : db_(db), size_(size) {}

  boost::json::object fill() {
    add_members();
    add_films();
    add_boards();
    add_threads();
    settle_names();
    return std::move(told_);
  }

 private:
  void add_members() {
    boost::json::array sessions;
    db_.write([&](Tx& tx) {
      for (int number = 0; number < size_.members; ++number) {
        const std::string name = "Reader" + std::to_string(number);
        const auto id = make_id<MemberId>();
        tx.run<sql::member_add>({.id = id,
                                 .kind = 1,
                                 .name = name,
                                 .name_fold = "reader" + std::to_string(number),
                                 .skeleton = "bench " + std::to_string(number),
                                 .role = 0,
                                 .state = 0,
                                 .email = "",
                                 .email_fold = "",
                                 .password = "",
                                 .introduction = "",
                                 .origin = "",
                                 .created = now()});
        members_.push_back(id);
        sessions.emplace_back(member::begin_session(tx, id, "bench", now()));
      }
    });
    told_["sessions"] = std::move(sessions);
  }

  film::FilmFacts film_facts(int number) {
    static constexpr std::array<const char*, 6> kGenres = {"Drama", "Crime", "Comedy", "Horror", "Romance", "Western"};
    film::FilmFacts facts{.title = "Film number " + std::to_string(number), .year = 1930 + number % 90, .minutes = 100};
    facts.line = words_.sentence();
    facts.countries = {number % 2 ? "US" : "FR"};
    facts.genres = {kGenres[static_cast<std::size_t>(number) % kGenres.size()]};
    const int cast = number == 0 ? size_.credits - 1 : 3;
    facts.credits.push_back({.name = "Director " + std::to_string(number % 900), .department = film::Department::Direction});
    for (int actor = 0; actor < cast; ++actor)
      facts.credits.push_back({.name = "Actor " + std::to_string((number * 3 + actor) % 9000),
                               .department = film::Department::Cast,
                               .character = "Part " + std::to_string(actor)});
    return facts;
  }

  void add_films() {
    constexpr int kFilms = 2000;  // in one transaction
    for (int from = 0; from < size_.films; from += kFilms)
      db_.write([&](Tx& tx) {
        for (int number = from; number < std::min(size_.films, from + kFilms); ++number) {
          auto facts = film_facts(number);
          film::resolve_people(tx, facts.credits, {}, now());
          const auto id = film::insert_film(tx, facts, {.source = "bench", .fame = size_.films - number, .at = now()});
          if (films_.size() < 100) films_.push_back(id);
        }
      });
    db_.read([&](Tx& tx) { told_["film"] = "/film/" + film::read_film(tx, films_.front())->slug; });
  }

  void add_boards() {
    db_.write([&](Tx& tx) {
      boards_.push_back(*talk::add_general_board(tx, {.slug = "lobby", .title = "The lobby", .about = "All else."}));
      for (const auto film : films_) boards_.push_back(talk::board_for(tx, film));
    });
    told_["board"] = "/board/lobby";
  }

  // All texts count as read for names, as on a site that stands: nothing is found in these words.
  void settle_names() {
    db_.write([](Tx& tx) {
      talk::read_again(tx, film::catalogue_state(tx), now());
      while (talk::are_more_to_come(tx)) talk::make_more_due(tx);
      tx.connection().script("DELETE FROM names_due");
    });
  }

  talk::ImportedThread thread(int posts) {
    talk::ImportedThread made{.board = boards_[static_cast<std::size_t>(words_.below(static_cast<int>(boards_.size())))],
                              .title = words_.sentence()};
    for (int number = 0; number < posts; ++number) {
      const Time at{Time{1'600'000'000'000'000}.micros + std::int64_t{number} * 3'600'000'000};
      made.posts.push_back({.id = make_id<PostId>(),
                            .parent = number == 0 || words_.below(3) == 0
                                          ? std::nullopt
                                          : std::optional(static_cast<std::size_t>(words_.below(number))),
                            .author = members_[static_cast<std::size_t>(words_.below(size_.members))],
                            .dated = iso_text(at),
                            .body = words_.post()});
    }
    return made;
  }

  std::string address(ThreadId id, std::string_view title) {
    return "/thread/" + short_form(id) + "/" + slug_of(title);
  }

  void add_threads() {
    boost::json::array threads;
    for (int left = size_.threads; left > 0; left -= static_cast<int>(kGroup)) {
      std::vector<talk::ImportedThread> group;
      for (int number = 0; number < std::min(left, static_cast<int>(kGroup)); ++number) group.push_back(thread(size_.posts));
      db_.write([&](Tx& tx) {
        for (const auto& one : group) threads.emplace_back(address(talk::add_imported_thread(tx, one), one.title));
      });
    }
    if (size_.long_thread > 0) {
      const auto one = thread(size_.long_thread);
      db_.write([&](Tx& tx) { told_["long"] = address(talk::add_imported_thread(tx, one), one.title); });
    }
    told_["threads"] = std::move(threads);
  }

  Db& db_;
  Size size_;
  Words words_{42};
  std::vector<MemberId> members_;
  std::vector<FilmId> films_;
  std::vector<BoardId> boards_;
  boost::json::object told_;
};

}  // namespace

int main(int count, char** words) {
  CLI::App app("Fills a database with a made-up site and prints its addresses and sessions as JSON");
  std::string database;
  Size size;
  app.add_option("database", database, "A file, or postgresql://…")->required();
  app.add_option("--members", size.members);
  app.add_option("--films", size.films);
  app.add_option("--threads", size.threads);
  app.add_option("--posts", size.posts, "Posts of each thread");
  app.add_option("--long", size.long_thread, "Posts of one more thread");
  CLI11_PARSE(app, count, words);
  const auto db = Db::open(database);
  std::cout << Site(*db, size).fill() << "\n";
}
