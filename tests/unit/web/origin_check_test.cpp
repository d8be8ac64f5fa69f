#include "web/origin_check.h"

#include <gtest/gtest.h>

using namespace rialto::web;

namespace {

struct Asked {
  Method method = Method::Post;
  const char* site = nullptr;
  const char* origin = nullptr;
  const char* cookie = nullptr;
  const char* host = "films.example";
  bool secure = false;
};

bool ours(const Asked& asked) {
  Request request;
  request.method = asked.method;
  request.host = asked.host;
  request.secure = asked.secure;
  if (asked.site) request.headers.add("sec-fetch-site", asked.site);
  if (asked.origin) request.headers.add("origin", asked.origin);
  if (asked.cookie) request.headers.add("cookie", asked.cookie);
  return origin_of(request) == Origin::Ours;
}

}  // namespace

TEST(OriginCheck, ReadingIsFreeToAll) {
  EXPECT_TRUE(ours({.method = Method::Get, .site = "cross-site", .cookie = "a=b"}));
  EXPECT_TRUE(ours({.method = Method::Head, .origin = "https://evil.test"}));
}

TEST(OriginCheck, EveryOtherMethodIsHeldToIt) {
  for (const Method method : {Method::Post, Method::Put, Method::Patch, Method::Delete, Method::Unknown})
    EXPECT_FALSE(ours({.method = method, .site = "cross-site"}));
}

TEST(OriginCheck, SecFetchSiteDecidesWhereItIsSent) {
  EXPECT_TRUE(ours({.site = "same-origin", .cookie = "a=b"}));
  EXPECT_TRUE(ours({.site = "none", .cookie = "a=b"}));
  EXPECT_FALSE(ours({.site = "same-site"}));
  EXPECT_FALSE(ours({.site = "cross-site", .origin = "http://films.example"}));
  EXPECT_FALSE(ours({.site = "something-new"}));
}

TEST(OriginCheck, OtherwiseTheOriginMustNameOurHost) {
  EXPECT_TRUE(ours({.origin = "http://films.example", .cookie = "a=b"}));
  EXPECT_TRUE(ours({.origin = "http://Films.Example:80"}));
  EXPECT_TRUE(ours({.origin = "https://films.example", .cookie = "a=b"}));
  EXPECT_TRUE(ours({.origin = "http://127.0.0.1:8080", .host = "127.0.0.1:8080"}));
  EXPECT_FALSE(ours({.origin = "http://127.0.0.1:8081", .host = "127.0.0.1:8080"}));
  EXPECT_FALSE(ours({.origin = "http://films.example.evil.test"}));
  EXPECT_FALSE(ours({.origin = "http://evil.test/films.example"}));
  EXPECT_FALSE(ours({.origin = "null"}));
  EXPECT_FALSE(ours({.origin = ""}));
  EXPECT_FALSE(ours({.origin = "ftp://films.example"}));
  EXPECT_FALSE(ours({.origin = "http://films.example", .secure = true}));
  EXPECT_FALSE(ours({.origin = "http://", .host = ""}));
}

TEST(OriginCheck, WithoutBothOnlyWhoHasNoCookiesMaySpeak) {
  EXPECT_TRUE(ours({}));
  EXPECT_FALSE(ours({.cookie = "a=b"}));
}
