// The target of a request line ("/films?page=2") taken apart.
#pragma once

#include <string_view>

#include "base/result.h"
#include "web/http.h"

namespace rialto::web {

// At most this many query parameters are read.
inline constexpr std::size_t kMostParameters = 100;

// Fills path, query and, for the absolute form ("http://host/films"), host from request.target. An error, as a
// sentence for the visitor, for what no link of ours looks like: a path with "//", "." or ".." segments, an encoded
// slash, a backslash, control characters, or bytes that are not UTF-8.
Result<Done> read_target(Request& request);

// Like "films.example:8080", "127.0.0.1" or "[::1]:8080".
bool is_host(std::string_view text);

}  // namespace rialto::web
