#include "web/page_cache.h"

#include <gtest/gtest.h>

#include <random>

#include "small_site.h"
#include "web/compress.h"
#include "web/fingerprint.h"
#include "web/read_trace.h"
#include "web/site.h"

using namespace rialto;
using namespace rialto::web;

namespace {

constexpr Wanted kPlain{Coding::Identity, 4};
const Stamp kStamp{{"1"}, Time{60}};

std::string filled(const KeptPage& page) {
  return page.halves ? joined(spliced(page.halves, "HOLE")) : "nothing";
}

KeptPage kept(PageCache& cache, std::string_view key, const Stamp& stamp, std::string_view after, Wanted wanted = kPlain) {
  return cache.keep(key, {.stamp = stamp, .before = "before ", .after = after, .shown = nullptr}, wanted);
}

std::string keep(PageCache& cache, std::string_view key, const Stamp& stamp, std::string_view after) {
  return filled(kept(cache, key, stamp, after));
}

}  // namespace

TEST(PageCache, APageIsFoundUnderItsStampOnly) {
  PageCache cache(1 << 20);
  EXPECT_EQ(filled(cache.find("/", kStamp, kPlain)), "nothing");
  EXPECT_EQ(keep(cache, "/", kStamp, " after"), "before HOLE after");
  EXPECT_EQ(filled(cache.find("/", kStamp, kPlain)), "before HOLE after");
  EXPECT_EQ(filled(cache.find("/other", kStamp, kPlain)), "nothing");
  EXPECT_EQ(filled(cache.find("/", {{"2"}, Time{60}}, kPlain)), "nothing") << "somebody wrote";
}

TEST(PageCache, APageIsFoundUntilWhatItSaysOfAgesIsOver) {
  PageCache cache(1 << 20);
  const auto keep_until = [&](Time until) {
    cache.keep("/", {.stamp = kStamp, .true_until = until, .before = "before ", .after = " after", .shown = nullptr}, kPlain);
  };
  const auto is_found_at = [&](Time minute) {
    const Stamp stamp{kStamp.moment, minute};
    const bool found = cache.find("/", stamp, kPlain).halves != nullptr;
    EXPECT_EQ(found, cache.shown("/", stamp).has_value());
    return found;
  };
  keep_until(Time{180});
  EXPECT_TRUE(is_found_at(Time{60}));
  EXPECT_TRUE(is_found_at(Time{120}));
  EXPECT_FALSE(is_found_at(Time{180}));
  EXPECT_FALSE(is_found_at(Time{0})) << "the clock was set back";
  keep_until(kForever);
  EXPECT_TRUE(is_found_at(Time{1} + Seconds{1'000'000'000}));
}

TEST(PageCache, APageFromBeforeAWriteIsTrueAgainWhereItsReaderSaysSo) {
  PageCache cache(1 << 20);
  const auto trace = std::make_shared<const ReadTrace>();
  cache.keep("/", {.stamp = kStamp, .before = "before ", .after = " after", .shown = nullptr, .trace = trace}, kPlain);
  const Stamp later{{"2"}, Time{60}};
  EXPECT_EQ(cache.trace_of_old("/", kStamp), nullptr) << "nobody has written";
  ASSERT_EQ(cache.trace_of_old("/", later), trace);
  cache.renew("/", std::make_shared<const ReadTrace>(), later.moment);
  EXPECT_EQ(filled(cache.find("/", later, kPlain)), "nothing") << "another page was made meanwhile";
  cache.renew("/", trace, later.moment);
  EXPECT_EQ(filled(cache.find("/", later, kPlain)), "before HOLE after");
  EXPECT_EQ(cache.counts().renewed, 1U);
}

TEST(PageCache, APageOfAnotherHouseOrAnOldAgeIsNeverTrueAgain) {
  PageCache cache(1 << 20);
  const auto trace = std::make_shared<const ReadTrace>();
  const auto house = std::make_shared<const House>(House{.settings = {}, .mask = text::WordMask({})});
  const auto other = std::make_shared<const House>(House{.settings = {}, .mask = text::WordMask({"word"})});
  const Stamp made{{"1"}, Time{60}, house};
  cache.keep("/", {.stamp = made, .true_until = Time{120}, .before = "before ", .after = " after", .shown = nullptr, .trace = trace}, kPlain);
  EXPECT_EQ(cache.trace_of_old("/", {{"2"}, Time{60}, house}), trace);
  EXPECT_EQ(cache.trace_of_old("/", {{"2"}, Time{60}, other}), nullptr);
  EXPECT_EQ(cache.trace_of_old("/", {{"2"}, Time{120}, house}), nullptr);
  EXPECT_EQ(filled(cache.find("/", {{"1"}, Time{60}, other}, kPlain)), "nothing");
}

TEST(PageCache, APageThatIsTheSameAsBeforeIsNotCompressedAgain) {
  PageCache cache(1 << 20);
  const auto first = kept(cache, "/", kStamp, " after");
  const Stamp later{{"2"}, Time{60}};
  const auto second = kept(cache, "/", later, " after");
  EXPECT_EQ(first.halves, second.halves);
  EXPECT_EQ(first.tag, second.tag);
  EXPECT_EQ(cache.find("/", later, kPlain).halves, first.halves);
}

TEST(PageCache, APageThatChangedTakesThePlaceOfTheOldOneInEveryCoding) {
  PageCache cache(1 << 20);
  const auto first = kept(cache, "/", kStamp, " after");
  const Wanted gzip{Coding::Gzip, 4};
  kept(cache, "/", kStamp, " after", gzip);
  const Stamp later{{"2"}, Time{60}};
  const auto second = kept(cache, "/", later, " changed");
  EXPECT_EQ(filled(second), "before HOLE changed");
  EXPECT_NE(first.tag, second.tag);
  EXPECT_FALSE(cache.find("/", later, gzip).halves);
}

TEST(PageCache, EachCodingIsMadeWhenItIsAskedFor) {
  PageCache cache(1 << 20);
  for (const Coding coding : {Coding::Identity, Coding::Gzip, Coding::Brotli}) {
    const Wanted wanted{coding, 4};
    EXPECT_FALSE(cache.find("/", kStamp, wanted).halves);
    kept(cache, "/", kStamp, " after", wanted);
    const auto found = cache.find("/", kStamp, wanted);
    ASSERT_TRUE(found.halves);
    EXPECT_EQ(decompressed(filled(found), coding), "before HOLE after");
  }
  EXPECT_FALSE(cache.find("/", kStamp, {Coding::Brotli, 512}).halves) << "brotli is made for one size of hole";
}

TEST(PageCache, MemoryIsBoundedAndWhatIsReadAgainStays) {
  constexpr std::size_t kMost = 64 * 1024;
  PageCache cache(kMost);
  const std::string after(1000, 'x');
  keep(cache, "/loved", kStamp, after);
  EXPECT_TRUE(cache.find("/loved", kStamp, kPlain).halves);
  for (int page = 0; page < 1000; ++page) {
    keep(cache, "/crawled/" + std::to_string(page), kStamp, after);
    ASSERT_LE(cache.size(), kMost);
  }
  EXPECT_TRUE(cache.find("/loved", kStamp, kPlain).halves);
  EXPECT_TRUE(cache.find("/crawled/999", kStamp, kPlain).halves);
  EXPECT_FALSE(cache.find("/crawled/1", kStamp, kPlain).halves);
}

TEST(PageCache, APageLargerThanTheCacheIsSentAndNotKept) {
  PageCache cache(2000);
  EXPECT_EQ(keep(cache, "/", kStamp, std::string(5000, 'x')), "before HOLE" + std::string(5000, 'x'));
  EXPECT_EQ(cache.size(), 0u);
}

TEST(Fingerprint, ADifferentByteAnywhereIsSeen) {
  std::mt19937 random(42);
  for (const std::size_t size : {1u, 6u, 7u, 8u, 27u, 28u, 29u, 55u, 56u, 57u, 1000u}) {
    std::string text(size, 'x');
    for (char& letter : text) letter = static_cast<char>(random());
    const auto whole = fingerprint_of(text);
    EXPECT_EQ(whole, fingerprint_of(std::string(text)));
    EXPECT_NE(whole, fingerprint_of(text + '\0'));
    for (std::size_t at = 0; at < size; ++at) {
      std::string other = text;
      other[at] = static_cast<char>(other[at] ^ 1 << random() % 8);
      EXPECT_NE(whole, fingerprint_of(other)) << size << " " << at;
    }
  }
}
