#include "text/markup.h"

#include <algorithm>
#include <span>
#include <utility>

#include "base/strings.h"
#include "say/markup.h"
#include "text/escape.h"
#include "text/handle.h"
#include "text/mask.h"
#include "text/mint.h"
#include "text/spoiler_label.h"
#include "text/walk.h"
#include "text/word_stream.h"

namespace rialto::text {

namespace {

constexpr std::string_view kVeilBox = R"(><input type="checkbox" aria-label=")";
constexpr std::string_view kVeilEnd = "</span></label>";

// In letters. What a line costs that ends before its width does; from when on a quote is long: about nine lines.
constexpr std::size_t kLine = 40, kLongQuote = 560;

class HtmlSink : public Sink {
 public:
  HtmlSink(const RenderOptions& options, std::size_t size) : options_(options) { out_.reserve(2 * size + 128); }

  std::string take() { return std::move(out_); }
  bool veiled() const { return veiled_; }

  void open_block(Block block, const BlockFacts& facts) override {
    stream_.block();
    quoted_ += kLine;
    switch (block) {
      case Block::Paragraph: out_ += "<p>"; break;
      case Block::Heading: open_heading(facts.number); break;
      case Block::Quote: open_quote(facts.source); break;
      case Block::Veil: open_block_veil(facts.title); break;
      case Block::Bullets: out_ += "<ul>\n"; break;
      case Block::Numbers: open_numbers(facts.number); break;
      case Block::Item: out_ += "<li>"; break;
      case Block::Code: out_ += "<pre><code>"; break;
      case Block::Rule: out_ += "<hr>"; break;
    }
    last_ = ' ';
  }

  void close_block(Block block) override {
    stream_.block();
    switch (block) {
      case Block::Paragraph: out_ += "</p>\n"; break;
      case Block::Heading: out_ += {'<', '/', 'h', heading_, '>', '\n'}; break;
      case Block::Quote: close_quote(); break;
      case Block::Veil: out_ += "</div></div>\n"; break;
      case Block::Bullets: out_ += "</ul>\n"; break;
      case Block::Numbers: out_ += "</ol>\n"; break;
      case Block::Item: out_ += "</li>\n"; break;
      case Block::Code: out_ += "</code></pre>\n"; break;
      case Block::Rule: out_ += '\n'; break;
    }
  }

  bool open_span(Span span, std::string_view address) override {
    stream_.span(span);
    if (in_picture_) return true;  // its end counts in the stream as well
    switch (span) {
      case Span::Emphasis: out_ += "<em>"; break;
      case Span::Strong: out_ += "<strong>"; break;
      case Span::Deleted: out_ += "<del>"; break;
      case Span::Code: out_ += "<code>"; break;
      case Span::Link: open_link(address); break;
      case Span::Film: {
        const bool known = open_film(address);
        if (known) stream_.words("[[");
        return known;
      }
      case Span::Picture: return open_picture(address);
    }
    in_link_ = in_link_ || span == Span::Link;
    return true;
  }

  void close_span(Span span) override {
    stream_.span(span);
    if (span == Span::Film) stream_.words("]]");
    if (in_picture_ && span != Span::Picture) return;
    switch (span) {
      case Span::Emphasis: out_ += "</em>"; break;
      case Span::Strong: out_ += "</strong>"; break;
      case Span::Deleted: out_ += "</del>"; break;
      case Span::Code: out_ += "</code>"; break;
      case Span::Link:
      case Span::Film:
        out_ += "</a>";
        in_link_ = false;
        break;
      case Span::Picture: close_picture(); break;
    }
  }

  void open_veil(std::string_view label) override {
    const auto of = spoiler_of(label);
    out_ += "<label class=\"veil\"";
    open_veil_box(of);
    out_ += "\">";
    if (!of.title.empty()) {
      out_ += R"(<span class="veil-of" aria-hidden="true">)";
      append_text(out_, as_shown(of.title));
      out_ += "</span>";
    }
    out_ += R"(<span class="veil-words">)";
    last_ = ' ';
  }

  void close_veil() override { out_ += kVeilEnd; }

  void words(std::string_view words) override {
    const auto begin = stream_.at();
    stream_.words(words);
    quoted_ += words.size();
    if (in_picture_) return put_alt(words);
    const char last = words.back();
    put_with_names(words, begin);
    last_ = last;
  }

  void code(std::string_view words) override {
    stream_.words(words);
    quoted_ += words.size();
    if (in_picture_) return put_alt(words);
    append_text(out_, as_shown(words));
  }

  void line_break() override {
    stream_.line_break();
    if (in_picture_) {
      out_ += ' ';
      return;
    }
    out_ += "<br>\n";
    quoted_ += kLine;
    last_ = ' ';
  }

  bool is_full() const override { return out_.size() > options_.output_limit; }

 private:
  // With the words of the site's list masked; valid until the next call.
  std::string_view as_shown(std::string_view words) {
    if (options_.mask == nullptr) return words;
    masked_.clear();
    options_.mask->append_masked(masked_, words);
    return masked_;
  }

  void open_heading(unsigned level) {
    heading_ = static_cast<char>('0' + std::clamp(options_.first_heading + level - 1, 1U, 6U));
    out_ += {'<', 'h', heading_, '>'};
  }

  void open_quote(std::string_view source) {
    if (source.empty())
      out_ += "<blockquote>\n";
    else
      open_sourced_quote(source);
    if (quotes_++ > 0) return;
    quote_at_ = out_.size();
    quoted_ = 0;
  }

  // A long one folds, together with those within it.
  void close_quote() {
    if (--quotes_ == 0 && quoted_ >= kLongQuote) {
      out_.insert(quote_at_, fold_start());
      out_ += "</div></div>\n";
    }
    out_ += "</blockquote>\n";
  }

  std::string fold_start() const {
    std::string start = R"(<div class="fold"><details><summary><span class="whole">)";
    append_text(start, say::markup::whole_quote(options_.language));
    start += R"(</span><span class="less">)";
    append_text(start, say::markup::fold_quote(options_.language));
    return start += "</span></summary></details><div>\n";
  }

  void open_sourced_quote(std::string_view source) {
    out_ += R"(<blockquote class="quote" data-post=")";
    append_attribute(out_, source);
    out_ += R"("><a class="source" href="/post/)";
    append_query(out_, source);
    out_ += "\">";
    const auto author = options_.author_of ? options_.author_of(source) : std::nullopt;
    append_text(out_, author ? std::string_view(*author) : say::markup::earlier_post(options_.language));
    out_ += "</a>\n";
  }

  SpoilerOf spoiler_of(std::string_view written) const {
    return options_.spoiler_of ? options_.spoiler_of(written) : SpoilerOf{.key = {}, .title = std::string(written)};
  }

  // Up to the end of what the box of the veil is called.
  void open_veil_box(const SpoilerOf& of) {
    veiled_ = true;
    if (!of.key.empty()) {
      out_ += " data-of=\"";
      append_attribute(out_, of.key);
      out_ += '"';
    }
    out_ += kVeilBox;
    if (of.title.empty()) append_attribute(out_, say::markup::spoiler_show(options_.language));
    else append_attribute(out_, say::markup::spoiler_titled_show(options_.language, as_shown(of.title)));
  }

  void open_block_veil(std::string_view title) {
    const auto language = options_.language;
    const auto of = spoiler_of(title);
    out_ += "<div class=\"veil\"";
    open_veil_box(of);
    out_ += R"("><span class="veil-head" aria-hidden="true" data-lift=")";
    append_attribute(out_, say::markup::lift(language));
    out_ += R"(" data-lower=")";
    append_attribute(out_, say::markup::lower(language));
    out_ += "\">";
    if (of.title.empty()) append_text(out_, say::markup::spoiler(language));
    else append_text(out_, say::markup::spoiler_titled(language, as_shown(of.title)));
    out_ += "</span>\n<div class=\"veil-words\">\n";
  }

  void open_numbers(unsigned start) {
    if (start == 1) {
      out_ += "<ol>\n";
    } else {
      out_ += "<ol start=\"" + std::to_string(start) + "\">\n";
    }
  }

  void open_link(std::string_view address) {
    const bool own =
        address[0] != 'h' && address[0] != 'H' && !address.starts_with("//") && !address.starts_with("/\\");
    out_ += "<a href=\"";
    append_url_attribute(out_, address);
    out_ += own ? "\">" : R"(" rel="nofollow ugc noopener">)";
  }

  bool open_film(std::string_view name) {
    const auto film = options_.find_film ? options_.find_film(name) : std::nullopt;
    if (!film || !is_allowed_address(film->address)) return false;
    out_ += R"(<a class="film" href=")";
    append_url_attribute(out_, film->address);
    out_ += "\" title=\"";
    append_attribute(out_, film->title);
    out_ += "\">";
    in_link_ = true;
    return true;
  }

  // Up to the value of alt, where the words follow.
  bool open_picture(std::string_view address) {
    const auto picture = options_.find_picture ? options_.find_picture(address) : std::nullopt;
    if (!picture) return false;
    const auto& full = picture->sizes.back();
    out_ += R"(<a class="picture" href=")";
    append_url_attribute(out_, full.address);
    out_ += R"("><img src=")";
    append_url_attribute(out_, picture->sizes.front().address);
    if (picture->sizes.size() > 1) put_choices(*picture);
    out_ += "\" width=\"" + std::to_string(full.width) + "\" height=\"" + std::to_string(full.height) +
            R"(" loading="lazy" alt=")";
    alt_at_ = out_.size();
    in_picture_ = true;
    return true;
  }

  void put_choices(const PictureFiles& picture) {
    out_ += R"(" srcset=")";
    for (const auto& size : picture.sizes) {
      if (&size != &picture.sizes.front()) out_ += ", ";
      append_url_attribute(out_, size.address);
      out_ += " " + std::to_string(size.width) + "w";
    }
    out_ += R"(" sizes="(max-width: 720px) 100vw, 720px)";
  }

  void close_picture() {
    if (out_.size() == alt_at_) append_attribute(out_, say::markup::no_picture_words(options_.language));
    out_ += "\"></a>";
    in_picture_ = false;
  }

  void put_alt(std::string_view words) {
    append_attribute(out_, as_shown(words));
  }

  // The words stand at `begin` of the stream.
  void put_with_names(std::string_view words, std::size_t begin) {
    std::size_t from = 0;
    for (; options_.names && next_name_ < options_.names->size(); ++next_name_) {
      const auto& name = (*options_.names)[next_name_];
      if (name.end > begin + words.size() || name.end <= name.begin) break;
      if (name.begin < begin + from || in_link_ || !is_allowed_address(name.address)) continue;
      put_words(words.substr(from, name.begin - begin - from));
      put_name(name, words.substr(name.begin - begin, name.end - name.begin));
      from = name.end - begin;
    }
    put_words(words.substr(from));
  }

  void put_name(const NameLink& name, std::string_view words) {
    out_ += R"(<a class="name" href=")";
    append_url_attribute(out_, name.address);
    out_ += "\" title=\"";
    append_attribute(out_, name.title);
    out_ += "\">";
    append_text(out_, as_shown(words));
    out_ += "</a>";
    last_ = words.back();
  }

  void put_words(std::string_view words) {
    if (words.empty()) return;
    const char last = words.back();
    const bool is_address = in_link_ && (words.starts_with("http") || words.starts_with("www."));
    if (!is_address) words = as_shown(words);
    if (options_.knows_member && !in_link_) {
      put_with_members(words);
    } else {
      append_text(out_, words);
    }
    last_ = last;
  }

  void put_with_members(std::string_view words) {
    std::size_t from = 0;
    while (const auto handle = next_handle(words, from, last_)) {
      auto name = handle->name;
      while (!name.empty() && !options_.knows_member(name)) name = shorter_name(name);
      const auto end = handle->at + 1 + name.size();
      if (!name.empty()) {
        append_text(out_, words.substr(from, handle->at - from));
        out_ += R"(<a class="member" href="/member/)";
        append_query(out_, name);
        out_ += "\">@";
        append_text(out_, name);
        out_ += "</a>";
      } else {
        append_text(out_, words.substr(from, end - from));
      }
      from = end;
    }
    append_text(out_, words.substr(from));
  }

  const RenderOptions& options_;
  std::string out_;
  std::string masked_;
  WordStream stream_;
  std::size_t next_name_ = 0;  // of options_.names
  int quotes_ = 0;             // that are open
  std::size_t quote_at_ = 0;   // where the words of the outermost begin
  std::size_t quoted_ = 0;     // how long they are, as they stand on the page
  bool veiled_ = false;
  bool in_link_ = false;
  bool in_picture_ = false;  // within the value of alt
  std::size_t alt_at_ = 0;   // where that value begins
  char heading_ = '3';
  char last_ = ' ';  // of the words so far
};

class ReferenceSink : public Sink {
 public:
  explicit ReferenceSink(References& found) : found_(found) {}

  void open_block(Block block, const BlockFacts& facts) override {
    if (!facts.source.empty()) note(found_.posts, facts.source);
    if (block == Block::Veil) note(found_.spoilers, facts.title);
  }
  void close_block(Block) override {}
  bool open_span(Span span, std::string_view address) override {
    if (span == Span::Film) note(found_.films, address);
    return true;
  }
  void close_span(Span) override {}
  void open_veil(std::string_view label) override { note(found_.spoilers, label); }
  void close_veil() override {}
  void words(std::string_view words) override {
    for (std::size_t from = 0; const auto handle = next_handle(words, from);) {
      for (auto name = handle->name; !name.empty(); name = shorter_name(name)) note(found_.members, name);
      from = handle->at + 1 + handle->name.size();
    }
  }
  void code(std::string_view) override {}
  void line_break() override {}

 private:
  static constexpr std::size_t kMost = 200;  // of each kind: nobody means more

  static void note(std::vector<std::string>& names, std::string_view name) {
    if (names.size() < kMost && std::find(names.begin(), names.end(), name) == names.end()) names.emplace_back(name);
  }

  References& found_;
};

// What follows "::: spoiler" in a line that opens a block.
std::optional<std::string_view> title_of_block(std::string_view line) {
  constexpr std::string_view kOpens = "spoiler";
  line = trimmed(line.substr(3));
  return line.starts_with(kOpens) ? std::optional(trimmed(line.substr(kOpens.size()))) : std::nullopt;
}

// As it stands before the words of a ">!" line; empty if it is no label.
std::string label_in_front(std::string_view label) {
  return spoiler_label(label) ? "[" + std::string(label) + "] " : "";
}

}  // namespace

Rendered render(std::string_view markdown, const RenderOptions& options) {
  const auto source = prepare(markdown, options.input_limit);
  HtmlSink sink(options, source.text.size());
  const auto walked = walk(source, sink);
  Rendered rendered;
  rendered.truncated = source.truncated || walked == Walked::CutShort;
  rendered.veiled = sink.veiled();
  rendered.html = SafeHtmlMint::made(sink.take());
  return rendered;
}

References references_of(std::string_view markdown, std::size_t input_limit) {
  References found;
  ReferenceSink sink(found);
  walk(prepare(markdown, input_limit), sink);
  return found;
}

std::string quote_of(std::string_view passage, std::string_view post, std::string_view author) {
  std::string out = "> ";
  if (author.empty()) {
    out += "/post/" + std::string(post);
  } else {
    out += "[";
    for (char letter : author) out += letter == '[' || letter == ']' || letter == '\n' ? ' ' : letter;
    out += "](/post/" + std::string(post) + ")";
  }
  out += ":\n";
  const auto lines = lines_of(trimmed(passage));
  const auto whole = lines.empty() ? std::nullopt : whole_text_label(lines.front());
  bool veiled = whole.has_value();
  std::string label = label_in_front(whole.value_or(""));
  for (const auto line : std::span(lines).subspan(whole ? 1 : 0)) {
    if (line.starts_with(":::")) {
      const auto title = title_of_block(line);
      veiled = whole || title;
      if (title) label = label_in_front(*title);
    } else if (veiled) {
      out += "> >! " + std::exchange(label, "") + replaced(replaced(line, ">!", ""), "!<", "") + "\n";
    } else {
      (out += "> ").append(line) += '\n';
    }
  }
  return out += '\n';
}

}  // namespace rialto::text
