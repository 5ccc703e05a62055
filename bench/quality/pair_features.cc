// Prints the features of pairs of articles as TSV, for train_decision.py.
//
//   pair_features ARTICLES.jsonl [PAIRS.tsv] > features.tsv
//
// Without PAIRS: every candidate pair of a run over the articles. With it (id1, id2, … a line):
// those pairs, judged with the background that the run learns.
#include "wirecopy/compare/pair_features.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "wirecopy/compare/slots.h"
#include "wirecopy/corpus/article_reader.h"
#include "wirecopy/detect/detector.h"
#include "wirecopy/detect/texts.h"
#include "wirecopy/text/clean.h"

namespace wirecopy {
namespace {

using IndexPair = std::pair<uint32_t, uint32_t>;

std::vector<Article> ReadArticles(const char* path) {
  std::vector<Article> articles;
  ReaderOptions options;
  options.inputs = {path};
  auto reader = ArticleReader::Create(std::move(options));
  if (!reader.ok()) return articles;
  std::vector<ReadArticle> batch;
  while ((*reader)->Next(&batch).value_or(false)) {
    for (ReadArticle& read : batch) articles.push_back(std::move(read.article));
  }
  return articles;
}

std::vector<IndexPair> ReadPairs(const char* path, const std::vector<Article>& articles) {
  std::map<std::string, uint32_t> index;
  for (uint32_t i = 0; i < articles.size(); ++i) index[articles[i].id] = i;
  std::vector<IndexPair> pairs;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const size_t first = line.find('\t');
    const size_t second = line.find('\t', first + 1);
    if (first == std::string::npos) continue;
    const auto a = index.find(line.substr(0, first));
    const auto b = index.find(line.substr(first + 1, second - first - 1));
    if (a != index.end() && b != index.end()) pairs.emplace_back(a->second, b->second);
  }
  return pairs;
}

struct Side {
  Body body;
  PreparedText text;
};

void PrintPair(const Article& a, const Article& b, Side x, Side y, std::optional<int64_t> gap_s,
               double rare_bits) {
  static Aligner aligner;
  if (y.text.size() < x.text.size()) std::swap(x, y);
  const Alignment& alignment = aligner.Align(x.text, y.text);
  const std::vector<Slot> slots = FindSlots(x.text, y.text, alignment);
  const PairMeasures measures = MeasurePair(x.text, y.text, alignment, slots, rare_bits, gap_s);
  std::printf("%s\t%s\t%.3f\t%.3f", a.id.c_str(), b.id.c_str(), measures.coverage_a(),
              measures.coverage_b());
  for (double value : FeaturesOf(measures).values) std::printf("\t%.5g", value);
  std::printf("\n");
}

int Run(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: pair_features ARTICLES.jsonl [PAIRS.tsv]\n");
    return 2;
  }
  const std::vector<Article> articles = ReadArticles(argv[1]);
  DetectorOptions options;
  options.threads = 0;
  options.keep_rejected_pairs = true;
  auto detector = Detector::Create(options);
  for (const Article& article : articles) {
    if (!detector->Add(article.View()).ok()) return 2;
  }
  const auto result = detector->Run();
  if (!result.ok()) return 2;
  std::vector<IndexPair> pairs;
  if (argc > 2) {
    pairs = ReadPairs(argv[2], articles);
  } else {
    for (const PairVerdict& pair : result->pairs) pairs.emplace_back(pair.a, pair.b);
  }
  std::printf("id1\tid2\tcoverage_a\tcoverage_b");
  for (size_t i = 0; i < kFeatureCount; ++i) {
    std::printf("\t%s", std::string(FeatureName(static_cast<Feature>(i))).c_str());
  }
  std::printf("\n");
  const Background& background = detector->background();
  auto side_of = [&](uint32_t i) {
    const CleanText clean = Clean(articles[i].text);
    Side side;
    side.body = BodyOf({clean.tokens, clean.furniture}, OutletHash(articles[i].outlet), background);
    side.text = PrepareText(side.body.tokens, background);
    return side;
  };
  for (const auto& [a, b] : pairs) {
    const auto& date_a = result->articles[a].published_at;
    const auto& date_b = result->articles[b].published_at;
    const std::optional<int64_t> gap_s = TellingGap(date_a, date_b);
    PrintPair(articles[a], articles[b], side_of(a), side_of(b), gap_s, background.Bits(1) / 5);
  }
  return 0;
}

}  // namespace
}  // namespace wirecopy

int main(int argc, char** argv) { return wirecopy::Run(argc, argv); }
