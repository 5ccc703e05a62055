// Folding as its definition says it, one ICU call after another: the slow twin of FoldPage for
// pages without damage.
//
//   FoldReference reference(t2s_tsv);
//   std::vector<FoldedLetter> letters = reference.Letters(text);   // letters, digits and kept
//   marks, with their places
#ifndef TESTS_REFERENCE_FOLD_REFERENCE_H_
#define TESTS_REFERENCE_FOLD_REFERENCE_H_

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <cstdint>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace wirecopy::reference {

struct FoldedLetter {
  char32_t character = 0;
  uint32_t begin = 0;
  uint32_t end = 0;

  bool operator==(const FoldedLetter&) const = default;
};

class FoldReference {
 public:
  explicit FoldReference(const std::string& t2s_tsv) {
    std::ifstream lines(t2s_tsv);
    for (std::string line; std::getline(lines, line);) {
      if (line.empty() || line[0] == '#') continue;
      const icu::UnicodeString row = icu::UnicodeString::fromUTF8(line);
      const int32_t tab = row.indexOf(u'\t');
      t2s_[row.char32At(0)] = row.char32At(tab + 1);
    }
  }
  size_t t2s_size() const { return t2s_.size(); }

  std::vector<FoldedLetter> Letters(std::string_view text) const {
    std::vector<FoldedLetter> letters;
    const auto size = static_cast<int32_t>(text.size());
    for (int32_t place = 0; place < size;) {
      const int32_t begin = place;
      UChar32 c;
      U8_NEXT_OR_FFFD(reinterpret_cast<const uint8_t*>(text.data()), place, size, c);
      for (UChar32 folded : Fold(c)) {
        letters.push_back({static_cast<char32_t>(folded), static_cast<uint32_t>(begin),
                           static_cast<uint32_t>(place)});
      }
    }
    return letters;
  }

 private:
  static bool IsDroppedMark(UChar32 c) {
    static const std::set<UScriptCode> kAccents = {
        USCRIPT_COMMON, USCRIPT_INHERITED,  USCRIPT_LATIN,   USCRIPT_GREEK,  USCRIPT_CYRILLIC,
        USCRIPT_COPTIC, USCRIPT_GLAGOLITIC, USCRIPT_HEBREW,  USCRIPT_ARABIC, USCRIPT_SYRIAC,
        USCRIPT_HANGUL, USCRIPT_HIRAGANA,   USCRIPT_KATAKANA};
    UErrorCode status = U_ZERO_ERROR;
    return (U_GET_GC_MASK(c) & U_GC_M_MASK) && kAccents.count(uscript_getScript(c, &status)) != 0;
  }

  static std::vector<UChar32> CodePoints(const icu::UnicodeString& text) {
    std::vector<UChar32> code_points;
    for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1))
      code_points.push_back(text.char32At(i));
    return code_points;
  }

  std::vector<UChar32> Fold(UChar32 c) const {
    // White space, invisible characters and separators are nothing; a stroke and a vowel are used
    // as separators.
    constexpr uint32_t kNothing = U_GC_Z_MASK | U_GC_CC_MASK | U_GC_CF_MASK | U_GC_CS_MASK;
    if ((U_GET_GC_MASK(c) & kNothing) || u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
      return {};
    if (c == U'ㆍ' || IsDroppedMark(c)) return {};
    UErrorCode status = U_ZERO_ERROR;
    const auto* casefold = icu::Normalizer2::getNFKCCasefoldInstance(status);
    const auto* decompose = icu::Normalizer2::getNFKDInstance(status);
    const auto* compose = icu::Normalizer2::getNFCInstance(status);
    icu::UnicodeString kept;
    for (UChar32 part : CodePoints(
             decompose->normalize(casefold->normalize(icu::UnicodeString(c), status), status))) {
      if (!IsDroppedMark(part)) kept.append(part);
    }
    std::vector<UChar32> folded;
    for (UChar32 part : CodePoints(compose->normalize(kept, status))) {
      if (u_charDigitValue(part) >= 0) part = '0' + u_charDigitValue(part);
      if (const auto simplified = t2s_.find(part); simplified != t2s_.end())
        part = simplified->second;
      constexpr uint32_t kLetters = U_GC_L_MASK | U_GC_NL_MASK | U_GC_M_MASK;
      // Letters by category, punctuation by use.
      const bool is_quote = part == 0x02D0 || part == 0x02BC || part == U'丨';
      if (((U_GET_GC_MASK(part) & kLetters) && !is_quote) || (part >= '0' && part <= '9'))
        folded.push_back(part);
    }
    return folded;
  }

  std::map<UChar32, UChar32> t2s_;
};

}  // namespace wirecopy::reference

#endif  // TESTS_REFERENCE_FOLD_REFERENCE_H_
