// What no browser sends: each gets the right status, or a closed connection, and the next visitor is served.
#include <gtest/gtest.h>

#include <chrono>

#include "small_site.h"

using namespace rialto;
using namespace rialto::web;
using std::chrono::milliseconds;

namespace {

// The status of a raw request, after which the connection must be closed and the site still answer.
int refused(SmallSite& site, std::string_view request) {
  RawClient client(site.port());
  client.send(request);
  const int status = client.hear().status;
  EXPECT_TRUE(client.is_closed()) << request.substr(0, 60);
  EXPECT_EQ(site.get("/").status, 200);
  return status;
}

ServerSettings hurried() {
  auto settings = test_settings();
  settings.head_time = settings.idle_time = settings.grace = milliseconds(200);
  return settings;
}

std::string with_headers(std::string_view headers) {
  return "POST /raw HTTP/1.1\r\nHost: a\r\n" + std::string(headers) + "\r\n";
}

}  // namespace

TEST(Hostile, TwoBodyLengthsAreRefused) {
  SmallSite site;
  EXPECT_EQ(refused(site, with_headers("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n") + "0\r\n\r\n"), 400);
  EXPECT_EQ(refused(site, with_headers("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n") + "0\r\n\r\n"), 400);
  EXPECT_EQ(refused(site, with_headers("Content-Length: 5\r\nContent-Length: 5\r\n") + "hello"), 400);
  EXPECT_EQ(refused(site, with_headers("Content-Length: 5\r\nContent-Length: 6\r\n") + "hello"), 400);
  EXPECT_EQ(refused(site, with_headers("Content-Length: 5, 5\r\n") + "hello"), 400);
  for (const char* length : {"+5", "-5", "0x5", "5 ", "5a", "", "99999999999999999999999"}) {
    const int status = site.ask(with_headers("Content-Length: " + std::string(length) + "\r\n") + "hello").status;
    EXPECT_EQ(status, length == std::string_view("5 ") ? 200 : 400) << length;
  }
}

TEST(Hostile, OnlyPlainChunkedIsATransferEncoding) {
  SmallSite site;
  for (const char* encoding : {"chunked, identity", "identity, chunked", "gzip, chunked", "xchunked", "identity",
                               "chunked,", "\"chunked\"", "chunked;q=1"})
    EXPECT_EQ(refused(site, with_headers("Transfer-Encoding: " + std::string(encoding) + "\r\n") + "0\r\n\r\n"), 501)
        << encoding;
  const auto twice = with_headers("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n");
  EXPECT_EQ(refused(site, twice + "0\r\n\r\n"), 400);
  EXPECT_EQ(refused(site, "POST /raw HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"), 400);
  EXPECT_EQ(refused(site, with_headers("Transfer-Encoding : chunked\r\n") + "0\r\n\r\n"), 400);
}

TEST(Hostile, HostIsThereOnce) {
  SmallSite site;
  EXPECT_EQ(refused(site, "GET / HTTP/1.1\r\n\r\n"), 400);
  EXPECT_EQ(refused(site, "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n"), 400);
  EXPECT_EQ(refused(site, "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n"), 400);
  EXPECT_EQ(refused(site, "GET / HTTP/1.1\r\nHost: a\"><script>\r\n\r\n"), 400);
  EXPECT_EQ(refused(site, "GET / HTTP/1.1\r\nHost:\r\n\r\n"), 400);
}

TEST(Hostile, LooseGrammarIsRefused) {
  SmallSite site;
  for (const char* request : {
           "GET / HTTP/1.1\nHost: a\n\n",                           // bare line feeds
           "GET / HTTP/1.1\r\nHost: a\r\nX: 1\n\r\n\r\n",           // one bare line feed
           "GET / HTTP/1.1\r\nHost: a\r\nX: 1\r\n folded\r\n\r\n",  // obs-fold
           "GET / HTTP/1.1\r\n Host: a\r\n\r\n",                    // blank before the first header
           "GET / HTTP/1.1\r\nHost : a\r\n\r\n",                    // blank before the colon
           "GET / HTTP/1.1\r\nHost: a\r\nX\r\n\r\n",                // no colon
           "GET / HTTP/1.1\r\nHost: a\r\n: x\r\n\r\n",              // no name
           "GET / HTTP/1.1\r\nHost: a\r\nX: a\rb\r\n\r\n",          // bare carriage return
           "GET  / HTTP/1.1\r\nHost: a\r\n\r\n",                    // two blanks
           "GET /\tx HTTP/1.1\r\nHost: a\r\n\r\n",                  // tab in the target
           "GET / HTTP/1.1 \r\nHost: a\r\n\r\n",                    // blank at the end
           "GET / http/1.1\r\nHost: a\r\n\r\n",                     // name of the protocol in lower case
           "GET /\r\n\r\n",                                         // HTTP/0.9
           "G\xC3\x89T / HTTP/1.1\r\nHost: a\r\n\r\n",              // method that is no token
           "\x16\x03\x01\x02\r\n\r\n",                              // TLS at the plain port
           "CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n",
       })
    EXPECT_EQ(refused(site, request), 400) << request;
  EXPECT_EQ(refused(site, std::string("GET / HTTP/1.1\r\nHost: a\r\nX: a\0b\r\n\r\n", 39)), 400);
}

TEST(Hostile, OtherVersionsAreNamed) {
  SmallSite site;
  EXPECT_EQ(refused(site, "GET / HTTP/2.0\r\nHost: a\r\n\r\n"), 505);
  EXPECT_EQ(refused(site, "GET / HTTP/1.2\r\nHost: a\r\n\r\n"), 505);
  EXPECT_EQ(refused(site, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), 505);
}

TEST(Hostile, FloodsOfHeadersAreCut) {
  SmallSite site;
  std::string many;
  for (int i = 0; i < 101; ++i) many += "X-" + std::to_string(i) + ": y\r\n";
  EXPECT_EQ(refused(site, "GET / HTTP/1.1\r\nHost: a\r\n" + many + "\r\n"), 431);
  EXPECT_EQ(refused(site, "GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(17'000, 'x') + "\r\n\r\n"), 431);
  EXPECT_EQ(refused(site, "GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(200'000, 'x')), 431);
  EXPECT_EQ(refused(site, "GET /" + std::string(9'000, 'x') + " HTTP/1.1\r\nHost: a\r\n\r\n"), 414);
  EXPECT_EQ(refused(site, "GET /" + std::string(300'000, 'x')), 414);
  EXPECT_EQ(site.get("/", "X: " + std::string(15'000, 'x') + "\r\n").status, 200);
}

TEST(Hostile, EndlessChunkLinesAndTrailersAreCut) {
  SmallSite site;
  const std::string head = with_headers("Transfer-Encoding: chunked\r\n");
  EXPECT_EQ(refused(site, head + "5;" + std::string(40'000, 'x')), 431);
  EXPECT_EQ(refused(site, head + "0\r\nX: " + std::string(40'000, 'x')), 431);
  EXPECT_EQ(refused(site, head + "FFFFFFFFFFFFFFFF\r\nx"), 413);
  EXPECT_EQ(refused(site, head + "FFFFFFFFFFFFFFFFF\r\nx"), 400);
  EXPECT_EQ(refused(site, head + "5\r\nhelloX\r\n0\r\n\r\n"), 400);
  std::string million;
  for (int i = 0; i < 20; ++i) million += "10000\r\n" + std::string(65536, 'x') + "\r\n";
  EXPECT_EQ(refused(site, head + million + "0\r\n\r\n"), 413);
}

TEST(Hostile, TricksInThePathAreRefused) {
  SmallSite site;
  for (const char* path : {"/../etc/passwd",
                           "/film/../../x",
                           "/film/%2e%2e/x",
                           "/./film",
                           "//evil.test/x",
                           "/film//x",
                           "/film%2fx",
                           "/film%2Fx",
                           "/film/%00",
                           "/film/%0d%0aSet-Cookie:x",
                           "/film\\x",
                           "/film/%5c..",
                           "/film/%zz",
                           "/film/%4",
                           "/film/%",
                           "/film/%c0%af",
                           "/film/%ff",
                           "/film/%ed%a0%80",
                           "/a#b",
                           "film",
                           "*",
                           "ftp://a/x",
                           "http:///x",
                           "http://a@b/x",
                           "/film/.."})
    EXPECT_EQ(refused(site, "GET " + std::string(path) + " HTTP/1.1\r\nHost: a\r\n\r\n"), 400) << path;
  EXPECT_EQ(site.get("/seen?q=%ff").status, 400);
  EXPECT_EQ(site.get("/seen?q=%00").status, 400);
  EXPECT_EQ(site.get("/seen?q=100%").body, "/seen|100%|rialto.test");
  EXPECT_EQ(site.get("/film/..heat").body, "film ..heat");
  std::string parameters = "/seen?q=1";
  for (int i = 0; i < 101; ++i) parameters += "&a=1";
  EXPECT_EQ(site.get(parameters).status, 400);
}

TEST(Hostile, ErrorsSayWhatIsWrongAndEscapeWhatCame) {
  SmallSite site;
  const auto heard = site.ask("GET /<script>alert(1)</script> HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(heard.body.find("<script>"), std::string::npos);
  const auto clear = site.ask("GET / HTTP/1.1\r\n\r\n");
  EXPECT_NE(clear.body.find("exactly one Host"), std::string::npos);
  EXPECT_NE(clear.header("Content-Security-Policy").find("default-src 'none'"), std::string::npos);
}

TEST(Hostile, ASlowHeadIsCut) {
  SmallSite site(hurried());
  RawClient client(site.port());
  client.send("GET / HTTP/1.1\r\n");
  const auto begun = std::chrono::steady_clock::now();
  // A header now and then does not buy time.
  for (int i = 0; i < 100 && client.send("X: y\r\n"); ++i) std::this_thread::sleep_for(milliseconds(20));
  EXPECT_EQ(client.hear().status, 408);
  EXPECT_TRUE(client.is_closed());
  EXPECT_LT(std::chrono::steady_clock::now() - begun, milliseconds(5000));
}

TEST(Hostile, ASilentConnectionIsClosedWithoutAWord) {
  SmallSite site(hurried());
  RawClient silent(site.port()), between(site.port());
  between.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(between.hear().status, 200);
  EXPECT_TRUE(silent.is_closed());
  EXPECT_TRUE(between.is_closed());
}

TEST(Hostile, ASlowBodyIsCut) {
  SmallSite site(hurried());
  RawClient client(site.port());
  client.send(with_headers("Content-Length: 1000\r\n"));
  for (int i = 0; i < 100 && client.send("x"); ++i) std::this_thread::sleep_for(milliseconds(10));
  EXPECT_EQ(client.hear().status, 408);
}

TEST(Hostile, ASteadyBodyIsNotCut) {
  auto settings = hurried();
  settings.bytes_a_second = 1000;
  SmallSite site(settings);
  RawClient client(site.port());
  client.send(with_headers("Content-Length: 6000\r\n"));
  for (int i = 0; i < 30; ++i) {
    ASSERT_TRUE(client.send(std::string(200, 'x')));
    std::this_thread::sleep_for(milliseconds(20));
  }
  EXPECT_EQ(client.hear().body.size(), 6000u);
}

TEST(Hostile, ASlowReaderIsCut) {
  SmallSite site(hurried());
  RawClient client(site.port(), 4096);
  client.send("GET /huge HTTP/1.1\r\nHost: a\r\n\r\n");
  std::this_thread::sleep_for(milliseconds(800));
  const auto heard = client.hear();
  EXPECT_EQ(heard.status, 200);
  EXPECT_LT(heard.body.size(), std::size_t{8} << 20);
}

TEST(Hostile, TheOldestIdleConnectionMakesRoom) {
  auto settings = test_settings();
  settings.most_connections = 3;
  SmallSite site(settings);
  RawClient first(site.port()), second(site.port()), third(site.port());
  for (RawClient* client : {&first, &second, &third}) {
    client->send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(client->hear().status, 200);
  }
  EXPECT_EQ(site.get("/").status, 200);
  EXPECT_TRUE(first.is_closed());
  third.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(third.hear().status, 200);
}

TEST(Hostile, TheSlowestSenderMakesRoomWhereNobodyIsIdle) {
  auto settings = test_settings();
  settings.most_connections = 2;
  SmallSite site(settings);
  RawClient slowest(site.port()), slow(site.port());
  for (RawClient* client : {&slowest, &slow}) {
    client->send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n");
    std::this_thread::sleep_for(milliseconds(50));
  }
  EXPECT_EQ(site.get("/").status, 200);
  EXPECT_TRUE(slowest.is_closed());
}

TEST(Hostile, WithoutRoomAVisitorIsToldSo) {
  auto settings = test_settings();
  settings.most_connections = 1;
  SmallSite site(settings);
  RawClient busy(site.port());
  busy.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
  std::this_thread::sleep_for(milliseconds(50));
  RawClient turned_away(site.port());
  const auto heard = turned_away.hear();
  EXPECT_EQ(heard.status, 503);
  EXPECT_EQ(heard.header("Retry-After"), "5");
  EXPECT_EQ(busy.hear().status, 200);
}

TEST(Hostile, AFullPoolSaysSoAtOnce) {
  auto settings = test_settings();
  settings.slow_threads = 1;
  settings.most_waiting = 1;
  SmallSite site(settings);
  RawClient one(site.port()), two(site.port()), three(site.port());
  for (RawClient* client : {&one, &two, &three}) {
    client->send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
    std::this_thread::sleep_for(milliseconds(50));
  }
  const auto heard = three.hear();
  EXPECT_EQ(heard.status, 503);
  EXPECT_EQ(heard.header("Retry-After"), "5");
  EXPECT_EQ(one.hear().status, 200);
  EXPECT_EQ(two.hear().status, 200);
  EXPECT_EQ(site.get("/slow").status, 200);
}

TEST(Hostile, WhoLeavesEarlyHarmsNobody) {
  SmallSite site;
  for (int i = 0; i < 20; ++i) {
    RawClient gone(site.port());
    gone.send(i % 2 ? "GET /slow HTTP/1.1\r\nHost: a\r\n\r\n" : "GET /huge HTTP/1.1\r\nHost: a\r\n\r\nGET / HT");
  }
  EXPECT_EQ(site.get("/").status, 200);
  EXPECT_EQ(site.server().stop(), Stopped::InTime);
}

TEST(Hostile, AHeaderThatWouldSplitTheAnswerIsNotSent) {
  SmallSite site;
  const auto heard = site.get("/bad-header");
  EXPECT_EQ(heard.status, 500);
  EXPECT_EQ(heard.head.find("b=c"), std::string::npos);
}

TEST(Hostile, AForeignSiteCanNotPost) {
  SmallSite site;
  const auto say = [&](std::string_view headers) {
    return site.post("/say", "application/x-www-form-urlencoded", "words=x", headers).status;
  };
  EXPECT_EQ(say("Sec-Fetch-Site: same-origin\r\nCookie: session=1\r\n"), 200);
  EXPECT_EQ(say("Sec-Fetch-Site: cross-site\r\n"), 403);
  EXPECT_EQ(say("Origin: http://evil.test\r\n"), 403);
  EXPECT_EQ(say("Origin: http://rialto.test\r\nCookie: session=1\r\n"), 200);
  EXPECT_EQ(say("Cookie: session=1\r\n"), 403);
  EXPECT_EQ(say(""), 200);
}
