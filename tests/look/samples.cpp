#include "look/samples.h"

#include "base/strings.h"
#include "card/draw.h"
#include "text/markup.h"
#include "web/pages/account.html.h"
#include "web/pages/admin.html.h"
#include "web/pages/board.html.h"
#include "web/pages/film.html.h"
#include "web/pages/scene.html.h"
#include "web/pages/find.html.h"
#include "web/pages/frame.html.h"
#include "web/pages/front.html.h"
#include "web/pages/home.html.h"
#include "web/pages/member.html.h"
#include "web/pages/person.html.h"
#include "web/pages/plain.html.h"
#include "web/pages/review.html.h"
#include "web/pages/thread.html.h"

namespace rialto::web::samples {

using namespace view;

namespace {

text::SafeHtml words(std::string_view markdown) {
  text::RenderOptions options;
  options.author_of = [](std::string_view) { return std::optional<std::string>("Marek"); };
  options.find_film = [](std::string_view name) { return std::optional(text::FilmLink{"/film/x", std::string(name)}); };
  return text::render(markdown, options).html;
}

constexpr auto kIn = Language::English;

Frame frame(const std::string& title, const std::string& section = "") {
  Frame frame;
  frame.title = title;
  frame.section = section;
  frame.description = "A page to look at.";
  frame.languages = view::languages_of(kIn);
  return frame;
}

When on(const std::string& spoken) { return {spoken, spoken + ", 21:14:07 UTC", "2026-11-18T21:14:07Z"}; }
When not_kept() { return {"date not kept", "", "", false}; }
Who who(const std::string& name) { return {name, "/member/" + name, false, true}; }
Who ghost(const std::string& name) { return {name, "/member/" + name, true, true}; }
Who nobody() { return {"Author not kept", "", false, false}; }

Card card(std::string_view title, int year, std::string_view director, std::string genre) {
  const card::Facts facts{.title = title, .year = year, .director = director, .genres = {std::move(genre)}};
  auto picture = card::draw(facts);
  for (const auto& [from, to] : {std::pair{"%", "%25"}, {"#", "%23"}, {"<", "%3C"}, {">", "%3E"}, {"\"", "'"}})
    picture = replaced(picture, from, to);
  return {std::string(title), "/film/x", "data:image/svg+xml," + picture, card::spoken(facts)};
}

std::vector<Card> wall() {
  return {card("Heat", 1995, "Michael Mann", "Crime"), card("Collateral", 2004, "Michael Mann", "Thriller"),
          card("Manhunter", 1986, "Michael Mann", "Thriller"), card("Memento", 2000, "Christopher Nolan", "Mystery"),
          card("The Fountain", 2006, "Darren Aronofsky", "Sci-Fi"), card("Solaris", 1972, "Andrei Tarkovsky", "Sci-Fi"),
          card("Solaris", 2002, "Steven Soderbergh", "Sci-Fi"), card("The Last of the Mohicans", 1992, "Michael Mann", "Adventure"),
          card("Thief", 1981, "Michael Mann", "Crime"), card("Battleship Potemkin", 1925, "Sergei Eisenstein", "War"),
          card("Vertigo", 1958, "Alfred Hitchcock", "Mystery"), card("Anatomy of a Murder", 1959, "Otto Preminger", "Drama"),
          card("Yojimbo", 1961, "Akira Kurosawa", "Western"), card("Taxi Driver", 1976, "Martin Scorsese", "Drama"),
          card("Chungking Express", 1994, "Wong Kar-wai", "Romance"), card("The Insider", 1999, "Michael Mann", "Documentary"),
          card("Nosferatu", 1922, "F. W. Murnau", "Horror"), card("Singin’ in the Rain", 1952, "Stanley Donen, Gene Kelly", "Musical"),
          card("Some Like It Hot", 1959, "Billy Wilder", "Comedy"), card("M", 1931, "Fritz Lang", "Film-Noir"),
          card("Иваново детство", 1962, "Andrei Tarkovsky", "War"), card("千と千尋の神隠し", 2001, "Hayao Miyazaki", "Animation"),
          card("Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb", 1964, "Stanley Kubrick", "Comedy"),
          card("All About Eve", 1950, "Joseph L. Mankiewicz", "Drama"), card("Blade Runner", 1982, "Ridley Scott", "Sci-Fi"),
          card("Ali", 2001, "Michael Mann", "Action"), card("Playtime", 1967, "Jacques Tati", "Comedy"),
          card("The Shining", 1980, "Stanley Kubrick", "Horror"), card("Amélie", 2001, "Jean-Pierre Jeunet", "Romance"),
          card("Portrait of a Lady on Fire", 2019, "Céline Sciamma", "Drama"), card("Cléo de 5 à 7", 1962, "Agnès Varda", "Drama"),
          card("Paris, Texas", 1984, "Wim Wenders", "Western")};
}

std::vector<Card> few() {
  auto cards = wall();
  cards.resize(3);
  return cards;
}

ThreadRow row(std::string title, std::string posts, std::string last, std::string by) {
  ThreadRow row;
  row.id = "t1", row.title = std::move(title), row.href = "/thread/3v9k2m/x", row.posts = std::move(posts);
  row.last = on(last), row.by = who(by);
  return row;
}

std::vector<ThreadRow> rows(bool mixed) {
  std::vector<ThreadRow> all = {row("The closing scene", "12 posts", "21 November 2026", "Marek"),
                                row("Thirty seconds flat: does he believe it himself?", "48 posts", "20 November 2026", "Lotte"),
                                row("Which cut did they show at the Filmhaus?", "7 posts", "17 November 2026", "Ana"),
                                row("Night exteriors: what stock, what lenses", "133 posts", "11 November 2026", "Tomasz"),
                                row("هل شاهدت النهاية؟", "3 posts", "9 November 2026", "Samir")};
  all[0].imported = true;
  all[0].by = nobody();
  if (mixed)
    for (auto& one : all) one.where = "Heat (1995)", one.where_href = "/board/heat-1995";
  return all;
}

std::vector<ReviewRow> reviews(bool mixed) {
  std::vector<ReviewRow> all(3);
  all[0] = {"Two sides of one coin", "/review/1/x", who("Ines"), on("12 October 2026"), "4.5", 9,
            "What the coffee shop says in six minutes the rest of the film says in three hours, and I would miss neither."};
  all[1] = {"The city is the third lead", "/review/2/x", who("Tomasz"), on("3 March 2026"), "5", 10, "Nobody photographs sodium light like this."};
  all[2] = {"Heat (1995)", "/review/3/x", nobody(), {"17 July, year not kept", "", ""}, "", 0, "A heist, a marriage, a runway."};
  if (mixed)
    for (auto& one : all) one.film = "Heat (1995)", one.film_href = "/film/heat-1995";
  return all;
}

Post post(const std::string& id, int number, int depth, Who author, When when, std::string_view body) {
  Post post;
  post.id = id, post.href = "/post/" + id, post.number = number, post.depth = depth;
  post.author = std::move(author), post.when = std::move(when), post.body = words(body);
  post.by = post.author.kept ? "3x9" : "";
  post.reply_href = post.href + "/reply", post.quote_href = post.href + "/reply?quote=1";
  post.edit_href = post.href + "/edit", post.delete_href = post.href + "/delete";
  post.report_href = post.href + "/report", post.hide_href = post.href + "/hide";
  return post;
}

std::vector<Post> posts() {
  std::vector<Post> all;
  all.push_back(post("a1", 1, 0, who("Marek"), on("3 May 2015"),
                     "I had seen it a dozen times and never wept until last night. Two men who have lost nearly all of it, and in "
                     "the last minute neither is alone. Whoever chose *that piece of music* knew.\n\nI keep wondering about the **light**: "
                     "is it the runway, or is it [[Heat (1995)]] itself going out?"));
  all[0].signature = words("I keep showing its last ten minutes before [[Memento (2000)]].");
  all[0].edited = true, all[0].history_href = "/post/a1/history", all[0].edited_when = on("4 May 2015");
  all.push_back(post("a2", 2, 1, who("Lotte"), on("9 May 2016"),
                     "> [Marek](/post/a1):\n> in the last minute neither is alone\n\nIt is all in the hand. Mann never explains it; he "
                     "trusts Pacino and De Niro to stand still. Compare the end of [[Manhunter (1986)]], where >![Manhunter (1986), ending] he lets the husband "
                     "walk in first, and the whole house of glass comes down around them both!<."));
  all[1].to = "Marek", all[1].to_href = "#p-a1";
  all.push_back(post("a3", 3, 2, nobody(), not_kept(), ""));
  all[2].gone = "Deleted by its author. Its replies remain.";
  all.push_back(post("a4", 4, 3, nobody(), not_kept(), "I wanted one of them to give up. Couldn’t watch either of them fall."));
  all[3].origin = "from a saved page", all[3].to = "Author not kept", all[3].to_href = "#p-a3";
  all.push_back(post("a5", 5, 4, ghost("nightowl"), {"17 July, year not kept", "", ""},
                     ">! [Heat (1995), ending] He takes the hand.\n>! That is the whole film.\n\nEverything else is getting there:\n\n- the coffee\n- the street\n- the "
                     "*thirty seconds*\n\n> Moby wrote it as an ending.\n\nand then silence."));
  all[4].to = "Author not kept", all[4].to_href = "#p-a4", all[4].by = "7y2";
  all.push_back(post("a6", 6, 1, who("Samir"), on("21 November 2026"), "من أجمل النهايات التي رأيتها. لا أحد يربح، ولا أحد يخسر وحده."));
  all[5].to = "Marek", all[5].to_href = "#p-a1";
  all.push_back(post("a7", 7, 0, who("Ana"), on("21 November 2026"),
                     "Saw it again at the Filmhaus. The coffee shop scene is the same scene as the ending, only with chairs."));
  all.push_back(post("a8", 8, 0, nobody(), not_kept(), ""));
  all[7].gone = "Removed by a moderator.", all[7].gone_why = "unkind to a member", all[7].restore_href = "/post/a8/restore";
  return all;
}

Pager pager() {
  return {"51 to 100 of 40,791 posts",
          {{"1", "?page=1"}, {"2", "?page=2", true}, {"3", "?page=3"}, {"…", ""}, {"816", "?page=816"}},
          "?page=1", "?page=3"};
}

Editor editor(const std::string& text = "") {
  Editor editor;
  editor.label = "Your words";
  editor.text = text;
  return editor;
}

Field field(std::string name, std::string label, std::string value = "") {
  Field field;
  field.name = std::move(name), field.label = std::move(label), field.value = std::move(value);
  return field;
}

Select select(std::string name, std::string label, const std::vector<std::string>& options) {
  Select select;
  select.name = std::move(name), select.label = std::move(label);
  for (const auto& option : options) select.options.push_back({option, option});
  return select;
}

// ---- pages ----

Front front_page() {
  Front page;
  page.frame = frame("");
  page.words = "A home for film talk: a board for every film, reviews worth arguing with, and spoilers that stay veiled.";
  page.facts = "312 films, 41 threads, 9 members";
  page.wall = wall();
  page.wall.resize(14);
  page.threads = rows(true);
  page.reviews = reviews(true);
  page.boards = {{"What did you see?", "/board/seen"}, {"Projection and formats", "/board/projection"}, {"The house", "/board/house"}};
  return page;
}

Film film_page() {
  Film page;
  page.frame = frame("Heat (1995)", "films");
  page.title = "Heat", page.year = "1995", page.href = "/film/heat-1995", page.minutes = "170 minutes";
  page.card = wall()[0];
  page.card.href.clear();
  page.directors = {{"Michael Mann", "/person/michael-mann"}};
  page.countries = {{"United States", "/films?country=US"}};
  page.genres = {{"Crime", "/films?genre=crime"}, {"Drama", "/films?genre=drama"}};
  page.summary = "A detective who can’t stop hunting and a thief who won’t be held by anything sit down for coffee, halfway through a city of lights.";
  page.ratings = ratings_of({1, 0, 2, 3, 6, 10, 22, 61, 83, 58}, "/film/heat-1995/reviews", kIn);
  page.id = "f1", page.seen_action = "/film/heat-1995/seen";
  page.rating_href = "/film/heat-1995/rating", page.rating_options = {{"10", "5 stars"}, {"9", "4½ stars"}};
  page.cast = {{"Al Pacino", "/person/x", "Vincent Hanna"}, {"Robert De Niro", "/person/x", "Neil McCauley"}, {"Val Kilmer", "/person/x", "Chris Shiherlis"},
               {"Jon Voight", "/person/x", "Nate"}, {"Tom Sizemore", "/person/x", "Michael Cheritto"}};
  page.more_cast = {{"Diane Venora", "/person/x", "Justine Hanna"}, {"Amy Brenneman", "/person/x", "Eady"}};
  page.crew = {{"Photography", {{"Dante Spinotti", "/person/x"}}}, {"Music", {{"Elliot Goldenthal", "/person/x"}}}};
  page.titles = {{"Heat – O Confronto", "pt", "Portuguese"}, {"Heat, la sfida", "it", "Italian"}, {"Схватка", "ru", "Russian"}};
  page.elsewhere = {{"IMDb", "https://www.imdb.com/title/tt0113277/"}, {"Wikidata", "https://www.wikidata.org/wiki/Q42198"}};
  page.same_title = {card("Heat", 1972, "Paul Morrissey", "Comedy"), card("Heat", 1986, "Dick Richards", "Action")};
  page.board_href = "/board/heat-1995", page.new_thread_href = "/board/heat-1995/new", page.new_review_href = "/film/heat-1995/review";
  page.edit_href = "/film/heat-1995/edit", page.history_href = "/film/heat-1995/history";
  page.thread_count = 214, page.review_count = 12;
  page.threads = rows(false);
  page.reviews = reviews(false);
  return page;
}

Strip film_strip() {
  Strip strip{.marks = {}, .new_href = "/film/heat-1995/scenes/new", .length = "170 minutes", .half_hours = {176, 352, 529, 705, 882}};
  strip.marks = {{"The armoured car", "/film/heat-1995/scene/the-armoured-car", "minute 8", "in 3 texts", {}, 47, 6},
                 {"The coffee shop", "/film/heat-1995/scene/the-coffee-shop", "minute 89", "in 41 texts", {}, 523, 15},
                 {"The bank", "/film/heat-1995/scene/the-bank", "minute 103", "", {}, 605, 3},
                 {"The runway", "/film/heat-1995/scene/3v9k2m", "at the end", "in 12 texts", Veil{"f1-end", "Heat (1995), the ending"}, 1000, 10},
                 {"A scene that nobody has placed", "/film/heat-1995/scene/a-scene", "", "", {}, 0, 0}};
  return strip;
}

ScenePage scene_page() {
  ScenePage page;
  page.frame = frame("The coffee shop · Heat (1995)");
  page.film = {"Heat (1995)", "/film/heat-1995"}, page.film_id = "f1", page.heading = page.name = "The coffee shop", page.place = "minute 89";
  page.names = "also called: diner scene, coffee scene";
  page.threads = film_page().threads, page.reviews = film_page().reviews, page.naming = film_page().naming;
  page.new_thread_href = "/board/heat-1995/new?scene=the-coffee-shop", page.new_review_href = "/film/heat-1995/review?scene=the-coffee-shop";
  page.edit_href = "/film/heat-1995/scene/the-coffee-shop/edit", page.history_href = "/film/heat-1995/scene/the-coffee-shop/history";
  page.before = Link{"The drive-in", "/film/heat-1995/scene/the-drive-in"}, page.after = Link{"The bank", "/film/heat-1995/scene/the-bank"};
  return page;
}

ScenePage veiled_scene_page() {
  auto page = scene_page();
  page.heading = "A scene of Heat (1995)", page.name = "The runway", page.place = "at the end", page.veil = Veil{"f1-end", "Heat (1995), the ending"};
  return page;
}

SceneForm scene_form_page() {
  SceneForm page;
  page.frame = frame("Name a scene");
  page.heading = "Name a scene of Heat (1995)", page.action = "/film/heat-1995/scenes/new", page.back_href = "/film/heat-1995", page.button = "Save";
  page.fields = {{.name = "name", .label = "What people call it", .value = "The coffee shop", .hint = "Short.", .required = true, .limit = 80}, {.name = "place", .label = "Where in the film", .hint = "A minute."}};
  page.names = "diner scene";
  return page;
}

SceneHistory scene_history_page() {
  SceneHistory page;
  page.frame = frame("History");
  page.heading = "History", page.scene = {"A scene of Heat (1995)", "/film/heat-1995/scene/3v9k2m"}, page.veil = Veil{"f1-end", "Heat (1995), the ending"};
  page.changes = {{.when = {}, .by = {.name = "Ada", .href = "/member/ada"}, .lines = {{"Other names", "", "airfield scene"}}, .undo_action = "/film/heat-1995/scene/3v9k2m/history/c1/undo"}};
  return page;
}

Film empty_film_page() {
  auto page = film_page();
  page.title = "Иваново детство", page.original = "Ivan’s Childhood", page.year = "1962";
  page.card = card("Иваново детство", 1962, "Andrei Tarkovsky", "War");
  page.ratings = {}, page.threads.clear(), page.reviews.clear(), page.same_title.clear();
  return page;
}

Films films_page() {
  Films page;
  page.frame = frame("Films", "films");
  page.heading = "Films", page.summary = "123,035 films, by title.";
  page.filters = {select("decade", "Decade", {"Any decade", "1990s"}), select("genre", "Genre", {"Any genre", "Crime"}),
                  select("country", "Country", {"Any country", "France"}), select("sort", "Sorted by", {"Title", "Year", "Most talk"})};
  page.cards = wall();
  page.pager = pager();
  page.pager.summary = "33 to 64 of 123,035 films";
  return page;
}

FilmForm film_form_page() {
  FilmForm page;
  page.frame = frame("Add a film");
  page.heading = "Add a film", page.action = "/films/new", page.back_href = "/films";
  page.fields = {field("title", "Title", "Heat"), field("year", "Year"), field("minutes", "Running time in minutes")};
  page.fields[0].required = true;
  page.fields[1].error = "A year has four digits, like 1995.";
  page.button = "Save";
  page.areas = {{"cast", "Cast", "Al Pacino: Vincent Hanna\nRobert De Niro: Neil McCauley", "One a line: name, then a colon and the character.", "", 5}};
  page.why = field("why", "What did you add or change?");
  page.similar = few();
  return page;
}

FilmHistory film_history_page() {
  FilmHistory page;
  page.frame = frame("History of Heat (1995)");
  page.title = "Heat (1995)", page.href = "/film/heat-1995";
  page.changes = {{on("20 November 2026"), who("Ana"), "The theatrical cut", {{"Running time", "171 minutes", "170 minutes"}}, "/undo", false},
                  {on("19 November 2026"), who("Lotte"), "", {{"Title", "Heat", "HEAT"}, {"Music", "", "Elliot Goldenthal"}}, "", true}};
  return page;
}

Person person_page() {
  Person page;
  page.frame = frame("Michael Mann");
  page.name = "Michael Mann", page.href = "/person/michael-mann", page.life = "born 1943 in Chicago";
  page.works = {{"Director", {{"2004", "Collateral", "/film/x", ""}, {"1999", "The Insider", "/film/x", ""}, {"1995", "Heat", "/film/x", ""}}},
                {"Writer", {{"1995", "Heat", "/film/x", ""}, {"1981", "Thief", "/film/x", "from a book by Frank Hohimer"}}}};
  page.known_for = few();
  page.elsewhere = {{"Wikidata", "https://www.wikidata.org/"}};
  page.board_href = "/board/michael-mann", page.new_thread_href = "/board/michael-mann/new";
  page.threads = {row("What to see first", "9 posts", "2 November 2026", "Ana")};
  return page;
}

Board board_page() {
  Board page;
  page.frame = frame("Heat (1995), the board", "boards");
  page.film_id = "f1";
  page.name = "Heat (1995)", page.href = "/board/heat-1995", page.film = wall()[0], page.summary = "214 threads, 3,120 posts";
  page.orders = {{"latest talk", "?", true}, {"newest", "?sort=new"}, {"most posts", "?sort=posts"}};
  page.pinned = {row("Before you ask: which cut is which", "31 posts", "1 November 2026", "Ana")};
  page.pinned[0].pinned = true, page.pinned[0].locked = true;
  page.threads = rows(false);
  page.pager = pager();
  page.new_thread_href = "/board/heat-1995/new";
  return page;
}

Board empty_board_page() {
  Board page;
  page.frame = frame("Playtime (1967), the board", "boards");
  page.name = "Playtime (1967)", page.summary = "No threads yet", page.new_thread_href = "/new";
  page.film = card("Playtime", 1967, "Jacques Tati", "Comedy");
  return page;
}

Home home_page(bool empty) {
  Home page;
  page.frame = frame("", "");
  page.welcome = "Welcome back, Ana", page.summary = "3 new posts in 2 threads that you read.";
  page.threads = rows(true);
  if (empty) return page;
  page.reads = true, page.news = {rows(true)[1]};
  page.answers = {{"a3", "The closing scene", "/post/a3", who("Marek"), on("21 November 2026"), "I always look at the waitress."}};
  for (auto& card : few()) page.rated.push_back({std::move(card), 9, "4.5"});
  page.boards = {{"room", "Heat (1995)", "/board/heat-1995"}};
  return page;
}

Boards boards_page() {
  Boards page;
  page.frame = frame("Boards", "boards");
  page.general = {{"room", "What did you see?", "/board/seen", "Last night, or forty years ago.", "88 threads", rows(false)[2]},
                  {"house", "The house", "/board/house", "About this site itself.", "4 threads", std::nullopt}};
  page.films = {{"film", "Heat (1995)", "/board/heat-1995", "", "214 threads", rows(false)[1]}};
  page.latest = rows(true);
  page.orders = {{"latest talk", "?", true}, {"newest", "?sort=new"}};
  return page;
}

Thread thread_page(const std::string& order) {
  Thread page;
  page.frame = frame("The closing scene", "boards");
  page.id = "3v9k2m", page.title = "The closing scene", page.href = "/thread/3v9k2m/the-closing-scene", page.by = "3x9";
  page.board = {"Heat (1995)", "/board/heat-1995"}, page.film = wall()[0], page.film_id = "f1";
  page.order = order;
  page.orders = {{"conversation", "?", order == "tree"}, {"one after another", "?order=flat", order == "flat"}};
  page.posts = posts();
  page.summary = "12 posts, eleven years";
  page.people = {who("Marek"), who("Lotte"), who("Ana")}, page.more_people = "and 6 others";
  page.speaks_of = few();
  page.origin = "From a saved page, copied 20 February 2017", page.not_kept = "Some authors and dates were not kept.";
  page.reply_action = "/thread/3v9k2m/reply";
  page.answer.label = "Your words";
  page.answer.draft = "thread-" + page.id;
  page.lock_href = page.pin_href = page.move_href = page.hide_href = "/x";
  page.lock_text = "Lock", page.pin_text = "Pin", page.hide_text = "Hide";
  page.notices = {{"mod", "Moved here from “What did you see?” by Ana: it is about one film.", Link{"Log", "/log"}}};
  if (order == "flat") page.pager = pager(), page.locked = true, page.reply_action.clear();
  return page;
}

PostPage post_page_sample() {
  PostPage page;
  page.frame = frame("A post");
  page.thread_title = "The closing scene", page.thread_href = "/thread/3v9k2m/x", page.board = {"Heat (1995)", "/board/heat-1995"};
  page.in_thread_href = "/thread/3v9k2m/x#p-a2";
  const auto all = posts();
  page.before = {all[0]}, page.post = all[1], page.replies = {all[3]};
  page.post.chosen = true;
  return page;
}

PostHistory history_page() {
  PostHistory page;
  page.frame = frame("How this post changed");
  page.thread_title = "The closing scene", page.thread_href = "/t", page.post_href = "/post/a1", page.author = who("Marek");
  page.versions = {{2, on("4 May 2015"), who("Marek"), "a name", words("I had seen it a ~~dozen~~ hundred times.")},
                   {1, on("3 May 2015"), who("Marek"), "", words("I had seen it a dozen times.")}};
  return page;
}

PostForm reply_form() {
  PostForm page;
  page.frame = frame("Reply to Lotte");
  page.heading = "Reply to Lotte", page.thread_title = "The closing scene", page.thread_href = "/t", page.action = "/post/a2/reply";
  page.answers = posts()[1];
  page.editor = editor("> [Lotte](/post/a2):\n> It is all in the hand.\n\nNot *all* of it. >!He looks away.!<");
  page.editor.previewed = true, page.editor.preview = words(page.editor.text);
  page.button = "Post";
  return page;
}

AskForm ask_page() {
  AskForm page;
  page.frame = frame("Delete your post?");
  page.heading = "Delete your post?", page.words = "Its place and its replies stay; the words go.", page.button = "Delete", page.danger = true;
  page.post = posts()[6];
  page.why = field("why", "Why");
  return page;
}

NewThread new_thread_page() {
  NewThread page;
  page.frame = frame("Start a thread");
  page.board = {"Heat (1995)", "/board/heat-1995"};
  page.title = field("title", "Title");
  page.title.required = true, page.title.hint = "What is it about? Without giving the end away.";
  page.editor = editor();
  return page;
}

Review review_page() {
  Review page;
  page.frame = frame("Two sides of one coin", "reviews");
  page.film_id = "f1";
  page.id = "r1", page.title = "Two sides of one coin", page.by = "3x9", page.card = wall()[0], page.film = "Heat (1995)", page.film_href = "/film/heat-1995";
  page.writer = who("Ines"), page.when = {"17 July, year not kept", "", ""}, page.minutes = "7 minutes to read";
  page.rating = "4.5", page.stars = 9, page.rating_note = "9 of 10 in the original", page.audience = "anyone who has ever worked too much";
  page.introduction = words("What the coffee shop says in six minutes the rest of the film says in three hours, and I would miss neither. "
                            "Nobody photographs sodium light like this, and nobody else would have waited so long to let two men sit down.");
  page.sections = {{"plot", "Plot Overview", words("A crew takes an armoured car. A policeman comes home late. >!Neither of them will.!<\n\nThat is nearly all.")},
                   {"sound", "Sound", words("> The guns were recorded where they were fired.\n\nOne hears the *street*.")}};
  page.edit_href = page.delete_href = page.report_href = page.hide_href = "/x";
  page.comments = {posts()[6]};
  page.comment_action = "/review/r1/reply";
  page.answer.label = "Your words";
  page.answer.draft = "review-" + page.id;
  page.others = reviews(false);
  page.origin = "From a saved page", page.not_kept = "The year was not kept.";
  return page;
}

Reviews reviews_page() {
  Reviews page;
  page.frame = frame("Reviews", "reviews");
  page.heading = "Reviews", page.summary = "214 reviews", page.reviews = reviews(true);
  page.orders = {{"newest", "?", true}, {"longest", "?sort=long"}};
  return page;
}

ReviewForm review_form_page() {
  ReviewForm page;
  page.frame = frame("Write a review");
  page.heading = "A review of Heat (1995)", page.film = "Heat (1995)", page.film_href = "/film/heat-1995";
  page.title = field("title", "Title"), page.rating = select("rating", "Rating", {"none", "4½", "5"}), page.audience = field("audience", "Essential viewing for");
  page.editor = editor("## The city\n\nIt is the third lead.");
  page.button = "Publish";
  return page;
}

Member member_page(bool is_ghost) {
  Member page;
  page.frame = frame("Ana");
  page.name = is_ghost ? "nightowl" : "Ana", page.by = "3x9", page.since = "here since March 2026", page.counts = "214 posts, 12 reviews, 96 ratings";
  page.ghost = is_ghost, page.moderator = !is_ghost;
  if (is_ghost) page.since.clear(), page.origin = "Wrote on a board that was saved in 2017.";
  page.parts = {{"said", "?", !is_ghost}, {"reviewed", "?part=reviews"}, {"rated", "?part=ratings", is_ghost}};
  if (is_ghost)
    for (const auto& one : few()) page.ratings.push_back({one, 7, "3½ stars"});
  else
    page.posts = {{"The closing scene", "/post/a7", on("21 November 2026"), "Saw it again at the Filmhaus. The coffee shop scene is the same scene …", "Heat (1995)", "/board/heat-1995"}};
  return page;
}

SmallForm sign_in_page() {
  SmallForm page;
  page.frame = frame("Sign in");
  page.heading = "Sign in", page.action = "/sign-in", page.button = "Sign in";
  page.fields = {field("name", "Name", "Ana"), field("password", "Password")};
  page.fields[0].required = page.fields[1].required = true;
  page.fields[1].type = "password", page.fields[1].error = "That name and password don’t belong together. Try again; after ten tries there is a pause.";
  page.below = {{"No account yet? Join", "/sign-up"}, {"Password lost", "/password"}};
  return page;
}

Settings settings_page() {
  Settings page;
  page.frame = frame("Settings");
  page.name = "Ana";
  page.notices = {{"good", "Your signature is saved.", std::nullopt}};
  page.signature = editor("See you at the Filmhaus.");
  page.signature.label = "Under each of your posts", page.signature.rows = 3;
  page.new_name = field("name", "New name"), page.name_password = field("password", "Password");
  page.new_email = field("email", "E-mail", "ana@example.org"), page.email_password = field("password", "Password");
  page.old_password = field("old", "Password now"), page.new_password = field("new", "New password"), page.leave_password = field("password", "Password");
  page.devices = {{"1", "Firefox on Linux", on("21 November 2026"), on("2 March 2026"), true}, {"2", "Safari on a phone", on("19 November 2026"), on("1 May 2026"), false}};
  return page;
}

Admin admin_page() {
  Admin page;
  page.frame = frame("Behind the curtain");
  page.parts = {{"Reports", "/admin/reports", "What members ask you to look at", 2}, {"Import queue", "/admin/doubts", "Imported pages whose film is in doubt", 3},
                {"Members", "/admin/members", "Roles, suspensions, ghosts", 0}, {"Word list", "/admin/words", "Words that are masked when shown", 0}};
  page.facts = {{"312 films", "/films"}, {"9 members", ""}};
  return page;
}

AdminTable table_page() {
  AdminTable page;
  page.frame = frame("Members");
  page.heading = "Members", page.columns = {"Name", "Role", "Since", "Posts"};
  page.find = field("q", "Find a name");
  page.rows = {{{{"Ana", "/admin/member/ana"}, {"moderator", ""}, {"March 2026", ""}, {"214", ""}}, {{"Suspend", "/x", "suspend", "1", true}}},
               {{{"Lotte", "/admin/member/lotte"}, {"member", ""}, {"May 2026", ""}, {"96", ""}}, {{"Suspend", "/x", "suspend", "2", true}}}};
  page.add_heading = "A new invitation", page.add_action = "/x", page.add_button = "Invite", page.add_fields = {field("note", "For whom")};
  return page;
}

AdminMember admin_member_page() {
  AdminMember page;
  page.frame = frame("Ana");
  page.name = "Ana", page.href = "/member/ana", page.facts = {{"ana@example.org", ""}, {"214 posts", "/member/ana"}};
  page.role = select("role", "Role", {"member", "moderator", "admin"}), page.why = field("why", "Why");
  page.buttons = {{"Suspend", "/x", "suspend", "1", true}};
  return page;
}

Reports reports_page() {
  Reports page;
  page.frame = frame("Reports");
  page.orders = {{"open", "?", true}, {"settled", "?all"}};
  page.reports = {{"1", who("Lotte"), on("21 November 2026"), "Spoiler without a veil", "The second line gives it away.", {"The closing scene", "/post/a5"},
                   "He takes the hand. That is the whole film.", ghost("nightowl"), {{"Settle", "/x", "settle", "1"}, {"Dismiss", "/x", "dismiss", "1"}}}};
  return page;
}

Doubts doubts_page() {
  Doubts page;
  page.frame = frame("Which film?");
  page.summary = "3 wait, 41 were settled.";
  page.doubts = {{"1", "The closing scene", "A thread from closing-scene.txt.", "It names no year, and three films are called Heat.", "I had seen it a dozen times …",
                  {{"1", wall()[0], "Heat (1995)", "Pacino and De Niro are named", true}, {"2", card("Heat", 1986, "Dick Richards", "Action"), "Heat (1986)", "the title alone", false}}, "/x", ""}};
  return page;
}

Log log_page() {
  Log page;
  page.frame = frame("Moderation log");
  page.words = "What moderators did, with their reasons. Newest first.";
  page.rows = {{on("21 November 2026"), who("Ana"), "moved", {"The closing scene", "/t"}, "It is about one film."},
               {on("20 November 2026"), who("Ana"), "hid a post in", {"Which cut did they show?", "/t"}, "unkind to a member"}};
  return page;
}

Found found_page() {
  Found page;
  page.frame = frame("Find");
  page.frame.find = page.query = "closing scene";
  page.summary = "3 films, 1 person, 214 posts";
  page.parts = {{"everything", "?", true}, {"films", "?in=films"}, {"talk", "?in=talk"}};
  page.films = few();
  page.persons = {{"Michael Mann", "/person/x", "Heat, Collateral, The Insider"}};
  page.hits = {{"The closing scene", "/post/a2", "Heat (1995)", "/board/heat-1995", who("Lotte"), on("9 May 2016"), words("It is *all* in the hand.")}};
  return page;
}

Trouble trouble_page() {
  Trouble page;
  page.frame = frame("No such page");
  page.heading = "There is no such page", page.words = "The address may have a slip in it, or the page is gone. The find box above knows every film, thread and member.";
  page.request = "3v9k2m7";
  return page;
}

Trouble too_fast_page() {
  Trouble page;
  page.frame = frame("A little slower, please");
  page.status = 429;
  page.heading = "A little slower, please", page.words = "That was much at once. Please send it again in 12 seconds; all that you wrote is still here.";
  page.kept_text = "The diner scene again: two men, one table, no music.";
  page.again = Again{.action = "/thread/a1/reply", .button = "Send it again", .fields = {{"text", page.kept_text}}};
  return page;
}

}  // namespace

std::vector<Sample> all_pages() {
  About about{frame("About", "about"), "The house of the Filmhaus circle, since 2014.", words("Be kind. Veil endings."), "312 films, 41 threads.", "Rialto 0.1.0", "Everyone: pick a name and a password."};
  return {{"front", pages::front(kIn, front_page())}, {"film", pages::film(kIn, film_page(), film_strip())}, {"scene", pages::scene(kIn, scene_page())}, {"scene-veiled", pages::scene(kIn, veiled_scene_page())}, {"scene-form", pages::scene_form(kIn, scene_form_page())}, {"scene-history", pages::scene_history(kIn, scene_history_page())}, {"film-empty", pages::film(kIn, empty_film_page(), Strip{.marks = {}, .new_href = "/film/heat-1972/scenes/new", .length = {}, .half_hours = {}})},
          {"films", pages::films(kIn, films_page())}, {"film-form", pages::film_form(kIn, film_form_page())}, {"film-history", pages::film_history(kIn, film_history_page())},
          {"person", pages::person(kIn, person_page())}, {"board", pages::board(kIn, board_page())}, {"board-empty", pages::board(kIn, empty_board_page())},
          {"home", pages::home(kIn, home_page(false))}, {"home-empty", pages::home(kIn, home_page(true))}, {"boards", pages::boards(kIn, boards_page())}, {"thread-tree", pages::thread(kIn, thread_page("tree"))}, {"thread-flat", pages::thread(kIn, thread_page("flat"))},
          {"post", pages::post_page(kIn, post_page_sample())}, {"post-history", pages::post_history(kIn, history_page())}, {"reply", pages::post_form(kIn, reply_form())},
          {"ask", pages::ask(kIn, ask_page())}, {"new-thread", pages::new_thread(kIn, new_thread_page())}, {"review", pages::review(kIn, review_page())},
          {"reviews", pages::reviews(kIn, reviews_page())}, {"review-form", pages::review_form(kIn, review_form_page())}, {"member", pages::member(kIn, member_page(false))},
          {"ghost", pages::member(kIn, member_page(true))}, {"sign-in", pages::small_form(kIn, sign_in_page())}, {"settings", pages::settings(kIn, settings_page())},
          {"admin", pages::admin(kIn, admin_page())}, {"admin-table", pages::admin_table(kIn, table_page())}, {"admin-member", pages::admin_member(kIn, admin_member_page())},
          {"reports", pages::reports(kIn, reports_page())}, {"doubts", pages::doubts(kIn, doubts_page())}, {"log", pages::log(kIn, log_page())},
          {"found", pages::found(kIn, found_page())}, {"about", pages::about(kIn, about)}, {"help", pages::help(kIn, {frame("Help")})},
          {"words", pages::words(kIn, {frame("House rules"), "House rules", words("Be kind.")})}, {"trouble", pages::trouble(kIn, trouble_page())}, {"too-fast", pages::trouble(kIn, too_fast_page())}};
}

std::string with_hole(const std::string& html, const view::Hole& hole) {
  const auto at = html.find(view::kHoleMark);
  if (at == std::string::npos) return html;
  return html.substr(0, at) + pages::hole(kIn, hole) + html.substr(at + view::kHoleMark.size());
}

view::Hole visitor(const std::string& lights) {
  view::Hole hole;
  hole.lights = lights;
  hole.back = "/thread/3v9k2m/the-closing-scene?page=2";
  return hole;
}

view::Hole moderator(const std::string& lights) {
  auto hole = visitor(lights);
  hole.classes = "member mod admin", hole.name = "Ana", hole.href = "/member/ana", hole.waiting = 3;
  hole.rule = StyleRule::own("3x9");
  hole.rule += StyleRule::new_posts({"a3", "a7"});
  hole.rule += StyleRule::line_above("a3", "New from here · last read yesterday");
  hole.rule += StyleRule::count("t1", 12);
  hole.rule += StyleRule::count("room", 3);
  hole.stopped = Stopped{"2 new posts · last here yesterday", {"To the first", "#p-a3"}, Link{"1 on other pages", "/unread/3v9k2m"}};
  return hole;
}

}  // namespace rialto::web::samples
