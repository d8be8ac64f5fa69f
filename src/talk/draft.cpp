#include "talk/draft.h"

#include "base/digest.h"
#include "base/strings.h"
#include "db/db.h"
#include "talk/draft.sql.h"
#include "talk/limits.h"

namespace rialto::talk {

namespace {

constexpr Seconds kStrayKept{7 * 86'400};
constexpr std::int64_t kMostStray = 500;  // anybody can make them, so that they must not fill the disk

template <class Row>
Draft draft_from(Row&& row) {
  return {.token = std::move(row.token),
          .member = row.member,
          .place = std::move(row.place),
          .title = std::move(row.title),
          .body = std::move(row.body),
          .at = row.at};
}

}  // namespace

void save_draft(Tx& tx, const Draft& draft) {
  tx.run<sql::draft_save>({.token = draft.token,
                           .member = draft.member,
                           .place = draft.place,
                           .title = cut_utf8(draft.title, 4 * kTitleLimit),
                           .body = cut_utf8(draft.body, kReviewBytes),
                           .at = now()});
}

std::optional<Draft> take_draft(Tx& tx, const std::string& token, MemberId member) {
  auto row = tx.row<sql::draft_by_token>({.token = token});
  if (!row || (row->member && *row->member != member)) return std::nullopt;
  if (!row->member) tx.run<sql::draft_claim>({.token = token, .member = member});
  return draft_from(std::move(*row));
}

std::optional<Draft> draft_at(Tx& tx, MemberId member, const std::string& place) {
  auto row = tx.row<sql::draft_at>({.member = member, .place = place});
  if (!row) return std::nullopt;
  return draft_from(std::move(*row));
}

void keep_draft_at(Tx& tx, MemberId member, const std::string& place, const std::string& title,
                   const std::string& body) {
  const auto there = draft_at(tx, member, place);
  const auto token = there ? there->token : random_token();
  save_draft(tx, {.token = token, .member = member, .place = place, .title = title, .body = body, .at = now()});
  if (!there) tx.run<sql::drafts_drop_surplus>({.member = member, .most = kMostDrafts});
}

void drop_drafts_at(Tx& tx, MemberId member, const std::string& place) {
  tx.run<sql::drafts_drop_at>({.member = member, .place = place});
}

void drop_draft(Tx& tx, const std::string& token) {
  tx.run<sql::draft_drop>({.token = token});
}

void forget_stray_drafts(Tx& tx) {
  tx.run<sql::draft_forget>({.before = now() - kStrayKept});
  tx.run<sql::draft_forget_surplus>({.most = kMostStray});
}

}  // namespace rialto::talk
