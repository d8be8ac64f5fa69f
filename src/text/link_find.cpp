#include "text/link_find.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "text/cue_words.h"

namespace rialto::text {

namespace {

constexpr std::size_t kMostWords = 20'000;  // of a text; what is behind is not read
constexpr std::size_t kLongestName = 14;
constexpr std::size_t kMostFilms = 8;  // of one name that are weighed
constexpr std::size_t kAhead = 6;     // words that memory is asked for before they are read
constexpr std::uint8_t kOrdinary = 4;
constexpr std::uint8_t kOrdinaryAmongNames = 1;

// "I", "I'm", "I've": capitals that say nothing.
bool is_i(const NameWord& word, std::string_view text) {
  if (word.form == Letters::Lower || text[word.begin] != 'I' || word.hash.letters > 3) return false;
  const auto bytes = word.end - word.begin;
  return bytes == 1 || bytes > word.hash.letters;
}

// Who writes "i" doesn't always write names with capitals.
bool is_careless(const ReadText& text) {
  static const auto kI = hash_of("i");
  return std::any_of(text.words.begin(), text.words.end(), [](const NameWord& word) { return word.hash == kI && word.form == Letters::Lower; });
}

Capitals capitals_of(const ReadText& text) {
  std::size_t capitals = 0, within = 0;
  for (const auto& word : text.words) {
    if (word.form == Letters::Lower || word.digits || word.hash.letters == 1 || is_i(word, text.text)) continue;
    ++capitals;
    if (word.gap < Gap::Stop && !word.opened) ++within;
  }
  if (within > 0) return Capitals::Names;
  return capitals > 0 ? Capitals::Sentences : Capitals::None;
}

WordFacts facts_of(const NameWord& word, Cue cue, const Lexicon& lexicon) {
  WordFacts facts{.entry = lexicon.word(word.hash), .cue = cue.number, .no_name = (cue.hints & kHintNoName) != 0};
  if (facts.entry == kNone) return facts;
  const auto& entry = lexicon.word_entry(facts.entry);
  facts.node = lexicon.begin(facts.entry);
  facts.ordinary = entry.ordinary;
  facts.lower_share = entry.lower_share;
  facts.given = entry.given;
  facts.fame = entry.fame;
  return facts;
}

class Finder {
 public:
  Finder(const ReadText& text, const Lexicons& lexicons, NamesMet& met) : text_(text), lexicons_(lexicons), met_(met), matches_(met.matches) {}

  void known() {
    matches_.clear();
    met_.known.clear();
    for (std::size_t at = 0; at < text_.words.size(); ++at) {
      const auto before = matches_.size();
      expect(at);
      for (std::size_t lexicon = 0; lexicon < lexicons_.size(); ++lexicon) find_at(at, lexicon);
      find_unknown(at);
      put_in_order(before, met_.known);
    }
  }

  void find(const LinkContext& context, Found& found) {
    context_ = &context;
    matches_.resize(met_.known.size());
    met_.added.clear();
    for (std::size_t at = 0; at < text_.words.size() && context.has_names(); ++at) {
      const auto before = matches_.size();
      find_context(at);
      put_in_order(before, met_.added);
    }
    met_.all.resize(matches_.size());
    std::merge(met_.known.begin(), met_.known.end(), met_.added.begin(), met_.added.end(), met_.all.begin());
    group(found);
  }

 private:
  const NameWord& word(std::size_t at) const { return text_.words[at]; }

  void find_at(std::size_t at, std::size_t index) {
    lexicon_ = lexicons_[index].get();
    lexicon_index_ = static_cast<std::uint8_t>(index);
    walk(at, at, begin_of(at), Spelling::Exact, false);
    if (word(at).stem.letters) {
      const auto stem = lexicon_->word(word(at).stem);
      if (stem != kNone) walk(at, at, lexicon_->begin(stem), Spelling::Exact, true);
    }
    find_joined(at);
    if (is_suspicious(at, true))
      for (const auto guess : corrected(at)) walk(at, at, lexicon_->begin(guess), Spelling::Misspelt, word(at).stem.letters != 0);
  }

  void expect(std::size_t at) const {
    const auto& base = *lexicons_.back();
    if (at + 2 * kAhead < text_.words.size()) base.expect_node(text_.facts[at + 2 * kAhead].node);
    if (at + kAhead + 1 < text_.words.size()) base.expect_next(text_.facts[at + kAhead].node, text_.facts[at + kAhead + 1].entry);
  }

  std::uint32_t begin_of(std::size_t at) const {
    if (lexicon_index_ + 1U == lexicons_.size()) return text_.facts[at].node;
    const auto entry = lexicon_->word(word(at).hash);
    return entry == kNone ? kNone : lexicon_->begin(entry);
  }

  // A word that may be misspelt: long enough, and not ordinary; at the beginning of a name also of no fame as it stands.
  bool is_suspicious(std::size_t at, bool begins) const {
    const auto& one = word(at);
    if (one.hash.letters < 5 || one.hash.letters > 20 || one.digits || lexicon_index_ + 1U != lexicons_.size()) return false;
    // Where names have capitals, a small word is not one that is misspelt.
    if (text_.capitals == Capitals::Names && !text_.careless && one.form == Letters::Lower) return false;
    return text_.ordinary(at) == 0 && (!begins || text_.facts[at].fame < 9);
  }

  const std::vector<std::uint32_t>& corrected(std::size_t at) {
    if (guessed_at_ == at) return met_.guesses;
    guessed_at_ = at;
    const auto& one = word(at);
    lexicon_->corrections(folded_letters(text_.text.substr(one.begin, one.stem_end - one.begin)), met_.guesses);
    return met_.guesses;
  }

  void find_joined(std::size_t at) {
    const auto& one = word(at);
    if (one.digits) return;
    if (one.hash.letters >= 5 && text_.ordinary(at) == 0) {
      const bool stem = one.stem.letters >= 5;
      if (const auto node = lexicon_->joined_name(stem ? one.stem : one.hash); node != kNone) emit(at, at, node, Spelling::Joined, stem);
    }
    // Ordinary words written apart are no name that is written in one.
    const bool begins = text_.capitals != Capitals::Names || one.form != Letters::Lower;
    if (!begins || text_.ordinary(at) >= 12) return;
    auto letters = one.hash;
    for (std::size_t last = at + 1; last < std::min(at + 4, text_.words.size()) && word(last).gap <= Gap::Blank; ++last) {
      const bool stem = word(last).stem.letters != 0;
      const auto all = joined(letters, stem ? word(last).stem : word(last).hash);
      if (const auto node = all.letters < 6 ? kNone : lexicon_->joined_name(all); node != kNone) emit(at, last, node, Spelling::Joined, stem);
      letters = joined(letters, word(last).hash);
    }
  }

  void walk(std::size_t first, std::size_t at, std::uint32_t node, Spelling spelling, bool stem) {
    if (node == kNone) return;
    emit(first, at, node, spelling, stem);
    const auto next = at + 1;
    if (stem || next >= text_.words.size() || next - first >= kLongestName || word(next).gap >= Gap::Line) return;
    const auto& one = word(next);
    // The usual word is read with its entry in the base; numbers and other lexicons ask for it.
    const bool plain = one.inner == one.hash && lexicon_index_ + 1U == lexicons_.size();
    const auto entry = plain ? text_.facts[next].entry : lexicon_->word(one.inner);
    if (entry != kNone) walk(first, next, lexicon_->next(node, entry), spelling, false);
    if (one.stem.letters) {
      const auto stem_entry = lexicon_->word(one.stem);
      if (stem_entry != kNone) walk(first, next, lexicon_->next(node, stem_entry), spelling, true);
    }
    if (spelling == Spelling::Exact && is_suspicious(next, false))
      for (const auto guess : std::vector<std::uint32_t>(corrected(next))) walk(first, next, lexicon_->next(node, guess), Spelling::Misspelt, one.stem.letters != 0);
  }

  // Ordinary words that nothing marks as a name are most of a text, and name nothing.
  bool is_plain(std::size_t first, std::size_t last, std::uint8_t phrase) const {
    if (text_.capitals == Capitals::None) return false;
    const auto& one = word(first);
    if (one.opened || word(last).closed || word(last).bracket_next) return false;
    for (std::size_t at = first; at <= last; ++at)
      if (word(at).form != Letters::Lower && !(at == first && one.hash.letters == 1)) return false;
    const auto least = text_.capitals == Capitals::Names ? kOrdinaryAmongNames : kOrdinary;
    if (first == last) return text_.ordinary(first) >= least || (one.digits && text_.capitals == Capitals::Names);
    return phrase >= 3;
  }

  // A lone small word among names with capitals: a film only where someone says that it was seen or is one.
  bool is_lone_small(std::size_t at) const {
    const auto& one = word(at);
    if (text_.capitals != Capitals::Names || text_.careless || one.form != Letters::Lower || one.opened || one.closed || one.bracket_next) return false;
    const auto cue = at > 0 ? text_.facts[at - 1].cue : std::uint8_t{0};
    return cue != kCueWatch && cue != kCueFilm;
  }

  // The most ordinary words at the beginning of a sentence that goes on: "It was", "The".
  bool is_beginning(std::size_t at) const {
    const auto& one = word(at);
    return text_.ordinary(at) >= 10 && one.gap >= Gap::Stop && !one.opened && one.form != Letters::AllCapitals && at + 1 < text_.words.size() &&
           word(at + 1).gap == Gap::Blank && word(at + 1).form == Letters::Lower && text_.words.size() > 6;
  }

  void emit(std::size_t first, std::size_t last, std::uint32_t node, Spelling spelling, bool stem) {
    if (first == last && (is_plain(first, last, 0) || is_beginning(first))) return;
    const auto& entry = lexicon_->node(node);
    if (entry.sense_count == 0) return;
    const auto phrase = static_cast<std::uint8_t>(std::min<std::uint16_t>(entry.phrase, 15));
    if (first != last && is_plain(first, last, phrase)) return;
    const bool lone = first == last && is_lone_small(first);
    std::size_t films = 0;
    for (const auto& sense : lexicon_->senses(node)) {
      if (sense.kind == NameKind::Film && ++films > kMostFilms) continue;
      if (lone && sense.kind == NameKind::Film) continue;
      if (has_no_chance(sense, first, last) || !is_sense(sense) || hidden(sense)) continue;
      if (spelling == Spelling::Misspelt && sense.fame < (first == last ? 8 : 4)) continue;
      if (first == last && word(first).hash.letters == 1 && sense.kind != NameKind::Film) continue;
      if (spelling == Spelling::Misspelt && first == last && (word(first).hash.letters < 6 || sense.form == NameForm::Given || sense.form == NameForm::Beginning)) continue;
      matches_.push_back({static_cast<std::uint16_t>(first), static_cast<std::uint16_t>(last + 1), stem, phrase,
                          {.ref = {lexicon_index_, sense.kind, sense.entry}, .form = sense.form, .spelling = spelling, .fame = sense.fame, .share = sense.share}});
    }
  }

  // Part names and names of little fame that look like ordinary words: where they are meant, the context says so
  // (find_context). Seen in reviews: of thousands of such, none was a name.
  bool has_no_chance(const Sense& sense, std::size_t first, std::size_t last) const {
    if (sense.kind == NameKind::Film || text_.capitals != Capitals::Names) return false;
    const bool small = word(first).form == Letters::Lower;
    if (first != last) return sense.kind == NameKind::Character && small;
    const auto ordinary = text_.ordinary(first);
    if (ordinary >= 8 || text_.facts[first].no_name) return true;
    if (sense.kind == NameKind::Character) return sense.fame < (ordinary >= 4 ? 10 : 6);
    if (sense.form == NameForm::Surname && ordinary >= 4 && sense.fame < 8) return true;
    return sense.form == NameForm::Given && (ordinary >= 4 || sense.fame < 11);
  }

  bool is_sense(const Sense& sense) const {
    switch (sense.kind) {
      case NameKind::Film: return sense.entry < lexicon_->films().size();
      case NameKind::Person: return sense.entry < lexicon_->people().size();
      case NameKind::Character: return sense.entry < lexicon_->characters().size();
    }
    return false;
  }

  // A newer lexicon says what the film or person is now.
  bool hidden(const Sense& sense) const {
    for (std::size_t newer = 0; newer < lexicon_index_; ++newer) {
      if (sense.kind == NameKind::Film && lexicons_[newer]->film(FilmId{lexicon_->films()[sense.entry].id}) != kNone) return true;
      if (sense.kind == NameKind::Person && lexicons_[newer]->person(PersonId{lexicon_->people()[sense.entry].id}) != kNone) return true;
    }
    return false;
  }

  void find_context(std::size_t at) {
    const auto& one = word(at);
    find_context_with(at, one.hash.value, false);
    if (one.stem.letters) find_context_with(at, one.stem.value, true);
  }

  void find_context_with(std::size_t at, std::uint64_t hash, bool stem) {
    for (auto next = context_->first_name(hash); next != kNone; next = context_->name(next).next) {
      const auto& name = context_->name(next);
      if (name.words[0] != hash) continue;
      if (name.count == 1) {
        take_context(at, at, name, stem);
      } else if (!stem && at + 1 < text_.words.size()) {
        const auto& other = word(at + 1);
        if (other.hash.value == name.words[1]) take_context(at, at + 1, name, false);
        if (other.stem.letters && other.stem.value == name.words[1]) take_context(at, at + 1, name, true);
      }
    }
  }

  void take_context(std::size_t first, std::size_t last, const ContextName& name, bool stem) {
    if (name.from == first || is_plain(first, last, 0)) return;
    matches_.push_back({static_cast<std::uint16_t>(first), static_cast<std::uint16_t>(last + 1), stem, 0,
                        {.ref = name.ref, .form = name.form, .near = name.near, .fame = fame_of(name.ref), .billing = name.billing}});
  }

  // ---- names that nobody knows: capitals that are no ordinary words --------------------------------------------------------

  bool is_name_like(std::size_t at) const {
    const auto& one = word(at);
    if (one.form != Letters::Capital || one.digits || one.hash.letters < 2 || text_.ordinary(at) >= 9 || text_.facts[at].no_name) return false;
    return text_.ordinary(at) < 3 || text_.lower_share(at) < 10;
  }

  void find_unknown(std::size_t at) {
    if (text_.capitals == Capitals::Names) return find_unknown_capitals(at);
    const bool introduced = at > 0 && is_one_of(word(at - 1).hash, {hash_of("as"), hash_of("named"), hash_of("character"), hash_of("plays"), hash_of("called")});
    if (introduced && text_.ordinary(at) < 9 && !word(at).digits) take_unknown(at, at, NameKind::Character);
    if (at + 1 >= text_.words.size() || word(at + 1).gap > Gap::Blank || word(at + 1).digits) return;
    if (introduced && text_.ordinary(at + 1) < 6) take_unknown(at, at + 1, NameKind::Character);
    if (text_.given(at) >= 4 && text_.ordinary(at) < 6 && text_.ordinary(at + 1) == 0) take_unknown(at, at + 1, NameKind::Person);
  }

  static bool is_one_of(WordHash word, std::initializer_list<WordHash> words) { return std::find(words.begin(), words.end(), word) != words.end(); }

  void find_unknown_capitals(std::size_t at) {
    if (!is_name_like(at) || (at > 0 && word(at).gap <= Gap::Blank && is_name_like(at - 1))) return;
    if (word(at).gap >= Gap::Stop && text_.ordinary(at) > 0) return;
    std::size_t last = at;
    while (last + 1 < text_.words.size() && last - at < 2 && word(last + 1).gap <= Gap::Blank && !word(last).stem.letters && is_name_like(last + 1)) ++last;
    take_unknown(at, last, NameKind::Character);
    if (last > at && text_.given(at) >= 3) take_unknown(at, last, NameKind::Person);
  }

  void take_unknown(std::size_t first, std::size_t last, NameKind kind) {
    matches_.push_back({static_cast<std::uint16_t>(first), static_cast<std::uint16_t>(last + 1), word(last).stem.letters != 0, 0,
                        {.ref = {static_cast<std::uint8_t>(lexicons_.size() - 1), kind, kNone}, .form = NameForm::Unknown}});
  }

  std::uint8_t fame_of(const EntryRef& ref) const {
    const auto& own = *lexicons_[ref.lexicon];
    switch (ref.kind) {
      case NameKind::Film: return own.films()[ref.entry].fame;
      case NameKind::Person: return own.people()[ref.entry].fame;
      case NameKind::Character: break;
    }
    return own.characters()[ref.entry].fame;
  }

  void group(Found& found) const {
    found.clear();
    for (std::size_t at = 0; at < met_.all.size();) at = add_candidate(found, at);
  }

  // The matches from `from` on, all with one first word: the longer first, those of one candidate together, each in the
  // order in which it was found.
  void put_in_order(std::size_t from, std::vector<std::uint64_t>& order) {
    const auto begin = order.size();
    for (std::size_t at = from; at < matches_.size(); ++at) {
      const auto& match = matches_[at];
      const std::uint64_t length = match.last - match.first, kind = static_cast<std::uint64_t>(match.reading.ref.kind);
      const std::uint64_t rank = match.reading.form == NameForm::Unknown ? 2 : match.reading.near == Near::None ? 0 : 1;
      order.push_back(std::uint64_t{match.first} << 40 | (kLongestName - length) << 36 | std::uint64_t{match.stem} << 35 | kind << 33 | rank << 30 | at);
    }
    std::sort(order.begin() + static_cast<std::ptrdiff_t>(begin), order.end());
  }

  const Match& in_order(std::size_t at) const { return matches_[met_.all[at] & kIndex]; }

  std::size_t add_candidate(Found& found, std::size_t at) const {
    const auto& match = in_order(at);
    const auto& last = word(match.last - 1U);
    Candidate candidate{.first = match.first, .last = match.last, .begin = word(match.first).begin, .end = match.stem ? last.stem_end : last.end,
                        .kind = match.reading.ref.kind, .possessive = match.stem, .phrase = 0, .readings = static_cast<std::uint32_t>(found.readings.size())};
    const auto key = met_.all[at] >> 33;
    if (!match.stem) candidate.end = with_own_mark(candidate.end, match);
    for (; at < met_.all.size() && met_.all[at] >> 33 == key; ++at) {
      candidate.phrase = std::max(candidate.phrase, in_order(at).phrase);
      add_reading(found, candidate, in_order(at).reading);
    }
    found.candidates.push_back(candidate);
    return at;
  }

  // "Shazam!" and "Monsters, Inc." end with a mark of their own, "Jr." with its stop.
  std::uint32_t with_own_mark(std::uint32_t end, const Match& match) const {
    if (end >= text_.text.size()) return end;
    const char mark = text_.text[end];
    if (mark != '!' && mark != '?' && mark != '.') return end;
    static const std::array<WordHash, 3> kShort = {hash_of("jr"), hash_of("sr"), hash_of("inc")};
    const auto last = word(match.last - 1U).hash;
    if (mark == '.') return std::find(kShort.begin(), kShort.end(), last) != kShort.end() ? end + 1 : end;
    const auto& ref = match.reading.ref;
    if (ref.kind != NameKind::Film || match.reading.form != NameForm::Title) return end;
    const auto title = lexicons_[ref.lexicon]->string(lexicons_[ref.lexicon]->films()[ref.entry].title);
    return title.ends_with(mark) ? end + 1 : end;
  }

  // Once for each entry: what the name itself says, and what the context adds.
  static void add_reading(Found& found, Candidate& candidate, const Reading& reading) {
    if (reading.form == NameForm::Unknown && candidate.reading_count > 0) return;
    for (std::size_t at = candidate.readings; at < found.readings.size(); ++at) {
      auto& known = found.readings[at];
      if (!(known.ref == reading.ref)) continue;
      if (reading.near < known.near) {
        known.near = reading.near;
        known.billing = reading.billing;
      }
      known.spelling = std::min(known.spelling, reading.spelling);
      known.form = std::min(known.form, reading.form);
      known.share = std::max(known.share, reading.share);
      return;
    }
    if (candidate.reading_count >= 40) return;
    found.readings.push_back(reading);
    ++candidate.reading_count;
  }

  const ReadText& text_;
  const Lexicons& lexicons_;
  const LinkContext* context_ = nullptr;
  const Lexicon* lexicon_ = nullptr;
  std::uint8_t lexicon_index_ = 0;
  std::size_t guessed_at_ = static_cast<std::size_t>(-1);
  NamesMet& met_;
  std::vector<Match>& matches_;
  static constexpr std::uint64_t kIndex = (std::uint64_t{1} << 30) - 1;
};

}  // namespace

void read_text(std::string_view text, const Lexicons& lexicons, ReadText& into) {
  into.text = text;
  read_name_words(text, into.words);
  if (into.words.size() > kMostWords) into.words.resize(kMostWords);
  into.facts.clear();
  into.hints = 0;
  std::size_t loud = 0;
  for (std::size_t at = 0; at < into.words.size(); ++at) {
    const auto& word = into.words[at];
    if (at + kAhead < into.words.size()) lexicons.back()->expect_word(into.words[at + kAhead].hash);
    const auto cue = cue_of(word.hash);
    into.facts.push_back(facts_of(word, cue, *lexicons.back()));
    if (is_i(word, text)) into.facts.back().ordinary = 15;
    into.hints |= cue.hints;
    loud += word.form == Letters::AllCapitals;
  }
  into.shouts = loud * 2 > into.words.size();
  into.capitals = capitals_of(into);
  into.careless = is_careless(into);
}

void known_names(const ReadText& text, const Lexicons& lexicons, NamesMet& met) { Finder(text, lexicons, met).known(); }

void find_names(const ReadText& text, const Lexicons& lexicons, const LinkContext& context, NamesMet& met, Found& found) {
  Finder(text, lexicons, met).find(context, found);
}

}  // namespace rialto::text
