#include "wirecopy/compare/pair_features.h"

#include <cmath>
#include <set>
#include <string_view>
#include <utility>

#include "gtest/gtest.h"
#include "wirecopy/compare/made_text_test.h"
#include "wirecopy/compare/slots.h"

namespace wirecopy {
namespace {

PairMeasures Mirrored(PairMeasures m) {
  std::swap(m.bits_a, m.bits_b);
  std::swap(m.shared_bits_a, m.shared_bits_b);
  std::swap(m.own_bits_a, m.own_bits_b);
  std::swap(m.lead_bits_a, m.lead_bits_b);
  std::swap(m.own_lead_a, m.own_lead_b);
  std::swap(m.noise_bits_a, m.noise_bits_b);
  return m;
}

TEST(FeatureNameTest, EveryFeatureHasAName) {
  std::set<std::string_view> names;
  for (size_t i = 0; i < kFeatureCount; ++i) names.insert(FeatureName(static_cast<Feature>(i)));
  EXPECT_EQ(names.size(), kFeatureCount);
  EXPECT_FALSE(names.contains(""));
}

TEST(MeasurePairTest, OwnProseIsWhatNoMatchTouchesAndNoSlotHolds) {
  const Background background;
  const double each = background.Bits(1) / 5;
  const std::vector<Token> a = DistinctCharacters(100);
  std::vector<Token> b = Part(a, 0, 30);
  Append(b, DistinctCharacters(kMaxSlotTokens, 1000));  // a slot at the most
  Append(b, Part(a, 50, 60));
  const PreparedText text_a = PrepareText(a, background);
  const PreparedText text_b = PrepareText(b, background);
  Alignment alignment;
  alignment.chains = {{{{0, 0, 30}, {50, 50, 10}}, 100}};
  alignment.matched_tokens = 40;
  const PairMeasures m = MeasurePair(text_a, text_b, alignment, {}, each, 7200);
  EXPECT_NEAR(m.own_bits_a, 40 * each, 1e-6);  // behind the last match
  EXPECT_EQ(m.own_bits_b, 0);
  EXPECT_NEAR(m.bits_a, 100 * each, 1e-6);
  EXPECT_DOUBLE_EQ(m.density, 40.0 / 60);
  EXPECT_EQ(m.gap_s, 7200);
}

TEST(MeasurePairTest, OfTextsThatShareNothing) {
  const std::vector<Token> a = DistinctCharacters(50);
  const std::vector<Token> b = DistinctCharacters(80, 500);
  const PreparedText text_a = PrepareText(a, Background());
  const PreparedText text_b = PrepareText(b, Background());
  const PairMeasures m = MeasurePair(text_a, text_b, {}, {}, 2.8, std::nullopt);
  EXPECT_EQ(m.density, 0);
  EXPECT_EQ(m.coverage_a(), 0);
  EXPECT_DOUBLE_EQ(m.own_bits_a, m.bits_a);
  EXPECT_DOUBLE_EQ(m.own_bits_b, m.bits_b);
}

TEST(MeasurePairTest, OwnLeadIsWhatNoMatchOfTheLeadTouches) {
  const Background background;
  const double each = background.Bits(1) / 5;
  const std::vector<Token> a = DistinctCharacters(kLeadTokens + 110);
  std::vector<Token> b = DistinctCharacters(10, 1000);
  Append(b, Part(a, 40, 260));
  const PreparedText text_a = PrepareText(a, background);
  const PreparedText text_b = PrepareText(b, background);
  Alignment alignment;
  alignment.chains = {{{{40, 10, 60}, {105, 75, 40}}, 100}};
  const PairMeasures m = MeasurePair(text_a, text_b, alignment, {}, each, std::nullopt);
  EXPECT_NEAR(m.own_lead_a, (40 + 5 + 5) * each, 1e-6);  // [0, 40), [100, 105) and [145, 150)
  EXPECT_NEAR(m.own_lead_b, (10 + 5 + 35) * each, 1e-6);
  EXPECT_NEAR(m.lead_bits_a, kLeadTokens * each, 1e-6);
}

TEST(MeasurePairTest, NoiseSlotsAndNamesThatComeAgain) {
  const std::vector<Token> a = TokensOf(U"甲乙丙丁戊己庚辛壬癸甲乙丙丁");
  const std::vector<Token> b = TokensOf(U"子丑寅卯辰巳午未申酉子丑寅卯");
  const PreparedText text_a = PrepareText(a, Background());
  const PreparedText text_b = PrepareText(b, Background());
  const auto renamings = [&](std::vector<Slot> slots) {
    return MeasurePair(text_a, text_b, {}, slots, 2.8, std::nullopt).renamings;
  };
  const Slot first = {SlotKind::kName, {0, 2}, {0, 2}, true};
  const Slot again = {SlotKind::kName, {10, 12}, {10, 12}, false};
  const Slot other = {SlotKind::kName, {10, 12}, {4, 6}, false};
  EXPECT_EQ(renamings({first, again}), 1u);
  EXPECT_EQ(renamings({first, again, again}), 1u);
  EXPECT_EQ(renamings({first, other}), 0u);
  EXPECT_EQ(renamings({{SlotKind::kEdit, {0, 2}, {0, 2}, true},
                       {SlotKind::kEdit, {10, 12}, {10, 12}, true}}),
            0u);
  const PairMeasures m =
      MeasurePair(text_a, text_b, {},
                  std::vector<Slot>{first, {SlotKind::kNoise, {4, 6}, {4, 5}, false}}, 2.8, {});
  EXPECT_DOUBLE_EQ(m.noise_bits_a, text_a.Bits(4, 6));
  EXPECT_DOUBLE_EQ(m.noise_bits_b, text_b.Bits(4, 5));
}

TEST(FeaturesOfTest, CountsSlotsByKindAndPlace) {
  const std::vector<Slot> slots = {
      {SlotKind::kNumber, {0, 1}, {0, 1}, true}, {SlotKind::kNumber, {0, 1}, {0, 1}, false},
      {SlotKind::kName, {0, 1}, {0, 1}, true},   {SlotKind::kDeixis, {0, 1}, {0, 1}, true},
      {SlotKind::kNoise, {0, 1}, {0, 1}, false}, {SlotKind::kEdit, {0, 1}, {0, 0}, true},
  };
  PairMeasures m;
  m.matched_tokens = 900;
  m.renamings = 3;
  m.slots = slots;
  PairFeatures f = FeaturesOf(m);
  EXPECT_DOUBLE_EQ(f[Feature::kNetConflicts], 1);  // log2(1 + 2 - 1)
  EXPECT_DOUBLE_EQ(f[Feature::kLeadNumbers], 1);
  EXPECT_DOUBLE_EQ(f[Feature::kLeadNames], 1);
  EXPECT_DOUBLE_EQ(f[Feature::kNoiseSlots], 1);
  EXPECT_DOUBLE_EQ(f[Feature::kReworded], 1);  // log2(1 + 500 * 2 / 1000)
  EXPECT_DOUBLE_EQ(f[Feature::kRenamings], 2);
  m.slots = std::span<const Slot>(slots).last(2);
  EXPECT_EQ(FeaturesOf(m)[Feature::kNetConflicts], 0);  // more noise than conflicts
}

TEST(FeaturesOfTest, NoiseCountsAsCovered) {
  PairMeasures m;
  m.bits_a = m.bits_b = 100;
  m.shared_bits_a = m.shared_bits_b = 60;
  const double bare = FeaturesOf(m)[Feature::kExplained];
  m.noise_bits_b = 40;
  EXPECT_GT(FeaturesOf(m)[Feature::kExplained], bare);
  m.shared_bits_b = 100;
  EXPECT_DOUBLE_EQ(FeaturesOf(m)[Feature::kExplained], std::log(1.02 / 0.02));
}

TEST(FeaturesOfTest, AnUnknownDateIsNoGap) {
  PairMeasures m;
  EXPECT_EQ(FeaturesOf(m)[Feature::kDateKnown], 0);
  EXPECT_EQ(FeaturesOf(m)[Feature::kDateGap], 0);
  m.gap_s = 0;
  EXPECT_EQ(FeaturesOf(m)[Feature::kDateKnown], 1);
  EXPECT_EQ(FeaturesOf(m)[Feature::kDateGap], 0);
  m.gap_s = 3 * 86400;
  EXPECT_DOUBLE_EQ(FeaturesOf(m)[Feature::kDateGap], 2);
}

TEST(FeaturesOfTest, DoNotDependOnTheSideAndAreFinite) {
  std::mt19937_64 random(11);
  for (int round = 0; round < 200; ++round) {
    PairMeasures m;
    m.bits_a = static_cast<double>(random() % 3) * static_cast<double>(random() % 5000);
    m.bits_b = round % 5 == 0 ? m.bits_a : static_cast<double>(random() % 5000);
    m.shared_bits_a = m.bits_a * static_cast<double>(random() % 101) / 100;
    m.shared_bits_b = m.bits_b * static_cast<double>(random() % 101) / 100;
    m.own_bits_a = m.bits_a - m.shared_bits_a;
    m.own_bits_b = m.bits_b - m.shared_bits_b;
    m.matched_tokens = static_cast<uint32_t>(random() % 500);
    const PairFeatures x = FeaturesOf(m);
    const PairFeatures y = FeaturesOf(Mirrored(m));
    for (size_t i = 0; i < kFeatureCount; ++i) {
      EXPECT_TRUE(std::isfinite(x.values[i])) << FeatureName(static_cast<Feature>(i));
      EXPECT_EQ(x.values[i], y.values[i])
          << FeatureName(static_cast<Feature>(i)) << " round " << round;
    }
  }
}

}  // namespace
}  // namespace wirecopy
