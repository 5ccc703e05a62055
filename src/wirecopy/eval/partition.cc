#include "wirecopy/eval/partition.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace wirecopy {
namespace {

double PairsAmong(double n) { return n * (n - 1) / 2; }

double WeightOf(std::span<const double> weights, uint32_t story) {
  return weights.empty() ? 1 : weights[story];
}

}  // namespace

double Ratio(double part, double whole) { return whole == 0 ? 0 : part / whole; }

Partition::Partition(std::span<const uint32_t> gold, std::span<const uint32_t> predicted)
    : article_count_(gold.size()), cell_of_(gold.size()) {
  assert(gold.size() == predicted.size());
  std::vector<uint32_t> order(gold.size());
  for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::sort(order, {}, [&](uint32_t i) { return std::pair(gold[i], predicted[i]); });
  for (const uint32_t i : order) {
    if (cells_.empty() || cells_.back().story != gold[i] || cells_.back().cluster != predicted[i]) {
      cells_.push_back({gold[i], predicted[i], 0});
    }
    ++cells_.back().articles;
    cell_of_[i] = static_cast<uint32_t>(cells_.size() - 1);
  }
  for (const Cell& cell : cells_) {
    story_sizes_.resize(std::max<size_t>(story_sizes_.size(), cell.story + size_t{1}));
    cluster_sizes_.resize(std::max<size_t>(cluster_sizes_.size(), cell.cluster + size_t{1}));
    story_sizes_[cell.story] += cell.articles;
    cluster_sizes_[cell.cluster] += cell.articles;
  }
}

uint64_t Partition::stories_of_two_or_more() const {
  return static_cast<uint64_t>(
      std::ranges::count_if(story_sizes_, [](double n) { return n >= 2; }));
}

uint64_t Partition::cluster_count() const {
  return static_cast<uint64_t>(
      std::ranges::count_if(cluster_sizes_, [](double n) { return n >= 1; }));
}

uint64_t Partition::largest_cluster() const {
  return cluster_sizes_.empty() ? 0 : static_cast<uint64_t>(std::ranges::max(cluster_sizes_));
}

uint64_t Partition::mixed_clusters() const {
  std::vector<uint32_t> stories(cluster_sizes_.size());
  for (const Cell& cell : cells_) ++stories[cell.cluster];
  return static_cast<uint64_t>(std::ranges::count_if(stories, [](uint32_t n) { return n >= 2; }));
}

uint64_t Partition::mixed_articles() const {
  double articles = 0;
  for (const Cell& cell : cells_) {
    if (cell.articles < cluster_sizes_[cell.cluster]) articles += cell.articles;
  }
  return static_cast<uint64_t>(articles);
}

std::vector<double> Partition::WeightedClusterSizes(std::span<const double> weights) const {
  std::vector<double> sizes(cluster_sizes_.size());
  for (const Cell& cell : cells_)
    sizes[cell.cluster] += WeightOf(weights, cell.story) * cell.articles;
  return sizes;
}

Partition::PairCounts Partition::CountPairs(std::span<const double> weights) const {
  PairCounts counts;
  double own_squares = 0;  // pairs between copies of one story, which never meet
  for (const Cell& cell : cells_) {
    const double weight = WeightOf(weights, cell.story);
    counts.both += weight * PairsAmong(cell.articles);
    own_squares += weight * cell.articles * weight * cell.articles;
  }
  double cluster_squares = 0;
  for (const double size : WeightedClusterSizes(weights)) cluster_squares += size * size;
  counts.predicted = counts.both + (cluster_squares - own_squares) / 2;
  double articles = 0, story_squares = 0;
  for (uint32_t story = 0; story < story_sizes_.size(); ++story) {
    const double size = WeightOf(weights, story) * story_sizes_[story];
    counts.gold += WeightOf(weights, story) * PairsAmong(story_sizes_[story]);
    articles += size;
    story_squares += size * size;
  }
  counts.all = counts.gold + (articles * articles - story_squares) / 2;
  return counts;
}

double Partition::AdjustedRand(std::span<const double> weights) const {
  const PairCounts counts = CountPairs(weights);
  const double expected = Ratio(counts.predicted * counts.gold, counts.all);
  const double room = (counts.predicted + counts.gold) / 2 - expected;
  return room == 0 ? 1 : (counts.both - expected) / room;
}

PrecisionRecall Partition::Pairs(std::span<const double> weights) const {
  const PairCounts counts = CountPairs(weights);
  return {Ratio(counts.both, counts.predicted), Ratio(counts.both, counts.gold)};
}

PrecisionRecall Partition::BCubed(uint64_t least_story_size,
                                  std::span<const double> weights) const {
  const std::vector<double> cluster_sizes = WeightedClusterSizes(weights);
  PrecisionRecall sums;
  double articles = 0;
  for (const Cell& cell : cells_) {
    const double weight = WeightOf(weights, cell.story);
    if (story_sizes_[cell.story] < static_cast<double>(least_story_size) || weight == 0) continue;
    const double others = cluster_sizes[cell.cluster] - weight * cell.articles;  // of other stories
    articles += weight * cell.articles;
    sums.precision += weight * cell.articles * Ratio(cell.articles, others + cell.articles);
    sums.recall += weight * cell.articles * Ratio(cell.articles, story_sizes_[cell.story]);
  }
  return {Ratio(sums.precision, articles), Ratio(sums.recall, articles)};
}

std::vector<bool> Partition::WithTheOthers() const {
  // The largest and second largest cell of each story: the others of an article are its cell less
  // itself.
  struct Largest {
    double first = 0, second = 0;
  };
  std::vector<Largest> largest(story_sizes_.size());
  for (const Cell& cell : cells_) {
    Largest& of_story = largest[cell.story];
    of_story.second = std::max(of_story.second, std::min(of_story.first, cell.articles));
    of_story.first = std::max(of_story.first, cell.articles);
  }
  std::vector<bool> with_the_others(article_count_);
  for (size_t i = 0; i < article_count_; ++i) {
    const Cell& cell = cells_[cell_of_[i]];
    const Largest& of_story = largest[cell.story];
    const double elsewhere = cell.articles == of_story.first ? of_story.second : of_story.first;
    with_the_others[i] = cell.articles > 1 && cell.articles - 1 >= elsewhere;
  }
  return with_the_others;
}

}  // namespace wirecopy
