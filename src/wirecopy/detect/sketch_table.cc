#include "wirecopy/detect/sketch_table.h"

#include <cstring>
#include <string>
#include <string_view>
#include <utility>

#include "wirecopy/base/status_macros.h"
#include "wirecopy/detect/held_memory.h"

namespace wirecopy {
namespace {

struct StoredHead {
  double sample_rate;
  uint32_t samples;
  uint32_t bins;
};

std::string Encoded(const Sketch& sketch) {
  const StoredHead head = {sketch.sample_rate, static_cast<uint32_t>(sketch.sample.size()),
                           static_cast<uint32_t>(sketch.bins.size())};
  std::string bytes(reinterpret_cast<const char*>(&head), sizeof(head));
  bytes.append(reinterpret_cast<const char*>(sketch.sample.data()), 8 * sketch.sample.size());
  bytes.append(reinterpret_cast<const char*>(sketch.bins.data()), sketch.bins.size());
  return bytes;
}

void Decode(std::string_view bytes, Sketch& sketch) {
  StoredHead head;
  std::memcpy(&head, bytes.data(), sizeof(head));
  sketch.sample_rate = head.sample_rate;
  sketch.sample.resize(head.samples);
  sketch.bins.resize(head.bins);
  const char* at = bytes.data() + sizeof(head);
  if (head.samples > 0) std::memcpy(sketch.sample.data(), at, sizeof(uint64_t) * head.samples);
  at += sizeof(uint64_t) * head.samples;
  if (head.bins > 0) std::memcpy(sketch.bins.data(), at, head.bins);
}

}  // namespace

absl::Status SketchTable::Append(std::vector<Sketch> sketches) {
  WIRECOPY_RETURN_IF_ERROR(columns_.Append(sketches));
  for (Sketch& sketch : sketches) {
    if (in_store_) {
      WIRECOPY_ASSIGN_OR_RETURN(const BlobRef blob, columns_.store()->Put(Encoded(sketch)));
      stored_.push_back(blob);
      continue;
    }
    sketch.band_keys = {};
    sketch.band_numbers = {};
    held_.push_back(std::move(sketch));
    held_bytes_ += HeldBytes(std::span(&held_.back(), 1));
  }
  return absl::OkStatus();
}

void SketchTable::KeepColumnsOnly() {
  held_ = {};
  stored_ = {};
  held_bytes_ = 0;
}

const Sketch& SketchTable::Of(uint32_t text, Sketch& scratch) const {
  if (!in_store_) return held_[text];
  std::string bytes;
  const absl::Status status = columns_.store()->Get(stored_[text], &bytes);
  if (status.ok()) {
    Decode(bytes, scratch);
  } else {
    scratch = {};
    failure_->Note(text, status);
  }
  return scratch;
}

uint64_t SketchTable::held_bytes() const {
  return columns_.held_bytes() + held_bytes_ + stored_.size() * sizeof(BlobRef);
}

}  // namespace wirecopy
