#include "film/place_name.h"

#include <array>
#include <utility>

#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace rialto::film {

namespace {

// States that are no more, and codes that catalogues use without a standard.
constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kFormer = {{
    {"SU", "Soviet Union"},
    {"CS", "Czechoslovakia"},
    {"YU", "Yugoslavia"},
    {"DD", "East Germany"},
    {"XG", "East Germany"},
    {"XC", "Czechoslovakia"},
    {"UK", "United Kingdom"},
    {"XWG", "West Germany"},
    {"XYU", "Yugoslavia"},
}};

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

}  // namespace

std::string country_name(std::string_view code) {
  for (const auto& [former, name] : kFormer)
    if (former == code) return std::string(name);
  if (code.size() != 2) return std::string(code);
  const icu::Locale place("", std::string(code).c_str());
  icu::UnicodeString name;
  return utf8(place.getDisplayCountry(icu::Locale::getEnglish(), name));
}

std::string language_name(std::string_view tag) {
  if (tag.empty()) return "";
  if (tag == "zxx") return "no language";
  if (tag.starts_with("und-")) return country_name(tag.substr(4));
  UErrorCode status = U_ZERO_ERROR;
  const auto language = icu::Locale::forLanguageTag(icu::StringPiece(tag.data(), static_cast<int32_t>(tag.size())), status);
  if (U_FAILURE(status) || language.getLanguage()[0] == '\0') return std::string(tag);
  icu::UnicodeString name;
  return utf8(language.getDisplayName(icu::Locale::getEnglish(), name));
}

}  // namespace rialto::film
