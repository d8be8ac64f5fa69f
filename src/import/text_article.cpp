#include "import/text_article.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "import/byline.h"
#include "import/page_title.h"
#include "import/page_words.h"
#include "import/post_head.h"
#include "import/rating.h"
#include "import/text_body.h"
#include "import/text_thread.h"

namespace rialto::imports {
namespace {

using Kind = Passage::Kind;

bool ends_a_sentence(std::string_view text) {
  for (const char* end :
       {".", "!", "?", "…", ".\"", ".”", "!”", "?”", ".)", "。", "！", "？", ".“", ".»", "!\"", "?\""})
    if (text.ends_with(end)) return true;
  return false;
}

bool is_prose(const PageLine& line) {
  return line.text.size() >= 140 || (line.text.size() >= 60 && ends_a_sentence(line.text)) ||
         (line.text.size() >= 30 && ends_a_sentence(line.text) &&
          std::count(line.text.begin(), line.text.end(), ' ') >= 6);
}

std::string_view without_bullet(std::string_view text) {
  for (const char* bullet : {"• ", "· ", "* ", "- ", "– ", "•", "·"})
    if (text.starts_with(bullet)) return trimmed(text.substr(std::string_view(bullet).size()));
  return text;
}

class TextArticleReader {
 public:
  TextArticleReader(const std::vector<PageLine>& lines, const DateReading& how)
      : lines_(lines),
        how_(how),
        dense_(is_dense(lines)),
        line_end_(is_hard_wrapped(lines) ? LineEnd::Wraps
                  : dense_               ? LineEnd::EndsParagraph
                                         : LineEnd::Breaks) {}

  std::optional<FoundArticle> read() {
    std::size_t first = 0;
    while (first < lines_.size() && !starts_body(first)) ++first;
    if (first == lines_.size()) return std::nullopt;
    read_top(first);
    read_body(body_begin_);
    if (article_.body.empty()) return std::nullopt;
    article_.confidence = confidence_of(article_);
    return std::move(article_);
  }

 private:
  bool starts_body(std::size_t at) const {
    const auto& line = lines_[at];
    return is_prose(line) && !is_page_junk(line.text, line.fold) &&
           !read_byline(without_bullet(line.text), how_).anything();
  }

  // Junk, the title and the byline; what else stands there belongs to the introduction.
  void read_top(std::size_t first) {
    std::vector<std::size_t> candidates;
    std::optional<std::size_t> byline_at;
    Passages left;
    for (std::size_t at = 0; at < first; ++at) {
      const auto& line = lines_[at];
      const auto text = without_bullet(line.text);
      if (is_stray_alt(line.fold)) {
        left.push_back(picture());
      } else if (is_rule(line.text) || is_page_junk(line.text, line.fold) || is_tag_line(line.text) ||
                 controls_in(line.fold) != Controls::None || is_profile(line.fold) || is_count_line(line.text)) {
        continue;
      } else if (const auto minutes = minutes_in(line.fold); minutes && text.size() < 30) {
        article_.minutes = minutes;
        if (!byline_at) byline_at = at;
      } else if (take_rating(text) || take_stars(text)) {
        continue;
      } else if (const auto byline = read_byline(text, how_); byline.anything() && !has_year_in_brackets(text)) {
        apply(byline);
        if (!byline_at) byline_at = at;
      } else if (!(article_.writer && folded(*article_.writer) == folded(text))) {
        candidates.push_back(at);
      }
    }
    body_begin_ = first;
    choose_title(candidates, byline_at, first);
    pictures_.insert(pictures_.end(), left.begin(), left.end());
  }

  void apply(const Byline& byline) {
    if (byline.writer && !article_.writer) article_.writer = byline.writer;
    if (byline.date && !article_.date) article_.date = byline.date;
    if (byline.minutes && !article_.minutes) article_.minutes = byline.minutes;
  }

  // "★★★★½ Watched 14 Feb 2020": a rating, and when it was given.
  bool take_stars(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size())
      if (text.substr(end).starts_with("★") || text.substr(end).starts_with("☆"))
        end += 3;
      else if (text.substr(end).starts_with("½"))
        end += 2;
      else
        break;
    if (end < 3 || end == text.size()) return false;
    if (!article_.rating) article_.rating = rating_of(text.substr(0, end));
    if (const auto found = find_date(text.substr(end), how_); found && !article_.date) article_.date = found->date;
    return true;
  }

  bool take_rating(std::string_view text) {
    const auto line = rating_line(text);
    if (line && line->rating && !article_.rating) article_.rating = line->rating;
    return line.has_value();
  }

  // A line with a year in brackets; else the last one above the byline; else the first.
  void choose_title(std::vector<std::size_t> candidates, std::optional<std::size_t> byline_at, std::size_t first) {
    if (!article_.writer) find_writer(candidates, byline_at);
    std::erase_if(candidates,
                  [&](std::size_t at) { return article_.writer && folded(*article_.writer) == lines_[at].fold; });
    if (candidates.empty()) return;
    std::size_t chosen = candidates[0];
    bool by_year = false;
    for (const auto at : candidates)
      if (has_year_in_brackets(lines_[at].text) && !by_year) {
        chosen = at;
        by_year = true;
      }
    if (!by_year && byline_at)
      for (const auto at : candidates)
        if (at < *byline_at && is_title_like(lines_[at])) chosen = at;
    article_.title = std::string(lines_[chosen].text);
    while (article_.title->starts_with('#'))
      article_.title = std::string(trimmed(std::string_view(*article_.title).substr(1)));
    for (const auto at : candidates) {
      if (at < chosen) article_.context.emplace_back(lines_[at].text);
      const bool behind = at > chosen && (!byline_at || at > *byline_at || lines_[at].text.size() > 40);
      const bool repeated = folded(lines_[at].text) == folded(*article_.title);
      if (behind && !repeated && at < first) {
        body_begin_ = std::min(body_begin_, at);
        kept_.push_back(at);
      }
    }
  }

  // A name twice, above "Follow", or right above the date with the title elsewhere: who wrote it.
  void find_writer(const std::vector<std::size_t>& candidates, std::optional<std::size_t> byline_at) {
    for (std::size_t index = 0; index < candidates.size() && !article_.writer; ++index) {
      const auto at = candidates[index];
      const bool twice = index > 1 && lines_[at].fold == lines_[at - 1].fold;
      const bool followed = index > 0 && at + 1 < lines_.size() && is_follow_button(lines_[at + 1].fold);
      const bool dated = byline_at && at + 1 == *byline_at && lines_[*byline_at].gap == 0 &&
                         is_full_name(lines_[at].text) && has_title_beside(candidates, at);
      if (((twice || followed) && is_name_like(lines_[at].text)) || dated)
        article_.writer = std::string(lines_[at].text);
    }
  }

  static bool is_follow_button(std::string_view fold) {
    return fold == "follow" || fold == "folgen" || fold == "suivre" || fold == "seguir";
  }

  // "Ned Ferreira-Holt", "Anneliese van der Poel": two to five words, each a name's.
  static bool is_full_name(std::string_view text) {
    const auto words = split(text, ' ');
    if (words.size() < 2 || words.size() > 5 || !is_name_like(text)) return false;
    const bool capitals = std::all_of(words.begin(), words.end(), [](std::string_view word) {
      const bool particle = word.size() <= 3 && word[0] >= 'a';
      return !word.empty() && (particle || word[0] < 'a') && word.find_first_of("0123456789,!?&/") == word.npos;
    });
    return capitals && words.back()[0] < 'a' && words[0] != "The" && words[0] != "A";
  }

  // The title below the date, or apart above the name.
  bool has_title_beside(const std::vector<std::size_t>& candidates, std::size_t name) const {
    return std::any_of(candidates.begin(), candidates.end(), [&](std::size_t at) {
      const bool above = at < name && lines_[name].gap > 0 && at + 1 == name;
      return at != name && (at > name || above) && is_title_like(lines_[at]) && lines_[at].text.size() <= 90;
    });
  }

  static Passage picture() {
    Passage passage;
    passage.kind = Kind::Picture;
    return passage;
  }

  static bool is_underline(const PageLine& line) {
    return is_rule(line.text) && (line.text[0] == '=' || line.text[0] == '-');
  }

  bool is_heading(std::size_t at) const {
    const auto& line = lines_[at];
    if (line.text.starts_with("## ") || line.text.starts_with("### ") || line.text.starts_with("# ")) return true;
    if (at + 1 < lines_.size() && lines_[at + 1].gap == 0 && is_underline(lines_[at + 1]))
      return line.text.size() <= 90;
    if (line.text.size() > 90 || std::count(line.text.begin(), line.text.end(), ' ') > 10) return false;
    if (dense_ ? !stands_between_prose(at) : line.gap == 0) return false;
    if (line.text.find(": ") != std::string_view::npos && std::count(line.text.begin(), line.text.end(), ' ') > 6)
      return false;
    static constexpr std::array<std::string_view, 10> kNoEnd = {".", ",", ";", "!", "…", "。", "-", "”", "\"", ")"};
    for (const auto end : kNoEnd)
      if (line.text.ends_with(end) && !(end == ")" && has_year_in_brackets(line.text))) return false;
    for (const char* start : {"\"", "“", "„", "«", "- ", "• ", "* ", ">", "(", "—", "http", "– "})
      if (line.text.starts_with(start)) return false;
    const char first = line.text[0];
    if (first >= 'a' && first <= 'z') return false;
    std::size_t next = at + 1;
    while (next < lines_.size() && is_stray_alt(lines_[next].fold)) ++next;
    if (next >= lines_.size()) return false;
    const bool apart = lines_[at + 1].gap > 0;
    if (apart && is_list_start(lines_[next].text)) return line.text.size() <= 60;
    if (rating_line(lines_[next].text) && stands_alone_as_label(line.text)) return true;
    return begins_a_paragraph(lines_[next]) && (apart || lines_[next].text.size() >= 120 || dense_);
  }

  // "Verdict" over "4/5".
  static bool stands_alone_as_label(std::string_view text) {
    return text.size() <= 40 && std::count(text.begin(), text.end(), ' ') <= 3;
  }

  // Prose, or a sentence that goes on in what follows it: "They rehearse how it began, and then:"
  static bool begins_a_paragraph(const PageLine& line) {
    return is_prose(line) || (line.text.size() >= 60 && line.text.ends_with(':'));
  }

  static bool is_list_start(std::string_view text) {
    return text.starts_with("• ") || text.starts_with("- ") || text.starts_with("* ");
  }

  // On a page without gaps a heading is shorter than the paragraphs around it.
  bool stands_between_prose(std::size_t at) const {
    return at > 0 && at + 1 < lines_.size() && lines_[at].text.size() <= 60 && ends_a_sentence(lines_[at - 1].text) &&
           is_prose(lines_[at + 1]);
  }

  bool is_kept_top(std::size_t at) const { return std::binary_search(kept_.begin(), kept_.end(), at); }

  bool at_top(std::size_t at) const { return at < first_prose_; }

  void read_body(std::size_t begin) {
    first_prose_ = begin;
    while (first_prose_ < lines_.size() && !starts_body(first_prose_)) ++first_prose_;
    article_.body = pictures_;
    std::size_t from = begin;
    for (std::size_t at = begin; at < lines_.size(); ++at) {
      const auto& line = lines_[at];
      const bool over =
          !at_top(at) && (is_article_end(line.fold) || is_comments_start(line.fold) || is_comment_form(line.fold));
      const bool alt = is_stray_alt(line.fold) && line.gap + (at + 1 < lines_.size() ? lines_[at + 1].gap : 1) > 0;
      const bool skipped = (at_top(at) && !is_kept_top(at)) || is_skipped(line);
      const bool heading = !at_top(at) && !over && !alt && !skipped && is_heading(at);
      const bool field =
          !over && !alt && !skipped && line.text.size() < 600 && (rating_line(line.text) || audience_in(line.text));
      const bool signed_off = !at_top(at) && !over && signs_off(line);
      if (!over && !alt && !skipped && !heading && !field && !signed_off) continue;
      flush(from, at);
      from = at + 1;
      if (over) return finish(at);
      if (signed_off) return finish(at);
      if (alt && !at_top(at)) article_.body.push_back(picture());
      if (field) flush(at, at + 1);
      if (heading) {
        add_heading(line.text);
        if (at + 1 < lines_.size() && lines_[at + 1].gap == 0 && is_underline(lines_[at + 1])) from = ++at + 1;
      }
    }
    flush(from, lines_.size());
  }

  static bool is_skipped(const PageLine& line) {
    if (line.fold.empty()) return false;
    return is_rule(line.text) || is_count_line(line.text) || is_page_junk(line.text, line.fold) ||
           is_tag_line(line.text) || controls_in(line.fold) != Controls::None;
  }

  // "Posted by Ana at 9:41 PM" below the article.
  bool signs_off(const PageLine& line) {
    if (line.fold.size() > 100 || line.fold.empty()) return false;
    bool starts = false;
    for (const char* start : {"posted by", "written by", "published by", "geschrieben von", "eingestellt von",
                              "publie par", "ecrit par", "publicado por", "pubblicato da", "gepost door",
                              "gepubliceerd door", "veroffentlicht von", "posted on", "- by ", "text: ", "texte : "})
      starts = starts || line.fold.starts_with(start);
    if (!starts) return false;
    const auto byline = read_byline(line.text, how_);
    apply(byline);
    return byline.anything();
  }

  void add_heading(std::string_view text) {
    Passage passage;
    passage.kind = Kind::Heading;
    while (text.starts_with('#')) text = trimmed(text.substr(1));
    while (text.starts_with("**") && text.ends_with("**") && text.size() > 4)
      text = trimmed(text.substr(2, text.size() - 4));
    passage.plain = passage.markdown = std::string(text);
    passage.level = 2;
    article_.body.push_back(std::move(passage));
  }

  void flush(std::size_t from, std::size_t to) {
    if (from >= to) return;
    auto passages = text_passages(lines_, from, to, line_end_);
    article_.body.insert(article_.body.end(), passages.begin(), passages.end());
  }

  // Behind the article: comments, if they are announced.
  void finish(std::size_t at) {
    while (at < lines_.size() && !is_comments_start(lines_[at].fold)) ++at;
    if (at >= lines_.size()) return;
    article_.comments = read_text_comments(lines_, at + 1, how_);
  }

  const std::vector<PageLine>& lines_;
  const DateReading& how_;
  bool dense_;
  LineEnd line_end_;
  FoundArticle article_;
  Passages pictures_;
  std::vector<std::size_t> kept_;
  std::size_t body_begin_ = 0;
  std::size_t first_prose_ = 0;
};

}  // namespace

std::optional<FoundArticle> read_text_article(const std::vector<PageLine>& lines, const DateReading& how) {
  return TextArticleReader(lines, how).read();
}

}  // namespace rialto::imports
