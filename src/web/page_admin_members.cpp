#include "web/page_admin_members.h"

#include "db/db.h"
#include "member/account.h"
#include "member/invite.h"
#include "member/member.h"
#include "member/rights.h"
#include "member/session.h"
#include "text/escape.h"
#include "web/curtain.h"
#include "web/pages/admin.html.h"
#include "web/pieces.h"
#include "web/view/admin.h"
#include "web/visit.h"

namespace rialto::web {

namespace {

using member::Listed;
using member::Role;
using member::State;

constexpr int kPerPage = 100;
constexpr int kMostWaiting = 200;
constexpr int kMostInvites = 200;

std::string manage_address(MemberId id) {
  return "/admin/member/" + short_form(id);
}

view::AdminTable::Row row_of(const Listed& one, Time at) {
  return {.cells = {{one.name, manage_address(one.id)},
                    {std::string(name_of(one.role)), ""},
                    {std::string(name_of(one.state)), ""},
                    {when_of(one.created, at).spoken, ""}},
          .buttons = {}};
}

std::string list_address(const std::string& beginning, const std::string& after) {
  std::string address = "/admin/members?q=";
  text::append_query(address, beginning);
  address += "&after=";
  text::append_query(address, after);
  return address;
}

// ---- one member
// ------------------------------------------------------------------------------------------------------

view::Select role_select(Role chosen) {
  view::Select select{.name = "role", .label = "Role"};
  for (const auto role : {Role::Member, Role::Moderator, Role::Admin})
    select.options.push_back({std::string(name_of(role)), std::string(name_of(role)), role == chosen});
  return select;
}

std::vector<view::AdminCell> facts_of(const member::Member& who, std::size_t sessions, bool for_admin, Time at) {
  std::vector<view::AdminCell> facts = {{"Role: " + std::string(name_of(who.role)), ""},
                                        {"State: " + std::string(name_of(who.state)), ""},
                                        {"Joined: " + when_of(who.created, at).spoken, ""}};
  if (!for_admin) return facts;
  facts.push_back({"E-mail: " + (who.email.empty() ? "none" : who.email), ""});
  facts.push_back({counted(static_cast<std::int64_t>(sessions), "session", "sessions"), ""});
  if (!who.introduction.empty()) facts.push_back({"Introduction: " + who.introduction, ""});
  return facts;
}

void add_state_form(view::AdminMember& page, const Visit& visit, const member::Member& who) {
  const bool active = who.state == State::Active;
  if (!member::may_suspend(visit.viewer, who.id, who.role) || (!active && who.state != State::Suspended)) return;
  page.state_action = manage_address(who.id) + "/suspension";
  page.state_do = active ? "suspend" : "restore";
  page.state_text = active ? "Suspend" : "Let back in";
  page.state_danger = active;
  page.reason = {.name = "reason", .label = "Why", .hint = "Stands in the public log.", .required = true};
}

Response show_one(const Visit& visit, MemberId id, std::optional<std::string> warning = {}) {
  const auto at = now();
  const auto who = visit.db().read([&](Tx& tx) { return member::find_member(tx, id); });
  if (!who || who->kind != member::Kind::Member) return nothing_here(visit);
  const auto sessions = visit.db().read([&](Tx& tx) { return member::list_sessions(tx, id, at); }).size();
  const bool for_admin = member::may_administer(visit.viewer);
  view::AdminMember page;
  page.frame = frame_of(visit, who->name);
  page.frame.indexed = false;
  page.name = who->name;
  page.href = address_of(*who);
  page.facts = facts_of(*who, sessions, for_admin, at);
  page.role = role_select(who->role);
  page.role_action = for_admin ? manage_address(id) + "/role" : "";
  page.why = {.name = "why", .label = "Why", .hint = "Stands in the public log.", .required = true};
  add_state_form(page, visit, *who);
  if (for_admin) page.buttons = {{"End all sessions", manage_address(id) + "/sessions", "do", "end"}};
  if (warning) page.notices.push_back({.kind = "warn", .text = *warning, .more = {}});
  return show(visit, pages::admin_member(page), warning ? Status::Conflict : Status::Ok);
}

// After something was done to a member, or not.
Response answer(const Visit& visit, MemberId id, std::optional<member::AccountRefused> refused) {
  if (refused) return show_one(visit, id, std::string(sentence_of(*refused)));
  return go_to(manage_address(id), Said::Done);
}

// ---- the other tables
// ------------------------------------------------------------------------------------------------

view::AdminTable table_of(const Visit& visit, const std::string& heading, const std::string& words) {
  view::AdminTable table;
  table.frame = frame_of(visit, heading);
  table.frame.indexed = false;
  table.heading = heading;
  table.words = words;
  return table;
}

view::AdminTable::Row row_of(const member::Invite& invite, Time at) {
  const bool used = invite.used_at.has_value();
  const bool over = !used && invite.created + member::kInviteLife < at;
  view::AdminTable::Row row{.cells = {{invite.code, used || over ? "" : "/sign-up?invite=" + invite.code},
                                      {invite.note, ""},
                                      {invite.made_by, ""},
                                      {when_of(invite.created, at).spoken, ""},
                                      {used   ? "by " + invite.used_by
                                       : over ? "too old"
                                              : "not yet",
                                       ""}},
                            .buttons = {}};
  if (!used) row.buttons.push_back({"Take back", "/admin/invitations", "back", short_form(invite.id), true});
  return row;
}

}  // namespace

Response admin_members_page(Visit& visit) {
  if (auto no = unless_moderator(visit)) return *no;
  const std::string beginning(visit.request.query.get("q")), after(visit.request.query.get("after"));
  const auto at = now();
  const auto list = visit.db().read([&](Tx& tx) { return member::list_members(tx, beginning, after, kPerPage); });
  auto table = table_of(visit, "Members", "By name.");
  table.find = view::Field{.name = "q", .label = "Name begins with", .value = beginning, .type = "search", .limit = 30};
  table.find_action = "/admin/members";
  table.columns = {"Name", "Role", "State", "Joined"};
  for (const auto& one : list) table.rows.push_back(row_of(one, at));
  table.none = beginning.empty() ? "Nobody is here yet." : "Nobody’s name begins so.";
  if (list.size() == kPerPage || !after.empty()) {
    table.pager.pages = {{.text = after.empty() ? "First" : "Further", .href = "", .current = true}};
    if (!after.empty()) table.pager.previous = list_address(beginning, "");
    if (list.size() == kPerPage) table.pager.next = list_address(beginning, list.back().name_fold);
  }
  return show(visit, pages::admin_table(table));
}

Response admin_member_page(Visit& visit) {
  if (auto no = unless_moderator(visit)) return *no;
  const auto id = visit.id<MemberId>();
  return id ? show_one(visit, *id) : nothing_here(visit);
}

Response take_suspension(Visit& visit) {
  if (auto no = unless_moderator(visit)) return *no;
  const auto id = visit.id<MemberId>();
  const auto who = visit.db().read([&](Tx& tx) { return id ? member::find_member(tx, *id) : std::nullopt; });
  if (!who) return nothing_here(visit);
  if (!member::may_suspend(visit.viewer, *id, who->role))
    return trouble(visit, Status::Forbidden, "Only an admin can do this to somebody who moderates.");
  const auto why = visit.field("reason");
  if (why.empty()) return show_one(visit, *id, "Please say why; it stands in the public log.");
  const auto change = visit.field("do") == "restore" ? member::restore : member::suspend;
  return answer(visit, *id, visit.db().write([&](Tx& tx) { return change(tx, visit.viewer.member, *id, why, now()); }));
}

Response take_role(Visit& visit) {
  if (auto no = unless_admin(visit)) return *no;
  const auto id = visit.id<MemberId>();
  const auto role = member::role_named(visit.field("role"));
  if (!id || !role) return nothing_here(visit);
  const auto why = visit.field("why");
  if (why.empty()) return show_one(visit, *id, "Please say why; it stands in the public log.");
  return answer(visit, *id, visit.db().write([&](Tx& tx) {
    return member::give_role(tx, visit.viewer.member, *id, *role, why, now());
  }));
}

Response take_sessions_end(Visit& visit) {
  if (auto no = unless_admin(visit)) return *no;
  const auto id = visit.id<MemberId>();
  if (!id) return nothing_here(visit);
  visit.db().write([&](Tx& tx) { return member::end_sessions(tx, *id); });
  return go_to(manage_address(*id), Said::SessionEnded);
}

Response admin_approvals_page(Visit& visit) {
  if (auto no = unless_admin(visit)) return *no;
  const auto at = now();
  auto table = table_of(visit, "Who waits to be let in", "Those who asked first stand first.");
  table.columns = {"Name", "Who they are", "E-mail", "Asked"};
  for (const auto& one : visit.db().read([](Tx& tx) { return member::members_in(tx, State::Waiting, kMostWaiting); }))
    table.rows.push_back(
        {.cells = {{one.name, ""}, {one.introduction, ""}, {one.email, ""}, {when_of(one.created, at).spoken, ""}},
         .buttons = {{"Let in", "/admin/approvals", "approve", short_form(one.id)},
                     {"Refuse", "/admin/approvals", "refuse", short_form(one.id), true}}});
  table.none = "Nobody waits.";
  return show(visit, pages::admin_table(table));
}

Response take_approval(Visit& visit) {
  if (auto no = unless_admin(visit)) return *no;
  const bool lets_in = visit.request.form.has("approve");
  const auto id = from_short_form(visit.request.form.get(lets_in ? "approve" : "refuse"));
  if (!id) return nothing_here(visit);
  const auto decide = lets_in ? member::approve : member::refuse;
  const auto refused = visit.db().write([&](Tx& tx) { return decide(tx, MemberId{*id}); });
  if (refused) return trouble(visit, Status::Conflict, "Somebody has decided this already.");
  return go_to("/admin/approvals", Said::Saved);
}

Response admin_invitations_page(Visit& visit) {
  if (auto no = unless_admin(visit)) return *no;
  const auto at = now();
  auto table = table_of(visit, "Invitations", "Each lets one person join within 30 days; hand on its address.");
  table.columns = {"Invitation", "For whom", "Made by", "Made", "Used"};
  for (const auto& one : visit.db().read([](Tx& tx) { return member::list_invites(tx, kMostInvites); }))
    table.rows.push_back(row_of(one, at));
  table.none = "None was made yet.";
  table.add_heading = "Make an invitation";
  table.add_action = "/admin/invitations";
  table.add_button = "Make it";
  table.add_fields = {{.name = "note", .label = "For whom", .hint = "Only admins read this."}};
  return show(visit, pages::admin_table(table));
}

Response take_invitation(Visit& visit) {
  if (auto no = unless_admin(visit)) return *no;
  const auto note = visit.field("note");
  const auto back = from_short_form(visit.request.form.get("back"));
  visit.db().write([&](Tx& tx) {
    if (back) {
      member::take_back_invite(tx, InviteId{*back});
    } else {
      member::make_invite(tx, visit.viewer.member, note, now());
    }
  });
  return go_to("/admin/invitations", Said::Saved);
}

}  // namespace rialto::web
