#include "import/html_posts.h"

#include <algorithm>
#include <cstdlib>

#include "base/strings.h"
#include "base/time.h"
#include "import/html_body.h"
#include "import/page_words.h"
#include "import/post_head.h"

namespace rialto::imports {
namespace {

constexpr std::size_t kMostPosts = 60'000;

bool is_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char letter) { return letter >= '0' && letter <= '9'; });
}

// The part of a post that is its own: up to the first post within it.
struct Own {
  NodeIndex post, end;
};

NodeIndex first_own(const Document& document, const Own& own, const char* selector) {
  return document.first(own.post, own.end, selector);
}

std::string first_attribute(const Node& node, std::initializer_list<const char*> names) {
  for (const char* name : names)
    if (const auto value = trimmed(node.attribute(name)); !value.empty()) return std::string(value);
  return "";
}

std::string foreign_id(const Node& post) {
  if (auto whole = first_attribute(post, {"thingid", "data-fullname"}); !whole.empty()) return whole;
  if (auto id = first_attribute(post, {"data-post-id", "data-pid", "data-comment-id", "data-commentid", "data-postid",
                                       "data-content-id", "data-id"});
      !id.empty())
    return id_in(id);
  const auto id = post.attribute("id");
  return id.empty() ? "" : id_in(id);
}

std::string parent_id(const Document& document, const Own& own) {
  const auto& post = document.at(own.post);
  if (auto whole = first_attribute(post, {"parentid"}); !whole.empty()) return whole;
  if (auto id = first_attribute(post, {"data-parent-id", "data-parent", "data-parentid", "data-reply-to",
                                       "data-reply-to-id", "data-in-reply-to", "data-toppid"});
      !id.empty() && id != "0")
    return id_in(id);
  const auto parent = first_own(document, own, "[component=post/parent]");
  if (parent != kNoNode)
    if (const auto id = document.at(parent).attribute("data-topid"); !id.empty()) return id_in(id);
  const auto link = first_own(document, own,
                              ".u-in-reply-to, a.in-reply-to, .in-reply-to a, a.reply-to, .reply-to a, a.parent-link, "
                              ".comment-parent a, a[rel=in-reply-to]");
  if (link == kNoNode) return "";
  return id_in(document.at(link).attribute("href"));
}

std::string clean_name(std::string text) {
  for (const char* before : {"by ", "By ", "von ", "Von ", "par ", "Par ", "por ", "Por ", "posted by ", "Posted by ",
                             "@", "u/", "/u/", "от "})
    if (text.starts_with(before)) text = text.substr(std::string_view(before).size());
  for (const char* after :
       {" says:", " wrote:", " schrieb:", " sagt:", " dit :", " dice:", " disse:", " said...", " said", " (OP)", ":"})
    if (text.ends_with(after)) text.resize(text.size() - std::string_view(after).size());
  return std::string(trimmed(text));
}

std::optional<std::string> author_of(const Document& document, const Own& own, const Engine& engine) {
  const auto& post = document.at(own.post);
  if (auto name = first_attribute(post, {"data-author", "author", "data-username", "data-user-name"}); !name.empty())
    return clean_name(name);
  const auto found = first_own(document, own, engine.author);
  if (found == kNoNode) return std::nullopt;
  const auto& node = document.at(found);
  std::string name = document.text_of(found, 200);
  if (name.empty()) name = first_attribute(node, {"content", "data-username", "title", "aria-label"});
  name = clean_name(name);
  if (name.empty() || name.size() > 80) return std::nullopt;
  return name;
}

int number_in(std::string_view text) {
  return std::atoi(std::string(text.substr(0, 9)).c_str());
}

// Marks of depth that are no nesting: attributes, "depth-2", indents of cells and margins.
std::optional<int> told_depth(const Document& document, NodeIndex post) {
  const auto& node = document.at(post);
  if (auto depth = first_attribute(node, {"depth", "data-depth", "data-level", "aria-level", "data-indent"});
      is_digits(depth))
    return number_in(depth);
  for (const auto name : split(node.attribute("class"), ' '))
    for (const char* start : {"depth-", "level-", "indent-", "depth", "level"})
      if (name.starts_with(start) && is_digits(name.substr(std::string_view(start).size())))
        return number_in(name.substr(std::string_view(start).size()));
  const auto style = node.attribute("style");
  for (const char* start : {"margin-left:", "padding-left:"}) {
    const auto at = style.find(start);
    if (at == std::string_view::npos) continue;
    return number_in(trimmed(style.substr(at + std::string_view(start).size())));
  }
  const auto cell = document.first(post, "td.ind");
  if (cell == kNoNode) return std::nullopt;
  if (const auto indent = document.at(cell).attribute("indent"); is_digits(indent)) return number_in(indent);
  const auto image = document.first(cell, "img");
  return image == kNoNode ? std::nullopt : std::optional(number_in(document.at(image).attribute("width")));
}

bool is_marked_deleted(const Node& node) {
  for (const auto name : split(node.attribute("class"), ' ')) {
    const auto lower = ascii_lower(name);
    if (lower == "deleted" || lower == "removed" || lower == "message--deleted" || lower == "post-deleted" ||
        lower == "is-deleted" || lower == "comment-deleted" || lower == "ipsmoderated_deleted")
      return true;
  }
  return node.attribute("deleted") == "true" || node.attribute("data-deleted") == "true";
}

class PostReader {
 public:
  PostReader(const Document& document, const Engine& engine, const DateReading& how)
      : document_(document), engine_(engine), how_(how) {}

  FoundPost read(const Own& own) const {
    FoundPost post;
    post.author = author_of(document_, own, engine_);
    const auto date = first_own(document_, own, engine_.date);
    if (date != kNoNode) post.date = date_of_element(document_, date, how_);
    if (!post.date)
      if (const auto created = document_.at(own.post).attribute("created-timestamp"); !created.empty())
        post.date = read_date(created, how_);
    if (auto id = foreign_id(document_.at(own.post)); !id.empty()) post.id = std::move(id);
    if (auto id = parent_id(document_, own); !id.empty()) post.parent_id = std::move(id);
    if (auto number = first_attribute(document_.at(own.post), {"data-post-number", "data-index"}); is_digits(number))
      post.number = number_in(number);
    if (const auto id = document_.at(own.post).attribute("id");
        !post.number && id.starts_with("post_") && post.id && id_in(id) != *post.id)
      post.number = number_in(id.substr(5));
    if (const auto reply = first_own(document_, own, ".reply-to-tab, .replied-to, .in-reply-to-name"); reply != kNoNode)
      post.reply_to = clean_name(document_.text_of(reply, 80));
    post.deleted = is_marked_deleted(document_.at(own.post));
    read_body(own, post);
    return post;
  }

 private:
  void read_body(const Own& own, FoundPost& post) const {
    BodyReading reading;
    const auto edited = first_own(document_, own, engine_.edited);
    if (edited != kNoNode) read_edit(edited, post, reading);
    const auto signature = first_own(document_, own, engine_.signature);
    if (signature != kNoNode) reading.skip.insert(signature);
    auto body = first_own(document_, own, engine_.body);
    if (body == kNoNode) return;
    if (own.end < document_.at(body).end)
      for (NodeIndex at = own.end; at != kNoNode && at < document_.at(body).end; at = document_.at(at).end)
        reading.skip.insert(at);
    post.body = html_passages(document_, body, reading);
    drop_controls(post.body);
    if (signature == kNoNode) return;
    for (auto& passage : html_passages(document_, signature, {})) {
      const auto rule = passage.kind == Passage::Kind::Rule || is_rule(passage.plain);
      passage.kind = Passage::Kind::Signature;
      if (!rule) post.body.push_back(std::move(passage));
    }
  }

  static void drop_controls(Passages& body) {
    const auto is_control = [](const Passage& passage) {
      return passage.kind == Passage::Kind::Paragraph && passage.plain.size() < 120 &&
             controls_in(folded(passage.plain)) == Controls::Reply;
    };
    while (!body.empty() && is_control(body.back())) body.pop_back();
    body.erase(body.begin(), std::find_if_not(body.begin(), body.end(), is_control));
  }

  // Notes of edits say "edited"; the same element may hold something else, or nothing at all.
  void read_edit(NodeIndex index, FoundPost& post, BodyReading& reading) const {
    const auto words = document_.text_of(index, 300);
    const auto edit = edit_in(words, folded(words), how_);
    const auto& node = document_.at(index);
    const bool by_element = node.tag == "time" || node.has_class("edits") || node.has_class("post-edits") ||
                            node.has_class("edited") || node.has_class("item-edited") || node.has_class("dt-updated");
    if (!edit && !by_element) return;
    if (!edit && node.attribute("itemprop") == "dateModified") return;
    post.edited = true;
    const bool stamped = node.tag == "time" || document_.first(index, "time") != kNoNode;
    post.edit_date = edit && edit->date && !stamped ? edit->date : date_of_element(document_, index, how_);
    reading.skip.insert(index);
  }

  const Document& document_;
  const Engine& engine_;
  const DateReading& how_;
};

bool has_words(const Document& document, NodeIndex begin, NodeIndex end) {
  for (NodeIndex at = begin; at < end; ++at)
    if (document.at(at).is_text() && !trimmed(document.at(at).text).empty()) return true;
  return false;
}

// A block that is nothing but the wrapping of the next one is the same post.
std::vector<NodeIndex> without_doubles(const Document& document, const std::vector<NodeIndex>& nodes) {
  std::vector<NodeIndex> kept;
  for (const auto node : nodes) {
    const bool within = !kept.empty() && node < document.at(kept.back()).end;
    if (within && !has_words(document, kept.back() + 1, node)) continue;
    kept.push_back(node);
  }
  return kept;
}

std::vector<Own> own_parts(const Document& document, const std::vector<NodeIndex>& nodes) {
  std::vector<Own> parts;
  for (std::size_t at = 0; at < nodes.size() && at < kMostPosts; ++at) {
    const auto end = document.at(nodes[at]).end;
    const bool holds_next = at + 1 < nodes.size() && nodes[at + 1] < end;
    parts.push_back({nodes[at], holds_next ? nodes[at + 1] : end});
  }
  return parts;
}

// Depth by containment; else by what the markup tells of it.
void add_depths(const Document& document, const std::vector<NodeIndex>& nodes, std::vector<FoundPost>& posts) {
  std::vector<NodeIndex> open;
  bool nested = false;
  for (std::size_t at = 0; at < posts.size(); ++at) {
    while (!open.empty() && nodes[at] >= document.at(open.back()).end) open.pop_back();
    posts[at].depth = static_cast<int>(open.size());
    nested = nested || !open.empty();
    open.push_back(nodes[at]);
  }
  // A first post that holds all others is the thread itself: what stands in it replies to the thread.
  const bool whole = posts.size() > 1 && nodes.back() < document.at(nodes[0]).end;
  if (whole)
    for (std::size_t at = 1; at < posts.size(); ++at) --*posts[at].depth;
  if (nested && !(whole && std::all_of(posts.begin(), posts.end(), [](const auto& post) { return post.depth == 0; })))
    return;
  for (std::size_t at = 0; at < posts.size(); ++at) posts[at].depth = told_depth(document, nodes[at]);
}

bool says_something(const FoundPost& post) {
  return !post.body.empty() || post.deleted;
}

// A container that holds the whole thread besides the posts is no post.
void drop_empty(std::vector<FoundPost>& posts) {
  std::erase_if(posts, [](const auto& post) { return !says_something(post) && !post.author; });
}

}  // namespace

std::optional<Edtf> date_of_element(const Document& document, NodeIndex index, const DateReading& how) {
  const auto read = [&](const Node& node) -> std::optional<Edtf> {
    for (const char* name : {"datetime", "content", "ts", "data-datetime", "data-date", "data-tippy-content"})
      if (const auto value = node.attribute(name); !value.empty())
        if (auto date = read_date(value, how)) return date;
    for (const char* name : {"data-time", "data-timestamp", "data-utime", "data-epoch", "data-unix"})
      if (const auto value = node.attribute(name); is_digits(value) && value.size() >= 9 && value.size() <= 13) {
        const std::int64_t number = std::atoll(std::string(value).c_str());
        return Edtf::parse(iso_text(Time{number * (value.size() > 11 ? 1000 : 1'000'000)}));
      }
    if (const auto title = node.attribute("title"); !title.empty())
      if (auto date = read_date(title, how)) return date;
    return std::nullopt;
  };
  const NodeIndex end = std::min(document.at(index).end, index + 40);
  for (NodeIndex at = index; at < end; ++at)
    if (!document.at(at).is_text())
      if (auto date = read(document.at(at))) return date;
  return read_date(document.text_of(index, 300), how);
}

std::vector<FoundPost> posts_by_engine(const Document& document, const Engine& engine, const DateReading& how) {
  const auto nodes = without_doubles(document, document.select(engine.post));
  if (nodes.empty()) return {};
  std::vector<FoundPost> posts;
  const PostReader reader(document, engine, how);
  for (const auto& own : own_parts(document, nodes)) posts.push_back(reader.read(own));
  add_depths(document, std::vector<NodeIndex>(nodes.begin(), nodes.begin() + static_cast<std::ptrdiff_t>(posts.size())),
             posts);
  const auto saying = std::count_if(posts.begin(), posts.end(), says_something);
  const auto named =
      std::count_if(posts.begin(), posts.end(), [](const auto& post) { return post.author || post.date; });
  if (saying == 0 || named * 2 < static_cast<std::ptrdiff_t>(posts.size())) return {};
  drop_empty(posts);
  return posts;
}

std::vector<FoundPost> posts_in_tables(const Document& document, const DateReading& how) {
  std::vector<FoundPost> posts;
  const auto names = document.select("span.name, b.name, .postername, td.name");
  for (std::size_t at = 0; at < names.size() && posts.size() < kMostPosts; ++at) {
    const NodeIndex end = at + 1 < names.size() ? names[at + 1] : document.size();
    NodeIndex body = kNoNode, details = kNoNode;
    for (NodeIndex node = names[at]; node < end && body == kNoNode; ++node) {
      const auto& element = document.at(node);
      if ((element.has_class("postdetails") || element.has_class("gensmall") || element.has_class("postdate")) &&
          !is_profile(folded(document.text_of(node, 80))) && find_date(document.text_of(node, 200), how))
        details = node;
      if (element.has_class("postbody") || element.has_class("posttext")) body = node;
    }
    if (body == kNoNode) continue;
    auto cell = body;
    while (document.at(cell).parent != kNoNode && document.at(cell).tag != "td") cell = document.at(cell).parent;
    FoundPost post;
    post.author = clean_name(document.text_of(names[at], 100));
    if (post.author->empty()) post.author.reset();
    if (details != kNoNode) post.date = date_of_element(document, details, how);
    BodyReading reading;
    for (const auto note : document.select(cell, ".gensmall"))
      if (edit_in(document.text_of(note, 300), folded(document.text_of(note, 300)), how) == std::nullopt)
        reading.skip.insert(note);
    post.body = html_passages(document, document.at(cell).tag == "td" ? cell : body, reading);
    const auto anchor = document.first(document.at(names[at]).parent, "a[name]");
    if (anchor != kNoNode) post.id = id_in(document.at(anchor).attribute("name"));
    posts.push_back(std::move(post));
  }
  return posts;
}

std::vector<FoundPost> posts_in_definitions(const Document& document, const DateReading& how) {
  std::vector<FoundPost> posts;
  const auto names = document.select("dt.comment-author, .comments dt, #comments dt");
  for (std::size_t at = 0; at < names.size() && posts.size() < kMostPosts; ++at) {
    const NodeIndex end = at + 1 < names.size() ? names[at + 1] : document.at(document.at(names[at]).parent).end;
    FoundPost post;
    post.author = clean_name(document.text_of(names[at], 100));
    for (NodeIndex node = document.at(names[at]).end; node < end; node = document.at(node).end) {
      if (document.at(node).tag != "dd") continue;
      const auto date = find_date(document.text_of(node, 100), how);
      if (post.body.empty())
        post.body = html_passages(document, node, {});
      else if (date && !post.date)
        post.date = date_of_element(document, node, how);
    }
    if (!post.body.empty()) posts.push_back(std::move(post));
  }
  return posts;
}

}  // namespace rialto::imports
