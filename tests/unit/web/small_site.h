// A server on a free port of the loopback with a tiny table, for the tests of the server.
#pragma once

#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <stdexcept>
#include <string>

#include "raw_client.h"
#include "web/compress.h"
#include "web/server.h"

namespace rialto::web {

inline std::string long_text() {
  std::string text = "<!doctype html><title>Long</title>";
  for (int i = 0; i < 300; ++i) text += "<p>Line " + std::to_string(i * 7919 % 1000) + " of a long page.</p>\n";
  return text;
}

// A body as one piece.
inline std::string joined(const Content& body) {
  std::string whole;
  for (const auto piece : pieces_of(body)) whole += piece;
  return whole;
}

inline std::vector<Route> small_table() {
  using std::string;
  const auto stored = make_stored(long_text(), "text/html");
  return {
      {Method::Get, "/", [](const Request&) { return page("home"); }},
      {Method::Get, "/film/{film}", [](const Request& r) { return page("film " + string(r.params.get("film"))); }},
      {Method::Get, "/seen",
       [](const Request& r) { return text(string(r.path) + "|" + string(r.query.get("q")) + "|" + r.host); }},
      {Method::Post, "/say", [](const Request& r) { return text("said " + string(r.form.get("words"))); }},
      {Method::Post, "/raw", [](const Request& r) { return text(r.body); }, Speed::Quick, Intake::Raw},
      {Method::Post, "/slow-raw", [](const Request& r) { return text(r.body); }, Speed::Slow, Intake::Raw, 4096},
      {Method::Get, "/slow",
       [](const Request& r) {
         std::this_thread::sleep_for(std::chrono::milliseconds(300));
         return text("slow " + string(r.query.get("q")));
       },
       Speed::Slow},
      {Method::Get, "/throws", [](const Request&) -> Response { throw std::runtime_error("the secret reason"); }},
      {Method::Get, "/long", [](const Request&) { return page(long_text()); }},
      {Method::Get, "/stored",
       [stored](const Request&) {
         Response response = page("");
         response.body = stored;
         response.etag = "v7";
         response.cache_control = "public, max-age=60";
         return response;
       }},
      {Method::Get, "/huge", [](const Request&) { return bytes("image/png", string(8 << 20, 'x')); }},
      {Method::Get, "/cookie",
       [](const Request& r) {
         Response response = text(string(r.cookies.get("lights")) + "|" + r.remote);
         response.cookies.push_back({"lights", "down", 60});
         return response;
       }},
      {Method::Get, "/bad-header",
       [](const Request&) {
         Response response = page("x");
         response.headers.emplace_back("X-Split", "a\r\nSet-Cookie: b=c");
         return response;
       }},
  };
}

// Shortened times, so that the tests of slow clients are quick.
inline ServerSettings test_settings() {
  ServerSettings settings;
  settings.port = 0;
  settings.threads = 1;
  return settings;
}

class SmallSite {
 public:
  explicit SmallSite(const ServerSettings& settings = test_settings()) : router_(small_table()) {
    auto started = Server::start(settings, router_);
    if (!started) throw std::runtime_error(started.error().message);
    server_ = std::move(*started);
  }

  std::uint16_t port() const { return server_->listening().port; }
  Server& server() { return *server_; }

  // One request on a connection of its own.
  Heard ask(std::string_view request, std::string_view method = "GET") {
    RawClient client(port());
    client.send(request);
    return client.hear(method);
  }
  Heard get(std::string_view target, std::string_view more_headers = "") {
    return ask("GET " + std::string(target) + " HTTP/1.1\r\nHost: rialto.test\r\n" + std::string(more_headers) +
               "\r\n");
  }
  Heard post(std::string_view target, std::string_view type, std::string_view body, std::string_view more = "") {
    return ask("POST " + std::string(target) + " HTTP/1.1\r\nHost: rialto.test\r\nContent-Type: " + std::string(type) +
               "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" + std::string(more) + "\r\n" +
               std::string(body));
  }

 private:
  Router router_;
  std::unique_ptr<Server> server_;
};

}  // namespace rialto::web
