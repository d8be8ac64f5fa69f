#include "film/form_text.h"

#include "film_fixture.h"

using namespace rialto;
using namespace rialto::film;

class FormTexts : public Catalogue {};

TEST_P(FormTexts, AFormThatIsSentBackUntouchedChangesNothing) {
  for (const auto line : {kHeat1995, kHeat1972, kSolaris1972, kAmelie}) {
    const auto id = store(line).film;
    const auto facts = read([&](Tx& tx) { return read_facts(tx, id); });
    const auto back = facts_of(form_text(facts), facts);
    EXPECT_TRUE(back.faults.empty());
    EXPECT_TRUE(differing(facts, back.facts).empty()) << facts.title;
  }
}

TEST_P(FormTexts, TheWholeShelfSurvivesTheForm) {
  auto lines = LineReader::open(std::string(RIALTO_SOURCE_DIR) + "/shelf/films.jsonl");
  std::string_view line;
  while ((*lines)->next(line)) {
    auto facts = record_of(line).facts;
    clean(facts);
    std::int64_t person = 0;
    for (auto& credit : facts.credits) {
      credit.refs.clear();
      const auto same = std::find_if(facts.credits.begin(), facts.credits.end(), [&](const auto& each) { return each.name == credit.name; });
      credit.person = same->person ? same->person : PersonId{++person};
    }
    const auto back = facts_of(form_text(facts), facts);
    EXPECT_TRUE(back.faults.empty()) << facts.title;
    for (const auto field : differing(facts, back.facts))
      ADD_FAILURE() << facts.title << ": " << field_label(field, Language::English) << ": " << spoken(facts, field, Language::English) << " → "
                    << spoken(back.facts, field, Language::English);
  }
}

INSTANTIATE_TEST_SUITE_P(Both, FormTexts, testing::ValuesIn(engines_here()), engine_name);

TEST(FormText, MistakesAreToldByField) {
  const auto read = facts_of({.title = "Reel", .year = "nineteen", .minutes = "x", .crew = "Michael Mann", .refs = "113277"}, {});
  ASSERT_EQ(read.faults.size(), 4u);
  EXPECT_EQ(read.faults[0].field, Field::Year);
  EXPECT_EQ(read.faults[3].field, Field::Refs);
}

TEST(FormText, NotesAndTagsAreToldFromTitles) {
  const auto read = facts_of({.title = "x", .titles = "Fuego (es)\nHeat (or so it seems)\nTitle (abc) ()\n"}, {}).facts;
  ASSERT_EQ(read.titles.size(), 3u);
  EXPECT_EQ(read.titles[0], (FilmTitle{"Fuego", "es"}));
  EXPECT_EQ(read.titles[1], (FilmTitle{"Heat (or so it seems)", ""}));
  EXPECT_EQ(read.titles[2], (FilmTitle{"Title (abc)", ""}));
}

TEST(FormText, AnIdAloneIsUnderstoodWhereItsShapeTellsTheSource) {
  EXPECT_EQ(facts_of({.title = "x", .refs = "tt0113277\nWikidata: Q42198"}, {}).facts.refs,
            (std::vector<Ref>{{"imdb", "tt0113277"}, {"wikidata", "Q42198"}}));
}
