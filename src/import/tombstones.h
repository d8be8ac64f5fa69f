// What boards print in the place of a post that is gone. All of these take one folded line (base/strings.h).
#pragma once

#include <string_view>

namespace rialto::imports {

// "[deleted]", "This message has been deleted by the poster", "Beitrag gelöscht", "Bericht verwijderd", …: a line of
// nothing but words that boards say this with.
bool is_tombstone(std::string_view folded_line);

// Names that stand for nobody: "[deleted]", "[removed]".
bool is_nobody(std::string_view folded_name);

}  // namespace rialto::imports
