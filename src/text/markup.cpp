#include "text/markup.h"

#include <algorithm>

#include "base/strings.h"
#include "say/markup.h"
#include "text/escape.h"
#include "text/handle.h"
#include "text/mask.h"
#include "text/mint.h"
#include "text/walk.h"
#include "text/word_stream.h"

namespace rialto::text {

namespace {

constexpr std::string_view kVeilStart = R"(<label class="veil"><input type="checkbox" aria-label=")";
constexpr std::string_view kVeilWords = R"("><span class="veil-words">)";
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
      case Block::Veil: open_details(facts.title); break;
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
      case Block::Veil: out_ += "</details>\n"; break;
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

  void open_veil() override {
    out_ += kVeilStart;
    append_attribute(out_, say::markup::spoiler_show(options_.language));
    out_ += kVeilWords;
    veiled_ = true;
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

  void open_details(std::string_view title) {
    veiled_ = true;
    const auto language = options_.language;
    out_ += R"(<details class="veil"><summary data-lift=")";
    append_attribute(out_, say::markup::lift(language));
    out_ += R"(" data-lower=")";
    append_attribute(out_, say::markup::lower(language));
    out_ += "\">";
    if (title.empty()) append_text(out_, say::markup::spoiler(language));
    else append_text(out_, say::markup::spoiler_titled(language, as_shown(title)));
    out_ += "</summary>\n";
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

  void open_block(Block, const BlockFacts& facts) override {
    if (!facts.source.empty()) note(found_.posts, facts.source);
  }
  void close_block(Block) override {}
  bool open_span(Span span, std::string_view address) override {
    if (span == Span::Film) note(found_.films, address);
    return true;
  }
  void close_span(Span) override {}
  void open_veil() override {}
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
  bool veiled = false;
  for (auto line : lines_of(trimmed(passage))) {
    if (line.starts_with(":::")) {
      veiled = line.size() > 3;
    } else if (veiled) {
      out += "> >! " + replaced(replaced(line, ">!", ""), "!<", "") + "\n";
    } else {
      (out += "> ").append(line) += '\n';
    }
  }
  return out += '\n';
}

}  // namespace rialto::text
