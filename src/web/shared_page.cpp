#include "web/shared_page.h"

#include <optional>

#include "web/compress.h"
#include "web/etag.h"
#include "web/hole.h"
#include "web/language.h"
#include "web/read_trace.h"
#include "web/visit.h"

namespace rialto::web {

namespace {

std::string key_of(const Visit& visit, const SharedPage& page) {
  std::string key = visit.hidden == talk::HiddenToo::Yes ? "m" : "v";
  key.append(say::tag_of(visit.language)).append(visit.request.path);
  // With the length of each value, so that none can look like two. A path holds no line breaks.
  for (const auto& name : page.query)
    if (const auto value = visit.request.query.find(name))
      key.append("\n").append(name).append(" ").append(std::to_string(value->size())).append(" ").append(*value);
  return key;
}

Address shared_address(const Request& request, const SharedPage& page) {
  Address address{.path = request.path, .query = {}, .params = request.params};
  for (const auto& name : page.query)
    if (const auto value = request.query.find(name)) address.query.add(name, *value);
  return address;
}

// What a page is true by: see web/page_now.h and web/read_trace.h.
struct MadeFrom {
  Time true_until = kForever;
  std::shared_ptr<ReadTrace> trace = nullptr;  // none is noted where pages aren't kept
};

Response made(const Visit& visit, const SharedPage& page, MadeFrom& from) {
  const auto address = shared_address(visit.request, page);
  std::optional<NotingDb> noting;
  if (from.trace) noting.emplace(visit.site.db(), *from.trace);
  SharedVisit shared{.site = visit.site,
                     .address = address,
                     .house = visit.house,
                     .language = visit.language,
                     .hidden = visit.hidden,
                     .now = PageNow(visit.minute, from.true_until),
                     .noting = noting ? &*noting : nullptr};
  return page.make(shared);
}

Wanted wanted_by(const Request& request, const Filling& filling) {
  return {best_coding(request.headers.get("accept-encoding")), filling.html.size()};
}

Response sent(const Request& request, Language language, const KeptPage& kept, const Filling& filling) {
  Response response;
  mark_language(response, language);
  if (!filling.once) response.etag = kept.tag + filling.tag;
  if (has_current(request, response.etag)) {
    response.status = Status::NotModified;
    return response;
  }
  response.coding = kept.halves->coding();
  response.body = spliced(kept.halves, filling.html);
  add_head(response, filling);
  return response;
}

// Most of what is written changes few pages. One that was kept before the last write is true again if all that it was made
// from still reads the same.
void look_again(const Visit& visit, std::string_view key, const Stamp& stamp) {
  auto& pages = visit.site.pages();
  const auto trace = pages.trace_of_old(key, stamp);
  if (trace && visit.site.db().read([&](Tx& tx) { return trace->holds(tx); })) pages.renew(key, trace, stamp.moment);
}

// What stands in the hole of a page that is kept; nothing if it isn't, and so what it says beside its HTML isn't known.
std::shared_ptr<const Filling> filling_of_kept(const Visit& visit, std::string_view key, const Stamp& stamp) {
  const auto shown = visit.site.pages().shown(key, stamp);
  if (!shown) return nullptr;
  return filling_for(visit, shown->get());
}

}  // namespace

Response answer_shared(Site& site, const Request& request, const SharedPage& page) {
  const auto visit = begin_visit(site, request);
  MadeFrom from;
  if (!site.pages().keeps()) return filled(visit, made(visit, page, from));
  const Stamp stamp{visit.moment, visit.minute, visit.house};
  const auto key = key_of(visit, page);
  look_again(visit, key, stamp);
  if (const auto filling = filling_of_kept(visit, key, stamp)) {
    const auto kept = site.pages().find(key, stamp, wanted_by(request, *filling));
    if (kept.halves) return sent(request, visit.language, kept, *filling);
  }
  from.trace = std::make_shared<ReadTrace>();
  auto response = made(visit, page, from);
  if (response.status != Status::Ok || response.hole == Hole::None) return filled(visit, std::move(response));
  const auto filling = filling_for(visit, response.shown.get());
  const auto [before, after] = surroundings_of(std::get<std::string>(response.body));
  const MadePage fresh{.stamp = stamp, .true_until = from.true_until, .before = before, .after = after, .shown = response.shown, .trace = from.trace};
  const auto kept = site.pages().keep(key, fresh, wanted_by(request, *filling));
  return sent(request, visit.language, kept, *filling);
}

}  // namespace rialto::web
