#include "text/link.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "text/link_choose.h"
#include "text/link_context.h"
#include "text/link_weights.h"

namespace rialto::text {

namespace {

constexpr std::size_t kKeptWords = 4'000;  // a longer text's memory is given back

std::string imdb_id(const char* prefix, std::uint32_t number) {
  if (number == 0) return "";
  char id[16];
  std::snprintf(id, sizeof id, "%s%07u", prefix, number);
  return id;
}

Mention mention_of(const Linking& linking, const Candidate& candidate, const Lexicons& lexicons) {
  Mention mention{.begin = candidate.begin, .end = candidate.end, .score = 1 / (1 + std::exp(-static_cast<double>(candidate.score)))};
  const auto& ref = linking.found.best(candidate).ref;
  if (ref.entry == kNone) {
    mention.kind = ref.kind == NameKind::Person ? MentionKind::Person : MentionKind::Character;
    mention.name = linking.text.text.substr(candidate.begin, candidate.end - candidate.begin);
    return mention;
  }
  const auto& own = *lexicons[ref.lexicon];
  switch (ref.kind) {
    case NameKind::Film: {
      const auto& film = own.films()[ref.entry];
      mention.kind = MentionKind::Film;
      mention.name = own.string(film.title);
      if (film.year) mention.year = film.year;
      mention.imdb = imdb_id("tt", film.imdb);
      mention.film = FilmId{film.id};
      break;
    }
    case NameKind::Person: {
      const auto& person = own.people()[ref.entry];
      mention.kind = MentionKind::Person;
      mention.name = own.string(person.name);
      mention.imdb = imdb_id("nm", person.imdb);
      mention.person = PersonId{person.id};
      break;
    }
    case NameKind::Character:
      mention.kind = MentionKind::Character;
      mention.name = own.string(own.characters()[ref.entry].name);
      break;
  }
  return mention;
}

}  // namespace

std::string_view mention_kind_name(MentionKind kind) {
  switch (kind) {
    case MentionKind::Film: return "film";
    case MentionKind::Person: return "person";
    case MentionKind::Character: return "character";
    case MentionKind::Scene: break;
  }
  return "scene";
}

Linker::Linker(Lexicons lexicons) : lexicons_(std::move(lexicons)) {}

LinkContext Linker::context(std::optional<FilmId> board) const {
  LinkContext context(lexicons_);
  for (std::size_t at = 0; board && at < lexicons_.size(); ++at)
    if (const auto entry = lexicons_[at]->film(*board); entry != kNone) {
      context.add({static_cast<std::uint8_t>(at), NameKind::Film, entry}, Near::Board);
      break;
    }
  return context;
}

std::vector<Mention> Linker::link(std::string_view text, const LinkContext& context) const {
  thread_local Linking linking;  // its memory serves from text to text
  choose_names(text, lexicons_, context, learned_tables(), linking);
  std::vector<Mention> mentions;
  for (const auto at : linking.chosen) mentions.push_back(mention_of(linking, linking.found.candidates[at], lexicons_));
  if (linking.text.words.size() > kKeptWords) linking = {};
  return mentions;
}

void Linker::remember(LinkContext& context, const std::vector<Mention>& mentions) const {
  for (const auto& mention : mentions)
    for (std::size_t at = 0; at < lexicons_.size(); ++at) {
      const auto film = mention.film ? lexicons_[at]->film(mention.film) : kNone;
      const auto person = mention.person ? lexicons_[at]->person(mention.person) : kNone;
      if (film != kNone) context.add({static_cast<std::uint8_t>(at), NameKind::Film, film}, Near::Thread);
      if (person != kNone) context.add({static_cast<std::uint8_t>(at), NameKind::Person, person}, Near::Thread);
      if (film != kNone || person != kNone) break;
    }
}

std::optional<FilmId> Linker::film_with_imdb(std::string_view imdb) const {
  if (imdb.size() < 3) return std::nullopt;
  for (const auto& lexicon : lexicons_)
    for (const auto& film : lexicon->films())
      if (film.imdb != 0 && imdb_id("tt", film.imdb) == imdb) return FilmId{film.id};
  return std::nullopt;
}

std::optional<FilmId> Linker::film_titled(std::string_view title, std::optional<int> year) const {
  for (const auto& lexicon : lexicons_)
    for (const auto& film : lexicon->films())
      if (lexicon->string(film.title) == title && (!year || film.year == *year)) return FilmId{film.id};
  return std::nullopt;
}

}  // namespace rialto::text
