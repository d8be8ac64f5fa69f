#include "talk/correction.h"

#include <utility>

#include "base/strings.h"
#include "base/time.h"
#include "db/db.h"
#include "talk/correction.sql.h"
#include "talk/find_names.sql.h"
#include "text/disclose.h"

namespace rialto::talk {

namespace {

constexpr std::int64_t kMostCorrections = 400;  // of one text, ever
constexpr std::size_t kLongestName = 200;       // bytes

const char* kind_of(const NameTarget& target) {
  return std::holds_alternative<FilmId>(target) ? "film" : std::holds_alternative<PersonId>(target) ? "person" : "";
}

std::int64_t number_of(const NameTarget& target) {
  if (const auto* film = std::get_if<FilmId>(&target)) return film->value;
  const auto* person = std::get_if<PersonId>(&target);
  return person ? person->value : 0;
}

NameTarget target_of(const std::string& names, std::int64_t target) {
  if (names == "film") return FilmId{target};
  if (names == "person") return PersonId{target};
  return std::monostate{};
}

// At once, so that whoever said it sees it; find_names() does the same whenever it reads the text.
void apply_now(Tx& tx, const CorrectedText& text, const NamePlace& place, const NameTarget& target) {
  const auto words = words_of(text.id, text.body);
  const auto stretch = find_place(words.words, place);
  if (!stretch) return;
  const auto starts = static_cast<std::int64_t>(stretch->begin), ends = static_cast<std::int64_t>(stretch->end);
  tx.run<sql::mentions_take_within>({.kind = talk::kind_of(text.id), .subject = talk::number_of(text.id), .starts = starts, .ends = ends});
  if (std::holds_alternative<std::monostate>(target) || lies_in(words.linked, *stretch)) return;
  const auto around = text::disclosed_sentence(words, *stretch).value_or(text::SentenceAround{});
  tx.run<sql::mention_add>({.kind = talk::kind_of(text.id),
                            .subject = talk::number_of(text.id),
                            .starts = starts,
                            .ends = ends,
                            .version = text.version,
                            .names = kind_of(target),
                            .target = number_of(target),
                            .around = around.words,
                            .around_starts = static_cast<std::int64_t>(around.name.begin),
                            .around_ends = static_cast<std::int64_t>(around.name.end)});
}

void let_stand(Tx& tx, const CorrectedText& text, ChangeId id, const NamePlace& place, const NameTarget& target) {
  tx.run<sql::corrections_replace>({.kind = talk::kind_of(text.id), .subject = talk::number_of(text.id), .words = place.words, .nth = place.nth, .except = id});
  apply_now(tx, text, place, target);
}

bool is_in_text(const CorrectedText& text, const NamePlace& place) {
  if (place.words.empty() || place.words.size() > kLongestName || place.nth < 0) return false;
  return find_place(words_of(text.id, text.body).words, place).has_value();
}

}  // namespace

std::optional<text::Stretch> find_place(const std::string& words, const NamePlace& place) {
  if (place.words.empty()) return std::nullopt;
  std::size_t from = 0;
  for (std::int64_t n = 0;; ++n) {
    const auto begin = words.find(place.words, from);
    if (begin == std::string::npos) return std::nullopt;
    if (n == place.nth) return text::Stretch{begin, begin + place.words.size()};
    from = begin + place.words.size();
  }
}

NamePlace place_at(const std::string& words, const text::Stretch& stretch) {
  NamePlace place{.words = words.substr(stretch.begin, stretch.end - stretch.begin)};
  for (auto at = words.find(place.words); at < stretch.begin; at = words.find(place.words, at + place.words.size())) ++place.nth;
  return place;
}

bool may_correct(const Actor& actor, const CorrectedText& text) { return actor.power == Power::Moderator || text.author == actor.member; }

std::variant<Standing, Refusal> correct_name(Tx& tx, const Actor& actor, const CorrectedText& text, const NamePlace& place, NameTarget target) {
  const auto* kind = talk::kind_of(text.id);
  const auto subject = talk::number_of(text.id);
  if (!is_in_text(text, place)) return Refusal::NoSuchWords;
  if (tx.row<sql::corrections_counted>({.kind = kind, .subject = subject})->count >= kMostCorrections) return Refusal::TooManyCorrections;
  const bool stands = may_correct(actor, text);
  if (!stands && tx.row<sql::correction_waiting>({.kind = kind, .subject = subject, .words = place.words, .nth = place.nth, .names = kind_of(target), .target = number_of(target)}))
    return Refusal::Unchanged;
  const auto id = make_id<ChangeId>();
  const auto standing = stands ? Standing::Stands : Standing::Proposed;
  tx.run<sql::correction_add>({.id = id,
                               .kind = kind,
                               .subject = subject,
                               .words = place.words,
                               .words_fold = folded(place.words),
                               .nth = place.nth,
                               .names = kind_of(target),
                               .target = number_of(target),
                               .member = actor.member,
                               .standing = static_cast<std::int64_t>(standing),
                               .at = now()});
  if (stands) let_stand(tx, text, id, place, target);
  return standing;
}

std::vector<Correction> corrections_proposed(Tx& tx, TextId text) {
  std::vector<Correction> corrections;
  for (auto& row : tx.rows<sql::corrections_proposed>({.kind = talk::kind_of(text), .subject = talk::number_of(text)})) {
    Correction one{.id = row.id, .place = {std::move(row.words), row.nth}, .target = target_of(row.names, row.target), .target_name = {}, .target_address = {}, .member = std::move(row.member)};
    if (row.film_slug) {
      one.target_name = row.film_title.value_or("") + (row.film_year ? " (" + std::to_string(*row.film_year) + ")" : "");
      one.target_address = "/film/" + *row.film_slug;
    }
    if (row.person_slug) {
      one.target_name = row.person_name.value_or("");
      one.target_address = "/person/" + *row.person_slug;
    }
    corrections.push_back(std::move(one));
  }
  return corrections;
}

std::optional<Refusal> settle_correction(Tx& tx, const Actor& actor, const CorrectedText& text, ChangeId id, Standing as) {
  if (!may_correct(actor, text)) return Refusal::NotYours;
  const auto row = tx.row<sql::correction_by_id>({.id = id, .kind = talk::kind_of(text.id), .subject = talk::number_of(text.id)});
  if (!row || row->standing != static_cast<std::int64_t>(Standing::Proposed)) return Refusal::Unchanged;
  tx.run<sql::correction_settle>({.id = id, .standing = static_cast<std::int64_t>(as), .settled_by = actor.member});
  if (as == Standing::Stands) let_stand(tx, text, id, {row->words, row->nth}, target_of(row->names, row->target));
  return std::nullopt;
}

std::vector<ProposedIn> texts_with_proposals(Tx& tx, std::int64_t limit) {
  std::vector<ProposedIn> texts;
  for (auto& row : tx.rows<sql::texts_with_proposals>({.limit = limit})) {
    const TextId id = row.kind == "post" ? TextId(PostId{row.subject}) : TextId(ReviewId{row.subject});
    texts.push_back({.text = id, .proposals = row.proposals, .title = std::move(row.title)});
  }
  return texts;
}

}  // namespace rialto::talk
