#include "web/page_now.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "text/mask.h"
#include "web/pieces.h"

using namespace rialto;
using namespace rialto::web;

namespace {

constexpr Time kMinute{60'000'000};

Time minute(std::int64_t number) {
  return {kMinute.micros * number};
}

struct Told {
  std::string words;
  Time until;
};

Told age_at(Time now, Time time) {
  static const text::WordMask mask({});
  Time until = kForever;
  const auto when = when_of(time, Telling{.language = Language::English, .mask = mask, .now = PageNow(now, until)});
  return {when.spoken, until};
}

// Begun some time ago, to the microsecond; whole units too, where words change.
std::int64_t age_in(std::mt19937_64& random) {
  constexpr std::int64_t kSpans[] = {60, 3600, 86'400, 2 * 86'400, 8 * 86'400};
  const auto span = kSpans[random() % 5] * 1'000'000;
  const auto age = static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(span)) - 300'000'000;
  return random() % 3 == 0 ? age / kMinute.micros * kMinute.micros : age;
}

}  // namespace

TEST(PageNow, AnAgeIsTrueUntilTheMinuteInWhichOtherWordsAreSaid) {
  std::mt19937_64 random(7);
  for (int round = 0; round < 3000; ++round) {
    const auto now = minute(29'000'000 + static_cast<std::int64_t>(random() % 100'000));
    const Time time{now.micros - age_in(random)};
    const auto told = age_at(now, time);
    ASSERT_GT(told.until, now);
    auto later = now;
    for (int step = 0; step < 3000 && later < told.until; ++step, later.micros += kMinute.micros)
      ASSERT_EQ(age_at(later, time).words, told.words) << (later - time).count << " s";
    if (later >= told.until) {
      ASSERT_NE(age_at(later, time).words, told.words) << (later - time).count << " s";
    }
  }
}

TEST(PageNow, WhatIsLongPastIsTrueForEver) {
  const auto now = minute(29'000'000);
  EXPECT_EQ(age_at(now, now - Seconds{8 * 86'400}).until, kForever);
}

TEST(PageNow, APageIsTrueUntilTheFirstOfItsAgesChanges) {
  Time until = kForever;
  const PageNow now(minute(10), until);
  const auto same = [&](Time end) { return now.told([end](Time time) { return ForNow<Time>{time, end}; }); };
  EXPECT_EQ(same(minute(70)), minute(10));
  EXPECT_EQ(until, minute(70));
  same(minute(11));
  same(minute(400));
  EXPECT_EQ(until, minute(11));
}
