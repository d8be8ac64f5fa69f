// Whatever a text holds, it is linked without end or fault: mentions lie within it, in order, none over another, each cut
// between code points.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/strings.h"
#include "text/lexicon_builder.h"
#include "text/link.h"
#include "text/link_context.h"

namespace {

using namespace rialto;
using namespace rialto::text;

Linker make_linker() {
  LexiconBuilder builder("");
  builder.film({.id = FilmId{1}, .title = "Heat", .year = 1972, .fame = 3});
  builder.film({.id = FilmId{2}, .title = "Heat", .year = 1995, .fame = 90});
  builder.film({.id = FilmId{3}, .title = "It", .year = 2017, .fame = 50});
  builder.film({.id = FilmId{4}, .title = "Spider-Man: Into the Spider-Verse", .year = 2018, .fame = 60});
  builder.film({.id = FilmId{5}, .title = "a a a a a a a a", .year = 2001, .fame = 2});
  builder.person(PersonId{1}, "Robert De Niro", "nm0000134");
  builder.person(PersonId{2}, "Michael Mann", "");
  builder.credit(FilmId{2}, PersonId{1}, LexiconBuilder::Part::Cast, 1, "Neil McCauley");
  builder.credit(FilmId{2}, PersonId{2}, LexiconBuilder::Part::Direction, 1, "");
  return Linker({*Lexicon::over(builder.build())});
}

bool begins_code_point(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Linker linker = make_linker();
  const auto text = repaired_utf8(std::string_view(reinterpret_cast<const char*>(data), size));
  auto context = linker.context(FilmId{2});
  std::size_t end = 0;
  const auto mentions = linker.link(text, context);
  for (const auto& mention : mentions) {
    if (mention.begin < end || mention.end <= mention.begin || mention.end > text.size()) std::abort();
    if (!begins_code_point(text, mention.begin) || !begins_code_point(text, mention.end)) std::abort();
    end = mention.end;
  }
  linker.remember(context, mentions);
  (void)linker.link(text, context);
  return 0;
}
