#include "web/request_log.h"

#include <string>

#include "base/id.h"
#include "base/log.h"

namespace rialto::web {

void log_answer(const Request& request, Status status, std::chrono::nanoseconds took, std::size_t bytes) {
  using enum LogField::Kind;
  log(LogLevel::Info, "answered",
      {{"id", short_form(request.id)},
       {"method", std::string(name_of(request.method))},
       {"path", request.path},
       {"status", std::to_string(static_cast<int>(status)), Number},
       {"microseconds", std::to_string(std::chrono::duration_cast<std::chrono::microseconds>(took).count()), Number},
       {"bytes", std::to_string(bytes), Number}});
}

}  // namespace rialto::web
