// The beginning of untrusted bytes, fit for a message: quoted, control characters and broken UTF-8
// escaped.
//
//   Excerpt("ab\x1b[2J") == "\"ab\\x1b[2J\""
#ifndef WIRECOPY_CORPUS_EXCERPT_H_
#define WIRECOPY_CORPUS_EXCERPT_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace wirecopy {

// At most `max_bytes` of the original, then "..." where more follows.
std::string Excerpt(std::string_view bytes, size_t max_bytes = 40);

// A file's name as it is, or, where it holds control characters or broken UTF-8, with those
// escaped.
std::string PrintableName(std::string_view name);

// The offset of the first byte that is not part of a well-formed UTF-8 character; empty: all is
// well.
std::optional<size_t> FirstInvalidUtf8(std::string_view bytes);

// 16777216 -> "16,777,216"
std::string WithCommas(unsigned long long number);

}  // namespace wirecopy

#endif  // WIRECOPY_CORPUS_EXCERPT_H_
