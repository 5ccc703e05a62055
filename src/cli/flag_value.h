// Checks what was typed for a flag against its row of the table.
#ifndef WIRECOPY_CLI_FLAG_VALUE_H_
#define WIRECOPY_CLI_FLAG_VALUE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "cli/flag_table.h"

namespace wirecopy::cli {

// InvalidArgument: one sentence with `shown` (how the flag was given: "--threads",
// "WIRECOPY_THREADS"), the value and what is allowed.
absl::Status CheckValue(const Flag& flag, std::string_view shown, std::string_view value);

// What help shows for the flag's value: "FILE", "text|jsonl"; empty for switches.
std::string_view ValueName(const Flag& flag);

std::vector<std::string> Choices(const Flag& flag);

std::optional<double> ParseReal(std::string_view text);
std::optional<uint64_t> ParseInteger(std::string_view text);
// "64M" -> 67,108,864; K, M, G, T in either case (powers of 1024), optionally with B or iB. Empty:
// not a size.
std::optional<uint64_t> ParseSize(std::string_view text);
// 67,108,864 -> "64M", exact; bytes where no unit divides it.
std::string SizeText(uint64_t size_bytes);

}  // namespace wirecopy::cli

#endif  // WIRECOPY_CLI_FLAG_VALUE_H_
