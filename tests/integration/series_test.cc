// Notices of one form that report other weeks: one series, no story; told apart from stories, from
// other forms, from roundups and from what only shares formulas.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "absl/strings/str_format.h"
#include "gmock/gmock.h"
#include "run_detector_test.h"
#include "seeded_random.h"
#include "wirecopy/report/series_json.h"

namespace wirecopy {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr std::array kNames = {"沈知远", "顾明月", "蒋若木", "温小满", "邓长庚", "仇晚晴"};
constexpr std::array kRivers = {"青禾江", "枫林河", "石门溪", "北坪水", "澜沙河", "白鹭江"};

// A gauge's weekly notice.
std::string GaugeNotice(int week) {
  const int i = week % 6;
  return absl::StrFormat(
      "水情通报第%d期。截至%d月%d日8时，%s水文站水位为%d.%d米，较上周回落0.%d米，流量为每秒%"
      "d立方米，"
      "低于警戒水位%d.%d米。\n"
      "本周流域内平均降水量为%d毫米，最大点降水量出现在%s雨量站，为%d毫米。沿岸%"
      "d座闸门按调度计划开启"
      "，累计下泄水量%d万立方米。\n"
      "值班工程师%"
      "s提醒，下周中游仍有分散阵雨，请沿岸渔船靠泊避风，请各乡镇巡堤人员按时上堤，发现险情"
      "立即上报。\n",
      20 + week, 3 + week / 4, 2 + 7 * (week % 4), kRivers[i], 11 + week, (3 * week + 1) % 10,
      1 + week % 9, 640 + 37 * week, 2 + week % 3, (7 * week + 2) % 10, 12 + 5 * week,
      kRivers[(i + 3) % 6], 41 + 9 * week, 3 + week, 210 + 33 * week, kNames[i]);
}

// A court's announcement, another form.
std::string SaleNotice(int lot) {
  return absl::StrFormat(
      "旧物拍卖公告。定于%d月%d日上午9时在城南礼堂公开拍卖%s名下的木船%d艘、渔网%d张，起拍价%"
      "d元，保证金%"
      "d元。\n"
      "有意者请于%d日前持身份证件到礼堂东侧窗口报名，领取号牌%"
      "d号以后的竞买须知。展示时间为拍卖前三天，"
      "联系人%s。逾期不再受理，成交后七天内付清余款，过期保证金不退。\n",
      2 + lot, 5 + 3 * lot, kNames[static_cast<size_t>(lot) % 6], 1 + lot, 14 + 8 * lot,
      3200 + 1150 * lot, 500 + 90 * lot, 1 + 3 * lot, 30 + 11 * lot,
      kNames[static_cast<size_t>(lot + 2) % 6]);
}

Article Page(std::string id, std::string text, int day) {
  Article article;
  article.id = std::move(id);
  article.text = std::move(text);
  article.published_at = TimeInterval{1'700'000'000 + day * 86'400, 1'700'000'000 + day * 86'400};
  return article;
}

std::vector<Article> Notices() {
  std::vector<Article> articles;
  for (int week = 0; week < 8; ++week)
    articles.push_back(Page(absl::StrFormat("gauge-%d", week), GaugeNotice(week), 7 * week));
  for (int lot = 0; lot < 5; ++lot)
    articles.push_back(Page(absl::StrFormat("sale-%d", lot), SaleNotice(lot), 3 * lot));
  return articles;
}

std::vector<std::string> IdsOf(const Result& result, const Series& series) {
  std::vector<std::string> ids;
  for (const SeriesMember& member : series.members)
    ids.push_back(result.articles[member.article].id);
  return ids;
}

std::string Lines(const Result& result) {
  std::string lines;
  for (const Series& series : result.series) AppendSeriesLine(result, series, &lines);
  return lines;
}

TEST(SeriesTest, NoticesOfOneFormAreOneSeriesAndNoStory) {
  const Result result = RunDetector(Notices());
  EXPECT_THAT(result.stories, IsEmpty());
  ASSERT_THAT(result.series, SizeIs(2)) << Lines(result);
  EXPECT_THAT(IdsOf(result, result.series[0]),
              ElementsAre("gauge-0", "gauge-1", "gauge-2", "gauge-3", "gauge-4", "gauge-5",
                          "gauge-6", "gauge-7"));
  EXPECT_THAT(IdsOf(result, result.series[1]),
              ElementsAre("sale-0", "sale-1", "sale-2", "sale-3", "sale-4"));
  EXPECT_GT(result.series[0].numbers, 7u * 4);
  EXPECT_GT(result.series[0].names, 7u);
  EXPECT_EQ(result.counts.series, 2u);
}

TEST(SeriesTest, AReprintedNoticeIsOneMember) {
  std::vector<Article> articles = Notices();
  articles.push_back(Page("copy", GaugeNotice(3), 30));
  articles.push_back(Page("cut", GaugeNotice(3) + "（完）编者另附：渡口今天停航。", 31));
  const Result result = RunDetector(articles);
  ASSERT_THAT(result.stories, SizeIs(1));
  ASSERT_THAT(result.series, SizeIs(2));
  ASSERT_THAT(result.series[0].members, SizeIs(8));
  EXPECT_EQ(result.series[0].members[3].story, 0u);
  EXPECT_EQ(result.series[0].members[3].article, result.stories[0].origin);
}

TEST(SeriesTest, ThreadsAndOrderChangeNoByte) {
  std::vector<Article> articles = Notices();
  articles.push_back(Page("copy", GaugeNotice(3), 30));
  const std::string expected = Lines(RunDetector(articles));
  EXPECT_GT(expected.size(), 1000u);
  for (uint64_t seed = 1; seed <= 4; ++seed) {
    SeededRandom random(seed);
    random.Shuffle(articles);
    DetectorOptions options;
    options.threads = seed % 2 == 0 ? 2 : 1;
    EXPECT_EQ(Lines(RunDetector(articles, options)), expected) << "seed " << seed;
  }
}

TEST(SeriesTest, EstimatesKnowNoForms) {
  DetectorOptions options;
  options.verify = Verify::kSketch;
  EXPECT_THAT(RunDetector(Notices(), options).series, IsEmpty());
}

}  // namespace
}  // namespace wirecopy
