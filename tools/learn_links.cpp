// Learns the weights of linking from texts with marked names, and says how good they are on texts that they were not
// learned from.
//
//   learn_links GOLD.jsonl LEXICON                 five-fold: learn from four fifths, judge the fifth, each in turn
//                          [--splits N]            so often, each time dealt out to the folds in another way, and added up
//                          [--folds N]             only the first N; [--errors FILE] what was wrong, a line each
//                          [--every N]             of the many short queries only each such one, to be quick
//   learn_links GOLD.jsonl LEXICON --talk TALK.jsonl.zst --write src/text/link_weights_learned.cpp
//                                                  learn from all; the numbers in the sources were made so, with
//                                                  gold/dev.jsonl and talk/reddit_movies_2015
//
// A line of GOLD: {"id","source","text","context_film"?,"thread"?,"turn"?,"exhaustive":[kind…],"mentions":[{"start",
// "end","kind","title","imdb_id"?,"link"?}…]}; start and end in code points. LEXICON: `rialto link` leaves it in the
// data folder. TALK: lines with a "text", unmarked. Also learned from: the made-up posts of link_posts.h. Method: logistic regression for "is it a name of this kind" on sparse features, conditional logit for
// "which of the readings", both with Adagrad and a pull towards zero; the features that depend on what else is named are
// made anew with the weights of the round before.
#include <algorithm>
#include <boost/json.hpp>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "base/strings.h"
#include "film/line_reader.h"
#include "text/lexicon.h"
#include "text/link.h"
#include "text/link_choose.h"
#include "text/link_features.h"
#include "text/link_weights.h"
#include "link_posts.h"

namespace {

using namespace rialto;
using namespace rialto::text;
namespace json = boost::json;

struct GoldMention {
  std::size_t begin = 0, end = 0;  // bytes
  std::string kind, title, imdb, link;
};

struct GoldText {
  std::string id, source, text, thread, context_imdb;
  std::int64_t turn = 0;
  std::set<std::string> exhaustive;
  std::vector<GoldMention> mentions;
  std::size_t fold = 0;
};

std::string text_at(const json::object& object, const char* key) {
  const auto* value = object.if_contains(key);
  return value && value->is_string() ? std::string(value->get_string()) : "";
}

std::size_t byte_at(std::string_view text, std::size_t code_point) {
  std::size_t at = 0;
  for (std::size_t seen = 0; at < text.size(); ++at)
    if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80 && seen++ == code_point) return at;
  return text.size();
}

GoldText gold_text(const json::object& object) {
  GoldText gold{.id = text_at(object, "id"), .source = text_at(object, "source"), .text = text_at(object, "text"), .thread = text_at(object, "thread")};
  if (const auto* turn = object.if_contains("turn")) gold.turn = turn->to_number<std::int64_t>();
  if (const auto* film = object.if_contains("context_film")) gold.context_imdb = text_at(film->as_object(), "imdb_id");
  for (const auto& kind : object.at("exhaustive").as_array()) gold.exhaustive.insert(std::string(kind.as_string()));
  for (const auto& item : object.at("mentions").as_array()) {
    const auto& one = item.as_object();
    gold.mentions.push_back({byte_at(gold.text, one.at("start").to_number<std::size_t>()), byte_at(gold.text, one.at("end").to_number<std::size_t>()),
                             text_at(one, "kind"), text_at(one, "title"), text_at(one, "imdb_id"), text_at(one, "link")});
  }
  return gold;
}

std::vector<GoldText> read_gold(const std::string& path) {
  std::ifstream in(path);
  std::vector<GoldText> all;
  for (std::string line; std::getline(in, line);) all.push_back(gold_text(json::parse(line).as_object()));
  std::stable_sort(all.begin(), all.end(), [](const auto& one, const auto& other) { return std::tie(one.thread, one.turn) < std::tie(other.thread, other.turn); });
  return all;
}

constexpr std::array<const char*, 3> kKindNames = {"film", "person", "character"};

// ---- posts made up ---------------------------------------------------------------------------------------------------------

// Fills the sentences of link_posts.h with films and people, the better known the more often.
class Maker {
 public:
  explicit Maker(const Lexicon& lexicon) : lexicon_(lexicon) {
    for (const auto& film : lexicon.films()) film_weights_.push_back(film.fame < 3 ? 0 : std::exp2(film.fame / 1.7));
    for (std::uint32_t film = 0; film < lexicon.films().size(); ++film)
      if (lexicon.films()[film].fame >= 8 && is_ordinary(lexicon.string(lexicon.films()[film].title))) ordinary_films_.push_back(film);
    for (const auto& person : lexicon.people()) person_weights_.push_back(person.fame < 6 ? 0 : std::exp2(person.fame / 1.7));
    films_ = std::discrete_distribution<std::uint32_t>(film_weights_.begin(), film_weights_.end());
    people_ = std::discrete_distribution<std::uint32_t>(person_weights_.begin(), person_weights_.end());
  }

  GoldText made(std::size_t number) {
    cast_ = films_(random_);
    for (int tries = 0; tries < 50 && !pick_people(); ++tries) cast_ = films_(random_);
    GoldText gold{.id = "made-" + std::to_string(number), .source = "made", .exhaustive = {"film", "person", "character"}};
    const auto post = kPosts[number % kPosts.size()];
    year_ = post.find("{F} ({Y})") != std::string_view::npos || post.find("{F} {Y}") != std::string_view::npos;
    const bool needs_board = post.find("{S}") != std::string_view::npos || post.find("{N}") != std::string_view::npos || post.find("{C}") != std::string_view::npos || post.find("{L}") != std::string_view::npos || post.find("{U}") != std::string_view::npos || post.find("{V}") != std::string_view::npos || post.find("{B}") != std::string_view::npos;
    for (int tries = 0; tries < 200 && post.find("{B}") != std::string_view::npos && telling_word(lexicon_.string(lexicon_.films()[cast_].title)).empty(); ++tries) cast_ = films_(random_);
    if ((needs_board && post.find("{F}") == std::string_view::npos) || random_() % 3 == 0) gold.context_imdb = imdb(cast_);
    for (std::size_t at = 0; at < post.size(); ++at) {
      if (post[at] == '{' && at + 2 < post.size() && post[at + 2] == '}') {
        put(gold, post[at + 1]);
        at += 2;
      } else {
        gold.text += post[at];
      }
    }
    change_letters(gold);
    gold.fold = kNone;
    return gold;
  }

 private:
  std::string imdb(std::uint32_t film) const {
    char id[16];
    std::snprintf(id, sizeof id, "tt%07u", lexicon_.films()[film].imdb);
    return id;
  }

  bool pick_people() {
    const auto credits = lexicon_.credits(lexicon_.films()[cast_]);
    std::vector<CreditEntry> named;
    for (const auto& credit : credits.first(std::min<std::size_t>(credits.size(), 8)))
      if (credit.character != kNone && lexicon_.string(lexicon_.characters()[credit.character].name).size() > 2) named.push_back(credit);
    if (named.empty()) return false;
    credit_ = named[random_() % named.size()];
    return lexicon_.string(lexicon_.people()[credit_.person].name).find(' ') != std::string_view::npos;
  }

  // One word, and one that texts are full of.
  bool is_ordinary(std::string_view title) const {
    if (title.find(' ') != std::string_view::npos) return false;
    const auto word = lexicon_.word(hash_of(folded_letters(title)));
    return word != kNone && lexicon_.word_entry(word).ordinary >= 8;
  }

  // The least ordinary word of a longer title, as people shorten it; "" if all are ordinary or the title is short.
  std::string telling_word(std::string_view title) const {
    std::vector<NameWord> words;
    read_name_words(title, words);
    if (words.size() < 3) return "";
    std::string best;
    int least = 6;
    for (const auto& word : words) {
      const auto entry = lexicon_.word(word.hash);
      const int ordinary = entry == kNone ? 0 : lexicon_.word_entry(entry).ordinary;
      if (ordinary < least && word.hash.letters >= 4 && !word.digits) {
        least = ordinary;
        best = title.substr(word.begin, word.end - word.begin);
      }
    }
    return best;
  }

  static std::string last_word(std::string_view name) { return std::string(name.substr(name.rfind(' ') + 1)); }
  static std::string first_word(std::string_view name) { return std::string(name.substr(0, name.find(' '))); }

  void put(GoldText& gold, char what) {
    if (what == 'Y') {
      gold.text += std::to_string(lexicon_.films()[cast_].year);
      return;
    }
    const auto begin = gold.text.size();
    const auto person = lexicon_.string(lexicon_.people()[credit_.person].name);
    const auto character = lexicon_.string(lexicon_.characters()[credit_.character].name);
    std::string name, kind = "film", title, id;
    if (what == 'W') {
      title = name = lexicon_.string(lexicon_.films()[ordinary_films_[random_() % ordinary_films_.size()]].title);
      if (name.size() <= 3 && random_() % 2 == 0)
        for (auto& letter : name) letter = static_cast<char>(letter >= 'a' && letter <= 'z' ? letter - 32 : letter);
    } else if (what == 'B') {
      title = lexicon_.string(lexicon_.films()[cast_].title);
      name = telling_word(title);
      id = imdb(cast_);
    } else if (what == 'F' || what == 'G' || what == 'H') {
      const auto film = what == 'F' ? cast_ : films_(random_);
      title = name = lexicon_.string(lexicon_.films()[film].title);
      if (name.starts_with("The ") && name.find(' ', 5) != std::string::npos && random_() % 6 == 0) name = name.substr(4);
      if (random_() % 20 == 0)
        for (auto& letter : name) letter = static_cast<char>(letter >= 'a' && letter <= 'z' ? letter - 32 : letter);
      // Only the year or the board tell films of one title apart.
      if (what == 'F' && (year_ || gold.context_imdb == imdb(film))) id = imdb(film);
    } else if (what == 'U' || what == 'V') {
      // Someone whom no cast list has: the parts of two people.
      kind = "character";
      const auto other = lexicon_.string(lexicon_.people()[random_() % lexicon_.people().size()].name);
      name = what == 'V' ? last_word(other) : first_word(lexicon_.string(lexicon_.people()[people_(random_)].name)) + " " + last_word(other);
      title = name;
    } else if (what == 'C' || what == 'N' || what == 'L') {
      kind = "character";
      title = character;
      name = what == 'C' ? character : what == 'L' ? last_word(character) : first_word(character);
    } else {
      kind = "person";
      const auto whole = what == 'P' || what == 'S' ? std::string(person) : std::string(lexicon_.string(lexicon_.people()[people_(random_)].name));
      title = whole;
      name = what == 'P' || what == 'Q' ? whole : last_word(whole);
    }
    gold.text += name;
    gold.mentions.push_back({begin, gold.text.size(), kind, title, id, "hand"});
  }

  // Some write without capitals, some use them only where sentences begin.
  void change_letters(GoldText& gold) {
    const auto manner = random_() % 10;
    if (manner < 6) return;
    if (manner < 9) {
      gold.text = ascii_lower(gold.text);
      return;
    }
    bool starts = true;
    for (auto& letter : gold.text) {
      if (!starts && letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter + 32);
      if (letter == '.' || letter == '?' || letter == '!') starts = true;
      else if (letter != ' ') starts = false;
    }
  }

  const Lexicon& lexicon_;
  std::vector<double> film_weights_, person_weights_;
  std::discrete_distribution<std::uint32_t> films_, people_;
  std::vector<std::uint32_t> ordinary_films_;
  std::mt19937 random_{11};
  bool year_ = false;
  std::uint32_t cast_ = 0;
  CreditEntry credit_;
};

constexpr std::size_t kEverything = 1'000'000;  // no fold
constexpr std::size_t kTalkEvery = 8;  // posts of the talk that are read
constexpr std::size_t kMade = 9'000;

// How much a text counts: posts in full sentences are what this is for, queries in small letters are many.
double source_weight(const std::string& source) {
  if (source.starts_with("hand-review")) return 8;
  if (source.starts_with("reddit")) return 6;
  if (source == "made") return 0.4;
  if (source.starts_with("inspired") || source.starts_with("hand-chat")) return 5;
  if (source.starts_with("mit-trivia")) return 0.05;
  return source.starts_with("snips") ? 0.05 : 0.12;
}

struct Example {
  NameKind kind = NameKind::Film;
  Capitals capitals = Capitals::Names;
  Features features;
  bool is = false;
  double weight = 1;
};

struct Choice {
  NameKind kind = NameKind::Film;
  std::vector<ReadingMeasures> readings;
  std::size_t right = 0;
  double weight = 1;
};

class Session {
 public:
  // every: of the many queries only each such one, to be quick.
  Session(std::vector<GoldText> gold, std::shared_ptr<const Lexicon> lexicon, std::size_t every) : gold_(std::move(gold)), linker_({std::move(lexicon)}), lexicons_(linker_.lexicons()) {
    std::size_t number = 0;
    std::erase_if(gold_, [&](const GoldText& text) { return (text.source.starts_with("mit") || text.source.starts_with("snips")) && ++number % every != 0; });
    Maker maker(*lexicons_[0]);
    for (std::size_t at = 0; at < kMade; ++at) gold_.push_back(maker.made(at));
    std::map<std::string, FilmId> by_imdb;
    for (const auto& film : lexicons_[0]->films()) {
      char id[16];
      std::snprintf(id, sizeof id, "tt%07u", film.imdb);
      by_imdb.emplace(id, FilmId{film.id});
    }
    for (const auto& text : gold_) {
      const auto found = by_imdb.find(text.context_imdb);
      boards_.push_back(found == by_imdb.end() ? FilmId{} : found->second);
    }
  }

  // Deals the texts out to the five folds, whole threads together; in another way for each number.
  void deal(std::size_t number) {
    for (auto& text : gold_)
      if (text.source != "made") text.fold = std::hash<std::string>()((text.thread.empty() ? text.id : text.thread) + std::to_string(number)) % 5;
  }

  struct Score {
    int right = 0, linked = 0, linkable = 0, wrong = 0, missed = 0, link_wrong = 0;
  };
  using Scores = std::map<std::pair<std::string, std::string>, Score>;

  // Walks through all texts in order of threads; gives each linking to `visit`.
  template <class Visit>
  void walk(const LinkWeights& weights, std::size_t fold, bool without, Visit visit) {
    LinkContext thread_context = linker_.context(std::nullopt);
    const ScoreTables tables(weights);
    Linking linking;
    for (std::size_t at = 0; at < gold_.size(); ++at) {
      const auto& text = gold_[at];
      if ((text.fold == fold) == without) continue;
      const bool goes_on = at > 0 && !text.thread.empty() && gold_[at - 1].thread == text.thread;
      if (!goes_on) thread_context = linker_.context(boards_[at] ? std::optional(boards_[at]) : std::nullopt);
      choose_names(text.text, lexicons_, thread_context, tables, linking);
      visit(text, linking);
      for (const auto chosen : linking.chosen) thread_context.add(linking.found.best(linking.found.candidates[chosen]).ref, Near::Thread);
    }
  }

  LinkWeights learn(std::size_t without_fold, int rounds) {
    LinkWeights weights;
    for (auto& each : weights.reading) each = kPlain;
    for (int round = 0; round < rounds; ++round) {
      std::vector<Example> examples;
      std::vector<Choice> choices;
      walk(weights, without_fold, true, [&](const GoldText& text, const Linking& linking) { collect(text, linking, examples, choices); });
      if (round > 0) collect_talk(weights, examples);
      fit_choices(choices, weights);
      fit_examples(examples, weights);
      for (std::size_t kind = 0; kind < kKinds; ++kind) weights.candidate[kind][0] += kLenience[kind];
    }
    return weights;
  }

  void judge(const LinkWeights& weights, std::size_t fold, Scores& scores, std::ostream* errors) {
    walk(weights, fold, false, [&](const GoldText& text, const Linking& linking) { judge_text(text, linking, scores, errors); });
  }

 public:
  void add_talk(std::string text) { talk_.push_back(std::move(text)); }

 private:
  // Posts with capitals are understood better than those without: what is sure in a post is learned from the same post
  // in small letters.
  void collect_talk(const LinkWeights& weights, std::vector<Example>& examples) {
    const auto context = linker_.context(std::nullopt);
    const ScoreTables tables(weights);
    Linking seen, linking;
    for (std::size_t at = 0; at < talk_.size(); ++at) {
      choose_names(talk_[at], lexicons_, context, tables, seen);
      if (seen.text.capitals != Capitals::Names) continue;
      auto small = ascii_lower(talk_[at]);
      bool starts = true;
      for (auto& letter : small) {
        if (at % 3 == 0 && starts && letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 32);
        if (letter == '.' || letter == '?' || letter == '!') starts = true;
        else if (letter != ' ') starts = false;
      }
      choose_names(small, lexicons_, context, tables, linking);
      const Surroundings around(linking.text, linking.found, linking.context, lexicons_, linking.sure);
      for (const auto& candidate : linking.found.candidates) {
        const auto sure = how_sure(seen, candidate);
        if (sure == Sure::Doubtful) continue;
        examples.push_back({candidate.kind, linking.text.capitals, around.features(candidate), sure == Sure::Yes, kTalkWeight});
      }
    }
  }

  enum class Sure { Yes, No, Doubtful };

  static Sure how_sure(const Linking& seen, const Candidate& candidate) {
    for (const auto at : seen.chosen) {
      const auto& known = seen.found.candidates[at];
      if (known.begin == candidate.begin && known.end == candidate.end && known.kind == candidate.kind) return known.score > 1.5F ? Sure::Yes : Sure::Doubtful;
      if (known.begin < candidate.end && candidate.begin < known.end && known.score < 1.5F) return Sure::Doubtful;
    }
    for (const auto& known : seen.found.candidates)
      if (known.begin == candidate.begin && known.end == candidate.end && known.kind == candidate.kind && known.score > -1.5F) return Sure::Doubtful;
    return Sure::No;
  }

  static constexpr double kTalkWeight = 0.3;
  std::vector<std::string> talk_;

  bool is_right_link(const GoldMention& gold, const EntryRef& ref) const {
    if (ref.entry == kNone) return false;
    const auto& own = *lexicons_[ref.lexicon];
    if (ref.kind == NameKind::Film) {
      char id[16];
      std::snprintf(id, sizeof id, "tt%07u", own.films()[ref.entry].imdb);
      return gold.imdb == id;
    }
    const auto name = ref.kind == NameKind::Person ? own.string(own.people()[ref.entry].name) : own.string(own.characters()[ref.entry].name);
    return folded(name) == folded(gold.title);
  }

  static const GoldMention* mention_at(const GoldText& text, std::size_t begin, std::size_t end, std::string_view kind) {
    for (const auto& mention : text.mentions)
      if (mention.begin == begin && mention.end == end && mention.kind == kind) return &mention;
    return nullptr;
  }

  static bool touches(const GoldText& text, const Candidate& candidate, std::string_view kind) {
    return std::any_of(text.mentions.begin(), text.mentions.end(), [&](const GoldMention& one) {
      return one.kind == kind && one.begin < candidate.end && candidate.begin < one.end;
    });
  }

  void collect(const GoldText& text, const Linking& linking, std::vector<Example>& examples, std::vector<Choice>& choices) const {
    const Surroundings around(linking.text, linking.found, linking.context, lexicons_, linking.sure);
    for (const auto& candidate : linking.found.candidates) {
      const auto kind = kKindNames[static_cast<std::size_t>(candidate.kind)];
      const auto* gold = mention_at(text, candidate.begin, candidate.end, kind);
      if (!gold && (!text.exhaustive.contains(kind) || touches(text, candidate, "series") || touches(text, candidate, "tv"))) continue;
      double weight = source_weight(text.source);
      // What lies within a name or over it is decided by the whole; it counts less.
      if (!gold && touches(text, candidate, kind)) weight *= 0.3;
      if (gold && candidate.kind == NameKind::Film && !gold->imdb.empty()) {
        const auto readings = linking.found.of(candidate);
        const auto right = std::find_if(readings.begin(), readings.end(), [&](const Reading& one) { return is_right_link(*gold, one.ref); });
        if (right == readings.end()) continue;
      }
      examples.push_back({candidate.kind, linking.text.capitals, around.features(candidate), gold != nullptr, weight});
      if (gold) collect_choice(*gold, candidate, linking, around, weight, choices);
    }
  }

  void collect_choice(const GoldMention& gold, const Candidate& candidate, const Linking& linking, const Surroundings& around, double weight,
                      std::vector<Choice>& choices) const {
    if (candidate.kind == NameKind::Film && gold.imdb.empty()) return;
    Choice choice{.kind = candidate.kind, .weight = weight};
    std::size_t right = candidate.reading_count;
    for (std::size_t at = 0; at < candidate.reading_count; ++at) {
      const auto& reading = linking.found.of(candidate)[at];
      choice.readings.push_back(around.measures(candidate, reading));
      if (right == candidate.reading_count && is_right_link(gold, reading.ref)) right = at;
    }
    if (right == candidate.reading_count || candidate.reading_count < 2) return;
    choice.right = right;
    choices.push_back(std::move(choice));
  }

  // What is plain before anything is learned: the board's film, the year.
  static constexpr ReadingMeasures kPlain = {3, 2, 1, 0, -1, -1, 6, 3, 4, 2, 2, 2, 3, 3, 2, 2, 7, 3, -6, 0.3F, 3, -3, 0.5F, 0.5F, -12, 4};

  static void fit_choices(const std::vector<Choice>& choices, LinkWeights& weights) {
    std::array<ReadingMeasures, kKinds> squares{};
    for (int pass = 0; pass < 60; ++pass)
      for (const auto& choice : choices) {
        auto& own = weights.reading[static_cast<std::size_t>(choice.kind)];
        auto& own_squares = squares[static_cast<std::size_t>(choice.kind)];
        std::vector<double> chance;
        double sum = 0;
        for (const auto& reading : choice.readings) chance.push_back(std::exp(std::min(weights.score(choice.kind, reading), 50.0)));
        for (const auto each : chance) sum += each;
        for (std::size_t feature = 0; feature < kReadingFeatures; ++feature) {
          double slope = 0;
          for (std::size_t at = 0; at < choice.readings.size(); ++at)
            slope += ((at == choice.right ? 1 : 0) - chance[at] / sum) * choice.readings[at][feature];
          slope = slope * choice.weight - 1e-3 * (own[feature] - kPlain[feature]);
          own_squares[feature] += static_cast<float>(slope * slope);
          own[feature] += static_cast<float>(0.1 * slope / std::sqrt(own_squares[feature] + 1e-6));
        }
      }
  }

  static void fit_examples(const std::vector<Example>& examples, LinkWeights& weights) {
    for (auto& each : weights.candidate) std::fill(each.begin(), each.end(), 0.0F);
    std::array<std::vector<float>, kKinds> squares;
    for (auto& each : squares) each.assign(kCandidateFeatures * kManners, kSquare);
    std::vector<std::uint32_t> order(examples.size());
    for (std::size_t at = 0; at < order.size(); ++at) order[at] = static_cast<std::uint32_t>(at);
    std::mt19937 random(7);
    for (int pass = 0; pass < 12; ++pass) {
      std::shuffle(order.begin(), order.end(), random);
      for (const auto at : order) {
        const auto& example = examples[at];
        const auto kind = static_cast<std::size_t>(example.kind);
        const double chance = 1 / (1 + std::exp(-weights.score(example.kind, example.capitals, example.features)));
        const double error = (example.is - chance) * example.weight;
        const auto manner = static_cast<std::size_t>(example.capitals) + 1;
        for (std::size_t each = 0; each < example.features.count; ++each)
          for (const std::size_t row : {example.features.numbers[each] * kManners, example.features.numbers[each] * kManners + manner}) {
            auto& weight = weights.candidate[kind][row];
            const double slope = error - kPull * weight * example.weight;
            squares[kind][row] += static_cast<float>(slope * slope);
            weight += static_cast<float>(kRate * slope / std::sqrt(squares[kind][row]));
          }
      }
    }
  }

  void judge_text(const GoldText& text, const Linking& linking, Scores& scores, std::ostream* errors) const {
    std::set<const GoldMention*> met;
    const auto tell = [&](const char* what, std::string_view kind, std::size_t begin, std::size_t end, const std::string& more) {
      if (errors) *errors << what << "\t" << text.source << "\t" << kind << "\t" << text.text.substr(begin, end - begin) << "\t" << more << "\t| " << replaced(text.text.substr(0, 300), "\n", " ") << "\n";
    };
    for (const auto at : linking.chosen) {
      const auto& candidate = linking.found.candidates[at];
      const std::string kind = kKindNames[static_cast<std::size_t>(candidate.kind)];
      auto& score = scores[{text.source, kind}];
      const auto& ref = linking.found.best(candidate).ref;
      if (const auto* gold = mention_at(text, candidate.begin, candidate.end, kind)) {
        met.insert(gold);
        ++score.right;
        if (!gold->imdb.empty() && kind == "film") {
          if (is_right_link(*gold, ref)) ++score.linked;
          else {
            ++score.link_wrong;
            tell("LINK", kind, candidate.begin, candidate.end, gold->title + " " + gold->imdb);
          }
        }
        continue;
      }
      if (!text.exhaustive.contains(kind) || touches(text, candidate, "series") || touches(text, candidate, "tv")) continue;
      ++score.wrong;
      tell("FALSE", kind, candidate.begin, candidate.end, std::to_string(candidate.score));
    }
    for (const auto& gold : text.mentions) {
      if (gold.kind == "series" || gold.kind == "tv" || gold.begin == gold.end) continue;
      auto& score = scores[{text.source, gold.kind}];
      if (gold.kind == "film" && !gold.imdb.empty()) ++score.linkable;
      if (met.contains(&gold)) continue;
      ++score.missed;
      std::string seen = "no candidate";
      for (const auto& candidate : linking.found.candidates)
        if (candidate.begin == gold.begin && candidate.end == gold.end && kKindNames[static_cast<std::size_t>(candidate.kind)] == gold.kind) seen = std::to_string(candidate.score);
      tell("MISSED", gold.kind, gold.begin, gold.end, gold.title + " " + seen);
    }
  }

  static constexpr double kPull = 1e-2;  // towards zero
  static constexpr double kRate = 0.15;
  static constexpr float kSquare = 1;  // to begin with
  // F1 asks for more than those that are more likely than not, the more the harder a kind is.
  static constexpr std::array<float, kKinds> kLenience = {0.5F, 0.5F, 1.2F};
  std::vector<GoldText> gold_;
  Linker linker_;
  const Lexicons& lexicons_;
  std::vector<FilmId> boards_;
};

void print(const Session::Scores& scores) {
  std::printf("%-20s %-10s %6s %6s %6s %6s | %6s %6s\n", "source", "kind", "gold", "P", "R", "F1", "linked", "F1link");
  for (const auto& [key, score] : scores) {
    const double found = score.right + score.wrong, gold = score.right + score.missed;
    const double precision = found ? score.right / found : 0, recall = gold ? score.right / gold : 0;
    const double f1 = precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
    // With the right film: of those whose film is known.
    const double link_found = score.linked + score.link_wrong + score.wrong;
    const double link_p = link_found ? score.linked / link_found : 0, link_r = score.linkable ? static_cast<double>(score.linked) / score.linkable : 0;
    const double link_f1 = link_p + link_r > 0 ? 2 * link_p * link_r / (link_p + link_r) : 0;
    std::printf("%-20s %-10s %6.0f %6.3f %6.3f %6.3f | %6d %6.3f\n", key.first.c_str(), key.second.c_str(), gold, precision, recall, f1, score.linked, link_f1);
  }
}

// In hundredths, as the program reads them.
void write_numbers(std::ostream& out, const std::vector<float>& numbers) {
  std::string line = "    ";
  for (std::size_t at = 0; at < numbers.size(); ++at) {
    line += std::to_string(std::lround(std::clamp(numbers[at], -300.0F, 300.0F) * 100)) + ",";
    if (line.size() < 112 && at + 1 < numbers.size()) continue;
    out << line << "\n";
    line = "    ";
  }
}

void write_weights(const std::string& path, const LinkWeights& weights) {
  std::ofstream out(path);
  std::vector<float> readings, candidates;
  for (const auto& each : weights.reading) readings.insert(readings.end(), each.begin(), each.end());
  for (const auto& each : weights.candidate) candidates.insert(candidates.end(), each.begin(), each.end());
  out << "// Made by tools/learn_links, in hundredths; see there for the command. What each number weighs: link_features.cpp.\n"
         "#include <array>\n#include <cstdint>\n\n#include \"text/link_weights.h\"\n\nnamespace rialto::text {\n\nnamespace {\n\n"
         "// For each kind, for each measure of a reading.\nconstexpr std::array<std::int16_t, " << readings.size() << "> kReading = {\n";
  write_numbers(out, readings);
  out << "};\n\n// For each kind, for each feature: in all texts, and on top in each manner of using capitals.\nconstexpr std::array<std::int16_t, " << candidates.size() << "> kCandidate = {\n";
  write_numbers(out, candidates);
  out << "};\n\n}  // namespace\n\nconst LinkWeights& learned_weights() {\n  static const LinkWeights weights(kReading, kCandidate);\n  return weights;\n}\n\n}  // namespace rialto::text\n";
}

struct Options {
  std::string gold, lexicon, write, errors, talk;
  std::size_t folds = 5, every = 1, splits = 1;
};

int run(const Options& options) {
  auto lexicon = Lexicon::open(options.lexicon);
  if (!lexicon) {
    std::cerr << lexicon.error().message << "\n";
    return 1;
  }
  Session session(read_gold(options.gold), *lexicon, options.every);
  if (!options.talk.empty()) {
    auto lines = film::LineReader::open(options.talk);
    std::size_t number = 0;
    for (std::string_view line; lines && (*lines)->next(line);) {
      if (++number % kTalkEvery != 0) continue;
      auto text = std::string(json::parse(line).as_object().at("text").as_string());
      if (text.size() >= 40 && text.size() <= 500) session.add_talk(std::move(text));
    }
  }
  if (!options.write.empty()) {
    write_weights(options.write, session.learn(kEverything, 3));
    return 0;
  }
  Session::Scores scores;
  std::ofstream errors(options.errors);
  for (std::size_t split = 0; split < options.splits; ++split) {
    session.deal(split);
    for (std::size_t fold = 0; fold < options.folds; ++fold) session.judge(session.learn(fold, 2), fold, scores, options.errors.empty() ? nullptr : &errors);
  }
  print(scores);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  if (argc > 2) options.gold = argv[1], options.lexicon = argv[2];
  for (int at = 3; at + 1 < argc; at += 2) {
    const std::string_view flag = argv[at];
    if (flag == "--write") options.write = argv[at + 1];
    if (flag == "--errors") options.errors = argv[at + 1];
    if (flag == "--splits") options.splits = static_cast<std::size_t>(std::atoi(argv[at + 1]));
    if (flag == "--every") options.every = static_cast<std::size_t>(std::atoi(argv[at + 1]));
    if (flag == "--talk") options.talk = argv[at + 1];
    if (flag == "--folds") options.folds = static_cast<std::size_t>(std::atoi(argv[at + 1]));
  }
  if (argc < 3) {
    std::cerr << "usage: learn_links GOLD.jsonl LEXICON [--talk TALK] [--write FILE] [--folds N] [--every N] [--errors FILE]\n";
    return 2;
  }
  return run(options);
}
