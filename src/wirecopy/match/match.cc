#include "wirecopy/match/match.h"

#include <algorithm>
#include <cassert>

#include "wirecopy/base/parallel.h"
#include "wirecopy/match/equal_keys.h"
#include "wirecopy/match/links.h"
#include "wirecopy/model/sample_overlap.h"

namespace wirecopy {
namespace {

constexpr size_t kPartHashes =
    2 << 20;  // sample hashes grouped together: bounds the memory of a thread
constexpr int kHistogramBits = 16;

struct Scratch {
  std::vector<KeyedArticle> entries;
  KeyGrouper grouper;
};

Buckets Joined(const std::vector<Buckets>& parts) {
  Buckets all;
  for (const Buckets& part : parts) all.Append(part);
  return all;
}

void CollectBand(std::span<const Sketch> sketches, uint16_t band,
                 std::vector<KeyedArticle>& entries) {
  entries.clear();
  for (uint32_t article = 0; article < sketches.size(); ++article) {
    const Sketch& sketch = sketches[article];
    const auto& numbers = sketch.band_numbers;
    // Most articles have all keys, and then a band stands at its own number.
    size_t at = band;
    if (at >= numbers.size() || numbers[at] != band) {
      at = std::lower_bound(numbers.begin(), numbers.end(), band) - numbers.begin();
      if (at == numbers.size() || numbers[at] != band) continue;
    }
    entries.push_back({sketch.band_keys[at], article});
  }
}

Buckets BandBuckets(std::span<const Sketch> sketches, std::vector<Scratch>& scratch,
                    unsigned threads) {
  size_t bands = 0;
  for (const Sketch& sketch : sketches) {
    if (!sketch.band_numbers.empty())
      bands = std::max<size_t>(bands, sketch.band_numbers.back() + size_t{1});
  }
  std::vector<Buckets> parts(bands);
  ParallelFor(bands, threads, 1, [&](size_t begin, size_t end, unsigned worker) {
    for (size_t band = begin; band < end; ++band) {
      CollectBand(sketches, static_cast<uint16_t>(band), scratch[worker].entries);
      scratch[worker].grouper.Group(scratch[worker].entries, parts[band]);
    }
  });
  return Joined(parts);
}

// The first hash of each part, and that parts hold about kPartHashes sample hashes each.
std::vector<uint64_t> PlanParts(std::span<const Sketch> sketches) {
  std::vector<size_t> histogram(size_t{1} << kHistogramBits, 0);
  for (const Sketch& sketch : sketches) {
    for (uint64_t hash : sketch.sample) ++histogram[hash >> (64 - kHistogramBits)];
  }
  std::vector<uint64_t> firsts = {0};
  size_t sum = 0;
  for (size_t i = 0; i < histogram.size(); ++i) {
    if (sum > 0 && sum + histogram[i] > kPartHashes) {
      firsts.push_back(uint64_t{i} << (64 - kHistogramBits));
      sum = 0;
    }
    sum += histogram[i];
  }
  return firsts;
}

// `last` is included.
void CollectPart(std::span<const Sketch> sketches, uint64_t first, uint64_t last,
                 std::vector<KeyedArticle>& entries) {
  entries.clear();
  for (uint32_t article = 0; article < sketches.size(); ++article) {
    const auto& sample = sketches[article].sample;
    for (auto hash = std::lower_bound(sample.begin(), sample.end(), first);
         hash != sample.end() && *hash <= last; ++hash) {
      entries.push_back({*hash, article});
    }
  }
}

Buckets SampleBuckets(std::span<const Sketch> sketches, std::vector<Scratch>& scratch,
                      unsigned threads) {
  const std::vector<uint64_t> firsts = PlanParts(sketches);
  std::vector<Buckets> parts(firsts.size());
  ParallelFor(firsts.size(), threads, 1, [&](size_t begin, size_t end, unsigned worker) {
    for (size_t i = begin; i < end; ++i) {
      const uint64_t last = i + 1 < firsts.size() ? firsts[i + 1] - 1 : ~uint64_t{0};
      CollectPart(sketches, firsts[i], last, scratch[worker].entries);
      scratch[worker].grouper.Group(scratch[worker].entries, parts[i]);
    }
  });
  return Joined(parts);
}

// Two hashes in common say little where both samples are long: strangers that share a passage or
// two have them too.
bool Holds(const CandidatePair& pair, std::span<const Sketch> sketches, double min_containment) {
  if (pair.shared_bands > 0) return true;
  const SampleOverlap overlap = OverlapOf(sketches[pair.first], sketches[pair.second]);
  return overlap.shared >= min_containment * std::min(overlap.a, overlap.b);
}

void DropUncontained(std::span<const Sketch> sketches, const MatchOptions& options,
                     std::vector<CandidatePair>& pairs) {
  std::vector<uint8_t> holds(pairs.size());
  ParallelFor(pairs.size(), options.threads, 4096, [&](size_t begin, size_t end, unsigned) {
    for (size_t i = begin; i < end; ++i)
      holds[i] = Holds(pairs[i], sketches, options.min_containment);
  });
  size_t kept = 0;
  for (size_t i = 0; i < pairs.size(); ++i) {
    if (holds[i]) pairs[kept++] = pairs[i];
  }
  pairs.resize(kept);
}

}  // namespace

std::vector<CandidatePair> FindCandidates(std::span<const Sketch> sketches,
                                          const MatchOptions& options) {
  assert(sketches.size() < (size_t{1} << 31));
  std::vector<Scratch> scratch(options.threads);
  const Buckets bands = BandBuckets(sketches, scratch, options.threads);
  const Buckets samples = SampleBuckets(sketches, scratch, options.threads);
  scratch.clear();
  std::vector<CandidatePair> pairs =
      PairsOf(bands, samples, static_cast<uint32_t>(sketches.size()), options);
  DropUncontained(sketches, options, pairs);
  return pairs;
}

}  // namespace wirecopy
