#include "keep/backup.h"

#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <thread>

#include "db/sqlite_connection.h"
#include "keep/doctor.h"
#include "keep/restore.h"
#include "support/community.h"
#include "talk/post.h"

using namespace rialto;
using namespace rialto::keep;
namespace fs = std::filesystem;

namespace {

const OnProgress kQuiet = [](const Progress&) {};

// All bodies of posts, in the order of their ids.
std::vector<std::string> bodies(Db& db) {
  std::vector<std::string> texts;
  db.read([&](Tx& tx) {
    whole_tables(tx.connection()).query("SELECT body FROM post ORDER BY id", [&](const Columns& row) { texts.emplace_back(row.text(0)); });
  });
  return texts;
}

bool is_well(Db& db) {
  for (const auto& finding : examine(db, Mend::No))
    if (finding.state != Finding::State::Well) return ADD_FAILURE() << sentence_of(finding), false;
  return true;
}

class Backups : public testing::TestWithParam<Engine> {
 protected:
  std::string into(const std::string& name) const { return (folder_.path() / name).string(); }

  // A second empty database of the same engine.
  std::string empty_place() {
    if (GetParam() == Engine::Sqlite) return into("restored.db");
    other_ = std::make_unique<TestDatabase>(Engine::Postgres);
    return other_->place();
  }

  TestFolder folder_;
  const picture::Folder pictures_{folder_.path() / "pictures"};
  talk::Community c_{GetParam()};
  std::unique_ptr<TestDatabase> other_;
};

TEST_P(Backups, bring_everything_back) {
  const auto first = c_.start(c_.ben, "Odd letters", "tab\there, line\nthere, back\\slash, quote' and \\N, ünïcödé 映画");
  (void)c_.answer(c_.ana, first.thread, first.post, "an answer");
  EXPECT_GT(back_up(c_.place(), pictures_, into("copy"), kQuiet), 0u);
  const auto place = empty_place();
  EXPECT_EQ(restore({into("copy")}, place, pictures_, kQuiet), "");
  const auto db = Db::open(place);
  EXPECT_EQ(bodies(*db), bodies(c_.db()));
  EXPECT_EQ(bodies(*db).size(), 2u);
  EXPECT_TRUE(is_well(*db));
  for (const auto& entry : fs::directory_iterator(folder_.path()))
    EXPECT_EQ(entry.path().string().find(".part"), std::string::npos) << entry.path();
}

TEST_P(Backups, show_one_moment_while_people_write) {
  const auto first = c_.start(c_.ben, "Lively", "0");
  std::atomic<bool> over{false};
  std::thread writer([&] {
    for (int n = 1; !over; ++n) (void)c_.answer(c_.ben, first.thread, first.post, "reply " + std::to_string(n));
  });
  for (int n = 0; n < 5; ++n) {
    back_up(c_.place(), pictures_, into("copy"), kQuiet);
    const auto copy = Db::open(into("copy"));
    EXPECT_TRUE(is_well(*copy));
  }
  over = true;
  writer.join();
}

TEST_P(Backups, leave_the_old_file_when_they_fail) {
  std::ofstream(into("copy")) << "the last one";
  EXPECT_THROW(back_up(into("nothing.db"), pictures_, into("copy"), kQuiet), DbError);
  std::string words;
  std::getline(std::ifstream(into("copy")) >> std::ws, words);
  EXPECT_EQ(words, "the last one");
}

TEST_P(Backups, of_one_database_come_back_in_the_other) {
  if (engines_here().size() < 2) GTEST_SKIP() << "needs PostgreSQL: tests/with_postgres";
  c_.start(c_.ben, "Over there", "across");
  back_up(c_.place(), pictures_, into("copy"), kQuiet);
  const auto to = GetParam() == Engine::Sqlite ? Engine::Postgres : Engine::Sqlite;
  TestDatabase other(to);
  if (to == Engine::Sqlite) {
    EXPECT_EQ(restore({into("copy")}, into("other.db"), pictures_, kQuiet), "");
    EXPECT_EQ(bodies(*Db::open(into("other.db"))), bodies(c_.db()));
  } else {
    EXPECT_EQ(restore({into("copy")}, other.place(), pictures_, kQuiet), "");
    EXPECT_EQ(bodies(other.db()), bodies(c_.db()));
    EXPECT_TRUE(is_well(other.db()));
  }
}

TEST_P(Backups, keep_only_what_changed_when_asked_and_come_back_in_their_order) {
  for (int n = 0; n < 200; ++n) c_.start(c_.ben, "Thread " + std::to_string(n), std::string(4'000, 'x'));
  const auto first = c_.start(c_.ben, "Odd letters", "it's \\ and ünïcödé 映画");
  const auto whole = back_up(c_.place(), pictures_, into("monday"), kQuiet);
  (void)c_.answer(c_.ana, first.thread, first.post, "written on tuesday");
  c_.db().write([&](Tx& tx) { return talk::edit_post(tx, c_.ben, first.post, "edited on tuesday"); });
  const auto little = back_up_since({into("monday")}, c_.place(), pictures_, into("tuesday"), kQuiet);
  EXPECT_LT(little, whole / 2);
  (void)c_.answer(c_.cleo, first.thread, first.post, "written on wednesday");
  c_.db().write([&](Tx& tx) { tx.connection().script("DELETE FROM sent"); });
  back_up_since({into("monday"), into("tuesday")}, c_.place(), pictures_, into("wednesday"), kQuiet);
  const auto place = empty_place();
  restore({into("monday"), into("tuesday"), into("wednesday")}, place, pictures_, kQuiet);
  const auto db = Db::open(place);
  EXPECT_EQ(bodies(*db), bodies(c_.db()));
  EXPECT_TRUE(is_well(*db));
  for (const auto& entry : fs::directory_iterator(folder_.path()))
    EXPECT_EQ(entry.path().string().find(".part"), std::string::npos) << entry.path();
}

TEST_P(Backups, are_not_restored_over_a_site_in_postgres) {
  if (GetParam() == Engine::Sqlite) return;
  c_.start(c_.ben, "Here first", "words");
  back_up(c_.place(), pictures_, into("copy"), kQuiet);
  EXPECT_THROW(restore({into("copy")}, c_.place(), pictures_, kQuiet), DbError);
  EXPECT_EQ(bodies(c_.db()).size(), 1u);
}

INSTANTIATE_TEST_SUITE_P(Both, Backups, testing::ValuesIn(engines_here()), engine_name);

class Restoring : public testing::Test {
 protected:
  std::string into(const std::string& name) const { return (folder_.path() / name).string(); }
  std::string why_not(const std::string& file, const std::string& place) {
    try {
      restore({file}, place, pictures_, kQuiet);
    } catch (const DbError& error) {
      return error.what();
    }
    return "";
  }

  TestFolder folder_;
  const picture::Folder pictures_{folder_.path() / "pictures"};
  talk::Community c_{Engine::Sqlite};
};

TEST_F(Restoring, keeps_what_was_there_before) {
  c_.start(c_.ben, "New", "new words");
  back_up(c_.place(), pictures_, into("copy"), kQuiet);
  {
    talk::Community old(Engine::Sqlite);
    old.start(old.ben, "Old", "old words");
    back_up(old.place(), pictures_, into("site.db"), kQuiet);
  }
  const auto before = restore({into("copy")}, into("site.db"), pictures_, kQuiet);
  EXPECT_EQ(before, into("site.db.before-restore"));
  EXPECT_EQ(bodies(*Db::open(into("site.db"))), std::vector<std::string>{"new words"});
  EXPECT_EQ(bodies(*Db::open(before)), std::vector<std::string>{"old words"});
}

TEST_F(Restoring, refuses_a_site_that_someone_has_open) {
  back_up(c_.place(), pictures_, into("copy"), kQuiet);
  c_.start(c_.ben, "Written since", "words since");
  EXPECT_NE(why_not(into("copy"), c_.place()).find("locked"), std::string::npos);
  EXPECT_EQ(bodies(c_.db()), std::vector<std::string>{"words since"});
}

TEST_F(Restoring, refuses_what_is_no_backup) {
  std::ofstream(into("letter")) << "Dear site,";
  EXPECT_NE(why_not(into("letter"), into("site.db")).find("no backup"), std::string::npos);
  EXPECT_NE(why_not(into("nothing"), into("site.db")).find("There is no file"), std::string::npos);
  EXPECT_FALSE(fs::exists(into("site.db")));
}

TEST_F(Restoring, refuses_increments_that_do_not_follow) {
  const auto first = c_.start(c_.ben, "First", "words");
  back_up(c_.place(), pictures_, into("monday"), kQuiet);
  (void)c_.answer(c_.ana, first.thread, first.post, "tuesday's");
  back_up_since({into("monday")}, c_.place(), pictures_, into("tuesday"), kQuiet);
  (void)c_.answer(c_.ana, first.thread, first.post, "wednesday's");
  back_up_since({into("monday"), into("tuesday")}, c_.place(), pictures_, into("wednesday"), kQuiet);
  const auto refused = [&](const std::vector<fs::path>& files) -> std::string {
    try {
      restore(files, into("site.db"), pictures_, kQuiet);
    } catch (const DbError& error) {
      return error.what();
    }
    return "";
  };
  EXPECT_NE(refused({into("tuesday")}).find("name the whole backup"), std::string::npos);
  EXPECT_NE(refused({into("monday"), into("wednesday")}).find("in their order"), std::string::npos);
  EXPECT_NE(refused({into("monday"), into("monday")}).find("no increment"), std::string::npos);
  EXPECT_NE(refused({into("monday"), into("nothing")}).find("There is no file"), std::string::npos);
  EXPECT_FALSE(fs::exists(into("site.db")));
  EXPECT_FALSE(fs::exists(into("site.db.part")));
}

TEST_F(Restoring, refuses_a_damaged_backup_and_says_so) {
  for (int n = 0; n < 200; ++n) c_.start(c_.ben, "Thread " + std::to_string(n), std::string(3000, 'x'));
  const auto size = back_up(c_.place(), pictures_, into("copy"), kQuiet);
  std::fstream file(into("copy"), std::ios::in | std::ios::out | std::ios::binary);
  for (auto at = size / 2; at < size / 2 + 40'960; at += 512) file.seekp(static_cast<std::streamoff>(at)).write("\xFF\xFF\xFF\xFF", 4);
  file.close();
  const auto why = why_not(into("copy"), into("site.db"));
  EXPECT_NE(why.find("is damaged, and nothing was restored"), std::string::npos) << why;
  EXPECT_FALSE(fs::exists(into("site.db")));
  EXPECT_FALSE(fs::exists(into("site.db.part")));
}

}  // namespace
