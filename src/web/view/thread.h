// A thread and its posts, a post with what surrounds it, its history, and the forms that write them.
#pragma once

#include "web/view/board.h"

namespace rialto::web::view {

// Over a whole post or thread: what it gives away.
struct Veil {
  std::string key;                   // for data-of; may be empty
  std::string title;                 // "Heat (1995), the ending"
};

struct Post {
  std::string id;                    // short form; the anchor is "p-ID"
  std::string href;                  // "/post/ID"
  int number = 0;                    // its place in the thread, from 1
  std::string by;                    // short form of the author's member id, for data-by; empty if not kept
  Who author;
  When when;
  std::string to;                    // the name of who it replies to ("Author not kept" counts); empty: to the thread
  std::string to_href;               // "#p-ID" if on the same page, else "/post/ID"
  int depth = 0;                     // how far it stands in: 0 to 7; the handler caps it
  bool deeper = false;               // its true depth is more than 7
  SafeHtml body;                     // quotes and veils are in it
  std::optional<Veil> veil;          // over its words, where it stands without its thread
  SafeHtml signature;
  std::string lang;                  // "de" where it is known; else empty
  bool edited = false;
  When edited_when;                  // spoken empty: it isn't known when
  std::string history_href;          // empty where the versions weren't kept
  std::string gone;                  // a tombstone's sentence: "Deleted by its author." Then there is no body
  std::string gone_why;              // the reason in the log; may be empty
  std::string origin;                // "from a saved page"; empty for what was written here
  bool chosen = false;               // the one that a permalink leads to
  bool lost_said = false;            // the page says above that nobody's name and no date was kept
  // quote_href ends in "?quote=1": the reply form begins with the post quoted. The script adds "&passage=WORDS" when only
  // these were selected.
  std::string names_href, reply_href, quote_href, edit_href, delete_href, report_href, hide_href;
  std::string restore_href;          // for moderators, on what they removed
  std::string undelete_href;         // for authors, on what they deleted themselves
};

struct Thread {
  Frame frame;
  std::string id, title, href;
  std::string lang;
  std::string by;                    // short form of who began it
  Link board;
  std::optional<Card> film;
  std::optional<Veil> veil;          // over all posts
  std::optional<Link> scene;         // what it is about
  std::string spoilers_href;         // where its author and moderators say what it gives away
  std::string film_id;               // short form; empty on boards that aren't of a film
  bool locked = false, pinned = false;
  std::vector<Notice> notices;       // what moderators did to it, and why
  std::string order = "tree";        // or "flat"
  std::vector<Choice> orders;
  std::vector<Post> posts;
  Pager pager;
  std::string summary;               // "12 posts, eleven years"
  std::vector<Who> people;           // the first few who speak in it
  std::string more_people;           // "and 6 others"
  std::vector<Card> speaks_of;       // films that it names
  std::string origin;                // "From a saved page, copied 20 February 2017"; may be empty
  std::string not_kept;              // what the copy lacks: "Authors and dates were not kept." May be empty
  std::string reply_action;          // POST; empty where nobody may reply
  Editor answer{.rows = 6, .quiet_label = true};
  std::string lock_href, pin_href, move_href, rename_href, hide_href, report_href;
  std::string lock_text, pin_text, hide_text;
};

// /post/ID: the post, the posts that it answers (nearest last), and the replies to it.
struct PostPage {
  Frame frame;
  std::string thread_title, thread_href;
  Link board;
  std::string in_thread_href;        // the post's place in the thread: "/thread/…?page=3#p-ID"
  std::vector<Post> before;
  Post post;
  std::vector<Post> replies;
};

struct PostVersion {
  int number = 0;
  When when;
  Who by;
  std::string why;
  SafeHtml changes;                  // the text with <ins> and <del> against the version before; the first as it was
  bool veiled = false;               // they show a spoiler: only for those who ask
};

// /post/ID/history, newest first.
struct PostHistory {
  Frame frame;
  std::string thread_title, thread_href, post_href;
  Who author;
  std::vector<PostVersion> versions;
};

// Replying, quoting, editing: /post/ID/reply, /thread/ID/reply, /post/ID/edit.
struct PostForm {
  Frame frame;
  std::string heading;               // "Reply to Marek", "Edit your post"
  std::string thread_title, thread_href;
  std::optional<Post> answers;       // the post that it replies to
  std::string action, back_href;
  Editor editor;
  std::string button;
  std::string key;                   // a second sending of the same form makes no second post
  bool asks_why = false;             // editing: a short reason may be given
  std::string why;
  std::vector<Notice> notices;
};

// Deleting, hiding, locking, pinning, moving, reporting: one question, a reason, one button.
struct AskForm {
  Frame frame;
  std::string heading;               // "Delete your post?"
  std::string words;                 // what happens then: "Its place and its replies stay."
  std::string action, back_href;
  std::optional<Post> post;          // what it is about
  std::optional<Field> title;        // renaming: what it is called
  std::optional<Field> why;          // a reason
  std::optional<Select> where;       // moving: to which board; reporting: what is wrong
  std::string button;                // "Delete"
  bool danger = false;
  std::string act;                   // what is asked for, where the address takes one and its opposite
};

struct NewThread {
  Frame frame;
  Link board;
  std::optional<Card> film;
  std::string action, back_href;
  Field title;
  std::optional<Select> scene;       // of the film, that it is to be about
  Editor editor;
  std::string key;
};

}  // namespace rialto::web::view
