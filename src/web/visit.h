// One request with who made it. Handlers are functions Response(Visit&); routes.cpp gives each its Visit.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"
#include "member/viewer.h"
#include "talk/actor.h"
#include "talk/refusal.h"
#include "web/http.h"
#include "web/site.h"
#include "web/view/frame.h"

namespace rialto::web {

inline constexpr std::string_view kSessionCookie = "session";
inline constexpr std::string_view kLightsCookie = "lights";
inline constexpr std::string_view kNoticeCookie = "notice";

struct Visit {
  Site& site;
  const Request& request;
  std::shared_ptr<const House> house;
  member::Viewer viewer;

  Db& db() const { return site.db(); }
  talk::Actor actor() const;

  // The {id} of the address; nothing if it is no short id.
  template <class AnyId>
  std::optional<AnyId> id(std::string_view param = "id") const {
    const auto value = from_short_form(request.params.get(param));
    if (!value) return std::nullopt;
    return AnyId{*value};
  }

  // The page number in the query, from 1; 1 if it is none.
  int page() const;
  // A field of the form, as text.
  std::string field(std::string_view name) const { return std::string(request.form.get(name)); }
};

Visit begin_visit(Site& site, const Request& request);

// A frame with the site's name and the page's title.
view::Frame frame_of(const Visit& visit, std::string title, std::string section = "");

// The page with the viewer's hole filled in: `html` is what a function of web/pages made.
Response show(const Visit& visit, std::string html, Status status = Status::Ok);

// The error page in the house's frame.
Response trouble(const Visit& visit, Status status, std::string words, std::string kept_text = "");
Response nothing_here(const Visit& visit);

// Why talk refused, with the status that fits.
Response refused(const Visit& visit, talk::Refusal refusal, std::string kept_text = "");

// To the sign-in page, and back here afterwards.
Response sign_in_first(const Visit& visit);

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
};
Response go_to(std::string address, Said said);

}  // namespace rialto::web
