#include "import/film_lookup.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/edtf.h"
#include "base/strings.h"
#include "db/db.h"
#include "film/film.h"
#include "film/match.h"
#include "import/film_lookup.sql.h"

namespace rialto::imports {
namespace {

constexpr std::size_t kMostWords = 24;   // of a heading
constexpr std::size_t kLongestName = 8;  // words
constexpr std::size_t kMostCandidates = 8;
constexpr std::size_t kShortestPiece = 3;  // bytes of a piece of a heading that may be a title

std::string count_word(std::size_t count) {
  static constexpr std::array kWords = {"no", "one", "two", "three", "four", "five", "six"};
  return count < kWords.size() ? kWords[count] : std::to_string(count);
}

FilmCandidate candidate_of(const film::Film& film, const std::string& why) {
  return {
      .film = film.id, .slug = film.slug, .title = film.title, .year = film.year, .genres = film.genres, .why = why};
}

FilmLookup the_one(const film::Film& film, const std::string& why) {
  FilmLookup found;
  found.film = candidate_of(film, why);
  return found;
}

std::string why_in_doubt(const std::vector<film::Candidate>& matches, const std::string& called) {
  if (matches.empty()) return "the catalogue has no film called " + called;
  if (matches.size() == 1) return "only " + film::full_title(matches.front().film) + " comes near to “" + called + "”";
  return count_word(matches.size()) + " films may be meant by “" + called + "”";
}

std::vector<film::Film> films_named(Tx& tx, const std::vector<std::string>& folds) {
  if (folds.empty()) return {};
  std::vector<FilmId> ids;
  for (const auto& row : tx.rows<sql::lookup_films_named>({.names = folds})) ids.push_back(row.id);
  return film::films_with_ids(tx, ids);
}

struct TitleYear {
  std::string title;
  std::optional<int> year;
};

// "Heat (1995)" or "Heat"; the year only at the end.
TitleYear title_and_year(std::string_view text) {
  text = trimmed(text);
  const auto open = text.rfind('(');
  if (open != std::string_view::npos && open + 6 == text.size() && text.back() == ')')
    if (const auto date = Edtf::parse(text.substr(open + 1, 4)); date && date->parts().year)
      return {std::string(trimmed(text.substr(0, open))), date->parts().year};
  return {std::string(text), std::nullopt};
}

// The beginnings of a heading's pieces that end before a year: "Ten notes on Heat (1995), again" gives "ten notes on
// heat", "notes on heat", "on heat", "heat" with 1995.
struct HeadingYear {
  std::vector<std::string> folds;
  int year = 0;
};

std::vector<std::string_view> words_of(std::string_view heading) {
  std::vector<std::string_view> words;
  for (const auto word : split(heading, ' '))
    if (!word.empty() && words.size() < kMostWords) words.push_back(word);
  return words;
}

// Marks at the ends of a piece are no part of a title: quotation marks, colons.
std::string piece_fold(const std::vector<std::string_view>& words, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t at = begin; at < end; ++at) (text += at > begin ? " " : "").append(words[at]);
  for (const char* mark : {"“", "”", "„", "«", "»", "\""}) text = replaced(text, mark, "");
  while (!text.empty() && std::string_view(",:;-|").find(text.back()) != std::string_view::npos) text.pop_back();
  return folded(trimmed(text));
}

std::optional<HeadingYear> year_in(const std::vector<std::string_view>& words) {
  for (std::size_t at = 1; at < words.size(); ++at) {
    if (words[at].size() < 6 || words[at][0] != '(' || words[at][5] != ')') continue;
    const auto date = Edtf::parse(words[at].substr(1, 4));
    if (!date || !date->parts().year) continue;
    HeadingYear found;
    found.year = *date->parts().year;
    for (std::size_t begin = at > kLongestName ? at - kLongestName : 0; begin < at; ++begin)
      found.folds.push_back(piece_fold(words, begin, at));
    return found;
  }
  return std::nullopt;
}

std::vector<std::string> pieces_of(const std::vector<std::string_view>& words) {
  std::vector<std::string> pieces;
  for (std::size_t begin = 0; begin < words.size(); ++begin)
    for (std::size_t end = begin + 1; end <= std::min(words.size(), begin + kLongestName); ++end) {
      auto piece = piece_fold(words, begin, end);
      if (piece.size() >= kShortestPiece || words.size() == 1) pieces.push_back(std::move(piece));
    }
  return pieces;
}

}  // namespace

std::string full_title(const FilmCandidate& film) {
  return film.year ? film.title + " (" + std::to_string(*film.year) + ")" : film.title;
}

FilmLookup look_up(Tx& tx, const FilmProposal& proposal) {
  const auto matches = film::match_film(
      tx, {.title = proposal.title, .year = proposal.year, .people = {}, .imdb = "", .tmdb = ""}, kMostCandidates);
  const bool alone = matches.size() == 1;
  const bool only_title = alone && !proposal.year && matches.front().certainty == film::Certainty::Likely;
  if (alone && (only_title || matches.front().certainty == film::Certainty::Sure))
    return the_one(matches.front().film, proposal.why);
  FilmLookup found;
  found.why =
      why_in_doubt(matches, proposal.title + (proposal.year ? " (" + std::to_string(*proposal.year) + ")" : ""));
  for (const auto& match : matches) found.candidates.push_back(candidate_of(match.film, match.why));
  return found;
}

FilmLookup look_up_heading(Tx& tx, std::string_view heading) {
  const auto words = words_of(heading);
  if (const auto said = year_in(words)) {
    auto named = films_named(tx, said->folds);
    std::erase_if(named, [&](const film::Film& one) { return one.year != said->year; });
    if (named.size() == 1) return the_one(named.front(), "title and year stand in the heading");
  }
  auto named = films_named(tx, pieces_of(words));
  std::stable_sort(named.begin(), named.end(), [](const film::Film& one, const film::Film& other) {
    return std::pair(one.title.size(), one.fame) > std::pair(other.title.size(), other.fame);
  });
  if (named.size() > kMostCandidates) named.resize(kMostCandidates);
  FilmLookup found;
  found.why = "too little in it says which film it is about";
  for (const auto& one : named) found.candidates.push_back(candidate_of(one, "Its title stands in the heading."));
  return found;
}

FilmLookup look_up_chosen(Tx& tx, std::string_view text) {
  text = trimmed(text);
  const auto at = text.find("/film/");
  const auto slug = at == std::string_view::npos ? text : split(text.substr(at + 6), '/').front();
  if (const auto found = film::film_with_slug(tx, slug); found && !found->removed)
    return the_one(*found, "chosen by hand");
  const auto named = title_and_year(text);
  return look_up(tx, {named.title, named.year, "chosen by hand"});
}

std::vector<FilmCandidate> films_with(Tx& tx, std::span<const FilmId> ids) {
  std::vector<FilmCandidate> films;
  for (const auto& film : film::films_with_ids(tx, ids))
    if (!film.removed) films.push_back(candidate_of(film, ""));
  return films;
}

}  // namespace rialto::imports
