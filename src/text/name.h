// Rules for what people call themselves and their threads, and a check of addresses for mail.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace rialto::text {

// A member's name as it will be kept (NFC, without blanks around it), or a sentence that says what is wrong with it.
// 2 to 30 characters: letters and digits of one script (or of those that are written together, as in Japanese), and
// "_", "-", "." between them. What looks like another script's letters is refused (UTS 39, highly restrictive).
Result<std::string> checked_name(std::string_view name);

// What two names that look alike have in common, whatever their case ("Ana", "аna", "ANA"; "Iain", "lain"): kept beside
// the name, and unique. Only for comparison (UTS 39 skeleton of the folded name, with i as l).
std::string name_skeleton(std::string_view name);

// A title as it will be kept (NFC, single blanks), or a sentence that says what is wrong: 1 to 200 characters, no
// controls, no characters that turn the direction of writing, no heaps of invisible or combining ones.
Result<std::string> checked_title(std::string_view title);

// True if a reader would see anything of the text: it is more than blanks and invisible characters.
bool shows_something(std::string_view text);

// True if the address could receive mail: one "@", something before it, a host name with a dot after it.
bool is_plausible_email(std::string_view address);

}  // namespace rialto::text
