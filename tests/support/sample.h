// The sample collection: some eighty articles of invented outlets made from the texts, outlets and
// recipe under tests/support/sample/, with the answers.
//
//   absl::StatusOr<std::vector<SampleArticle>> sample = BuildSample(WIRECOPY_SUPPORT_DIR
//   "/sample"); for (const SampleArticle& article : *sample) out << ArticleLine(article) << '\n';
//
// The same files give the same bytes on every machine.
#ifndef TESTS_SUPPORT_SAMPLE_H_
#define TESTS_SUPPORT_SAMPLE_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "damage.h"
#include "outlet_page.h"

namespace wirecopy {

// A text to make articles from.
struct BaseText {
  std::string key;
  std::string title;
  std::string body;  // paragraphs are lines
};

// One line of the recipe; the columns stand at its head.
struct RecipeRow {
  std::string id, story, relation, source_id, outlet;
  std::vector<std::string> bases;
  std::string time, published, author, page_source;
  std::vector<Damage> damages;
  std::string title;
  std::vector<std::pair<std::string, std::string>> edits;
};

absl::StatusOr<std::vector<BaseText>> ReadBaseTexts(const std::string& file_name);
absl::StatusOr<std::vector<RecipeRow>> ReadRecipe(const std::string& file_name);

// Where the body, or one item of a roundup, stands in SampleArticle::text, in code points.
struct SampleSpan {
  size_t begin = 0;
  size_t end = 0;
  std::string story;  // of a roundup's item, else empty
};

struct SampleArticle {
  std::string id, url, outlet, title, text, published;
  std::string story, relation, source_id;  // the answers; no source: empty
  std::vector<std::string> damages;
  std::vector<std::string> contains;  // stories of a roundup
  std::vector<SampleSpan> spans;
};

// All articles, in an order that keeps no story together. NotFound or DataLoss names what is wrong
// with the files.
absl::StatusOr<std::vector<SampleArticle>> BuildSample(const std::string& folder);

// One line of articles.jsonl and of gold.jsonl, without the line break.
std::string ArticleLine(const SampleArticle& article);
std::string GoldLine(const SampleArticle& article);

}  // namespace wirecopy

#endif  // TESTS_SUPPORT_SAMPLE_H_
