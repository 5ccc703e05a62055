#include "wirecopy/detect/detector.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <random>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "wirecopy/background/background_file.h"
#include "wirecopy/background/default_background.h"
#include "wirecopy/detect/failing_store_test.h"
#include "wirecopy/detect/made_crawl_test.h"
#include "wirecopy/model/body.h"
#include "wirecopy/model/shingle.h"
#include "wirecopy/text/clean.h"

namespace wirecopy {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

// All a result says but for indices.
std::string Described(const Result& result) {
  std::string out;
  const auto id = [&](uint32_t article) { return result.articles[article].id + " "; };
  for (const Story& story : result.stories) {
    out += story.name + " " + id(story.origin) + std::to_string(story.origin_confidence) + "\n";
    for (const StoryMember& member : story.members) {
      out += "  " + id(member.article) + std::string(RelationName(member.relation)) + " " +
             (member.of ? id(*member.of) : "") + std::to_string(member.probability) + " " +
             std::to_string(member.coverage) + " " + std::to_string(member.lag_s.value_or(-1)) +
             "\n";
    }
  }
  for (const PairVerdict& pair : result.pairs) {
    out += id(pair.a) + id(pair.b) + std::to_string(pair.verdict.probability) + "\n";
  }
  return out + std::to_string(result.background_fingerprint);
}

TEST(DetectorCreateTest, SaysWhichOptionIsWrong) {
  const auto message = [](auto change) {
    DetectorOptions options;
    change(options);
    const auto detector = Detector::Create(options);
    EXPECT_EQ(detector.status().code(), absl::StatusCode::kInvalidArgument);
    return std::string(detector.status().message());
  };
  EXPECT_EQ(message([](DetectorOptions& o) { o.min_probability = 1.5; }),
            "DetectorOptions.min_probability is 1.5; it must be in [0, 1]");
  EXPECT_THAT(message([](DetectorOptions& o) { o.min_probability = -0.1; }),
              HasSubstr("min_probability is -0.1"));
  EXPECT_THAT(message([](DetectorOptions& o) { o.min_probability = std::nan(""); }),
              HasSubstr("min_probability"));
  EXPECT_EQ(message([](DetectorOptions& o) { o.threads = 257; }),
            "DetectorOptions.threads is 257; it must be in [0, 256]");
  EXPECT_THAT(message([](DetectorOptions& o) { o.max_text_bytes = 1023; }),
              HasSubstr("max_text_bytes is 1023"));
  EXPECT_THAT(message([](DetectorOptions& o) { o.min_body_tokens = 1001; }),
              HasSubstr("min_body_tokens is 1001"));
  EXPECT_THAT(message([](DetectorOptions& o) { o.max_sampled_articles = 99; }),
              HasSubstr("[100, 1000000]"));
  EXPECT_THAT(message([](DetectorOptions& o) { o.max_informative_stories = 0; }),
              HasSubstr("[1, 1000]"));
  EXPECT_THAT(message([](DetectorOptions& o) { o.max_cross_pairs = 0; }), HasSubstr("[1, 256]"));
  EXPECT_THAT(message([](DetectorOptions& o) { o.sketch.bins = 100; }), HasSubstr("bins"));
}

TEST(DetectorCreateTest, PresetsMoveOneKnob) {
  EXPECT_EQ(OptionsFor(Preset::kStrict).min_probability, 0.8);
  EXPECT_EQ(OptionsFor(Preset::kBalanced).min_probability, 0.5);
  EXPECT_EQ(OptionsFor(Preset::kRecall).min_probability, 0.3);
}

TEST(DetectorTest, FindsStories) {
  const Result result = RunOf(SmallCrawl());
  EXPECT_THAT(StoriesOf(result),
              UnorderedElementsAre(SmallStories()[0], SmallStories()[1], SmallStories()[2]));
  EXPECT_EQ(result.counts.articles, 16u);
  EXPECT_EQ(result.counts.stories, 3u);
  EXPECT_EQ(result.counts.members, 13u);
  EXPECT_EQ(result.counts.exact_copies, 1u);
  EXPECT_EQ(result.counts.outlets, 5u);
  EXPECT_EQ(result.stories[0].members.size(), 5u);
  EXPECT_EQ(result.articles[12].story, std::nullopt);
  EXPECT_EQ(result.articles[15].story, 0u);
}

TEST(DetectorTest, OfNothingAndOfOne) {
  const Result nothing = RunOf({});
  EXPECT_THAT(nothing.stories, IsEmpty());
  EXPECT_THAT(nothing.articles, IsEmpty());
  const Result one = RunOf({MadeArticle("a", MadePage(1))});
  EXPECT_THAT(one.stories, IsEmpty());
  EXPECT_EQ(one.articles.size(), 1u);
}

TEST(DetectorTest, EmptyAndShortTextsAreKeptAndFlagged) {
  const Result result =
      RunOf({MadeArticle("empty1", ""), MadeArticle("empty2", ""), MadeArticle("one1", "春"),
             MadeArticle("one2", "春"), MadeArticle("short1", "春江水暖鸭先知竹"),
             MadeArticle("short2", "春江水暖鸭先知竹"), MadeArticle("short3", "春江水暖鸭先知桃"),
             MadeArticle("broken", "\xff\xfe\x80")});
  EXPECT_EQ(result.articles.size(), 8u);
  EXPECT_EQ(result.counts.too_short, 8u);
  for (const ArticleRecord& article : result.articles) EXPECT_TRUE(article.too_short) << article.id;
  // Equal and long enough to mean something.
  EXPECT_THAT(StoriesOf(result), ElementsAre(Ids{"short1", "short2"}));
}

TEST(DetectorTest, ATextOverTheCapIsRefusedAndTheOthersStay) {
  DetectorOptions options;
  options.max_text_bytes = 4096;
  Detector detector = Filled({MadeArticle("a", MadePage(1))}, options);
  const Article large = MadeArticle("large", std::string(4097, 'x'));
  const absl::Status status = detector.Add(large.View());
  EXPECT_EQ(status.code(), absl::StatusCode::kResourceExhausted);
  EXPECT_THAT(std::string(status.message()),
              HasSubstr("article large: its text has 4097 bytes; max_text_bytes is 4096"));
  EXPECT_EQ(detector.size(), 1u);
  const Article fits = MadeArticle("b", std::string(4096, 'x'));
  const std::vector<ArticleView> views = {fits.View(), large.View(), fits.View()};
  EXPECT_EQ(detector.AddAll(views).code(), absl::StatusCode::kResourceExhausted);
  EXPECT_EQ(detector.size(), 2u);  // the one before the failure
  ASSERT_TRUE(detector.Run().ok());
  EXPECT_EQ(detector.Ask(large.View()).status().code(), absl::StatusCode::kResourceExhausted);
}

TEST(DetectorTest, EverythingHasItsTime) {
  Detector detector = Filled(SmallCrawl());
  const Article article = MadeArticle("q", MadePage(100));
  EXPECT_EQ(detector.Judge(0, 1).status().code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_EQ(detector.Ask(article.View()).status().code(), absl::StatusCode::kFailedPrecondition);
  ASSERT_TRUE(detector.Run().ok());
  EXPECT_EQ(detector.Run().status().code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_EQ(detector.Add(article.View()).code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_EQ(detector.size(), 16u);
}

TEST(DetectorTest, JudgesAnyTwo) {
  Detector detector = Filled(SmallCrawl());
  ASSERT_TRUE(detector.Run().ok());
  EXPECT_EQ(detector.Judge(1, 15)->relation, Relation::kExact);
  EXPECT_GT(detector.Judge(0, 1)->probability, 0.8);
  EXPECT_FALSE(detector.Judge(0, 1)->reasons.empty());
  EXPECT_EQ(detector.Judge(0, 12)->relation, Relation::kUnrelated);
  EXPECT_EQ(detector.Judge(0, 1)->coverage_a, detector.Judge(1, 0)->coverage_b);
  const absl::Status beyond = detector.Judge(0, 16).status();
  EXPECT_EQ(beyond.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(beyond.message()), HasSubstr("article 16 of 16"));
}

// The bytes of a page that a range of its clean tokens stands for.
std::string BytesOf(const std::string& page, TokenRange range) {
  const CleanText clean = Clean(page, {.places = true});
  if (range.begin >= range.end || range.end > clean.tokens.size()) return "";
  return page.substr(clean.begins[range.begin],
                     clean.ends[range.end - 1] - clean.begins[range.begin]);
}

struct FurnishedPages {
  std::string a;  // furniture before the report and inside it
  std::string b;
};

FurnishedPages Furnished() {
  const std::vector<std::string> sentences = MadeSentences(901, 24);
  const std::string head = PageOf(sentences, 0, 8);
  const std::string middle = PageOf(sentences, 8, 16);
  const std::string tail = PageOf(sentences, 16, 24);
  return {"首页 > 新闻 > 正文\n2026-05-04 09:30 来源：青禾日报 责任编辑：李某\n" + head +
              "责任编辑：李某 校对：王某\n" + middle + "全场共有23家企业" + tail,
          head + middle + "全场共有57家企业" + tail};
}

TEST(DetectorTest, RangesOfAVerdictLeadToTheOriginalThroughFurniture) {
  const FurnishedPages pages = Furnished();
  const std::vector<TokenRange> furniture = Clean(pages.a).furniture;
  ASSERT_GE(furniture.size(), 2u);
  ASSERT_GT(furniture.back().begin, 100u);  // inside the report
  Detector detector = Filled({MadeArticle("a", pages.a, "x"), MadeArticle("b", pages.b, "y")});
  ASSERT_TRUE(detector.Run().ok());
  const auto verdict = detector.Judge(0, 1);
  ASSERT_TRUE(verdict.ok());
  ASSERT_EQ(verdict->slots.size(), 1u);
  EXPECT_EQ(BytesOf(pages.a, verdict->slots[0].a), "23");
  EXPECT_EQ(BytesOf(pages.b, verdict->slots[0].b), "57");
  ASSERT_FALSE(verdict->passages.empty());
  bool reaches_the_end = false;
  for (const Passage& passage : verdict->passages) {
    const std::string of_a = BytesOf(pages.a, passage.a);
    const std::string of_b = BytesOf(pages.b, passage.b);
    EXPECT_EQ(of_a.substr(0, 9), of_b.substr(0, 9));
    EXPECT_EQ(of_a.substr(of_a.size() - 9), of_b.substr(of_b.size() - 9));
    reaches_the_end = reaches_the_end || passage.a.end == Clean(pages.a).tokens.size();
  }
  EXPECT_TRUE(reaches_the_end);
}

TEST(DetectorTest, RangesOfAnAnswerLeadToTheOriginalToo) {
  const FurnishedPages pages = Furnished();
  Detector detector = Filled(
      {MadeArticle("b", pages.b, "y"), MadeArticle("b2", "责任编辑：王某\n" + pages.b, "z")});
  ASSERT_TRUE(detector.Run().ok());
  const auto answers = detector.Ask(MadeArticle("a", pages.a, "x").View());
  ASSERT_TRUE(answers.ok());
  ASSERT_EQ(answers->size(), 2u);  // exact copies: the first carries the ranges
  ASSERT_EQ((*answers)[0].verdict.slots.size(), 1u);
  const Slot& slot = (*answers)[0].verdict.slots[0];
  EXPECT_EQ(BytesOf(pages.a, slot.b), "23");
  EXPECT_EQ(BytesOf(pages.b, slot.a), "57");
  EXPECT_EQ((*answers)[1].verdict.probability, (*answers)[0].verdict.probability);
  EXPECT_TRUE((*answers)[1].verdict.slots.empty());
}

TEST(DetectorTest, ATooShortQuestionIsAnsweredByEqualTextsOnly) {
  const std::string page = MadePage(902);
  const std::string short_text = page.substr(0, 3 * 9);  // nine characters
  Detector detector =
      Filled({MadeArticle("page", page), MadeArticle("short", short_text), MadeArticle("x", "春")});
  ASSERT_TRUE(detector.Run().ok());
  const auto answers = detector.Ask(MadeArticle("q", short_text).View());
  ASSERT_TRUE(answers.ok());
  ASSERT_EQ(answers->size(), 1u);
  EXPECT_EQ(detector.article((*answers)[0].a).id, "short");
  EXPECT_EQ((*answers)[0].verdict.relation, Relation::kExact);
  EXPECT_THAT(*detector.Ask(MadeArticle("q", "春").View()),
              IsEmpty());  // equal, but too short to mean anything
}

TEST(DetectorTest, AnswersAboutAnArticleOutsideTheRun) {
  Detector detector = Filled(SmallCrawl());
  ASSERT_TRUE(detector.Run().ok());
  const Article copy = MadeArticle("q", Damaged(MadePage(101), 77, 30), "elsewhere");
  const auto answers = detector.Ask(copy.View());
  ASSERT_TRUE(answers.ok()) << answers.status();
  Ids ids;
  for (size_t i = 0; i < answers->size(); ++i) {
    ids.insert(detector.article((*answers)[i].a).id);
    EXPECT_EQ((*answers)[i].b, detector.size());
    if (i > 0) {
      EXPECT_GE((*answers)[i - 1].verdict.probability, (*answers)[i].verdict.probability);
    }
  }
  EXPECT_EQ(ids, (Ids{"s1c0", "s1c1", "s1c2", "s1c3"}));
  EXPECT_THAT(*detector.Ask(MadeArticle("stranger", MadePage(999)).View()), IsEmpty());
  EXPECT_THAT(*detector.Ask(MadeArticle("empty", "").View()), IsEmpty());
}

TEST(DetectorTest, ThreadsAndInputOrderChangeNothing) {
  std::mt19937_64 random(81);
  std::vector<Article> articles = SmallCrawl();
  const std::string expected = Described(RunOf(articles));
  EXPECT_THAT(expected, HasSubstr("s0copy"));
  for (const unsigned threads : {1u, 2u, 8u}) {
    DetectorOptions options;
    options.threads = threads;
    EXPECT_EQ(Described(RunOf(articles, options)), expected) << threads;
    std::shuffle(articles.begin(), articles.end(), random);
    EXPECT_EQ(Described(RunOf(articles, options)), expected) << "shuffled, " << threads;
  }
}

TEST(DetectorTest, SketchesAloneFindTheSameStories) {
  DetectorOptions options;
  options.verify = Verify::kSketch;
  const Result result = RunOf(SmallCrawl(), options);
  EXPECT_THAT(StoriesOf(result),
              UnorderedElementsAre(SmallStories()[0], SmallStories()[1], SmallStories()[2]));
  EXPECT_EQ(result.counts.compared, 0u);
}

TEST(DetectorTest, RejectedPairsAreListedOnRequest) {
  const std::string page = MadePage(300);
  const std::vector<Article> articles = {MadeArticle("a", page),
                                         MadeArticle("b", Damaged(page, 1, 20))};
  DetectorOptions options;
  options.min_probability = 1;  // only an exact copy is as sure
  EXPECT_THAT(RunOf(articles, options).pairs, IsEmpty());
  options.keep_rejected_pairs = true;
  const Result all = RunOf(articles, options);
  ASSERT_EQ(all.pairs.size(), 1u);
  EXPECT_LT(all.pairs[0].verdict.probability, 1);
  EXPECT_THAT(all.stories, IsEmpty());
}

TEST(DetectorTest, IdsMayChangeUntilTheRun) {
  Detector detector = Filled({MadeArticle("a", MadePage(1)), MadeArticle("a", MadePage(1))});
  detector.Rename(1, "a#2");
  detector.MarkLastAsReference();
  EXPECT_EQ(detector.article(1).id, "a#2");
  EXPECT_TRUE(detector.article(1).reference);
  EXPECT_FALSE(detector.article(0).reference);
  const absl::StatusOr<Result> result = detector.Run();
  ASSERT_TRUE(result.ok());
  EXPECT_THAT(StoriesOf(*result), ElementsAre(Ids{"a", "a#2"}));
}

TEST(DetectorTest, RoundupsAreListedInEveryStoryTheyHold) {
  std::vector<Article> articles;
  std::string digest;
  for (uint64_t story = 0; story < 3; ++story) {
    const std::string page = MadePage(800 + story, 16);
    articles.push_back(MadeArticle("a" + std::to_string(story), page));
    articles.push_back(MadeArticle("b" + std::to_string(story), Damaged(page, story, 50)));
    digest += page;
  }
  articles.push_back(MadeArticle("digest", digest));
  const Result result = RunOf(articles);
  EXPECT_EQ(result.counts.roundups, 1u);
  EXPECT_THAT(StoriesOf(result),
              UnorderedElementsAre(Ids{"a0", "b0", "digest"}, Ids{"a1", "b1", "digest"},
                                   Ids{"a2", "b2", "digest"}));
  for (const Story& story : result.stories)
    EXPECT_EQ(story.members.back().relation, Relation::kRoundup);
  EXPECT_EQ(result.counts.members, 6u);
  EXPECT_EQ(result.counts.stories, 3u);
}

TEST(DetectorTest, AnItemThatStandsInARoundupAloneIsNoStoryOfTwo) {
  std::vector<Article> articles;
  std::string digest;
  for (uint64_t story = 0; story < 3; ++story) {
    const std::string page = MadePage(800 + story, 16);
    articles.push_back(MadeArticle("a" + std::to_string(story), page));
    if (story == 0) articles.push_back(MadeArticle("b", Damaged(page, story, 50)));
    digest += page;
  }
  articles.push_back(MadeArticle("digest", digest));
  const Result result = RunOf(articles);
  EXPECT_EQ(result.stories.size(), 3u);  // two of them with the roundup only
  EXPECT_EQ(result.counts.stories, 1u);
  EXPECT_EQ(result.counts.members, 2u);
}

}  // namespace
}  // namespace wirecopy
