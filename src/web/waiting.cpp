#include "web/waiting.h"

#include "db/db.h"
#include "import/doubt.h"
#include "member/member.h"
#include "member/rights.h"
#include "talk/moderation.h"

namespace rialto::web {

Waiting read_waiting(Tx& tx, const member::Viewer& viewer) {
  Waiting waiting;
  if (!member::may_moderate(viewer)) return waiting;
  waiting.reports = talk::open_reports(tx);
  waiting.doubts = imports::count_doubts(tx).waiting;
  if (member::may_administer(viewer)) waiting.approvals = member::count_members(tx, member::State::Waiting);
  return waiting;
}

}  // namespace rialto::web
