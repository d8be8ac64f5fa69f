// What sql2cpp's structs are made of: a statement in both databases' words, the values bound to it, its columns.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

#include "base/id.h"
#include "base/time.h"

namespace rialto {

enum class Kind : std::uint8_t { End, Int, Real, Bool, Text, Bytes, IntList, TextList };

struct Statement {
  const char* name;
  const char* sqlite;
  const char* postgres;
  const Kind* kinds;  // of the parameters
  int parameters;
  int columns;
  const Kind* column_kinds;
  const char* names;  // of the parameters, each followed by a blank; `?` behind one that may be NULL: "thread after? "
};

// One bound value; its kind is the statement's to say (text and bytes are bound alike). Views borrow from the In struct
// that was bound, which outlives the execution.
struct Value {
  bool null = false;
  std::int64_t number = 0;
  double real = 0;
  std::string_view text;
  std::span<const std::int64_t> numbers;
  std::span<const std::string> texts;
};

class Values {
 public:
  static constexpr std::size_t kMost = 32;

  void add(std::int64_t number) { put({.number = number}); }
  void add(double real) { put({.real = real}); }
  void add(bool truth) { put({.number = truth}); }
  void add(std::string_view text) { put({.text = text}); }
  void add(Time time) { add(time.micros); }
  template <class Tag>
  void add(Id<Tag> id) {
    add(id.value);
  }
  template <class T>
  void add(const std::optional<T>& maybe) {
    if (maybe) {
      add(*maybe);
    } else {
      put({.null = true});
    }
  }
  template <class Tag>
  void add(std::span<const Id<Tag>> ids) {
    static_assert(sizeof(Id<Tag>) == sizeof(std::int64_t));
    put({.numbers = {reinterpret_cast<const std::int64_t*>(ids.data()), ids.size()}});
  }
  void add(std::span<const std::int64_t> numbers) { put({.numbers = numbers}); }
  void add(std::span<const std::string> texts) { put({.texts = texts}); }

  std::span<const Value> all() const { return {values_.data(), count_}; }

 private:
  void put(const Value& value) {
    if (count_ == kMost) throw std::length_error("db: more than 32 parameters");
    values_[count_++] = value;
  }

  std::array<Value, kMost> values_;
  std::size_t count_ = 0;
};

// The current row of a result. Views from text() live until the next row.
class Columns {
 public:
  virtual ~Columns() = default;
  virtual bool is_null(int column) const = 0;
  virtual std::int64_t number(int column) const = 0;
  virtual double real(int column) const = 0;
  virtual bool truth(int column) const = 0;
  virtual std::string_view text(int column) const = 0;  // of text and of bytes

  template <class T>
  T get(int at) const;
};

namespace column {

inline void read(const Columns& row, int at, std::int64_t& into) { into = row.number(at); }
inline void read(const Columns& row, int at, double& into) { into = row.real(at); }
inline void read(const Columns& row, int at, bool& into) { into = row.truth(at); }
inline void read(const Columns& row, int at, std::string& into) { into = row.text(at); }
inline void read(const Columns& row, int at, Time& into) { into.micros = row.number(at); }
template <class Tag>
void read(const Columns& row, int at, Id<Tag>& into) {
  into.value = row.number(at);
}
template <class T>
void read(const Columns& row, int at, std::optional<T>& into) {
  if (!row.is_null(at)) read(row, at, into.emplace());
}

}  // namespace column

template <class T>
T Columns::get(int at) const {
  T value{};
  column::read(*this, at, value);
  return value;
}

}  // namespace rialto
