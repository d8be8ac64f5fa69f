#include "app/read.h"

#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>

#include "app/shelf_path.h"
#include "base/strings.h"
#include "import/json.h"
#include "import/understand.h"

namespace rialto::app {
namespace {

std::optional<std::string> bytes_of(const std::string& file) {
  if (file == "-") return std::string(std::istreambuf_iterator<char>(std::cin), {});
  std::ifstream in(file, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), {});
}

std::vector<imports::KnownFilm> known_films(const std::string& shelf, std::ostream& problems) {
  const std::string path = shelf.empty() ? shelf_path() : shelf;
  const auto lines = bytes_of(path);
  if (!lines) {
    if (!shelf.empty()) problems << "rialto read: can't open the shelf " << path << "\n";
    return {};
  }
  auto films = imports::known_films_from(*lines);
  if (films) return std::move(*films);
  problems << "rialto read: " << path << ": " << films.error().message << "\n";
  return {};
}

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
