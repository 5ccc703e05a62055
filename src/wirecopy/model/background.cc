#include "wirecopy/model/background.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

#include "wirecopy/model/packed_frequencies.h"

namespace wirecopy {
namespace {

// 0 marks a free slot, so a key of 0 is moved aside.
uint64_t SlotKey(uint64_t key) { return key == 0 ? 1 : key; }

size_t TableSize(size_t entries) { return std::bit_ceil(std::max<size_t>(16, entries * 2)); }

constexpr size_t kFilterBitsAnEntry = 16;
constexpr size_t kKnownBits = 1024;  // frequencies whose information is computed once

using Keys = HugePageVector<uint64_t>;

Keys EmptyFilter(size_t entries) {
  return Keys(std::bit_ceil(std::max<size_t>(64, entries * kFilterBitsAnEntry)) / 64, 0);
}

// Keys are hashes; what spreads them over the tables need only be cheap.
uint64_t SpreadOf(uint64_t key) { return key * 0x9fb21c651e98df25ULL; }

// The slot is taken from the high bits of the spread key, the filter's bit from those in the
// middle.
size_t SlotOf(const Keys& table, uint64_t spread) {
  return spread >> (64 - std::countr_zero(table.size()));
}
size_t FilterBit(const Keys& filter, uint64_t spread) {
  return (spread >> 16) & (filter.size() * 64 - 1);
}
void Mark(Keys& filter, uint64_t spread) {
  const size_t bit = FilterBit(filter, spread);
  filter[bit / 64] |= uint64_t{1} << (bit % 64);
}
bool MayHold(const Keys& filter, uint64_t spread) {
  const size_t bit = FilterBit(filter, spread);
  return (filter[bit / 64] >> (bit % 64)) & 1;
}

double BitsOf(uint64_t story_count, uint32_t story_frequency) {
  const double frequency = std::max<uint32_t>(1, story_frequency);
  const double stories = static_cast<double>(std::max(story_count, Background::kLeastStories));
  const double bits = std::log2(stories / frequency);
  return bits <= 0 ? 0 : bits * std::min(1.0, 3.0 / frequency);
}

size_t FindSlot(const Keys& table, uint64_t key, uint64_t spread) {
  size_t slot = SlotOf(table, spread);
  while (table[slot] != 0 && table[slot] != key) slot = (slot + 1) & (table.size() - 1);
  return slot;
}

}  // namespace

Background::Background(uint64_t story_count, std::span<const Entry> entries,
                       std::span<const uint64_t> outlet_shingles, const Background* prior)
    : prior_(prior),
      story_count_(story_count),
      outlet_shingles_(outlet_shingles.begin(), outlet_shingles.end()) {
  std::vector<Entry> sorted(entries.begin(), entries.end());
  std::sort(sorted.begin(), sorted.end(),
            [](const Entry& a, const Entry& b) { return a.shingle < b.shingle; });
  FillTables(sorted);
  FillOutletTable();
  FillBits();
  uint64_t fingerprint = story_count_;
  for (const Entry& entry : sorted)
    fingerprint = MixHash(fingerprint ^ entry.shingle) + entry.stories;
  fingerprint_ = MixHash(fingerprint ^ HashOf(std::span<const uint64_t>(outlet_shingles_)));
  if (prior_ == nullptr) return;
  const auto stories = static_cast<double>(std::max(prior_->story_count(), kPriorStories));
  prior_weight_ =
      kPriorStories / stories * kPriorFades / static_cast<double>(kPriorFades + story_count_);
  const bool knows_nothing = story_count_ == 0 && sorted.empty() && outlet_shingles_.empty();
  if (knows_nothing) {
    fingerprint_ = prior_->fingerprint();
  } else if (prior_->fingerprint() != 0) {
    fingerprint_ = MixHash(fingerprint_ + MixHash(prior_->fingerprint()));
  }
}

Background::Background(const PackedFrequencies* packed)
    : packed_(packed), story_count_(packed->story_count()), fingerprint_(packed->fingerprint()) {
  FillBits();
}

void Background::FillTables(std::span<const Entry> sorted) {
  table_.assign(TableSize(sorted.size()), 0);
  table_stories_.assign(table_.size(), 0);
  filter_ = EmptyFilter(sorted.size());
  shingles_.reserve(sorted.size());
  for (const Entry& entry : sorted) {
    const uint64_t key = SlotKey(entry.shingle);
    const uint64_t spread = SpreadOf(key);
    const size_t slot = FindSlot(table_, key, spread);
    Mark(filter_, spread);
    table_[slot] = key;
    table_stories_[slot] = entry.stories;
    shingles_.push_back(entry.shingle);
  }
}

void Background::FillOutletTable() {
  std::sort(outlet_shingles_.begin(), outlet_shingles_.end());
  outlet_table_.assign(TableSize(outlet_shingles_.size()), 0);
  outlet_filter_ = EmptyFilter(outlet_shingles_.size());
  for (uint64_t shingle : outlet_shingles_) {
    const uint64_t key = SlotKey(shingle);
    const uint64_t spread = SpreadOf(key);
    Mark(outlet_filter_, spread);
    outlet_table_[FindSlot(outlet_table_, key, spread)] = key;
  }
}

void Background::FillBits() {
  bits_.resize(kKnownBits);
  for (uint32_t frequency = 0; frequency < kKnownBits; ++frequency)
    bits_[frequency] = BitsOf(story_count_, frequency);
}

size_t Background::entry_count() const {
  return shingles_.size() + (packed_ != nullptr ? packed_->entry_count() : 0);
}

std::vector<Background::Entry> Background::Entries() const {
  std::vector<Entry> entries;
  entries.reserve(shingles_.size());
  for (uint64_t shingle : shingles_) entries.push_back({shingle, OwnFrequency(shingle)});
  return entries;
}

// 0: not held.
uint32_t Background::OwnFrequency(uint64_t shingle) const {
  if (packed_ != nullptr) return packed_->StoryFrequency(shingle);
  if (table_.empty()) return 0;
  const uint64_t key = SlotKey(shingle);
  const uint64_t spread = SpreadOf(key);
  if (!MayHold(filter_, spread)) return 0;
  const size_t slot = FindSlot(table_, key, spread);
  return table_[slot] == 0 ? 0 : table_stories_[slot];
}

uint32_t Background::KnownFrequency(uint64_t shingle) const {
  const uint32_t own = OwnFrequency(shingle);
  return prior_ == nullptr ? own : std::max(own, Faded(prior_->KnownFrequency(shingle)));
}

uint32_t Background::StoryFrequency(uint64_t shingle) const {
  return std::max<uint32_t>(1, KnownFrequency(shingle));
}

void Background::AddOwnFrequencies(std::span<const uint64_t> shingles,
                                   std::span<uint32_t> frequencies) const {
  constexpr size_t kTogether = 64;  // fetched at once, first from the filter, then from the table
  std::array<uint32_t, kTogether> held;
  for (size_t begin = 0; begin < shingles.size(); begin += kTogether) {
    const size_t end = std::min(shingles.size(), begin + kTogether);
    for (size_t i = begin; i < end; ++i) {
      const uint64_t spread = SpreadOf(SlotKey(shingles[i]));
      __builtin_prefetch(&filter_[FilterBit(filter_, spread) / 64]);
    }
    size_t count = 0;
    for (size_t i = begin; i < end; ++i) {
      const uint64_t spread = SpreadOf(SlotKey(shingles[i]));
      const size_t slot = SlotOf(table_, spread);
      // Written always and counted sometimes: which of them the filter knows cannot be predicted.
      held[count] = static_cast<uint32_t>(i);
      const bool may = MayHold(filter_, spread);
      count += may;
      __builtin_prefetch(may ? &table_[slot] : table_.data());
      __builtin_prefetch(may ? &table_stories_[slot] : table_stories_.data());
    }
    for (uint32_t i : std::span(held).first(count)) {
      const uint64_t key = SlotKey(shingles[i]);
      const size_t slot = FindSlot(table_, key, SpreadOf(key));
      if (table_[slot] != 0) frequencies[i] += table_stories_[slot];
    }
  }
}

std::vector<uint32_t> Background::KnownFrequencies(std::span<const uint64_t> shingles) const {
  std::vector<uint32_t> frequencies(shingles.size(), 0);
  if (packed_ != nullptr) packed_->AddStoryFrequencies(shingles, frequencies);
  if (!shingles_.empty()) AddOwnFrequencies(shingles, frequencies);
  if (prior_ == nullptr) return frequencies;
  const std::vector<uint32_t> before = prior_->KnownFrequencies(shingles);
  for (size_t i = 0; i < before.size(); ++i)
    frequencies[i] = std::max(frequencies[i], Faded(before[i]));
  return frequencies;
}

std::vector<uint32_t> Background::StoryFrequencies(std::span<const uint64_t> shingles) const {
  std::vector<uint32_t> frequencies = KnownFrequencies(shingles);
  for (uint32_t& frequency : frequencies) frequency = std::max<uint32_t>(1, frequency);
  return frequencies;
}

double Background::Bits(uint32_t story_frequency) const {
  return story_frequency < bits_.size() ? bits_[story_frequency]
                                        : BitsOf(story_count_, story_frequency);
}

bool Background::IsOutletFurniture(uint64_t outlet, uint64_t shingle) const {
  return AreOutletFurniture(outlet, {&shingle, 1}).front() != 0;
}

std::vector<uint8_t> Background::AreOutletFurniture(uint64_t outlet,
                                                    std::span<const uint64_t> shingles) const {
  std::vector<uint8_t> are(shingles.size(), 0);
  if (prior_ != nullptr && prior_->KnowsFurniture())
    are = prior_->AreOutletFurniture(outlet, shingles);
  if (outlet_shingles_.empty()) return are;
  std::vector<uint64_t> keys(shingles.size());
  for (size_t i = 0; i < shingles.size(); ++i) {
    keys[i] = SlotKey(OutletKey(outlet, shingles[i]));
    __builtin_prefetch(&outlet_filter_[FilterBit(outlet_filter_, SpreadOf(keys[i])) / 64]);
  }
  for (size_t i = 0; i < shingles.size(); ++i) {
    const uint64_t spread = SpreadOf(keys[i]);
    if (!MayHold(outlet_filter_, spread)) continue;
    are[i] |= outlet_table_[FindSlot(outlet_table_, keys[i], spread)] != 0;
  }
  return are;
}

}  // namespace wirecopy
