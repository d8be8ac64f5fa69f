#include "web/visit.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/log.h"
#include "db/db.h"
#include "member/rights.h"
#include "member/session.h"
#include "say/trouble.h"
#include "text/escape.h"
#include "web/hole.h"
#include "web/language.h"
#include "web/pages/plain.html.h"

namespace rialto::web {

namespace {

constexpr int kLastPage = 1'000'000;

struct Saying {
  Said said;
  std::string_view key;
  std::string_view (*words)(Language);
};

constexpr std::array kSayings = {
    Saying{Said::Posted, "posted", say::trouble::said_posted},
    Saying{Said::Saved, "saved", say::trouble::said_saved},
    Saying{Said::Deleted, "deleted", say::trouble::said_deleted},
    Saying{Said::BroughtBack, "back", say::trouble::said_back},
    Saying{Said::Reported, "reported", say::trouble::said_reported},
    Saying{Said::Done, "done", say::trouble::said_done},
    Saying{Said::SignedIn, "in", say::trouble::said_in},
    Saying{Said::SignedOut, "out", say::trouble::said_out},
    Saying{Said::Welcome, "welcome", say::trouble::said_welcome},
    Saying{Said::NameChanged, "name", say::trouble::said_name},
    Saying{Said::PasswordChanged, "password", say::trouble::said_password},
    Saying{Said::EmailChanged, "email", say::trouble::said_email},
    Saying{Said::SessionEnded, "session", say::trouble::said_session},
    Saying{Said::Left, "left", say::trouble::said_left},
    Saying{Said::Waiting, "waiting", say::trouble::said_waiting},
    Saying{Said::Imported, "imported", say::trouble::said_imported},
    Saying{Said::ThrownAway, "thrown", say::trouble::said_thrown},
    Saying{Said::Rated, "rated", say::trouble::said_rated},
    Saying{Said::Seen, "seen", say::trouble::said_seen},
    Saying{Said::Unseen, "unseen", say::trouble::said_unseen},
    Saying{Said::RatingTakenBack, "unrated", say::trouble::said_unrated},
    Saying{Said::Proposed, "proposed", say::trouble::said_proposed},
    Saying{Said::AllRead, "read", say::trouble::said_all_read},
};

// Where nothing can be written (a full disk, a read-only folder), members read on.
void touch(Db& db, const member::Viewer& viewer, Time at) {
  try {
    db.write([&](Tx& tx) { member::touch_session(tx, viewer, at); });
  } catch (const DbError& error) {
    log_warning(std::string("web: a session was not marked as seen: ") + error.what());
  }
}

member::Viewer viewer_of(Site& site, const Request& request, const Moment& moment) {
  const auto token = request.cookies.find(kSessionCookie);
  if (!token || token->empty()) return {};
  const auto at = now();
  auto viewer = site.viewer(*token, moment, at);
  if (viewer.signed_in() && member::wants_touch(viewer, at)) touch(site.db(), viewer, at);
  return viewer;
}

Time minute_of(Time time) {
  constexpr std::int64_t kMinute = 60'000'000;
  return {time.micros - time.micros % kMinute};
}

std::string_view heading_of(Status status, Language language) {
  switch (status) {
    case Status::NotFound:
      return say::trouble::not_found(language);
    case Status::Forbidden:
      return say::trouble::forbidden(language);
    case Status::Conflict:
      return say::trouble::conflict(language);
    case Status::TooManyRequests:
      return say::trouble::slower(language);
    default:
      return say::trouble::failed(language);
  }
}

Status status_of(talk::Refusal refusal) {
  using talk::Refusal;
  switch (refusal) {
    case Refusal::ThreadNotFound:
    case Refusal::BoardNotFound:
    case Refusal::PostNotFound:
    case Refusal::ReviewNotFound:
      return Status::NotFound;
    case Refusal::NotYours:
    case Refusal::ModeratorsOnly:
      return Status::Forbidden;
    case Refusal::ThreadLocked:
    case Refusal::PostIsTombstone:
    case Refusal::AlreadyReported:
      return Status::Conflict;
    default:
      return Status::UnprocessableContent;
  }
}

}  // namespace

talk::Actor Visit::actor() const {
  return {.member = viewer.member,
          .power = member::may_moderate(viewer) ? talk::Power::Moderator : talk::Power::Member};
}

int SharedVisit::page() const {
  const auto text = address.query.get("page");
  int number = 1;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return std::clamp(number, 1, kLastPage);
}

Visit begin_visit(Site& site, const Request& request) {
  auto moment = site.db().moment();
  auto viewer = viewer_of(site, request, moment);
  const auto hidden = member::may_see_hidden(viewer) ? talk::HiddenToo::Yes : talk::HiddenToo::No;
  const auto language = language_of(request, viewer.language);
  const auto minute = minute_of(now());
  return {{.site = site,
           .address = request,
           .house = site.house(moment),
           .language = language,
           .hidden = hidden,
           .now = PageNow(minute)},
          request,
          std::move(viewer),
          minute,
          std::move(moment)};
}

view::Frame frame_of(const SharedVisit& visit, std::string_view title, std::string section) {
  view::Frame frame;
  frame.site = visit.house->settings.site_name;
  frame.title = title;
  frame.languages = view::languages_of(visit.language);
  frame.section = std::move(section);
  return frame;
}

std::optional<view::Notice> notice_in(const Request& request, Language language) {
  const auto key = request.cookies.get(kNoticeCookie);
  const auto found = std::find_if(kSayings.begin(), kSayings.end(), [&](const auto& one) { return one.key == key; });
  if (found == kSayings.end()) return std::nullopt;
  return view::Notice{.kind = "good", .text = std::string(found->words(language)), .more = {}};
}

Response show(const SharedVisit& visit, std::string html, Status status) {
  Response response = page(std::move(html));
  response.status = status;
  response.hole = Hole::Open;
  mark_language(response, visit.language);
  return response;
}

Response trouble(const SharedVisit& visit, Status status, std::string_view words, std::string kept_text,
                 std::optional<view::Again> again) {
  const auto heading = heading_of(status, visit.language);
  view::Trouble page{.frame = frame_of(visit, heading),
                     .status = static_cast<int>(status),
                     .heading = std::string(heading),
                     .words = std::string(words),
                     .kept_text = std::move(kept_text),
                     .again = std::move(again),
                     .links = {{std::string(say::trouble::to_front(visit.language)), "/"}},
                     .request = ""};
  page.frame.indexed = false;
  return show(visit, pages::trouble(visit.language, page), status);
}

Response nothing_here(const SharedVisit& visit) {
  return trouble(visit, Status::NotFound, say::trouble::nothing_here(visit.language));
}

Response refused(const SharedVisit& visit, talk::Refusal refusal, std::string kept_text) {
  return trouble(visit, status_of(refusal), talk::sentence(refusal, visit.language), std::move(kept_text));
}

Response sign_in_first(const Visit& visit, std::string back) {
  if (back.empty()) back = is_safe(visit.request.method) ? visit.request.target : visit.request.path;
  std::string address = "/sign-in?back=";
  text::append_query(address, back);
  return redirect_303(std::move(address));
}

Response go_to(std::string address, Said said) {
  auto response = redirect_303(std::move(address));
  for (const auto& one : kSayings)
    if (one.said == said)
      response.cookies.push_back({std::string(kNoticeCookie), std::string(one.key), std::int64_t{60}});
  return response;
}

}  // namespace rialto::web
