// What callers fill in may be filled in by name and in part, without a warning.
#pragma GCC diagnostic error "-Wmissing-field-initializers"

#include "gtest/gtest.h"
#include "wirecopy/compare/compare.h"
#include "wirecopy/detect/dedup.h"
#include "wirecopy/detect/detector.h"
#include "wirecopy/text/clean.h"

namespace wirecopy {
namespace {

TEST(PublicOptionsTest, MayBeNamedInPart) {
  EXPECT_EQ((ArticleView{.id = "a", .text = "b"}).published_at, std::nullopt);
  EXPECT_EQ((Article{.id = "a", .outlet = "b"}).title, "");
  EXPECT_TRUE((Article{.text = "a"}).View().id.empty());
  EXPECT_EQ((CompareInput{.tokens = {}}).facts, nullptr);
  EXPECT_EQ((CompareInput{.facts = nullptr}).published, std::nullopt);
  EXPECT_EQ((CompareOptions{.evidence = true}).min_probability, 0.5);
  EXPECT_EQ((DetectorOptions{.threads = 2}).sketch.bins, SketchOptions().bins);
  EXPECT_EQ((SketchOptions{.bins = 64}).bands, 32u);
  EXPECT_EQ((CleanOptions{.places = true}).furniture_rules, true);
  EXPECT_EQ((DedupOptions{.keep = Keep::kFirst}).drop.size(), 3u);
  EXPECT_EQ((RunControl{.cancelled = nullptr}).on_progress, nullptr);
}

}  // namespace
}  // namespace wirecopy
