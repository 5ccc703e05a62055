// One record, a line of JSON, to an article.
//
//   WIRECOPY_ASSIGN_OR_RETURN(RecordReader reader, RecordReader::Create({}));
//   RecordOutcome outcome = reader.Read(R"({"id":"a","text":"..."})");
//   if (outcome.problem) ...   // outcome.skipped tells whether there is an article
//
// Each field is looked for under several names, in order; the first name that holds a value (a
// string that is not empty; for `id` and `published` also a number) decides. A name with dots
// reaches into objects ("publisher.name") or names a key with dots. What the top level does not
// have is looked for in a nested object "metadata". Of a key that stands twice in an object the
// last one counts. Keys not asked for are passed over, whatever they hold.
//
// Any bytes may be handed in; depth costs nothing, no recursion follows the input.
// Cost: above 1 GB/s on lines of 4 KB. Threads: one reader a thread.
#ifndef WIRECOPY_CORPUS_RECORD_H_
#define WIRECOPY_CORPUS_RECORD_H_

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "wirecopy/corpus/field_names.h"
#include "wirecopy/model/article.h"

namespace wirecopy {

struct RecordOptions {
  FieldNames fields;
  size_t max_text_bytes = size_t{16} << 20;  // of UTF-8 after unescaping; in [1, 1 GiB]
  std::string time_zone;  // of dates without one; see ParseTimeZone; empty: unknown
};

// Why a record gave no article, or gave one with a doubt.
struct RecordDoubt {
  std::string_view reason;  // "not-json", "not-an-object", "no-text", "text-not-a-string",
                            // "bad-utf8", "too-long", "bad-date"; a literal
  std::string message;      // one sentence with the value and what is allowed
};

struct RecordOutcome {
  Article article;  // of use unless skipped; `id` is empty where the record has none
  bool skipped = false;
  std::optional<RecordDoubt> doubt;  // always set where skipped
};

class RecordReader {
 public:
  // Bytes behind a line that ReadPadded() may read, whatever they are.
  static constexpr size_t kPaddingBytes = 64;
  // Of every field but the text, in bytes.
  static constexpr size_t kMaxFieldBytes = size_t{64} << 10;

  static absl::StatusOr<RecordReader> Create(RecordOptions options);
  RecordReader(RecordReader&&) noexcept;
  RecordReader& operator=(RecordReader&&) noexcept;
  ~RecordReader();

  // `line` without its line end. REQUIRES: kPaddingBytes readable behind it.
  RecordOutcome ReadPadded(std::string_view line);
  // The same for bytes without padding; copies them.
  RecordOutcome Read(std::string_view line);

 private:
  struct State;
  explicit RecordReader(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace wirecopy

#endif  // WIRECOPY_CORPUS_RECORD_H_
