// Forms as browsers send them: application/x-www-form-urlencoded and multipart/form-data (RFC 7578).
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "web/fields.h"
#include "web/http.h"
#include "web/parser.h"

namespace rialto::web {

// At most this many fields and files in one form.
inline constexpr std::size_t kMostFormFields = 1000;

// Fills request.form and request.uploads from request.body, which is given back empty. Text is UTF-8 without NUL;
// anything else is refused with 400. A body of another type is refused with 415; no body at all is an empty form.
std::optional<Refusal> read_form(Request& request);

// The parts of multipart/form-data. `content_type` is the header with its boundary.
std::optional<Refusal> read_multipart(std::string_view content_type, std::string_view body, Fields& form,
                                      std::vector<Upload>& uploads);

// The value of `name` in a header like `form-data; name="poster"; filename="a b.png"`, as browsers write it
// (%22 for a quote); nothing if it is not there.
std::optional<std::string> header_parameter(std::string_view header, std::string_view name);

}  // namespace rialto::web
