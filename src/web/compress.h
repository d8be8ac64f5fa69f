// Bodies in fewer bytes: which coding a visitor takes, and making it.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "web/http.h"

namespace rialto::web {

// Smaller bodies are sent as they are: the answer fits into one packet anyway.
inline constexpr std::size_t kSmallestCompressed = 800;

// The coding that Accept-Encoding prefers by its q-values; brotli before gzip before identity where they are equal.
// Identity also where nothing else is left: nobody is refused for the sake of a coding.
Coding best_coding(std::string_view accept_encoding);

// True for text, JSON, XML, SVG and script; pictures and fonts are compressed already.
bool is_compressible(std::string_view type);

enum class Effort { Page, Asset };  // brotli 5 and zlib 6 in 0.4 ms for a page; brotli 11 and zlib 9 once for an asset

// Identity gives the bytes themselves.
std::string compressed(std::string_view bytes, Coding coding, Effort effort = Effort::Page);

// What compressed() made, whole again; for tests and tools. Throws std::runtime_error if it is not of this coding.
std::string decompressed(std::string_view bytes, Coding coding);

// A body in every coding that makes it smaller.
std::shared_ptr<const Stored> make_stored(std::string bytes, std::string_view type, Effort effort = Effort::Page);

}  // namespace rialto::web
