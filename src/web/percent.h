// Percent encoding (RFC 3986, 2.1) and the form encoding of HTML built on it.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "web/fields.h"

namespace rialto::web {

// Appends the decoded path segment or path. False if a "%" is not followed by two hexadecimal digits.
bool append_decoded_path(std::string& out, std::string_view encoded);

// Appends the decoded form value: "+" is a blank, and a "%" that encodes nothing stays as it is, as browsers read it.
void append_decoded_form(std::string& out, std::string_view encoded);

// For a value inside a query or a form: letters, digits and "-._~" as they are, everything else as %XX.
std::string percent_encoded(std::string_view text);

// Reads "a=1&b=two+words" and adds to `into`. An error, as a sentence for the visitor, if there are more than `most`
// fields, or a name or value is not UTF-8 or holds a NUL.
Result<Done> read_urlencoded(std::string_view encoded, std::size_t most, Fields& into);

}  // namespace rialto::web
