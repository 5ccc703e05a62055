// Any bytes as a saved background and as a packed one: refused, or read and written back as they
// were. The checksum of half the inputs is made to fit, so that what lies behind it is reached.
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "fuzz_check.h"
#include "wirecopy/background/background_file.h"
#include "wirecopy/model/packed_frequencies.h"

namespace {

void CheckSaved(std::string bytes, bool with_checksum) {
  if (with_checksum && bytes.size() >= 8) {
    const uint64_t checksum = wirecopy::HashBytes(bytes.data(), bytes.size() - 8);
    std::memcpy(bytes.data() + bytes.size() - 8, &checksum, sizeof(checksum));
  }
  const auto saved = wirecopy::ParseBackground(bytes);
  if (!saved.ok()) return;
  FUZZ_CHECK(wirecopy::SerializeBackground(*saved).size() == bytes.size());
  const std::vector<wirecopy::SavedBackground> twice = {*saved, *saved};
  const auto merged = wirecopy::MergeBackgrounds(twice, saved->least_stories);
  FUZZ_CHECK(merged.learnt.entry_count() == saved->learnt.entry_count());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  CheckSaved(bytes, false);
  CheckSaved(bytes, true);
  const auto packed = wirecopy::PackedFrequencies::Create(bytes);
  if (packed.ok() && packed->IsWhole()) packed->StoryFrequency(~uint64_t{0});
  return 0;
}
