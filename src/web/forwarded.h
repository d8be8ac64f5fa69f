// What a proxy in front says about the visitor. Believed only from proxies that the settings name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "web/http.h"

namespace rialto::web {

// Sets request.remote and request.secure: those of the connection, or, if its peer is trusted, the last address of
// X-Forwarded-For that is not a trusted proxy itself, and whether X-Forwarded-Proto is https.
void set_visitor(Request& request, std::string_view peer, Wire wire, const std::vector<std::string>& trusted_proxies);

// Whether it came from this machine, and through no proxy that says for whom it speaks.
bool is_from_here(const Request& request);

}  // namespace rialto::web
