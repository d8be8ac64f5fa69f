#include "talk/draft.h"

#include <gtest/gtest.h>

#include "support/community.h"

using namespace rialto;
using namespace rialto::talk;

namespace {

class Drafts : public testing::TestWithParam<Engine> {
 protected:
  void keep(const std::string& place) {
    c_.db().write([&](Tx& tx) { keep_draft_at(tx, c_.ben.member, place, "", "Half a thought"); });
  }
  bool is_kept(const std::string& place) {
    return c_.db().read([&](Tx& tx) { return draft_at(tx, c_.ben.member, place).has_value(); });
  }

  Community c_{GetParam()};
};

}  // namespace

TEST_P(Drafts, OneMoreThanTheLimitTakesThePlaceOfTheOldest) {
  for (int n = 0; n < kMostDrafts; ++n) keep("/" + std::to_string(n));
  c_.db().write([](Tx& tx) { tx.connection().script("UPDATE draft SET at = 1 WHERE place = '/7'"); });
  keep("/8");
  EXPECT_TRUE(is_kept("/7")) << "one that is renewed takes no place";
  keep("/new");
  EXPECT_TRUE(is_kept("/new"));
  EXPECT_FALSE(is_kept("/7"));
  EXPECT_TRUE(is_kept("/8"));
}

INSTANTIATE_TEST_SUITE_P(Both, Drafts, testing::ValuesIn(engines_here()), engine_name);
