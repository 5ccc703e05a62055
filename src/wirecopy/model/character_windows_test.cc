#include "wirecopy/model/character_windows.h"

#include <random>
#include <vector>

#include "gtest/gtest.h"
#include "hwy/targets.h"

namespace wirecopy {
namespace {

std::vector<uint64_t> OneByOne(std::span<const Token> tokens, size_t count) {
  std::vector<uint64_t> hashes;
  for (size_t i = 0; i < count; ++i)
    hashes.push_back(HashWindow(tokens.subspan(i, kWindowCharacters)));
  return hashes;
}

TEST(HashCharacterWindowsTest, EveryInstructionSetGivesTheHashesOfTheWindows) {
  std::mt19937 random(17);
  for (const int64_t target : hwy::SupportedAndGeneratedTargets()) {
    hwy::SetSupportedTargetsForTest(target);
    hwy::GetChosenTarget().Update(hwy::SupportedTargets());
    for (size_t count = 0; count < 70; ++count) {
      for (const uint32_t mask : {~0u, 0xffffu, 0u}) {
        std::vector<Token> tokens(count + kWindowCharacters - 1);
        for (Token& token : tokens) token = static_cast<Token>(random()) & mask;
        std::vector<uint64_t> hashes(count);
        HashCharacterWindows(tokens, hashes);
        EXPECT_EQ(hashes, OneByOne(tokens, count)) << hwy::TargetName(target) << " " << count;
      }
    }
  }
  hwy::SetSupportedTargetsForTest(0);
  hwy::GetChosenTarget().Update(hwy::SupportedTargets());
}

}  // namespace
}  // namespace wirecopy
