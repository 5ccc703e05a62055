// Bridges between std::string_view and absl::string_view, which are different types in some builds
// of Abseil (Debian's among them) and the same type in others.
#ifndef WIRECOPY_BASE_STRING_BRIDGE_H_
#define WIRECOPY_BASE_STRING_BRIDGE_H_

#include <string_view>

#include "absl/strings/string_view.h"

namespace wirecopy {

inline absl::string_view ToAbsl(std::string_view s) { return {s.data(), s.size()}; }
inline std::string_view ToStd(absl::string_view s) { return {s.data(), s.size()}; }

}  // namespace wirecopy

#endif  // WIRECOPY_BASE_STRING_BRIDGE_H_
