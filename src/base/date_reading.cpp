#include "base/date_reading.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <string>
#include <vector>

#include "base/strings.h"

namespace rialto {
namespace {

struct Token {
  enum Kind { Number, Word, Mark } kind;
  std::size_t begin, end;
  std::string text;  // folded, for words; the sign itself for marks
  int value = 0;
  int digits() const { return static_cast<int>(end - begin); }
};

bool is_digit(char letter) {
  return letter >= '0' && letter <= '9';
}

bool is_word_byte(char letter) {
  return static_cast<unsigned char>(letter) >= 0x80 || (letter >= 'a' && letter <= 'z') ||
         (letter >= 'A' && letter <= 'Z');
}

// Signs that UTF-8 writes in three bytes and that are no letters: dashes, curly quotes, full-width brackets, blanks.
std::size_t foreign_mark_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("\xC2\xA0") || rest.starts_with("\xC2\xB7") || rest.starts_with("\xC2\xBB") ||
      rest.starts_with("\xC2\xAB") || rest.starts_with("\xC2\xBA") || rest.starts_with("\xC2\xB0"))
    return 2;
  if (rest.starts_with("\xE2\x80") || rest.starts_with("\xEF\xBC\x88") || rest.starts_with("\xEF\xBC\x89") ||
      rest.starts_with("\xE3\x80\x80"))
    return 3;
  return 0;
}

std::size_t run_end(std::string_view text, std::size_t at, bool digits) {
  std::size_t end = at;
  while (end < text.size() && (digits ? is_digit(text[end]) : is_word_byte(text[end]))) {
    if (!digits && foreign_mark_at(text, end)) break;
    ++end;
  }
  return end;
}

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  for (std::size_t at = 0; at < text.size();) {
    if (const auto size = foreign_mark_at(text, at)) {
      const auto sign = text.substr(at, size);
      if (sign != "\xC2\xA0" && !sign.starts_with("\xE2\x80\xAF") && sign != "\xE3\x80\x80")
        tokens.push_back({Token::Mark, at, at + size, std::string(sign)});
      at += size;
    } else if (is_digit(text[at])) {
      const auto end = run_end(text, at, true);
      Token token{Token::Number, at, end, {}};
      token.value = end - at <= 8 ? std::stoi(std::string(text.substr(at, end - at))) : -1;
      tokens.push_back(std::move(token));
      at = end;
    } else if (is_word_byte(text[at])) {
      const auto end = run_end(text, at, false);
      tokens.push_back({Token::Word, at, end, folded(text.substr(at, end - at))});
      at = end;
    } else {
      if (text[at] != ' ' && text[at] != '\t') tokens.push_back({Token::Mark, at, at + 1, std::string(1, text[at])});
      ++at;
    }
  }
  return tokens;
}

bool one_of(const std::string& word, std::initializer_list<const char*> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_weekday(const std::string& word) {
  static const std::set<std::string> kDays = [] {
    std::set<std::string> days;
    for (const auto day : split(
             "mar monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun "
             "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so lundi mardi "
             "mercredi jeudi vendredi samedi dimanche lun mer jeu ven sam dim lunes martes miércoles jueves viernes "
             "sábado domingo mié jue vie sáb dom lunedì martedì mercoledì giovedì venerdì sabato domenica gio sab "
             "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag segunda terça quarta quinta sexta feira "
             "понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс poniedziałek wtorek "
             "środa czwartek piątek sobota niedziela pon wt śr czw pt sob niedz måndag tisdag onsdag torsdag fredag "
             "lördag söndag mån tis ons tors fre lör sön",
             ' '))
      days.insert(folded(day));
    return days;
  }();
  return kDays.contains(word);
}

// Reads one date from a row of tokens; `at` is where it stands, and moves on as parts are read.
class Reader {
 public:
  Reader(const std::vector<Token>& tokens, std::size_t at, const DateReading& how)
      : tokens_(tokens), at_(at), how_(how) {}

  // True if a date stands here; then `end()` is the token after it.
  bool read() { return year_first() || east_asian() || numeric() || day_month() || month_day(); }

  std::optional<Edtf> date() const { return Edtf::from_parts(parts_); }
  std::size_t end() const { return at_; }

 private:
  const Token* token(std::size_t ahead = 0) const {
    return at_ + ahead < tokens_.size() ? &tokens_[at_ + ahead] : nullptr;
  }
  bool is_mark(std::size_t ahead, std::string_view sign) const {
    const auto* next = token(ahead);
    return next && next->kind == Token::Mark && next->text == sign;
  }
  bool is_number(std::size_t ahead, int least_digits, int most_digits) const {
    const auto* next = token(ahead);
    return next && next->kind == Token::Number && next->digits() >= least_digits && next->digits() <= most_digits;
  }
  bool is_word(std::size_t ahead) const { return token(ahead) && token(ahead)->kind == Token::Word; }
  int value(std::size_t ahead) const { return token(ahead)->value; }
  bool touches(std::size_t ahead) const { return token(ahead)->end == token(ahead + 1)->begin; }

  bool possible() const { return Edtf::from_parts(parts_).has_value(); }
  static int full_year(int value, int digits) { return digits == 4 ? value : value < 40 ? 2000 + value : 1900 + value; }
  static bool plausible_year(int value) { return value >= 1870 && value <= 2100; }

  // 2017-02-20, 2017/2/20, 2017.02.20, with T or a blank before the clock.
  bool year_first() {
    if (!is_number(0, 4, 4) || !plausible_year(value(0)) || !is_number(2, 1, 2) || !is_number(4, 1, 2)) return false;
    const bool marks = (is_mark(1, "-") && is_mark(3, "-")) || (is_mark(1, "/") && is_mark(3, "/")) ||
                       (is_mark(1, ".") && is_mark(3, "."));
    if (!marks || !touches(0) || !touches(1)) return false;
    return finish({value(0), value(2), value(4)}, 5);
  }

  // 2010年3月3日 14時05分, 2010년 3월 3일
  bool east_asian() {
    if (!is_number(0, 1, 4) || !is_word(1)) return false;
    const std::string& first = token(1)->text;
    const bool month_only = first == "月" || first == "월";
    if (!month_only && first != "年" && folded("년") != first) return false;
    DateParts parts;
    std::size_t ahead = 0;
    if (!month_only) {
      parts.year = full_year(value(0), token(0)->digits());
      ahead = 2;
    }
    if (!is_number(ahead, 1, 2) || !is_word(ahead + 1)) return false;
    parts.month = value(ahead);
    ahead += 2;
    if (is_number(ahead, 1, 2) && is_word(ahead + 1)) {
      parts.day = value(ahead);
      ahead += 2;
    }
    return finish(parts, ahead);
  }

  // 20/02/2017, 20.02.2017, 20-02-17
  bool numeric() {
    if (!is_number(0, 1, 2) || !is_number(2, 1, 2) || !(is_number(4, 4, 4) || is_number(4, 2, 2))) return false;
    const bool dots = is_mark(1, ".") && is_mark(3, ".");
    if (!dots && !(is_mark(1, "/") && is_mark(3, "/")) && !(is_mark(1, "-") && is_mark(3, "-"))) return false;
    const int year = full_year(value(4), token(4)->digits());
    if (!plausible_year(year)) return false;
    const int one = value(0), two = value(2);
    const auto order = dots ? DateOrder::DayFirst : how_.order;
    if (one > 31 || two > 31 || (one > 12 && two > 12)) return false;
    if (one > 12 || (two <= 12 && order == DateOrder::DayFirst) || one == two) return finish({year, two, one}, 5);
    if (two > 12 || order == DateOrder::MonthFirst) return finish({year, one, two}, 5);
    return finish({year}, 5);
  }

  // 17. Juli 2019, 3 de março de 2012, 3rd of March, 1er mars 2012, 5 янв 2011
  bool day_month() {
    if (!is_number(0, 1, 2)) return false;
    std::size_t ahead = 1;
    if (is_mark(ahead, ".") || is_mark(ahead, "º") || is_mark(ahead, "°") || is_mark(ahead, "-")) ++ahead;
    if (is_word(ahead) && one_of(token(ahead)->text, {"st", "nd", "rd", "th", "er", "ro", "º", "e"})) ++ahead;
    if (is_word(ahead) && one_of(token(ahead)->text, {"of", "de", "di", "d", "den"})) ++ahead;
    if (is_mark(ahead, "'") || is_mark(ahead, "\xE2\x80\x99")) ++ahead;
    if (!is_word(ahead)) return false;
    const int month = month_of(token(ahead)->text);
    if (!month) return false;
    const int day = value(0);
    ++ahead;
    if (is_mark(ahead, ".")) ++ahead;
    return with_year({std::nullopt, month, day}, ahead);
  }

  // July 17, 2019; Sep 17 2008 02:06:57; Sep 17 02:06:57 2008; March 2010
  bool month_day() {
    if (!is_word(0)) return false;
    const int month = month_of(token(0)->text);
    if (!month || token(0)->digits() < 3) return false;
    std::size_t ahead = 1;
    if (is_mark(ahead, ".")) ++ahead;
    if (is_word(ahead) && one_of(token(ahead)->text, {"de", "of", "del"})) ++ahead;
    if (is_number(ahead, 4, 4) && plausible_year(value(ahead))) return finish({value(ahead), month}, ahead + 1);
    if (!is_number(ahead, 1, 2)) return false;
    const int day = value(ahead);
    ++ahead;
    // "Mar 13 Mar 2012": the first is a weekday.
    if (is_word(ahead) && month_of(token(ahead)->text)) return false;
    if (is_word(ahead) && one_of(token(ahead)->text, {"st", "nd", "rd", "th"})) ++ahead;
    return with_year({std::nullopt, month, day}, ahead);
  }

  // What may stand between the month and the year: a comma, "de", "del"; or the clock, as ctime writes.
  bool with_year(DateParts parts, std::size_t ahead) {
    std::size_t year = ahead;
    if (is_mark(year, ",") || is_mark(year, "-") || is_mark(year, ".")) ++year;
    if (is_word(year) && one_of(token(year)->text, {"de", "del", "of", "г"})) ++year;
    if (is_number(year, 4, 4) && plausible_year(value(year))) {
      parts.year = value(year);
      return finish(parts, year + 1);
    }
    const bool short_mark = is_mark(year, "'") || is_mark(year, "\xE2\x80\x99");
    if (short_mark && is_number(year + 1, 2, 2)) {
      parts.year = full_year(value(year + 1), 2);
      return finish(parts, year + 2);
    }
    const bool dashed = is_mark(ahead, "-") && is_number(ahead + 1, 2, 2);
    if ((dashed || is_number(ahead, 2, 2)) && !is_mark(ahead + (dashed ? 2 : 1), ":")) {
      parts.year = full_year(value(ahead + (dashed ? 1 : 0)), 2);
      return finish(parts, ahead + (dashed ? 2 : 1));
    }
    // "1/2 out of 5", "a set of 4": words that are months in another language need a year.
    const auto& word = at_ + 1 < tokens_.size() && token()->kind == Token::Number ? token(1)->text : token()->text;
    if (one_of(word, {"out", "set", "led", "ago", "lug", "mag", "dub", "paz", "lis"})) return false;
    if (!finish(parts, ahead)) return false;
    if (parts_.hour && is_number(0, 4, 4) && plausible_year(value(0))) {
      parts_.year = value(0);
      ++at_;
    }
    return true;
  }

  bool finish(const DateParts& parts, std::size_t ahead) {
    parts_ = parts;
    if (!possible()) return false;
    at_ += ahead;
    if (parts_.day) clock();
    return true;
  }

  // Words and marks between the day and the clock: "at", "um", "à", ",", "T".
  std::size_t clock_begin() const {
    std::size_t ahead = 0;
    for (int skipped = 0; skipped < 4 && token(ahead); ++skipped) {
      if (token(ahead)->kind == Token::Number) return ahead;
      const std::string& text = token(ahead)->text;
      const bool filler = token(ahead)->kind == Token::Mark
                              ? one_of(text, {",", "-", "(", ")", "@", ".", "|", ":", "·", "–", "—", "•", "»"})
                              : is_weekday(text) || one_of(text, {"t",  "at",  "um",  "a",  "las", "alle", "ore",
                                                                  "às", "as",  "om",  "kl", "o",   "в",    "godz",
                                                                  "г",  "klo", "the", "日", "um",  "saat", "v"});
      if (!filler) break;
      ++ahead;
    }
    return ahead;
  }

  void clock() {
    const std::size_t begin = clock_begin();
    if (!is_number(begin, 1, 2) || value(begin) > 24) return;
    std::size_t ahead = begin + 1;
    const bool named = is_word(ahead) && one_of(token(ahead)->text, {"h", "uhr", "時", "시", "點"});
    const bool dotted = is_mark(ahead, ".") && is_number(ahead + 1, 2, 2) && is_word(ahead + 2) &&
                        one_of(token(ahead + 2)->text, {"uhr", "am", "pm"});
    DateParts parts = parts_;
    parts.hour = value(begin);
    if ((is_mark(ahead, ":") || dotted || named) && is_number(ahead + 1, 2, 2)) {
      parts.minute = value(ahead + 1);
      ahead += 2;
    } else if (is_word(ahead) && one_of(token(ahead)->text, {"am", "pm"})) {
      parts.minute = 0;
    } else {
      return;
    }
    if (is_mark(ahead, ":") && is_number(ahead + 1, 2, 2)) {
      parts.second = value(ahead + 1);
      ahead += 2;
      if (is_mark(ahead, ".") && is_number(ahead + 1, 3, 9)) ahead += 2;
    }
    ahead = half_day(parts, ahead);
    ahead = zone(parts, ahead);
    const auto made = parts.year ? Edtf::from_parts(parts) : std::nullopt;
    if (parts.year && !made) return;
    parts_ = parts;
    at_ += ahead;
  }

  std::size_t half_day(DateParts& parts, std::size_t ahead) const {
    if (is_word(ahead) && one_of(token(ahead)->text, {"uhr", "分", "h", "hs", "hrs", "분"})) return ahead + 1;
    std::size_t after = ahead;
    char half = 0;
    if (is_word(ahead) && one_of(token(ahead)->text, {"am", "pm"})) {
      half = token(ahead)->text[0];
      after = ahead + 1;
    } else if (is_word(ahead) && one_of(token(ahead)->text, {"a", "p"}) && is_mark(ahead + 1, ".") &&
               is_word(ahead + 2) && token(ahead + 2)->text == "m") {
      half = token(ahead)->text[0];
      after = ahead + (is_mark(ahead + 3, ".") ? 4 : 3);
    }
    if (half == 'p' && *parts.hour < 12) *parts.hour += 12;
    if (half == 'a' && *parts.hour == 12) *parts.hour = 0;
    return after;
  }

  std::size_t zone(DateParts& parts, std::size_t ahead) const {
    if (is_word(ahead) && one_of(token(ahead)->text, {"z", "utc", "gmt"})) {
      parts.zone = "Z";
      ++ahead;
    }
    const bool offset_behind_blank = is_number(ahead + 1, 4, 4) && value(ahead + 1) <= 1400;
    const bool sign =
        is_mark(ahead, "+") || (is_mark(ahead, "-") && ((ahead > 0 && touches(ahead - 1)) || offset_behind_blank));
    if (!sign || !token(ahead + 1) || token(ahead)->end != token(ahead + 1)->begin) return ahead;
    if (is_number(ahead + 1, 4, 4)) {
      const int offset = value(ahead + 1);
      parts.zone = token(ahead)->text + two(offset / 100) + ":" + two(offset % 100);
      return ahead + 2;
    }
    if (is_number(ahead + 1, 2, 2) && is_mark(ahead + 2, ":") && is_number(ahead + 3, 2, 2)) {
      parts.zone = token(ahead)->text + two(value(ahead + 1)) + ":" + two(value(ahead + 3));
      return ahead + 4;
    }
    return ahead;
  }

  static std::string two(int value) { return (value < 10 ? "0" : "") + std::to_string(value); }

  const std::vector<Token>& tokens_;
  std::size_t at_;
  const DateReading& how_;
  DateParts parts_;
};

enum class Unit { None, Moment, Day, Week, Month, Year };

// Stems, folded; one of three letters or fewer must be the whole word.
std::vector<std::pair<std::string, Unit>> unit_stems() {
  std::vector<std::pair<std::string, Unit>> stems;
  const auto add = [&](Unit unit, std::string_view words) {
    for (const auto word : split(words, ' ')) stems.emplace_back(folded(word), unit);
  };
  add(Unit::Month, "month mon monat mois mes mese mesi maand месяц miesiąc miesięc månad måned ヶ月 か月 mo mos");
  add(Unit::Year, "year yr y jahr an ans année ano año anni anno jaar jaren год лет года lat rok år 年");
  add(Unit::Week, "week wk w woche semaine semana settiman weken недел tydzie tygodn veck 週");
  add(Unit::Day, "day d tag jour día dia giorn dag день дня дней dni dzień 日");
  add(Unit::Moment, "hour hr h m minut min second sec stunde heure hora ora ore uur час godzin timm 時間 分 moment");
  return stems;
}

Unit unit_of(const std::string& word) {
  static const auto kStems = unit_stems();
  for (const auto& [stem, unit] : kStems)
    if (stem.size() <= 3 ? word == stem || word == stem + "s" : word.starts_with(stem)) return unit;
  return Unit::None;
}

bool says_ago(const std::vector<Token>& tokens, std::size_t at, std::size_t unit_at) {
  if (at > 0 && tokens[at - 1].kind == Token::Word && one_of(tokens[at - 1].text, {"vor", "hace", "ha", "a", "for"})) {
    if (tokens[at - 1].text != "a") return true;
    return at > 2 && tokens[at - 2].text == "y";
  }
  for (std::size_t next = unit_at + 1; next < tokens.size() && next <= unit_at + 2; ++next)
    if (one_of(tokens[next].text, {"ago", "fa", "atras", "geleden", "назад", "temu", "sedan", "前", "siden"}))
      return true;
  return tokens[unit_at].text.ends_with("前");
}

std::optional<Edtf> counted_back(const std::optional<Edtf>& saved, int count, Unit unit) {
  if (!saved) return std::nullopt;
  const DateParts from = saved->parts();
  if (!from.year || !from.month || !from.day) return std::nullopt;
  using namespace std::chrono;
  const sys_days day = year{*from.year} / *from.month / *from.day;
  const auto back = [&](int days) {
    const year_month_day date{day - std::chrono::days(days)};
    return DateParts{static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
                     static_cast<int>(static_cast<unsigned>(date.day()))};
  };
  DateParts parts = back(unit == Unit::Day ? count : unit == Unit::Week ? count * 7 : 0);
  if (unit == Unit::Day && count < 36500) return Edtf::from_parts(parts);
  if (unit == Unit::Year) parts = {*from.year - count};
  if (unit == Unit::Month)
    parts = {*from.year - (count - *from.month + 12) / 12, ((*from.month - 1 - count) % 12 + 12) % 12 + 1};
  const auto about = Edtf::from_parts(parts);
  return about ? Edtf::parse(about->text() + "~") : std::nullopt;
}

std::optional<FoundDate> find_relative(const std::vector<Token>& tokens, const DateReading& how) {
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const Token& token = tokens[at];
    if (token.kind == Token::Word) {
      if (one_of(token.text, {"yesterday", "gestern", "hier", "ayer", "ieri", "gisteren", "ontem", "вчера", "wczoraj",
                              "igar", "昨日"}))
        return FoundDate{counted_back(how.saved, 1, Unit::Day), token.begin, token.end};
      if (one_of(token.text,
                 {"today", "heute", "hoy", "oggi", "vandaag", "hoje", "сегодня", "dzisiaj", "idag", "今日"}))
        return FoundDate{counted_back(how.saved, 0, Unit::Day), token.begin, token.end};
    }
    const bool one = token.kind == Token::Word &&
                     one_of(token.text, {"a", "an", "one", "einem", "einer", "un", "une", "een", "ein"});
    if (!(token.kind == Token::Number && token.value >= 0 && token.value < 1000) && !one) continue;
    if (at + 1 >= tokens.size()) continue;
    const Unit unit = unit_of(tokens[at + 1].text);
    if (unit == Unit::None || !says_ago(tokens, at, at + 1)) continue;
    std::size_t last = at + 1, first = at;
    while (
        last + 1 < tokens.size() && last < at + 3 &&
        one_of(tokens[last + 1].text, {".", "ago", "fa", "atras", "geleden", "назад", "temu", "sedan", "siden", "前"}))
      ++last;
    if (first > 0 && one_of(tokens[first - 1].text, {"vor", "hace", "ha", "for"})) --first;
    if (first > 2 && tokens[first - 1].text == "a" && tokens[first - 2].text == "y") first -= 3;
    return FoundDate{counted_back(how.saved, one ? 1 : token.value, unit), tokens[first].begin, tokens[last].end};
  }
  return std::nullopt;
}

// Weekdays and what ties them to the date belong to it.
std::size_t begin_with_weekday(const std::vector<Token>& tokens, std::size_t at) {
  std::size_t first = at;
  for (std::size_t back = at; back > 0 && at - back < 3; --back) {
    const Token& before = tokens[back - 1];
    if (before.kind == Token::Mark && (before.text == "," || before.text == "." || before.text == "-")) continue;
    if (before.kind == Token::Word && is_weekday(before.text)) first = back - 1;
    if (before.kind != Token::Word || (!is_weekday(before.text) && before.text != "feira")) break;
  }
  return tokens[first].begin;
}

}  // namespace

std::optional<FoundDate> find_date(std::string_view line, const DateReading& how) {
  const auto tokens = tokens_of(cut_utf8(line, 400));
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (tokens[at].kind == Token::Mark) continue;
    const bool fraction = at > 0 && tokens[at - 1].text == "/" && tokens[at - 1].end == tokens[at].begin;
    if (fraction) continue;
    Reader reader(tokens, at, how);
    if (!reader.read()) continue;
    return FoundDate{reader.date(), begin_with_weekday(tokens, at), tokens[reader.end() - 1].end};
  }
  return find_relative(tokens, how);
}

std::optional<Edtf> read_date(std::string_view text, const DateReading& how) {
  text = trimmed(text);
  if (text.size() == 4 && is_digit(text[0]) && (text[0] == '1' || text[0] == '2')) return Edtf::parse(text);
  if (text.size() == 7 && text[4] == '-')
    if (const auto month = Edtf::parse(text)) return month;
  const auto found = find_date(text, how);
  return found ? found->date : std::nullopt;
}

DateOrder date_order_of(std::string_view page) {
  int day_first = 0, month_first = 0;
  page = page.substr(0, 1'000'000);
  const auto two_at = [&](std::size_t at, std::size_t& next) {
    int value = 0;
    next = at;
    while (next < page.size() && next < at + 2 && is_digit(page[next])) value = value * 10 + (page[next++] - '0');
    return next == at ? -1 : value;
  };
  for (std::size_t at = 0; at + 7 < page.size(); ++at) {
    if (!is_digit(page[at]) || (at > 0 && (is_digit(page[at - 1]) || page[at - 1] == '/' || page[at - 1] == '-')))
      continue;
    std::size_t next = 0, last = 0;
    const int one = two_at(at, next);
    const char mark = next < page.size() ? page[next] : ' ';
    if (mark != '/' && mark != '-') continue;
    const int two = two_at(next + 1, last);
    if (two < 1 || last >= page.size() || page[last] != mark || last + 1 >= page.size() || !is_digit(page[last + 1]))
      continue;
    if (one > 12 && one <= 31 && two <= 12) ++day_first;
    if (two > 12 && two <= 31 && one >= 1 && one <= 12) ++month_first;
  }
  if ((day_first > 0) == (month_first > 0)) return DateOrder::Unknown;
  return day_first ? DateOrder::DayFirst : DateOrder::MonthFirst;
}

}  // namespace rialto
