// The two documents that the house was built for, where they are at hand.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "import/understand.h"

using namespace rialto;
using namespace rialto::imports;

namespace {

std::filesystem::path shared() {
  const char* named = std::getenv("RIALTO_SHARED");
  return named ? std::filesystem::path(named) : std::filesystem::path(RIALTO_SOURCE_DIR) / ".." / "shared";
}

std::string seed(const char* name) {
  std::ifstream in(shared() / "seeds" / name, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

FilmGuesser films() {
  static const std::vector<KnownFilm> kFilms = {
      {"Heat",
       1995,
       {},
       {"Michael Mann", "Al Pacino", "Robert De Niro", "Val Kilmer"},
       {"Vincent Hanna", "Neil McCauley", "Eady"},
       "tt0113277"},
      {"Heat", 1972, {}, {"Paul Morrissey", "Joe Dallesandro"}, {}, ""},
      {"Heat", 1986, {}, {"Burt Reynolds"}, {}, ""},
      {"Collateral", 2004, {}, {"Michael Mann", "Tom Cruise", "Jamie Foxx"}, {"Vincent", "Max"}, ""},
      {"Memento", 2000, {}, {"Christopher Nolan"}, {}, ""}};
  return FilmGuesser(kFilms);
}

class Seeds : public testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(shared() / "seeds")) GTEST_SKIP() << "skipped: no ../shared/seeds";
  }

  template <class Record>
  Record read(const char* name) {
    auto record = understand(seed(name), films());
    EXPECT_TRUE(record) << (record ? "" : record.error().message);
    return std::get<Record>(*record);
  }
};

struct Ends {
  const char* first;
  const char* last;
};

}  // namespace

TEST_F(Seeds, TheThreadBecomesTwelvePostsInOrder) {
  const auto thread = read<ThreadRecord>("000_0e3b9d37543269b4.txt");
  EXPECT_EQ(thread.title, "The closing scene");
  ASSERT_EQ(thread.posts.size(), 12u);
  const Ends ends[12] = {{"Triumphant ending", "'The Fountain')"},   {"Good post!", "it is perfect."},
                         {"The ultimate irony", "they've chosen."},  {"agree. watching", "them die."},
                         {"Totally agree.", "is perfect."},          {"", ""},
                         {"> He holds up", "films from Hollywood!"}, {"Thanks for your", "that it could."},
                         {"The De Niro character", "about him."},    {"But in reality", "complex characters."},
                         {"Every aspect", "strangely beautiful."},   {"The ending was", "Beautiful ending."}};
  for (int at = 0; at < 12; ++at) {
    const auto& post = thread.posts[static_cast<std::size_t>(at)];
    EXPECT_EQ(post.n, at + 1);
    EXPECT_EQ(post.deleted, at == 5);
    EXPECT_FALSE(post.author || post.date || post.parent) << at + 1;
    EXPECT_EQ(post.edited.has_value(), at == 0);
    EXPECT_EQ(post.signature.has_value(), at == 0 || at == 8);
    EXPECT_EQ(post.text.has_value(), at != 5);
    if (!post.text) continue;
    EXPECT_TRUE(post.text->starts_with(ends[at].first)) << *post.text;
    EXPECT_TRUE(post.text->ends_with(ends[at].last)) << *post.text;
  }
}

TEST_F(Seeds, TheThreadsQuotesSignaturesAndMaskedWordAreKept) {
  const auto thread = read<ThreadRecord>("000_0e3b9d37543269b4.txt");
  ASSERT_EQ(thread.posts.size(), 12u);
  for (const auto& post : thread.posts) EXPECT_EQ(post.quotes.size(), post.n == 7 ? 5u : 0u);
  const auto& quotes = thread.posts[6].quotes;
  ASSERT_EQ(quotes.size(), 5u);
  for (std::size_t at = 0; at < 5; ++at) EXPECT_EQ(quotes[at].post, at == 4 ? 5 : 1);
  EXPECT_TRUE(quotes[1].text.starts_with("don't let me"));
  EXPECT_TRUE(quotes[4].text.starts_with("First time I saw"));
  EXPECT_NE(thread.posts[6].text->find("\"a lucky man to"), std::string::npos);
  EXPECT_FALSE(thread.posts[0].edited->date);
  EXPECT_TRUE(thread.posts[0].signature->ends_with("great shark hunter"));
  EXPECT_TRUE(thread.posts[8].signature->starts_with("Scariest words"));
  EXPECT_NE(thread.posts[8].text->find("a \\*beep\\* about"), std::string::npos);
}

TEST_F(Seeds, TheThreadIsAboutHeatOf1995) {
  const auto thread = read<ThreadRecord>("000_0e3b9d37543269b4.txt");
  ASSERT_TRUE(thread.film);
  EXPECT_EQ(thread.film->title, "Heat");
  EXPECT_EQ(thread.film->year, 1995);
  for (const char* reason : {"times as “Heat”", "De Niro", "McCauley", "not the Heat of 1972 or 1986"})
    EXPECT_NE(thread.film->why.find(reason), std::string::npos) << thread.film->why;
}

TEST_F(Seeds, TheReviewKeepsItsSectionsAndLosesThePage) {
  const auto review = read<ReviewRecord>("001_b4dc83e880c83c7f.txt");
  EXPECT_EQ(review.title, "Heat (1995)");
  ASSERT_TRUE(review.film);
  EXPECT_EQ(review.film->year, 1995);
  EXPECT_EQ(review.writer, "Soames Inscker");
  EXPECT_EQ(review.date->text(), "XXXX-07-17");
  EXPECT_EQ(review.minutes, 5);
  EXPECT_FALSE(review.rating);
  ASSERT_TRUE(review.audience);
  EXPECT_TRUE(review.audience->starts_with("Crime drama fans"));
  const char* headings[10] = {nullptr,
                              "Plot Overview",
                              "Direction and Style",
                              "Performances",
                              "The Coffee Shop Scene",
                              "Action Sequences",
                              "Themes and Subtext",
                              "Visuals and Score",
                              "Legacy and Influence",
                              "Conclusion"};
  const std::size_t paragraphs[10] = {2, 3, 3, 5, 2, 2, 3, 2, 2, 2};
  ASSERT_EQ(review.sections.size(), 10u);
  for (std::size_t at = 0; at < 10; ++at) {
    const auto& section = review.sections[at];
    EXPECT_EQ(section.heading.value_or(""), headings[at] ? headings[at] : "");
    std::size_t count = 1;
    for (auto gap = section.text.find("\n\n"); gap != std::string::npos; gap = section.text.find("\n\n", gap + 2))
      ++count;
    EXPECT_EQ(count, paragraphs[at]) << section.heading.value_or("introduction");
    for (const char* junk : {"ree\n", "top of page", "bottom of page", "Recent Posts", "G-LM", "See All", "Rating:"})
      EXPECT_EQ(section.text.find(junk), std::string::npos) << junk;
  }
  ASSERT_EQ(review.images.size(), 3u);
  EXPECT_EQ(review.images[0].section, 0);
  EXPECT_EQ(review.images[1].section, 3);
  EXPECT_EQ(review.images[2].section, 9);
  for (const auto& image : review.images) EXPECT_FALSE(image.alt);
  EXPECT_TRUE(review.comments.empty());
}
