// How well one grouping of articles agrees with another: adjusted Rand index, pairs, B-cubed.
//
//   const Partition partition(gold_labels, predicted_labels);
//   partition.AdjustedRand({});
//   partition.AdjustedRand(resampler.Weights(partition.story_count()));  // one bootstrap resample
//
// Labels are small numbers from 0 without gaps worth speaking of (memory grows with the largest).
// Weights say how often a story was drawn; copies of one story never meet each other. An empty
// list: once each. Cost: O(n log n) to build, O(cells) a measure; a cell is a story and a cluster
// that share an article. Threads: immutable after construction. Source: Hubert and Arabie 1985;
// Bagga and Baldwin 1998.
#ifndef WIRECOPY_EVAL_PARTITION_H_
#define WIRECOPY_EVAL_PARTITION_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace wirecopy {

// 0 where there is nothing to divide by.
double Ratio(double part, double whole);

struct PrecisionRecall {
  double precision = 0;
  double recall = 0;
  double F1() const { return Ratio(2 * precision * recall, precision + recall); }
};

class Partition {
 public:
  // REQUIRES: equal lengths; gold[i] is the story of article i, predicted[i] its cluster.
  Partition(std::span<const uint32_t> gold, std::span<const uint32_t> predicted);

  size_t article_count() const { return article_count_; }
  size_t story_count() const { return story_sizes_.size(); }
  uint64_t StorySize(uint32_t story) const { return static_cast<uint64_t>(story_sizes_[story]); }
  uint64_t stories_of_two_or_more() const;
  uint64_t cluster_count() const;    // with at least one article
  uint64_t largest_cluster() const;  // articles in it
  uint64_t mixed_clusters() const;   // that hold articles of two or more stories
  uint64_t mixed_articles() const;   // articles in those

  // 1 where both groupings leave no choice (all alone, all together).
  double AdjustedRand(std::span<const double> weights = {}) const;
  PrecisionRecall Pairs(std::span<const double> weights = {}) const;
  // Means over articles; with `least_story_size` 2 over articles of stories of two or more.
  PrecisionRecall BCubed(uint64_t least_story_size = 1, std::span<const double> weights = {}) const;

  // Whether article i sits where most of its story's other articles sit (a tie counts); false in a
  // story of one.
  std::vector<bool> WithTheOthers() const;

 private:
  struct Cell {
    uint32_t story = 0;
    uint32_t cluster = 0;
    double articles = 0;
  };
  struct PairCounts {
    double both = 0;  // pairs of one story in one cluster
    double predicted = 0;
    double gold = 0;
    double all = 0;
  };
  PairCounts CountPairs(std::span<const double> weights) const;
  std::vector<double> WeightedClusterSizes(std::span<const double> weights) const;

  size_t article_count_ = 0;
  std::vector<Cell> cells_;        // by story, then cluster
  std::vector<uint32_t> cell_of_;  // of article i
  std::vector<double> story_sizes_;
  std::vector<double> cluster_sizes_;
};

}  // namespace wirecopy

#endif  // WIRECOPY_EVAL_PARTITION_H_
