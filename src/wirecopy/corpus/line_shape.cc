#include "wirecopy/corpus/line_shape.h"

#include <span>
#include <string_view>

#include "absl/strings/str_format.h"
#include "wirecopy/base/status_macros.h"

namespace wirecopy {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

bool IsText(const element& value) { return value.is_string(); }
bool IsTextOrNull(const element& value) { return value.is_string() || value.is_null(); }
bool IsCount(const element& value) { return value.is_uint64(); }
bool IsSecondsOrNull(const element& value) { return value.is_int64() || value.is_null(); }

bool IsShare(const element& value) {
  double share = 0;
  return !value.get(share) && share >= 0 && share <= 1;
}

bool IsTexts(const element& value) {
  array texts;
  if (value.get(texts)) return false;
  for (const element text : texts) {
    if (!text.is_string()) return false;
  }
  return true;
}

bool IsFingerprint(const element& value) {
  std::string_view digits;
  return !value.get(digits) && digits.size() == 16 &&
         digits.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

// "2026-04-28T01:00:00Z"
bool IsInstant(std::string_view text) {
  constexpr std::string_view kForm = "0000-00-00T00:00:00Z";
  if (text.size() != kForm.size()) return false;
  for (size_t i = 0; i < kForm.size(); ++i) {
    const bool is_right = kForm[i] == '0' ? text[i] >= '0' && text[i] <= '9' : text[i] == kForm[i];
    if (!is_right) return false;
  }
  const auto two = [text](size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
  return two(5) >= 1 && two(5) <= 12 && two(8) >= 1 && two(8) <= 31 && two(11) <= 23 &&
         two(14) <= 59 && two(17) <= 59;
}

bool IsIntervalOrNull(const element& value) {
  array ends;
  if (value.is_null()) return true;
  if (value.get(ends) || ends.size() != 2) return false;
  for (const element end : ends) {
    std::string_view instant;
    if (end.get(instant) || !IsInstant(instant)) return false;
  }
  return true;
}

struct Key {
  const char* name;
  bool (*is_right)(const element& value);
};

constexpr Key kStory[] = {{"story", IsFingerprint},
                          {"size", IsCount},
                          {"outlets", IsCount},
                          {"roundups", IsCount},
                          {"first_published", IsIntervalOrNull},
                          {"last_published", IsIntervalOrNull},
                          {"background", IsFingerprint}};
constexpr Key kSeries[] = {{"series", IsFingerprint},
                           {"size", IsCount},
                           {"first_published", IsIntervalOrNull},
                           {"last_published", IsIntervalOrNull},
                           {"median_covered", IsShare},
                           {"background", IsFingerprint}};
constexpr Key kDiffers[] = {{"numbers", IsCount}, {"names", IsCount}, {"edits", IsCount}};
constexpr Key kSeriesMember[] = {{"id", IsText},
                                 {"outlet", IsTextOrNull},
                                 {"published", IsTextOrNull},
                                 {"published_interval", IsIntervalOrNull},
                                 {"url", IsTextOrNull},
                                 {"title", IsTextOrNull},
                                 {"story", IsTextOrNull}};
constexpr Key kOrigin[] = {{"id", IsText}, {"confidence", IsShare}, {"reasons", IsTexts}};
constexpr Key kEvidence[] = {{"least", IsShare}, {"median", IsShare}};
constexpr Key kMember[] = {{"id", IsText},
                           {"outlet", IsTextOrNull},
                           {"published", IsTextOrNull},
                           {"published_interval", IsIntervalOrNull},
                           {"url", IsTextOrNull},
                           {"title", IsTextOrNull},
                           {"relation", IsText},
                           {"of", IsTextOrNull},
                           {"of_confidence", IsShare},
                           {"of_reasons", IsTexts},
                           {"probability", IsShare},
                           {"coverage", IsShare},
                           {"coverage_of", IsShare},
                           {"lag_s", IsSecondsOrNull}};

absl::Status CheckKeys(const object& of, std::span<const Key> keys) {
  for (const Key& key : keys) {
    element value;
    if (of[key.name].get(value)) return absl::DataLossError(absl::StrFormat("no \"%s\"", key.name));
    if (!key.is_right(value))
      return absl::DataLossError(
          absl::StrFormat("\"%s\" is not what this format has there", key.name));
  }
  return absl::OkStatus();
}

absl::Status CheckPart(const object& of, const char* name, std::span<const Key> keys) {
  object part;
  if (of[name].get(part)) return absl::DataLossError(absl::StrFormat("no \"%s\"", name));
  return CheckKeys(part, keys);
}

absl::Status CheckMembers(const object& of, std::span<const Key> keys) {
  array members;
  if (of["members"].get(members)) return absl::DataLossError("no \"members\"");
  if (members.begin() == members.end()) return absl::DataLossError("\"members\" is empty");
  for (const element one : members) {
    object member;
    if (one.get(member)) return absl::DataLossError("a member is no object");
    if (const absl::Status status = CheckKeys(member, keys); !status.ok())
      return absl::DataLossError(absl::StrFormat("a member: %s", status.message()));
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status CheckStoryShape(const object& story) {
  WIRECOPY_RETURN_IF_ERROR(CheckKeys(story, kStory));
  WIRECOPY_RETURN_IF_ERROR(CheckPart(story, "origin", kOrigin));
  WIRECOPY_RETURN_IF_ERROR(CheckPart(story, "evidence", kEvidence));
  return CheckMembers(story, kMember);
}

absl::Status CheckSeriesShape(const object& series) {
  WIRECOPY_RETURN_IF_ERROR(CheckKeys(series, kSeries));
  WIRECOPY_RETURN_IF_ERROR(CheckPart(series, "differs", kDiffers));
  return CheckMembers(series, kSeriesMember);
}

}  // namespace wirecopy
