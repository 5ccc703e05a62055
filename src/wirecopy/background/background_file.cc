#include "wirecopy/background/background_file.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <vector>

#include "absl/strings/str_format.h"
#include "wirecopy/model/shingle.h"

namespace wirecopy {
namespace {

static_assert(std::endian::native == std::endian::little, "numbers are written as they lie");

// The head; behind it the shingles, their story counts (uint32), the outlets' shingles, a checksum.
struct Head {
  char magic[8];
  uint32_t version;
  uint32_t shingle_version;
  uint64_t story_count;
  uint64_t max_shortfall;
  uint64_t entry_count;
  uint64_t outlet_shingle_count;
  uint64_t fingerprint;
  uint32_t least_stories;
  uint32_t reserved;  // 0
};
static_assert(sizeof(Head) == 64);

constexpr char kMagic[8] = {'w', 'c', 'p', 'y', 'b', 'a', 'c', 'k'};
constexpr uint32_t kVersion = 1;
constexpr uint64_t kEntryBytes = sizeof(uint64_t) + sizeof(uint32_t);

template <typename T>
void AppendNumbers(std::span<const T> values, std::string* out) {
  out->append(reinterpret_cast<const char*>(values.data()), values.size_bytes());
}

// The next `count` numbers of `bytes`, which has them.
template <typename T>
std::vector<T> TakeNumbers(uint64_t count, std::string_view& bytes) {
  std::vector<T> values(count);
  if (count > 0) std::memcpy(values.data(), bytes.data(), count * sizeof(T));
  bytes.remove_prefix(count * sizeof(T));
  return values;
}

bool RisesStrictly(std::span<const uint64_t> values) {
  return std::ranges::adjacent_find(values, std::greater_equal()) == values.end();
}

absl::Status CheckHead(const Head& head, size_t size_bytes) {
  if (!std::ranges::equal(head.magic, kMagic)) return absl::DataLossError("this is no background");
  if (head.version != kVersion) {
    return absl::UnimplementedError(absl::StrFormat(
        "a background of format %d; this version reads format %d", head.version, kVersion));
  }
  if (head.shingle_version != kShingleVersion) {
    return absl::UnimplementedError(absl::StrFormat(
        "a background learnt with shingles of version %d; this version cuts version %d: learn it "
        "anew",
        head.shingle_version, kShingleVersion));
  }
  // Each count alone is small enough for the product, so nothing overflows.
  const uint64_t body = size_bytes - sizeof(Head) - sizeof(uint64_t);
  if (head.entry_count > body / kEntryBytes ||
      head.outlet_shingle_count > body / sizeof(uint64_t) ||
      head.entry_count * kEntryBytes + head.outlet_shingle_count * sizeof(uint64_t) != body) {
    return absl::DataLossError(
        absl::StrFormat("the background is cut off or damaged: %d bytes do not hold %d shingles "
                        "and %d of outlets",
                        size_bytes, head.entry_count, head.outlet_shingle_count));
  }
  return absl::OkStatus();
}

}  // namespace

std::string SerializeBackground(const SavedBackground& saved) {
  const SavedBackground kept = KeepFrequent(saved.learnt, saved.least_stories);
  const std::vector<Background::Entry> entries = kept.learnt.Entries();
  const std::vector<uint64_t>& outlet_shingles = kept.learnt.outlet_shingles();
  Head head = {.magic = {},
               .version = kVersion,
               .shingle_version = kShingleVersion,
               .story_count = kept.learnt.story_count(),
               .max_shortfall = saved.max_shortfall,
               .entry_count = entries.size(),
               .outlet_shingle_count = outlet_shingles.size(),
               .fingerprint = kept.learnt.fingerprint(),
               .least_stories = saved.least_stories,
               .reserved = 0};
  std::ranges::copy(kMagic, head.magic);
  std::vector<uint64_t> shingles;
  std::vector<uint32_t> stories;
  for (const Background::Entry& entry : entries) {
    shingles.push_back(entry.shingle);
    stories.push_back(entry.stories);
  }
  std::string bytes(reinterpret_cast<const char*>(&head), sizeof(head));
  AppendNumbers(std::span<const uint64_t>(shingles), &bytes);
  AppendNumbers(std::span<const uint32_t>(stories), &bytes);
  AppendNumbers(std::span<const uint64_t>(outlet_shingles), &bytes);
  const uint64_t checksum = HashBytes(bytes);
  AppendNumbers(std::span(&checksum, 1), &bytes);
  return bytes;
}

absl::StatusOr<SavedBackground> ParseBackground(std::string_view bytes) {
  Head head;
  if (bytes.size() < sizeof(head) + sizeof(uint64_t))
    return absl::DataLossError("this is no background: too short");
  std::memcpy(&head, bytes.data(), sizeof(head));
  if (const absl::Status status = CheckHead(head, bytes.size()); !status.ok()) return status;
  std::string_view rest = bytes.substr(sizeof(head));
  const auto shingles = TakeNumbers<uint64_t>(head.entry_count, rest);
  const auto stories = TakeNumbers<uint32_t>(head.entry_count, rest);
  const auto outlet_shingles = TakeNumbers<uint64_t>(head.outlet_shingle_count, rest);
  const auto checksum = TakeNumbers<uint64_t>(1, rest);
  if (checksum[0] != HashBytes(bytes.substr(0, bytes.size() - sizeof(uint64_t))))
    return absl::DataLossError("the background is damaged: its checksum differs");
  if (!RisesStrictly(shingles) || !RisesStrictly(outlet_shingles) || head.least_stories == 0 ||
      std::ranges::any_of(stories, [&](uint32_t n) { return n < head.least_stories; })) {
    return absl::DataLossError("the background is damaged: its entries are not in order");
  }
  std::vector<Background::Entry> entries(shingles.size());
  for (size_t i = 0; i < entries.size(); ++i) entries[i] = {shingles[i], stories[i]};
  SavedBackground saved = {Background(head.story_count, entries, outlet_shingles),
                           head.least_stories, head.max_shortfall};
  if (saved.learnt.fingerprint() != head.fingerprint)
    return absl::DataLossError("the background is damaged: its fingerprint differs");
  return saved;
}

SavedBackground MergeBackgrounds(std::span<const SavedBackground> parts, uint32_t least_stories) {
  std::vector<Background::Entry> all;
  std::vector<uint64_t> outlet_shingles;
  uint64_t story_count = 0;
  uint64_t max_shortfall = 0;
  for (const SavedBackground& part : parts) {
    const std::vector<Background::Entry> entries = part.learnt.Entries();
    const std::vector<uint64_t>& of_outlets = part.learnt.outlet_shingles();
    all.insert(all.end(), entries.begin(), entries.end());
    outlet_shingles.insert(outlet_shingles.end(), of_outlets.begin(), of_outlets.end());
    story_count += part.learnt.story_count();
    max_shortfall += part.max_shortfall;
  }
  std::ranges::sort(all, {}, &Background::Entry::shingle);
  size_t kept = 0;
  bool dropped = false;
  for (size_t i = 0; i < all.size();) {
    Background::Entry sum = {all[i].shingle, 0};
    for (; i < all.size() && all[i].shingle == sum.shingle; ++i)
      sum.stories += std::min(all[i].stories, UINT32_MAX - sum.stories);
    if (sum.stories >= least_stories) all[kept++] = sum;
    dropped |= sum.stories < least_stories;
  }
  all.resize(kept);
  std::ranges::sort(outlet_shingles);
  outlet_shingles.erase(std::ranges::unique(outlet_shingles).begin(), outlet_shingles.end());
  if (dropped) max_shortfall += least_stories - 1;
  return {Background(story_count, all, outlet_shingles), least_stories, max_shortfall};
}

SavedBackground KeepFrequent(const Background& learnt, uint32_t least_stories) {
  std::vector<Background::Entry> entries = learnt.Entries();
  std::erase_if(entries,
                [&](const Background::Entry& entry) { return entry.stories < least_stories; });
  return {Background(learnt.story_count(), entries, learnt.outlet_shingles()), least_stories,
          least_stories - 1};
}

}  // namespace wirecopy
