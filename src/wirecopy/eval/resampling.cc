#include "wirecopy/eval/resampling.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

namespace wirecopy {
namespace {

// The state of numpy's SeedSequence: entropy is hashed into a pool of four words, from which seeds
// are drawn.
class SeedSequence {
 public:
  explicit SeedSequence(uint64_t entropy) {
    const std::array<uint32_t, 4> words = {static_cast<uint32_t>(entropy),
                                           static_cast<uint32_t>(entropy >> 32), 0, 0};
    for (size_t i = 0; i < pool_.size(); ++i) pool_[i] = HashIn(words[i]);
    for (size_t source = 0; source < pool_.size(); ++source) {
      for (size_t target = 0; target < pool_.size(); ++target) {
        if (source != target) pool_[target] = Mix(pool_[target], HashIn(pool_[source]));
      }
    }
  }

  uint64_t Next64() {
    const uint64_t low = Next32();
    return low | static_cast<uint64_t>(Next32()) << 32;
  }

 private:
  uint32_t HashIn(uint32_t value) {
    value ^= in_;
    in_ *= 0x931e8875u;
    value *= in_;
    return value ^ value >> 16;
  }

  static uint32_t Mix(uint32_t x, uint32_t y) {
    const uint32_t mixed = 0xca01f9ddu * x - 0x4973f715u * y;
    return mixed ^ mixed >> 16;
  }

  uint32_t Next32() {
    uint32_t value = pool_[next_++ % pool_.size()] ^ out_;
    out_ *= 0x58f38dedu;
    value *= out_;
    return value ^ value >> 16;
  }

  std::array<uint32_t, 4> pool_ = {};
  uint32_t in_ = 0x43b0d7e5u;
  uint32_t out_ = 0x8b51f9ddu;
  size_t next_ = 0;
};

double Quantile(std::span<const double> sorted, double share) {
  const double place = share * static_cast<double>(sorted.size() - 1);
  const size_t below = static_cast<size_t>(place);
  const size_t above = std::min(below + 1, sorted.size() - 1);
  return std::lerp(sorted[below], sorted[above], place - static_cast<double>(below));
}

}  // namespace

StoryResampler::StoryResampler(uint64_t seed) {
  SeedSequence seeds(seed);
  const uint64_t state_high = seeds.Next64();
  const uint64_t state_low = seeds.Next64();
  const uint64_t stream_high = seeds.Next64();
  const uint64_t stream_low = seeds.Next64();
  increment_ = (static_cast<Wide>(stream_high) << 64 | stream_low) << 1 | 1;
  state_ = increment_ + (static_cast<Wide>(state_high) << 64 | state_low);
  Next64();
}

uint64_t StoryResampler::Next64() {
  constexpr Wide kMultiplier =
      static_cast<Wide>(0x2360ed051fc65da4ULL) << 64 | 0x4385df649fccf645ULL;
  state_ = state_ * kMultiplier + increment_;
  const uint64_t folded = static_cast<uint64_t>(state_ >> 64) ^ static_cast<uint64_t>(state_);
  const unsigned turn = static_cast<unsigned>(state_ >> 122);
  return folded >> turn | folded << (-turn & 63u);
}

uint32_t StoryResampler::Next32() {
  if (has_spare_) {
    has_spare_ = false;
    return spare_;
  }
  const uint64_t both = Next64();
  spare_ = static_cast<uint32_t>(both >> 32);
  has_spare_ = true;
  return static_cast<uint32_t>(both);
}

uint32_t StoryResampler::Below(uint32_t bound) {
  uint64_t product = static_cast<uint64_t>(Next32()) * bound;
  if (static_cast<uint32_t>(product) < bound) {
    const uint32_t unfair = -bound % bound;
    while (static_cast<uint32_t>(product) < unfair)
      product = static_cast<uint64_t>(Next32()) * bound;
  }
  return static_cast<uint32_t>(product >> 32);
}

std::vector<double> StoryResampler::Weights(size_t count) {
  assert(count <= UINT32_MAX);
  std::vector<double> weights(count, 0);
  if (count == 1) weights[0] = 1;  // nothing to draw
  if (count < 2) return weights;
  for (size_t i = 0; i < count; ++i) ++weights[Below(static_cast<uint32_t>(count))];
  return weights;
}

std::pair<double, double> MiddleNinetyFive(std::span<const double> values) {
  if (values.empty()) return {0, 0};
  std::vector<double> sorted(values.begin(), values.end());
  std::ranges::sort(sorted);
  return {Quantile(sorted, .025), Quantile(sorted, .975)};
}

}  // namespace wirecopy
