// Random numbers that are the same on every machine and in every run.
//
//   SeededRandom random(7);
//   if (random.Chance(.3)) pick = items[random.Below(items.size())];
//
// std::mt19937 is portable, the distributions of the standard library are not.
// Source: Steele, Lea, Flood 2014, SplitMix64.
#ifndef TESTS_SUPPORT_SEEDED_RANDOM_H_
#define TESTS_SUPPORT_SEEDED_RANDOM_H_

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace wirecopy {

class SeededRandom {
 public:
  explicit SeededRandom(uint64_t seed) : state_(seed) {}

  uint64_t Next() {
    uint64_t x = state_ += 0x9e3779b97f4a7c15ULL;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
  }

  // In [0, bound). REQUIRES: bound >= 1.
  size_t Below(size_t bound) {
    assert(bound >= 1);
    return static_cast<size_t>(Next() % bound);
  }

  // True with that probability.
  bool Chance(double probability) {
    return static_cast<double>(Next() >> 11) * 0x1p-53 < probability;
  }

  template <typename T>
  void Shuffle(std::vector<T>& items) {
    for (size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[Below(i)]);
  }

 private:
  uint64_t state_;
};

}  // namespace wirecopy

#endif  // TESTS_SUPPORT_SEEDED_RANDOM_H_
