#include "text/word_stream.h"

#include <algorithm>

namespace rialto::text {

namespace {

class StreamSink : public Sink {
 public:
  explicit StreamSink(StreamedText& into) : into_(into), stream_(&into.words) {}

  void open_block(Block block, const BlockFacts&) override {
    stream_.block();
    open(block == Block::Quote ? quotes_ : block == Block::Veil ? veils_ : block == Block::Code ? links_ : other_);
  }

  void close_block(Block block) override {
    if (block == Block::Quote) close(quotes_, into_.quoted);
    if (block == Block::Veil) close(veils_, into_.veiled);
    if (block == Block::Code) close(links_, into_.linked);
    stream_.block();
  }

  // A film is left as its words, "[[Heat]]".
  bool open_span(Span span, std::string_view) override {
    if (span == Span::Film) return false;
    stream_.span(span);
    if (is_own(span)) open(links_);
    return true;
  }

  void close_span(Span span) override {
    if (is_own(span)) close(links_, into_.linked);
    stream_.span(span);
  }

  void open_veil(std::string_view) override { open(veils_); }
  void close_veil() override { close(veils_, into_.veiled); }
  void words(std::string_view words) override { stream_.words(words); }
  void code(std::string_view words) override { stream_.words(words); }
  void line_break() override { stream_.line_break(); }

 private:
  // How deep, and where the outermost began.
  struct Depth {
    std::size_t deep = 0;
    std::size_t began = 0;
  };

  static bool is_own(Span span) { return span == Span::Link || span == Span::Picture || span == Span::Code; }

  void open(Depth& depth) {
    if (depth.deep++ == 0) depth.began = stream_.at();
  }

  void close(Depth& depth, std::vector<Stretch>& into) const {
    if (--depth.deep == 0) into.push_back({depth.began, stream_.at()});
  }

  StreamedText& into_;
  WordStream stream_;
  Depth quotes_, veils_, links_, other_;
};

bool ends_sentence(std::string_view words, std::size_t at) {
  if (words[at] == '\n') return at + 1 < words.size() && words[at + 1] == '\n';
  return (words[at] == '.' || words[at] == '!' || words[at] == '?') && at + 1 < words.size() && (words[at + 1] == ' ' || words[at + 1] == '\n');
}

std::size_t sentence_begin(std::string_view words, std::size_t at, std::size_t most) {
  std::size_t begin = at;
  while (begin > 0 && at - begin < most && !ends_sentence(words, begin - 1)) --begin;
  while (begin > 0 && begin < at && (static_cast<unsigned char>(words[begin]) & 0xC0) == 0x80) ++begin;
  return begin;
}

std::size_t sentence_end(std::string_view words, std::size_t at, std::size_t most) {
  std::size_t end = at;
  while (end < words.size() && end - at < most) {
    if (ends_sentence(words, end)) return words[end] == '\n' ? end : end + 1;
    ++end;
  }
  while (end < words.size() && (static_cast<unsigned char>(words[end]) & 0xC0) == 0x80) ++end;
  return end;
}

}  // namespace

StreamedText streamed(std::string_view markdown, std::size_t input_limit) {
  StreamedText text;
  StreamSink sink(text);
  walk(prepare(markdown, input_limit), sink);
  return text;
}

bool lies_in(const std::vector<Stretch>& stretches, const Stretch& one) {
  return std::any_of(stretches.begin(), stretches.end(), [&](const Stretch& other) { return one.begin < other.end && other.begin < one.end; });
}

SentenceAround sentence_around(const StreamedText& text, const Stretch& name, std::size_t most) {
  const std::string_view words = text.words;
  const auto begin = sentence_begin(words, name.begin, most / 2), end = sentence_end(words, name.end, most / 2);
  SentenceAround around;
  for (std::size_t at = begin; at < end; ++at) {
    if (at == name.begin) around.name.begin = around.words.size();
    const auto veil = std::find_if(text.veiled.begin(), text.veiled.end(), [&](const Stretch& one) { return one.begin <= at && at < one.end; });
    if (veil != text.veiled.end()) {
      around.words += "…";
      at = std::min(veil->end, end) - 1;
      continue;
    }
    const bool blank = words[at] == '\n' || words[at] == ' ';
    if (words[at] != '*' && !(blank && (around.words.empty() || around.words.back() == ' '))) around.words += blank ? ' ' : words[at];
    if (at + 1 == name.end) around.name.end = around.words.size();
  }
  while (!around.words.empty() && around.words.back() == ' ') around.words.pop_back();
  return around;
}

}  // namespace rialto::text
