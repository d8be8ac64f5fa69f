// Who does something on the boards, and with what power.
#pragma once

#include "base/id.h"

namespace rialto::talk {

enum class Power { Member, Moderator };

struct Actor {
  MemberId member;
  Power power = Power::Member;
};

}  // namespace rialto::talk
