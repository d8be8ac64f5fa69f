#include "keep/doctor.h"

#include "db/damage.h"
#include "keep/check.h"

namespace rialto::keep {

namespace {

Finding look(Db& db, const Check& check) {
  Wrong wrong;
  try {
    db.read([&](Tx& tx) { check.look(tx, wrong); });
  } catch (const DbError& error) {
    wrong.add(std::string("it can't be read: ") + error.what());
  }
  return {.claim = check.claim,
          .gravity = check.mend ? Gravity::Computed : Gravity::Damage,
          .state = wrong.count() ? Finding::State::Wrong : Finding::State::Well,
          .wrong = wrong.told(),
          .count = wrong.count()};
}

// Mended is what is well when it is looked at again.
void try_to_mend(Db& db, const Check& check, Finding& finding) {
  try {
    db.write(check.mend);
  } catch (const DbError& error) {
    finding.wrong.insert(finding.wrong.begin(), std::string("it can't be mended: ") + error.what());
    return;
  }
  if (look(db, check).state == Finding::State::Well) finding.state = Finding::State::Mended;
}

}  // namespace

std::vector<Check> checks_of_file() {
  return {{.claim = "every page of the database file is whole",
           .look = [](Tx& tx, Wrong& wrong) { wrong.add_all(damaged_pages(tx)); }},
          {.claim = "every row refers to rows that are there",
           .look = [](Tx& tx, Wrong& wrong) { wrong.add_all(broken_references(tx)); }}};
}

std::vector<Finding> examine(Db& db, Mend mend, const std::function<void(const std::string& claim)>& on_claim) {
  std::vector<Finding> findings;
  for (const auto& checks : {checks_of_file(), checks_of_talk(), checks_of_films()})
    for (const auto& check : checks) {
      if (on_claim) on_claim(check.claim);
      auto finding = look(db, check);
      if (mend == Mend::Yes && check.mend && finding.state == Finding::State::Wrong) try_to_mend(db, check, finding);
      findings.push_back(std::move(finding));
    }
  return findings;
}

std::string sentence_of(const Finding& finding) {
  std::string sentence = finding.claim;
  for (const auto& wrong : finding.wrong) sentence += (&wrong == &finding.wrong.front() ? ": " : "; ") + wrong;
  const auto untold = finding.count - static_cast<std::int64_t>(finding.wrong.size());
  return untold > 0 ? sentence + " (and " + std::to_string(untold) + " more)" : sentence;
}

}  // namespace rialto::keep
