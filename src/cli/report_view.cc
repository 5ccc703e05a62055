#include "cli/report_view.h"

#include <unistd.h>

#include <string>

#include "cli/console.h"

namespace wirecopy::cli {
namespace {

constexpr int kWidthWithoutTerminal = 100;

}  // namespace

TextStyle StyleOf(const Invocation& invocation) {
  const std::string output = invocation.Text("output");
  if (invocation.On("plain") || !(output.empty() || output == "-")) return {};
  TextStyle style;
  style.color = WantsColor(invocation.Text("color"), STDOUT_FILENO);
  style.lines = invocation.Text("color") == "always" || DrawsLines(STDOUT_FILENO);
  return style;
}

int WidthOf(const Invocation& invocation) {
  if (invocation.Has("width")) return static_cast<int>(invocation.Integer("width"));
  const int columns = TerminalColumns();
  return columns > 0 ? columns : kWidthWithoutTerminal;
}

}  // namespace wirecopy::cli
