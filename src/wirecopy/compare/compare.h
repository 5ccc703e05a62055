// The judge: two bodies and the background in, a verdict out.
//
//   Comparer comparer({});
//   Verdict verdict = comparer.Compare({.tokens = a.tokens}, {.tokens = b.tokens}, background);
//
// Accuracy: resemblance and coverage are exact; probability is calibrated on a development
// collection. A verdict does not depend on which side came first (coverages and ranges change
// sides). An empty side is unrelated to every other, an empty one too. Cost: linear in the two
// texts for ordinary texts; bounded for hostile ones (a capped number of seeds). Threads: one
// Comparer a thread; it keeps scratch memory. Source: docs/algorithms.md, "Judging a pair".
#ifndef WIRECOPY_COMPARE_COMPARE_H_
#define WIRECOPY_COMPARE_COMPARE_H_

#include <memory>
#include <optional>
#include <span>

#include "wirecopy/base/export.h"
#include "wirecopy/compare/prepared_text.h"
#include "wirecopy/model/article.h"
#include "wirecopy/model/background.h"
#include "wirecopy/model/clean_text.h"
#include "wirecopy/model/verdict.h"

namespace wirecopy {

struct CompareOptions {
  double min_probability = 0.5;  // from which a pair counts as one story, in [0, 1]
  bool evidence = false;         // fill slots and reasons; passages (one a chain) are always there
};

// One side of a pair.
struct CompareInput {
  std::span<const Token> tokens = {};  // a Body's tokens, breaks included
  std::optional<TimeInterval> published = std::nullopt;
  const PageFacts* facts = nullptr;  // null: none known
};

// A side with what every comparison of it needs; prepared once, compared with many.
struct PreparedSide {
  PreparedText text;
  std::optional<TimeInterval> published;
  double rare_character_bits = 1;
  bool says_corrected = false;
};

class WIRECOPY_EXPORT Comparer {
 public:
  explicit Comparer(const CompareOptions& options);
  ~Comparer();
  Comparer(Comparer&&) noexcept;
  Comparer& operator=(Comparer&&) noexcept;

  // Ranges of passages and slots are in the tokens given.
  Verdict Compare(const CompareInput& a, const CompareInput& b, const Background& background);

  // The same in two steps. REQUIRES: both sides prepared with one background; the inputs' tokens
  // still there.
  PreparedSide Prepare(const CompareInput& input, const Background& background) const;
  Verdict Compare(const PreparedSide& a, const PreparedSide& b);

 private:
  Verdict CompareOrdered(const PreparedSide& a, const PreparedSide& b);

  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace wirecopy

#endif  // WIRECOPY_COMPARE_COMPARE_H_
