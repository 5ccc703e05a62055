// Real pages of hijacked domains and their clean twins under every damage: each page with its own,
// no two together.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <ostream>

#include "code_points.h"
#include "damage.h"
#include "outlet_page.h"
#include "run_detector_test.h"
#include "seed_pages_test.h"
#include "shared_folder_test.h"
#include "wirecopy/corpus/article_reader.h"

namespace wirecopy {
namespace {

// Several damages after another on one page.
struct DamageCase {
  std::string name;
  std::vector<Damage> damages;
  friend void PrintTo(const DamageCase& c, std::ostream* out) { *out << c.name; }
};

std::vector<DamageCase> AllCases() {
  std::vector<DamageCase> cases;
  for (const Damage& damage : AllDamages()) cases.push_back({damage.name, {damage}});
  cases.push_back({"cut-cloaked-flat", {{"cut", "50"}, {"gbk", "b"}, {"flat", ""}}});
  cases.push_back(
      {"dropped-noisy-traditional", {{"drop", "40"}, {"noise", "3"}, {"traditional", ""}}});
  cases.push_back({"inserted-doubled", {{"insert", "40"}, {"double", ""}}});
  cases.push_back(
      {"moved-hidden-entities", {{"reorder", ""}, {"zerowidth", ""}, {"entities", ""}}});
  return cases;
}

// The page as crawled, its clean twin, and the twin's body damaged in the page of another outlet.
std::vector<Article> Variants(const SeedPage& page, const DamageCase& damage_case,
                              const Outlet& outlet) {
  DamageContext context{SeededRandom(page.number * 1000 + 7), ForeignSentences()};
  std::string body = page.clean_body;
  for (const Damage& damage : damage_case.damages) body = ApplyDamage(damage, body, context);
  PageFields fields;
  fields.title = "今日要闻";
  fields.time = "2026-11-20 08:00";
  fields.body = body;
  const Page rendered = RenderPage(outlet, fields);
  const std::string name = std::to_string(page.number);
  std::vector<Article> articles(3);
  articles[0].id = name + "-crawled";
  articles[0].text = page.crawled;
  articles[1].id = name + "-clean";
  articles[1].text = page.clean;
  articles[2].id = name + "-" + damage_case.name;
  articles[2].text = rendered.before + rendered.body + rendered.after;
  return articles;
}

void ExpectGroupedByPage(const std::vector<Article>& articles) {
  const Result result = RunDetector(articles);
  const std::map<std::string, size_t> numbers = StoryNumbers(result);
  for (const auto& [id, number] : numbers) {
    const std::string crawled = id.substr(0, id.find('-')) + "-crawled";
    EXPECT_EQ(number, numbers.at(crawled))
        << id << " left its page: " << DescribeVerdict(result, id, crawled);
  }
  for (const std::set<std::string>& members : MembersOf(result)) {
    std::set<char> pages;
    for (const std::string& id : members) pages.insert(id[0]);
    EXPECT_EQ(pages.size(), 1u) << "two pages in one story: " << *members.begin() << " and "
                                << *members.rbegin();
  }
}

class Seeds : public testing::TestWithParam<DamageCase> {
 protected:
  void SetUp() override {
    pages_ = ReadSeedPages(SharedFolder() / "data" / "seeds");
    if (pages_.empty()) GTEST_SKIP() << "no pages under " << SharedFolder();
    ASSERT_EQ(pages_.size(), 5u);
    outlets_ = ReadOutlets(WIRECOPY_SUPPORT_DIR "/sample/outlets.txt");
  }
  std::vector<SeedPage> pages_;
  std::vector<Outlet> outlets_;
};

TEST_P(Seeds, StayFiveStories) {
  std::vector<Article> articles;
  for (const SeedPage& page : pages_) {
    // Chinese outlets stand first.
    std::ranges::move(Variants(page, GetParam(), outlets_[page.number * 3 % 16]),
                      std::back_inserter(articles));
  }
  ExpectGroupedByPage(articles);
}

// Of the less covered side, in information.
struct Coverages {
  double least_of_one_story = 1;
  double most_of_two = 0;
};

Coverages CoveragesAmong(const std::vector<Article>& articles) {
  Coverages found;
  absl::StatusOr<Detector> detector = Detector::Create({});
  if (!detector.ok()) return {0, 1};
  for (const Article& article : articles) EXPECT_TRUE(detector->Add(article.View()).ok());
  EXPECT_TRUE(detector->Run().ok());
  for (uint32_t a = 0; a < articles.size(); ++a) {
    for (uint32_t b = a + 1; b < articles.size(); ++b) {
      const absl::StatusOr<Verdict> verdict = detector->Judge(a, b);
      if (!verdict.ok()) return {0, 1};
      const double coverage = std::min<double>(verdict->coverage_a, verdict->coverage_b);
      if (articles[a].id[0] == articles[b].id[0]) {
        found.least_of_one_story = std::min(found.least_of_one_story, coverage);
      } else {
        found.most_of_two = std::max(found.most_of_two, coverage);
      }
    }
  }
  return found;
}

TEST_P(Seeds, CoverageOfOneStoryIsFourTimesThatOfTwo) {
  std::vector<Article> articles;
  for (const SeedPage& page : pages_) {
    std::ranges::move(Variants(page, GetParam(), outlets_[page.number * 3 % 16]),
                      std::back_inserter(articles));
  }
  // Sentences of one list are inserted into all five, so these do share text.
  const double times = GetParam().name.starts_with("insert") ? 2.5 : 4;
  const Coverages found = CoveragesAmong(articles);
  EXPECT_GE(found.least_of_one_story, times * found.most_of_two)
      << found.least_of_one_story << " against " << found.most_of_two;
  RecordProperty("least_of_one_story", std::to_string(found.least_of_one_story));
  RecordProperty("most_of_two", std::to_string(found.most_of_two));
}

INSTANTIATE_TEST_SUITE_P(Damages, Seeds, testing::ValuesIn(AllCases()), [](const auto& test) {
  std::string name = test.param.name;
  std::ranges::replace(name, '-', '_');
  return name;
});

class AllSeeds : public Seeds {};

TEST_P(AllSeeds, StayFiveStoriesWithEveryDamageAtOnce) {
  std::map<std::string, Article> articles;
  size_t turn = 0;
  for (const SeedPage& page : pages_) {
    for (const DamageCase& damage_case : AllCases()) {
      for (Article& article : Variants(page, damage_case, outlets_[turn++ % 16])) {
        articles[article.id] = std::move(article);
      }
    }
  }
  std::vector<Article> list;
  for (auto& [id, article] : articles) list.push_back(std::move(article));
  ExpectGroupedByPage(list);
}

INSTANTIATE_TEST_SUITE_P(Together, AllSeeds, testing::Values(DamageCase{"all", {}}));

// The records of natural_damage.jsonl; the key "cluster" says which belong together.
std::vector<Article> ReadNatural(std::map<std::string, std::string>* clusters) {
  ReaderOptions options;
  options.inputs = {(SharedFolder() / "data" / "natural_damage.jsonl").string()};
  options.keep_lines = true;
  std::vector<Article> articles;
  auto reader = ArticleReader::Create(std::move(options));
  if (!reader.ok()) return articles;
  std::vector<ReadArticle> batch;
  for (auto more = (*reader)->Next(&batch); more.ok() && *more; more = (*reader)->Next(&batch)) {
    for (ReadArticle& read : batch) {
      const std::string key = "\"cluster\": \"";
      const size_t begin = read.line.find(key) + key.size();
      (*clusters)[read.article.id] = read.line.substr(begin, read.line.find('"', begin) - begin);
      articles.push_back(std::move(read.article));
    }
  }
  return articles;
}

TEST(NaturalDamage, EachClusterIsWholeAndNothingElseJoined) {
  std::map<std::string, std::string> clusters;
  const std::vector<Article> articles = ReadNatural(&clusters);
  if (articles.empty()) GTEST_SKIP() << "no natural_damage.jsonl under " << SharedFolder();
  ASSERT_EQ(clusters.size(), 9u);
  const Result result = RunDetector(articles);
  const std::map<std::string, size_t> numbers = StoryNumbers(result);
  for (const auto& [a, cluster_a] : clusters) {
    for (const auto& [b, cluster_b] : clusters) {
      if (a >= b) continue;
      EXPECT_EQ(numbers.at(a) == numbers.at(b), cluster_a == cluster_b)
          << a << " and " << b << ": " << DescribeVerdict(result, a, b);
    }
  }
}

TEST(NaturalDamage, JoinsThePagesOfTheSameReportAndNoOthers) {
  std::map<std::string, std::string> clusters;
  std::vector<Article> articles = ReadNatural(&clusters);
  if (articles.empty()) GTEST_SKIP() << "no natural_damage.jsonl under " << SharedFolder();
  for (const SeedPage& page : ReadSeedPages(SharedFolder() / "data" / "seeds")) {
    Article& article = articles.emplace_back();
    article.id = std::to_string(page.number) + "-crawled";
    article.text = page.crawled;
  }
  const Result result = RunDetector(articles);
  const std::map<std::string, size_t> numbers = StoryNumbers(result);
  EXPECT_EQ(numbers.at("gd0428-x"), numbers.at("0-crawled"))
      << DescribeVerdict(result, "gd0428-x", "0-crawled");
  EXPECT_EQ(numbers.at("gd0428-orig"), numbers.at("0-crawled"));
  EXPECT_EQ(numbers.at("js0203"), numbers.at("2-crawled"))
      << DescribeVerdict(result, "js0203", "2-crawled");
  for (const char* other : {"scl0319-a", "scl0319-b", "scl0319-c", "js-spun", "moj1"}) {
    for (char page = '0'; page <= '4'; ++page) {
      EXPECT_NE(numbers.at(other), numbers.at(std::string(1, page) + "-crawled"))
          << other << " and page " << page;
    }
  }
}

}  // namespace
}  // namespace wirecopy
