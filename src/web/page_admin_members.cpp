#include "web/page_admin_members.h"

#include "db/db.h"
#include "member/account.h"
#include "member/invite.h"
#include "member/member.h"
#include "member/rights.h"
#include "member/session.h"
#include "say/admin.h"
#include "say/frame.h"
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

std::string role_said(Role role, Language language) {
  switch (role) {
    case Role::Member:
      return std::string(say::admin::role_member(language));
    case Role::Moderator:
      return std::string(say::admin::role_moderator(language));
    case Role::Admin:
      break;
  }
  return std::string(say::admin::role_admin(language));
}

std::string state_said(State state, Language language) {
  switch (state) {
    case State::Active:
      return std::string(say::admin::state_active(language));
    case State::Waiting:
      return std::string(say::admin::state_waiting(language));
    case State::Suspended:
      return std::string(say::admin::state_suspended(language));
    case State::Left:
      break;
  }
  return std::string(say::admin::state_left(language));
}

std::string manage_address(MemberId id) {
  return "/admin/member/" + short_form(id);
}

view::AdminTable::Row row_of(const Listed& one, const Telling& telling) {
  return {.cells = {{one.name, manage_address(one.id)},
                    {role_said(one.role, telling.language), ""},
                    {state_said(one.state, telling.language), ""},
                    {when_of(one.created, telling).spoken, ""}},
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

view::Select role_select(Role chosen, Language language) {
  view::Select select{.name = "role", .label = std::string(say::admin::role(language))};
  for (const auto role : {Role::Member, Role::Moderator, Role::Admin})
    select.options.push_back({std::string(name_of(role)), role_said(role, language), role == chosen});
  return select;
}

std::vector<view::AdminCell> facts_of(const member::Member& who, std::size_t sessions, bool for_admin, const Telling& telling) {
  namespace admin = say::admin;
  const auto language = telling.language;
  std::vector<view::AdminCell> facts;
  const auto add = [&](std::string_view what, std::string_view value) { facts.push_back({admin::fact(language, what, value), ""}); };
  add(admin::role(language), role_said(who.role, language));
  add(admin::state(language), state_said(who.state, language));
  add(admin::joined(language), when_of(who.created, telling).spoken);
  if (!for_admin) return facts;
  add(admin::email(language), who.email.empty() ? admin::none(language) : std::string_view(who.email));
  facts.push_back({admin::sessions(language, static_cast<std::int64_t>(sessions)), ""});
  if (!who.introduction.empty()) add(admin::introduction(language), who.introduction);
  return facts;
}

view::Field why_field(const char* name, Language language) {
  return {.name = name,
          .label = std::string(say::admin::why(language)),
          .hint = std::string(say::admin::public_hint(language)),
          .required = true};
}

void add_state_form(view::AdminMember& page, const Visit& visit, const member::Member& who) {
  const bool active = who.state == State::Active;
  if (!member::may_suspend(visit.viewer, who.id, who.role) || (!active && who.state != State::Suspended)) return;
  page.state_action = manage_address(who.id) + "/suspension";
  page.state_do = active ? "suspend" : "restore";
  page.state_text = active ? say::admin::suspend(visit.language) : say::admin::let_back_in(visit.language);
  page.state_danger = active;
  page.reason = why_field("reason", visit.language);
}

Response show_one(const Visit& visit, MemberId id, std::optional<std::string_view> warning = {}) {
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
  page.facts = facts_of(*who, sessions, for_admin, visit.telling());
  page.role = role_select(who->role, visit.language);
  page.role_action = for_admin ? manage_address(id) + "/role" : "";
  page.why = why_field("why", visit.language);
  add_state_form(page, visit, *who);
  if (for_admin) page.buttons = {{std::string(say::admin::end_sessions(visit.language)), manage_address(id) + "/sessions", "do", "end"}};
  if (warning) page.notices.push_back({.kind = "warn", .text = std::string(*warning), .more = {}});
  return show(visit, pages::admin_member(visit.language, page), warning ? Status::Conflict : Status::Ok);
}

// After something was done to a member, or not.
Response answer(const Visit& visit, MemberId id, std::optional<member::AccountRefused> refused) {
  if (refused) return show_one(visit, id, sentence_of(*refused, visit.language));
  return go_to(manage_address(id), Said::Done);
}

// ---- the other tables
// ------------------------------------------------------------------------------------------------

view::AdminTable table_of(const Visit& visit, std::string_view heading, std::string_view words) {
  view::AdminTable table;
  table.frame = frame_of(visit, heading);
  table.frame.indexed = false;
  table.heading = heading;
  table.words = words;
  return table;
}

view::AdminTable::Row row_of(const member::Invite& invite, const Telling& telling) {
  namespace admin = say::admin;
  const auto language = telling.language;
  const bool used = invite.used_at.has_value();
  const auto end = invite.created + member::kInviteLife;
  const bool over = !used && telling.now.told([end](Time now) { return ForNow<bool>{end < now, end < now ? kForever : end}; });
  view::AdminTable::Row row{.cells = {{invite.code, used || over ? "" : "/sign-up?invite=" + invite.code},
                                      {invite.note, ""},
                                      {invite.made_by, ""},
                                      {when_of(invite.created, telling).spoken, ""},
                                      {used   ? admin::used_by(language, invite.used_by)
                                       : over ? std::string(admin::too_old(language))
                                              : std::string(admin::not_yet(language)),
                                       ""}},
                            .buttons = {}};
  if (!used) row.buttons.push_back({std::string(admin::take_back(language)), "/admin/invitations", "back", short_form(invite.id), true});
  return row;
}

}  // namespace

Response admin_members_page(Visit& visit) {
  if (auto no = unless_moderator(visit)) return *no;
  const std::string beginning(visit.request.query.get("q")), after(visit.request.query.get("after"));
  namespace admin = say::admin;
  const auto language = visit.language;
  const auto list = visit.db().read([&](Tx& tx) { return member::list_members(tx, beginning, after, kPerPage); });
  auto table = table_of(visit, admin::members(language), admin::by_name(language));
  table.find = view::Field{.name = "q", .label = std::string(admin::begins_with(language)), .value = beginning, .type = "search", .limit = 30};
  table.find_action = "/admin/members";
  table.columns = {std::string(admin::name(language)), std::string(admin::role(language)), std::string(admin::state(language)),
                   std::string(admin::joined(language))};
  for (const auto& one : list) table.rows.push_back(row_of(one, visit.telling()));
  table.none = beginning.empty() ? admin::nobody_here(language) : admin::nobody_begins_so(language);
  if (list.size() == kPerPage || !after.empty()) {
    table.pager.pages = {{.text = std::string(after.empty() ? say::frame::first(language) : say::frame::further(language)), .href = "", .current = true}};
    if (!after.empty()) table.pager.previous = list_address(beginning, "");
    if (list.size() == kPerPage) table.pager.next = list_address(beginning, list.back().name_fold);
  }
  return show(visit, pages::admin_table(visit.language, table));
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
    return trouble(visit, Status::Forbidden, say::admin::only_admin(visit.language));
  const auto why = visit.field("reason");
  if (why.empty()) return show_one(visit, *id, say::admin::say_why(visit.language));
  const auto change = visit.field("do") == "restore" ? member::restore : member::suspend;
  return answer(visit, *id, visit.db().write([&](Tx& tx) { return change(tx, visit.viewer.member, *id, why, now()); }));
}

Response take_role(Visit& visit) {
  if (auto no = unless_admin(visit)) return *no;
  const auto id = visit.id<MemberId>();
  const auto role = member::role_named(visit.field("role"));
  if (!id || !role) return nothing_here(visit);
  const auto why = visit.field("why");
  if (why.empty()) return show_one(visit, *id, say::admin::say_why(visit.language));
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
  namespace admin = say::admin;
  const auto language = visit.language;
  auto table = table_of(visit, admin::approvals(language), admin::first_asked_first(language));
  table.columns = {std::string(admin::name(language)), std::string(admin::who_they_are(language)),
                   std::string(admin::email(language)), std::string(admin::asked(language))};
  for (const auto& one : visit.db().read([](Tx& tx) { return member::members_in(tx, State::Waiting, kMostWaiting); }))
    table.rows.push_back(
        {.cells = {{one.name, ""}, {one.introduction, ""}, {one.email, ""}, {when_of(one.created, visit.telling()).spoken, ""}},
         .buttons = {{std::string(admin::let_in(language)), "/admin/approvals", "approve", short_form(one.id)},
                     {std::string(admin::refuse(language)), "/admin/approvals", "refuse", short_form(one.id), true}}});
  table.none = admin::nobody_waits(language);
  return show(visit, pages::admin_table(visit.language, table));
}

Response take_approval(Visit& visit) {
  if (auto no = unless_admin(visit)) return *no;
  const bool lets_in = visit.request.form.has("approve");
  const auto id = from_short_form(visit.request.form.get(lets_in ? "approve" : "refuse"));
  if (!id) return nothing_here(visit);
  const auto decide = lets_in ? member::approve : member::refuse;
  const auto refused = visit.db().write([&](Tx& tx) { return decide(tx, MemberId{*id}); });
  if (refused) return trouble(visit, Status::Conflict, say::admin::decided_already(visit.language));
  return go_to("/admin/approvals", Said::Saved);
}

Response admin_invitations_page(Visit& visit) {
  if (auto no = unless_admin(visit)) return *no;
  namespace admin = say::admin;
  const auto language = visit.language;
  auto table = table_of(visit, admin::invitations(language), admin::invitations_words(language));
  for (const auto column : {admin::invitation, admin::for_whom, admin::made_by, admin::made, admin::used})
    table.columns.emplace_back(column(language));
  for (const auto& one : visit.db().read([](Tx& tx) { return member::list_invites(tx, kMostInvites); }))
    table.rows.push_back(row_of(one, visit.telling()));
  table.none = admin::none_made(language);
  table.add_heading = admin::make_invitation(language);
  table.add_action = "/admin/invitations";
  table.add_button = admin::make_it(language);
  table.add_fields = {{.name = "note", .label = std::string(admin::for_whom(language)), .hint = std::string(admin::only_admins_read(language))}};
  return show(visit, pages::admin_table(visit.language, table));
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
