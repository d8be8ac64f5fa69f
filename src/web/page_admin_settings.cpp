// The settings of the site, for admins.
#include "base/strings.h"
#include "db/db.h"
#include "member/setting.h"
#include "say/admin.h"
#include "say/frame.h"
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

view::Select sign_up_select(SignUpWay chosen, Language language) {
  view::Select select{.name = "sign_up", .label = std::string(say::admin::who_may_join(language))};
  const auto add = [&](SignUpWay way, std::string_view words) {
    select.options.push_back({std::string(name_of(way)), std::string(words), way == chosen});
  };
  add(SignUpWay::Open, say::admin::everyone(language));
  add(SignUpWay::Approval, say::admin::let_in_by_admin(language));
  add(SignUpWay::Invitation, say::admin::who_is_invited(language));
  add(SignUpWay::Closed, say::admin::nobody(language));
  return select;
}

view::Editor words_editor(const char* name, std::string_view label, const std::string& text) {
  view::Editor editor;
  editor.name = name;
  editor.label = label;
  editor.text = text;
  editor.rows = 6;
  editor.required = false;
  return editor;
}

view::SmallForm form_of(const Visit& visit, const Settings& settings) {
  namespace admin = say::admin;
  const auto language = visit.language;
  view::SmallForm form;
  form.frame = frame_of(visit, admin::site(language));
  form.frame.indexed = false;
  form.heading = admin::site(language);
  form.action = "/admin/settings";
  form.button = say::frame::save(language);
  form.fields = {
      {.name = "site_name", .label = std::string(admin::site_name(language)), .value = settings.site_name, .required = true, .limit = 60},
      {.name = "contact",
       .label = std::string(admin::contact(language)),
       .value = settings.contact,
       .hint = std::string(admin::contact_hint(language))},
      {.name = "writes_a_minute",
       .label = std::string(admin::writes_a_minute(language)),
       .value = std::to_string(settings.writes_a_minute),
       .hint = std::string(admin::writes_a_minute_hint(language)),
       .type = "number",
       .required = true}};
  form.selects = {sign_up_select(settings.sign_up, language)};
  form.editors = {words_editor("about", admin::about_site(language), settings.about),
                  words_editor("rules", admin::house_rules(language), settings.rules)};
  form.crumb = {{std::string(admin::curtain(language)), "/admin"}};
  return form;
}

Settings settings_in(const Visit& visit) {
  Settings sent;
  sent.site_name = cut_utf8(trimmed(visit.request.form.get("site_name")), kLongestName);
  sent.contact = cut_utf8(trimmed(visit.request.form.get("contact")), kLongestName * 4);
  sent.about = cut_utf8(trimmed(visit.request.form.get("about")), kLongestWords);
  sent.rules = cut_utf8(trimmed(visit.request.form.get("rules")), kLongestWords);
  sent.writes_a_minute =
      member::writes_a_minute_in(trimmed(visit.request.form.get("writes_a_minute"))).value_or(visit.house->settings.writes_a_minute);
  sent.sign_up = member::sign_up_way_named(visit.field("sign_up")).value_or(visit.house->settings.sign_up);
  return sent;
}

}  // namespace

Response admin_settings_page(Visit& visit) {
  if (auto no = unless_admin(visit)) return *no;
  const auto settings = visit.db().read([](Tx& tx) { return member::read_settings(tx); });
  return show(visit, pages::small_form(visit.language, form_of(visit, settings)));
}

Response take_settings(Visit& visit) {
  if (auto no = unless_admin(visit)) return *no;
  const auto sent = settings_in(visit);
  if (sent.site_name.empty()) {
    auto form = form_of(visit, sent);
    form.fields.front().error = say::admin::needs_name(visit.language);
    return show(visit, pages::small_form(visit.language, form), Status::UnprocessableContent);
  }
  visit.db().write([&](Tx& tx) { member::write_settings(tx, sent); });
  return go_to("/admin/settings", Said::Saved);
}

}  // namespace rialto::web
