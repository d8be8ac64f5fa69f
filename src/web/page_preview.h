// POST /preview: what is being written, rendered as it will stand; for the script, which shows it beside the box.
#pragma once

#include "web/http.h"

namespace rialto::web {

struct Visit;

// The words of field "text" alone, without a page around them; "place": see web/draft_preview.h. For members; others get 403.
Response preview(Visit& visit);

}  // namespace rialto::web
