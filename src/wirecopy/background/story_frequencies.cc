#include "wirecopy/background/story_frequencies.h"

#include <algorithm>
#include <bit>

namespace wirecopy {
namespace {

constexpr size_t kMaxBitmapBits = size_t{1} << 29;
constexpr size_t kBitsPerGroup = 16384;

// Which hashes were met, and which were met again: a filter that lets everything through that
// occurs twice, and a few others (they are counted exactly afterwards).
class SeenTwice {
 public:
  explicit SeenTwice(size_t groups)
      : bits_(std::bit_ceil(std::clamp<size_t>(groups * kBitsPerGroup, 4096, kMaxBitmapBits))),
        once_(bits_ / 64, 0),
        twice_(bits_ / 64, 0) {}

  void Add(uint64_t hash) {
    const size_t bit = hash & (bits_ - 1);
    const uint64_t mask = uint64_t{1} << (bit % 64);
    twice_[bit / 64] |= once_[bit / 64] & mask;
    once_[bit / 64] |= mask;
  }
  bool MayRepeat(uint64_t hash) const {
    const size_t bit = hash & (bits_ - 1);
    return (twice_[bit / 64] >> (bit % 64)) & 1;
  }

 private:
  size_t bits_;
  std::vector<uint64_t> once_;
  std::vector<uint64_t> twice_;
};

}  // namespace

std::vector<Background::Entry> CountStories(size_t group_count,
                                            const GroupShingles& shingles_of_group) {
  SeenTwice seen(group_count);
  for (size_t group = 0; group < group_count; ++group) {
    for (uint64_t hash : shingles_of_group(group)) seen.Add(hash);
  }
  std::vector<uint64_t> repeated;
  for (size_t group = 0; group < group_count; ++group) {
    for (uint64_t hash : shingles_of_group(group)) {
      if (seen.MayRepeat(hash)) repeated.push_back(hash);
    }
  }
  std::sort(repeated.begin(), repeated.end());
  std::vector<Background::Entry> entries;
  for (size_t i = 0; i < repeated.size();) {
    size_t end = i;
    while (end < repeated.size() && repeated[end] == repeated[i]) ++end;
    if (end - i >= 2) entries.push_back({repeated[i], static_cast<uint32_t>(end - i)});
    i = end;
  }
  return entries;
}

}  // namespace wirecopy
