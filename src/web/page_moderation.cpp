#include "web/page_moderation.h"

#include "base/strings.h"
#include "db/db.h"
#include "film/film.h"
#include "member/rights.h"
#include "say/admin.h"
#include "say/board.h"
#include "say/frame.h"
#include "say/thread.h"
#include "talk/moderation.h"
#include "talk/review.h"
#include "talk/thread.h"
#include "web/board_place.h"
#include "web/pages/admin.html.h"
#include "web/pages/thread.html.h"
#include "web/pieces.h"
#include "web/post_view.h"
#include "web/view/admin.h"
#include "web/visit.h"

namespace rialto::web {

namespace {

constexpr int kLogLines = 100;
constexpr int kReports = 50;

using talk::Refusal;
using Outcome = std::optional<Refusal>;

using Says = std::string_view (*)(Language);

// What is asked, what comes of it, and where one goes who would rather not.
view::AskForm question(const Visit& visit, Says heading, Says words, std::string back) {
  const auto language = visit.language;
  view::AskForm page;
  page.frame = frame_of(visit, heading(language), "boards");
  page.frame.indexed = false;
  page.heading = heading(language);
  page.words = words(language);
  page.action = visit.request.path;
  page.back_href = std::move(back);
  page.why =
      view::Field{.name = "why",
                  .label = std::string(say::thread::ask_reason(language)),
                  .value = "",
                  .hint = std::string(say::thread::ask_reason_hint(language)),
                  .error = ""};
  page.why->required = true;
  page.button = say::thread::do_it(language);
  return page;
}

// A hidden thread is there for moderators only.
bool may_see(const Visit& visit, const talk::Thread& thread) {
  return thread.state == talk::ThreadState::Open || member::may_see_hidden(visit.viewer);
}

std::optional<talk::Thread> thread_at(Visit& visit) {
  const auto id = visit.id<ThreadId>();
  auto thread = id ? visit.db().read([&](Tx& tx) { return talk::find_thread(tx, *id); }) : std::nullopt;
  if (thread && !may_see(visit, *thread)) return std::nullopt;
  return thread;
}

std::optional<talk::Post> post_at(Visit& visit) {
  const auto id = visit.id<PostId>();
  if (!id) return std::nullopt;
  return visit.db().read([&](Tx& tx) -> std::optional<talk::Post> {
    auto post = talk::find_post(tx, *id);
    if (!post || !may_see(visit, *talk::find_thread(tx, post->thread))) return std::nullopt;
    return post;
  });
}

std::optional<talk::Review> review_at(Visit& visit) {
  const auto id = visit.id<ReviewId>();
  return id ? visit.db().read([&](Tx& tx) { return talk::find_review(tx, *id); }) : std::nullopt;
}

// Nothing if the viewer may moderate; otherwise what they are told.
Outcome not_a_moderator(const Visit& visit) {
  if (member::may_moderate(visit.viewer)) return std::nullopt;
  return Refusal::ModeratorsOnly;
}

Response closed_to(Visit& visit) {
  return visit.viewer.signed_in() ? refused(visit, Refusal::ModeratorsOnly) : sign_in_first(visit);
}

template <class Act>
Response done(Visit& visit, const std::string& back, Act act) {
  const auto refusal = visit.db().write(act);
  if (refusal && *refusal != Refusal::Unchanged) return refused(visit, *refusal, visit.field("why"));
  return go_to(back, Said::Done);
}

// A question about a thread, or what stands against asking it.
template <class Ask>
Response about_thread(Visit& visit, Ask ask) {
  const auto thread = thread_at(visit);
  if (!thread) return nothing_here(visit);
  if (not_a_moderator(visit)) return closed_to(visit);
  return show(visit, pages::ask(visit.language, ask(*thread, thread_address(thread->id, thread->title))));
}

// An act and what takes it back. The form says which was asked for: sent again, it doesn't undo itself.
struct Switch {
  talk::ThreadAct on, off;
};
constexpr Switch kLock{talk::ThreadAct::Lock, talk::ThreadAct::Unlock};
constexpr Switch kPin{talk::ThreadAct::Pin, talk::ThreadAct::Unpin};
constexpr Switch kHide{talk::ThreadAct::Hide, talk::ThreadAct::Show};

Response act_on(Visit& visit, Switch which) {
  const auto thread = thread_at(visit);
  if (!thread) return nothing_here(visit);
  const auto act = visit.field("act") == talk::name_of(which.off) ? which.off : which.on;
  return done(visit, thread_address(thread->id, thread->title),
              [&](Tx& tx) { return talk::act_on_thread(tx, visit.actor(), thread->id, act, visit.field("why")); });
}

view::AskForm asking_for(view::AskForm page, talk::ThreadAct act) {
  page.act = talk::name_of(act);
  return page;
}

view::AskForm about_post(Visit& visit, const talk::Post& post, Says heading, Says words) {
  auto page = question(visit, heading, words, post_address(post.id));
  page.post =
      visit.db().read([&](Tx& tx) { return view_alone(tx, visit, post); });
  return page;
}

// ---- reports
// -------------------------------------------------------------------------------------------------------------

Response ask_report(Visit& visit, Says heading, const std::string& back) {
  if (!visit.viewer.signed_in()) return sign_in_first(visit);
  auto page = question(visit, heading, say::thread::report_words, back);
  page.why->hint = say::thread::report_hint(visit.language);
  page.button = say::thread::report(visit.language);
  return show(visit, pages::ask(visit.language, page));
}

Response send_report(Visit& visit, const std::string& kind, std::int64_t subject, const std::string& back) {
  if (!visit.viewer.signed_in()) return sign_in_first(visit);
  const auto refusal = visit.db().write(
      [&](Tx& tx) { return talk::report(tx, visit.viewer.member, kind, subject, visit.field("why")); });
  return refusal ? refused(visit, *refusal, visit.field("why")) : go_to(back, Said::Reported);
}

// Where the thing is that an act or a report is about.
std::string address_of(const std::string& kind, std::int64_t subject) {
  if (kind == "thread" || kind == "post" || kind == "review" || kind == "film")
    return "/" + kind + "/" + short_form(subject);
  if (kind == "member") return "/ghost/" + short_form(subject);  // leads on to a member's page
  return "";
}

std::string said_of(const std::string& kind, Language language) {
  return std::string(say::admin::text_named(language, "report_" + kind).value_or(kind));
}

view::Report view_of(const talk::Report& report, talk::ReportState state, const Telling& telling) {
  const auto language = telling.language;
  view::Report view;
  view.id = short_form(report.id);
  view.by = who_named(report.reporter);
  view.when = when_of(report.at, telling);
  view.what = said_of(report.subject_kind, language);
  view.words = report.reason;
  view.about = {.text = std::string(say::admin::text_named(language, "the_" + report.subject_kind).value_or(report.subject_kind)),
                .href = address_of(report.subject_kind, report.subject)};
  if (state != talk::ReportState::Open) return view;
  view.buttons = {{.text = std::string(say::admin::acted_upon(language)), .action = "/admin/reports/" + view.id, .name = "outcome", .value = "acted"},
                  {.text = std::string(say::admin::set_aside(language)), .action = "/admin/reports/" + view.id, .name = "outcome", .value = "aside"}};
  return view;
}

// What is hidden is named to moderators only.
view::Link subject_of(const SharedVisit& visit, const talk::Act& act) {
  if (act.hidden && visit.hidden == talk::HiddenToo::No)
    return {.text = std::string(say::admin::text_named(visit.language, "hidden_" + act.subject_kind).value_or("")),
            .href = ""};
  return {.text = visit.house->mask.masked(act.detail), .href = address_of(act.subject_kind, act.subject)};
}

// "locked", for what the log keeps as "lock".
std::string past_of(const std::string& kind, Language language) {
  if (kind.starts_with("make ")) {
    const auto role = say::admin::text_named(language, "role_" + kind.substr(5)).value_or(kind.substr(5));
    return say::admin::did_make(language, role);
  }
  return std::string(say::admin::text_named(language, "did_" + replaced(kind, " ", "_")).value_or(kind));
}

// Films of the same title, which are taken for one another, then the rooms.
std::vector<view::Option> where_to(Tx& tx, const talk::Thread& thread) {
  std::vector<view::Option> options;
  const auto board = talk::find_board(tx, thread.board);
  if (board && board->kind == talk::BoardKind::Film)
    for (const auto& film : film::films_titled(tx, board->title))
      if (film.id.value != board->subject)
        options.push_back({.value = film.slug, .text = film_name(film.title, film.year)});
  for (const auto& room : talk::general_boards(tx)) options.push_back({.value = room.slug, .text = room.title});
  return options;
}

}  // namespace

Response ask_lock(Visit& visit) {
  return about_thread(visit, [&](const talk::Thread& thread, const std::string& back) {
    if (thread.locked)
      return asking_for(question(visit, say::thread::unlock_question, say::thread::unlock_words, back), kLock.off);
    return asking_for(question(visit, say::thread::lock_question, say::thread::lock_words, back), kLock.on);
  });
}

Response ask_pin(Visit& visit) {
  return about_thread(visit, [&](const talk::Thread& thread, const std::string& back) {
    if (thread.pinned)
      return asking_for(question(visit, say::thread::unpin_question, say::thread::unpin_words, back), kPin.off);
    return asking_for(question(visit, say::thread::pin_question, say::thread::pin_words, back), kPin.on);
  });
}

Response ask_hide_thread(Visit& visit) {
  return about_thread(visit, [&](const talk::Thread& thread, const std::string& back) {
    if (thread.state == talk::ThreadState::Hidden)
      return asking_for(question(visit, say::thread::show_question, say::thread::show_words, back), kHide.off);
    return asking_for(question(visit, say::thread::hide_question, say::thread::hide_words, back), kHide.on);
  });
}

Response lock(Visit& visit) {
  return act_on(visit, kLock);
}
Response pin(Visit& visit) {
  return act_on(visit, kPin);
}
Response hide_thread(Visit& visit) {
  return act_on(visit, kHide);
}

Response ask_rename(Visit& visit) {
  return about_thread(visit, [&](const talk::Thread& thread, const std::string& back) {
    auto page = question(visit, say::thread::rename_question, say::thread::rename_words, back);
    page.title = view::Field{.name = "title",
                             .label = std::string(say::board::thread_title(visit.language)),
                             .value = thread.title,
                             .hint = "",
                             .error = ""};
    page.title->required = true;
    return page;
  });
}

Response rename(Visit& visit) {
  const auto thread = thread_at(visit);
  if (!thread) return nothing_here(visit);
  return done(visit, "/thread/" + short_form(thread->id), [&](Tx& tx) {
    return talk::rename_thread(tx, visit.actor(), thread->id, visit.field("title"), visit.field("why"));
  });
}

Response ask_move(Visit& visit) {
  return about_thread(visit, [&](const talk::Thread& thread, const std::string& back) {
    auto page = question(visit, say::thread::move_question, say::thread::move_words, back);
    page.where = view::Select{.name = "to",
                              .label = std::string(say::thread::move_where(visit.language)),
                              .options = visit.db().read([&](Tx& tx) { return where_to(tx, thread); }),
                              .hint = "",
                              .error = ""};
    return page;
  });
}

Response move(Visit& visit) {
  const auto thread = thread_at(visit);
  if (!thread) return nothing_here(visit);
  return done(visit, thread_address(thread->id, thread->title), [&](Tx& tx) -> Outcome {
    // The board of a film may be named too: then it is made if it isn't there.
    const auto place = board_at(tx, visit.field("to"));
    if (!place) return Refusal::BoardNotFound;
    if (const auto no = not_a_moderator(visit)) return no;
    return talk::move_thread(tx, visit.actor(), thread->id, ensured_board(tx, *place), visit.field("why"));
  });
}

Response ask_remove_post(Visit& visit) {
  const auto post = post_at(visit);
  if (!post) return nothing_here(visit);
  if (not_a_moderator(visit)) return closed_to(visit);
  auto page = about_post(visit, *post, say::thread::remove_post_question, say::thread::remove_post_words);
  page.button = say::thread::remove(visit.language);
  page.danger = true;
  return show(visit, pages::ask(visit.language, page));
}

Response remove_post(Visit& visit) {
  const auto post = post_at(visit);
  if (!post) return nothing_here(visit);
  return done(visit, post_address(post->id),
              [&](Tx& tx) { return talk::remove_post(tx, visit.actor(), post->id, visit.field("why")); });
}

Response ask_restore_post(Visit& visit) {
  const auto post = post_at(visit);
  if (!post) return nothing_here(visit);
  if (not_a_moderator(visit)) return closed_to(visit);
  auto page = question(visit, say::thread::restore_post_question, say::thread::restore_post_words, post_address(post->id));
  return show(visit, pages::ask(visit.language, page));
}

Response restore_post(Visit& visit) {
  const auto post = post_at(visit);
  if (!post) return nothing_here(visit);
  return done(visit, post_address(post->id),
              [&](Tx& tx) { return talk::bring_back_post(tx, visit.actor(), post->id, visit.field("why")); });
}

Response ask_remove_review(Visit& visit) {
  const auto review = review_at(visit);
  if (!review) return nothing_here(visit);
  if (not_a_moderator(visit)) return closed_to(visit);
  auto page = question(visit, say::thread::remove_review_question, say::thread::remove_review_words,
                       review_address(review->id, review->title));
  page.button = say::thread::remove(visit.language);
  page.danger = true;
  return show(visit, pages::ask(visit.language, page));
}

Response remove_review(Visit& visit) {
  const auto review = review_at(visit);
  if (!review) return nothing_here(visit);
  return done(visit, review_address(review->id, review->title),
              [&](Tx& tx) { return talk::remove_review(tx, visit.actor(), review->id, visit.field("why")); });
}

Response ask_restore_review(Visit& visit) {
  const auto review = review_at(visit);
  if (!review) return nothing_here(visit);
  if (not_a_moderator(visit)) return closed_to(visit);
  return show(visit, pages::ask(visit.language, question(visit, say::thread::restore_review_question, say::thread::restore_post_words,
                                         review_address(review->id, review->title))));
}

Response restore_review(Visit& visit) {
  const auto review = review_at(visit);
  if (!review) return nothing_here(visit);
  return done(visit, review_address(review->id, review->title),
              [&](Tx& tx) { return talk::bring_back_review(tx, visit.actor(), review->id, visit.field("why")); });
}

Response ask_report_thread(Visit& visit) {
  const auto thread = thread_at(visit);
  return thread ? ask_report(visit, say::thread::report_thread, thread_address(thread->id, thread->title)) : nothing_here(visit);
}
Response ask_report_post(Visit& visit) {
  const auto post = post_at(visit);
  return post ? ask_report(visit, say::thread::report_post, post_address(post->id)) : nothing_here(visit);
}
Response ask_report_review(Visit& visit) {
  const auto review = review_at(visit);
  return review ? ask_report(visit, say::thread::report_review, review_address(review->id, review->title)) : nothing_here(visit);
}
Response report_thread(Visit& visit) {
  const auto thread = thread_at(visit);
  if (!thread) return nothing_here(visit);
  return send_report(visit, "thread", thread->id.value, thread_address(thread->id, thread->title));
}
Response report_post(Visit& visit) {
  const auto post = post_at(visit);
  return post ? send_report(visit, "post", post->id.value, post_address(post->id)) : nothing_here(visit);
}
Response report_review(Visit& visit) {
  const auto review = review_at(visit);
  if (!review) return nothing_here(visit);
  return send_report(visit, "review", review->id.value, review_address(review->id, review->title));
}

Response log_page(SharedVisit& visit) {
  view::Log page;
  page.frame = frame_of(visit, say::admin::log_title(visit.language), "about");
  page.frame.canonical = "/log";
  page.words = say::admin::log_words(visit.language);
  const auto before = from_short_form(visit.address.query.get("before"));
  const auto edge = before ? std::optional(ActId{*before}) : std::nullopt;
  const auto lines = visit.db().read([&](Tx& tx) { return talk::acts(tx, edge, kLogLines); });
  for (const auto& act : lines)
    page.rows.push_back({.when = when_of(act.at, visit.telling()),
                         .by = who_named(act.moderator),
                         .act = past_of(act.kind, visit.language),
                         .what = subject_of(visit, act),
                         .why = visit.house->mask.masked(act.reason)});
  if (lines.size() == kLogLines) {
    page.pager.next = "/log?before=" + short_form(lines.back().id);
    page.pager.pages = {{.text = std::string(say::frame::newest(visit.language)), .href = "/log", .current = !edge}};
  }
  return show(visit, pages::log(visit.language, page));
}

Response reports_page(Visit& visit) {
  if (not_a_moderator(visit)) return closed_to(visit);
  const bool settled = visit.request.query.get("state") == "settled";
  view::Reports page;
  page.frame = frame_of(visit, say::admin::reports(visit.language));
  page.frame.indexed = false;
  page.orders = {{.text = std::string(say::admin::open(visit.language)), .href = "/admin/reports", .chosen = !settled},
                 {.text = std::string(say::admin::settled(visit.language)), .href = "/admin/reports?state=settled", .chosen = settled}};
  visit.db().read([&](Tx& tx) {
    using talk::ReportState;
    const auto states =
        settled ? std::vector{ReportState::ActedUpon, ReportState::SetAside} : std::vector{ReportState::Open};
    for (const auto state : states)
      for (const auto& report : talk::reports_in(tx, state, kReports))
        page.reports.push_back(view_of(report, state, visit.telling()));
  });
  return show(visit, pages::reports(visit.language, page));
}

Response settle_report(Visit& visit) {
  if (not_a_moderator(visit)) return closed_to(visit);
  const auto id = visit.id<ReportId>();
  if (!id) return nothing_here(visit);
  const auto outcome = visit.field("outcome") == "acted" ? talk::ReportState::ActedUpon : talk::ReportState::SetAside;
  visit.db().write([&](Tx& tx) { talk::close_report(tx, visit.actor(), *id, outcome, visit.field("why")); });
  return go_to("/admin/reports", Said::Saved);
}

Response words_page(Visit& visit) {
  if (not_a_moderator(visit)) return closed_to(visit);
  view::AdminTable page;
  page.frame = frame_of(visit, say::admin::masked(visit.language));
  page.frame.indexed = false;
  page.heading = say::admin::masked(visit.language);
  page.words = say::admin::masked_words(visit.language);
  page.columns = {std::string(say::admin::word(visit.language))};
  page.none = say::admin::no_word(visit.language);
  for (const auto& word : visit.db().read([](Tx& tx) { return talk::masked_words(tx); }))
    page.rows.push_back({.cells = {{.text = word, .href = ""}},
                         .buttons = {{.text = std::string(say::admin::take_off(visit.language)), .action = "/admin/words", .name = "off", .value = word}}});
  page.add_heading = say::admin::mask_another(visit.language);
  page.add_action = "/admin/words";
  page.add_button = say::admin::mask_it(visit.language);
  page.add_fields = {{.name = "word", .label = std::string(say::admin::word(visit.language)), .value = "", .hint = "", .error = "", .required = true}};
  return show(visit, pages::admin_table(visit.language, page));
}

Response change_words(Visit& visit) {
  if (not_a_moderator(visit)) return closed_to(visit);
  visit.db().write([&](Tx& tx) {
    auto words = talk::masked_words(tx);
    std::erase(words, visit.field("off"));
    words.push_back(visit.field("word"));
    talk::set_masked_words(tx, words);
  });
  return go_to("/admin/words", Said::Saved);
}

}  // namespace rialto::web
