#include "web/shown.h"

namespace rialto::web {

ShownPosts shown_of(const talk::Thread& thread, const std::vector<talk::Post>& posts, talk::PostOrder order) {
  ShownPosts shown{.thread = thread.id, .of = thread.posts, .order = order, .posts = {}};
  shown.posts.reserve(posts.size());
  for (const auto& post : posts) shown.posts.push_back({.id = post.id, .number = post.number, .author = post.author});
  return shown;
}

}  // namespace rialto::web
