#include "text/name.h"

#include <memory>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uspoof.h>

#include "base/strings.h"

namespace rialto::text {

namespace {

constexpr int kShortestName = 2, kLongestName = 30, kLongestTitle = 200;  // code points
constexpr int kMostMarksInARow = 4;

using Spoof = std::unique_ptr<USpoofChecker, decltype(&uspoof_close)>;

USpoofChecker* spoof_checker() {
  thread_local const Spoof checker = [] {
    UErrorCode status = U_ZERO_ERROR;
    Spoof made(uspoof_open(&status), &uspoof_close);
    uspoof_setChecks(made.get(), USPOOF_RESTRICTION_LEVEL | USPOOF_INVISIBLE | USPOOF_MIXED_NUMBERS, &status);
    uspoof_setRestrictionLevel(made.get(), USPOOF_HIGHLY_RESTRICTIVE);
    if (U_FAILURE(status)) made.reset();
    return made;
  }();
  return checker.get();
}

icu::UnicodeString wide_of(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
}

std::string utf8_of(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

icu::UnicodeString composed(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfc = icu::Normalizer2::getNFCInstance(status);
  return nfc->normalize(wide_of(text), status);
}

bool is_joint(UChar32 letter) { return letter == '_' || letter == '-' || letter == '.'; }

bool is_mark(UChar32 letter) {
  const auto type = u_charType(letter);
  return type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK || type == U_ENCLOSING_MARK;
}

bool is_direction(UChar32 letter) {
  return (letter >= 0x202A && letter <= 0x202E) || (letter >= 0x2066 && letter <= 0x2069) || letter == 0x200E ||
         letter == 0x200F || letter == 0x061C;
}

// Not to be seen; emoji and some scripts need single ones.
bool is_invisible(UChar32 letter) {
  return u_hasBinaryProperty(letter, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) || letter == 0x2800 || letter == 0xFFFC;
}

bool is_foreign(UChar32 letter) {
  const auto type = u_charType(letter);
  return type == U_CONTROL_CHAR || type == U_UNASSIGNED || type == U_PRIVATE_USE_CHAR || type == U_SURROGATE ||
         letter == 0x2028 || letter == 0x2029;
}

// A sentence if the letters, or how they follow each other, make no name; else empty.
std::string flaw_of_name(const icu::UnicodeString& name) {
  bool after_joint = true;
  for (int32_t at = 0; at < name.length(); at = name.moveIndex32(at, 1)) {
    const auto letter = name.char32At(at);
    if (is_joint(letter) && after_joint) return "A name begins with a letter or digit, and so does each part of it.";
    if (!is_joint(letter) && !u_isalnum(letter) && !is_mark(letter))
      return "A name is made of letters, digits, “_”, “-” and “.”, without blanks.";
    after_joint = is_joint(letter);
  }
  return after_joint ? "A name ends with a letter or digit." : "";
}

std::string flaw_of_title(const icu::UnicodeString& title) {
  int marks = 0, invisible = 0;
  for (int32_t at = 0; at < title.length(); at = title.moveIndex32(at, 1)) {
    const auto letter = title.char32At(at);
    if (is_foreign(letter) || is_direction(letter))
      return "The title holds a character that can’t be shown. Type it anew.";
    marks = is_mark(letter) && !is_invisible(letter) ? marks + 1 : 0;
    invisible = is_invisible(letter) ? invisible + 1 : 0;
    if (marks > kMostMarksInARow || invisible > 1) return "The title holds too many characters on top of each other.";
  }
  return "";
}

bool is_label_letter(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
         letter == '-' || static_cast<unsigned char>(letter) >= 0x80;
}

bool is_host(std::string_view host) {
  const auto labels = split(host, '.');
  for (auto label : labels) {
    if (label.empty() || label.size() > 63 || label.starts_with('-') || label.ends_with('-')) return false;
    for (char letter : label)
      if (!is_label_letter(letter)) return false;
  }
  return labels.size() >= 2 && labels.back().size() >= 2;
}

}  // namespace

Result<std::string> checked_name(std::string_view name) {
  name = trimmed(name);
  if (!is_utf8(name)) return Error{"The name is not readable text. Type it anew."};
  const auto count = code_points(name);
  if (count < kShortestName || count > kLongestName) return Error{"A name has 2 to 30 letters or digits."};
  const auto wide = composed(name);
  if (auto flaw = flaw_of_name(wide); !flaw.empty()) return Error{std::move(flaw)};
  UErrorCode status = U_ZERO_ERROR;
  if (uspoof_check2(spoof_checker(), wide.getBuffer(), wide.length(), nullptr, &status) != 0 || U_FAILURE(status))
    return Error{"A name is written in one script; letters of several that look alike confuse readers."};
  return utf8_of(wide);
}

std::string name_skeleton(std::string_view name) {
  const auto wide = wide_of(folded(name));
  UErrorCode status = U_ZERO_ERROR;
  UChar small[256];
  const auto size = uspoof_getSkeleton(spoof_checker(), 0, wide.getBuffer(), wide.length(), small, 256, &status);
  auto key = U_FAILURE(status) ? utf8_of(wide) : folded(utf8_of(icu::UnicodeString(small, size)));
  for (char& letter : key)
    if (letter == 'i') letter = 'l';
  return key;
}

Result<std::string> checked_title(std::string_view title) {
  if (!is_utf8(title)) return Error{"The title is not readable text. Type it anew."};
  std::string single;
  for (char letter : trimmed(title)) {
    const bool blank = letter == ' ' || letter == '\n' || letter == '\t' || letter == '\r';
    if (!blank) {
      single += letter;
    } else if (single.back() != ' ') {
      single += ' ';
    }
  }
  const auto count = code_points(single);
  if (count == 0) return Error{"A title is needed."};
  if (count > kLongestTitle) return Error{"The title is too long: at most 200 characters, please."};
  if (!shows_something(single)) return Error{"A title needs at least one letter."};
  const auto wide = composed(single);
  if (auto flaw = flaw_of_title(wide); !flaw.empty()) return Error{std::move(flaw)};
  return utf8_of(wide);
}

bool shows_something(std::string_view text) {
  const auto wide = wide_of(text);
  for (int32_t at = 0; at < wide.length(); at = wide.moveIndex32(at, 1)) {
    const auto letter = wide.char32At(at);
    if (!is_invisible(letter) && !u_isUWhiteSpace(letter) && !u_iscntrl(letter)) return true;
  }
  return false;
}

bool is_plausible_email(std::string_view address) {
  const auto at = address.find('@');
  if (at == std::string_view::npos || at == 0 || at > 64 || address.size() > 254 || !is_utf8(address)) return false;
  const auto local = address.substr(0, at);
  if (local.starts_with('.') || local.ends_with('.') || local.find("..") != std::string_view::npos) return false;
  for (char letter : local)
    if (static_cast<unsigned char>(letter) <= ' ' || letter == 0x7F ||
        std::string_view("\"(),:;<>[\\]").find(letter) != std::string_view::npos)
      return false;
  return is_host(address.substr(at + 1));
}

}  // namespace rialto::text
