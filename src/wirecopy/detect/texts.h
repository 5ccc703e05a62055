// The distinct texts of a run as the later stages need them: bodies without furniture, dates,
// sketches.
//
// Threads: const and safe from many threads.
#ifndef WIRECOPY_DETECT_TEXTS_H_
#define WIRECOPY_DETECT_TEXTS_H_

#include <optional>
#include <span>
#include <vector>

#include "absl/status/statusor.h"
#include "wirecopy/detect/article_table.h"
#include "wirecopy/detect/run_control.h"
#include "wirecopy/detect/sketch_table.h"
#include "wirecopy/model/background.h"
#include "wirecopy/model/body.h"
#include "wirecopy/model/sketch.h"
#include "wirecopy/model/verdict.h"
#include "wirecopy/sketch/sketch.h"

namespace wirecopy {

// Everything masked in a text: the rules' furniture and the outlet's own. Sorted, disjoint.
std::vector<TokenRange> MaskedOf(const SpooledText& text, uint64_t outlet,
                                 const Background& background);

// The body of a text: what is masked is left out. Places are filled where they are asked for.
Body BodyOf(const SpooledText& text, uint64_t outlet, const Background& background,
            bool with_places = false);

absl::StatusOr<Body> LoadBody(const ArticleTable& table, uint32_t article,
                              const Background& background, bool with_places = false);

// The passages of texts that their outlets repeat, found once for all later loads. Memory: 4 bytes
// a text, 8 a passage.
class LearntFurniture {
 public:
  // Those of the next texts.
  void Append(std::span<const std::vector<TokenRange>> of_texts);
  // Sorted, disjoint; in the tokens of the text.
  std::span<const TokenRange> Of(uint32_t text) const;
  uint64_t held_bytes() const;

 private:
  std::vector<uint32_t> begins_ = {0};  // into ranges_; one more than texts
  std::vector<TokenRange> ranges_;
};

// The body of a text, as LoadBody gives it for the article that stands for it.
absl::StatusOr<Body> LoadTextBody(const ArticleTable& table, uint32_t text,
                                  const LearntFurniture& learnt);

// Moves the ranges of a verdict on two bodies to the tokens of their clean texts. REQUIRES: both
// have places.
void PlaceInCleanTexts(const Body& a, const Body& b, Verdict& verdict);

// The earliest known date among the articles that carry the text.
std::optional<TimeInterval> DateOf(const ArticleTable& table, uint32_t text);

// Keeps of shingles those that may nominate: of at most `max_stories` stories. Lifetime: the
// background outlives it.
KeepHashes KeepInformative(const Background& background, uint32_t max_stories);

struct SketchRequest {
  const Sketcher* sketcher = nullptr;
  const Background* background = nullptr;
  uint32_t max_informative_stories = 20;
  unsigned threads = 1;
  bool with_bins = true;  // which only estimates of resemblance need
  BlobStore* store = nullptr;
  bool in_store = false;  // not in memory
  uint64_t part_hashes = KeyColumns::kPartHashes;
};

struct SketchedTexts {
  SketchTable sketches;  // texts of articles that are too short have none (an empty sketch)
  // What the background's outlet furniture masks beyond the rules, counted for each article with
  // the text.
  uint64_t learnt_furniture_tokens = 0;
  LearntFurniture furniture;  // none of texts of articles that are too short
};

// Of texts [0, count). Puts their keys into the store, and what else they are where `in_store` says
// so.
absl::StatusOr<SketchedTexts> SketchTexts(const ArticleTable& table, uint32_t count,
                                          const SketchRequest& request, PhaseProgress& progress);

// Learns story frequencies and outlet furniture from at most `max_sampled` texts, those of the
// smallest content hash. What is learnt rests on the prior, whose furniture is left out of it.
struct LearnRequest {
  const Sketcher* sketcher = nullptr;
  uint32_t max_sampled = 20000;
  unsigned threads = 1;
  const Background* prior = nullptr;  // null: none
};
absl::StatusOr<Background> LearnBackground(const ArticleTable& table, const LearnRequest& request,
                                           PhaseProgress& progress);

}  // namespace wirecopy

#endif  // WIRECOPY_DETECT_TEXTS_H_
