#include "say/number.h"

#include <array>
#include <memory>
#include <stdexcept>

#include <unicode/listformatter.h>
#include <unicode/locid.h>
#include <unicode/numberformatter.h>
#include <unicode/plurrule.h>

#include "say/say.h"

namespace rialto::say {

namespace {

constexpr std::int64_t kRemembered = 1000;  // numbers whose plural form is known without asking ICU

void check(UErrorCode status, const char* what) {
  if (U_FAILURE(status)) throw std::runtime_error(std::string("say: ICU has no ") + what + ": " + u_errorName(status));
}

icu::Locale locale_of(Language language) {
  UErrorCode status = U_ZERO_ERROR;
  const auto tag = tag_of(language);
  auto locale = icu::Locale::forLanguageTag(icu::StringPiece(tag.data(), static_cast<int32_t>(tag.size())), status);
  check(status, "locale");
  return locale;
}

Plural plural_named(const icu::UnicodeString& keyword) {
  static const std::array<const char16_t*, 5> names = {u"zero", u"one", u"two", u"few", u"many"};
  for (std::size_t at = 0; at < names.size(); ++at)
    if (keyword == names[at]) return static_cast<Plural>(at);
  return Plural::Other;
}

// What ICU offers for one language; none of it changes after it was made, so threads share it.
class Ready {
 public:
  explicit Ready(const icu::Locale& locale)
      : whole_(icu::number::NumberFormatter::withLocale(locale)),
        short_(icu::number::NumberFormatter::withLocale(locale).precision(icu::number::Precision::maxFraction(1))),
        fixed_(icu::number::NumberFormatter::withLocale(locale).precision(icu::number::Precision::fixedFraction(1))) {
    UErrorCode status = U_ZERO_ERROR;
    rules_.reset(icu::PluralRules::forLocale(locale, status));
    check(status, "plural rules");
    list_.reset(icu::ListFormatter::createInstance(locale, status));
    check(status, "list patterns");
    for (std::int64_t count = 0; count < kRemembered; ++count) forms_[static_cast<std::size_t>(count)] = ask(count);
    plain_ = number(7) == "7";
  }

  Plural plural(std::int64_t count) const {
    return count >= 0 && count < kRemembered ? forms_[static_cast<std::size_t>(count)] : ask(count);
  }

  std::string number(std::int64_t count) const {
    UErrorCode status = U_ZERO_ERROR;
    return utf8(whole_.formatInt(count, status).toString(status));
  }

  std::string decimal(double value, Zero zero) const {
    UErrorCode status = U_ZERO_ERROR;
    return utf8((zero == Zero::Kept ? fixed_ : short_).formatDouble(value, status).toString(status));
  }

  std::string list(const std::vector<std::string>& items) const {
    std::vector<icu::UnicodeString> all;
    for (const auto& item : items) all.push_back(icu::UnicodeString::fromUTF8(item));
    icu::UnicodeString made;
    UErrorCode status = U_ZERO_ERROR;
    list_->format(all.data(), static_cast<int32_t>(all.size()), made, status);
    check(status, "list");
    return utf8(made);
  }

  // Small numbers are the plain digits.
  bool plain() const { return plain_; }

 private:
  static std::string utf8(const icu::UnicodeString& text) {
    std::string out;
    text.toUTF8String(out);
    return out;
  }

  Plural ask(std::int64_t count) const { return plural_named(rules_->select(static_cast<double>(count))); }

  icu::number::LocalizedNumberFormatter whole_, short_, fixed_;
  std::unique_ptr<icu::PluralRules> rules_;
  std::unique_ptr<icu::ListFormatter> list_;
  std::array<Plural, kRemembered> forms_{};
  bool plain_ = false;
};

const Ready& ready(Language language) {
  static const auto all = [] {
    std::vector<std::unique_ptr<const Ready>> made;
    for (const auto each : kLanguages) made.push_back(std::make_unique<const Ready>(locale_of(each)));
    return made;
  }();
  return *all[static_cast<std::size_t>(language)];
}

}  // namespace

Plural plural_of(Language language, std::int64_t count) { return ready(language).plural(count); }

void append_number(std::string& out, Language language, std::int64_t number) {
  const auto& icu = ready(language);
  if (number >= 0 && number < kRemembered && icu.plain()) out += std::to_string(number);
  else out += icu.number(number);
}

std::string number(Language language, std::int64_t whole) {
  std::string out;
  append_number(out, language, whole);
  return out;
}

std::string decimal(Language language, double value, Zero zero) { return ready(language).decimal(value, zero); }

std::string enumeration(Language language, const std::vector<std::string>& items) {
  return items.empty() ? "" : ready(language).list(items);
}

}  // namespace rialto::say
