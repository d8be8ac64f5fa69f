// How people say a date that was partly kept. One small table of words a language.
#include <array>

#include "base/edtf.h"

namespace rialto {
namespace {

struct Words {
  std::array<const char*, 12> months;
  std::array<const char*, 4> seasons;
  const char* day_mark;  // after the day: "17. Juli"
  const char* no_year;
  const char* some_time_in;
  const char* decade_before;
  const char* decade_after;
  const char* century;
  const char* about;
  const char* perhaps;
  const char* to;
  const char* since;
  const char* until;
};

constexpr Words kEnglish = {{"January", "February", "March", "April", "May", "June", "July", "August", "September",
                             "October", "November", "December"},
                            {"spring", "summer", "autumn", "winter"},
                            "",
                            ", year not kept",
                            "some time in ",
                            "the ",
                            "s",
                            "some time between ",
                            "about ",
                            "perhaps ",
                            " to ",
                            "since ",
                            "until "};

constexpr Words kGerman = {{"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
                            "Oktober", "November", "Dezember"},
                           {"Frühling", "Sommer", "Herbst", "Winter"},
                           ".",
                           ", Jahr nicht erhalten",
                           "irgendwann ",
                           "den ",
                           "ern",
                           "irgendwann zwischen ",
                           "etwa ",
                           "vielleicht ",
                           " bis ",
                           "seit ",
                           "bis "};

std::string month_name(const Words& words, int month) {
  return words.months[static_cast<std::size_t>(month - 1)];
}

std::string year_said(const Words& words, const std::string& date) {
  const std::string year = date.substr(0, 4);
  const auto open = year.find('X');
  if (open == std::string::npos) return words.some_time_in + year;
  const std::string first = year.substr(0, open) + std::string(4 - open, '0');
  if (open == 3) return std::string(words.some_time_in) + words.decade_before + first + words.decade_after;
  return words.century + first + "–" + year.substr(0, open) + std::string(4 - open, '9');
}

std::string day_said(const Words& words, const DateParts& parts) {
  std::string text = std::to_string(*parts.day) + words.day_mark + " " + month_name(words, *parts.month);
  return parts.year ? text + " " + std::to_string(*parts.year) : text + words.no_year;
}

std::string season_said(const Words& words, const std::string& date) {
  const auto season = static_cast<std::size_t>(date[6] - '1');
  return std::string(words.seasons[season]) + " " + date.substr(0, 4);
}

std::string date_said(const Words& words, std::string date) {
  std::string before;
  if (date.ends_with('~') || date.ends_with('%')) before = words.about;
  if (date.ends_with('?')) before = words.perhaps;
  if (!before.empty()) date.pop_back();
  if (date.starts_with('Y') || date.starts_with('-')) return before + date.substr(date.starts_with('Y') ? 1 : 0);
  if (date.size() == 7 && date[5] == '2') return before + season_said(words, date);
  const DateParts parts = Edtf::parse(date)->parts();
  if (parts.month && parts.day) return before + day_said(words, parts);
  if (!parts.month) return before.empty() ? year_said(words, date) : before + date.substr(0, 4);
  const std::string month = month_name(words, *parts.month);
  return before + (parts.year ? month + " " + std::to_string(*parts.year) : month + words.no_year);
}

}  // namespace

std::string spoken(const Edtf& date, Language language) {
  const Words& words = language == Language::German ? kGerman : kEnglish;
  const auto slash = date.text().find('/');
  if (slash == std::string::npos) return date_said(words, date.text());
  const std::string from = date.text().substr(0, slash);
  const std::string to = date.text().substr(slash + 1);
  if (from.empty() || from == "..") return words.until + date_said(words, to);
  if (to.empty() || to == "..") return words.since + date_said(words, from);
  return date_said(words, from) + words.to + date_said(words, to);
}

}  // namespace rialto
