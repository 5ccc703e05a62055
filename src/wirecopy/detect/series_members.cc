#include "wirecopy/detect/series_members.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "wirecopy/base/hash.h"
#include "wirecopy/base/status_macros.h"

namespace wirecopy {
namespace {

class SeriesBuilder {
 public:
  explicit SeriesBuilder(const SeriesRequest& request)
      : request_(request), table_(*request.table) {}

  absl::StatusOr<Series> Build(const std::vector<uint32_t>& groups) const {
    Series series;
    for (uint32_t group : groups) series.members.push_back(MemberOf(group));
    std::sort(series.members.begin(), series.members.end(),
              [&](const SeriesMember& x, const SeriesMember& y) { return IsBefore(x, y); });
    series.name = NameOf(series.members);
    for (const SeriesMember& member : series.members) TakeDate(DateOf(member), series);
    WIRECOPY_RETURN_IF_ERROR(CompareNeighbours(series));
    return series;
  }

 private:
  SeriesMember MemberOf(uint32_t group) const {
    const uint32_t article = table_.ArticleOf(request_.grouping->members[group].front());
    const std::optional<uint32_t> story = table_.records()[article].story;
    return {story ? (*request_.stories)[*story].origin : article, story};
  }

  const std::optional<TimeInterval>& DateOf(const SeriesMember& member) const {
    return table_.records()[member.article].published_at;
  }

  bool IsBefore(const SeriesMember& x, const SeriesMember& y) const {
    const std::optional<TimeInterval>& a = DateOf(x);
    const std::optional<TimeInterval>& b = DateOf(y);
    if (a.has_value() != b.has_value()) return a.has_value();
    if (a && a->earliest_s != b->earliest_s) return a->earliest_s < b->earliest_s;
    const std::string& id_x = table_.records()[x.article].id;
    const std::string& id_y = table_.records()[y.article].id;
    return id_x != id_y ? id_x < id_y : x.article < y.article;
  }

  std::string NameOf(const std::vector<SeriesMember>& members) const {
    std::vector<uint32_t> articles;
    for (const SeriesMember& member : members) articles.push_back(member.article);
    return table_.NameOf(articles);
  }

  static void TakeDate(const std::optional<TimeInterval>& date, Series& series) {
    if (!date) return;
    if (!series.first_published) series.first_published = date;
    if (!series.last_published || date->latest_s > series.last_published->latest_s)
      series.last_published = date;
  }

  absl::Status CompareNeighbours(Series& series) const {
    std::vector<double> covered;
    for (size_t i = 1; i < series.members.size(); ++i) {
      const uint32_t text = table_.TextOf(series.members[i - 1].article);
      const uint32_t next = table_.TextOf(series.members[i].article);
      WIRECOPY_ASSIGN_OR_RETURN(const Verdict verdict,
                                request_.judge(std::min(text, next), std::max(text, next)));
      series.numbers += verdict.number_conflicts;
      series.names += verdict.name_conflicts;
      series.edits += verdict.edits;
      covered.push_back(std::min(verdict.coverage_a, verdict.coverage_b));
    }
    const auto middle = covered.begin() + static_cast<std::ptrdiff_t>(covered.size() / 2);
    std::nth_element(covered.begin(), middle, covered.end());
    series.median_covered = *middle;
    return absl::OkStatus();
  }

  const SeriesRequest& request_;
  const ArticleTable& table_;
};

}  // namespace

absl::StatusOr<std::vector<Series>> BuildSeries(const SeriesRequest& request) {
  const SeriesBuilder builder(request);
  std::vector<Series> all;
  for (const std::vector<uint32_t>& groups : *request.groups) {
    WIRECOPY_ASSIGN_OR_RETURN(Series series, builder.Build(groups));
    all.push_back(std::move(series));
  }
  std::sort(all.begin(), all.end(), [](const Series& x, const Series& y) {
    return x.members.size() != y.members.size() ? x.members.size() > y.members.size()
                                                : x.name < y.name;
  });
  return all;
}

}  // namespace wirecopy
