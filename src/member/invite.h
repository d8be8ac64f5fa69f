// Invitations: a code that lets one person sign up, within 30 days.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/time.h"

namespace rialto {
class Tx;
}

namespace rialto::member {

inline constexpr Seconds kInviteLife{30 * 24 * 3600};

struct Invite {
  InviteId id;
  std::string code;
  std::string made_by;
  std::string note;  // for whom it is
  Time created;
  std::string used_by;  // empty: nobody yet
  std::optional<Time> used_at;
};

// Makes one; its code, sixteen letters.
std::string make_invite(Tx& tx, MemberId made_by, std::string_view note, Time at);

struct OpenInvite {
  InviteId id;
  MemberId made_by;
};
// The invitation of this code, in any case, if it still can be used.
std::optional<OpenInvite> find_invite(Tx& tx, std::string_view code, Time at);

// False if somebody used it in between.
bool use_invite(Tx& tx, InviteId invite, MemberId member, Time at);

// An invitation that was used stays.
void take_back_invite(Tx& tx, InviteId invite);

std::vector<Invite> list_invites(Tx& tx, int limit);  // newest first

}  // namespace rialto::member
