// rialto serve: the site, until it is told to stop.
#include <malloc.h>
#include <signal.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <string>

#include "app/commands.h"
#include "app/open_site.h"
#include "app/place.h"
#include "base/log.h"
#include "web/page_plain.h"

namespace rialto::app {

namespace {

constexpr const char* kExamples = R"(Examples:
  rialto serve
  rialto serve --data /srv/films --port 8080
  rialto serve --database postgresql://rialto@db.example/rialto --address 0.0.0.0
  rialto serve --address 0.0.0.0 --port 8443 --certificate films.example.pem --key films.example.key
  rialto serve --behind 127.0.0.1        a proxy there speaks TLS and says who visits)";

sigset_t stop_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  return signals;
}

// Pages take and give back a few hundred kilobytes each: with glibc's own limits that memory would go back to the system
// after every page, and be fetched again page by page.
void keep_freed_memory() {
  mallopt(M_TRIM_THRESHOLD, 8 << 20);
  mallopt(M_MMAP_THRESHOLD, 8 << 20);
  mallopt(M_TOP_PAD, 1 << 20);
}

void log_as(const std::string& form, Opening& opening) {
  opening.server.logs_answers = true;
  if (form == "json") set_log_form(LogForm::Json);
}

// True once it is time to go; false after a while, when something else may be looked at.
bool is_told_to_stop(const sigset_t& signals) {
  constexpr timespec kWhile{.tv_sec = 0, .tv_nsec = 300'000'000};
  return sigtimedwait(&signals, nullptr, &kWhile) > 0;
}

void run_serve(const Opening& opening) {
  keep_freed_memory();
  // Blocked before any thread starts, so that no thread takes them.
  const auto signals = stop_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  auto site = std::make_unique<OpenSite>(opening);
  const auto listening = site->listening();
  std::cout << "Rialto is open: " << (opening.server.tls.are_named() ? "https://" : "http://") << listening.address << ":" << listening.port << std::endl;
  site->begin_work();
  while (!is_told_to_stop(signals)) site = where_it_lives(std::move(site));
  site->close();
}

}  // namespace

void add_serve(CLI::App& app) {
  auto* const command = app.add_subcommand("serve", "Open the site to visitors");
  const auto opening = std::make_shared<Opening>();
  opening->server.error_page = web::house_error_page;
  add_place_options(*command, opening->place);
  command->add_option("--read-from", opening->replica, "A replica of the PostgreSQL database that visitors read from; members read what they wrote")
      ->type_name("postgresql://…");
  command->add_option("--address", opening->server.address, "Address to listen on")->capture_default_str();
  command->add_option("--port", opening->server.port, "Port to listen on; 0 takes any free one")->capture_default_str();
  auto* const certificate = command->add_option("--certificate", opening->server.tls.certificate,
                                                "Speak TLS: a PEM file with the site's certificate and those that vouch for it; taken anew when it changes")
                                ->check(CLI::ExistingFile);
  auto* const key = command->add_option("--key", opening->server.tls.key, "The PEM file with the certificate's key")->check(CLI::ExistingFile);
  certificate->needs(key);
  key->needs(certificate);
  command->add_option("--cache", opening->cache, "Memory for pages and texts that are kept ready, in MB; 0 keeps none")
      ->check(CLI::Range(0, 1 << 20))
      ->capture_default_str();
  command->add_option("--behind", opening->server.trusted_proxies,
                      "Address of a proxy that is believed (may be repeated)");
  command
      ->add_option_function<std::string>("--log", [opening](const std::string& form) { log_as(form, *opening); },
                                         "A line in the log for each answer too: text, or json, where every line is an object")
      ->check(CLI::IsMember({"text", "json"}));
  command->footer(kExamples);
  command->callback([opening] { run_serve(*opening); });
}

}  // namespace rialto::app
