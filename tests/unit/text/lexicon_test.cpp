#include "text/lexicon.h"

#include <gtest/gtest.h>

#include <string>

#include "text/lexicon_builder.h"

namespace rialto::text {
namespace {

std::string small_lexicon() {
  LexiconBuilder builder("of today");
  builder.film({.id = FilmId{1}, .title = "Heat", .year = 1972, .fame = 20, .imdb = "tt0068688"});
  builder.film({.id = FilmId{2}, .title = "Heat", .year = 1995, .fame = 900, .imdb = "tt0113277"});
  builder.film({.id = FilmId{3}, .title = "The Godfather: Part II", .year = 1974, .fame = 800, .imdb = "tt0071562"});
  builder.other_title(FilmId{3}, "Der Pate – Teil II");
  builder.person(PersonId{7}, "Robert De Niro", "nm0000134");
  builder.credit(FilmId{2}, PersonId{7}, LexiconBuilder::Part::Cast, 2, "Neil McCauley");
  return builder.build();
}

std::shared_ptr<const Lexicon> lexicon() { return *Lexicon::over(small_lexicon()); }

// What the words stand for, or an empty span.
std::span<const Sense> senses_of(const Lexicon& lexicon, std::string_view name) {
  std::vector<NameWord> words;
  read_name_words(name, words);
  std::uint32_t node = kNone;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const auto word = lexicon.word(at == 0 ? words[at].hash : words[at].inner);
    if (word == kNone) return {};
    node = at == 0 ? lexicon.begin(word) : lexicon.next(node, word);
    if (node == kNone) return {};
  }
  return lexicon.senses(node);
}

TEST(Lexicon, the_better_known_of_two_films_of_one_title_comes_first) {
  const auto kept = lexicon();
  const auto senses = senses_of(*kept, "heat");
  ASSERT_EQ(senses.size(), 2u);
  EXPECT_EQ(kept->films()[senses[0].entry].year, 1995);
  EXPECT_EQ(kept->films()[senses[1].entry].year, 1972);
}

TEST(Lexicon, a_film_is_found_by_the_forms_in_which_people_write_it) {
  const auto kept = lexicon();
  for (const auto* name : {"The Godfather: Part II", "godfather part two", "The Godfather 2", "Godfather II", "der pate teil ii"}) {
    const auto senses = senses_of(*kept, name);
    ASSERT_FALSE(senses.empty()) << name;
    EXPECT_EQ(kept->films()[senses[0].entry].id, 3) << name;
  }
}

TEST(Lexicon, a_surname_with_its_particle_stands_for_the_person) {
  const auto kept = lexicon();
  const auto senses = senses_of(*kept, "de niro");
  ASSERT_FALSE(senses.empty());
  EXPECT_EQ(kept->string(kept->people()[senses[0].entry].name), "Robert De Niro");
}

TEST(Lexicon, a_name_written_in_one_is_found) {
  const auto kept = lexicon();
  EXPECT_NE(kept->joined_name(hash_of("deniro")), kNone);
  EXPECT_EQ(kept->joined_name(hash_of("pacino")), kNone);
}

TEST(Lexicon, a_misspelt_word_of_a_famous_name_is_guessed) {
  const auto kept = lexicon();
  std::vector<std::uint32_t> words;
  kept->corrections("goodfather", words);
  ASSERT_EQ(words.size(), 1u);
  EXPECT_EQ(words[0], kept->word(hash_of("godfather")));
}

TEST(Lexicon, its_stamp_comes_back) { EXPECT_EQ(lexicon()->stamp(), "of today"); }

TEST(Lexicon, bytes_that_are_cut_or_of_another_form_are_refused_with_a_reason) {
  const auto bytes = small_lexicon();
  EXPECT_FALSE(Lexicon::over(bytes.substr(0, bytes.size() - 8)));
  EXPECT_FALSE(Lexicon::over(bytes.substr(0, 40)));
  EXPECT_FALSE(Lexicon::over(""));
  auto other = bytes;
  other[3] = 'Y';
  const auto refused = Lexicon::over(other);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().message, "lexicon: of another form");
}

TEST(Lexicon, the_same_catalogue_makes_the_same_bytes) { EXPECT_EQ(small_lexicon(), small_lexicon()); }

}  // namespace
}  // namespace rialto::text
