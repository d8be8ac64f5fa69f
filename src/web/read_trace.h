// What a page was made from: each statement that its handler ran, with a fingerprint of the rows that came back. Whether the
// page would be made the same after somebody has written is then told by the statements alone, without making it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "db/db.h"
#include "web/fingerprint.h"

namespace rialto::web {

class ReadTrace {
 public:
  // Notes a statement that was run with these values, and gave these rows.
  void add(const Statement& statement, const Values& values, Fingerprint rows);

  // Whether every statement gives in this transaction what it gave when it was noted.
  bool holds(Tx& tx) const;

  // In bytes, about.
  std::size_t size() const;

 private:
  using Value = std::variant<std::monostate, std::int64_t, double, std::string, std::vector<std::int64_t>, std::vector<std::string>>;
  struct Step {
    const Statement* statement;  // lives as long as the program
    std::vector<Value> values;
    Fingerprint rows;
  };

  static Value kept(Kind kind, const rialto::Value& value);
  static void bind(Values& values, const Value& kept);

  std::vector<Step> steps_;
};

// The same database for one handler, everything noted that is read through it; nothing can be written.
class NotingDb : public Db {
 public:
  // Both outlive it.
  NotingDb(Db& db, ReadTrace& trace) : db_(db), trace_(trace) {}

  Engine engine() const override { return db_.engine(); }
  Moment moment() override { return db_.moment(); }

 protected:
  void do_read(const Act& act) override;
  // Throws std::logic_error: what is written can't be part of what a page is made from.
  void do_write(const Act& act) override;

 private:
  Db& db_;
  ReadTrace& trace_;
};

}  // namespace rialto::web
