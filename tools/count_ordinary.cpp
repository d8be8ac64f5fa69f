// Counts how ordinary words are in talk about films, and which phrases of ordinary words are titles too:
//
//   count_ordinary LEXICON FILE.jsonl.zst… > src/text/ordinary_words.cpp
//
// FILE: lines of JSON with a "text"; LEXICON: `rialto link` leaves it in the data folder. Texts without capitals tell
// nothing about who writes what with a capital and are passed over, as are words at the beginning of a sentence.
// Made with the 71,179 posts of reddit_movies_2015 and the 20,000 reviews of aclimdb_reviews_20k over a catalogue of
// 123,035 films. Only counts leave the texts.
#include <algorithm>
#include <boost/json.hpp>
#include <cmath>
#include <iostream>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "film/line_reader.h"
#include "text/lexicon.h"
#include "text/link_find.h"

namespace {

using namespace rialto;
using namespace rialto::text;

struct Count {
  std::int64_t small = 0;
  std::int64_t capital = 0;
  bool phrase = false;
};

class Counter {
 public:
  explicit Counter(std::shared_ptr<const Lexicon> lexicon) : lexicons_{std::move(lexicon)} {}

  void read(std::string_view text) {
    ReadText read;
    read_text(text, lexicons_, read);
    if (read.capitals != Capitals::Names) return;
    for (std::size_t at = 0; at < read.words.size(); ++at) {
      const auto& word = read.words[at];
      if (word.digits || (word.gap >= Gap::Stop && word.form != Letters::Lower)) continue;
      ++all_;
      add(folded_letters(text.substr(word.begin, word.end - word.begin)), word.form == Letters::Lower, false);
      if (word.form != Letters::AllCapitals) read_phrases(read, at);
    }
  }

  // Words 1.5 times, phrases and words that are hardly ever written with a capital 0.5 times in a million words.
  void print(std::ostream& out) const {
    std::map<std::pair<int, int>, std::vector<std::string>> groups;
    for (const auto& [word, count] : counts_) {
      const double per_million = 1e6 * static_cast<double>(count.small) / static_cast<double>(all_);
      const double share = static_cast<double>(count.small) / static_cast<double>(count.small + count.capital);
      if (per_million < (count.phrase || share > 0.7 ? 0.5 : 1.5) || share < (count.phrase ? 0.4 : 0.1)) continue;
      const double level = count.phrase ? std::log2(per_million / 0.5) * 1.2 + 1 : std::log2(per_million / 0.75);
      groups[{std::clamp(static_cast<int>(level), 1, 15), std::clamp(static_cast<int>(share * 16), 0, 15)}].push_back(word);
    }
    out << "// Made by tools/count_ordinary; see there for the command.\n#include \"text/ordinary_words.h\"\n\n#include <array>\n\n"
           "namespace rialto::text {\n\nnamespace {\n\nconstexpr std::array<OrdinaryWords, " << groups.size() << "> kWords = {{\n";
    for (auto& [key, words] : groups) print_group(out, key.first, key.second, words);
    out << "}};\n\n}  // namespace\n\nstd::span<const OrdinaryWords> ordinary_words() { return kWords; }\n\n}  // namespace rialto::text\n";
  }

 private:
  void add(const std::string& word, bool small, bool phrase) {
    auto& count = counts_[word];
    ++(small ? count.small : count.capital);
    count.phrase = phrase;
  }

  void read_phrases(const ReadText& read, std::size_t first) {
    const auto& lexicon = *lexicons_[0];
    if (read.entries[first] == kNone) return;
    auto node = lexicon.begin(read.entries[first]);
    std::string phrase(folded_letters(read.text.substr(read.words[first].begin, read.words[first].end - read.words[first].begin)));
    bool small = read.words[first].form == Letters::Lower, all_small = small;
    for (std::size_t at = first + 1; at < std::min(first + 4, read.words.size()) && node != kNone; ++at) {
      const auto& word = read.words[at];
      if (word.gap > Gap::Blank || word.digits || read.entries[at] == kNone) return;
      node = lexicon.next(node, read.entries[at]);
      if (node == kNone) return;
      all_small = all_small && word.form == Letters::Lower;
      phrase += " " + folded_letters(read.text.substr(word.begin, word.end - word.begin));
      const auto senses = lexicon.senses(node);
      if (std::any_of(senses.begin(), senses.end(), [](const Sense& one) { return one.kind == NameKind::Film; })) add(phrase, all_small, true);
    }
  }

  static void print_group(std::ostream& out, int often, int share, std::vector<std::string> words) {
    std::sort(words.begin(), words.end());
    out << "    {" << often << ", " << share << ",";
    std::string line;
    for (std::size_t at = 0; at < words.size(); ++at) {
      line += words[at] + (at + 1 < words.size() ? "|" : "");
      if (line.size() < 100 && at + 1 < words.size()) continue;
      out << "\n     \"" << line << "\"";
      line.clear();
    }
    out << "},\n";
  }

  Lexicons lexicons_;
  std::unordered_map<std::string, Count> counts_;
  std::int64_t all_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: count_ordinary LEXICON FILE…\n";
    return 2;
  }
  auto lexicon = Lexicon::open(argv[1]);
  if (!lexicon) {
    std::cerr << lexicon.error().message << "\n";
    return 1;
  }
  Counter counter(*lexicon);
  for (int at = 2; at < argc; ++at) {
    auto lines = film::LineReader::open(argv[at]);
    if (!lines) {
      std::cerr << lines.error().message << "\n";
      return 1;
    }
    for (std::string_view line; (*lines)->next(line);)
      counter.read(std::string_view(boost::json::parse(line).as_object().at("text").as_string()));
  }
  counter.print(std::cout);
}
