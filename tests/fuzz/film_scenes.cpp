// Whatever a file of scenes holds, a line is read or refused; what is read can be written in a form and read again, and its
// scenes are found in any text, in order, none over another, each cut between code points.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "film/scene_file.h"
#include "text/scene_find.h"

namespace {

using namespace rialto;

bool begins_code_point(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

void find_in(std::string_view text, const text::SceneFinder& finder) {
  std::size_t end = 0;
  for (const auto& [place, scene] : finder.find(text)) {
    if (place.begin < end || place.end <= place.begin || place.end > text.size()) std::abort();
    if (!begins_code_point(text, place.begin) || !begins_code_point(text, place.end)) std::abort();
    end = place.end;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto line = film::read_scene_line(bytes);
  if (!line) return 0;
  text::SceneFinder finder;
  for (std::size_t at = 0; at < line->scenes.size(); ++at) {
    const auto& facts = line->scenes[at];
    const auto again = film::facts_of(film::form_of(facts));
    if (!std::holds_alternative<film::SceneFacts>(again) || std::get<film::SceneFacts>(again) != facts) std::abort();
    finder.add(text::scene_phrases(facts.name, facts.names, text::IsEnding::Yes), at);
  }
  find_in(bytes, finder);
  return 0;
}
