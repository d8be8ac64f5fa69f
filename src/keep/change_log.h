// Which rows of an open site change: noted by triggers in its own database, so that every writer is seen, of whichever
// process. And the door: once it is shut, the database refuses every write, from everybody, with DbError::Kind::Moved.
#pragma once

#include <vector>

#include "db/db.h"
#include "db/table.h"

namespace rialto::keep {

class ChangeLog {
 public:
  // `tables`: those of the site, each with a primary key. Nothing is done yet.
  ChangeLog(WholeTables& site, Engine engine, std::vector<TableShape> tables);

  // From now on the keys of rows that are added, changed and taken away are noted. What an earlier log left behind goes
  // first, a shut door as well. No transaction may be open.
  void begin();

  // The keys noted for a table, each once, as a question; and the rows that stand under them now, all columns.
  std::string keys_noted(const TableShape& table) const;
  std::string rows_noted(const TableShape& table) const;

  // Begins a transaction that sees one moment; keys and rows are read in it. end_reading() ends it and forgets the notes that
  // were seen, or keeps them for another try.
  void begin_reading();
  enum class Notes { Forget, Keep };
  void end_reading(Notes notes);

  // Begins a transaction in which nobody else can write. shut_door() ends it for good: notes and triggers go, and from then
  // on every write is refused; give_up() ends it as if nothing had been.
  void hold_all();
  void shut_door();
  void give_up();

  // Takes every trace of it out of the site.
  void remove();

 private:
  std::string without_traces() const;

  WholeTables& site_;
  const Engine engine_;
  const std::vector<TableShape> tables_;
  std::vector<std::int64_t> seen_;  // SQLite: the last note of each table that the reading saw
};

// Whether the door of this database is shut.
bool is_shut(Tx& tx);

}  // namespace rialto::keep
