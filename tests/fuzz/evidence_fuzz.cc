// Any two texts, cut at the first byte 0xFF: the judge keeps its promises (compare/compare.h,
// detect/evidence.h), with an empty background and with one in which every other shingle is a
// formula.
#include <cstdint>
#include <string_view>
#include <vector>

#include "fuzz_check.h"
#include "wirecopy/detect/evidence.h"
#include "wirecopy/model/body.h"
#include "wirecopy/model/shingle.h"
#include "wirecopy/text/clean.h"

namespace {

using wirecopy::Background;
using wirecopy::CleanText;
using wirecopy::Evidence;
using wirecopy::TokenRange;

bool IsShare(double value) { return value >= 0 && value <= 1; }
bool IsWithin(const TokenRange& range, const CleanText& text) {
  return range.begin <= range.end && range.end <= text.tokens.size();
}

Evidence Judge(std::string_view a, std::string_view b, const Background& background) {
  const Evidence evidence = wirecopy::CompareArticles(
      {.id = "a", .text = a}, {.id = "b", .text = b}, background, {.evidence = true});
  const wirecopy::Verdict& verdict = evidence.verdict;
  FUZZ_CHECK(IsShare(verdict.probability) && IsShare(verdict.resemblance));
  FUZZ_CHECK(IsShare(verdict.coverage_a) && IsShare(verdict.coverage_b));
  FUZZ_CHECK(verdict.shared_bits >= 0 && verdict.bits_a >= 0 && verdict.bits_b >= 0);
  for (const wirecopy::Passage& passage : verdict.passages) {
    FUZZ_CHECK(IsWithin(passage.a, evidence.a) && IsWithin(passage.b, evidence.b));
  }
  for (const wirecopy::Slot& slot : verdict.slots) {
    FUZZ_CHECK(IsWithin(slot.a, evidence.a) && IsWithin(slot.b, evidence.b));
  }
  return evidence;
}

void CheckPair(std::string_view a, std::string_view b, const Background& background) {
  const Evidence there = Judge(a, b, background);
  const Evidence back = Judge(b, a, background);
  FUZZ_CHECK(there.verdict.relation == back.verdict.relation);
  FUZZ_CHECK(there.verdict.probability == back.verdict.probability);
  FUZZ_CHECK(there.verdict.coverage_a == back.verdict.coverage_b &&
             there.verdict.coverage_b == back.verdict.coverage_a);
  FUZZ_CHECK(there.verdict.passages.size() == back.verdict.passages.size());
  const Evidence self = Judge(a, a, background);
  FUZZ_CHECK(self.a.BodySize() == 0 || self.verdict.relation == wirecopy::Relation::kExact);
}

Background HalfFormulas(std::string_view text) {
  const CleanText clean = wirecopy::Clean(text);
  std::vector<Background::Entry> entries;
  for (const uint64_t shingle :
       wirecopy::ShingleSet(wirecopy::MakeBody(clean.tokens, clean.furniture).tokens)) {
    if (shingle % 2 == 0) entries.push_back({shingle, 200});
  }
  return Background(1000, entries, {});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view both(reinterpret_cast<const char*>(data), size);
  const size_t cut = both.find('\xff');
  const std::string_view a = both.substr(0, cut);
  const std::string_view b =
      cut == std::string_view::npos ? std::string_view() : both.substr(cut + 1);
  CheckPair(a, b, Background());
  CheckPair(a, b, HalfFormulas(a));
  return 0;
}
