#include "film/edit.h"

#include <algorithm>
#include <set>

#include "base/strings.h"
#include "film/change.sql.h"
#include "film/edit.sql.h"
#include "film/film_json.h"
#include "film/people.h"
#include "film/store_film.h"
#include "say/film.h"
#include "say/rows.h"
#include "text/name.h"

namespace rialto::film {

namespace {

constexpr int kFirstYear = 1874;
constexpr int kYearsAhead = 10;
constexpr int kMostMinutes = 60'000;
constexpr std::size_t kLongestTitle = 300;
constexpr std::size_t kLongestLine = 500;
constexpr std::size_t kLongestSummary = 200;
constexpr std::size_t kMostCredits = 1'000;
// What `change.before` holds for a film that was not there yet, and for one that was taken out.
constexpr std::string_view kNothing = "{}";

int year_of(Time time) { return std::stoi(iso_text(time).substr(0, 4)); }

class Checker {
 public:
  Checker(Tx& tx, std::optional<FilmId> self) : tx_(tx), self_(self) {}

  std::vector<Fault> check(const FilmFacts& facts, int this_year) {
    check_texts(facts);
    check_numbers(facts, this_year);
    for (const auto& ref : facts.refs) check_ref(ref);
    check_credits(facts);
    return std::move(faults_);
  }

 private:
  void fault(Field field, say::Later sentence) { faults_.push_back({field, std::move(sentence)}); }

  void check_texts(const FilmFacts& facts) {
    if (!text::shows_something(facts.title)) fault(Field::Title, say::film::needs_title);
    if (facts.title.size() > kLongestTitle) fault(Field::Title, say::film::title_too_long);
    if (facts.original_title.size() > kLongestTitle) fault(Field::OriginalTitle, say::film::title_too_long);
    if (facts.line.size() > kLongestLine) fault(Field::Line, say::film::line_too_long);
    if (facts.original_language.size() > 20) fault(Field::OriginalLanguage, say::film::language_bad);
  }

  void check_numbers(const FilmFacts& facts, int this_year) {
    if (facts.year && (*facts.year < kFirstYear || *facts.year > this_year + kYearsAhead))
      fault(Field::Year, [last = std::to_string(this_year + kYearsAhead)](Language language) {
        return say::film::year_between(language, last);
      });
    if (facts.minutes && (*facts.minutes < 1 || *facts.minutes > kMostMinutes))
      fault(Field::Minutes, say::film::minutes_bad);
  }

  void check_ref(const Ref& ref) {
    if (!is_ref(ref, Subject::Film)) return fault(Field::Refs, shape_sentence(ref));
    const auto holder = film_with_ref(tx_, ref.source, ref.ref);
    if (!holder || holder == self_) return;
    const auto other = read_film(tx_, *holder);
    const auto source = source_name(ref.source);
    const auto title = other ? full_title(*other) : "";
    fault(Field::Refs, [source, title](Language language) {
      return title.empty() ? say::film::id_taken_by_another(language, source) : say::film::id_taken(language, source, title);
    });
  }

  static say::Later shape_sentence(const Ref& ref) {
    if (ref.source == "imdb") return say::film::imdb_bad;
    if (ref.source == "wikidata") return say::film::wikidata_bad;
    return [source = source_name(ref.source)](Language language) { return say::film::id_bad(language, source); };
  }

  void check_credits(const FilmFacts& facts) {
    if (facts.credits.size() > kMostCredits) fault(Field::Credits, say::film::credits_too_many);
    for (const auto& credit : facts.credits)
      if (!text::shows_something(credit.name) && !credit.person) return fault(Field::Credits, say::film::credit_nameless);
    for (const auto& credit : facts.credits)
      if (credit.name.size() > 200 || credit.character.size() > 300 || credit.job.size() > 200)
        return fault(Field::Credits, [name = std::string(cut_utf8(credit.name, 60))](Language language) {
          return say::film::credit_too_long(language, name);
        });
  }

  Tx& tx_;
  std::optional<FilmId> self_;
  std::vector<Fault> faults_;
};

std::string slug_now(Tx& tx, FilmId film) { return read_film(tx, film)->slug; }

ChangeId keep_change(Tx& tx, FilmId film, MemberId member, Time at, std::string_view summary, const std::string& before,
                     const std::string& after, std::optional<ChangeId> undoes) {
  const auto change = make_id<ChangeId>();
  tx.run<sql::add_change>({.kind = "film",
                           .subject = film.value,
                           .id = change,
                           .member = member,
                           .at = at,
                           .summary = cut_utf8(trimmed(summary), kLongestSummary),
                           .before = before,
                           .after = after,
                           .undoes = undoes});
  return change;
}

// Where only names were typed, people whom the film has keep their ids; others are found or made.
void resolve(Tx& tx, FilmFacts& facts, const FilmFacts& before, Time at) {
  for (auto& credit : facts.credits) {
    const bool known = std::any_of(before.credits.begin(), before.credits.end(),
                                   [&](const auto& mine) { return mine.person == credit.person; });
    if (!known) credit.person = {};
  }
  resolve_people(tx, facts.credits, before.credits, at);
}

bool is_addition(const sql::changes_of::Row& row) { return row.before == kNothing; }
bool is_removal(const sql::changes_of::Row& row) { return row.after == kNothing; }

// The facts that a change touched.
Fields touched(const sql::changes_of::Row& row) {
  const auto some = read_facts_json(is_addition(row) ? row.after : row.before);
  return some ? some->fields : Fields{};
}

std::vector<std::string> credit_lines(const std::vector<CreditFact>& credits, Language language) {
  std::vector<std::string> lines;
  for (const auto& credit : credits) {
    auto line = credit.name;
    if (!credit.character.empty()) line = say::film::as_character(language, credit.name, credit.character);
    const auto department = department_name(credit.department);
    const auto job = credit.job.empty() ? std::string(say::film::text_named(language, department).value_or(department)) : credit.job;
    if (credit.department != Department::Cast) line += " (" + job + ")";
    lines.push_back(std::move(line));
  }
  return lines;
}

bool is_list(Field field) {
  return field == Field::Countries || field == Field::Genres || field == Field::Titles || field == Field::Refs || field == Field::Credits;
}

std::vector<std::string> one_or_none(std::string text) {
  if (text.empty()) return {};
  return {std::move(text)};
}

// One fact in words; of a list each item.
std::vector<std::string> spoken_pieces(const FilmFacts& facts, Field field, Language language) {
  std::vector<std::string> pieces;
  switch (field) {
    case Field::Title: return one_or_none(facts.title);
    case Field::Year: return one_or_none(facts.year ? std::to_string(*facts.year) : "");
    case Field::OriginalTitle: return one_or_none(facts.original_title);
    case Field::OriginalLanguage: return one_or_none(facts.original_language);
    case Field::Minutes: return one_or_none(facts.minutes ? say::rows::minutes(language, *facts.minutes) : "");
    case Field::Line: return one_or_none(facts.line);
    case Field::Countries: return facts.countries;
    case Field::Genres: return facts.genres;
    case Field::Titles:
      for (const auto& title : facts.titles)
        pieces.push_back(title.language.empty() ? title.title : title.title + " (" + title.language + ")");
      break;
    case Field::Refs:
      for (const auto& ref : facts.refs) pieces.push_back(source_name(ref.source) + " " + ref.ref);
      break;
    case Field::Credits: return credit_lines(facts.credits, language);
  }
  return pieces;
}

std::string without(const std::vector<std::string>& pieces, const std::vector<std::string>& others) {
  std::vector<std::string> left;
  for (const auto& piece : pieces)
    if (std::find(others.begin(), others.end(), piece) == others.end()) left.push_back(piece);
  return joined(left, "; ");
}

FieldChange field_change(Field field, const FilmFacts& before, const FilmFacts& after, Language language) {
  const auto was = spoken_pieces(before, field, language);
  const auto is = spoken_pieces(after, field, language);
  FieldChange change{field, without(was, is), without(is, was)};
  if (change.before.empty() && change.after.empty() && was != is) change.after = say::film::in_another_order(language);
  return change;
}

std::vector<FieldChange> field_changes(const sql::changes_of::Row& row, Language language) {
  const auto before = read_facts_json(row.before);
  const auto after = read_facts_json(row.after);
  std::vector<FieldChange> changes;
  if (!before || !after) return changes;
  for (const auto field : all_fields()) {
    if (!before->fields.contains(field) && !after->fields.contains(field)) continue;
    auto change = field_change(field, before->facts, after->facts, language);
    if (change.before != change.after) changes.push_back(std::move(change));
  }
  return changes;
}

}  // namespace

std::vector<Fault> faults_of(Tx& tx, FilmFacts& facts, std::optional<FilmId> self, Time now) {
  facts.title = trimmed(facts.title);
  facts.original_title = trimmed(facts.original_title);
  facts.line = trimmed(facts.line);
  return Checker(tx, self).check(facts, year_of(now));
}

std::vector<Film> similar_films(Tx& tx, const FilmFacts& facts) {
  const auto fold = folded(facts.title);
  const int first = facts.year ? *facts.year - 2 : 0;
  const int last = facts.year ? *facts.year + 2 : 9999;
  std::vector<FilmId> ids;
  for (const auto& row : tx.rows<sql::films_titled_near>({.title_fold = fold, .first_year = first, .last_year = last}))
    ids.push_back(row.film);
  return films_with_ids(tx, ids);
}

Edited add_film(Tx& tx, FilmId id, FilmEdit edit, MemberId member, Time at) {
  if (const auto sent = read_film(tx, id)) return {.film = id, .slug = sent->slug, .nothing_changed = true};
  auto faults = faults_of(tx, edit.facts, std::nullopt, at);
  if (!faults.empty()) return {.faults = std::move(faults)};
  clean(edit.facts);
  resolve(tx, edit.facts, {}, at);
  const auto film = insert_film(tx, edit.facts, {.source = "", .at = at, .id = id});
  const Fields every(all_fields().begin(), all_fields().end());
  keep_change(tx, film, member, at, edit.summary, std::string(kNothing), facts_json(read_facts(tx, film), every), std::nullopt);
  return {.film = film, .slug = slug_now(tx, film)};
}

Edited edit_film(Tx& tx, FilmId film, FilmEdit edit, const FilmFacts& form_was, MemberId member, Time at) {
  auto faults = faults_of(tx, edit.facts, film, at);
  if (!faults.empty()) return {.film = film, .slug = slug_now(tx, film), .faults = std::move(faults)};
  clean(edit.facts);
  const auto before = read_facts(tx, film);
  auto after = before;
  const auto changed_since = differing(form_was, before);
  for (const auto field : differing(form_was, edit.facts)) {
    if (changed_since.contains(field))
      faults.push_back({field, [before, field](Language language) {
                          return say::film::changed_meanwhile(language, spoken(before, field, language));
                        }});
    take(after, edit.facts, field);
  }
  if (!faults.empty()) return {.film = film, .slug = slug_now(tx, film), .faults = std::move(faults)};
  resolve(tx, after, before, at);
  const auto fields = differing(before, after);
  if (fields.empty()) return {.film = film, .slug = slug_now(tx, film), .nothing_changed = true};
  write_facts(tx, film, before, after);
  keep_change(tx, film, member, at, edit.summary, facts_json(before, fields), facts_json(after, fields), std::nullopt);
  return {.film = film, .slug = slug_now(tx, film)};
}

FilmFacts facts_at(Tx& tx, FilmId film, ChangeId last_seen) {
  auto facts = read_facts(tx, film);
  auto rows = tx.rows<sql::changes_of>({.kind = "film", .subject = film.value});
  std::reverse(rows.begin(), rows.end());
  for (const auto& row : rows) {
    if (row.id <= last_seen) break;
    const auto before = read_facts_json(row.before);
    if (!before) continue;
    for (const auto field : before->fields) take(facts, before->facts, field);
  }
  return facts;
}

std::vector<Change> film_history(Tx& tx, FilmId film, Language language) {
  const auto rows = tx.rows<sql::changes_of>({.kind = "film", .subject = film.value});
  std::set<ChangeId> undone;
  for (const auto& row : rows)
    if (row.undoes) undone.insert(*row.undoes);
  std::vector<Change> history;
  for (const auto& row : rows)
    history.push_back({.id = row.id,
                       .member = row.member,
                       .member_name = row.member_name,
                       .at = row.at,
                       .summary = row.summary,
                       .added = is_addition(row),
                       .undoes = row.undoes,
                       .undone = undone.contains(row.id),
                       .fields = field_changes(row, language)});
  std::reverse(history.begin(), history.end());
  return history;
}

std::string_view sentence_of(UndoRefused refused, Language language) {
  switch (refused) {
    case UndoRefused::NotFound: return say::film::change_not_there(language);
    case UndoRefused::AlreadyUndone: return say::film::change_undone(language);
    case UndoRefused::ChangedSince: break;
  }
  return say::film::changed_since(language);
}

std::variant<ChangeId, UndoRefused> undo_change(Tx& tx, FilmId film, ChangeId change, MemberId member, Time at) {
  const auto rows = tx.rows<sql::changes_of>({.kind = "film", .subject = film.value});
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.id == change; });
  if (found == rows.end()) return UndoRefused::NotFound;
  const auto fields = touched(*found);
  // An undo that was itself undone leaves no trace; what stands and touches the same facts is in the way.
  std::set<ChangeId> undone;
  for (const auto& row : rows)
    if (row.undoes) undone.insert(*row.undoes);
  if (undone.contains(change)) return UndoRefused::AlreadyUndone;
  for (auto later = found + 1; later != rows.end(); ++later) {
    if (undone.contains(later->id)) continue;
    if (later->undoes && *later->undoes > change) continue;
    const auto also = touched(*later);
    if (std::any_of(fields.begin(), fields.end(), [&](auto field) { return also.contains(field); })) return UndoRefused::ChangedSince;
  }
  if (is_addition(*found) || is_removal(*found)) {
    tx.run<sql::set_film_removed>({.film = film, .removed = is_addition(*found)});
    return keep_change(tx, film, member, at, "", found->after, found->before, change);
  }
  const auto then = read_facts_json(found->before);
  if (!then) return UndoRefused::NotFound;
  const auto before = read_facts(tx, film);
  auto after = before;
  for (const auto field : then->fields) take(after, then->facts, field);
  resolve_people(tx, after.credits, before.credits, at);
  write_facts(tx, film, before, after);
  return keep_change(tx, film, member, at, "", facts_json(before, fields), facts_json(after, fields), change);
}

std::string spoken(const FilmFacts& facts, Field field, Language language) {
  return joined(spoken_pieces(facts, field, language), is_list(field) ? "; " : "");
}

}  // namespace rialto::film
