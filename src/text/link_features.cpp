#include "text/link_features.h"

#include <algorithm>

#include "text/cue_words.h"

namespace rialto::text {

namespace {

// ---- the table of features -------------------------------------------------------------------------------------------------

constexpr int kLongestName = 14;  // words
constexpr std::size_t kForms = 10;
constexpr std::size_t kShapes = 5;

enum Group : std::size_t {
  Bias, FormAndWords, Shape, OrdinaryWord, OrdinaryPhrase, RarestWord, LowerShare, Fame, Share, Quoted, Year, Before, BeforeForm,
  After, AfterForm, GapBefore, GapAfter, Edges, Neighbours, SpellingAndFame, NearAndWords, NearForm, Related, Rival, Various,
  Senses, Length, Given, CapitalsAndOrdinary, FameAndOrdinary, BeforeTwo, Billing, FormAndShape, ShareAndForm, Beside, FormOnBoard, kGroups
};

constexpr std::array<std::size_t, kGroups> kSizes = {
    1, kForms * 4, kShapes * 2, 32, 32, 32, 16, 32, 16, 8, 3, kCues, kCues * 2, kCues, kCues * 2, 8, 8, 12, 16, 12, 8, kForms * 4,
    8, 18, 8, 6, 4, 32, 72, 64, kCues, 8, kForms * kShapes, 8 * kForms, 24, kForms * 2};

constexpr std::array<std::size_t, kGroups + 1> kStarts = [] {
  std::array<std::size_t, kGroups + 1> starts{};
  for (std::size_t group = 0; group < kGroups; ++group) starts[group + 1] = starts[group] + kSizes[group];
  return starts;
}();

std::size_t number_of(Group group, std::size_t number) { return kStarts[group] + std::min(number, kSizes[group] - 1); }

struct FeatureList {
  void add(Group group, std::size_t number) { features.add(number_of(group, number)); }
  Features features;
};

struct FeatureSum {
  void add(Group group, std::size_t number) { sum += weights[number_of(group, number)]; }
  std::span<const float> weights;
  double sum = 0;
};

// 0 small, 1 some words capital, 2 all telling words capital, 3 all capitals, 4 only the first of several.
std::size_t shape_of(const ReadText& text, const Candidate& candidate) {
  std::size_t capitals = 0, loud = 0, telling = 0, telling_capitals = 0;
  for (std::size_t at = candidate.first; at < candidate.last; ++at) {
    const auto& word = text.words[at];
    const bool capital = word.form != Letters::Lower || word.digits;
    capitals += capital;
    loud += word.form == Letters::AllCapitals;
    if (text.ordinary(at) < 10 || at == candidate.first) {
      ++telling;
      telling_capitals += capital;
    }
  }
  const std::size_t words = static_cast<std::size_t>(candidate.last - candidate.first);
  if (loud == words) return 3;
  if (capitals == 0) return 0;
  if (telling_capitals == telling) return 2;
  return text.words[candidate.first].form != Letters::Lower && capitals == 1 ? 4 : 1;
}

std::size_t words_of(const Candidate& candidate) { return std::min<std::size_t>(candidate.last - candidate.first, 4) - 1; }

std::uint8_t rarest(const ReadText& text, const Candidate& candidate) {
  std::uint8_t least = 15;
  for (std::size_t at = candidate.first; at < candidate.last; ++at)
    if (!text.words[at].digits) least = std::min(least, text.ordinary(at));
  return least;
}

constexpr std::size_t kFirstCredits = 6;  // of a film, that make two films tied

bool has_film(std::span<const std::uint32_t> films, std::uint32_t film) { return std::binary_search(films.begin(), films.end(), film); }

bool share_people(const Lexicon& own, const FilmEntry& one, const FilmEntry& other) {
  const auto first_of = [&](const FilmEntry& film) {
    const auto credits = own.credits(film);
    return credits.first(std::min(credits.size(), kFirstCredits));
  };
  for (const auto& mine : first_of(one))
    for (const auto& theirs : first_of(other))
      if (mine.person == theirs.person && mine.person != kNone) return true;
  return false;
}

// Two films that share who made or played them; a film and someone of it.
bool are_tied(const Lexicon& own, const EntryRef& one, const EntryRef& other) {
  if (one.kind != NameKind::Film) return other.kind == NameKind::Film && are_tied(own, other, one);
  switch (other.kind) {
    case NameKind::Film: return share_people(own, own.films()[one.entry], own.films()[other.entry]);
    case NameKind::Person: return has_film(own.films_of(own.people()[other.entry]), one.entry);
    case NameKind::Character: break;
  }
  return has_film(own.films_of(own.characters()[other.entry]), one.entry);
}

bool is_year(const NameWord& word) { return word.digits && word.number >= 1880 && word.number <= 2035 && word.end - word.begin == 4; }

}  // namespace

const std::size_t kCandidateFeatures = kStarts[kGroups];

Surroundings::Surroundings(const ReadText& text, const Found& found, const LinkContext& context, const Lexicons& lexicons, const std::vector<std::uint8_t>& sure)
    : text_(text), found_(found), context_(context), lexicons_(lexicons), sure_(sure) {
  for (const auto& known : context.known()) board_ = board_ || known.near == Near::Board;
}

// The kinds of the names that this one stands in a list with, left and right; that stands behind in brackets, "Hanna
// (Pacino)", and before where this one is in brackets; that plays this one, "Pacino as Hanna", and that this one plays.
std::array<std::size_t, 6> Surroundings::names_beside(const Candidate& candidate) const {
  std::array<std::size_t, 6> kinds{};
  const auto& words = text_.words;
  const auto is_link = [&](std::size_t at) { return text_.facts[at].cue == kCueAnd || text_.facts[at].cue == kCueOr; };
  if (candidate.first > 0 && words[candidate.first].gap < Gap::Stop) {
    const std::size_t before = candidate.first - 1U;
    const bool listed = words[candidate.first].gap == Gap::Comma || is_link(before);
    if (listed) kinds[0] = sure_at(is_link(before) && before > 0 ? before - 1 : before);
    if (words[candidate.first].bracketed) kinds[3] = sure_at(before);
    if (text_.facts[before].cue == kCueAs && before > 0) kinds[4] = sure_at(before - 1);
  }
  const std::size_t after = candidate.last;
  if (after < words.size() && words[after].gap < Gap::Stop) {
    const bool listed = words[after].gap == Gap::Comma || is_link(after);
    if (listed) kinds[1] = sure_at(is_link(after) ? after + 1 : after);
    if (words[after].bracketed) kinds[2] = sure_at(after);
    if (text_.facts[after].cue == kCueAs) kinds[5] = sure_at(after + 1);
  }
  return kinds;
}

// The year within the three words behind the name, or right before it; 0 if there is none.
int Surroundings::year_behind(const Candidate& candidate) const {
  for (std::size_t at = candidate.last; at < text_.words.size() && at < candidate.last + 1U; ++at)
    if (is_year(text_.words[at]) && text_.words[at].gap <= Gap::Mark) return text_.words[at].number;
  if (candidate.first > 0 && is_year(text_.words[candidate.first - 1U]) && text_.words[candidate.first].gap <= Gap::Blank) return text_.words[candidate.first - 1U].number;
  return 0;
}

// "The other Heat": not the one that is talked about.
bool Surroundings::is_other(const Candidate& candidate) const {
  return candidate.first > 0 && text_.words[candidate.first].gap <= Gap::Blank && text_.facts[candidate.first - 1U].cue == kCueOther;
}

// Whether someone or something in the context made, played in or belongs to it; for persons: is in a known film.
bool Surroundings::related(const EntryRef& ref, std::uint32_t asking, Near& nearest) const {
  nearest = Near::None;
  if (ref.entry == kNone) return false;
  const auto& own = *lexicons_[ref.lexicon];
  for (const auto& known : context_.known()) {
    if (known.near >= nearest || known.ref == ref || known.from == asking || known.ref.lexicon != ref.lexicon) continue;
    if (are_tied(own, ref, known.ref)) nearest = known.near;
  }
  return nearest != Near::None;
}

ReadingMeasures Surroundings::measures(const Candidate& candidate, const Reading& reading) const {
  ReadingMeasures measures{};
  std::size_t next = 0;
  const auto put = [&](double value) { measures[next++] = static_cast<float>(value); };
  put(reading.fame / 5.0);
  put(reading.spelling == Spelling::Exact);
  put(reading.form == NameForm::Title || reading.form == NameForm::Full);
  put(reading.form == NameForm::Alias);
  put(reading.form == NameForm::Beginning || reading.form == NameForm::Head || reading.form == NameForm::Subtitle);
  put(reading.form == NameForm::Given);
  const auto near = context_.near(reading.ref, candidate.first);
  put(near == Near::Board);
  put(near == Near::Text);
  put(near == Near::Thread);
  put(reading.near == Near::Board);
  put(reading.near == Near::Text);
  put(reading.near == Near::Thread);
  Near tied = Near::None;
  const bool any = candidate.reading_count > 1 && related(reading.ref, candidate.first, tied);
  put(any && tied == Near::Board);
  put(any && tied == Near::Text);
  put(any && tied == Near::Thread);
  put(reading.billing < 255 ? std::max(0.0, 1 - reading.billing / 10.0) : 0);
  if (reading.ref.kind == NameKind::Film) {
    const auto& film = lexicons_[reading.ref.lexicon]->films()[reading.ref.entry];
    const int year = year_behind(candidate);
    put(year != 0 && year == film.year);
    put(year != 0 && std::abs(year - film.year) == 1);
    put(year != 0 && std::abs(year - film.year) > 1);
    put(film.year ? std::clamp((film.year - 1980) / 20.0, -2.0, 2.0) : -1);
    put(hint(kHintAnimated) && film.animated);
    put(hint(kHintAnimated) && !film.animated);
    put(hint(kHintOriginal) ? (1980 - film.year) / 30.0 : 0);
    put(hint(kHintNewest) ? (film.year - 1980) / 30.0 : 0);
    put(near == Near::Board && is_other(candidate));
    put(near != Near::Board && reading.form == NameForm::Title && is_other(candidate));
  }
  return measures;
}

template <class Adder>
void Surroundings::tell_own(const Candidate& candidate, Adder& to) const {
  const auto& reading = found_.best(candidate);
  const auto& words = text_.words;
  const auto& first = words[candidate.first];
  const auto& last = words[candidate.last - 1U];
  const std::size_t several = candidate.last - candidate.first > 1;
  const auto shape = shape_of(text_, candidate);
  const std::size_t form = static_cast<std::size_t>(reading.form);
  const std::size_t ordinary = several ? candidate.phrase : text_.ordinary(candidate.first);
  const bool starts = first.gap >= Gap::Stop;
  const std::size_t capital = shape == 0 ? 0 : 1;
  // Written loud where the text is not: "the new IT movie".
  const bool loud = shape == 3 && first.hash.letters > 1 && !text_.shouts;

  to.add(Bias, 0);
  to.add(FormAndWords, form * 4 + words_of(candidate));
  to.add(Shape, shape * 2 + several);
  to.add(FormAndShape, form * kShapes + shape);
  if (!several) to.add(OrdinaryWord, ordinary * 2 + (starts ? 1 : 0));
  if (several) to.add(OrdinaryPhrase, ordinary * 2 + capital);
  if (several) to.add(RarestWord, rarest(text_, candidate) * 2U + capital);
  if (!several) to.add(LowerShare, std::min<std::size_t>(text_.lower_share(candidate.first) / 2U, 7) * 2 + capital);
  to.add(Fame, reading.fame * 2U + several);
  to.add(Share, reading.share / 32U * 2 + several);
  to.add(ShareAndForm, reading.share / 32U + 8 * form);
  to.add(Quoted, (first.opened ? 1U : 0U) + (last.closed ? 2U : 0U) + 4 * several);
  const std::size_t quoted = first.opened && last.closed ? 2 : 0;
  to.add(CapitalsAndOrdinary, ((loud && quoted == 0 ? 4 : capital + quoted) * 4 + std::min<std::size_t>(ordinary / 3, 3)) * 3 + (starts ? 2 : several));
  to.add(FameAndOrdinary, std::min<std::size_t>(reading.fame / 2U, 7) * 8 + std::min<std::size_t>(ordinary / 2, 7));

  const bool has_before = candidate.first > 0, has_after = candidate.last < words.size();
  const std::size_t before = has_before && first.gap < Gap::Stop ? text_.facts[candidate.first - 1U].cue : kCues - 1;
  const std::size_t after = has_after && words[candidate.last].gap < Gap::Stop ? text_.facts[candidate.last].cue : kCues - 1;
  to.add(Before, before);
  to.add(BeforeForm, before * 2 + capital);
  to.add(After, after);
  to.add(AfterForm, after * 2 + several);
  if (candidate.first > 1) to.add(BeforeTwo, text_.facts[candidate.first - 2U].cue);
  to.add(GapBefore, static_cast<std::size_t>(first.gap));
  to.add(GapAfter, has_after ? static_cast<std::size_t>(words[candidate.last].gap) : 7);

  const bool line_starts = first.gap >= Gap::Line;
  const bool line_ends = !has_after || words[candidate.last].gap >= Gap::Line;
  const bool sentence_ends = line_ends || words[candidate.last].gap >= Gap::Stop;
  if (line_starts) to.add(Edges, 0 + several);
  if (line_ends) to.add(Edges, 2 + several);
  if (line_starts && line_ends) to.add(Edges, 4 + several);
  if (line_starts && sentence_ends) to.add(Edges, 6 + several);
  if (!has_before) to.add(Edges, 8 + several);
  if (!has_before && !has_after) to.add(Edges, 10 + several);

  const auto is_capital = [&](std::size_t at) { return words[at].form != Letters::Lower && !words[at].digits && words[at].hash.letters > 1; };
  const bool left = has_before && first.gap <= Gap::Blank && is_capital(candidate.first - 1U) && words[candidate.first - 1U].gap < Gap::Stop;
  const bool right = has_after && !candidate.possessive && words[candidate.last].gap <= Gap::Blank && is_capital(candidate.last);
  to.add(Neighbours, ((left ? 1U : 0U) + (right ? 2U : 0U)) * 2 + several + (shape == 0 ? 8 : 0));

  if (reading.spelling != Spelling::Exact)
    to.add(SpellingAndFame, (reading.spelling == Spelling::Joined ? 0U : 6U) + std::min<std::size_t>(reading.fame / 4U, 2) * 2 + several);
  if (reading.ref.kind == NameKind::Film)
    if (const int year = year_behind(candidate)) to.add(Year, std::abs(year - lexicons_[reading.ref.lexicon]->films()[reading.ref.entry].year) <= 1 ? 0 : 1);
  if (candidate.possessive) to.add(Various, 0);
  if (first.bracketed) to.add(Various, 1);
  if (last.bracket_next) to.add(Various, 2);
  if (hint(kHintFilmTalk)) to.add(Various, 3);
  for (std::size_t at = candidate.first + 1U; at < candidate.last; ++at)
    if (words[at].gap >= Gap::Stop) {
      to.add(Various, 4);
      break;
    }
  to.add(Senses, candidate.reading_count > 4 ? 4U : candidate.reading_count - 1U);
  to.add(Length, words.size() < 4 ? 0 : words.size() < 12 ? 1 : words.size() < 40 ? 2 : 3);
  to.add(Given, text_.given(candidate.first) * 2U + several);
}

template <class Adder>
void Surroundings::tell_context(const Candidate& candidate, Adder& to) const {
  const auto& reading = found_.best(candidate);
  const std::size_t several = candidate.last - candidate.first > 1;
  const auto near = context_.near(reading.ref, candidate.first);
  to.add(NearAndWords, static_cast<std::size_t>(near) * 2 + several);
  to.add(NearForm, static_cast<std::size_t>(reading.form) * 4 + static_cast<std::size_t>(reading.near));
  Near tied = Near::None;
  if (related(reading.ref, candidate.first, tied)) to.add(Related, static_cast<std::size_t>(tied) * 2 + several);
  if (reading.billing < 255) to.add(Billing, std::min<std::size_t>(reading.billing / 3U, 7));

  const auto beside = names_beside(candidate);
  for (std::size_t place = 0; place < beside.size(); ++place)
    if (beside[place] != 0) to.add(Beside, place * 4 + beside[place]);
  to.add(FormOnBoard, static_cast<std::size_t>(reading.form) * 2 + board_);
  tell_rivals(candidate, to);
}

// Other names that the same words, or some of them, may be.
template <class Adder>
void Surroundings::tell_rivals(const Candidate& candidate, Adder& to) const {
  const auto& reading = found_.best(candidate);
  const auto begin = std::lower_bound(found_.candidates.begin(), found_.candidates.end(), candidate.first - kLongestName,
                                      [](const Candidate& one, int at) { return one.first < at; });
  for (auto next = begin; next != found_.candidates.end() && next->first < candidate.last; ++next) {
    const auto& other = *next;
    if (&other == &candidate || other.last <= candidate.first) continue;
    const auto& rival = found_.best(other);
    if (other.first == candidate.first && other.last == candidate.last) {
      to.add(Rival, static_cast<std::size_t>(other.kind));
      if (rival.near != Near::None || context_.near(rival.ref, other.first) != Near::None) to.add(Rival, 3 + static_cast<std::size_t>(other.kind));
      if (rival.fame > reading.fame + 2) to.add(Rival, 6 + static_cast<std::size_t>(other.kind));
    } else if (other.first <= candidate.first && other.last >= candidate.last && rival.spelling != Spelling::Misspelt && rival.form != NameForm::Beginning && rival.form != NameForm::Unknown) {
      to.add(Rival, 9 + static_cast<std::size_t>(other.kind));
    } else if (other.first != candidate.first && other.last != candidate.last && (other.first < candidate.first) == (other.last < candidate.last) && rival.form != NameForm::Unknown) {
      to.add(Rival, (other.first < candidate.first ? 12U : 15U) + static_cast<std::size_t>(other.kind));
    }
  }
}

Features Surroundings::features(const Candidate& candidate) const {
  FeatureList list;
  tell_own(candidate, list);
  tell_context(candidate, list);
  return list.features;
}

double Surroundings::own_score(const Candidate& candidate, std::span<const float> weights) const {
  FeatureSum sum{.weights = weights};
  tell_own(candidate, sum);
  return sum.sum;
}

double Surroundings::score_in_context(const Candidate& candidate, std::span<const float> weights, double own) const {
  FeatureSum sum{.weights = weights, .sum = own};
  tell_context(candidate, sum);
  return sum.sum;
}

}  // namespace rialto::text
