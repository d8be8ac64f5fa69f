// Lines above (or below) a post that say who wrote it and when: "by Ana » Wed Sep 17 2008 02:06:57",
// "Ana schrieb am 3. März 2010 um 14:05:", "#12 Ana, 03.03.2010", "— Ana, 3 mars 2010".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date_reading.h"

namespace rialto::imports {

struct PostHead {
  std::optional<std::string> author;
  bool has_date = false;  // a date stands there, certain or not
  std::optional<Edtf> date;
  std::optional<int> number;  // "#12"
  std::optional<std::string> reply_to;
  std::optional<int> level;  // "Level 2" → 1
  bool edited = false;       // "(edited)", or the asterisk of old threads
  std::optional<Edtf> edit_date;
  std::string form;  // how the line is built, without name, date and numbers; equal for equal layouts
};

// Nothing if the line reads like anything else. `fold` is the folded line.
std::optional<PostHead> post_head_in(std::string_view line, std::string_view fold, const DateReading& how);

// True if the line could be a member's name standing alone.
bool is_name_like(std::string_view line);

}  // namespace rialto::imports
