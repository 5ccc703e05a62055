// Runs the program background_packer.
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "wirecopy/background/background_file.h"
#include "wirecopy/model/packed_frequencies.h"

namespace wirecopy {
namespace {

std::string PackedBy(const std::string& input) {
  // Tests run side by side, each in a process of its own.
  const std::string path =
      testing::TempDir() + "background_packer_test." + std::to_string(getpid());
  std::FILE* file = std::fopen(path.c_str(), "wb");
  std::fwrite(input.data(), 1, input.size(), file);
  std::fclose(file);
  std::string command = "2>/dev/null <";
  command.append(path).append(" ").append(WIRECOPY_BACKGROUND_PACKER);
  std::FILE* pipe = popen(command.c_str(), "r");
  std::string output;
  char block[4096];
  for (size_t got; (got = std::fread(block, 1, sizeof(block), pipe)) > 0;)
    output.append(block, got);
  const int status = pclose(pipe);
  std::remove(path.c_str());
  return status == 0 ? output : "failed";
}

TEST(BackgroundPackerTest, PacksWhatLearnWrote) {
  const std::vector<Background::Entry> entries = {{uint64_t{1} << 40, 4}, {uint64_t{9} << 50, 77}};
  const SavedBackground saved = KeepFrequent(Background(1234, entries, {}), 4);
  EXPECT_EQ(PackedBy(SerializeBackground(saved)), PackFrequencies({1234, 4}, entries));
}

TEST(BackgroundPackerTest, RefusesWhatIsNoBackground) {
  EXPECT_EQ(PackedBy("no background"), "failed");
}

}  // namespace
}  // namespace wirecopy
