#include "web/routes.h"

#include "db/db.h"
#include "web/page_admin.h"
#include "web/page_admin_members.h"
#include "web/page_front.h"
#include "web/page_member.h"
#include "web/page_plain.h"
#include "web/page_settings.h"
#include "web/page_sign.h"
#include "web/visit.h"

namespace rialto::web {

namespace {

// PostgreSQL is waited for, so every handler is slow on it. What writes waits for the disk.
class Table {
 public:
  explicit Table(Site& site)
      : site_(site), reading_(site.db().engine() == Engine::Postgres ? Speed::Slow : Speed::Quick) {}

  using Page = Response (*)(Visit&);

  void get(std::string pattern, Page page) { add(Method::Get, std::move(pattern), page, reading_); }
  void get_slow(std::string pattern, Page page) { add(Method::Get, std::move(pattern), page, Speed::Slow); }
  void post(std::string pattern, Page page) { add(Method::Post, std::move(pattern), page, Speed::Slow); }
  // For what needs no visit: nothing is looked up.
  void get_plain(std::string pattern, Handler handler) {
    rows_.push_back({.method = Method::Get, .pattern = std::move(pattern), .handler = std::move(handler)});
  }

  std::vector<Route> take() { return std::move(rows_); }

 private:
  void add(Method method, std::string pattern, Page page, Speed speed) {
    auto handler = [&site = site_, page](const Request& request) {
      auto visit = begin_visit(site, request);
      return page(visit);
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
  table.get("/", front_page);
  table.get("/about", about_page);
  table.get("/help", help_page);
  table.post("/lights", turn_lights);
  table.get_plain("/assets/{name}", asset);
  table.get_plain("/robots.txt", robots);
  table.get_plain("/healthy", healthy);

  // Members
  table.get("/sign-in", sign_in_page);
  table.post("/sign-in", take_sign_in);
  table.post("/sign-out", take_sign_out);
  table.get("/sign-up", sign_up_page);
  table.post("/sign-up", take_sign_up);
  table.get("/member/{name}", member_page);
  table.get("/ghost/{id}", ghost_page);
  table.get("/settings", settings_page);
  table.post("/settings/signature", take_signature);
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

  return table.take();
}

}  // namespace rialto::web
