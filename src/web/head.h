// What the server writes before a body.
#pragma once

#include <string>
#include <string_view>

#include "web/http.h"

namespace rialto::web {

// What is written after a handler is done: the response, and which of its bytes.
struct Answer {
  Response response;
  Coding coding = Coding::Identity;
  bool varies = false;  // another Accept-Encoding would have got other bytes

  Pieces body() const { return pieces_of(response.body, coding); }
};

enum class After { KeepOpen, Close };

// Appends status line and headers with the empty line. `date` as http_text() writes it.
// Throws std::logic_error if a header given by the handler holds a line break.
void append_head(std::string& out, const Request& request, const Answer& answer, std::string_view date, After after);

}  // namespace rialto::web
