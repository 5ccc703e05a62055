#include "wirecopy/match/match.h"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <string_view>
#include <utility>

#include "wirecopy/base/first_failure.h"
#include "wirecopy/base/parallel.h"
#include "wirecopy/base/status_macros.h"
#include "wirecopy/match/links.h"
#include "wirecopy/match/neighbours.h"
#include "wirecopy/model/sample_overlap.h"

namespace wirecopy {
namespace {

constexpr double kMostOf = 0.5;  // part of the smaller sample that neighbours share

struct Scratch {
  KeyColumn column;
  KeyGrouper grouper;
};

// The buckets of each column. `load(i, column)` loads one.
template <typename Load>
absl::StatusOr<std::vector<Buckets>> BucketsOf(uint32_t columns, std::vector<Scratch>& scratch,
                                               Load load) {
  std::vector<Buckets> buckets(columns);
  FirstFailure failure;
  ParallelFor(columns, static_cast<unsigned>(scratch.size()), 1,
              [&](size_t i, size_t, unsigned worker) {
                KeyColumn& column = scratch[worker].column;
                const absl::Status status = load(static_cast<uint32_t>(i), column);
                if (!status.ok()) return failure.Note(i, status);
                scratch[worker].grouper.Group(column.entries, buckets[i]);
              });
  WIRECOPY_RETURN_IF_ERROR(failure.status());
  return buckets;
}

bool SharePart(const SampleOverlap& overlap, double part) {
  return overlap.shared > 0 && overlap.shared >= part * std::min(overlap.a, overlap.b);
}

// Of each article how many of its buckets are too large to be linked completely.
std::vector<uint32_t> CountUnlinked(std::span<const Buckets> samples, size_t article_count,
                                    const MatchOptions& options) {
  std::vector<uint32_t> unlinked(article_count, 0);
  for (const Buckets& part : samples) {
    part.ForEach([&](std::span<const uint32_t> bucket) {
      if (bucket.size() <= options.all_pairs_bucket) return;
      for (uint32_t article : bucket) ++unlinked[article];
    });
  }
  return unlinked;
}

// What the two articles of a pair share. Threads: one a thread.
class PairReader {
 public:
  PairReader(const KeyColumns& columns, const SketchLookup& sketch_of,
             std::span<const uint32_t> unlinked)
      : columns_(columns), sketch_of_(sketch_of), unlinked_(unlinked) {}

  // From the links where these tell all of it, or enough to know that it is less than `least_part`
  // of either; else from the samples.
  SampleOverlap OverlapOf(const CandidatePair& pair, double least_part) {
    if (pair.shared_samples == UINT16_MAX) return OverlapOfSamples(pair);
    const double rate =
        std::min(columns_.sample_rate(pair.first), columns_.sample_rate(pair.second));
    const SampleOverlap linked = {SizeAt(rate, pair.first, first_),
                                  SizeAt(rate, pair.second, second_), pair.shared_samples};
    const uint32_t more = std::min(unlinked_[pair.first], unlinked_[pair.second]);
    if (more == 0 || linked.shared + more < least_part * std::min(linked.a, linked.b))
      return linked;
    return OverlapOfSamples(pair);
  }

 private:
  struct Held {
    uint32_t article = UINT32_MAX;
    const Sketch* sketch = nullptr;
    Sketch scratch;
  };

  const Sketch& SketchOf(uint32_t article, Held& held) {
    if (held.article != article) {
      held.sketch = &sketch_of_(article, held.scratch);
      held.article = article;
    }
    return *held.sketch;
  }

  uint32_t SizeAt(double rate, uint32_t article, Held& held) {
    if (columns_.sample_rate(article) <= rate) return columns_.sample_size(article);
    return SampleSize(SketchOf(article, held), rate);
  }

  SampleOverlap OverlapOfSamples(const CandidatePair& pair) {
    return wirecopy::OverlapOf(SketchOf(pair.first, first_), SketchOf(pair.second, second_));
  }

  const KeyColumns& columns_;
  const SketchLookup& sketch_of_;
  std::span<const uint32_t> unlinked_;
  Held first_;
  Held second_;
};

enum class Shares : uint8_t { kLittle, kPart, kMost };

// Says which linked pairs are candidates. A hash or two in common say little where both samples are
// long: strangers that share a passage have them too. So do two parts of one report that hardly
// overlap, but a third text shares most with either.
class PairSieve {
 public:
  PairSieve(const KeyColumns& columns, const SketchLookup& sketch_of,
            std::span<const uint32_t> unlinked, const MatchOptions& options)
      : columns_(columns),
        options_(options),
        readers_(std::max(1u, options.threads), PairReader(columns, sketch_of, unlinked)) {}

  // Of a short text inside a long one the long one's sample holds only a few hashes, so that few in
  // common may be a great part.
  bool FewAreEnough(const CandidatePair& pair, unsigned worker) {
    const auto expected = [&](uint32_t article, double rate) {
      return columns_.sample_size(article) * rate / columns_.sample_rate(article);
    };
    const double rate =
        std::min(columns_.sample_rate(pair.first), columns_.sample_rate(pair.second));
    const double smaller = std::min(expected(pair.first, rate), expected(pair.second, rate));
    // By the expected size first, which is known without a look at the samples.
    return options_.min_containment > 0 &&
           smaller * options_.min_containment <= 2 * options_.min_shared_samples &&
           SharePart(readers_[worker].OverlapOf(pair, options_.min_containment),
                     options_.min_containment);
  }

  // The next pairs, in their order.
  absl::Status Take(const std::vector<CandidatePair>& pairs) {
    const std::vector<Shares> shares = SharesOf(pairs);
    Part part;
    std::vector<CandidatePair> unsure;
    for (size_t i = 0; i < pairs.size(); ++i) {
      if (shares[i] == Shares::kMost) close_.push_back(pairs[i]);
      const bool is_sure = pairs[i].shared_bands > 0 || shares[i] != Shares::kLittle;
      (is_sure ? part.sure : unsure).push_back(pairs[i]);
    }
    const std::string_view bytes(reinterpret_cast<const char*>(unsure.data()),
                                 unsure.size() * sizeof(CandidatePair));
    WIRECOPY_ASSIGN_OR_RETURN(part.unsure, columns_.store()->Put(bytes));
    part.sure.shrink_to_fit();
    parts_.push_back(std::move(part));
    return absl::OkStatus();
  }

  // All pairs that are candidates.
  absl::StatusOr<std::vector<CandidatePair>> Finish() {
    const Neighbours neighbours(close_, columns_.article_count());
    std::vector<CandidatePair> pairs;
    for (Part& part : parts_) {
      WIRECOPY_ASSIGN_OR_RETURN(std::vector<CandidatePair> unsure, Load(part.unsure));
      std::erase_if(unsure, [&](const CandidatePair& pair) {
        return !neighbours.HaveCommon(pair.first, pair.second);
      });
      std::ranges::merge(part.sure, unsure, std::back_inserter(pairs));
      part = {};
    }
    return pairs;
  }

 private:
  struct Part {
    std::vector<CandidatePair> sure;
    BlobRef unsure;
  };

  std::vector<Shares> SharesOf(std::span<const CandidatePair> pairs) {
    std::vector<Shares> shares(pairs.size(), Shares::kLittle);
    ParallelFor(pairs.size(), options_.threads, 4096,
                [&](size_t begin, size_t end, unsigned worker) {
                  for (size_t i = begin; i < end; ++i) {
                    const SampleOverlap overlap =
                        readers_[worker].OverlapOf(pairs[i], options_.min_containment);
                    if (SharePart(overlap, options_.min_containment)) shares[i] = Shares::kPart;
                    if (SharePart(overlap, kMostOf)) shares[i] = Shares::kMost;
                  }
                });
    return shares;
  }

  absl::StatusOr<std::vector<CandidatePair>> Load(const BlobRef& blob) const {
    std::string bytes;
    WIRECOPY_RETURN_IF_ERROR(columns_.store()->Get(blob, &bytes));
    std::vector<CandidatePair> pairs(bytes.size() / sizeof(CandidatePair));
    if (!pairs.empty()) std::memcpy(pairs.data(), bytes.data(), bytes.size());
    return pairs;
  }

  const KeyColumns& columns_;
  const MatchOptions& options_;
  std::vector<PairReader> readers_;
  std::vector<CandidatePair> close_;
  std::vector<Part> parts_;
};

}  // namespace

absl::StatusOr<std::vector<CandidatePair>> FindCandidates(const KeyColumns& columns,
                                                          const SketchLookup& sketch_of,
                                                          const MatchOptions& options) {
  assert(columns.article_count() <= (uint32_t{1} << 30));
  std::vector<Scratch> scratch(std::max(1u, options.threads));
  WIRECOPY_ASSIGN_OR_RETURN(
      std::vector<Buckets> bands,
      BucketsOf(columns.band_count(), scratch,
                [&](uint32_t band, KeyColumn& column) { return columns.LoadBand(band, column); }));
  WIRECOPY_ASSIGN_OR_RETURN(
      std::vector<Buckets> samples,
      BucketsOf(columns.part_count(), scratch,
                [&](uint32_t part, KeyColumn& column) { return columns.LoadPart(part, column); }));
  scratch = {};
  const std::vector<uint32_t> unlinked = CountUnlinked(samples, columns.article_count(), options);
  PairSieve sieve(columns, sketch_of, unlinked, options);
  WIRECOPY_RETURN_IF_ERROR(ForEachPairs(
      std::move(bands), std::move(samples), columns.article_count(), options,
      [&](const CandidatePair& pair, unsigned worker) { return sieve.FewAreEnough(pair, worker); },
      [&](const std::vector<CandidatePair>& pairs) { return sieve.Take(pairs); }));
  return sieve.Finish();
}

std::vector<CandidatePair> FindCandidates(std::span<const Sketch> sketches,
                                          const MatchOptions& options) {
  MemoryBlobStore store;
  KeyColumns columns(&store, sketches.size());
  // Memory does not fail.
  if (!columns.Append(sketches).ok()) return {};
  return *FindCandidates(
      columns, [sketches](uint32_t article, Sketch&) -> const Sketch& { return sketches[article]; },
      options);
}

}  // namespace wirecopy
