#include "web/cookie.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "small_site.h"
#include "web/fields.h"
#include "web/forwarded.h"

using namespace rialto;
using namespace rialto::web;

namespace {

std::string set_cookie(const Cookie& cookie, Wire wire) {
  std::string out;
  append_set_cookie(out, cookie, wire);
  return out;
}

}  // namespace

TEST(Cookie, IsReadLeniently) {
  Fields cookies;
  read_cookies(" a=1;b = two ; ;=x;c;d=\"quoted\";e=x=y; a=2", cookies);
  EXPECT_EQ(cookies.get("a"), "1");
  EXPECT_EQ(cookies.count("a"), 2u);
  EXPECT_EQ(cookies.get("b"), "two");
  EXPECT_EQ(cookies.get("d"), "quoted");
  EXPECT_EQ(cookies.get("e"), "x=y");
  EXPECT_EQ(cookies.size(), 5u);
}

TEST(Cookie, FloodsAreCut) {
  std::string flood;
  for (int i = 0; i < 5000; ++i) flood += "a=1;";
  Fields cookies;
  read_cookies(flood, cookies);
  EXPECT_EQ(cookies.size(), 100u);
}

TEST(Cookie, IsWrittenStrictly) {
  EXPECT_EQ(set_cookie({"session", "abc"}, Wire::Plain), "session=abc; Path=/; HttpOnly; SameSite=Lax");
  EXPECT_EQ(set_cookie({"session", "abc", 60}, Wire::Secure),
            "session=abc; Path=/; HttpOnly; SameSite=Lax; Max-Age=60; Secure");
  EXPECT_EQ(set_cookie(forget_cookie("session"), Wire::Plain), "session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
  for (const char* value : {"a;b", "a b", "a\r\nb", "a\"", "é", "a,b", "a\\b"})
    EXPECT_THROW(set_cookie({"a", value}, Wire::Plain), std::logic_error);
  EXPECT_THROW(set_cookie({"a=b", "c"}, Wire::Plain), std::logic_error);
  EXPECT_THROW(set_cookie({"", "c"}, Wire::Plain), std::logic_error);
}

TEST(Cookie, GoesThroughTheServer) {
  auto settings = test_settings();
  SmallSite plain(settings);
  const auto heard = plain.get("/cookie",
                               "Cookie: x=y; lights=up\r\nX-Forwarded-Proto: https\r\n"
                               "X-Forwarded-For: 203.0.113.9\r\n");
  EXPECT_EQ(heard.body, "up|127.0.0.1");
  EXPECT_EQ(heard.header("Set-Cookie"), "lights=down; Path=/; HttpOnly; SameSite=Lax; Max-Age=60");
  settings.trusted_proxies = {"127.0.0.1"};
  SmallSite behind(settings);
  const auto told = behind.get("/cookie", "X-Forwarded-Proto: https\r\nX-Forwarded-For: 198.51.100.1, 203.0.113.9\r\n");
  EXPECT_EQ(told.body, "|203.0.113.9");
  EXPECT_TRUE(told.header("Set-Cookie").ends_with("; Secure"));
}

TEST(Forwarded, OnlyWhatTrustedProxiesAddIsBelieved) {
  const std::vector<std::string> trusted{"127.0.0.1", "10.0.0.2"};
  const auto remote = [&](std::string_view peer, const char* header) {
    Request request;
    request.headers.add("x-forwarded-for", header);
    set_visitor(request, peer, Wire::Plain, trusted);
    return request.remote;
  };
  EXPECT_EQ(remote("127.0.0.1", "203.0.113.9"), "203.0.113.9");
  EXPECT_EQ(remote("127.0.0.1", "1.1.1.1, 203.0.113.9, 10.0.0.2"), "203.0.113.9");
  EXPECT_EQ(remote("127.0.0.1", "2001:db8::7"), "2001:db8::7");
  EXPECT_EQ(remote("127.0.0.1", "<script>"), "127.0.0.1");
  EXPECT_EQ(remote("203.0.113.7", "198.51.100.1"), "203.0.113.7");
}
