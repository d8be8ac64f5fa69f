// Numbers and enumerations as a language writes them, by ICU. What ICU needs is made once for each language.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "say/language.h"

namespace rialto::say {

// "40,791", "40.791"
std::string number(Language language, std::int64_t whole);

enum class Zero { Dropped, Kept };

// With one digit behind the sign: "3.5", "3,5"; a zero there is dropped ("4") or kept ("4.0").
std::string decimal(Language language, double value, Zero zero = Zero::Dropped);

// "Ana, Bela and Carl", "Ana, Bela und Carl"; "" for none.
std::string enumeration(Language language, const std::vector<std::string>& items);

}  // namespace rialto::say
