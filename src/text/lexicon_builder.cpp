#include "text/lexicon_builder.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <unordered_map>
#include <vector>

#include "base/strings.h"
#include "text/lexicon.h"
#include "text/lexicon_layout.h"
#include "text/lexicon_trie.h"
#include "text/name_forms.h"
#include "text/name_words.h"
#include "text/ordinary_words.h"

namespace rialto::text {

namespace {

constexpr std::size_t kMostWords = 14;      // of a name
constexpr std::size_t kMostSenses = 12;     // of a node, for each kind
constexpr std::uint8_t kFamousWord = 5;     // words of names less known are not guessed from misspellings
constexpr std::size_t kMostMisspelt = 80'000;

// "tt0113277" → 113277.
std::uint32_t imdb_number(std::string_view imdb) {
  std::uint64_t number = 0;
  for (const char letter : imdb.substr(std::min<std::size_t>(imdb.size(), 2)))
    if (letter >= '0' && letter <= '9') number = std::min<std::uint64_t>(number * 10 + static_cast<std::uint64_t>(letter - '0'), 0xFFFFFFFF);
  return static_cast<std::uint32_t>(number);
}

// Fame of the one that `better` others surpass: 15 for the best known, 0 for the hundred-thousandth.
std::uint8_t fame_of_rank(std::size_t better, double scale) {
  const double fame = 15 - 1.9 * std::log2(static_cast<double>(better) / scale + 1);
  return static_cast<std::uint8_t>(std::clamp(fame, 0.0, 15.0));
}

template <class Number>
std::vector<std::uint8_t> fames(const std::vector<Number>& measures, double scale) {
  std::vector<Number> sorted = measures;
  std::sort(sorted.begin(), sorted.end(), std::greater<>());
  std::vector<std::uint8_t> all;
  all.reserve(measures.size());
  for (const auto measure : measures) {
    const auto better = std::lower_bound(sorted.begin(), sorted.end(), measure, std::greater<>()) - sorted.begin();
    all.push_back(measure > Number{} ? fame_of_rank(static_cast<std::size_t>(better), scale) : std::uint8_t{0});
  }
  return all;
}

double fame_weight(std::uint8_t fame) { return std::exp2(fame / 2.0); }

std::uint8_t logarithm(std::size_t count) { return static_cast<std::uint8_t>(std::min<int>(std::bit_width(count), 15)); }

struct NewName {
  std::uint32_t words = 0;  // first in all_words
  std::uint16_t count = 0;
  NameKind kind = NameKind::Film;
  NameForm form = NameForm::Title;
  std::uint32_t entry = 0;
};

struct NewCredit {
  std::uint32_t film = 0;
  CreditEntry entry;
  LexiconBuilder::Part part = LexiconBuilder::Part::Cast;
  std::uint16_t billing = 0;
};

struct NewWord {
  WordHash hash;
  WordEntry entry;
  std::uint32_t letters = kNone;  // its text in strings, where misspellings need it
  std::string text;
};

}  // namespace

struct LexiconBuilder::Work {
  std::string stamp;
  std::string strings = std::string(1, '\0');
  std::vector<FilmEntry> films;
  std::vector<std::int64_t> film_fame;
  std::vector<PersonEntry> people;
  std::vector<CharacterEntry> characters;
  std::unordered_map<std::uint64_t, std::uint32_t> character_of;  // by hash of the folded name
  std::vector<NewCredit> credits;
  std::vector<NewName> names;
  std::vector<std::uint32_t> all_words;
  std::vector<NewWord> words;
  std::unordered_map<std::uint64_t, std::uint32_t> word_of;
  std::vector<NameWord> scratch;

  // Made by build().
  std::vector<double> person_measure, character_measure;
  std::vector<WordEntry> word_table;
  std::vector<std::uint32_t> slot_of;  // of a word
  std::vector<std::uint32_t> steps;    // of one name
  std::vector<NodeEntry> nodes;
  std::vector<std::uint32_t> labels;
  std::vector<std::uint64_t> edge_filter;
  std::vector<Sense> senses;
  std::vector<JoinedName> joined;
  std::vector<std::uint64_t> joined_filter;
  std::vector<Misspelling> misspellings;
  std::vector<std::uint32_t> misspelling_starts;
  std::vector<CreditEntry> credit_table;
  std::vector<std::uint32_t> films_of;

  std::uint32_t keep(std::string_view text) {
    const auto at = static_cast<std::uint32_t>(strings.size());
    strings.append(text.substr(0, text.find('\0'))).push_back('\0');
    return at;
  }

  std::uint32_t word_id(std::string_view text, WordHash hash) {
    const auto [found, fresh] = word_of.try_emplace(hash.value, static_cast<std::uint32_t>(words.size()));
    if (fresh) words.push_back({.hash = hash, .entry = {.hash = hash.value}, .text = folded_letters(text)});
    return found->second;
  }

  void set_parts(const NewName& name) {
    const auto hash = [&](std::size_t at) { return words[all_words[name.words + at]].hash.value; };
    if (name.kind == NameKind::Person) {
      auto& parts = people[name.entry].parts;
      if (name.form == NameForm::Given && parts[0] == 0) parts[0] = hash(0);
      if (name.form == NameForm::Surname && parts[1] == 0) {
        parts[1] = hash(0);
        if (name.count > 1) parts[2] = hash(1);
      }
    } else if (name.kind == NameKind::Character) {
      auto& parts = characters[name.entry].parts;
      if (name.form == NameForm::Given || (name.form == NameForm::Full && name.count == 1)) parts[0] = hash(0);
      if (name.form == NameForm::Surname && name.count == 1) parts[1] = hash(0);
    }
  }

  void add_name(std::string_view text, NameKind kind, NameForm form, std::uint32_t entry) {
    read_name_words(text, scratch);
    if (scratch.empty() || scratch.size() > kMostWords) return;
    NewName name{static_cast<std::uint32_t>(all_words.size()), static_cast<std::uint16_t>(scratch.size()), kind, form, entry};
    for (std::size_t at = 0; at < scratch.size(); ++at) {
      const auto& word = scratch[at];
      const auto written = text.substr(word.begin, word.end - word.begin);
      all_words.push_back(at == 0 ? word_id(written, word.hash) : word_id(written, word.inner));
    }
    set_parts(name);
    names.push_back(name);
  }

  std::uint32_t character(std::string_view name) {
    const auto folded_name = folded_letters(name);
    const auto [found, fresh] = character_of.try_emplace(hash_of(folded_name).value, static_cast<std::uint32_t>(characters.size()));
    if (fresh) {
      characters.push_back({.name = keep(name)});
      for (const auto& variant : character_variants(name)) add_name(variant.text, NameKind::Character, variant.form, found->second);
    }
    return found->second;
  }

  // ---- build ------------------------------------------------------------------------------------------------------------

  void measure_fame() {
    const auto film_fames = fames(film_fame, 512);
    for (std::size_t at = 0; at < films.size(); ++at) films[at].fame = film_fames[at];
    person_measure.assign(people.size(), 0);
    character_measure.assign(characters.size(), 0);
    for (const auto& credit : credits) {
      const double weight = std::exp2(films[credit.film].fame / 2.5) / (1 + 0.15 * credit.billing);
      person_measure[credit.entry.person] += weight * (credit.part == Part::Cast ? 1 : credit.part == Part::Direction ? 1.5 : 0.4);
      if (credit.entry.character != kNone) character_measure[credit.entry.character] += weight;
    }
    const auto person_fames = fames(person_measure, 1024);
    for (std::size_t at = 0; at < people.size(); ++at) people[at].fame = person_fames[at];
    const auto character_fames = fames(character_measure, 512);
    for (std::size_t at = 0; at < characters.size(); ++at) characters[at].fame = character_fames[at];
  }

  std::uint8_t fame_of(const NewName& name) const {
    switch (name.kind) {
      case NameKind::Film: return films[name.entry].fame;
      case NameKind::Person: return people[name.entry].fame;
      case NameKind::Character: break;
    }
    return characters[name.entry].fame;
  }

  void count_words() {
    std::vector<std::uint32_t> given(words.size());
    for (const auto& name : names) {
      if (name.kind == NameKind::Person && name.form == NameForm::Full && name.count >= 2) ++given[all_words[name.words]];
      const auto fame = name.kind == NameKind::Character ? std::uint8_t{0} : fame_of(name);
      for (std::size_t at = 0; at < name.count; ++at) {
        auto& word = words[all_words[name.words + at]].entry;
        word.fame = std::max(word.fame, fame);
      }
    }
    for (std::size_t at = 0; at < words.size(); ++at) words[at].entry.given = logarithm(given[at]);
  }

  void add_ordinary() {
    for (const auto& group : ordinary_words())
      for (const auto word : split(group.words, '|')) {
        if (word.find(' ') != std::string_view::npos) continue;
        auto& entry = words[word_id(word, hash_of(folded_letters(word)))].entry;
        entry.ordinary = static_cast<std::uint8_t>(group.often);
        entry.lower_share = static_cast<std::uint8_t>(group.lower_share);
      }
  }

  void place_words() {
    word_table.assign(std::bit_ceil(words.size() * 3 / 2 + 8), WordEntry{});
    slot_of.resize(words.size());
    for (std::size_t id = 0; id < words.size(); ++id) {
      auto at = layout::mixed(words[id].hash.value) & (word_table.size() - 1);
      while (word_table[at].hash != 0) at = (at + 1) & (word_table.size() - 1);
      word_table[at] = words[id].entry;
      slot_of[id] = static_cast<std::uint32_t>(at);
    }
  }

  // The words of a name as the trie has them: by their place in the word table.
  std::span<const std::uint32_t> steps_of(const NewName& name) {
    steps.clear();
    for (std::size_t at = 0; at < name.count; ++at) steps.push_back(slot_of[all_words[name.words + at]]);
    return steps;
  }

  // Whether a name goes into the trie at all: parts of little-known names are only read where they are in context.
  bool stands_alone(const NewName& name) const {
    const auto fame = fame_of(name);
    switch (name.form) {
      case NameForm::Beginning: return fame >= 8;
      case NameForm::Head:
      case NameForm::Subtitle: return fame >= 2;
      case NameForm::Surname: return name.kind == NameKind::Character ? fame >= 10 : fame >= 3;
      case NameForm::Given: return name.kind == NameKind::Person && fame >= 10;
      default: return true;
    }
  }

  struct Placed {
    std::uint32_t node = 0;
    Sense sense;
  };

  using ToJoin = std::pair<WordHash, std::uint32_t>;  // letters, node

  void build_trie() {
    std::size_t most = 0;
    for (const auto& name : names) most += name.count - 1U;
    TrieBuilder trie(word_table.size(), most);
    std::vector<Placed> placed;
    placed.reserve(names.size());
    std::vector<ToJoin> to_join;
    for (const auto& name : names) {
      if (!stands_alone(name)) continue;
      const auto fame = fame_of(name);
      const auto node = trie.grow(steps_of(name));
      placed.push_back({node, {.entry = name.entry, .kind = name.kind, .form = name.form, .fame = fame}});
      if (fame >= 4 && name.count <= 4 && name.form != NameForm::Given && name.form != NameForm::Beginning) {
        const auto letters = joined_letters(name);
        if (letters.letters >= 5) to_join.emplace_back(letters, node);
      }
    }
    const auto numbered = trie.numbered(words_by_use());
    for (auto& one : placed) one.node = numbered.node_of[one.node];
    for (auto& one : to_join) one.second = numbered.node_of[one.second];
    place_nodes(numbered);
    set_phrases(trie, numbered);
    place_senses(placed);
    place_joined(to_join);
  }

  // Places in the word table, the words that texts hold most first.
  std::vector<std::uint32_t> words_by_use() const {
    std::vector<std::uint32_t> order = slot_of;
    const auto use = [&](std::uint32_t slot) { return word_table[slot].ordinary * 2 + word_table[slot].fame; };
    std::stable_sort(order.begin(), order.end(), [&](auto one, auto other) { return use(one) > use(other); });
    return order;
  }

  void place_nodes(const TrieBuilder::Numbered& numbered) {
    labels = numbered.label;
    nodes.assign(numbered.first_child.size(), NodeEntry{});
    std::size_t filtered = 0;
    for (std::size_t at = 0; at < nodes.size(); ++at) nodes[at].children = numbered.first_child[at];
    for (std::size_t at = 0; at < labels.size(); ++at)
      if (child_count(at) > layout::kFewChildren) filtered += child_count(at);
    edge_filter.assign(std::bit_ceil(filtered * 16 / 64 + 1), 0);
    for (std::uint32_t at = 0; at < labels.size(); ++at)
      for (auto child = nodes[at].children; child < nodes[at + 1].children; ++child) {
        nodes[at].kin |= layout::kin_bit(labels[child]);
        if (child_count(at) > layout::kFewChildren) set_bit(edge_filter, layout::edge_key(at, labels[child]));
      }
    for (std::size_t word = 0; word < word_table.size(); ++word) word_table[word].node = numbered.root_of[word];
  }

  std::uint32_t child_count(std::size_t node) const { return nodes[node + 1].children - nodes[node].children; }

  WordHash joined_letters(const NewName& name) const {
    WordHash letters;
    for (std::size_t at = 0; at < name.count; ++at) letters = text::joined(letters, words[all_words[name.words + at]].hash);
    return letters;
  }

  void place_senses(std::vector<Placed>& placed) {
    std::sort(placed.begin(), placed.end(), [](const Placed& one, const Placed& other) {
      return std::tuple(one.node, one.sense.kind, 255 - one.sense.fame, one.sense.form, one.sense.entry) <
             std::tuple(other.node, other.sense.kind, 255 - other.sense.fame, other.sense.form, other.sense.entry);
    });
    for (std::size_t at = 0; at < placed.size();) {
      auto& node = nodes[placed[at].node];
      node.senses = static_cast<std::uint32_t>(senses.size());
      const auto here = placed[at].node;
      while (at < placed.size() && placed[at].node == here) at = place_kind(placed, at);
      node.sense_count = static_cast<std::uint8_t>(senses.size() - node.senses);
    }
  }

  // The senses of one kind at one node from `at` on; where they end.
  std::size_t place_kind(const std::vector<Placed>& placed, std::size_t at) {
    const auto node = placed[at].node;
    const auto kind = placed[at].sense.kind;
    std::size_t end = at;
    double all = 0;
    for (; end < placed.size() && placed[end].node == node && placed[end].sense.kind == kind; ++end) all += fame_weight(placed[end].sense.fame);
    const auto first = senses.size();
    for (; at < end && senses.size() - first < kMostSenses; ++at) {
      auto sense = placed[at].sense;
      const bool again = std::any_of(senses.begin() + static_cast<std::ptrdiff_t>(first), senses.end(),
                                     [&](const Sense& one) { return one.entry == sense.entry; });
      if (again) continue;
      sense.share = static_cast<std::uint8_t>(255 * fame_weight(sense.fame) / all);
      senses.push_back(sense);
    }
    return end;
  }

  void place_joined(const std::vector<std::pair<WordHash, std::uint32_t>>& names_to_join) {
    joined.assign(std::bit_ceil(names_to_join.size() * 3 / 2 + 8), JoinedName{});
    joined_filter.assign(std::max<std::size_t>(std::bit_ceil(names_to_join.size() * 8 / 64 + 1), 1), 0);
    for (const auto& [letters, node] : names_to_join) {
      const auto key = layout::mixed(letters.value);
      auto at = (key >> 20) & (joined.size() - 1);
      while (joined[at].hash != 0 && joined[at].hash != letters.value) at = (at + 1) & (joined.size() - 1);
      if (joined[at].hash == letters.value) {
        if (best_fame(joined[at].node) >= best_fame(node)) continue;
      }
      joined[at] = {letters.value, node};
      set_bit(joined_filter, key);
    }
  }

  std::uint8_t best_fame(std::uint32_t node) const {
    std::uint8_t best = 0;
    for (std::size_t at = 0; at < nodes[node].sense_count; ++at) best = std::max(best, senses[nodes[node].senses + at].fame);
    return best;
  }

  void set_phrases(const TrieBuilder& trie, const TrieBuilder::Numbered& numbered) {
    for (const auto& group : ordinary_words())
      for (const auto phrase : split(group.words, '|')) {
        if (phrase.find(' ') == std::string_view::npos) continue;
        read_name_words(phrase, scratch);
        if (const auto node = find(trie, scratch); node != kNone) nodes[numbered.node_of[node]].phrase = static_cast<std::uint8_t>(group.often);
      }
  }

  std::uint32_t find(const TrieBuilder& trie, const std::vector<NameWord>& name) {
    steps.clear();
    for (std::size_t at = 0; at < name.size(); ++at) {
      const auto word = word_of.find(at == 0 ? name[at].hash.value : name[at].inner.value);
      if (word == word_of.end()) return kNone;
      steps.push_back(slot_of[word->second]);
    }
    return trie.find(steps);
  }

  void place_misspellings() {
    std::vector<std::uint32_t> famous;
    for (std::uint32_t id = 0; id < words.size(); ++id)
      if (words[id].entry.fame >= kFamousWord && words[id].text.size() >= 5) famous.push_back(id);
    std::stable_sort(famous.begin(), famous.end(), [&](auto one, auto other) { return words[one].entry.fame > words[other].entry.fame; });
    if (famous.size() > kMostMisspelt) famous.resize(kMostMisspelt);
    for (const auto id : famous) {
      const auto& text = words[id].text;
      const auto letters = keep(text);
      misspellings.push_back({words[id].hash.value, slot_of[id], letters});
      if (text.size() >= 7) misspellings.push_back({shuffled_hash(text), slot_of[id], letters});
      std::string shorter;
      for (std::size_t out = 0; out < text.size(); ++out) {
        shorter.assign(text, 0, out).append(text, out + 1);
        if (out == 0 || text[out] != text[out - 1]) misspellings.push_back({hash_of(shorter).value, slot_of[id], letters});
      }
    }
    std::stable_sort(misspellings.begin(), misspellings.end(), [](const Misspelling& one, const Misspelling& other) { return one.key < other.key; });
    const auto groups = std::bit_ceil(misspellings.size() / 2 + 2);
    misspelling_starts.assign(groups + 1, 0);
    for (const auto& one : misspellings) ++misspelling_starts[layout::misspelling_group(one.key, groups) + 1];
    for (std::size_t at = 0; at < groups; ++at) misspelling_starts[at + 1] += misspelling_starts[at];
  }

  static void set_bit(std::vector<std::uint64_t>& filter, std::uint64_t key) {
    const auto bit = key & (filter.size() * 64 - 1);
    filter[bit / 64] |= std::uint64_t{1} << (bit % 64);
  }

  void place_credits() {
    std::stable_sort(credits.begin(), credits.end(), [](const NewCredit& one, const NewCredit& other) {
      return std::tuple(one.film, one.part == Part::Crew) < std::tuple(other.film, other.part == Part::Crew);
    });
    for (const auto& credit : credits) {
      auto& film = films[credit.film];
      if (film.credit_count == 0) film.credits = static_cast<std::uint32_t>(credit_table.size());
      if (film.credit_count == 120) continue;
      ++film.credit_count;
      credit_table.push_back(credit.entry);
    }
    place_films_of(people, [](const CreditEntry& credit) { return credit.person; });
    place_films_of(characters, [](const CreditEntry& credit) { return credit.character; });
  }

  template <class Entry, class Of>
  void place_films_of(std::vector<Entry>& entries, Of of) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (const auto& credit : credits)
      if (of(credit.entry) != kNone) pairs.emplace_back(of(credit.entry), credit.film);
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    for (const auto& [entry, film] : pairs) {
      if (entries[entry].film_count == 0) entries[entry].films = static_cast<std::uint32_t>(films_of.size());
      if (entries[entry].film_count == 2'000) continue;
      ++entries[entry].film_count;
      films_of.push_back(film);
    }
  }

  template <class T>
  static std::string_view bytes_of(const std::vector<T>& table) {
    return {reinterpret_cast<const char*>(table.data()), table.size() * sizeof(T)};
  }

  std::string written() const {
    const std::array<std::string_view, layout::kTables> tables = {
        bytes_of(word_table), bytes_of(nodes),         bytes_of(labels),       bytes_of(edge_filter),        bytes_of(senses), bytes_of(joined),
        bytes_of(joined_filter), bytes_of(misspellings), bytes_of(misspelling_starts), bytes_of(films), bytes_of(people), bytes_of(characters),
        bytes_of(credit_table),  bytes_of(films_of),     strings,                stamp};
    layout::Head head;
    std::uint64_t at = (sizeof head + 7) / 8 * 8;
    for (std::size_t table = 0; table < tables.size(); ++table) {
      head.tables[table] = {at, tables[table].size()};
      at = (at + tables[table].size() + 7) / 8 * 8;
    }
    head.size = at;
    std::string out(at, '\0');
    std::memcpy(out.data(), &head, sizeof head);
    for (std::size_t table = 0; table < tables.size(); ++table)
      std::copy(tables[table].begin(), tables[table].end(), out.begin() + static_cast<std::ptrdiff_t>(head.tables[table].begin));
    return out;
  }
};

namespace {

template <class Entry>
std::uint32_t index_of(const std::vector<Entry>& entries, std::int64_t id) {
  if (!entries.empty() && entries.back().id == id) return static_cast<std::uint32_t>(entries.size() - 1);
  const auto found = std::lower_bound(entries.begin(), entries.end(), id, [](const Entry& one, std::int64_t other) { return one.id < other; });
  return found != entries.end() && found->id == id ? static_cast<std::uint32_t>(found - entries.begin()) : kNone;
}

}  // namespace

LexiconBuilder::LexiconBuilder(std::string stamp) : work_(std::make_unique<Work>()) { work_->stamp = std::move(stamp); }
LexiconBuilder::~LexiconBuilder() = default;

void LexiconBuilder::film(const Film& film) {
  const auto entry = static_cast<std::uint32_t>(work_->films.size());
  FilmEntry made{.id = film.id.value, .title = work_->keep(film.title), .imdb = imdb_number(film.imdb)};
  made.series = static_cast<std::uint32_t>(hash_of(series_name(film.title)).value >> 16);
  made.year = static_cast<std::int16_t>(film.year.value_or(0));
  made.animated = film.animated;
  work_->films.push_back(made);
  work_->film_fame.push_back(film.fame);
  for (const auto& variant : title_variants(film.title, NameForm::Title)) work_->add_name(variant.text, NameKind::Film, variant.form, entry);
}

void LexiconBuilder::other_title(FilmId film, std::string_view title) {
  const auto entry = index_of(work_->films, film.value);
  if (entry == kNone) return;
  for (const auto& variant : title_variants(title, NameForm::Alias)) work_->add_name(variant.text, NameKind::Film, variant.form, entry);
}

void LexiconBuilder::person(PersonId id, std::string_view name, std::string_view imdb) {
  const auto entry = static_cast<std::uint32_t>(work_->people.size());
  work_->people.push_back({.id = id.value, .name = work_->keep(name), .imdb = imdb_number(imdb)});
  for (const auto& variant : person_variants(name)) work_->add_name(variant.text, NameKind::Person, variant.form, entry);
}

void LexiconBuilder::other_name(PersonId person, std::string_view name) {
  const auto entry = index_of(work_->people, person.value);
  if (entry != kNone) work_->add_name(name, NameKind::Person, NameForm::Alias, entry);
}

void LexiconBuilder::credit(FilmId film, PersonId person, Part part, int billing, std::string_view character) {
  const auto film_entry = index_of(work_->films, film.value), person_entry = index_of(work_->people, person.value);
  if (film_entry == kNone || person_entry == kNone) return;
  const auto place = static_cast<std::uint16_t>(std::clamp(billing, 0, 1000));
  bool any = false;
  if (part == Part::Cast)
    for (const auto each : split(character, '/')) {
      const auto name = trimmed(each.substr(0, each.find('(')));
      if (name.empty() || character_variants(name).empty()) continue;
      work_->credits.push_back({film_entry, {person_entry, work_->character(name)}, part, place});
      any = true;
    }
  if (!any) work_->credits.push_back({film_entry, {person_entry, kNone}, part, place});
}

std::string LexiconBuilder::build() {
  auto& work = *work_;
  work.measure_fame();
  work.add_ordinary();
  work.count_words();
  work.place_words();
  work.build_trie();
  work.place_misspellings();
  work.place_credits();
  return work.written();
}

}  // namespace rialto::text
