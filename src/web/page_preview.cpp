#include "web/page_preview.h"

#include "db/db.h"
#include "say/trouble.h"
#include "text/markup.h"
#include "web/post_view.h"
#include "web/visit.h"

namespace rialto::web {

Response preview(Visit& visit) {
  if (!visit.viewer.signed_in()) return trouble(visit, Status::Forbidden, say::trouble::sign_in_to_preview(visit.language));
  const auto text = visit.field("text");
  const auto words = visit.db().read(
      [&](Tx& tx) { return Mentions(tx, {text}, visit.site.texts()).rendered(text, visit.telling(), text::kReviewLimit); });
  Response response;
  response.body = std::string(words.view());
  response.cache_control = "no-store";
  return response;
}

}  // namespace rialto::web
