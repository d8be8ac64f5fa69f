// One post: its permalink and history, and the forms that reply to it, edit it and delete it.
#include <algorithm>

#include "base/strings.h"
#include "db/db.h"
#include "member/rights.h"
#include "say/frame.h"
#include "say/thread.h"
#include "talk/moderation.h"
#include "talk/thread.h"
#include "talk/write.h"
#include "text/markup.h"
#include "text/plain.h"
#include "web/board_place.h"
#include "web/film_card.h"
#include "web/history.h"
#include "web/page_thread.h"
#include "web/pages/thread.html.h"
#include "web/pieces.h"
#include "web/post_view.h"
#include "web/shown.h"
#include "web/visit.h"
#include "web/writing.h"

namespace rialto::web {

namespace {

constexpr int kBefore = 3;    // posts above, on a permalink's page
constexpr int kReplies = 50;  // below

// A post that the viewer may see, in its thread.
struct Place {
  talk::Post post;
  talk::Thread thread;
};

std::optional<Place> find_place(SharedVisit& visit, Tx& tx) {
  const auto id = visit.id<PostId>();
  if (!id) return std::nullopt;
  auto post = talk::find_post(tx, *id);
  if (!post) return std::nullopt;
  auto thread = talk::find_thread(tx, post->thread);
  if (thread->state == talk::ThreadState::Hidden && visit.hidden == talk::HiddenToo::No) return std::nullopt;
  return Place{.post = std::move(*post), .thread = std::move(*thread)};
}

std::optional<Place> find_place(SharedVisit& visit) {
  return visit.db().read([&](Tx& tx) { return find_place(visit, tx); });
}

view::Post view_alone(Visit& visit, const talk::Post& post) {
  return visit.db().read([&](Tx& tx) { return view_alone(tx, visit, post); });
}

std::string in_thread(Tx& tx, const talk::Post& post, const talk::Thread& thread) {
  return post_in_thread(tx, post, thread, talk::PostOrder::Tree);
}

std::vector<talk::Post> posts_above(Tx& tx, const talk::Post& post) {
  std::vector<talk::Post> above;
  auto parent = post.parent;
  while (parent && above.size() < kBefore) {
    auto found = talk::find_post(tx, *parent);
    if (!found) break;
    parent = found->parent;
    above.push_back(std::move(*found));
  }
  std::reverse(above.begin(), above.end());
  return above;
}

std::vector<talk::Post> all_of(std::vector<talk::Post> above, const talk::Post& post, const std::vector<talk::Post>& below) {
  above.push_back(post);
  above.insert(above.end(), below.begin(), below.end());
  return above;
}

// ---- forms
// -------------------------------------------------------------------------------------------------------------

struct Reply {
  std::optional<Place> to;  // nothing: to the thread
  talk::Thread thread;
};

std::string reply_address(const Reply& reply) {
  return (reply.to ? post_address(reply.to->post.id) : "/thread/" + short_form(reply.thread.id)) + "/reply";
}

std::string reply_heading(const Reply& reply, Language language) {
  if (!reply.to) return std::string(say::thread::reply_to_thread(language));
  const auto& name = reply.to->post.author_name;
  return name ? say::thread::reply_to(language, *name) : std::string(say::thread::reply_to_post(language));
}

Response reply_form(Visit& visit, const Reply& reply, const Written& written, Status status = Status::Ok) {
  view::PostForm page;
  page.heading = reply_heading(reply, visit.language);
  page.button = say::frame::post(visit.language);
  page.frame = frame_of(visit, page.heading, "boards");
  page.frame.indexed = false;
  page.thread_title = visit.house->mask.masked(reply.thread.title);
  page.thread_href = thread_address(reply.thread.id, reply.thread.title);
  if (reply.to) page.answers = view_alone(visit, reply.to->post);
  page.action = reply_address(reply);
  page.back_href = reply.to ? post_address(reply.to->post.id) : page.thread_href;
  page.editor =
      editor_of(visit, written, "reply-" + short_form(reply.to ? reply.to->post.id.value : reply.thread.id.value));
  page.key = written.form;
  return show(visit, pages::post_form(visit.language, page), status);
}

// What stands in the box when one quotes: the passage that the script chose, or the whole post.
std::string quotation(const Visit& visit, const talk::Post& post) {
  const auto chosen = visit.request.query.get("passage");
  const auto passage = chosen.empty() ? std::string_view(post.body) : chosen;
  return text::quote_of(passage, short_form(post.id), post.author_name.value_or(""));
}

// Behind what a draft says already, unless it stands there.
void add_passage(std::string& text, const std::string& passage) {
  if (text.find(passage) != std::string::npos) return;
  text += (text.empty() ? "" : "\n\n") + passage;
}

Response send_reply(Visit& visit, const Reply& reply) {
  auto written = written_in(visit);
  if (!visit.viewer.signed_in()) return keep_and_sign_in(visit, written);
  if (written.previewed) return reply_form(visit, reply, written);
  const auto outcome = visit.db().write([&](Tx& tx) -> std::variant<std::string, talk::Refusal> {
    const auto made = talk::reply(tx, visit.actor(),
                                  {.thread = reply.thread.id,
                                   .parent = reply.to ? std::optional(reply.to->post.id) : std::nullopt,
                                   .body = written.text,
                                   .form = written.form});
    if (const auto* refusal = std::get_if<talk::Refusal>(&made)) return *refusal;
    forget_draft(tx, visit, written);
    return in_thread(tx, *talk::find_post(tx, std::get<talk::Written>(made).post), reply.thread);
  });
  if (const auto* address = std::get_if<std::string>(&outcome)) return go_to(*address, Said::Posted);
  tell(written, std::get<talk::Refusal>(outcome), visit.language);
  return reply_form(visit, reply, written, Status::UnprocessableContent);
}

std::optional<Reply> thread_to_reply(Visit& visit) {
  const auto id = visit.id<ThreadId>();
  auto thread = id ? visit.db().read([&](Tx& tx) { return talk::find_thread(tx, *id); }) : std::nullopt;
  if (!thread || (thread->state == talk::ThreadState::Hidden && !member::may_see_hidden(visit.viewer)))
    return std::nullopt;
  return Reply{.to = {}, .thread = std::move(*thread)};
}

std::optional<Reply> post_to_reply(Visit& visit) {
  auto place = find_place(visit);
  if (!place) return std::nullopt;
  auto thread = place->thread;
  return Reply{.to = std::move(place), .thread = std::move(thread)};
}

Response edit_form(Visit& visit, const Place& place, const Written& written, Status status = Status::Ok) {
  view::PostForm page;
  page.heading = say::thread::edit_post(visit.language);
  page.frame = frame_of(visit, page.heading, "boards");
  page.frame.indexed = false;
  page.thread_title = visit.house->mask.masked(place.thread.title);
  page.thread_href = thread_address(place.thread.id, place.thread.title);
  page.action = post_address(place.post.id) + "/edit";
  page.back_href = post_address(place.post.id);
  page.editor = editor_of(visit, written, "");
  page.editor.hint = say::thread::edit_hint(visit.language);
  page.button = say::frame::save(visit.language);
  page.key = written.form;
  return show(visit, pages::post_form(visit.language, page), status);
}

std::optional<Response> not_own(Visit& visit, const std::optional<Place>& place) {
  if (!place) return nothing_here(visit);
  if (!visit.viewer.signed_in()) return sign_in_first(visit);
  if (!member::may_edit(visit.viewer, place->post.author)) return refused(visit, talk::Refusal::NotYours);
  return std::nullopt;
}

}  // namespace

Response post_page(SharedVisit& visit) {
  view::PostPage page;
  Shown shown;
  std::string description;
  const bool found = visit.db().read([&](Tx& tx) {
    const auto place = find_place(visit, tx);
    if (!place) return false;
    const auto above = posts_above(tx, place->post);
    const auto below = talk::replies_to(tx, place->post, kReplies);
    const auto all = all_of(above, place->post, below);
    const auto board = place_of(tx, place->thread.board);
    const Mentions mentions(tx, all, visit.site.texts(), board.film, place->thread.spoils);
    shown.posts = shown_of(place->thread, all, talk::PostOrder::Tree);
    shown.spoilers = mentions.spoilers();
    page.thread_title = visit.house->mask.masked(place->thread.title);
    page.thread_href = thread_address(place->thread.id, place->thread.title);
    page.board = {.text = board.name(), .href = board.address()};
    if (board.film) shown.lobby_card = lobby_card_address(card_of(tx, *board.film));
    if (place->post.state == talk::PostState::Stands) description = told_elsewhere(place->post.body, place->thread.spoils, visit.telling());
    page.in_thread_href = in_thread(tx, place->post, place->thread);
    for (const auto& post : above) page.before.push_back(view_of(post, mentions, visit.telling()));
    for (const auto& post : below) page.replies.push_back(view_of(post, mentions, visit.telling()));
    page.post = view_of(place->post, mentions, visit.telling());
    const auto veil = mentions.thread_veil(visit.language);
    for (auto* posts : {&page.before, &page.replies})
      for (auto& post : *posts) post.veil = veil;
    page.post.veil = veil;
    if (place->post.state == talk::PostState::RemovedByModerator)
      page.post.gone_why = talk::removal_reasons(tx, {place->post.id})[place->post.id];
    return true;
  });
  if (!found) return nothing_here(visit);
  page.post.chosen = true;
  if (!page.post.gone.empty()) page.post.author.name = say::thread::a_post(visit.language);
  page.frame = frame_of(visit, page.thread_title, "boards");
  page.frame.description = std::move(description);
  page.frame.canonical = page.post.href;
  page.frame.kind = "article";
  auto response = show(visit, pages::post_page(visit.language, page));
  response.shown = std::make_shared<const Shown>(std::move(shown));
  return response;
}

Response post_history_page(SharedVisit& visit) {
  const auto place = find_place(visit);
  if (!place) return nothing_here(visit);
  const auto& post = place->post;
  if (post.state != talk::PostState::Stands) return refused(visit, talk::Refusal::PostIsTombstone);
  const auto versions = visit.db().read([&](Tx& tx) { return talk::versions_of(tx, post.id); });
  view::PostHistory page;
  page.frame = frame_of(visit, say::thread::how_a_post_changed(visit.language), "boards");
  page.frame.indexed = false;
  page.thread_title = visit.house->mask.masked(place->thread.title);
  page.thread_href = thread_address(place->thread.id, place->thread.title);
  page.post_href = post_address(post.id);
  page.author = who_of(post.author, post.author_name, post.by_ghost, visit.language);
  History history(page, post.dated, visit.telling(), place->thread.spoils);
  for (const auto& version : versions) history.add(version);
  history.add(post.version, post.body);
  return show(visit, pages::post_history(visit.language, page));
}

Response thread_reply_page(Visit& visit) {
  const auto reply = thread_to_reply(visit);
  if (!reply) return nothing_here(visit);
  if (!visit.viewer.signed_in()) return sign_in_first(visit);
  return reply_form(visit, *reply, written_or_draft(visit));
}

Response reply_to_thread(Visit& visit) {
  const auto reply = thread_to_reply(visit);
  return reply ? send_reply(visit, *reply) : nothing_here(visit);
}

Response post_reply_page(Visit& visit) {
  const auto reply = post_to_reply(visit);
  if (!reply) return nothing_here(visit);
  if (!visit.viewer.signed_in()) return sign_in_first(visit);
  auto written = written_or_draft(visit);
  const bool quotes = visit.request.query.has("quote") && reply->to->post.state == talk::PostState::Stands;
  if (quotes) add_passage(written.text, quotation(visit, reply->to->post));
  return reply_form(visit, *reply, written);
}

Response reply_to_post(Visit& visit) {
  const auto reply = post_to_reply(visit);
  return reply ? send_reply(visit, *reply) : nothing_here(visit);
}

Response post_edit_page(Visit& visit) {
  const auto place = find_place(visit);
  if (const auto no = not_own(visit, place)) return *no;
  auto written = written_or_draft(visit);
  if (written.text.empty()) written.text = place->post.body;
  return edit_form(visit, *place, written);
}

Response edit_post(Visit& visit) {
  const auto place = find_place(visit);
  auto written = written_in(visit);
  if (place && !visit.viewer.signed_in()) return keep_and_sign_in(visit, written);
  if (const auto no = not_own(visit, place)) return *no;
  if (written.previewed) return edit_form(visit, *place, written);
  const auto refusal = visit.db().write([&](Tx& tx) {
    const auto no = talk::edit_post(tx, visit.actor(), place->post.id, written.text);
    if (!no || *no == talk::Refusal::Unchanged) forget_draft(tx, visit, written);
    return no;
  });
  if (!refusal || *refusal == talk::Refusal::Unchanged) {
    const auto address = visit.db().read([&](Tx& tx) { return in_thread(tx, place->post, place->thread); });
    return go_to(address, Said::Saved);
  }
  tell(written, *refusal, visit.language);
  return edit_form(visit, *place, written, Status::UnprocessableContent);
}

Response post_delete_page(Visit& visit) {
  const auto place = find_place(visit);
  if (const auto no = not_own(visit, place)) return *no;
  view::AskForm page;
  page.heading = say::thread::delete_question(visit.language);
  page.frame = frame_of(visit, page.heading, "boards");
  page.frame.indexed = false;
  page.words = say::thread::delete_words(visit.language);
  page.action = post_address(place->post.id) + "/delete";
  page.back_href = post_address(place->post.id);
  page.post = view_alone(visit, place->post);
  page.button = say::thread::delete_it(visit.language);
  page.danger = true;
  return show(visit, pages::ask(visit.language, page));
}

Response delete_post(Visit& visit) {
  const auto place = find_place(visit);
  if (const auto no = not_own(visit, place)) return *no;
  const auto refusal = visit.db().write([&](Tx& tx) { return talk::delete_post(tx, visit.actor(), place->post.id); });
  if (refusal) return refused(visit, *refusal);
  const auto address = visit.db().read([&](Tx& tx) { return in_thread(tx, place->post, place->thread); });
  return go_to(address, Said::Deleted);
}

Response post_undelete_page(Visit& visit) {
  const auto place = find_place(visit);
  if (const auto no = not_own(visit, place)) return *no;
  view::AskForm page;
  page.heading = say::thread::bring_back_question(visit.language);
  page.frame = frame_of(visit, page.heading, "boards");
  page.frame.indexed = false;
  page.words = say::thread::bring_back_words(visit.language);
  page.action = post_address(place->post.id) + "/undelete";
  page.back_href = post_address(place->post.id);
  page.button = say::thread::bring_back(visit.language);
  return show(visit, pages::ask(visit.language, page));
}

Response undelete_post(Visit& visit) {
  const auto place = find_place(visit);
  if (const auto no = not_own(visit, place)) return *no;
  const auto refusal = visit.db().write([&](Tx& tx) { return talk::restore_post(tx, visit.actor(), place->post.id); });
  if (refusal) return refused(visit, *refusal);
  const auto address = visit.db().read([&](Tx& tx) { return in_thread(tx, place->post, place->thread); });
  return go_to(address, Said::BroughtBack);
}

}  // namespace rialto::web
