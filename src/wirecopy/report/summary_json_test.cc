#include "wirecopy/report/summary_json.h"

#include <gmock/gmock.h>

#include "wirecopy/report/golden_file_test.h"
#include "wirecopy/report/sample_result_test.h"

namespace wirecopy {
namespace {

using testing::HasSubstr;
using testing::Not;

RunDescription SampleRun() {
  return {"dedup",
          {{"wirecopy", "0.1.0"}, {"unicode", "15.0"}},
          {{"verify", "align"}, {"min-probability", .5}, {"threads", 2}, {"singletons", false}},
          {{"kept", 7}, {"dropped", 4}}};
}

TEST(SummaryTest, HoldsWhatTheFormatSays) {
  std::string line;
  AppendSummary(SampleResult(), SampleReading(), SampleRun(), &line);
  ExpectGolden("summary.json", line);
}

TEST(SummaryTest, WithoutAnOutcomeThereIsNone) {
  RunDescription run = SampleRun();
  run.outcome.clear();
  std::string line;
  AppendSummary({}, {}, run, &line);
  EXPECT_THAT(line, Not(HasSubstr("outcome")));
  EXPECT_THAT(line, HasSubstr(R"("threads":2)"));
}

}  // namespace
}  // namespace wirecopy
