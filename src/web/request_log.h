// One line in the log for each answer, for those who ask for it (rialto serve --log). The address is told without its query, which may
// hold what opens something; nothing of who asked.
#pragma once

#include <chrono>
#include <cstddef>

#include "web/http.h"

namespace rialto::web {

// `took`: from the first byte of the request until its answer was made.
void log_answer(const Request& request, Status status, std::chrono::nanoseconds took, std::size_t bytes);

}  // namespace rialto::web
