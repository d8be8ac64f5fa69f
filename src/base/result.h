// A value, or a sentence that says what is wrong. For foreign bytes and other expected failures;
// bugs and a broken world are exceptions instead.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace rialto {

// What went wrong, as a sentence for the person or the log: who and what ("read: page.html is not text").
struct Error {
  std::string message;
};

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}
  Result(Error error) : state_(std::move(error)) {}

  explicit operator bool() const { return std::holds_alternative<T>(state_); }

  // Only where the result holds a value.
  T& operator*() { return std::get<T>(state_); }
  const T& operator*() const { return std::get<T>(state_); }
  T* operator->() { return &std::get<T>(state_); }
  const T* operator->() const { return &std::get<T>(state_); }

  // Only where it holds none.
  const Error& error() const { return std::get<Error>(state_); }

 private:
  std::variant<T, Error> state_;
};

struct Done {};

}  // namespace rialto
