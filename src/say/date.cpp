#include "say/date.h"

#include <array>
#include <stdexcept>
#include <vector>

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>

#include "say/dated.h"

namespace rialto::say {

namespace {

// Names of months by ICU: within a date ("7 липня"), and beside a year alone ("липень").
struct Months {
  std::array<std::string, 12> within, alone;
};

Months months_of(Language language) {
  UErrorCode status = U_ZERO_ERROR;
  const auto tag = tag_of(language);
  const auto locale = icu::Locale::forLanguageTag(icu::StringPiece(tag.data(), static_cast<int32_t>(tag.size())), status);
  const icu::DateFormatSymbols symbols(locale, status);
  if (U_FAILURE(status)) throw std::runtime_error(std::string("say: ICU has no months: ") + u_errorName(status));
  Months months;
  int32_t count = 0;
  const auto* within = symbols.getMonths(count, icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::WIDE);
  for (std::size_t at = 0; at < 12; ++at) within[at].toUTF8String(months.within[at]);
  const auto* alone = symbols.getMonths(count, icu::DateFormatSymbols::STANDALONE, icu::DateFormatSymbols::WIDE);
  for (std::size_t at = 0; at < 12; ++at) alone[at].toUTF8String(months.alone[at]);
  return months;
}

const Months& months_in(Language language) {
  static const auto all = [] {
    std::vector<Months> made;
    for (const auto each : kLanguages) made.push_back(months_of(each));
    return made;
  }();
  return all[static_cast<std::size_t>(language)];
}

std::string year_said(Language language, const std::string& date) {
  const auto year = date.substr(0, 4);
  const auto open = year.find('X');
  if (open == std::string::npos) return dated::year(language, year);
  const auto first = year.substr(0, open) + std::string(4 - open, '0');
  if (open == 3) return dated::decade(language, first);
  return dated::span_of_years(language, first, year.substr(0, open) + std::string(4 - open, '9'));
}

std::string day_said(Language language, const DateParts& parts) {
  const auto& month = months_in(language).within[static_cast<std::size_t>(*parts.month - 1)];
  const auto day = std::to_string(*parts.day);
  return parts.year ? dated::day(language, day, month, std::to_string(*parts.year)) : dated::day_without_year(language, day, month);
}

std::string month_said(Language language, const DateParts& parts) {
  const auto& month = months_in(language).alone[static_cast<std::size_t>(*parts.month - 1)];
  return parts.year ? dated::month(language, month, std::to_string(*parts.year)) : dated::month_without_year(language, month);
}

std::string season_said(Language language, const std::string& date) {
  const auto year = date.substr(0, 4);
  switch (date[6]) {
    case '1':
      return dated::spring(language, year);
    case '2':
      return dated::summer(language, year);
    case '3':
      return dated::autumn(language, year);
    default:
      return dated::winter(language, year);
  }
}

// How sure it is, which stands behind a date: "~" about, "?" perhaps, "%" both.
enum class Sure { Yes, About, Perhaps };

Sure sure_of(const std::string& date) {
  if (date.ends_with('~') || date.ends_with('%')) return Sure::About;
  return date.ends_with('?') ? Sure::Perhaps : Sure::Yes;
}

std::string plainly_said(Language language, const std::string& date, Sure sure) {
  if (date.starts_with('Y') || date.starts_with('-')) return date.substr(date.starts_with('Y') ? 1 : 0);
  if (date.size() == 7 && date[5] == '2') return season_said(language, date);
  const auto parts = Edtf::parse(date)->parts();
  if (parts.month && parts.day) return day_said(language, parts);
  if (parts.month) return month_said(language, parts);
  return sure == Sure::Yes ? year_said(language, date) : date.substr(0, 4);
}

std::string date_said(Language language, std::string date) {
  const auto sure = sure_of(date);
  if (sure != Sure::Yes) date.pop_back();
  const auto said = plainly_said(language, date, sure);
  if (sure == Sure::Yes) return said;
  return sure == Sure::About ? dated::about(language, said) : dated::perhaps(language, said);
}

}  // namespace

std::string spoken(const Edtf& date, Language language) {
  const auto slash = date.text().find('/');
  if (slash == std::string::npos) return date_said(language, date.text());
  const auto from = date.text().substr(0, slash);
  const auto to = date.text().substr(slash + 1);
  if (from.empty() || from == "..") return dated::until(language, date_said(language, to));
  if (to.empty() || to == "..") return dated::since(language, date_said(language, from));
  return dated::span(language, date_said(language, from), date_said(language, to));
}

}  // namespace rialto::say
