#include "wirecopy/text/inline_furniture.h"

#include <ostream>
#include <string>

#include "gtest/gtest.h"

namespace wirecopy {
namespace {

struct InlineCase {
  const char* name;
  std::u32string_view before;
  std::u32string_view masked;
};

void PrintTo(const InlineCase& row, std::ostream* out) { *out << row.name; }

class InlineSuffixTest : public testing::TestWithParam<InlineCase> {};

TEST_P(InlineSuffixTest, MasksFromTheLabelToTheEnd) {
  const std::u32string text = std::u32string(GetParam().before) + std::u32string(GetParam().masked);
  std::vector<FurnitureSpan> spans;
  const JudgedPage page = JudgePage(text);
  ASSERT_EQ(page.size(), 1u);
  AddInlineFurniture(page, 0, spans);
  if (GetParam().masked.empty()) {
    EXPECT_TRUE(spans.empty());
    return;
  }
  ASSERT_EQ(spans.size(), 1u);
  EXPECT_EQ(spans[0].begin, GetParam().before.size());
  EXPECT_EQ(spans[0].end, text.size());
}

constexpr std::u32string_view kSentence = U"会议指出,要压实责任,加密巡查,做好转移。";

INSTANTIATE_TEST_SUITE_P(
    All, InlineSuffixTest,
    testing::Values(
        InlineCase{"bracketed", kSentence, U"【编辑:林一】"},
        InlineCase{"bare_label", kSentence, U"责任编辑:林一"},
        InlineCase{"slash", kSentence, U"编辑/林一校对/钱二"},
        InlineCase{"bracketed_source", kSentence, U"(来源:青河时报)"},
        InlineCase{"label_inside_a_sentence",
                   U"会议指出,新书的责任编辑:林一等人为出版做了大量工作,值得肯定和表彰", U""},
        InlineCase{"label_far_from_the_end",
                   U"会议指出,要压实责任。责任编辑:林一表示,这本书的出版经历了三年时间,"
                   U"走访了几十个村庄,采访了上百位老人,"
                   U"整理了数十万字的口述材料,今年终于同读者见面。",
                   U""},
        InlineCase{"reporting_by", U"workers at the yard voted on tuesday to end a strike. ",
                   U"(reporting by jane doe; editing by john roe)"},
        InlineCase{"copyright", U"workers at the yard voted on tuesday to end a strike. ",
                   U"copyright 2015 harbor post. terms."}),
    [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace wirecopy
