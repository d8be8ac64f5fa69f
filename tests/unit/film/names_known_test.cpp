#include "film/names_known.h"

#include <gtest/gtest.h>

#include "film/store_film.h"
#include "support/databases.h"
#include "text/link_context.h"

namespace rialto::film {
namespace {

class NamesKnownTest : public testing::TestWithParam<Engine> {
 protected:
  std::vector<text::Mention> named(const std::string& text) {
    const auto linker = names_.linker(database_.db());
    return linker->link(text, linker->context(std::nullopt));
  }

  void store(const std::string& title, int year) {
    database_.db().write([&](Tx& tx) {
      FilmRecord record{.facts = {.title = title, .year = year}, .own_id = title};
      return store_film(tx, record, "test", Time{1});
    });
  }

  TestDatabase database_{GetParam()};
  TestFolder folder_;
  NamesKnown names_{(folder_.path() / "names.lexicon").string()};
};

INSTANTIATE_TEST_SUITE_P(, NamesKnownTest, testing::ValuesIn(engines_here()), engine_name);

TEST_P(NamesKnownTest, a_film_that_is_added_is_found_in_the_next_text) {
  store("The Closing Scene of Winter", 1995);
  ASSERT_EQ(named("Have you seen The Closing Scene of Winter?").size(), 1u);
  EXPECT_TRUE(named("Have you seen The Harbour of Long Shadows?").empty());
  store("The Harbour of Long Shadows", 2026);
  const auto mentions = named("Have you seen The Harbour of Long Shadows?");
  ASSERT_EQ(mentions.size(), 1u);
  EXPECT_EQ(mentions[0].year, 2026);
}

TEST_P(NamesKnownTest, an_import_makes_the_lexicon_anew) {
  store("The Closing Scene of Winter", 1995);
  const auto before = names_.linker(database_.db());
  database_.db().write([](Tx& tx) { note_import(tx); });
  const auto after = names_.linker(database_.db());
  EXPECT_EQ(after->lexicons().size(), 1u);
  EXPECT_NE(before->lexicons().back(), after->lexicons().back());
}

TEST_P(NamesKnownTest, the_file_is_used_again_while_the_catalogue_is_the_same) {
  store("The Closing Scene of Winter", 1995);
  const auto first = names_.linker(database_.db());
  NamesKnown again((folder_.path() / "names.lexicon").string());
  EXPECT_EQ(again.linker(database_.db())->lexicons().back()->stamp(), first->lexicons().back()->stamp());
}

}  // namespace
}  // namespace rialto::film
