#include "wirecopy/report/text_edits.h"

#include <algorithm>
#include <bit>
#include <string_view>

namespace wirecopy {
namespace {

constexpr uint32_t kWindow = 8;  // units; a shorter stretch costs less as it stands
constexpr int kTried = 16;       // places of a window

// Which of `buckets` (a power of two) a window belongs to.
size_t BucketOf(const char16_t* window, size_t buckets) {
  uint64_t hash = 0;
  for (uint32_t i = 0; i < kWindow; ++i) hash = (hash ^ window[i]) * 0x9E3779B97F4A7C15u;
  return (hash >> 32) & (buckets - 1);
}

}  // namespace

EditBase::EditBase(const Utf16Text& text) : text_(text) {
  const std::u16string& units = text.units();
  if (units.size() < kWindow) return;
  const size_t windows = units.size() - kWindow + 1;
  first_.resize(std::bit_ceil(windows));
  next_.resize(windows);
  for (size_t i = windows; i-- > 0;) {
    uint32_t& first = first_[BucketOf(units.data() + i, first_.size())];
    next_[i] = first;
    first = static_cast<uint32_t>(i + 1);
  }
}

TextEdit EditBase::LongestMatch(const Utf16Text& of, uint32_t unit, uint32_t expected) const {
  const std::u16string& mine = text_.units();
  const std::u16string& theirs = of.units();
  TextEdit best;
  const auto consider = [&](uint32_t place) {
    const auto [a, b] =
        std::mismatch(mine.begin() + place, mine.end(), theirs.begin() + unit, theirs.end());
    auto end = static_cast<uint32_t>(a - mine.begin());
    // Neither side is cut inside a surrogate pair.
    if (text_.IsSecondHalf(end) || of.IsSecondHalf(static_cast<uint32_t>(b - theirs.begin())))
      --end;
    if (end > place && end - place > best.end - best.begin) best = {false, place, end};
  };
  if (first_.empty() || unit + kWindow > theirs.size()) return best;
  if (expected < mine.size() && !text_.IsSecondHalf(expected)) consider(expected);
  uint32_t at = first_[BucketOf(theirs.data() + unit, first_.size())];
  for (int tried = 0; at != 0 && tried < kTried; ++tried, at = next_[at - 1]) {
    if (!text_.IsSecondHalf(at - 1)) consider(at - 1);
  }
  return best.end - best.begin >= kWindow ? best : TextEdit{};
}

std::vector<TextEdit> EditsAgainst(const EditBase& base, const Utf16Text& text) {
  std::vector<TextEdit> edits;
  const auto size = static_cast<uint32_t>(text.units().size());
  uint32_t expected = 0;  // place of the base where the text would go on
  for (uint32_t unit = 0; unit < size;) {
    const TextEdit match =
        text.IsSecondHalf(unit) ? TextEdit{} : base.LongestMatch(text, unit, expected);
    if (match.begin < match.end) {
      edits.push_back(match);
      unit += match.end - match.begin;
      expected = match.end;
      continue;
    }
    if (edits.empty() || !edits.back().is_new) edits.push_back({true, unit, unit});
    edits.back().end = ++unit;
    ++expected;
  }
  return edits;
}

}  // namespace wirecopy
