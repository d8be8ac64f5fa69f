// The program's log: one line an event, to standard error. Never given passwords, tokens or addresses of people.
#pragma once

#include <string_view>

namespace rialto {

enum class LogLevel { Debug, Info, Warning, Error };

void set_log_level(LogLevel least);

void log(LogLevel level, std::string_view line);

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
