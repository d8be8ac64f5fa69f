#include "film/catalogue_import.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <unordered_set>
#include <variant>

#include "base/strings.h"
#include "film/catalogue_import.sql.h"
#include "film/film_json.h"
#include "film/lexicon_source.h"
#include "film/people.h"
#include "film/store_film.h"

namespace rialto::film {

namespace {

constexpr std::size_t kBatch = 2'000;
constexpr std::chrono::milliseconds kBetweenReports{100};

struct File {
  std::string path;
  std::string name;  // without folders and endings
  Shape shape = Shape::Unknown;
};

bool is_imdb(Shape shape) { return shape >= Shape::ImdbTitles && shape <= Shape::ImdbEpisodes; }
bool is_omdb(Shape shape) { return shape >= Shape::OmdbNamesOfJobs && shape <= Shape::OmdbOther; }

// "/data/films_free.jsonl.zst" → "films_free"
std::string plain_name(const std::string& path) {
  const auto name = std::filesystem::path(path).filename().string();
  return name.substr(0, std::max<std::size_t>(name.find('.'), 1));
}

Result<File> recognised(const std::string& path) {
  auto lines = LineReader::open(path);
  if (!lines) return lines.error();
  std::string_view first;
  if (!(*lines)->next(first)) {
    const auto why = (*lines)->broken();
    return Error{path + (why.empty() ? " is empty" : " can't be read: " + why)};
  }
  File file{.path = path, .name = plain_name(path), .shape = shape_of(first, std::filesystem::path(path).filename().string())};
  if (file.shape == Shape::Unknown)
    return Error{path + " is none of the catalogues that I can read. Its first line should be a header of an IMDb dataset or "
                        "of an omdb.org CSV file, or a JSON object with a \"title\" or a \"name\"."};
  return file;
}

// The names that stand more than once in a file of people: nothing but refs tells those apart.
class SharedNames {
 public:
  void add(std::string_view name) {
    const auto hash = std::hash<std::string>{}(folded(name));
    if (!once_.insert(hash).second) shared_.insert(hash);
  }
  void settle() { once_ = {}; }
  NameIs kind_of(std::string_view name) const {
    return shared_.contains(std::hash<std::string>{}(folded(name))) ? NameIs::Shared : NameIs::Unique;
  }

 private:
  std::unordered_set<std::size_t> once_;
  std::unordered_set<std::size_t> shared_;
};

class NameCollector : public CatalogueSink {
 public:
  explicit NameCollector(SharedNames& names) : names_(names) {}
  void film(FilmRecord) override {}
  void person(PersonRecord record) override {
    if (!record.known_only) names_.add(record.name);
  }
  void skip(std::string_view) override {}

 private:
  SharedNames& names_;
};

void add_counts(CatalogueCount& into, const CatalogueCount& from) {
  into.fresh += from.fresh;
  into.changed += from.changed;
  into.unchanged += from.unchanged;
  for (const auto& [why, count] : from.skipped) into.skipped[why] += count;
}

// Gathers records and writes them in batches.
class Writer : public CatalogueSink {
 public:
  Writer(Db& db, CatalogueReport& report, std::string source, const SharedNames* shared, std::function<void(std::int64_t)> ticked)
      : db_(db), report_(report), source_(std::move(source)), shared_(shared), ticked_(std::move(ticked)) {}

  void film(FilmRecord record) override { add(std::move(record)); }
  void person(PersonRecord record) override { add(std::move(record)); }
  void skip(std::string_view why) override {
    ++report_.films.skipped[std::string(why)];
    ticked_(++records_);
  }

  void flush() {
    if (batch_.empty()) return;
    const auto at = now();
    const auto counts = db_.write([&](Tx& tx) { return store_batch(tx, at); });
    add_counts(report_.films, counts.films);
    add_counts(report_.people, counts.people);
    batch_.clear();
  }

 private:
  void add(CatalogueRecord record) {
    batch_.push_back(std::move(record));
    if (batch_.size() >= kBatch) flush();
    ticked_(++records_);
  }

  // May run more than once for the same batch.
  CatalogueReport store_batch(Tx& tx, Time at) const {
    CatalogueReport counts;
    for (const auto& record : batch_) {
      if (const auto* film = std::get_if<FilmRecord>(&record)) {
        count(counts.films, store_film(tx, *film, source_, at));
      } else {
        count_person(counts.people, tx, std::get<PersonRecord>(record), at);
      }
    }
    return counts;
  }

  static void count(CatalogueCount& films, const StoredFilm& stored) {
    switch (stored.how) {
      case StoredFilm::How::New: ++films.fresh; break;
      case StoredFilm::How::Changed: ++films.changed; break;
      case StoredFilm::How::Unchanged: ++films.unchanged; break;
      case StoredFilm::How::Skipped: ++films.skipped[stored.why]; break;
    }
  }

  void count_person(CatalogueCount& people, Tx& tx, const PersonRecord& record, Time at) const {
    auto clean = record;
    std::erase_if(clean.refs, [](const auto& ref) { return !is_ref(ref, Subject::Person); });
    clean.name = cut_utf8(repaired_utf8(trimmed(clean.name)), 200);
    std::erase(clean.names, "");
    for (auto& name : clean.names) name = cut_utf8(repaired_utf8(trimmed(name)), 200);
    if (clean.name.empty() && !clean.known_only) {
      ++people.skipped["has no name"];
      return;
    }
    const auto name = shared_ ? shared_->kind_of(clean.name) : NameIs::Shared;
    switch (store_person(tx, clean, name, at).how) {
      case StoredPerson::How::New: ++people.fresh; break;
      case StoredPerson::How::Changed: ++people.changed; break;
      case StoredPerson::How::Unchanged: ++people.unchanged; break;
      case StoredPerson::How::Unknown: ++people.skipped["tells of a person who is not in the catalogue"]; break;
    }
  }

  Db& db_;
  CatalogueReport& report_;
  std::string source_;
  const SharedNames* shared_;
  std::function<void(std::int64_t)> ticked_;
  std::vector<CatalogueRecord> batch_;
  std::int64_t records_ = 0;
};

// One run over all files.
class Run {
 public:
  Run(Db& db, const CatalogueImport& import, std::vector<File> files) : db_(db), import_(import), files_(std::move(files)) {
    context_.title_types = import.title_types;
  }

  CatalogueReport run() {
    if (std::any_of(files_.begin(), files_.end(), [](const auto& file) { return is_imdb(file.shape); })) learn_films();
    for (const auto& file : files_) {
      if (file.shape == Shape::ImdbNames) mark_needed_people();
      read_file(file);
    }
    return std::move(report_);
  }

 private:
  void learn_films() {
    db_.read([&](Tx& tx) {
      tx.each<sql::film_refs_of_source>({.source = "imdb"}, [&](const auto& row) {
        if (const auto number = imdb_number(row.ref)) context_.films.add(*number);
      });
    });
  }

  void mark_needed_people() {
    for (const auto& file : files_)
      if (file.shape == Shape::ImdbPrincipals || file.shape == Shape::ImdbCrew)
        with_lines(file, [&](std::string_view header, LineReader& lines) { mark_people(header, lines, context_); });
  }

  template <class Read>
  void with_lines(const File& file, Read read) {
    auto lines = LineReader::open(file.path);
    std::string_view header;
    if (!lines || !(*lines)->next(header)) {
      report_.notes.push_back(file.path + " went away while it was read.");
      return;
    }
    read(header, **lines);
    if (const auto why = (*lines)->broken(); !why.empty())
      report_.notes.push_back(file.path + " broke off after line " + std::to_string((*lines)->lines()) + ": " + why);
  }

  std::string source_of(const File& file) const {
    if (!import_.source.empty()) return import_.source;
    if (is_imdb(file.shape)) return "imdb";
    return is_omdb(file.shape) ? "omdb" : file.name;
  }

  void read_file(const File& file) {
    if (file.shape == Shape::ImdbEpisodes || file.shape == Shape::OmdbOther) {
      report_.notes.push_back(file.path + " was passed over: " + std::string(shape_name(file.shape)) + " adds nothing to films.");
      return;
    }
    SharedNames shared;
    const bool may_have_people = file.shape == Shape::JsonLines || file.shape == Shape::OmdbPeople;
    if (may_have_people) {
      NameCollector collector(shared);
      auto context = context_;
      with_lines(file, [&](std::string_view header, LineReader& lines) { read(file, header, lines, context, collector); });
      shared.settle();
    }
    with_lines(file, [&](std::string_view header, LineReader& lines) {
      Writer writer(db_, report_, source_of(file), may_have_people ? &shared : nullptr,
                    [&](std::int64_t records) { tell(file, records, lines); });
      read(file, header, lines, context_, writer);
      writer.flush();
    });
  }

  static void read(const File& file, std::string_view header, LineReader& lines, CatalogueContext& context, CatalogueSink& sink) {
    if (file.shape == Shape::JsonLines) return read_json_lines(header, lines, sink);
    if (is_imdb(file.shape)) return read_imdb(file.shape, header, lines, context, sink);
    read_omdb(file.shape, header, lines, context, sink);
  }

  void tell(const File& file, std::int64_t records, const LineReader& lines) {
    if (!import_.on_progress || records % 64 != 0) return;
    const auto time = std::chrono::steady_clock::now();
    if (time - told_ < kBetweenReports) return;
    told_ = time;
    const auto all = lines.bytes_all();
    const double share = all > 0 ? static_cast<double>(lines.bytes_read()) / static_cast<double>(all) : 0;
    import_.on_progress({.file = file.path, .shape = shape_name(file.shape), .records = records, .share = std::min(share, 1.0)});
  }

  Db& db_;
  const CatalogueImport& import_;
  std::vector<File> files_;
  CatalogueContext context_;
  CatalogueReport report_;
  std::chrono::steady_clock::time_point told_{};
};

}  // namespace

std::int64_t CatalogueCount::all() const {
  auto sum = fresh + changed + unchanged;
  for (const auto& [why, count] : skipped) sum += count;
  return sum;
}

Result<CatalogueReport> import_catalogue(Db& db, const CatalogueImport& import) {
  std::vector<File> files;
  for (const auto& path : import.files) {
    auto file = recognised(path);
    if (!file) return file.error();
    files.push_back(std::move(*file));
  }
  // What later files speak of comes first: titles before names before credits, whatever the order they were given in.
  std::stable_sort(files.begin(), files.end(), [](const auto& one, const auto& other) {
    const auto place = [](Shape shape) {
      // Credits need their people.
      if (shape == Shape::ImdbNames) return 2 * static_cast<int>(Shape::ImdbPrincipals) - 1;
      return 2 * static_cast<int>(shape);
    };
    return place(one.shape) < place(other.shape);
  });
  auto report = Run(db, import, std::move(files)).run();
  const auto changed = [](const CatalogueCount& count) { return count.fresh + count.changed > 0; };
  if (changed(report.films) || changed(report.people)) db.write([](Tx& tx) { note_import(tx); });
  return report;
}

}  // namespace rialto::film
