// Saved pages of any kind → records: whatever bytes come, an end, and records that hold together.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/strings.h"
#include "import/json.h"
#include "import/understand.h"

namespace {

using namespace rialto;
using namespace rialto::imports;

void check(bool holds) {
  if (!holds) std::abort();
}

void check_posts(const std::vector<PostRecord>& posts) {
  for (std::size_t at = 0; at < posts.size(); ++at) {
    const auto& post = posts[at];
    check(post.n == static_cast<int>(at) + 1);
    check(!post.parent || (*post.parent >= 1 && *post.parent < post.n));
    check(post.deleted != post.text.has_value());
    for (const auto& quote : post.quotes) check(quote.post >= 1 && quote.post < post.n);
  }
}

void check_record(const ThreadRecord& thread) {
  check_posts(thread.posts);
}

void check_record(const ReviewRecord& review) {
  check_posts(review.comments);
  for (const auto& image : review.images) check(image.section >= 0 && image.after_paragraph >= 0);
}

const FilmGuesser& films() {
  static const std::vector<KnownFilm> kFilms = {
      {"Heat", 1995, {}, {"Michael Mann", "Al Pacino"}, {"Neil McCauley"}, "tt0113277"},
      {"Heat", 1972, {}, {}, {}, ""},
      {"M", 1931, {}, {"Fritz Lang"}, {}, ""}};
  static const FilmGuesser kGuesser{kFilms};
  return kGuesser;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto record = understand({reinterpret_cast<const char*>(data), size}, films());
  if (!record) return 0;
  std::visit([](const auto& page) { check_record(page); }, *record);
  check(is_utf8(json_line(*record)));
  return 0;
}
