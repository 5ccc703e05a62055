// What the judge says about two articles: a relation, a calibrated probability and the evidence it
// rests on.
#ifndef WIRECOPY_MODEL_VERDICT_H_
#define WIRECOPY_MODEL_VERDICT_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "wirecopy/base/export.h"
#include "wirecopy/model/token.h"

namespace wirecopy {

// See docs/glossary.md. The order is that of the JSON schema.
enum class Relation : uint8_t {
  kExact,         // equal clean text
  kReprint,       // the same text, light changes
  kEdited,        // the same text with a stated loss, insertion or rewording
  kExcerpt,       // one is a part of the other and nothing else
  kRoundup,       // one holds this and other stories
  kSameTemplate,  // the same form filled for another event
  kQuote,         // a text of its own that quotes part of the other
  kUnrelated,
};

inline constexpr size_t kRelationCount = 8;

// "exact", "reprint", "edited", "excerpt", "roundup", "same-template", "quote", "unrelated".
WIRECOPY_EXPORT std::string_view RelationName(Relation relation);
WIRECOPY_EXPORT std::optional<Relation> ParseRelation(std::string_view name);

// One aligned passage: one chain's extent, equal tokens but for short unequal stretches. The ranges
// are in the tokens of the clean texts (CleanText::begins leads to the original) wherever a verdict
// leaves detect/; in what Comparer was given, where it is called directly.
struct Passage {
  TokenRange a;
  TokenRange b;
  uint32_t matched = 0;  // equal tokens
  double bits = 0;       // their information
};

enum class SlotKind : uint8_t {
  kNumber,      // well-formed numbers that differ
  kName,        // a name or word replaced by another
  kEdit,        // words put in or left out
  kDeixis,      // today -> the 4th, our province -> its name
  kNoise,       // single characters, or fillings that are mostly equal
  kByline,      // who wrote or sent it: bylines and datelines
  kCorrection,  // a number that differs where one of the texts says that it is corrected
};
WIRECOPY_EXPORT std::string_view SlotKindName(SlotKind kind);

// A short unequal stretch between two matches; ranges as those of a Passage, either may be empty.
struct Slot {
  SlotKind kind = SlotKind::kNoise;
  TokenRange a;
  TokenRange b;
  bool in_lead = false;
};

struct Verdict {
  Relation relation = Relation::kUnrelated;
  double probability = 0;  // that the two belong to one story
  double coverage_a =
      0;  // share of a's information (story-weighted bits) that stands aligned in b; [0, 1]
  double coverage_b = 0;
  double resemblance = 0;  // exact Jaccard of the bodies' shingles
  double shared_bits = 0;  // aligned information
  double bits_a = 0;       // all information of the body
  double bits_b = 0;
  uint32_t longest_match = 0;     // tokens
  uint32_t number_conflicts = 0;  // well-formed numbers that differ in otherwise equal stretches
  uint32_t name_conflicts = 0;    // names or words replaced by others there
  uint32_t edits = 0;             // words put in or left out there
  uint32_t noise_slots = 0;
  // Log-odds that a was made from b, by the texts alone; negative: b from a; 0: nothing tells.
  double direction = 0;
  std::optional<int64_t> gap_s;   // between the publication dates; empty: unknown
  std::vector<Passage> passages;  // best first, by information; empty unless evidence was asked for
  std::vector<Slot> slots;
  std::vector<std::string>
      reasons;  // in words, most telling first; empty unless evidence was asked for
};

}  // namespace wirecopy

#endif  // WIRECOPY_MODEL_VERDICT_H_
