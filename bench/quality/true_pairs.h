// The true pairs of a labelled collection, and which of them a list of candidates holds; for
// candidate_recall.cc.
//
// Pairs are of articles, at most 200 a story, drawn by a hash of its name. Shared shingles are
// counted on the bodies the sketches are made of. A pair is a copy where both articles have one
// text (exact copies are folded before anything is nominated), found where the two texts are a
// candidate, and together where a chain of candidates of one story leads from one to the other.
// Roundups are in neither pairs nor wrong candidates.
#ifndef BENCH_QUALITY_TRUE_PAIRS_H_
#define BENCH_QUALITY_TRUE_PAIRS_H_

#include <array>
#include <cstdint>
#include <cstdio>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "wirecopy/base/disjoint_sets.h"
#include "wirecopy/detect/article_table.h"
#include "wirecopy/model/background.h"
#include "wirecopy/model/candidate_pair.h"

namespace wirecopy {

// What the gold file says of the articles of a table.
struct Answers {
  std::vector<std::string> names;               // of stories
  std::vector<std::vector<uint32_t>> members;   // of stories, by id, roundups left out
  std::vector<uint32_t> story_of;               // of articles; kUnknown: not in the file
  std::map<uint32_t, std::set<uint32_t>> held;  // by roundups: the stories
};
struct Corpus {
  ArticleTable table;
  Background background;
  Answers answers;

  explicit Corpus(BlobStore* store) : table(store) {}
};

absl::Status ReadAnswers(const char* path, Corpus& corpus);

struct Nominated {
  std::vector<CandidatePair> pairs;
  DisjointSets together{0};  // texts that candidates of one story join
  uint64_t wrong = 0;
  uint64_t of_roundups = 0;
  std::set<std::pair<uint32_t, uint32_t>> items;  // article of a roundup, and a story found for it

  bool Has(uint32_t text_a, uint32_t text_b) const;
};
// Fills in all but the pairs.
void SortOut(const Corpus& corpus, Nominated& nominated);

struct Tally {
  uint64_t copies = 0, pairs = 0, found = 0, together = 0;
};
enum Row { kNone, kFew, kSome, kMany, kEnough, kShort, kRows };
constexpr std::array<const char*, kRows> kRowNames = {"0",   "1-7", "8-31",
                                                      "32+", "8+",  "8+, a side < 100"};
using Tallies = std::array<std::array<Tally, 2>, kRows>;  // [][1]: of stories of more than 32
// The missed pairs of eight shared shingles and more go to `missed`, unless that is null: ids, size
// of the story, shingles of each, shared ones, informative ones among them, whether together.
absl::Status CountStory(const Corpus& corpus, uint32_t story, Nominated& nominated,
                        std::FILE* missed, Tallies& tallies);

}  // namespace wirecopy

#endif  // BENCH_QUALITY_TRUE_PAIRS_H_
