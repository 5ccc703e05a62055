// Under which names a record's fields are looked for.
//
//   FieldNames fields;
//   fields.text = {"story.body"};  // instead of the defaults
//
// See record.h for what names mean; a FieldTable answers, for one key, which fields it may be.
#ifndef WIRECOPY_CORPUS_FIELD_NAMES_H_
#define WIRECOPY_CORPUS_FIELD_NAMES_H_

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace wirecopy {

// The names of each field, in the order of preference; 1 to kMaxNames each.
struct FieldNames {
  static constexpr size_t kMaxNames = 64;

  std::vector<std::string> text = {"text", "maintext", "articleBody", "content", "body"};
  std::vector<std::string> id = {"id", "_id", "doc_id", "guid"};
  std::vector<std::string> url = {"url", "link"};
  std::vector<std::string> outlet = {"outlet",    "source",         "source_domain", "domain",
                                     "publisher", "publisher.name", "site_name"};
  std::vector<std::string> published = {"published",    "date",    "date_publish", "datePublished",
                                        "published_at", "pubDate", "timestamp"};
  std::vector<std::string> title = {"title", "headline"};
};

enum class Field : uint8_t { kText, kId, kUrl, kOutlet, kPublished, kTitle };
inline constexpr size_t kFields = 6;

// "text", "id", ...
std::string_view FieldLabel(Field field);

struct FieldName {
  std::string text;
  Field field = Field::kText;
  uint32_t rank = 0;  // its place in the list
};

// Threads: safe from many threads. Cost: a comparison or two for a key.
class FieldTable {
 public:
  FieldTable() = default;  // knows no names
  // InvalidArgument where a list is empty or too long, or a name is empty.
  static absl::StatusOr<FieldTable> Create(const FieldNames& fields);

  // Calls `function(const FieldName&)` for each field that may stand under the key.
  template <typename Function>
  void ForEach(std::string_view key, const Function& function) const {
    for (const FieldName& name : by_length_[SlotOf(key)]) {
      if (name.text == key) function(name);
    }
  }

  // Whether some name leads through an object of that name.
  bool ReachesInto(std::string_view key) const {
    return std::find(objects_.begin(), objects_.end(), key) != objects_.end();
  }

 private:
  static constexpr size_t kLengths = 32;  // longer names share the last
  static size_t SlotOf(std::string_view key) { return std::min(key.size(), kLengths - 1); }
  void Add(const std::string& name, Field field, uint32_t rank);

  std::array<std::vector<FieldName>, kLengths> by_length_;
  std::vector<std::string> objects_;
};

}  // namespace wirecopy

#endif  // WIRECOPY_CORPUS_FIELD_NAMES_H_
