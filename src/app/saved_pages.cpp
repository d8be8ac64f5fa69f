#include "app/saved_pages.h"

#include <fstream>
#include <iostream>
#include <iterator>

#include "app/shelf_path.h"

namespace rialto::app {

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
    problems << "rialto: can't open the shelf " << path
             << ": without it fewer films are recognised in what pages say; name one with --shelf FILE\n";
    return {};
  }
  auto films = imports::known_films_from(*lines);
  if (films) return std::move(*films);
  problems << "rialto: " << path << ": " << films.error().message << "\n";
  return {};
}

}  // namespace rialto::app
