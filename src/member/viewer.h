// Who looks at a page, and what they may do: rules that read as sentences. A visitor who isn't signed in is Viewer{}.
#pragma once

#include <optional>
#include <string>

#include "base/id.h"
#include "base/time.h"
#include "member/member.h"

namespace rialto::member {

struct Viewer {
  MemberId member;
  std::string name;
  Role role = Role::Member;
  SessionId session;
  std::string light;
  std::string language;
  Time seen;
  Reading reading;

  bool signed_in() const { return static_cast<bool>(member); }
};

}  // namespace rialto::member
