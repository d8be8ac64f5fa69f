#include "web/splice.h"

#include <gtest/gtest.h>

#include <chrono>
#include <iostream>

#include "small_site.h"
#include "web/compress.h"

using namespace rialto;
using namespace rialto::web;

namespace {

std::string decoded(const Halves& halves, std::string_view hole, Coding coding) {
  return decompressed(halves.filled(hole, coding), coding);
}

std::string without_padding(std::string text, std::size_t before, std::size_t hole) {
  const std::size_t full = (hole + Halves::kHoleStep - 1) / Halves::kHoleStep * Halves::kHoleStep;
  EXPECT_EQ(text.substr(before + hole, full - hole), std::string(full - hole, ' '));
  return text.erase(before + hole, full - hole);
}

}  // namespace

TEST(Splice, AFilledPageDecodesToItsParts) {
  // Common words, so that brotli uses its dictionary, whose distances depend on the place in the stream.
  const std::string words =
      "<p>The information about this government, their international community and development.</p>\n";
  const std::string text = long_text();
  for (const std::string& before :
       {std::string("<!doctype html><title>x</title>"), text, text + text + text + text + text})
    for (const std::string& after : {std::string("</html>"), words + text, text + words + text + words})
      for (const std::size_t size : {0u, 1u, 511u, 512u, 513u, 1900u, 70'000u}) {
        const Halves halves(before, after);
        const std::string hole = std::string(size, 'h');
        for (const Coding coding : {Coding::Identity, Coding::Gzip, Coding::Brotli})
          ASSERT_EQ(without_padding(decoded(halves, hole, coding), before.size(), size), before + hole + after)
              << before.size() << " " << size << " " << after.size() << " " << static_cast<int>(coding);
      }
}

TEST(Splice, AnEmptySecondHalfIsNoTrouble) {
  const Halves halves("before", "");
  for (const Coding coding : {Coding::Identity, Coding::Gzip, Coding::Brotli})
    EXPECT_EQ(decoded(halves, std::string(512, 'x'), coding), "before" + std::string(512, 'x'));
}

TEST(Splice, FillingIsMuchQuickerThanCompressing) {
  const std::string text = long_text();
  const Halves halves(text.substr(0, 500), text.substr(500));
  const std::string hole(900, 'h');
  using Clock = std::chrono::steady_clock;
  const auto micros = [](auto&& work) {
    work();
    const auto begun = Clock::now();
    for (int i = 0; i < 100; ++i) work();
    return std::chrono::duration<double, std::micro>(Clock::now() - begun).count() / 100;
  };
  const double filling = micros([&] { halves.filled(hole, Coding::Brotli); });
  const double compressing = micros([&] { compressed(text, Coding::Brotli); });
  std::cout << "figure: a hole is filled in " << filling << " µs, compressing takes " << compressing << " µs\n";
  EXPECT_LT(filling * 3, compressing);
}
