// Fresh databases for tests: a SQLite file always, a PostgreSQL database where RIALTO_POSTGRES names a server
// (tests/with_postgres starts one). Each is empty but for the schema and goes away with its object.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "db/db.h"

namespace rialto {

// A folder of its own below the system's temporary folder.
class TestFolder {
 public:
  TestFolder();
  ~TestFolder();
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

class TestDatabase {
 public:
  explicit TestDatabase(Engine engine);
  ~TestDatabase();
  TestDatabase(const TestDatabase&) = delete;
  TestDatabase& operator=(const TestDatabase&) = delete;

  Db& db() { return *db_; }
  const std::string& place() const { return place_; }

 private:
  TestFolder folder_;
  std::string place_;
  std::string postgres_name_;
  std::unique_ptr<Db> db_;
};

// Sqlite, and Postgres where a server is named. For INSTANTIATE_TEST_SUITE_P.
std::vector<Engine> engines_here();

// Names the runs of a test over both: "sqlite", "postgres".
std::string engine_name(const testing::TestParamInfo<Engine>& of);

}  // namespace rialto
