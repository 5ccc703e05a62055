// Cleaning: Chinese, Chinese with readings left in it, English; with and without places.
#include <string>

#include "bench/calibration.h"
#include "bench/made_text.h"
#include "bench/prepared_articles.h"
#include "benchmark/benchmark.h"
#include "wirecopy/text/clean.h"

namespace wirecopy::bench {
namespace {

void BM_Clean(benchmark::State& state, Script script, bool places) {
  const auto size = static_cast<size_t>(state.range(0));
  const std::string text = MakeText(script, 7, size);
  const CleanText once = Clean(text);
  if (once.tokens.size() < size / 2) state.SkipWithError("cleaning lost the text");
  if ((script == Script::kAnnotatedChinese) != (once.damage.pinyin > 0)) {
    state.SkipWithError("readings were missed or invented");
  }
  for (auto _ : state) benchmark::DoNotOptimize(Clean(text, {.places = places}));
  ReportRates(state, 1, static_cast<double>(text.size()));
}

BENCHMARK_CAPTURE(BM_Clean, chinese, Script::kChinese, false)->Arg(300)->Arg(1500)->Arg(6000);
BENCHMARK_CAPTURE(BM_Clean, annotated, Script::kAnnotatedChinese, false)
    ->Arg(300)
    ->Arg(1500)
    ->Arg(6000);
BENCHMARK_CAPTURE(BM_Clean, english, Script::kEnglish, false)->Arg(150)->Arg(700)->Arg(3000);
BENCHMARK_CAPTURE(BM_Clean, chinese_with_places, Script::kChinese, true)->Arg(1500);
BENCHMARK_CAPTURE(BM_Clean, english_with_places, Script::kEnglish, true)->Arg(700);

}  // namespace
}  // namespace wirecopy::bench
