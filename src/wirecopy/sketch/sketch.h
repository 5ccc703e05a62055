// Makes sketches: a body's shingles as a few hundred bytes from which resemblance and containment
// are estimated, and as keys by which candidates are found.
//
//   auto sketcher = Sketcher::Create({});
//   Sketch sketch = sketcher->MakeSketch(shingle_hashes, keep_informative);
//   double j = EstimateResemblance(sketch, other);
//
// Accuracy: the error of EstimateResemblance at 512 bins of 8 bits is about .02 (one standard
// deviation) at J = .7. Threads: Sketcher is immutable; everything here is safe from many threads.
// Stability: values are part of the stored formats.
// Source: Li, Owen, Zhang 2012, "One permutation hashing"; Mai et al. 2020, "On densification for
// minwise hashing"; Pierce et al. 2019 and Irber et al. 2022 for FracMinHash.
#ifndef WIRECOPY_SKETCH_SKETCH_H_
#define WIRECOPY_SKETCH_SKETCH_H_

#include <cstdint>
#include <span>

#include "absl/status/statusor.h"
#include "wirecopy/base/export.h"
#include "wirecopy/model/sketch.h"

namespace wirecopy {

struct SketchOptions {
  uint32_t bins = 512;           // a power of two in [64, 4096]
  uint32_t bands = 32;           // in [1, 256]; bands * rows_per_band <= 4096
  uint32_t rows_per_band = 4;    // in [1, 16]
  double sample_rate = 1.0 / 8;  // share of shingles in the sample, in (0, 1]
  uint32_t min_samples =
      128;  // short texts are sampled more densely (by powers of two) until they have as many
  uint64_t seed = 0;
};

class WIRECOPY_EXPORT Sketcher {
 public:
  // InvalidArgument where an option is out of its range.
  static absl::StatusOr<Sketcher> Create(const SketchOptions& options);

  // `shingles`: hashes of the body's shingles, any order, repetitions allowed.
  // `keep_informative`: takes from a list of them those by which no candidates are found (band keys
  // and sample), the formulas; it is asked about a few hundred. Null: all find candidates. Empty
  // `shingles`: all bins empty, no keys, no sample. `with_bins`: else there are none, for whoever
  // asks for no resemblance.
  Sketch MakeSketch(std::span<const uint64_t> shingles,
                    const KeepHashes& keep_informative = nullptr, bool with_bins = true) const;

  const SketchOptions& options() const { return options_; }

 private:
  explicit Sketcher(const SketchOptions& options) : options_(options) {}
  SketchOptions options_;
};

// Estimated Jaccard resemblance of the two shingle sets, in [0, 1]; two empty sketches: 0.
// REQUIRES: same options.
WIRECOPY_EXPORT double EstimateResemblance(const Sketch& a, const Sketch& b);

// Estimated share of a's shingles that are in b, in [0, 1], from the samples at the lower of the
// two rates; negative where a has no sample there (unknown).
WIRECOPY_EXPORT double EstimateContainment(const Sketch& a, const Sketch& b);

}  // namespace wirecopy

#endif  // WIRECOPY_SKETCH_SKETCH_H_
