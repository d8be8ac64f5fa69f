#include "db/db.h"

#include <gtest/gtest.h>

#include <thread>

#include "support/databases.h"

using namespace rialto;

namespace {

struct put_setting {
  struct In {
    std::string_view name;
    std::string_view value;
  };
  static constexpr Kind kinds[] = {Kind::Text, Kind::Text, Kind::End};
  static constexpr const char* kSqlite = "INSERT INTO setting (name, value) VALUES (?1, ?2)";
  static constexpr const char* kPostgres = "INSERT INTO setting (name, value) VALUES ($1, $2)";
  static constexpr Statement statement{"put_setting", kSqlite, kPostgres, kinds, 2, 0};
  static void bind(Values& values, const In& in) {
    values.add(in.name);
    values.add(in.value);
  }
};

struct settings_named {
  struct In {
    std::span<const std::string> names;
  };
  struct Row {
    std::string name;
    std::string value;
  };
  static constexpr Kind kinds[] = {Kind::TextList, Kind::End};
  static constexpr Statement statement{
      "settings_named",
      "SELECT name, value FROM setting WHERE name IN (SELECT value FROM json_each(?1)) ORDER BY name",
      "SELECT name, value FROM setting WHERE name IN (SELECT unnest($1)) ORDER BY name",
      kinds,
      1,
      2};
  static void bind(Values& values, const In& in) { values.add(in.names); }
  static Row read(const Columns& columns) {
    return {.name = columns.get<std::string>(0), .value = columns.get<std::string>(1)};
  }
};

class Databases : public testing::TestWithParam<Engine> {
 protected:
  TestDatabase test_{GetParam()};
  Db& db_ = test_.db();

  std::vector<settings_named::Row> settings(const std::vector<std::string>& names) {
    return db_.read([&](Tx& tx) { return tx.rows<settings_named>({.names = names}); });
  }
};

}  // namespace

TEST_P(Databases, WhatIsWrittenIsRead) {
  EXPECT_EQ(db_.write([](Tx& tx) { return tx.run<put_setting>({.name = "Zoë \"q\" \\ {", .value = "line\nnext"}); }),
            1);
  const auto found = settings({"Zoë \"q\" \\ {", "other"});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].value, "line\nnext");
}

TEST_P(Databases, AMomentEndsWithEachWrite) {
  const auto before = db_.moment();
  db_.write([](Tx& tx) { tx.run<put_setting>({.name = "a", .value = "1"}); });
  const auto after = db_.moment();
  EXPECT_NE(before, after);
  db_.write([](Tx& tx) { tx.run<put_setting>({.name = "b", .value = "1"}); });
  EXPECT_NE(after, db_.moment());
}

TEST_P(Databases, AMomentEndsWithAWriteFromElsewhere) {
  const auto elsewhere = Db::open(test_.place());
  const auto before = db_.moment();
  elsewhere->write([](Tx& tx) { tx.run<put_setting>({.name = "a", .value = "1"}); });
  EXPECT_NE(before, db_.moment());
}

// All databases of a PostgreSQL server share their moments, and other tests write into theirs.
TEST(SqliteMoment, ReadingLeavesItAsItIs) {
  TestDatabase test(Engine::Sqlite);
  const auto before = test.db().moment();
  EXPECT_TRUE(test.db().read([](Tx& tx) { return tx.rows<settings_named>({.names = std::vector<std::string>{"a"}}); }).empty());
  EXPECT_EQ(before, test.db().moment());
}

TEST_P(Databases, AWriteThatThrowsLeavesNothing) {
  const auto half = [](Tx& tx) {
    tx.run<put_setting>({.name = "a", .value = "1"});
    throw std::logic_error("half way");
  };
  EXPECT_THROW(db_.write(half), std::logic_error);
  EXPECT_TRUE(settings({"a"}).empty());
}

TEST_P(Databases, ASecondOfAUniqueKindIsAConstraintError) {
  const auto put = [](Tx& tx) { tx.run<put_setting>({.name = "a", .value = "1"}); };
  db_.write(put);
  try {
    db_.write(put);
    FAIL() << "the second write went through";
  } catch (const DbError& error) {
    EXPECT_EQ(error.kind(), DbError::Kind::Constraint);
  }
}

TEST_P(Databases, WritesFromManyThreadsAllArrive) {
  std::vector<std::thread> writers;
  for (int writer = 0; writer < 8; ++writer)
    writers.emplace_back([this, writer] {
      for (int n = 0; n < 20; ++n) {
        const auto name = std::to_string(writer) + "." + std::to_string(n);
        db_.write([&](Tx& tx) { tx.run<put_setting>({.name = name, .value = "v"}); });
      }
    });
  for (auto& writer : writers) writer.join();
  std::vector<std::string> names;
  for (int writer = 0; writer < 8; ++writer)
    for (int n = 0; n < 20; ++n) names.push_back(std::to_string(writer) + "." + std::to_string(n));
  EXPECT_EQ(settings(names).size(), 160u);
}

TEST_P(Databases, OpeningAgainMigratesNothingTwice) {
  db_.write([](Tx& tx) { tx.run<put_setting>({.name = "kept", .value = "yes"}); });
  const auto again = Db::open(test_.place());
  EXPECT_EQ(again
                ->read([](Tx& tx) {
                  const std::vector<std::string> names{"kept"};
                  return tx.rows<settings_named>({.names = names});
                })
                .size(),
            1u);
}

INSTANTIATE_TEST_SUITE_P(Both, Databases, testing::ValuesIn(engines_here()), engine_name);

TEST(Sqlite, AFolderThatIsNotThereIsNamed) {
  try {
    (void)Db::open("/nowhere/at/all/rialto.db");
    FAIL() << "it opened";
  } catch (const DbError& error) {
    EXPECT_NE(std::string(error.what()).find("/nowhere/at/all/rialto.db"), std::string::npos);
  }
}
