#include "wirecopy/report/markdown_text.h"

#include <gtest/gtest.h>

#include <iterator>
#include <ostream>
#include <random>
#include <regex>
#include <string>

namespace wirecopy {
namespace {

struct TextRow {
  const char* name;
  const char* text;
  const char* markdown;
};
void PrintTo(const TextRow& row, std::ostream* out) { *out << row.name; }

class MarkdownTextTest : public testing::TestWithParam<TextRow> {};

TEST_P(MarkdownTextTest, StaysText) {
  EXPECT_EQ(MarkdownText(GetParam().text), GetParam().markdown);
}

INSTANTIATE_TEST_SUITE_P(
    Rows, MarkdownTextTest,
    testing::Values(
        TextRow{"plain", "河东省 3.5 % - done (so far)!", "河东省 3.5 % - done (so far)!"},
        TextRow{"emphasis", "*a* _b_ ~~c~~ **d**", "\\*a\\* \\_b\\_ \\~\\~c\\~\\~ \\*\\*d\\*\\*"},
        TextRow{"a link", "[x](javascript:alert(1))", "\\[x\\](javascript:alert(1))"},
        TextRow{"an image", "![x](y)", "!\\[x\\](y)"},
        TextRow{"HTML", "<script>a&b</script>", "&lt;script&gt;a&amp;b&lt;/script&gt;"},
        TextRow{"an entity", "&lt;b&gt;", "&amp;lt;b&amp;gt;"},
        TextRow{"code", "`rm` ``x``", "&#96;rm&#96; &#96;&#96;x&#96;&#96;"},
        TextRow{"a table", "a | b \\| c", "a &#124; b &#92;&#124; c"},
        TextRow{"mathematics", "$x$", "\\$x\\$"},
        TextRow{"an address", "https://a.example/b", "https:\u2060//a.example/b"},
        TextRow{"an address without a scheme", "see WWW.a.example", "see W\u2060WW.a.example"},
        TextRow{"a mention", "@editor a@b.example", "@\u2060editor a@\u2060b.example"},
        TextRow{"a number of an issue", "#12", "#\u206012"}, TextRow{"a time", "09:30", "09:30"},
        TextRow{"lines and controls", "a\n# b\r\n\x1b[1m\u202ec", "a #\u2060 b ␛\\[1m\ufffdc"},
        TextRow{"broken UTF-8", "a\xff", "a\ufffd"}, TextRow{"nothing", "", ""}));

// What is left after escapes and entities are taken away marks nothing up.
TEST(MarkdownTextTest, NoMixtureOfHostilePiecesMarksAnythingUp) {
  constexpr const char* kPieces[] = {"\\",      "`",    "*",  "_", "[", "]",   "(", ")",
                                     "<",       ">",    "&",  "|", "~", "$",   "#", "@",
                                     "http://", "www.", "\n", "a", " ", "\x1b"};
  std::mt19937 random(20260502);
  for (int i = 0; i < 3000; ++i) {
    std::string text;
    for (size_t left = random() % 8; left > 0; --left)
      text += kPieces[random() % std::size(kPieces)];
    const std::string markdown = MarkdownText(text);
    std::string left = std::regex_replace(markdown, std::regex("&(amp|lt|gt|#124|#92|#96);"), "");
    left = std::regex_replace(left, std::regex("\\\\[*_\\[\\]~$]"), "");
    EXPECT_EQ(left.find_first_of("\\`*_[]<>&|~$\n\x1b"), std::string::npos)
        << text << " -> " << markdown;
    for (const char* link : {"://", "www."}) EXPECT_EQ(markdown.find(link), std::string::npos);
    for (size_t at = 0; (at = markdown.find_first_of("@", at)) != std::string::npos; ++at)
      EXPECT_EQ(markdown.compare(at + 1, 3, "\u2060"), 0) << markdown;
  }
}

TEST(MarkdownCodeTest, IsCodeWhereCodeCanShowIt) {
  EXPECT_EQ(MarkdownCode("a_1*"), "`a_1*`");
  EXPECT_EQ(MarkdownCode("@a #1"), "`@a #1`");
  EXPECT_EQ(MarkdownCode("a`b"), "a&#96;b");
  EXPECT_EQ(MarkdownCode("a|b"), "a&#124;b");
  EXPECT_EQ(MarkdownCode("a\\"), "a&#92;");
  EXPECT_EQ(MarkdownCode("<b>"), "&lt;b&gt;");
  EXPECT_EQ(MarkdownCode("https://a.example/?b&c"), "`https://a.example/?b&c`");
  EXPECT_EQ(MarkdownCode("\n`\n"), "&#96;");
  EXPECT_EQ(MarkdownCode(""), "");
}

}  // namespace
}  // namespace wirecopy
