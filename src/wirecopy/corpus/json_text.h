// JSON at the level of text: strings unescaped, and an object added to a line that is
// otherwise left as it is, byte for byte.
//
//   AnnotateLine(R"({"id":"a"})", R"({"kept":true})")  ->  {"id":"a","wirecopy":{"kept":true}}
//
// Threads: pure functions.
#ifndef WIRECOPY_CORPUS_JSON_TEXT_H_
#define WIRECOPY_CORPUS_JSON_TEXT_H_

#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace wirecopy {

// Appends what the inside of a JSON string means. A lone surrogate (\ud83d) becomes U+FFFD, as does
// each half of a pair in the wrong order. False where an escape is none of JSON's; what was
// appended is then of no use. REQUIRES: valid UTF-8 without a quotation mark that is not escaped.
bool AppendUnescaped(std::string_view escaped, std::string* out);

// Whether the text is a number by JSON's grammar, of whatever size.
bool IsJsonNumber(std::string_view text);

// The line with the member "wirecopy" set to `object_json` as its last member; one that stood there
// is replaced. Bytes outside that member are kept. InvalidArgument where the line is not a JSON
// object.
absl::StatusOr<std::string> AnnotateLine(std::string_view line, std::string_view object_json);

}  // namespace wirecopy

#endif  // WIRECOPY_CORPUS_JSON_TEXT_H_
