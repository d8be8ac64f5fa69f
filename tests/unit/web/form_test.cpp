#include "web/form.h"

#include <gtest/gtest.h>

#include "web/percent.h"

using namespace rialto;
using namespace rialto::web;

namespace {

constexpr const char* kType = "multipart/form-data; boundary=----rialto7";

std::string part(std::string_view disposition, std::string_view bytes, std::string_view type = "") {
  std::string made = "------rialto7\r\nContent-Disposition: form-data; " + std::string(disposition) + "\r\n";
  if (!type.empty()) made += "Content-Type: " + std::string(type) + "\r\n";
  return made + "\r\n" + std::string(bytes) + "\r\n";
}

struct Read {
  Fields form;
  std::vector<Upload> uploads;
  std::optional<Refusal> refused;
};

Read multipart(std::string_view body, std::string_view type = kType) {
  Read read;
  read.refused = read_multipart(type, body, read.form, read.uploads);
  return read;
}

}  // namespace

TEST(Form, UrlencodedFieldsKeepOrderAndRepeat) {
  Fields fields;
  ASSERT_TRUE(read_urlencoded("a=1&b=two+words&a=%32&&empty=&bare&c=%zz%4", 100, fields));
  ASSERT_EQ(fields.size(), 6u);
  EXPECT_EQ(fields.get("a"), "1");
  EXPECT_EQ(fields.all("a")[1], "2");
  EXPECT_EQ(fields.get("b"), "two words");
  EXPECT_TRUE(fields.has("bare"));
  EXPECT_EQ(fields.get("c"), "%zz%4");
}

TEST(Form, UrlencodedRefusesWhatIsNotText) {
  Fields fields;
  EXPECT_FALSE(read_urlencoded("a=%ff", 100, fields));
  EXPECT_FALSE(read_urlencoded("%ff=a", 100, fields));
  EXPECT_FALSE(read_urlencoded("a=%c3&b=%a9", 100, fields));
  EXPECT_FALSE(read_urlencoded("%c3=%a9", 100, fields));
  EXPECT_FALSE(read_urlencoded("a=%00", 100, fields));
  EXPECT_FALSE(read_urlencoded("a&b&c", 2, fields));
}

TEST(Form, EncodingAndDecodingGiveTheSame) {
  std::string every;
  for (int c = 1; c < 128; ++c) every.push_back(static_cast<char>(c));
  every += "Zoë";
  Fields fields;
  ASSERT_TRUE(read_urlencoded("x=" + percent_encoded(every), 2, fields));
  EXPECT_EQ(fields.get("x"), every);
}

TEST(Form, MultipartGivesFieldsAndFiles) {
  const auto read =
      multipart(part("name=\"title\"", "The closing scene") + part("name=\"empty\"", "") +
                part("name=\"poster\"; filename=\"a %22b%22.png\"", "\x89PNG\r\n\0x", "image/png") +
                part("name=\"none\"; filename=\"\"", "", "application/octet-stream") + "------rialto7--\r\n");
  ASSERT_FALSE(read.refused) << read.refused->message.in(Language::English);
  EXPECT_EQ(read.form.get("title"), "The closing scene");
  EXPECT_TRUE(read.form.has("empty"));
  ASSERT_EQ(read.uploads.size(), 1u);
  EXPECT_EQ(read.uploads[0].field, "poster");
  EXPECT_EQ(read.uploads[0].filename, "a \"b\".png");
  EXPECT_EQ(read.uploads[0].type, "image/png");
  EXPECT_TRUE(read.uploads[0].bytes.starts_with("\x89PNG\r\n"));
}

TEST(Form, MultipartMayHaveAPreambleAndQuotedBoundary) {
  EXPECT_EQ(multipart("ignored\r\n" + part("name=a", "1") + "------rialto7--").form.get("a"), "1");
  EXPECT_EQ(
      multipart(part("name=a", "1") + "------rialto7--", "multipart/form-data; charset=utf-8; boundary=\"----rialto7\"")
          .form.get("a"),
      "1");
}

TEST(Form, BrokenMultipartIsRefused) {
  const std::string good = part("name=\"a\"", "1");
  for (const std::string& body :
       {std::string(), std::string("------rialto7"), good, good + "------rialto",
        std::string("------rialto7\r\n\r\nx\r\n------rialto7--"),
        std::string("------rialto7junk\r\nContent-Disposition: form-data; name=a\r\n\r\n1"),
        part("filename=\"x\"", "1") + "------rialto7--", part("name=\"unclosed", "1") + "------rialto7--"}) {
    const auto read = multipart(body);
    ASSERT_TRUE(read.refused) << body;
    EXPECT_EQ(read.refused->status, Status::BadRequest);
  }
  EXPECT_TRUE(multipart(good, "multipart/form-data").refused);
  EXPECT_TRUE(multipart(good, "multipart/form-data; boundary=" + std::string(71, 'x')).refused);
  EXPECT_TRUE(multipart(part("name=\"a\"", "\xff") + "------rialto7--").refused);
  EXPECT_TRUE(multipart(part("name=\"a\"; filename=\"\xff\"", "x") + "------rialto7--").refused);
  std::string many;
  for (std::size_t i = 0; i <= kMostFormFields; ++i) many += good;
  EXPECT_TRUE(multipart(many + "------rialto7--").refused);
}

TEST(Form, OnlyFormsAreTaken) {
  Request request;
  request.headers.add("content-type", "text/plain");
  request.body = "a=1";
  EXPECT_EQ(read_form(request)->status, Status::UnsupportedMediaType);
  request.body.clear();
  EXPECT_FALSE(read_form(request));
}
