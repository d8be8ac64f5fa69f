#include "card/family.h"

#include <algorithm>
#include <array>

#include "card/chance.h"

namespace rialto::card {

namespace {

// When posters looked like that, and what for. A family with `only_there` is for its countries alone.
struct Tradition {
  std::string_view name;
  int from, until;
  std::string_view genres;     // ", " between
  std::string_view countries;  // the same
  bool only_there = false;
};

constexpr std::array<Tradition, kFamilies> kTraditions = {{
    {"constructivist", 1922, 1934, "documentary, war, history, drama", "SU, RU, DE, UA", false},
    {"expressionist", 1916, 1936, "horror, fantasy, crime, science fiction, thriller, mystery", "DE, AT, DK, SE",
     false},
    {"deco", 1926, 1946, "musical, comedy, romance, drama, music", "US, FR, GB", false},
    {"bill", 1890, 1926, "western, adventure, comedy, action, war", "US, GB, FR", false},
    {"blinds", 1939, 1959, "crime, film noir, film-noir, thriller, mystery, drama", "US, GB, FR", false},
    {"cut-paper", 1953, 1969, "crime, thriller, drama, comedy, mystery", "US, GB", false},
    {"woodblock", 1920, 2100, "drama, history, adventure, animation, war", "JP, KR, CN, TW, HK", true},
    {"swiss", 1955, 1980, "drama, documentary, mystery, biography, science fiction, sci-fi", "CH, DE, SE, DK, IT",
     false},
    {"polish-school", 1953, 1984, "drama, war, fantasy, comedy, horror, animation", "PL, CS, HU, SU, YU, CZ, RO, BG",
     false},
    {"halftone", 1957, 1975, "drama, romance, comedy, crime", "FR, IT, BR, GB, SN, CU, BE, AR", false},
    {"spiral", 1957, 1982, "thriller, horror, mystery, crime", "IT, US, GB, ES", false},
    {"paperback", 1960, 1983, "mystery, crime, science fiction, sci-fi, thriller, drama, biography",
     "GB, US, AU, IN, NZ", false},
    {"stripes", 1967, 1984, "comedy, drama, music, musical, action, crime", "US, IT, BR, MX, FR", false},
    {"video", 1979, 1997, "action, science fiction, sci-fi, horror, thriller, comedy, adventure", "US, HK, JP, AU",
     false},
    {"horizon", 1968, 2100, "science fiction, sci-fi, adventure, fantasy, horror", "US, GB", false},
    {"contact-sheet", 1955, 2100, "documentary, biography", "", false},
    {"picture-book", 1928, 2100, "animation, family", "", false},
    {"lights", 1984, 2100, "crime, thriller, action, romance, mystery", "US, HK, KR, FR, TW", false},
    {"ridges", 1994, 2100, "adventure, western, drama, war, history, fantasy, biography, horror", "", false},
    {"minimal", 1988, 2100, "drama, thriller, romance, mystery, comedy, crime, biography, action", "", false},
    {"title", 1975, 2100, "drama, romance, comedy, history, biography, crime", "", false},
}};

// Families that are for their genres alone.
bool is_of_genre(Family family) {
  return family == Family::ContactSheet || family == Family::PictureBook || family == Family::Horizon;
}

bool lists(std::string_view list, std::string_view wanted) {
  const auto same = [](char one, char other) { return (one | 0x20) == (other | 0x20); };
  const auto found = std::search(list.begin(), list.end(), wanted.begin(), wanted.end(), same);
  return !wanted.empty() && found != list.end();
}

// A film without a year may be of any time.
int weight_of_time(const Tradition& tradition, int year) {
  if (year <= 0) return 4;
  if (year >= tradition.from && year <= tradition.until) return 12;
  const int away = year < tradition.from ? tradition.from - year : year - tradition.until;
  return away <= 6 ? 2 : 0;
}

int weight_of(Family family, const Facts& facts) {
  const auto& tradition = kTraditions[static_cast<std::size_t>(family)];
  int weight = weight_of_time(tradition, facts.year);
  if (weight == 0) return 0;
  bool genre = false, there = false;
  for (std::size_t i = 0; i < facts.genres.size() && i < 3; ++i)
    if (lists(tradition.genres, facts.genres[i])) {
      weight *= i == 0 ? 3 : 2, genre = true;
      break;
    }
  for (const auto& country : facts.countries) there = there || lists(tradition.countries, country);
  if (is_of_genre(family) && !genre) return 0;
  if (tradition.only_there && !there) return 0;
  if (is_of_genre(family)) weight *= 2;
  return there ? weight * 3 : weight;
}

}  // namespace

std::string_view name_of(Family family) {
  return kTraditions[static_cast<std::size_t>(family)].name;
}

Family family_of(const Facts& facts) {
  std::array<int, kFamilies> weights{};
  int sum = 0;
  for (int i = 0; i < kFamilies; ++i)
    sum += weights[static_cast<std::size_t>(i)] = weight_of(static_cast<Family>(i), facts);
  if (sum == 0) return Family::Title;
  int left = Chance(Chance::hash_of(facts.title, facts.year)).below(sum);
  for (int i = 0; i < kFamilies; ++i)
    if ((left -= weights[static_cast<std::size_t>(i)]) < 0) return static_cast<Family>(i);
  return Family::Title;
}

}  // namespace rialto::card
