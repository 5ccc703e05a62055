// News-like text made from a seed: Chinese, Chinese as a crawler mangles it (Traditional, readings
// in brackets) and English. For benchmarks and tests that need many articles; nothing in it was
// ever published.
//
//   std::string text = MakeText(Script::kChinese, /*seed=*/7, /*size=*/2000);
//   std::vector<MadeArticle> corpus = MakeCorpus({.articles = 10000});
//
// Sentences are filled from a bank of stock phrases, so that strangers share formulas as real
// reports do, with names, places, numbers and subjects drawn for each story. Every value depends on
// the seed alone. Threads: pure functions.
#ifndef WIRECOPY_BENCH_MADE_TEXT_H_
#define WIRECOPY_BENCH_MADE_TEXT_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace wirecopy::bench {

enum class Script : uint8_t { kChinese, kAnnotatedChinese, kEnglish };

// A report of about `size` characters (Chinese) or words (English), in paragraphs. No furniture.
std::string MakeText(Script script, uint64_t seed, size_t size);

struct MadeArticle {
  std::string id;
  std::string outlet;
  std::string title;
  std::string text;       // the body within the outlet's furniture
  std::string published;  // a day
  uint32_t story = 0;     // articles of one story have one text, whole, cut or lightly changed
};

struct MadeCorpusOptions {
  size_t articles = 1000;
  double reprint_share = 0.3;  // of articles that copy an earlier one
  size_t text_size = 700;      // mean size of a report, see MakeText
  Script script = Script::kChinese;
  uint64_t seed = 1;
};

// Hands the articles of the corpus on, one at a time; what grows is a few bytes a story.
void ForEachMadeArticle(const MadeCorpusOptions& options,
                        const std::function<void(const MadeArticle&)>& sink);
std::vector<MadeArticle> MakeCorpus(const MadeCorpusOptions& options);

}  // namespace wirecopy::bench

#endif  // WIRECOPY_BENCH_MADE_TEXT_H_
