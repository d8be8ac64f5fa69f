// The program's log: one line an event, to standard error. Never given passwords, tokens or addresses of people.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace rialto {

enum class LogLevel { Debug, Info, Warning, Error };

void set_log_level(LogLevel least);

// Text for people: "2026-03-01T20:15:00.123Z info answered id=3v9k2m status=200". Json for machines, an object a line:
// {"at":"2026-03-01T20:15:00.123Z","level":"info","words":"answered","id":"3v9k2m","status":200}
enum class LogForm { Text, Json };

void set_log_form(LogForm form);

struct LogField {
  enum class Kind { Word, Number };

  std::string_view name;
  std::string value;
  Kind kind = Kind::Word;
};

void log(LogLevel level, std::string_view words, std::initializer_list<LogField> fields = {});

inline void log_info(std::string_view line) {
  log(LogLevel::Info, line);
}
inline void log_warning(std::string_view line) {
  log(LogLevel::Warning, line);
}
inline void log_error(std::string_view line) {
  log(LogLevel::Error, line);
}

}  // namespace rialto
