#include "wirecopy/cluster/roundups.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace wirecopy {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr double kBitsPerToken = 2.8;

// Articles as stretches of lines nobody else has written: a line is ten tokens. Two articles share
// the lines they have in common; the longest run of common lines is their best passage.
using Lines = std::vector<uint32_t>;

Lines LinesOf(uint32_t begin, uint32_t end) {
  Lines lines;
  for (uint32_t line = begin; line < end; ++line) lines.push_back(line);
  return lines;
}

Lines Joined(const std::vector<Lines>& parts) {
  Lines lines;
  for (const Lines& part : parts) lines.insert(lines.end(), part.begin(), part.end());
  return lines;
}

EvidenceEdge EdgeBetween(const std::vector<Lines>& articles, uint32_t a, uint32_t b) {
  const Lines& x = articles[a];
  const Lines& y = articles[b];
  EvidenceEdge edge;
  edge.a = a;
  edge.b = b;
  uint32_t common = 0;
  uint32_t longest = 0;
  for (uint32_t i = 0; i < x.size(); ++i) {
    for (uint32_t j = 0; j < y.size(); ++j) {
      if (x[i] != y[j]) continue;
      ++common;
      uint32_t length = 1;
      while (i + length < x.size() && j + length < y.size() && x[i + length] == y[j + length])
        ++length;
      if (length <= longest) continue;
      longest = length;
      edge.span_a = {10 * i, 10 * (i + length)};
      edge.span_b = {10 * j, 10 * (j + length)};
    }
  }
  edge.coverage_a = static_cast<float>(common) / static_cast<float>(x.size());
  edge.coverage_b = static_cast<float>(common) / static_cast<float>(y.size());
  edge.span_matched = 10 * longest;
  edge.span_bits = static_cast<float>(kBitsPerToken * edge.span_matched);
  edge.shared_bits = edge.span_bits;
  edge.probability = std::max(edge.coverage_a, edge.coverage_b) >= .5f ? .9f : .05f;
  return edge;
}

struct MadeRoundups {
  std::vector<uint32_t> pages;
  std::map<uint32_t, std::vector<uint32_t>> items;
};

MadeRoundups Found(const std::vector<Lines>& articles, RoundupOptions options = {},
                   std::vector<std::optional<TimeInterval>> dates = {},
                   std::vector<uint32_t> carriers = {}) {
  std::vector<EvidenceNode> nodes;
  std::vector<EvidenceEdge> edges;
  for (uint32_t i = 0; i < articles.size(); ++i) {
    nodes.push_back({10 * kBitsPerToken * static_cast<double>(articles[i].size()),
                     i < dates.size() ? dates[i] : std::nullopt,
                     i < carriers.size() ? carriers[i] : 1});
    for (uint32_t j = i + 1; j < articles.size(); ++j) {
      const EvidenceEdge edge = EdgeBetween(articles, i, j);
      if (edge.span_matched > 0) edges.push_back(edge);
    }
  }
  EvidenceGraph graph(std::move(nodes), std::move(edges), [&](uint32_t a, uint32_t b, unsigned) {
    return EdgeBetween(articles, a, b);
  });
  MadeRoundups found;
  for (const Roundup& roundup : FindRoundups(graph, options)) {
    found.pages.push_back(roundup.page);
    found.items[roundup.page] = roundup.items;
  }
  return found;
}

TEST(FindRoundupsTest, OfNothing) {
  EXPECT_THAT(Found({}).pages, IsEmpty());
  EXPECT_THAT(Found({LinesOf(0, 10), LinesOf(20, 30)}).pages, IsEmpty());
}

TEST(FindRoundupsTest, ThreeUnrelatedItemsMakeOne) {
  const Lines x = LinesOf(0, 10);
  const Lines y = LinesOf(100, 110);
  const Lines z = LinesOf(200, 210);
  const MadeRoundups found = Found({x, y, z, Joined({z, x, y})});
  EXPECT_THAT(found.pages, ElementsAre(3));
  EXPECT_THAT(found.items.at(3), ElementsAre(2, 0, 1));  // by place in the page
}

TEST(FindRoundupsTest, APageCutIntoPartsOfItsTitleIsNone) {
  const std::vector<Lines> articles = {LinesOf(0, 10), LinesOf(10, 20), LinesOf(20, 30),
                                       LinesOf(0, 30)};
  double overlap = 0.9;
  RoundupOptions options;
  options.title_overlap = [&](uint32_t, uint32_t) { return overlap; };
  EXPECT_THAT(Found(articles, options).pages, IsEmpty());
  overlap = 0.4;
  EXPECT_THAT(Found(articles, options).pages, ElementsAre(3));
  // A page named after one of its items.
  options.title_overlap = [](uint32_t x, uint32_t y) { return x + y == 3 ? 0.9 : 0.0; };
  EXPECT_THAT(Found(articles, options).pages, ElementsAre(3));
}

TEST(FindRoundupsTest, AnOriginalAndItsTwoExcerptsAreNone) {
  const Lines report = LinesOf(0, 40);
  EXPECT_THAT(Found({report, LinesOf(0, 12), LinesOf(25, 40)}).pages, IsEmpty());
}

TEST(FindRoundupsTest, ACopyWithTextInsertedIsNone) {
  const Lines report = LinesOf(0, 20);
  const Lines inserted = Joined({LinesOf(0, 14), LinesOf(100, 103), LinesOf(14, 20)});
  EXPECT_THAT(Found({report, inserted, LinesOf(0, 18)}).pages, IsEmpty());
}

TEST(FindRoundupsTest, TwoItemsAreEnoughWhereOneGoesOnBeyondThePage) {
  // The page holds seven of ten lines of one article and all of another.
  const std::vector<Lines> articles = {
      LinesOf(0, 10), LinesOf(100, 110),
      Joined({LinesOf(0, 7), LinesOf(100, 110), LinesOf(300, 304)})};
  EXPECT_THAT(Found(articles).pages, ElementsAre(2));
}

TEST(FindRoundupsTest, TwoWholeItemsNeedOtherTitles) {
  const std::vector<Lines> articles = {LinesOf(0, 10), LinesOf(100, 110),
                                       Joined({LinesOf(0, 10), LinesOf(100, 110)})};
  EXPECT_THAT(Found(articles).pages, IsEmpty());
  RoundupOptions options;
  options.title_overlap = [](uint32_t, uint32_t) { return .1; };
  EXPECT_THAT(Found(articles, options).pages, ElementsAre(2));
  options.title_overlap = [](uint32_t, uint32_t item) { return item == 1 ? .8 : .1; };
  EXPECT_THAT(Found(articles, options).pages, IsEmpty());
  options.title_overlap = [](uint32_t, uint32_t) { return -1; };  // unknown
  EXPECT_THAT(Found(articles, options).pages, IsEmpty());
}

// Of an original nobody cuts the same two parts twice.
TEST(FindRoundupsTest, TwoExcerptsOfOneReportAreOneItem) {
  const Lines page = Joined({LinesOf(200, 220), LinesOf(4, 14), LinesOf(30, 38)});
  const Lines report = LinesOf(0, 60);
  const Lines excerpt = LinesOf(4, 14);
  const Lines other_excerpt = LinesOf(30, 38);
  RoundupOptions options;
  options.title_overlap = [](uint32_t, uint32_t) { return 0.0; };
  // Nothing tells where the report is not known.
  EXPECT_THAT(Found({page, excerpt, other_excerpt}, options).pages, ElementsAre(0));
  EXPECT_THAT(Found({page, excerpt, other_excerpt, report}, options).pages, IsEmpty());
  // A copy of the roundup holds both items, too.
  const Lines story = Joined({excerpt, LinesOf(300, 302)});
  const Lines other = Joined({other_excerpt, LinesOf(400, 402)});
  EXPECT_THAT(Found({page, story, other, page}, options).pages, ElementsAre(0, 3));
}

TEST(FindRoundupsTest, TwoItemsWithWholeCopiesAreEnough) {
  const Lines x = LinesOf(0, 10);
  const Lines y = LinesOf(100, 110);
  const Lines page = Joined({x, y});
  EXPECT_THAT(Found({x, y, page}).pages, IsEmpty());
  EXPECT_THAT(Found({x, x, y, y, page}).pages, ElementsAre(4));
  EXPECT_THAT(Found({x, y, page}, {}, {}, {2, 2, 1}).pages, ElementsAre(2));
  EXPECT_THAT(Found({x, y, page}, {}, {}, {2, 1, 1}).pages, IsEmpty());
  // Not where the page was out before them.
  const TimeInterval early = {0, 10}, late = {100, 110};
  EXPECT_THAT(Found({x, y, page}, {}, {late, late, early}, {2, 2, 1}).pages, IsEmpty());
}

// A late copy of an item does not make the page its source.
TEST(FindRoundupsTest, APageBeforeOneCopyOfAnItemOnly) {
  const Lines x = LinesOf(0, 10);
  const Lines y = LinesOf(100, 110);
  RoundupOptions other_title;
  other_title.title_overlap = [](uint32_t, uint32_t) { return .1; };
  const TimeInterval first = {0, 10}, page = {50, 60}, late = {100, 110};
  EXPECT_THAT(
      Found({x, x, y, y, Joined({x, y})}, other_title, {late, first, late, first, page}).pages,
      ElementsAre(4));
  EXPECT_THAT(
      Found({x, x, y, y, Joined({x, y})}, other_title, {late, late, late, late, page}).pages,
      IsEmpty());
}

// What is held in part only, twice, may be two texts that quote the page.
TEST(FindRoundupsTest, TwoTextsThatQuoteAPageMakeItNone) {
  const std::vector<Lines> articles = {Joined({LinesOf(0, 12), LinesOf(300, 330)}),
                                       Joined({LinesOf(20, 32), LinesOf(400, 430)}),
                                       LinesOf(0, 40)};
  EXPECT_THAT(Found(articles).pages, IsEmpty());
}

TEST(FindRoundupsTest, LaterTextsThatHoldLittleOfThePageQuoteIt) {
  const TimeInterval early = {0, 10}, late = {100, 110};
  std::vector<Lines> articles;
  for (uint32_t quoting = 0; quoting < 3; ++quoting) {
    articles.push_back(Joined({LinesOf(20 * quoting, 20 * quoting + 12),
                               LinesOf(300 + 50 * quoting, 330 + 50 * quoting)}));
  }
  articles.push_back(LinesOf(0, 60));
  EXPECT_THAT(Found(articles, {}, {early, early, early, late}).pages, ElementsAre(3));
  EXPECT_THAT(Found(articles, {}, {late, late, late, early}).pages, IsEmpty());
}

// Held whole amid other text, with copies of its own: the page joins no story.
TEST(FindRoundupsTest, OneStoryHeldWhole) {
  const Lines x = LinesOf(0, 10);
  const Lines page = Joined({LinesOf(200, 210), x, LinesOf(300, 310)});
  RoundupOptions other_title;
  other_title.title_overlap = [](uint32_t, uint32_t) { return .1; };
  const MadeRoundups found = Found({x, x, page}, other_title);
  EXPECT_THAT(found.pages, ElementsAre(2));
  EXPECT_EQ(found.items.at(2).size(), 1u);
  EXPECT_THAT(Found({x, page}, other_title, {}, {2, 1}).pages, ElementsAre(1));
  EXPECT_THAT(Found({x, x, page}).pages, IsEmpty());            // the same short version twice
  EXPECT_THAT(Found({x, page}, other_title).pages, IsEmpty());  // an excerpt of the page
  // The page has a copy: it is the story.
  EXPECT_THAT(Found({x, x, page, page}, other_title).pages, IsEmpty());
  // Half the page.
  EXPECT_THAT(Found({x, x, Joined({x, LinesOf(300, 308)})}, other_title).pages, IsEmpty());
  const TimeInterval early = {0, 10}, late = {100, 110};
  EXPECT_THAT(Found({x, x, page}, other_title, {late, late, early}).pages, IsEmpty());
}

TEST(FindRoundupsTest, RelatedArticlesAreOneItem) {
  // Three copies of one report in a page of two reports: two items, not four.
  const Lines report = LinesOf(0, 10);
  const std::vector<Lines> articles = {report, report, LinesOf(0, 9),
                                       Joined({report, LinesOf(100, 112)})};
  EXPECT_THAT(Found(articles).pages, IsEmpty());
}

TEST(FindRoundupsTest, AShortCommonPhraseIsNoItem) {
  // Three articles whose one common line with the page is below the least information.
  RoundupOptions options;
  options.min_item_bits = 29;
  const std::vector<Lines> articles = {{1}, {2}, {3}, Joined({{1}, {2}, {3}, LinesOf(50, 60)})};
  EXPECT_THAT(Found(articles, options).pages, IsEmpty());
  options.min_item_bits = 27;
  EXPECT_THAT(Found(articles, options).pages, ElementsAre(3));
}

TEST(FindRoundupsTest, APageThatSharesAnItemWithARoundupIsNotMadeOneByIt) {
  std::vector<Lines> articles;
  for (uint32_t story = 0; story < 5; ++story)
    articles.push_back(LinesOf(100 * story, 100 * story + 10));
  Lines all;
  for (uint32_t story = 0; story < 5; ++story) all = Joined({all, articles[story]});
  articles.push_back(all);
  EXPECT_THAT(Found(articles).pages, ElementsAre(5));
}

TEST(FindRoundupsTest, WorkOnAPageOfManyPartsIsBounded) {
  std::vector<Lines> articles;
  Lines all;
  for (uint32_t story = 0; story < 200; ++story) {
    articles.push_back(LinesOf(100 * story, 100 * story + 5));
    all = Joined({all, articles.back()});
  }
  articles.push_back(all);
  std::vector<EvidenceNode> nodes(articles.size());
  std::vector<EvidenceEdge> edges;
  for (uint32_t i = 0; i < 200; ++i) edges.push_back(EdgeBetween(articles, i, 200));
  int judged = 0;
  EvidenceGraph graph(std::move(nodes), std::move(edges), [&](uint32_t a, uint32_t b, unsigned) {
    ++judged;
    return EdgeBetween(articles, a, b);
  });
  const std::vector<Roundup> found = FindRoundups(graph, {});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].page, 200u);
  EXPECT_LE(judged, 200);
}

}  // namespace
}  // namespace wirecopy
