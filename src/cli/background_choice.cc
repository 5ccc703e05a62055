#include "cli/background_choice.h"

#include "absl/strings/str_format.h"
#include "cli/commands/single_article.h"
#include "cli/output.h"
#include "wirecopy/base/status_macros.h"
#include "wirecopy/corpus/excerpt.h"

namespace wirecopy::cli {
namespace {

constexpr size_t kMaxFileBytes = size_t{8} << 30;

}  // namespace

absl::StatusOr<SavedBackground> ReadBackground(const std::string& path) {
  WIRECOPY_ASSIGN_OR_RETURN(const std::string bytes, ReadWhole(path, kMaxFileBytes));
  absl::StatusOr<SavedBackground> saved = ParseBackground(bytes);
  if (saved.ok()) return saved;
  return absl::Status(saved.status().code(),
                      absl::StrFormat("%s: %s", path, saved.status().message()));
}

absl::Status WriteBackground(const std::string& path, const SavedBackground& saved) {
  return WriteWhole(path, SerializeBackground(saved));
}

absl::StatusOr<std::unique_ptr<const Background>> ChooseBackground(const Invocation& invocation) {
  const std::string choice = invocation.Text("background");
  if (choice.empty() || choice == "default") return nullptr;
  if (choice == "none") return std::make_unique<const Background>();
  WIRECOPY_ASSIGN_OR_RETURN(SavedBackground saved, ReadBackground(choice));
  return std::make_unique<const Background>(std::move(saved.learnt));
}

std::string DescribeBackground(const SavedBackground& saved) {
  return absl::StrFormat(
      "%s stories; %s shingles stand in %d or more of them, %s are furniture of their outlets; a "
      "count may be too low by at most %s; fingerprint %016x",
      WithCommas(saved.learnt.story_count()), WithCommas(saved.learnt.entry_count()),
      saved.least_stories, WithCommas(saved.learnt.outlet_shingle_count()),
      WithCommas(saved.max_shortfall), saved.learnt.fingerprint());
}

}  // namespace wirecopy::cli
