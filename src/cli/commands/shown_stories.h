// What `report` shows: stories from a file, their articles from others, found by id.
//
//   ShownStories shown(spool);
//   WIRECOPY_RETURN_IF_ERROR(shown.ReadStories("stories.jsonl"));
//   WIRECOPY_RETURN_IF_ERROR(shown.ReadPairs("pairs.jsonl", line));     // or PairsOfStories
//   for (...) WIRECOPY_RETURN_IF_ERROR(shown.Offer(article));           // in the order of reading
//   shown.EndArticles();
#ifndef WIRECOPY_CLI_COMMANDS_SHOWN_STORIES_H_
#define WIRECOPY_CLI_COMMANDS_SHOWN_STORIES_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "wirecopy/corpus/file_spool.h"
#include "wirecopy/corpus/id_registry.h"
#include "wirecopy/corpus/story_lines.h"
#include "wirecopy/model/article.h"
#include "wirecopy/model/background.h"
#include "wirecopy/model/result.h"

namespace wirecopy::cli {

class ShownStories {
 public:
  explicit ShownStories(std::unique_ptr<FileSpool> spool) : spool_(std::move(spool)) {}

  absl::Status ReadStories(const std::string& path);
  // Keeps of the pairs those nearest to the joining line, some on each side.
  absl::Status ReadPairs(const std::string& path, double join_probability);
  // An article of --articles; kept where a story or a pair may name it.
  absl::Status Offer(const Article& article);
  // Tells articles of one id apart, as a run does. All stories, pairs and articles are there.
  void EndArticles();
  // Without a file of pairs: the members of the stories that are least sure, each with the one it
  // was copied from, compared anew.
  absl::Status ComparePairs(const Background& background, double join_probability);

  Result& result() { return result_; }
  const BlobStore& store() const { return *spool_; }
  const std::vector<std::optional<BlobRef>>& texts() const { return texts_; }
  absl::Status AppendStory(uint32_t story, std::string* line) const;
  uint64_t alone() const { return alone_; }  // articles in stories of one, which are not shown

 private:
  struct Candidate {
    std::string id;
    BlobRef text;
    ArticleRecord record;
  };
  absl::StatusOr<Article> Load(uint32_t article) const;

  std::unique_ptr<FileSpool> spool_;
  StoryLines lines_;
  std::vector<BlobRef> stories_;
  uint64_t alone_ = 0;
  std::set<std::string, std::less<>> wanted_;  // ids, and what they may have been before renaming
  IdRegistry ids_;
  std::vector<Candidate> candidates_;
  Result result_;  // of lines_, from EndArticles on
  std::vector<PairVerdict> pairs_;
  std::vector<std::optional<BlobRef>> texts_;  // by article
};

}  // namespace wirecopy::cli

#endif  // WIRECOPY_CLI_COMMANDS_SHOWN_STORIES_H_
