#include <fstream>

#include "film/catalogue_import.h"
#include "film/csv.h"
#include "film/find.h"
#include "film/person.h"
#include "film_fixture.h"

using namespace rialto;
using namespace rialto::film;

namespace {

std::string shared_file(const std::string& name) {
  const char* told = std::getenv("RIALTO_SHARED");
  const std::string path = (told ? std::string(told) : std::string(RIALTO_SOURCE_DIR) + "/../shared") + "/data/" + name;
  return std::filesystem::exists(path) ? path : "";
}

}  // namespace

class Importing : public Catalogue {
 protected:
  std::string write_file(const std::string& name, const std::string& text) {
    const auto path = (folder_.path() / name).string();
    std::ofstream(path) << text;
    return path;
  }
  CatalogueReport run(const std::vector<std::string>& files) {
    auto report = import_catalogue(db_, {.files = files});
    if (!report) throw std::runtime_error(report.error().message);
    return *report;
  }

  TestFolder folder_;
};

TEST_P(Importing, ImdbsDatasetsGiveFilmsWithPeopleTitlesAndFame) {
  const std::vector<std::string> files = {
      write_file("title.principals.tsv",
                 "tconst\tordering\tnconst\tcategory\tjob\tcharacters\n"
                 "tt0113277\t1\tnm0000199\tactor\t\\N\t[\"Lt. Vincent Hanna\"]\n"
                 "tt0113277\t2\tnm0000520\tdirector\t\\N\t\\N\n"
                 "tt7777777\t1\tnm0000001\tactor\t\\N\t[\"Nobody\"]\n"),
      write_file("name.basics.tsv",
                 "nconst\tprimaryName\tbirthYear\tdeathYear\tprimaryProfession\tknownForTitles\n"
                 "nm0000199\tAl Pacino\t1940\t\\N\tactor\ttt0113277\n"
                 "nm0000520\tMichael Mann\t1943\t\\N\tproducer,director\ttt0113277\n"
                 "nm0000001\tFred Other\t1899\t1987\tactor\ttt7777777\n"),
      write_file("title.akas.tsv",
                 "titleId\tordering\ttitle\tregion\tlanguage\ttypes\tattributes\tisOriginalTitle\n"
                 "tt0113277\t1\tHeat \"fuego\"\tES\t\\N\timdbDisplay\t\\N\t0\n"),
      write_file("title.ratings.tsv", "tconst\taverageRating\tnumVotes\ntt0113277\t8.3\t700000\n"),
      write_file("title.crew.tsv", "tconst\tdirectors\twriters\ntt0113277\tnm0000520\tnm0000520\n"),
      write_file("title.basics.tsv",
                 "tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\truntimeMinutes\tgenres\n"
                 "tt0113277\tmovie\tHeat\tHeat\t0\t1995\t\\N\t170\tAction,Crime,Drama\n"
                 "tt1111111\ttvEpisode\tHeat\tHeat\t0\t1999\t\\N\t40\tDrama\n"
                 "broken line\n")};
  const auto report = run(files);
  EXPECT_EQ(report.films.fresh, 1);
  EXPECT_EQ(report.films.skipped.at("is of a type that was not asked for (--types)"), 1);
  EXPECT_EQ(report.people.fresh, 2);  // Fred Other is in no film that is here
  const auto page = read([&](Tx& tx) { return read_film_page(tx, *film_with_slug(tx, "heat-1995")); });
  EXPECT_EQ(page.film.fame, 700'000);
  ASSERT_EQ(page.credits.size(), 3u);
  EXPECT_EQ(page.credits[0].person_name, "Michael Mann");
  EXPECT_EQ(page.credits[2].character, "Lt. Vincent Hanna");
  EXPECT_EQ(read([](Tx& tx) { return find_films(tx, find_query("fuego"), 5); }).size(), 1u);
  const auto again = run(files);
  EXPECT_EQ(again.films.fresh + again.films.changed + again.people.fresh + again.people.changed, 0);
}

TEST_P(Importing, OmdbsFilesHangTogetherByTheirIds) {
  const std::vector<std::string> files = {
      write_file("all_movies.csv",
                 "\"id\",\"name\",\"parent_id\",\"date\"\n\"949\",\"Heat\",\\N,\"1995-12-15\"\n"
                 "\"4579\",\"Heat, \\\"the\\\" film\nin two lines\",\\N,\"1972-10-06\"\n"),
      write_file("all_people.csv", "\"id\",\"name\",\"birthday\",\"deathday\",\"gender\"\n\"1158\",\"Al Pacino\",\"1940-04-25\",\\N,\"0\"\n"),
      write_file("movie_links.csv",
                 "\"source\",\"key\",\"movie_id\",\"language_iso_639_1\"\n\"imdbmovie\",\"tt0113277\",\"949\",\"en\"\n"),
      write_file("all_casts.csv",
                 "\"movie_id\",\"person_id\",\"job_id\",\"role\",\"position\"\n\"949\",\"1158\",\"15\",\"Lt. Vincent Hanna\",\"1\"\n"),
      write_file("job_names.csv", "\"job_id\",\"name\",\"language_iso_639_1\"\n\"15\",\"Actor\",\"en\"\n\"15\",\"Schauspieler\",\"de\"\n"),
      write_file("all_movie_aliases_iso.csv",
                 "\"movie_id\",\"name\",\"language_iso_639_1\",\"official_translation\"\n\"949\",\"Fuego contra fuego\",\"es\",\"1\"\n"),
      write_file("movie_details.csv", "\"movie_id\",\"runtime\",\"budget\",\"revenue\",\"homepage\"\n\"949\",\"170\",\\N,\\N,\\N\n")};
  EXPECT_EQ(run(files).films.fresh, 2);
  const auto page = read([&](Tx& tx) { return read_film_page(tx, *film_with_slug(tx, "heat-1995")); });
  EXPECT_EQ(page.film.minutes, 170);
  ASSERT_EQ(page.credits.size(), 1u);
  EXPECT_EQ(page.credits[0].character, "Lt. Vincent Hanna");
  EXPECT_EQ(page.refs.front().ref, "tt0113277");
  EXPECT_EQ(run(files).films.changed, 0);
}

TEST_P(Importing, BrokenLinesAreCountedWithTheirReason) {
  const auto file = write_file("some.jsonl", "{\"title\":\"Reel\",\"year\":2001}\nnot json\n{\"year\":3}\n{\"title\":[1]}\n\n");
  const auto report = run({file});
  EXPECT_EQ(report.films.fresh, 1);
  EXPECT_EQ(report.films.all(), 4);
}

TEST_P(Importing, AFileOfNoKnownKindIsRefusedBeforeAnythingIsWritten) {
  const auto good = write_file("good.jsonl", "{\"title\":\"Reel\",\"year\":2001}\n");
  const auto report = import_catalogue(db_, {.files = {good, write_file("bad.txt", "hello\n")}});
  ASSERT_FALSE(report);
  EXPECT_NE(report.error().message.find("none of the catalogues"), std::string::npos);
  EXPECT_FALSE(import_catalogue(db_, {.files = {"/nowhere/x.jsonl"}}));
  EXPECT_EQ(read([](Tx& tx) { return count_films(tx); }), 0);
}

TEST_P(Importing, TheStarterShelfGoesInWholeAndOnce) {
  const auto shelf = std::string(RIALTO_SOURCE_DIR) + "/shelf/films.jsonl";
  const auto report = run({shelf});
  EXPECT_GT(report.films.fresh, 250);
  EXPECT_TRUE(report.films.skipped.empty());
  const auto again = run({shelf});
  EXPECT_EQ(again.films.unchanged, report.films.fresh);
}

TEST_P(Importing, ARealCatalogueOnTopOfTheShelfSettles) {
  const auto merged = shared_file("catalogue/films_merged.jsonl.zst");
  if (merged.empty()) GTEST_SKIP() << "skipped: no ../shared/data";
  auto lines = LineReader::open(merged);
  std::string some;
  std::string_view line;
  for (int n = 0; (*lines)->next(line); ++n)
    if (n % 200 == 7 || line.find("\"title\": \"Heat\"") != std::string_view::npos) some += std::string(line) + "\n";
  const auto shelf = std::string(RIALTO_SOURCE_DIR) + "/shelf/films.jsonl";
  const auto part = write_file("part.jsonl", some);
  run({shelf, part});
  for (const auto& again : {run({shelf}), run({part})}) {
    EXPECT_EQ(again.films.fresh, 0);
    EXPECT_EQ(again.films.changed, 0);
  }
  EXPECT_EQ(read([](Tx& tx) { return films_titled(tx, "heat"); }).size(), 4u);  // 1963, 1972, 1986, 1995
}

INSTANTIATE_TEST_SUITE_P(Both, Importing, testing::ValuesIn(engines_here()), engine_name);

TEST(Csv, QuotesMayBeDoubledOrEscaped) {
  EXPECT_EQ(csv_row(R"("a ""b""","c \"d\"",\N,e,"")"), (Row{"a \"b\"", "c \"d\"", "", "e", ""}));
}

TEST(Lines, TheLastLineMayLackItsEnding) {
  const auto lines = LineReader::over("one\r\ntwo");
  std::string_view line;
  ASSERT_TRUE(lines->next(line));
  EXPECT_EQ(line, "one");
  ASSERT_TRUE(lines->next(line));
  EXPECT_EQ(line, "two");
  EXPECT_FALSE(lines->next(line));
}

TEST(Json, ARecordComesBackAsItWasWritten) {
  const auto record = record_of(kHeat1995);
  EXPECT_EQ(record_of(json_line(record)).facts, record.facts);
}
