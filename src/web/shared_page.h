// Pages that are the same for everybody but for the viewer's hole. Such a page is a function of its key (path, the part
// of the query that its handler reads, and what moderators see) and of its stamp; nothing else reaches the handler. So
// it is kept, and used again as long as nobody has written and what it says of ages is true: a page that tells only of what
// is long past lives on, one that says "5 minutes ago" for a minute. Once somebody has written, what it was made from is read
// again; only if that has changed, or an age is over, the page is made again, and compressed again only if it has become
// another one.
#pragma once

#include <string>
#include <vector>

#include "web/http.h"

namespace rialto::web {

class Site;
struct SharedVisit;

struct SharedPage {
  Response (*make)(SharedVisit&) = nullptr;  // a page is kept if it was shown with Status::Ok
  std::vector<std::string> query;            // the names that it reads; it is given no others
};

// The page with the hole of who asks for it: kept, or made now.
Response answer_shared(Site& site, const Request& request, const SharedPage& page);

}  // namespace rialto::web
