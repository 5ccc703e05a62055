#include "cli/suggestion.h"

#include <algorithm>
#include <vector>

namespace wirecopy::cli {

size_t EditDistance(std::string_view a, std::string_view b) {
  std::vector<size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before.swap(last);
    last.swap(row);
  }
  return last[b.size()];
}

std::string_view Nearest(std::string_view typed, std::span<const std::string_view> names) {
  std::string_view nearest;
  size_t least = std::max<size_t>(1, typed.size() / 3) + 1;
  for (std::string_view name : names) {
    const size_t distance = EditDistance(typed, name);
    if (distance < least) {
      least = distance;
      nearest = name;
    }
  }
  if (!nearest.empty() || typed.size() < 3) return nearest;
  const auto longer =
      std::ranges::find_if(names, [&](std::string_view name) { return name.starts_with(typed); });
  return longer == names.end() ? std::string_view() : *longer;
}

}  // namespace wirecopy::cli
