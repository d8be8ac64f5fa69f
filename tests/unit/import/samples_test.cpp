// Every page in samples/ must become what stands beside it, to the last sign; only the wording of the film's reason is
// free. The films are those of the starter shelf.
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "import/json.h"
#include "import/understand.h"

using namespace rialto;
using namespace rialto::imports;

namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

fs::path source() {
  return RIALTO_SOURCE_DIR;
}

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

const FilmGuesser& shelf() {
  static const FilmGuesser kFilms = [] {
    const auto films = known_films_from(bytes_of(source() / "shelf" / "films.jsonl"));
    EXPECT_TRUE(films) << "the shelf can't be read";
    return FilmGuesser(films ? *films : std::vector<KnownFilm>());
  }();
  return kFilms;
}

// Takes the reason out of the film and returns it.
std::string take_reason(json::object& record) {
  auto* film = record["film"].if_object();
  if (!film) return "";
  const std::string why((*film)["why"].as_string());
  film->erase("why");
  return why;
}

std::vector<std::string> sample_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(source() / "samples")) {
    const auto name = entry.path().filename().string();
    if (name.ends_with(".txt") || name.ends_with(".html") || name.ends_with(".mhtml")) names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

class Samples : public testing::TestWithParam<std::string> {};

}  // namespace

TEST_P(Samples, BecomesWhatStandsBesideIt) {
  const auto file = source() / "samples" / GetParam();
  const auto record = understand(bytes_of(file), shelf());
  ASSERT_TRUE(record) << record.error().message;
  auto got = json::parse(json_line(*record)).as_object();
  auto wanted = json::parse(bytes_of(file.string() + ".expected.jsonl")).as_object();
  const auto reason = take_reason(got);
  take_reason(wanted);
  EXPECT_EQ(json::serialize(got), json::serialize(wanted));
  EXPECT_EQ(reason.empty(), got["film"].is_null());
}

INSTANTIATE_TEST_SUITE_P(All, Samples, testing::ValuesIn(sample_names()), [](const auto& test) {
  std::string name = test.param;
  for (char& letter : name)
    if (!std::isalnum(static_cast<unsigned char>(letter))) letter = '_';
  return name;
});
