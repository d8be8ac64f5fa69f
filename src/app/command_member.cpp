// rialto member: accounts, by hand.
#include <CLI/CLI.hpp>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>

#include "app/commands.h"
#include "app/place.h"
#include "base/strings.h"
#include "member/account.h"
#include "member/invite.h"
#include "member/password.h"
#include "member/session.h"

namespace rialto::app {

namespace {

using member::AccountRefused;

constexpr const char* kExamples = R"(Examples:
  rialto member add ana --role admin       makes a password and prints it once
  rialto member add ben --stdin < secret   reads the password from a file
  rialto member list --waiting
  rialto member approve carla
  rialto member role ben moderator
  rialto member suspend ben
  rialto member invite --by ana --note "for Dora")";

enum class Whence { Made, StandardInput };

struct Options {
  Place place;
  std::string name, role = "member", email, note, by, beginning;
  bool from_stdin = false, waiting = false;
};

using Shared = std::shared_ptr<Options>;

void check(std::optional<AccountRefused> refused) {
  if (refused) throw CommandFailed(std::string(sentence_of(*refused, Language::English)));
}

member::Role role_of(const Options& options) {
  const auto role = member::role_named(options.role);
  if (!role) throw CommandFailed("A role is member, moderator or admin, not " + options.role + ".");
  return *role;
}

member::Member find(Db& db, const std::string& name) {
  const auto found = db.read([&](Tx& tx) { return member::find_member(tx, name); });
  if (!found) throw CommandFailed("Nobody here is called " + name + ". `rialto member list` says who is.");
  return *found;
}

struct Password {
  std::string text;
  Whence whence;
};

Password read_password(const Options& options) {
  if (!options.from_stdin) return {member::made_password(), Whence::Made};
  std::string line;
  std::getline(std::cin, line);
  return {std::string(trimmed(line)), Whence::StandardInput};
}

void tell_password(const Password& password) {
  if (password.whence == Whence::Made) std::cout << "Password: " << password.text << "\n";
}

void run_add(const Options& options) {
  const auto role = role_of(options);
  const auto db = open_database(options.place);
  const auto password = read_password(options);
  const member::SignUp form{.name = options.name, .password = password.text, .email = options.email};
  const auto added = member::add_member(*db, form, role, now());
  if (const auto* refused = std::get_if<AccountRefused>(&added)) check(*refused);
  std::cout << options.name << " can sign in now, as " << options.role << ".\n";
  tell_password(password);
}

void run_list(const Options& options) {
  constexpr int kPage = 500;
  const auto db = open_database(options.place);
  std::vector<member::Listed> page;
  for (std::string after;; after = page.back().name_fold) {
    page = db->read([&](Tx& tx) {
      return options.waiting ? member::members_in(tx, member::State::Waiting, kPage)
                             : member::list_members(tx, options.beginning, after, kPage);
    });
    for (const auto& one : page)
      std::cout << one.name << "\t" << name_of(one.role) << "\t" << name_of(one.state) << "\t" << iso_text(one.created)
                << "\n";
    if (options.waiting || page.size() < kPage) return;
  }
}

void run_role(const Options& options) {
  const auto role = role_of(options);
  const auto db = open_database(options.place);
  const auto whom = find(*db, options.name).id;
  check(db->write([&](Tx& tx) { return member::set_role(tx, whom, role); }));
  std::cout << options.name << " is " << options.role << " now.\n";
}

void run_password(const Options& options) {
  const auto db = open_database(options.place);
  const auto whom = find(*db, options.name).id;
  const auto password = read_password(options);
  check(member::reset_password(*db, whom, password.text));
  std::cout << options.name << " has a new password; all sessions are ended.\n";
  tell_password(password);
}

void run_suspend(const Options& options) {
  const auto db = open_database(options.place);
  const auto whom = find(*db, options.name).id;
  check(db->write([&](Tx& tx) { return member::suspend(tx, std::nullopt, whom, options.note, now()); }));
  std::cout << options.name << " is suspended and signed out everywhere.\n";
}

void run_restore(const Options& options) {
  const auto db = open_database(options.place);
  const auto whom = find(*db, options.name).id;
  check(db->write([&](Tx& tx) { return member::restore(tx, std::nullopt, whom, options.note, now()); }));
  std::cout << options.name << " can sign in again.\n";
}

void run_approve(const Options& options) {
  const auto db = open_database(options.place);
  const auto whom = find(*db, options.name).id;
  check(db->write([&](Tx& tx) { return member::approve(tx, whom); }));
  std::cout << options.name << " can sign in now.\n";
}

void run_end_sessions(const Options& options) {
  const auto db = open_database(options.place);
  const auto whom = find(*db, options.name).id;
  const auto ended = db->write([&](Tx& tx) { return member::end_sessions(tx, whom); });
  std::cout << options.name << " is signed out everywhere (" << ended << (ended == 1 ? " session" : " sessions")
            << ").\n";
}

void run_invite(const Options& options) {
  const auto db = open_database(options.place);
  const auto by = find(*db, options.by).id;
  const auto code = db->write([&](Tx& tx) { return member::make_invite(tx, by, options.note, now()); });
  std::cout << "Invitation: " << code << "\nIt lets one person sign up within 30 days, at /sign-up?invite=" << code
            << "\n";
}

CLI::App* add_command(CLI::App& parent, const Shared& options, const char* name, const char* about,
                      void (*run)(const Options&)) {
  auto* const command = parent.add_subcommand(name, about);
  add_place_options(*command, options->place);
  command->callback([options, run] { run(*options); });
  return command;
}

CLI::App* add_for_one(CLI::App& parent, const Shared& options, const char* name, const char* about,
                      void (*run)(const Options&)) {
  auto* const command = add_command(parent, options, name, about, run);
  command->add_option("name", options->name, "The member's name")->required();
  return command;
}

void add_stdin_flag(CLI::App& command, const Shared& options) {
  command.add_flag("--stdin", options->from_stdin, "Read the password from standard input instead of making one");
}

}  // namespace

void add_member(CLI::App& app) {
  auto& member = *app.add_subcommand("member", "Accounts: add, list, roles, passwords, sessions, invitations");
  const auto options = std::make_shared<Options>();
  member.require_subcommand(1);
  member.footer(kExamples);

  auto& add = *add_for_one(member, options, "add", "Add a member, whatever the site's rules for signing up", run_add);
  add.add_option("--role", options->role, "member, moderator or admin")->capture_default_str();
  add.add_option("--email", options->email, "An e-mail address");
  add_stdin_flag(add, options);

  auto& list = *add_command(member, options, "list", "List members: name, role, state, since when", run_list);
  list.add_option("beginning", options->beginning, "Only names that begin so");
  list.add_flag("--waiting", options->waiting, "Only those who wait for approval");

  auto& role = *add_for_one(member, options, "role", "Give a member a role", run_role);
  role.add_option("role", options->role, "member, moderator or admin")->required();

  add_stdin_flag(*add_for_one(member, options, "password", "Give a member a new password", run_password), options);
  add_for_one(member, options, "approve", "Let in one who waits for approval", run_approve);
  add_for_one(member, options, "suspend", "Keep a member out", run_suspend);
  add_for_one(member, options, "restore", "Let a suspended member in again", run_restore);
  add_for_one(member, options, "end-sessions", "Sign a member out everywhere", run_end_sessions);

  auto& invite = *add_command(member, options, "invite", "Make an invitation", run_invite);
  invite.add_option("--by", options->by, "The member who invites")->required();
  invite.add_option("--note", options->note, "For whom it is");
}

}  // namespace rialto::app
