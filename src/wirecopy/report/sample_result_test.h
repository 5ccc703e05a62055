// For tests: a small made result with what reports must cope with: both scripts, unknown dates and
// outlets, a roundup in two stories, an unsure origin, long lists, a hostile title.
#ifndef WIRECOPY_REPORT_SAMPLE_RESULT_TEST_H_
#define WIRECOPY_REPORT_SAMPLE_RESULT_TEST_H_

#include <string>
#include <utility>
#include <vector>

#include "wirecopy/model/reading.h"
#include "wirecopy/model/result.h"
#include "wirecopy/report/cluster_text.h"

namespace wirecopy {

inline constexpr int64_t kSampleMorning = 1'777'338'000;  // 2026-04-28T01:00:00Z
inline constexpr int64_t kSampleHour = 3600;

inline ArticleRecord SampleArticle(std::string id, std::string outlet, std::string title) {
  ArticleRecord article;
  article.id = std::move(id);
  article.outlet = std::move(outlet);
  article.title = std::move(title);
  article.content_hash = 7 + article.id.size();
  return article;
}

inline void Date(ArticleRecord* article, std::string published, TimeInterval interval) {
  article->published = std::move(published);
  article->published_at = interval;
}

inline StoryMember SampleMember(uint32_t article, Relation relation, uint32_t of,
                                double probability, double coverage, double coverage_of) {
  StoryMember member;
  member.article = article;
  member.relation = relation;
  member.of = of;
  member.probability = probability;
  member.coverage = coverage;
  member.coverage_of = coverage_of;
  return member;
}

inline StoryMember SampleOrigin(uint32_t article) {
  StoryMember member;
  member.article = article;
  return member;
}

inline std::vector<ArticleRecord> SampleArticles() {
  std::vector<ArticleRecord> articles = {
      SampleArticle("c1", "河东日报", "河东省春耕会议在临江召开"),
      SampleArticle("c2", "临江晚报", "河东省春耕会议在临江召开"),
      SampleArticle("c3", "Delta Daily 三角洲每日新闻网络传媒中心",
                    "春耕会议召开 各地部署农业生产、水利和种子供应等工作并提出要求"),
      SampleArticle("c4", "", "河東省春耕會議在臨江召開"),
      SampleArticle("c5", "湖畔网", "\x1b[31m\u202e河东省春耕会议\n在临江召开"),
      SampleArticle("c6", "湖畔网", ""),
      SampleArticle("e1", "Harbour Post", "Ferry line to reopen after storm repairs"),
      SampleArticle("e2", "Coast Wire", "Ferry line to reopen"),
      SampleArticle("r1", "早间综述", "今日要闻六则"),
      SampleArticle("x1", "Harbour Post", "A text of its own"),
      SampleArticle("x2", "湖畔网", "")};
  Date(&articles[0], "2026-04-28T09:00:00+08:00", {kSampleMorning, kSampleMorning});
  Date(&articles[1], "2026-04-28T12:30:00+08:00",
       {kSampleMorning + 12'600, kSampleMorning + 12'600});
  Date(&articles[2], "2026-04-28", {1'777'334'400, 1'777'420'799});
  Date(&articles[4], "2026-05-01 10:00",
       {kSampleMorning + 67 * kSampleHour, kSampleMorning + 95 * kSampleHour});
  Date(&articles[7], "2026-05-02", {1'777'680'000, 1'777'766'399});
  articles[10].too_short = true;
  return articles;
}

inline std::vector<Story> SampleStories() {
  Story meeting;
  meeting.name = "00c0ffee00c0ffee";
  meeting.members = {SampleOrigin(0),
                     SampleMember(1, Relation::kExact, 0, 1, 1, 1),
                     SampleMember(2, Relation::kExcerpt, 0, .91234567, .9962, .3148),
                     SampleMember(3, Relation::kReprint, 1, .97, .98, .95),
                     SampleMember(4, Relation::kEdited, 0, .61, .42, .004),
                     SampleMember(5, Relation::kReprint, 4, .88, .9, .9),
                     SampleMember(8, Relation::kRoundup, 0, .9, .21, .6)};
  meeting.members[0].lag_s = 0;
  meeting.members[1].lag_s = 12'600;
  meeting.members[2].lag_s = 0;
  meeting.members[4].lag_s = 67 * kSampleHour;
  meeting.origin = 0;
  meeting.origin_confidence = .82;
  meeting.origin_reasons = {"earliest seen", "named as source by 2 others"};
  meeting.first_published = TimeInterval{kSampleMorning, kSampleMorning};
  meeting.last_published =
      TimeInterval{kSampleMorning + 67 * kSampleHour, kSampleMorning + 95 * kSampleHour};
  meeting.least_evidence = .61;
  meeting.median_evidence = .93;
  Story ferry;
  ferry.name = "0123456789abcdef";
  ferry.members = {SampleOrigin(6), SampleMember(7, Relation::kReprint, 6, .99, .97, .96),
                   SampleMember(8, Relation::kRoundup, 6, .7, .18, .5)};
  ferry.origin = 6;
  ferry.first_published = ferry.last_published = TimeInterval{1'777'680'000, 1'777'766'399};
  ferry.least_evidence = ferry.median_evidence = .99;
  return {meeting, ferry};
}

inline std::vector<Series> SampleSeries() {
  Series notices;
  notices.name = "fedcba9876543210";
  notices.members = {{6, 1}, {9, std::nullopt}, {10, std::nullopt}};
  notices.first_published = notices.last_published = TimeInterval{1'777'680'000, 1'777'766'399};
  notices.numbers = 5;
  notices.names = 2;
  notices.edits = 1;
  notices.median_covered = .654321;
  return {notices};
}

inline Verdict SampleVerdict(Relation relation, double probability) {
  Verdict verdict;
  verdict.relation = relation;
  verdict.probability = probability;
  verdict.coverage_a = .98765432;
  verdict.coverage_b = .5;
  verdict.resemblance = .45;
  verdict.shared_bits = 812.5;
  verdict.bits_a = 822.65;
  verdict.bits_b = 1625;
  verdict.longest_match = 210;
  verdict.number_conflicts = 1;
  verdict.name_conflicts = 2;
  verdict.edits = 1;
  verdict.noise_slots = 3;
  verdict.gap_s = 12'600;
  verdict.reasons = {"99 % of a stands in b", "one number differs"};
  return verdict;
}

inline Result SampleResult() {
  Result result;
  result.articles = SampleArticles();
  result.stories = SampleStories();
  result.series = SampleSeries();
  result.pairs = {{0, 1, SampleVerdict(Relation::kExact, 1)},
                  {6, 9, SampleVerdict(Relation::kSameTemplate, .1)}};
  result.counts.articles = 11;
  result.counts.outlets = 7;
  result.counts.too_short = 1;
  result.counts.exact_copies = 1;
  result.counts.candidates = 12;
  result.counts.compared = 9;
  result.counts.stories = 2;
  result.counts.members = 8;
  result.counts.roundups = 1;
  result.counts.series = 1;
  result.counts.furniture_tokens = 400;
  result.counts.tokens = 4000;
  result.counts.pairs_by_relation = {1, 2, 0, 0, 0, 1, 0, 8};  // two of them listed
  result.background_fingerprint = 0xabc;
  return result;
}

inline ReadingCounts SampleReading() {
  ReadingCounts reading;
  reading.files = 2;
  reading.records = 14;
  reading.kept = 11;
  reading.skipped = 3;
  reading.bytes = 54'321;
  reading.skipped_by_reason = {{"not-json", 2}, {"no-text", 1}};
  reading.warnings_by_reason = {{"bad-date", 1}};
  return reading;
}

// A report as `kAppend` writes it (AppendClusterText, AppendClusterMarkdown, ...).
template <auto kAppend>
struct ReportWriter {
  std::string operator()(const Result& result, const ClusterTextOptions& options = {}) const {
    std::string text;
    kAppend(result, SampleReading(), options, &text);
    return text;
  }
};

}  // namespace wirecopy

#endif  // WIRECOPY_REPORT_SAMPLE_RESULT_TEST_H_
