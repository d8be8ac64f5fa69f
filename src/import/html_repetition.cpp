// Boards that nobody told us of.
#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

#include "base/strings.h"
#include "import/html_body.h"
#include "import/html_posts.h"
#include "import/page_words.h"
#include "import/post_head.h"

namespace rialto::imports {
namespace {

constexpr int kMostLevels = 8;
constexpr std::size_t kMostHeads = 50'000;

bool hints(const Node& node, std::initializer_list<std::string_view> parts) {
  for (const char* name : {"class", "itemprop", "rel", "data-role", "id"}) {
    const auto value = ascii_lower(node.attribute(name));
    if (value.empty() || value.size() > 200) continue;
    for (const auto part : parts)
      if (value.find(part) != std::string::npos) return true;
  }
  return false;
}

struct Heads {
  std::vector<NodeIndex> authors, dates;
};

bool is_small(const Document& document, NodeIndex index) {
  return document.at(index).end - index < 24;
}

Heads heads_in(const Document& document, const DateReading& how) {
  Heads heads;
  for (NodeIndex at = 0; at < document.size() && heads.authors.size() + heads.dates.size() < kMostHeads; ++at) {
    const auto& node = document.at(at);
    if (node.is_text() || !is_small(document, at) || node.tag == "body" || node.tag == "html") continue;
    const bool dated = node.tag == "time" || hints(node, {"date", "time", "posted", "datum", "fecha", "when", "data",
                                                          "heure", "hora", "quando", "zeit", "stamp"});
    if (dated && (heads.dates.empty() || at >= document.at(heads.dates.back()).end)) {
      const auto words = document.text_of(at, 160);
      if (words.size() < 120 && (!node.attribute("datetime").empty() || find_date(words, how)))
        heads.dates.push_back(at);
      continue;
    }
    if (hints(node, {"author", "user",   "poster",      "nick",     "name",      "autor",   "auteur",
                     "member", "membre", "byline",      "who",      "usuario",   "usuário", "nome",
                     "nombre", "utente", "utilisateur", "benutzer", "verfasser", "pseudo",  "gebruiker"}) &&
        (heads.authors.empty() || at >= document.at(heads.authors.back()).end)) {
      const auto words = document.text_of(at, 100);
      if (is_name_like(words) && !is_profile(folded(words)) && controls_in(folded(words)) == Controls::None)
        heads.authors.push_back(at);
    }
  }
  return heads;
}

// The tag and its first class without digits: equal for blocks of one kind.
std::string kind_of(const Node& node) {
  std::string kind = node.tag + ".";
  for (const auto name : split(node.attribute("class"), ' ')) {
    std::string letters;
    for (const char letter : name)
      if (!(letter >= '0' && letter <= '9')) letters += letter;
    for (const char* turn : {"odd", "even", "alt", "first", "last", "bg"})
      if (letters == turn) letters.clear();
    if (letters.empty()) continue;
    return kind + letters;
  }
  return kind;
}

struct Group {
  std::vector<NodeIndex> blocks;
  std::size_t words = 0;
};

std::map<std::string, Group> groups_around(const Document& document, const Heads& heads) {
  std::map<std::string, std::set<NodeIndex>> found;
  for (const auto* list : {&heads.authors, &heads.dates})
    for (const auto head : *list) {
      auto node = document.at(head).parent;
      for (int level = 0; level < kMostLevels && node > 0; ++level, node = document.at(node).parent) {
        const auto& tag = document.at(node).tag;
        if (tag == "body" || tag == "html") break;
        found[kind_of(document.at(node))].insert(node);
      }
    }
  std::map<std::string, Group> groups;
  for (const auto& [kind, nodes] : found) {
    if (nodes.size() < 2) continue;
    groups[kind].blocks.assign(nodes.begin(), nodes.end());
  }
  return groups;
}

std::size_t count_within(const std::vector<NodeIndex>& heads, NodeIndex begin, NodeIndex end) {
  return static_cast<std::size_t>(std::lower_bound(heads.begin(), heads.end(), end) -
                                  std::lower_bound(heads.begin(), heads.end(), begin));
}

NodeIndex first_within(const std::vector<NodeIndex>& heads, NodeIndex begin, NodeIndex end) {
  const auto found = std::lower_bound(heads.begin(), heads.end(), begin);
  return found != heads.end() && *found < end ? *found : kNoNode;
}

// Good blocks hold one name or date each and more words than those.
double worth(const Document& document, const Group& group, const Heads& heads) {
  std::size_t good = 0, words = 0;
  for (std::size_t at = 0; at < group.blocks.size(); ++at) {
    const auto begin = group.blocks[at];
    const auto end =
        at + 1 < group.blocks.size() ? std::min(document.at(begin).end, group.blocks[at + 1]) : document.at(begin).end;
    const auto authors = count_within(heads.authors, begin, end), dates = count_within(heads.dates, begin, end);
    std::size_t size = 0;
    for (NodeIndex node = begin; node < end && size < 4000; ++node) size += document.at(node).text.size();
    const bool fits = (authors > 0 || dates > 0) && authors <= 4 && dates <= 3 && size > 30;
    good += fits && authors > 0 && dates > 0 ? 3 : fits ? 1 : 0;
    words += fits ? size : 0;
  }
  if (good < 2 || words / group.blocks.size() < 40) return 0;
  const double share = static_cast<double>(good) / static_cast<double>(group.blocks.size() * 3);
  return share * static_cast<double>(good) +
         static_cast<double>(std::min<std::size_t>(words / group.blocks.size(), 400)) / 400;
}

// The element of a block that holds the most words and neither name nor date; else nothing.
NodeIndex body_in(const Document& document, NodeIndex begin, NodeIndex end, NodeIndex author, NodeIndex date) {
  NodeIndex best = kNoNode;
  std::size_t most = 0;
  for (NodeIndex at = begin + 1; at < end; ++at) {
    const auto& node = document.at(at);
    if (node.is_text() || node.end > end) continue;
    const bool holds_head =
        (author != kNoNode && document.is_within(author, at)) || (date != kNoNode && document.is_within(date, at));
    if (holds_head) continue;
    const bool is_head =
        (author != kNoNode && document.is_within(at, author)) || (date != kNoNode && document.is_within(at, date));
    if (is_head) continue;
    const bool named = hints(node, {"body", "content", "text", "message", "comment", "markdown", "prose", "mensaje",
                                    "beitrag", "inhalt", "texte", "cuerpo"});
    const auto words = document.text_of(at, 4000);
    std::size_t size = words.size();
    if (size < 120 && controls_in(folded(words)) != Controls::None) size = 0;
    if (named) size = size * 3 / 2;
    if (size > most) {
      most = size;
      best = at;
    }
    at = node.end - 1;
  }
  return best;
}

FoundPost post_in(const Document& document, NodeIndex begin, NodeIndex end, const Heads& heads,
                  const DateReading& how) {
  FoundPost post;
  const auto author = first_within(heads.authors, begin, end), date = first_within(heads.dates, begin, end);
  if (author != kNoNode) post.author = document.text_of(author, 100);
  if (date != kNoNode) post.date = date_of_element(document, date, how);
  if (post.author) {
    // "by Ana": the words around a name.
    const auto head = post_head_in(*post.author, folded(*post.author), how);
    if (head && head->author) post.author = head->author;
  }
  const auto& block = document.at(begin);
  for (const char* name : {"data-post-id", "data-comment-id", "data-id", "id"})
    if (const auto id = block.attribute(name); !id.empty() && !post.id) post.id = id_in(id);
  for (const char* name : {"data-parent-id", "data-parent", "data-reply-to"})
    if (const auto id = block.attribute(name); !id.empty() && !post.parent_id) post.parent_id = id_in(id);
  BodyReading reading;
  for (NodeIndex at = begin + 1; at < end; ++at)
    if (!document.at(at).is_text() && hints(document.at(at), {"signature", "signatur", "firma"})) {
      for (auto& passage : html_passages(document, at, {})) {
        passage.kind = Passage::Kind::Signature;
        post.body.push_back(std::move(passage));
      }
      reading.skip.insert(at);
      at = document.at(at).end - 1;
    }
  const auto body = body_in(document, begin, end, author, date);
  if (body == kNoNode) return post;
  for (NodeIndex at = end; at < document.at(body).end; at = document.at(at).end) reading.skip.insert(at);
  auto words = html_passages(document, body, reading);
  post.body.insert(post.body.begin(), std::make_move_iterator(words.begin()), std::make_move_iterator(words.end()));
  while (!post.body.empty() && post.body.back().kind == Passage::Kind::Paragraph &&
         controls_in(folded(post.body.back().plain.substr(0, 200))) != Controls::None)
    post.body.pop_back();
  return post;
}

}  // namespace

namespace {

// Old boards indent with an invisible picture: its width tells the depth.
std::optional<int> spacer_width(const Document& document, NodeIndex begin) {
  const auto image = document.first(begin, "img");
  if (image == kNoNode) return std::nullopt;
  const auto source = document.at(image).attribute("src");
  bool blank = false;
  for (const char* name : {"s.gif", "spacer", "blank", "pixel", "trans", "clear"})
    blank = blank || source.find(name) != std::string_view::npos;
  const auto width = document.at(image).attribute("width");
  if (!blank || width.empty() || width[0] < '0' || width[0] > '9') return std::nullopt;
  return std::atoi(std::string(width.substr(0, 6)).c_str());
}

void add_spacer_depths(const Document& document, const std::vector<NodeIndex>& blocks, std::vector<FoundPost>& posts) {
  for (auto& post : posts) post.depth.reset();
  if (posts.size() != blocks.size()) return;
  for (std::size_t at = 0; at < posts.size(); ++at) posts[at].depth = spacer_width(document, blocks[at]);
}

}  // namespace

std::vector<FoundPost> posts_by_repetition(const Document& document, const DateReading& how) {
  const auto heads = heads_in(document, how);
  if (heads.authors.size() + heads.dates.size() < 2) return {};
  const auto groups = groups_around(document, heads);
  const Group* best = nullptr;
  double most = 0;
  for (const auto& [kind, group] : groups) {
    const double value = worth(document, group, heads);
    if (value > most) {
      most = value;
      best = &group;
    }
  }
  if (!best) return {};
  std::vector<FoundPost> posts;
  std::vector<NodeIndex> open;
  bool nested = false;
  for (std::size_t at = 0; at < best->blocks.size(); ++at) {
    const auto begin = best->blocks[at];
    const auto end =
        at + 1 < best->blocks.size() ? std::min(document.at(begin).end, best->blocks[at + 1]) : document.at(begin).end;
    while (!open.empty() && begin >= document.at(open.back()).end) open.pop_back();
    auto post = post_in(document, begin, end, heads, how);
    nested = nested || !open.empty();
    post.depth = static_cast<int>(open.size());
    open.push_back(begin);
    if (!post.body.empty()) posts.push_back(std::move(post));
  }
  if (!nested) add_spacer_depths(document, best->blocks, posts);
  return posts;
}

}  // namespace rialto::imports
