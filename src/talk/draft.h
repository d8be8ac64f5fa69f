// Texts on their way. A form carries its draft's token; whoever was signed out while writing finds the text again after
// signing in.
#pragma once

#include <optional>
#include <string>

#include "base/id.h"
#include "base/time.h"

namespace rialto {
class Tx;
}

namespace rialto::talk {

struct Draft {
  std::string token;
  std::optional<MemberId> member;  // nothing: nobody was signed in
  std::string place;               // the address of the form: "/thread/3v9k2m/reply?to=4w0a1b"
  std::string title;
  std::string body;
  Time at;
};

// Makes or renews it. Longer texts than a review's are cut.
void save_draft(Tx& tx, const Draft& draft);

// Only the member's own, or one that nobody owns yet, which becomes theirs.
std::optional<Draft> take_draft(Tx& tx, const std::string& token, MemberId member);

std::optional<Draft> draft_at(Tx& tx, MemberId member, const std::string& place);

// The one draft of a member at a place, made or renewed as they write. Who has more than kMostDrafts loses the oldest.
inline constexpr std::int64_t kMostDrafts = 100;
void keep_draft_at(Tx& tx, MemberId member, const std::string& place, const std::string& title,
                   const std::string& body);
void drop_drafts_at(Tx& tx, MemberId member, const std::string& place);

// Once it was sent or thrown away.
void drop_draft(Tx& tx, const std::string& token);

// Forgets what nobody signed in for within a week, and of those drafts all but the latest 500.
void forget_stray_drafts(Tx& tx);

}  // namespace rialto::talk
