#include "text/lexicon.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "text/lexicon_layout.h"

namespace rialto::text {

namespace {

// A table of T in the bytes; nothing if it doesn't lie within them.
template <class T>
std::optional<std::span<const T>> table_of(std::string_view bytes, layout::Place place) {
  if (place.begin % 8 != 0 || place.begin > bytes.size() || place.bytes > bytes.size() - place.begin) return std::nullopt;
  if (place.bytes % sizeof(T) != 0) return std::nullopt;
  return std::span(reinterpret_cast<const T*>(bytes.data() + place.begin), place.bytes / sizeof(T));
}

// A hash table needs an empty place, or looking for what isn't there would not end.
template <class T>
bool is_hash_table(std::span<const T> table) {
  return std::has_single_bit(table.size());
}

bool in_filter(std::span<const std::uint64_t> filter, std::uint64_t key) {
  const auto bit = key & (filter.size() * 64 - 1);
  return (filter[bit / 64] >> (bit % 64)) & 1;
}

// The part of a table from `first` on, cut where the table ends.
template <class T>
std::span<const T> piece(std::span<const T> table, std::size_t first, std::size_t count) {
  if (first >= table.size()) return {};
  return table.subspan(first, std::min(count, table.size() - first));
}

template <class T>
std::uint32_t index_of(std::span<const T> table, std::int64_t id) {
  const auto found = std::lower_bound(table.begin(), table.end(), id, [](const T& one, std::int64_t other) { return one.id < other; });
  return found != table.end() && found->id == id ? static_cast<std::uint32_t>(found - table.begin()) : kNone;
}

// Whether one edit makes the one word the other: a letter more, less, another, or two neighbours changed about.
bool one_edit_apart(std::string_view one, std::string_view other) {
  if (one.size() > other.size()) std::swap(one, other);
  if (other.size() - one.size() > 1) return false;
  std::size_t same = 0;
  while (same < one.size() && one[same] == other[same]) ++same;
  if (one.size() < other.size()) return one.substr(same) == other.substr(same + 1);
  if (same == one.size()) return false;
  if (one.substr(same + 1) == other.substr(same + 1)) return true;
  return same + 1 < one.size() && one[same] == other[same + 1] && one[same + 1] == other[same] &&
         one.substr(same + 2) == other.substr(same + 2);
}

// Both have the same letters already.
bool is_shuffled(std::string_view written, std::string_view meant) {
  return written.size() == meant.size() && written.size() >= 7 && written[0] == meant[0];
}

}  // namespace

Result<std::shared_ptr<const Lexicon>> Lexicon::over(std::string bytes) {
  std::shared_ptr<Lexicon> lexicon(new Lexicon);
  lexicon->own_ = std::move(bytes);
  lexicon->data_ = lexicon->own_.data();
  lexicon->size_ = lexicon->own_.size();
  if (auto error = lexicon->read()) return std::move(*error);
  return std::shared_ptr<const Lexicon>(std::move(lexicon));
}

Result<std::shared_ptr<const Lexicon>> Lexicon::open(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return Error{"lexicon: " + path + " can't be opened: " + std::strerror(errno)};
  struct stat facts{};
  void* data = MAP_FAILED;
  if (::fstat(file, &facts) == 0 && facts.st_size > 0)
    data = ::mmap(nullptr, static_cast<std::size_t>(facts.st_size), PROT_READ, MAP_SHARED, file, 0);
  ::close(file);
  if (data == MAP_FAILED) return Error{"lexicon: " + path + " can't be read"};
  std::shared_ptr<Lexicon> lexicon(new Lexicon);
  lexicon->data_ = static_cast<const char*>(data);
  lexicon->size_ = static_cast<std::size_t>(facts.st_size);
  lexicon->mapped_ = true;
  if (auto error = lexicon->read()) return Error{error->message + " (" + path + ")"};
  return std::shared_ptr<const Lexicon>(std::move(lexicon));
}

Lexicon::~Lexicon() {
  if (mapped_) ::munmap(const_cast<char*>(data_), size_);
}

std::optional<Error> Lexicon::read() {
  const std::string_view bytes(data_, size_);
  layout::Head head;
  if (size_ < sizeof head) return Error{"lexicon: too short"};
  std::memcpy(&head, data_, sizeof head);
  if (head.magic != layout::kMagic) return Error{"lexicon: of another form"};
  if (head.size != size_) return Error{"lexicon: cut short"};
  bool whole = true;
  const auto set = [&]<class T>(std::span<const T>& into, layout::Table table) {
    const auto found = table_of<T>(bytes, head.tables[table]);
    if (found) into = *found;
    whole = whole && found;
  };
  const auto set_text = [&](std::string_view& into, layout::Table table) {
    std::span<const char> found;
    set(found, table);
    into = std::string_view(found.data(), found.size());
  };
  set(words_, layout::Words);
  set(nodes_, layout::Nodes);
  set(labels_, layout::Labels);
  set(edge_filter_, layout::EdgeFilter);
  set(senses_, layout::Senses);
  set(joined_, layout::Joined);
  set(joined_filter_, layout::JoinedFilter);
  set(misspellings_, layout::Misspellings);
  set(misspelling_starts_, layout::MisspellingStarts);
  set(films_, layout::Films);
  set(people_, layout::People);
  set(characters_, layout::Characters);
  set(credits_, layout::Credits);
  set(films_of_, layout::FilmsOf);
  set_text(strings_, layout::Strings);
  set_text(stamp_, layout::Stamp);
  if (!whole) return Error{"lexicon: a table lies outside of it"};
  if (!is_hash_table(words_) || !is_hash_table(joined_) || !is_hash_table(edge_filter_) || !is_hash_table(joined_filter_) || nodes_.empty() ||
      labels_.size() + 1 != nodes_.size() || misspelling_starts_.size() < 3 || !std::has_single_bit(misspelling_starts_.size() - 1) || strings_.empty() || strings_.back() != '\0')
    return Error{"lexicon: a table has no possible size"};
  return std::nullopt;
}

std::string_view Lexicon::stamp() const { return stamp_; }

std::uint32_t Lexicon::word(WordHash hash) const {
  const std::size_t mask = words_.size() - 1;
  auto at = layout::mixed(hash.value) & mask;
  for (std::size_t step = 0; step <= mask; ++step, at = (at + 1) & mask) {
    if (words_[at].hash == hash.value) return hash.value ? static_cast<std::uint32_t>(at) : kNone;
    if (words_[at].hash == 0) return kNone;
  }
  return kNone;
}

void Lexicon::expect_word(WordHash hash) const { __builtin_prefetch(&words_[layout::mixed(hash.value) & (words_.size() - 1)]); }

void Lexicon::expect_node(std::uint32_t node) const {
  if (is_node(node)) __builtin_prefetch(&nodes_[node]);
}

void Lexicon::expect_next(std::uint32_t node, std::uint32_t word) const {
  if (!is_node(node) || (nodes_[node].kin & layout::kin_bit(word)) == 0) return;
  const auto first = nodes_[node].children;
  if (nodes_[node + 1].children - first > layout::kFewChildren) {
    const auto bit = layout::edge_key(node, word) & (edge_filter_.size() * 64 - 1);
    __builtin_prefetch(&edge_filter_[bit / 64]);
  } else if (first < labels_.size()) {
    __builtin_prefetch(&labels_[first]);
  }
}

std::uint32_t Lexicon::next(std::uint32_t node, std::uint32_t word) const {
  if ((nodes_[node].kin & layout::kin_bit(word)) == 0) return kNone;
  const auto first = nodes_[node].children, end = nodes_[node + 1].children;
  if (first >= end || end > labels_.size()) return kNone;
  if (end - first > layout::kFewChildren && !in_filter(edge_filter_, layout::edge_key(node, word))) return kNone;
  const auto children = labels_.subspan(first, end - first);
  const auto found = std::lower_bound(children.begin(), children.end(), word);
  return found != children.end() && *found == word ? first + static_cast<std::uint32_t>(found - children.begin()) : kNone;
}

std::span<const Sense> Lexicon::senses(std::uint32_t node) const {
  if (!is_node(node)) return {};
  return piece(senses_, nodes_[node].senses, nodes_[node].sense_count);
}

std::uint32_t Lexicon::joined_name(WordHash letters) const {
  const auto key = layout::mixed(letters.value);
  if (!in_filter(joined_filter_, key)) return kNone;
  const std::size_t mask = joined_.size() - 1;
  auto at = (key >> 20) & mask;
  for (std::size_t step = 0; step <= mask; ++step, at = (at + 1) & mask) {
    if (joined_[at].hash == 0) return kNone;
    if (joined_[at].hash == letters.value) return is_node(joined_[at].node) ? joined_[at].node : kNone;
  }
  return kNone;
}

void Lexicon::corrections(std::string_view letters, std::vector<std::uint32_t>& words) const {
  words.clear();
  const auto try_key = [&](std::uint64_t key, auto is_like) {
    const auto group = layout::misspelling_group(key, misspelling_starts_.size() - 1);
    const auto first = misspelling_starts_[group], end = misspelling_starts_[group + 1];
    for (const auto& found : piece(misspellings_, first, end > first ? end - first : 0))
      if (found.key == key && words.size() < 6 && found.word < words_.size() && is_like(letters, string(found.letters)) &&
          std::find(words.begin(), words.end(), found.word) == words.end())
        words.push_back(found.word);
  };
  try_key(hash_of(letters).value, one_edit_apart);
  try_key(shuffled_hash(letters), is_shuffled);
  // With each letter left out, from the last on: what is before it, and what is behind it.
  std::array<WordHash, WordHash::kLongest + 1> before{};
  const auto count = std::min<std::size_t>(letters.size(), WordHash::kLongest);
  for (std::size_t at = 0; at < count; ++at) (before[at + 1] = before[at]).add(letters[at]);
  WordHash behind;
  for (std::size_t out = count; out-- > 0;) {
    try_key(joined(before[out], behind).value, one_edit_apart);
    behind = joined(hash_of(letters.substr(out, 1)), behind);
  }
}

std::span<const CreditEntry> Lexicon::credits(const FilmEntry& film) const {
  return piece(credits_, film.credits, film.credit_count);
}

std::span<const std::uint32_t> Lexicon::films_of(const PersonEntry& person) const {
  return piece(films_of_, person.films, person.film_count);
}

std::span<const std::uint32_t> Lexicon::films_of(const CharacterEntry& character) const {
  return piece(films_of_, character.films, character.film_count);
}

std::string_view Lexicon::string(std::uint32_t at) const {
  return at < strings_.size() ? std::string_view(strings_.data() + at) : std::string_view();
}

std::uint32_t Lexicon::film(FilmId id) const { return index_of(films_, id.value); }
std::uint32_t Lexicon::person(PersonId id) const { return index_of(people_, id.value); }

}  // namespace rialto::text
