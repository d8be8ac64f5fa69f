// The settings of the site, for admins.
#include "base/strings.h"
#include "db/db.h"
#include "member/setting.h"
#include "web/curtain.h"
#include "web/page_admin_members.h"
#include "web/pages/account.html.h"
#include "web/view/account.h"
#include "web/visit.h"

namespace rialto::web {

namespace {

using member::Settings;
using member::SignUpWay;

constexpr std::size_t kLongestName = 60;
constexpr std::size_t kLongestWords = 20'000;

view::Select sign_up_select(SignUpWay chosen) {
  view::Select select{.name = "sign_up", .label = "Who may join"};
  const auto add = [&](SignUpWay way, const char* words) {
    select.options.push_back({std::string(name_of(way)), words, way == chosen});
  };
  add(SignUpWay::Open, "Everyone, at once");
  add(SignUpWay::Approval, "Everyone whom an admin lets in");
  add(SignUpWay::Invitation, "Who has an invitation");
  add(SignUpWay::Closed, "Nobody");
  return select;
}

view::Editor words_editor(const char* name, const char* label, const std::string& text) {
  view::Editor editor;
  editor.name = name;
  editor.label = label;
  editor.text = text;
  editor.rows = 6;
  editor.required = false;
  return editor;
}

view::SmallForm form_of(const Visit& visit, const Settings& settings) {
  view::SmallForm form;
  form.frame = frame_of(visit, "Settings of the site");
  form.frame.indexed = false;
  form.heading = "Settings of the site";
  form.action = "/admin/settings";
  form.button = "Save";
  form.fields = {
      {.name = "site_name", .label = "Name of the site", .value = settings.site_name, .required = true, .limit = 60},
      {.name = "contact",
       .label = "How to reach the host",
       .value = settings.contact,
       .hint = "An e-mail address or a sentence. Public."}};
  form.selects = {sign_up_select(settings.sign_up)};
  form.editors = {words_editor("about", "About this site", settings.about),
                  words_editor("rules", "House rules", settings.rules)};
  form.below = {{"Behind the curtain", "/admin"}};
  return form;
}

Settings settings_in(const Visit& visit) {
  Settings sent;
  sent.site_name = cut_utf8(trimmed(visit.request.form.get("site_name")), kLongestName);
  sent.contact = cut_utf8(trimmed(visit.request.form.get("contact")), kLongestName * 4);
  sent.about = cut_utf8(trimmed(visit.request.form.get("about")), kLongestWords);
  sent.rules = cut_utf8(trimmed(visit.request.form.get("rules")), kLongestWords);
  sent.sign_up = member::sign_up_way_named(visit.field("sign_up")).value_or(visit.house->settings.sign_up);
  return sent;
}

}  // namespace

Response admin_settings_page(Visit& visit) {
  if (auto no = unless_admin(visit)) return *no;
  const auto settings = visit.db().read([](Tx& tx) { return member::read_settings(tx); });
  return show(visit, pages::small_form(form_of(visit, settings)));
}

Response take_settings(Visit& visit) {
  if (auto no = unless_admin(visit)) return *no;
  const auto sent = settings_in(visit);
  if (sent.site_name.empty()) {
    auto form = form_of(visit, sent);
    form.fields.front().error = "A site needs a name.";
    return show(visit, pages::small_form(form), Status::UnprocessableContent);
  }
  visit.db().write([&](Tx& tx) { member::write_settings(tx, sent); });
  return go_to("/admin/settings", Said::Saved);
}

}  // namespace rialto::web
