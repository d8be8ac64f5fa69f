#include "web/hole.h"

#include <sodium.h>

#include <array>

#include "base/strings.h"
#include "db/db.h"
#include "member/rights.h"
#include "web/pages/frame.html.h"
#include "web/visit.h"
#include "web/waiting.h"

namespace rialto::web {

namespace {

std::string classes_of(const member::Viewer& viewer) {
  if (!viewer.signed_in()) return "guest";
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

}  // namespace

view::Hole hole_of(const Visit& visit, const std::optional<view::Notice>& notice) {
  view::Hole hole;
  hole.classes = classes_of(visit.viewer);
  hole.lights = lights_of(visit.request);
  hole.back = is_safe(visit.request.method) ? visit.request.target : "/";
  hole.notice = notice;
  if (!visit.viewer.signed_in()) return hole;
  hole.name = visit.viewer.name;
  hole.href = "/member/" + visit.viewer.name;
  hole.waiting = waiting_for(visit);
  hole.rule = StyleRule::own(short_form(visit.viewer.member));
  return hole;
}

std::string with_hole(const std::string& html, const view::Hole& hole) {
  const auto at = html.find(view::kHoleMark);
  if (at == std::string::npos) throw std::logic_error("web: a page without a hole");
  std::string out;
  out.reserve(html.size() + 2048);
  out.append(html, 0, at);
  pages::hole(out, hole);
  out.append(html, at + view::kHoleMark.size());
  return out;
}

std::string policy_for(const view::Hole& hole) {
  if (hole.rule.empty()) return "";
  return replaced(kStrictPolicy, "style-src 'self'",
                  "style-src 'self' 'sha256-" + sha256_base64(hole.rule.view()) + "'");
}

}  // namespace rialto::web
