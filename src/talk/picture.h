// Pictures in texts: who sent them and which texts show them. A text names one as ![what is to be seen](/picture/KEY). Until
// a text that stands names it, only its member sees it; nothing deletes a picture that a text named, also if the text is a
// tombstone, but its member.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "talk/actor.h"
#include "talk/refusal.h"

namespace rialto {
class Tx;
}

namespace rialto::talk {

inline constexpr std::int64_t kPicturesADay = 60;     // by one member
inline constexpr std::size_t kPicturesInAText = 30;  // what is named after them is shown as words

struct Picture {
  std::string key;
  std::int64_t width = 0;
  std::int64_t height = 0;
};

// Whether a picture with this key could come in now, before it is made. One that is there already may come again.
std::optional<Refusal> picture_refused(Tx& tx, MemberId member, const std::string& key);

// The same file again is no error: its week begins anew.
std::optional<Refusal> add_picture(Tx& tx, MemberId member, const Picture& picture);

// Those that there are, in any order.
std::vector<Picture> find_pictures(Tx& tx, const std::vector<std::string>& keys);

// Whether `viewer` may see it.
enum class Sight { Nobody, ItsMember, Everybody };
Sight sight_of(Tx& tx, const std::string& key, std::optional<MemberId> viewer);

// The keys that a text names, each once, at most kPicturesInAText.
std::vector<std::string> pictures_in(std::string_view text);

// For whoever writes, changes, hides or brings back a text: what it shows now. "" shows nothing.
enum class Shows { Post, Review };
void note_pictures(Tx& tx, Shows kind, std::int64_t subject, std::string_view text);
// The same for a text that is new.
void show_pictures(Tx& tx, Shows kind, std::int64_t subject, std::string_view text);

// For a member who takes all their words along: others' texts don't show them either, whoever quotes them.
void withdraw_pictures_of(Tx& tx, MemberId member);

// Forgets pictures that were last sent a week ago and are named by no text and no draft; what was forgotten.
std::vector<Picture> forget_stray_pictures(Tx& tx);

}  // namespace rialto::talk
