// What a page says beside its HTML, for the hole: what on it can be new to a member (the posts of a thread, and the threads
// and boards that it lists; web/news.h tells what of it is news to whom), what its spoilers are of, and the picture that
// stands for it elsewhere. The same for everybody, so it is kept with a shared page (web/page_cache.h).
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "film/spoiler.h"
#include "talk/post.h"
#include "talk/thread.h"

namespace rialto::web {

struct ShownPost {
  PostId id;
  std::int64_t number = 0;
  std::optional<MemberId> author;
};

// Posts of one thread; whoever is sent them has read them.
struct ShownPosts {
  ThreadId thread;
  std::int64_t of = 0;  // how many posts the thread has
  talk::PostOrder order = talk::PostOrder::Tree;
  std::vector<ShownPost> posts;  // in the order of the page
};

struct ShownThread {
  ThreadId id;
  std::int64_t posts = 0;
  Time begun;                      // here; or earlier, where its posts are older
  std::optional<MemberId> author;  // who began it here; nothing for what came from elsewhere
};

// A post of any thread that a list tells of; who sees it there hasn't read it yet.
struct ShownAnswer {
  ThreadId thread;
  PostId id;
  std::int64_t number = 0;
};

struct Shown {
  std::optional<ShownPosts> posts;
  std::vector<ShownThread> threads;
  std::vector<BoardId> boards;
  // How many posts are new on each, where the page is made for one viewer and knows it already.
  std::optional<std::unordered_map<BoardId, std::int64_t>> board_news;
  std::vector<ShownAnswer> answers;
  std::string lobby_card;  // the address of its picture; empty: that of the house
  std::vector<film::Spoiler> spoilers;  // what its veils are over
  std::optional<FilmId> film;           // what the page is about
};

ShownPosts shown_of(const talk::Thread& thread, const std::vector<talk::Post>& posts, talk::PostOrder order);

// Works for ThreadLine and ThreadElsewhere.
template <class Line>
ShownThread shown_of(const Line& line) {
  return {.id = line.id,
          .posts = line.posts,
          .begun = std::min(line.created, line.last_at),
          .author = line.by_ghost ? std::nullopt : line.author_id};
}

// A page that lists these threads.
template <class Line>
Shown listing(const std::vector<Line>& lines, std::string lobby_card = {}) {
  Shown shown{.lobby_card = std::move(lobby_card)};
  for (const auto& line : lines) shown.threads.push_back(shown_of(line));
  return shown;
}

}  // namespace rialto::web
