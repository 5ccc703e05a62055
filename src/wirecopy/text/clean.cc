#include "wirecopy/text/clean.h"

#include <algorithm>
#include <vector>

#include "wirecopy/text/fold_table.h"
#include "wirecopy/text/folded_page.h"
#include "wirecopy/text/furniture.h"
#include "wirecopy/text/tokenizer.h"
#include "wirecopy/text/utf8.h"

namespace wirecopy {
namespace {

// Says for rising places of a page whether they lie in furniture.
class FurnitureCursor {
 public:
  explicit FurnitureCursor(const std::vector<FurnitureSpan>& spans)
      : next_(spans.data()), end_(next_ + spans.size()) {}

  bool Covers(uint32_t place) {
    while (next_ != end_ && next_->end <= place) ++next_;
    return next_ != end_ && next_->begin <= place;
  }

  // The end of the places from `place` on, at most `limit`, of which the same holds.
  // REQUIRES: Covers(place) was asked.
  uint32_t Until(uint32_t place, uint32_t limit) const {
    if (next_ == end_) return limit;
    return std::min(limit, next_->begin <= place ? next_->end : next_->begin);
  }

 private:
  const FurnitureSpan* next_;
  const FurnitureSpan* end_;
};

// Puts tokens together into a CleanText.
class CleanTextBuilder {
 public:
  CleanTextBuilder(const FoldedPage& page, const std::vector<FurnitureSpan>& spans, bool places)
      : page_(page), cursor_(spans), places_(places) {
    clean_.tokens.resize(page.chars.size());
    if (!places_) return;
    clean_.begins.resize(page.chars.size());
    clean_.ends.resize(page.chars.size());
  }

  void Add(const PageToken& token) {
    const uint32_t index = count_++;
    clean_.tokens[index] = token.token;
    if (places_) {
      clean_.begins[index] = page_.begins[token.begin];
      clean_.ends[index] = page_.ends[token.end - 1];
    }
    StartLine(index);
    if (cursor_.Covers(token.begin)) AddFurniture(index, index + 1);
  }

  void AddCharacters(uint32_t begin, uint32_t end) {
    const uint32_t first = count_;
    while (begin < end) {
      const bool covered = cursor_.Covers(begin);
      const uint32_t until = cursor_.Until(begin, end);
      const uint32_t index = count_;
      PackCharacters(begin, until);
      if (covered && count_ > index) AddFurniture(index, count_);
      begin = until;
    }
    if (count_ > first) StartLine(first);
  }

  void EndLine() { at_line_start_ = true; }

  CleanText Take() {
    clean_.tokens.resize(count_);
    if (places_) {
      clean_.begins.resize(count_);
      clean_.ends.resize(count_);
    }
    return std::move(clean_);
  }

 private:
  // Writes every character where the next token goes, and goes on behind those that are one.
  void PackCharacters(uint32_t begin, uint32_t end) {
    const std::u32string_view chars = page_.chars;
    uint32_t count = count_;
    Token* const tokens = clean_.tokens.data();
    page_.marks.ForEachBlock(begin, end, [&](size_t first, const PageMarks::Block& block) {
      const size_t from = std::max<size_t>(first, begin), to = std::min<size_t>(first + 64, end);
      uint64_t are_tokens = block.characters >> (from - first);
      for (size_t i = from; i < to; ++i, are_tokens >>= 1) {
        tokens[count] = CharacterToken(chars[i]);
        if (places_) {
          clean_.begins[count] = page_.begins[i];
          clean_.ends[count] = page_.ends[i];
        }
        count += are_tokens & 1;
      }
    });
    count_ = count;
  }

  void StartLine(uint32_t index) {
    if (at_line_start_) clean_.lines.push_back(index);
    at_line_start_ = false;
  }

  void AddFurniture(uint32_t begin, uint32_t end) {
    if (!clean_.furniture.empty() && clean_.furniture.back().end == begin) {
      clean_.furniture.back().end = end;
    } else {
      clean_.furniture.push_back({begin, end});
    }
  }

  const FoldedPage& page_;
  FurnitureCursor cursor_;
  const bool places_;
  bool at_line_start_ = true;
  uint32_t count_ = 0;
  CleanText clean_;  // its lists as long as there are characters, until it is taken
};

// Writes tokens so that cleaning what is written gives the same tokens; leaves furniture out.
class CleanTextWriter {
 public:
  CleanTextWriter(std::u32string_view chars, const std::vector<FurnitureSpan>& spans)
      : chars_(chars), cursor_(spans) {}

  void Add(const PageToken& token) {
    if (cursor_.Covers(token.begin)) return;
    const CharClass kind = ClassOf(chars_[token.begin]);
    if (line_ended_ && !text_.empty()) {
      text_.push_back('\n');
    } else if (NeedsSpace(kind, chars_[token.begin])) {
      text_.push_back(' ');
    }
    for (uint32_t i = token.begin; i < token.end; ++i) {
      if (chars_[i] != U'\'' && chars_[i] != U',') AppendUtf8(chars_[i], text_);
    }
    line_ended_ = false;
    last_ = kind;
  }

  void AddCharacters(uint32_t begin, uint32_t end) {
    for (uint32_t i = begin; i < end; ++i) {
      if (IsCharacterToken(chars_[i])) Add({CharacterToken(chars_[i]), i, i + 1});
    }
  }

  void EndLine() { line_ended_ = true; }
  std::string& text() { return text_; }

 private:
  static bool IsRun(CharClass kind) {
    return kind == CharClass::kLetter || kind == CharClass::kDigit;
  }
  // A mark without a base, or a jamo, would join what stands before it.
  bool NeedsSpace(CharClass kind, char32_t first) const {
    if (text_.empty()) return false;
    return (IsRun(kind) && (IsRun(last_) || last_ == CharClass::kMark)) ||
           kind == CharClass::kMark || FoldEntryOf(first).needs_context();
  }

  std::u32string_view chars_;
  FurnitureCursor cursor_;
  std::string text_;
  bool line_ended_ = false;
  CharClass last_ = CharClass::kPunctuation;
};

}  // namespace

CleanText Clean(std::string_view text, const CleanOptions& options) {
  const FoldedPage page = FoldPage(text);
  Furniture furniture;
  if (options.furniture_rules) furniture = FindFurniture(page);
  CleanTextBuilder builder(page, furniture.spans, options.places);
  ForEachToken(page.chars, page.marks, builder);
  CleanText clean = builder.Take();
  clean.facts = std::move(furniture.facts);
  clean.damage = page.damage;
  return clean;
}

std::string RenderClean(std::string_view text, bool body_only) {
  const FoldedPage page = FoldPage(text);
  const Furniture furniture = body_only ? FindFurniture(page) : Furniture{};
  CleanTextWriter writer(page.chars, furniture.spans);
  ForEachToken(page.chars, page.marks, writer);
  return std::move(writer.text());
}

}  // namespace wirecopy
