#include "wirecopy/report/text_order.h"

#include <gtest/gtest.h>

#include <vector>

namespace wirecopy {
namespace {

Story StoryOf(std::string name, uint32_t first, double probability, double of_confidence) {
  Story story;
  story.name = std::move(name);
  story.origin = first;
  story.members.resize(2);
  story.members[0].article = first;
  story.members[1].article = first + 1;
  story.members[1].of = first;
  story.members[1].probability = probability;
  story.members[1].of_confidence = of_confidence;
  return story;
}

TEST(StoriesByDoubtTest, WhatIsMostInDoubtComesFirst) {
  Result result;
  result.articles.Mutable().resize(12);
  result.stories = {StoryOf("sure", 0, 1, 1), StoryOf("b", 2, .7, .9), StoryOf("a", 4, .7, .9),
                    StoryOf("unsure of whom", 6, .7, .1), StoryOf("near the line", 8, 1, 1)};
  for (uint32_t i = 0; i < 10; ++i) result.articles.Mutable()[i].story = i / 2;
  result.pairs_in_doubt.push_back({10, 11, {}});  // alone, both
  result.pairs_in_doubt.push_back({10, 9, {}});
  EXPECT_EQ(StoriesByDoubt(result), (std::vector<uint32_t>{4, 3, 2, 1, 0}));
  EXPECT_TRUE(StoriesByDoubt({}).empty());
}

}  // namespace
}  // namespace wirecopy
