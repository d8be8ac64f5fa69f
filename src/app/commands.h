// The commands of the program, each in a file of its own: command_NAME.cpp adds it with its options, help and examples.
// What can go wrong in a command is thrown as CommandFailed (or DbError) with a sentence; main prints it.
#pragma once

#include <stdexcept>
#include <string>

namespace CLI {
class App;
}

namespace rialto::app {

// Why a command can't go on: who and what, and what to do next.
class CommandFailed : public std::runtime_error {
 public:
  explicit CommandFailed(const std::string& sentence) : std::runtime_error(sentence) {}
};

void add_serve(CLI::App& app);
void add_catalogue(CLI::App& app);
void add_member(CLI::App& app);
void add_read(CLI::App& app);
void add_import(CLI::App& app);
void add_sample(CLI::App& app);
void add_scenes(CLI::App& app);
void add_link(CLI::App& app);
void add_backup(CLI::App& app);
void add_restore(CLI::App& app);
void add_move_to(CLI::App& app);
void add_doctor(CLI::App& app);

}  // namespace rialto::app
