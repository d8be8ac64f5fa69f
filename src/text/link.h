// Reads texts for the films, people and characters that they name. Pure: the same text, context and lexicons give the
// same mentions. How: names are found (lexicon.h), each reading is scored by learned weights (link_weights.h), and the
// readings that go together best are chosen; what is sure then helps to understand the rest ("Mann", "the other Heat").
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "text/lexicon.h"

namespace rialto::text {

enum class MentionKind { Film, Person, Character, Scene };

// "film", "person", "character", "scene".
std::string_view mention_kind_name(MentionKind kind);

struct Mention {
  std::size_t begin = 0;  // bytes of the text; the possessive ending is left out
  std::size_t end = 0;
  MentionKind kind = MentionKind::Film;
  std::string name;         // as the catalogue has it; as written where the catalogue doesn't know it
  std::optional<int> year;  // of a film
  std::string imdb;         // "tt0113277", "nm0000199"; "" if not known
  FilmId film;              // of a film, where the catalogue knows it
  PersonId person;
  SceneId scene;
  double score = 0;  // how sure, 0 to 1
};

class LinkContext;

// Safe from several threads at once.
class Linker {
 public:
  explicit Linker(Lexicons lexicons);  // at least one

  // What is known before a text is read: the film whose board or review it stands in.
  LinkContext context(std::optional<FilmId> board) const;

  // In order of begin, none within another. Text is UTF-8; other bytes are passed over.
  std::vector<Mention> link(std::string_view text, const LinkContext& context) const;

  // What a text named is known to those that follow it in the thread.
  void remember(LinkContext& context, const std::vector<Mention>& mentions) const;

  const Lexicons& lexicons() const { return lexicons_; }

  // The film with this id in IMDb, or with this title and year, in any of the lexicons.
  std::optional<FilmId> film_with_imdb(std::string_view imdb) const;
  std::optional<FilmId> film_titled(std::string_view title, std::optional<int> year) const;

 private:
  Lexicons lexicons_;
};

}  // namespace rialto::text
