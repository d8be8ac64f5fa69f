// Compiles named SQL statements and migrations for both databases.
//
//   sql2cpp statements IN.sql OUT.h       typed structs for each named statement
//   sql2cpp migrations FOLDER OUT.cpp     the schema's steps, in order of their file names
//
// A statement:
//   -- What it is for, in a sentence (optional; becomes the comment of the struct).
//   -- thread_posts
//   -- in   thread ThreadId, after text, limit int
//   -- out  id PostId, parent PostId?, body text
//   SELECT … WHERE thread = :thread …
// Types: int, real, bool, text, bytes, time, any …Id; `?` behind a type: may be NULL; `[]`: a list, used as `IN :name`.
// A statement or a part of a migration may have two bodies, behind the lines `-- sqlite` and `-- postgres`.
// Migrations are written in INT, REAL, BOOL, TEXT, BYTES; CLUSTERED behind a table keeps it in the order of its key.
#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <regex>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

struct Field {
  std::string name;
  std::string type;
  bool optional = false;
  bool list = false;
};

struct Statement {
  std::string name;
  std::string comment;
  std::vector<Field> in{};
  std::vector<Field> out{};
  std::string sqlite{};
  std::string postgres{};
  int line = 0;
};

[[noreturn]] void refuse(const std::string& file, int line, const std::string& why) {
  throw std::runtime_error(file + ":" + std::to_string(line) + ": " + why);
}

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return "";
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

bool is_word(const std::string& text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](unsigned char letter) {
    return std::islower(letter) || std::isdigit(letter) || letter == '_';
  });
}

bool known_type(const std::string& type) {
  static const std::vector<std::string> plain = {"int", "real", "bool", "text", "bytes", "time"};
  return std::find(plain.begin(), plain.end(), type) != plain.end() || std::regex_match(type, std::regex("[A-Z]\\w*Id"));
}

std::vector<Field> read_fields(const std::string& list, const std::string& file, int line) {
  std::vector<Field> fields;
  std::istringstream pieces(list);
  for (std::string piece; std::getline(pieces, piece, ',');) {
    std::istringstream words(piece);
    Field field;
    words >> field.name >> field.type;
    if (field.type.ends_with("[]")) {
      field.list = true;
      field.type.resize(field.type.size() - 2);
    }
    if (field.type.ends_with('?')) {
      field.optional = true;
      field.type.pop_back();
    }
    if (!is_word(field.name)) refuse(file, line, "'" + field.name + "' is no field name");
    if (!known_type(field.type)) refuse(file, line, "'" + field.type + "' is no type (of field " + field.name + ")");
    fields.push_back(field);
  }
  return fields;
}

// ---- reading -------------------------------------------------------------------------------------------------------

struct Reader {
  std::string file;
  std::vector<Statement> statements{};
  std::string pending_comment{};
  enum class Body { Both, Sqlite, Postgres } body = Body::Both;

  void comment_line(const std::string& words, int line) {
    if (words == "sqlite" || words == "postgres") {
      if (statements.empty()) refuse(file, line, "a body before the first statement's name");
      body = words == "sqlite" ? Body::Sqlite : Body::Postgres;
    } else if (is_word(words)) {
      statements.push_back({.name = words, .comment = pending_comment, .line = line});
      pending_comment.clear();
      body = Body::Both;
    } else if (words.starts_with("in ") || words.starts_with("out ")) {
      field_line(words, line);
    } else {
      pending_comment += (pending_comment.empty() ? "" : " ") + words;
    }
  }

  void field_line(const std::string& words, int line) {
    if (statements.empty()) refuse(file, line, "fields before the first statement's name");
    const bool in = words.starts_with("in ");
    auto& into = in ? statements.back().in : statements.back().out;
    for (auto& field : read_fields(words.substr(in ? 3 : 4), file, line)) into.push_back(field);
  }

  void body_line(const std::string& text, int line) {
    if (statements.empty()) refuse(file, line, "SQL before the first statement's name");
    auto& statement = statements.back();
    if (body != Body::Postgres) statement.sqlite += text + "\n";
    if (body != Body::Sqlite) statement.postgres += text + "\n";
  }

  void read(std::istream& in) {
    int number = 0;
    for (std::string line; std::getline(in, line);) {
      ++number;
      const auto text = trimmed(line);
      if (text.empty()) continue;
      if (text.starts_with("--")) {
        comment_line(trimmed(text.substr(2)), number);
      } else {
        body_line(text, number);
      }
    }
  }
};

// ---- what the two databases read differently is refused ---------------------------------------------------------------

std::string without_literals(const std::string& sql) { return std::regex_replace(sql, std::regex("'[^']*'"), "''"); }

void check_portable(const Statement& statement, const std::string& file) {
  const bool two_bodies = statement.sqlite != statement.postgres;
  struct Ban {
    const char* pattern;
    const char* why;
  };
  static const std::vector<Ban> bans = {
      {R"(\b(now|random|strftime|datetime|julianday|unixepoch)\s*\()", "the database's clock and dice differ: hand the value in"},
      {R"(\bCURRENT_(TIMESTAMP|DATE|TIME)\b)", "the database's clock differs: hand the value in"},
      {R"(\bjson\w*\s*\()", "JSON functions differ: parse it in the program"},
      {R"(\b(max|min)\s*\([^()]*,)", "scalar max/min differ: use CASE"},
      {R"(\bILIKE\b|\bGLOB\b|\bREGEXP\b)", "only LIKE on a *_fold column is read alike by both"},
      {R"(\b(IFNULL|NVL)\s*\()", "use COALESCE"},
      {R"(\bINSERT\s+OR\b|\bREPLACE\s+INTO\b)", "use ON CONFLICT"},
      {R"(\bAUTOINCREMENT\b|\bSERIAL\b|\browid\b|\bctid\b)", "ids are made by us"},
      {R"(\?\d*|\$\d)", "placeholders are named: :name"},
  };
  if (two_bodies) return;
  const auto sql = without_literals(statement.sqlite);
  for (const auto& ban : bans) {
    if (std::regex_search(sql, std::regex(ban.pattern, std::regex::icase)))
      refuse(file, statement.line, statement.name + ": " + ban.why);
  }
  const std::regex like(R"((\S+)\s+(?:NOT\s+)?LIKE\b)", std::regex::icase);
  for (std::sregex_iterator it(sql.begin(), sql.end(), like), end; it != end; ++it)
    if (!(*it)[1].str().ends_with("_fold"))
      refuse(file, statement.line, statement.name + ": LIKE only on *_fold columns (" + (*it)[1].str() + ")");
  if (std::regex_search(sql, std::regex(R"(\bINSERT\b[\s\S]*\bSELECT\b[\s\S]*\bON CONFLICT\b)", std::regex::icase)) &&
      !std::regex_search(sql, std::regex(R"(\bWHERE\b[\s\S]*\bON CONFLICT\b)", std::regex::icase)))
    refuse(file, statement.line, statement.name + ": write WHERE TRUE before ON CONFLICT behind a SELECT");
}

// ---- compiling placeholders --------------------------------------------------------------------------------------------

enum class Engine { Sqlite, Postgres };

std::string placeholder(const Field& field, std::size_t number, Engine engine) {
  const auto n = std::to_string(number);
  if (engine == Engine::Sqlite) return field.list ? "(SELECT value FROM json_each(?" + n + "))" : "?" + n;
  return field.list ? "(SELECT unnest($" + n + "))" : "$" + n;
}

std::string compiled(const Statement& statement, const std::string& sql, Engine engine, const std::string& file) {
  std::string out;
  std::vector<bool> used(statement.in.size());
  for (std::size_t at = 0; at < sql.size();) {
    if (sql[at] == '\'') {
      const auto end = sql.find('\'', at + 1);
      if (end == std::string::npos) refuse(file, statement.line, statement.name + ": a ' is not closed");
      out += sql.substr(at, end + 1 - at);
      at = end + 1;
      continue;
    }
    const bool cast = sql[at] == ':' && ((at > 0 && sql[at - 1] == ':') || (at + 1 < sql.size() && sql[at + 1] == ':'));
    if (sql[at] != ':' || cast) {
      out += sql[at++];
      continue;
    }
    auto end = at + 1;
    while (end < sql.size() && (std::isalnum(static_cast<unsigned char>(sql[end])) || sql[end] == '_')) ++end;
    const auto name = sql.substr(at + 1, end - at - 1);
    const auto found = std::find_if(statement.in.begin(), statement.in.end(), [&](auto& field) { return field.name == name; });
    if (found == statement.in.end()) refuse(file, statement.line, statement.name + ": :" + name + " is not among its `in` fields");
    const auto index = static_cast<std::size_t>(found - statement.in.begin());
    used[index] = true;
    out += placeholder(*found, index + 1, engine);
    at = end;
  }
  for (std::size_t index = 0; index < used.size(); ++index)
    if (!used[index]) refuse(file, statement.line, statement.name + ": `in` field " + statement.in[index].name + " is never used");
  return trimmed(out);
}

// ---- writing -----------------------------------------------------------------------------------------------------------

std::string cpp_type(const Field& field, bool for_input) {
  std::string type;
  if (field.type == "int") type = "std::int64_t";
  else if (field.type == "real") type = "double";
  else if (field.type == "bool") type = "bool";
  else if (field.type == "time") type = "Time";
  else if (field.type == "text" || field.type == "bytes") type = for_input && !field.list ? "std::string_view" : "std::string";
  else type = field.type;
  if (field.list) return "std::span<const " + type + ">";
  return field.optional ? "std::optional<" + type + ">" : type;
}

std::string default_value(const Field& field) {
  if (field.optional || field.list) return "";
  if (field.type == "int" || field.type == "real") return " = 0";
  return field.type == "bool" ? " = false" : "";
}

std::string kind_of(const Field& field) {
  if (field.list) return field.type == "text" ? "Kind::TextList" : "Kind::IntList";
  if (field.type == "real") return "Kind::Real";
  if (field.type == "bool") return "Kind::Bool";
  if (field.type == "text") return "Kind::Text";
  return field.type == "bytes" ? "Kind::Bytes" : "Kind::Int";
}

std::string raw(const std::string& sql) { return "R\"sql(" + sql + ")sql\""; }

void write_fields(std::ostream& out, const std::vector<Field>& fields, bool for_input) {
  for (const auto& field : fields)
    out << "    " << cpp_type(field, for_input) << " " << field.name << default_value(field) << ";\n";
}

void write_statement(std::ostream& out, const Statement& statement, const std::string& file) {
  if (!statement.comment.empty()) out << "// " << statement.comment << "\n";
  out << "struct " << statement.name << " {\n  struct In {\n";
  write_fields(out, statement.in, true);
  out << "  };\n";
  out << "  static constexpr Kind kinds[] = {";
  for (const auto& field : statement.in) out << kind_of(field) << ", ";
  out << "Kind::End};\n  static constexpr Kind column_kinds[] = {";
  for (const auto& field : statement.out) out << kind_of(field) << ", ";
  out << "Kind::End};\n  static constexpr Statement statement{\"" << statement.name << "\",\n"
      << raw(compiled(statement, statement.sqlite, Engine::Sqlite, file)) << ",\n"
      << raw(compiled(statement, statement.postgres, Engine::Postgres, file)) << ",\n      kinds, " << statement.in.size()
      << ", " << statement.out.size() << ", column_kinds,\n      \"";
  for (const auto& field : statement.in) out << field.name << (field.optional ? "? " : " ");
  out << "\"};\n";
  out << "  static void bind(Values& values, const In& in) {\n    (void)values, (void)in;\n";
  for (const auto& field : statement.in) out << "    values.add(in." << field.name << ");\n";
  out << "  }\n";
  if (!statement.out.empty()) {
    out << "  struct Row {\n";
    write_fields(out, statement.out, false);
    out << "  };\n  static Row read(const Columns& columns) {\n    return {\n";
    int number = 0;
    for (const auto& field : statement.out)
      out << "        ." << field.name << " = columns.get<" << cpp_type(field, false) << ">(" << number++ << "),\n";
    out << "    };\n  }\n";
  }
  out << "};\n\n";
}

void write_list(std::ostream& out, const std::vector<Statement>& statements, const std::string& noun) {
  out << "inline constexpr const Statement* " << noun << "_statements[] = {";
  for (const auto& statement : statements) out << "&" << statement.name << "::statement, ";
  out << "};\n";
}

int compile_statements(const fs::path& in_file, const fs::path& out_file) {
  Reader reader{.file = in_file.string()};
  std::ifstream in(in_file);
  reader.read(in);
  for (const auto& statement : reader.statements) check_portable(statement, reader.file);
  const auto noun = in_file.parent_path().filename().string() + "_" + in_file.stem().string();
  std::ostringstream out;
  out << "// Made by sql2cpp from " << in_file.filename().string() << ".\n#pragma once\n\n#include \"db/statement.h\"\n\n"
      << "namespace rialto::sql {\n\n";
  for (const auto& statement : reader.statements) write_statement(out, statement, reader.file);
  write_list(out, reader.statements, noun);
  out << "\n}  // namespace rialto::sql\n";
  fs::create_directories(out_file.parent_path());
  std::ofstream(out_file) << out.str();
  return 0;
}

// ---- migrations ----------------------------------------------------------------------------------------------------------

std::string in_dialect(std::string sql, Engine engine) {
  const bool sqlite = engine == Engine::Sqlite;
  const auto swap = [&](const char* word, const char* for_sqlite, const char* for_postgres) {
    sql = std::regex_replace(sql, std::regex(std::string("\\b") + word + "\\b"), sqlite ? for_sqlite : for_postgres);
  };
  swap("INT", "INTEGER", "BIGINT");
  swap("BOOL", "INTEGER", "BOOLEAN");
  swap("BYTES", "BLOB", "BYTEA");
  swap("TEXT", "TEXT", "TEXT COLLATE \"C\"");
  if (!sqlite) swap("REAL", "REAL", "DOUBLE PRECISION");
  sql = std::regex_replace(sql, std::regex(R"(\)\s*CLUSTERED;)"), sqlite ? ") STRICT, WITHOUT ROWID;" : ");");
  if (sqlite) sql = std::regex_replace(sql, std::regex(R"((\nCREATE TABLE (?:[^;](?!STRICT))*?\))\s*;)"), "$1 STRICT;");
  return sql;
}

std::string migration_part(const fs::path& file, Engine engine) {
  std::ifstream in(file);
  std::string shared = "\n", out = "\n";
  enum class Body { Both, Sqlite, Postgres } body = Body::Both;
  for (std::string line; std::getline(in, line);) {
    const auto text = trimmed(line);
    if (text == "-- sqlite") body = Body::Sqlite;
    else if (text == "-- postgres") body = Body::Postgres;
    else if (text == "-- both") body = Body::Both;
    else if (text.empty() || text.starts_with("--")) continue;
    else if (body == Body::Both) shared += text + "\n";
    else if ((body == Body::Sqlite) == (engine == Engine::Sqlite)) out += text + "\n";
  }
  return trimmed(in_dialect(shared, engine)) + "\n" + trimmed(out) + "\n";
}

int compile_migrations(const fs::path& folder, const fs::path& out_file) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".sql") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::ostringstream out;
  out << "// Made by sql2cpp from src/db/migrations.\n#include \"db/migrations.h\"\n\nnamespace rialto {\n\n"
      << "const std::vector<Migration>& migrations() {\n  static const std::vector<Migration> all = {\n";
  for (const auto& file : files)
    out << "      {\"" << file.stem().string() << "\",\n" << raw(migration_part(file, Engine::Sqlite)) << ",\n"
        << raw(migration_part(file, Engine::Postgres)) << "},\n";
  out << "  };\n  return all;\n}\n\n}  // namespace rialto\n";
  fs::create_directories(out_file.parent_path());
  std::ofstream(out_file) << out.str();
  return 0;
}

}  // namespace

int main(int argc, char** argv) try {
  const std::string verb = argc == 4 ? argv[1] : "";
  if (verb == "statements") return compile_statements(argv[2], argv[3]);
  if (verb == "migrations") return compile_migrations(argv[2], argv[3]);
  std::cerr << "usage: sql2cpp statements IN.sql OUT.h | sql2cpp migrations FOLDER OUT.cpp\n";
  return 2;
} catch (const std::exception& problem) {
  std::cerr << problem.what() << "\n";
  return 1;
}
