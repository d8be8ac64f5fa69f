#include "film/place_name.h"

#include <algorithm>
#include <array>

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "base/strings.h"
#include "say/genre.h"
#include "say/place.h"

namespace rialto::film {

namespace {

struct Former {
  std::string_view code;
  std::string_view (*name)(Language);
};

// States that are no more, and codes that catalogues use without a standard.
constexpr std::array kFormer = {
    Former{"SU", say::place::su}, Former{"CS", say::place::cs},   Former{"YU", say::place::yu},
    Former{"DD", say::place::dd}, Former{"XG", say::place::dd},   Former{"XC", say::place::cs},
    Former{"UK", say::place::uk}, Former{"XWG", say::place::xwg}, Former{"XYU", say::place::yu},
};

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

icu::Locale locale_of(Language language) {
  return icu::Locale(std::string(say::tag_of(language)).c_str());
}

}  // namespace

std::string country_name(std::string_view code, Language language) {
  for (const auto& [former, name] : kFormer)
    if (former == code) return std::string(name(language));
  if (code.size() != 2) return std::string(code);
  const icu::Locale place("", std::string(code).c_str());
  icu::UnicodeString name;
  return utf8(place.getDisplayCountry(locale_of(language), name));
}

std::string language_name(std::string_view tag, Language language) {
  if (tag.empty()) return "";
  if (tag == "zxx") return std::string(say::place::no_language(language));
  if (tag.starts_with("und-")) return country_name(tag.substr(4), language);
  UErrorCode status = U_ZERO_ERROR;
  const auto locale = icu::Locale::forLanguageTag(icu::StringPiece(tag.data(), static_cast<int32_t>(tag.size())), status);
  if (U_FAILURE(status) || locale.getLanguage()[0] == '\0') return std::string(tag);
  icu::UnicodeString name;
  return utf8(locale.getDisplayName(locale_of(language), name));
}

std::string genre_name(std::string_view genre, Language language) {
  auto key = ascii_lower(genre);
  std::replace(key.begin(), key.end(), ' ', '_');
  std::replace(key.begin(), key.end(), '-', '_');
  if (key == "short") return std::string(say::genre::short_film(language));
  return std::string(say::genre::text_named(language, key).value_or(genre));
}

}  // namespace rialto::film
