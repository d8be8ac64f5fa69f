#include "web/page_thread.h"

#include <algorithm>

#include "base/edtf.h"
#include "base/strings.h"
#include "db/db.h"
#include "import/runner.h"
#include "say/frame.h"
#include "say/date.h"
#include "say/rows.h"
#include "say/thread.h"
#include "talk/imported.h"
#include "talk/moderation.h"
#include "talk/scene_talk.h"
#include "talk/thread.h"
#include "text/escape.h"
#include "web/board_place.h"
#include "web/film_card.h"
#include "web/pages/thread.html.h"
#include "web/pieces.h"
#include "web/post_view.h"
#include "web/shown.h"
#include "web/strip.h"
#include "web/visit.h"

namespace rialto::web {

namespace {

constexpr std::size_t kPeople = 6;

struct Read {
  talk::Thread thread;
  BoardPlace place;
  std::optional<view::Card> card;
  std::optional<talk::Origin> origin;
  std::optional<SceneOfFilm> scene;
  std::vector<talk::Act> acts;
  PostsOnPage posts;
};

talk::PostOrder order_of(const Address& address) {
  return address.query.get("order") == "flat" ? talk::PostOrder::Flat : talk::PostOrder::Tree;
}

std::optional<Read> read_thread(SharedVisit& visit, ThreadId id) {
  return visit.db().read([&](Tx& tx) -> std::optional<Read> {
    auto thread = talk::find_thread(tx, id);
    if (!thread) return std::nullopt;
    auto place = place_of(tx, thread->board);
    auto card = place.film ? std::optional(card_of(tx, *place.film)) : std::nullopt;
    auto origin = talk::origin_of(tx, "thread", id.value);
    auto posts = with_mentions(tx, talk::posts_of(tx, id, order_of(visit.address), visit.page()), visit.site.texts(), place.film, thread->spoils);
    return Read{.thread = std::move(*thread),
                .place = std::move(place),
                .card = std::move(card),
                .origin = std::move(origin),
                .scene = scene_with_film(tx, talk::scene_of(tx, id)),
                .acts = talk::acts_on(tx, "thread", id.value),
                .posts = std::move(posts)};
  });
}

// Threads of a review have their page there; a hidden one is only for moderators.
bool may_see(const SharedVisit& visit, const talk::Thread& thread) {
  return thread.state == talk::ThreadState::Open || visit.hidden == talk::HiddenToo::Yes;
}

std::string origin_words(const talk::Origin& origin, Language language) {
  if (origin.copied.empty()) return std::string(say::thread::from_saved_page(language));
  const auto day = Edtf::parse(origin.copied);
  return say::thread::from_saved_page_of(language, day ? say::spoken(*day, language) : origin.copied);
}

// The address with what else was asked for.
std::string with_query(std::string address, const Fields& query) {
  char mark = '?';
  for (std::size_t i = 0; i < query.size(); ++i, mark = '&') {
    address.append(1, mark).append(query[i].name).append(1, '=');
    text::append_query(address, query[i].value);
  }
  return address;
}

// What the copy lacks, said once instead of at every post.
std::string not_kept_words(const std::vector<talk::Post>& posts, Language language) {
  bool authors = false, dates = false, parents = false;
  for (const auto& post : posts) {
    authors = authors || post.author.has_value();
    dates = dates || !post.dated.empty();
    parents = parents || post.parent.has_value();
  }
  namespace said = say::thread;
  std::string lost;
  for (const auto& [kept, name] : {std::pair{authors, said::who_wrote(language)}, {dates, said::when_written(language)}, {parents, said::who_answers(language)}})
    if (!kept) lost += (lost.empty() ? "" : ", ") + std::string(name);
  return lost.empty() ? "" : said::not_kept(language, lost);
}

void add_people(view::Thread& page, const std::vector<talk::Post>& posts, Language language) {
  std::size_t more = 0;
  for (const auto& post : posts) {
    const auto who = who_of(post.author, post.author_name, post.by_ghost, language);
    const bool known =
        std::any_of(page.people.begin(), page.people.end(), [&](const auto& one) { return one.href == who.href; });
    if (!who.kept || known) continue;
    if (page.people.size() < kPeople)
      page.people.push_back(who);
    else
      ++more;
  }
  if (more > 0) page.more_people = say::thread::and_others(language);
}

void add_orders(view::Thread& page, talk::PostOrder order, Language language) {
  page.order = order == talk::PostOrder::Tree ? "tree" : "flat";
  page.orders = {
      {.text = std::string(say::thread::conversation(language)), .href = page.href, .chosen = order == talk::PostOrder::Tree},
      {.text = std::string(say::thread::one_after_another(language)), .href = page.href + "?order=flat", .chosen = order == talk::PostOrder::Flat}};
}

void add_powers(view::Thread& page, const talk::Thread& thread, Language language) {
  namespace said = say::thread;
  const auto address = "/thread/" + page.id;
  page.lock_href = address + "/lock";
  page.pin_href = address + "/pin";
  page.move_href = address + "/move";
  page.rename_href = address + "/rename";
  page.spoilers_href = address + "/spoilers";
  page.hide_href = address + "/hide";
  page.report_href = address + "/report";
  page.lock_text = thread.locked ? said::unlock(language) : said::lock(language);
  page.pin_text = thread.pinned ? said::unpin(language) : said::pin(language);
  if (!thread.locked) page.reply_action = address + "/reply";
  page.answer.draft = "thread-" + page.id;
  page.answer.label = say::frame::your_words(language);
  page.hide_text = thread.state == talk::ThreadState::Hidden ? said::show(language) : said::hide(language);
  if (thread.state == talk::ThreadState::Hidden)
    page.notices.push_back({.kind = "mod", .text = std::string(said::hidden_notice(language)), .more = {}});
}

// What moderators did that still shows, newest first; what was before the lock is history.
void add_notices(view::Thread& page, const Read& read, Language language) {
  for (const auto& act : read.acts) {
    const bool locked = act.kind == "lock" && read.thread.locked;
    if (!locked && act.kind != "move") continue;
    const auto says = locked ? say::thread::locked_by : say::thread::moved_by;
    page.notices.push_back(
        {.kind = "mod", .text = says(language, act.moderator, act.reason), .more = view::Link{std::string(say::thread::log(language)), "/log"}});
    if (locked) return;
  }
}

// How the thread begins, where its first post is on the page and stands.
std::string description_of(const talk::Thread& thread, const std::vector<talk::Post>& posts, const Telling& telling) {
  if (posts.empty() || posts.front().number != 1 || posts.front().state != talk::PostState::Stands) return "";
  return told_elsewhere(posts.front().body, thread.spoils, telling);
}

view::Thread view_of(SharedVisit& visit, const Read& read) {
  const auto& thread = read.thread;
  const auto order = order_of(visit.address);
  view::Thread page;
  page.title = visit.house->mask.masked(thread.title);
  page.frame = frame_of(visit, page.title, "boards");
  page.id = short_form(thread.id);
  page.href = page.frame.canonical = thread_address(thread.id, thread.title);
  page.frame.kind = "article";
  page.frame.description = description_of(read.thread, read.posts.posts, visit.telling());
  if (thread.author) page.by = short_form(*thread.author);
  page.board = {.text = read.place.film ? say::thread::place_board(visit.language, read.place.name()) : read.place.name(), .href = read.place.address()};
  page.film = read.card;
  if (read.place.film) page.film_id = short_form(read.place.film->id);
  page.scene = link_to(read.scene, visit.telling());
  page.locked = thread.locked;
  page.pinned = thread.pinned;
  add_orders(page, order, visit.language);
  page.posts = views_of(read.posts, visit.telling());
  page.veil = read.posts.mentions.thread_veil(visit.language);
  const auto address = page.href + (order == talk::PostOrder::Flat ? "?order=flat" : "");
  page.pager = pager_of({thread.posts, visit.page(), talk::kPostsPerPage}, address, say::rows::posts_shown, visit.language);
  page.summary = say::rows::posts(visit.language, thread.posts);
  if (read.place.film) page.answer.film = film::full_title(*read.place.film);
  add_people(page, read.posts.posts, visit.language);
  if (read.origin && read.origin->source == imports::kSavedPage) {
    page.origin = origin_words(*read.origin, visit.language);
    page.not_kept = not_kept_words(read.posts.posts, visit.language);
    const bool none_kept = std::none_of(page.posts.begin(), page.posts.end(), [](const auto& post) { return post.author.kept || post.when.kept; });
    for (auto& post : page.posts) post.lost_said = none_kept;
  }
  add_notices(page, read, visit.language);
  add_powers(page, thread, visit.language);
  return page;
}

}  // namespace

Response thread_page(SharedVisit& visit) {
  const auto id = visit.id<ThreadId>();
  if (!id) return nothing_here(visit);
  const auto read = read_thread(visit, *id);
  if (!read || !may_see(visit, read->thread)) return nothing_here(visit);
  const auto address = thread_address(*id, read->thread.title);
  if (address != visit.address.path) return redirect_301(with_query(address, visit.address.query));
  if (read->posts.posts.empty() && visit.page() > 1) return nothing_here(visit);
  auto response = show(visit, pages::thread(visit.language, view_of(visit, *read)));
  auto shown = shown_of(read->thread, read->posts.posts, order_of(visit.address));
  response.shown = std::make_shared<const Shown>(Shown{.posts = std::move(shown),
                                                       .threads = {},
                                                       .boards = {},
                                                       .answers = {},
                                                       .lobby_card = read->card ? lobby_card_address(*read->card) : "",
                                                       .spoilers = read->posts.mentions.spoilers(),
                                                       .film = read->place.film ? std::optional(read->place.film->id) : std::nullopt});
  return response;
}

}  // namespace rialto::web
