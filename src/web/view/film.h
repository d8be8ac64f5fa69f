// Films: the catalogue's list, a film's page, its form and its history.
#pragma once

#include "web/view/card.h"
#include "web/view/frame.h"

namespace rialto::web::view {

struct Credit {
  std::string name, href;   // the person
  std::string character;    // or the job's detail; empty if none
  std::string character_href;
};

// "Photography": Dante Spinotti
struct CreditGroup {
  std::string job;
  std::vector<Credit> credits;
};

// "4½ stars", "½ star" for 9, 1 half stars.
std::string stars_text(int half, Language language);

// How the members' latest ratings spread: ten bars from half a star to five.
struct Ratings {
  int count = 0;
  std::string average;      // "4.2"
  int stars = 0;            // the same in half stars, to be drawn
  std::string spoken;       // "246 ratings, 4.2 on average"
  struct Bar {
    std::string stars;      // "4½ stars"
    int count = 0;
    std::string href;       // the reviews that gave it
    int height = 0;         // 0 to 40, the tallest 40
    int x = 0;              // 0, 19, 38 …
    int y = 0;              // 44 - height
  };
  std::vector<Bar> bars;
};
// The bars from ten counts (½ star first); empty if there are no ratings. `reviews`: the address of the film's reviews.
Ratings ratings_of(const std::vector<int>& counts, const std::string& reviews, Language language);

// A thread as one row of a list.
struct ThreadRow {
  std::string id;           // short form, for what is new in it
  std::string title, href;
  std::string posts;        // "12 posts"
  When last;                // of the last post
  Who by;                   // who began it
  std::string where;        // the board, on pages that mix boards; else empty
  std::string where_href;
  bool pinned = false, locked = false, imported = false;
};

struct ReviewRow {
  std::string title, href;
  Who by;
  When when;
  std::string rating;       // "4.5"; empty if none
  int stars = 0;            // half stars, 0 to 10, for the drawn rating
  std::string minutes;      // "7 minutes to read"; may be empty
  std::string answers;      // "12 answers"; empty if none
  std::string excerpt;      // without spoilers
  std::string film, film_href;  // on pages that mix films; else empty
};

// A post elsewhere that names a film or person, with the sentence in three.
struct NamingRow {
  std::string before, name, after;
  std::string thread, href;  // the post in it
  std::string where, where_href;
  Who by;
  When when;
};

// How often another film is named with this one.
struct NamedWith {
  std::string film, href;  // "Heat (1995)"
  std::string posts;       // "in 3 posts"
};

struct Film {
  Frame frame;
  std::string id;           // short form, for what is the viewer's (web/view/hole.h)
  std::string title, year;
  std::string href;         // "/film/heat-1995"
  std::string original;     // the original title where it differs
  std::string original_lang;
  Card card;
  std::vector<Link> directors;
  std::string minutes;      // "170 minutes"
  std::vector<Link> countries, genres;   // links to the catalogue's lists
  std::string summary;      // a sentence or two; may be empty
  Ratings ratings;
  std::vector<CreditGroup> crew;
  std::vector<Credit> cast;
  std::vector<Credit> more_cast;  // folded
  struct OtherTitle {
    std::string title, lang, language;  // "Heißes Pflaster", "de", "German"
  };
  std::vector<OtherTitle> titles;
  std::vector<Link> elsewhere;    // IMDb, Wikidata, TMDB
  std::vector<Card> same_title;   // Heat (1972), Heat (1986)
  std::string board_href, new_thread_href, new_review_href, edit_href, history_href;
  int thread_count = 0, review_count = 0;
  std::vector<ThreadRow> threads;
  std::vector<ReviewRow> reviews;
  std::vector<NamingRow> naming;
  std::vector<NamedWith> named_with;
  std::string rating_href;  // where members rate it: GET shows theirs, POST takes rating=1…10
  std::vector<Option> rating_options;
  std::string seen_action;  // POST: what the member has seen of it
};

// A member's own rating of a film.
struct RatingPage {
  Frame frame;
  std::string heading;      // "Your rating of Heat (1995)"
  Card card;
  std::string film, film_href, action;
  std::string words;        // what counts now and where it was said
  int stars = 0;            // what counts now; 0: nothing
  struct Step {
    int rating;             // half stars
    std::string stars;      // "4½ stars"
    bool chosen = false;
  };
  std::vector<Step> steps;  // ten, the best first
  bool can_take_back = false;
};

// The catalogue: /films
struct Films {
  Frame frame;
  std::string heading;            // "Films", "Films of the 1990s", "French films"
  std::string summary;            // "123,035 films, by title"
  std::vector<Select> filters;    // decade, genre, country, sort: sent with GET to /films
  std::vector<Card> cards;
  Pager pager;
  std::string add_href = "/films/new";
};

// Adding and editing a film. Lists are edited as lines of text: one title, person or id a line.
struct FilmForm {
  Frame frame;
  std::string heading;            // "Add a film", "Edit Heat (1995)"
  std::string action, back_href;
  std::vector<Field> fields;      // title, year, minutes, country …
  struct Area {
    std::string name, label, value, hint, error;
    int rows = 4;
  };
  std::vector<Area> areas;        // summary, credits, cast, other titles
  std::string button;
  Field why;                      // what was changed and why, for the history
  std::string key;                // tells a second sending from a second change
  std::vector<Notice> notices;
  std::vector<Card> similar;      // films that this one may already be; shown before adding
};

struct FilmChange {
  When when;
  Who by;
  std::string why;
  struct Line {
    std::string what;             // "Running time"
    std::string before, after;    // either may be empty
  };
  std::vector<Line> lines;
  std::string undo_action;        // POST; empty where it can't be taken back
  bool undone = false;
};

struct FilmHistory {
  Frame frame;
  std::string title, href;
  std::vector<FilmChange> changes;
  Pager pager;
};

}  // namespace rialto::web::view
