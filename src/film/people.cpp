#include "film/people.h"

#include <algorithm>
#include <optional>

#include "base/strings.h"
#include "film/names.h"
#include "film/people.sql.h"
#include "film/person.h"
#include "film/person.sql.h"

namespace rialto::film {

namespace {

std::vector<Ref> refs_of(Tx& tx, PersonId person) {
  std::vector<Ref> refs;
  for (auto& row : tx.rows<sql::person_refs>({.person = person}))
    refs.push_back({std::move(row.source), std::move(row.ref)});
  return refs;
}

void add_name(Tx& tx, PersonId person, const std::string& name) {
  const auto fold = folded(name);
  tx.run<sql::add_person_name>({.person = person, .name = name, .name_fold = fold});
  for (const auto& word : words_of(name)) tx.run<sql::add_person_word>({.person = person, .word_fold = word});
}

std::int64_t add_refs(Tx& tx, PersonId person, const std::vector<Ref>& refs) {
  std::int64_t added = 0;
  for (const auto& ref : refs) added += tx.run<sql::add_person_ref>({.person = person, .source = ref.source, .ref = ref.ref});
  return added;
}

PersonId insert_person(Tx& tx, const PersonRecord& record, Time at) {
  const auto person = make_id<PersonId>();
  const auto slug = free_person_slug(tx, person_slug_base(record.name));
  const auto fold = folded(record.name);
  tx.run<sql::add_person>({.id = person,
                           .slug = slug,
                           .name = record.name,
                           .name_fold = fold,
                           .born = record.born,
                           .died = record.died,
                           .created = at});
  add_name(tx, person, record.name);
  for (const auto& name : record.names) add_name(tx, person, name);
  add_refs(tx, person, record.refs);
  return person;
}

// By the most telling ref that anybody has, unless a still more telling one speaks against it.
std::optional<PersonId> person_with_refs(Tx& tx, std::vector<Ref> refs) {
  std::stable_sort(refs.begin(), refs.end(),
                   [](const auto& one, const auto& other) { return doubt_in(one.source) < doubt_in(other.source); });
  for (const auto& ref : refs) {
    const auto person = person_with_ref(tx, ref.source, ref.ref);
    if (!person) continue;
    if (&ref == &refs.front() || same_by_refs(refs, refs_of(tx, *person)).value_or(true)) return person;
  }
  return std::nullopt;
}

// The one person of that name whom no ref tells apart from the given ones.
std::optional<PersonId> person_named(Tx& tx, std::string_view name, const std::vector<Ref>& refs) {
  const auto fold = folded(name);
  auto found = tx.rows<sql::people_named>({.name_fold = fold});
  if (!refs.empty()) {
    std::erase_if(found, [&](const auto& row) {
      return row.refs > 0 && !same_by_refs(refs, refs_of(tx, row.person)).value_or(true);
    });
  } else if (found.size() > 1) {  // whom nothing tells more of, if there is one
    std::erase_if(found, [](const auto& row) { return row.refs > 0; });
  }
  if (found.size() != 1) return std::nullopt;
  return found.front().person;
}

std::optional<PersonId> person_among(const std::vector<CreditFact>& known, const CreditFact& credit) {
  if (credit.name.empty()) return std::nullopt;
  for (const auto& each : known)
    if (each.name == credit.name) return each.person;
  const auto fold = folded(credit.name);
  for (const auto& each : known)
    if (folded(each.name) == fold) return each.person;
  return std::nullopt;
}

PersonId resolved(Tx& tx, const CreditFact& credit, const std::vector<CreditFact>& known, Time at) {
  if (const auto person = person_with_refs(tx, credit.refs)) return *person;
  if (credit.name.empty()) return {};
  auto person = person_among(known, credit);
  if (person && !credit.refs.empty() && same_by_refs(credit.refs, refs_of(tx, *person)) == false) person.reset();
  if (!person) person = person_named(tx, credit.name, credit.refs);
  if (!person) return insert_person(tx, {.name = credit.name, .refs = credit.refs}, at);
  add_refs(tx, *person, credit.refs);
  return *person;
}

bool add_what_is_new(Tx& tx, PersonId person, const PersonRecord& record) {
  bool changed = add_refs(tx, person, record.refs) > 0;
  const auto facts = tx.row<sql::person_facts>({.person = person});
  const auto& born = facts->born.empty() ? record.born : facts->born;
  const auto& died = facts->died.empty() ? record.died : facts->died;
  if (born != facts->born || died != facts->died) {
    tx.run<sql::set_person_dates>({.person = person, .born = born, .died = died});
    changed = true;
  }
  std::vector<std::string> missing = record.names;
  if (!record.name.empty() && record.name != facts->name) missing.push_back(record.name);
  if (missing.empty()) return changed;
  const auto kept = tx.rows<sql::person_names>({.person = person});
  std::erase_if(missing, [&](const auto& name) {
    return std::any_of(kept.begin(), kept.end(), [&](const auto& row) { return row.name == name; });
  });
  for (const auto& name : missing) add_name(tx, person, name);
  return changed || !missing.empty();
}

}  // namespace

int resolve_people(Tx& tx, std::vector<CreditFact>& credits, const std::vector<CreditFact>& known, Time at) {
  for (auto& credit : credits) {
    if (!credit.person) credit.person = resolved(tx, credit, known, at);
    credit.refs.clear();
  }
  return static_cast<int>(std::erase_if(credits, [](const auto& credit) { return !credit.person; }));
}

StoredPerson store_person(Tx& tx, const PersonRecord& record, NameIs name, Time at) {
  using How = StoredPerson::How;
  auto person = person_with_refs(tx, record.refs);
  if (!person && record.known_only) return {.how = How::Unknown};
  if (!person && name == NameIs::Unique) person = person_named(tx, record.name, record.refs);
  if (!person) return {.how = How::New, .person = insert_person(tx, record, at)};
  return {.how = add_what_is_new(tx, *person, record) ? How::Changed : How::Unchanged, .person = *person};
}

}  // namespace rialto::film
