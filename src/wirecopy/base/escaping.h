// Text from elsewhere, escaped so that it cannot steer a terminal or show as another text: control
// characters (C0, DEL, C1), marks that turn the direction of writing, line separators. One rule for
// JSON and for messages.
//
// Threads: pure functions.
#ifndef WIRECOPY_BASE_ESCAPING_H_
#define WIRECOPY_BASE_ESCAPING_H_

#include <string>
#include <string_view>

namespace wirecopy {

// Appends the text as a JSON string, quotation marks included; bytes that are not UTF-8 become
// U+FFFD.
void AppendJsonString(std::string_view text, std::string* out);

// What must be escaped as \xNN, byte by byte, line ends and tabs too, and bytes that are not UTF-8.
std::string Printable(std::string_view text);

}  // namespace wirecopy

#endif  // WIRECOPY_BASE_ESCAPING_H_
