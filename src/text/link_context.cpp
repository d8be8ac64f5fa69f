#include "text/link_context.h"

#include <algorithm>

namespace rialto::text {

namespace {

constexpr std::size_t kMostNames = 2'000;
constexpr std::size_t kMostKnown = 60;
constexpr std::size_t kMostCast = 60;
constexpr std::size_t kCastInText = 24;
constexpr std::uint8_t kTelling = 7;  // words more ordinary than this don't stand for a title

}  // namespace

Near LinkContext::nearest(const EntryRef& ref, std::uint32_t asking) const {
  Near found = Near::None;
  for (const auto& known : known_)
    if (known.ref == ref && (asking == kNone || known.from != asking)) found = std::min(found, known.near);
  return found;
}

void LinkContext::add(const EntryRef& ref, Near nearness, std::uint32_t from) {
  if (ref.entry == kNone || near(ref, kNone) <= nearness || known_.size() >= kMostKnown) return;
  known_.push_back({ref, nearness, from});
  entries_ |= std::uint64_t{1} << (ref.entry % 64);
  from_ = from;
  switch (ref.kind) {
    case NameKind::Film: return add_film(ref, nearness);
    case NameKind::Person: return add_person(ref, nearness, 0);
    case NameKind::Character: return add_character(ref, nearness, 0);
  }
}

void LinkContext::add_film(const EntryRef& ref, Near nearness) {
  const auto& own = lexicon(ref);
  const auto& film = own.films()[ref.entry];
  std::vector<NameWord> words;
  read_name_words(own.string(film.title), words);
  for (const auto& word : words) {
    const auto at = own.word(word.hash);
    if (words.size() < 2 || at == kNone || own.word_entry(at).ordinary >= kTelling || word.digits) continue;
    add_name({.words = {word.hash.value}, .count = 1, .form = NameForm::Beginning, .near = nearness, .ref = ref});
  }
  const auto credits = own.credits(film);
  const auto most = nearness == Near::Board ? kMostCast : kCastInText;
  for (std::size_t at = 0; at < std::min(credits.size(), most); ++at) {
    const auto billing = static_cast<std::uint8_t>(at);
    if (credits[at].person < own.people().size()) add_person({ref.lexicon, NameKind::Person, credits[at].person}, nearness, billing);
    if (credits[at].character < own.characters().size()) add_character({ref.lexicon, NameKind::Character, credits[at].character}, nearness, billing);
  }
}

void LinkContext::add_person(const EntryRef& ref, Near nearness, std::uint8_t billing) {
  const auto& parts = lexicon(ref).people()[ref.entry].parts;
  if (parts[1] != 0)
    add_name({.words = {parts[1], parts[2]}, .count = static_cast<std::uint8_t>(parts[2] == 0 ? 1 : 2), .form = NameForm::Surname, .near = nearness,
              .billing = billing, .ref = ref});
  if (parts[0] != 0) add_name({.words = {parts[0]}, .count = 1, .form = NameForm::Given, .near = nearness, .billing = billing, .ref = ref});
}

void LinkContext::add_character(const EntryRef& ref, Near nearness, std::uint8_t billing) {
  const auto& parts = lexicon(ref).characters()[ref.entry].parts;
  for (std::size_t at = 0; at < parts.size(); ++at)
    if (parts[at] != 0)
      add_name({.words = {parts[at]}, .count = 1, .form = at == 0 ? NameForm::Given : NameForm::Surname, .near = nearness, .billing = billing, .ref = ref});
}

void LinkContext::add_name(ContextName name) {
  if (names_.size() >= kMostNames || name.words[0] == 0) return;
  auto& head = heads_[(name.words[0] >> 23) % kHeads];
  name.from = from_;
  name.next = head;
  head = static_cast<std::uint32_t>(names_.size());
  names_.push_back(name);
}

}  // namespace rialto::text
