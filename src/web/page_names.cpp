#include "web/page_names.h"

#include <algorithm>
#include <charconv>

#include "base/strings.h"
#include "db/db.h"
#include "film/director.h"
#include "film/find.h"
#include "member/rights.h"
#include "say/names.h"
#include "say/rating.h"
#include "talk/correction.h"
#include "talk/mention.h"
#include "talk/post.h"
#include "talk/rating.h"
#include "talk/review.h"
#include "talk/thread.h"
#include "text/escape.h"
#include "web/curtain.h"
#include "web/film_card.h"
#include "web/pages/names.html.h"
#include "web/pieces.h"
#include "web/post_view.h"
#include "web/view/film.h"
#include "web/view/names.h"
#include "web/visit.h"

namespace rialto::web {

namespace {

constexpr int kChoices = 6;  // of films, and of people
constexpr std::int64_t kTexts = 100;

// A text whose names are looked at.
struct Subject {
  talk::CorrectedText text;
  std::string title, address;  // where it is read
  std::vector<text::NameLink> links;
  std::optional<talk::Post> post;
  std::string thread_spoils;  // talk::Thread::spoils
};

std::string names_address(const talk::TextId& text) {
  const auto* post = std::get_if<PostId>(&text);
  return (post ? post_address(*post) : "/review/" + short_form(std::get<ReviewId>(text))) + "/names";
}

std::optional<Subject> post_at(Visit& visit, Tx& tx) {
  const auto id = visit.id<PostId>();
  auto post = id ? talk::find_post(tx, *id) : std::nullopt;
  if (!post || post->state != talk::PostState::Stands) return std::nullopt;
  const auto thread = talk::find_thread(tx, post->thread);
  if (thread->state == talk::ThreadState::Hidden && !member::may_see_hidden(visit.viewer)) return std::nullopt;
  auto links = talk::names_in(tx, std::vector{*post})[*id];
  return Subject{.text = {.id = *id, .body = post->body, .version = post->version, .author = post->by_ghost ? std::nullopt : post->author},
                 .title = visit.house->mask.masked(thread->title),
                 .address = post_in_thread(tx, *post, *thread, talk::PostOrder::Tree),
                 .links = std::move(links),
                 .post = std::move(post),
                 .thread_spoils = thread->spoils};
}

std::optional<Subject> review_at(Visit& visit, Tx& tx) {
  const auto id = visit.id<ReviewId>();
  const auto review = id ? talk::find_review(tx, *id) : std::nullopt;
  if (!review || review->state != talk::ReviewState::Stands) return std::nullopt;
  return Subject{.text = {.id = *id, .body = review->body, .version = review->version, .author = review->by_ghost ? std::nullopt : review->author},
                 .title = visit.house->mask.masked(review->title),
                 .address = review_address(review->id, review->title),
                 .links = talk::names_in(tx, *review),
                 .post = std::nullopt,
                 .thread_spoils = ""};
}

using FindSubject = std::optional<Subject> (*)(Visit&, Tx&);

std::int64_t number_in(std::string_view text) {
  std::int64_t number = -1;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

// ---- the page ------------------------------------------------------------------------------------------------------------

view::NamePlace view_of(const talk::NamePlace& place) { return {.words = place.words, .nth = std::to_string(place.nth)}; }

// Here no veil can be lifted: what one hides is told to those alone who decide about the text.
bool is_told(const view::Names& page, const Subject& subject, const text::StreamedText& text, const std::optional<text::Stretch>& place) {
  return page.decides || (place && subject.thread_spoils.empty() && !lies_in(text.veiled, *place));
}

void add_rows(view::Names& page, const Subject& subject, const Telling& telling) {
  const auto text = talk::words_of(subject.text.id, subject.text.body);
  for (const auto& link : subject.links) {
    if (!is_told(page, subject, text, text::Stretch{link.begin, link.end})) continue;
    const auto place = view_of(talk::place_at(text.words, {link.begin, link.end}));
    std::string another = page.action + "?words=";
    text::append_query(another, place.words);
    page.rows.push_back({.place = place, .words = telling.mask.masked(place.words), .name = link.title, .href = link.address, .another_href = another + "&nth=" + place.nth + "#look"});
  }
}

void add_proposals(view::Names& page, Tx& tx, const Subject& subject, const Telling& telling) {
  const auto text = talk::words_of(subject.text.id, subject.text.body);
  for (const auto& one : talk::corrections_proposed(tx, subject.text.id)) {
    if (!is_told(page, subject, text, talk::find_place(text.words, one.place))) continue;
    const auto words = telling.mask.masked(one.place.words);
    page.proposals.push_back({.id = short_form(one.id),
                              .sentence = one.target_name.empty() ? say::names::proposes_none(telling.language, one.member, words)
                                                                  : say::names::proposes(telling.language, one.member, words, one.target_name),
                              .href = one.target_address});
  }
}

// The first place where the words stand and are no link yet.
talk::NamePlace free_place(const Subject& subject, std::string words) {
  const auto all = talk::words_of(subject.text.id, subject.text.body).words;
  talk::NamePlace place{.words = std::move(words)};
  const auto is_link = [&](const text::Stretch& stretch) {
    return std::any_of(subject.links.begin(), subject.links.end(), [&](const auto& link) { return link.begin < stretch.end && stretch.begin < link.end; });
  };
  for (auto found = talk::find_place(all, place); found && is_link(*found); found = talk::find_place(all, place)) ++place.nth;
  return place;
}

void add_choices(view::Names& page, Tx& tx, std::string_view typed, Language language) {
  const auto query = film::find_query(typed);
  for (const auto& found : film::find_films(tx, query, kChoices))
    page.choices.push_back({.value = "film " + short_form(found.film.id), .name = film::full_title(found.film), .about = found.film.line, .href = "/film/" + found.film.slug});
  const auto people = film::find_people(tx, query, kChoices);
  std::vector<PersonId> ids;
  for (const auto& found : people) ids.push_back(found.person.id);
  auto known = film::known_for(tx, ids, 3);
  for (const auto& found : people)
    page.choices.push_back({.value = "person " + short_form(found.person.id), .name = found.person.name, .about = joined(known[found.person.id], ", "), .href = "/person/" + found.person.slug});
  if (page.choices.empty()) page.nothing_found = say::names::nothing_found(language, std::string(typed));
}

void add_search(view::Names& page, const Visit& visit, Tx& tx, const Subject& subject) {
  const auto language = visit.language;
  const auto words = std::string(cut_utf8(trimmed(visit.request.query.get("words")), 200)), typed = std::string(cut_utf8(trimmed(visit.request.query.get("q")), 200));
  const auto nth = number_in(visit.request.query.get("nth"));
  page.look_heading = words.empty() ? std::string(say::names::add(language)) : say::names::choose(language, words);
  page.words_field = {.name = "words", .label = std::string(say::names::add_words(language)), .value = words, .hint = std::string(say::names::add_words_hint(language)), .required = true};
  page.query_field = {.name = "q", .label = std::string(say::names::looking_for(language)), .value = typed, .hint = std::string(say::names::looking_for_hint(language)), .type = "search", .required = true};
  if (nth >= 0) page.nth = std::to_string(nth);
  if (words.empty() || typed.empty()) return;
  page.asked = view_of(nth >= 0 ? talk::NamePlace{words, nth} : free_place(subject, words));
  if (!talk::find_place(talk::words_of(subject.text.id, subject.text.body).words, {page.asked.words, number_in(page.asked.nth)})) {
    page.words_field.error = talk::sentence(talk::Refusal::NoSuchWords, language);
    return;
  }
  add_choices(page, tx, typed, language);
}

Response names_page(Visit& visit, FindSubject find) {
  const auto subject = visit.db().read([&](Tx& tx) { return find(visit, tx); });
  if (!subject) return nothing_here(visit);
  if (!visit.viewer.signed_in()) return sign_in_first(visit);
  view::Names page;
  page.frame = frame_of(visit, say::names::heading(visit.language), "boards");
  page.frame.indexed = false;
  page.text = {.text = subject->title, .href = subject->address};
  page.action = names_address(subject->text.id);
  page.decides = talk::may_correct(visit.actor(), subject->text);
  page.words = page.decides ? say::names::own_words(visit.language) : say::names::words(visit.language);
  visit.db().read([&](Tx& tx) {
    if (subject->post) page.post = view_alone(tx, visit, *subject->post);
    add_rows(page, *subject, visit.telling());
    add_proposals(page, tx, *subject, visit.telling());
    add_search(page, visit, tx, *subject);
  });
  return show(visit, pages::names(visit.language, page));
}

// ---- what is sent --------------------------------------------------------------------------------------------------------

// "film 3v9k2m", "person 4a", ""; nothing if it is none of these or leads nowhere.
std::optional<talk::NameTarget> target_in(Tx& tx, std::string_view value) {
  if (value.empty()) return talk::NameTarget{};
  const auto pieces = split(value, ' ');
  const auto id = pieces.size() == 2 ? from_short_form(pieces[1]) : std::nullopt;
  if (!id) return std::nullopt;
  if (pieces[0] == "film" && film::read_film(tx, FilmId{*id})) return FilmId{*id};
  if (pieces[0] == "person" && film::read_person(tx, PersonId{*id})) return PersonId{*id};
  return std::nullopt;
}

std::variant<talk::Standing, talk::Refusal> correct(Visit& visit, Tx& tx, const Subject& subject) {
  if (const auto proposal = from_short_form(visit.field("proposal")); proposal && visit.request.form.has("proposal")) {
    const auto as = visit.field("do") == "accept" ? talk::Standing::Stands : talk::Standing::TurnedDown;
    if (const auto refusal = talk::settle_correction(tx, visit.actor(), subject.text, ChangeId{*proposal}, as)) return *refusal;
    return as;
  }
  const auto target = target_in(tx, visit.field("name"));
  if (!target) return talk::Refusal::NoSuchWords;
  return talk::correct_name(tx, visit.actor(), subject.text, {visit.field("words"), number_in(visit.field("nth"))}, *target);
}

Response correct_names(Visit& visit, FindSubject find) {
  const auto subject = visit.db().read([&](Tx& tx) { return find(visit, tx); });
  if (!subject) return nothing_here(visit);
  if (!visit.viewer.signed_in()) return sign_in_first(visit);
  const auto outcome = visit.db().write([&](Tx& tx) { return correct(visit, tx, *subject); });
  const auto address = names_address(subject->text.id);
  if (const auto* refusal = std::get_if<talk::Refusal>(&outcome); refusal && *refusal != talk::Refusal::Unchanged) return refused(visit, *refusal);
  const auto* standing = std::get_if<talk::Standing>(&outcome);
  return go_to(address, standing && *standing != talk::Standing::Proposed ? Said::Saved : Said::Proposed);
}

// ---- a glance ------------------------------------------------------------------------------------------------------------

}  // namespace

Response bare(std::string html) {
  Response response;
  response.body = std::move(html);
  response.cache_control = "private, max-age=60";
  return response;
}

Response post_names_page(Visit& visit) { return names_page(visit, post_at); }
Response review_names_page(Visit& visit) { return names_page(visit, review_at); }
Response correct_post_names(Visit& visit) { return correct_names(visit, post_at); }
Response correct_review_names(Visit& visit) { return correct_names(visit, review_at); }

Response proposed_names_page(Visit& visit) {
  if (auto no = unless_moderator(visit)) return *no;
  const auto texts = visit.db().read([](Tx& tx) { return talk::texts_with_proposals(tx, kTexts); });
  view::ProposedNames page;
  page.frame = frame_of(visit, say::names::texts_waiting(visit.language));
  page.frame.indexed = false;
  for (const auto& one : texts)
    page.texts.push_back({.text = visit.house->mask.masked(one.title), .href = names_address(one.text), .proposals = say::names::proposals(visit.language, one.proposals)});
  return show(visit, pages::proposed_names(visit.language, page));
}

Response film_glance(Visit& visit) {
  view::Glance glance;
  const bool found = visit.db().read([&](Tx& tx) {
    const auto film = film::film_with_slug(tx, visit.request.params.get("slug"));
    if (!film || film->removed) return false;
    const auto card = card_of(tx, *film);
    const std::vector ids{film->id};
    auto directors = film::directors_of(tx, ids);
    glance = {.href = "/film/" + film->slug, .title = film::full_title(*film), .facts = directors[film->id], .line = film->line, .picture = card.picture, .own = {}};
    if (visit.viewer.signed_in())
      if (const auto own = talk::rating_by(tx, visit.viewer.member, film->id).counts())
        glance.own = say::rating::given(visit.language, view::stars_text(static_cast<int>(*own), visit.language));
    return true;
  });
  return found ? bare(pages::glance(visit.language, glance)) : nothing_here(visit);
}

Response person_glance(Visit& visit) {
  view::Glance glance;
  const bool found = visit.db().read([&](Tx& tx) {
    const auto person = film::person_with_slug(tx, visit.request.params.get("slug"));
    if (!person) return false;
    const std::vector ids{person->id};
    glance = {.href = "/person/" + person->slug, .title = person->name, .facts = joined(film::known_for(tx, ids, 3)[person->id], ", "), .line = {}, .picture = {}, .own = {}};
    return true;
  });
  return found ? bare(pages::glance(visit.language, glance)) : nothing_here(visit);
}

}  // namespace rialto::web
