// A file that holds one article: plain text, or one JSON record.
#ifndef WIRECOPY_CLI_COMMANDS_SINGLE_ARTICLE_H_
#define WIRECOPY_CLI_COMMANDS_SINGLE_ARTICLE_H_

#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "wirecopy/corpus/record.h"
#include "wirecopy/model/article.h"

namespace wirecopy::cli {

// All bytes of a file or of stdin ("-"), decompressed. ResourceExhausted above `max_bytes`.
absl::StatusOr<std::string> ReadWhole(const std::string& path, size_t max_bytes);

// Whether bytes look like JSON: their first that is no white space opens an object.
bool LooksLikeJson(std::string_view bytes);

// Plain text unless the file looks like JSON and is no .txt (.txt.gz, .txt.zst). Without an id of
// its own the article's id is the path. Messages begin with the path.
absl::StatusOr<Article> ReadSingleArticle(const std::string& path, const RecordOptions& options);

}  // namespace wirecopy::cli

#endif  // WIRECOPY_CLI_COMMANDS_SINGLE_ARTICLE_H_
