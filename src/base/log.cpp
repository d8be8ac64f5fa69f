#include "base/log.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <string>

#include "base/strings.h"

namespace rialto {

namespace {

constexpr const char* kTextPattern = "%Y-%m-%dT%H:%M:%S.%eZ %l %v";
constexpr const char* kJsonPattern = R"({"at":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l",%v})";

std::atomic<LogForm> form{LogForm::Text};

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
    made->set_pattern(kTextPattern, spdlog::pattern_time_type::utc);
    return made;
  }();
  return *one;
}

// Bytes that are no UTF-8 become question marks, so that every reader of JSON takes the line.
std::string json_string(std::string_view text) {
  std::string out = "\"";
  for (const char letter : repaired_utf8(text)) {
    const auto byte = static_cast<unsigned char>(letter);
    if (letter == '"' || letter == '\\') {
      out += '\\';
      out += letter;
    } else if (byte < 0x20 || byte == 0x7F) {
      char escaped[8];
      std::snprintf(escaped, sizeof escaped, "\\u%04x", byte);
      out += escaped;
    } else {
      out += letter;
    }
  }
  return out + '"';
}

std::string as_json(std::string_view words, std::initializer_list<LogField> fields) {
  std::string out = "\"words\":" + json_string(words);
  for (const auto& field : fields)
    out.append(",\"").append(field.name).append("\":").append(field.kind == LogField::Kind::Number ? field.value : json_string(field.value));
  return out;
}

std::string as_text(std::string_view words, std::initializer_list<LogField> fields) {
  std::string out(words);
  for (const auto& field : fields) out.append(" ").append(field.name).append("=").append(field.value);
  std::replace_if(out.begin(), out.end(), [](char letter) { return static_cast<unsigned char>(letter) < 0x20; }, ' ');
  return out;
}

}  // namespace

void set_log_level(LogLevel least) {
  logger().set_level(spdlog_level(least));
}

void set_log_form(LogForm chosen) {
  form = chosen;
  logger().set_pattern(chosen == LogForm::Json ? kJsonPattern : kTextPattern, spdlog::pattern_time_type::utc);
}

void log(LogLevel level, std::string_view words, std::initializer_list<LogField> fields) {
  logger().log(spdlog_level(level), form == LogForm::Json ? as_json(words, fields) : as_text(words, fields));
}

}  // namespace rialto
