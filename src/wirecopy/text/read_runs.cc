#include "wirecopy/text/read_runs.h"

#include <algorithm>
#include <cstdint>

#include "wirecopy/text/fold_table.h"
#include "wirecopy/text/folded_page.h"
#include "wirecopy/text/utf8.h"

namespace wirecopy {
namespace {

constexpr bool IsWhite(char32_t folded) { return folded == U' ' || folded == U'\n'; }

// Whether tokens are made of it.
bool IsOfToken(char32_t code_point) {
  switch (FoldEntryOf(code_point).char_class()) {
    case CharClass::kLetter:
    case CharClass::kDigit:
    case CharClass::kCharacter:
    case CharClass::kGrapheme:
      return true;
    default:
      return false;
  }
}

bool HoldsTokens(std::string_view text) {
  for (size_t place = 0; place < text.size();) {
    const DecodedCharacter next = DecodeUtf8(text, place);
    if (IsOfToken(next.code_point)) return true;
    place += next.size_bytes;
  }
  return false;
}

// Whether a stretch of the original reads as `folded` for more than its case and width.
bool IsReadOtherwise(std::string_view original, char32_t folded) {
  if (original.empty() || IsWhite(folded)) return false;
  const DecodedCharacter first = DecodeUtf8(original, 0);
  if (first.size_bytes < original.size()) return !(folded >= 0xAC00 && folded <= 0xD7A3);  // jamo
  const FoldEntry entry = FoldEntryOf(first.code_point);
  if (entry.char_class() == CharClass::kExpansion) return false;
  if (entry.from_traditional()) return true;
  // What is no plain folding was repaired, or is a circle among numerals.
  return entry.folded() != folded && folded != 0xFFFD && !IsWhite(entry.folded());
}

class RunCollector {
 public:
  explicit RunCollector(std::string_view text) : text_(text) {}

  void Add(char32_t folded, uint32_t begin, uint32_t end) {
    if (begin > seen_ && HoldsTokens(text_.substr(seen_, begin - seen_))) {
      runs_.push_back({{seen_, begin}, ""});
    }
    if (IsReadOtherwise(text_.substr(begin, end - begin), folded)) Replace(folded, begin, end);
    seen_ = std::max(seen_, end);
  }

  std::vector<ReadRun> Take() {
    Add(U' ', static_cast<uint32_t>(text_.size()), static_cast<uint32_t>(text_.size()));
    return std::move(runs_);
  }

 private:
  void Replace(char32_t folded, uint32_t begin, uint32_t end) {
    const bool joins =
        !runs_.empty() && (runs_.back().place.end > begin ||
                           (runs_.back().place.end == begin && !runs_.back().as.empty()));
    if (!joins) runs_.push_back({{begin, end}, ""});
    runs_.back().place.end = std::max(runs_.back().place.end, end);
    AppendUtf8(folded, runs_.back().as);
  }

  std::string_view text_;
  uint32_t seen_ = 0;  // bytes of the original that folded characters come from, or passed over
  std::vector<ReadRun> runs_;
};

}  // namespace

std::vector<ReadRun> FindReadRuns(std::string_view text) {
  const FoldedPage page = FoldPage(text);
  RunCollector runs(text);
  for (size_t i = 0; i < page.chars.size(); ++i)
    runs.Add(page.chars[i], page.begins[i], page.ends[i]);
  return runs.Take();
}

}  // namespace wirecopy
