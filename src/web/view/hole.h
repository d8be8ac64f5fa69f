// The hole: the one part of a page that belongs to the viewer. Everything else is the same for everybody, so that a
// page is made and compressed once.
//
// How a handler makes a page: it fills the page's view and calls its function, which leaves kHoleMark once, near the end
// of <head>. The server keeps what stands before and after the mark, and puts between them what pages::hole(Hole)
// wrote. The hole runs from within <head> into the bar:
//   <meta property="og:image" content="https://…">         how the page is told elsewhere
//   <style>[data-by="3x9"] .own{display:inline}</style>   only for members; allowed by its hash in the CSP
//   </head><body class="member mod" data-light="day">      what the viewer may do, and their house lights
//   <a class="skip">, <header class="bar"><nav class="you">…</nav>
//   a notice that is shown once ("Your reply stands.")
//   a line that says what is new in the thread, or how far the viewer has read, and leads there
//
// What the stylesheet makes of it:
//   .guests   shown to visitors only (sign-in links)            body.guest
//   .members  shown to those who are signed in                  body.member
//   .mod      shown to moderators and admins                    body.mod
//   .admin    shown to admins                                   body.admin
//   .own      shown to the author of what bears data-by="SHORT MEMBER ID" and holds it (nothing of another member may
//             stand in an element with data-by)
//   .news     shown where something is new to the viewer: by the hole's rule, in #p-POST or with data-news="THREAD"
// All of them are hidden without the hole's classes. They only show controls: rights are checked when a form arrives.
// A page that is made for one viewer anyway (settings, forms, admin) has the same frame and hole.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "web/style_rule.h"
#include "web/view/frame.h"

namespace rialto::web::view {

// Stands in every page once, before anything that people wrote can stand there unescaped.
inline constexpr std::string_view kHoleMark = "<rialto-hole>";

// Where the viewer stopped reading the thread of this page.
struct Stopped {
  std::string words;         // "4 new posts since Tuesday"
  Link link;                 // to the first of them
  std::optional<Link> more;  // where there are some on other pages too
};

// How the page is told elsewhere, in absolute addresses.
struct Elsewhere {
  std::string address;  // empty: it isn't known
  std::string picture;  // 1200 by 630 pixels
};

struct Hole {
  // What body's class says: "guest", "member", "member mod", "member mod admin".
  std::string classes = "guest";
  std::string lights;  // "day" or "night" from the cookie "lights"; empty: as the system says
  std::string name;    // the member's name; empty for visitors
  std::string href;    // "/member/NAME"
  std::string back;    // where sign-in and house lights lead back to: this page's path with its query
  int waiting = 0;     // for moderators: open reports, approvals and doubtful imports
  StyleRule rule;      // what is theirs, and what is new to them
  std::optional<Notice> notice;
  std::optional<Stopped> stopped;
  Elsewhere elsewhere;  // for visitors
};

}  // namespace rialto::web::view
