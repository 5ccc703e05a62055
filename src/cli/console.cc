#include "cli/console.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "absl/strings/str_format.h"
#include "wirecopy/base/escaping.h"
#include "wirecopy/corpus/excerpt.h"

namespace wirecopy::cli {
namespace {

void WriteWords(std::string_view words) {
  while (!words.empty()) {
    const ssize_t written = write(STDERR_FILENO, words.data(), words.size());
    if (written <= 0) return;  // nobody left to tell
    words.remove_prefix(static_cast<size_t>(written));
  }
}

// Empty where it is not set.
std::string_view EnvironmentText(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

double SecondsSince(std::chrono::steady_clock::time_point then) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - then).count();
}

}  // namespace

bool WantsProgress(std::string_view choice) {
  if (choice != "auto") return choice == "always";
  return isatty(STDERR_FILENO) && EnvironmentText("TERM") != "dumb";
}

// NO_COLOR (no-color.org) wins over CLICOLOR_FORCE, as who cannot read colours needs it to.
bool WantsColor(std::string_view choice, int descriptor) {
  if (choice != "auto") return choice == "always";
  if (!EnvironmentText("NO_COLOR").empty()) return false;
  const std::string_view force = EnvironmentText("CLICOLOR_FORCE");
  if (!force.empty() && force != "0") return true;
  return DrawsLines(descriptor);
}

bool DrawsLines(int descriptor) {
  const std::string_view terminal = EnvironmentText("TERM");
  return !terminal.empty() && terminal != "dumb" && isatty(descriptor);
}

int TerminalColumns() {
  winsize size = {};
  if (!isatty(STDOUT_FILENO) || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return 0;
  return size.ws_col;
}

uint64_t ResidentBytes() {
  unsigned long long total = 0, resident = 0;
  if (FILE* file = std::fopen("/proc/self/statm", "r")) {
    if (std::fscanf(file, "%llu %llu", &total, &resident) != 2) resident = 0;
    std::fclose(file);
  }
  return resident * static_cast<uint64_t>(sysconf(_SC_PAGESIZE));
}

void Console::Say(std::string_view message) {
  Clear();
  WriteWords(absl::StrFormat("wirecopy: %s\n", Printable(message)));
}

void Console::Progress(std::string_view phase, uint64_t done, uint64_t total) {
  std::optional<double> share;
  if (total > 0) share = static_cast<double>(done) / static_cast<double>(total);
  Renew(phase, done, share);
}

void Console::Reading(uint64_t articles, uint64_t bytes_read, uint64_t bytes_total) {
  std::optional<double> share;
  if (bytes_total > 0) share = static_cast<double>(bytes_read) / static_cast<double>(bytes_total);
  Renew("read", articles, share);
}

void Console::Renew(std::string_view phase, uint64_t done, std::optional<double> share) {
  if (!progress_) return;
  if (phase != phase_) {
    phase_ = phase;
    phase_started_ = Clock::now();
  }
  if (SecondsSince(started_) < 0.5 || SecondsSince(renewed_) < 0.1) return;
  renewed_ = Clock::now();
  std::string line = absl::StrFormat("%-8s", phase_);
  if (share) absl::StrAppendFormat(&line, "%4d %%", static_cast<int>(*share * 100));
  const double seconds = SecondsSince(phase_started_);
  const auto rate = static_cast<uint64_t>(seconds > 0.1 ? static_cast<double>(done) / seconds : 0);
  absl::StrAppendFormat(&line, "  %s  %s/s  %s MB", WithCommas(done), WithCommas(rate),
                        WithCommas(ResidentBytes() >> 20));
  WriteWords("\r" + line + "\033[K");
  shown_ = true;
}

void Console::Clear() {
  if (shown_) WriteWords("\r\033[K");
  shown_ = false;
}

}  // namespace wirecopy::cli
