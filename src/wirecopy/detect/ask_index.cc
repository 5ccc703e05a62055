#include "wirecopy/detect/ask_index.h"

#include <algorithm>

namespace wirecopy {
namespace {

constexpr size_t kMaxTextsAKey =
    64;  // looked at for one key; a story of more copies is found through the others too

}  // namespace

uint64_t AskIndex::HeldBytesFor(std::span<const Sketch> sketches) {
  uint64_t keys = 0;
  for (const Sketch& sketch : sketches) keys += sketch.band_keys.size() + sketch.sample.size();
  return keys * sizeof(std::pair<uint64_t, uint32_t>);
}

AskIndex::AskIndex(std::span<const Sketch> sketches) {
  keys_.reserve(HeldBytesFor(sketches) / sizeof(keys_[0]));
  for (uint32_t text = 0; text < sketches.size(); ++text) {
    for (uint64_t key : sketches[text].band_keys) keys_.emplace_back(key, text);
    for (uint64_t hash : sketches[text].sample) keys_.emplace_back(hash, text);
  }
  std::sort(keys_.begin(), keys_.end());
}

std::vector<uint32_t> AskIndex::Find(const Sketch& sketch, size_t limit) const {
  std::vector<uint32_t> hits;
  auto look_up = [&](uint64_t key) {
    auto at = std::lower_bound(keys_.begin(), keys_.end(), std::pair<uint64_t, uint32_t>{key, 0});
    for (size_t n = 0; at != keys_.end() && at->first == key && n < kMaxTextsAKey; ++at, ++n) {
      hits.push_back(at->second);
    }
  };
  for (uint64_t key : sketch.band_keys) look_up(key);
  for (uint64_t hash : sketch.sample) look_up(hash);
  std::sort(hits.begin(), hits.end());
  std::vector<std::pair<size_t, uint32_t>> counted;
  for (size_t i = 0; i < hits.size();) {
    size_t end = i;
    while (end < hits.size() && hits[end] == hits[i]) ++end;
    counted.emplace_back(end - i, hits[i]);
    i = end;
  }
  std::sort(counted.begin(), counted.end(), [](const auto& x, const auto& y) {
    return x.first != y.first ? x.first > y.first : x.second < y.second;
  });
  std::vector<uint32_t> texts;
  for (size_t i = 0; i < counted.size() && i < limit; ++i) texts.push_back(counted[i].second);
  return texts;
}

}  // namespace wirecopy
