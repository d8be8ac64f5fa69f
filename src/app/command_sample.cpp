// rialto sample: a made-up community, for a first look.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>

#include "app/commands.h"
#include "app/place.h"
#include "app/sample.h"
#include "app/saved_pages.h"
#include "app/shelf_path.h"
#include "base/strings.h"
#include "member/member.h"
#include "member/password.h"

namespace rialto::app {

namespace {

constexpr const char* kAdmin = "ada";
constexpr const char* kExamples = R"(Examples:
  rialto sample
  rialto sample --data /srv/films
Running it again changes nothing, and prints how to sign in once more. Films come from the catalogue, so fill that
first: rialto catalogue import shelf/films.jsonl)";

struct Options {
  Place place;
  std::string from;
};

std::string default_file() {
  return (std::filesystem::path(shelf_path()).parent_path() / "community.jsonl").string();
}

std::filesystem::path password_file(const Place& place) {
  return std::filesystem::path(place.data) / "sample-admin.txt";
}

// Readable by the owner of the data folder alone, from its first byte on.
void keep_password(const std::filesystem::path& path, const std::string& password) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  const auto text = password + "\n";
  const bool written = file >= 0 && ::fchmod(file, 0600) == 0 &&
                       ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size());
  const int fault = errno;
  if (file >= 0) ::close(file);
  if (!written) throw CommandFailed(path.string() + " can't be written: " + std::strerror(fault) + ".");
}

// The password of the sample's admin: made and kept once.
std::string admin_password(const Options& options) {
  const auto path = password_file(options.place);
  if (const auto kept = bytes_of(path.string())) return std::string(trimmed(*kept));
  auto password = member::made_password();
  keep_password(path, password);
  return password;
}

void tell_how_to_sign_in(const std::optional<std::string>& password) {
  if (password)
    std::cout << "Sign in as " << kAdmin << ", the sample's admin, with the password " << *password << "\n";
  else
    std::cout << "Its admin is " << kAdmin << "; rialto member password " << kAdmin << " makes a new password.\n";
}

void run_sample(const Options& options) {
  const auto file = options.from.empty() ? default_file() : options.from;
  const auto lines = bytes_of(file);
  if (!lines) throw CommandFailed("The sample community can't be read from " + file + ". Name its file with --from.");
  const auto db = open_database(options.place);
  const bool stranger = db->read([](Tx& tx) { return member::find_member(tx, kAdmin).has_value(); }) &&
                        !std::filesystem::exists(password_file(options.place));
  const auto password = stranger ? std::nullopt : std::optional(admin_password(options));
  const auto added = add_sample(*db, *lines, password.value_or(""));
  std::cerr << "Added " << added.members << " members, " << added.threads << " threads, " << added.reviews
            << " reviews, " << added.posts << " posts.\n";
  if (added.left_out)
    std::cerr << added.left_out << " threads and reviews were left out: their films are not in the catalogue.\n";
  tell_how_to_sign_in(password);
}

}  // namespace

void add_sample(CLI::App& app) {
  auto* const command = app.add_subcommand("sample", "Add a made-up community, for a first look");
  const auto options = std::make_shared<Options>();
  add_place_options(*command, options->place);
  command->add_option("--from", options->from, "A file with another community, as shelf/README.md describes");
  command->footer(kExamples);
  command->callback([options] { run_sample(*options); });
}

}  // namespace rialto::app
