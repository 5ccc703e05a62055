#include "wirecopy/report/evidence_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>

#include "wirecopy/report/page_files.h"
#include "wirecopy/report/report_reading_test.h"

namespace wirecopy {
namespace {

using ::testing::HasSubstr;

// What a report wrote.
struct Written {
  std::string page;
  std::map<uint32_t, std::string> parts;
};

EvidenceReport::WritePage IntoPage(Written& written) {
  return [&written](std::string_view bytes) {
    written.page += bytes;
    return absl::OkStatus();
  };
}

EvidenceReport::WritePart IntoParts(Written& written) {
  return [&written](uint32_t part, std::string_view bytes) {
    written.parts[part] = bytes;
    return absl::OkStatus();
  };
}

const std::string kHostile = "</script><script>alert(1)</script><!-- \u202e \x01";

// A line of texts that gzip cannot shorten much.
std::string TextLineOf(uint64_t seed, size_t size) {
  std::string line = "{\"id\":\"";
  for (size_t i = 0; i < size; ++i) {
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    line += static_cast<char>('0' + (seed >> 58));
  }
  return line + "\"}\n";
}

void Add(EvidenceReport& report, uint32_t stories, size_t text_bytes) {
  ASSERT_TRUE(report.Begin().ok());
  for (uint32_t i = 0; i < stories; ++i)
    ASSERT_TRUE(report.AddStory("{\"story\":\"" + std::to_string(i) + "\"}\n", 2).ok());
  ASSERT_TRUE(report.AddSeries("{\"series\":\"" + kHostile + "\"}\n").ok());
  ASSERT_TRUE(report.AddDoubt("{\"id_a\":\"x\"}\n").ok());
  ASSERT_TRUE(report.BeginTexts({"x", false}).ok());
  ASSERT_TRUE(report.AddText("{\"id\":\"x\"}\n").ok());
  for (uint32_t i = 0; i < stories; ++i) {
    ASSERT_TRUE(report.BeginTexts({std::to_string(i), true}).ok());
    ASSERT_TRUE(report.AddText(TextLineOf(2 * i, text_bytes)).ok());
    ASSERT_TRUE(report.AddText(TextLineOf(2 * i + 1, text_bytes)).ok());
  }
  report.AddMissing(kHostile);
  ASSERT_TRUE(report
                  .Finish({"{\"command\":\"cluster\"}\n",
                           .65,
                           {{"-", 0, "unreadable", "gone"}, {kHostile, 7, "no-text", kHostile}},
                           3})
                  .ok());
}

TEST(EvidenceReportTest, HoldsWhatWasAdded) {
  Written written;
  EvidenceReport report({}, IntoPage(written));
  Add(report, 1001, 10);
  const ReadReport read(written.page);
  EXPECT_EQ(read.Parts("stories"), 3u);
  const std::vector<std::string> stories = read.Lines("stories");
  ASSERT_EQ(stories.size(), 1001u);
  EXPECT_EQ(stories[500], "{\"story\":\"500\"}");
  EXPECT_EQ(read.Bytes("series"), "{\"series\":\"" + kHostile + "\"}\n");
  EXPECT_EQ(read.Line("doubt"), "{\"id_a\":\"x\"}");
  EXPECT_EQ(read.Lines("texts").size(), 2003u);
  const rapidjson::Document summary = ParsedJson(read.Line("summary"));
  EXPECT_STREQ(summary["schema"].GetString(), "wirecopy.report/1");
  EXPECT_STREQ(summary["summary"]["command"].GetString(), "cluster");
  EXPECT_EQ(summary["stories"].GetUint(), 1001u);
  EXPECT_EQ(summary["members"].GetUint(), 2002u);
  EXPECT_EQ(summary["texts_kept"].GetUint(), 2003u);
  EXPECT_EQ(summary["texts_left_out"].GetUint(), 0u);
  EXPECT_EQ(summary["texts_missing"].GetUint(), 1u);
  EXPECT_STREQ(summary["problems"][0]["place"].GetString(), "-");
  EXPECT_EQ(summary["problems"][1]["place"].GetString(), kHostile + ":7");
  EXPECT_EQ(summary["problems_not_listed"].GetUint(), 3u);
  const rapidjson::Document where = ParsedJson(read.Line("where"));
  EXPECT_EQ(where["articles"]["x"].GetUint(), 0u);
  EXPECT_EQ(where["stories"].MemberCount(), 1001u);
  EXPECT_EQ(where["left_out"].Size(), 0u);
  EXPECT_EQ(where["missing"][0].GetString(), kHostile);
}

TEST(EvidenceReportTest, NothingFromOutsideStandsInThePage) {
  Written written;
  EvidenceReport report({}, IntoPage(written));
  Add(report, 3, 10);
  EXPECT_EQ(written.page.find("alert(1)"), std::string::npos);
  std::string page = written.page;
  const size_t data = page.find("<script type=");
  EXPECT_EQ(page.find("<script"), data);
  page.erase(0, data);
  page.erase(page.rfind("<script>"));
  for (size_t at = 0; (at = page.find('<', at)) != std::string::npos; ++at) {
    EXPECT_TRUE(page.compare(at, 38, "<script type=\"application/x-wirecopy\" ") == 0 ||
                page.compare(at, 10, "</script>\n") == 0)
        << page.substr(at, 40);
  }
}

TEST(EvidenceReportTest, ThePolicyAllowsItsOwnScriptAndStyleOnly) {
  Written written;
  EvidenceReport report({}, IntoPage(written));
  Add(report, 1, 10);
  const std::string policy(Between(written.page, "Policy\" content=\"", "\""));
  EXPECT_EQ(policy, "default-src 'none'; script-src '" + PageScriptsHash() + "'; style-src '" +
                        PageStyleHash() +
                        "'; img-src data:; base-uri 'none'; form-action 'none'; worker-src blob:");
  EXPECT_EQ(Between(written.page, "<style>", "</style>"), PageStyle());
  const std::string_view page = written.page;
  EXPECT_EQ(Between(page.substr(page.rfind("<script>")), "<script>", "</script>"), PageScripts());
  EXPECT_TRUE(page.ends_with("</body></html>\n"));
}

TEST(EvidenceReportTest, PartsAreCutBetweenStories) {
  Written written;
  EvidenceReport report({}, IntoPage(written));
  Add(report, 6, 200'000);
  const ReadReport read(written.page);
  EXPECT_EQ(read.Parts("texts"), 2u);  // a story of 400 KB: three reach a megabyte
  const rapidjson::Document where = ParsedJson(read.Line("where"));
  EXPECT_EQ(where["stories"]["2"].GetUint(), 0u);
  EXPECT_EQ(where["stories"]["3"].GetUint(), 1u);
}

TEST(EvidenceReportTest, PartsMayStandApart) {
  Written written;
  EvidenceReport report({}, IntoPage(written), IntoParts(written));
  Add(report, 6, 200'000);
  ReadReport read(written.page);
  EXPECT_EQ(read.Parts("texts"), 0u);
  ASSERT_EQ(written.parts.size(), 2u);
  for (const auto& [part, script] : written.parts) {
    EXPECT_THAT(script, HasSubstr("wirecopyPart(\"texts\"," + std::to_string(part) + ",\""));
    read.AddPart(script);
  }
  EXPECT_EQ(read.Lines("texts").size(), 13u);
  EXPECT_EQ(ParsedJson(read.Line("summary"))["parts"]["texts"].GetUint(), 2u);
  EXPECT_THAT(written.page, HasSubstr("' 'strict-dynamic'; style-src"));
  EXPECT_EQ(EvidenceReport::PartName(7), "parts/texts-7.js");
}

TEST(EvidenceReportTest, LeavesTextsOutForSizeAndSaysSo) {
  constexpr uint64_t kMost = 1 << 20;
  Written written;
  EvidenceReport report({kMost}, IntoPage(written));
  Add(report, 20, 200'000);
  EXPECT_LE(written.page.size(), kMost);
  EXPECT_TRUE(report.is_full());
  const ReadReport read(written.page);
  const rapidjson::Document summary = ParsedJson(read.Line("summary"));
  const rapidjson::Document where = ParsedJson(read.Line("where"));
  const uint64_t kept = summary["texts_kept"].GetUint();
  EXPECT_EQ(kept, read.Lines("texts").size());
  EXPECT_EQ(kept + summary["texts_left_out"].GetUint(), 41u);
  EXPECT_EQ(kept, report.texts_kept());
  EXPECT_EQ(
      where["stories"].MemberCount() + where["articles"].MemberCount() + where["left_out"].Size(),
      21u);
  EXPECT_EQ(read.Lines("stories").size(), 20u);
}

// Ids may be long, and nothing makes them smaller.
TEST(EvidenceReportTest, LongIdsOfMissingTextsAreReckonedWith) {
  constexpr uint64_t kMost = 1 << 20;
  Written written;
  EvidenceReport report({kMost}, IntoPage(written));
  ASSERT_TRUE(report.Begin().ok());
  std::mt19937 random(7);
  std::string id(300'000, 'x');
  for (char& c : id) c = static_cast<char>('!' + random() % 90);
  report.AddMissing(id);
  for (int i = 0; i < 20; ++i) {
    ASSERT_TRUE(report.BeginTexts({std::to_string(i), true}).ok());
    std::string text(60'000, 'x');
    for (char& c : text) c = static_cast<char>('!' + random() % 90);
    ASSERT_TRUE(report.AddText(text).ok());
  }
  ASSERT_TRUE(report.Finish({}).ok());
  EXPECT_LE(written.page.size(), kMost);
  EXPECT_TRUE(report.is_full());
}

TEST(EvidenceReportTest, OfNothing) {
  Written written;
  EvidenceReport report({}, IntoPage(written));
  ASSERT_TRUE(report.Begin().ok());
  ASSERT_TRUE(report.Finish({}).ok());
  const ReadReport read(written.page);
  EXPECT_TRUE(ParsedJson(read.Line("summary"))["summary"].IsNull());
  EXPECT_EQ(read.Parts("stories"), 0u);
}

TEST(EvidenceReportTest, AFailureToWriteIsHandedOn) {
  EvidenceReport report({}, [](std::string_view) { return absl::ResourceExhaustedError("full"); });
  EXPECT_EQ(report.Begin().message(), "full");
}

}  // namespace
}  // namespace wirecopy
