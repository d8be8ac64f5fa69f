#include "web/router.h"

#include <gtest/gtest.h>

#include <stdexcept>

using namespace rialto::web;

namespace {

Route route(Method method, std::string pattern) {
  return {method, pattern, [pattern](const Request&) { return text(pattern); }};
}

std::string found(const Router& router, Method method, std::string_view path) {
  Fields params;
  const auto match = router.find(method, path, params);
  std::string said = match.route ? match.route->pattern : "none";
  for (std::size_t i = 0; i < params.size(); ++i)
    said.append(" ").append(params[i].name).append("=").append(params[i].value);
  return said;
}

Router sample() {
  std::vector<Route> routes;
  routes.push_back(route(Method::Get, "/"));
  routes.push_back(route(Method::Get, "/thread/{id}"));
  routes.push_back(route(Method::Get, "/thread/{id}/{words}"));
  routes.push_back(route(Method::Post, "/thread/{id}/reply"));
  routes.push_back(route(Method::Get, "/thread/new"));
  routes.push_back(route(Method::Get, "/assets/{file...}"));
  return Router(std::move(routes));
}

}  // namespace

TEST(Router, FindsWordsBeforeNames) {
  const Router router = sample();
  EXPECT_EQ(found(router, Method::Get, "/"), "/");
  EXPECT_EQ(found(router, Method::Get, "/thread/new"), "/thread/new");
  EXPECT_EQ(found(router, Method::Get, "/thread/4k"), "/thread/{id} id=4k");
  EXPECT_EQ(found(router, Method::Get, "/thread/new/words"), "/thread/{id}/{words} id=new words=words");
  EXPECT_EQ(found(router, Method::Head, "/thread/4k"), "/thread/{id} id=4k");
}

TEST(Router, AThreadMayBeCalledLikeItsForm) {
  EXPECT_EQ(found(sample(), Method::Get, "/thread/4k/reply"), "/thread/{id}/{words} id=4k words=reply");
  EXPECT_EQ(found(sample(), Method::Post, "/thread/4k/reply"), "/thread/{id}/reply id=4k");
}

TEST(Router, TheRestTakesAllThatRemains) {
  EXPECT_EQ(found(sample(), Method::Get, "/assets/type/inter.woff2"), "/assets/{file...} file=type/inter.woff2");
  EXPECT_EQ(found(sample(), Method::Get, "/assets"), "none");
}

TEST(Router, ANameNeverTakesNothing) {
  EXPECT_EQ(found(sample(), Method::Get, "/thread/"), "none");
  EXPECT_EQ(found(sample(), Method::Get, "/thread//words"), "none");
  EXPECT_EQ(found(sample(), Method::Get, ""), "none");
}

TEST(Router, TellsWhatAnAddressTakes) {
  Fields params;
  const Router router = sample();
  EXPECT_EQ(router.find(Method::Post, "/thread/4k", params).allow, "GET, HEAD");
  EXPECT_EQ(router.find(Method::Put, "/thread/4k/reply", params).allow, "POST, GET, HEAD");
  EXPECT_EQ(router.find(Method::Get, "/nowhere", params).allow, "");
  EXPECT_EQ(router.find(Method::Put, "/thread/new", params).allow, "GET, HEAD");
  EXPECT_TRUE(params.empty());
}

TEST(Router, RefusesATableThatContradictsItself) {
  const auto build = [](std::string one, std::string two) {
    std::vector<Route> routes;
    routes.push_back(route(Method::Get, std::move(one)));
    routes.push_back(route(Method::Get, std::move(two)));
    return Router(std::move(routes));
  };
  EXPECT_THROW(build("/film/{film}", "/film/{name}"), std::logic_error);
  EXPECT_THROW(build("/a/{rest...}/b", "/c"), std::logic_error);
  EXPECT_THROW(build("film", "/c"), std::logic_error);
}
