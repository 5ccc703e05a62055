#include <fstream>
#include <string_view>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "sample.h"

namespace wirecopy {
namespace {

constexpr size_t kColumns = 13;

std::string OrEmpty(const std::string& cell) { return cell == "-" ? std::string() : cell; }

std::vector<Damage> ParseDamages(const std::string& cell) {
  std::vector<Damage> damages;
  for (const std::string& item :
       std::vector<std::string>(absl::StrSplit(cell, ',', absl::SkipEmpty()))) {
    damages.push_back(ParseDamage(item));
  }
  return damages;
}

std::vector<std::pair<std::string, std::string>> ParseEdits(const std::string& cell) {
  std::vector<std::pair<std::string, std::string>> edits;
  const std::string unescaped = absl::StrReplaceAll(cell, {{"\\n", "\n"}});
  for (const std::string& item :
       std::vector<std::string>(absl::StrSplit(unescaped, "||", absl::SkipEmpty()))) {
    edits.push_back(absl::StrSplit(item, absl::MaxSplits("=>", 1)));
  }
  return edits;
}

RecipeRow ParseRow(const std::vector<std::string>& c) {
  return {.id = c[0],
          .story = c[1],
          .relation = c[2],
          .source_id = OrEmpty(c[3]),
          .outlet = c[4],
          .bases = absl::StrSplit(c[5], '+'),
          .time = c[6],
          .published = c[7],
          .author = OrEmpty(c[8]),
          .page_source = OrEmpty(c[9]),
          .damages = ParseDamages(OrEmpty(c[10])),
          .title = c[11],
          .edits = ParseEdits(OrEmpty(c[12]))};
}

}  // namespace

absl::StatusOr<std::vector<BaseText>> ReadBaseTexts(const std::string& file_name) {
  std::ifstream file(file_name);
  if (!file) return absl::NotFoundError(absl::StrCat(file_name, ": cannot be read"));
  std::vector<BaseText> texts;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    if (line.starts_with("@ ")) {
      const std::pair<std::string, std::string> head =
          absl::StrSplit(line.substr(2), absl::MaxSplits(" | ", 1));
      texts.push_back({head.first, head.second, {}});
    } else if (!texts.empty()) {
      std::string& body = texts.back().body;
      absl::StrAppend(&body, body.empty() ? "" : "\n", line);
    }
  }
  return texts;
}

absl::StatusOr<std::vector<RecipeRow>> ReadRecipe(const std::string& file_name) {
  std::ifstream file(file_name);
  if (!file) return absl::NotFoundError(absl::StrCat(file_name, ": cannot be read"));
  std::vector<RecipeRow> rows;
  size_t number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    const std::vector<std::string> cells = absl::StrSplit(line, '\t');
    if (cells.size() != kColumns) {
      return absl::DataLossError(absl::StrCat(file_name, ":", number, ": ", cells.size(),
                                              " columns; a row has ", kColumns));
    }
    rows.push_back(ParseRow(cells));
  }
  return rows;
}

}  // namespace wirecopy
