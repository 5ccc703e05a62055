// What people are told of a result, in words: one wording for the terminal, for plain text and for
// Markdown. Whatever comes from an article is shown harmless (display_text.h).
//
//   for (const RunFact& fact : RunFacts(result, reading)) ...   // "stories", 14, "of two
//   articles…" const StoryParts parts = PartsOf(result, story); OriginText(result, story)   //
//   "origin 河东日报, confidence 0.82: earliest seen"
//
// What is first seen is called that, never the source. Threads: pure functions.
#ifndef WIRECOPY_REPORT_STORY_WORDS_H_
#define WIRECOPY_REPORT_STORY_WORDS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "wirecopy/model/reading.h"
#include "wirecopy/model/result.h"

namespace wirecopy {

inline constexpr double kSureProbability = 0.8;  // a join below is doubtful, and named
inline constexpr double kSureOrigin = 0.5;       // an origin below is shown with a question mark

// "1 story", "3 stories".
std::string Counted(uint64_t count, const char* one, const char* many);

// "98"; never "100" or "0" of what is not all or nothing; "?" of what is no number.
std::string Percent(double share);

// "0.97"; never "1.00" or "0.00" of what is not certain: ">0.99", "<0.01".
std::string ProbabilityText(double probability);

// Counts by relation, as "5 exact, 20 reprint".
class RelationTally {
 public:
  void Add(Relation relation) { ++counts_[static_cast<size_t>(relation)]; }
  uint64_t Total() const;
  std::string Text() const;

 private:
  std::array<uint64_t, kRelationCount> counts_ = {};
};

struct RunFact {
  const char* name;  // "articles", "stories", ..., "skipped"
  uint64_t count = 0;
  std::string more = {};  // may be empty
};
// What was read, found and skipped.
std::vector<RunFact> RunFacts(const Result& result, const ReadingCounts& reading);

// A story's members in its order: the origin and its copies, then its roundups.
struct StoryParts {
  std::span<const StoryMember> copies;  // the origin is the first
  std::span<const StoryMember> roundups;
  size_t outlets = 0;  // different known ones, of the copies

  std::string SizeText() const;  // "6 articles, 4 outlets"
};
StoryParts PartsOf(const Result& result, const Story& story);

// "?" where it is unknown.
std::string OutletOf(const ArticleRecord& article);
// The outlet, or where it is unknown the id.
std::string NameOf(const ArticleRecord& article);

// That of the origin, else of the first member that has one; "(no title)".
std::string TitleOf(const Result& result, const Story& story);
std::string TitleOf(const Result& result, const Series& series);

// "2026-04-28 09:00 to ~2026-05-01 10:00 (2 d or more)"; "no dates".
std::string SpanText(const std::optional<TimeInterval>& first,
                     const std::optional<TimeInterval>& last, int utc_offset_minutes);

std::string OriginText(const Result& result, const Story& story);

// "origin", "origin?" where it is unsure, "first seen" where it is unknown; of a copy its relation,
// with "?" where the join is doubtful.
std::string RelationText(const Story& story, const StoryMember& member);

// How long after the origin (LagText); empty of the origin.
std::string LagOf(const Result& result, const Story& story, const StoryMember& member);

// Joined with less than kSureProbability; roundups, which join nothing, are not meant.
std::vector<const StoryMember*> DoubtfulOf(const StoryParts& parts);

// "doubtful: c5 of 湖畔网 with probability 0.61"; the first `limit` of them by name; empty: none
// is.
std::string DoubtText(const Result& result, const StoryParts& parts, size_t limit);

// Why it is held to be copied from `of`: "names 河东日报 as its source (0.93)"; "nothing tells whom
// it was copied from" where that is unknown; empty of the origin and of roundups.
std::string DescentText(const StoryMember& member);

// Words as one line, "; " between them, shown harmless.
std::string Sentences(std::span<const std::string> words);

}  // namespace wirecopy

#endif  // WIRECOPY_REPORT_STORY_WORDS_H_
