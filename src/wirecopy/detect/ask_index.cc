#include "wirecopy/detect/ask_index.h"

#include <algorithm>

#include "wirecopy/base/status_macros.h"

namespace wirecopy {
namespace {

constexpr size_t kMaxTextsAKey =
    64;  // looked at for one key; a story of more copies is found through the others too

}  // namespace

uint64_t AskIndex::HeldBytesFor(const KeyColumns& columns) {
  return (columns.sample_count() + uint64_t{columns.article_count()} * columns.band_count()) *
         sizeof(std::pair<uint64_t, uint32_t>);
}

absl::StatusOr<AskIndex> AskIndex::Create(const KeyColumns& columns) {
  AskIndex index;
  KeyColumn column;
  const auto add = [&] {
    for (const KeyedArticle& entry : column.entries)
      index.keys_.emplace_back(entry.key, entry.article);
  };
  for (uint32_t band = 0; band < columns.band_count(); ++band) {
    WIRECOPY_RETURN_IF_ERROR(columns.LoadBand(band, column));
    add();
  }
  for (uint32_t part = 0; part < columns.part_count(); ++part) {
    WIRECOPY_RETURN_IF_ERROR(columns.LoadPart(part, column));
    add();
  }
  std::sort(index.keys_.begin(), index.keys_.end());
  return index;
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
