#include "wirecopy/background/default_background.h"

#include <cassert>

#include "wirecopy/model/packed_frequencies.h"

// The file itself, in the read-only data: an array in a source would take a compiler half a minute.
asm(R"(
  .pushsection .rodata
  .balign 64
  .hidden wirecopy_default_background
  .globl wirecopy_default_background
wirecopy_default_background:
  .incbin ")" WIRECOPY_DEFAULT_BACKGROUND R"("
  .hidden wirecopy_default_background_end
  .globl wirecopy_default_background_end
wirecopy_default_background_end:
  .byte 0
  .popsection
)");

extern "C" {
extern const char wirecopy_default_background[] __attribute__((visibility("hidden")));
extern const char wirecopy_default_background_end[] __attribute__((visibility("hidden")));
}

namespace wirecopy {

std::string_view DefaultBackgroundBytes() {
  return {wirecopy_default_background,
          static_cast<size_t>(wirecopy_default_background_end - wirecopy_default_background)};
}

const Background& DefaultBackground() {
  static const absl::StatusOr<PackedFrequencies> packed =
      PackedFrequencies::Create(DefaultBackgroundBytes());
  assert(packed.ok());  // a test says so of the file
  static const Background background = packed.ok() ? Background(&*packed) : Background();
  return background;
}

}  // namespace wirecopy
