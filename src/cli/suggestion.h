// The word somebody meant: the known name nearest to a mistyped one.
#ifndef WIRECOPY_CLI_SUGGESTION_H_
#define WIRECOPY_CLI_SUGGESTION_H_

#include <cstddef>
#include <span>
#include <string_view>

namespace wirecopy::cli {

// Insertions, deletions, replacements and swaps of neighbours that turn one into the other.
size_t EditDistance(std::string_view a, std::string_view b);

// The nearest of `names` (the first of equals), or a name `typed` is the beginning of; empty where
// none is near: more than a third of the letters, at least one, would have to change.
std::string_view Nearest(std::string_view typed, std::span<const std::string_view> names);

}  // namespace wirecopy::cli

#endif  // WIRECOPY_CLI_SUGGESTION_H_
