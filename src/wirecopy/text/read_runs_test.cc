#include "wirecopy/text/read_runs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "wirecopy/model/text_evidence.h"

namespace wirecopy {
namespace {

struct Case {
  const char* name;
  std::string text;
  std::vector<std::string> runs;  // "as it stands>as it is read"
};
void PrintTo(const Case& one, std::ostream* out) { *out << one.name; }

std::vector<std::string> Shown(const std::string& text) {
  std::vector<std::string> shown;
  for (const ReadRun& run : FindReadRuns(text)) {
    shown.push_back(text.substr(run.place.begin, run.place.end - run.place.begin) + ">" + run.as);
  }
  return shown;
}

class ReadRunsTest : public testing::TestWithParam<Case> {};

TEST_P(ReadRunsTest, NamesWhatIsReadOtherwise) {
  EXPECT_EQ(Shown(GetParam().text), GetParam().runs);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, ReadRunsTest,
    testing::Values(Case{"empty", "", {}}, Case{"plain", "渡口今天开放，Ferry No. 12。", {}},
                    Case{"case and width are passed over", "ＦＥＲＲＹ Ferry　１２ ½ ㈱ é", {}},
                    Case{"white space is passed over", "  渡口 \n\n\n　　今天\t开放  ", {}},
                    Case{"invisible characters are passed over", "渡\u200b口\u00ad", {}},
                    Case{"traditional, neighbours joined", "渡口開辦了", {"開辦>开办"}},
                    Case{"a reading", "渡口領(lǐng)先", {"領>领", "(lǐng)>"}},
                    Case{"a reading at the end", "先到渡口领(lǐng)", {"(lǐng)>"}},
                    Case{"a reading in bopomofo", "领(ㄌㄧㄥˇ)先", {"(ㄌㄧㄥˇ)>"}},
                    Case{"a reference", "票价&nbsp;不变&amp;公开", {"&amp;>&"}},
                    Case{"text decoded wrongly", "å¤©æ™´æ–°é—» OK", {"å¤©æ™´æ–°é—»>天晴新闻"}},
                    Case{"broken bytes stay", "渡\xe5\x8f口", {}}));

TEST(FindReadRunsTest, RunsRiseAndDoNotMeetInAnyText) {
  const std::string parts[] = {"領",   "(lǐng)", "导",  "&lt;", "?qǐng)", " ",
                               "\xff", "鏂伴椈", "確!", "A",    "㈱"};
  uint64_t seed = 7;
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (int i = 0; i < 12; ++i) {
      seed = seed * 6364136223846793005u + 1442695040888963407u;
      text += parts[(seed >> 33) % std::size(parts)];
    }
    uint32_t behind = 0;
    for (const ReadRun& run : FindReadRuns(text)) {
      ASSERT_LE(behind, run.place.begin) << text;
      ASSERT_LT(run.place.begin, run.place.end) << text;
      ASSERT_LE(run.place.end, text.size()) << text;
      behind = run.place.end;
    }
  }
}

}  // namespace
}  // namespace wirecopy
