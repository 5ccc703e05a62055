// Shingles to sketches, and sketches compared.
#include <cstdint>
#include <string>
#include <vector>

#include "bench/calibration.h"
#include "bench/made_text.h"
#include "bench/prepared_articles.h"
#include "benchmark/benchmark.h"
#include "wirecopy/sketch/one_permutation.h"
#include "wirecopy/sketch/sketch.h"

namespace wirecopy::bench {
namespace {

void BM_ShingleSet(benchmark::State& state, Script script) {
  const std::string text = MakeText(script, 7, static_cast<size_t>(state.range(0)));
  const Body body = BodyOf(text);
  if (ShingleSet(body.tokens).empty()) state.SkipWithError("no shingles");
  for (auto _ : state) benchmark::DoNotOptimize(ShingleSet(body.tokens));
  ReportRates(state, 1, static_cast<double>(text.size()));
}

void BM_BinMinima(benchmark::State& state, Script script) {
  const std::string text = MakeText(script, 7, static_cast<size_t>(state.range(0)));
  const std::vector<uint64_t> shingles = ShinglesOfText(text);
  if (BinMinima(shingles, 1, 512) == BinMinima({}, 1, 512))
    state.SkipWithError("no bin was filled");
  for (auto _ : state) benchmark::DoNotOptimize(BinMinima(shingles, 1, 512));
  ReportRates(state, 1, static_cast<double>(text.size()));
}

void BM_MakeSketch(benchmark::State& state, Script script) {
  const std::string text = MakeText(script, 7, static_cast<size_t>(state.range(0)));
  const std::vector<uint64_t> shingles = ShinglesOfText(text);
  const auto sketcher = Sketcher::Create({});
  const Sketch sketch = sketcher->MakeSketch(shingles);
  if (sketch.bins.empty() || sketch.sample.empty()) state.SkipWithError("not a sketch");
  for (auto _ : state) benchmark::DoNotOptimize(sketcher->MakeSketch(shingles));
  ReportRates(state, 1, static_cast<double>(text.size()));
}

BENCHMARK_CAPTURE(BM_ShingleSet, chinese, Script::kChinese)->Arg(300)->Arg(1500)->Arg(6000);
BENCHMARK_CAPTURE(BM_ShingleSet, english, Script::kEnglish)->Arg(150)->Arg(700)->Arg(3000);
BENCHMARK_CAPTURE(BM_BinMinima, chinese, Script::kChinese)->Arg(300)->Arg(1500)->Arg(6000);
BENCHMARK_CAPTURE(BM_BinMinima, english, Script::kEnglish)->Arg(150)->Arg(700)->Arg(3000);
BENCHMARK_CAPTURE(BM_MakeSketch, chinese, Script::kChinese)->Arg(300)->Arg(1500)->Arg(6000);
BENCHMARK_CAPTURE(BM_MakeSketch, english, Script::kEnglish)->Arg(150)->Arg(700)->Arg(3000);

// Two sketches in cache; an "article" is a pair, bytes are those of the two lists of bins.
void BM_EstimateResemblance(benchmark::State& state) {
  const auto bins = static_cast<uint32_t>(state.range(0));
  const auto sketcher = Sketcher::Create({.bins = bins});
  const std::vector<uint64_t> a = ShinglesOfText(MakeText(Script::kChinese, 7, 1500));
  const std::vector<uint64_t> b = ShinglesOfText(MakeText(Script::kChinese, 8, 1500));
  const Sketch sketch_a = sketcher->MakeSketch(a);
  const Sketch sketch_b = sketcher->MakeSketch(b);
  if (EstimateResemblance(sketch_a, sketch_a) != 1) state.SkipWithError("a copy is not a copy");
  for (auto _ : state) benchmark::DoNotOptimize(EstimateResemblance(sketch_a, sketch_b));
  ReportRates(state, 1, 2.0 * bins);
}
BENCHMARK(BM_EstimateResemblance)->Arg(64)->Arg(512)->Arg(4096);

void BM_EstimateContainment(benchmark::State& state) {
  const auto sketcher = Sketcher::Create({});
  const std::vector<uint64_t> a =
      ShinglesOfText(MakeText(Script::kChinese, 7, static_cast<size_t>(state.range(0))));
  const Sketch sketch = sketcher->MakeSketch(a);
  if (EstimateContainment(sketch, sketch) != 1) state.SkipWithError("a copy does not hold itself");
  for (auto _ : state) benchmark::DoNotOptimize(EstimateContainment(sketch, sketch));
  ReportRates(state, 1, 16.0 * static_cast<double>(sketch.sample.size()));
}
BENCHMARK(BM_EstimateContainment)->Arg(300)->Arg(1500)->Arg(6000);

}  // namespace
}  // namespace wirecopy::bench
