// Which film a page is about, from what it names. Weak evidence proposes nothing: such pages wait for a person.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "import/record.h"

namespace rialto::imports {

struct KnownFilm {
  std::string title;
  std::optional<int> year;
  std::vector<std::string> titles;      // in other languages
  std::vector<std::string> people;      // full names
  std::vector<std::string> characters;  // as credited
  std::string imdb;                     // "tt0113277", or ""
};

// What a page says of itself, by how near it stands to its subject.
struct PageWords {
  std::string title;
  std::vector<std::string> context;  // boards, breadcrumbs, categories
  std::string address;
  std::string body;
  std::optional<std::string> named_film;  // what the page's own data call the film, with its year if known
};

class FilmGuesser {
 public:
  explicit FilmGuesser(std::span<const KnownFilm> films);
  ~FilmGuesser();
  FilmGuesser(FilmGuesser&&) noexcept;
  FilmGuesser& operator=(FilmGuesser&&) noexcept;

  std::optional<FilmProposal> guess(const PageWords& page) const;

 private:
  struct Index;
  std::unique_ptr<Index> index_;
};

// Reads the shelf's JSON lines: {"title","year","titles":[…],"credits":[{"name","character"}],"imdb"}. Unknown fields
// are passed over; an error names the line.
Result<std::vector<KnownFilm>> known_films_from(std::string_view json_lines);

}  // namespace rialto::imports
