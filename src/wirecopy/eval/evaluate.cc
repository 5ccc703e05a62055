#include "wirecopy/eval/evaluate.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "wirecopy/base/status_macros.h"
#include "wirecopy/base/string_bridge.h"
#include "wirecopy/eval/resampling.h"

namespace wirecopy {
namespace {

constexpr uint32_t kMaxResamples = 100'000;

// The gold articles that count (roundups left out), numbered.
struct Labels {
  std::vector<const GoldRow*> articles;
  std::vector<uint32_t> stories;
  std::vector<uint32_t> clusters;
};

Labels NumberLabels(std::span<const GoldRow> gold, const ClusterAssignment& assignment) {
  Labels labels;
  std::unordered_map<std::string_view, uint32_t> stories;
  uint32_t next_alone = static_cast<uint32_t>(assignment.cluster_count());
  for (const GoldRow& row : gold) {
    if (row.relation == "roundup") continue;
    labels.articles.push_back(&row);
    labels.stories.push_back(
        stories.try_emplace(row.story, static_cast<uint32_t>(stories.size())).first->second);
    const std::vector<uint32_t>& clusters = assignment.ClustersOf(row.id);
    labels.clusters.push_back(clusters.empty() ? next_alone++ : clusters.front());
  }
  return labels;
}

absl::Status CheckIds(std::span<const GoldRow> gold, std::span<const LabelledPair> pairs) {
  std::set<std::string_view> known;
  for (const GoldRow& row : gold) {
    if (!known.insert(row.id).second) {
      return absl::InvalidArgumentError(absl::StrCat("gold: the id \"", row.id, "\" occurs twice"));
    }
  }
  for (const LabelledPair& pair : pairs) {
    for (const std::string& id : {pair.id1, pair.id2}) {
      if (!known.contains(id)) {
        return absl::InvalidArgumentError(
            absl::StrCat("pairs: the id \"", id, "\" is not in gold"));
      }
    }
  }
  return absl::OkStatus();
}

void MeasurePartition(const Partition& partition, EvalReport* report) {
  report->articles = partition.article_count();
  report->stories = partition.story_count();
  report->stories_of_two_or_more = partition.stories_of_two_or_more();
  report->predicted_clusters = partition.cluster_count();
  report->largest_cluster = partition.largest_cluster();
  report->mixed_clusters = partition.mixed_clusters();
  report->mixed_articles_share = Ratio(static_cast<double>(partition.mixed_articles()),
                                       static_cast<double>(partition.article_count()));
  report->adjusted_rand = partition.AdjustedRand();
  report->pairs = partition.Pairs();
  report->bcubed = partition.BCubed();
  report->bcubed_multi = partition.BCubed(2);
}

// The kinds an article counts under.
std::vector<std::string> GroupsOf(const GoldRow& row) {
  std::vector<std::string> groups = row.damage;
  groups.push_back(absl::StrCat("relation:", row.relation));
  return groups;
}

std::optional<EvalInterval> IntervalOf(std::span<const double> values) {
  if (values.empty()) return std::nullopt;
  const auto [low, high] = MiddleNinetyFive(values);
  return EvalInterval{low, high};
}

// Hits and articles of each kind, story by story, so that stories can be drawn again.
class RecallByGroup {
 public:
  RecallByGroup(const Labels& labels, const Partition& partition) {
    const std::vector<bool> hits = partition.WithTheOthers();
    for (size_t i = 0; i < labels.articles.size(); ++i) {
      if (partition.StorySize(labels.stories[i]) < 2) continue;
      for (const std::string& group : GroupsOf(*labels.articles[i])) {
        groups_[group].articles.push_back({labels.stories[i], hits[i]});
      }
    }
  }

  void Resample(std::span<const double> weights) {
    for (auto& [name, group] : groups_) {
      // A group whose stories were not drawn has no recall in this resample.
      const auto [hits, seen] = Count(group, weights);
      if (seen > 0) group.resampled.push_back(hits / seen);
    }
  }

  std::map<std::string, GroupRecall> Report() const {
    std::map<std::string, GroupRecall> report;
    for (const auto& [name, group] : groups_) {
      const auto [hits, seen] = Count(group, {});
      report[name] = {group.articles.size(), Ratio(hits, seen), IntervalOf(group.resampled)};
    }
    return report;
  }

 private:
  struct Article {
    uint32_t story = 0;
    bool hit = false;
  };
  struct Group {
    std::vector<Article> articles;
    std::vector<double> resampled;
  };

  static std::pair<double, double> Count(const Group& group, std::span<const double> weights) {
    double hits = 0, seen = 0;
    for (const Article& article : group.articles) {
      const double weight = weights.empty() ? 1 : weights[article.story];
      seen += weight;
      if (article.hit) hits += weight;
    }
    return {hits, seen};
  }

  std::map<std::string, Group> groups_;
};

void MeasureIntervals(const Partition& partition, const EvalOptions& options, RecallByGroup* groups,
                      EvalReport* report) {
  if (partition.story_count() == 0) return;
  std::vector<double> adjusted_rand, pairs_f1, bcubed_f1;
  StoryResampler resampler(options.seed);
  for (uint32_t i = 0; i < options.resamples; ++i) {
    const std::vector<double> weights = resampler.Weights(partition.story_count());
    adjusted_rand.push_back(partition.AdjustedRand(weights));
    pairs_f1.push_back(partition.Pairs(weights).F1());
    bcubed_f1.push_back(partition.BCubed(2, weights).F1());
    groups->Resample(weights);
  }
  report->adjusted_rand_interval = IntervalOf(adjusted_rand);
  report->pairs_f1_interval = IntervalOf(pairs_f1);
  report->bcubed_multi_f1_interval = IntervalOf(bcubed_f1);
}

void MeasureRoundups(std::span<const GoldRow> gold, const ClusterAssignment& clusters,
                     EvalReport* report) {
  // Stories of the pages of each named cluster.
  std::vector<std::set<std::string_view>> stories_in(clusters.cluster_count());
  for (const GoldRow& row : gold) {
    const std::vector<uint32_t>& of_row = clusters.ClustersOf(row.id);
    if (row.relation != "roundup" && !of_row.empty()) stories_in[of_row.front()].insert(row.story);
  }
  double glued = 0, attached = 0;
  for (const GoldRow& row : gold) {
    if (row.relation != "roundup") continue;
    ++report->roundups;
    const std::vector<uint32_t>& of_row = clusters.ClustersOf(row.id);
    glued += std::ranges::any_of(of_row,
                                 [&](uint32_t cluster) { return stories_in[cluster].size() >= 2; });
    attached += std::ranges::any_of(of_row, [&](uint32_t cluster) {
      return std::ranges::any_of(row.contains, [&](const std::string& story) {
        return stories_in[cluster].contains(story);
      });
    });
  }
  report->roundups_glued = Ratio(glued, static_cast<double>(report->roundups));
  report->roundups_attached = Ratio(attached, static_cast<double>(report->roundups));
}

std::map<std::string, JoinedPairs> CountJoined(std::span<const LabelledPair> pairs,
                                               const ClusterAssignment& clusters) {
  std::map<std::string, JoinedPairs> by_label;
  for (const LabelledPair& pair : pairs) {
    JoinedPairs& counts = by_label[pair.label];
    ++counts.pairs;
    const std::vector<uint32_t>& of_first = clusters.ClustersOf(pair.id1);
    const std::vector<uint32_t>& of_second = clusters.ClustersOf(pair.id2);
    counts.joined += std::ranges::find_first_of(of_first, of_second) != of_first.end();
  }
  return by_label;
}

void CountOddities(std::span<const GoldRow> gold, const ClusterAssignment& clusters,
                   EvalReport* report) {
  uint64_t known = 0;
  for (const GoldRow& row : gold) {
    known += clusters.articles().contains(row.id);
    report->articles_in_two_clusters +=
        row.relation != "roundup" && clusters.ClustersOf(row.id).size() > 1;
  }
  report->unknown_ids = clusters.articles().size() - known;
  report->ignored_lines = clusters.ignored_lines();
}

}  // namespace

absl::StatusOr<EvalReport> EvaluateClusters(std::span<const GoldRow> gold,
                                            const ClusterAssignment& clusters,
                                            std::span<const LabelledPair> hard_negatives,
                                            const EvalOptions& options) {
  if (options.resamples > kMaxResamples) {
    return absl::InvalidArgumentError(absl::StrCat("EvalOptions.resamples is ", options.resamples,
                                                   "; it must be in [0, ", kMaxResamples, "]"));
  }
  WIRECOPY_RETURN_IF_ERROR(CheckIds(gold, hard_negatives));
  const Labels labels = NumberLabels(gold, clusters);
  const Partition partition(labels.stories, labels.clusters);
  EvalReport report;
  MeasurePartition(partition, &report);
  RecallByGroup groups(labels, partition);
  MeasureIntervals(partition, options, &groups, &report);
  report.recall_by_group = groups.Report();
  MeasureRoundups(gold, clusters, &report);
  report.hard_negatives = CountJoined(hard_negatives, clusters);
  CountOddities(gold, clusters, &report);
  return report;
}

PairReport EvaluatePairs(std::span<const LabelledPair> pairs, const ClusterAssignment& clusters) {
  PairReport report;
  report.by_label = CountJoined(pairs, clusters);
  std::set<std::string_view> unnamed;
  for (const LabelledPair& pair : pairs) {
    for (const std::string* id : {&pair.id1, &pair.id2}) {
      if (!clusters.articles().contains(*id)) unnamed.insert(*id);
    }
  }
  report.unnamed_ids = unnamed.size();
  return report;
}

}  // namespace wirecopy
