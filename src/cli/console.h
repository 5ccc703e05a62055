// Words to people on stderr: messages, and one line of progress below them that disappears at the
// end.
//
//   Console console(WantsProgress("auto"));
//   console.Progress("compare", done, total);
//   console.Say("news.jsonl:41: no \"text\" field");
//
// Threads: one caller at a time.
#ifndef WIRECOPY_CLI_CONSOLE_H_
#define WIRECOPY_CLI_CONSOLE_H_

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "absl/strings/string_view.h"
#include "wirecopy/base/string_bridge.h"

namespace wirecopy::cli {

// "auto", "always" or "never" of --progress and --color, for a file descriptor.
bool WantsProgress(std::string_view choice);
bool WantsColor(std::string_view choice, int descriptor);

// Whether it is a terminal that shows lines and bars.
bool DrawsLines(int descriptor);

// Columns of the terminal on stdout; 0 where it is none.
int TerminalColumns();

// Resident memory of this process.
uint64_t ResidentBytes();

class Console {
 public:
  explicit Console(bool progress) : progress_(progress) {}
  ~Console() { Clear(); }
  Console(const Console&) = delete;
  Console& operator=(const Console&) = delete;

  // One line, "wirecopy: " before it.
  void Say(std::string_view message);
  void Say(absl::string_view message) { Say(ToStd(message)); }
  void Say(const std::string& message) { Say(std::string_view(message)); }
  void Say(const char* message) { Say(std::string_view(message)); }
  // These renew the line at most ten times a second, from half a second on. A total of 0 is
  // unknown.
  void Progress(std::string_view phase, uint64_t done, uint64_t total);
  void Reading(uint64_t articles, uint64_t bytes_read, uint64_t bytes_total);
  void Clear();

 private:
  void Renew(std::string_view phase, uint64_t done, std::optional<double> share);
  using Clock = std::chrono::steady_clock;
  bool progress_;
  bool shown_ = false;
  std::string phase_;
  Clock::time_point started_ = Clock::now();
  Clock::time_point phase_started_ = Clock::now();
  Clock::time_point renewed_ = Clock::now();
};

}  // namespace wirecopy::cli

#endif  // WIRECOPY_CLI_CONSOLE_H_
