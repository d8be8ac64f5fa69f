#include "member/invite.h"

#include "base/strings.h"
#include "db/db.h"
#include "member/invite.sql.h"
#include "member/secret.h"

namespace rialto::member {

namespace {

constexpr std::size_t kCodeLength = 16;
constexpr std::size_t kLongestNote = 200;

}  // namespace

std::string make_invite(Tx& tx, MemberId made_by, std::string_view note, Time at) {
  auto code = random_letters(kCodeLength);
  tx.run<sql::invite_add>({.id = make_id<InviteId>(),
                           .code = code,
                           .made_by = made_by,
                           .note = cut_utf8(trimmed(note), kLongestNote),
                           .at = at});
  return code;
}

std::optional<OpenInvite> find_invite(Tx& tx, std::string_view code, Time at) {
  const auto written = ascii_lower(trimmed(code));
  const auto row = tx.row<sql::invite_open>({.code = written, .created_after = at - kInviteLife});
  if (!row) return std::nullopt;
  return OpenInvite{row->id, row->made_by};
}

bool use_invite(Tx& tx, InviteId invite, MemberId member, Time at) {
  return tx.run<sql::invite_use>({.id = invite, .member = member, .at = at}) == 1;
}

void take_back_invite(Tx& tx, InviteId invite) {
  tx.run<sql::invite_take_back>({.id = invite});
}

std::vector<Invite> list_invites(Tx& tx, int limit) {
  std::vector<Invite> invites;
  for (auto& row : tx.rows<sql::invite_list>({.limit = limit}))
    invites.push_back({row.id, std::move(row.code), std::move(row.made_by), std::move(row.note), row.created,
                       std::move(row.used_by).value_or(""), row.used_at});
  return invites;
}

}  // namespace rialto::member
