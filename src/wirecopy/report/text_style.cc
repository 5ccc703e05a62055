#include "wirecopy/report/text_style.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace wirecopy {

std::string Paint(const TextStyle& style, Ink ink, std::string_view text) {
  constexpr std::array<std::string_view, 8> kCodes = {"",   "1",  "2",  "1;32",
                                                      "32", "36", "35", "1;31"};
  const std::string_view code = kCodes[static_cast<size_t>(ink)];
  std::string painted;
  if (!style.color || code.empty() || text.empty()) return painted.assign(text);
  painted.append("\x1b[").append(code).append("m").append(text).append("\x1b[0m");
  return painted;
}

std::string ShareBar(double share, int columns) {
  constexpr std::array<std::string_view, 8> kParts = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  const int whole = 8 * columns;
  int eighths = 0;
  if (std::isfinite(share) && share > 0) {
    eighths = std::clamp(static_cast<int>(std::lround(whole * std::min(share, 1.0))), 1,
                         share < 1 ? whole - 1 : whole);
  }
  std::string bar;
  for (int i = 0; i < eighths / 8; ++i) bar += "█";
  bar += kParts[static_cast<size_t>(eighths % 8)];
  const int used = (eighths + 7) / 8;
  bar.append(static_cast<size_t>(columns - used), ' ');
  return bar;
}

}  // namespace wirecopy
