#include "web/hole.h"

#include <sodium.h>

#include <array>
#include <stdexcept>
#include <unordered_map>

#include "base/digest.h"
#include "base/strings.h"
#include "db/db.h"
#include "member/rights.h"
#include "web/news.h"
#include "web/pages/frame.html.h"
#include "web/shown.h"
#include "web/view/hole.h"
#include "web/visit.h"
#include "web/waiting.h"

namespace rialto::web {

namespace {

const std::string kHouseLobbyCard = "/lobby.png";

// Where nobody new can join, the stylesheet leaves out what invites one to.
std::string classes_of(const Visit& visit) {
  const auto& viewer = visit.viewer;
  if (!viewer.signed_in())
    return visit.house->settings.sign_up == member::SignUpWay::Closed ? "guest closed" : "guest";
  if (member::may_administer(viewer)) return "member mod admin";
  return member::may_moderate(viewer) ? "member mod" : "member";
}

std::string lights_of(const Request& request) {
  const auto lights = request.cookies.get(kLightsCookie);
  return lights == "day" || lights == "night" ? std::string(lights) : "";
}

std::string sha256_base64(std::string_view text) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> hash;
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(text.data()), text.size());
  std::string out(sodium_base64_encoded_len(hash.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(out.data(), out.size(), hash.data(), hash.size(), sodium_base64_VARIANT_ORIGINAL);
  out.pop_back();  // the closing NUL
  return out;
}

int waiting_for(const Visit& visit) {
  if (!member::may_moderate(visit.viewer)) return 0;
  return static_cast<int>(visit.db().read([&](Tx& tx) { return read_waiting(tx, visit.viewer); }).all());
}

// "https://films.example", as the visitor called it; "" if they didn't.
std::string origin_of(const Request& request) {
  return request.host.empty() ? "" : (request.secure ? "https://" : "http://") + request.host;
}

// What services show of an address that somebody tells there. They come as visitors.
view::Elsewhere elsewhere_of(const Request& request, const Shown* shown) {
  const auto origin = origin_of(request);
  if (origin.empty()) return {};
  const auto& picture = shown && !shown->lobby_card.empty() ? shown->lobby_card : kHouseLobbyCard;
  return {.address = origin + request.target.substr(0, request.target.find('?')), .picture = origin + picture};
}

view::Hole hole_of(const Visit& visit, const Shown* shown) {
  view::Hole hole;
  hole.classes = classes_of(visit);
  hole.lights = lights_of(visit.request);
  hole.back = is_safe(visit.request.method) ? visit.request.target : "/";
  hole.notice = notice_in(visit.request, visit.language);
  if (!visit.viewer.signed_in()) {
    hole.elsewhere = elsewhere_of(visit.request, shown);
    return hole;
  }
  hole.name = visit.viewer.name;
  hole.href = "/member/" + visit.viewer.name;
  hole.waiting = waiting_for(visit);
  hole.rule = StyleRule::own(short_form(visit.viewer.member));
  auto news = news_for(visit, shown);
  hole.rule += news.rule;
  hole.stopped = std::move(news.stopped);
  return hole;
}

std::string policy_for(const view::Hole& hole) {
  if (hole.rule.empty()) return "";
  return replaced(kStrictPolicy, "style-src 'self'",
                  "style-src 'self' 'sha256-" + sha256_base64(hole.rule.view()) + "'");
}

Filling filling_with(const view::Hole& hole, Language language) {
  constexpr std::size_t kTagBytes = 8;
  Filling filling{.html = "", .tag = "", .policy = policy_for(hole), .once = hole.notice.has_value()};
  pages::hole(filling.html, language, hole);
  filling.html.resize((filling.html.size() + kHoleStep - 1) / kHoleStep * kHoleStep, ' ');
  filling.tag = hex(std::string_view(digest({filling.html})).substr(0, kTagBytes));
  return filling;
}

// All that differs between the holes of visitors who are told nothing, none of it with a blank in it.
std::string common_key(const view::Hole& hole, Language language) {
  std::string key(say::tag_of(language));
  for (const std::string_view one : {std::string_view(hole.classes == "guest" ? "open" : "closed"), std::string_view(hole.lights), std::string_view(hole.elsewhere.address),
                                     std::string_view(hole.elsewhere.picture), std::string_view(hole.back)})
    key.append(" ").append(one);
  return key;
}

// The hole of all visitors at an address is the same, so it is kept: by each thread for itself, for the addresses that were
// asked for lately. It depends on its key alone and never grows old.
template <class Make>
std::shared_ptr<const Filling> kept_filling(const std::string& key, Make make) {
  constexpr std::size_t kMost = 1000;
  thread_local std::unordered_map<std::string, std::shared_ptr<const Filling>> kept;
  if (const auto found = kept.find(key); found != kept.end()) return found->second;
  if (kept.size() == kMost) kept.clear();
  return kept[key] = make();
}

}  // namespace

std::shared_ptr<const Filling> filling_for(const Visit& visit, const Shown* shown) {
  const auto hole = hole_of(visit, shown);
  const auto make = [&] { return std::make_shared<const Filling>(filling_with(hole, visit.language)); };
  const bool common = !visit.viewer.signed_in() && !hole.notice;
  return common ? kept_filling(common_key(hole, visit.language), make) : make();
}

void add_head(Response& response, const Filling& filling) {
  response.csp = filling.policy;
  if (filling.once) response.cookies.push_back(forget_cookie(std::string(kNoticeCookie)));
}

Surroundings surroundings_of(std::string_view html) {
  const auto at = html.find(view::kHoleMark);
  if (at == std::string_view::npos) throw std::logic_error("web: a page without a hole");
  return {html.substr(0, at), html.substr(at + view::kHoleMark.size())};
}

std::string with_hole(std::string_view html, std::string_view hole) {
  const auto [before, after] = surroundings_of(html);
  std::string whole;
  whole.reserve(html.size() + hole.size());
  return whole.append(before).append(hole).append(after);
}

Response filled(const Visit& visit, Response response) {
  if (response.hole == Hole::None) return response;
  const auto filling = filling_for(visit, response.shown.get());
  response.body = with_hole(std::get<std::string>(response.body), filling->html);
  response.hole = Hole::None;
  add_head(response, *filling);
  return response;
}

}  // namespace rialto::web
