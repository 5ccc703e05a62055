#include "wirecopy/text/furniture.h"

#include <random>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "wirecopy/text/folded_page.h"

namespace wirecopy {
namespace {

void ExpectSound(const FoldedPage& page, const Furniture& furniture) {
  uint32_t at = 0;
  for (const FurnitureSpan& span : furniture.spans) {
    ASSERT_LE(at, span.begin);
    ASSERT_LT(span.begin, span.end);
    at = span.end;
  }
  ASSERT_LE(at, page.chars.size());
}

TEST(FurnitureTest, SpansAreSortedAndDisjointForAnyMixtureOfLines) {
  const std::vector<std::string> parts = {"首页",
                                          " > ",
                                          "责任编辑:林一",
                                          "\n",
                                          " ",
                                          "2022-05-11 08:39",
                                          "会议指出,要压实责任。",
                                          "|",
                                          "·",
                                          "相关阅读",
                                          "copyright 2015",
                                          "来源:",
                                          "home",
                                          "news ",
                                          "by ",
                                          "The end of it. ",
                                          "【",
                                          "】",
                                          "电话:0700-5550123",
                                          "未经授权不得转载",
                                          "原标题:",
                                          "(",
                                          ")",
                                          "more from us * a * b "};
  for (uint32_t seed = 1; seed <= 400; ++seed) {
    std::mt19937 random(seed);
    std::string text;
    for (int i = 0; i < 120; ++i) text += parts[random() % parts.size()];
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    const FoldedPage page = FoldPage(text);
    const Furniture furniture = FindFurniture(page);
    ExpectSound(page, furniture);
    EXPECT_EQ(furniture.spans.size(), FindFurniture(page).spans.size());
  }
}

std::string Repeated(std::string_view unit, size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += unit;
  return text;
}

// Linear time: each of these is a few MB; what is quadratic in lines, fields or words takes hours,
// and the test runner ends it.
TEST(FurnitureTest, HostilePagesTakeLinearTime) {
  const std::vector<std::string> pages = {
      Repeated("水\n", 400'000),
      Repeated("水", 5'000'000),
      Repeated("水 ", 3'000'000),
      Repeated("来源:水 ", 3'000'000),
      Repeated("来源:2022-05-11", 3'000'000),
      Repeated("责任编辑:", 3'000'000),
      Repeated("相关阅读\n", 2'000'000),
      Repeated("more from * a * b ", 3'000'000),
      Repeated("会议指出。责任编辑:林一 ", 3'000'000),
      Repeated("home ", 3'000'000),
      Repeated("[", 3'000'000),
      Repeated("1", 3'000'000),
      Repeated("2022-05-11 ", 3'000'000),
      Repeated("by a.", 3'000'000),
  };
  for (const std::string& text : pages) {
    const FoldedPage page = FoldPage(text);
    ExpectSound(page, FindFurniture(page));
  }
}

TEST(FurnitureTest, KindsHaveNames) {
  EXPECT_EQ(FurnitureKindName(FurnitureKind::kNavigation), "navigation");
  EXPECT_EQ(FurnitureKindName(FurnitureKind::kSpam), "spam");
}

}  // namespace
}  // namespace wirecopy
