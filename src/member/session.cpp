#include "member/session.h"

#include "base/strings.h"
#include "db/db.h"
#include "member/secret.h"
#include "member/session.sql.h"

namespace rialto::member {

namespace {

constexpr Seconds kTouchEvery{3600};
constexpr std::size_t kTokenLength = 43;
constexpr std::size_t kLongestAgent = 300;

}  // namespace

std::string begin_session(Tx& tx, MemberId member, std::string_view agent, Time at) {
  auto token = random_token();
  const auto digest = token_digest(token);
  const auto kept_agent = repaired_utf8(agent.substr(0, kLongestAgent));
  tx.run<sql::session_add>(
      {.token_hash = digest, .id = make_id<SessionId>(), .member = member, .agent = kept_agent, .at = at});
  return token;
}

Viewer find_viewer(Tx& tx, std::string_view token, Time at) {
  if (token.size() != kTokenLength) return {};
  const auto digest = token_digest(token);
  auto row = tx.row<sql::session_viewer>({.token_hash = digest, .seen_after = at - kSessionLife});
  if (!row) return {};
  return {row->member,  std::move(row->name),  static_cast<Role>(row->role),
          row->session, std::move(row->light), std::move(row->language),
          row->seen,    {.screens = row->screens, .scores_hidden = row->scores_hidden}};
}

bool wants_touch(const Viewer& viewer, Time at) {
  return viewer.signed_in() && viewer.seen + kTouchEvery < at;
}

void touch_session(Tx& tx, const Viewer& viewer, Time at) {
  tx.run<sql::session_touch>({.member = viewer.member, .id = viewer.session, .at = at});
}

std::vector<Session> list_sessions(Tx& tx, MemberId member, Time at) {
  std::vector<Session> sessions;
  for (auto& row : tx.rows<sql::session_list>({.member = member, .seen_after = at - kSessionLife}))
    sessions.push_back({row.id, std::move(row.agent), row.created, row.seen});
  return sessions;
}

Ended end_session(Tx& tx, MemberId member, SessionId session) {
  return tx.run<sql::session_end>({.member = member, .id = session}) > 0 ? Ended::Yes : Ended::NotThere;
}

std::int64_t end_sessions(Tx& tx, MemberId member) {
  return end_other_sessions(tx, member, SessionId{});
}

std::int64_t end_other_sessions(Tx& tx, MemberId member, SessionId kept) {
  return tx.run<sql::session_end_all_but>({.member = member, .kept = kept});
}

std::int64_t purge_sessions(Tx& tx, Time at) {
  return tx.run<sql::session_purge>({.seen_before = at - kSessionLife});
}

}  // namespace rialto::member
