#include "web/page_member.h"

#include "db/db.h"
#include "member/member.h"
#include "say/frame.h"
#include "say/member.h"
#include "talk/post.h"
#include "talk/review.h"
#include "text/disclose.h"
#include "web/pages/member.html.h"
#include "web/pieces.h"
#include "web/view/member.h"
#include "web/visit.h"

namespace rialto::web {

namespace {

constexpr int kPerPage = 50;
constexpr std::size_t kMonth = 7;  // how much of "2026-05-01T…" says the month
constexpr std::size_t kExcerpt = 240;

view::SpokenRow row_of(const talk::PostElsewhere& post, const Telling& telling) {
  return {.thread = post.thread_title,
          .href = post_address(post.id),
          .when = when_of(post.dated, telling),
          .excerpt = text::excerpt(text::disclosed(post.body, {post.thread_spoils}), kExcerpt, &telling.mask),
          .board = film_name(post.board_title, post.board_year),
          .board_href = board_address(static_cast<talk::BoardKind>(post.board_kind), post.board_slug)};
}

void add_posts(view::Member& page, const SharedVisit& visit, MemberId member) {
  const auto before = before_of<PostId>(visit.address.query);
  const auto posts = visit.db().read([&](Tx& tx) { return talk::posts_by(tx, member, before, kPerPage); });
  for (const auto& post : posts) page.posts.push_back(row_of(post, visit.telling()));
  if (!posts.empty())
    page.pager = pager_after(page.href, short_form(posts.back().id), posts.size() == kPerPage, !before, visit.language);
}

void add_reviews(view::Member& page, const SharedVisit& visit, MemberId member) {
  const auto before = before_of<ReviewId>(visit.address.query);
  const auto reviews = visit.db().read([&](Tx& tx) { return talk::reviews_by(tx, member, before, kPerPage); });
  for (const auto& review : reviews) {
    page.reviews.push_back(web::row_of(review, visit.telling()));
    page.reviews.back().by = {.name = page.name, .href = page.href, .ghost = page.ghost};
  }
  if (!reviews.empty())
    page.pager =
        pager_after(page.href + "?part=reviews", short_form(reviews.back().id), reviews.size() == kPerPage, !before,
                    visit.language);
}

std::string_view origin_words(const member::Member& who, Language language) {
  return who.state == member::State::Left ? say::member::was_member(language) : say::member::from_elsewhere(language);
}

view::Member page_of(const SharedVisit& visit, const member::Member& who) {
  view::Member page;
  page.frame = frame_of(visit, who.name);
  page.name = who.name;
  page.href = page.frame.canonical = address_of(who);
  page.by = short_form(who.id);
  page.ghost = who.kind == member::Kind::Ghost;
  page.gone = who.state == member::State::Left;
  page.moderator = who.role == member::Role::Moderator;
  page.admin = who.role == member::Role::Admin;
  if (page.ghost) page.origin = origin_words(who, visit.language);
  if (!page.ghost) 
    page.since = say::member::here_since(visit.language, when_of(iso_text(who.created).substr(0, kMonth), visit.telling()).spoken);
  if (who.state == member::State::Suspended) page.suspended = say::member::suspended(visit.language);
  if (!page.ghost) page.manage_href = "/admin/member/" + short_form(who.id);
  return page;
}

Response show_member(const SharedVisit& visit, const member::Member& who) {
  auto page = page_of(visit, who);
  const bool reviews = visit.address.query.get("part") == "reviews";
  page.parts = {{.text = std::string(say::member::wrote(visit.language)), .href = page.href, .chosen = !reviews},
                {.text = std::string(say::member::reviewed(visit.language)), .href = page.href + "?part=reviews", .chosen = reviews}};
  if (reviews) {
    add_reviews(page, visit, who.id);
  } else {
    add_posts(page, visit, who.id);
  }
  return show(visit, pages::member(visit.language, page));
}

}  // namespace

Response member_page(SharedVisit& visit) {
  const std::string name(visit.address.params.get("name"));
  const auto who = visit.db().read([&](Tx& tx) { return member::find_at_address(tx, name); });
  if (!who || who->state == member::State::Waiting) return nothing_here(visit);
  if (who->name != name || who->kind == member::Kind::Ghost) return redirect_303(address_of(*who));
  return show_member(visit, *who);
}

Response ghost_page(SharedVisit& visit) {
  const auto id = visit.id<MemberId>();
  if (!id) return nothing_here(visit);
  const auto who = visit.db().read([&](Tx& tx) { return member::find_member(tx, *id); });
  if (!who || who->state == member::State::Waiting) return nothing_here(visit);
  if (who->kind == member::Kind::Member) return redirect_303(address_of(*who));
  return show_member(visit, *who);
}

}  // namespace rialto::web
