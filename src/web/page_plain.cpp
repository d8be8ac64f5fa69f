#include "web/page_plain.h"

#include "db/db.h"
#include "member/account.h"
#include "say/about.h"
#include "say/help.h"
#include "say/language_choice.h"
#include "say/trouble.h"
#include "text/markup.h"
#include "web/assets.h"
#include "web/forwarded.h"
#include "web/hole.h"
#include "web/language.h"
#include "web/pages/plain.html.h"
#include "web/view/plain.h"
#include "web/visit.h"

namespace rialto::web {

namespace {

constexpr std::string_view kForGood = "public, max-age=31536000, immutable";
constexpr std::int64_t kYear = 365 * 86'400;

std::string_view sign_up_words(member::SignUpWay way, Language language) {
  switch (way) {
    case member::SignUpWay::Open:
      return say::about::everyone(language);
    case member::SignUpWay::Invitation:
      return say::about::invitation(language);
    case member::SignUpWay::Approval:
      return say::about::approval(language);
    case member::SignUpWay::Closed:
      break;
  }
  return say::about::nobody(language);
}

std::shared_ptr<const Stored> stored(const Asset& asset) {
  return std::make_shared<const Stored>(Stored{
      .identity = std::string(asset.plain), .gzip = std::string(asset.gzip), .brotli = std::string(asset.brotli)});
}

// Filled once: assets never change while the program runs.
std::shared_ptr<const Stored> content_of(const Asset& asset) {
  static const auto all = [] {
    std::vector<std::pair<std::string_view, std::shared_ptr<const Stored>>> made;
    for (const auto& one : all_assets()) made.emplace_back(one.path, stored(one));
    return made;
  }();
  for (const auto& [path, content] : all)
    if (path == asset.path) return content;
  return stored(asset);
}

}  // namespace

Response about_page(SharedVisit& visit) {
  const auto& settings = visit.house->settings;
  const view::About page{.frame = frame_of(visit, say::about::title(visit.language), "about"),
                         .host_words = settings.about,
                         .rules = text::render(settings.rules, {.language = visit.language}).html,
                         .facts = "",
                         .version = "",
                         .sign_up_words = std::string(sign_up_words(settings.sign_up, visit.language))};
  return show(visit, pages::about(visit.language, page));
}

Response help_page(SharedVisit& visit) {
  return show(visit, pages::help(visit.language, {.frame = frame_of(visit, say::help::title(visit.language), "about")}));
}

Response turn_lights(Visit& visit) {
  const auto lights = visit.field("lights");
  auto response = redirect_303(local_address(visit.field("back")));
  if (lights == "day" || lights == "night") response.cookies.push_back({std::string(kLightsCookie), lights, kYear});
  return response;
}

Response choose_language(Visit& visit) {
  auto response = redirect_303(local_address(visit.field("back")));
  const auto chosen = say::language_tagged(visit.field("language"));
  if (!chosen) return response;
  const std::string tag(say::tag_of(*chosen));
  response.cookies.push_back({std::string(kLanguageCookie), tag, kYear});
  if (visit.viewer.signed_in())
    visit.db().write([&](Tx& tx) { member::change_light(tx, visit.viewer.member, visit.viewer.light, tag); });
  return response;
}

Response asset(const Request& request) {
  const auto* const found = find_asset(request.path);
  if (!found) return not_found();
  Response response;
  response.type = found->type;
  response.body = content_of(*found);
  response.cache_control = kForGood;
  return response;
}

Response robots(const Request&) {
  return text("User-agent: *\nDisallow: /sign-in\nDisallow: /sign-up\nDisallow: /settings\nDisallow: /admin\n");
}

Response healthy(const Request&) {
  return text("ok\n");
}

Response metrics_page(Site& site, const Request& request) {
  if (!is_from_here(request)) return not_found();
  return bytes("text/plain; version=0.0.4; charset=utf-8", site.metrics().told(site.pages().counts()));
}

std::string house_error_page(const Problem& problem) {
  view::Trouble page;
  const auto language = problem.language;
  const auto heading = problem.status == Status::NotFound ? say::trouble::not_found(language) : say::trouble::failed(language);
  page.frame.title = heading;
  page.frame.languages = view::languages_of(language);
  page.frame.indexed = false;
  page.status = static_cast<int>(problem.status);
  page.heading = heading;
  page.words = problem.message;
  page.links = {{std::string(say::trouble::to_front(language)), "/"}};
  page.request = problem.request_id;
  return with_hole(pages::trouble(language, page), pages::hole(language, {}));
}

}  // namespace rialto::web
