#include "wirecopy/model/verdict.h"

#include <array>

namespace wirecopy {
namespace {

constexpr std::array<std::string_view, kRelationCount> kRelationNames = {
    "exact", "reprint", "edited", "excerpt", "roundup", "same-template", "quote", "unrelated"};
constexpr std::array<std::string_view, 7> kSlotKindNames = {
    "number", "name", "edit", "deixis", "noise", "byline", "correction"};

}  // namespace

std::string_view RelationName(Relation relation) {
  return kRelationNames[static_cast<size_t>(relation)];
}

std::optional<Relation> ParseRelation(std::string_view name) {
  for (size_t i = 0; i < kRelationNames.size(); ++i) {
    if (kRelationNames[i] == name) return static_cast<Relation>(i);
  }
  return std::nullopt;
}

std::string_view SlotKindName(SlotKind kind) { return kSlotKindNames[static_cast<size_t>(kind)]; }

}  // namespace wirecopy
