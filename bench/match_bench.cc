// Sketches to candidate pairs, for growing corpora. Sketches are made from drawn shingles: three in
// ten articles copy an earlier one with a tenth of its shingles changed, and every article holds
// some of 20,000 formulas.
#include <cstdint>
#include <vector>

#include "bench/calibration.h"
#include "benchmark/benchmark.h"
#include "wirecopy/base/hash.h"
#include "wirecopy/match/match.h"
#include "wirecopy/sketch/sketch.h"

namespace wirecopy::bench {
namespace {

constexpr uint64_t kShingles = 700;

std::vector<uint64_t> DrawnShingles(uint64_t article) {
  const uint64_t draw = MixHash(article + 1);
  const bool copies = article > 10 && draw % 10 < 3;
  const uint64_t story = copies ? MixHash(draw) % article : article;
  std::vector<uint64_t> shingles;
  for (uint64_t i = 0; i < kShingles; ++i) {
    const uint64_t chance = MixHash(draw ^ i << 32);
    if (chance % 100 < 5) {
      shingles.push_back(MixHash(chance % 20000 + 1));  // a formula
    } else {
      const bool changed = copies && chance / 100 % 10 == 0;
      shingles.push_back(MixHash((changed ? article : story) << 20 | i | uint64_t{1} << 60));
    }
  }
  return shingles;
}

std::vector<Sketch> DrawnSketches(uint64_t articles) {
  const auto sketcher = Sketcher::Create({.bins = 64});
  std::vector<Sketch> sketches;
  sketches.reserve(articles);
  for (uint64_t article = 0; article < articles; ++article) {
    const std::vector<uint64_t> shingles = DrawnShingles(article);
    sketches.push_back(sketcher->MakeSketch(shingles));
  }
  return sketches;
}

// Those of the size asked for last: drawing a million takes longer than grouping them.
const std::vector<Sketch>& SketchesOf(uint64_t articles) {
  static std::vector<Sketch> sketches;
  if (sketches.size() != articles) {
    sketches.clear();
    sketches = DrawnSketches(articles);
  }
  return sketches;
}

// An "article" is one of the corpus; a key is a band key or a hash of its sample, of eight bytes.
void BM_FindCandidates(benchmark::State& state) {
  const auto articles = static_cast<uint64_t>(state.range(0));
  const auto threads = static_cast<unsigned>(state.range(1));
  const std::vector<Sketch>& sketches = SketchesOf(articles);
  MemoryBlobStore store;
  KeyColumns columns(&store, articles);
  if (!columns.Append(sketches).ok()) state.SkipWithError("no columns");
  double keys = 0;
  for (const Sketch& sketch : sketches)
    keys += static_cast<double>(sketch.band_keys.size() + sketch.sample.size());
  size_t pairs = 0;
  const auto sketch_of = [&](uint32_t article, Sketch&) -> const Sketch& {
    return sketches[article];
  };
  for (auto _ : state) pairs = FindCandidates(columns, sketch_of, {.threads = threads})->size();
  if (pairs < articles / 10) state.SkipWithError("copies were missed");
  ReportRates(state, static_cast<double>(articles), 8 * keys);
  ReportKeys(state, keys);
  state.counters["pairs/article"] = static_cast<double>(pairs) / static_cast<double>(articles);
}
BENCHMARK(BM_FindCandidates)
    ->ArgNames({"articles", "threads"})
    ->Args({1000, 1})
    ->Args({10000, 1})
    ->Args({100000, 1})
    ->Args({100000, 2})
    ->Args({1000000, 1})
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime();

}  // namespace
}  // namespace wirecopy::bench
