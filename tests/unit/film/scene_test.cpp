#include "film/scene.h"

#include <sstream>

#include "film/scene_file.h"
#include "film_fixture.h"

namespace rialto::film {
namespace {

using text::Place;

SceneFacts coffee_shop() {
  return {.name = "The coffee shop", .names = {"diner scene"}, .place = Place::at_minute(89), .spoils = {}};
}

class ScenesOfFilms : public Catalogue {
 protected:
  void SetUp() override {
    store_some();
    db_.write([](Tx& tx) {
      tx.connection().script("INSERT INTO member (id, kind, name, name_fold, skeleton, created) VALUES (1, 1, 'Ana', 'ana', 'ana', 0)");
    });
    heat_ = film("heat-1995").id;
  }

  std::variant<Scene, SceneRefused> add(const SceneFacts& facts, SceneId id = make_id<SceneId>()) {
    return db_.write([&](Tx& tx) { return add_scene(tx, id, heat_, facts, MemberId{1}, kThen); });
  }
  Scene added(const SceneFacts& facts) { return std::get<Scene>(add(facts)); }
  std::variant<Scene, SceneRefused> edit(const Scene& scene, const SceneFacts& facts) {
    return db_.write([&](Tx& tx) { return edit_scene(tx, scene.id, scene.version, facts, MemberId{1}, kThen); });
  }
  Scene now_of(const Scene& scene) {
    return read([&](Tx& tx) { return find_scene(tx, scene.id).value(); });
  }
  std::vector<std::string> names() {
    std::vector<std::string> all;
    for (const auto& scene : read([&](Tx& tx) { return scenes_of(tx, heat_); })) all.push_back(scene.facts.name);
    return all;
  }
  SceneReport import(const std::string& lines) {
    std::istringstream in(lines);
    return import_scenes(db_, in, {.source = "scenes", .on_changed = {}});
  }
  std::string exported() {
    std::ostringstream out;
    export_scenes(db_, out);
    return out.str();
  }

  FilmId heat_;
};

TEST_P(ScenesOfFilms, come_in_the_order_of_the_film) {
  added({.name = "The runway", .names = {}, .place = Place::ending(), .spoils = {}});
  added({.name = "Somewhere", .names = {}, .place = {}, .spoils = {}});
  added(coffee_shop());
  added({.name = "The armoured car", .names = {}, .place = Place::at_minute(8), .spoils = {}});
  EXPECT_EQ(names(), (std::vector<std::string>{"The armoured car", "The coffee shop", "The runway", "Somewhere"}));
}

TEST_P(ScenesOfFilms, a_form_that_comes_twice_adds_one) {
  const auto id = make_id<SceneId>();
  EXPECT_EQ(std::get<Scene>(add(coffee_shop(), id)).id, std::get<Scene>(add(coffee_shop(), id)).id);
  EXPECT_EQ(names().size(), 1u);
}

TEST_P(ScenesOfFilms, every_change_is_kept_the_newest_first) {
  const auto scene = added(coffee_shop());
  auto facts = coffee_shop();
  facts.names.push_back("coffee scene");
  facts.spoils = Place::at_minute(80);
  ASSERT_TRUE(std::holds_alternative<Scene>(edit(scene, facts)));
  EXPECT_EQ(now_of(scene).facts, facts);
  const auto history = read([&](Tx& tx) { return scene_history(tx, scene.id); });
  ASSERT_EQ(history.size(), 2u);
  EXPECT_EQ(history[0].before.names, "diner scene");
  EXPECT_EQ(history[0].after.names, "diner scene\ncoffee scene");
  EXPECT_EQ(history[0].after.spoils, "minute 80");
  EXPECT_EQ(history[0].member_name, "Ana");
  EXPECT_EQ(history[1].before.name, "");
  EXPECT_EQ(history[1].after.name, "The coffee shop");
}

TEST_P(ScenesOfFilms, an_edit_that_knows_nothing_of_another_is_refused) {
  const auto scene = added(coffee_shop());
  auto one = coffee_shop(), other = coffee_shop();
  one.place = Place::at_minute(90);
  other.place = Place::at_minute(91);
  ASSERT_TRUE(std::holds_alternative<Scene>(edit(scene, one)));
  EXPECT_EQ(std::get<SceneRefused>(edit(scene, other)), SceneRefused::EditedMeanwhile);
  EXPECT_EQ(std::get<SceneRefused>(edit(scene, one)), SceneRefused::Unchanged);
  EXPECT_EQ(now_of(scene).facts, one);
}

TEST_P(ScenesOfFilms, one_name_is_one_scene_however_it_is_written) {
  const auto scene = added(coffee_shop());
  EXPECT_EQ(std::get<SceneRefused>(add({.name = "the COFFEE shop scene", .names = {}, .place = {}, .spoils = {}})), SceneRefused::SameName);
  const auto scenes = read([&](Tx& tx) { return scenes_of(tx, heat_); });
  for (const auto name : {"coffee shop", "The Coffee Shop", "the diner scene", "diner"}) {
    const auto* named = scene_named(scenes, name);
    ASSERT_TRUE(named) << name;
    EXPECT_EQ(named->id, scene.id);
  }
  EXPECT_EQ(scene_named(scenes, "the bank"), nullptr);
}

TEST_P(ScenesOfFilms, an_address_says_no_name_that_gives_something_away) {
  auto scene = added(coffee_shop());
  EXPECT_EQ(address_part(scene), "the-coffee-shop");
  const auto at = [&](std::string_view part) { return read([&](Tx& tx) { return scene_at(tx, heat_, part); }); };
  ASSERT_TRUE(at("the-coffee-shop"));
  ASSERT_TRUE(at(short_form(scene.id)));
  scene.facts.spoils = Place::ending();
  EXPECT_EQ(address_part(scene), short_form(scene.id));
  EXPECT_EQ(link_of({.address = "/film/heat-1995", .title = "Heat (1995)"}, scene).title, "Heat (1995)");
  EXPECT_FALSE(at("no-such-scene"));
  EXPECT_FALSE(read([&](Tx& tx) { return scene_at(tx, film("heat-1972").id, short_form(scene.id)); }));
}

TEST_P(ScenesOfFilms, a_film_has_no_more_of_them_than_a_page_holds) {
  for (std::size_t n = 0; n < kMostScenes; ++n) added({.name = "Scene number " + std::to_string(n), .names = {}, .place = {}, .spoils = {}});
  EXPECT_EQ(std::get<SceneRefused>(add(coffee_shop())), SceneRefused::TooMany);
}

TEST_P(ScenesOfFilms, come_in_from_a_file_and_go_out_the_same_way) {
  const std::string line = R"({"film":"Heat","year":1995,"imdb":"tt0113277","scenes":[{"name":"The coffee shop","names":["diner scene"],"place":"minute 89"},{"name":"The runway","place":"ending","spoils":"ending"}]})" "\n";
  EXPECT_EQ(import(line).films, 1);
  EXPECT_EQ(exported(), line);
  EXPECT_EQ(import(exported()).as_before, 1) << "again changes nothing";
  EXPECT_EQ(names().size(), 2u);
}

TEST_P(ScenesOfFilms, what_members_have_edited_stays_when_a_file_comes_again) {
  const std::string before = R"({"film":"Heat","year":1995,"scenes":[{"name":"The coffee shop","place":"minute 80"},{"name":"The bank","place":"minute 90"}]})";
  const std::string after = R"({"film":"Heat","year":1995,"scenes":[{"name":"The coffee shop","place":"minute 81"},{"name":"The bank","place":"minute 91"}]})";
  import(before);
  const auto scenes = read([&](Tx& tx) { return scenes_of(tx, heat_); });
  edit(scenes[0], coffee_shop());
  EXPECT_EQ(import(after).films, 1);
  EXPECT_EQ(now_of(scenes[0]).facts, coffee_shop());
  EXPECT_EQ(now_of(scenes[1]).facts.place, Place::at_minute(91));
}

TEST_P(ScenesOfFilms, lines_that_are_none_are_told_and_left_out) {
  const auto report = import("[]\n{\"film\":\"Heat\"}\n\n{\"film\":\"Nothing\",\"year\":1901,\"scenes\":[]}\n{\"film\":\"Heat\",\"year\":1995,\"scenes\":[{\"name\":\"\"}]}\n\xff\n");
  EXPECT_EQ(report.films + report.as_before, 0);
  ASSERT_EQ(report.left_out.size(), 5u);
  EXPECT_EQ(report.left_out[0], "line 1: it is no JSON object");
  EXPECT_EQ(report.left_out[2], "line 4: there is no film Nothing (1901)");
  EXPECT_EQ(report.left_out[4], "line 6: it is not UTF-8");
}

INSTANTIATE_TEST_SUITE_P(OnEach, ScenesOfFilms, testing::ValuesIn(engines_here()), engine_name);

// ---- what a form says

std::optional<SceneRefused> refused(const SceneForm& form) {
  const auto facts = facts_of(form);
  return std::holds_alternative<SceneRefused>(facts) ? std::optional(std::get<SceneRefused>(facts)) : std::nullopt;
}

TEST(SceneForms, say_places_as_people_do) {
  const auto facts = std::get<SceneFacts>(facts_of({.name = "  The  coffee shop ", .names = "diner scene\n\n cafe scene \n", .place = "1:29", .spoils = "the end"}));
  EXPECT_EQ(facts.name, "The coffee shop");
  EXPECT_EQ(facts.names, (std::vector<std::string>{"diner scene", "cafe scene"}));
  EXPECT_EQ(facts.place, Place::at_minute(89));
  EXPECT_EQ(facts.spoils, Place::ending());
  EXPECT_EQ(std::get<SceneFacts>(facts_of({.name = "A", .names = "", .place = "90", .spoils = "everything"})).place, Place::at_minute(90));
  EXPECT_EQ(std::get<SceneFacts>(facts_of({.name = "A", .names = "", .place = "near the end", .spoils = ""})).place, Place::ending());
}

TEST(SceneForms, are_refused_with_what_is_wrong) {
  EXPECT_EQ(refused({.name = " ", .names = "", .place = "", .spoils = ""}), SceneRefused::NoName);
  EXPECT_EQ(refused({.name = std::string(81, 'a'), .names = "", .place = "", .spoils = ""}), SceneRefused::NameTooLong);
  EXPECT_EQ(refused({.name = std::string("a\x01") + "b", .names = "", .place = "", .spoils = ""}), SceneRefused::BadName);
  EXPECT_EQ(refused({.name = "A", .names = std::string(81, 'b'), .place = "", .spoils = ""}), SceneRefused::NameTooLong);
  EXPECT_EQ(refused({.name = "A", .names = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13", .place = "", .spoils = ""}), SceneRefused::TooManyNames);
  for (const auto place : {"everything", "soon", "minute 7000", "the bank scene"})
    EXPECT_EQ(refused({.name = "A", .names = "", .place = place, .spoils = ""}), SceneRefused::BadPlace) << place;
  EXPECT_EQ(refused({.name = "A", .names = "", .place = "", .spoils = "the bank scene"}), SceneRefused::BadSpoils);
}

}  // namespace
}  // namespace rialto::film
