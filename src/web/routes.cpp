#include "web/routes.h"

#include "db/db.h"
#include "web/hole.h"
#include "web/page_admin.h"
#include "web/page_admin_members.h"
#include "web/page_board.h"
#include "web/page_card.h"
#include "web/page_film.h"
#include "web/page_film_edit.h"
#include "web/page_films.h"
#include "web/page_find.h"
#include "web/page_design.h"
#include "web/page_doubts.h"
#include "web/page_front.h"
#include "web/page_home.h"
#include "web/page_manifest.h"
#include "web/page_member.h"
#include "web/page_moderation.h"
#include "web/page_names.h"
#include "web/page_person.h"
#include "web/page_picture.h"
#include "web/page_plain.h"
#include "web/page_preview.h"
#include "web/page_rating.h"
#include "web/page_review.h"
#include "web/page_reviews.h"
#include "web/page_scene.h"
#include "web/page_seen.h"
#include "web/page_settings.h"
#include "web/page_sign.h"
#include "web/page_spoilers.h"
#include "web/page_thread.h"
#include "web/page_unread.h"
#include "web/page_writing.h"
#include "web/shared_page.h"
#include "web/visit.h"
#include "web/writing_pace.h"

namespace rialto::web {

namespace {

// PostgreSQL is waited for, so every handler is slow on it. What writes waits for the disk.
class Table {
 public:
  explicit Table(Site& site)
      : site_(site), reading_(site.db().engine() == Engine::Postgres ? Speed::Slow : Speed::Quick) {}

  using Page = Response (*)(Visit&);

  // One page for all who ask; `query` names what its handler reads of it.
  void shared(std::string pattern, Response (*make)(SharedVisit&), std::vector<std::string> query = {}) {
    SharedPage page{.make = make, .query = std::move(query)};
    auto handler = [&site = site_, page = std::move(page)](const Request& request) {
      return answer_shared(site, request, page);
    };
    rows_.push_back({.pattern = std::move(pattern), .handler = std::move(handler), .speed = reading_});
  }
  // A shared page for visitors, one of their own for members.
  void shared_or_own(std::string pattern, Response (*make)(SharedVisit&), Page own) {
    auto handler = [&site = site_, shared = SharedPage{.make = make, .query = {}}, own](const Request& request) {
      if (!request.cookies.find(kSessionCookie)) return answer_shared(site, request, shared);
      auto visit = begin_visit(site, request);
      return visit.viewer.signed_in() ? filled(visit, own(visit)) : answer_shared(site, request, shared);
    };
    rows_.push_back({.pattern = std::move(pattern), .handler = std::move(handler), .speed = reading_});
  }
  void get(std::string pattern, Page page) { add(Method::Get, std::move(pattern), page, reading_); }
  void get_slow(std::string pattern, Page page) { add(Method::Get, std::move(pattern), page, Speed::Slow); }
  void post(std::string pattern, Page page) { add(Method::Post, std::move(pattern), page, Speed::Slow); }
  void post_with_pictures(std::string pattern, Page page) {
    post(std::move(pattern), page);
    rows_.back().body_limit = kPictureFormBytes;
  }
  // What members say to others, at the pace that the site allows.
  void write(std::string pattern, Page page) {
    auto handler = [&site = site_, page](const Request& request) {
      auto visit = begin_visit(site, request);
      auto refused = too_fast(visit);
      return filled(visit, refused ? std::move(*refused) : page(visit));
    };
    rows_.push_back({.method = Method::Post, .pattern = std::move(pattern), .handler = std::move(handler), .speed = Speed::Slow});
  }
  void write_with_pictures(std::string pattern, Page page) {
    write(std::move(pattern), page);
    rows_.back().body_limit = kPictureFormBytes;
  }
  // For what needs no visit: nothing is looked up.
  void get_plain(std::string pattern, Handler handler) {
    rows_.push_back({.method = Method::Get, .pattern = std::move(pattern), .handler = std::move(handler)});
  }

  std::vector<Route> take() { return std::move(rows_); }

 private:
  void add(Method method, std::string pattern, Page page, Speed speed) {
    auto handler = [&site = site_, page](const Request& request) {
      auto visit = begin_visit(site, request);
      return filled(visit, page(visit));
    };
    rows_.push_back({.method = method, .pattern = std::move(pattern), .handler = std::move(handler), .speed = speed});
  }

  Site& site_;
  Speed reading_;
  std::vector<Route> rows_;
};

}  // namespace

std::vector<Route> routes_of(Site& site) {
  Table table(site);

  // The house
  table.shared_or_own("/", front_page, home_page);
  table.shared("/about", about_page);
  table.shared("/about/design", design_page);
  table.get("/about/design/{family}", design_card);
  table.shared("/help", help_page);
  table.post("/lights", turn_lights);
  table.post("/language", choose_language);
  table.post("/preview", preview);
  table.get_plain("/assets/{name}", asset);
  table.get("/manifest.webmanifest", manifest);
  table.get_slow("/lobby.png", house_lobby_card);
  table.get_plain("/robots.txt", robots);
  table.get_plain("/healthy", healthy);
  table.get_plain("/metrics", [&site](const Request& request) { return metrics_page(site, request); });

  // Members
  table.get("/sign-in", sign_in_page);
  table.post("/sign-in", take_sign_in);
  table.post("/sign-out", take_sign_out);
  table.get("/sign-up", sign_up_page);
  table.post("/sign-up", take_sign_up);
  table.shared("/member/{name}", member_page, {"part", "before"});
  table.shared("/ghost/{id}", ghost_page, {"part", "before"});
  table.get("/settings", settings_page);
  table.post("/settings/signature", take_signature);
  table.post("/settings/reading", take_reading);
  table.post("/settings/name", take_name);
  table.post("/settings/email", take_email);
  table.post("/settings/password", take_password);
  table.post("/settings/sessions", take_session_end);
  table.post("/settings/leave", take_leave);

  // Behind the curtain: members
  table.get("/admin", admin_page);
  table.get("/admin/members", admin_members_page);
  table.get("/admin/member/{id}", admin_member_page);
  table.post("/admin/member/{id}/role", take_role);
  table.post("/admin/member/{id}/suspension", take_suspension);
  table.post("/admin/member/{id}/sessions", take_sessions_end);
  table.get("/admin/approvals", admin_approvals_page);
  table.post("/admin/approvals", take_approval);
  table.get("/admin/invitations", admin_invitations_page);
  table.post("/admin/invitations", take_invitation);
  table.get("/admin/settings", admin_settings_page);
  table.post("/admin/settings", take_settings);

  // Films and people
  table.get("/films", films_page);
  table.get("/films/new", new_film_page);
  table.write("/films/new", add_film);
  table.shared("/film/{slug}", film_page);
  table.get("/film/{slug}/card.svg", card_picture);
  table.get_slow("/film/{slug}/lobby.png", film_lobby_card);
  table.get("/film/{slug}/edit", film_edit_page);
  table.write("/film/{slug}/edit", edit_film);
  table.get("/film/{slug}/rating", rating_page);
  table.write("/film/{slug}/rating", take_rating);
  table.write("/film/{slug}/seen", take_seen);
  table.shared("/film/{slug}/history", film_history_page, {"page"});
  table.write("/film/{slug}/history/{id}/undo", undo_film_change);
  table.shared("/film/{slug}/scene/{scene}", scene_page);
  table.shared("/film/{slug}/scene/{scene}/history", scene_history_page);
  table.write("/film/{slug}/scene/{scene}/history/{id}/undo", undo_scene_change);
  table.get("/film/{slug}/scene/{scene}/edit", scene_edit_page);
  table.write("/film/{slug}/scene/{scene}/edit", edit_scene);
  table.get("/film/{slug}/scenes/new", new_scene_page);
  table.write("/film/{slug}/scenes/new", add_scene);
  table.shared("/person/{slug}", person_page);
  table.get_slow("/find", find_page);  // up to 100 ms where a begun word fits 30,000 people

  // Boards
  table.shared("/boards", boards_page);
  table.shared("/board/{slug}", board_page, {"order", "page"});
  table.get("/board/{slug}/new", new_thread_page);
  table.write("/board/{slug}/new", start_thread);
  table.shared("/person/{slug}/board", person_board_page, {"order", "page"});
  table.get("/person/{slug}/board/new", new_person_thread_page);
  table.write("/person/{slug}/board/new", start_person_thread);

  // Threads and posts
  table.shared("/thread/{id}", thread_page, {"order", "page"});
  table.shared("/thread/{id}/{words}", thread_page, {"order", "page"});
  table.get("/unread/{id}", to_unread);
  table.post("/read", read_everywhere);
  table.post("/board/{slug}/read", read_board);
  table.post("/person/{slug}/board/read", read_person_board);
  table.get("/thread/{id}/reply", thread_reply_page);
  table.write("/thread/{id}/reply", reply_to_thread);
  table.shared("/post/{id}", post_page);
  table.shared("/post/{id}/history", post_history_page);
  table.get("/post/{id}/reply", post_reply_page);
  table.write("/post/{id}/reply", reply_to_post);
  table.get("/post/{id}/edit", post_edit_page);
  table.write("/post/{id}/edit", edit_post);
  table.get("/post/{id}/delete", post_delete_page);
  table.write("/post/{id}/delete", delete_post);
  table.get("/post/{id}/undelete", post_undelete_page);
  table.write("/post/{id}/undelete", undelete_post);

  // Reviews
  table.shared("/reviews", reviews_page, {"before"});
  table.shared("/film/{slug}/reviews", film_reviews_page, {"page", "order", "rating"});
  table.get("/film/{slug}/review", new_review_page);
  table.write_with_pictures("/film/{slug}/review", write_review);
  table.shared("/review/{id}", review_page);
  table.shared("/review/{id}/{words}", review_page);
  table.shared("/review/{id}/history", review_history_page);
  table.get("/review/{id}/reply", review_reply_page);
  table.write("/review/{id}/reply", reply_to_review);
  table.get("/review/{id}/edit", review_edit_page);
  table.write_with_pictures("/review/{id}/edit", edit_review);
  table.get("/review/{id}/delete", review_delete_page);
  table.write("/review/{id}/delete", delete_review);
  table.get("/review/{id}/undelete", review_undelete_page);
  table.write("/review/{id}/undelete", undelete_review);

  // What texts name
  table.get("/post/{id}/names", post_names_page);
  table.write("/post/{id}/names", correct_post_names);
  table.get("/review/{id}/names", review_names_page);
  table.write("/review/{id}/names", correct_review_names);
  table.get("/film/{slug}/glance", film_glance);
  table.get("/person/{slug}/glance", person_glance);
  table.get("/film/{slug}/scene/{scene}/glance", scene_glance);
  table.get("/admin/names", proposed_names_page);

  // While one writes
  table.get_slow("/complete/film", complete_film);  // searches as /find does
  table.get("/complete/member", complete_member);
  table.get("/draft", draft_at_place);
  table.post("/draft", keep_draft);

  // Pictures in texts
  table.get_slow("/picture/{name}", picture_file);
  table.post_with_pictures("/picture", take_picture);

  // Moderation
  table.shared("/log", log_page, {"before"});
  table.get("/thread/{id}/lock", ask_lock);
  table.post("/thread/{id}/lock", lock);
  table.get("/thread/{id}/pin", ask_pin);
  table.post("/thread/{id}/pin", pin);
  table.get("/thread/{id}/hide", ask_hide_thread);
  table.post("/thread/{id}/hide", hide_thread);
  table.get("/thread/{id}/spoilers", thread_spoilers_page);
  table.post("/thread/{id}/spoilers", take_thread_spoilers);
  table.get("/thread/{id}/rename", ask_rename);
  table.post("/thread/{id}/rename", rename);
  table.get("/thread/{id}/move", ask_move);
  table.post("/thread/{id}/move", move);
  table.get("/post/{id}/hide", ask_remove_post);
  table.post("/post/{id}/hide", remove_post);
  table.get("/post/{id}/restore", ask_restore_post);
  table.post("/post/{id}/restore", restore_post);
  table.get("/review/{id}/hide", ask_remove_review);
  table.post("/review/{id}/hide", remove_review);
  table.get("/review/{id}/restore", ask_restore_review);
  table.post("/review/{id}/restore", restore_review);
  table.get("/thread/{id}/report", ask_report_thread);
  table.write("/thread/{id}/report", report_thread);
  table.get("/post/{id}/report", ask_report_post);
  table.write("/post/{id}/report", report_post);
  table.get("/review/{id}/report", ask_report_review);
  table.write("/review/{id}/report", report_review);
  table.get("/admin/reports", reports_page);
  table.post("/admin/reports/{id}", settle_report);
  table.get("/admin/words", words_page);
  table.post("/admin/words", change_words);
  // Behind the curtain: imports
  table.get("/admin/doubts", doubts_page);
  table.post("/admin/doubts/{id}", settle_doubt);

  return table.take();
}

}  // namespace rialto::web
