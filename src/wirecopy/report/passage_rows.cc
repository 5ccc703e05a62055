#include "wirecopy/report/passage_rows.h"

#include <algorithm>
#include <span>
#include <tuple>
#include <utility>

#include "absl/strings/str_cat.h"
#include "wirecopy/base/string_bridge.h"
#include "wirecopy/report/display_text.h"
#include "wirecopy/report/next_agreement.h"

namespace wirecopy {
namespace {

// Bytes [begin, end) of the text as far as they exist.
std::string_view Bytes(std::string_view text, size_t begin, size_t end) {
  begin = std::min(begin, text.size());
  return text.substr(begin, std::max(begin, std::min(end, text.size())) - begin);
}

// Harmless() trims; a space at an end keeps words apart.
std::string HarmlessWithOuterSpaces(std::string_view raw) {
  const std::string shown = Harmless(absl::StrCat("x", ToAbsl(raw), "x"));
  return shown.substr(1, shown.size() - 2);
}

bool Inside(TokenRange inner, TokenRange outer) {
  return inner.begin >= outer.begin && inner.end <= outer.end;
}

// One side of the passage.
class Side {
 public:
  Side(std::string_view text, const CleanText& clean, uint32_t end)
      : text_(text), clean_(clean), end_(end) {}

  // Token i with what follows it up to the next one of the passage.
  std::string TokenAndGap(uint32_t i) const {
    const size_t end = i + 1 < end_ ? clean_.begins[i + 1] : clean_.ends[i];
    return HarmlessWithOuterSpaces(Bytes(text_, clean_.begins[i], end));
  }
  std::string Gap(uint32_t i) const {
    return i + 1 < end_
               ? HarmlessWithOuterSpaces(Bytes(text_, clean_.ends[i], clean_.begins[i + 1]))
               : "";
  }
  std::string Range(TokenRange range) const { return OriginalOf(text_, clean_, range); }
  Token TokenAt(uint32_t i) const { return clean_.tokens[i]; }
  std::span<const Token> Tokens(TokenRange range) const {
    return std::span(clean_.tokens).subspan(range.begin, range.size());
  }

  // The end of the furniture that holds token i; i itself where none does.
  uint32_t FurnitureEnd(uint32_t i) const {
    const auto after = std::ranges::upper_bound(clean_.furniture, i, {}, &TokenRange::begin);
    if (after == clean_.furniture.begin()) return i;
    return std::max(i, std::prev(after)->end);
  }

 private:
  std::string_view text_;
  const CleanText& clean_;
  uint32_t end_;  // of the passage
};

RowSign SignOf(SlotKind kind) {
  return kind == SlotKind::kNumber || kind == SlotKind::kName ? RowSign::kChanged
                                                              : RowSign::kDiffers;
}

// Fills rows step by step; a step is never torn.
class RowFiller {
 public:
  RowFiller(int width, std::vector<PassageRow>* rows) : width_(width), rows_(*rows) {}

  void Add(RowPart a, RowPart b, RowSign sign = RowSign::kEqual) {
    a.text = CutToWidth(a.text, width_);
    b.text = CutToWidth(b.text, width_);
    const int a_width = DisplayWidth(a.text), b_width = DisplayWidth(b.text);
    if (a_width_ + a_width > width_ || b_width_ + b_width > width_) Flush();
    Put(std::move(a), &row_.a);
    Put(std::move(b), &row_.b);
    row_.sign = std::max(row_.sign, sign);
    a_width_ += a_width;
    b_width_ += b_width;
  }

  void Flush() {
    if (!row_.a.empty() || !row_.b.empty()) rows_.push_back(std::exchange(row_, {}));
    a_width_ = b_width_ = 0;
  }

 private:
  static void Put(RowPart part, RowSide* side) {
    if (part.text.empty()) return;
    if (!side->empty() && side->back().ink == part.ink) {
      side->back().text += part.text;
    } else {
      side->push_back(std::move(part));
    }
  }

  int width_;
  std::vector<PassageRow>& rows_;
  PassageRow row_;
  int a_width_ = 0, b_width_ = 0;
};

class PassageLayout {
 public:
  PassageLayout(const ComparedPair& pair, const Passage& passage,
                const PassageLayoutOptions& options)
      : a_(pair.a.text, *pair.clean_a, passage.a.end),
        b_(pair.b.text, *pair.clean_b, passage.b.end),
        passage_(passage),
        show_furniture_(options.show_furniture),
        filler_(options.column_width, &rows_.rows) {
    for (const Slot& slot : pair.verdict->slots) {
      if (Inside(slot.a, passage.a) && Inside(slot.b, passage.b)) rows_.slots.push_back(slot);
    }
    std::ranges::stable_sort(
        rows_.slots, {}, [](const Slot& slot) { return std::tuple(slot.a.begin, slot.b.begin); });
  }

  PassageRows Rows() && {
    uint32_t i = passage_.a.begin, j = passage_.b.begin;
    std::vector<Slot> shown;
    for (const Slot& slot : rows_.slots) {
      if (slot.a.begin < i || slot.b.begin < j) continue;  // overlaps the one before
      AddMatch({i, slot.a.begin}, {j, slot.b.begin});
      shown.push_back(slot);
      AddSlot(slot, shown.size());
      i = slot.a.end;
      j = slot.b.end;
    }
    AddMatch({i, passage_.a.end}, {j, passage_.b.end});
    filler_.Flush();
    rows_.slots = std::move(shown);
    return std::move(rows_);
  }

 private:
  // Equal tokens stand opposite each other; furniture that only one side has inside is shown as an
  // ellipsis, or marked.
  void AddMatch(TokenRange a, TokenRange b) {
    uint32_t i = a.begin, j = b.begin;
    while (i < a.end || j < b.end) {
      if (i < a.end && j < b.end && a_.TokenAt(i) == b_.TokenAt(j)) {
        filler_.Add({a_.TokenAndGap(i++)}, {b_.TokenAndGap(j++)});
        continue;
      }
      const uint32_t a_behind = i < a.end ? std::min(a_.FurnitureEnd(i), a.end) : i;
      const uint32_t b_behind = j < b.end ? std::min(b_.FurnitureEnd(j), b.end) : j;
      if (a_behind > i || b_behind > j) {
        filler_.Add(Furniture(a_, {i, a_behind}), Furniture(b_, {j, b_behind}), RowSign::kDiffers);
        i = a_behind;
        j = b_behind;
        continue;
      }
      const Agreement next = NextAgreement(a_.Tokens({i, a.end}), b_.Tokens({j, b.end}));
      auto a_next = i + static_cast<uint32_t>(next.a);
      auto b_next = j + static_cast<uint32_t>(next.b);
      // At the ends a few equal tokens are enough.
      while (a_next > i && b_next > j && a_.TokenAt(a_next - 1) == b_.TokenAt(b_next - 1)) {
        --a_next;
        --b_next;
      }
      AddUnequal({i, a_next}, {j, b_next});
      i = a_next;
      j = b_next;
    }
  }

  // A stretch without a slot, in braces.
  void AddUnequal(TokenRange a, TokenRange b) {
    const uint32_t longer = std::max(a.size(), b.size());
    for (uint32_t k = 0; k < longer; ++k)
      filler_.Add(Unequal(a_, a, k), Unequal(b_, b, k), RowSign::kDiffers);
  }

  static RowPart Unequal(const Side& side, TokenRange range, uint32_t k) {
    if (k >= range.size()) return {};
    const uint32_t i = range.begin + k;
    std::string text = k == 0 ? "{" : "";
    text += k + 1 < range.size() ? side.TokenAndGap(i)
                                 : absl::StrCat(side.Range({i, i + 1}), "}", side.Gap(i));
    return {std::move(text), Ink::kEdited};
  }

  RowPart Furniture(const Side& side, TokenRange range) const {
    if (range.size() == 0) return {};
    if (!show_furniture_) return {"… ", Ink::kNote};
    return {absl::StrCat("‹", side.Range(range), "› "), Ink::kNote};
  }

  static std::string Marked(const Side& side, TokenRange range, size_t number) {
    const std::string gap = range.size() > 0 ? side.Gap(range.end - 1) : "";
    return absl::StrCat("[", number, " ", side.Range(range), "]", gap);
  }

  void AddSlot(const Slot& slot, size_t number) {
    const Ink ink = InkOf(slot.kind);
    filler_.Add({Marked(a_, slot.a, number), ink}, {Marked(b_, slot.b, number), ink},
                SignOf(slot.kind));
  }

  Side a_;
  Side b_;
  Passage passage_;
  bool show_furniture_;
  PassageRows rows_;
  RowFiller filler_;
};

}  // namespace

std::string OriginalOf(std::string_view text, const CleanText& clean, TokenRange range) {
  if (range.size() == 0) return "";
  return Harmless(Bytes(text, clean.begins[range.begin], clean.ends[range.end - 1]));
}

std::string TextOf(const RowSide& side) {
  std::string text;
  for (const RowPart& part : side) text += part.text;
  return text;
}

Ink InkOf(SlotKind kind) {
  switch (kind) {
    case SlotKind::kNumber:
      return Ink::kDoubt;
    case SlotKind::kName:
      return Ink::kPart;
    case SlotKind::kNoise:
    case SlotKind::kByline:
      return Ink::kNote;
    default:
      return Ink::kEdited;
  }
}

PassageRows LayOutPassage(const ComparedPair& pair, const Passage& passage,
                          const PassageLayoutOptions& options) {
  return PassageLayout(pair, passage, options).Rows();
}

}  // namespace wirecopy
