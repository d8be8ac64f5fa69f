#include "import/doubt.h"

#include <boost/json.hpp>

#include "db/db.h"
#include "import/doubt.sql.h"

namespace rialto::imports {
namespace {

namespace json = boost::json;

std::string json_of(const std::vector<FilmCandidate>& candidates) {
  json::array list;
  for (const auto& one : candidates) list.push_back(json::object{{"film", one.film.value}, {"why", one.why}});
  return json::serialize(list);
}

// We wrote it ourselves: anything else is a broken database.
std::vector<FilmCandidate> candidates_in(const std::string& text) {
  std::vector<FilmCandidate> candidates;
  const auto list = json::parse(text);
  for (const auto& one : list.as_array()) {
    FilmCandidate candidate;
    candidate.film = FilmId{one.at("film").as_int64()};
    candidate.why = json::value_to<std::string>(one.at("why"));
    candidates.push_back(std::move(candidate));
  }
  return candidates;
}

template <class Row>
Doubt doubt_of(Row& row) {
  return {.id = row.id,
          .digest = std::move(row.digest),
          .record = std::move(row.record),
          .file = std::move(row.file),
          .why = std::move(row.why),
          .candidates = candidates_in(row.candidates),
          .state = static_cast<DoubtState>(row.state),
          .at = row.at};
}

}  // namespace

std::optional<KnownDoubt> known_doubt(Tx& tx, const std::string& digest) {
  const auto row = tx.row<sql::doubt_by_digest>({.digest = digest});
  if (!row) return std::nullopt;
  return KnownDoubt{row->id, static_cast<DoubtState>(row->state)};
}

DoubtId add_doubt(Tx& tx, const Doubt& doubt) {
  const auto id = make_id<DoubtId>();
  tx.run<sql::doubt_add>({.id = id,
                          .digest = doubt.digest,
                          .record = doubt.record,
                          .file = doubt.file,
                          .why = doubt.why,
                          .candidates = json_of(doubt.candidates),
                          .at = now()});
  return id;
}

std::optional<Doubt> find_doubt(Tx& tx, DoubtId id) {
  auto row = tx.row<sql::doubt_by_id>({.id = id});
  if (!row) return std::nullopt;
  return doubt_of(*row);
}

std::vector<Doubt> waiting_doubts(Tx& tx, int page, int per_page) {
  std::vector<Doubt> doubts;
  const std::int64_t skip = static_cast<std::int64_t>(page - 1) * per_page;
  for (auto& row : tx.rows<sql::doubts_waiting>({.limit = per_page, .skip = skip})) doubts.push_back(doubt_of(row));
  return doubts;
}

DoubtCounts count_doubts(Tx& tx) {
  const auto row = tx.row<sql::doubts_counted>();
  return {.waiting = row->waiting, .settled = row->settled};
}

bool close_doubt(Tx& tx, DoubtId id, DoubtState outcome, std::optional<MemberId> by) {
  return tx.run<sql::doubt_settle>(
             {.id = id, .state = static_cast<std::int64_t>(outcome), .member = by, .at = now()}) == 1;
}

}  // namespace rialto::imports
