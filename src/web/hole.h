// Fills the hole of a page (web/view/hole.h) with what belongs to the viewer.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "web/http.h"

namespace rialto::web {

struct Shown;
struct Visit;

// Holes are filled up with blanks to a multiple of this, so that few of their sizes differ (web/splice.h).
inline constexpr std::size_t kHoleStep = 512;

// What stands in the hole of a page for one viewer, and what it asks of the answer's head.
struct Filling {
  std::string html;    // a multiple of kHoleStep bytes
  std::string tag;     // a digest of it, in hexadecimal digits
  std::string policy;  // Response::csp: the strict policy, and the hash of the hole's style rule (CSP level 3, 2.3.1)
  bool once = false;   // it says something that the next page must not say again
};

// `shown`: what the page says beside its HTML; may be null. Posts on it are noted as read (web/news.h).
std::shared_ptr<const Filling> filling_for(const Visit& visit, const Shown* shown);

// Sets what the filling asks of the head.
void add_head(Response& response, const Filling& filling);

// The HTML before and after the mark of the hole. Throws std::logic_error if there is none.
struct Surroundings {
  std::string_view before, after;
};
Surroundings surroundings_of(std::string_view html);

// The page with the hole's HTML, in the page's language, where its mark stands.
std::string with_hole(std::string_view html, std::string_view hole);

// The response with its hole filled, where it has one that is open.
Response filled(const Visit& visit, Response response);

}  // namespace rialto::web
