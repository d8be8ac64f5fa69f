#include "text/plain.h"

#include <algorithm>
#include <memory>

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include "base/strings.h"
#include "text/mask.h"
#include "text/walk.h"

namespace rialto::text {

namespace {

constexpr std::string_view kSpoiler = "[spoiler]";

class PlainSink : public Sink {
 public:
  explicit PlainSink(const PlainOptions& options) : options_(options) {}

  std::string take() { return std::string(trimmed(out_)); }

  void open_block(Block block, const BlockFacts&) override {
    const bool list = block == Block::Bullets || block == Block::Numbers;
    if (block == Block::Quote && options_.quotes == Quotes::LeftOut) ++hidden_;
    if (!after_item_) break_lines(block == Block::Item || lists_ > 0 ? 1 : 2);
    if (block == Block::Item) put("- ");
    after_item_ = block == Block::Item;
    lists_ += list;
    if (block == Block::Veil) hide();
  }

  void close_block(Block block) override {
    const bool list = block == Block::Bullets || block == Block::Numbers;
    if (block == Block::Veil) show();
    if (block == Block::Quote && options_.quotes == Quotes::LeftOut) --hidden_;
    lists_ -= list;
    after_item_ = false;
    break_lines(lists_ > 0 ? 1 : 2);
  }

  bool open_span(Span, std::string_view) override { return true; }
  void close_span(Span) override {}
  void open_veil(std::string_view) override { hide(); }
  void close_veil() override { show(); }

  void words(std::string_view words) override {
    after_item_ = false;
    put_masked(words);
  }

  void code(std::string_view words) override {
    after_item_ = false;
    put_masked(words);
  }

  void line_break() override { put("\n"); }
  bool is_full() const override { return out_.size() > options_.output_limit; }

 private:
  void put_masked(std::string_view words) {
    if (hidden_ > 0) return;
    flush_breaks();
    if (options_.mask != nullptr) {
      options_.mask->append_masked(out_, words);
    } else {
      out_ += words;
    }
  }

  void put(std::string_view words) {
    if (hidden_ > 0) return;
    flush_breaks();
    out_ += words;
  }

  void break_lines(int count) { breaks_ = std::max(breaks_, count); }

  void flush_breaks() {
    if (!out_.empty())
      for (int have = out_.ends_with('\n') ? 1 : 0; have < breaks_; ++have) out_ += '\n';
    breaks_ = 0;
  }

  void hide() {
    if (options_.spoilers == Spoilers::Kept) return;
    put(kSpoiler);
    ++hidden_;
  }

  void show() {
    if (options_.spoilers == Spoilers::LeftOut) --hidden_;
  }

  const PlainOptions& options_;
  std::string out_;
  int hidden_ = 0;
  int breaks_ = 0;  // line ends that must come before the next words
  int lists_ = 0;
  bool after_item_ = false;  // what follows stands on the item's line
};

icu::BreakIterator* line_breaks() {
  thread_local const auto iterator = [] {
    UErrorCode status = U_ZERO_ERROR;
    return std::unique_ptr<icu::BreakIterator>(icu::BreakIterator::createLineInstance(icu::Locale::getRoot(), status));
  }();
  return iterator.get();
}

icu::BreakIterator* characters() {
  thread_local const auto iterator = [] {
    UErrorCode status = U_ZERO_ERROR;
    return std::unique_ptr<icu::BreakIterator>(
        icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  }();
  return iterator.get();
}

// The last boundary at or before `end`, in UTF-16 units.
int32_t boundary(icu::BreakIterator* iterator, const icu::UnicodeString& text, int32_t end) {
  if (iterator == nullptr) return end;
  iterator->setText(text);
  return iterator->isBoundary(end) ? end : std::max(iterator->preceding(end), 0);
}

}  // namespace

std::string plain_text(std::string_view markdown, const PlainOptions& options) {
  PlainSink sink(options);
  walk(prepare(markdown, options.input_limit), sink);
  return sink.take();
}

std::string cut_at_word(std::string_view text, std::size_t limit) {
  if (code_points(text) <= limit) return std::string(text);
  if (limit == 0) return {};
  // A little more than the limit is enough to tell whether a word ends there.
  const auto near = cut_utf8(text, 4 * (limit + 64));
  const auto wide = icu::UnicodeString::fromUTF8(icu::StringPiece(near.data(), static_cast<int32_t>(near.size())));
  const auto end = wide.moveIndex32(0, static_cast<int32_t>(limit) - 1);
  auto cut = boundary(line_breaks(), wide, end);
  if (cut < end / 2) cut = boundary(characters(), wide, end);
  std::string out;
  wide.tempSubString(0, cut).toUTF8String(out);
  return std::string(trimmed(out)) + "…";
}

}  // namespace rialto::text
