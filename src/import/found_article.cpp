#include "import/found_article.h"

#include <algorithm>

#include "base/strings.h"
#include "import/finish.h"
#include "import/page_words.h"
#include "import/rating.h"

namespace rialto::imports {
namespace {

using Kind = Passage::Kind;

// Builds the sections one passage at a time.
class Sections {
 public:
  explicit Sections(ReviewRecord& review) : review_(review) { review_.sections.push_back({}); }

  void heading(std::string text) {
    if (is_empty() && !review_.sections.back().heading && !has_picture()) review_.sections.pop_back();
    review_.sections.push_back({std::move(text), ""});
    paragraphs_ = 0;
  }

  void paragraph(const std::string& markdown, bool continues) {
    auto& text = review_.sections.back().text;
    if (!text.empty()) text += continues ? "\n" : "\n\n";
    text += markdown;
    if (!continues) ++paragraphs_;
  }

  void picture(const Passage& passage) {
    review_.images.push_back({static_cast<int>(review_.sections.size()) - 1, paragraphs_, passage.alt, passage.src});
  }

 private:
  bool is_empty() const { return review_.sections.back().text.empty(); }
  bool has_picture() const {
    return !review_.images.empty() && review_.images.back().section == static_cast<int>(review_.sections.size()) - 1;
  }

  ReviewRecord& review_;
  int paragraphs_ = 0;
};

// Rating and audience stand in lines of their own; they become fields.
bool take_fields(const Passage& passage, ReviewRecord& review) {
  if (passage.kind != Kind::Paragraph && passage.kind != Kind::Heading) return false;
  if (passage.plain.size() > 600) return false;
  if (const auto line = rating_line(passage.plain)) {
    if (!review.rating) review.rating = line->rating;
    return true;
  }
  if (auto audience = audience_in(passage.plain)) {
    if (!review.audience) review.audience = std::move(audience);
    return true;
  }
  return false;
}

bool is_audience_heading(const Passage& passage) {
  if (passage.kind != Kind::Heading || passage.plain.size() > 60) return false;
  std::string plain = passage.plain;
  while (!plain.empty() && plain.back() == ':') plain.pop_back();
  return audience_in(plain + ": x").has_value();
}

// A heading whose words all became fields ("Verdict" over "4/5") says nothing more.
void drop_empty_end(ReviewRecord& review) {
  while (!review.sections.empty() && review.sections.back().text.empty()) {
    const int last = static_cast<int>(review.sections.size()) - 1;
    const bool pictured = std::any_of(review.images.begin(), review.images.end(),
                                      [&](const auto& image) { return image.section == last; });
    if (pictured && last > 0) return;
    review.sections.pop_back();
  }
}

}  // namespace

ReviewRecord finished_review(FoundArticle article, const DateReading& how) {
  ReviewRecord review;
  review.title = article.title;
  review.writer = article.writer;
  review.date = article.date;
  review.minutes = article.minutes;
  review.audience = article.audience;
  review.rating = article.rating;
  Sections sections(review);
  for (std::size_t at = 0; at < article.body.size(); ++at) {
    const auto& passage = article.body[at];
    if (passage.kind == Kind::Picture) {
      sections.picture(passage);
    } else if (is_audience_heading(passage) && at + 1 < article.body.size() &&
               article.body[at + 1].kind == Kind::Paragraph) {
      if (!review.audience) review.audience = article.body[++at].plain;
    } else if (take_fields(passage, review)) {
      continue;
    } else if (passage.kind == Kind::Heading) {
      sections.heading(passage.plain);
    } else if (!passage.markdown.empty()) {
      sections.paragraph(markdown_of({passage}), passage.gap == 0 && at > 0 &&
                                                     article.body[at - 1].kind == Kind::Paragraph &&
                                                     passage.kind == Kind::Paragraph);
    }
  }
  drop_empty_end(review);
  review.comments = finished_posts(std::move(article.comments), how);
  return review;
}

int confidence_of(const FoundArticle& article) {
  int score = 0;
  std::size_t prose = 0, headings = 0, paragraphs = 0;
  bool rated = article.rating.has_value();
  for (const auto& passage : article.body) {
    if (passage.kind == Kind::Heading) ++headings;
    if (passage.kind != Kind::Paragraph) continue;
    prose += passage.plain.size();
    paragraphs += passage.plain.size() > 180;
    rated = rated || (passage.plain.size() < 100 && rating_line(passage.plain));
  }
  score += prose > 500 ? 20 : prose > 200 ? 12 : 0;
  if (!article.comments.empty()) score += 15;
  if (paragraphs >= 2) score += 15;
  score += static_cast<int>(std::min<std::size_t>(headings, 3)) * 8;
  score += (article.writer ? 12 : 0) + (article.date ? 8 : 0) + (article.minutes ? 15 : 0) + (rated ? 15 : 0) +
           (article.title ? 6 : 0);
  return std::min(score, 95);
}

}  // namespace rialto::imports
