#include "web/page_person.h"

#include <algorithm>

#include "base/edtf.h"
#include "db/db.h"
#include "film/film.h"
#include "film/person.h"
#include "talk/board.h"
#include "talk/thread.h"
#include "web/film_card.h"
#include "web/pages/person.html.h"
#include "web/pieces.h"
#include "web/view/person.h"
#include "web/visit.h"

namespace rialto::web {

namespace {

constexpr int kThreads = 8;
constexpr std::size_t kKnownFor = 6;

struct Read {
  film::PersonPage person;
  std::vector<view::Card> known_for;
  std::vector<talk::ThreadLine> threads;
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
  return read;
}

std::string spoken_date(const std::string& dated) {
  const auto date = Edtf::parse(dated);
  return date ? spoken(*date, Language::English) : dated;
}

std::string life_of(const film::Person& person) {
  std::string life;
  if (!person.born.empty()) life = "born " + spoken_date(person.born);
  if (!person.died.empty()) life += (life.empty() ? "died " : ", died ") + spoken_date(person.died);
  return life;
}

std::string job_of(film::Department department) {
  switch (department) {
    case film::Department::Direction: return "Director";
    case film::Department::Writing: return "Writer";
    case film::Department::Photography: return "Cinematographer";
    case film::Department::Music: return "Composer";
    case film::Department::Editing: return "Editor";
    case film::Department::Production: return "Producer and crew";
    case film::Department::Cast: break;
  }
  return "Cast";
}

void add_works(view::Person& page, const std::vector<film::FilmCredit>& credits) {
  std::optional<film::Department> last;
  for (const auto& credit : credits) {
    if (last != credit.department) page.works.push_back({.job = job_of(credit.department), .rows = {}});
    last = credit.department;
    const bool cast = credit.department == film::Department::Cast;
    const bool tells_job = credit.department == film::Department::Production || credit.department == film::Department::Writing;
    page.works.back().rows.push_back({.year = credit.film_year ? std::to_string(*credit.film_year) : "",
                                      .title = credit.film_title,
                                      .href = "/film/" + credit.film_slug,
                                      .character = cast ? credit.character : tells_job ? credit.job : ""});
  }
}

std::string summary_of(const std::vector<std::string>& other_names) {
  if (other_names.empty()) return "";
  std::string names = "Also known as ";
  for (std::size_t at = 0; at < other_names.size() && at < 6; ++at) names += (at == 0 ? "" : ", ") + other_names[at];
  return names + ".";
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
  page.life = life_of(*person);
  page.summary = summary_of(read.person.other_names);
  add_works(page, read.person.credits);
  page.known_for = std::move(read.known_for);
  for (const auto& ref : read.person.refs)
    if (auto address = film::address_of(ref, film::Subject::Person); !address.empty())
      page.elsewhere.push_back({film::source_name(ref.source), std::move(address)});
  page.board_href = page.href + "/board";
  page.new_thread_href = page.board_href + "/new";
  const auto at = visit.at;
  for (const auto& line : read.threads) page.threads.push_back(row_of(line, visit.house->mask, at));
  return show(visit, pages::person(page));
}

}  // namespace rialto::web
