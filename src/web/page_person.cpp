#include "web/page_person.h"

#include <algorithm>

#include "base/edtf.h"
#include "db/db.h"
#include "film/film.h"
#include "film/person.h"
#include "say/date.h"
#include "say/number.h"
#include "say/person.h"
#include "talk/board.h"
#include "talk/mention.h"
#include "talk/thread.h"
#include "web/film_card.h"
#include "web/pages/person.html.h"
#include "web/pieces.h"
#include "web/shown.h"
#include "web/view/person.h"
#include "web/visit.h"

namespace rialto::web {

namespace {

constexpr int kThreads = 8;
constexpr std::size_t kNaming = 8;
constexpr std::size_t kKnownFor = 6;
constexpr std::size_t kOtherNames = 6;

struct Read {
  film::PersonPage person;
  std::vector<view::Card> known_for;
  std::vector<talk::ThreadLine> threads;
  std::vector<talk::NamingText> naming;
};

// The best known of their films, each once.
std::vector<FilmId> best_known(std::vector<film::FilmCredit> credits) {
  std::stable_sort(credits.begin(), credits.end(), [](const auto& one, const auto& other) { return one.film_fame > other.film_fame; });
  std::vector<FilmId> films;
  for (const auto& credit : credits)
    if (films.size() < kKnownFor && std::find(films.begin(), films.end(), credit.film) == films.end()) films.push_back(credit.film);
  return films;
}

Read read_page(Tx& tx, const film::Person& person) {
  Read read{.person = film::read_person_page(tx, person)};
  if (read.person.credits.size() > kKnownFor) {
    auto films = film::films_with_ids(tx, best_known(read.person.credits));
    std::stable_sort(films.begin(), films.end(), [](const auto& one, const auto& other) { return one.fame > other.fame; });
    read.known_for = cards_of(tx, films);
  }
  if (const auto board = talk::find_board_of(tx, person.id))
    read.threads = talk::threads_of(tx, board->id, 1, kThreads, talk::HiddenToo::No);
  read.naming = talk::texts_naming(tx, person.id, kNaming);
  return read;
}

std::string spoken_date(const std::string& dated, Language language) {
  const auto date = Edtf::parse(dated);
  return date ? say::spoken(*date, language) : dated;
}

std::string life_of(const film::Person& person, Language language) {
  const auto born = spoken_date(person.born, language), died = spoken_date(person.died, language);
  if (person.born.empty()) return person.died.empty() ? "" : say::person::died(language, died);
  return person.died.empty() ? say::person::born(language, born) : say::person::born_died(language, born, died);
}

std::string_view job_of(film::Department department, Language language) {
  switch (department) {
    case film::Department::Direction: return say::person::director(language);
    case film::Department::Writing: return say::person::writer(language);
    case film::Department::Photography: return say::person::cinematographer(language);
    case film::Department::Music: return say::person::composer(language);
    case film::Department::Editing: return say::person::editor(language);
    case film::Department::Production: return say::person::producer(language);
    case film::Department::Cast: break;
  }
  return say::person::cast(language);
}

void add_works(view::Person& page, const std::vector<film::FilmCredit>& credits, Language language) {
  std::optional<film::Department> last;
  for (const auto& credit : credits) {
    if (last != credit.department) page.works.push_back({.job = std::string(job_of(credit.department, language)), .rows = {}});
    last = credit.department;
    const bool cast = credit.department == film::Department::Cast;
    const bool tells_job = credit.department == film::Department::Production || credit.department == film::Department::Writing;
    page.works.back().rows.push_back({.year = credit.film_year ? std::to_string(*credit.film_year) : "",
                                      .title = credit.film_title,
                                      .href = "/film/" + credit.film_slug,
                                      .character = cast ? credit.character : tells_job ? credit.job : ""});
  }
}

std::string summary_of(std::vector<std::string> other_names, Language language) {
  if (other_names.empty()) return "";
  if (other_names.size() > kOtherNames) other_names.resize(kOtherNames);
  return say::person::also_known_as(language, say::enumeration(language, other_names));
}

}  // namespace

Response person_page(SharedVisit& visit) {
  const auto slug = visit.address.params.get("slug");
  const auto person = visit.db().read([&](Tx& tx) { return film::person_with_slug(tx, slug); });
  if (!person) return nothing_here(visit);
  if (person->slug != slug) return redirect_301("/person/" + person->slug);
  auto read = visit.db().read([&](Tx& tx) { return read_page(tx, *person); });
  view::Person page;
  page.frame = frame_of(visit, person->name, "films");
  page.name = person->name;
  page.href = "/person/" + person->slug;
  page.frame.canonical = page.href;
  page.life = life_of(*person, visit.language);
  page.summary = summary_of(read.person.other_names, visit.language);
  add_works(page, read.person.credits, visit.language);
  page.known_for = std::move(read.known_for);
  for (const auto& ref : read.person.refs)
    if (auto address = film::address_of(ref, film::Subject::Person); !address.empty())
      page.elsewhere.push_back({film::source_name(ref.source), std::move(address)});
  page.board_href = page.href + "/board";
  page.new_thread_href = page.board_href + "/new";
  for (const auto& line : read.threads) page.threads.push_back(row_of(line, visit.telling()));
  for (const auto& text : read.naming) page.naming.push_back(row_of(text, visit.telling()));
  auto response = show(visit, pages::person(visit.language, page));
  response.shown = std::make_shared<const Shown>(listing(read.threads));
  return response;
}

}  // namespace rialto::web
