#include "wirecopy/compare/reasons.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace wirecopy {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

Verdict Reprint() {
  Verdict verdict;
  verdict.relation = Relation::kReprint;
  verdict.bits_a = 1560;
  verdict.bits_b = 2000;
  verdict.coverage_a = 0.92;
  verdict.coverage_b = 0.7;
  verdict.longest_match = 120;
  verdict.gap_s = 3 * 3600;
  return verdict;
}

TEST(ReasonsOfTest, CoverageComesFirst) {
  EXPECT_THAT(
      ReasonsOf(Reprint()),
      ElementsAre("92 % of the shorter text stands in the longer (1435 of 1560 bits), 70 % "
                  "of the longer in it",
                  "no number differs where the text around is equal",
                  "longest common passage: 120 characters or words", "published 3 h apart"));
}

TEST(ReasonsOfTest, DoNotDependOnTheSide) {
  Verdict mirrored = Reprint();
  std::swap(mirrored.bits_a, mirrored.bits_b);
  std::swap(mirrored.coverage_a, mirrored.coverage_b);
  EXPECT_EQ(ReasonsOf(mirrored), ReasonsOf(Reprint()));
}

TEST(ReasonsOfTest, EqualTextsNeedNoMeasures) {
  Verdict verdict = Reprint();
  verdict.relation = Relation::kExact;
  EXPECT_THAT(ReasonsOf(verdict),
              ElementsAre("the cleaned texts are equal", "published 3 h apart"));
}

TEST(ReasonsOfTest, NameEveryConflict) {
  Verdict verdict = Reprint();
  verdict.number_conflicts = 1;
  verdict.name_conflicts = 2;
  verdict.noise_slots = 3;
  const std::vector<std::string> reasons = ReasonsOf(verdict);
  EXPECT_THAT(reasons, Contains("1 number differs where the text around is equal"));
  EXPECT_THAT(reasons, Contains("2 names or words are replaced where the text around is equal"));
  EXPECT_THAT(reasons, Contains("3 small differences"));
  EXPECT_THAT(reasons, Not(Contains(HasSubstr("no number"))));
  verdict.number_conflicts = 2;
  verdict.name_conflicts = 1;
  verdict.noise_slots = 1;
  EXPECT_THAT(ReasonsOf(verdict), Contains("2 numbers differ where the text around is equal"));
  EXPECT_THAT(ReasonsOf(verdict),
              Contains("1 name or word is replaced where the text around is equal"));
  EXPECT_THAT(ReasonsOf(verdict), Contains("1 small difference"));
}

// Its numbers do not agree, though nothing speaks against one story.
TEST(ReasonsOfTest, ANumberThatIsCorrectedDiffers) {
  Verdict verdict = Reprint();
  verdict.slots.push_back({SlotKind::kCorrection, {}, {}, false});
  const std::vector<std::string> reasons = ReasonsOf(verdict);
  EXPECT_THAT(reasons, Contains("1 number differs, but one of the two says that it is corrected"));
  EXPECT_THAT(reasons, Not(Contains(HasSubstr("no number"))));
}

TEST(ReasonsOfTest, OfTextsThatShareNothingDoNotSayThatNumbersAgree) {
  EXPECT_THAT(ReasonsOf(Verdict()), Not(Contains(HasSubstr("no number"))));
}

TEST(ReasonsOfTest, TimeApartInTheUnitPeopleUse) {
  struct Case {
    std::optional<int64_t> gap_s;
    const char* reason;
  };
  const Case cases[] = {
      {std::nullopt, "a date is missing"},
      {0, "published at the same time, as far as the dates tell"},
      {1, "published one after the other, how far apart is unsure"},  // a day and the next
      {59, "published one after the other, how far apart is unsure"},
      {60, "published 1 min apart"},
      {7199, "published 119 min apart"},
      {7200, "published 2 h apart"},
      {2 * 86400 - 1, "published 47 h apart"},
      {2 * 86400, "published 2 days apart"},
      {int64_t{400} * 86400, "published 400 days apart"},
  };
  for (const Case& c : cases) {
    Verdict verdict = Reprint();
    verdict.gap_s = c.gap_s;
    EXPECT_EQ(ReasonsOf(verdict).back(), c.reason);
  }
}

}  // namespace
}  // namespace wirecopy
