// From groups of texts to stories of articles: members with relation, coverage and lag, origin with
// reasons, roundups listed in every story they contain.
#ifndef WIRECOPY_DETECT_STORIES_H_
#define WIRECOPY_DETECT_STORIES_H_

#include <vector>

#include "wirecopy/cluster/evidence_graph.h"
#include "wirecopy/cluster/grouping.h"
#include "wirecopy/cluster/roundups.h"
#include "wirecopy/detect/article_table.h"
#include "wirecopy/model/story.h"

namespace wirecopy {

struct StoryRequest {
  const ArticleTable* table = nullptr;
  const Grouping* grouping = nullptr;
  const std::vector<Roundup>* roundups = nullptr;
  const EvidenceGraph* graph = nullptr;
  double min_probability = 0.5;
  unsigned threads = 1;  // the graph's judge is asked by so many workers at once
};

// Stories of two or more articles, roundups counted; by size without roundups falling, then name.
std::vector<Story> BuildStories(const StoryRequest& request);

}  // namespace wirecopy

#endif  // WIRECOPY_DETECT_STORIES_H_
