#include "support/databases.h"

#include <unistd.h>

#include <atomic>
#include <cstdlib>

#include "db/postgres_connection.h"

namespace rialto {

namespace {

std::string unique_name() {
  static std::atomic<int> count{0};
  return "rialto_test_" + std::to_string(getpid()) + "_" + std::to_string(++count);
}

// RIALTO_POSTGRES is postgresql://user@/DATABASE?host=…; the database's name is what stands between "/" and "?".
std::string with_database(std::string server, const std::string& name) {
  const auto slash = server.find('/', server.find("//") + 2);
  const auto end = server.find('?', slash);
  return server.replace(slash + 1, end == std::string::npos ? std::string::npos : end - slash - 1, name);
}

}  // namespace

TestFolder::TestFolder() : path_(std::filesystem::temp_directory_path() / unique_name()) {
  std::filesystem::create_directories(path_);
}

TestFolder::~TestFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

TestDatabase::TestDatabase(Engine engine) {
  if (engine == Engine::Sqlite) {
    place_ = folder_.path() / "rialto.db";
  } else {
    const std::string server = std::getenv("RIALTO_POSTGRES");
    postgres_name_ = unique_name();
    PostgresConnection(server).script("CREATE DATABASE " + postgres_name_ + " TEMPLATE template0 ENCODING 'UTF8'");
    place_ = with_database(server, postgres_name_);
  }
  db_ = Db::open(place_);
}

TestDatabase::~TestDatabase() {
  db_.reset();
  if (!postgres_name_.empty())
    PostgresConnection(std::getenv("RIALTO_POSTGRES")).script("DROP DATABASE " + postgres_name_ + " WITH (FORCE)");
}

std::vector<Engine> engines_here() {
  if (std::getenv("RIALTO_POSTGRES")) return {Engine::Sqlite, Engine::Postgres};
  return {Engine::Sqlite};
}

std::string engine_name(const testing::TestParamInfo<Engine>& of) {
  return of.param == Engine::Sqlite ? "sqlite" : "postgres";
}

}  // namespace rialto
