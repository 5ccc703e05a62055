// background_packer < BACKGROUND > PACKED: turns what `wirecopy learn` wrote into the packed form
// that the library carries (default_background.h); data/make_background.py calls it.
#include <cstdio>
#include <string>

#include "wirecopy/background/background_file.h"
#include "wirecopy/model/packed_frequencies.h"

int main() {
  std::string bytes;
  char block[1 << 16];
  for (size_t got; (got = std::fread(block, 1, sizeof(block), stdin)) > 0;)
    bytes.append(block, got);
  const absl::StatusOr<wirecopy::SavedBackground> saved = wirecopy::ParseBackground(bytes);
  if (!saved.ok()) {
    std::fprintf(stderr, "background_packer: %s\n", saved.status().ToString().c_str());
    return 1;
  }
  const std::string packed = wirecopy::PackFrequencies(
      {saved->learnt.story_count(), saved->least_stories}, saved->learnt.Entries());
  std::fwrite(packed.data(), 1, packed.size(), stdout);
  return std::ferror(stdin) || std::fflush(stdout) != 0;
}
