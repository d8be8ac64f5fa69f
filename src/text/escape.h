// Escaping, named for the place where the words will stand. All append to `out`, take UTF-8, and copy runs that need
// no escaping at once; the pages are written with these.
#pragma once

#include <string>
#include <string_view>

namespace rialto::text {

// Between tags: & < >.
void append_text(std::string& out, std::string_view words);

// Within an attribute's quotes, double or single: & < > " '.
void append_attribute(std::string& out, std::string_view words);

// Within the quotes of href, src or action: the address if it is allowed, else "#".
void append_url_attribute(std::string& out, std::string_view address);

// A name or value of a query, or a segment of a path: everything but A-Z a-z 0-9 - . _ ~ as %XX.
void append_query(std::string& out, std::string_view words);

// http:, https: (with "//") and mailto: addresses, and those that begin with / ? or #. Control characters, also blanks
// in front, make an address not allowed.
bool is_allowed_address(std::string_view address);

}  // namespace rialto::text
