// Lines of wirecopy.story/1, wirecopy.pair/1 back to stories and pairs, for commands that show a
// result again. What a line does not say (counts, contents) is not there.
//
//   StoryLines lines;
//   WIRECOPY_ASSIGN_OR_RETURN(const bool added, lines.AddStory(line));
//   Result result = std::move(lines).Take();
//
// Formats: docs/formats/story.md, docs/formats/pair.md. Errors are DataLoss and say what is wrong;
// the caller puts file and line before them. Keys that are not known are passed over.
// Memory: a record of each member. Threads: one user at a time.
#ifndef WIRECOPY_CORPUS_STORY_LINES_H_
#define WIRECOPY_CORPUS_STORY_LINES_H_

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "wirecopy/model/result.h"

namespace wirecopy {

class StoryLines {
 public:
  StoryLines();
  StoryLines(StoryLines&&) noexcept;
  StoryLines& operator=(StoryLines&&) noexcept;
  ~StoryLines();

  // False, and nothing is added, for an article that is alone. DataLoss, with nothing added, where
  // a key is missing or of another kind, or the members are not of one tree.
  absl::StatusOr<bool> AddStory(std::string_view line);
  // The pair with the numbers and reasons of the line; its articles are added, by id alone, where
  // no story has them.
  absl::StatusOr<PairVerdict> ReadPair(std::string_view line);
  // Adds the article, by id alone, where it is not there yet.
  uint32_t ArticleOf(std::string_view id);

  const Result& result() const { return result_; }
  Result Take() &&;

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
  Result result_;
  std::map<std::string, uint32_t, std::less<>> article_of_;
  std::set<std::string> names_;
};

// "wirecopy.series/1" of a line; DataLoss where it is no JSON object with a schema.
absl::StatusOr<std::string> SchemaOf(std::string_view line);

// DataLoss where the line is no whole wirecopy.series/1.
absl::Status CheckSeries(std::string_view line);

// A JSON object on one line. DataLoss where `text` is none.
absl::StatusOr<std::string> OneLineObject(std::string_view text);

}  // namespace wirecopy

#endif  // WIRECOPY_CORPUS_STORY_LINES_H_
