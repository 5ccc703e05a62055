// End to end: articles in memory to stories, on one thread.
#include <cstddef>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "bench/calibration.h"
#include "bench/made_text.h"
#include "benchmark/benchmark.h"
#include "wirecopy/detect/detector.h"

namespace wirecopy::bench {
namespace {

absl::StatusOr<Result> Detect(const std::vector<ArticleView>& articles,
                              const DetectorOptions& options) {
  absl::StatusOr<Detector> detector = Detector::Create(options);
  if (!detector.ok()) return detector.status();
  if (absl::Status added = detector->AddAll(articles); !added.ok()) return added;
  return detector->Run();
}

void BM_Detect(benchmark::State& state, Script script, Verify verify) {
  const auto size = static_cast<size_t>(state.range(0));
  const std::vector<MadeArticle> corpus = MakeCorpus({.articles = size, .script = script});
  std::vector<ArticleView> articles;
  double bytes = 0;
  for (const MadeArticle& article : corpus) {
    ArticleView& view = articles.emplace_back();
    view.id = article.id;
    view.outlet = article.outlet;
    view.title = article.title;
    view.text = article.text;
    view.published = article.published;
    bytes += static_cast<double>(article.text.size());
  }
  DetectorOptions options;
  options.verify = verify;
  const absl::StatusOr<Result> result = Detect(articles, options);
  if (!result.ok() || result->stories.size() < size / 20)
    state.SkipWithError("stories were missed");
  for (auto _ : state) benchmark::DoNotOptimize(Detect(articles, options));
  ReportRates(state, static_cast<double>(size), bytes);
  if (!result.ok()) return;
  state.counters["stories"] = static_cast<double>(result->stories.size());
  state.counters["candidates/article"] =
      static_cast<double>(result->counts.candidates) / static_cast<double>(size);
}

#define WIRECOPY_DETECT(name, ...)                \
  BENCHMARK_CAPTURE(BM_Detect, name, __VA_ARGS__) \
      ->Arg(1000)                                 \
      ->Arg(3000)                                 \
      ->Arg(10000)                                \
      ->Unit(benchmark::kMillisecond)             \
      ->MeasureProcessCPUTime()
WIRECOPY_DETECT(chinese, Script::kChinese, Verify::kAlign);
WIRECOPY_DETECT(annotated, Script::kAnnotatedChinese, Verify::kAlign);
WIRECOPY_DETECT(english, Script::kEnglish, Verify::kAlign);
WIRECOPY_DETECT(chinese_sketch, Script::kChinese, Verify::kSketch);
#undef WIRECOPY_DETECT

}  // namespace
}  // namespace wirecopy::bench
