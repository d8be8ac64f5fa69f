// Small helpers for UTF-8 text. Views in, views or strings out; nothing here allocates unless it returns a string.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rialto {

// Without white space (ASCII) at both ends.
std::string_view trimmed(std::string_view text);

// The pieces between the separators; "a,,b" gives three, "" gives one empty piece.
std::vector<std::string_view> split(std::string_view text, char separator);

// The lines without their endings ("\n" or "\r\n"); a last line without an ending counts.
std::vector<std::string_view> lines_of(std::string_view text);

std::string joined(const std::vector<std::string>& pieces, std::string_view between);

std::string replaced(std::string_view text, std::string_view from, std::string_view to);

// ASCII letters in lower case, other bytes as they are.
std::string ascii_lower(std::string_view text);
bool equal_ignoring_case(std::string_view one, std::string_view other);  // ASCII only

// True if the bytes are UTF-8 as RFC 3629 says: no overlong forms, no surrogates, nothing above U+10FFFF.
bool is_utf8(std::string_view bytes);

// The same text with each byte that is not UTF-8 replaced by U+FFFD.
std::string repaired_utf8(std::string_view bytes);

// How many code points valid UTF-8 has.
std::size_t code_points(std::string_view text);

// At most `limit` bytes, cut before a code point, never within one.
std::string_view cut_utf8(std::string_view text, std::size_t limit);

// Folded for comparison and search: NFKC, case folded, accents taken off ("Amélie" → "amelie"), runs of white space
// made one blank. What every `*_fold` column holds.
std::string folded(std::string_view text);

// Words for an address: folded, transliterated to ASCII, joined by "-", at most `limit` bytes: "the-closing-scene".
// Empty if nothing remains.
std::string slug_of(std::string_view text, std::size_t limit = 60);

}  // namespace rialto
