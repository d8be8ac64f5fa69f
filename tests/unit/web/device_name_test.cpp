#include "web/device_name.h"

#include <gtest/gtest.h>

namespace rialto::web {

TEST(DeviceNames, AreWhatPeopleCallTheirBrowsers) {
  EXPECT_EQ(device_name("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", Language::English), "Firefox on Linux");
  EXPECT_EQ(
      device_name("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 "
                  "Safari/537.36 Edg/126.0.0.0", Language::English),
      "Edge on Windows");
  EXPECT_EQ(
      device_name("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
                  "Version/17.5 Mobile/15E148 Safari/604.1", Language::English),
      "Safari on an iPhone");
  EXPECT_EQ(
      device_name("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile "
                  "Safari/537.36", Language::English),
      "Chrome on Android");
  EXPECT_EQ(device_name("curl/7.88.1", Language::English), "curl");
  EXPECT_EQ(device_name("Mozilla/5.0 (iPhone) Safari/604.1", Language::German), "Safari auf einem iPhone");
}

TEST(DeviceNames, OfStrangersAreKeptModest) {
  EXPECT_EQ(device_name("", Language::English), "A browser");
  EXPECT_EQ(device_name("<script>alert(1)</script>", Language::English), "A browser");
}

}  // namespace rialto::web
