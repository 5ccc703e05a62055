#include "cli/flag_value.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "cli/suggestion.h"
#include "wirecopy/base/string_bridge.h"

namespace wirecopy::cli {
namespace {

constexpr std::string_view kUnits = "KMGT";

absl::Status Refused(std::string_view shown, std::string_view value, std::string_view allowed) {
  return absl::InvalidArgumentError(
      absl::StrFormat("%s is \"%s\"; it must be %s", shown, value, allowed));
}

std::string Number(double value) { return absl::StrCat(value); }

absl::Status CheckRange(const Flag& flag, std::string_view shown, std::string_view value,
                        const std::optional<double>& number, std::string_view noun) {
  if (number && *number >= flag.least && *number <= flag.most) return absl::OkStatus();
  const bool size = flag.kind == FlagKind::kSize;
  const auto text = [&](double bound) {
    return size ? SizeText(static_cast<uint64_t>(bound)) : Number(bound);
  };
  return Refused(shown, value,
                 absl::StrFormat("%s from %s to %s", noun, text(flag.least), text(flag.most)));
}

absl::Status CheckChoice(const Flag& flag, std::string_view shown, std::string_view value) {
  const std::vector<std::string> choices = Choices(flag);
  if (std::ranges::find(choices, value) != choices.end()) return absl::OkStatus();
  const std::vector<std::string_view> views(choices.begin(), choices.end());
  const std::string_view meant = Nearest(value, views);
  const std::string hint = meant.empty() ? "" : absl::StrFormat("; did you mean %s?", meant);
  return Refused(shown, value, absl::StrCat("one of ", absl::StrJoin(choices, ", "), hint));
}

absl::Status CheckChoices(const Flag& flag, std::string_view shown, std::string_view value) {
  for (const absl::string_view part : absl::StrSplit(ToAbsl(value), ',')) {
    if (absl::Status status = CheckChoice(flag, shown, ToStd(part)); !status.ok()) return status;
  }
  return absl::OkStatus();
}

template <typename T>
std::optional<double> AsReal(const std::optional<T>& number) {
  if (!number) return std::nullopt;
  return static_cast<double>(*number);
}

}  // namespace

absl::Status CheckValue(const Flag& flag, std::string_view shown, std::string_view value) {
  switch (flag.kind) {
    case FlagKind::kSwitch:
      return absl::OkStatus();
    case FlagKind::kText:
    case FlagKind::kTexts:
    case FlagKind::kTwoTexts:
      if (value.empty()) return absl::InvalidArgumentError(absl::StrFormat("%s is empty", shown));
      return absl::OkStatus();
    case FlagKind::kInteger:
      return CheckRange(flag, shown, value, AsReal(ParseInteger(value)), "a whole number");
    case FlagKind::kReal:
      return CheckRange(flag, shown, value, ParseReal(value), "a number");
    case FlagKind::kSize:
      return CheckRange(flag, shown, value, AsReal(ParseSize(value)),
                        "a size in bytes, like 64M or 2G,");
    case FlagKind::kChoice:
      return CheckChoice(flag, shown, value);
    case FlagKind::kChoices:
      return CheckChoices(flag, shown, value);
  }
  return absl::OkStatus();
}

std::string_view ValueName(const Flag& flag) {
  return flag.value_name.empty() ? flag.choices : flag.value_name;
}

std::vector<std::string> Choices(const Flag& flag) {
  return absl::StrSplit(ToAbsl(flag.choices), '|');
}

std::optional<double> ParseReal(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
    return std::nullopt;
  return value;
}

std::optional<uint64_t> ParseInteger(std::string_view text) {
  uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<uint64_t> ParseSize(std::string_view text) {
  uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc()) return std::nullopt;
  std::string unit(end, text.data() + text.size());
  std::ranges::transform(unit, unit.begin(),
                         [](char c) { return c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c; });
  if (unit.empty() || unit == "B") return value;
  const size_t power = kUnits.find(unit[0]);
  if (power == std::string_view::npos) return std::nullopt;
  if (unit.size() > 1 && unit.substr(1) != "B" && unit.substr(1) != "IB") return std::nullopt;
  const unsigned shift = 10 * static_cast<unsigned>(power + 1);
  if (value > (UINT64_MAX >> shift)) return std::nullopt;
  return value << shift;
}

std::string SizeText(uint64_t size_bytes) {
  size_t power = 0;
  while (size_bytes != 0 && size_bytes % 1024 == 0 && power < kUnits.size()) {
    size_bytes /= 1024;
    ++power;
  }
  return power == 0 ? absl::StrCat(size_bytes)
                    : absl::StrFormat("%d%c", size_bytes, kUnits[power - 1]);
}

}  // namespace wirecopy::cli
