#include "wirecopy/match/match.h"

#include <algorithm>
#include <cassert>

#include "wirecopy/base/parallel.h"
#include "wirecopy/match/equal_keys.h"
#include "wirecopy/match/links.h"
#include "wirecopy/match/neighbours.h"
#include "wirecopy/model/sample_overlap.h"

namespace wirecopy {
namespace {

constexpr size_t kPartHashes =
    2 << 20;  // sample hashes grouped together: bounds the memory of a thread
constexpr int kHistogramBits = 16;
constexpr double kMostOf = 0.5;  // part of the smaller sample that neighbours share

struct Scratch {
  std::vector<KeyedArticle> entries;
  KeyGrouper grouper;
};

Buckets Joined(std::vector<Buckets> parts) {
  Buckets all;
  size_t articles = 0;
  size_t buckets = 0;
  for (const Buckets& part : parts) {
    articles += part.articles.size();
    buckets += part.sizes.size();
  }
  all.articles.reserve(articles);
  all.sizes.reserve(buckets);
  for (Buckets& part : parts) {
    all.Append(part);
    part = {};
  }
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
  return Joined(std::move(parts));
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

// What is left of each sample, for a thread that takes parts in rising order.
class SampleReader {
 public:
  // Empties `entries` and fills them with the hashes in [first, last]. REQUIRES: `first` is above
  // the `last` before.
  void Collect(std::span<const Sketch> sketches, uint64_t first, uint64_t last,
               std::vector<KeyedArticle>& entries) {
    constexpr uint32_t kAhead = 16;
    if (left_.empty()) Start(sketches);
    entries.clear();
    for (uint32_t article = 0; article < left_.size(); ++article) {
      if (article + kAhead < left_.size()) __builtin_prefetch(left_[article + kAhead].begin);
      auto [hash, end] = left_[article];
      if (hash != end && *hash < first) hash = std::lower_bound(hash, end, first);
      for (; hash != end && *hash <= last; ++hash) entries.push_back({*hash, article});
      left_[article].begin = hash;
    }
  }

 private:
  struct Left {
    const uint64_t* begin;
    const uint64_t* end;
  };

  void Start(std::span<const Sketch> sketches) {
    for (const Sketch& sketch : sketches)
      left_.push_back({sketch.sample.data(), sketch.sample.data() + sketch.sample.size()});
  }

  std::vector<Left> left_;
};

Buckets SampleBuckets(std::span<const Sketch> sketches, std::vector<Scratch>& scratch,
                      unsigned threads) {
  const std::vector<uint64_t> firsts = PlanParts(sketches);
  std::vector<Buckets> parts(firsts.size());
  std::vector<SampleReader> readers(threads);
  ParallelFor(firsts.size(), threads, 1, [&](size_t begin, size_t end, unsigned worker) {
    for (size_t i = begin; i < end; ++i) {
      const uint64_t last = i + 1 < firsts.size() ? firsts[i + 1] - 1 : ~uint64_t{0};
      readers[worker].Collect(sketches, firsts[i], last, scratch[worker].entries);
      scratch[worker].grouper.Group(scratch[worker].entries, parts[i]);
    }
  });
  return Joined(std::move(parts));
}

bool SharePart(const SampleOverlap& overlap, double part) {
  return overlap.shared > 0 && overlap.shared >= part * std::min(overlap.a, overlap.b);
}

// Of each article how many of its buckets are too large to be linked completely.
std::vector<uint32_t> CountUnlinked(const Buckets& samples, size_t article_count,
                                    const MatchOptions& options) {
  std::vector<uint32_t> unlinked(article_count, 0);
  samples.ForEach([&](std::span<const uint32_t> bucket) {
    if (bucket.size() <= options.all_pairs_bucket) return;
    for (uint32_t article : bucket) ++unlinked[article];
  });
  return unlinked;
}

// What the two samples share: from the links where these tell all of it, or enough to know that it
// is less than `least_part` of either; else from the samples.
SampleOverlap OverlapOf(const CandidatePair& pair, std::span<const Sketch> sketches,
                        std::span<const uint32_t> unlinked, double least_part) {
  const Sketch& a = sketches[pair.first];
  const Sketch& b = sketches[pair.second];
  if (pair.shared_samples == UINT16_MAX) return wirecopy::OverlapOf(a, b);
  const double rate = std::min(a.sample_rate, b.sample_rate);
  const SampleOverlap linked = {SampleSize(a, rate), SampleSize(b, rate), pair.shared_samples};
  const uint32_t more = std::min(unlinked[pair.first], unlinked[pair.second]);
  if (more == 0 || linked.shared + more < least_part * std::min(linked.a, linked.b)) return linked;
  return wirecopy::OverlapOf(a, b);
}

// Of a short text inside a long one the long one's sample holds only a few hashes, so that few in
// common may be a great part.
bool FewAreEnough(const CandidatePair& pair, std::span<const Sketch> sketches,
                  std::span<const uint32_t> unlinked, const MatchOptions& options) {
  const Sketch& a = sketches[pair.first];
  const Sketch& b = sketches[pair.second];
  const double rate = std::min(a.sample_rate, b.sample_rate);
  const double smaller = std::min(static_cast<double>(a.sample.size()) * rate / a.sample_rate,
                                  static_cast<double>(b.sample.size()) * rate / b.sample_rate);
  // By the expected size first, which is known without a look at the samples.
  return options.min_containment > 0 &&
         smaller * options.min_containment <= 2 * options.min_shared_samples &&
         SharePart(OverlapOf(pair, sketches, unlinked, options.min_containment),
                   options.min_containment);
}

enum class Shares : uint8_t { kLittle, kPart, kMost };

std::vector<Shares> SharesOf(std::span<const Sketch> sketches, std::span<const CandidatePair> pairs,
                             std::span<const uint32_t> unlinked, const MatchOptions& options) {
  std::vector<Shares> shares(pairs.size(), Shares::kLittle);
  ParallelFor(pairs.size(), options.threads, 4096, [&](size_t begin, size_t end, unsigned) {
    for (size_t i = begin; i < end; ++i) {
      const SampleOverlap overlap =
          OverlapOf(pairs[i], sketches, unlinked, options.min_containment);
      if (SharePart(overlap, options.min_containment)) shares[i] = Shares::kPart;
      if (SharePart(overlap, kMostOf)) shares[i] = Shares::kMost;
    }
  });
  return shares;
}

// A hash or two in common say little where both samples are long: strangers that share a passage
// have them too. So do two parts of one report that hardly overlap, but a third text shares most
// with either.
void DropUncontained(std::span<const Sketch> sketches, std::span<const uint32_t> unlinked,
                     const MatchOptions& options, std::vector<CandidatePair>& pairs) {
  const std::vector<Shares> shares = SharesOf(sketches, pairs, unlinked, options);
  std::vector<CandidatePair> close;
  for (size_t i = 0; i < pairs.size(); ++i) {
    if (shares[i] == Shares::kMost) close.push_back(pairs[i]);
  }
  const Neighbours neighbours(close, static_cast<uint32_t>(sketches.size()));
  size_t kept = 0;
  for (size_t i = 0; i < pairs.size(); ++i) {
    const CandidatePair pair = pairs[i];
    if (pair.shared_bands > 0 || shares[i] != Shares::kLittle ||
        neighbours.HaveCommon(pair.first, pair.second)) {
      pairs[kept++] = pair;
    }
  }
  pairs.resize(kept);
}

}  // namespace

std::vector<CandidatePair> FindCandidates(std::span<const Sketch> sketches,
                                          const MatchOptions& options) {
  assert(sketches.size() <= (size_t{1} << 30));
  std::vector<Scratch> scratch(options.threads);
  Buckets bands = BandBuckets(sketches, scratch, options.threads);
  Buckets samples = SampleBuckets(sketches, scratch, options.threads);
  scratch.clear();
  const std::vector<uint32_t> unlinked = CountUnlinked(samples, sketches.size(), options);
  std::vector<CandidatePair> pairs = PairsOf(
      std::move(bands), std::move(samples), static_cast<uint32_t>(sketches.size()), options,
      [&](const CandidatePair& pair) { return FewAreEnough(pair, sketches, unlinked, options); });
  DropUncontained(sketches, unlinked, options, pairs);
  return pairs;
}

}  // namespace wirecopy
