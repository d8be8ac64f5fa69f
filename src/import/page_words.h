// The words that pages put around what people wrote, in the languages of the boards and blogs that we know. All of
// these take folded text (base/strings.h) of one line.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date_reading.h"
#include "base/edtf.h"

namespace rialto::imports {

// What a line of nothing but page controls says: "reply", "Antworten · Teilen", "12 likes".
enum class Controls { None, Weak, Reply };
Controls controls_in(std::string_view folded_line);

// A line that parts posts: "-----", "* * *", "_____", "=====".
bool is_rule(std::string_view line);

// What boards print beside a name: "Senior Member", "Join Date: Mar 2005", "Posts: 123", "OP", "IMDb member since".
bool is_profile(std::string_view folded_line);

// What pages print anywhere: "top of page", tracking codes, "Skip to content", file names, stray alternative texts.
bool is_page_junk(std::string_view line, std::string_view folded_line);

// "Discussion in 'Film' started by Ana, Mar 3, 2010", "Erstellt am 3. März 2015": of the thread, of no post.
bool is_thread_start(std::string_view folded_line);

// Counts and signs that pages print between things: "214", "•", "3.2k".
bool is_count_line(std::string_view line);

// Alternative texts that say nothing: "ree", "image", "avatar", "IMG_2031.jpg".
bool is_stray_alt(std::string_view folded_text);

// "#Hitchcock #Vertigo": tags and nothing else; "#3" is a number.
bool is_tag_line(std::string_view line);

// "Recent Posts", "Share this", "Related", …: from here on the page is no longer the article.
bool is_article_end(std::string_view folded_line);

// "3 Comments", "Kommentare (2)", "4 thoughts on …", …: from here on there are comments.
bool is_comments_start(std::string_view folded_line);

// "Leave a comment", "Schreibe einen Kommentar", …: the form behind the comments.
bool is_comment_form(std::string_view folded_line);

// "Last edited by Ana on 3 March 2010; edited 2 times", "[edit] …": that a post was edited, when if it says so, and
// whether the line is the board's own (then it is no part of the text).
struct FoundEdit {
  std::optional<Edtf> date;
  bool by_board = false;
};
std::optional<FoundEdit> edit_in(std::string_view line, std::string_view folded_line, const DateReading& how);

// "Ana wrote:", "Quote:", "Originally posted by Ana": what boards put above a quotation. The name, "" if it names
// nobody; nothing if the line is none.
std::optional<std::string> quote_source_in(std::string_view line);

// "5 min read", "Lesezeit: 4 Minuten" → 5, 4.
std::optional<int> minutes_in(std::string_view folded_line);

// What follows "Essential Viewing for:", "Recommended for", "Für wen:", … in the line as written; nothing else.
std::optional<std::string> audience_in(std::string_view line);

// What follows "Writer:", "By", "Von", "Par", "Author:", … in a short line; nothing else.
std::optional<std::string> byline_in(std::string_view line);

}  // namespace rialto::imports
