// The pages behind the curtain, for moderators and admins, and the public moderation log.
#pragma once

#include "web/view/thread.h"

namespace rialto::web::view {

// The index: what waits, and where things are.
struct Admin {
  Frame frame;
  struct Part {
    std::string text, href, about;
    int waiting = 0;
  };
  std::vector<Part> parts;
  std::vector<Link> facts;           // "123,035 films" → /films; href may be empty
  std::vector<Notice> notices;
};

// A button in a row: POST action with name=value.
struct RowButton {
  std::string text, action, name, value;
  bool danger = false;
};

struct AdminCell {
  std::string text, href;            // href may be empty
};

// Members, invitations, approvals: a table with buttons.
struct AdminTable {
  Frame frame;
  std::string heading, words;
  std::vector<Notice> notices;
  std::vector<Choice> orders;
  std::optional<Field> find;         // a search box above the table (GET)
  std::string find_action;
  std::vector<std::string> columns;
  struct Row {
    std::vector<AdminCell> cells;
    std::vector<RowButton> buttons;
  };
  std::vector<Row> rows;
  std::string none;                  // what is said when there are no rows
  Pager pager;
  // A form below the table: a new invitation, a new word.
  std::string add_heading, add_action, add_button;
  std::vector<Field> add_fields;
  std::vector<Select> add_selects;
};

// One member, as admins see them.
struct AdminMember {
  Frame frame;
  std::string name, href;
  std::vector<AdminCell> facts;      // "e-mail: …"
  Select role;
  std::string role_action;           // empty: the viewer gives no roles
  Field why;
  std::string state_action;          // suspending, letting back in; empty: the viewer may not
  std::string state_do, state_text;  // what is sent as do=, and the button's words
  bool state_danger = false;
  Field reason;
  std::vector<RowButton> buttons;
  std::vector<Notice> notices;
};

struct Report {
  std::string id;
  Who by;
  When when;
  std::string what;                  // "spoiler not marked", "unkind"
  std::string words;
  Link about;                        // the post, review or thread
  std::string excerpt;
  Who author;
  std::vector<RowButton> buttons;    // settle, dismiss; hiding is done where it stands
};

struct Reports {
  Frame frame;
  std::vector<Choice> orders;        // open, settled
  std::vector<Report> reports;
  Pager pager;
  std::vector<Notice> notices;
};

// An imported page whose film is in doubt: one chooses.
struct Doubt {
  std::string id, title;             // of the thread or review
  std::string from;                  // "A thread from heat.html."
  std::string why;                   // "names three films called Heat and no year"
  std::string excerpt;
  struct Candidate {
    std::string value;               // sent as film=VALUE
    Card card;
    std::string film, why;           // "Heat (1995)", "Pacino and De Niro are named"
    bool chosen = false;
  };
  std::vector<Candidate> candidates;
  std::string action;                // POST film=VALUE, or other=SLUG, or skip=1
  std::string error;
};

struct Doubts {
  Frame frame;
  std::vector<Doubt> doubts;
  std::string summary;               // "3 wait, 41 were settled"
  Pager pager;
  std::vector<Notice> notices;
};

// What moderators did, for everybody to read: /log
struct LogRow {
  When when;
  Who by;
  std::string act;                   // "locked"
  Link what;                         // the thread or post; href may be empty
  std::string why;
};

struct Log {
  Frame frame;
  std::string words;
  std::vector<Choice> kinds;
  std::vector<LogRow> rows;
  Pager pager;
};

}  // namespace rialto::web::view
