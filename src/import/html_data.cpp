#include "import/html_data.h"

#include <boost/json.hpp>

#include "base/strings.h"
#include "import/html_body.h"
#include "import/markdown.h"
#include "import/rating.h"

namespace rialto::imports {
namespace {

namespace json = boost::json;

constexpr int kDeepest = 60;
constexpr std::size_t kMostPosts = 20'000;

std::string text_of(const json::value* value) {
  if (!value) return "";
  if (value->is_string()) return std::string(value->as_string());
  if (value->is_int64()) return std::to_string(value->as_int64());
  if (value->is_double()) {
    std::string text = std::to_string(value->as_double());
    while (text.ends_with('0')) text.pop_back();
    if (text.ends_with('.')) text.pop_back();
    return text;
  }
  if (value->is_array() && !value->as_array().empty()) return text_of(&value->as_array()[0]);
  if (value->is_object()) return text_of(value->as_object().if_contains("name"));
  return "";
}

std::string field(const json::object& object, const char* name) {
  return decoded_entities(text_of(object.if_contains(name)));
}

bool is_type(const json::object& object, std::initializer_list<std::string_view> types) {
  const auto* type = object.if_contains("@type");
  if (!type) return false;
  const auto one = [&](const json::value& value) {
    return value.is_string() && std::any_of(types.begin(), types.end(),
                                            [&](auto wanted) { return std::string_view(value.as_string()) == wanted; });
  };
  if (type->is_array()) return std::any_of(type->as_array().begin(), type->as_array().end(), one);
  return one(*type);
}

class DataReader {
 public:
  DataReader(HtmlData& data, const DateReading& how) : data_(data), how_(how) {}

  void read(const json::value& value, int depth = 0) {
    if (depth > kDeepest) return;
    if (value.is_array()) {
      for (const auto& one : value.as_array()) read(one, depth + 1);
      return;
    }
    if (!value.is_object()) return;
    const auto& object = value.as_object();
    if (const auto* graph = object.if_contains("@graph")) read(*graph, depth + 1);
    if (is_type(object, {"DiscussionForumPosting", "SocialMediaPosting", "QAPage"})) {
      data_.is_thread = true;
      if (!data_.headline)
        take(data_.headline, field(object, "headline").empty() ? field(object, "name") : field(object, "headline"));
      posts(object, 0);
    } else if (is_type(object, {"Review", "CriticReview", "UserReview"})) {
      data_.is_review = true;
      article(object);
      review(object);
    } else if (is_type(object, {"BlogPosting", "Article", "NewsArticle", "ReviewNewsArticle", "WebPage"})) {
      const bool page = is_type(object, {"WebPage"});
      data_.is_article = data_.is_article || !page;
      if (!page) article(object);
      if (const auto* main = object.if_contains("mainEntity")) read(*main, depth + 1);
    } else if (is_type(object, {"Movie"})) {
      film(object);
      if (const auto* inner = object.if_contains("review")) read(*inner, depth + 1);
    }
  }

 private:
  static void take(std::optional<std::string>& into, std::string text) {
    if (!into && !trimmed(text).empty() && text.size() < 400) into = std::string(trimmed(text));
  }

  void article(const json::object& object) {
    take(data_.headline, field(object, "headline"));
    take(data_.writer, field(object, "author"));
    for (const char* name : {"datePublished", "dateCreated"})
      if (!data_.date) data_.date = read_date(field(object, name), how_);
    if (const auto* reviewed = object.if_contains("itemReviewed"); reviewed && reviewed->is_object())
      film(reviewed->as_object());
    if (const auto* about = object.if_contains("about");
        about && about->is_object() && is_type(about->as_object(), {"Movie"}))
      film(about->as_object());
    if (object.if_contains("reviewRating")) review(object);
  }

  void film(const json::object& object) {
    auto title = field(object, "name");
    const auto date = read_date(
        field(object, "dateCreated").empty() ? field(object, "datePublished") : field(object, "dateCreated"), how_);
    if (!title.empty() && date && date->parts().year && title.find('(') == std::string::npos)
      title += " (" + std::to_string(*date->parts().year) + ")";
    take(data_.film, title);
  }

  void review(const json::object& object) {
    const auto* rating = object.if_contains("reviewRating");
    if (!rating || !rating->is_object() || data_.rating) return;
    const auto value = field(rating->as_object(), "ratingValue");
    const auto best = field(rating->as_object(), "bestRating");
    if (value.empty()) return;
    data_.rating = rating_of(best.empty() ? value + "/5" : value + "/" + best);
  }

  void posts(const json::object& object, int depth) {
    if (depth > kDeepest || data_.posts.size() >= kMostPosts) return;
    FoundPost post;
    if (const auto author = field(object, "author"); !author.empty()) post.author = author;
    for (const char* name : {"datePublished", "dateCreated"})
      if (!post.date) post.date = read_date(field(object, name), how_);
    auto text = field(object, "text");
    if (text.empty()) text = field(object, "articleBody");
    if (const auto id = field(object, "@id"); !id.empty()) post.id = id_in(id);
    post.depth = std::max(0, depth - 1);  // comments on the posting reply to the thread
    if (!text.empty()) {
      post.body = passages(text);
      data_.posts.push_back(std::move(post));
    }
    const auto* comments = object.if_contains("comment");
    if (!comments) comments = object.if_contains("comments");
    if (!comments) return;
    if (comments->is_object()) return posts(comments->as_object(), depth + 1);
    if (!comments->is_array()) return;
    for (const auto& comment : comments->as_array())
      if (comment.is_object()) posts(comment.as_object(), depth + 1);
  }

  // Their text is HTML on some boards, words on others.
  static Passages passages(const std::string& text) {
    if (text.find("</") != std::string::npos || text.find("<br") != std::string::npos) {
      const Document document(text);
      return html_passages(document, document.root(), {});
    }
    Passages found;
    const std::string marked = replaced(text, "\n\n", "\x01");
    for (const auto piece : split(marked, '\x01')) {
      if (trimmed(piece).empty()) continue;
      Passage passage;
      passage.plain = std::string(trimmed(piece));
      passage.markdown = escaped_markdown(passage.plain);
      found.push_back(std::move(passage));
    }
    return found;
  }

  HtmlData& data_;
  const DateReading& how_;
};

std::string meta(const Document& document, std::string_view name) {
  for (const auto index : document.select("meta")) {
    const auto& node = document.at(index);
    if (node.attribute("property") == name || node.attribute("name") == name || node.attribute("itemprop") == name)
      return std::string(trimmed(node.attribute("content")));
  }
  return "";
}

}  // namespace

HtmlData html_data(const Document& document, const DateReading& how) {
  HtmlData data;
  DataReader reader(data, how);
  for (const auto& text : document.json_ld()) {
    boost::system::error_code error;
    json::parse_options options;
    options.max_depth = 64;
    options.allow_invalid_utf8 = true;
    const auto value = json::parse(text, error, {}, options);
    if (!error) reader.read(value);
  }
  const auto type = meta(document, "og:type");
  data.is_article = data.is_article || type == "article";
  if (!data.date)
    for (const char* name : {"article:published_time", "datePublished", "date", "DC.date", "parsely-pub-date"})
      if (!data.date) data.date = read_date(meta(document, name), how);
  if (!data.writer)
    for (const char* name : {"author", "article:author", "parsely-author", "twitter:data1"}) {
      const auto value = meta(document, name);
      if (!data.writer && !value.empty() && value.size() < 60 && value.find("http") == std::string::npos &&
          value.find("min") == std::string::npos)
        data.writer = value;
    }
  if (!data.headline)
    if (auto title = meta(document, "og:title"); !title.empty()) data.headline = std::move(title);
  for (const auto index : document.select("link"))
    if (document.at(index).attribute("rel") == "canonical" && !data.address)
      data.address = std::string(document.at(index).attribute("href"));
  if (!data.address)
    if (auto url = meta(document, "og:url"); !url.empty()) data.address = std::move(url);
  return data;
}

}  // namespace rialto::imports
