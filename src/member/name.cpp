#include "member/name.h"

#include <unicode/uchar.h>
#include <unicode/uspoof.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>

#include "base/strings.h"

namespace rialto::member {

namespace {

constexpr std::size_t kShortest = 2;  // code points
constexpr std::size_t kLongest = 30;

// What would speak for the site, or stand for nobody.
constexpr std::array<std::string_view, 22> kReserved = {
    "admin",  "administrator", "moderator", "moderators", "mod",     "mods",     "root",      "rialto",
    "system", "staff",         "support",   "deleted",    "removed", "ghost",    "anonymous", "null",
    "nobody", "member",        "members",   "everyone",   "all",     "undefined"};

bool is_name_letter(UChar32 letter) {
  return letter == '_' || letter == '-' || letter == '.' ||
         (letter > 0 && (u_isalnum(letter) || u_charType(letter) == U_NON_SPACING_MARK));
}

bool only_name_letters(std::string_view name) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(name.data());
  const auto size = static_cast<std::int32_t>(name.size());
  for (std::int32_t at = 0; at < size;) {
    UChar32 letter;
    U8_NEXT(data, at, size, letter);
    if (!is_name_letter(letter)) return false;
  }
  return true;
}

bool is_edge(char letter) {
  return letter == '-' || letter == '.';
}

struct Closer {
  void operator()(USpoofChecker* checker) const { uspoof_close(checker); }
};

// Opened once; ICU's checker is safe for reading from any thread.
const USpoofChecker* checker() {
  static const std::unique_ptr<USpoofChecker, Closer> opened = [] {
    UErrorCode error = U_ZERO_ERROR;
    std::unique_ptr<USpoofChecker, Closer> fresh(uspoof_open(&error));
    uspoof_setRestrictionLevel(fresh.get(), USPOOF_HIGHLY_RESTRICTIVE);
    uspoof_setChecks(fresh.get(), USPOOF_RESTRICTION_LEVEL | USPOOF_INVISIBLE | USPOOF_MIXED_NUMBERS, &error);
    if (U_FAILURE(error)) throw std::runtime_error("member: ICU has no data for look-alike names");
    return fresh;
  }();
  return opened.get();
}

bool mixes_scripts(std::string_view name) {
  UErrorCode error = U_ZERO_ERROR;
  const auto found = uspoof_check2UTF8(checker(), name.data(), static_cast<std::int32_t>(name.size()), nullptr, &error);
  return U_FAILURE(error) || found != 0;
}

}  // namespace

std::optional<NameFault> fault_of_name(std::string_view name) {
  if (!is_utf8(name)) return NameFault::Letters;
  const auto length = code_points(name);
  if (length < kShortest) return NameFault::Short;
  if (length > kLongest) return NameFault::Long;
  if (!only_name_letters(name)) return NameFault::Letters;
  if (is_edge(name.front()) || is_edge(name.back())) return NameFault::Edges;
  if (mixes_scripts(name)) return NameFault::Mixed;
  const auto skeleton = skeleton_of(name);
  const bool reserved =
      std::any_of(kReserved.begin(), kReserved.end(), [&](auto word) { return skeleton == skeleton_of(word); });
  return reserved ? std::optional(NameFault::Reserved) : std::nullopt;
}

std::string skeleton_of(std::string_view name) {
  const auto fold = folded(name);
  std::string out(fold.size() * 4 + 16, '\0');
  UErrorCode error = U_ZERO_ERROR;
  const auto size = uspoof_getSkeletonUTF8(checker(), 0, fold.data(), static_cast<std::int32_t>(fold.size()),
                                           out.data(), static_cast<std::int32_t>(out.size()), &error);
  if (U_FAILURE(error)) return fold;
  out.resize(static_cast<std::size_t>(size));
  return out;
}

}  // namespace rialto::member
