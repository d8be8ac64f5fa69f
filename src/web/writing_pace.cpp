#include "web/writing_pace.h"

#include "base/time.h"
#include "member/rights.h"
#include "say/trouble.h"
#include "web/visit.h"

namespace rialto::web {

namespace {

// What a person would miss most: the longest text of the form.
std::string longest_text(const Fields& form) {
  std::string_view longest;
  for (const auto name : {"text", "why", "cast", "line"})
    if (const auto value = form.get(name); value.size() > longest.size()) longest = value;
  return std::string(longest);
}

view::Again again(const Visit& visit) {
  view::Again form{.action = visit.request.target, .button = std::string(say::trouble::send_again(visit.language)), .fields = {}};
  for (std::size_t at = 0; at < visit.request.form.size(); ++at) {
    const auto field = visit.request.form[at];
    form.fields.push_back({.name = std::string(field.name), .value = std::string(field.value)});
  }
  return form;
}

}  // namespace

std::int64_t WritingPace::wait(std::int64_t member, Time now, std::int64_t writes_a_minute) {
  if (writes_a_minute <= 0) return 0;
  const auto most = static_cast<double>(writes_a_minute);
  return pace_.wait(member, now, {.at_once = most, .a_second = most / 60});
}

std::optional<Response> too_fast(const Visit& visit) {
  if (!visit.viewer.signed_in() || member::may_moderate(visit.viewer) || visit.request.form.has("preview"))
    return std::nullopt;
  const auto seconds = visit.site.writing().wait(visit.viewer.member.value, now(), visit.house->settings.writes_a_minute);
  if (seconds == 0) return std::nullopt;
  auto response = trouble(visit, Status::TooManyRequests, say::trouble::writing_fast(visit.language, seconds),
                          longest_text(visit.request.form), again(visit));
  response.headers.emplace_back("Retry-After", std::to_string(seconds));
  return response;
}

}  // namespace rialto::web
