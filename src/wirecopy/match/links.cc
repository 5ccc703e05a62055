#include "wirecopy/match/links.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <span>
#include <utility>

#include "wirecopy/base/parallel.h"
#include "wirecopy/base/status_macros.h"

namespace wirecopy {
namespace {

constexpr uint32_t kBlockArticles = 64;   // linked together by a thread
constexpr size_t kSlabEntries = 8 << 20;  // of buckets, whose articles are linked at a time
constexpr uint32_t kBandReach = 1;

// An entry of a bucket: its article, and of its bucket whether it ends here and whether it is too
// large to be linked completely.
constexpr uint32_t kEnds = 1U << 31;
constexpr uint32_t kLarge = 1U << 30;
constexpr uint32_t kArticleMask = kLarge - 1;

using Entries = std::vector<std::vector<uint32_t>>;  // of many lists of buckets

Entries EntriesOf(std::vector<Buckets> lists, uint32_t all_pairs_bucket) {
  Entries entries;
  for (Buckets& buckets : lists) {
    size_t at = 0;
    for (uint32_t size : buckets.sizes) {
      if (size > all_pairs_bucket) {
        for (size_t i = at; i < at + size; ++i) buckets.articles[i] |= kLarge;
      }
      at += size;
      buckets.articles[at - 1] |= kEnds;
    }
    entries.push_back(std::move(buckets.articles));
    buckets = {};
  }
  return entries;
}

// Articles [begin, end), whose links to later articles are made together.
struct ArticleRange {
  uint32_t begin = 0;
  uint32_t end = 0;
};

std::vector<ArticleRange> PlanSlabs(std::span<const Entries* const> all, uint32_t article_count) {
  std::vector<size_t> entries(article_count / kBlockArticles + 1, 0);
  for (const Entries* some : all) {
    for (const std::vector<uint32_t>& list : *some) {
      for (uint32_t entry : list) ++entries[(entry & kArticleMask) / kBlockArticles];
    }
  }
  std::vector<ArticleRange> slabs;
  size_t sum = 0;
  uint32_t begin = 0;
  for (uint32_t block = 0; block < entries.size(); ++block) {
    sum += entries[block];
    const uint32_t end = std::min((block + 1) * kBlockArticles, article_count);
    if (sum < kSlabEntries && end < article_count) continue;
    if (sum > 0) slabs.push_back({begin, end});
    begin = end;
    sum = 0;
  }
  return slabs;
}

// Where each article of a slab stands in the buckets.
class Places {
 public:
  using Place = const uint32_t*;

  Places(const Entries& entries, ArticleRange slab)
      : slab_(slab), begins_(slab.end - slab.begin + 1, 0) {
    ForEach(entries, [&](Place, uint32_t article) { ++begins_[article + 1]; });
    for (size_t i = 1; i < begins_.size(); ++i) begins_[i] += begins_[i - 1];
    places_.resize(begins_.back());
    std::vector<size_t> next(begins_.begin(), begins_.end() - 1);
    ForEach(entries, [&](Place place, uint32_t article) { places_[next[article]++] = place; });
  }

  std::span<const Place> Of(uint32_t article) const {
    const size_t i = article - slab_.begin;
    return std::span(places_).subspan(begins_[i], begins_[i + 1] - begins_[i]);
  }

 private:
  template <typename Visit>
  void ForEach(const Entries& entries, Visit visit) const {
    const uint32_t articles = slab_.end - slab_.begin;
    for (const std::vector<uint32_t>& list : entries) {
      for (const uint32_t& entry : list) {
        const uint32_t article = (entry & kArticleMask) - slab_.begin;
        if (article < articles) visit(&entry, article);
      }
    }
  }

  ArticleRange slab_;
  std::vector<size_t> begins_;  // in places_
  std::vector<Place> places_;
};

// Counts the links of one article at a time.
class LinkCounter {
 public:
  explicit LinkCounter(uint32_t article_count) : counts_(article_count) {}

  void LinkByBands(std::span<const Places::Place> places) {
    Link(places, [](uint32_t) { return kBandReach; }, &Counts::bands);
  }
  void LinkBySamples(std::span<const Places::Place> places, uint32_t chain_reach) {
    Link(
        places, [chain_reach](uint32_t entry) { return entry & kLarge ? chain_reach : UINT32_MAX; },
        &Counts::samples);
  }

  // The pairs that qualify, by the second, to the end of `pairs`; the counts are gone.
  template <typename FewLinksDo>
  void TakePairs(uint32_t first, uint32_t min_samples, FewLinksDo few_links_do,
                 std::vector<CandidatePair>& pairs) {
    const auto begin = static_cast<ptrdiff_t>(pairs.size());
    for (uint32_t second : linked_) {
      const Counts links = std::exchange(counts_[second], {});
      const CandidatePair found = {
          .first = first,
          .second = second,
          .shared_bands = static_cast<uint16_t>(std::min<uint32_t>(links.bands, UINT16_MAX)),
          .shared_samples = static_cast<uint16_t>(std::min<uint32_t>(links.samples, UINT16_MAX))};
      if (links.bands > 0 || links.samples >= min_samples || few_links_do(found))
        pairs.push_back(found);
    }
    linked_.clear();
    std::sort(pairs.begin() + begin, pairs.end(),
              [](const CandidatePair& x, const CandidatePair& y) { return x.second < y.second; });
  }

 private:
  struct Counts {
    uint32_t bands = 0;
    uint32_t samples = 0;
  };

  template <typename Reach>
  void Link(std::span<const Places::Place> places, Reach reach_of, uint32_t Counts::* kind) {
    constexpr size_t kAhead = 12;
    for (size_t i = 0; i < places.size(); ++i) {
      if (i + kAhead < places.size()) __builtin_prefetch(places[i + kAhead]);
      Places::Place at = places[i];
      uint32_t entry = *at;
      for (uint32_t left = reach_of(entry); left > 0 && !(entry & kEnds); --left) {
        entry = *++at;
        Counts& counts = counts_[entry & kArticleMask];
        if (counts.bands + counts.samples == 0) linked_.push_back(entry & kArticleMask);
        ++(counts.*kind);
      }
    }
  }

  std::vector<Counts> counts_;    // of each article
  std::vector<uint32_t> linked_;  // whose counts are not 0
};

std::vector<CandidatePair> Joined(std::vector<std::vector<CandidatePair>> lists) {
  size_t size = 0;
  for (const std::vector<CandidatePair>& list : lists) size += list.size();
  std::vector<CandidatePair> pairs;
  pairs.reserve(size);
  for (std::vector<CandidatePair>& list : lists) {
    pairs.insert(pairs.end(), list.begin(), list.end());
    list = {};
  }
  return pairs;
}

}  // namespace

absl::Status ForEachPairs(std::vector<Buckets> band_buckets, std::vector<Buckets> sample_buckets,
                          uint32_t article_count, const MatchOptions& options,
                          const FewLinksRule& few_links_do, const TakePairs& take) {
  assert(article_count <= kLarge);
  const Entries bands = EntriesOf(std::move(band_buckets), UINT32_MAX);
  const Entries samples = EntriesOf(std::move(sample_buckets), options.all_pairs_bucket);
  std::vector<LinkCounter> counters(std::max(1u, options.threads), LinkCounter(article_count));
  for (const ArticleRange slab :
       PlanSlabs(std::initializer_list<const Entries*>{&bands, &samples}, article_count)) {
    const Places in_bands(bands, slab);
    const Places in_samples(samples, slab);
    const size_t articles = slab.end - slab.begin;
    std::vector<std::vector<CandidatePair>> found((articles + kBlockArticles - 1) / kBlockArticles);
    ParallelFor(articles, options.threads, kBlockArticles,
                [&](size_t begin, size_t end, unsigned worker) {
                  LinkCounter& counter = counters[worker];
                  for (size_t i = begin; i < end; ++i) {
                    const uint32_t first = slab.begin + static_cast<uint32_t>(i);
                    counter.LinkByBands(in_bands.Of(first));
                    counter.LinkBySamples(in_samples.Of(first), options.chain_reach);
                    counter.TakePairs(
                        first, options.min_shared_samples,
                        [&](const CandidatePair& pair) { return few_links_do(pair, worker); },
                        found[begin / kBlockArticles]);
                  }
                });
    WIRECOPY_RETURN_IF_ERROR(take(Joined(std::move(found))));
  }
  return absl::OkStatus();
}

}  // namespace wirecopy
