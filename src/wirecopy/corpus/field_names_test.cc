#include "wirecopy/corpus/field_names.h"

#include <gtest/gtest.h>

#include <string>

namespace wirecopy {
namespace {

// "outlet 1" for each field that may stand under the key.
std::string FieldsOf(const FieldTable& table, std::string_view key) {
  std::string found;
  table.ForEach(key, [&](const FieldName& name) {
    found += std::string(FieldLabel(name.field)) + " " + std::to_string(name.rank) + ";";
  });
  return found;
}

TEST(FieldTableTest, KnowsTheDefaults) {
  const auto table = FieldTable::Create({});
  ASSERT_TRUE(table.ok());
  EXPECT_EQ(FieldsOf(*table, "text"), "text 0;");
  EXPECT_EQ(FieldsOf(*table, "body"), "text 4;");
  EXPECT_EQ(FieldsOf(*table, "publisher.name"), "outlet 5;");
  EXPECT_EQ(FieldsOf(*table, "Text"), "");
  EXPECT_EQ(FieldsOf(*table, ""), "");
  EXPECT_TRUE(table->ReachesInto("publisher"));
  EXPECT_FALSE(table->ReachesInto("text"));
}

TEST(FieldTableTest, ANameMayServeSeveralFields) {
  FieldNames fields;
  fields.id = {"url"};
  fields.text = {std::string(100, 'x'), std::string(200, 'x'), "a.b.c"};
  const auto table = FieldTable::Create(fields);
  ASSERT_TRUE(table.ok());
  EXPECT_EQ(FieldsOf(*table, "url"), "id 0;url 0;");
  EXPECT_EQ(FieldsOf(*table, std::string(200, 'x')), "text 1;");
  EXPECT_TRUE(table->ReachesInto("a"));
  EXPECT_TRUE(table->ReachesInto("a.b"));
  EXPECT_FALSE(table->ReachesInto("a.b.c"));
}

TEST(FieldTableTest, ListsAreChecked) {
  for (const std::vector<std::string>& names :
       {std::vector<std::string>{}, {"a", ""}, std::vector<std::string>(65, "a")}) {
    FieldNames fields;
    fields.title = names;
    EXPECT_EQ(FieldTable::Create(fields).status().message(),
              "FieldNames.title has " + std::to_string(names.size()) +
                  " names; it must have 1 to 64, none of them empty");
  }
}

}  // namespace
}  // namespace wirecopy
