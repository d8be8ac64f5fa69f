#include "text/name.h"

#include <gtest/gtest.h>

namespace rialto::text {
namespace {

TEST(Name, letters_and_digits_of_any_script_make_one) {
  for (auto name :
       {"ana", "Ana_2", "jean-luc", "j.r.", "Jörg", "Иван", "山田太郎", "ひろし", "김철수", "محمد", "राम", "42nd"}) {
    const auto checked = checked_name(name);
    EXPECT_EQ(static_cast<bool>(checked), std::string_view(name) != "j.r.") << name;
  }
  EXPECT_EQ(*checked_name("  Ana "), "Ana");
  EXPECT_EQ(*checked_name("Jo\u0308rg"), "Jörg");
}

TEST(Name, what_is_no_name_is_refused_with_a_reason) {
  for (auto name :
       {"", "a", "a b", "a@b", "<b>", "_ana", "ana-", "a..b", "a\nb", "a\u200Bb", "\u202Eana", "a\xFF", "😀😀"})
    EXPECT_FALSE(checked_name(name)) << name;
  EXPECT_TRUE(checked_name(std::string(30, 'a')));
  EXPECT_FALSE(checked_name(std::string(31, 'a')));
  EXPECT_FALSE(checked_name("a b").error().message.empty());
}

TEST(Name, scripts_that_look_alike_are_not_mixed) {
  EXPECT_FALSE(checked_name("аna"));   // Cyrillic а
  EXPECT_FALSE(checked_name("pαul"));  // Greek α
  EXPECT_TRUE(checked_name("山田Taro"));
}

TEST(Name, names_that_look_alike_have_one_skeleton) {
  EXPECT_EQ(name_skeleton("Ana"), name_skeleton("ANA"));
  EXPECT_EQ(name_skeleton("аna"), name_skeleton("ana"));
  EXPECT_EQ(name_skeleton("Iain"), name_skeleton("lain"));
  EXPECT_EQ(name_skeleton("b0b"), name_skeleton("bob"));
  EXPECT_EQ(name_skeleton("Zoë"), name_skeleton("zoe"));
  EXPECT_NE(name_skeleton("ana"), name_skeleton("anna"));
}

TEST(Title, is_tidied) {
  EXPECT_EQ(*checked_title("  The \n closing   scene "), "The closing scene");
  EXPECT_EQ(*checked_title("👩‍👩‍👧 und Amélie"), "👩‍👩‍👧 und Amélie");
}

TEST(Title, that_hides_or_turns_something_is_refused) {
  for (auto title : {"", "   ", "a\x01", "a\u202Eb", "a\u2066b", "\u200B\u200B", "a\u200B\u200B\u200Bb", "\u200D",
                     "a\u0300\u0301\u0302\u0303\u0304\u0305b", "a\xFF"})
    EXPECT_FALSE(checked_title(title)) << title;
  EXPECT_TRUE(checked_title(std::string(200, 'a')));
  EXPECT_FALSE(checked_title(std::string(201, 'a')));
}

TEST(Text, that_nobody_would_see_shows_nothing) {
  for (auto text : {"", " \n", "\u200B", "\u3000", "\u2028\u00A0", "\u2060\u200D\u2800", "\u202E"})
    EXPECT_FALSE(shows_something(text)) << text;
  for (auto text : {"a", " . ", "\u200Bé", "👩‍👩‍👧", "​。"}) EXPECT_TRUE(shows_something(text)) << text;
}

TEST(Email, is_plausible_or_not) {
  for (auto good : {"ana@example.org", "a.b+c@mail.example.co", "ö@bücher.example"})
    EXPECT_TRUE(is_plausible_email(good)) << good;
  for (auto bad :
       {"", "ana", "@example.org", "ana@", "ana@host", "a b@example.org", "ana@exa mple.org", "a@b@c.org", "ana@.org",
        "ana@example..org", "ana@-x.org", ".a@example.org", "a\n@example.org", "a@example.o", "<a@example.org>"})
    EXPECT_FALSE(is_plausible_email(bad)) << bad;
}

}  // namespace
}  // namespace rialto::text
