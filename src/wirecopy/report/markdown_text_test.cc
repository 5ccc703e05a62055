#include "wirecopy/report/markdown_text.h"

#include <gtest/gtest.h>

#include <ostream>

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
