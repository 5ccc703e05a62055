#include "wirecopy/report/series_json.h"

#include <gmock/gmock.h>

#include "wirecopy/report/golden_file_test.h"
#include "wirecopy/report/sample_result_test.h"

namespace wirecopy {
namespace {

using testing::HasSubstr;

TEST(SeriesLineTest, HoldsWhatTheFormatSays) {
  const Result result = SampleResult();
  std::string lines;
  for (const Series& series : result.series) AppendSeriesLine(result, series, &lines);
  ExpectGolden("series.jsonl", lines);
}

TEST(SeriesLineTest, WhatIsUnknownIsNull) {
  Result result = SampleResult();
  Series& series = result.series[0];
  series.first_published = series.last_published = std::nullopt;
  std::string line;
  AppendSeriesLine(result, series, &line);
  EXPECT_THAT(line, HasSubstr(R"("first_published":null,"last_published":null)"));
  EXPECT_THAT(line, HasSubstr(R"("title":null,"story":null})"));
}

}  // namespace
}  // namespace wirecopy
