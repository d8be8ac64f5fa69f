// Whatever bytes a catalogue's file holds, it is read to its end, and nothing but records and reasons come out.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "film/catalogue_file.h"
#include "film/film_json.h"
#include "film/store_film.h"

namespace {

using namespace rialto::film;

class Checking : public CatalogueSink {
 public:
  void film(FilmRecord record) override {
    clean(record.facts);
    for (const auto& ref : record.facts.refs)
      if (!is_ref(ref, Subject::Film)) std::abort();
    if (record.facts.year && *record.facts.year < 1874) std::abort();
    (void)json_line(record);
  }
  void person(PersonRecord record) override { (void)json_line(record); }
  void skip(std::string_view why) override {
    if (why.empty()) std::abort();
  }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto lines = LineReader::over(text);
  std::string_view first;
  if (!lines->next(first)) return 0;
  const std::string header(first);
  const auto shape = shape_of(header, "all_movies.csv");
  CatalogueContext context{.title_types = {"movie"}};
  context.films.add(113277);
  Checking sink;
  if (shape == Shape::JsonLines) {
    read_json_lines(header, *lines, sink);
  } else if (shape >= Shape::ImdbTitles && shape <= Shape::ImdbEpisodes) {
    read_imdb(shape, header, *lines, context, sink);
  } else {
    read_omdb(shape, header, *lines, context, sink);
  }
  return 0;
}
