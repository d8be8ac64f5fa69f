// Countries and languages by their codes, as English speakers say them.
#pragma once

#include <string>
#include <string_view>

namespace rialto::film {

// "US" → "United States", "SU" → "Soviet Union"; what is no code stays as it is.
std::string country_name(std::string_view code);

// "fr" → "French", "ja-Latn" → "Japanese (Latin)", "und-ES" → "Spain", "zxx" → "no language"; what is no code stays.
std::string language_name(std::string_view tag);

}  // namespace rialto::film
