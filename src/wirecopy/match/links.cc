#include "wirecopy/match/links.h"

#include <algorithm>
#include <bit>
#include <span>

#include "wirecopy/base/parallel.h"
#include "wirecopy/base/radix_sort.h"

namespace wirecopy {
namespace {

constexpr uint32_t kBlockArticles = 256;   // links are planned by blocks of articles
constexpr uint64_t kRangeLinks = 4 << 20;  // and made for ranges of blocks with about so many links

// Articles [begin, end) whose links to later articles are made together.
struct ArticleRange {
  uint32_t begin = 0;
  uint32_t end = 0;
};

// How far an entry is linked onward in a bucket of that size.
uint32_t ReachIn(uint32_t bucket_size, const MatchOptions& options) {
  return bucket_size <= options.all_pairs_bucket ? bucket_size : options.chain_reach;
}
constexpr uint32_t kBandReach = 1;

// Calls function(bucket, reach, is_sample) for all of them.
template <typename Function>
void ForEach(const Buckets& bands, const Buckets& samples, const MatchOptions& options,
             Function function) {
  bands.ForEach([&](std::span<const uint32_t> bucket) { function(bucket, kBandReach, false); });
  samples.ForEach([&](std::span<const uint32_t> bucket) {
    function(bucket, ReachIn(static_cast<uint32_t>(bucket.size()), options), true);
  });
}

std::vector<ArticleRange> PlanRanges(const Buckets& bands, const Buckets& samples,
                                     uint32_t article_count, const MatchOptions& options) {
  std::vector<uint64_t> links(article_count / kBlockArticles + 1, 0);
  ForEach(bands, samples, options, [&](std::span<const uint32_t> bucket, uint32_t reach, bool) {
    for (size_t i = 0; i < bucket.size(); ++i) {
      links[bucket[i] / kBlockArticles] += std::min<size_t>(reach, bucket.size() - 1 - i);
    }
  });
  std::vector<ArticleRange> ranges;
  uint64_t sum = 0;
  uint32_t begin = 0;
  for (uint32_t block = 0; block < links.size(); ++block) {
    sum += links[block];
    const uint32_t end = std::min((block + 1) * kBlockArticles, article_count);
    if (sum < kRangeLinks && end < article_count) continue;
    if (sum > 0) ranges.push_back({begin, end});
    begin = end;
    sum = 0;
  }
  return ranges;
}

// The links of the range's articles to later ones: 31 bits first - begin, 32 bits second, 1 bit
// whether by a sample.
void MakeLinks(const Buckets& bands, const Buckets& samples, const MatchOptions& options,
               ArticleRange range, std::vector<uint64_t>& links) {
  links.clear();
  ForEach(bands, samples, options,
          [&](std::span<const uint32_t> bucket, uint32_t reach, bool is_sample) {
            if (bucket.back() < range.begin || bucket.front() >= range.end) return;
            auto first = std::lower_bound(bucket.begin(), bucket.end(), range.begin);
            for (; first != bucket.end() && *first < range.end; ++first) {
              const auto last = first + std::min<ptrdiff_t>(reach, bucket.end() - 1 - first);
              for (auto second = first; second++ != last;) {
                links.push_back(uint64_t{*first - range.begin} << 33 | uint64_t{*second} << 1 |
                                uint64_t{is_sample});
              }
            }
          });
}

// Sorted links to the pairs among them that qualify.
std::vector<CandidatePair> CountLinks(std::span<const uint64_t> links, uint32_t range_begin,
                                      uint32_t min_samples, const FewLinksRule& few_links_do) {
  std::vector<CandidatePair> pairs;
  for (size_t begin = 0, end = 0; begin < links.size(); begin = end) {
    const uint64_t pair = links[begin] >> 1;
    uint32_t sample_links = 0;
    for (end = begin; end < links.size() && links[end] >> 1 == pair; ++end)
      sample_links += links[end] & 1;
    const uint32_t band_links = static_cast<uint32_t>(end - begin) - sample_links;
    const CandidatePair found = {
        .first = range_begin + static_cast<uint32_t>(pair >> 32),
        .second = static_cast<uint32_t>(pair),
        .shared_bands = static_cast<uint16_t>(std::min(band_links, 65535u)),
        .shared_samples = static_cast<uint16_t>(std::min(sample_links, 65535u))};
    if (band_links > 0 || sample_links >= min_samples || few_links_do(found))
      pairs.push_back(found);
  }
  return pairs;
}

}  // namespace

std::vector<CandidatePair> PairsOf(const Buckets& bands, const Buckets& samples,
                                   uint32_t article_count, const MatchOptions& options,
                                   const FewLinksRule& few_links_do) {
  const std::vector<ArticleRange> ranges = PlanRanges(bands, samples, article_count, options);
  std::vector<std::vector<CandidatePair>> found(ranges.size());
  struct Scratch {
    std::vector<uint64_t> links;
    std::vector<uint64_t> sorting;
  };
  std::vector<Scratch> scratch(options.threads);
  ParallelFor(ranges.size(), options.threads, 1, [&](size_t begin, size_t end, unsigned worker) {
    auto& [links, sorting] = scratch[worker];
    for (size_t i = begin; i < end; ++i) {
      MakeLinks(bands, samples, options, ranges[i], links);
      const int bits = 33 + std::bit_width(ranges[i].end - ranges[i].begin);
      RadixSort(links, sorting, bits, [](uint64_t link) { return link; });
      found[i] = CountLinks(links, ranges[i].begin, options.min_shared_samples, few_links_do);
    }
  });
  std::vector<CandidatePair> pairs;
  for (const std::vector<CandidatePair>& part : found)
    pairs.insert(pairs.end(), part.begin(), part.end());
  return pairs;
}

}  // namespace wirecopy
