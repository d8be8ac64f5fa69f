#include "import/json_reader.h"

#include <algorithm>
#include <boost/json.hpp>

#include "base/strings.h"

namespace rialto::imports {
namespace {

namespace json = boost::json;

constexpr std::size_t kHead = 4096;  // bytes in which a record says its type

// The fields of one object. What is missing is null; the first field of a wrong kind is named in `problem`.
class Fields {
 public:
  Fields(const json::object& object, std::string where, std::string& problem)
      : object_(object), where_(std::move(where)), problem_(problem) {}

  std::optional<std::string> text(const char* key) const {
    const auto* value = find(key);
    if (!value) return std::nullopt;
    if (!value->is_string()) return wrong(key, "text"), std::nullopt;
    std::string text(value->as_string());
    std::erase(text, '\0');  // no database takes it
    return text;
  }

  std::optional<double> real(const char* key) const {
    const auto* value = find(key);
    if (!value) return std::nullopt;
    boost::system::error_code error;
    const auto number = value->to_number<double>(error);
    if (error) return wrong(key, "a number"), std::nullopt;
    return number;
  }

  std::optional<int> number(const char* key) const {
    const auto* value = find(key);
    if (!value) return std::nullopt;
    boost::system::error_code error;
    const auto number = value->to_number<int>(error);
    if (error) return wrong(key, "a whole number"), std::nullopt;
    return number;
  }

  bool flag(const char* key) const {
    const auto* value = find(key);
    if (!value) return false;
    if (!value->is_bool()) return wrong(key, "true or false"), false;
    return value->as_bool();
  }

  std::optional<Edtf> date(const char* key) const {
    const auto written = text(key);
    if (!written) return std::nullopt;
    auto date = Edtf::parse(*written);
    if (!date) wrong(key, "a date in EDTF");
    return date;
  }

  // true, or the date if that was kept.
  std::optional<EditMark> edit(const char* key) const {
    const auto* value = find(key);
    if (!value || (value->is_bool() && !value->as_bool())) return std::nullopt;
    return value->is_bool() ? EditMark{} : EditMark{date(key)};
  }

  const json::object* object(const char* key) const {
    const auto* value = find(key);
    if (value && !value->is_object()) wrong(key, "an object");
    return value ? value->if_object() : nullptr;
  }

  // Calls f(fields of the element, its index) for each object of a list.
  template <class F>
  void each(const char* key, F f) const {
    const auto* value = find(key);
    if (!value) return;
    if (!value->is_array()) return wrong(key, "a list");
    int index = 0;
    for (const auto& one : value->as_array()) {
      if (!one.is_object()) return wrong(key, "a list of objects");
      f(Fields(one.as_object(), where_ + key + " " + std::to_string(index + 1) + ": ", problem_), index);
      ++index;
    }
  }

  void wrong(const char* key, const char* wanted) const {
    if (problem_.empty()) problem_ = where_ + "\"" + key + "\" must be " + wanted + ", or null";
  }
  void refuse(const std::string& words) const {
    if (problem_.empty()) problem_ = where_ + words;
  }

 private:
  const json::value* find(const char* key) const {
    const auto* value = object_.if_contains(key);
    return value && !value->is_null() ? value : nullptr;
  }

  const json::object& object_;
  std::string where_;
  std::string& problem_;
};

std::optional<FilmProposal> film_in(const Fields& fields, std::string& problem) {
  const auto* const film = fields.object("film");
  if (!film) return std::nullopt;
  const Fields of_film(*film, "film: ", problem);
  auto title = of_film.text("title");
  if (!title || trimmed(*title).empty()) return of_film.refuse("it needs a title"), std::nullopt;
  return FilmProposal{std::move(*title), of_film.number("year"), of_film.text("why").value_or("")};
}

PostRecord post_in(const Fields& fields, int n) {
  PostRecord post;
  post.n = n;
  if (fields.number("n").value_or(n) != n) fields.refuse("posts are numbered 1, 2, … in their order");
  post.author = fields.text("author");
  post.date = fields.date("date");
  post.text = fields.text("text");
  post.parent = fields.number("parent");
  if (post.parent && (*post.parent < 1 || *post.parent >= n)) fields.refuse("its parent must be an earlier post");
  post.deleted = fields.flag("deleted");
  post.edited = fields.edit("edited");
  post.signature = fields.text("signature");
  fields.each("quotes", [&](const Fields& quote, int) {
    const auto from = quote.number("post").value_or(0);
    if (from < 1 || from >= n) return quote.refuse("it must be of an earlier post");
    post.quotes.push_back({from, quote.text("text").value_or("")});
  });
  return post;
}

std::vector<PostRecord> posts_in(const Fields& fields, const char* key) {
  std::vector<PostRecord> posts;
  fields.each(key, [&](const Fields& post, int index) { posts.push_back(post_in(post, index + 1)); });
  return posts;
}

std::optional<RatingRecord> rating_in(const Fields& fields, std::string& problem) {
  const auto* const rating = fields.object("rating");
  if (!rating) return std::nullopt;
  const Fields of_rating(*rating, "rating: ", problem);
  return RatingRecord{of_rating.text("written").value_or(""), of_rating.real("value"), of_rating.real("best"),
                      of_rating.real("stars")};
}

ThreadRecord thread_in(const Fields& fields, std::string& problem) {
  ThreadRecord thread;
  thread.title = fields.text("title");
  thread.film = film_in(fields, problem);
  thread.posts = posts_in(fields, "posts");
  if (thread.posts.empty()) fields.refuse("a thread needs posts");
  return thread;
}

ReviewRecord review_in(const Fields& fields, std::string& problem) {
  ReviewRecord review;
  review.title = fields.text("title");
  review.film = film_in(fields, problem);
  review.writer = fields.text("writer");
  review.date = fields.date("date");
  review.minutes = fields.number("minutes");
  fields.each("sections", [&](const Fields& section, int) {
    review.sections.push_back({section.text("heading"), section.text("text").value_or("")});
  });
  if (review.sections.empty()) fields.refuse("a review needs sections");
  review.audience = fields.text("audience");
  review.rating = rating_in(fields, problem);
  fields.each("images", [&](const Fields& image, int) {
    review.images.push_back({image.number("section").value_or(0), image.number("after_paragraph").value_or(0),
                             image.text("alt"), image.text("src")});
  });
  review.comments = posts_in(fields, "comments");
  return review;
}

}  // namespace

Result<PageRecord> record_from_json(std::string_view line) {
  boost::system::error_code error;
  const auto value = json::parse(json::string_view(line.data(), line.size()), error);
  if (error || !value.is_object()) return Error{"is no JSON object"};
  std::string problem;
  const Fields fields(value.as_object(), "", problem);
  const auto type = fields.text("type").value_or("");
  if (type != "thread" && type != "review") return Error{"has neither the type \"thread\" nor \"review\""};
  auto record = type == "thread" ? PageRecord(thread_in(fields, problem)) : PageRecord(review_in(fields, problem));
  if (!problem.empty()) return Error{"doesn't hold together: " + problem};
  return record;
}

bool holds_records(std::string_view bytes) {
  const auto head = trimmed(bytes.substr(0, kHead));
  return head.starts_with('{') && head.find("\"type\"") != std::string_view::npos;
}

}  // namespace rialto::imports
