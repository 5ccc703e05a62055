// What a run found: stories, judged pairs and counts; what reports are made from.
#ifndef WIRECOPY_MODEL_RESULT_H_
#define WIRECOPY_MODEL_RESULT_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "wirecopy/model/article.h"
#include "wirecopy/model/clean_text.h"
#include "wirecopy/model/series.h"
#include "wirecopy/model/story.h"
#include "wirecopy/model/verdict.h"

namespace wirecopy {

// What is kept of an article after its text was cleaned and spooled.
struct ArticleRecord {
  std::string id;
  std::string url;
  std::string outlet;
  std::string title;
  std::string published;                     // as given
  std::optional<TimeInterval> published_at;  // as given; else what the page's furniture says
  PageFacts facts;
  uint32_t body_tokens = 0;
  uint64_t content_hash = 0;
  bool too_short = false;         // too little text to be grouped unless equal, or none but what
                                  // stands under many headlines
  bool reference = false;         // added for comparison only (`dedup --against`)
  std::optional<uint32_t> story;  // index in Result::stories; a roundup: the first it is listed in
};

// Records of articles. Copies share them until one is changed, so that a detector and its result
// hold them once. Threads: as a vector; what is shared may be read from many.
class ArticleRecords {
 public:
  ArticleRecords() : ArticleRecords(std::vector<ArticleRecord>()) {}
  ArticleRecords(std::vector<ArticleRecord> records)  // NOLINT(google-explicit-constructor)
      : records_(std::make_shared<std::vector<ArticleRecord>>(std::move(records))) {}

  operator const std::vector<ArticleRecord>&() const {  // NOLINT(google-explicit-constructor)
    return *records_;
  }
  const ArticleRecord& operator[](size_t i) const { return (*records_)[i]; }
  size_t size() const { return records_->size(); }
  bool empty() const { return records_->empty(); }
  std::vector<ArticleRecord>::const_iterator begin() const { return records_->begin(); }
  std::vector<ArticleRecord>::const_iterator end() const { return records_->end(); }

  // To change them; copies them first where they are shared.
  std::vector<ArticleRecord>& Mutable() {
    if (records_.use_count() > 1)
      records_ = std::make_shared<std::vector<ArticleRecord>>(*records_);
    return *records_;
  }

 private:
  std::shared_ptr<std::vector<ArticleRecord>> records_;
};

// A judged pair; `a` and `b` are indices of articles in the order of adding.
struct PairVerdict {
  uint32_t a = 0;
  uint32_t b = 0;
  Verdict verdict;
};

struct RunCounts {
  uint64_t articles = 0;
  uint64_t outlets = 0;
  uint64_t too_short = 0;
  uint64_t exact_copies = 0;  // articles whose body equals an earlier one's (in canonical order)
  uint64_t candidates = 0;    // pairs nominated
  uint64_t compared = 0;      // pairs aligned
  uint64_t stories = 0;       // of two or more articles, roundups not counted
  uint64_t members = 0;       // articles in them, roundups left out
  uint64_t roundups = 0;
  uint64_t series = 0;
  uint64_t furniture_tokens = 0;  // masked, by rule or learnt
  uint64_t tokens = 0;
  std::array<uint64_t, kRelationCount> pairs_by_relation =
      {};  // judged candidates, rejected ones too
};

struct Result {
  ArticleRecords articles;  // in the order of adding
  std::vector<Story>
      stories;  // of two or more articles, roundups counted; by size without them, then name
  std::vector<Series> series;  // by size, then name; none with Verify::kSketch
  // Judged candidates of at least min_probability, or all of them or none on request; ordered by
  // the two ids.
  std::vector<PairVerdict> pairs;
  // Of the judged candidates those nearest to the probability that starts a join, where they were
  // asked for: those above it, nearest first, then those below.
  std::vector<PairVerdict> pairs_in_doubt;
  double join_probability = 0;  // that starts a join
  RunCounts counts;
  uint64_t background_fingerprint = 0;
};

}  // namespace wirecopy

#endif  // WIRECOPY_MODEL_RESULT_H_
