// Articles' texts loaded a few megabytes at a time, with what the engine saw in them, for an
// evidence report.
//
//   ShownTexts texts(run, threads);
//   WIRECOPY_RETURN_IF_ERROR(texts.Load({{copy, origin}, {other, std::nullopt}}));
//   texts.Text(copy), texts.Evidence(copy), texts.Alignment(0)
#ifndef WIRECOPY_CLI_COMMANDS_SHOWN_TEXTS_H_
#define WIRECOPY_CLI_COMMANDS_SHOWN_TEXTS_H_

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "cli/commands/evidence_report.h"
#include "wirecopy/detect/evidence_of_texts.h"
#include "wirecopy/report/utf16_text.h"

namespace wirecopy::cli {

// An article to show, and the one it is aligned with.
struct ShownArticle {
  uint32_t article = 0;
  std::optional<uint32_t> beside = std::nullopt;
};

class ShownTexts {
 public:
  // `run` must outlive it.
  ShownTexts(const ReportedRun& run, unsigned threads) : run_(run), threads_(threads) {}

  // Replaces what was loaded. `more`: articles whose text alone is needed. What is not there is
  // passed over.
  absl::Status Load(std::span<const ShownArticle> articles, std::span<const uint32_t> more = {});

  // Null where the text is not there.
  const Utf16Text* Text(uint32_t article) const;
  // REQUIRES: the text is there.
  const TextEvidence& Evidence(uint32_t article) const;
  // Of the article at that index of what was loaded; null where it stands beside none.
  const AlignmentPlaces* Alignment(size_t index) const;

 private:
  void Want(uint32_t article);

  const ReportedRun& run_;
  const unsigned threads_;
  std::map<uint32_t, uint32_t> index_of_;  // by article
  std::vector<uint32_t> articles_;
  std::vector<std::string> originals_;
  std::vector<std::optional<Utf16Text>> texts_;
  std::vector<std::optional<uint32_t>> pair_of_;  // by index of what was loaded
  TextsEvidence evidence_;
};

}  // namespace wirecopy::cli

#endif  // WIRECOPY_CLI_COMMANDS_SHOWN_TEXTS_H_
