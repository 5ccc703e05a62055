// What --background names, and backgrounds as files: they are read, written and merged here.
//
//   WIRECOPY_ASSIGN_OR_RETURN(const auto chosen, ChooseBackground(invocation));
//   options.background = chosen.get();  // null: the one that comes with the library
#ifndef WIRECOPY_CLI_BACKGROUND_CHOICE_H_
#define WIRECOPY_CLI_BACKGROUND_CHOICE_H_

#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "cli/command_line.h"
#include "wirecopy/background/background_file.h"
#include "wirecopy/model/background.h"

namespace wirecopy::cli {

// Messages begin with the path. A file may be compressed.
absl::StatusOr<SavedBackground> ReadBackground(const std::string& path);

// The file appears whole or not at all; compressed where its name ends in .gz or .zst.
absl::Status WriteBackground(const std::string& path, const SavedBackground& saved);

// Of --background: null for "default" and where the command has no such flag, an empty one for
// "none", else what the file holds.
absl::StatusOr<std::unique_ptr<const Background>> ChooseBackground(const Invocation& invocation);

// "1,100 stories; 45,678 shingles stand in 2 or more of them, 120 are furniture of their outlets;
// a count may be too low by at most 1; fingerprint 0123456789abcdef"
std::string DescribeBackground(const SavedBackground& saved);

}  // namespace wirecopy::cli

#endif  // WIRECOPY_CLI_BACKGROUND_CHOICE_H_
