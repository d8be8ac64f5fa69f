#include "import/runner.h"

#include <stdexcept>
#include <unordered_map>
#include <utility>

#include "base/strings.h"
#include "db/db.h"
#include "import/convert.h"
#include "import/doubt.h"
#include "import/json.h"
#include "import/json_reader.h"
#include "member/member.h"
#include "talk/board.h"
#include "talk/imported.h"
#include "talk/review.h"
#include "talk/thread.h"

namespace rialto::imports {
namespace {

// What is to be done with a record, found out without writing.
struct Plan {
  std::optional<Outcome> nothing_to_do;
  std::optional<FilmCandidate> film;
  std::optional<KnownDoubt> doubt;  // that waits for this record
  FilmLookup lookup;                // where no film was found
};

std::string address_of(const std::string& kind, std::int64_t id, const std::string& title) {
  const auto words = slug_of(title);
  return "/" + kind + "/" + short_form(id) + (words.empty() ? "" : "/" + words);
}

std::string title_there(Tx& tx, const talk::Known& known) {
  if (known.kind == "review") {
    const auto review = talk::find_review(tx, ReviewId{known.subject});
    return review ? review->title : "";
  }
  const auto thread = talk::find_thread(tx, ThreadId{known.subject});
  return thread ? thread->title : "";
}

Outcome known_outcome(Tx& tx, const talk::Known& known) {
  Outcome outcome;
  outcome.ending = Ending::Known;
  outcome.address = address_of(known.kind, known.subject, title_there(tx, known));
  return outcome;
}

Outcome left_out() {
  Outcome outcome;
  outcome.ending = Ending::LeftOut;
  return outcome;
}

FilmLookup find_film(Tx& tx, const PageRecord& record) {
  const auto& proposed =
      std::visit([](const auto& page) -> const std::optional<FilmProposal>& { return page.film; }, record);
  return proposed ? look_up(tx, *proposed) : look_up_heading(tx, title_of(record));
}

bool goes_to_board(const PageRecord& record, const Wish& wish) {
  return wish.board && std::holds_alternative<ThreadRecord>(record);
}

Plan plan_for(Tx& tx, const PageRecord& record, const std::string& digest, const Wish& wish) {
  Plan plan;
  if (const auto known = talk::known_by_origin(tx, std::string(kSavedPage), digest)) {
    plan.nothing_to_do = known_outcome(tx, *known);
    return plan;
  }
  const auto doubt = known_doubt(tx, digest);
  if (doubt && doubt->state == DoubtState::Waits) plan.doubt = doubt;
  if (goes_to_board(record, wish)) return plan;
  if (wish.film) {
    plan.film = wish.film;
    return plan;
  }
  if (doubt && doubt->state == DoubtState::ThrownAway) {
    plan.nothing_to_do = left_out();
    return plan;
  }
  plan.lookup = find_film(tx, record);
  plan.film = plan.lookup.film;
  return plan;
}

Outcome waits(const FilmLookup& lookup) {
  Outcome outcome;
  outcome.ending = Ending::Waits;
  outcome.why = lookup.why;
  return outcome;
}

// What would stand where, without its address.
Outcome foreseen(const PageRecord& record, const Plan& plan, const Wish& wish) {
  if (plan.nothing_to_do) return *plan.nothing_to_do;
  if (!plan.film && !goes_to_board(record, wish)) return waits(plan.lookup);
  Outcome outcome;
  if (const auto* const review = std::get_if<ReviewRecord>(&record)) {
    outcome.ending = Ending::Review;
    outcome.posts = review->comments.size();
    outcome.place = "the page of " + full_title(*plan.film);
    return outcome;
  }
  outcome.posts = std::get<ThreadRecord>(record).posts.size();
  outcome.place =
      goes_to_board(record, wish) ? "the board “" + wish.board_title + "”" : "the board of " + full_title(*plan.film);
  return outcome;
}

// Ghosts of the names that were kept, each looked up once.
class Ghosts {
 public:
  explicit Ghosts(Tx& tx) : tx_(tx), at_(now()) {}

  FindGhost finder() {
    return [this](const std::string& name) {
      const auto [place, is_new] = known_.try_emplace(name);
      if (is_new) place->second = member::ghost_for(tx_, kSavedPage, name, at_);
      return place->second;
    };
  }

 private:
  Tx& tx_;
  Time at_;
  std::unordered_map<std::string, MemberId> known_;
};

std::int64_t write_thread(Tx& tx, const ThreadRecord& thread, BoardId board) {
  Ghosts ghosts(tx);
  return talk::add_imported_thread(tx, imported_thread(thread, board, ghosts.finder())).value;
}

std::int64_t write_review(Tx& tx, const ReviewRecord& review, FilmId film) {
  Ghosts ghosts(tx);
  const auto id = talk::add_imported_review(tx, imported_review(review, film, ghosts.finder()));
  if (!review.comments.empty())
    talk::add_imported_thread(tx, imported_comments(review, id, talk::board_for(tx, film), ghosts.finder()));
  return id.value;
}

struct Source {
  std::string digest, file;
};

// The address of what was written.
std::string write_record(Tx& tx, const PageRecord& record, const std::optional<FilmCandidate>& film, const Wish& wish,
                         const Source& source) {
  const auto* const review = std::get_if<ReviewRecord>(&record);
  const std::string kind = review ? "review" : "thread";
  std::int64_t id = 0;
  if (review) {
    id = write_review(tx, *review, film.value().film);
  } else {
    const auto board = goes_to_board(record, wish) ? *wish.board : talk::board_for(tx, film.value().film);
    id = write_thread(tx, std::get<ThreadRecord>(record), board);
  }
  talk::keep_origin(tx,
                    {.source = std::string(kSavedPage), .foreign_id = source.digest, .file = source.file, .copied = ""},
                    kind, id);
  return address_of(kind, id, title_of(record));
}

Outcome apply(Tx& tx, const PageRecord& record, const Plan& plan, const Wish& wish, const Source& source) {
  auto outcome = foreseen(record, plan, wish);
  if (outcome.ending == Ending::Thread || outcome.ending == Ending::Review) {
    outcome.address = write_record(tx, record, plan.film, wish, source);
    if (plan.doubt) close_doubt(tx, plan.doubt->id, DoubtState::Imported, std::nullopt);
  } else if (outcome.ending == Ending::Waits && !plan.doubt) {
    add_doubt(tx, {.id = {},
                   .digest = source.digest,
                   .record = json_line(record),
                   .file = source.file,
                   .why = plan.lookup.why,
                   .candidates = plan.lookup.candidates,
                   .state = DoubtState::Waits,
                   .at = {}});
  }
  return outcome;
}

std::string counted(std::size_t count, const std::string& word) {
  return std::to_string(count) + " " + word + (count == 1 ? "" : "s");
}

}  // namespace

Outcome import_record(Db& db, const PageRecord& record, const std::string& file, const Wish& wish, Dry dry) {
  const Source source{digest_of(record), file};
  if (dry == Dry::Yes)
    return db.read([&](Tx& tx) { return foreseen(record, plan_for(tx, record, source.digest, wish), wish); });
  return db.write([&](Tx& tx) { return apply(tx, record, plan_for(tx, record, source.digest, wish), wish, source); });
}

std::string sentence_of(const Outcome& outcome, Dry dry) {
  const auto at = dry == Dry::Yes ? std::string("would be new") : "new " + outcome.address;
  switch (outcome.ending) {
    case Ending::Thread:
      return "a thread of " + counted(outcome.posts, "post") + " on " + outcome.place + ": " + at;
    case Ending::Review:
      return "a review" + (outcome.posts ? " with " + counted(outcome.posts, "comment") : "") + " on " + outcome.place +
             ": " + at;
    case Ending::Known:
      return "known already, " + outcome.address;
    case Ending::Waits:
      return (dry == Dry::Yes ? "would wait" : "waits") + std::string(" at /admin/doubts: ") + outcome.why;
    case Ending::LeftOut:
      break;
  }
  return "left out, as a moderator decided before";
}

std::optional<Outcome> settle_doubt(Tx& tx, DoubtId id, const FilmCandidate& film, MemberId by) {
  const auto doubt = find_doubt(tx, id);
  if (!doubt || !close_doubt(tx, id, DoubtState::Imported, by)) return std::nullopt;
  const auto record = record_from_json(doubt->record);
  if (!record) throw std::runtime_error("import: the doubt " + short_form(id) + " " + record.error().message);
  Plan plan;
  plan.film = film;
  if (const auto known = talk::known_by_origin(tx, std::string(kSavedPage), doubt->digest))
    plan.nothing_to_do = known_outcome(tx, *known);
  return apply(tx, *record, plan, {}, {doubt->digest, doubt->file});
}

}  // namespace rialto::imports
