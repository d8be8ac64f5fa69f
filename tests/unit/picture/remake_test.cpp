#include "picture/remake.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <vips/vips.h>

#include <atomic>
#include <csignal>
#include <filesystem>
#include <latch>
#include <system_error>
#include <thread>

#include "picture/folder.h"
#include "support/databases.h"

using namespace rialto::picture;

namespace {

// A picture of one colour, as another program would write it.
std::string painted(int width, int height, const char* ending, int orientation = 1) {
  remake("");  // starts libvips
  VipsImage* plain = nullptr;
  vips_black(&plain, width, height, "bands", 3, nullptr);
  VipsImage* image = nullptr;
  vips_copy(plain, &image, "interpretation", VIPS_INTERPRETATION_sRGB, nullptr);
  vips_image_set_int(image, "orientation", orientation);
  vips_image_set_string(image, "exif-ifd0-Make", "A made-up camera");
  void* bytes = nullptr;
  std::size_t size = 0;
  vips_image_write_to_buffer(image, ending, &bytes, &size, nullptr);
  std::string out(static_cast<const char*>(bytes), size);
  g_free(bytes);
  g_object_unref(image);
  g_object_unref(plain);
  return out;
}

std::vector<Sheet> remade(std::string_view bytes) {
  auto outcome = remake(bytes);
  if (const auto* refused = std::get_if<Refused>(&outcome)) {
    ADD_FAILURE() << "refused: " << static_cast<int>(*refused);
    return {};
  }
  return std::get<std::vector<Sheet>>(std::move(outcome));
}

Refused refused(std::string_view bytes) {
  const auto outcome = remake(bytes);
  if (!std::holds_alternative<Refused>(outcome)) {
    ADD_FAILURE() << "it was taken";
    return Refused::Busy;
  }
  return std::get<Refused>(outcome);
}

}  // namespace

TEST(Remake, AWidePictureIsKeptInThreeSizesAndASmallOneAsItIs) {
  const auto wide = remade(painted(3000, 1500, ".jpg"));
  ASSERT_EQ(wide.size(), 3u);
  EXPECT_EQ(wide[0].width, 640);
  EXPECT_EQ(wide[1].width, 1280);
  EXPECT_EQ(wide[2].width, 2048);
  EXPECT_EQ(wide[2].height, 1024);
  const auto small = remade(painted(200, 100, ".png"));
  ASSERT_EQ(small.size(), 1u);
  EXPECT_EQ(small[0].width, 200);
}

TEST(Remake, WhatComesOutIsWebPWhateverCameIn) {
  for (const char* ending : {".jpg", ".png", ".webp", ".gif"}) {
    const auto sheets = remade(painted(64, 48, ending));
    ASSERT_EQ(sheets.size(), 1u) << ending;
    EXPECT_EQ(sheets[0].webp.substr(0, 4), "RIFF") << ending;
    EXPECT_EQ(sheets[0].webp.substr(8, 4), "WEBP") << ending;
  }
}

TEST(Remake, APictureThatLiesOnItsSideIsTurnedAndTellsNothingOfItsCamera) {
  const auto sent = painted(300, 200, ".jpg", 6);
  ASSERT_NE(sent.find("A made-up camera"), std::string::npos);
  const auto sheets = remade(sent);
  ASSERT_EQ(sheets.size(), 1u);
  EXPECT_EQ(sheets[0].width, 200);
  EXPECT_EQ(sheets[0].height, 300);
  // libvips writes an EXIF part of its own, with the resolution.
  for (const auto* words : {"A made-up camera", "ICCP", "XMP "})
    EXPECT_EQ(sheets[0].webp.find(words), std::string::npos) << words;
}

TEST(Remake, TheHeightsOfTheSizesAreThoseThatPagesSay) {
  const auto sheets = remade(painted(2000, 1333, ".png"));
  const auto widths = widths_of(sheets.back().width);
  ASSERT_EQ(widths.size(), sheets.size());
  for (std::size_t at = 0; at < widths.size(); ++at) {
    EXPECT_EQ(widths[at], sheets[at].width);
    EXPECT_NEAR(height_at(widths[at], sheets.back().width, sheets.back().height), sheets[at].height, 1);
  }
}

TEST(Remake, OnlyTheFourFormatsAreRead) {
  using namespace std::string_literals;
  EXPECT_EQ(refused("<svg xmlns='http://www.w3.org/2000/svg'/>"), Refused::NotAPicture);
  EXPECT_EQ(refused("P6 1 1 255 abc"), Refused::NotAPicture);
  EXPECT_EQ(refused("%PDF-1.7"), Refused::NotAPicture);
  EXPECT_EQ(refused(painted(20, 20, ".tif")), Refused::NotAPicture);
  EXPECT_EQ(refused(""), Refused::NotAPicture);
}

TEST(Remake, APictureThatIsCutShortOrFalseIsRefused) {
  EXPECT_EQ(refused("\xFF\xD8\xFF and no more"), Refused::Broken);
  auto png = painted(100, 100, ".png");
  EXPECT_EQ(refused(std::string_view(png).substr(0, 40)), Refused::Broken);
  for (const char* ending : {".png", ".jpg", ".webp"}) {
    const auto whole = painted(100, 100, ending);
    EXPECT_EQ(refused(std::string_view(whole).substr(0, whole.size() * 2 / 3)), Refused::Broken) << ending;
  }
}

TEST(Remake, TooManyBytesAndTooManyPixelsAreRefusedBeforeAnythingIsDecoded) {
  EXPECT_EQ(refused("\xFF\xD8\xFF" + std::string(kMostBytes, ' ')), Refused::TooManyBytes);
  EXPECT_EQ(refused(painted(8000, 6000, ".png")), Refused::TooManyPixels);
}

TEST(Remake, AProgressiveJpegOfHundredsOfScansIsRefused) {
  std::string many = "\xFF\xD8\xFF";
  for (int n = 0; n < 300; ++n) many += "\xFF\xDA....";
  EXPECT_EQ(refused(many), Refused::Broken);
}

TEST(Remake, OneIsMadeAndOneWaitsAndAllOthersHearAtOnceThatItIsBusy) {
  const auto large = painted(6000, 6000, ".png");
  std::atomic<int> busy{0}, taken{0};
  std::latch all_here(8);
  std::vector<std::thread> senders;
  for (int n = 0; n < 8; ++n)
    senders.emplace_back([&] {
      all_here.arrive_and_wait();
      const auto outcome = remake(large);
      ++(std::holds_alternative<Refused>(outcome) ? busy : taken);
    });
  for (auto& sender : senders) sender.join();
  EXPECT_GE(taken, 1);
  EXPECT_GE(busy, 1);
  EXPECT_EQ(remade(painted(20, 20, ".png")).size(), 1u) << "the line is empty again";
}

TEST(Folder, FilesAreFoundByTheirNamesOnlyAndGoTogether) {
  const rialto::TestFolder place;
  const Folder folder(place.path() / "pictures");
  const std::string key(32, 'a');
  folder.keep(key, {{.width = 640, .height = 10, .webp = "small"}, {.width = 900, .height = 14, .webp = "large"}});
  EXPECT_EQ(folder.read(key + "-640.webp"), "small");
  EXPECT_EQ(folder.read(key + "-900.webp"), "large");
  EXPECT_EQ(folder.read(key + "-1280.webp"), std::nullopt);
  for (const auto* name : {"../rialto.db", "aa", "", "-640.webp"}) EXPECT_EQ(folder.read(name), std::nullopt) << name;
  EXPECT_EQ(folder.read("../" + key.substr(3) + "-640.webp"), std::nullopt);
  folder.drop(key, 900);
  EXPECT_EQ(folder.read(key + "-640.webp"), std::nullopt);
}

TEST(Folder, AFileThatTheDiskDoesNotTakeLeavesNothing) {
  const rialto::TestFolder place;
  const Folder folder(place.path() / "pictures");
  const std::string key(32, 'a');
  std::signal(SIGXFSZ, SIG_IGN);
  rlimit before{};
  getrlimit(RLIMIT_FSIZE, &before);
  const rlimit small{.rlim_cur = 4, .rlim_max = before.rlim_max};
  setrlimit(RLIMIT_FSIZE, &small);
  bool threw = false;
  try {
    folder.keep(key, {{.width = 640, .height = 10, .webp = "tiny"}, {.width = 900, .height = 14, .webp = "more than four"}});
  } catch (const std::system_error&) {
    threw = true;
  }
  setrlimit(RLIMIT_FSIZE, &before);
  EXPECT_TRUE(threw);
  EXPECT_TRUE(std::filesystem::is_empty(place.path() / "pictures" / "aa"));
  EXPECT_FALSE(folder.has_all(key, 640));
}
