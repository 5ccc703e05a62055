// Holds the measures against an independent scorer in Python (numpy) on a large labelled
// collection: every number of its JSON must be found in ours to the sixth decimal, the intervals
// included. Skipped where the collection, python3 or numpy is missing.
#include <gtest/gtest.h>
#include <simdjson.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "wirecopy/eval/eval_output.h"
#include "wirecopy/eval/evaluate.h"

namespace wirecopy {
namespace {

namespace fs = std::filesystem;

fs::path BenchmarkFolder() {
  const char* shared = std::getenv("WIRECOPY_SHARED");
  return (shared ? fs::path(shared) : fs::path(WIRECOPY_SOURCE_DIR).parent_path() / "shared") /
         "bench";
}

std::vector<std::string> LinesOf(const fs::path& path) {
  std::ifstream file(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

bool Runs(const std::string& command) { return std::system(command.c_str()) == 0; }

// The number of leaves compared; fails on every leaf of `theirs` that is not in `ours`.
int ExpectAllIn(simdjson::dom::element theirs, simdjson::dom::element ours,
                const std::string& place) {
  int compared = 0;
  simdjson::dom::object object;
  simdjson::dom::array array;
  if (!theirs.get(object)) {
    for (const auto& [key, value] : object) {
      simdjson::dom::element mine;
      const std::string inside = place + "/" + std::string(key);
      if (ours.at_key(key).get(mine)) {
        ADD_FAILURE() << inside << " is missing";
      } else {
        compared += ExpectAllIn(value, mine, inside);
      }
    }
    return compared;
  }
  if (!theirs.get(array)) {
    for (size_t i = 0; i < array.size(); ++i) {
      compared += ExpectAllIn(array.at(i), ours.at(i), place + "/" + std::to_string(i));
    }
    return compared;
  }
  EXPECT_NEAR(double(theirs), double(ours), 5e-7) << place;
  return 1;
}

class ScoreAgreementTest : public testing::TestWithParam<int> {
 protected:
  void SetUp() override {
    bench_ = BenchmarkFolder();
    if (!fs::exists(bench_ / "score.py")) GTEST_SKIP() << "no benchmark at " << bench_;
    if (!Runs("python3 -c 'import numpy' 2>/dev/null")) GTEST_SKIP() << "no python3 with numpy";
    if (!Runs("zstd --version >/dev/null 2>&1")) GTEST_SKIP() << "no zstd command";
    folder_ = fs::temp_directory_path() / ("wirecopy_score_" + std::to_string(getpid()));
    fs::create_directories(folder_);
    ASSERT_TRUE(Runs("zstd -dcq '" + (bench_ / "dev/gold.jsonl.zst").string() + "' > '" +
                     Path("gold.jsonl") + "'"));
    for (const std::string& line : LinesOf(Path("gold.jsonl"))) {
      auto row = ParseGoldLine(line);
      ASSERT_TRUE(row.ok()) << row.status();
      gold_.push_back(*std::move(row));
    }
  }
  void TearDown() override {
    if (!folder_.empty()) fs::remove_all(folder_);
  }

  std::string Path(const char* name) const { return (folder_ / name).string(); }

  // Clusters by story, damaged: pages alone, split stories, glued stories, roundups in the stories
  // they contain or in one that they glue, strangers, pages in two clusters.
  void WriteClusters(int seed) {
    std::mt19937_64 random(static_cast<uint64_t>(seed));
    const auto chance = [&](double p) {
      return static_cast<double>(random() % 1'000'000) < p * 1e6;
    };
    std::map<std::string, std::vector<std::string>> clusters;
    std::ofstream out(Path("clusters"));
    for (const GoldRow& row : gold_) {
      if (row.relation == "roundup") {
        for (const std::string& story : row.contains) {
          if (chance(.6)) clusters[story].push_back(row.id);
        }
      } else if (chance(.05)) {
        if (chance(.5)) out << row.id << "\tcommon" << random() % 40 << "\n";
      } else {
        clusters[chance(.1) ? row.story + "/split" : row.story].push_back(row.id);
        if (chance(.02)) clusters["s0" + std::to_string(1000 + random() % 5000)].push_back(row.id);
      }
    }
    out << "{\"note\":\"neither members nor "
           "cluster\"}\n\nstranger\t1\n{\"id\":\"a0000001\",\"cluster\":null}\n";
    std::vector<std::string> glued;
    for (const auto& [name, ids] : clusters) {
      glued.insert(glued.end(), ids.begin(), ids.end());
      if (chance(.03)) continue;  // with the next
      out << (chance(.5) ? "{\"members\":[" : "{\"articles\":[");
      for (size_t i = 0; i < glued.size(); ++i) {
        const std::string id = "\"" + glued[i] + "\"";
        out << (i ? "," : "") << (chance(.5) ? id : "{\"id\":" + id + "}");
      }
      out << "]}\n";
      glued.clear();
    }
  }

  std::string Ours() {
    ClusterAssignment clusters;
    for (const std::string& line : LinesOf(Path("clusters")))
      EXPECT_TRUE(clusters.AddLine(line).ok()) << line;
    std::vector<LabelledPair> pairs;
    PairColumns columns;
    for (const std::string& line : LinesOf(bench_ / "dev/hard_negatives.tsv")) {
      if (const auto header = ParsePairHeader(line)) {
        columns = *header;
      } else {
        pairs.push_back(*ParsePairLine(line, columns));
      }
    }
    const auto report = EvaluateClusters(gold_, clusters, pairs, {});
    std::string json;
    if (report.ok()) AppendEvalJson(*report, &json);
    EXPECT_TRUE(report.ok()) << report.status();
    return json;
  }

  fs::path bench_, folder_;
  std::vector<GoldRow> gold_;
};

TEST_P(ScoreAgreementTest, ToTheSixthDecimal) {
  WriteClusters(GetParam());
  const std::string scorer = "python3 '" + (bench_ / "score.py").string() + "' '";
  const std::string pairs = "' --pairs '" + (bench_ / "dev/hard_negatives.tsv").string();
  ASSERT_TRUE(Runs(scorer + Path("gold.jsonl") + "' '" + Path("clusters") + pairs + "' --json > '" +
                   Path("theirs") + "'"));
  simdjson::dom::parser our_parser, their_parser;
  const std::string ours = Ours();
  const simdjson::dom::element theirs = their_parser.load(Path("theirs"));
  EXPECT_GT(ExpectAllIn(theirs, our_parser.parse(ours), ""), 60);
}

INSTANTIATE_TEST_SUITE_P(Seeds, ScoreAgreementTest, testing::Values(1, 2));

}  // namespace
}  // namespace wirecopy
