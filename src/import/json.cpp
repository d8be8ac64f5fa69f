#include "import/json.h"

#include <boost/json.hpp>
#include <cmath>

#include "base/strings.h"

namespace rialto::imports {
namespace {

namespace json = boost::json;

json::value text_or_null(const std::optional<std::string>& text) {
  return text ? json::value(json::string(*text)) : json::value(nullptr);
}

json::value date_or_null(const std::optional<Edtf>& date) {
  return date ? json::value(json::string(date->text())) : json::value(nullptr);
}

json::value number_or_null(const std::optional<int>& number) {
  return number ? json::value(*number) : json::value(nullptr);
}

// Whole numbers without a point: 4, 7.5.
json::value number_or_null(const std::optional<double>& number) {
  if (!number) return nullptr;
  if (std::floor(*number) == *number && std::abs(*number) < 1e9) return static_cast<int>(*number);
  return *number;
}

json::value film_value(const std::optional<FilmProposal>& film) {
  if (!film) return nullptr;
  return json::object{{"title", film->title}, {"year", number_or_null(film->year)}, {"why", film->why}};
}

json::value edit_value(const std::optional<EditMark>& mark) {
  if (!mark) return nullptr;
  return mark->date ? json::value(json::string(mark->date->text())) : json::value(true);
}

json::array posts_value(const std::vector<PostRecord>& posts) {
  json::array rows;
  for (const auto& post : posts) {
    json::array quotes;
    for (const auto& quote : post.quotes) quotes.push_back(json::object{{"post", quote.post}, {"text", quote.text}});
    rows.push_back(json::object{{"n", post.n},
                                {"author", text_or_null(post.author)},
                                {"date", date_or_null(post.date)},
                                {"text", text_or_null(post.text)},
                                {"parent", number_or_null(post.parent)},
                                {"deleted", post.deleted},
                                {"edited", edit_value(post.edited)},
                                {"signature", text_or_null(post.signature)},
                                {"quotes", std::move(quotes)}});
  }
  return rows;
}

json::value rating_value(const std::optional<RatingRecord>& rating) {
  if (!rating) return nullptr;
  return json::object{{"written", rating->written},
                      {"value", number_or_null(rating->value)},
                      {"best", number_or_null(rating->best)},
                      {"stars", number_or_null(rating->stars)}};
}

json::array sections_value(const std::vector<SectionRecord>& sections) {
  json::array rows;
  for (const auto& section : sections)
    rows.push_back(json::object{{"heading", text_or_null(section.heading)}, {"text", section.text}});
  return rows;
}

json::array images_value(const std::vector<ImageRecord>& images) {
  json::array rows;
  for (const auto& image : images)
    rows.push_back(json::object{{"section", image.section},
                                {"after_paragraph", image.after_paragraph},
                                {"alt", text_or_null(image.alt)},
                                {"src", text_or_null(image.src)}});
  return rows;
}

json::object value_of(const ThreadRecord& thread) {
  return {{"type", "thread"},
          {"title", text_or_null(thread.title)},
          {"film", film_value(thread.film)},
          {"posts", posts_value(thread.posts)}};
}

json::object value_of(const ReviewRecord& review) {
  return {{"type", "review"},
          {"title", text_or_null(review.title)},
          {"film", film_value(review.film)},
          {"writer", text_or_null(review.writer)},
          {"date", date_or_null(review.date)},
          {"minutes", number_or_null(review.minutes)},
          {"sections", sections_value(review.sections)},
          {"audience", text_or_null(review.audience)},
          {"rating", rating_value(review.rating)},
          {"images", images_value(review.images)},
          {"comments", posts_value(review.comments)}};
}

}  // namespace

std::string json_line(const PageRecord& record) {
  return std::visit([](const auto& page) { return json::serialize(value_of(page)); }, record);
}

}  // namespace rialto::imports
