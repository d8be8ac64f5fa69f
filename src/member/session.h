// Sessions: a random token in the member's cookie, its digest in the store. A session ends 30 days after it was last
// used.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "member/viewer.h"

namespace rialto {
class Tx;
}

namespace rialto::member {

inline constexpr Seconds kSessionLife{30 * 24 * 3600};

// Begins a session; the token is for the cookie and is kept nowhere. `agent` is what the browser calls itself.
std::string begin_session(Tx& tx, MemberId member, std::string_view agent, Time at);

// Who holds this token: one query. Viewer{} if it is nobody's, too old, or of one who may not come in.
Viewer find_viewer(Tx& tx, std::string_view token, Time at);

// A session in use is noted once an hour, so that reading pages writes almost nothing.
bool wants_touch(const Viewer& viewer, Time at);
void touch_session(Tx& tx, const Viewer& viewer, Time at);

struct Session {
  SessionId id;
  std::string agent;
  Time created;
  Time seen;
};
std::vector<Session> list_sessions(Tx& tx, MemberId member, Time at);  // last used first

enum class Ended { Yes, NotThere };
Ended end_session(Tx& tx, MemberId member, SessionId session);
std::int64_t end_sessions(Tx& tx, MemberId member);
std::int64_t end_other_sessions(Tx& tx, MemberId member, SessionId kept);

// Takes away the sessions that ended by themselves.
std::int64_t purge_sessions(Tx& tx, Time at);

}  // namespace rialto::member
