// rialto doctor: is the site whole?
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "app/commands.h"
#include "app/place.h"
#include "app/progress_line.h"
#include "keep/doctor.h"
#include "keep/orphans.h"
#include "keep/picture_files.h"

namespace rialto::app {

namespace {

constexpr const char* kExamples = R"(Examples:
  rialto doctor
  rialto doctor --data /srv/films --mend
Reads everything and writes nothing, unless told to mend; the site may be open. Mending makes again what is computed from
what people wrote: counts, orders, what films and people are found by. Ends with 1 if something is left that isn't well.)";

struct Options {
  Place place;
  bool mend = false;
};

const char* word_for(keep::Finding::State state) {
  switch (state) {
    case keep::Finding::State::Well: return "well    ";
    case keep::Finding::State::Mended: return "mended  ";
    case keep::Finding::State::Wrong: break;
  }
  return "WRONG   ";
}

int count_of(const std::vector<keep::Finding>& findings, keep::Finding::State state) {
  return static_cast<int>(
      std::count_if(findings.begin(), findings.end(), [&](const auto& finding) { return finding.state == state; }));
}

// What to do about what is left.
std::string advice_for(const std::vector<keep::Finding>& findings) {
  const auto left = [](const keep::Finding& finding, keep::Gravity gravity) {
    return finding.state == keep::Finding::State::Wrong && finding.gravity == gravity;
  };
  std::string advice;
  if (std::any_of(findings.begin(), findings.end(), [&](const auto& one) { return left(one, keep::Gravity::Computed); }))
    advice += "Mend what is computed with rialto doctor --mend.\n";
  if (std::any_of(findings.begin(), findings.end(), [&](const auto& one) { return left(one, keep::Gravity::Damage); }))
    advice += "What was written is damaged: keep a copy of the folder as it is, and bring back a backup (rialto restore).\n";
  return advice;
}

int run_doctor(const Options& options) {
  present_database_at(options.place);
  const auto db = open_database(options.place);
  ProgressLine line;
  auto findings = keep::examine(*db, options.mend ? keep::Mend::Yes : keep::Mend::No,
                                [&](const std::string& claim) { line.tell("looking whether " + claim); });
  findings.push_back(keep::examine_pictures(*db, pictures_at(options.place)));
  line.end();
  for (const auto& finding : findings) std::cout << word_for(finding.state) << keep::sentence_of(finding) << "\n";
  if (options.place.database.empty())
    for (const auto& file : keep::orphans_in(options.place.data)) std::cout << "note    nothing needs " << file << "\n";
  const int wrong = count_of(findings, keep::Finding::State::Wrong);
  std::cout << findings.size() << " things looked at, " << count_of(findings, keep::Finding::State::Mended)
            << " mended, " << wrong << " wrong.\n"
            << advice_for(findings);
  return wrong ? 1 : 0;
}

}  // namespace

void add_doctor(CLI::App& app) {
  auto* const command = app.add_subcommand("doctor", "Prove that the site is whole, and mend what is computed");
  const auto options = std::make_shared<Options>();
  add_place_options(*command, options->place);
  command->add_flag("--mend", options->mend, "Make computed things again where they are wrong");
  command->footer(kExamples);
  command->callback([options] {
    if (const int code = run_doctor(*options)) std::exit(code);
  });
}

}  // namespace rialto::app
