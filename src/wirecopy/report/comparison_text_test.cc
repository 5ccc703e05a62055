#include "wirecopy/report/comparison_text.h"

#include <gmock/gmock.h>

#include <sstream>

#include "wirecopy/report/display_text.h"
#include "wirecopy/report/golden_file_test.h"
#include "wirecopy/report/sample_pair_test.h"
#include "wirecopy/report/sample_result_test.h"

namespace wirecopy {
namespace {

using testing::HasSubstr;
using testing::Not;

// Two meetings' reports: numbers differ, a name differs, one page has pinyin and a menu inside.
SamplePair MeetingPair() {
  SamplePair pair(
      "本报讯 会议指出,全省已播种4,812公顷,同比增长3%。李明主持会议。\x1b[2J各地要抓好春耕。",
      "本报讯 會議(huì "
      "yì)指出,全省已播种5,120公顷,同比增长3%。【广告】王芳主持会议。各地要抓好春耕。");
  pair.AddPassage({"本报讯 会", "春耕"}, {"本报讯 會", "春耕"});
  pair.AddSlot(SlotKind::kNumber, {"4,812", "4,812"}, {"5,120", "5,120"}, false);
  pair.AddSlot(SlotKind::kName, {"李明", "李明"}, {"王芳", "王芳"}, true);
  pair.verdict = [&] {
    Verdict verdict = SampleVerdict(Relation::kSameTemplate, .12);
    verdict.passages = pair.verdict.passages;
    verdict.slots = pair.verdict.slots;
    return verdict;
  }();
  return pair;
}

std::string Text(const SamplePair& pair, const ComparisonTextOptions& options = {}) {
  std::string text;
  AppendComparisonText(pair.View(), options, &text);
  return text;
}

TEST(ComparisonTextTest, ReadsWell) {
  ExpectGolden("comparison.txt", Text(MeetingPair(), {.width_columns = 72}));
}

TEST(ComparisonTextTest, TheGutterStandsInOneColumnAndNothingIsObeyed) {
  const std::string text = Text(MeetingPair(), {.width_columns = 61});
  EXPECT_THAT(text, Not(HasSubstr("\x1b")));
  std::istringstream in(text);
  int rows = 0;
  for (std::string line; std::getline(in, line);) {
    EXPECT_LE(DisplayWidth(line), 61) << line;
    const size_t gutter = line.find(" ≠ ");
    if (gutter == std::string::npos) continue;
    ++rows;
    EXPECT_EQ(DisplayWidth(line.substr(0, gutter)), 30) << line;
  }
  EXPECT_EQ(rows, 2) << "those with a number or a name that differs";
}

TEST(ComparisonTextTest, OnATerminalColourComesBesideTheSigns) {
  const ComparisonTextOptions options = {
      .width_columns = 72, .all = true, .style = {.color = true, .lines = true}};
  const std::string text = Text(MeetingPair(), options);
  ExpectGolden("comparison_terminal.txt", text);
  EXPECT_THAT(text, HasSubstr("\x1b[1;31m[1 4,812]\x1b[0m"));
  EXPECT_THAT(text, HasSubstr(" \x1b[1;31m≠\x1b[0m "));
  EXPECT_THAT(text, HasSubstr("\x1b[2m‹广告› \x1b[0m"));
  EXPECT_THAT(text, Not(HasSubstr("\x1b[2J"))) << "of the text";
}

TEST(ComparisonTextTest, PlainPutsOneSideBelowTheOther) {
  const std::string text = Text(MeetingPair(), {.width_columns = 60, .plain = true});
  ExpectGolden("comparison_plain.txt", text);
  for (const char* drawn : {" | ", "│", "█", "\x1b"}) EXPECT_THAT(text, Not(HasSubstr(drawn)));
}

TEST(ComparisonTextTest, DatesAreToldAsExactlyAsTheyAreKnown) {
  SamplePair pair = MeetingPair();
  pair.verdict.gap_s = 1;
  ComparedPair view = pair.View();
  view.a.published_at = TimeInterval{1'777'334'400, 1'777'420'799};
  view.b.published_at = TimeInterval{1'777'420'800, 1'777'507'199};
  std::string text;
  AppendComparisonText(view, {}, &text);
  EXPECT_THAT(text, HasSubstr("dates        about 1 d apart: a was published first\n"));
  view.b.published_at.reset();
  pair.verdict.gap_s.reset();
  text.clear();
  AppendComparisonText(view, {}, &text);
  EXPECT_THAT(text, HasSubstr("dates        at least one is unknown or too vague\n"));
}

TEST(ComparisonTextTest, FoldsRowsAndSlotsUnlessAllAreAskedFor) {
  const ComparisonTextOptions folded = {.width_columns = 60, .max_rows = 1, .max_slots = 1};
  EXPECT_THAT(Text(MeetingPair(), folded), HasSubstr("more rows (--all)"));
  EXPECT_THAT(Text(MeetingPair(), folded), HasSubstr("… and 1 more slot (--all)"));
  ComparisonTextOptions opened = folded;
  opened.all = true;
  EXPECT_THAT(Text(MeetingPair(), opened), Not(HasSubstr(" more ")));
}

TEST(ComparisonTextTest, SaysAmongWhatThePairWasJudged) {
  EXPECT_THAT(Text(MeetingPair(), {.judged = "among 7 articles"}),
              HasSubstr("\n  judged       among 7 articles\n  because"));
  EXPECT_THAT(Text(MeetingPair()), Not(HasSubstr("judged")));
}

TEST(ComparisonTextTest, WithoutPlacesOnlyTheVerdictIsShown) {
  SamplePair pair = MeetingPair();
  pair.clean_a.begins.clear();
  pair.clean_a.ends.clear();
  const std::string text = Text(pair);
  EXPECT_THAT(text, HasSubstr("same-template: not one story, but one form for two events\n"
                              "  one story    probability 0.12"));
  EXPECT_THAT(text, Not(HasSubstr("passage 1")));
}

}  // namespace
}  // namespace wirecopy
