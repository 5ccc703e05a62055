#include "wirecopy/background/default_background.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "wirecopy/model/packed_frequencies.h"
#include "wirecopy/model/shingle.h"

namespace wirecopy {
namespace {

TEST(DefaultBackgroundTest, IsWholeAndSmall) {
  const auto packed = PackedFrequencies::Create(DefaultBackgroundBytes());
  ASSERT_TRUE(packed.ok()) << packed.status();
  EXPECT_TRUE(packed->IsWhole());
  EXPECT_LT(DefaultBackgroundBytes().size(), 4'000'000u);
  EXPECT_GT(packed->entry_count(), 100'000u);
  EXPECT_GE(packed->least_stories(), 4u) << "no single story's text may be in it";
}

TEST(DefaultBackgroundTest, KnowsFormulasAndNothingElse) {
  const Background& background = DefaultBackground();
  EXPECT_EQ(&DefaultBackground(), &background);
  EXPECT_GT(background.story_count(), 20'000u);
  EXPECT_NE(background.fingerprint(), 0u);
  EXPECT_EQ(background.outlet_shingle_count(), 0u);
  EXPECT_EQ(background.held_bytes(), 8u * 1024) << "the counts stay where they lie";
  const auto shingle_of = [](std::u32string_view characters) {
    std::vector<Token> tokens;
    for (char32_t c : characters) tokens.push_back(CharacterToken(c));
    return ShinglesOf(tokens)[0].hash;
  };
  EXPECT_GT(background.StoryFrequency(shingle_of(U"中共中央总")), 100u);
  EXPECT_GT(background.StoryFrequency(shingle_of(U"经济社会发")), 100u);
  EXPECT_GE(background.StoryFrequency(shingle_of(U"新华社北京")), 5u);
  EXPECT_EQ(background.StoryFrequency(shingle_of(U"春江鸭先暖")), 1u);
  const uint64_t english =
      ShinglesOf(std::vector<Token>{WordToken("one"), WordToken("of"), WordToken("the")})[0].hash;
  EXPECT_GE(background.StoryFrequency(english), 4u);
}

}  // namespace
}  // namespace wirecopy
