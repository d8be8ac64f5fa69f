#include "web/page_sign.h"

#include "db/db.h"
#include "member/account.h"
#include "member/attempts.h"
#include "member/session.h"
#include "member/sign_in.h"
#include "say/account.h"
#include "say/frame.h"
#include "web/pages/account.html.h"
#include "web/view/account.h"
#include "web/visit.h"

namespace rialto::web {

namespace {

using member::AccountRefused;
using member::SignUpWay;

constexpr std::int64_t kCookieLife = 400 * 86'400;  // seconds; browsers keep none longer

std::string agent_of(const Request& request) {
  return std::string(request.headers.get("user-agent"));
}

view::Notice warning(std::string_view words) {
  return {.kind = "warn", .text = std::string(words), .more = {}};
}

Response show_form(const Visit& visit, view::SmallForm form, Status status) {
  form.frame.indexed = false;
  return show(visit, pages::small_form(visit.language, form), status);
}

// ---- in and out
// ------------------------------------------------------------------------------------------------------

view::SmallForm sign_in_form(const Visit& visit, const std::string& name, const std::string& back) {
  namespace account = say::account;
  const auto language = visit.language;
  view::SmallForm form;
  form.frame = frame_of(visit, say::frame::sign_in(language));
  form.heading = say::frame::sign_in(language);
  form.action = "/sign-in";
  form.fields = {{.name = "name", .label = std::string(account::name(language)), .value = name, .autocomplete = "username", .required = true},
                 {.name = "password",
                  .label = std::string(account::password(language)),
                  .type = "password",
                  .autocomplete = "current-password",
                  .required = true,
                  .limit = 1000}};
  form.hidden_name = "back";
  form.hidden_value = local_address(back);
  form.button = say::frame::sign_in(language);
  if (visit.house->settings.sign_up != SignUpWay::Closed) form.below = {{std::string(account::no_account(language)), "/sign-up"}};
  return form;
}

Response signed_in(const std::string& token, std::string_view back, Said said) {
  auto response = go_to(local_address(back), said);
  response.cookies.push_back(session_cookie(token));
  return response;
}

// ---- up
// --------------------------------------------------------------------------------------------------------------

std::string_view sign_up_words(SignUpWay way, Language language) {
  switch (way) {
    case SignUpWay::Open:
      return say::account::up_open(language);
    case SignUpWay::Invitation:
      return say::account::up_invitation(language);
    case SignUpWay::Approval:
      return say::account::up_approval(language);
    case SignUpWay::Closed:
      break;
  }
  return say::account::up_closed(language);
}

std::vector<view::Field> sign_up_fields(SignUpWay way, const member::SignUp& sent, Language language) {
  namespace account = say::account;
  std::vector<view::Field> fields = {
      {.name = "name",
       .label = std::string(account::name(language)),
       .value = sent.name,
       .hint = std::string(account::name_hint(language)),
       .autocomplete = "username",
       .required = true,
       .limit = 30},
      {.name = "password",
       .label = std::string(account::password(language)),
       .hint = std::string(account::password_hint(language)),
       .type = "password",
       .autocomplete = "new-password",
       .required = true,
       .limit = 1000},
      {.name = "email",
       .label = std::string(account::email(language)),
       .value = sent.email,
       .hint = std::string(account::email_hint(language)),
       .type = "email",
       .autocomplete = "email"}};
  if (way == SignUpWay::Approval)
    fields.push_back({.name = "introduction",
                      .label = std::string(account::who_are_you(language)),
                      .value = sent.introduction,
                      .hint = std::string(account::introduction_hint(language)),
                      .limit = 1000});
  if (way == SignUpWay::Approval || way == SignUpWay::Invitation)
    fields.push_back({.name = "invite",
                      .label = std::string(account::invitation(language)),
                      .value = sent.invite,
                      .hint = std::string(account::invitation_hint(language)),
                      .required = way == SignUpWay::Invitation,
                      .limit = 40});
  return fields;
}

view::SmallForm sign_up_form(const Visit& visit, const member::SignUp& sent, std::optional<AccountRefused> refused) {
  namespace account = say::account;
  const auto language = visit.language;
  const auto& settings = visit.house->settings;
  view::SmallForm form;
  form.frame = frame_of(visit, account::join(language));
  form.heading = account::join_house(language, settings.site_name);
  form.words = sign_up_words(settings.sign_up, language);
  form.action = "/sign-up";
  form.fields = sign_up_fields(settings.sign_up, sent, language);
  form.button = settings.sign_up == SignUpWay::Approval ? account::ask_to_join(language) : account::join(language);
  if (!settings.rules.empty()) form.below.push_back({std::string(account::house_rules(language)), "/about"});
  form.below.push_back({std::string(account::has_account(language)), "/sign-in"});
  if (!refused) return form;
  for (auto& field : form.fields)
    if (field.name == field_of(*refused)) field.error = sentence_of(*refused, language);
  if (field_of(*refused).empty()) form.notices = {warning(sentence_of(*refused, language))};
  return form;
}

Response begin_membership(Visit& visit, const member::SignedUp& done) {
  if (done.state == member::State::Waiting) return go_to("/", Said::Waiting);
  const auto agent = agent_of(visit.request);
  const auto token = visit.db().write([&](Tx& tx) { return member::begin_session(tx, done.member, agent, now()); });
  return signed_in(token, "/", Said::Welcome);
}

std::optional<Seconds> sign_up_wait(Visit& visit) {
  const auto subject = member::sign_up_subject(visit.request.remote);
  return visit.db().write([&](Tx& tx) { return member::begin_attempt(tx, subject, member::kSignUpsByAddress, now()); });
}

}  // namespace

Cookie session_cookie(std::string token) {
  return {std::string(kSessionCookie), std::move(token), kCookieLife};
}

Response sign_in_page(Visit& visit) {
  const std::string back(visit.request.query.get("back"));
  if (visit.viewer.signed_in()) return redirect_303(local_address(back));
  return show_form(visit, sign_in_form(visit, "", back), Status::Ok);
}

Response take_sign_in(Visit& visit) {
  const member::SignIn sent{.name = visit.field("name"),
                            .password = visit.field("password"),
                            .agent = agent_of(visit.request),
                            .address = visit.request.remote};
  const auto answer = member::sign_in(visit.db(), sent, now());
  if (const auto* in = std::get_if<member::SignedIn>(&answer))
    return signed_in(in->token, visit.field("back"), Said::SignedIn);
  const auto& refused = std::get<member::SignInRefused>(answer);
  auto form = sign_in_form(visit, sent.name, visit.field("back"));
  form.notices = {warning(refused.sentence(visit.language))};
  const bool too_many = refused.why == member::SignInRefused::Why::TooMany;
  return show_form(visit, std::move(form), too_many ? Status::TooManyRequests : Status::UnprocessableContent);
}

Response take_sign_out(Visit& visit) {
  if (visit.viewer.signed_in())
    visit.db().write([&](Tx& tx) { return member::end_session(tx, visit.viewer.member, visit.viewer.session); });
  auto response = go_to("/", Said::SignedOut);
  response.cookies.push_back(forget_cookie(std::string(kSessionCookie)));
  return response;
}

Response sign_up_page(Visit& visit) {
  if (visit.viewer.signed_in()) return redirect_303("/");
  if (visit.house->settings.sign_up == SignUpWay::Closed)
    return trouble(visit, Status::Forbidden, sign_up_words(SignUpWay::Closed, visit.language));
  const member::SignUp known{.invite = std::string(visit.request.query.get("invite"))};
  return show_form(visit, sign_up_form(visit, known, std::nullopt), Status::Ok);
}

Response take_sign_up(Visit& visit) {
  const member::SignUp sent{.name = visit.field("name"),
                            .password = visit.field("password"),
                            .email = visit.field("email"),
                            .introduction = visit.field("introduction"),
                            .invite = visit.field("invite")};
  if (const auto wait = sign_up_wait(visit)) {
    auto form = sign_up_form(visit, sent, std::nullopt);
    form.notices = {warning(member::wait_sentence(*wait, visit.language))};
    return show_form(visit, std::move(form), Status::TooManyRequests);
  }
  const auto answer = member::sign_up(visit.db(), sent, now());
  if (const auto* done = std::get_if<member::SignedUp>(&answer)) return begin_membership(visit, *done);
  return show_form(visit, sign_up_form(visit, sent, std::get<AccountRefused>(answer)), Status::UnprocessableContent);
}

}  // namespace rialto::web
