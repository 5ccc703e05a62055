#include "wirecopy/detect/preliminary_stories.h"

#include <set>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "wirecopy/detect/made_news_test.h"
#include "wirecopy/model/shingle.h"
#include "wirecopy/sketch/sketch.h"
#include "wirecopy/text/clean.h"

namespace wirecopy {
namespace {

std::vector<uint32_t> GroupsOf(const std::vector<std::string>& pages, unsigned threads = 1) {
  const auto sketcher = Sketcher::Create({});
  std::vector<Sketch> sketches;
  for (const std::string& page : pages) {
    const std::vector<uint64_t> shingles = ShingleSet(Clean(page).tokens);
    sketches.push_back(sketcher->MakeSketch(shingles));
  }
  return PreliminaryStories(sketches, threads);
}

size_t Distinct(const std::vector<uint32_t>& groups) {
  return std::set<uint32_t>(groups.begin(), groups.end()).size();
}

// Two copies with a tenth of their words lost share about a fifth of their shingles, and all
// together three fifths of the page they come from.
TEST(PreliminaryStoriesTest, CopiesThatEachLostWordsOfTheirOwnAreOneStory) {
  const std::string page = MadePage(40, 30);
  for (const size_t every : {12, 10}) {
    std::vector<std::string> pages;
    for (uint64_t copy = 0; copy < 300; ++copy) pages.push_back(Damaged(page, 9000 + copy, every));
    const std::vector<uint32_t> groups = GroupsOf(pages);
    EXPECT_EQ(Distinct(groups), 1u) << every;
    EXPECT_EQ(GroupsOf(pages, 4), groups) << every;
  }
}

// What a form's pages agree on is the form, and a quarter of a page is too little to be their
// story.
TEST(PreliminaryStoriesTest, PagesWithAQuarterInCommonStayApart) {
  const std::string form = MadePage(41, 8);
  std::vector<std::string> pages;
  for (uint64_t filled = 0; filled < 60; ++filled)
    pages.push_back(form + MadePage(7000 + filled, 24));
  EXPECT_EQ(Distinct(GroupsOf(pages)), pages.size());
}

TEST(PreliminaryStoriesTest, StrangersAndNothingStayApart) {
  EXPECT_EQ(Distinct(GroupsOf({MadePage(42), MadePage(43), "", ""})), 4u);
  EXPECT_TRUE(GroupsOf({}).empty());
}

}  // namespace
}  // namespace wirecopy
