// Draws stories with replacement, for bootstrap intervals that a seed repeats on every machine.
//
//   StoryResampler resampler(/*seed=*/1);
//   std::vector<double> weight = resampler.Weights(story_count);  // weight[s]: how often story s
//   was drawn
//
// The numbers are those of numpy's `default_rng(seed).integers(0, n, n)`, so that scores written in
// Python with the same seed show the same intervals. Threads: one caller at a time. Source: O'Neill
// 2014 (PCG XSL RR 128/64); seeding by numpy's SeedSequence; Lemire 2019, "Fast random integer
// generation in an interval".
#ifndef WIRECOPY_EVAL_RESAMPLING_H_
#define WIRECOPY_EVAL_RESAMPLING_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace wirecopy {

class StoryResampler {
 public:
  explicit StoryResampler(uint64_t seed);

  // `count` draws out of `count` stories. REQUIRES: count <= 2^32 - 1.
  std::vector<double> Weights(size_t count);

 private:
  __extension__ using Wide = unsigned __int128;

  uint64_t Next64();
  uint32_t Next32();
  uint32_t Below(uint32_t bound);  // REQUIRES: bound >= 2

  Wide state_ = 0;
  Wide increment_ = 0;
  uint32_t spare_ = 0;  // the high half of a 64-bit draw whose low half was used
  bool has_spare_ = false;
};

// The middle 95 % of the values, with linear interpolation between neighbours; {0, 0} where there
// are none.
std::pair<double, double> MiddleNinetyFive(std::span<const double> values);

}  // namespace wirecopy

#endif  // WIRECOPY_EVAL_RESAMPLING_H_
