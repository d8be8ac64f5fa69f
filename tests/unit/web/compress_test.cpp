#include "web/compress.h"

#include <gtest/gtest.h>

#include "small_site.h"

using namespace rialto;
using namespace rialto::web;

TEST(Compress, QValuesAreRespected) {
  EXPECT_EQ(best_coding(""), Coding::Identity);
  EXPECT_EQ(best_coding("gzip, deflate, br, zstd"), Coding::Brotli);
  EXPECT_EQ(best_coding("gzip"), Coding::Gzip);
  EXPECT_EQ(best_coding("X-GZIP"), Coding::Gzip);
  EXPECT_EQ(best_coding("br;q=0.5, gzip;q=0.8"), Coding::Gzip);
  EXPECT_EQ(best_coding("br;q=0, gzip;q=0.001"), Coding::Gzip);
  EXPECT_EQ(best_coding("br;q=0,gzip;q=0"), Coding::Identity);
  EXPECT_EQ(best_coding("identity, gzip;q=0.5"), Coding::Identity);
  EXPECT_EQ(best_coding("*"), Coding::Brotli);
  EXPECT_EQ(best_coding("*, br;q=0"), Coding::Gzip);
  EXPECT_EQ(best_coding("br;q=nonsense"), Coding::Identity);
  EXPECT_EQ(best_coding(",,;;q=1, ;"), Coding::Identity);
}

TEST(Compress, WhatGoesInComesOut) {
  for (const std::string& text : {std::string(), std::string("x"), long_text(), std::string(200'000, 'y')})
    for (const Coding coding : {Coding::Identity, Coding::Gzip, Coding::Brotli})
      for (const Effort effort : {Effort::Page, Effort::Asset})
        EXPECT_EQ(decompressed(compressed(text, coding, effort), coding), text);
  EXPECT_THROW(decompressed("no", Coding::Gzip), std::runtime_error);
  EXPECT_THROW(decompressed("no", Coding::Brotli), std::runtime_error);
}

TEST(Compress, StoredBodiesKeepOnlyWhatIsSmaller) {
  EXPECT_TRUE(make_stored("small", "text/html")->gzip.empty());
  EXPECT_TRUE(make_stored(long_text(), "image/png")->brotli.empty());
  const auto stored = make_stored(long_text(), "text/html");
  EXPECT_LT(stored->brotli.size(), stored->identity.size());
  EXPECT_LT(stored->gzip.size(), stored->identity.size());
}

TEST(Compress, PagesGoOutInTheCodingThatIsLikedBest) {
  SmallSite site;
  for (const char* address : {"/long", "/stored"}) {
    const auto brotli = site.get(address, "Accept-Encoding: gzip, br\r\n");
    EXPECT_EQ(brotli.header("Content-Encoding"), "br");
    EXPECT_EQ(brotli.header("Vary"), "Accept-Encoding");
    EXPECT_EQ(decompressed(brotli.body, Coding::Brotli), long_text());
    const auto gzip = site.get(address, "Accept-Encoding: gzip\r\n");
    EXPECT_EQ(gzip.header("Content-Encoding"), "gzip");
    EXPECT_EQ(decompressed(gzip.body, Coding::Gzip), long_text());
    const auto identity = site.get(address);
    EXPECT_EQ(identity.header("Content-Encoding"), "");
    EXPECT_EQ(identity.header("Vary"), "Accept-Encoding");
    EXPECT_EQ(identity.body, long_text());
  }
  EXPECT_EQ(site.get("/", "Accept-Encoding: br\r\n").header("Content-Encoding"), "");
  EXPECT_EQ(site.get("/huge", "Accept-Encoding: br\r\n").header("Content-Encoding"), "");
}

TEST(Compress, AnUnchangedPageIsNotSentAgain) {
  SmallSite site;
  const auto first = site.get("/stored", "Accept-Encoding: br\r\n");
  EXPECT_EQ(first.header("ETag"), "W/\"v7\"");
  EXPECT_EQ(first.header("Cache-Control"), "public, max-age=60");
  RawClient client(site.port());
  for (const char* tags : {"W/\"v7\"", "\"v7\"", "\"v6\", W/\"v7\"", "*"}) {
    client.send("GET /stored HTTP/1.1\r\nHost: a\r\nIf-None-Match: " + std::string(tags) + "\r\n\r\n");
    const auto heard = client.hear();
    EXPECT_EQ(heard.status, 304) << tags;
    EXPECT_EQ(heard.header("ETag"), "W/\"v7\"");
    EXPECT_EQ(heard.header("Vary"), "Accept-Encoding");
    EXPECT_EQ(heard.header("Content-Length"), "");
  }
  EXPECT_EQ(site.get("/stored", "If-None-Match: \"v6\"\r\n").status, 200);
  EXPECT_EQ(site.get("/stored", "If-None-Match: \"v7\r\n").status, 200);
}

TEST(Head, EveryAnswerIsGuarded) {
  SmallSite site;
  for (const char* address : {"/", "/nowhere", "/throws", "/stored"}) {
    const auto heard = site.get(address);
    EXPECT_EQ(heard.header("Content-Security-Policy"), kStrictPolicy);
    EXPECT_EQ(heard.header("X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(heard.header("Referrer-Policy"), "same-origin");
    EXPECT_EQ(heard.header("Cross-Origin-Opener-Policy"), "same-origin");
    EXPECT_FALSE(heard.header("Permissions-Policy").empty());
  }
  EXPECT_EQ(kStrictPolicy.find("unsafe"), std::string_view::npos);
  EXPECT_NE(policy_with_nonce("abc").find("style-src 'self' 'nonce-abc';"), std::string::npos);
}

TEST(Http, OnlyOurOwnAddressesAreGoneTo) {
  EXPECT_EQ(local_address("/film/heat-1995?page=2"), "/film/heat-1995?page=2");
  for (const char* address :
       {"//evil.test", "/\\evil.test", "https://evil.test", "javascript:x", "", "film", "/a\r\nb", "/ "})
    EXPECT_EQ(local_address(address, "/films"), "/films");
}
