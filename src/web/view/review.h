// A review and the form that writes it.
#pragma once

#include "web/view/thread.h"

namespace rialto::web::view {

struct Review {
  Frame frame;
  std::string id, title, href, by;   // by: short form of the writer's member id
  std::string lang;
  Card card;                         // its film
  std::string film, film_href;       // "Heat (1995)"
  std::string film_id;               // short form
  std::optional<Link> scene;         // of the film: what it is about
  Who writer;
  When when;
  std::string minutes;               // "7 minutes to read"; empty if not known
  std::string rating;                // "4.5"; empty: none, or not kept
  int stars = 0;                     // half stars, for the drawing
  std::string rating_note;           // "not kept", "8 of 10 in the original"; may be empty
  std::string audience;              // "Essential viewing for …"; may be empty
  SafeHtml introduction;
  bool capital = false;              // it begins with a paragraph that carries a large first letter
  struct Section {
    std::string anchor, heading;
    SafeHtml body;
  };
  std::vector<Section> sections;
  std::string origin, not_kept;      // as in Thread
  bool edited = false;
  std::string history_href, edit_href, delete_href, names_href, report_href, hide_href, undelete_href, restore_href;
  std::string gone;                  // a tombstone's sentence
  std::vector<Post> comments;
  std::string more_comments_href, more_comments;  // "All 120 posts", where not all are here
  std::string comment_action;        // POST; empty where nobody may
  Editor answer{.rows = 5, .quiet_label = true};
  std::vector<ReviewRow> others;     // other reviews of the film
  std::vector<Notice> notices;
};

struct Reviews {
  Frame frame;
  std::string heading, summary;
  std::optional<Card> film;          // reviews of one film
  std::string all_href;              // where only those with one rating are shown: to all of them
  std::vector<Choice> orders;
  std::vector<ReviewRow> reviews;
  Pager pager;
};

struct ReviewForm {
  Frame frame;
  std::string heading;
  Card card;
  std::string film, film_href;
  std::string action, back_href, button;
  Field title;
  std::optional<Select> scene;       // of the film, that it is to be about
  Select rating;
  Field audience;
  Editor editor;                     // "## Heading" begins a section
  std::string key;
  std::vector<Notice> notices;
};

}  // namespace rialto::web::view
