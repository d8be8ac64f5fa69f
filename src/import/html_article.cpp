#include "import/html_article.h"

#include <algorithm>
#include <map>

#include "base/strings.h"
#include "import/byline.h"
#include "import/html_body.h"
#include "import/html_posts.h"
#include "import/page_title.h"
#include "import/page_words.h"
#include "import/post_head.h"
#include "import/rating.h"

namespace rialto::imports {
namespace {

using Kind = Passage::Kind;

constexpr const char* kBodies =
    "[itemprop=reviewBody], [itemprop=articleBody], .entry-content, .post-content, .article-content, .article-body, "
    ".gh-content, .post-full-content, .td-post-content, .single-content, "
    "[data-hook=post-description], .post-body, .blog-item-content, .available-content .markup, .body.markup, "
    ".e-content, .post__content, .article__body, .story-body, .review-body, .review-content, .post-text, .texte, "
    ".artikel-inhalt, .entry";

constexpr const char* kNoText =
    "nav, aside, footer, form, .sharedaddy, .jp-relatedposts, .share, .sharing, .social, .social-share, "
    ".share-buttons, .related, .related-posts, .comments, .comments-area, #comments, .comment-list, #disqus_thread, "
    ".author-box, .author-bio, .about-author, .newsletter, .subscribe, .subscription-widget-wrap, "
    ".subscription-widget, .cookie, .cookie-banner, .cookie-notice, .breadcrumb, .breadcrumbs, .tags, .tag-links, "
    ".cat-links, .entry-meta, .entry-footer, .post-meta, .post-footer, .post-navigation, .nav-links, .widget, "
    ".sidebar, .advertisement, .ad, .ads, .wp-block-buttons, .read-more, .more-link, .toc, .table-of-contents, "
    ".post-tags, .byline, .button-wrapper, .recent-posts, .wpcnt, .byline-wrapper, .pagination, .meta, .cookies, "
    ".consent, #toc, #toc_container, #ez-toc-container, .ez-toc-container, .lwptoc, .screen-reader-text, "
    ".embedded-post-wrap, .captioned-button-wrap, .yarpp, .yarpp-related, "
    ".addtoany_content, .post-share, .blogger-labels, .post-labels, .pvc_clear, .kg-signup-card, .caption-share";

bool is_prose_tag(const std::string& tag) {
  return tag == "p" || tag == "blockquote" || tag == "li";
}

std::size_t words_in(const Document& document, NodeIndex index) {
  return document.text_of(index, 50'000).size();
}

// Where most of the prose stands together: each paragraph counts for its parent and half for the one above.
NodeIndex densest(const Document& document) {
  std::map<NodeIndex, double> worth;
  for (NodeIndex at = 0; at < document.size(); ++at) {
    const auto& node = document.at(at);
    std::size_t size = 0;
    if (is_prose_tag(node.tag))
      size = document.text_of(at, 3000).size();
    else if (node.is_text() && node.parent != kNoNode && !is_prose_tag(document.at(node.parent).tag) &&
             node.text.size() > 120)
      size = node.text.size();
    if (size < 40) continue;
    const auto parent = node.is_text() && document.at(node.parent).tag != "div" && document.at(node.parent).tag != "td"
                            ? document.at(node.parent).parent
                            : node.parent;
    if (parent == kNoNode) continue;
    worth[parent] += static_cast<double>(size);
    if (const auto above = document.at(parent).parent; above != kNoNode) worth[above] += static_cast<double>(size) / 2;
  }
  NodeIndex best = kNoNode;
  double most = 200;
  for (const auto& [node, value] : worth)
    if (value > most) {
      most = value;
      best = node;
    }
  return best;
}

NodeIndex container(const Document& document) {
  for (const auto selector : split(kBodies, ',')) {
    NodeIndex best = kNoNode;
    std::size_t most = 250;
    for (const auto found : document.select(trimmed(selector)))
      if (const auto size = words_in(document, found); size > most) {
        most = size;
        best = found;
      }
    if (best != kNoNode) return best;
  }
  return densest(document);
}

bool is_bold_heading(const Passage& passage) {
  if (passage.kind != Kind::Paragraph || passage.plain.size() > 90 || passage.plain.find('\n') != std::string::npos)
    return false;
  const auto& text = passage.markdown;
  if (!text.starts_with("**") || !text.ends_with("**") || text.size() < 6 || text.find("**", 2) != text.size() - 2)
    return false;
  const char last = passage.plain.back();
  return last != '.' && last != ',' && last != ';' && !rating_line(passage.plain) && !audience_in(passage.plain);
}

class HtmlArticleReader {
 public:
  HtmlArticleReader(const Document& document, const HtmlData& data, const DateReading& how)
      : document_(document), data_(data), how_(how) {}

  std::optional<FoundArticle> read() {
    root_ = container(document_);
    if (root_ == kNoNode) return std::nullopt;
    read_head();
    read_body();
    if (article_.body.empty()) return std::nullopt;
    article_.confidence = std::min(95, confidence_of(article_) + (data_.is_review ? 25 : data_.is_article ? 10 : 0));
    return std::move(article_);
  }

 private:
  // The element's words if they could be what is looked for.
  std::optional<std::string> words(const char* selector, std::size_t most) const {
    for (const auto alternative : split(selector, ','))
      for (const auto found : document_.select(trimmed(alternative))) {
        auto text = document_.text_of(found, most + 1);
        if (text.empty()) text = std::string(document_.at(found).attribute("content"));
        if (!text.empty() && text.size() <= most) return text;
      }
    return std::nullopt;
  }

  void read_head() {
    article_.title = words(
        "h1.entry-title, h1.post-title, h1[itemprop=headline], h1[itemprop=name], [data-hook=post-title], "
        "h1.article-title, h1.post__title, article h1, header h1, h2.entry-title, h3.post-title, h1",
        200);
    if (!article_.title)
      if (const auto second = words("h2", 120);
          second && second->ends_with(')') &&
          (second->find("(1") != std::string::npos || second->find("(2") != std::string::npos))
        article_.title = second;
    if (!article_.title) article_.title = data_.headline;
    if (!article_.title)
      if (const auto title = words("title", 300)) article_.title = without_site(*title);
    read_writer();
    read_date();
    article_.rating = data_.rating;
    if (!article_.rating) read_rating();
    if (data_.film) article_.context.push_back(*data_.film);
    if (auto title = words("title", 300); title && has_year_in_brackets(*title)) article_.context.push_back(*title);
    for (const auto found :
         document_.select(".breadcrumb a, .breadcrumbs a, [rel=tag], .cat-links a, .post-categories a")) {
      if (article_.context.size() > 12) break;
      article_.context.push_back(document_.text_of(found, 80));
    }
  }

  void read_writer() {
    article_.writer = data_.writer;
    if (article_.writer && !is_name_like(*article_.writer)) article_.writer.reset();
    for (const char* selector :
         {"[itemprop=author] [itemprop=name]", "[rel=author]", "[itemprop=author]", ".entry-author .fn", ".author .fn",
          ".vcard .fn", ".p-author", ".byline-name", ".blog-author-name__value", ".blog-author-name",
          ".blog-meta-item--author", ".author-name", ".post-author", ".entry-author", ".byline", ".author",
          "[data-hook=user-name]", ".profile-hover-card-target a", "address"}) {
      if (article_.writer) return;
      for (const auto found : document_.select(selector)) {
        if (is_in_comments(found)) continue;
        auto name = document_.text_of(found, 120);
        if (name.empty()) name = std::string(document_.at(found).attribute("content"));
        const auto byline = read_byline(name, how_);
        if (byline.writer)
          name = *byline.writer;
        else if (const auto named = byline_in(name))
          name = *named;
        if (!is_name_like(name)) continue;
        article_.writer = name;
        break;
      }
    }
  }

  void read_date() {
    article_.date = data_.date;
    for (const char* selector : {"[itemprop=datePublished]", "time.published", "time.entry-date", ".dt-published",
                                 ".entry-date", "time[datetime]", "[data-hook=time-ago]", ".published", ".post-date",
                                 ".date", ".entry-meta", ".post-meta", ".byline", ".meta", ".date-header", "header"}) {
      if (article_.date) break;
      for (const auto found : document_.select(selector)) {
        if (is_in_comments(found) || document_.is_within(found, root_)) continue;
        article_.date = date_of_element(document_, found, how_);
        if (article_.date) break;
      }
    }
    read_minutes();
  }

  // Near the top: the first short piece of text that says how long it takes to read.
  void read_minutes() {
    const NodeIndex end = std::min(document_.size(), root_ + 400);
    for (NodeIndex at = 0; at < end && !article_.minutes; ++at) {
      const auto& node = document_.at(at);
      if (node.is_text() || node.end - at > 12 || node.tag == "title") continue;
      const auto text = document_.text_of(at, 81);
      if (text.size() > 3 && text.size() < 60) article_.minutes = minutes_in(folded(text));
    }
  }

  void read_rating() {
    for (const auto found :
         document_.select("[itemprop=reviewRating], [itemprop=ratingValue], .review-rating, .rating, .star-rating, "
                          ".stars, .score, .wertung, .note, .review-score, .post-rating")) {
      if (is_in_comments(found)) continue;
      std::string value(document_.at(found).attribute("content"));
      const auto best = document_.first(document_.at(found).parent, "[itemprop=bestRating]");
      std::string scale = best == kNoNode ? "" : std::string(document_.at(best).attribute("content"));
      if (best != kNoNode && scale.empty()) scale = document_.text_of(best, 20);
      const auto inner = document_.first(found, "[itemprop=ratingValue]");
      if (value.empty() && inner != kNoNode)
        value = document_.at(inner).attribute("content").empty()
                    ? document_.text_of(inner, 20)
                    : std::string(document_.at(inner).attribute("content"));
      for (const auto& text : {scale.empty() ? value : value + "/" + scale, document_.text_of(found, 80),
                               std::string(document_.at(found).attribute("title")),
                               std::string(document_.at(found).attribute("aria-label"))}) {
        auto line = rating_line(text);
        if (!line || !line->rating) {
          auto rating = rating_of(text);
          if (rating && rating->stars) line = RatingLine{rating};
        }
        if (line && line->rating) {
          article_.rating = line->rating;
          return;
        }
      }
    }
  }

  bool is_in_comments(NodeIndex index) const {
    for (auto node = index; node != kNoNode; node = document_.at(node).parent) {
      const auto& element = document_.at(node);
      const auto id = element.attribute("id");
      if (id == "comments" || id == "respond" || element.has_class("comments") || element.has_class("comment") ||
          element.has_class("comments-area") || element.has_class("comment-list") || element.tag == "aside" ||
          element.has_class("sidebar") || element.has_class("widget") || element.has_class("related-posts") ||
          element.has_class("related"))
        return true;
    }
    return false;
  }

  void read_body() {
    BodyReading reading;
    reading.pictures = Pictures::Keep;
    for (const auto skipped : document_.select(root_, kNoText)) reading.skip.insert(skipped);
    featured_picture();
    for (auto& passage : html_passages(document_, root_, reading))
      if (!take(std::move(passage))) break;
    drop_foot();
    while (!article_.body.empty() &&
           (article_.body.back().kind == Kind::Rule || article_.body.back().kind == Kind::Heading))
      article_.body.pop_back();
  }

  // Links and counters below a last line: "Back to my film page | Mail me".
  void drop_foot() {
    const auto begin =
        article_.body.begin() + static_cast<std::ptrdiff_t>(std::min(behind_rule_, article_.body.size()));
    if (behind_rule_ == 0 || !std::all_of(begin, article_.body.end(), is_foot)) return;
    article_.body.erase(begin, article_.body.end());
  }

  static bool is_foot(const Passage& passage) {
    if (passage.kind == Kind::Quote || passage.plain.size() > 160) return false;
    const auto last = trimmed(passage.plain);
    const bool sentence = last.ends_with('.') || last.ends_with('!') || last.ends_with('?');
    return !sentence && !rating_line(passage.plain) && !audience_in(passage.plain);
  }

  void featured_picture() {
    for (const auto found : document_.select(".post-thumbnail img, .featured-image img, .entry-thumbnail img, "
                                             ".post-feature-image, .gh-article-image img, .wp-post-image")) {
      if (found >= root_) return;
      Passage passage;
      passage.kind = Kind::Picture;
      const auto alt = std::string(trimmed(document_.at(found).attribute("alt")));
      if (!alt.empty() && !is_stray_alt(folded(alt))) passage.alt = alt;
      if (const auto src = document_.at(found).attribute("src"); src.starts_with("http"))
        passage.src = std::string(src);
      article_.body.push_back(std::move(passage));
      return;
    }
  }

  // False where the article is over.
  bool take(Passage passage) {
    const std::string fold = passage.plain.size() < 300 ? folded(passage.plain) : std::string();
    const bool begun = begun_;
    begun_ = begun_ || (passage.kind == Kind::Paragraph && passage.plain.size() > 80);
    if (begun && !fold.empty() && (is_article_end(fold) || is_comments_start(fold) || is_comment_form(fold)))
      return false;
    if (passage.kind == Kind::Heading && article_.title && fold == folded(*article_.title)) return true;
    if (passage.kind == Kind::Paragraph && !fold.empty()) {
      if (is_page_junk(passage.plain, fold) || controls_in(fold) != Controls::None) return true;
      if (!begun && take_meta(passage.plain, fold)) return true;
      if (is_bold_heading(passage)) {
        passage.kind = Kind::Heading;
        passage.level = 3;
      }
    }
    if (passage.kind == Kind::Rule) {
      if (begun_) behind_rule_ = article_.body.size();
      return true;
    }
    article_.body.push_back(std::move(passage));
    return true;
  }

  bool take_meta(const std::string& plain, const std::string& fold) {
    if (article_.title && fold == folded(*article_.title)) return true;
    if (plain.size() > 120) return false;
    const auto byline = read_byline(plain, how_);
    if (!byline.anything()) return false;
    if (byline.writer && !article_.writer) article_.writer = byline.writer;
    if (byline.date && !article_.date) article_.date = byline.date;
    if (byline.minutes && !article_.minutes) article_.minutes = byline.minutes;
    return true;
  }

  const Document& document_;
  const HtmlData& data_;
  const DateReading& how_;
  NodeIndex root_ = kNoNode;
  FoundArticle article_;
  bool begun_ = false;           // prose has been met
  std::size_t behind_rule_ = 0;  // where the last rule below prose stood; 0 if there is none
};

}  // namespace

std::optional<FoundArticle> read_html_article(const Document& document, const HtmlData& data, const DateReading& how) {
  return HtmlArticleReader(document, data, how).read();
}

}  // namespace rialto::imports
