#include "cli/commands/shown_stories.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "cli/engine_run.h"
#include "cli/line_files.h"
#include "wirecopy/base/status_macros.h"
#include "wirecopy/detect/evidence.h"

namespace wirecopy::cli {
namespace {

// Those nearest to the line on each side, nearest first; those above it before those below. Ties by
// id.
std::vector<PairVerdict> Nearest(std::vector<PairVerdict> pairs, const Result& result,
                                 double line) {
  const auto ids = [&](const PairVerdict& pair) {
    return std::tie(result.articles[pair.a].id, result.articles[pair.b].id);
  };
  std::sort(pairs.begin(), pairs.end(), [&](const PairVerdict& x, const PairVerdict& y) {
    const bool x_below = x.verdict.probability < line;
    const bool y_below = y.verdict.probability < line;
    if (x_below != y_below) return y_below;
    const double from_x = std::abs(x.verdict.probability - line);
    const double from_y = std::abs(y.verdict.probability - line);
    return from_x != from_y ? from_x < from_y : ids(x) < ids(y);
  });
  const auto below = std::partition_point(pairs.begin(), pairs.end(), [&](const PairVerdict& pair) {
    return pair.verdict.probability >= line;
  });
  const auto keep = [](auto begin, auto end) {
    return begin + std::min<std::ptrdiff_t>(end - begin, kPairsInDoubt);
  };
  pairs.erase(keep(below, pairs.end()), pairs.end());
  pairs.erase(keep(pairs.begin(), below), below);
  return pairs;
}

}  // namespace

absl::Status ShownStories::ReadStories(const std::string& path) {
  return ForEachLine(path, [this](std::string_view line) -> absl::Status {
    WIRECOPY_ASSIGN_OR_RETURN(const bool added, lines_.AddStory(line));
    if (!added) {
      ++alone_;
      return absl::OkStatus();
    }
    WIRECOPY_ASSIGN_OR_RETURN(const BlobRef ref, spool_->Put(line));
    stories_.push_back(ref);
    return absl::OkStatus();
  });
}

absl::Status ShownStories::ReadPairs(const std::string& path, double join_probability) {
  constexpr size_t kHeld = 16384;  // before the farther ones are dropped
  WIRECOPY_RETURN_IF_ERROR(ForEachLine(path, [&](std::string_view line) -> absl::Status {
    WIRECOPY_ASSIGN_OR_RETURN(PairVerdict pair, lines_.ReadPair(line));
    pairs_.push_back(std::move(pair));
    if (pairs_.size() >= kHeld)
      pairs_ = Nearest(std::move(pairs_), lines_.result(), join_probability);
    return absl::OkStatus();
  }));
  pairs_ = Nearest(std::move(pairs_), lines_.result(), join_probability);
  return absl::OkStatus();
}

absl::Status ShownStories::Offer(const Article& article) {
  if (wanted_.empty()) {
    for (const ArticleRecord& record : lines_.result().articles) {
      wanted_.insert(record.id);
      wanted_.emplace(StemOfId(record.id));
    }
  }
  if (!wanted_.contains(article.id) && !wanted_.contains(StemOfId(article.id)))
    return absl::OkStatus();
  ids_.Add(article.View());
  Candidate& candidate = candidates_.emplace_back();
  candidate.id = article.id;
  WIRECOPY_ASSIGN_OR_RETURN(candidate.text, spool_->Put(article.text));
  candidate.record.outlet = article.outlet;
  candidate.record.url = article.url;
  candidate.record.title = article.title;
  candidate.record.published = article.published;
  candidate.record.published_at = article.published_at;
  return absl::OkStatus();
}

void ShownStories::EndArticles() {
  for (RenamedId& renamed :
       ids_.Resolve([this](uint32_t index) { return std::string_view(candidates_[index].id); })) {
    candidates_[renamed.index].id = std::move(renamed.id);
  }
  result_ = std::move(lines_).Take();
  texts_.assign(result_.articles.size(), std::nullopt);
  std::map<std::string_view, uint32_t> article_of;
  for (uint32_t i = 0; i < result_.articles.size(); ++i)
    article_of.emplace(result_.articles[i].id, i);
  for (Candidate& candidate : candidates_) {
    const auto found = article_of.find(candidate.id);
    if (found == article_of.end()) continue;
    texts_[found->second] = candidate.text;
    ArticleRecord& record = result_.articles.Mutable()[found->second];
    if (record.story) continue;  // its story's line says the rest
    candidate.record.id = record.id;
    record = std::move(candidate.record);
  }
  candidates_.clear();
  result_.pairs_in_doubt = std::move(pairs_);
}

absl::StatusOr<Article> ShownStories::Load(uint32_t article) const {
  const ArticleRecord& record = result_.articles[article];
  Article loaded;
  loaded.id = record.id;
  loaded.outlet = record.outlet;
  loaded.published_at = record.published_at;
  WIRECOPY_RETURN_IF_ERROR(spool_->Get(*texts_[article], &loaded.text));
  return loaded;
}

absl::Status ShownStories::ComparePairs(const Background& background, double join_probability) {
  struct Edge {
    double probability;
    uint32_t a;
    uint32_t b;
  };
  std::vector<Edge> edges;
  for (const Story& story : result_.stories) {
    for (const StoryMember& member : story.members) {
      const bool shows = member.of && member.relation != Relation::kRoundup &&
                         texts_[member.article] && texts_[*member.of];
      if (shows) edges.push_back({member.probability, member.article, *member.of});
    }
  }
  std::stable_sort(edges.begin(), edges.end(),
                   [](const Edge& x, const Edge& y) { return x.probability < y.probability; });
  edges.resize(std::min<size_t>(edges.size(), 2 * kPairsInDoubt));
  std::vector<PairVerdict> pairs;
  for (const Edge& edge : edges) {
    WIRECOPY_ASSIGN_OR_RETURN(const Article a, Load(edge.a));
    WIRECOPY_ASSIGN_OR_RETURN(const Article b, Load(edge.b));
    Evidence evidence = CompareArticles(a.View(), b.View(), background);
    evidence.verdict.passages.clear();
    evidence.verdict.slots.clear();
    pairs.push_back({edge.a, edge.b, std::move(evidence.verdict)});
  }
  result_.pairs_in_doubt = Nearest(std::move(pairs), result_, join_probability);
  return absl::OkStatus();
}

absl::Status ShownStories::AppendStory(uint32_t story, std::string* line) const {
  std::string bytes;
  WIRECOPY_RETURN_IF_ERROR(spool_->Get(stories_[story], &bytes));
  *line += bytes;
  if (!line->ends_with('\n')) *line += '\n';
  return absl::OkStatus();
}

}  // namespace wirecopy::cli
