// Numbers and enumerations as a language writes them, by ICU. What ICU needs is made once for each language.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "say/language.h"

namespace rialto::say {

// "40,791", "40.791"
std::string number(Language language, std::int64_t whole);

// With at most one digit behind the sign: "3.5", "3,5", "4".
std::string decimal(Language language, double value);

// "Ana, Bela and Carl", "Ana, Bela und Carl"; "" for none.
std::string enumeration(Language language, const std::vector<std::string>& items);

}  // namespace rialto::say
