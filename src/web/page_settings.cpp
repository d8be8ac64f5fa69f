#include "web/page_settings.h"

#include "db/db.h"
#include "member/account.h"
#include "member/member.h"
#include "member/session.h"
#include "say/account.h"
#include "talk/write.h"
#include "text/markup.h"
#include "web/device_name.h"
#include "web/pages/account.html.h"
#include "web/pieces.h"
#include "web/view/account.h"
#include "web/visit.h"

namespace rialto::web {

namespace {

using member::AccountRefused;

constexpr std::size_t kLongestSignature = 1000;

view::Field password_field(const char* name, std::string_view label, const char* autocomplete = "current-password") {
  return {
      .name = name, .label = std::string(label), .type = "password", .autocomplete = autocomplete, .required = true, .limit = 1000};
}

std::vector<view::Device> devices_of(const Visit& visit) {
  const auto telling = visit.telling();
  std::vector<view::Device> devices;
  for (const auto& one : visit.db().read([&](Tx& tx) { return member::list_sessions(tx, visit.viewer.member, visit.minute); }))
    devices.push_back({.id = short_form(one.id),
                       .spoken = device_name(one.agent, visit.language),
                       .last = when_of(one.seen, telling),
                       .since = when_of(one.created, telling),
                       .current = one.id == visit.viewer.session});
  return devices;
}

view::Settings settings_of(const Visit& visit) {
  const auto me = visit.db().read([&](Tx& tx) { return member::find_member(tx, visit.viewer.member); });
  namespace account = say::account;
  const auto language = visit.language;
  view::Settings page;
  page.frame = frame_of(visit, account::settings(language));
  page.frame.indexed = false;
  page.name = visit.viewer.name;
  page.new_name = {.name = "name", .label = std::string(account::new_name(language)), .value = visit.viewer.name, .required = true, .limit = 30};
  page.name_password = password_field("name_password", account::your_password(language));
  page.new_email = {.name = "email",
                    .label = std::string(account::email(language)),
                    .value = me ? me->email : "",
                    .hint = std::string(account::email_hint(language)),
                    .type = "email",
                    .autocomplete = "email"};
  page.email_password = password_field("email_password", account::your_password(language));
  page.old_password = password_field("old_password", account::present_password(language));
  page.new_password = password_field("new_password", account::new_password(language), "new-password");
  page.new_password.hint = account::new_password_hint(language);
  page.signature.name = "signature";
  page.signature.label = account::signature_label(language);
  page.signature.text = me ? me->signature : "";
  page.signature.rows = 3;
  page.signature.required = false;
  page.signature.limit = kLongestSignature;
  page.screens = visit.viewer.reading.screens;
  page.scores_hidden = visit.viewer.reading.scores_hidden;
  page.devices = devices_of(visit);
  page.leave_password = password_field("leave_password", account::your_password(language));
  return page;
}

// The page once more, with what is wrong beside the field that it is about.
Response show_refusal(const Visit& visit, AccountRefused refused, view::Field view::Settings::*password,
                      view::Field view::Settings::*subject, const std::string& sent) {
  auto page = settings_of(visit);
  const std::string words(sentence_of(refused, visit.language));
  if (subject && !sent.empty()) (page.*subject).value = sent;
  const auto field = field_of(refused);
  if (refused == AccountRefused::PasswordWrong) {
    (page.*password).error = words;
  } else if (subject && !field.empty()) {
    (page.*subject).error = words;
  } else {
    page.notices.push_back({.kind = "warn", .text = words, .more = {}});
  }
  const auto status = refused == AccountRefused::TooMany ? Status::TooManyRequests : Status::UnprocessableContent;
  return show(visit, pages::settings(visit.language, page), status);
}

Response show_preview(const Visit& visit, const std::string& signature) {
  auto page = settings_of(visit);
  text::RenderOptions options;
  options.input_limit = kLongestSignature;
  options.mask = &visit.house->mask;
  options.language = visit.language;
  page.signature.text = signature;
  page.signature.previewed = true;
  page.signature.preview = text::render(signature, options).html;
  return show(visit, pages::settings(visit.language, page));
}

}  // namespace

Response settings_page(Visit& visit) {
  if (!visit.viewer.signed_in()) return sign_in_first(visit);
  return show(visit, pages::settings(visit.language, settings_of(visit)));
}

Response take_signature(Visit& visit) {
  if (!visit.viewer.signed_in()) return sign_in_first(visit, "/settings");
  const auto signature = visit.field("signature");
  if (visit.request.form.has("preview")) return show_preview(visit, signature);
  visit.db().write([&](Tx& tx) {
    if (const auto me = member::find_member(tx, visit.viewer.member))
      member::change_words(tx, me->id, signature, me->about);
  });
  return go_to("/settings", Said::Saved);
}

Response take_reading(Visit& visit) {
  if (!visit.viewer.signed_in()) return sign_in_first(visit, "/settings");
  const auto& form = visit.request.form;
  visit.db().write([&](Tx& tx) {
    member::change_reading(tx, visit.viewer.member, {.screens = form.has("screens"), .scores_hidden = form.has("scores_hidden")});
  });
  return go_to("/settings", Said::Saved);
}

Response take_name(Visit& visit) {
  if (!visit.viewer.signed_in()) return sign_in_first(visit, "/settings");
  const auto id = visit.viewer.member;
  const auto name = visit.field("name");
  auto refused = member::confirm(visit.db(), id, visit.field("name_password"), now());
  if (!refused) refused = member::change_name(visit.db(), id, name, now());
  if (!refused) return go_to("/settings", Said::NameChanged);
  return show_refusal(visit, *refused, &view::Settings::name_password, &view::Settings::new_name, name);
}

Response take_email(Visit& visit) {
  if (!visit.viewer.signed_in()) return sign_in_first(visit, "/settings");
  const auto email = visit.field("email");
  const auto refused =
      member::change_email(visit.db(), visit.viewer.member, visit.field("email_password"), email, now());
  if (!refused) return go_to("/settings", Said::EmailChanged);
  return show_refusal(visit, *refused, &view::Settings::email_password, &view::Settings::new_email, email);
}

Response take_password(Visit& visit) {
  if (!visit.viewer.signed_in()) return sign_in_first(visit, "/settings");
  const auto refused = member::change_password(visit.db(), visit.viewer.member, visit.viewer.session,
                                               visit.field("old_password"), visit.field("new_password"), now());
  if (!refused) return go_to("/settings", Said::PasswordChanged);
  return show_refusal(visit, *refused, &view::Settings::old_password, &view::Settings::new_password, "");
}

Response take_session_end(Visit& visit) {
  if (!visit.viewer.signed_in()) return sign_in_first(visit, "/settings");
  const auto which = visit.field("session");
  const auto session = from_short_form(which);
  if (which != "others" && !session) return nothing_here(visit);
  visit.db().write([&](Tx& tx) {
    if (which == "others") {
      member::end_other_sessions(tx, visit.viewer.member, visit.viewer.session);
    } else {
      member::end_session(tx, visit.viewer.member, SessionId{*session});
    }
  });
  return go_to("/settings", Said::SessionEnded);
}

Response take_leave(Visit& visit) {
  if (!visit.viewer.signed_in()) return sign_in_first(visit, "/settings");
  const auto leaving = visit.field("posts") == "remove" ? member::Leaving::PostsGo : member::Leaving::PostsStay;
  const auto refused = member::leave(visit.db(), visit.viewer.member, visit.field("leave_password"), leaving,
                                     talk::part_with, now());
  if (refused) return show_refusal(visit, *refused, &view::Settings::leave_password, nullptr, "");
  visit.site.read_marks().forget(visit.viewer.member);
  auto response = go_to("/", Said::Left);
  response.cookies.push_back(forget_cookie(std::string(kSessionCookie)));
  return response;
}

}  // namespace rialto::web
