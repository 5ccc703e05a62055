#include "wirecopy/text/folded_page.h"

#include <algorithm>
#include <cassert>
#include <limits>

#include "wirecopy/text/fold_table.h"
#include "wirecopy/text/utf8.h"

namespace wirecopy {
namespace {

// Folds one page: a loop over the bytes that handles a plain character at once and hands the rest to FoldSpecial.
class PageFolder {
 public:
  explicit PageFolder(std::string_view text) : text_(text) {
    Resize(static_cast<size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
             return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
           })) + 16);
  }

  FoldedPage Run() {
    size_t place = 0;
    while (place < text_.size()) {
      const DecodedCharacter next = DecodeUtf8(text_, place);
      const FoldEntry entry = FoldEntryOf(next.code_point);
      if (entry.is_plain()) [[likely]] {
        page_.damage.traditional += entry.from_traditional();
        Emit(entry.folded(), place, place + next.size_bytes);
        place += next.size_bytes;
      } else {
        place = FoldSpecial(entry, place, place + next.size_bytes);
      }
    }
    Finish();
    return std::move(page_);
  }

 private:
  void Resize(size_t size) {
    page_.chars.resize(size);
    page_.begins.resize(size);
    page_.ends.resize(size);
    chars_ = page_.chars.data();
    begins_ = page_.begins.data();
    ends_ = page_.ends.data();
    capacity_ = size;
  }

  void Emit(char32_t c, size_t begin, size_t end) {
    if (count_ == capacity_) [[unlikely]] Resize(capacity_ + capacity_ / 2 + 64);
    chars_[count_] = c;
    begins_[count_] = static_cast<uint32_t>(begin);
    ends_[count_] = static_cast<uint32_t>(end);
    ++count_;
  }

  size_t FoldSpecial(FoldEntry entry, size_t begin, size_t end) {
    switch (entry.char_class()) {
      case CharClass::kSpace:
      case CharClass::kIndent:
      case CharClass::kNewline:
        EmitWhite(entry.char_class(), begin, end);
        break;
      case CharClass::kInvisible:
        ++page_.damage.invisible;
        break;
      case CharClass::kAccent:
        break;
      case CharClass::kExpansion:
        page_.damage.traditional += entry.from_traditional();
        for (char32_t c : Expansion(entry)) Emit(c, begin, end);
        break;
      default:
        page_.damage.traditional += entry.from_traditional();
        Emit(entry.folded(), begin, end);
    }
    return end;
  }

  // White space that meets becomes one character: a newline where there is one, or an indent.
  void EmitWhite(CharClass kind, size_t begin, size_t end) {
    if (count_ == 0) return;
    char32_t& last = chars_[count_ - 1];
    if (last != U' ' && last != U'\n') {
      indents_ = kind == CharClass::kIndent;
      Emit(kind == CharClass::kNewline ? U'\n' : U' ', begin, end);
      return;
    }
    indents_ += kind == CharClass::kIndent;
    if (kind == CharClass::kNewline || indents_ >= 2) last = U'\n';
    ends_[count_ - 1] = static_cast<uint32_t>(end);
  }

  void Finish() {
    if (count_ > 0 && (chars_[count_ - 1] == U' ' || chars_[count_ - 1] == U'\n')) --count_;
    Resize(count_);
  }

  std::string_view text_;
  FoldedPage page_;
  char32_t* chars_ = nullptr;
  uint32_t* begins_ = nullptr;
  uint32_t* ends_ = nullptr;
  size_t count_ = 0;
  size_t capacity_ = 0;
  size_t indents_ = 0;  // wide spaces in the white space at the end
};

}  // namespace

FoldedPage FoldPage(std::string_view text) {
  assert(text.size() <= std::numeric_limits<uint32_t>::max());
  return PageFolder(text).Run();
}

}  // namespace wirecopy
