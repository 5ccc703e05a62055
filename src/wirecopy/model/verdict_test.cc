#include "wirecopy/model/verdict.h"

#include <optional>
#include <ostream>
#include <string_view>

#include "gtest/gtest.h"

namespace wirecopy {
namespace {

struct RelationCase {
  std::string_view name;
  Relation relation;
};
void PrintTo(const RelationCase& row, std::ostream* out) { *out << row.name; }

class RelationNameTest : public testing::TestWithParam<RelationCase> {};

TEST_P(RelationNameTest, GoesThereAndBack) {
  EXPECT_EQ(RelationName(GetParam().relation), GetParam().name);
  EXPECT_EQ(ParseRelation(GetParam().name), GetParam().relation);
}

INSTANTIATE_TEST_SUITE_P(All, RelationNameTest,
                         testing::Values(RelationCase{"exact", Relation::kExact},
                                         RelationCase{"reprint", Relation::kReprint},
                                         RelationCase{"edited", Relation::kEdited},
                                         RelationCase{"excerpt", Relation::kExcerpt},
                                         RelationCase{"roundup", Relation::kRoundup},
                                         RelationCase{"same-template", Relation::kSameTemplate},
                                         RelationCase{"quote", Relation::kQuote},
                                         RelationCase{"unrelated", Relation::kUnrelated}));

TEST(ParseRelationTest, RefusesOtherNames) {
  for (std::string_view name : {"", "Exact", "exact ", "same template", "copy"}) {
    EXPECT_EQ(ParseRelation(name), std::nullopt) << name;
  }
}

TEST(SlotKindNameTest, NamesEveryKind) {
  EXPECT_EQ(SlotKindName(SlotKind::kNumber), "number");
  EXPECT_EQ(SlotKindName(SlotKind::kName), "name");
  EXPECT_EQ(SlotKindName(SlotKind::kEdit), "edit");
  EXPECT_EQ(SlotKindName(SlotKind::kDeixis), "deixis");
  EXPECT_EQ(SlotKindName(SlotKind::kNoise), "noise");
}

}  // namespace
}  // namespace wirecopy
