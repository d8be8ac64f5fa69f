#include "base/log.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <string>

namespace rialto {

namespace {

spdlog::level::level_enum spdlog_level(LogLevel level) {
  switch (level) {
    case LogLevel::Debug:
      return spdlog::level::debug;
    case LogLevel::Info:
      return spdlog::level::info;
    case LogLevel::Warning:
      return spdlog::level::warn;
    case LogLevel::Error:
      break;
  }
  return spdlog::level::err;
}

spdlog::logger& logger() {
  static const auto one = [] {
    auto made = spdlog::stderr_logger_mt("rialto");
    made->set_pattern("%Y-%m-%dT%H:%M:%S.%eZ %l %v", spdlog::pattern_time_type::utc);
    return made;
  }();
  return *one;
}

}  // namespace

void set_log_level(LogLevel least) {
  logger().set_level(spdlog_level(least));
}

void log(LogLevel level, std::string_view line) {
  std::string one(line);
  std::replace_if(one.begin(), one.end(), [](char letter) { return letter == '\n' || letter == '\r'; }, ' ');
  logger().log(spdlog_level(level), one);
}

}  // namespace rialto
