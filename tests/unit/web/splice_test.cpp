#include "web/splice.h"

#include <gtest/gtest.h>

#include <chrono>
#include <iostream>

#include "small_site.h"
#include "web/compress.h"

using namespace rialto;
using namespace rialto::web;

namespace {

using Shared = std::shared_ptr<const Halves>;

Shared halves_of(std::string_view before, std::string_view after, Coding coding, std::size_t hole_size) {
  return std::make_shared<const Halves>(before, after, coding, hole_size);
}

std::string decoded(const Shared& halves, std::string_view hole) {
  return decompressed(joined(spliced(halves, hole)), halves->coding());
}

constexpr Coding kCodings[] = {Coding::Identity, Coding::Gzip, Coding::Brotli};

}  // namespace

TEST(Splice, AFilledPageDecodesToItsParts) {
  // Common words, so that brotli uses its dictionary, whose distances depend on the place in the stream.
  const std::string words =
      "<p>The information about this government, their international community and development.</p>\n";
  const std::string text = long_text();
  for (const std::string& before :
       {std::string("<!doctype html><title>x</title>"), text, text + text + text + text + text})
    for (const std::string& after : {std::string("</html>"), words + text, text + words + text + words})
      for (const std::size_t size : {0u, 1u, 511u, 512u, 513u, 1900u, 70'000u})
        for (const Coding coding : kCodings) {
          const std::string hole = std::string(size, 'h');
          const auto halves = halves_of(before, after, coding, size);
          ASSERT_EQ(decoded(halves, hole), before + hole + after)
              << before.size() << " " << size << " " << after.size() << " " << static_cast<int>(coding);
        }
}

TEST(Splice, OnlyBrotliMindsTheSizeOfTheHole) {
  for (const Coding coding : kCodings) {
    const auto halves = halves_of("before", long_text(), coding, 512);
    EXPECT_TRUE(halves->takes(coding, 512));
    EXPECT_EQ(halves->takes(coding, 1024), coding != Coding::Brotli);
    if (coding == Coding::Brotli)
      EXPECT_THROW(spliced(halves, std::string(1024, 'h')), std::logic_error);
    else
      EXPECT_EQ(decoded(halves, std::string(1024, 'h')), "before" + std::string(1024, 'h') + long_text());
  }
}

TEST(Splice, AnEmptySecondHalfIsNoTrouble) {
  for (const Coding coding : kCodings)
    EXPECT_EQ(decoded(halves_of("before", "", coding, 512), std::string(512, 'x')), "before" + std::string(512, 'x'));
}

TEST(Splice, FillingIsMuchQuickerThanCompressing) {
  const std::string text = long_text();
  const std::string hole(900, 'h');
  const auto halves = halves_of(text.substr(0, 500), text.substr(500), Coding::Brotli, hole.size());
  using Clock = std::chrono::steady_clock;
  const auto micros = [](auto&& work) {
    work();
    const auto begun = Clock::now();
    for (int i = 0; i < 100; ++i) work();
    return std::chrono::duration<double, std::micro>(Clock::now() - begun).count() / 100;
  };
  const double filling = micros([&] { spliced(halves, hole); });
  const double compressing = micros([&] { compressed(text, Coding::Brotli); });
  std::cout << "figure: a hole is filled in " << filling << " µs, compressing takes " << compressing << " µs\n";
  EXPECT_LT(filling * 3, compressing);
}
