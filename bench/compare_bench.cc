// The judge: a page beside its cut and changed copy, and beside a stranger.
#include <string>

#include "bench/calibration.h"
#include "bench/made_text.h"
#include "bench/prepared_articles.h"
#include "benchmark/benchmark.h"
#include "wirecopy/compare/compare.h"

namespace wirecopy::bench {
namespace {

// The text without its middle fifth.
std::string CutCopy(const std::string& text) {
  const size_t begin = text.find('\n', text.size() * 2 / 5);
  const size_t end = text.find('\n', text.size() * 3 / 5);
  if (begin == std::string::npos || end == std::string::npos) return text;
  return text.substr(0, begin) + text.substr(end);
}

CompareInput InputOf(const Body& body) {
  CompareInput input;
  input.tokens = body.tokens;
  return input;
}

void Run(benchmark::State& state, const std::string& text, const std::string& other, bool related) {
  const Body a = BodyOf(text);
  const Body b = BodyOf(other);
  const Background background;
  Comparer comparer({});
  const Verdict verdict = comparer.Compare(InputOf(a), InputOf(b), background);
  if ((verdict.probability >= 0.5) != related) state.SkipWithError("judged wrong");
  for (auto _ : state)
    benchmark::DoNotOptimize(comparer.Compare(InputOf(a), InputOf(b), background));
  // An "article" is a pair.
  ReportRates(state, 1, static_cast<double>(text.size() + other.size()));
}

void BM_CompareCopy(benchmark::State& state, Script script) {
  const std::string text = MakeText(script, 7, static_cast<size_t>(state.range(0)));
  Run(state, text, CutCopy(text), true);
}

void BM_CompareStranger(benchmark::State& state, Script script) {
  const auto size = static_cast<size_t>(state.range(0));
  Run(state, MakeText(script, 7, size), MakeText(script, 8, size), false);
}

BENCHMARK_CAPTURE(BM_CompareCopy, chinese, Script::kChinese)->Arg(300)->Arg(1500)->Arg(6000);
BENCHMARK_CAPTURE(BM_CompareCopy, english, Script::kEnglish)->Arg(150)->Arg(700)->Arg(3000);
BENCHMARK_CAPTURE(BM_CompareStranger, chinese, Script::kChinese)->Arg(300)->Arg(1500)->Arg(6000);
BENCHMARK_CAPTURE(BM_CompareStranger, english, Script::kEnglish)->Arg(150)->Arg(700)->Arg(3000);

}  // namespace
}  // namespace wirecopy::bench
