#include "web/read_trace.h"

#include <gtest/gtest.h>

#include <functional>
#include <optional>
#include <stdexcept>

#include "member/setting.h"
#include "support/databases.h"
#include "talk/board.h"
#include "talk/picture.h"

namespace rialto::web {
namespace {

class Traces : public testing::TestWithParam<Engine> {
 protected:
  Db& db() { return test_.db(); }

  void say(std::string_view name, std::string_view value) {
    db().write([&](Tx& tx) { member::write_setting(tx, name, value); });
  }

  // What a handler reads through it.
  ReadTrace trace_of(const std::function<void(Tx&)>& reads) {
    ReadTrace trace;
    NotingDb noting(db(), trace);
    noting.read([&](Tx& tx) { reads(tx); });
    return trace;
  }

  bool holds(const ReadTrace& trace) {
    return db().read([&](Tx& tx) { return trace.holds(tx); });
  }

 private:
  TestDatabase test_{GetParam()};
};

void read_name(Tx& tx) { member::read_setting(tx, "name"); }

TEST_P(Traces, HoldWhileWhatWasReadIsTheSame) {
  say("name", "before");
  const auto trace = trace_of(read_name);
  EXPECT_TRUE(holds(trace));
  db().write([](Tx& tx) { talk::add_general_board(tx, {.slug = "elsewhere", .title = "Elsewhere", .about = "Nothing of the above."}); });
  EXPECT_TRUE(holds(trace)) << "what was written is something else";
  say("name", "after");
  EXPECT_FALSE(holds(trace));
  say("name", "before");
  EXPECT_TRUE(holds(trace)) << "it reads the same again";
}

TEST_P(Traces, NoticeARowWhereThereWasNone) {
  const auto trace = trace_of(read_name);
  EXPECT_TRUE(holds(trace));
  say("name", "");
  EXPECT_FALSE(holds(trace));
}

TEST_P(Traces, KeepTheValuesThatStatementsWereRunWith) {
  say("name", "a name that is longer than what a string holds in itself");
  const auto trace = trace_of([](Tx& tx) {
    const std::string passing = "name";
    member::read_setting(tx, passing);
    member::read_setting(tx, "a setting that nobody has written down as yet");
    talk::find_pictures(tx, {"one", "another"});
  });
  EXPECT_TRUE(holds(trace));
  say("a setting that nobody has written down as yet", "now");
  EXPECT_FALSE(holds(trace));
}

TEST_P(Traces, GiveHandlersTheRowsThatThereAre) {
  say("name", "value");
  std::optional<std::string> read;
  trace_of([&](Tx& tx) { read = member::read_setting(tx, "name"); });
  EXPECT_EQ(read, "value");
}

TEST_P(Traces, LetNobodyWrite) {
  ReadTrace trace;
  NotingDb noting(db(), trace);
  EXPECT_THROW(noting.write([](Tx& tx) { member::write_setting(tx, "name", "written"); }), std::logic_error);
}

INSTANTIATE_TEST_SUITE_P(Both, Traces, testing::ValuesIn(engines_here()), engine_name);

}  // namespace
}  // namespace rialto::web
