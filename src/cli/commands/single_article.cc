#include "cli/commands/single_article.h"

#include <memory>
#include <utility>

#include "absl/strings/str_format.h"
#include "cli/interruption.h"
#include "wirecopy/base/status_macros.h"
#include "wirecopy/corpus/byte_source.h"
#include "wirecopy/corpus/excerpt.h"
#include "wirecopy/corpus/input_files.h"
#include "wirecopy/corpus/outlet_domain.h"

namespace wirecopy::cli {
namespace {

constexpr std::string_view kWhiteSpace = " \t\r\n";
constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

absl::Status About(const std::string& path, std::string_view message) {
  return absl::DataLossError(absl::StrFormat("%s: %s", path == "-" ? "stdin" : path, message));
}

absl::Status About(const std::string& path, const absl::Status& status) {
  return absl::Status(status.code(),
                      absl::StrFormat("%s: %s", path == "-" ? "stdin" : path, status.message()));
}

std::string_view Trimmed(std::string_view bytes) {
  const size_t begin = bytes.find_first_not_of(kWhiteSpace);
  return begin == std::string_view::npos
             ? ""
             : bytes.substr(begin, bytes.find_last_not_of(kWhiteSpace) + 1 - begin);
}

absl::StatusOr<Article> ArticleOfText(const std::string& path, std::string text,
                                      size_t max_text_bytes) {
  if (text.size() > max_text_bytes) {
    return About(path, absl::StrFormat("the text has %s bytes; --max-text-bytes allows %s",
                                       WithCommas(text.size()), WithCommas(max_text_bytes)));
  }
  if (const auto bad = FirstInvalidUtf8(text)) {
    return About(path, absl::StrFormat("byte %s is not UTF-8; convert the file to UTF-8",
                                       WithCommas(*bad + 1)));
  }
  Article article;
  article.id = path;
  article.text = std::move(text);
  return article;
}

absl::StatusOr<Article> ArticleOfJson(const std::string& path, std::string_view json,
                                      RecordReader& reader) {
  RecordOutcome outcome = reader.Read(json);
  if (!outcome.skipped) {
    if (outcome.article.id.empty()) outcome.article.id = path;
    if (outcome.article.outlet.empty()) outcome.article.outlet = OutletOfUrl(outcome.article.url);
    return std::move(outcome.article);
  }
  const size_t line_end = json.find('\n');
  if (line_end != std::string_view::npos &&
      !reader.Read(Trimmed(json.substr(0, line_end))).skipped) {
    return About(path, "the file holds several records; choose two of them with --ids A B");
  }
  return About(path, outcome.doubt->message);
}

}  // namespace

absl::StatusOr<std::string> ReadWhole(const std::string& path, size_t max_bytes) {
  absl::StatusOr<std::unique_ptr<ByteSource>> source =
      ByteSource::Open(path, {.cancelled = &Interrupted()});
  if (!source.ok()) return About(path, source.status());
  std::string bytes;
  size_t filled = 0;
  for (;;) {
    bytes.resize(filled + (size_t{1} << 16));
    const absl::StatusOr<size_t> got =
        (*source)->Read(bytes.data() + filled, bytes.size() - filled);
    if (!got.ok()) return About(path, got.status());
    filled += *got;
    if (*got == 0) break;
    if (filled > max_bytes)
      return About(path, absl::StrFormat("more than %s bytes", WithCommas(max_bytes)));
  }
  bytes.resize(filled);
  return bytes.starts_with(kByteOrderMark) ? bytes.substr(kByteOrderMark.size()) : bytes;
}

bool LooksLikeJson(std::string_view bytes) { return Trimmed(bytes).starts_with('{'); }

absl::StatusOr<Article> ReadSingleArticle(const std::string& path, const RecordOptions& options) {
  // As much as one line of JSON may hold of a text with every character escaped.
  WIRECOPY_ASSIGN_OR_RETURN(std::string bytes,
                            ReadWhole(path, 3 * options.max_text_bytes + (size_t{64} << 10)));
  if (InputKindOf(path) == InputKind::kText || !LooksLikeJson(bytes)) {
    return ArticleOfText(path, std::move(bytes), options.max_text_bytes);
  }
  WIRECOPY_ASSIGN_OR_RETURN(RecordReader reader, RecordReader::Create(options));
  return ArticleOfJson(path, Trimmed(bytes), reader);
}

}  // namespace wirecopy::cli
