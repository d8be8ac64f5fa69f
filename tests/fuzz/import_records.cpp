// Whatever a line of records holds: it is refused with a sentence, or it is a record that is written as a line that
// reads as the same record, and that can be stored.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/strings.h"
#include "import/convert.h"
#include "import/json.h"
#include "import/json_reader.h"

using namespace rialto;
using namespace rialto::imports;

namespace {

void must(bool holds) {
  if (!holds) std::abort();
}

void store(const PageRecord& record) {
  std::int64_t ghosts = 0;
  const FindGhost ghost = [&](const std::string& name) {
    must(!name.empty());
    return MemberId{++ghosts};
  };
  must(!title_of(record).empty());
  excerpt_of(record);
  if (const auto* const thread = std::get_if<ThreadRecord>(&record)) {
    const auto made = imported_thread(*thread, BoardId{1}, ghost);
    must(made.posts.size() == thread->posts.size());
    for (std::size_t at = 0; at < made.posts.size(); ++at) must(made.posts[at].parent.value_or(0) <= at);
    for (const auto& post : made.posts) must(is_utf8(post.body) && post.body.find('\0') == std::string::npos);
    return;
  }
  const auto made = imported_review(std::get<ReviewRecord>(record), FilmId{1}, ghost);
  must(is_utf8(made.body) && made.rating.value_or(1) >= 1 && made.rating.value_or(1) <= 10);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view line(reinterpret_cast<const char*>(data), size);
  const auto record = record_from_json(line);
  if (!record) {
    must(!record.error().message.empty());
    return 0;
  }
  const auto written = json_line(*record);
  const auto again = record_from_json(written);
  must(static_cast<bool>(again) && json_line(*again) == written);
  store(*record);
  return 0;
}
