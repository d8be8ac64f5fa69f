#include "app/sample.h"

#include <algorithm>
#include <boost/json.hpp>
#include <stdexcept>
#include <vector>

#include "app/commands.h"
#include "base/strings.h"
#include "base/time.h"
#include "db/db.h"
#include "film/film.h"
#include "member/account.h"
#include "member/password.h"
#include "talk/board.h"
#include "talk/imported.h"
#include "talk/moderation.h"
#include "talk/write.h"
#include "text/markup.h"

namespace rialto::app {

namespace {

namespace json = boost::json;

constexpr const char* kSource = "sample";
constexpr double kDay = 86'400;
constexpr std::int64_t kJustNow = 600;  // seconds: nothing is said later than that before now

std::string text_in(const json::object& line, const char* key) {
  const auto* const value = line.if_contains(key);
  return value ? json::value_to<std::string>(*value) : "";
}

double number_in(const json::object& line, const char* key, double otherwise) {
  const auto* const value = line.if_contains(key);
  return value ? value->to_number<double>() : otherwise;
}

// A post as it is told, and when it was written.
struct Told {
  const json::object& post;
  Time at;
};

class Sample {
 public:
  Sample(Db& db, const std::string& password) : db_(db), password_(password), start_(now()) {}

  void add(const json::object& line) {
    if (line.contains("member")) return add_member(line);
    if (line.contains("board") && !line.contains("thread")) return add_board(line);
    if (line.contains("thread")) return add_thread(line);
    if (line.contains("review")) return add_review(line);
    throw std::runtime_error("it is no member, board, thread or review");
  }

  const SampleAdded& added() const { return added_; }

 private:
  void add_member(const json::object& line) {
    const auto name = text_in(line, "member");
    const auto role = member::role_named(text_in(line, "role")).value_or(member::Role::Member);
    const bool first = !admin_;
    auto id = find(name);
    if (!id) {
      const member::SignUp form{.name = name, .password = first ? password_ : member::made_password()};
      const auto made = member::add_member(db_, form, role, start_);
      if (const auto* refused = std::get_if<member::AccountRefused>(&made))
        throw std::runtime_error(std::string(member::sentence_of(*refused, Language::English)));
      id = std::get<MemberId>(made);
      db_.write([&](Tx& tx) { member::change_words(tx, *id, text_in(line, "signature"), text_in(line, "about")); });
      ++added_.members;
    }
    if (first) admin_ = id;
  }

  std::optional<MemberId> find(const std::string& name) {
    const auto member = db_.read([&](Tx& tx) { return member::find_member(tx, name); });
    return member ? std::optional(member->id) : std::nullopt;
  }

  static MemberId member_named(Tx& tx, const std::string& name) {
    const auto member = member::find_member(tx, name);
    if (!member) throw std::runtime_error("nobody is called " + name);
    return member->id;
  }

  void add_board(const json::object& line) {
    db_.write([&](Tx& tx) {
      talk::add_general_board(tx, {.slug = text_in(line, "board"),
                                   .title = text_in(line, "title"),
                                   .about = text_in(line, "about"),
                                   .position = boards_});
    });
    ++boards_;
  }

  static std::optional<FilmId> film_of(Tx& tx, const json::object& line) {
    const auto film = film::film_with_slug(tx, text_in(line, "film"));
    return film && !film->removed ? std::optional(film->id) : std::nullopt;
  }

  std::optional<BoardId> board_of(Tx& tx, const json::object& line) {
    if (!line.contains("board")) {
      const auto film = film_of(tx, line);
      return film ? std::optional(talk::board_for(tx, *film)) : std::nullopt;
    }
    const auto board = talk::find_general_board(tx, text_in(line, "board"));
    if (!board) throw std::runtime_error("there is no board " + text_in(line, "board"));
    return board->id;
  }

  static bool is_known(Tx& tx, const std::string& key) { return talk::known_by_origin(tx, kSource, key).has_value(); }

  static void keep_origin(Tx& tx, const std::string& key, const std::string& kind, std::int64_t subject) {
    talk::keep_origin(tx, {.source = kSource, .foreign_id = key, .file = "", .copied = ""}, kind, subject);
  }

  Time begun(const json::object& line) const {
    return start_ - Seconds{static_cast<std::int64_t>(number_in(line, "ago", 1) * kDay)};
  }

  // Each some hours after the one before, the last not in the future.
  std::vector<Told> told_in(const json::array& posts, Time begin) const {
    std::vector<Told> told;
    Time at = begin;
    for (std::size_t index = 0; index < posts.size(); ++index) {
      const auto& post = posts[index].as_object();
      const auto hours = number_in(post, "gap", 0.4 + static_cast<double>(index * 37 % 23) / 4.1);
      if (index > 0) at = at + Seconds{static_cast<std::int64_t>(hours * 3600) + static_cast<std::int64_t>(index % 59)};
      told.push_back({post, std::min(at, start_ - Seconds{kJustNow})});
    }
    return told;
  }

  // "> @2 words" quotes the second post.
  static std::string with_sources(const std::string& text, const std::vector<Told>& told,
                                  const std::vector<talk::ImportedPost>& posts) {
    std::string out;
    for (const auto line : lines_of(text)) {
      const auto blank = line.find(' ', 3);
      if (!line.starts_with("> @") || blank == std::string_view::npos) {
        out.append(line) += '\n';
        continue;
      }
      const auto from = static_cast<std::size_t>(std::stoul(std::string(line.substr(3, blank - 3)))) - 1;
      const auto author = text_in(told.at(from).post, "by");
      out += text::quote_of(line.substr(blank + 1), short_form(posts.at(from).id), author);
    }
    return std::string(trimmed(out));
  }

  static std::vector<talk::ImportedPost> posts_of(Tx& tx, const std::vector<Told>& told) {
    std::vector<talk::ImportedPost> posts;
    for (const auto& [post, at] : told) {
      talk::ImportedPost one;
      one.id = make_id<PostId>();
      one.author = member_named(tx, text_in(post, "by"));
      const auto to = static_cast<std::size_t>(number_in(post, "to", 0));
      if (to > 0) one.parent = to - 1;
      one.dated = iso_text(Time{at.micros / 1'000'000 * 1'000'000});
      one.body = with_sources(text_in(post, post.contains("was") ? "was" : "text"), told, posts);
      posts.push_back(std::move(one));
    }
    return posts;
  }

  // What happened after the posts were written, through the doors that members use.
  void live_on(Tx& tx, const std::vector<Told>& told, const std::vector<talk::ImportedPost>& posts) {
    const talk::Actor admin{.member = *admin_, .power = talk::Power::Moderator};
    for (std::size_t index = 0; index < told.size(); ++index) {
      const auto& post = told[index].post;
      const talk::Actor author{.member = *posts[index].author};
      if (post.contains("was")) check(talk::edit_post(tx, author, posts[index].id, text_in(post, "text")));
      if (post.contains("deleted")) check(talk::delete_post(tx, author, posts[index].id));
      if (post.contains("removed")) check(talk::remove_post(tx, admin, posts[index].id, text_in(post, "removed")));
    }
  }

  static void check(std::optional<talk::Refusal> refusal) {
    if (refusal) throw std::runtime_error(std::string(talk::sentence(*refusal, Language::English)));
  }

  void act(Tx& tx, const json::object& line, const char* key, talk::ThreadAct what, ThreadId thread) {
    if (!line.contains(key)) return;
    const talk::Actor admin{.member = *admin_, .power = talk::Power::Moderator};
    check(talk::act_on_thread(tx, admin, thread, what, text_in(line, key)));
  }

  ThreadId write_posts(Tx& tx, const std::vector<Told>& told, talk::ImportedThread thread) {
    thread.posts = posts_of(tx, told);
    thread.last_at = told.back().at;
    const auto id = talk::add_imported_thread(tx, thread);
    live_on(tx, told, thread.posts);
    return id;
  }

  void add_thread(const json::object& line) {
    const auto key = "thread " + text_in(line, "thread");
    const auto told = told_in(line.at("posts").as_array(), begun(line));
    count(told, added_.threads, db_.write([&](Tx& tx) {
      if (is_known(tx, key)) return Ending::Known;
      const auto board = board_of(tx, line);
      if (!board) return Ending::NoFilm;
      const auto id = write_posts(
          tx, told, {.board = *board, .title = text_in(line, "title"), .posts = {}, .review = {}, .last_at = {}});
      act(tx, line, "pin", talk::ThreadAct::Pin, id);
      act(tx, line, "lock", talk::ThreadAct::Lock, id);
      keep_origin(tx, key, "thread", id.value);
      return Ending::Added;
    }));
  }

  void add_review(const json::object& line) {
    const auto key = "review " + text_in(line, "review");
    const auto at = begun(line);
    const auto* const replies = line.if_contains("posts");
    const auto told = replies ? told_in(replies->as_array(), at + Seconds{7 * 3600}) : std::vector<Told>();
    count(told, added_.reviews, db_.write([&](Tx& tx) {
      if (is_known(tx, key)) return Ending::Known;
      const auto film = film_of(tx, line);
      if (!film) return Ending::NoFilm;
      const auto id = write_review(tx, line, *film, at);
      if (!told.empty())
        write_posts(tx, told,
                    {.board = talk::board_for(tx, *film),
                     .title = text_in(line, "title"),
                     .posts = {},
                     .review = id,
                     .last_at = {}});
      keep_origin(tx, key, "review", id.value);
      return Ending::Added;
    }));
  }

  static ReviewId write_review(Tx& tx, const json::object& line, FilmId film, Time at) {
    talk::ImportedReview review;
    review.film = film;
    review.author = member_named(tx, text_in(line, "by"));
    review.title = text_in(line, "title");
    review.body = text_in(line, "text");
    review.audience = text_in(line, "audience");
    if (line.contains("stars")) review.rating = static_cast<std::int64_t>(number_in(line, "stars", 0) * 2);
    review.dated = iso_text(Time{at.micros / 1'000'000 * 1'000'000});
    return talk::add_imported_review(tx, review);
  }

  enum class Ending { Added, Known, NoFilm };

  void count(const std::vector<Told>& told, int& which, Ending ending) {
    if (ending == Ending::NoFilm) ++added_.left_out;
    if (ending != Ending::Added) return;
    ++which;
    added_.posts += static_cast<int>(told.size());
  }

  Db& db_;
  std::string password_;
  Time start_;
  std::optional<MemberId> admin_;
  std::int64_t boards_ = 0;
  SampleAdded added_;
};

}  // namespace

SampleAdded add_sample(Db& db, std::string_view json_lines, const std::string& password) {
  Sample sample(db, password);
  int number = 0;
  for (const auto line : lines_of(json_lines)) {
    ++number;
    if (trimmed(line).empty()) continue;
    try {
      const auto value = json::parse(json::string_view(line.data(), line.size()));
      sample.add(value.as_object());
    } catch (const DbError&) {
      throw;
    } catch (const std::exception& error) {
      throw CommandFailed("The sample's line " + std::to_string(number) + ": " + error.what());
    }
  }
  return sample.added();
}

}  // namespace rialto::app
