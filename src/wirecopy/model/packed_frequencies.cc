#include "wirecopy/model/packed_frequencies.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <cstring>
#include <mutex>
#include <vector>

#include "absl/strings/str_format.h"
#include "wirecopy/model/shingle.h"

namespace wirecopy {
namespace {

static_assert(std::endian::native == std::endian::little, "the tables are used where they lie");

// The head, and behind it the offsets and the entries.
struct Head {
  char magic[8];
  uint32_t version;
  uint32_t shingle_version;
  uint64_t story_count;
  uint64_t checksum;  // of everything behind the head, seeded with the story count
  uint32_t least_stories;
  uint32_t entry_count;
};
static_assert(sizeof(Head) == 40);

constexpr char kMagic[8] = {'w', 'c', 'p', 'y', 'f', 'r', 'e', 'q'};
constexpr uint32_t kVersion = 1;
constexpr uint32_t kExactCodes = 200;

// Frequencies by their code: exact up to 200, then an eighth of a doubling more each, so that code
// 255 stands for about 23,500.
constexpr std::array<uint32_t, 256> MakeFrequencies() {
  std::array<uint32_t, 256> frequencies{};
  double next = kExactCodes;
  for (uint32_t code = 0; code < frequencies.size(); ++code) {
    if (code > kExactCodes) next *= 1.0905077326652577;
    frequencies[code] = code <= kExactCodes ? code : static_cast<uint32_t>(next);
  }
  return frequencies;
}
constexpr std::array<uint32_t, 256> kFrequencyOfCode = MakeFrequencies();

uint32_t CodeOf(uint32_t frequency) {
  return static_cast<uint32_t>(std::ranges::upper_bound(kFrequencyOfCode, frequency) -
                               kFrequencyOfCode.begin() - 1);
}

uint32_t BucketOf(uint64_t shingle) { return static_cast<uint32_t>(shingle >> 48); }
uint32_t RemainderOf(uint64_t shingle) { return static_cast<uint32_t>(shingle >> 24) & 0xffffffu; }

constexpr uint32_t kFilterBits = 1 << 22;  // of a remainder: all but its two highest bits
uint32_t FilterBit(uint32_t remainder) { return remainder & (kFilterBits - 1); }

template <typename T>
void AppendBytes(const std::vector<T>& values, std::string* out) {
  out->append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
}

uint64_t ChecksumOf(std::string_view tables, const Head& head) {
  return HashBytes(tables, MixHash(head.story_count) ^ head.least_stories);
}

// The code of a remainder among `count` entries; 0: it is not among them.
uint32_t CodeAmong(const uint32_t* entries, uint32_t count, uint32_t remainder) {
  uint32_t code = 0;
  for (uint32_t i = 0; i < count; ++i) code |= entries[i] >> 8 == remainder ? entries[i] & 255 : 0;
  return code;
}

// The same by looking at kAtOnce entries whatever their count: no branch that could be
// mispredicted.
constexpr uint32_t kAtOnce = 8;
uint32_t CodeAmongFirst(const uint32_t* entries, uint32_t count, uint32_t remainder) {
  uint32_t code = 0;
  for (uint32_t i = 0; i < kAtOnce; ++i)
    code |= (entries[i] >> 8 == remainder) & (i < count) ? entries[i] & 255 : 0;
  return code;
}

}  // namespace

// A bit for each value of the lowest bits of a remainder: most look-ups end there, in memory small
// enough for a cache. Made once it pays: a few articles look up less than making it costs.
struct PackedFrequencies::Filter {
  std::atomic<uint64_t> looked_up = 0;  // shingles, before it was made
  std::once_flag is_made;
  std::vector<uint64_t> bits;

  void Make(std::span<const uint32_t> entries) {
    bits.assign(kFilterBits / 64, 0);
    for (const uint32_t entry : entries) {
      const uint32_t bit = FilterBit(entry >> 8);
      bits[bit / 64] |= uint64_t{1} << (bit % 64);
    }
  }
  bool MayHold(uint64_t shingle) const {
    const uint32_t bit = FilterBit(RemainderOf(shingle));
    return (bits[bit / 64] >> (bit % 64)) & 1;
  }
};

PackedFrequencies::PackedFrequencies() : filter_(std::make_unique<Filter>()) {}
PackedFrequencies::PackedFrequencies(PackedFrequencies&&) noexcept = default;
PackedFrequencies& PackedFrequencies::operator=(PackedFrequencies&&) noexcept = default;
PackedFrequencies::~PackedFrequencies() = default;

std::string PackFrequencies(const PackedSummary& summary,
                            std::span<const Background::Entry> entries) {
  std::vector<uint64_t> packed;  // bucket, remainder, code: 48 bits
  packed.reserve(entries.size());
  for (const Background::Entry& entry : entries)
    packed.push_back(entry.shingle >> 24 << 8 | CodeOf(entry.stories));
  std::ranges::sort(packed);
  // Of shingles that 40 bits do not tell apart the more frequent one.
  const auto same = [](uint64_t x, uint64_t y) { return x >> 8 == y >> 8; };
  packed.erase(packed.begin(), std::unique(packed.rbegin(), packed.rend(), same).base());
  std::vector<uint32_t> offsets(size_t{BucketOf(~uint64_t{0})} + 2, 0);
  std::vector<uint32_t> kept;
  kept.reserve(packed.size());
  for (const uint64_t one : packed) {
    ++offsets[(one >> 32) + 1];
    kept.push_back(static_cast<uint32_t>(one));
  }
  for (size_t bucket = 1; bucket < offsets.size(); ++bucket) offsets[bucket] += offsets[bucket - 1];
  std::string tables;
  AppendBytes(offsets, &tables);
  AppendBytes(kept, &tables);
  Head head = {.magic = {},
               .version = kVersion,
               .shingle_version = kShingleVersion,
               .story_count = summary.story_count,
               .checksum = 0,
               .least_stories = summary.least_stories,
               .entry_count = static_cast<uint32_t>(kept.size())};
  std::ranges::copy(kMagic, head.magic);
  head.checksum = ChecksumOf(tables, head);
  return std::string(reinterpret_cast<const char*>(&head), sizeof(head)) + tables;
}

absl::StatusOr<PackedFrequencies> PackedFrequencies::Create(std::string_view bytes) {
  Head head;
  if (bytes.size() < sizeof(head)) return absl::DataLossError("no packed frequencies: too short");
  std::memcpy(&head, bytes.data(), sizeof(head));
  if (!std::ranges::equal(head.magic, kMagic)) return absl::DataLossError("no packed frequencies");
  if (head.version != kVersion || head.shingle_version != kShingleVersion) {
    return absl::UnimplementedError(absl::StrFormat(
        "packed frequencies of format %d and shingles %d; this version reads format %d and "
        "shingles %d",
        head.version, head.shingle_version, kVersion, kShingleVersion));
  }
  const uint64_t size_bytes =
      sizeof(head) + sizeof(uint32_t) * (uint64_t{kBuckets} + 1 + head.entry_count);
  if (bytes.size() != size_bytes) {
    return absl::DataLossError(
        absl::StrFormat("packed frequencies of %d bytes; it must be %d", bytes.size(), size_bytes));
  }
  PackedFrequencies packed;
  packed.bytes_ = bytes;
  packed.offsets_ = reinterpret_cast<const uint32_t*>(bytes.data() + sizeof(head));
  packed.entries_ = packed.offsets_ + kBuckets + 1;
  packed.story_count_ = head.story_count;
  packed.fingerprint_ = head.checksum;
  packed.least_stories_ = head.least_stories;
  if (packed.entry_count() != head.entry_count)
    return absl::DataLossError("packed frequencies: entries and offsets differ");
  return packed;
}

// For looking up `shingles` more; nullptr while it does not pay.
const PackedFrequencies::Filter* PackedFrequencies::FilterFor(size_t shingles) const {
  if (filter_->looked_up.load(std::memory_order_relaxed) < entry_count() / 2) {
    filter_->looked_up.fetch_add(shingles, std::memory_order_relaxed);
    return nullptr;
  }
  std::call_once(filter_->is_made, [this] { filter_->Make({entries_, entry_count()}); });
  return filter_.get();
}

bool PackedFrequencies::IsWhole() const {
  Head head;
  std::memcpy(&head, bytes_.data(), sizeof(head));
  return ChecksumOf(bytes_.substr(sizeof(head)), head) == head.checksum && offsets_[0] == 0 &&
         std::is_sorted(offsets_, offsets_ + kBuckets + 1);
}

uint32_t PackedFrequencies::StoryFrequency(uint64_t shingle) const {
  const uint32_t* offset = offsets_ + BucketOf(shingle);
  const uint32_t count = offset[1] - offset[0];
  const uint32_t remainder = RemainderOf(shingle);
  const uint32_t* entries = entries_ + offset[0];
  if (count <= kAtOnce && offset[0] + kAtOnce <= entry_count())
    return kFrequencyOfCode[CodeAmongFirst(entries, count, remainder)];
  return kFrequencyOfCode[CodeAmong(entries, count, remainder)];
}

void PackedFrequencies::AddStoryFrequencies(std::span<const uint64_t> shingles,
                                            std::span<uint32_t> frequencies) const {
  const Filter* filter = FilterFor(shingles.size());
  constexpr size_t kTogether = 64;
  std::array<uint32_t, kTogether> held;  // those that the filter lets through
  for (size_t begin = 0; begin < shingles.size(); begin += kTogether) {
    const size_t end = std::min(shingles.size(), begin + kTogether);
    size_t count = 0;
    for (size_t i = begin; i < end; ++i) {
      // Written always and counted sometimes: which are held cannot be predicted.
      held[count] = static_cast<uint32_t>(i);
      count += filter == nullptr || filter->MayHold(shingles[i]);
    }
    const std::span<const uint32_t> looked_up = std::span(held).first(count);
    for (uint32_t i : looked_up) __builtin_prefetch(offsets_ + BucketOf(shingles[i]));
    for (uint32_t i : looked_up) {
      const uint32_t* bucket = entries_ + offsets_[BucketOf(shingles[i])];
      __builtin_prefetch(bucket);
      __builtin_prefetch(bucket + kAtOnce - 1);
    }
    for (uint32_t i : looked_up) frequencies[i] += StoryFrequency(shingles[i]);
  }
}

}  // namespace wirecopy
