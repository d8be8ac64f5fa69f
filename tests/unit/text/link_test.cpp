#include "text/link.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "text/lexicon_builder.h"
#include "text/link_context.h"

namespace rialto::text {
namespace {

// A shelf of a few well-known films among many that nobody names, so that fame means something.
class Shelf {
 public:
  Shelf() : builder_("shelf") {
    film(1, "Heat", 1972, 120);
    film(2, "Heat", 1995, 900, "tt0113277");
    film(3, "The Insider", 1999, 800);
    film(4, "Winchester '73", 1950, 500);
    film(5, "Pulp Fiction", 1994, 950);
    film(6, "Alien", 1979, 940);
    film(7, "Aliens", 1986, 930);
    film(8, "Collateral", 2004, 700);
    film(9, "The Last of the Mohicans", 1992, 700);
    film(10, "The Godfather: Part II", 1974, 920);
    for (std::int64_t id = 100; id < 6'000; ++id) film(id, "Quiet Days " + std::to_string(id), 1990, 10);
    for (const auto* name : {"Michael Mann", "Anthony Mann", "Al Pacino", "Robert De Niro", "Ingrid Bergman", "James Stewart", "Martin Scorsese"}) {
      people_.emplace_back(name);
      builder_.person(PersonId{static_cast<std::int64_t>(people_.size())}, name, "");
    }
    credit(2, 1, LexiconBuilder::Part::Direction, "");
    credit(2, 3, LexiconBuilder::Part::Cast, "Lt. Vincent Hanna");
    credit(2, 4, LexiconBuilder::Part::Cast, "Neil McCauley");
    credit(3, 1, LexiconBuilder::Part::Direction, "");
    credit(3, 3, LexiconBuilder::Part::Cast, "Lowell Bergman");
    credit(4, 2, LexiconBuilder::Part::Direction, "");
    credit(4, 6, LexiconBuilder::Part::Cast, "Lin McAdam");
    credit(8, 1, LexiconBuilder::Part::Direction, "");
    credit(10, 4, LexiconBuilder::Part::Cast, "Vito Corleone");
    credit(5, 7, LexiconBuilder::Part::Crew, "");
    credit(6, 5, LexiconBuilder::Part::Crew, "");
    linker_.emplace(Lexicons{*Lexicon::over(builder_.build())});
  }

  const Linker& linker() const { return *linker_; }

 private:
  void film(std::int64_t id, const std::string& title, int year, std::int64_t fame, std::string_view imdb = "") {
    builder_.film({.id = FilmId{id}, .title = title, .year = year, .fame = fame, .imdb = imdb});
  }
  void credit(std::int64_t film, std::int64_t person, LexiconBuilder::Part part, std::string_view character) {
    builder_.credit(FilmId{film}, PersonId{person}, part, 1, character);
  }

  LexiconBuilder builder_;
  std::vector<std::string> people_;
  std::optional<Linker> linker_;
};

const Linker& linker() {
  static const Shelf shelf;
  return shelf.linker();
}

// "Heat=Heat 1995|Mann=Michael Mann" as read on the board of a film (0: on none).
std::string named(std::string_view text, std::int64_t board = 0) {
  const auto context = linker().context(board ? std::optional(FilmId{board}) : std::nullopt);
  std::string all;
  for (const auto& mention : linker().link(text, context)) {
    all += (all.empty() ? "" : "|") + std::string(text.substr(mention.begin, mention.end - mention.begin)) + "=" + mention.name;
    if (mention.year) all += " " + std::to_string(*mention.year);
  }
  return all;
}

TEST(Link, a_title_on_its_board_is_that_film) {
  EXPECT_EQ(named("I love Heat.", 2), "Heat=Heat 1995");
  EXPECT_EQ(named("I love Heat.", 1), "Heat=Heat 1972");
}

TEST(Link, a_year_behind_the_title_says_which_film) {
  EXPECT_EQ(named("Heat (1972) is another thing.", 2), "Heat=Heat 1972");
  EXPECT_EQ(named("Heat (1995)"), "Heat=Heat 1995");
}

TEST(Link, a_surname_is_who_made_the_board_s_film) {
  EXPECT_EQ(named("What Mann does with light is great.", 2), "Mann=Michael Mann");
  EXPECT_EQ(named("What Mann does with light is great.", 4), "Mann=Anthony Mann");
}

TEST(Link, the_other_film_of_a_title_is_not_the_board_s) { EXPECT_EQ(named("I like the other Heat better.", 2), "Heat=Heat 1972"); }

TEST(Link, the_year_says_it_also_on_the_board_of_another) { EXPECT_EQ(named("Heat (1972) has nothing to do with this.", 2), "Heat=Heat 1972"); }

TEST(Link, words_with_capitals_of_their_own_are_no_names) {
  EXPECT_EQ(named("I've said it before: American films on Friday, and I'm happy.", 2), "");
}

TEST(Link, who_plays_whom_is_told_apart) {
  EXPECT_EQ(named("As Neil McCauley, De Niro is all cold calculation. Hanna (Pacino) is fire.", 2),
            "Neil McCauley=Neil McCauley|De Niro=Robert De Niro|Hanna=Lt. Vincent Hanna|Pacino=Al Pacino");
}

TEST(Link, a_possessive_ending_is_left_out) { EXPECT_EQ(named("Mann's Heat is perfect.", 2), "Mann=Michael Mann|Heat=Heat 1995"); }

TEST(Link, a_word_that_is_a_title_elsewhere_is_a_word_here) {
  EXPECT_EQ(named("The heat in Los Angeles was hard to bear, and there was collateral damage."), "");
  EXPECT_EQ(named("Collateral is shot beautifully."), "Collateral=Collateral 2004");
}

TEST(Link, mistyped_and_joined_names_are_found) {
  EXPECT_EQ(named("i just watched pulp ficton"), "pulp ficton=Pulp Fiction 1994");
  EXPECT_EQ(named("DeNiro was never better."), "DeNiro=Robert De Niro");
}

TEST(Link, what_a_thread_named_is_known_to_those_that_follow) {
  auto context = linker().context(std::nullopt);
  const std::string first = "Have you seen Winchester '73 (1950)?";
  linker().remember(context, linker().link(first, context));
  const std::string second = "What Mann does there is great.";
  const auto mentions = linker().link(second, context);
  ASSERT_EQ(mentions.size(), 1u);
  EXPECT_EQ(mentions[0].name, "Anthony Mann");
}

TEST(Link, a_newer_lexicon_hides_what_an_older_says_of_a_film) {
  LexiconBuilder newer("newer");
  newer.film({.id = FilmId{2}, .title = "", .year = 1995});
  newer.film({.id = FilmId{9'000}, .title = "The Long Wait for Rain", .year = 2026, .fame = 1});
  Lexicons lexicons = {*Lexicon::over(newer.build())};
  lexicons.push_back(linker().lexicons().back());
  const Linker both(lexicons);
  const std::string text = "I just watched The Long Wait for Rain, and before that Heat (1995).";
  for (const auto& mention : both.link(text, both.context(std::nullopt))) EXPECT_NE(mention.film, FilmId{2});
  const auto mentions = both.link(text, both.context(std::nullopt));
  ASSERT_FALSE(mentions.empty());
  EXPECT_EQ(mentions[0].film, FilmId{9'000});
}

TEST(Link, mentions_lie_in_order_and_never_over_one_another) {
  std::string text;
  for (int times = 0; times < 200; ++times) text += "Heat, \"Heat\" (1995) by Michael Mann with Al Pacino; ";
  std::size_t end = 0;
  for (const auto& mention : linker().link(text, linker().context(FilmId{2}))) {
    EXPECT_GE(mention.begin, end);
    EXPECT_LT(mention.begin, mention.end);
    end = mention.end;
  }
  EXPECT_GT(end, text.size() - 20);
}

}  // namespace
}  // namespace rialto::text
