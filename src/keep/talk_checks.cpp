// Boards, threads, posts and reviews: what was written is there, and what is computed from it agrees.
#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "keep/check.h"
#include "keep/talk_checks.sql.h"
#include "talk/tree.h"

namespace rialto::keep {

namespace {

using Placed = sql::posts_placed::Row;

std::string thread_name(ThreadId thread) {
  return "thread " + short_form(thread);
}

std::string of_kind(const std::string& kind, std::int64_t subject) {
  return kind + " " + short_form(subject);
}

// ---- the tree --------------------------------------------------------------------------------------------------------

talk::Parents parents_of(const std::vector<Placed>& posts) {
  std::unordered_map<PostId, std::size_t> index;
  for (std::size_t at = 0; at < posts.size(); ++at) index[posts[at].id] = at;
  talk::Parents parents;
  for (const auto& post : posts) {
    const auto found = post.parent ? index.find(*post.parent) : index.end();
    parents.push_back(found == index.end() ? std::nullopt : std::optional(found->second));
  }
  return parents;
}

// Ranks may be any numbers that bring the posts into the tree's order.
bool is_in_order(const std::vector<Placed>& posts, const std::vector<talk::Place>& places) {
  std::vector<std::size_t> order(posts.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](auto one, auto other) { return places[one].rank < places[other].rank; });
  for (std::size_t at = 0; at < order.size(); ++at) {
    if (posts[order[at]].depth != places[order[at]].depth) return false;
    if (at > 0 && posts[order[at]].rank <= posts[order[at - 1]].rank) return false;
  }
  return true;
}

// Calls out(posts, places) for each thread whose posts are not where they belong.
template <class Out>
void each_disordered(Tx& tx, Out out) {
  std::vector<Placed> posts;
  const auto look = [&] {
    const auto places = talk::tree_places(parents_of(posts));
    if (!is_in_order(posts, places)) out(posts, places);
    posts.clear();
  };
  tx.each<sql::posts_placed>({}, [&](Placed row) {
    if (!posts.empty() && posts.back().thread != row.thread) look();
    posts.push_back(row);
  });
  look();
}

void find_disorder(Tx& tx, Wrong& wrong) {
  each_disordered(tx, [&](const auto& posts, const auto&) {
    wrong.add(thread_name(posts.front().thread) + " shows its posts in another order");
  });
}

void put_in_order(Tx& tx) {
  std::vector<sql::post_place_set::In> moves;
  each_disordered(tx, [&](const auto& posts, const auto& places) {
    for (std::size_t at = 0; at < posts.size(); ++at)
      moves.push_back({.thread = posts[at].thread, .post = posts[at].id, .rank = places[at].rank, .depth = places[at].depth});
  });
  for (const auto& move : moves) tx.run<sql::post_place_set>(move);
}

// ---- counts ------------------------------------------------------------------------------------------------------------

void find_miscounting_threads(Tx& tx, Wrong& wrong) {
  for (const auto& row : tx.rows<sql::threads_miscounting>())
    wrong.add(thread_name(row.thread) + " tells of " + std::to_string(row.told) + " posts and has " +
              std::to_string(row.has));
  for (const auto& row : tx.rows<sql::threads_numbering_anew>())
    wrong.add(thread_name(row.thread) + " would give number " + std::to_string(row.next_number) + " again");
}

void find_wrong_last(Tx& tx, Wrong& wrong) {
  for (const auto& row : tx.rows<sql::threads_with_wrong_last>()) wrong.add(thread_name(row.thread));
}

void find_miscounting_boards(Tx& tx, Wrong& wrong) {
  for (const auto& row : tx.rows<sql::boards_miscounting>())
    wrong.add("board " + short_form(row.board) + " tells of " + std::to_string(row.told_threads) + " threads with " +
              std::to_string(row.told_posts) + " posts and has " + std::to_string(row.threads) + " with " +
              std::to_string(row.posts));
  for (const auto& row : tx.rows<sql::boards_behind>())
    wrong.add("board " + short_form(row.board) + " stands behind its latest thread");
}

void find_miscounting_reviews(Tx& tx, Wrong& wrong) {
  for (const auto& row : tx.rows<sql::reviews_miscounting>()) wrong.add("review " + short_form(row.review));
}

void recount_boards(Tx& tx) {
  tx.run<sql::boards_recount>();
  tx.run<sql::boards_catch_up>();
}

// ---- what was written ----------------------------------------------------------------------------------------------------

void find_stray_posts(Tx& tx, Wrong& wrong) {
  for (const auto& row : tx.rows<sql::posts_astray>()) wrong.add("post " + short_form(row.post));
}

void find_lost_versions(Tx& tx, Wrong& wrong) {
  for (const auto& row : tx.rows<sql::posts_without_versions>())
    wrong.add("post " + short_form(row.post) + " is at version " + std::to_string(row.version) + " and has " +
              std::to_string(row.earlier) + " earlier ones");
  for (const auto& row : tx.rows<sql::versions_astray>())
    wrong.add(of_kind(row.kind, row.subject) + " has earlier texts and isn't there");
}

void find_stray_origins(Tx& tx, Wrong& wrong) {
  for (const auto& row : tx.rows<sql::origins_astray>()) wrong.add(of_kind(row.kind, row.subject) + " isn't there");
}

void find_stray_reviews(Tx& tx, Wrong& wrong) {
  for (const auto& row : tx.rows<sql::reviews_astray>()) wrong.add("review " + short_form(row.review));
}

void find_stray_boards(Tx& tx, Wrong& wrong) {
  for (const auto& row : tx.rows<sql::boards_astray>()) wrong.add("board " + short_form(row.board));
}

void find_strays_about_scenes(Tx& tx, Wrong& wrong) {
  for (const auto& row : tx.rows<sql::about_no_scene>()) wrong.add(of_kind(row.kind, row.subject) + " is about a scene that isn't there");
}

void find_stray_mentions(Tx& tx, Wrong& wrong) {
  for (const auto& row : tx.rows<sql::mentions_astray>()) wrong.add(of_kind(row.kind, row.subject) + " names what isn't there, or isn't there itself");
}

void find_stray_due_names(Tx& tx, Wrong& wrong) {
  for (const auto& row : tx.rows<sql::names_due_astray>()) wrong.add(of_kind(row.kind, row.subject) + " isn't there");
}

}  // namespace

// Counts of threads come before those of boards, which are made from them.
std::vector<Check> checks_of_talk() {
  return {
      {.claim = "every reply hangs on a post of its own thread", .look = find_stray_posts},
      {.claim = "every edit has left its earlier text", .look = find_lost_versions},
      {.claim = "every imported thing that is told of is there", .look = find_stray_origins},
      {.claim = "reviews and the threads of their replies know one another", .look = find_stray_reviews},
      {.claim = "every board of a film or person has its subject", .look = find_stray_boards},
      {.claim = "every scene that is talked about is there", .look = find_strays_about_scenes},
      {.claim = "every thread counts its posts",
       .look = find_miscounting_threads,
       .mend = [](Tx& tx) { tx.run<sql::threads_recount>(); }},
      {.claim = "every thread knows its last post",
       .look = find_wrong_last,
       .mend = [](Tx& tx) { tx.run<sql::threads_set_last>(); }},
      {.claim = "every board counts its threads and posts", .look = find_miscounting_boards, .mend = recount_boards},
      {.claim = "every review knows its length",
       .look = find_miscounting_reviews,
       .mend = [](Tx& tx) { tx.run<sql::reviews_recount>(); }},
      {.claim = "every name that was found in a text leads to what is there",
       .look = find_stray_mentions,
       .mend = [](Tx& tx) { tx.run<sql::mentions_forget_astray>(); }},
      {.claim = "every text that is to be read for names is there",
       .look = find_stray_due_names,
       .mend = [](Tx& tx) { tx.run<sql::names_due_forget_astray>(); }},
      {.claim = "the posts of every thread stand in the order of its tree", .look = find_disorder, .mend = put_in_order},
  };
}

}  // namespace rialto::keep
