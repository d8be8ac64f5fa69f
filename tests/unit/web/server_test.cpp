#include "web/server.h"

#include <gtest/gtest.h>

#include "small_site.h"

using namespace rialto;
using namespace rialto::web;

TEST(Server, AnswersAPage) {
  SmallSite site;
  const auto heard = site.get("/");
  EXPECT_EQ(heard.status, 200);
  EXPECT_EQ(heard.body, "home");
  EXPECT_EQ(heard.header("Content-Type"), "text/html; charset=utf-8");
  EXPECT_FALSE(heard.header("Date").empty());
}

TEST(Server, GivesPathAndQueryDecoded) {
  SmallSite site;
  EXPECT_EQ(site.get("/film/am%C3%A9lie").body, "film amélie");
  EXPECT_EQ(site.get("/seen?q=two+words%21").body, "/seen|two words!|rialto.test");
}

TEST(Server, TakesTheAbsoluteForm) {
  SmallSite site;
  EXPECT_EQ(site.get("http://Other.test:80/seen?q=1").body, "/seen|1|other.test:80");
  EXPECT_EQ(site.get("http://other.test").body, "home");
}

TEST(Server, TellsAMissingPageFromAWrongMethod) {
  SmallSite site;
  EXPECT_EQ(site.get("/nowhere").status, 404);
  const auto heard = site.get("/say");
  EXPECT_EQ(heard.status, 405);
  EXPECT_EQ(heard.header("Allow"), "POST");
  EXPECT_EQ(site.ask("OPTIONS / HTTP/1.1\r\nHost: a\r\n\r\n").status, 405);
  EXPECT_EQ(site.ask("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n").status, 405);
  EXPECT_EQ(site.ask("DELETE / HTTP/1.1\r\nHost: a\r\n\r\n").header("Allow"), "GET, HEAD");
  EXPECT_EQ(site.ask("BREW / HTTP/1.1\r\nHost: a\r\n\r\n").status, 501);
  EXPECT_EQ(site.ask("TRACE / HTTP/1.1\r\nHost: a\r\n\r\n").status, 501);
}

TEST(Server, SendsATrailingSlashToTheAddressWithoutIt) {
  SmallSite site;
  const auto heard = site.get("/film/heat-1995/?page=2");
  EXPECT_EQ(heard.status, 301);
  EXPECT_EQ(heard.header("Location"), "/film/heat-1995?page=2");
  EXPECT_EQ(site.get("/nowhere/").status, 404);
}

TEST(Server, AnswersHeadWithoutABody) {
  SmallSite site;
  RawClient client(site.port());
  client.send("HEAD / HTTP/1.1\r\nHost: a\r\n\r\nGET /film/x HTTP/1.1\r\nHost: a\r\n\r\n");
  const auto head = client.hear("HEAD");
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.header("Content-Length"), "4");
  EXPECT_EQ(client.hear().body, "film x");
}

TEST(Server, AnswersPipelinedRequestsInOrder) {
  SmallSite site;
  RawClient client(site.port());
  std::string requests;
  for (int i = 0; i < 50; ++i)
    requests += "GET " +
                std::string(i % 10 == 3 ? "/slow?q="
                            : i % 2     ? "/nowhere"
                                        : "/film/") +
                std::to_string(i) + " HTTP/1.1\r\nHost: a\r\n\r\n";
  client.send(requests);
  for (int i = 0; i < 50; ++i) {
    const auto heard = client.hear();
    ASSERT_EQ(heard.status, i % 10 == 3 ? 200 : i % 2 ? 404 : 200) << i;
    if (heard.status == 404) continue;
    EXPECT_EQ(heard.body, (i % 10 == 3 ? "slow " : "film ") + std::to_string(i));
  }
}

TEST(Server, KeepsHttp10OpenOnlyWhenAsked) {
  SmallSite site;
  RawClient once(site.port());
  once.send("GET / HTTP/1.0\r\n\r\n");
  EXPECT_EQ(once.hear().body, "home");
  EXPECT_TRUE(once.is_closed());
  RawClient kept(site.port());
  kept.send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
  EXPECT_EQ(kept.hear().header("Connection"), "keep-alive");
  kept.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  EXPECT_EQ(kept.hear().header("Connection"), "close");
  EXPECT_TRUE(kept.is_closed());
}

TEST(Server, ReadsFormsBeforeTheHandlerRuns) {
  SmallSite site;
  EXPECT_EQ(site.post("/say", "application/x-www-form-urlencoded", "words=Z%C3%B6e+%26+co").body, "said Zöe & co");
  EXPECT_EQ(site.post("/say", "application/x-www-form-urlencoded", "words=%FF").status, 400);
  EXPECT_EQ(site.post("/say", "application/json", "{}").status, 415);
  EXPECT_EQ(site.post("/raw", "application/json", "{}").body, "{}");
}

TEST(Server, ReadsChunkedBodiesAndForgetsTrailers) {
  SmallSite site;
  const std::string head = "POST /raw HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
  EXPECT_EQ(site.ask(head + "5\r\nhello\r\n6;x=y\r\n world\r\n0\r\nHost: b\r\n\r\n").body, "hello world");
  EXPECT_EQ(site.ask(head + "0\r\n\r\n").status, 200);
  EXPECT_EQ(site.ask(head + "zz\r\nhello\r\n0\r\n\r\n").status, 400);
  RawClient slow(site.port());
  for (const char byte : head + "1\r\na\r\n0\r\n\r\n") {
    ASSERT_TRUE(slow.send(std::string_view(&byte, 1)));
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  EXPECT_EQ(slow.hear().body, "a");
}

TEST(Server, SaysContinueToWhoeverAsks) {
  SmallSite site;
  RawClient client(site.port());
  client.send("POST /raw HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_EQ(client.hear().status, 100);
  client.send("word");
  EXPECT_EQ(client.hear().body, "word");
  EXPECT_EQ(site.ask("GET / HTTP/1.1\r\nHost: a\r\nExpect: miracles\r\n\r\n").status, 417);
}

TEST(Server, RefusesATooLargeBodyBeforeItIsSent) {
  SmallSite site;
  RawClient client(site.port());
  client.send("POST /raw HTTP/1.1\r\nHost: a\r\nContent-Length: 1048577\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_EQ(client.hear().status, 413);
  const auto over = site.post("/slow-raw", "text/plain", std::string(4097, 'x'));
  EXPECT_EQ(over.status, 413);
  EXPECT_EQ(over.header("Connection"), "close");
  EXPECT_EQ(site.post("/slow-raw", "text/plain", std::string(4096, 'x')).body.size(), 4096u);
  EXPECT_EQ(site.post("/raw", "text/plain", std::string(1 << 20, 'x')).body.size(), 1u << 20);
}

TEST(Server, BodiesOfAllConnectionsShareOneBoundOfMemory) {
  auto settings = test_settings();
  settings.bodies_bytes = 75'000;  // for one of them, however its memory grows, and not for two
  SmallSite site(settings);
  const std::string head = "POST /raw HTTP/1.1\r\nHost: a\r\nContent-Length: 40000\r\n\r\n";
  RawClient one(site.port());
  one.send(head + std::string(39'999, 'x'));
  EXPECT_EQ(site.get("/").status, 200) << "small requests go on";
  const auto refused = site.ask(head + std::string(39'999, 'y'));
  EXPECT_EQ(refused.status, 503);
  EXPECT_EQ(refused.header("Retry-After"), "5");
  one.send("x");
  EXPECT_EQ(one.hear().body.size(), 40'000u);
  EXPECT_EQ(site.post("/raw", "text/plain", std::string(40'000, 'z')).status, 200) << "the room is free again";
}

TEST(Server, AFailureShowsItsNumberAndHidesItsReason) {
  SmallSite site;
  RawClient client(site.port());
  client.send("GET /throws HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n");
  const auto heard = client.hear();
  EXPECT_EQ(heard.status, 500);
  EXPECT_EQ(heard.body.find("secret"), std::string::npos);
  EXPECT_NE(heard.body.find("500 · "), std::string::npos);
  EXPECT_EQ(client.hear().body, "home");
}

TEST(Server, ATakenPortIsSaidInOneLine) {
  SmallSite site;
  auto settings = test_settings();
  settings.port = site.port();
  const Router router(small_table());
  const auto second = Server::start(settings, router);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().message,
            "web: can't listen on 127.0.0.1:" + std::to_string(site.port()) + ": the port is taken by another program");
  settings.address = "no address";
  EXPECT_FALSE(Server::start(settings, router));
}

TEST(Server, StoppingFinishesWhatIsInFlight) {
  SmallSite site;
  RawClient idle(site.port()), client(site.port());
  idle.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(idle.hear().status, 200);
  client.send("GET /slow?q=last HTTP/1.1\r\nHost: a\r\n\r\n");
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  const auto begun = std::chrono::steady_clock::now();
  EXPECT_EQ(site.server().stop(), Stopped::InTime);
  EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(2));
  EXPECT_EQ(client.hear().body, "slow last");
  EXPECT_TRUE(client.is_closed());
  EXPECT_TRUE(idle.is_closed());
}

TEST(Server, AnErrorPageThatFailsIsReplaced) {
  auto settings = test_settings();
  settings.error_page = [](const Problem&) -> std::string { throw std::runtime_error("no page"); };
  SmallSite site(settings);
  const auto heard = site.get("/nowhere");
  EXPECT_EQ(heard.status, 500);
  EXPECT_NE(heard.body.find("Something broke"), std::string::npos);
  EXPECT_EQ(site.get("/").status, 200);
}
