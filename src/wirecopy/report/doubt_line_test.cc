#include "wirecopy/report/doubt_line.h"

#include <gtest/gtest.h>

#include <string>

#include "wirecopy/report/report_reading_test.h"
#include "wirecopy/report/sample_result_test.h"
#include "wirecopy/report/story_json.h"

namespace wirecopy {
namespace {

TEST(AppendDoubtLineTest, IsAPairWithItsArticles) {
  const Result result = SampleResult();
  const Verdict verdict = SampleVerdict(Relation::kEdited, .66);
  const Utf16Text text_a("甲渡口");
  const Utf16Text text_b("渡口");
  const AlignmentPlaces places = {{{{3, 9}, {0, 6}}}, {}};
  std::string line;
  AppendDoubtLine({.a = {&result.articles[6], "0123456789abcdef", &text_a},
                   .b = {&result.articles[1], "", &text_b},
                   .verdict = &verdict,
                   .background = 7,
                   .joined = true,
                   .alignment = &places},
                  &line);
  std::string pair;
  AppendPairLine({"e1", "c2", &verdict, 7}, &pair);
  EXPECT_EQ(line.substr(0, pair.size() - 2), pair.substr(0, pair.size() - 2));
  const rapidjson::Document json = ParsedJson(line);
  EXPECT_STREQ(json["a"]["id"].GetString(), "c2");  // the smaller id first
  EXPECT_TRUE(json["a"]["story"].IsNull());
  EXPECT_STREQ(json["b"]["id"].GetString(), "e1");
  EXPECT_STREQ(json["b"]["story"].GetString(), "0123456789abcdef");
  EXPECT_TRUE(json["joined"].GetBool());
  const rapidjson::Value& passage = json["alignment"]["passages"][0];
  EXPECT_EQ(passage[0].GetUint(), 0u);
  EXPECT_EQ(passage[2].GetUint(), 1u);
  EXPECT_EQ(passage[3].GetUint(), 3u);
}

TEST(AppendDoubtLineTest, HasNoAlignmentWithoutTheTexts) {
  const Result result = SampleResult();
  const Verdict verdict = SampleVerdict(Relation::kEdited, .66);
  const AlignmentPlaces places;
  std::string line;
  AppendDoubtLine({.a = {&result.articles[0], "", nullptr},
                   .b = {&result.articles[1], "", nullptr},
                   .verdict = &verdict,
                   .alignment = &places},
                  &line);
  EXPECT_TRUE(ParsedJson(line)["alignment"].IsNull());
  EXPECT_FALSE(ParsedJson(line)["joined"].GetBool());
}

}  // namespace
}  // namespace wirecopy
