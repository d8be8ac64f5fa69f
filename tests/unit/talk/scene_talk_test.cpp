// Scenes that texts name, and threads and reviews about scenes.
#include "talk/scene_talk.h"

#include <gtest/gtest.h>

#include "film/lexicon_source.h"
#include "film/scene.h"
#include "support/community.h"
#include "talk/correction.h"
#include "talk/find_names.h"
#include "talk/mention.h"
#include "talk/moderation.h"
#include "talk/review.h"
#include "text/link.h"

namespace rialto::talk {
namespace {

using text::Place;

class TalkOfScenes : public testing::TestWithParam<Engine> {
 protected:
  void SetUp() override {
    db_.write([&](Tx& tx) {
      tx.connection().script(
          "INSERT INTO film (id, slug, title, title_fold, sort_fold, year, created, fame) VALUES "
          "(8, 'the-insider-1999', 'The Insider', 'the insider', 'insider', 1999, 0, 900)");
      const auto add = [&](film::SceneFacts facts) { return std::get<film::Scene>(film::add_scene(tx, make_id<SceneId>(), FilmId{7}, facts, MemberId{2}, now())); };
      coffee_ = add({.name = "The coffee shop", .names = {"diner scene"}, .place = Place::at_minute(89), .spoils = {}});
      runway_ = add({.name = "The runway", .names = {}, .place = Place::ending(), .spoils = Place::ending()});
    });
  }

  void find() {
    auto lexicon = text::Lexicon::over(db_.read([](Tx& tx) { return film::whole_lexicon(tx, film::catalogue_state(tx)); }));
    const text::Linker linker({*lexicon});
    while (find_names(db_, linker) > 0) {
    }
  }
  Written say(const std::string& body) { return c_.start(c_.ben, "About it", body); }
  std::vector<std::string> links(const Written& written) {
    std::vector<std::string> all;
    db_.read([&](Tx& tx) {
      auto names = names_in(tx, {*find_post(tx, written.post)});
      for (const auto& link : names[written.post]) all.push_back(link.address + " | " + link.title);
    });
    return all;
  }
  std::vector<NamingText> naming(const film::Scene& scene) {
    return db_.read([&](Tx& tx) { return texts_naming(tx, scene.id, 10); });
  }
  TextsOnScenes counts() {
    return db_.read([](Tx& tx) { return texts_on_scenes(tx, FilmId{7}); });
  }
  ReviewId review(const std::string& body) {
    return std::get<ReviewId>(db_.write([&](Tx& tx) { return write_review(tx, c_.ben, FilmId{7}, {.title = "Twenty years on", .body = body, .audience = "", .rating = {}}, ""); }));
  }

  Community c_{GetParam()};
  Db& db_ = c_.db();
  film::Scene coffee_, runway_;
};

TEST_P(TalkOfScenes, on_the_board_of_its_film_a_scene_is_a_link_and_its_page_has_the_sentence) {
  const auto post = say("Late. I like the coffee shop scene best.");
  find();
  EXPECT_EQ(links(post), std::vector<std::string>{"/film/heat-1995/scene/the-coffee-shop | The coffee shop, Heat (1995)"});
  const auto named = naming(coffee_);
  ASSERT_EQ(named.size(), 1u);
  EXPECT_EQ(named.front().before + "[" + named.front().name + "]" + named.front().after, "I like the [coffee shop scene] best.");
}

TEST_P(TalkOfScenes, reviews_of_the_film_name_its_scenes_too) {
  review("The diner scene is the heart of it.");
  find();
  ASSERT_EQ(naming(coffee_).size(), 1u);
  EXPECT_EQ(naming(coffee_).front().title, "Twenty years on");
}

TEST_P(TalkOfScenes, the_link_to_a_scene_that_gives_something_away_says_no_name) {
  const auto post = say("The ending is a hand held.");
  find();
  EXPECT_EQ(links(post), std::vector<std::string>{"/film/heat-1995/scene/" + short_form(runway_.id) + " | Heat (1995)"});
}

TEST_P(TalkOfScenes, elsewhere_and_of_other_films_the_same_words_are_no_scene_of_it) {
  const auto other = db_.write([&](Tx& tx) { return start_thread(tx, c_.ben, {.board = c_.lobby, .title = "Elsewhere", .body = "the coffee shop scene", .form = ""}); });
  const auto of_other = say("The ending of The Insider, and The Insider's ending scene.");
  find();
  EXPECT_TRUE(links(std::get<Written>(other)).empty());
  for (const auto& link : links(of_other)) EXPECT_EQ(link.find("/scene/"), std::string::npos) << link;
  EXPECT_TRUE(naming(runway_).empty());
}

TEST_P(TalkOfScenes, what_a_veil_hides_is_not_told_on_the_scenes_page) {
  say("Spoilers: Heat (1995), ending\n\nThe ending, on the runway.");
  say(">!the coffee shop scene, where he lies!<");
  find();
  EXPECT_TRUE(naming(runway_).empty());
  EXPECT_TRUE(naming(coffee_).empty());
}

TEST_P(TalkOfScenes, a_scene_that_comes_later_is_found_in_what_was_said_before) {
  const auto post = say("What a bank robbery.");
  find();
  ASSERT_TRUE(links(post).empty());
  db_.write([](Tx& tx) {
    film::add_scene(tx, make_id<SceneId>(), FilmId{7}, {.name = "The bank", .names = {"bank robbery"}, .place = {}, .spoils = {}}, MemberId{2}, now());
    scenes_changed(tx, FilmId{7});
  });
  find();
  EXPECT_EQ(links(post).size(), 1u);
}

TEST_P(TalkOfScenes, an_author_can_say_that_their_words_are_no_scene) {
  const auto post = say("I saw a diner scene in a play.");
  find();
  ASSERT_EQ(links(post).size(), 1u);
  db_.write([&](Tx& tx) {
    const auto found = *find_post(tx, post.post);
    return correct_name(tx, c_.ben, {.id = post.post, .body = found.body, .version = found.version, .author = found.author}, {"diner scene", 0}, {});
  });
  find();
  EXPECT_TRUE(links(post).empty());
}

TEST_P(TalkOfScenes, texts_that_name_a_scene_and_threads_about_it_count_once_each) {
  say("the coffee shop scene, the diner scene");
  review("The coffee shop scene.");
  const auto about = say("The diner scene again.");
  c_.answer(c_.cleo, about.thread, {}, "Yes.");
  db_.write([&](Tx& tx) { set_scene(tx, about.thread, coffee_.id); });
  find();
  EXPECT_EQ(counts(), (TextsOnScenes{{coffee_.id, 4}})) << "a post, a review, and the two posts of the thread";
  db_.write([&](Tx& tx) { return act_on_thread(tx, c_.ana, about.thread, ThreadAct::Hide, "a reason"); });
  EXPECT_EQ(counts(), (TextsOnScenes{{coffee_.id, 2}})) << "what is hidden isn't counted";
}

TEST_P(TalkOfScenes, threads_and_reviews_can_be_about_one) {
  const auto thread = say("First.").thread;
  const auto text = review("Words enough.");
  db_.write([&](Tx& tx) {
    set_scene(tx, thread, coffee_.id);
    set_scene(tx, text, coffee_.id);
  });
  db_.read([&](Tx& tx) {
    EXPECT_EQ(scene_of(tx, thread), coffee_.id);
    EXPECT_EQ(scene_of(tx, text), coffee_.id);
    ASSERT_EQ(threads_about(tx, coffee_.id, 10).size(), 1u);
    ASSERT_EQ(reviews_about(tx, coffee_.id, 10).size(), 1u);
    EXPECT_TRUE(threads_about(tx, runway_.id, 10).empty());
  });
  db_.write([&](Tx& tx) { set_scene(tx, text, std::nullopt); });
  EXPECT_FALSE(db_.read([&](Tx& tx) { return scene_of(tx, text); }));
}

INSTANTIATE_TEST_SUITE_P(OnEach, TalkOfScenes, testing::ValuesIn(engines_here()), engine_name);

}  // namespace
}  // namespace rialto::talk
