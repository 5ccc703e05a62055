// Cleaning of real damaged pages. They lie outside the project: in $WIRECOPY_SHARED, else in
// ../shared beside it.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>
#include <string>

#include "wirecopy/text/clean.h"
#include "wirecopy/text/fold_table.h"
#include "wirecopy/text/folded_page.h"
#include "wirecopy/text/gbk.h"
#include "wirecopy/text/pinyin.h"
#include "wirecopy/text/utf8.h"

namespace wirecopy {
namespace {

struct Row {
  const char* name;  // first characters of the file name
  uint32_t pinyin;
  uint32_t gbk_repairs;
  uint32_t han;
};
void PrintTo(const Row& row, std::ostream* out) { *out << row.name; }

std::filesystem::path SeedFolder() {
  const char* shared = std::getenv("WIRECOPY_SHARED");
  const std::filesystem::path folder = shared ? shared : WIRECOPY_PROJECT_DIR "/../shared";
  return folder / "data" / "seeds";
}

std::string ReadSeed(std::string_view name) {
  if (!std::filesystem::is_directory(SeedFolder())) return "";
  for (const auto& entry : std::filesystem::directory_iterator(SeedFolder())) {
    if (!entry.path().filename().string().starts_with(name)) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  return "";
}

class SeedTest : public testing::TestWithParam<Row> {};

TEST_P(SeedTest, IsUndone) {
  const std::string text = ReadSeed(GetParam().name);
  if (text.empty()) GTEST_SKIP() << "no real pages in " << SeedFolder();
  const CleanText clean = Clean(text, {.furniture_rules = false});
  EXPECT_EQ(clean.damage.pinyin, GetParam().pinyin);
  EXPECT_EQ(clean.damage.gbk_repairs, GetParam().gbk_repairs);
  uint32_t han = 0;
  for (Token token : clean.tokens) {
    if (KindOf(token) != TokenKind::kCharacter) continue;
    ++han;
    EXPECT_TRUE(IsGb2312HanCode(ToGbk(token)) || token == U'旸') << std::hex << token;
  }
  EXPECT_NEAR(han, GetParam().han, 6);  // the notes counted before repairs
  // Words are few and are none of the readings.
  const FoldedPage page = FoldPage(text);
  for (size_t i = 1; i < page.chars.size(); ++i) {
    if (!IsBasicHan(page.chars[i - 1]) || page.chars[i] < U'a' || page.chars[i] > U'z') continue;
    const PinyinSyllable syllable = ReadPinyin(text, page.begins[i]);
    EXPECT_EQ(syllable.number, 0) << text.substr(page.begins[i], 12);
  }
  EXPECT_EQ(Clean(RenderClean(text), {.furniture_rules = false}).tokens, clean.tokens);
}

INSTANTIATE_TEST_SUITE_P(RealPages, SeedTest,
                         testing::Values(Row{"000", 218, 2, 1211}, Row{"001", 381, 0, 1757},
                                         Row{"002", 194, 1, 928}, Row{"003", 225, 3, 1244},
                                         Row{"004", 158, 0, 1372}));

}  // namespace
}  // namespace wirecopy
