// Pictures in texts: ![what is to be seen](/picture/KEY)
#include <gtest/gtest.h>

#include "text/markup.h"

namespace {

rialto::text::RenderOptions with_picture() {
  rialto::text::RenderOptions options;
  options.find_picture = [](std::string_view address) -> std::optional<rialto::text::PictureFiles> {
    if (address != "/picture/k") return std::nullopt;
    return rialto::text::PictureFiles{.sizes = {{"/picture/k-640.webp", 640, 360}, {"/picture/k-900.webp", 900, 506}}};
  };
  return options;
}

std::string pictured(std::string_view markdown) {
  return std::string(rialto::text::render(markdown, with_picture()).html.view());
}

}  // namespace

TEST(Pictures, OfThisSiteAreShownWithTheirSizesAndWords) {
  EXPECT_EQ(pictured("![Two men](/picture/k)"),
            "<p><a class=\"picture\" href=\"/picture/k-900.webp\"><img src=\"/picture/k-640.webp\" "
            "srcset=\"/picture/k-640.webp 640w, /picture/k-900.webp 900w\" sizes=\"(max-width: 720px) 100vw, 720px\" "
            "width=\"900\" height=\"506\" loading=\"lazy\" alt=\"Two men\"></a></p>\n");
}

TEST(Pictures, ThatAreNotThereStandAsTheirWordsAndThoseOfOthersAsLinks) {
  EXPECT_EQ(pictured("![gone](/picture/x)"), "<p>gone</p>\n");
  EXPECT_NE(pictured("![there](https://example.org/a.png)").find("<a href=\"https://example.org/a.png\""),
            std::string::npos);
}

TEST(Pictures, WordsOfAPictureStayWithinItsQuotesWhateverIsInThem) {
  for (const auto* words : {"\" onerror=\"x", "*a* `b` <b>", "[a](http://b.c)", "@ana [[Heat]]", ">!he dies!<"}) {
    const auto html = pictured("![" + std::string(words) + "](/picture/k)");
    const auto from = html.find("alt=\"") + 5;
    const auto end = html.find('"', from);
    EXPECT_EQ(html.substr(end, 6), "\"></a>") << html;
    EXPECT_EQ(html.substr(from, end - from).find('<'), std::string::npos) << html;
  }
  EXPECT_NE(pictured("![>!he dies!<](/picture/k)").find("<span class=\"veil-words\">he dies"), std::string::npos);
}

TEST(Pictures, WithoutWordsSaySo) {
  EXPECT_NE(pictured("![](/picture/k)").find("alt=\"A picture; nobody"), std::string::npos);
}
