// Makes a lexicon out of a catalogue: tell it all films, people and credits, then build().
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"

namespace rialto::text {

class LexiconBuilder {
 public:
  // stamp: what the catalogue is, for whoever asks later whether the lexicon is of this one.
  explicit LexiconBuilder(std::string stamp);
  ~LexiconBuilder();
  LexiconBuilder(const LexiconBuilder&) = delete;
  LexiconBuilder& operator=(const LexiconBuilder&) = delete;

  struct Film {
    FilmId id;
    std::string_view title;
    std::optional<int> year;
    std::int64_t fame = 0;  // larger is better known; only the order counts
    std::string_view imdb;  // "tt0113277", "" if not known
    bool animated = false;
  };

  // Films and people come in the order of their ids; what belongs to one comes behind it.
  void film(const Film& film);
  void other_title(FilmId film, std::string_view title);
  void person(PersonId id, std::string_view name, std::string_view imdb);
  void other_name(PersonId person, std::string_view name);

  enum class Part { Cast, Direction, Crew };
  // billing: from 1. Of films and people that are there already; others are passed over.
  void credit(FilmId film, PersonId person, Part part, int billing, std::string_view character);

  std::string build();

 private:
  struct Work;
  std::unique_ptr<Work> work_;
};

}  // namespace rialto::text
