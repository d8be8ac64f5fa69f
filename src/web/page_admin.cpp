#include "web/page_admin.h"

#include "db/db.h"
#include "member/rights.h"
#include "web/curtain.h"
#include "web/pages/admin.html.h"
#include "web/view/admin.h"
#include "web/visit.h"
#include "web/waiting.h"

namespace rialto::web {

Response admin_page(Visit& visit) {
  if (auto no = unless_moderator(visit)) return *no;
  const auto waiting = visit.db().read([&](Tx& tx) { return read_waiting(tx, visit.viewer); });
  view::Admin page;
  page.frame = frame_of(visit, "Behind the curtain");
  page.frame.indexed = false;
  page.parts = {
      {"Reports", "/admin/reports", "What members ask you to look at", static_cast<int>(waiting.reports)},
      {"Which film?", "/admin/doubts", "Imported pages whose film is in doubt", static_cast<int>(waiting.doubts)},
      {"Word list", "/admin/words", "Words that are masked where they are shown", 0},
      {"Members", "/admin/members", "Roles, suspensions, sessions", 0},
  };
  if (member::may_administer(visit.viewer)) {
    page.parts.push_back({"Who waits to be let in", "/admin/approvals", "People who asked to join",
                          static_cast<int>(waiting.approvals)});
    page.parts.push_back({"Invitations", "/admin/invitations", "Each lets one person join", 0});
    page.parts.push_back({"Settings of the site", "/admin/settings", "Its name, who may join, house rules", 0});
  }
  page.facts = {{"The moderation log", "/log"}};
  return show(visit, pages::admin(page));
}

}  // namespace rialto::web
