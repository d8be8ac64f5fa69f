// What every page shares: the frame around it, and the small things that pages are made of. Strings hold plain text
// (pages escape them); text::SafeHtml holds rendered Markdown; addresses begin with "/" unless they lead outside.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "say/language.h"
#include "text/safe_html.h"

namespace rialto::web::view {

using text::SafeHtml;

struct Link {
  std::string text, href;
};

// One of several ways to look at a list ("newest", "most talk"); a link that leads to it.
struct Choice {
  std::string text, href;
  bool chosen = false;
};

// One of the languages that one can choose.
struct LanguageChoice {
  std::string_view tag, name;  // "de", "Deutsch"
  bool chosen = false;
};

// All languages, with that of the page chosen.
std::vector<LanguageChoice> languages_of(Language page);

// The frame of a page. Nothing here may depend on the viewer: that is the hole's (view/hole.h).
struct Frame {
  std::string site = "Rialto";  // the site's name
  std::string title;            // the page's, for <title>; empty on the front page
  std::string description;      // a sentence for search engines and previews; may be empty
  std::string kind = "website";  // og:type: "article", "video.movie"
  std::string section;          // which part is lit in the bar: "films", "boards", "reviews", "about", or none
  std::string canonical;        // the page's one true address, absolute or from "/"; may be empty
  std::string find;             // what stands in the find box
  std::vector<LanguageChoice> languages;  // in the foot
  bool indexed = true;          // false: <meta name="robots" content="noindex">
};

// A date as people say it.
struct When {
  std::string spoken;  // "20 February 2017", "17 July, year not kept", "some time in 1998"
  std::string exact;   // on hover: "20 February 2017, 10:11:12 UTC"; may be empty
  std::string iso;     // for <time datetime>: "2017-02-20T10:11:12Z"; empty if not exact to the day
  bool kept = true;    // false: that there was a date is all that is known
};

// Who wrote something.
struct Who {
  std::string name;  // "Author not kept" when it was not
  std::string href;  // "/member/NAME"; empty for authors that weren't kept
  bool ghost = false;  // wrote elsewhere and has no account here yet
  bool kept = true;
};

struct PageLink {
  std::string text, href;  // text "…" with an empty href is a gap
  bool current = false;
};

// Without pages and addresses everything is on one page, and no pager is shown. Lists that are paged by key have only
// `next`.
struct Pager {
  std::string summary;  // "51 to 100 of 40,791 posts"
  std::vector<PageLink> pages;
  std::string previous, next;  // addresses; empty at the ends
};

// A sentence in a box: what a moderator did, what was saved, what went wrong.
struct Notice {
  std::string kind;  // "good", "warn", "mod", "info"
  std::string text;
  std::optional<Link> more;  // where to read on
};

// A field of a form.
struct Field {
  std::string name, label;
  std::string value;
  std::string hint;             // how to fill it in
  std::string error;            // what is wrong with what was sent, and what to do
  std::string type = "text";    // text, email, password, number, date, search, url
  std::string autocomplete = "off";
  bool required = false;
  int limit = 200;              // characters
};

struct Option {
  std::string value, text;
  bool chosen = false;
};

struct Select {
  std::string name, label;
  std::vector<Option> options;
  std::string hint, error;
};

// A box in which one writes Markdown, with a preview made by the server: the form's button "preview" sends it back with
// `previewed` set. The script asks POST /preview (text=…) instead, which answers with the rendered words alone (text/html).
struct Editor {
  std::string name = "text", label;
  std::string text;
  std::string error;
  std::string hint;
  bool previewed = false;
  SafeHtml preview;
  int rows = 10;
  bool required = true;
  bool quiet_label = false;  // for screen readers alone
  int limit = 64 * 1024;     // bytes
  std::string kept;          // the text is a draft that the server kept then (milliseconds since 1970); empty: it is none
  bool pictures = false;  // takes files "picture" with their "words"; its form is multipart/form-data then
  std::string film;   // "Heat (1995)": what is talked of there; may be empty
  std::string draft;  // under which name the device keeps a draft: "reply-3v9k2m"; empty: it keeps none
};

}  // namespace rialto::web::view
