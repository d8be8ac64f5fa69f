#include "web/page_preview.h"

#include "say/trouble.h"
#include "web/draft_preview.h"
#include "web/visit.h"

namespace rialto::web {

Response preview(Visit& visit) {
  if (!visit.viewer.signed_in()) return trouble(visit, Status::Forbidden, say::trouble::sign_in_to_preview(visit.language));
  const auto words = preview_of(visit, visit.field("text"), visit.field("place"));
  Response response;
  response.body = std::string(words.view());
  response.cache_control = "no-store";
  return response;
}

}  // namespace rialto::web
