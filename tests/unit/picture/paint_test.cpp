#include "picture/paint.h"

#include <gtest/gtest.h>
#include <vips/vips.h>

#include <atomic>
#include <latch>
#include <stdexcept>
#include <thread>
#include <vector>

#include "picture/remake.h"
#include "picture/workshop.h"

using namespace rialto::picture;

namespace {

// The colour at a place, as "r g b".
std::string colour_at(const std::string& png, int x, int y) {
  remake("");  // starts libvips
  VipsImage* image = vips_image_new_from_buffer(png.data(), png.size(), "", nullptr);
  double* values = nullptr;
  int bands = 0;
  vips_getpoint(image, &values, &bands, x, y, nullptr);
  std::string out;
  for (int band = 0; band < 3; ++band) out += (band > 0 ? " " : "") + std::to_string(static_cast<int>(values[band]));
  g_free(values);
  g_object_unref(image);
  return out;
}

}  // namespace

TEST(Paint, ADrawingIsPaintedAsLargeAsAskedFor) {
  const auto png = paint(R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><rect width="4" height="2" fill="#102030"/>)"
                         R"(<rect x="2" width="2" height="2" fill="#f0b35a"/></svg>)", 40, 20);
  ASSERT_TRUE(png);
  EXPECT_EQ(colour_at(*png, 5, 10), "16 32 48");
  EXPECT_EQ(colour_at(*png, 35, 10), "240 179 90");
}

TEST(Paint, ADrawingNamesNoFile) {
  const auto png = paint(R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><rect width="2" height="2" fill="#fff"/>)"
                         R"(<image href="file:///usr/share/pixmaps/debian-logo.png" width="2" height="2"/></svg>)", 20, 20);
  ASSERT_TRUE(png);
  EXPECT_EQ(colour_at(*png, 10, 10), "255 255 255");
}

TEST(Paint, WhatIsNoDrawingIsABug) {
  EXPECT_THROW((void)paint("no drawing", 40, 20), std::runtime_error);
}

TEST(Workshop, OneIsAtWorkOthersWaitAndWhoeverComesThenIsSentAway) {
  Workshop workshop(2, std::chrono::seconds(60));
  std::latch begun(1), may_end(1);
  std::atomic<int> done = 0;
  const auto work = [&] { return ++done; };
  std::thread first([&] { (void)workshop.use([&] { begun.count_down(), may_end.wait(); return ++done; }); });
  begun.wait();
  std::vector<std::thread> others;
  std::atomic<int> sent_away = 0;
  for (int i = 0; i < 3; ++i) others.emplace_back([&] { if (!workshop.use(work)) ++sent_away; });
  while (sent_away < 2) std::this_thread::yield();
  EXPECT_EQ(done, 0);
  may_end.count_down();
  first.join();
  for (auto& other : others) other.join();
  EXPECT_EQ(done, 2);
  EXPECT_EQ(sent_away, 2);
}

TEST(Workshop, WhoeverWaitedTooLongIsSentAway) {
  Workshop workshop(2, std::chrono::seconds(0));
  const auto outcome = workshop.use([&] { return workshop.use([] { return 1; }).has_value(); });
  EXPECT_EQ(outcome, false);
}
