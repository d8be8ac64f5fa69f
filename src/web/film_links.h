// The films that texts name as [[Title (Year)]], looked up once for a page.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "db/db.h"
#include "text/markup.h"

namespace rialto::web {

class FilmLinks {
 public:
  FilmLinks() = default;

  // One query for each of the names, at most kLimit of them; what comes after is not looked up.
  FilmLinks(Tx& tx, const std::vector<std::string>& names);

  // The film that "Heat (1995)" means; also "Solaris" alone where only one film has that title.
  std::optional<text::FilmLink> find(std::string_view name) const;

  struct Known {
    FilmId id;
    text::FilmLink link;
  };
  std::optional<Known> find_known(std::string_view name) const;

  static constexpr std::size_t kLimit = 40;

 private:
  std::map<std::string, Known, std::less<>> films_;
};

}  // namespace rialto::web
