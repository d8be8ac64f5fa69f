// Runs tools/say2cpp on small texts: what it writes, and what it says about texts that can't be.
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace fs = std::filesystem;

namespace {

std::string text_of(const fs::path& file) {
  std::ifstream in(file);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

struct Outcome {
  std::string said;    // what the tool wrote to its error output
  std::string header;  // the .h, empty if none was written
  std::string source;  // the .cpp
};

// Compiles the section "trial" of these languages; the first is the reference.
Outcome compile(const std::vector<std::pair<std::string, std::string>>& languages) {
  std::string pattern = (fs::temp_directory_path() / "say2cpp-XXXXXX").string();
  const fs::path folder = mkdtemp(pattern.data());
  std::string command = "cd " + folder.string() + " && " RIALTO_TOOLS "/say2cpp texts out trial";
  for (const auto& [tag, text] : languages) {
    fs::create_directories(folder / tag);
    if (text != "absent") std::ofstream(folder / tag / "trial.txt") << text;
    command += " " + tag;
  }
  const int ended = std::system((command + " 2> said").c_str());
  Outcome outcome{text_of(folder / "said"), text_of(folder / "out/trial.h"), text_of(folder / "out/trial.cpp")};
  EXPECT_EQ(ended == 0, outcome.said.empty()) << outcome.said;
  fs::remove_all(folder);
  return outcome;
}

std::string said_of(const std::string& english, const std::string& german) {
  return compile({{"en", english}, {"de", german}}).said;
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST(Say2Cpp, ATextBecomesAFunctionOfTheLanguage) {
  const auto good = compile({{"en", "# a note\nrate = Rate\nfar = This goes on\n    in the next line.\n"}, {"de", "rate = Bewerten\nfar = x\n"}});
  EXPECT_TRUE(holds(good.header, "std::string_view rate(Language language);")) << good.header;
  EXPECT_TRUE(holds(good.source, "\"Rate\",\n      \"Bewerten\",")) << good.source;
  EXPECT_TRUE(holds(good.source, "\"This goes on in the next line.\"")) << good.source;
}

TEST(Say2Cpp, ValuesBecomeTypedArguments) {
  const auto made = compile({{"en", "of = {name} of {count, number}\n"}, {"de", "of = {count, number}: {name}\n"}});
  EXPECT_TRUE(holds(made.header, "std::string of(Language language, std::string_view name, std::int64_t count);")) << made.header;
}

TEST(Say2Cpp, AMissingTextFailsAndSaysWhere) {
  EXPECT_EQ(said_of("one = 1\ntwo = 2\n", "one = 1\n"), "de/trial.txt:1: \"two\" is missing: en/trial.txt:2 has it\n");
  EXPECT_EQ(said_of("one = 1\n", "absent"), "de/trial.txt:1: the file is missing: every language has every section\n");
}

TEST(Say2Cpp, ASuperfluousTextFailsAndSaysWhere) {
  EXPECT_EQ(said_of("one = 1\n", "one = 1\n\nthree = 3\n"), "de/trial.txt:3: \"three\" is superfluous: en/trial.txt doesn’t have it\n");
  EXPECT_EQ(said_of("one = 1\none = 2\n", "one = 1\n"), "en/trial.txt:2: \"one\" is there already\n");
}

TEST(Say2Cpp, ADifferentValueOrSlotFailsAndSaysWhere) {
  EXPECT_EQ(said_of("one = {name}\n", "# x\none = {nam}\n"), "de/trial.txt:2: \"one\" has the values {nam}, but en/trial.txt:1 has {name}\n");
  EXPECT_TRUE(holds(said_of("one = {count, number}\n", "one = {count}\n"), "has the values {count}, but en/trial.txt:1 has {count, a number}"));
  EXPECT_TRUE(holds(said_of("one = <link>a</link>\n", "one = <who/>\n"), "has the slots <who>, but en/trial.txt:1 has <link>"));
}

TEST(Say2Cpp, EveryMistakeIsToldAtOnce) {
  const auto said = said_of("one = 1\ntwo = 2\n", "three = 3\n");
  EXPECT_TRUE(holds(said, "\"one\" is missing") && holds(said, "\"two\" is missing") && holds(said, "\"three\" is superfluous")) << said;
}

TEST(Say2Cpp, APluralHasTheFormsOfItsLanguageAllOfThem) {
  const std::string english = "one = {count, plural, one {a} other {b}}\n";
  EXPECT_EQ(said_of(english, "one = {count, plural, other {b}}\n"), "de/trial.txt:1: the plural of {count} lacks \"one\", which German has\n");
  EXPECT_EQ(said_of(english, "one = {count, plural, one {a} few {c} other {b}}\n"), "de/trial.txt:1: the plural of {count} has \"few\", which German has not\n");
  EXPECT_EQ(compile({{"en", english}, {"pl", "one = {count, plural, =0 {z} one {a} few {c} many {d} other {b}}\n"}}).said, "");
  EXPECT_TRUE(holds(compile({{"en", english}, {"ar", "one = {count, plural, one {a} other {b}}\n"}}).said, "lacks \"few\", which Arabic has"));
}

TEST(Say2Cpp, WhatIsNotWrittenAsATextIsFailsAndSaysWhere) {
  EXPECT_EQ(said_of("one = a\nOne: b\n", "one = a\n"), "en/trial.txt:2: a text is written KEY = WORDS\n");
  EXPECT_EQ(said_of("one = it's\n", "one = a\n"), "en/trial.txt:1: a straight quote: write the language’s own (“…”, „…“, ’)\n");
  EXPECT_TRUE(holds(said_of("one = {name\n", "one = a\n"), "en/trial.txt:1:"));
  EXPECT_TRUE(holds(said_of("one = <link>a\n", "one = a\n"), "en/trial.txt:1: <link> is never closed"));
  EXPECT_TRUE(holds(said_of("long = a\n", "long = a\n"), "\"long\" is a word of C++: take another key"));
  EXPECT_TRUE(holds(said_of("one =\n", "one = a\n"), "en/trial.txt:1: \"one\" says nothing"));
}

TEST(Say2Cpp, ALanguageFromRightToLeftIsKnownAsOne) {
  std::string pattern = (fs::temp_directory_path() / "say2cpp-XXXXXX").string();
  const fs::path folder = mkdtemp(pattern.data());
  const std::string command = "cd " + folder.string() + " && mkdir en he pt-BR && " RIALTO_TOOLS "/say2cpp languages out en he pt-BR";
  ASSERT_EQ(std::system(command.c_str()), 0);
  const auto header = text_of(folder / "out/language.h");
  fs::remove_all(folder);
  EXPECT_TRUE(holds(header, "enum class Language : unsigned char { English, Hebrew, PortugueseBrazil };")) << header;
  EXPECT_TRUE(holds(header, "{\"ltr\", \"rtl\", \"ltr\"}")) << header;
}

}  // namespace
