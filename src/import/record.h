// What the readers understood of a page, before any database: plain values, shared by `rialto read` and the runner.
// Text is Markdown; what was not kept is nothing, never a guess.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/edtf.h"

namespace rialto::imports {

// The film that a page is about, proposed with its reason. The runner looks it up by title and year.
struct FilmProposal {
  std::string title;
  std::optional<int> year;
  std::string why;
};

// A passage on lines of its own that an earlier post holds. `text` is Markdown and stands as a blockquote in the post.
struct QuoteRecord {
  int post = 0;
  std::string text;
};

// The page says that a post was edited; when, only if it says so.
struct EditMark {
  std::optional<Edtf> date;
};

struct PostRecord {
  int n = 0;  // 1, 2, … in the order of the page
  std::optional<std::string> author;
  std::optional<Edtf> date;
  std::optional<std::string> text;  // nothing for a tombstone
  std::optional<int> parent;        // only where the page says so, and always smaller than n
  bool deleted = false;
  std::optional<EditMark> edited;
  std::optional<std::string> signature;  // Markdown
  std::vector<QuoteRecord> quotes;
  std::optional<std::string> foreign_id;  // the page's own id of the post, for its origin; not printed
};

struct ThreadRecord {
  std::optional<std::string> title;
  std::optional<FilmProposal> film;
  std::vector<PostRecord> posts;
};

struct SectionRecord {
  std::optional<std::string> heading;  // nothing for the introduction
  std::string text;                    // paragraphs, parted by empty lines
};

// A rating as it was written, and what it comes to in half stars (0.5 to 5) where its scale is known.
struct RatingRecord {
  std::string written;  // "7.5/10", "★★★½", "B+"
  std::optional<double> value;
  std::optional<double> best;
  std::optional<double> stars;
};

// Where a picture stood: after so many paragraphs (0: before the first) of the section of that index (0-based).
struct ImageRecord {
  int section = 0;
  int after_paragraph = 0;
  std::optional<std::string> alt;
  std::optional<std::string> src;
};

struct ReviewRecord {
  std::optional<std::string> title;
  std::optional<FilmProposal> film;
  std::optional<std::string> writer;
  std::optional<Edtf> date;
  std::optional<int> minutes;  // reading time
  std::vector<SectionRecord> sections;
  std::optional<std::string> audience;
  std::optional<RatingRecord> rating;
  std::vector<ImageRecord> images;
  std::vector<PostRecord> comments;
};

using PageRecord = std::variant<ThreadRecord, ReviewRecord>;

}  // namespace rialto::imports
