#include "app/read.h"

#include <optional>
#include <ostream>

#include "app/saved_pages.h"
#include "base/strings.h"
#include "import/json.h"
#include "import/understand.h"

namespace rialto::app {
namespace {

// "Heat (1995)" or "Heat".
imports::FilmProposal chosen_film(const std::string& text) {
  imports::FilmProposal film{text, std::nullopt, "chosen on the command line"};
  const auto open = text.rfind('(');
  if (open == std::string::npos || text.size() < open + 6 || text[open + 5] != ')') return film;
  if (const auto year = Edtf::parse(text.substr(open + 1, 4)); year && year->parts().year) {
    film.year = year->parts().year;
    film.title = std::string(trimmed(std::string_view(text).substr(0, open)));
  }
  return film;
}

}  // namespace

int run_read(const ReadOptions& options, std::ostream& out, std::ostream& problems) {
  const imports::FilmGuesser films(known_films(options.shelf, problems));
  int code = 0;
  for (const auto& file : options.files) {
    const auto bytes = bytes_of(file);
    auto record = bytes ? imports::understand(*bytes, films) : Result<imports::PageRecord>(Error{"can't be opened"});
    if (!record) {
      problems << "rialto read: " << file << " " << record.error().message << "\n";
      code = 1;
      continue;
    }
    if (!options.film.empty()) std::visit([&](auto& page) { page.film = chosen_film(options.film); }, *record);
    out << imports::json_line(*record) << "\n" << std::flush;
  }
  return code;
}

}  // namespace rialto::app
