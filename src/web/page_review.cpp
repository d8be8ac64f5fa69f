#include "web/page_review.h"

#include <algorithm>
#include <charconv>

#include "base/edtf.h"
#include "base/strings.h"
#include "db/db.h"
#include "import/runner.h"
#include "member/rights.h"
#include "say/editor.h"
#include "say/frame.h"
#include "say/review.h"
#include "say/rows.h"
#include "say/thread.h"
#include "talk/imported.h"
#include "talk/review.h"
#include "talk/scene_talk.h"
#include "talk/write.h"
#include "text/markup.h"
#include "text/sections.h"
#include "web/film_card.h"
#include "web/history.h"
#include "web/page_picture.h"
#include "web/pages/review.html.h"
#include "web/pages/thread.html.h"
#include "web/percent.h"
#include "web/pieces.h"
#include "web/post_view.h"
#include "web/scene_choice.h"
#include "web/shown.h"
#include "web/strip.h"
#include "web/view/review.h"
#include "web/visit.h"
#include "web/writing.h"

namespace rialto::web {

namespace {

constexpr int kOthers = 4;

struct Read {
  talk::Review review;
  film::Film film;
  view::Card card;
  std::optional<talk::Origin> origin;
  std::optional<SceneOfFilm> scene;
  Mentions mentions;
  std::optional<talk::Thread> conversation;  // about it; nothing where the viewer may see none
  std::optional<PostsOnPage> comments;
  std::vector<talk::ReviewLine> others;
};

std::optional<talk::Thread> read_conversation(Tx& tx, const SharedVisit& visit, const talk::Review& review) {
  if (!review.thread) return std::nullopt;
  auto thread = talk::find_thread(tx, *review.thread);
  if (thread->state == talk::ThreadState::Hidden && visit.hidden == talk::HiddenToo::No) return std::nullopt;
  return thread;
}

std::optional<PostsOnPage> read_comments(Tx& tx, const std::optional<talk::Thread>& thread, KeptTexts& kept, const film::Film& film) {
  if (!thread) return std::nullopt;
  return with_mentions(tx, talk::posts_of(tx, thread->id, talk::PostOrder::Tree, 1), kept, film, thread->spoils);
}

std::optional<Read> read_review(SharedVisit& visit) {
  const auto id = visit.id<ReviewId>();
  if (!id) return std::nullopt;
  return visit.db().read([&](Tx& tx) -> std::optional<Read> {
    auto review = talk::find_review(tx, *id);
    if (!review) return std::nullopt;
    auto film = film::read_film(tx, review->film).value();
    auto card = card_of(tx, film);
    auto thread = read_conversation(tx, visit, *review);
    auto comments = read_comments(tx, thread, visit.site.texts(), film);
    Mentions mentions(tx, *review, visit.site.texts(), film);
    return Read{.review = *review,
                .film = std::move(film),
                .card = std::move(card),
                .origin = talk::origin_of(tx, "review", id->value),
                .scene = scene_with_film(tx, talk::scene_of(tx, *id)),
                .mentions = std::move(mentions),
                .conversation = std::move(thread),
                .comments = std::move(comments),
                .others = talk::reviews_of(tx, {.film = review->film, .per_page = kOthers + 1})};
  });
}

void add_rating(view::Review& page, const Read& read, Language language) {
  if (read.review.rating) {
    page.stars = static_cast<int>(*read.review.rating);
    page.rating = stars_said(*read.review.rating, language);
  }
  if (!read.review.rating_kept.empty())
    page.rating_note = say::review::in_original(language, read.review.rating_kept);
  else if (read.origin && read.origin->source == imports::kSavedPage && !read.review.rating)
    page.rating_note = say::review::not_kept(language);
}

// A first paragraph of three lines or more, that begins with a Latin letter.
bool carries_capital(std::string_view markdown) {
  constexpr std::size_t kThreeLines = 200;
  const auto first = markdown.substr(0, markdown.find("\n\n"));
  if (first.size() < kThreeLines) return false;
  const auto letter = static_cast<unsigned char>(first.front());
  return (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z') || letter == 0xC3;
}

void add_text(view::Review& page, const Read& read, const Telling& telling) {
  const auto sections = text::sections_of(read.review.body);
  auto bodies = read.mentions.rendered(sections, telling);
  page.introduction = std::move(bodies.front());
  page.capital = carries_capital(sections.front().body);
  for (std::size_t at = 1; at < sections.size(); ++at)
    page.sections.push_back({.anchor = "s" + std::to_string(at), .heading = telling.mask.masked(sections[at].heading), .body = std::move(bodies[at])});
}

// Talk about a review can be hidden or locked while the review stands.
bool can_be_answered(const Read& read) {
  if (!read.review.thread) return true;
  return read.conversation && !read.conversation->locked;
}

void add_links(view::Review& page, const Read& read) {
  const auto& review = read.review;
  const auto address = "/review/" + page.id;
  if (review.state == talk::ReviewState::RemovedByModerator) page.restore_href = address + "/restore";
  if (review.state == talk::ReviewState::DeletedByAuthor) page.undelete_href = address + "/undelete";
  if (review.state != talk::ReviewState::Stands) return;
  page.report_href = address + "/report";
  page.names_href = address + "/names";
  page.hide_href = address + "/hide";
  if (can_be_answered(read)) page.comment_action = address + "/reply";
  page.answer.draft = "review-" + page.id;
  if (review.author && !review.by_ghost) {
    page.edit_href = address + "/edit";
    page.delete_href = address + "/delete";
  }
  if (review.version > 1) page.history_href = address + "/history";
}

void add_origin(view::Review& page, const Read& read, Language language) {
  if (!read.origin || read.origin->source != imports::kSavedPage) return;
  page.origin = say::review::from_saved_page(language);
  if (!read.review.author) page.not_kept = say::review::author_lost(language);
}

view::Review view_of(SharedVisit& visit, const Read& read) {
  const auto& review = read.review;
  view::Review page;
  page.frame = frame_of(visit, visit.house->mask.masked(review.title), "reviews");
  page.id = short_form(review.id);
  page.title = visit.house->mask.masked(review.title);
  page.href = page.frame.canonical = review_address(review.id, review.title);
  page.frame.kind = "article";
  page.frame.description = told_elsewhere(review.body, "", visit.telling());
  if (review.author) page.by = short_form(*review.author);
  page.card = read.card;
  page.film = film::full_title(read.film);
  page.film_id = short_form(read.film.id);
  page.film_href = "/film/" + read.film.slug;
  page.writer = who_of(review.author, review.author_name, review.by_ghost, visit.language);
  page.when = when_of(review.dated, visit.telling());
  page.minutes = reading_time(review.minutes, review.body, visit.language);
  page.audience = visit.house->mask.masked(review.audience);
  page.edited = review.edited.has_value();
  page.scene = link_to(read.scene, visit.telling());
  add_rating(page, read, visit.language);
  add_text(page, read, visit.telling());
  add_origin(page, read, visit.language);
  add_links(page, read);
  page.answer.film = page.film;
  page.answer.label = say::frame::your_words(visit.language);
  if (read.comments) page.comments = views_of(*read.comments, visit.telling());
  for (auto& comment : page.comments) comment.veil = read.comments->mentions.thread_veil(visit.language);
  if (read.conversation && read.conversation->posts > talk::kPostsPerPage) {
    page.more_comments = say::review::all_posts_about_it(visit.language, read.conversation->posts);
    page.more_comments_href = thread_address(read.conversation->id, read.conversation->title);
  }
  for (const auto& line : read.others)
    if (line.id != review.id && page.others.size() < kOthers)
      page.others.push_back(row_of(line, visit.telling()));
  return page;
}

// ---- writing
// -------------------------------------------------------------------------------------------------------------

struct Draft {
  Written written;
  std::string audience;
  std::optional<std::int64_t> rating;  // half stars
  std::string scene;                   // as addresses call it
};

std::optional<std::int64_t> rating_in(const Fields& fields) {
  const auto text = fields.get("rating");
  std::int64_t rating = 0;
  std::from_chars(text.data(), text.data() + text.size(), rating);
  return rating == 0 ? std::nullopt : std::optional(rating);
}

// A draft keeps words alone: what else was chosen comes back by the address, but for files.
std::string also_chosen(const Visit& visit) {
  auto also = "&rating=" + percent_encoded(visit.request.form.get("rating")) + "&audience=" + percent_encoded(visit.request.form.get("audience")) +
              "&scene=" + percent_encoded(scene_asked(visit));
  const auto& files = visit.request.uploads;
  const bool chosen = std::any_of(files.begin(), files.end(), [](const auto& file) { return !file.bytes.empty(); });
  return chosen ? also + "&pictures=again" : also;
}

bool comes_back(const Visit& visit) {
  return visit.request.query.has("draft") && visit.request.query.has("rating");
}

Draft draft_in(const Visit& visit) {
  return {.written = written_in(visit), .audience = visit.field("audience"), .rating = rating_in(visit.request.form), .scene = scene_asked(visit)};
}

talk::ReviewText text_of(const Draft& draft) {
  return {.title = draft.written.title, .body = draft.written.text, .audience = draft.audience, .rating = draft.rating};
}

void bring_back_choices(Draft& draft, const Visit& visit) {
  draft.audience = visit.request.query.get("audience");
  draft.rating = rating_in(visit.request.query);
  draft.scene = scene_asked(visit);
}

// The form of a film that has no scenes says nothing of them.
void put_scene(Tx& tx, const Visit& visit, ReviewId review, FilmId film) {
  if (!visit.request.form.has("scene")) return;
  const auto scene = scene_chosen(tx, visit, film);
  talk::set_scene(tx, review, scene ? std::optional(scene->id) : std::nullopt);
}

view::Select rating_select(std::optional<std::int64_t> chosen, Language language) {
  view::Select select{
      .name = "rating",
      .label = std::string(say::review::rating(language)),
      .options = {{.value = "", .text = std::string(say::review::no_rating(language)), .chosen = !chosen}}};
  for (std::int64_t rating = 10; rating >= 1; --rating)
    select.options.push_back({.value = std::to_string(rating),
                              .text = view::stars_text(static_cast<int>(rating), language),
                              .chosen = chosen == rating});
  return select;
}

struct FormPlace {
  film::Film film;
  view::Card card;
  std::string heading, action, back;
};

Response form_page(Visit& visit, const FormPlace& place, const Draft& draft, Status status = Status::Ok) {
  view::ReviewForm page;
  page.frame = frame_of(visit, place.heading, "reviews");
  page.frame.indexed = false;
  page.heading = place.heading;
  page.card = place.card;
  page.film = film::full_title(place.film);
  page.film_href = "/film/" + place.film.slug;
  page.action = place.action;
  page.back_href = place.back;
  page.title = {
      .name = "title", .label = std::string(say::review::title(visit.language)), .value = draft.written.title, .hint = "", .error = draft.written.title_error};
  page.title.required = true;
  page.rating = rating_select(draft.rating, visit.language);
  page.audience = {
      .name = "audience", .label = std::string(say::review::audience(visit.language)), .value = draft.audience, .hint = std::string(say::review::audience_hint(visit.language)), .error = ""};
  page.scene = scene_select(visit, place.film, draft.scene);
  page.editor = editor_of(visit, draft.written, "review-" + place.film.slug);
  page.editor.film = page.film;
  page.editor.hint = say::review::section_hint(visit.language);
  page.button = say::review::publish(visit.language);
  page.editor.rows = 18;
  page.editor.pictures = true;
  if (visit.request.query.has("pictures"))
    page.notices.push_back({.kind = "info", .text = std::string(say::editor::choose_again(visit.language)), .more = {}});
  page.editor.limit = text::kReviewLimit;
  page.key = draft.written.form;
  return show(visit, pages::review_form(visit.language, page), status);
}

std::optional<FormPlace> place_of_new(Visit& visit) {
  return visit.db().read([&](Tx& tx) -> std::optional<FormPlace> {
    const auto film = film::film_with_slug(tx, visit.request.params.get("slug"));
    if (!film) return std::nullopt;
    return FormPlace{.film = *film,
                     .card = card_of(tx, *film),
                     .heading = say::review::review_film(visit.language, film::full_title(*film)),
                     .action = "/film/" + film->slug + "/review",
                     .back = "/film/" + film->slug};
  });
}

FormPlace place_of_edit(const Read& read, Language language) {
  const auto address = "/review/" + short_form(read.review.id);
  return {.film = read.film,
          .card = read.card,
          .heading = std::string(say::review::edit_yours(language)),
          .action = address + "/edit",
          .back = address};
}

std::optional<Response> not_author(Visit& visit, const std::optional<Read>& read) {
  if (!read) return nothing_here(visit);
  if (!visit.viewer.signed_in()) return sign_in_first(visit);
  if (!member::may_edit(visit.viewer, read->review.author)) return refused(visit, talk::Refusal::NotYours);
  return std::nullopt;
}

std::optional<Response> not_own(Visit& visit, const std::optional<Read>& read) {
  if (read && read->review.state != talk::ReviewState::Stands) return nothing_here(visit);
  return not_author(visit, read);
}

Response reply_form(Visit& visit, const Read& read, const Written& written, Status status = Status::Ok) {
  view::PostForm page;
  page.heading = say::review::answer(visit.language);
  page.button = say::frame::post(visit.language);
  page.frame = frame_of(visit, page.heading, "reviews");
  page.frame.indexed = false;
  page.thread_title = visit.house->mask.masked(read.review.title);
  page.thread_href = page.back_href = review_address(read.review.id, read.review.title);
  page.action = "/review/" + short_form(read.review.id) + "/reply";
  page.editor = editor_of(visit, written, "review-" + short_form(read.review.id));
  page.key = written.form;
  return show(visit, pages::post_form(visit.language, page), status);
}

// Its title was a part of what is gone.
Response gone_page(SharedVisit& visit, const Read& read, view::Review page) {
  page.title = say::review::a_review_of(visit.language, page.film);
  page.frame = frame_of(visit, page.title, "reviews");
  page.frame.indexed = false;
  page.gone = read.review.state == talk::ReviewState::DeletedByAuthor ? say::review::deleted(visit.language)
                                                                      : say::review::removed(visit.language);
  page.sections.clear();
  return show(visit, pages::review(visit.language, page), Status::Gone);
}

std::shared_ptr<const Shown> shown_by(const Read& read) {
  Shown shown{.lobby_card = lobby_card_address(read.card)};
  shown.spoilers = read.mentions.spoilers();
  shown.film = read.film.id;
  if (!read.comments) return std::make_shared<const Shown>(std::move(shown));
  shown.posts = shown_of(*read.conversation, read.comments->posts, talk::PostOrder::Tree);
  for (auto& one : read.comments->mentions.spoilers()) shown.spoilers.push_back(std::move(one));
  return std::make_shared<const Shown>(std::move(shown));
}

}  // namespace

Response review_page(SharedVisit& visit) {
  const auto read = read_review(visit);
  if (!read) return nothing_here(visit);
  auto page = view_of(visit, *read);
  if (read->review.state != talk::ReviewState::Stands) return gone_page(visit, *read, std::move(page));
  if (page.href != visit.address.path) return redirect_301(page.href);
  auto response = show(visit, pages::review(visit.language, page));
  response.shown = shown_by(*read);
  return response;
}

Response new_review_page(Visit& visit) {
  const auto place = place_of_new(visit);
  if (!place) return nothing_here(visit);
  if (!visit.viewer.signed_in()) return sign_in_first(visit);
  Draft draft{.written = written_or_draft(visit), .audience = {}, .rating = {}, .scene = scene_asked(visit)};
  if (comes_back(visit)) bring_back_choices(draft, visit);
  return form_page(visit, *place, draft);
}

Response write_review(Visit& visit) {
  const auto place = place_of_new(visit);
  if (!place) return nothing_here(visit);
  auto draft = draft_in(visit);
  if (!visit.viewer.signed_in()) return keep_and_sign_in(visit, draft.written, also_chosen(visit));
  const bool taken = take_pictures(visit, draft.written);
  if (draft.written.previewed || !taken) return form_page(visit, *place, draft);
  const auto outcome = visit.db().write([&](Tx& tx) {
    const auto made = talk::write_review(tx, visit.actor(), place->film.id, text_of(draft), draft.written.form);
    if (const auto* review = std::get_if<ReviewId>(&made)) {
      put_scene(tx, visit, *review, place->film.id);
      forget_draft(tx, visit, draft.written);
    }
    return made;
  });
  if (const auto* id = std::get_if<ReviewId>(&outcome))
    return go_to(review_address(*id, draft.written.title), Said::Posted);
  tell(draft.written, std::get<talk::Refusal>(outcome), visit.language);
  return form_page(visit, *place, draft, Status::UnprocessableContent);
}

Response review_edit_page(Visit& visit) {
  const auto read = read_review(visit);
  if (const auto no = not_own(visit, read)) return *no;
  Draft draft{.written = written_or_draft(visit), .audience = read->review.audience, .rating = read->review.rating, .scene = read->scene ? film::address_part(read->scene->scene) : ""};
  if (comes_back(visit)) bring_back_choices(draft, visit);
  if (draft.written.text.empty()) {
    draft.written.title = read->review.title;
    draft.written.text = read->review.body;
    draft.written.kept.reset();
  }
  return form_page(visit, place_of_edit(*read, visit.language), draft);
}

Response edit_review(Visit& visit) {
  const auto read = read_review(visit);
  auto draft = draft_in(visit);
  if (read && !visit.viewer.signed_in()) return keep_and_sign_in(visit, draft.written, also_chosen(visit));
  if (const auto no = not_own(visit, read)) return *no;
  const bool taken = take_pictures(visit, draft.written);
  if (draft.written.previewed || !taken) return form_page(visit, place_of_edit(*read, visit.language), draft);
  const auto refusal = visit.db().write([&](Tx& tx) {
    const auto no = talk::edit_review(tx, visit.actor(), read->review.id, text_of(draft));
    if (no && *no != talk::Refusal::Unchanged) return no;
    put_scene(tx, visit, read->review.id, read->film.id);
    forget_draft(tx, visit, draft.written);
    return no;
  });
  if (!refusal || *refusal == talk::Refusal::Unchanged)
    return go_to(review_address(read->review.id, draft.written.title), Said::Saved);
  tell(draft.written, *refusal, visit.language);
  return form_page(visit, place_of_edit(*read, visit.language), draft, Status::UnprocessableContent);
}

Response review_delete_page(Visit& visit) {
  const auto read = read_review(visit);
  if (const auto no = not_own(visit, read)) return *no;
  view::AskForm page;
  page.heading = say::review::delete_question(visit.language);
  page.frame = frame_of(visit, page.heading, "reviews");
  page.frame.indexed = false;
  page.words = say::review::delete_words(visit.language);
  page.back_href = "/review/" + short_form(read->review.id);
  page.action = page.back_href + "/delete";
  page.button = say::review::delete_it(visit.language);
  page.danger = true;
  return show(visit, pages::ask(visit.language, page));
}

Response delete_review(Visit& visit) {
  const auto read = read_review(visit);
  if (const auto no = not_own(visit, read)) return *no;
  const auto refusal =
      visit.db().write([&](Tx& tx) { return talk::delete_review(tx, visit.actor(), read->review.id); });
  return refusal ? refused(visit, *refusal) : go_to(review_address(read->review.id, read->review.title), Said::Deleted);
}

Response review_undelete_page(Visit& visit) {
  const auto read = read_review(visit);
  if (const auto no = not_author(visit, read)) return *no;
  view::AskForm page;
  page.heading = say::review::bring_back_question(visit.language);
  page.frame = frame_of(visit, page.heading, "reviews");
  page.frame.indexed = false;
  page.words = say::review::bring_back_words(visit.language);
  page.back_href = "/review/" + short_form(read->review.id);
  page.action = page.back_href + "/undelete";
  page.button = say::review::bring_back(visit.language);
  return show(visit, pages::ask(visit.language, page));
}

Response undelete_review(Visit& visit) {
  const auto read = read_review(visit);
  if (const auto no = not_author(visit, read)) return *no;
  const auto refusal =
      visit.db().write([&](Tx& tx) { return talk::restore_review(tx, visit.actor(), read->review.id); });
  if (refusal) return refused(visit, *refusal);
  return go_to(review_address(read->review.id, read->review.title), Said::BroughtBack);
}

Response review_reply_page(Visit& visit) {
  const auto read = read_review(visit);
  if (!read || read->review.state != talk::ReviewState::Stands) return nothing_here(visit);
  if (!visit.viewer.signed_in()) return sign_in_first(visit);
  return reply_form(visit, *read, written_or_draft(visit));
}

Response reply_to_review(Visit& visit) {
  const auto read = read_review(visit);
  if (!read) return nothing_here(visit);
  auto written = written_in(visit);
  if (!visit.viewer.signed_in()) return keep_and_sign_in(visit, written);
  if (written.previewed) return reply_form(visit, *read, written);
  const auto outcome = visit.db().write([&](Tx& tx) {
    const auto made = talk::reply_to_review(tx, visit.actor(), read->review.id, written.text, written.form);
    if (std::holds_alternative<talk::Written>(made)) forget_draft(tx, visit, written);
    return made;
  });
  if (const auto* made = std::get_if<talk::Written>(&outcome))
    return go_to(review_address(read->review.id, read->review.title) + "#p-" + short_form(made->post), Said::Posted);
  tell(written, std::get<talk::Refusal>(outcome), visit.language);
  return reply_form(visit, *read, written, Status::UnprocessableContent);
}

Response review_history_page(SharedVisit& visit) {
  const auto read = read_review(visit);
  if (!read || read->review.state != talk::ReviewState::Stands) return nothing_here(visit);
  const auto& review = read->review;
  const auto versions = visit.db().read([&](Tx& tx) { return talk::versions_of(tx, review.id); });
  view::PostHistory page;
  page.frame = frame_of(visit, say::thread::how_a_review_changed(visit.language), "reviews");
  page.frame.indexed = false;
  page.thread_title = visit.house->mask.masked(review.title);
  page.thread_href = page.post_href = review_address(review.id, review.title);
  page.author = who_of(review.author, review.author_name, review.by_ghost, visit.language);
  History history(page, review.dated, visit.telling());
  for (const auto& version : versions) history.add(version);
  history.add(review.version, review.body);
  return show(visit, pages::post_history(visit.language, page));
}

}  // namespace rialto::web
