#include "keep/doctor.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "db/sqlite_connection.h"
#include "support/community.h"

using namespace rialto;
using namespace rialto::keep;

namespace {

class Doctor : public testing::TestWithParam<Engine> {
 protected:
  Doctor() {
    const auto first = c_.start(c_.ben, "The closing scene", "first");
    (void)c_.answer(c_.cleo, first.thread, {}, "second");
    (void)c_.answer(c_.ana, first.thread, first.post, "third");
    c_.db().write([&](Tx& tx) { EXPECT_EQ(talk::edit_post(tx, c_.ben, first.post, "first, better"), std::nullopt); });
  }

  void spoil(const std::string& sql) {
    c_.db().write([&](Tx& tx) { tx.connection().script(sql); });
  }
  // What is not well, a sentence each.
  std::vector<std::string> complaints(Mend mend = Mend::No) {
    std::vector<std::string> found;
    for (const auto& finding : examine(c_.db(), mend))
      if (finding.state != Finding::State::Well) found.push_back(sentence_of(finding));
    return found;
  }
  void expect_complaint(const std::string& words) {
    const auto found = complaints();
    ASSERT_EQ(found.size(), 1u) << testing::PrintToString(found);
    EXPECT_NE(found.front().find(words), std::string::npos) << found.front();
  }
  void expect_mended() {
    EXPECT_EQ(complaints(Mend::Yes).size(), 1u);
    EXPECT_TRUE(complaints().empty());
  }

  talk::Community c_{GetParam()};
};

TEST_P(Doctor, is_content_with_a_site_as_it_is_written) {
  EXPECT_TRUE(complaints().empty()) << testing::PrintToString(complaints());
}

TEST_P(Doctor, mends_the_count_of_a_thread) {
  spoil("UPDATE thread SET posts = posts + 4; UPDATE board SET posts = posts + 4 WHERE posts > 0");
  expect_complaint("tells of 7 posts and has 3");
  EXPECT_FALSE(complaints(Mend::Yes).empty());
  EXPECT_TRUE(complaints().empty());
}

TEST_P(Doctor, forgets_names_of_a_post_that_is_not_there) {
  spoil("INSERT INTO mention (kind, subject, starts, ends, version, names, target, around, around_starts, around_ends) "
        "VALUES ('post', 424242, 0, 4, 1, 'film', 7, '', 0, 0)");
  expect_complaint("names what isn't there");
  expect_mended();
}

TEST_P(Doctor, forgets_that_texts_are_to_be_read_that_are_not_there) {
  spoil("INSERT INTO names_due (kind, subject) VALUES ('post', 424242), ('review', 424242)");
  expect_complaint("to be read for names is there");
  expect_mended();
}

TEST_P(Doctor, mends_a_number_that_would_be_given_twice) {
  spoil("UPDATE thread SET next_number = 2");
  expect_complaint("would give number 2 again");
  expect_mended();
}

TEST_P(Doctor, mends_the_last_post_of_a_thread) {
  spoil("UPDATE thread SET last_author = NULL");
  expect_complaint("knows its last post");
  expect_mended();
}

TEST_P(Doctor, mends_the_counts_and_the_date_of_a_board) {
  spoil("UPDATE board SET threads = 0, last_at = 0 WHERE kind = 1");
  expect_complaint("tells of 0 threads with 3 posts and has 1 with 3");
  expect_mended();
}

TEST_P(Doctor, mends_the_length_of_a_review) {
  spoil("INSERT INTO review (id, film, title, body, dated, letters, created) VALUES (5, 7, 'Ünique', 'ünlike', '', 1, 0)");
  expect_complaint("knows its length: review 5");
  expect_mended();
}

TEST_P(Doctor, mends_the_order_of_a_thread) {
  spoil("UPDATE post SET rank = 10 - number");
  expect_complaint("shows its posts in another order");
  expect_mended();
}

TEST_P(Doctor, mends_what_films_and_people_are_found_by) {
  spoil("INSERT INTO film_name (film, name, name_fold) VALUES (7, 'Heat of the Night', 'heat of the night');"
        "INSERT INTO film_word (word_fold, film) VALUES ('cold', 7); UPDATE film SET genres = 'crime, drama';"
        "INSERT INTO film_country (country, film) VALUES ('FR', 7);"
        "INSERT INTO person (id, slug, name, name_fold, created) VALUES (9, 'ida', 'Ida', 'ida', 0);"
        "INSERT INTO person_name (person, name, name_fold) VALUES (9, 'Ida', 'ida')");
  EXPECT_EQ(complaints().size(), 4u) << testing::PrintToString(complaints());
  EXPECT_EQ(complaints(Mend::Yes).size(), 4u);
  EXPECT_TRUE(complaints().empty());
}

TEST_P(Doctor, finds_a_reply_to_nothing_and_cannot_mend_it) {
  spoil("UPDATE post SET parent = 77 WHERE parent IS NOT NULL");
  const auto found = complaints(Mend::Yes);
  ASSERT_FALSE(found.empty());
  EXPECT_NE(found.front().find("hangs on a post of its own thread: post "), std::string::npos) << found.front();
  EXPECT_FALSE(complaints().empty());
}

TEST_P(Doctor, finds_an_earlier_text_that_was_lost) {
  spoil("DELETE FROM post_version");
  expect_complaint("is at version 2 and has 0 earlier ones");
}

TEST_P(Doctor, finds_what_was_imported_and_is_gone) {
  spoil("INSERT INTO origin (source, foreign_id, id, subject_kind, subject, file, at) VALUES ('a', '1', 1, 'thread', 5, 'f', 0)");
  expect_complaint("thread 5 isn't there");
}

TEST_P(Doctor, finds_talk_about_a_scene_that_is_gone) {
  spoil("UPDATE thread SET scene = 424242");
  expect_complaint("is about a scene that isn't there");
}

TEST_P(Doctor, tells_of_at_most_five_and_counts_the_rest) {
  for (int n = 0; n < 8; ++n) c_.start(c_.ben, "Thread " + std::to_string(n), "words");
  spoil("UPDATE thread SET last_author = NULL");
  expect_complaint("(and 4 more)");
}

INSTANTIATE_TEST_SUITE_P(Both, Doctor, testing::ValuesIn(engines_here()), engine_name);

TEST(DoctorOnSqlite, finds_a_reference_to_nothing) {
  talk::Community c(Engine::Sqlite);
  c.start(c.ben, "A thread", "words");
  {
    SqliteConnection stranger(c.place(), SqliteConnection::Access::Copy);
    stranger.script("DELETE FROM member WHERE id = 2");
  }
  const auto findings = examine(c.db(), Mend::Yes);
  const auto found = std::find_if(findings.begin(), findings.end(), [](const auto& finding) {
    return finding.state == Finding::State::Wrong;
  });
  ASSERT_NE(found, findings.end());
  EXPECT_EQ(found->gravity, Gravity::Damage);
  EXPECT_NE(sentence_of(*found).find("name a member that isn't there"), std::string::npos) << sentence_of(*found);
}

}  // namespace
