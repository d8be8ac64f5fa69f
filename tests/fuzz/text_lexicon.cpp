// Whatever bytes a lexicon's file holds, it is refused or read without fault: also where its tables point anywhere.
#include <cstdint>
#include <cstring>
#include <string>

#include "text/lexicon.h"
#include "text/lexicon_builder.h"
#include "text/link.h"
#include "text/link_context.h"

namespace {

using namespace rialto;
using namespace rialto::text;

std::string good_lexicon() {
  LexiconBuilder builder("stamp");
  builder.film({.id = FilmId{1}, .title = "Heat", .year = 1995, .fame = 90, .imdb = "tt0113277"});
  builder.film({.id = FilmId{2}, .title = "The Godfather: Part II", .year = 1974, .fame = 80});
  builder.person(PersonId{1}, "Robert De Niro", "nm0000134");
  builder.credit(FilmId{1}, PersonId{1}, LexiconBuilder::Part::Cast, 1, "Neil McCauley");
  return builder.build();
}

}  // namespace

// The input is written over a good lexicon: first four bytes say where (times four), the rest what.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::string good = good_lexicon();
  auto bytes = good;
  for (std::size_t at = 0; at + 8 <= size; at += 8) {
    std::uint32_t place = 0;
    std::memcpy(&place, data + at, sizeof place);
    const std::size_t to = place % (bytes.size() / 4) * 4;
    std::memcpy(bytes.data() + to, data + at + 4, 4);
  }
  const auto lexicon = Lexicon::over(std::move(bytes));
  if (!lexicon) return 0;
  const Linker linker({*lexicon});
  auto context = linker.context(FilmId{1});
  const auto mentions = linker.link("Heat (1995) with DeNiro as McCauley; \"Godfather 2\", godfater. Neil's Heat, Robert De Niro and Al Unknown.", context);
  linker.remember(context, mentions);
  (void)linker.film_titled("Heat", 1995);
  (void)linker.film_with_imdb("tt0113277");
  return 0;
}
