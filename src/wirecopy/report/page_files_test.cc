#include "wirecopy/report/page_files.h"

#include <gtest/gtest.h>

#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/escaping.h"
#include "wirecopy/report/golden_file_test.h"
#include "wirecopy/report/report_reading_test.h"
#include "wirecopy/report/sha256_test.h"

namespace wirecopy {
namespace {

std::string InPolicy(std::string_view bytes) {
  return "sha256-" + absl::Base64Escape(absl::HexStringToBytes(Sha256(bytes)));
}

TEST(PageFilesTest, TheTestsOwnDigestIsRight) {
  EXPECT_EQ(Sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(Sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(PageFilesTest, HashesAreOfWhatStandsInThePage) {
  EXPECT_EQ(PageStyleHash(), InPolicy(PageStyle()));
  EXPECT_EQ(PageScriptsHash(), InPolicy(PageScripts()));
}

TEST(PageFilesTest, HoldWhatTheFolderHolds) {
  EXPECT_EQ(PageShell(), ProjectFile("src/wirecopy/report/page/page.html"));
  EXPECT_EQ(PageStyle(), ProjectFile("src/wirecopy/report/page/page.css"));
  std::string scripts = "'use strict';\n";
  for (const std::string& name : SplitLines(ProjectFile("src/wirecopy/report/page/scripts.txt"))) {
    scripts += ProjectFile("src/wirecopy/report/page/" + name) + "\n";
  }
  EXPECT_EQ(PageScripts(), scripts);
}

// Under the policy nothing of these would run or show; and nothing may end its element early.
TEST(PageFilesTest, HoldNothingThePolicyForbids) {
  const std::string shell = absl::AsciiStrToLower({PageShell().data(), PageShell().size()});
  for (const char* forbidden :
       {"<script", "<style", " style=", " onclick=", "javascript:", "<iframe"})
    EXPECT_EQ(shell.find(forbidden), std::string::npos) << forbidden;
  const std::string scripts = absl::AsciiStrToLower({PageScripts().data(), PageScripts().size()});
  EXPECT_EQ(scripts.find("</script"), std::string::npos);
  EXPECT_EQ(scripts.find("<!--"), std::string::npos);
}

}  // namespace
}  // namespace wirecopy
