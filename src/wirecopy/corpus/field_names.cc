#include "wirecopy/corpus/field_names.h"

#include <utility>

#include "absl/strings/str_format.h"

namespace wirecopy {

std::string_view FieldLabel(Field field) {
  static constexpr std::array<std::string_view, kFields> kLabels = {"text",   "id",        "url",
                                                                    "outlet", "published", "title"};
  return kLabels[static_cast<size_t>(field)];
}

absl::StatusOr<FieldTable> FieldTable::Create(const FieldNames& fields) {
  const std::array<std::pair<Field, const std::vector<std::string>*>, kFields> lists = {
      {{Field::kText, &fields.text},
       {Field::kId, &fields.id},
       {Field::kUrl, &fields.url},
       {Field::kOutlet, &fields.outlet},
       {Field::kPublished, &fields.published},
       {Field::kTitle, &fields.title}}};
  FieldTable table;
  for (const auto& [field, list] : lists) {
    const bool has_empty = std::find(list->begin(), list->end(), "") != list->end();
    if (list->empty() || list->size() > FieldNames::kMaxNames || has_empty) {
      return absl::InvalidArgumentError(
          absl::StrFormat("FieldNames.%s has %u names; it must have 1 to %u, none of them empty",
                          FieldLabel(field), list->size(), FieldNames::kMaxNames));
    }
    uint32_t rank = 0;
    for (const std::string& name : *list) table.Add(name, field, rank++);
  }
  return table;
}

void FieldTable::Add(const std::string& name, Field field, uint32_t rank) {
  by_length_[SlotOf(name)].push_back({name, field, rank});
  for (size_t dot = name.find('.'); dot != std::string::npos; dot = name.find('.', dot + 1)) {
    objects_.push_back(name.substr(0, dot));
  }
}

}  // namespace wirecopy
