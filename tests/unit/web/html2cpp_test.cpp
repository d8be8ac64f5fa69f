// Runs tools/html2cpp on small pages: what it writes, and what it says about pages that can't be.
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace fs = std::filesystem;

namespace {

const std::string kHead = "<!-- page trial(const view::Trial& page) include \"web/view/trial.h\" -->\n";

struct Outcome {
  std::string said;  // what the tool wrote to its error output
  std::string code;  // the .cpp, empty if none was written
};

std::string text_of(const fs::path& file) {
  std::ifstream in(file);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

// Compiles one page in a folder of its own. The page's name in messages is "trial.html".
Outcome compile(const std::string& page) {
  std::string pattern = (fs::temp_directory_path() / "html2cpp-XXXXXX").string();
  const fs::path folder = mkdtemp(pattern.data());
  std::ofstream(folder / "trial.html") << page;
  const std::string command = "cd " + folder.string() + " && " RIALTO_TOOLS "/html2cpp trial.html out 2> said";
  const int ended = std::system(command.c_str());
  Outcome outcome{text_of(folder / "said"), text_of(folder / "out/trial.html.cpp")};
  EXPECT_EQ(ended == 0, outcome.said.empty()) << outcome.said;
  fs::remove_all(folder);
  return outcome;
}

std::string said_of(const std::string& page) {
  return compile(kHead + page).said;
}
std::string code_of(const std::string& page) {
  return compile(kHead + page).code;
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST(Html2Cpp, ValuesAreEscapedForWhereTheyStand) {
  const auto code =
      code_of("<p title=\"{{ page.hint }}\"><a href=\"{{ page.to }}\" class='x'>{{ page.title }}</a></p>");
  EXPECT_TRUE(holds(code, "html::put_attribute(out, html::at(page).hint);")) << code;
  EXPECT_TRUE(holds(code, "html::put_address(out, html::at(page).to);")) << code;
  EXPECT_TRUE(holds(code, "html::put_text(out, html::at(page).title);")) << code;
}

TEST(Html2Cpp, APartOfAnAddressIsNotAWholeAddress) {
  const auto code =
      code_of("<a href=\"/film/{{ page.slug }}?page={{ page.n }}\">→</a><img src='{{ page.base }}/{{ page.file }}'>");
  EXPECT_TRUE(holds(code, "put_address_part(out, html::at(page).slug)")) << code;
  EXPECT_TRUE(holds(code, "put_address_part(out, html::at(page).n)")) << code;
  EXPECT_TRUE(holds(code, "put_address(out, html::at(page).base)")) << code;
  EXPECT_TRUE(holds(code, "put_address_part(out, html::at(page).file)")) << code;
}

TEST(Html2Cpp, StaticRunsBecomeOneAppend) {
  const auto code = code_of("<main>\n  <h1>1895</h1>\n  <p>1\n  2 <b>3</b> <i>4</i></p>\n</main>\n");
  EXPECT_TRUE(holds(code, "out.append(\"<main><h1>1895</h1><p>1 2 <b>3</b> <i>4</i></p></main>\", 54);"))
      << code;
}

TEST(Html2Cpp, WhiteSpaceIsKeptInPreAndTextarea) {
  const auto code = code_of("<div>\n<textarea name=\"a\">\n  {{ page.text }}\n</textarea>\n<pre>a\n  b</pre></div>");
  EXPECT_TRUE(holds(code, "<div><textarea name=\\\"a\\\">\\n\"\n    \"  \"")) << code;
  EXPECT_TRUE(holds(code, "<pre>a\\n\"\n    \"  b</pre>")) << code;
}

TEST(Html2Cpp, LineBreaksAtTheEdgesOfBranchesMeanNothing) {
  const auto code = code_of("0{% if page.a %}\n<a>1</a>\n{% else %}\n<a>2</a> {% end %}3");
  EXPECT_TRUE(holds(code, "out.append(\"<a>1</a>\", 8);")) << code;
  EXPECT_TRUE(holds(code, "out.append(\"<a>2</a> \", 9);")) << code;
}

TEST(Html2Cpp, LoopsAndConditionsBecomeCode) {
  const auto code = code_of(
      "{% for post in page.posts %}<p>{{ post.text }}</p>{% else %}<p>–</p>{% end %}"
      "{% if page.a and !page.b %}1{% else if page.order == \"tree\" or page.kind == view::Kind::film %}2{% else %}3{% "
      "end %}");
  EXPECT_TRUE(holds(code, "for (const auto& post : html::at(page).posts) {")) << code;
  EXPECT_TRUE(holds(code, "if (!html::truth(html::at(page).posts)) {")) << code;
  EXPECT_TRUE(holds(code, "if (html::truth(html::at(page).a) && !html::truth(html::at(page).b)) {")) << code;
  EXPECT_TRUE(
      holds(code, "html::at(html::at(page).order) == \"tree\" || html::at(html::at(page).kind) == view::Kind::film"))
      << code;
}

TEST(Html2Cpp, AFlagMayStandInATag) {
  const auto code = code_of("<option value=\"{{ page.v }}\"{% if page.on %} selected{% end %}>–</option>");
  EXPECT_TRUE(holds(code, "out.append(\" selected\", 9);")) << code;
}

TEST(Html2Cpp, PartialsAreCalledWithWhatTheyNeed) {
  const auto code = code_of("{% include post(page.post, page.frame.site, \"big\") %}");
  EXPECT_TRUE(holds(
      code, "pages::post(out, language, html::at(html::at(page).post), html::at(html::at(html::at(page).frame).site), \"big\");"))
      << code;
}

TEST(Html2Cpp, EachValueNamesItsLineInThePage) {
  EXPECT_TRUE(holds(code_of("<p>\n{{ page.title }}</p>"), "#line 3 \"trial.html\"\n  html::put_text"));
}

// What the C++ compiler says of a page over a struct with a title and a SafeHtml body.
std::string compiler_on(const std::string& page) {
  std::string pattern = (fs::temp_directory_path() / "html2cpp-XXXXXX").string();
  const fs::path folder = mkdtemp(pattern.data());
  fs::create_directories(folder / "web/pages");
  std::ofstream(folder / "trial.html") << "<!-- page trial(const view::Trial& page) include \"trial.h\" -->\n" << page;
  std::ofstream(folder / "trial.h") << "#include \"text/safe_html.h\"\nnamespace rialto::web::view {\n"
                                       "struct Trial { std::string title; text::SafeHtml body; };\n}\n";
  const std::string command = "cd " + folder.string() + " && " RIALTO_TOOLS "/html2cpp trial.html web/pages && c++ -std=c++20 -fsyntax-only -I. -I" +
                              RIALTO_SOURCE_DIR "/src -I" RIALTO_TOOLS "/gen web/pages/trial.html.cpp > said 2>&1";
  const int ended = std::system(command.c_str());
  const auto said = text_of(folder / "said");
  EXPECT_EQ(ended == 0, said.empty()) << said;
  fs::remove_all(folder);
  return said;
}

TEST(Html2Cpp, AWrongNameFailsTheBuildAtItsLineInThePage) {
  EXPECT_EQ(compiler_on("<p title=\"{{ page.title }}\">{{ page.body }}</p>"), "");
  const auto said = compiler_on("<p>\n{{ page.titel }}</p>");
  EXPECT_TRUE(holds(said, "trial.html:3:")) << said;
  EXPECT_TRUE(holds(said, "titel")) << said;
}

TEST(Html2Cpp, RenderedHtmlCanStandInTextOnly) {
  EXPECT_TRUE(holds(compiler_on("<p title=\"{{ page.body }}\">"), "trial.html:2:"));
  EXPECT_TRUE(holds(compiler_on("<style>{{ page.title }}</style>"), "trial.html:2:"));
}

TEST(Html2Cpp, AFileMayHoldSeveralFunctions) {
  const auto code = compile("<!-- page one(int n) -->\n<p>1</p>\n<!-- page two() -->\n<p>2</p>\n").code;
  EXPECT_TRUE(holds(code, "std::string one(Language language, int n) {")) << code;
  EXPECT_TRUE(holds(code, "std::string two(Language language) {")) << code;
}

TEST(Html2Cpp, RefusesAValueInAScript) {
  EXPECT_EQ(said_of("<script>\nlet a = \"{{ page.a }}\"</script>"),
            "trial.html:3: {{ page.a }} stands in <script>: put it in a data- attribute and read it from there\n");
}

TEST(Html2Cpp, RefusesAValueWithoutQuotes) {
  EXPECT_TRUE(
      holds(said_of("<p class={{ page.a }}>"), "trial.html:2: {{ page.a }} stands in an attribute without quotes"));
}

TEST(Html2Cpp, RefusesAValueInAHandlerOrStyleAttribute) {
  EXPECT_TRUE(holds(said_of("<p onclick=\"{{ page.a }}\">"), "no value is safe there"));
  EXPECT_TRUE(holds(said_of("<p style=\"color:{{ page.a }}\">"), "no value is safe there"));
}

TEST(Html2Cpp, RefusesAValueAsATagOrAttributeName) {
  EXPECT_TRUE(holds(said_of("<p {{ page.a }}>"), "stands within a tag"));
  EXPECT_TRUE(holds(said_of("<{{ page.a }}>"), "stands within a tag"));
}

TEST(Html2Cpp, RefusesAnAddressThatLeadsWhereTheValueSays) {
  EXPECT_TRUE(holds(said_of("<a href=\"java{{ page.a }}\">"), "the address begins with \"java\""));
}

TEST(Html2Cpp, RefusesWhatIsNoMemberPath) {
  EXPECT_TRUE(holds(said_of("<p>{{ page.a + 1 }}</p>"), "trial.html:2: {{ page.a + 1 }} is no member path"));
  EXPECT_TRUE(holds(said_of("{% if page.a > 1 %}–{% end %}"), "the condition \"page.a > 1\" is not known"));
  EXPECT_TRUE(holds(said_of("{% while page.a %}"), "is not known"));
}

TEST(Html2Cpp, RefusesBlocksThatDoNotMatch) {
  EXPECT_TRUE(holds(said_of("\n{% if page.a %}–"), "trial.html:3: this {% if %} is never closed"));
  EXPECT_TRUE(holds(said_of("–{% end %}"), "{% end %} closes nothing"));
  EXPECT_TRUE(holds(said_of("{% else %}"), "{% else %} belongs to no"));
  EXPECT_TRUE(holds(said_of("{{ page.a"), "\"{{\" is never closed"));
}

TEST(Html2Cpp, RefusesABranchThatOpensAnAttribute) {
  EXPECT_TRUE(holds(said_of("<p {% if page.a %}class=\"{% end %}x\">"), "on one branch only"));
}

TEST(Html2Cpp, RefusesTextBeforeThePageLine) {
  EXPECT_TRUE(holds(compile("<p>x</p>").said, "trial.html:1: this stands before the first <!-- page"));
  EXPECT_TRUE(holds(compile("<!-- page Two words -->").said, "trial.html:1: a page begins like"));
}

TEST(Html2Cpp, WordsStandInTheTextsAndNotInPages) {
  EXPECT_EQ(said_of("<p>1895</p>\n<h1>Films</h1>"),
            "trial.html:3: words stand in the page: \"Films\". Put them into src/say/en and write {{ say SECTION.KEY }}\n");
  EXPECT_TRUE(holds(said_of("<p title=\"Ä\">"), "trial.html:2: words stand in the page"));
  EXPECT_TRUE(holds(said_of("<input placeholder=\"Find\">"), "words stand in the page: \"Find\""));
  EXPECT_TRUE(holds(said_of("{% include part(\"Sorted by\") %}"), "is no member path and no \"name\" in small letters"));
  EXPECT_EQ(said_of("<p>&gt;! 1–2 “…” <code>*so*</code> <kbd>j</kbd></p><pre>as it is</pre><a class=\"x\" href=\"/films\">→</a>"), "");
}

TEST(Html2Cpp, ATextIsSaidInTheLanguageOfThePageAndEscapedForItsPlace) {
  const auto code = code_of("<p title=\"{{ say film.rate }}\">{{ say rows.posts(page.count) }}</p><html lang=\"{{ say tag }}\">");
  EXPECT_TRUE(holds(code, "html::put_attribute(out, say::film::rate(language));")) << code;
  EXPECT_TRUE(holds(code, "html::put_text(out, say::rows::posts(language, html::at(html::at(page).count)));")) << code;
  EXPECT_TRUE(holds(code, "html::put_attribute(out, say::tag_of(language));")) << code;
  EXPECT_TRUE(holds(code, "#include \"say/film.h\"\n#include \"say/rows.h\"")) << code;
}

TEST(Html2Cpp, TheSlotsOfATextHoldWhatThePagePutsThere) {
  EXPECT_EQ(compiler_on("{% say rows.begun_by %}{% as who %}<b>{{ page.title }}</b>{% end %}"), "");
  EXPECT_TRUE(holds(compiler_on("{% say rows.begun_by %}\n{% as whom %}<b>{{ page.title }}</b>{% end %}"), "trial.html:3:"));
  EXPECT_TRUE(holds(said_of("{% as who %}"), "{% as who %} belongs to no {% say … %}"));
  EXPECT_TRUE(holds(said_of("{% say rows.begun_by %}–{% as who %}{% end %}"), "before the first {% as … %} nothing can stand"));
}

}  // namespace
