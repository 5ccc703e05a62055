#include "cli/output_places.h"

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "absl/strings/str_format.h"
#include "wirecopy/base/status_macros.h"
#include "wirecopy/corpus/input_files.h"
#include "wirecopy/corpus/output_file.h"

namespace wirecopy::cli {
namespace {

constexpr std::string_view kStdout = "-";
constexpr const char* kOutputFlags[] = {"output",  "drop",   "rejects",    "series",
                                        "summary", "report", "report-dir", "save-background"};

struct Sink {
  std::string name;  // "--drop dropped.jsonl"
  std::string path;
  std::string place;  // OutputPlace()
};

// What `report` shows beside the stories.
constexpr const char* kShownFlags[] = {"articles", "summary", "series"};

bool IsInput(const Invocation& invocation, std::string_view flag) {
  return invocation.command().id == CommandId::kReport &&
         std::ranges::find(kShownFlags, flag) != std::end(kShownFlags);
}

// The result goes to stdout where --output does not take it elsewhere.
bool ResultGoesToStdout(const Invocation& invocation) {
  if (invocation.command().id == CommandId::kReport && invocation.Has("report-dir")) return false;
  const std::string output = invocation.Text("output");
  return output.empty() || output == kStdout;
}

std::vector<Sink> SinksOf(const Invocation& invocation) {
  std::vector<Sink> sinks;
  if (ResultGoesToStdout(invocation)) {
    sinks.push_back({"the result on stdout", std::string(kStdout), OutputPlace("-")});
  }
  for (const char* flag : kOutputFlags) {
    if (IsInput(invocation, flag)) continue;
    const std::string path = invocation.Text(flag);
    const bool is_there = path == kStdout && std::string_view(flag) == "output";
    if (path.empty() || is_there) continue;
    sinks.push_back({absl::StrFormat("--%s %s", flag, path), path, OutputPlace(path)});
  }
  return sinks;
}

absl::Status CheckApart(const std::vector<Sink>& sinks) {
  for (size_t i = 0; i < sinks.size(); ++i) {
    for (size_t j = 0; j < i; ++j) {
      if (sinks[i].place.empty() || sinks[i].place != sinks[j].place) continue;
      return absl::InvalidArgumentError(absl::StrFormat(
          "%s and %s are one place; each needs its own", sinks[j].name, sinks[i].name));
    }
  }
  return absl::OkStatus();
}

// The place of what is a regular file; empty: of nothing else, a terminal is read and written.
std::string PlaceOfFile(const std::string& path) {
  std::error_code ignored;
  return std::filesystem::is_regular_file(path, ignored) ? OutputPlace(path) : "";
}

std::vector<std::string> InputsOf(const Invocation& invocation) {
  std::vector<std::string> inputs = invocation.operands();
  for (const char* flag : {"against", "gold", "pairs", "merge", "background"}) {
    for (const std::string& input : invocation.Texts(flag)) inputs.push_back(input);
  }
  for (const char* flag : kShownFlags) {
    if (!IsInput(invocation, flag)) continue;
    for (const std::string& input : invocation.Texts(flag)) inputs.push_back(input);
  }
  return inputs;
}

bool IsAmong(const std::string& place, const std::vector<InputFile>& files, bool named_only) {
  return std::ranges::any_of(files, [&](const InputFile& file) {
    return !(named_only && file.was_found) &&
           PlaceOfFile(file.path == "-" ? "/dev/stdin" : file.path) == place;
  });
}

absl::Status CheckInputsStay(const Invocation& invocation, const std::vector<Sink>& sinks) {
  std::vector<InputFile> files;
  bool found = false;
  for (const Sink& sink : sinks) {
    const bool is_stdout = sink.path == kStdout;
    const std::string place = PlaceOfFile(is_stdout ? "/dev/stdout" : sink.path);
    if (place.empty()) continue;
    if (!found) files = FindInputFiles(InputsOf(invocation)).files;
    found = true;
    // What stdout goes to was made by the shell, often in the folder that is read; it is left out
    // of the reading then (FindOptions).
    if (IsAmong(place, files, is_stdout)) {
      return absl::InvalidArgumentError(absl::StrFormat("%s would replace an input", sink.name));
    }
  }
  return absl::OkStatus();
}

}  // namespace

bool WritesToStdout(const Invocation& invocation) {
  return ResultGoesToStdout(invocation) || std::ranges::any_of(kOutputFlags, [&](const char* flag) {
           return !IsInput(invocation, flag) && invocation.Text(flag) == kStdout;
         });
}

absl::Status CheckOutputs(const Invocation& invocation) {
  const std::vector<Sink> sinks = SinksOf(invocation);
  WIRECOPY_RETURN_IF_ERROR(CheckApart(sinks));
  return CheckInputsStay(invocation, sinks);
}

}  // namespace wirecopy::cli
