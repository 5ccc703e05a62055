#include "true_pairs.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string_view>

#include "absl/container/flat_hash_map.h"
#include "wirecopy/base/hash.h"
#include "wirecopy/base/status_macros.h"
#include "wirecopy/detect/texts.h"
#include "wirecopy/eval/labels.h"
#include "wirecopy/model/shingle.h"

namespace wirecopy {
namespace {

constexpr size_t kMaxPairsAStory = 200;
constexpr size_t kShortShingles = 100;
constexpr size_t kGreatStory = 32;  // more articles
constexpr uint32_t kUnknown = UINT32_MAX;

// The true pairs of a story that are looked at.
std::set<std::pair<uint32_t, uint32_t>> DrawPairs(const Answers& answers, uint32_t story) {
  const std::vector<uint32_t>& members = answers.members[story];
  const size_t n = members.size();
  std::set<std::pair<uint32_t, uint32_t>> pairs;
  if (n * (n - 1) / 2 <= kMaxPairsAStory) {
    for (size_t i = 0; i < n; ++i) {
      for (size_t j = i + 1; j < n; ++j) pairs.emplace(members[i], members[j]);
    }
    return pairs;
  }
  for (uint64_t draw = HashBytes(answers.names[story]); pairs.size() < kMaxPairsAStory; ++draw) {
    const uint64_t random = MixHash(draw);
    const size_t i = (random >> 32) % n;
    const size_t j = (random & UINT32_MAX) % n;
    if (i != j) pairs.emplace(members[std::min(i, j)], members[std::max(i, j)]);
  }
  return pairs;
}
bool IsTrue(const Corpus& corpus, const CandidatePair& pair) {
  std::set<uint32_t> stories;
  for (uint32_t i : corpus.table.ArticlesOf(pair.first)) stories.insert(corpus.answers.story_of[i]);
  return std::ranges::any_of(corpus.table.ArticlesOf(pair.second), [&](uint32_t i) {
    return stories.contains(corpus.answers.story_of[i]);
  });
}

// Whether one of the two texts is a roundup's; notes the story it is found to hold.
bool IsOfRoundup(const Corpus& corpus, uint32_t text, uint32_t other, Nominated& nominated) {
  const auto at = corpus.answers.held.find(corpus.table.ArticleOf(text));
  if (at == corpus.answers.held.end()) return false;
  for (uint32_t i : corpus.table.ArticlesOf(other)) {
    const uint32_t story = corpus.answers.story_of[i];
    if (at->second.contains(story)) nominated.items.emplace(at->first, story);
  }
  return true;
}

void Count(Tallies& tallies, const std::vector<Row>& rows, bool great, const Tally& pair) {
  for (Row row : rows) {
    Tally& tally = tallies[row][great];
    tally.copies += pair.copies;
    tally.pairs += pair.pairs;
    tally.found += pair.found;
    tally.together += pair.together;
  }
}

std::vector<Row> RowsOf(size_t shared, size_t smaller) {
  if (shared < 8) return {shared == 0 ? kNone : kFew};
  std::vector<Row> rows = {shared < 32 ? kSome : kMany, kEnough};
  if (smaller < kShortShingles) rows.push_back(kShort);
  return rows;
}

}  // namespace

absl::Status ReadAnswers(const char* path, Corpus& corpus) {
  const ArticleTable& table = corpus.table;
  Answers& answers = corpus.answers;
  absl::flat_hash_map<std::string_view, uint32_t> index;
  for (uint32_t i = 0; i < table.size(); ++i) index[table.records()[i].id] = i;
  answers.story_of.assign(table.size(), kUnknown);
  absl::flat_hash_map<std::string, uint32_t> numbers;
  const auto number_of = [&](const std::string& name) {
    const auto [at, is_new] = numbers.try_emplace(name, static_cast<uint32_t>(numbers.size()));
    if (is_new) answers.names.push_back(name);
    return at->second;
  };
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    WIRECOPY_ASSIGN_OR_RETURN(const GoldRow row, ParseGoldLine(line));
    const auto at = index.find(row.id);
    if (at == index.end()) continue;
    answers.story_of[at->second] = number_of(row.story);
    if (row.relation != "roundup") continue;
    std::set<uint32_t>& stories = answers.held[at->second];
    for (const std::string& name : row.contains) stories.insert(number_of(name));
  }
  answers.members.resize(answers.names.size());
  for (uint32_t i = 0; i < table.size(); ++i) {
    if (answers.story_of[i] != kUnknown && !answers.held.contains(i)) {
      answers.members[answers.story_of[i]].push_back(i);
    }
  }
  for (std::vector<uint32_t>& members : answers.members) {
    std::ranges::sort(members, {}, [&](uint32_t i) { return table.records()[i].id; });
  }
  return absl::OkStatus();
}
bool Nominated::Has(uint32_t text_a, uint32_t text_b) const {
  const std::pair wanted(std::min(text_a, text_b), std::max(text_a, text_b));
  const auto pair_of = [](const CandidatePair& pair) { return std::pair(pair.first, pair.second); };
  const auto at = std::ranges::lower_bound(pairs, wanted, {}, pair_of);
  return at != pairs.end() && pair_of(*at) == wanted;
}

void SortOut(const Corpus& corpus, Nominated& nominated) {
  nominated.together = DisjointSets(corpus.table.text_count());
  for (const CandidatePair& pair : nominated.pairs) {
    const bool of_roundup = IsOfRoundup(corpus, pair.first, pair.second, nominated);
    if (IsOfRoundup(corpus, pair.second, pair.first, nominated) || of_roundup) {
      ++nominated.of_roundups;
    } else if (IsTrue(corpus, pair)) {
      nominated.together.Join(pair.first, pair.second);
    } else {
      ++nominated.wrong;
    }
  }
}
absl::Status CountStory(const Corpus& corpus, uint32_t story, Nominated& nominated,
                        std::FILE* missed, Tallies& tallies) {
  std::map<uint32_t, std::vector<uint64_t>> shingles;
  const std::vector<uint32_t>& members = corpus.answers.members[story];
  for (const auto& [a, b] : DrawPairs(corpus.answers, story)) {
    const uint32_t x = corpus.table.TextOf(a);
    const uint32_t y = corpus.table.TextOf(b);
    for (uint32_t text : {x, y}) {
      if (shingles.contains(text)) continue;
      WIRECOPY_ASSIGN_OR_RETURN(
          const Body body, LoadBody(corpus.table, corpus.table.ArticleOf(text), corpus.background));
      shingles[text] = ShingleSet(body.tokens);
    }
    std::vector<uint64_t> shared;
    std::ranges::set_intersection(shingles[x], shingles[y], std::back_inserter(shared));
    const size_t smaller = std::min(shingles[x].size(), shingles[y].size());
    const bool found = nominated.Has(x, y);
    const bool together = nominated.together.RootOf(x) == nominated.together.RootOf(y);
    Count(tallies, RowsOf(shared.size(), smaller), members.size() > kGreatStory,
          {x == y, x != y, x != y && found, x != y && together});
    if (missed == nullptr || x == y || found || shared.size() < 8) continue;
    std::vector<uint64_t> informative = shared;
    KeepInformative(corpus.background, 20)(informative);
    std::fprintf(missed, "%s\t%s\t%zu\t%zu\t%zu\t%zu\t%zu\t%d\n",
                 corpus.table.records()[a].id.c_str(), corpus.table.records()[b].id.c_str(),
                 members.size(), shingles[x].size(), shingles[y].size(), shared.size(),
                 informative.size(), together);
  }
  return absl::OkStatus();
}

}  // namespace wirecopy
