// A program of somebody else's: knows the installed headers and the shared library, nothing of the
// source tree. Exit status 0: the library found the one story there is; otherwise a sentence on
// stderr.
#include <cstdio>
#include <string>

#include "wirecopy/wirecopy.h"

namespace {

const std::string kReport =
    "The harbour council of Easthaven voted nine to four on Tuesday to rebuild the north pier, "
    "which two winter storms "
    "had left closed to ferries since January. Engineers told the council that the oak piles below "
    "the old deck were "
    "sound, and that the work could start once the herring fleet had left for the summer grounds. "
    "The ferry company "
    "said it would carry passengers from the fish quay until the pier opens again next spring.";
const std::string kOtherReport =
    "A retired schoolteacher from Millbrook has given the town library four hundred maps drawn by "
    "her grandfather, who "
    "walked every footpath of the county between the wars. The librarian said the sheets would be "
    "scanned this autumn "
    "and shown in the reading room, where visitors may add the names of farms that have since "
    "disappeared.";

int Fail(const char* sentence) {
  std::fprintf(stderr, "consumer: %s\n", sentence);
  return 1;
}

}  // namespace

int main() {
  auto detector = wirecopy::Detector::Create(wirecopy::OptionsFor(wirecopy::Preset::kBalanced));
  if (!detector.ok()) return Fail("the default options were refused");
  const std::string reprint = "By Our Correspondent\n" + kReport;
  for (const wirecopy::ArticleView& article :
       {wirecopy::ArticleView{.id = "original", .outlet = "Easthaven Gazette", .text = kReport},
        wirecopy::ArticleView{.id = "reprint", .outlet = "County Mail", .text = reprint},
        wirecopy::ArticleView{.id = "other", .outlet = "County Mail", .text = kOtherReport}}) {
    if (!detector->Add(article).ok()) return Fail("an article was refused");
  }
  const auto result = detector->Run();
  if (!result.ok()) return Fail("the run failed");
  if (result->stories.size() != 1 || result->stories[0].members.size() != 2)
    return Fail("one story of two expected");

  const auto dropped = wirecopy::PlanDedup(*detector, *result, {});
  if (!dropped.ok() || dropped->size() != 1) return Fail("one article to drop expected");

  const wirecopy::Evidence evidence =
      wirecopy::CompareArticles({.id = "a", .text = kReport}, {.id = "b", .text = kReport},
                                wirecopy::Background(), {.evidence = true});
  if (evidence.verdict.relation != wirecopy::Relation::kExact)
    return Fail("a text is not an exact copy of itself");

  std::string page;
  wirecopy::EvidenceReport report({}, [&page](std::string_view bytes) {
    page += bytes;
    return absl::OkStatus();
  });
  std::string line;
  wirecopy::AppendStoryLine(*result, result->stories[0], &line);
  const std::vector<wirecopy::ShownText> texts = {{kReport, "a"}, {reprint, "b"}};
  const std::vector<std::pair<uint32_t, uint32_t>> pairs = {{1, 0}};
  const wirecopy::TextsEvidence shown =
      wirecopy::EvidenceOfTexts({texts, pairs}, detector->background(), 1);
  if (shown.pairs[0].places.passages.empty()) return Fail("a reprint shares no passage");
  if (!report.Begin().ok() || !report.AddStory(line, 2).ok() || !report.Finish({}).ok() ||
      page.find("data-block=\"stories\"") == std::string::npos)
    return Fail("no report was made");

  const wirecopy::CleanText clean = wirecopy::Clean(kReport);
  const auto shingles =
      wirecopy::ShingleSet(wirecopy::MakeBody(clean.tokens, clean.furniture).tokens);
  const auto sketcher = wirecopy::Sketcher::Create({});
  if (!sketcher.ok()) return Fail("the default sketch options were refused");
  const wirecopy::Sketch sketch = sketcher->MakeSketch(shingles);
  if (wirecopy::EstimateResemblance(sketch, sketch) != 1)
    return Fail("a sketch does not resemble itself");
  std::printf("one story of %zu, %s\n", result->stories[0].members.size(),
              std::string(wirecopy::RelationName(result->stories[0].members[1].relation)).c_str());
  return 0;
}
