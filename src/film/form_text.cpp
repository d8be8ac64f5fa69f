#include "film/form_text.h"

#include <algorithm>
#include <charconv>

#include "base/strings.h"
#include "film/film.h"
#include "film/genre.h"
#include "say/film.h"

namespace rialto::film {

namespace {

std::string number_text(const std::optional<int>& number) { return number ? std::to_string(*number) : ""; }

bool is_tag(std::string_view text) {
  if (text.empty()) return true;
  if (text.size() < 2 || text.size() > 20) return false;
  const auto letter = [](char each) { return (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z'); };
  return letter(text[0]) && letter(text[1]) && std::all_of(text.begin(), text.end(), [&](char each) {
           return letter(each) || (each >= '0' && each <= '9') || each == '-';
         });
}

// "words (note)", where the note may be left out only if the words don't end like one.
std::string with_note(const std::string& words, const std::string& note) {
  return note.empty() && !words.ends_with(')') ? words : words + " (" + note + ")";
}

struct Noted {
  std::string words;
  std::string note;
};

Noted split_note(std::string_view text) {
  const auto open = text.rfind(" (");
  if (!text.ends_with(')') || open == std::string_view::npos) return {std::string(trimmed(text)), ""};
  return {std::string(trimmed(text.substr(0, open))), std::string(trimmed(text.substr(open + 2, text.size() - open - 3)))};
}

std::string capitalised(std::string_view word) {
  std::string out(word);
  if (!out.empty() && out.front() >= 'a' && out.front() <= 'z') out.front() = static_cast<char>(out.front() - 32);
  return out;
}

bool is_shown(const Ref& ref) { return !address_of(ref, Subject::Film).empty(); }

class Reading {
 public:
  Reading(const FormText& text, const FilmFacts& known) : text_(text), known_(known) {}

  FormFacts read() {
    auto& facts = out_.facts;
    facts.title = trimmed(text_.title);
    facts.original_title = trimmed(text_.original_title);
    facts.original_language = trimmed(text_.original_language);
    facts.line = trimmed(text_.line);
    facts.year = number(text_.year, Field::Year, say::film::year_is_number);
    facts.minutes = number(text_.minutes, Field::Minutes, say::film::minutes_is_number);
    facts.countries = split_list(text_.countries);
    for (auto& country : facts.countries)
      if (country.size() == 2) country = upper(country);
    facts.genres = genres(text_.genres);
    for (const auto line : lines_of(text_.titles)) add_title(trimmed(line));
    for (const auto line : lines_of(text_.crew)) add_crew(trimmed(line));
    for (const auto line : lines_of(text_.cast)) add_cast(trimmed(line));
    std::stable_sort(facts.credits.begin(), facts.credits.end(),
                     [](const auto& one, const auto& other) { return one.department < other.department; });
    for (auto& credit : facts.credits) credit.person = person_of(credit);
    for (const auto line : lines_of(text_.refs)) add_ref(trimmed(line));
    for (const auto& ref : known_.refs)
      if (!is_shown(ref)) facts.refs.push_back(ref);
    return std::move(out_);
  }

 private:
  void fault(Field field, say::Later sentence) { out_.faults.push_back({field, std::move(sentence)}); }

  static std::string upper(std::string text) {
    for (char& letter : text)
      if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 32);
    return text;
  }

  std::optional<int> number(std::string_view typed, Field field, say::Later sentence) {
    const auto digits = trimmed(typed);
    if (digits.empty()) return std::nullopt;
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error == std::errc() && end == digits.data() + digits.size()) return value;
    fault(field, std::move(sentence));
    return std::nullopt;
  }

  // Those that the film has stay as they are written.
  std::vector<std::string> genres(std::string_view typed) const {
    auto names = split_list(typed);
    return names == known_.genres ? names : genres_of(names);
  }

  void add_title(std::string_view line) {
    if (line.empty()) return;
    auto [title, language] = split_note(line);
    if (!is_tag(language)) title = line, language.clear();
    out_.facts.titles.push_back({std::move(title), std::move(language)});
  }

  void add_crew(std::string_view line) {
    if (line.empty()) return;
    const auto colon = line.find(':');
    const auto department = colon == std::string_view::npos ? std::nullopt : department_of(line.substr(0, colon));
    if (!department || *department == Department::Cast)
      return fault(Field::Credits, [shown = std::string(cut_utf8(line, 80))](Language language) {
        return say::film::crew_line(language, shown);
      });
    auto [name, job] = split_note(trimmed(line.substr(colon + 1)));
    out_.facts.credits.push_back({.name = std::move(name), .department = *department, .job = std::move(job)});
  }

  void add_cast(std::string_view line) {
    if (line.empty()) return;
    const auto as = line.find(" as ");
    CreditFact credit{.name = std::string(trimmed(line.substr(0, as)))};
    if (as != std::string_view::npos) credit.character = trimmed(line.substr(as + 4));
    out_.facts.credits.push_back(std::move(credit));
  }

  void add_ref(std::string_view line) {
    if (line.empty()) return;
    const auto blank = line.find_first_of(" :\t");
    Ref ref{ascii_lower(line.substr(0, blank)), ""};
    if (blank != std::string_view::npos) ref.ref = trimmed(line.substr(blank + 1));
    if (ref.ref.starts_with(':')) ref.ref = trimmed(std::string_view(ref.ref).substr(1));
    if (ref.ref.empty() && ref.source.starts_with("tt")) ref = {"imdb", ref.source};
    if (!is_shown(ref) || ref.ref.empty())
      return fault(Field::Refs, say::film::ref_line);
    out_.facts.refs.push_back(std::move(ref));
  }

  // Who stood in the form under that name: in the same place before others.
  PersonId person_of(const CreditFact& credit) const {
    PersonId found;
    for (const auto& each : known_.credits) {
      if (each.name != credit.name) continue;
      if (each.department == credit.department && each.job == credit.job && each.character == credit.character) return each.person;
      if (!found) found = each.person;
    }
    return found;
  }

  const FormText& text_;
  const FilmFacts& known_;
  FormFacts out_;
};

}  // namespace

FormText form_text(const FilmFacts& facts) {
  FormText text{.title = facts.title,
                .year = number_text(facts.year),
                .original_title = facts.original_title,
                .original_language = facts.original_language,
                .minutes = number_text(facts.minutes),
                .line = facts.line,
                .countries = joined_list(facts.countries),
                .genres = joined_list(facts.genres)};
  for (const auto& title : facts.titles) text.titles += with_note(title.title, title.language) + "\n";
  for (const auto& credit : facts.credits) {
    if (credit.department == Department::Cast) {
      text.cast += credit.name + (credit.character.empty() ? "" : " as " + credit.character) + "\n";
    } else {
      text.crew += capitalised(department_name(credit.department)) + ": " + with_note(credit.name, credit.job) + "\n";
    }
  }
  for (const auto& ref : facts.refs)
    if (is_shown(ref)) text.refs += ref.source + " " + ref.ref + "\n";
  return text;
}

FormFacts facts_of(const FormText& text, const FilmFacts& known) { return Reading(text, known).read(); }

}  // namespace rialto::film
