// Encodings, with ICU. What browsers do: ISO-8859-1 is read as Windows-1252, and so is what nobody can tell.
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <vector>

#include "base/strings.h"
#include "import/page.h"

namespace rialto::imports {
namespace {

// Nothing if ICU does not know the name.
std::optional<std::string> converted(std::string_view bytes, const std::string& charset) {
  UErrorCode error = U_ZERO_ERROR;
  UConverter* from = ucnv_open(charset.c_str(), &error);
  if (U_FAILURE(error)) return std::nullopt;
  std::vector<UChar> wide(bytes.size() * 2 + 16);
  const auto length = ucnv_toUChars(from, wide.data(), static_cast<std::int32_t>(wide.size()), bytes.data(),
                                    static_cast<std::int32_t>(bytes.size()), &error);
  ucnv_close(from);
  if (U_FAILURE(error)) return std::nullopt;
  UConverter* to = ucnv_open("UTF-8", &error);
  std::string text(static_cast<std::size_t>(length) * 3 + 16, '\0');
  const auto size =
      ucnv_fromUChars(to, text.data(), static_cast<std::int32_t>(text.size()), wide.data(), length, &error);
  ucnv_close(to);
  if (U_FAILURE(error)) return std::nullopt;
  text.resize(static_cast<std::size_t>(size));
  return text;
}

// "" unless the detection is fairly sure.
std::string detected(std::string_view bytes) {
  UErrorCode error = U_ZERO_ERROR;
  UCharsetDetector* detector = ucsdet_open(&error);
  if (U_FAILURE(error)) return "";
  const auto head = bytes.substr(0, 65'536);
  ucsdet_setText(detector, head.data(), static_cast<std::int32_t>(head.size()), &error);
  const UCharsetMatch* match = ucsdet_detect(detector, &error);
  std::string name;
  if (U_SUCCESS(error) && match && ucsdet_getConfidence(match, &error) >= 30) name = ucsdet_getName(match, &error);
  ucsdet_close(detector);
  return name.starts_with("UTF-") || name.starts_with("ISO-2022") ? "" : name;
}

// UTF-16 without a mark: every other byte of Latin text is zero.
std::string wide_charset(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return "UTF-16LE";
  if (bytes.starts_with("\xFE\xFF")) return "UTF-16BE";
  const auto head = bytes.substr(0, 400);
  std::size_t zeros[2] = {0, 0};
  for (std::size_t at = 0; at < head.size(); ++at) zeros[at % 2] += head[at] == '\0';
  if (zeros[1] * 5 > head.size() * 2) return "UTF-16LE";
  if (zeros[0] * 5 > head.size() * 2) return "UTF-16BE";
  return "";
}

std::string browser_name(std::string charset) {
  charset = ascii_lower(charset);
  if (charset == "iso-8859-1" || charset == "latin1" || charset == "latin-1" || charset == "us-ascii" ||
      charset == "ascii")
    return "windows-1252";
  if (charset == "iso-8859-9") return "windows-1254";
  return charset;
}

}  // namespace

std::string decoded(std::string_view bytes, std::string_view declared) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return repaired_utf8(bytes.substr(3));
  if (const auto wide = wide_charset(bytes); !wide.empty()) {
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) bytes.remove_prefix(2);
    if (auto text = converted(bytes, wide)) return *text;
  }
  if (is_utf8(bytes)) return std::string(bytes);
  const std::string named = browser_name(std::string(declared));
  if (!named.empty() && named != "utf-8" && named != "utf8")
    if (auto text = converted(bytes, named)) return *text;
  std::string repaired = repaired_utf8(bytes);
  std::size_t broken = 0;
  for (auto at = repaired.find("\xEF\xBF\xBD"); at != std::string::npos; at = repaired.find("\xEF\xBF\xBD", at + 3))
    ++broken;
  const auto foreign =
      std::count_if(bytes.begin(), bytes.end(), [](char letter) { return static_cast<unsigned char>(letter) >= 0x80; });
  if (broken * 10 < static_cast<std::size_t>(foreign)) return repaired;
  if (const auto name = detected(bytes); !name.empty())
    if (auto text = converted(bytes, browser_name(name))) return *text;
  return converted(bytes, "windows-1252").value_or(repaired);
}

}  // namespace rialto::imports
