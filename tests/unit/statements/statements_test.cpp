// Every statement of every layer is prepared and run on SQLite and on PostgreSQL over the same rows, with several sets
// of values, each in a transaction that is taken back; what comes out must be the same.
#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <map>
#include <random>
#include <sstream>

#include "all_statements.h"
#include "db/postgres_connection.h"
#include "db/sqlite_connection.h"
#include "seed.h"
#include "support/databases.h"

namespace rialto {
namespace {

// How values are chosen. Row1, Row2, Row3: those of a seeded row. Fresh: keys that no row has, references that one has.
// New: all unknown. Nothing: NULL wherever it may be, else zero or ''. Far: great numbers, last texts. Wide: those of a
// row, and limits that let everything in. Open: a row's keys, and zero for what tells states apart. Any: each value by
// itself from a row or beyond, rolled, the same in every run.
enum class Set { Row1, Row2, Row3, Fresh, New, Nothing, Far, Wide, Open, Any };
constexpr Set kSets[] = {Set::Row1,    Set::Row2, Set::Row3, Set::Fresh, Set::New,
                         Set::Nothing, Set::Far,  Set::Wide, Set::Open};
constexpr unsigned kRolls = 24;

struct Parameter {
  std::string name;
  Kind kind = Kind::Int;
  bool optional = false;
};

std::vector<Parameter> parameters_of(const Statement& statement) {
  std::vector<Parameter> found;
  std::istringstream names(statement.names);
  for (std::string name; names >> name;) {
    const bool optional = name.back() == '?';
    if (optional) name.pop_back();
    found.push_back({name, statement.kinds[found.size()], optional});
  }
  return found;
}

bool is_key(const std::string& name) {
  static const std::vector<std::string> keys = {"id",     "slug",       "token",    "digest",     "code",
                                                "name",   "name_fold",  "skeleton", "foreign_id", "word",
                                                "number", "token_hash", "version",  "ref",        "billing"};
  return std::find(keys.begin(), keys.end(), name) != keys.end();
}

bool is_count(const std::string& name) {
  return name == "limit" || name == "most" || name == "count";
}

bool any_of(const std::string& name, std::initializer_list<const char*> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](const char* word) { return name.find(word) != std::string::npos; });
}

bool is_upper(const std::string& name) {
  return any_of(name, {"before", "until", "below", "to_", "last", "now"});
}
bool is_lower(const std::string& name) {
  return any_of(name, {"after", "since", "from", "above", "offset", "skip"});
}
bool is_state(const std::string& name) {
  return any_of(name, {"state", "kind", "role", "pinned", "locked", "version"});
}

std::int64_t number_for(const Parameter& parameter, Set set) {
  constexpr std::int64_t kGreat = 1'000'000'000'000;
  const auto& name = parameter.name;
  if (is_count(name)) return 50;
  switch (set) {
    case Set::Row1:
      return 1;
    case Set::Row2:
      return 2;
    case Set::Row3:
      return is_upper(name) ? kGreat : is_lower(name) ? 0 : 3;
    case Set::Fresh:
      return is_key(name) ? 77 : 1;
    case Set::New:
      return 78;
    case Set::Nothing:
      return 0;
    case Set::Wide:
      return is_upper(name) ? kGreat : is_lower(name) ? 0 : 1;
    case Set::Open:
      return is_upper(name) ? kGreat : is_lower(name) || is_state(name) ? 0 : 1;
    case Set::Far:
    case Set::Any:
      break;
  }
  return kGreat;
}

std::int64_t rolled_number(const Parameter& parameter, std::mt19937& dice) {
  static constexpr std::int64_t kNumbers[] = {0, 1, 1, 2, 2, 3, 3, 77, 1'000'000'000'000};
  return is_count(parameter.name) ? 50 : kNumbers[dice() % std::size(kNumbers)];
}

std::string rolled_text(const Parameter& parameter, std::mt19937& dice) {
  static const std::vector<std::string> texts = {"", "one", "one", "two", "three", "zzz", "fresh"};
  static const std::vector<std::string> kinds = {"post", "thread", "review", "film", "person", "board"};
  const auto& from = parameter.name.find("kind") == std::string::npos ? texts : kinds;
  return from[dice() % from.size()];
}

std::string text_for(const Parameter& parameter, Set set) {
  const auto& name = parameter.name;
  switch (set) {
    case Set::Row2:
      return name == "subject_kind" ? "thread" : "two";
    case Set::Row3:
      return is_lower(name) ? "" : "three";
    case Set::Fresh:
      return is_key(name) ? "fresh" : "one";
    case Set::New:
      return "new";
    case Set::Nothing:
      return "";
    case Set::Far:
      return "zzz";
    case Set::Wide:
    case Set::Open:
      if (is_upper(name)) return "zzz";
      if (is_lower(name)) return "";
      break;
    case Set::Row1:
    case Set::Any:
      break;
  }
  if (name == "subject_kind") return "post";
  if (name == "source") return "imdb";
  if (name == "kind") return "film";
  if (name == "department") return "direction";
  return name.find("pattern") == std::string::npos ? "one" : "o%";
}

// Keeps what the bound values borrow.
struct Bound {
  std::vector<std::string> texts;
  std::vector<std::int64_t> numbers = {1, 2, 3, 77};
  std::vector<std::string> list = {"one", "two", "three", "fresh"};
  Values values;

  Bound(const Statement& statement, Set set, unsigned roll) : set_(set), dice_(roll) {
    const auto parameters = parameters_of(statement);
    texts.reserve(parameters.size());
    for (const auto& parameter : parameters) add(parameter);
  }

 private:
  void add(const Parameter& parameter) {
    const bool null = set_ == Set::Nothing || (set_ == Set::Any && dice_() % 4 == 0);
    if (parameter.optional && null) return values.add(std::optional<std::int64_t>{});
    switch (parameter.kind) {
      case Kind::Real:
        return values.add(static_cast<double>(number(parameter)) + 0.5);
      case Kind::Bool:
        return values.add(set_ == Set::Any ? dice_() % 2 == 0 : set_ == Set::Row2 || set_ == Set::New);
      case Kind::Bytes:
        return add_text(std::string(1, static_cast<char>(number(parameter) % 100)));
      case Kind::Text:
        return add_text(set_ == Set::Any ? rolled_text(parameter, dice_) : text_for(parameter, set_));
      case Kind::IntList:
        return values.add(std::span<const std::int64_t>(numbers));
      case Kind::TextList:
        return values.add(std::span<const std::string>(list));
      case Kind::Int:
      case Kind::End:
        break;
    }
    values.add(number(parameter));
  }

  void add_text(std::string text) {
    texts.push_back(std::move(text));
    values.add(std::string_view(texts.back()));
  }

  std::int64_t number(const Parameter& parameter) {
    return set_ == Set::Any ? rolled_number(parameter, dice_) : number_for(parameter, set_);
  }

  Set set_;
  std::mt19937 dice_;
};

// What one execution gave, written down so that two can be compared.
struct Outcome {
  enum class End { Done, Constraint, Broken } end = End::Done;
  std::string why;
  std::int64_t changed = 0;
  std::vector<std::string> rows;

  std::string written(bool in_order) const {
    if (end == End::Constraint) return "refused by a constraint";
    if (end == End::Broken) return "broken: " + why;
    auto lines = rows;
    if (!in_order) std::sort(lines.begin(), lines.end());
    std::string out = std::to_string(changed) + " changed, " + std::to_string(rows.size()) + " rows";
    for (const auto& line : lines) out += "\n  " + line;
    return out;
  }
};

std::string cell(const Columns& row, int at, Kind kind) {
  if (row.is_null(at)) return "NULL";
  switch (kind) {
    case Kind::Real:
      return std::to_string(row.real(at));
    case Kind::Bool:
      return row.truth(at) ? "true" : "false";
    case Kind::Text:
    case Kind::Bytes:
      return "'" + std::string(row.text(at)) + "'";
    default:
      return std::to_string(row.number(at));
  }
}

Outcome run(Connection& connection, const Statement& statement, Set set, unsigned roll = 0) {
  const Bound bound(statement, set, roll);
  Outcome outcome;
  connection.script("BEGIN");
  try {
    outcome.changed = connection.execute(statement, bound.values, [&](const Columns& row) {
      std::string line;
      for (int at = 0; at < statement.columns; ++at) line += cell(row, at, statement.column_kinds[at]) + " ";
      outcome.rows.push_back(line);
    });
  } catch (const DbError& error) {
    outcome.end = error.kind() == DbError::Kind::Constraint ? Outcome::End::Constraint : Outcome::End::Broken;
    outcome.why = error.what();
  }
  connection.script("ROLLBACK");
  return outcome;
}

class EveryStatement : public testing::Test {
 protected:
  void SetUp() override {
    if (!std::getenv("RIALTO_POSTGRES")) GTEST_SKIP() << "needs PostgreSQL: tests/with_postgres";
    sqlite_database_ = std::make_unique<TestDatabase>(Engine::Sqlite);
    postgres_database_ = std::make_unique<TestDatabase>(Engine::Postgres);
    sqlite_ = std::make_unique<SqliteConnection>(sqlite_database_->place(), SqliteConnection::Access::Write);
    postgres_ = std::make_unique<PostgresConnection>(postgres_database_->place());
    tables_ = seed::tables(*sqlite_, *postgres_);
  }
  void TearDown() override {
    sqlite_.reset();
    postgres_.reset();
  }

  void sow() {
    sqlite_->script(seed::script(tables_, Engine::Sqlite));
    postgres_->script(seed::script(tables_, Engine::Postgres));
  }

  std::unique_ptr<TestDatabase> sqlite_database_, postgres_database_;
  std::unique_ptr<SqliteConnection> sqlite_;
  std::unique_ptr<PostgresConnection> postgres_;
  std::vector<seed::Table> tables_;
};

TEST_F(EveryStatement, gives_the_same_on_sqlite_and_postgres) {
  ASSERT_GE(tables_.size(), 30u);
  ASSERT_NO_THROW(sow());
  std::string idle;
  int runs = 0, with_rows = 0, with_changes = 0;
  for (const auto* statement : all_statements()) {
    const std::string name = statement->name;
    const bool in_order = std::string_view(statement->sqlite).find("ORDER BY") != std::string_view::npos;
    bool done = false, felt = false;
    const auto compare = [&](Set set, unsigned roll) {
      const auto lite = run(*sqlite_, *statement, set, roll);
      const auto post = run(*postgres_, *statement, set, roll);
      ++runs;
      EXPECT_NE(lite.end, Outcome::End::Broken) << name << " on SQLite: " << lite.why;
      EXPECT_NE(post.end, Outcome::End::Broken) << name << " on PostgreSQL: " << post.why;
      EXPECT_EQ(lite.written(in_order), post.written(in_order))
          << name << ", values " << static_cast<int>(set) << ", roll " << roll;
      done = done || lite.end == Outcome::End::Done;
      felt = felt || !lite.rows.empty() || lite.changed > 0;
      with_rows += !lite.rows.empty();
      with_changes += lite.changed > 0;
    };
    for (const auto set : kSets) compare(set, 0);
    for (unsigned roll = 1; statement->parameters > 0 && roll <= kRolls; ++roll) compare(Set::Any, roll);
    if (!felt) idle += (idle.empty() ? "" : ", ") + name;
    EXPECT_TRUE(done) << name << " was refused with every set of values: add one that it takes";
  }
  std::cout << "figure: " << all_statements().size() << " statements, " << runs << " runs on each database, "
            << with_rows << " gave rows, " << with_changes << " changed some, over " << tables_.size() << " tables\n";
  if (!idle.empty()) std::cout << "figure: never met a row: " << idle << "\n";
}

TEST_F(EveryStatement, has_a_name_of_its_own) {
  std::map<std::string, int> times;
  for (const auto* statement : all_statements()) ++times[statement->name];
  for (const auto& [name, count] : times) EXPECT_EQ(count, 1) << name;
}

}  // namespace
}  // namespace rialto
