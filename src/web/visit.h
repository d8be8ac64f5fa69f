// One request with who made it. Handlers are functions Response(Visit&); routes.cpp gives each its Visit.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"
#include "base/time.h"
#include "db/db.h"
#include "member/viewer.h"
#include "say/language.h"
#include "say/say.h"
#include "talk/actor.h"
#include "talk/refusal.h"
#include "talk/thread.h"
#include "web/http.h"
#include "web/site.h"
#include "web/telling.h"
#include "web/view/frame.h"
#include "web/view/plain.h"

namespace rialto::web {

inline constexpr std::string_view kSessionCookie = "session";
inline constexpr std::string_view kLightsCookie = "lights";
inline constexpr std::string_view kNoticeCookie = "notice";

// What of a visit a shared page may depend on: one page is made for all who ask for this address, as long as what it tells of ages is true,
// with the same sight and the same language. The viewer is not in here, so nothing of theirs can stand in it (web/shared_page.h).
struct SharedVisit {
  Site& site;
  const Address& address;
  std::shared_ptr<const House> house;
  Language language = say::kLanguages.front();   // of everything that the page says (web/language.h)
  talk::HiddenToo hidden = talk::HiddenToo::No;  // Yes: moderators are shown what is hidden
  PageNow now;
  Db* noting = nullptr;  // notes what is read through it (web/read_trace.h)

  Db& db() const { return noting ? *noting : site.db(); }
  Telling telling() const { return {.language = language, .mask = house->mask, .now = now}; }

  // The {id} of the address; nothing if it is no short id.
  template <class AnyId>
  std::optional<AnyId> id(std::string_view param = "id") const {
    const auto value = from_short_form(address.params.get(param));
    if (!value) return std::nullopt;
    return AnyId{*value};
  }

  // The page number in the query, from 1; 1 if it is none.
  int page() const;
};

struct Visit : SharedVisit {
  const Request& request;
  member::Viewer viewer;
  Time minute;    // which the page calls now
  Moment moment;  // taken before anything was read

  talk::Actor actor() const;
  // A field of the form, as text.
  std::string field(std::string_view name) const { return std::string(request.form.get(name)); }
};

Visit begin_visit(Site& site, const Request& request);

// A frame with the site's name and the page's title.
view::Frame frame_of(const SharedVisit& visit, std::string_view title, std::string section = "");

// The page, its hole still open: `html` is what a function of web/pages made.
Response show(const SharedVisit& visit, std::string html, Status status = Status::Ok);

// What the page before wants said on this one, once; nothing if there is nothing.
std::optional<view::Notice> notice_in(const Request& request, Language language);

// The error page in the house's frame.
Response trouble(const SharedVisit& visit, Status status, std::string_view words, std::string kept_text = "",
                 std::optional<view::Again> again = std::nullopt);
Response nothing_here(const SharedVisit& visit);

// Why talk refused, with the status that fits.
Response refused(const SharedVisit& visit, talk::Refusal refusal, std::string kept_text = "");

// To the sign-in page, and afterwards to `back`; without it, here again.
Response sign_in_first(const Visit& visit, std::string back = {});

// A redirect after a form, with a notice that the next page shows once.
enum class Said {
  Posted,
  Saved,
  Deleted,
  BroughtBack,
  Reported,
  Done,
  SignedIn,
  SignedOut,
  Welcome,
  NameChanged,
  PasswordChanged,
  EmailChanged,
  SessionEnded,
  Left,
  Waiting,
  Imported,
  ThrownAway,
  Rated,
  Seen,
  Unseen,
  RatingTakenBack,
  Proposed,
  AllRead,
};
Response go_to(std::string address, Said said);

}  // namespace rialto::web
