#include "web/page_admin.h"

#include "db/db.h"
#include "member/rights.h"
#include "say/admin.h"
#include "web/curtain.h"
#include "web/pages/admin.html.h"
#include "web/view/admin.h"
#include "web/visit.h"
#include "web/waiting.h"

namespace rialto::web {

Response admin_page(Visit& visit) {
  if (auto no = unless_moderator(visit)) return *no;
  const auto waiting = visit.db().read([&](Tx& tx) { return read_waiting(tx, visit.viewer); });
  namespace admin = say::admin;
  const auto language = visit.language;
  view::Admin page;
  page.frame = frame_of(visit, admin::curtain(language));
  const auto add = [&](std::string_view text, const char* href, std::string_view about, std::int64_t count = 0) {
    page.parts.push_back({std::string(text), href, std::string(about), static_cast<int>(count)});
  };
  page.frame.indexed = false;
  add(admin::reports(language), "/admin/reports", admin::reports_about(language), waiting.reports);
  add(admin::doubts(language), "/admin/doubts", admin::doubts_about(language), waiting.doubts);
  add(admin::masked(language), "/admin/words", admin::masked_about(language));
  add(admin::members(language), "/admin/members", admin::members_about(language));
  if (member::may_administer(visit.viewer)) {
    add(admin::approvals(language), "/admin/approvals", admin::approvals_about(language), waiting.approvals);
    add(admin::invitations(language), "/admin/invitations", admin::invitations_about(language));
    add(admin::site(language), "/admin/settings", admin::site_about(language));
  }
  page.facts = {{std::string(admin::log(language)), "/log"}};
  return show(visit, pages::admin(visit.language, page));
}

}  // namespace rialto::web
