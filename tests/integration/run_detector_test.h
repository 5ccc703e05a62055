// What the integration tests share: articles through the detector, and who ends up with whom.
#ifndef TESTS_INTEGRATION_RUN_DETECTOR_TEST_H_
#define TESTS_INTEGRATION_RUN_DETECTOR_TEST_H_

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "wirecopy/wirecopy.h"

namespace wirecopy {

inline Result RunDetector(const std::vector<Article>& articles,
                          const DetectorOptions& options = {}) {
  auto detector = Detector::Create(options);
  if (!detector.ok()) {
    ADD_FAILURE() << detector.status();
    return {};
  }
  for (const Article& article : articles) {
    if (const absl::Status status = detector->Add(article.View()); !status.ok())
      ADD_FAILURE() << status;
  }
  auto result = detector->Run();
  if (!result.ok()) {
    ADD_FAILURE() << result.status();
    return {};
  }
  return *std::move(result);
}

// The ids of each story's members, roundups left out.
inline std::vector<std::set<std::string>> MembersOf(const Result& result) {
  std::vector<std::set<std::string>> stories;
  for (const Story& story : result.stories) {
    std::set<std::string>& ids = stories.emplace_back();
    for (const StoryMember& member : story.members) {
      if (member.relation != Relation::kRoundup) ids.insert(result.articles[member.article].id);
    }
  }
  return stories;
}

// The number of the story each article is a member of; an article alone in the world has a number
// of its own.
inline std::map<std::string, size_t> StoryNumbers(const Result& result) {
  std::map<std::string, size_t> numbers;
  const auto stories = MembersOf(result);
  for (size_t s = 0; s < stories.size(); ++s) {
    for (const std::string& id : stories[s]) numbers[id] = s;
  }
  size_t next = stories.size();
  for (const ArticleRecord& article : result.articles) {
    if (numbers.emplace(article.id, next).second) ++next;
  }
  return numbers;
}

inline std::string DescribePair(const Result& result, const PairVerdict& pair) {
  const Verdict& v = pair.verdict;
  return result.articles[pair.a].id + " and " + result.articles[pair.b].id + ": " +
         std::string(RelationName(v.relation)) + ", probability " + std::to_string(v.probability) +
         ", coverage " + std::to_string(v.coverage_a) + " / " + std::to_string(v.coverage_b) +
         ", numbers " + std::to_string(v.number_conflicts) + ", names " +
         std::to_string(v.name_conflicts) + ", noise " + std::to_string(v.noise_slots);
}

// What was judged of two articles, for messages; where they were never compared (exact copies are
// compared once), every pair of the first one.
inline std::string DescribeVerdict(const Result& result, const std::string& a,
                                   const std::string& b) {
  std::string pairs_of_a;
  for (const PairVerdict& pair : result.pairs) {
    const std::string& first = result.articles[pair.a].id;
    const std::string& second = result.articles[pair.b].id;
    if ((first == a && second == b) || (first == b && second == a))
      return DescribePair(result, pair);
    if (first == a || second == a) pairs_of_a += "\n  " + DescribePair(result, pair);
  }
  return "never compared; " + (pairs_of_a.empty() ? a + " with nobody" : "but" + pairs_of_a);
}

}  // namespace wirecopy

#endif  // TESTS_INTEGRATION_RUN_DETECTOR_TEST_H_
