#include "wirecopy/compare/slots.h"

#include <algorithm>
#include <array>
#include <bit>
#include <optional>
#include <string>

#include "wirecopy/compare/filling_words.h"
#include "wirecopy/compare/numerals.h"

namespace wirecopy {
namespace {

using Tokens = std::span<const Token>;

constexpr uint32_t kBylineTokens = 80;  // datelines and bylines stand before
constexpr uint32_t kBylineContext = 3;  // equal tokens before a filling that may name it a byline

// Letters of a filling of words.
struct Letters {
  uint32_t count = 0;
  uint32_t set = 0;
};

// Empty where the filling is not of words only.
std::optional<Letters> LettersOf(Tokens filling) {
  Letters letters;
  for (Token token : filling) {
    if (KindOf(token) != TokenKind::kWord) return std::nullopt;
    letters.count += LetterCount(token);
    letters.set |= LetterSet(token);
  }
  return letters;
}

// One or two letters of ten differ: a damaged word rather than another.
bool AreNearlySpelt(const Letters& x, const Letters& y) {
  const uint32_t longer = std::max(x.count, y.count);
  const uint32_t shorter = std::min(x.count, y.count);
  if (longer < 4) return false;
  const uint32_t letters = 1 + longer / 10;
  return longer - shorter <= letters &&
         std::popcount(x.set ^ y.set) <= static_cast<int>(2 * letters);
}

bool AreSimilar(Token x, Token y) {
  if (x == y) return true;
  return KindOf(x) == TokenKind::kWord && KindOf(y) == TokenKind::kWord &&
         AreNearlySpelt({LetterCount(x), LetterSet(x)}, {LetterCount(y), LetterSet(y)});
}

// Whether two fillings of words are the same words, damaged or cut in two.
bool AreSpeltAlike(Tokens a, Tokens b) {
  if (a.size() == b.size() || std::max(a.size(), b.size()) > 3) return false;
  const std::optional<Letters> x = LettersOf(a);
  const std::optional<Letters> y = LettersOf(b);
  return x && y && AreNearlySpelt(*x, *y);
}

// Tokens of the longest common subsequence, words damaged by a letter or two taken for equal.
// REQUIRES: both at most kMaxSlotTokens + a few.
uint32_t CommonTokens(Tokens a, Tokens b) {
  std::array<uint32_t, 64> row = {};
  for (Token x : a) {
    uint32_t diagonal = 0;
    for (size_t j = 0; j < b.size() && j + 1 < row.size(); ++j) {
      const uint32_t above = row[j + 1];
      row[j + 1] = AreSimilar(x, b[j]) ? diagonal + 1 : std::max(above, row[j]);
      diagonal = above;
    }
  }
  return row[std::min(b.size(), row.size() - 1)];
}

bool NumbersConflict(Tokens a, Tokens b) {
  std::vector<double> x = NumbersIn(a);
  std::vector<double> y = NumbersIn(b);
  if (x.empty() || y.empty()) return false;
  if (x.size() == y.size()) return x != y;
  const auto& longer = x.size() > y.size() ? x : y;
  const auto& shorter = x.size() > y.size() ? y : x;
  return std::none_of(shorter.begin(), shorter.end(), [&](double value) {
    return std::find(longer.begin(), longer.end(), value) != longer.end();
  });
}

struct Fillings {
  Tokens a;
  Tokens b;
};

// What differs of two fillings: matches shorter than a shingle leave equal tokens at the ends of a
// slot.
Fillings WithoutEqualEnds(Fillings f) {
  while (!f.a.empty() && !f.b.empty() && f.a.front() == f.b.front())
    f = {f.a.subspan(1), f.b.subspan(1)};
  while (!f.a.empty() && !f.b.empty() && f.a.back() == f.b.back()) {
    f = {f.a.first(f.a.size() - 1), f.b.first(f.b.size() - 1)};
  }
  return f;
}

// Reads as a word or name: two characters or more, a number, or a word of three letters or more.
bool IsWordLike(Tokens filling) {
  int weight = 0;
  for (Token token : filling) {
    const bool is_particle = KindOf(token) == TokenKind::kWord && LetterCount(token) < 3;
    weight += is_particle ? 2 : TokenWeight(token);
  }
  return weight >= 5;
}

bool IsNumber(Tokens filling) {
  return !filling.empty() && std::all_of(filling.begin(), filling.end(), IsNumeric);
}

// 12.99 against 1299: one number that lost its point, or has a comma in one of the two.
bool AreOneNumberCut(Fillings f) {
  f = WithoutEqualEnds(f);
  if (f.a.size() == f.b.size() || f.a.size() + f.b.size() > 8) return false;
  const auto digits_of = [](Tokens filling) -> std::string {
    std::string digits;
    for (Token token : filling) {
      const int64_t value = KindOf(token) == TokenKind::kNumber ? NumberValue(token) : -1;
      if (value < 0) return {};
      digits += std::to_string(value);
    }
    return digits;
  };
  const std::string digits = digits_of(f.a);
  return !digits.empty() && digits == digits_of(f.b);
}

SlotKind KindOfFillings(Fillings f) {
  const bool deictic = IsDeictic(f.a) || IsDeictic(f.b);
  if (AreOneNumberCut(f)) return SlotKind::kNoise;
  if (NumbersConflict(f.a, f.b)) return deictic ? SlotKind::kDeixis : SlotKind::kNumber;
  if (deictic) return SlotKind::kDeixis;
  f = WithoutEqualEnds(f);
  if (!IsWordLike(f.a) && !IsWordLike(f.b)) return SlotKind::kNoise;
  if (IsNumber(f.a) && IsNumber(f.b)) return SlotKind::kNoise;  // one value, written twice
  if (f.a.empty() || f.b.empty()) return SlotKind::kEdit;
  if (AreSpeltAlike(f.a, f.b)) return SlotKind::kNoise;
  return 2 * CommonTokens(f.a, f.b) >= std::min(f.a.size(), f.b.size()) ? SlotKind::kNoise
                                                                        : SlotKind::kName;
}

// Widens a slot by equal numerals on its borders, so that 二十三 against 二十五 is read whole.
void TakeInNumerals(Tokens a, Tokens b, Slot& slot) {
  while (slot.a.begin > 0 && slot.b.begin > 0 && IsHanNumeral(a[slot.a.begin - 1]) &&
         a[slot.a.begin - 1] == b[slot.b.begin - 1] && slot.a.size() < kMaxSlotTokens + 8) {
    --slot.a.begin;
    --slot.b.begin;
  }
  while (slot.a.end < a.size() && slot.b.end < b.size() && IsHanNumeral(a[slot.a.end]) &&
         a[slot.a.end] == b[slot.b.end] && slot.a.size() < kMaxSlotTokens + 8) {
    ++slot.a.end;
    ++slot.b.end;
  }
}

bool HoldsBreak(Tokens filling) {
  return std::find(filling.begin(), filling.end(), kBreakToken) != filling.end();
}

Tokens Filling(Tokens text, TokenRange range) { return text.subspan(range.begin, range.size()); }

// A filling together with the few tokens around it, which are equal on both sides.
Tokens WithNeighbours(Tokens text, TokenRange range) {
  const uint32_t begin = range.begin - std::min(range.begin, kBylineContext);
  const auto end = std::min<uint32_t>(static_cast<uint32_t>(text.size()), range.end + 1);
  return text.subspan(begin, end - begin);
}

// Bylines stand at the head, credits at the end.
bool IsByline(Tokens a, Tokens b, const Slot& slot) {
  const bool at_head = slot.a.begin < kBylineTokens && slot.b.begin < kBylineTokens;
  const bool at_end =
      slot.a.end + kBylineTokens > a.size() && slot.b.end + kBylineTokens > b.size();
  return (at_head || at_end) &&
         (NamesWriter(WithNeighbours(a, slot.a)) || NamesWriter(WithNeighbours(b, slot.b)));
}

SlotKind KindOfSlot(Tokens a, Tokens b, const Slot& slot) {
  const SlotKind kind = KindOfFillings({Filling(a, slot.a), Filling(b, slot.b)});
  const bool words = kind == SlotKind::kName || kind == SlotKind::kEdit;
  return words && IsByline(a, b, slot) ? SlotKind::kByline : kind;
}

}  // namespace

std::vector<Slot> FindSlots(const PreparedText& a, const PreparedText& b,
                            const Alignment& alignment) {
  std::vector<Slot> slots;
  for (const Chain& chain : alignment.chains) {
    for (size_t k = 1; k < chain.matches.size(); ++k) {
      const ExactMatch& before = chain.matches[k - 1];
      const ExactMatch& after = chain.matches[k];
      Slot slot;
      slot.a = {before.a_end(), after.a_begin};
      slot.b = {before.b_end(), after.b_begin};
      if (slot.a.size() > kMaxSlotTokens || slot.b.size() > kMaxSlotTokens) continue;
      if (HoldsBreak(Filling(a.tokens, slot.a)) || HoldsBreak(Filling(b.tokens, slot.b))) continue;
      slot.in_lead = slot.a.begin < kLeadTokens && slot.b.begin < kLeadTokens;
      TakeInNumerals(a.tokens, b.tokens, slot);
      slot.kind = KindOfSlot(a.tokens, b.tokens, slot);
      slots.push_back(slot);
    }
  }
  return slots;
}

void TakeNumbersForCorrections(std::span<Slot> slots) {
  for (Slot& slot : slots) {
    if (slot.kind == SlotKind::kNumber) slot.kind = SlotKind::kCorrection;
  }
}

}  // namespace wirecopy
