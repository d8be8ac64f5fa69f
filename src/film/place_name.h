// Countries, languages and genres as people of a language say them.
#pragma once

#include <string>
#include <string_view>

#include "say/language.h"

namespace rialto::film {

// In English: "US" → "United States", "SU" → "Soviet Union"; what is no code stays as it is.
std::string country_name(std::string_view code, Language language);

// In English: "fr" → "French", "ja-Latn" → "Japanese (Latin)", "und-ES" → "Spain", "zxx" → "no language"; what is no code stays.
std::string language_name(std::string_view tag, Language language);

// "Crime" → "Krimi"; a genre that we have no word for stays as it is.
std::string genre_name(std::string_view genre, Language language);

}  // namespace rialto::film
