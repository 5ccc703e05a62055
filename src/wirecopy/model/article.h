// One news article as it was read: the noun every stage starts from.
#ifndef WIRECOPY_MODEL_ARTICLE_H_
#define WIRECOPY_MODEL_ARTICLE_H_

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace wirecopy {

// A stretch of time in which something happened, in seconds since 1970-01-01 UTC, both ends
// included. A day-only date spans its day; a time without a zone is uncertain by 14 hours either
// way. "Earlier" holds only between intervals that do not overlap.
struct TimeInterval {
  int64_t earliest_s = 0;
  int64_t latest_s = 0;

  bool operator==(const TimeInterval&) const = default;
  bool IsBefore(const TimeInterval& other) const { return latest_s < other.earliest_s; }
};

// Seconds between the nearest points of two intervals: 0 where they overlap.
inline int64_t GapSeconds(const TimeInterval& a, const TimeInterval& b) {
  if (a.IsBefore(b)) return b.earliest_s - a.latest_s;
  if (b.IsBefore(a)) return a.earliest_s - b.latest_s;
  return 0;
}

// The gap where it tells something: empty where a date is unknown, or where the two overlap and one
// of them is vaguer than a few days (a month, a year).
inline std::optional<int64_t> TellingGap(const std::optional<TimeInterval>& a,
                                         const std::optional<TimeInterval>& b) {
  constexpr int64_t kVagueSeconds = 4 * 86400;
  if (!a || !b) return std::nullopt;
  const int64_t gap = GapSeconds(*a, *b);
  const int64_t longer = std::max(a->latest_s - a->earliest_s, b->latest_s - b->earliest_s);
  return gap == 0 && longer > kVagueSeconds ? std::nullopt : std::optional<int64_t>(gap);
}

// An article whose strings belong to somebody else. All strings are UTF-8; only `text` may be
// large.
struct ArticleView {
  std::string_view id = {};         // unique; never used as a feature of a decision
  std::string_view url = {};        // empty: unknown
  std::string_view outlet = {};     // empty: unknown
  std::string_view title = {};      // empty: unknown
  std::string_view text = {};       // the page as it was crawled, furniture included
  std::string_view published = {};  // the date as given, for output only; empty: unknown
  std::optional<TimeInterval> published_at = std::nullopt;
};

// The same with strings of its own.
struct Article {
  std::string id = {};
  std::string url = {};
  std::string outlet = {};
  std::string title = {};
  std::string text = {};
  std::string published = {};
  std::optional<TimeInterval> published_at = std::nullopt;

  ArticleView View() const { return {id, url, outlet, title, text, published, published_at}; }
};

}  // namespace wirecopy

#endif  // WIRECOPY_MODEL_ARTICLE_H_
