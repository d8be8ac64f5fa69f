// SQLite on a disk that fails: what was acknowledged is there, what was read can be read, and nothing is damaged.
#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <fstream>
#include <map>
#include <set>
#include <thread>

#include "db/damage.h"
#include "db/db.h"
#include "db/sqlite_connection.h"
#include "support/databases.h"
#include "support/faulty_disk.h"

using namespace rialto;

namespace {

using Fault = FaultyDisk::Fault;
using Lasting = FaultyDisk::Lasting;
using Settings = std::map<std::string, std::string>;

struct put_note {
  struct In {
    std::string_view name;
    std::string_view value;
  };
  static constexpr Kind kinds[] = {Kind::Text, Kind::Text, Kind::End};
  static constexpr const char* kSql = "INSERT INTO setting (name, value) VALUES (?1, ?2)";
  static constexpr Statement statement{"put_note", kSql, "", kinds, 2, 0, kinds, "name value "};
  static void bind(Values& values, const In& in) {
    values.add(in.name);
    values.add(in.value);
  }
};

void put(Db& db, const std::string& name, const std::string& value) {
  db.write([&](Tx& tx) { tx.run<put_note>({.name = name, .value = value}); });
}

Settings all(Db& db) {
  return db.read([](Tx& tx) {
    Settings found;
    whole_tables(tx.connection()).query("SELECT name, value FROM setting",
                          [&](const Columns& row) { found[std::string(row.text(0))] = row.text(1); });
    return found;
  });
}

void expect_whole(Db& db) {
  db.read([](Tx& tx) { EXPECT_EQ(damaged_pages(tx), std::vector<std::string>{}); });
}

// Nothing acknowledged is missing or other than it was written, and nothing is there that nobody wrote.
void expect_kept(const Settings& found, const Settings& acknowledged, const Settings& asked) {
  for (const auto& [name, value] : acknowledged) {
    ASSERT_TRUE(found.contains(name)) << name << " was acknowledged and is lost";
    EXPECT_EQ(found.at(name), value);
  }
  for (const auto& [name, value] : found) {
    ASSERT_TRUE(asked.contains(name)) << name << " was never written";
    EXPECT_EQ(asked.at(name), value);
  }
}

// Four people write until nothing goes any more; somebody empties the write-ahead log meanwhile.
class Writers {
 public:
  explicit Writers(const std::string& place, Settings& asked) : place_(place), asked_(asked) {}

  Settings run(unsigned seed) {
    Settings acknowledged;
    try {
      const auto db = Db::open(place_);
      std::vector<std::thread> threads;
      for (unsigned writer = 0; writer < 4; ++writer)
        threads.emplace_back([&, writer] { write(*db, std::to_string(seed) + "." + std::to_string(writer), acknowledged); });
      empty_log();
      for (auto& thread : threads) thread.join();
    } catch (const DbError&) {  // the power went while it was opened
    }
    return acknowledged;
  }

 private:
  void write(Db& db, const std::string& who, Settings& acknowledged) {
    std::mt19937 dice(static_cast<unsigned>(std::hash<std::string>{}(who)));
    for (int n = 0; n < 500; ++n) {
      const auto name = who + "." + std::to_string(n);
      const std::string value(1 + dice() % 6000, static_cast<char>('a' + n % 26));
      {
        const std::lock_guard lock(mutex_);
        asked_[name] = value;
      }
      try {
        put(db, name, value);
      } catch (const DbError&) {
        return;
      }
      const std::lock_guard lock(mutex_);
      acknowledged[name] = value;
    }
  }

  void empty_log() {
    try {
      SqliteConnection other(place_, SqliteConnection::Access::Write);
      for (int n = 0; n < 20; ++n) other.script("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (const DbError&) {  // no power, or others were writing
    }
  }

  std::string place_;
  std::mutex mutex_;
  Settings& asked_;
};

int times_to_cut() {
  const char* const told = std::getenv("RIALTO_POWER_CUTS");
  return told ? std::atoi(told) : 60;
}

// Runs `act` again and again with the fault at its first, second, … call, until a run gets by without meeting it.
template <class Act>
int at_every_call(Fault fault, Lasting lasting, Act act) {
  for (long nth = 1;; ++nth) {
    TestFolder folder;
    FaultyDisk disk;
    const auto place = (folder.path() / "rialto.db").string();
    const auto db = Db::open(place);
    put(*db, "before", "kept");
    disk.fail(fault, nth, lasting);
    act(*db, disk);
    const bool met = disk.has_failed();
    disk.mend();
    if (!met) return static_cast<int>(nth) - 1;
    put(*db, "after", "it goes on");
    EXPECT_EQ(all(*db).at("before"), "kept");
    expect_whole(*db);
  }
}

// Ten writes; which were acknowledged, and how the others ended.
struct TenWrites {
  Settings asked, acknowledged;
  std::set<DbError::Kind> ends;

  void run(Db& db) {
    for (int n = 0; n < 10; ++n) {
      const auto name = "note " + std::to_string(n);
      asked[name] = std::string(3'000, static_cast<char>('a' + n));
      try {
        put(db, name, asked[name]);
        acknowledged[name] = asked[name];
      } catch (const DbError& error) {
        EXPECT_FALSE(std::string(error.what()).empty());
        ends.insert(error.kind());
      }
    }
  }
};

void expect_reading_goes_on(Db& db, const TenWrites& writes) {
  auto found = all(db);
  EXPECT_EQ(found["before"], "kept");
  found.erase("before");
  found.erase("after");
  expect_kept(found, writes.acknowledged, writes.asked);
}

}  // namespace

TEST(Disk, a_loss_of_power_at_any_moment_loses_nothing_acknowledged) {
  std::mt19937 dice(7);
  std::size_t kept = 0;
  for (int round = 0; round < times_to_cut(); ++round) {
    TestFolder folder;
    FaultyDisk disk;
    Settings asked, acknowledged;
    const auto place = (folder.path() / "rialto.db").string();
    for (unsigned cut = 0; cut < 3; ++cut) {  // the second may come while the first is recovered from
      disk.cut_power_after(1 + dice() % 400);
      acknowledged.merge(Writers(place, asked).run(cut));
      disk.power_back(dice);
    }
    const auto db = Db::open(place);
    expect_kept(all(*db), acknowledged, asked);
    expect_whole(*db);
    kept += acknowledged.size();
    if (HasFailure()) FAIL() << "in round " << round;
  }
  EXPECT_GT(kept, 0u);
  std::cout << "figure: " << 3 * times_to_cut() << " losses of power, " << kept << " acknowledged writes\n";
}

TEST(Disk, full_at_every_write_call_refuses_and_reads_on) {
  const int calls = at_every_call(Fault::Full, Lasting::UntilMended, [](Db& db, FaultyDisk& disk) {
    TenWrites writes;
    writes.run(db);
    const auto ends = disk.has_failed() ? std::set<DbError::Kind>{DbError::Kind::Full} : std::set<DbError::Kind>{};
    EXPECT_EQ(writes.ends, ends);
    expect_reading_goes_on(db, writes);
  });
  EXPECT_GT(calls, 10);
  std::cout << "figure: full at each of " << calls << " write calls\n";
}

TEST(Disk, an_error_at_every_write_call_refuses_and_reads_on) {
  const int calls = at_every_call(Fault::Write, Lasting::Once, [](Db& db, FaultyDisk&) {
    TenWrites writes;
    writes.run(db);
    EXPECT_LE(writes.acknowledged.size(), 10u);
    expect_reading_goes_on(db, writes);
  });
  std::cout << "figure: an error at each of " << calls << " write calls\n";
}

TEST(Disk, an_error_at_every_sync_refuses_and_reads_on) {
  const int calls = at_every_call(Fault::Sync, Lasting::UntilMended, [](Db& db, FaultyDisk& disk) {
    TenWrites writes;
    writes.run(db);
    EXPECT_EQ(disk.has_failed(), writes.acknowledged.size() < 10);
    expect_reading_goes_on(db, writes);
  });
  EXPECT_GE(calls, 10);
  std::cout << "figure: an error at each of " << calls << " syncs\n";
}

TEST(Disk, a_read_that_fails_is_told_and_the_next_one_works) {
  int told = 0;
  at_every_call(Fault::Read, Lasting::Once, [&](Db& db, FaultyDisk&) {
    for (int tries = 0; tries < 3; ++tries) try {
        EXPECT_EQ(all(db).at("before"), "kept");
      } catch (const DbError& error) {
        EXPECT_EQ(error.kind(), DbError::Kind::Unavailable) << error.what();
        ++told;
      }
  });
  EXPECT_GT(told, 0);
}

TEST(Disk, a_broken_page_is_told_and_what_stands_elsewhere_is_read) {
  TestFolder folder;
  const auto place = (folder.path() / "rialto.db").string();
  std::int64_t root = 0;
  {
    const auto db = Db::open(place);
    put(*db, "before", "kept");
    db->read([&](Tx& tx) {
      whole_tables(tx.connection()).query("SELECT rootpage FROM sqlite_master WHERE name = 'masked_word'",
                            [&](const Columns& row) { root = row.number(0); });
    });
  }
  std::fstream file(place, std::ios::in | std::ios::out | std::ios::binary);
  file.seekp((root - 1) * 4096).write(std::string(4096, '\xFF').data(), 4096);
  file.close();
  const auto db = Db::open(place);
  EXPECT_EQ(all(*db).at("before"), "kept");
  put(*db, "after", "it goes on");
  try {
    db->read([](Tx& tx) { whole_tables(tx.connection()).query("SELECT word FROM masked_word", [](const Columns&) {}); });
    FAIL() << "a broken page was read";
  } catch (const DbError& error) {
    EXPECT_EQ(error.kind(), DbError::Kind::Broken);
    EXPECT_NE(std::string(error.what()).find(place), std::string::npos) << error.what();
  }
  bool damaged = false;
  try {
    damaged = !db->read([](Tx& tx) { return damaged_pages(tx); }).empty();
  } catch (const DbError& error) {
    damaged = error.kind() == DbError::Kind::Broken;
  }
  EXPECT_TRUE(damaged);
}
