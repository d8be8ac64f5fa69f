#include "text/walk.h"

#include <md4c.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "text/entities.h"
#include "text/escape.h"
#include "text/spoiler_label.h"

namespace rialto::text {

namespace {

constexpr unsigned kFlags = MD_FLAG_NOHTML | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEURLAUTOLINKS |
                            MD_FLAG_PERMISSIVEWWWAUTOLINKS | MD_FLAG_WIKILINKS | MD_FLAG_NOINDENTEDCODEBLOCKS;
constexpr int kDeepestBlock = 24;  // quotations and lists within each other
constexpr int kDeepestSpan = 16;
constexpr auto npos = std::string_view::npos;

void append_attribute_text(std::string& out, const MD_ATTRIBUTE& attribute) {
  for (unsigned piece = 0; attribute.size > 0 && attribute.substr_offsets[piece] < attribute.size; ++piece) {
    const auto from = attribute.substr_offsets[piece];
    const std::string_view text(attribute.text + from, attribute.substr_offsets[piece + 1] - from);
    if (attribute.substr_types[piece] == MD_TEXT_ENTITY) {
      append_entity(out, text);
    } else {
      append_unmarked(out, text);
    }
  }
}

// Old boards hid words as [label](#s "words") or [words](/spoiler).
bool is_bare_spoiler_address(std::string_view address) {
  return address == "/spoiler" || address == "#spoiler" || address == "/spoilers" || address == "#spoilers" ||
         address == "/s" || address == "#s";
}

bool hides_its_title(std::string_view address) { return address.starts_with('#') || is_bare_spoiler_address(address); }

class Walker {
 public:
  Walker(const Source& source, Sink& sink) : text_(source.text), sink_(sink) {}

  Walked run() {
    MD_PARSER parser = {};
    parser.flags = kFlags;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
      return pass(self, [&](Walker& walker) { walker.enter_block(type, detail); });
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
      return pass(self, [&](Walker& walker) { walker.leave_block(type); });
    };
    parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) {
      return pass(self, [&](Walker& walker) { walker.enter_span(type, detail); });
    };
    parser.leave_span = [](MD_SPANTYPE, void*, void* self) {
      return pass(self, [](Walker& walker) { walker.leave_span(); });
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
      return pass(self, [&](Walker& walker) { walker.text(type, {text, size}); });
    };
    const bool failed = md_parse(text_.data(), static_cast<MD_SIZE>(text_.size()), &parser, this) != 0;
    unwind();
    return failed || stopped_ ? Walked::CutShort : Walked::Whole;
  }

 private:
  struct BlockFrame {
    Block block;
    bool shown;
  };
  struct SpanFrame {
    Span span;
    bool shown;            // the sink knows of it and must close it
    bool film_as_words;    // an unknown film: its brackets are words
    std::string title;     // words that an old spoiler hides, to follow the label
    std::size_t words_at;  // words_ when the span began
    bool hides = false;    // an old spoiler that hides the span itself
  };
  // A quotation is held back until its first words tell what it is.
  enum class Held { Nothing, Quote, QuoteParagraph, InHead };

  static constexpr std::string_view kPictures = "/picture/";

  static bool is_link(Span span) { return span == Span::Link || span == Span::Film || span == Span::Picture; }

  // Passes an event on unless the walk was stopped: the parser may send some more after that.
  template <class Event>
  static int pass(void* self, Event event) {
    Walker& walker = *static_cast<Walker*>(self);
    if (!walker.stopped_) event(walker);
    walker.stopped_ = walker.stopped_ || walker.sink_.is_full();
    return walker.stopped_ ? -1 : 0;
  }

  void enter_block(MD_BLOCKTYPE type, void* detail) {
    if (type == MD_BLOCK_P && held_ == Held::Quote) {
      held_ = Held::QuoteParagraph;
      return;
    }
    release_held();
    switch (type) {
      case MD_BLOCK_QUOTE: held_ = Held::Quote; break;
      case MD_BLOCK_UL: open_container(Block::Bullets, {}); break;
      case MD_BLOCK_OL:
        open_container(Block::Numbers, {.number = static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start});
        break;
      case MD_BLOCK_LI: open_item(); break;
      case MD_BLOCK_P: open_leaf(Block::Paragraph, {}); break;
      case MD_BLOCK_H: open_leaf(Block::Heading, {.number = static_cast<MD_BLOCK_H_DETAIL*>(detail)->level}); break;
      case MD_BLOCK_CODE: open_leaf(Block::Code, {}); break;
      case MD_BLOCK_HR: open_leaf(Block::Rule, {}); break;
      default: break;
    }
  }

  void leave_block(MD_BLOCKTYPE type) {
    if (held_ == Held::InHead) {
      if (type == MD_BLOCK_P) open_headed_quote();
      return;
    }
    release_held();
    switch (type) {
      case MD_BLOCK_QUOTE:
      case MD_BLOCK_UL:
      case MD_BLOCK_OL: close_container(); break;
      case MD_BLOCK_LI:
        end_words();
        close_container();
        break;
      case MD_BLOCK_P:
      case MD_BLOCK_H:
      case MD_BLOCK_CODE:
      case MD_BLOCK_HR: close_leaf(); break;
      default: break;
    }
  }

  // ---- blocks

  void open_container(Block block, const BlockFacts& facts) {
    end_words();
    // What is within a veil already needs none of its own, but where it says that it is of something else.
    const bool within_veil = block == Block::Veil && block_veils_ > 0 && !spoiler_label(facts.title);
    // A veil is never left out for being deep; a list counts for itself and its items.
    const bool shown = !within_veil && (block == Block::Veil || depth_ < kDeepestBlock);
    blocks_.push_back({block, shown});
    block_veils_ += block == Block::Veil;
    if (!shown) return;
    ++depth_;
    sink_.open_block(block, facts);
  }

  void open_item() {
    const bool shown = !blocks_.empty() && blocks_.back().shown;
    blocks_.push_back({Block::Item, shown});
    if (!shown) return;
    ++depth_;
    sink_.open_block(Block::Item, {});
  }

  void close_container() {
    const auto frame = blocks_.back();
    blocks_.pop_back();
    block_veils_ -= frame.block == Block::Veil;
    if (!frame.shown) return;
    --depth_;
    sink_.close_block(frame.block);
  }

  void open_leaf(Block block, const BlockFacts& facts) {
    end_words();
    leaf_ = block;
    sink_.open_block(block, facts);
  }

  void close_leaf() {
    end_words();
    if (leaf_) sink_.close_block(*leaf_);
    leaf_.reset();
  }

  void release_held() {
    const auto held = held_;
    held_ = Held::Nothing;
    if (held == Held::Quote || held == Held::QuoteParagraph) open_container(Block::Quote, {});
    if (held == Held::QuoteParagraph) open_leaf(Block::Paragraph, {});
  }

  void open_headed_quote() {
    held_ = Held::Nothing;
    const std::string_view head = head_;
    if (head_is_veil_) {
      open_container(Block::Veil, {.title = head});
    } else {
      open_container(Block::Quote, {.source = head});
    }
  }

  // ---- inline spoilers

  void open_veil(std::string_view label = {}) {
    if (veil_depth_ >= 0 && (label.empty() || label == veil_label_)) {
      closes_later_ = false;
      return;
    }
    if (veil_depth_ >= 0) {
      step_out(static_cast<std::size_t>(veil_depth_));
      end_veil();
    }
    veil_label_ = label;
    std::size_t depth = spans_.size();
    for (std::size_t at = 0; at < spans_.size(); ++at)
      if (spans_[at].shown && is_link(spans_[at].span)) depth = std::min(depth, at);
    if (depth < spans_.size()) step_out(depth);
    veil_depth_ = static_cast<int>(depth);
    sink_.open_veil(veil_label_);
    trim_ = true;
  }

  // Ends the spans from `depth` on, the first link among them, so that a spoiler may follow.
  void step_out(std::size_t depth) {
    for (auto at = spans_.size(); at-- > depth;) {
      if (spans_[at].shown) sink_.close_span(spans_[at].span);
      spans_[at].shown = false;
    }
    links_ = 0;
  }

  void end_veil() {
    veil_depth_ = -1;
    closes_later_ = false;
    trim_ = false;
    sink_.close_veil();
  }

  void close_mark() {
    if (veil_depth_ < 0) return put_words("!<");
    closes_later_ =
        std::any_of(spans_.begin() + veil_depth_, spans_.end(), [](const auto& span) { return span.shown; });
    if (!closes_later_) end_veil();
  }

  // The end of a paragraph: an open veil ends here, and goes on in the next one if it is closed somewhere there.
  void end_words() {
    if (veil_depth_ >= 0) veil_goes_on_ = !closes_later_ && is_closed_further_on();
    close_spans();
    if (veil_depth_ >= 0) end_veil();
  }

  // Usually none is open; but the parser leaves one open where deletions and code cross ("~`~~ ~`").
  void close_spans() {
    while (!spans_.empty()) {
      if (veil_depth_ == static_cast<int>(spans_.size())) end_veil();
      if (spans_.back().shown) sink_.close_span(spans_.back().span);
      spans_.pop_back();
    }
    links_ = 0;
  }

  // Before the first words of a paragraph, heading or item.
  void continue_veil() {
    if (!veil_goes_on_) return;
    veil_goes_on_ = false;
    open_veil(std::string(veil_label_));
  }

  // True if a "!<" follows before the next ">!". Each mark is looked for once.
  bool is_closed_further_on() {
    if (next_close_ != npos && next_close_ <= read_) next_close_ = text_.find(kVeilCloses, read_);
    if (next_open_ != npos && next_open_ <= read_) next_open_ = text_.find(kVeilOpens, read_);
    return next_close_ < next_open_;
  }

  // ---- spans

  void enter_span(MD_SPANTYPE type, void* detail) {
    if (held_ == Held::InHead) return;
    release_held();
    continue_veil();
    switch (type) {
      case MD_SPAN_EM: push_span(Span::Emphasis, {}); break;
      case MD_SPAN_STRONG: push_span(Span::Strong, {}); break;
      case MD_SPAN_DEL: push_span(Span::Deleted, {}); break;
      case MD_SPAN_CODE: push_span(Span::Code, {}); break;
      case MD_SPAN_A: {
        const auto& link = *static_cast<MD_SPAN_A_DETAIL*>(detail);
        enter_link(link.href, link.title);
        break;
      }
      case MD_SPAN_IMG: {
        const auto& image = *static_cast<MD_SPAN_IMG_DETAIL*>(detail);
        enter_picture(image.src, image.title);
        break;
      }
      case MD_SPAN_WIKILINK: enter_film(static_cast<MD_SPAN_WIKILINK_DETAIL*>(detail)->target); break;
      default: push_span(Span::Emphasis, {}, false); break;
    }
  }

  bool push_span(Span span, std::string_view address, bool wanted = true) {
    const bool shown = wanted && (span == Span::Code || spans_.size() < kDeepestSpan) && sink_.open_span(span, address);
    spans_.push_back({span, shown, false, {}, words_});
    links_ += shown && is_link(span);
    return shown;
  }

  void enter_link(const MD_ATTRIBUTE& href, const MD_ATTRIBUTE& title) {
    std::string address, hidden;
    append_attribute_text(address, href);
    // A bare address goes on up to a blank; the marks of a spoiler right behind it, and what it hides, are not of it.
    address.resize(std::min({address.find(">!"), address.find("!<"), address.size()}));
    append_attribute_text(hidden, title);
    if (!hidden.empty() && hides_its_title(address)) {
      push_span(Span::Link, {}, false);
      spans_.back().title = std::move(hidden);
    } else if (is_bare_spoiler_address(address)) {
      const bool hides = veil_depth_ < 0;
      if (hides) open_veil();
      push_span(Span::Link, {}, false);
      spans_.back().hides = hides;
    } else {
      push_span(Span::Link, address, links_ == 0 && is_allowed_address(address));
    }
  }

  // Only pictures of this site are shown; others stay where they are, behind a link.
  void enter_picture(const MD_ATTRIBUTE& src, const MD_ATTRIBUTE& title) {
    std::string address;
    append_attribute_text(address, src);
    if (!address.starts_with(kPictures)) return enter_link(src, title);
    push_span(Span::Picture, address, links_ == 0);
  }

  void enter_film(const MD_ATTRIBUTE& target) {
    std::string name;
    append_attribute_text(name, target);
    if (push_span(Span::Film, name, links_ == 0)) return;
    spans_.back().film_as_words = true;
    put_words("[[");
  }

  void leave_span() {
    if (held_ == Held::InHead || spans_.empty()) return;
    const bool stretches = veil_depth_ == static_cast<int>(spans_.size());
    const bool reopens = stretches && !closes_later_;
    if (stretches) end_veil();
    const SpanFrame frame = std::move(spans_.back());
    spans_.pop_back();
    if (frame.film_as_words) put_words("]]");
    if (frame.shown) {
      sink_.close_span(frame.span);
      links_ -= is_link(frame.span);
    }
    if (reopens) open_veil(std::string(veil_label_));
    if (frame.hides) closes_later_ = true;
    if (!frame.title.empty()) put_title(frame);
    if (closes_later_ && veil_depth_ == static_cast<int>(spans_.size())) end_veil();
  }

  void put_title(const SpanFrame& frame) {
    const bool own_veil = veil_depth_ < 0;
    if (words_ > frame.words_at) put_words(" ");
    if (own_veil) open_veil();
    put_words(frame.title);
    if (!own_veil) return;
    closes_later_ = true;
    if (veil_depth_ == static_cast<int>(spans_.size())) end_veil();
  }

  // ---- words

  void text(MD_TEXTTYPE type, std::string_view text) {
    if (held_ == Held::InHead) {
      if (type == MD_TEXT_ENTITY) append_entity(head_, text);
      if (type == MD_TEXT_NORMAL || type == MD_TEXT_CODE) append_unmarked(head_, text);
      return;
    }
    if (held_ == Held::QuoteParagraph && begins_head(type, text)) return;
    release_held();
    continue_veil();
    note_place(text);
    switch (type) {
      case MD_TEXT_NULLCHAR: put_words("\xEF\xBF\xBD"); break;
      case MD_TEXT_BR:
      case MD_TEXT_SOFTBR: sink_.line_break(); break;
      case MD_TEXT_ENTITY: put_entity(text); break;
      case MD_TEXT_CODE: put_code(text); break;
      default: put_marked(text); break;
    }
  }

  bool begins_head(MD_TEXTTYPE type, std::string_view text) {
    if (type != MD_TEXT_NORMAL || text.empty() || (text[0] != kVeilBlock && text[0] != kQuoteSource)) return false;
    held_ = Held::InHead;
    head_is_veil_ = text[0] == kVeilBlock;
    head_.clear();
    text.remove_prefix(1);
    if (const auto size = label_size(text)) append_unmarked(head_, text.substr(1, size - 2));
    else append_unmarked(head_, text);
    return true;
  }

  // With its marks, if the text begins with a label; else 0.
  static std::size_t label_size(std::string_view text) {
    if (!text.starts_with(kLabel)) return 0;
    const auto end = text.find(kLabel, 1);
    return end == npos ? 0 : end + 1;
  }

  // An inline spoiler begins, with its label if it has one; the text follows its mark. The size of what was read.
  std::size_t begin_veil(std::string_view text) {
    const auto size = label_size(text);
    std::string label;
    if (size > 0) append_unmarked(label, text.substr(1, size - 2));
    open_veil(label);
    return size;
  }

  // How far the text has been read, as far as the parser hands out views of it.
  void note_place(std::string_view text) {
    const char* end = text.data() + text.size();
    if (text.data() >= text_.data() && end <= text_.data() + text_.size())
      read_ = static_cast<std::size_t>(end - text_.data()) - (text.empty() ? 0 : 1);
  }

  void put_entity(std::string_view reference) {
    std::string words;
    append_entity(words, reference);
    put_words(words);
  }

  void put_code(std::string_view text) {
    std::string words;
    append_unmarked(words, text);
    words_ += words.size();
    trim_ = false;
    sink_.code(words);
  }

  void put_marked(std::string_view text) {
    while (!text.empty() && !sink_.is_full()) {
      std::size_t at = 0;
      while (at < text.size() && static_cast<unsigned char>(text[at]) > kLastMark) ++at;
      const bool closes = at < text.size() && text[at] == kVeilCloses;
      put_words(text.substr(0, closes && at > 0 ? at - 1 : at));
      if (at == text.size()) return;
      switch (text[at]) {
        case kVeilOpens: at += 1 + begin_veil(text.substr(std::min(at + 2, text.size()))); break;
        case kVeilCloses: close_mark(); break;
        case kColon: put_words(":"); break;
        default: break;
      }
      text.remove_prefix(std::min(at + 1, text.size()));
    }
  }

  void put_words(std::string_view words) {
    if (trim_) {
      while (words.starts_with(' ')) words.remove_prefix(1);
    }
    if (words.empty()) return;
    trim_ = false;
    words_ += words.size();
    sink_.words(words);
  }

  // Closes what the parser left open when it was stopped.
  void unwind() {
    held_ = Held::Nothing;
    close_leaf();  // with the spans and the veil in it
    while (!blocks_.empty()) close_container();
  }

  std::string_view text_;
  Sink& sink_;
  bool stopped_ = false;
  std::vector<BlockFrame> blocks_;
  std::vector<SpanFrame> spans_;
  std::optional<Block> leaf_;
  int depth_ = 0;          // shown containers
  int block_veils_ = 0;    // containers that are veils, shown or not
  int links_ = 0;          // shown links and films around the place
  std::size_t words_ = 0;  // bytes of words so far
  std::size_t read_ = 0;   // the place in text_

  Held held_ = Held::Nothing;
  std::string head_;
  bool head_is_veil_ = false;

  std::string veil_label_;     // of the inline veil that is open, or was last
  int veil_depth_ = -1;        // how many spans stand around the open veil; -1: none is open
  bool closes_later_ = false;  // "!<" was read within a span that began in the veil: it ends after that span
  bool veil_goes_on_ = false;
  bool trim_ = false;  // blanks at the start of a veil are left out
  std::size_t next_close_ = 0;
  std::size_t next_open_ = 0;
};

}  // namespace

Walked walk(const Source& source, Sink& sink) { return Walker(source, sink).run(); }

}  // namespace rialto::text
