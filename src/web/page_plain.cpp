#include "web/page_plain.h"

#include "text/markup.h"
#include "web/assets.h"
#include "web/hole.h"
#include "web/pages/plain.html.h"
#include "web/view/plain.h"
#include "web/visit.h"

namespace rialto::web {

namespace {

constexpr std::string_view kForGood = "public, max-age=31536000, immutable";
constexpr std::int64_t kYear = 365 * 86'400;

std::string sign_up_words(member::SignUpWay way) {
  switch (way) {
    case member::SignUpWay::Open:
      return "Everyone may join.";
    case member::SignUpWay::Invitation:
      return "One joins by invitation of a member.";
    case member::SignUpWay::Approval:
      return "Everyone may ask to join; the admins say yes or no.";
    case member::SignUpWay::Closed:
      break;
  }
  return "Nobody new can join for now.";
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
  const view::About page{.frame = frame_of(visit, "About", "about"),
                         .host_words = settings.about,
                         .rules = text::render(settings.rules).html,
                         .facts = "",
                         .version = "",
                         .sign_up_words = sign_up_words(settings.sign_up)};
  return show(visit, pages::about(page));
}

Response help_page(SharedVisit& visit) {
  return show(visit, pages::help({.frame = frame_of(visit, "Help", "about")}));
}

Response turn_lights(Visit& visit) {
  const auto lights = visit.field("lights");
  auto response = redirect_303(local_address(visit.field("back")));
  if (lights == "day" || lights == "night") response.cookies.push_back({std::string(kLightsCookie), lights, kYear});
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

std::string house_error_page(const Problem& problem) {
  view::Trouble page;
  page.frame.title = "That didn’t work";
  page.frame.indexed = false;
  page.status = static_cast<int>(problem.status);
  page.heading = problem.status == Status::NotFound ? "There is no such page" : "That didn’t work";
  page.words = problem.message;
  page.links = {{"To the front page", "/"}};
  page.request = problem.request_id;
  return with_hole(pages::trouble(page), pages::hole({}));
}

}  // namespace rialto::web
