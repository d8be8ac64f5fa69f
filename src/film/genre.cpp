#include "film/genre.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/strings.h"

namespace rialto::film {

namespace {

constexpr std::size_t kMostGenres = 12;
constexpr std::size_t kLongestGenre = 40;

constexpr std::array<std::pair<std::string_view, std::string_view>, 44> kSame = {{
    {"komodie", "Comedy"},
    {"comedy film", "Comedy"},
    {"documentation", "Documentary"},
    {"documentary film", "Documentary"},
    {"mysterie", "Mystery"},
    {"historie", "History"},
    {"historical", "History"},
    {"historical film", "History"},
    {"historical drama", "History"},
    {"biographical picture", "Biography"},
    {"biographical", "Biography"},
    {"biopic", "Biography"},
    {"romance film", "Romance"},
    {"romantic", "Romance"},
    {"romantic comedy", "Romantic comedy"},
    {"war film", "War"},
    {"animated", "Animation"},
    {"animation film", "Animation"},
    {"cartoon", "Animation"},
    {"computeranimation", "Animation"},
    {"sports", "Sport"},
    {"sports film", "Sport"},
    {"science fiction", "Science fiction"},
    {"sci-fi", "Science fiction"},
    {"scifi", "Science fiction"},
    {"noir", "Film noir"},
    {"film-noir", "Film noir"},
    {"film noir", "Film noir"},
    {"children", "Family"},
    {"children's", "Family"},
    {"tragic comedy film", "Tragicomedy"},
    {"tragicomedy", "Tragicomedy"},
    {"gangster film", "Gangster"},
    {"criminal comedy film", "Crime comedy"},
    {"crime comedy", "Crime comedy"},
    {"martial-arts", "Martial arts"},
    {"super hero", "Superhero"},
    {"erotic film", "Erotic"},
    {"fairy-tale film", "Fairy tale"},
    {"japanese animation film", "Anime"},
    {"silent film", "Silent"},
    {"short film", "Short"},
    {"thriller film", "Thriller"},
    {"horror film", "Horror"},
}};

bool looks_like_genre(std::string_view fold) {
  return !fold.empty() && fold.size() <= kLongestGenre && fold != "(no genres listed)" &&
         fold.find_first_of("0123456789(),;:\"") == std::string_view::npos;
}

}  // namespace

std::string genre_of(std::string_view name) {
  const auto fold = folded(name);
  if (!looks_like_genre(fold)) return "";
  for (const auto& [other, ours] : kSame)
    if (other == fold) return std::string(ours);
  std::string genre(trimmed(name));
  for (std::size_t at = 1; at < genre.size(); ++at)
    if (genre[at] >= 'A' && genre[at] <= 'Z' && (genre[at - 1] == ' ' || genre[at - 1] == '-'))
      genre[at] = static_cast<char>(genre[at] + 32);
  if (genre.front() >= 'a' && genre.front() <= 'z') genre.front() = static_cast<char>(genre.front() - 32);
  return genre;
}

std::vector<std::string> genres_of(const std::vector<std::string>& names) {
  std::vector<std::string> genres;
  for (const auto& name : names) {
    auto genre = genre_of(name);
    if (genre.empty() || genres.size() == kMostGenres || std::find(genres.begin(), genres.end(), genre) != genres.end()) continue;
    genres.push_back(std::move(genre));
  }
  return genres;
}

}  // namespace rialto::film
