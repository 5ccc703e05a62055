#include "wirecopy/detect/origin.h"

#include <algorithm>
#include <map>
#include <set>

#include "absl/strings/str_cat.h"
#include "wirecopy/text/clean.h"

namespace wirecopy {
namespace {

constexpr double kCitedWeight = 3;       // another member names it as the source
constexpr double kCitesMember = -3;      // it names another member's outlet as its source
constexpr double kCitesOutsider = -0.5;  // it names somebody who is not among the members
constexpr double kEarlierWeight = 2;     // times the share of members it is surely before
constexpr double kLaterWeight =
    -4;  // times the share of members surely before it: a source is not later
constexpr double kFullerWeight = 1;  // times its length as a share of the longest member's

// Names compare folded, without spaces: 南方日報 is 南方日报.
std::string FoldedName(const std::string& name) {
  std::string folded = RenderClean(name);
  std::erase_if(folded, [](char c) { return c == ' ' || c == '\n'; });
  return folded;
}

struct Clues {
  std::string outlet;
  std::string source;  // by its furniture, else by its dateline
  uint32_t cited = 0;
  bool cites_another = false;
  bool cites_member = false;
  uint32_t before = 0;  // members it is surely published before
  uint32_t after = 0;
  double fullness = 0;
};

bool Names(const std::string& source, const std::string& outlet) {
  return !source.empty() && !outlet.empty() &&
         (source == outlet || source.find(outlet) != std::string::npos);
}

// A page that names itself: 本报, 本网, 本站.
bool NamesItself(const std::string& source) { return source.starts_with("本"); }

std::vector<Clues> CollectClues(const ArticleTable& table, std::span<const uint32_t> articles) {
  std::vector<Clues> clues(articles.size());
  std::map<std::string, uint32_t> named;
  double longest = 1;
  for (size_t i = 0; i < articles.size(); ++i) {
    const ArticleRecord& record = table.records()[articles[i]];
    clues[i].outlet = FoldedName(record.outlet);
    clues[i].source =
        FoldedName(record.facts.source.empty() ? record.facts.dateline : record.facts.source);
    clues[i].cites_another = !clues[i].source.empty() && !clues[i].outlet.empty() &&
                             !Names(clues[i].source, clues[i].outlet) &&
                             !Names(clues[i].outlet, clues[i].source) &&
                             !NamesItself(clues[i].source);
    if (clues[i].cites_another) ++named[clues[i].source];
    longest = std::max<double>(longest, record.body_tokens);
  }
  // Dates sorted once: how many members are surely before and after each, without looking at every
  // pair.
  std::vector<int64_t> starts;
  std::vector<int64_t> ends;
  for (uint32_t article : articles) {
    if (const auto& date = table.records()[article].published_at) {
      starts.push_back(date->earliest_s);
      ends.push_back(date->latest_s);
    }
  }
  std::sort(starts.begin(), starts.end());
  std::sort(ends.begin(), ends.end());
  std::set<std::string> members_named;
  for (const auto& [source, count] : named) {
    const bool is_member = std::any_of(
        clues.begin(), clues.end(), [&](const Clues& clue) { return Names(source, clue.outlet); });
    if (is_member) members_named.insert(source);
  }
  for (size_t i = 0; i < articles.size(); ++i) {
    const ArticleRecord& record = table.records()[articles[i]];
    clues[i].fullness = record.body_tokens / longest;
    for (const auto& [source, count] : named) {
      if (Names(source, clues[i].outlet)) clues[i].cited += count;
    }
    clues[i].cites_member = clues[i].cites_another && members_named.contains(clues[i].source);
    if (!record.published_at) continue;
    clues[i].before =
        static_cast<uint32_t>(starts.end() - std::upper_bound(starts.begin(), starts.end(),
                                                              record.published_at->latest_s));
    clues[i].after = static_cast<uint32_t>(
        std::lower_bound(ends.begin(), ends.end(), record.published_at->earliest_s) - ends.begin());
  }
  return clues;
}

double ScoreOf(const Clues& clue, size_t members) {
  const double others = std::max<double>(1, static_cast<double>(members) - 1);
  const double cites = clue.cites_member ? kCitesMember : clue.cites_another ? kCitesOutsider : 0;
  return kCitedWeight * std::min<uint32_t>(clue.cited, 3) + cites +
         kEarlierWeight * clue.before / others + kLaterWeight * clue.after / others +
         kFullerWeight * clue.fullness;
}

}  // namespace

Origin FindOrigin(const ArticleTable& table, std::span<const uint32_t> articles) {
  const std::vector<Clues> clues = CollectClues(table, articles);
  size_t best = 0;
  double best_score = -1e9;
  double second_score = -1e9;
  for (size_t i = 0; i < clues.size(); ++i) {
    const double score = ScoreOf(clues[i], clues.size());
    if (score > best_score) {
      second_score = best_score;
      best_score = score;
      best = i;
    } else {
      second_score = std::max(second_score, score);
    }
  }
  Origin origin{articles[best], 0, {}};
  const Clues& clue = clues[best];
  if (clue.cited > 0) {
    origin.reasons.push_back(absl::StrCat(
        clue.cited, clue.cited == 1 ? " copy names" : " copies name", " it as the source"));
  }
  if (clue.before > 0) {
    origin.reasons.push_back(absl::StrCat("earliest seen: published before ", clue.before, " of ",
                                          clues.size() - 1,
                                          clues.size() == 2 ? " other" : " others"));
  }
  if (clue.cites_another)
    origin.reasons.push_back(absl::StrCat("itself names ", clue.source, " as its source"));
  const double margin = best_score - second_score;
  const bool told = clue.cited > 0 || clue.before > 0;
  if (clues.size() > 1 && told && !clue.cites_member && margin > 0.25) {
    origin.confidence = std::min(0.95, 0.4 + 0.15 * margin);
  }
  return origin;
}

}  // namespace wirecopy
