#include "web/page_design.h"

#include <array>

#include "base/contrast.h"
#include "card/draw.h"
#include "say/design.h"
#include "text/markup.h"
#include "web/assets.h"
#include "web/colours.h"
#include "web/pages/design.html.h"
#include "web/pieces.h"
#include "web/view/design.h"
#include "web/visit.h"

namespace rialto::web {

namespace {

using view::Design;
using Says = std::string_view (*)(Language);

std::string said(Says says, Language language) {
  return std::string(says(language));
}

// A film for each family, in its order, and what is said of the family.
struct Example {
  const char *title, *director, *genre, *country;
  int year;
  Says about;
};
constexpr std::array<Example, card::kFamilies> kExamples = {{
    {"Man with a Movie Camera", "Dziga Vertov", "Documentary", "SU", 1929, say::design::constructivist},
    {"The Cabinet of Dr. Caligari", "Robert Wiene", "Horror", "DE", 1920, say::design::expressionist},
    {"Top Hat", "Mark Sandrich", "Musical", "US", 1935, say::design::deco},
    {"The Great Train Robbery", "Edwin S. Porter", "Western", "US", 1903, say::design::bill},
    {"Laura", "Otto Preminger", "Film noir", "US", 1944, say::design::blinds},
    {"Anatomy of a Murder", "Otto Preminger", "Crime", "US", 1959, say::design::cut_paper},
    {"Late Spring", "Yasujirō Ozu", "Drama", "JP", 1949, say::design::woodblock},
    {"Playtime", "Jacques Tati", "Comedy", "FR", 1967, say::design::swiss},
    {"Knife in the Water", "Roman Polanski", "Drama", "PL", 1962, say::design::polish_school},
    {"Cléo from 5 to 7", "Agnès Varda", "Drama", "FR", 1962, say::design::halftone},
    {"Deep Red", "Dario Argento", "Thriller", "IT", 1975, say::design::spiral},
    {"The Conversation", "Francis Ford Coppola", "Mystery", "US", 1974, say::design::paperback},
    {"American Graffiti", "George Lucas", "Comedy", "US", 1973, say::design::stripes},
    {"They Live", "John Carpenter", "Science fiction", "US", 1988, say::design::video},
    {"Contact", "Robert Zemeckis", "Science fiction", "US", 1997, say::design::horizon},
    {"The Gleaners and I", "Agnès Varda", "Documentary", "FR", 2000, say::design::contact_sheet},
    {"My Neighbour Totoro", "Hayao Miyazaki", "Animation", "JP", 1988, say::design::picture_book},
    {"Heat", "Michael Mann", "Crime", "US", 1995, say::design::city_lights},
    {"The Thin Red Line", "Terrence Malick", "War", "US", 1998, say::design::ridges},
    {"Paterson", "Jim Jarmusch", "Drama", "US", 2016, say::design::minimal},
    {"Portrait of a Lady on Fire", "Céline Sciamma", "Drama", "FR", 2019, say::design::latin},
}};

card::Facts facts_of(const Example& example) {
  return {.title = example.title,
          .year = example.year,
          .director = example.director,
          .genres = {example.genre},
          .countries = {example.country}};
}

std::vector<Design::Hand> hands(Language language) {
  std::vector<Design::Hand> hands;
  for (int i = 0; i < card::kFamilies; ++i) {
    const auto& example = kExamples[static_cast<std::size_t>(i)];
    const auto facts = facts_of(example);
    const std::string name(card::name_of(static_cast<card::Family>(i)));
    hands.push_back({.family = name,
                     .about = said(example.about, language),
                     .card = {.title = example.title,
                              .href = "",
                              .picture = "/about/design/" + name + ".svg?v=" + card::version_of(facts),
                              .spoken = card::spoken(facts)}});
  }
  return hands;
}

std::vector<Design::Token> colours(Language language) {
  namespace words = say::design;
  static constexpr std::pair<const char*, Says> kUses[] = {
      {"page", words::use_page}, {"raise", words::use_raise}, {"line", words::use_line}, {"text", words::use_text},
      {"soft", words::use_soft}, {"lamp", words::use_lamp},   {"dim", words::use_dim},   {"warn", words::use_warn},
      {"ink", words::use_ink},   {"gain", words::use_gain},   {"loss", words::use_loss}};
  const auto css = find_asset(asset_path("rialto.css"))->plain;
  const auto night = colours_of(css, Light::Night), day = colours_of(css, Light::Day);
  const auto read_on = [](const std::string& colour, const std::vector<Colour>& all) {
    return spoken_contrast(contrast_of(colour, colour_named(all, "page")));
  };
  std::vector<Design::Token> tokens;
  for (const auto& [name, use] : kUses) {
    const auto dark = colour_named(night, name), bright = colour_named(day, name);
    tokens.push_back({.name = std::string("--") + name,
                      .use = said(use, language),
                      .night = dark,
                      .night_contrast = read_on(dark, night),
                      .day = bright,
                      .day_contrast = read_on(bright, day)});
  }
  return tokens;
}

std::vector<Design::Step> type(Language language) {
  namespace words = say::design;
  struct Row {
    Says name;
    const char* size;
    Says use;
    const char* style;
  };
  static constexpr Row kRows[] = {
      {words::step_title, "43–76 px, Bebas Neue", words::use_title, "as-title"},
      {words::step_section, "26 px, Bebas Neue", words::use_section, "as-section"},
      {words::step_long, "21 px, EB Garamond", words::use_long, "words long"},
      {words::step_row, "21 px, EB Garamond", words::use_row, "t"},
      {words::step_text, "20 px, EB Garamond", words::use_words, "words"},
      {words::step_ui, "15 px, Inter", words::use_ui, "as-ui"},
      {words::step_small, "13 px, Inter", words::use_small, "small"},
      {words::step_label, "13 px, Inter", words::use_label, "as-label"},
  };
  std::vector<Design::Step> steps;
  for (const auto& row : kRows)
    steps.push_back({said(row.name, language), row.size, said(row.use, language), row.style});
  return steps;
}

view::Who member(const char* name) {
  return {.name = name, .href = "#lights", .ghost = false, .kept = true};
}

view::When hours_ago(const SharedVisit& visit, int hours) {
  const auto at = visit.now.told([hours](Time now) { return ForNow<Time>{now - Seconds{hours * 3600}, now + Seconds{60}}; });
  return when_of(at, visit.telling());
}

// What made-up members write is in English on every page.
view::Post post(const SharedVisit& visit, std::string id, view::Who author, int depth, const char* markdown) {
  view::Post made;
  made.id = std::move(id), made.href = "#p-" + made.id, made.author = std::move(author), made.depth = depth;
  made.when = hours_ago(visit, 26 - depth), made.lang = "en";
  made.body = text::render(markdown, {.language = visit.language}).html;
  made.reply_href = made.quote_href = made.href;
  return made;
}

std::vector<view::Post> posts(const SharedVisit& visit, const std::string& light) {
  std::vector<view::Post> all;
  all.push_back(post(visit, light + "1", member("Ines"), 0,
                     "The diner scene is *all* listening. >!He knows already that he will lose!<, and orders coffee."));
  auto answer = post(visit, light + "2", {.name = "oldtimer", .href = "#lights", .ghost = true, .kept = true}, 1,
                     "> The diner scene is all listening.\n\nAnd look at the hands:\n\n- his, still\n- the other’s, "
                     "never\n\n::: spoiler The runway\nOne of them lets go first.\n:::");
  answer.to = "Ines", answer.to_href = "#p-" + light + "1", answer.edited = true;
  answer.edited_when = hours_ago(visit, 3), answer.origin = said(say::design::from_page, visit.language);
  answer.signature = text::render("Buy the ticket, take the ride.").html;
  all.push_back(std::move(answer));
  all.push_back(post(visit, light + "3", member("Marek"), 2, "> Look at how little they do. A cup is lifted and put down, a hand stays where it is, and each of them waits until "
                     "the other has finished, as if there were all the time in the world.\n>\n> The camera does not move either. "
                     "It looks over one shoulder, then over the other, and never shows both faces at once, so that the "
                     "table between them stays as wide as the city outside.\n>\n> And when it is over nobody has said what "
                     "they came to say. They have only told each other that they would not hesitate, and been believed, "
                     "which in this film is the nearest thing to a promise.\n\nAgreed, with `170 minutes` of proof."));
  auto gone = post(visit, light + "4", member("Tomasz"), 1, "");
  gone.gone = said(say::design::deleted, visit.language), gone.reply_href.clear();
  all.push_back(std::move(gone));
  return all;
}

Design::Hall hall(const SharedVisit& visit, std::string light, Says name) {
  namespace words = say::design;
  const auto language = visit.language;
  view::Field plain{.name = "title", .label = said(words::label_title, language), .value = "The closing scene"};
  view::Field hinted{.name = "year", .label = said(words::label_year, language), .value = ""};
  view::Field wrong{.name = "mail", .label = said(words::label_mail, language), .value = "ana@"};
  plain.required = wrong.required = true;
  hinted.hint = said(words::hint_year, language);
  wrong.error = said(words::wrong_mail, language), wrong.type = "email";
  return {.light = light,
          .name = said(name, language),
          .fields = {std::move(plain), std::move(hinted), std::move(wrong)},
          .posts = posts(visit, light)};
}

void add_lists(Design& page, const SharedVisit& visit) {
  namespace words = say::design;
  const auto language = visit.language;
  page.orders_label = said(words::sorted_by, language);
  page.orders = {{said(words::latest, language), "#lists", true}, {said(words::newest, language), "#lists", false}};
  view::ThreadRow row{.title = "Thirty seconds flat: does he believe it himself?", .href = "#lists"};
  row.posts = words::posts(language, 48), row.last = hours_ago(visit, 2), row.by = member("Ines"), row.pinned = true;
  page.threads.push_back(row);
  row.title = "Night exteriors: what stock, what lenses", row.posts = words::posts(language, 133);
  row.last = hours_ago(visit, 200), row.by = member("Marek"), row.pinned = false, row.locked = row.imported = true;
  page.threads.push_back(row);
  view::ReviewRow review{.title = "The city is the third lead", .href = "#lists", .by = member("Tomasz")};
  review.when = hours_ago(visit, 900), review.rating = "5", review.stars = 10;
  review.excerpt = "Nobody films a city at four in the morning like that, and nobody lets it speak so long.";
  review.film = "Heat (1995)", review.film_href = "#lists";
  page.reviews.push_back(std::move(review));
  page.pager = {.summary = words::shown(language, 40'791),
                .pages = {{"1", "#lists", false}, {"2", "#lists", true}, {"3", "#lists", false}, {"…", "", false}},
                .previous = "#lists",
                .next = "#lists"};
}

void add_forms(Design& page, Language language) {
  namespace words = say::design;
  page.selects = {{.name = "order",
                   .label = said(words::order, language),
                   .options = {{"new", said(words::newest_first, language), true},
                               {"old", said(words::oldest_first, language), false}},
                   .hint = said(words::any_time, language),
                   .error = ""},
                  {.name = "why",
                   .label = said(words::what_wrong, language),
                   .options = {{"", said(words::choose_one, language), true},
                               {"spoiler", said(words::unveiled, language), false}},
                   .hint = "",
                   .error = said(words::choose_what, language)}};
  view::Editor editor{.name = "words", .label = said(words::your_words, language), .text = "The *river*."};
  editor.previewed = true, editor.preview = text::render(editor.text).html, editor.rows = 4;
  view::Editor wrong{.name = "review", .label = said(words::your_review, language), .text = ""};
  wrong.error = said(words::empty_review, language), wrong.rows = 3;
  page.editors = {std::move(editor), std::move(wrong)};
}

std::vector<view::Notice> notices(Language language) {
  namespace words = say::design;
  return {
      {.kind = "good", .text = said(words::saved, language), .more = view::Link{said(words::read_it, language), "#lights"}},
      {.kind = "warn", .text = said(words::title_missing, language), .more = {}},
      {.kind = "mod", .text = said(words::locked, language), .more = {}}};
}

}  // namespace

Response design_page(SharedVisit& visit) {
  Design page;
  page.frame = frame_of(visit, said(say::design::title, visit.language), "about");
  page.frame.canonical = "/about/design";
  page.colours = colours(visit.language);
  page.type = type(visit.language);
  page.cards = hands(visit.language);
  page.halls = {hall(visit, "night", say::design::night), hall(visit, "day", say::design::day)};
  page.notices = notices(visit.language);
  page.lamps = {{0, "0"}, {1, "0.5"}, {5, "2.5"}, {9, "4.5"}, {10, "5"}};
  add_lists(page, visit);
  add_forms(page, visit.language);
  return show(visit, pages::design(visit.language, page));
}

Response design_card(Visit& visit) {
  const auto name = visit.address.params.get("family");
  for (int i = 0; i < card::kFamilies; ++i) {
    const auto family = static_cast<card::Family>(i);
    if (name != std::string(card::name_of(family)) + ".svg") continue;
    auto response =
        bytes("image/svg+xml", card::draw_as(family, facts_of(kExamples[static_cast<std::size_t>(i)])).svg);
    response.cache_control = "public, max-age=600";
    return response;
  }
  return not_found();
}

}  // namespace rialto::web
