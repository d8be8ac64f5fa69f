// Which film a page is about where it does not say so itself.
#include "import/film_guess.h"

#include <gtest/gtest.h>

using namespace rialto;
using namespace rialto::imports;

namespace {

FilmGuesser films() {
  static const std::vector<KnownFilm> kFilms = {
      {"Solaris", 1972, {}, {"Andrei Tarkovsky", "Donatas Banionis"}, {"Kris Kelvin", "Hari"}, ""},
      {"Solaris", 2002, {}, {"Steven Soderbergh", "George Clooney"}, {"Chris Kelvin", "Rheya"}, ""},
      {"Alien", 1979, {}, {"Ridley Scott"}, {"Ripley", "Dallas", "Kane", "Lambert", "Parker"}, ""},
      {"Citizen Kane", 1941, {}, {"Orson Welles"}, {"Charles Foster Kane", "Mary Kane", "Emily Norton Kane"}, ""},
      {"The Third Man", 1949, {}, {"Carol Reed", "Joseph Cotten", "Alida Valli"}, {"Holly Martins", "Harry Lime"}, ""}};
  return FilmGuesser(kFilms);
}

std::string guessed(const std::string& title, const std::string& body) {
  const auto film = films().guess({title, {}, "", body, std::nullopt});
  return film ? film->title + " " + std::to_string(film->year.value_or(0)) : "none";
}

}  // namespace

TEST(FilmGuesses, TellTwoFilmsOfOneTitleApartByWhomThePageNames) {
  EXPECT_EQ(guessed("The highway in Solaris", "Why does Tarkovsky show the traffic? Kelvin isn't in it."),
            "Solaris 1972");
  EXPECT_EQ(guessed("The highway in Solaris", "Soderbergh has no highway, and Kelvin is in New York."), "Solaris 2002");
  EXPECT_EQ(guessed("The ocean in Solaris", "Kelvin looks at it, and it looks back."), "none");
  EXPECT_EQ(guessed("Solaris twice", "Tarkovsky has Hari, Soderbergh has Rheya."), "none");
}

TEST(FilmGuesses, CountAFamilyNameOnceHoweverManyBearIt) {
  EXPECT_EQ(guessed("The cat", "Dallas and Kane are dead, Lambert and Parker too, and Ripley goes back."),
            "Alien 1979");
  EXPECT_EQ(guessed("A name", "I once knew a man called Kane."), "none");
}

TEST(FilmGuesses, KnowAFilmThatOnlyItsPeopleName) {
  EXPECT_EQ(guessed("The ending", "Cotten waits for Valli, who only thinks of Harry Lime."), "The Third Man 1949");
  EXPECT_EQ(guessed("The ending", "Cotten waits for her."), "none");
}

TEST(FilmGuesses, TakeTheLastPieceOfAHeadingForAnUnknownFilm) {
  EXPECT_EQ(guessed("Did she believe it? | Sneakers (1992)", ""), "Sneakers 1992");
  EXPECT_EQ(guessed("Was he right? (Sullivan's Travels, 1941)", ""), "Sullivan's Travels 1941");
  EXPECT_EQ(guessed("Was he right? (1941)", ""), "none");
}
