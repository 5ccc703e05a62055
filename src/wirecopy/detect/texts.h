// The distinct texts of a run as the later stages need them: bodies without furniture, dates, sketches.
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
#include "wirecopy/model/background.h"
#include "wirecopy/model/body.h"
#include "wirecopy/model/sketch.h"
#include "wirecopy/sketch/sketch.h"

namespace wirecopy {

// The body of a text: the rules' furniture and the outlet's own masked.
Body BodyOf(const SpooledText& text, uint64_t outlet, const Background& background);

absl::StatusOr<Body> LoadBody(const ArticleTable& table, uint32_t article, const Background& background);

// The earliest known date among the articles that carry the text.
std::optional<TimeInterval> DateOf(const ArticleTable& table, uint32_t text);

struct SketchRequest {
  const Sketcher* sketcher = nullptr;
  const Background* background = nullptr;
  uint32_t max_informative_stories = 20;
  unsigned threads = 1;
};

// The sketches of texts [0, count), in order. Texts of articles that are too short have none (an empty sketch).
absl::StatusOr<std::vector<Sketch>> SketchTexts(const ArticleTable& table, uint32_t count,
                                                const SketchRequest& request, PhaseProgress& progress);

// Learns story frequencies and outlet furniture from at most `max_sampled` texts, those of the smallest content hash.
struct LearnRequest {
  const Sketcher* sketcher = nullptr;
  uint32_t max_sampled = 20000;
  unsigned threads = 1;
};
absl::StatusOr<Background> LearnBackground(const ArticleTable& table, const LearnRequest& request,
                                           PhaseProgress& progress);

}  // namespace wirecopy

#endif  // WIRECOPY_DETECT_TEXTS_H_
