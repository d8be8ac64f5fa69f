#include "web/visit.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/log.h"
#include "db/db.h"
#include "member/rights.h"
#include "member/session.h"
#include "text/escape.h"
#include "web/hole.h"
#include "web/pages/plain.html.h"
#include "web/view/plain.h"

namespace rialto::web {

namespace {

constexpr int kLastPage = 1'000'000;

struct Saying {
  Said said;
  std::string_view key;
  std::string_view words;
};

constexpr std::array kSayings = {
    Saying{Said::Posted, "posted", "Your words stand."},
    Saying{Said::Saved, "saved", "It is saved."},
    Saying{Said::Deleted, "deleted", "Your post is gone; its place and its replies remain."},
    Saying{Said::BroughtBack, "back", "It stands again."},
    Saying{Said::Reported, "reported", "Thank you: the moderators will look at it."},
    Saying{Said::Done, "done", "Done, and noted in the public log."},
    Saying{Said::SignedIn, "in", "Good to see you."},
    Saying{Said::SignedOut, "out", "You are signed out. Until next time."},
    Saying{Said::Welcome, "welcome", "Welcome to the house. Find a film and say something."},
    Saying{Said::NameChanged, "name", "Your name is changed; links to the old one lead to you."},
    Saying{Said::PasswordChanged, "password", "Your password is changed, and all other sessions are ended."},
    Saying{Said::EmailChanged, "email", "Your e-mail address is changed."},
    Saying{Said::SessionEnded, "session", "That session is ended."},
    Saying{Said::Left, "left", "Your account is closed. Thank you for having been here."},
    Saying{Said::Waiting, "waiting", "Your request is with the admins. You can sign in once they have said yes."},
    Saying{Said::Imported, "imported", "It is imported."},
    Saying{Said::ThrownAway, "thrown", "It is thrown away."},
    Saying{Said::Rated, "rated", "Your rating counts."},
    Saying{Said::RatingTakenBack, "unrated", "Your rating is taken back."},
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

std::string_view heading_of(Status status) {
  switch (status) {
    case Status::NotFound:
      return "There is no such page";
    case Status::Forbidden:
      return "That is not yours to do";
    case Status::Conflict:
      return "That can’t be done now";
    case Status::TooManyRequests:
      return "A little slower, please";
    default:
      return "That didn’t work";
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
  return {{.site = site, .address = request, .house = site.house(moment), .hidden = hidden, .at = minute_of(now())},
          request,
          std::move(viewer),
          std::move(moment)};
}

view::Frame frame_of(const SharedVisit& visit, std::string title, std::string section) {
  view::Frame frame;
  frame.site = visit.house->settings.site_name;
  frame.title = std::move(title);
  frame.section = std::move(section);
  return frame;
}

std::optional<view::Notice> notice_in(const Request& request) {
  const auto key = request.cookies.get(kNoticeCookie);
  const auto found = std::find_if(kSayings.begin(), kSayings.end(), [&](const auto& one) { return one.key == key; });
  if (found == kSayings.end()) return std::nullopt;
  return view::Notice{.kind = "good", .text = std::string(found->words), .more = {}};
}

Response show(const SharedVisit&, std::string html, Status status) {
  Response response = page(std::move(html));
  response.status = status;
  response.hole = Hole::Open;
  return response;
}

Response trouble(const SharedVisit& visit, Status status, std::string words, std::string kept_text) {
  view::Trouble page{.frame = frame_of(visit, std::string(heading_of(status))),
                     .status = static_cast<int>(status),
                     .heading = std::string(heading_of(status)),
                     .words = std::move(words),
                     .kept_text = std::move(kept_text),
                     .links = {{"To the front page", "/"}},
                     .request = ""};
  page.frame.indexed = false;
  return show(visit, pages::trouble(page), status);
}

Response nothing_here(const SharedVisit& visit) {
  return trouble(visit, Status::NotFound, "There is nothing at this address. It may have been moved or removed.");
}

Response refused(const SharedVisit& visit, talk::Refusal refusal, std::string kept_text) {
  return trouble(visit, status_of(refusal), std::string(talk::sentence(refusal)), std::move(kept_text));
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
