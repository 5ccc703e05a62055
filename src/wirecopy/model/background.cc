#include "wirecopy/model/background.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace wirecopy {
namespace {

// 0 marks a free slot, so a key of 0 is moved aside.
uint64_t SlotKey(uint64_t key) { return key == 0 ? 1 : key; }

size_t TableSize(size_t entries) { return std::bit_ceil(std::max<size_t>(16, entries * 2)); }

size_t FindSlot(const std::vector<uint64_t>& table, uint64_t key) {
  const size_t mask = table.size() - 1;
  size_t slot = MixHash(key) & mask;
  while (table[slot] != 0 && table[slot] != key) slot = (slot + 1) & mask;
  return slot;
}

}  // namespace

Background::Background(uint64_t story_count, std::span<const Entry> entries,
                       std::span<const uint64_t> outlet_shingles)
    : story_count_(std::max<uint64_t>(story_count, 2)),
      outlet_shingles_(outlet_shingles.begin(), outlet_shingles.end()) {
  std::vector<Entry> sorted(entries.begin(), entries.end());
  std::sort(sorted.begin(), sorted.end(), [](const Entry& a, const Entry& b) { return a.shingle < b.shingle; });
  table_.assign(TableSize(sorted.size()), 0);
  table_stories_.assign(table_.size(), 0);
  shingles_.reserve(sorted.size());
  uint64_t fingerprint = story_count_;
  for (const Entry& entry : sorted) {
    const uint64_t key = SlotKey(entry.shingle);
    const size_t slot = FindSlot(table_, key);
    table_[slot] = key;
    table_stories_[slot] = entry.stories;
    shingles_.push_back(entry.shingle);
    fingerprint = MixHash(fingerprint ^ entry.shingle) + entry.stories;
  }
  std::sort(outlet_shingles_.begin(), outlet_shingles_.end());
  outlet_table_.assign(TableSize(outlet_shingles_.size()), 0);
  for (uint64_t shingle : outlet_shingles_) {
    const uint64_t key = SlotKey(shingle);
    outlet_table_[FindSlot(outlet_table_, key)] = key;
  }
  fingerprint_ = MixHash(fingerprint ^ HashOf(std::span<const uint64_t>(outlet_shingles_)));
}

uint32_t Background::StoryFrequency(uint64_t shingle) const {
  if (table_.empty()) return 1;
  const size_t slot = FindSlot(table_, SlotKey(shingle));
  return table_[slot] == 0 ? 1 : table_stories_[slot];
}

double Background::Bits(uint32_t story_frequency) const {
  const double frequency = std::max<uint32_t>(1, story_frequency);
  const double bits = std::log2(static_cast<double>(story_count_) / frequency);
  return bits <= 0 ? 0 : bits * std::min(1.0, 3.0 / frequency);
}

bool Background::IsOutletFurniture(uint64_t outlet, uint64_t shingle) const {
  if (outlet_table_.empty()) return false;
  return outlet_table_[FindSlot(outlet_table_, SlotKey(OutletKey(outlet, shingle)))] != 0;
}

}  // namespace wirecopy
