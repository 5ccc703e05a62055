// Writes fold_table.cc at build time: fold_table_generator < t2s.tsv > fold_table.cc
// ICU is the source of truth for normalisation, case, scripts and categories; see fold_table.h for
// what comes out.
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <cstdio>
#include <cstdlib>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "wirecopy/text/fold_table.h"

namespace {

using wirecopy::CharClass;
using wirecopy::CharKind;
using wirecopy::FoldEntry;

constexpr char32_t kLimit = 0x110000;

[[noreturn]] void Fail(const std::string& message) {
  std::fprintf(stderr, "fold_table_generator: %s\n", message.c_str());
  std::exit(1);
}

// One form each for punctuation that NFKC keeps apart: characters, the form they take.
struct PunctuationForm {
  const char32_t* variants;
  char32_t form;
};
constexpr PunctuationForm kPunctuationForms[] = {
    {U"“”„‟〝〞〟＂「」『』｢｣﹁﹂﹃﹄″‶❝❞", U'"'},
    {U"‘’‚‛`´′‵ʼ＇｀❛❜", U'\''},
    {U"‐‑‒–—―−─━﹘⸺⸻⁃", U'-'},
    {U"〜∼˜～", U'~'},
    {U"·•・∙⋅‧･●・⸱ㆍ᛫▪■◆★☆", U'·'},
    {U"│┃∣丨￨｜¦", U'|'},
    {U"»›❯▶►▸➤＞〉", U'>'},
    {U"«‹＜〈", U'<'},
    {U"〔［﹝❲", U'['},
    {U"〕］﹞❳", U']'},
    {U"〖", U'【'},
    {U"〗", U'】'},
    {U"∶︰ː", U':'},
    {U"⁄∕", U'/'},
    {U"٪", U'%'},
    {U"，﹐؛٬", U','},
};

// What damage or a composition may begin at; see FoldPage.
constexpr char32_t kContext[] =
    U"&(（?？!！○"
    U"āáǎàăēéěèĕīíǐìĭōóǒòŏūúǔùŭǖǘǚǜ";

bool IsComposingJamo(char32_t c) {
  return (c >= 0x1161 && c <= 0x1175) || (c >= 0x11A8 && c <= 0x11C2);
}

class Folder {
 public:
  Folder();  // reads the rows of t2s.tsv from stdin

  // The characters the code point folds to; empty: dropped.
  std::u32string Fold(char32_t c) const;
  CharClass ClassOfFolded(char32_t c) const;
  // The class of a code point that is white space or dropped, kPunctuation otherwise.
  CharClass ClassOfOriginal(char32_t c) const;
  bool FromTraditional(char32_t c) const { return t2s_.count(c) != 0 && by_hand_.count(c) == 0; }

 private:
  bool KeepsMark(char32_t mark) const;
  std::u32string Normalize(char32_t c) const;

  std::map<char32_t, char32_t> t2s_;
  std::set<char32_t> by_hand_;  // of them: Simplified text may use them too
  std::map<char32_t, char32_t> punctuation_;
  const icu::Normalizer2* nfkc_casefold_;
  const icu::Normalizer2* nfkd_;
  const icu::Normalizer2* nfc_;
};

char32_t OnlyCharacter(const std::string& utf8) {
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(utf8);
  if (text.countChar32() != 1) Fail("not one character: " + utf8);
  return static_cast<char32_t>(text.char32At(0));
}

Folder::Folder() {
  UErrorCode status = U_ZERO_ERROR;
  nfkc_casefold_ = icu::Normalizer2::getNFKCCasefoldInstance(status);
  nfkd_ = icu::Normalizer2::getNFKDInstance(status);
  nfc_ = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) Fail(u_errorName(status));

  char line[256];
  while (std::fgets(line, sizeof line, stdin)) {
    if (line[0] == '#') continue;
    const std::string row(line);
    const size_t first = row.find('\t'), second = row.find('\t', first + 1);
    if (second == std::string::npos) Fail("three columns wanted: " + row);
    const char32_t character = OnlyCharacter(row.substr(0, first));
    t2s_[character] = OnlyCharacter(row.substr(first + 1, second - first - 1));
    if (row.compare(second + 1, 2, "XX") == 0) by_hand_.insert(character);
  }
  if (t2s_.size() < 3000) Fail("too few characters on stdin");
  for (const PunctuationForm& row : kPunctuationForms) {
    for (const char32_t* c = row.variants; *c; ++c) punctuation_[*c] = row.form;
  }
}

bool Folder::KeepsMark(char32_t mark) const {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(static_cast<UChar32>(mark), &status)) {
    case USCRIPT_COMMON:
    case USCRIPT_INHERITED:
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_CYRILLIC:
    case USCRIPT_COPTIC:
    case USCRIPT_GLAGOLITIC:
    case USCRIPT_HEBREW:
    case USCRIPT_ARABIC:
    case USCRIPT_SYRIAC:
    case USCRIPT_HANGUL:
    case USCRIPT_KATAKANA:
    case USCRIPT_HIRAGANA:
      return false;
    default:
      return U_SUCCESS(status);
  }
}

bool IsMark(char32_t c) { return (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0; }

std::u32string Folder::Normalize(char32_t c) const {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString text(static_cast<UChar32>(c));
  text = nfkd_->normalize(nfkc_casefold_->normalize(text, status), status);
  icu::UnicodeString kept;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 part = text.char32At(i);
    if (!IsMark(static_cast<char32_t>(part)) || KeepsMark(static_cast<char32_t>(part)))
      kept.append(part);
  }
  kept = nfc_->normalize(kept, status);
  if (U_FAILURE(status)) Fail(u_errorName(status));
  std::u32string folded;
  for (int32_t i = 0; i < kept.length(); i = kept.moveIndex32(i, 1)) {
    folded.push_back(static_cast<char32_t>(kept.char32At(i)));
  }
  return folded;
}

std::u32string Folder::Fold(char32_t c) const {
  if (const auto form = punctuation_.find(c); form != punctuation_.end()) return {form->second};
  std::u32string folded;
  const std::u32string normalized = Normalize(c);
  // A spacing accent decomposes to a space: it stays as it is, unless it counts as a letter.
  if (normalized == U" ")
    return ClassOfFolded(c) == CharClass::kPunctuation ? std::u32string{c} : std::u32string();
  for (char32_t part : normalized) {
    if (part == U' ') continue;
    if (const int32_t digit = u_charDigitValue(static_cast<UChar32>(part)); digit >= 0)
      part = U'0' + digit;
    if (const auto simplified = t2s_.find(part); simplified != t2s_.end())
      part = simplified->second;
    if (const auto form = punctuation_.find(part); form != punctuation_.end()) part = form->second;
    folded.push_back(part);
  }
  return folded;
}

CharClass Folder::ClassOfOriginal(char32_t c) const {
  const auto code = static_cast<UChar32>(c);
  if (c == U'\n' || c == U'\r' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 ||
      c == 0x2029) {
    return CharClass::kNewline;
  }
  if (c == 0x3000 || c == 0x2003 || c == 0x2001) return CharClass::kIndent;
  const uint32_t category = U_GET_GC_MASK(code);
  if (category & (U_GC_ZS_MASK | U_GC_CC_MASK)) return CharClass::kSpace;
  if ((category & U_GC_CF_MASK) || u_hasBinaryProperty(code, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) {
    return CharClass::kInvisible;
  }
  if (IsMark(c) && !KeepsMark(c)) return CharClass::kAccent;
  return CharClass::kPunctuation;
}

CharClass Folder::ClassOfFolded(char32_t c) const {
  if (c >= U'0' && c <= U'9') return CharClass::kDigit;
  const auto code = static_cast<UChar32>(c);
  const uint32_t category = U_GET_GC_MASK(code);
  if (category & U_GC_M_MASK) return CharClass::kMark;
  if (!(category & (U_GC_L_MASK | U_GC_NL_MASK))) return CharClass::kPunctuation;
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(code, &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_HANGUL:
    case USCRIPT_BOPOMOFO:
    case USCRIPT_YI:
      return CharClass::kCharacter;
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
    case USCRIPT_TAI_LE:
    case USCRIPT_NEW_TAI_LUE:
    case USCRIPT_LANNA:
    case USCRIPT_TAI_VIET:
      return CharClass::kGrapheme;
    default:
      // The long vowel mark of Kana belongs to two scripts.
      return c == 0x30FC ? CharClass::kCharacter : CharClass::kLetter;
  }
}

struct Table {
  std::vector<uint32_t> entries;
  std::u32string expansions;
};

uint32_t Entry(char32_t value, CharClass char_class) {
  const auto mark =
      char_class == CharClass::kExpansion ? wirecopy::PageMark::kNone : wirecopy::MarkOf(value);
  return value | uint32_t{CharKind(char_class, mark).bits()} << 24;
}

uint32_t MakeEntry(const Folder& folder, char32_t c, std::u32string& expansions) {
  const CharClass original = folder.ClassOfOriginal(c);
  if (original != CharClass::kPunctuation)
    return Entry(original == CharClass::kNewline ? U'\n' : U' ', original);
  if (c >= 0xD800 && c <= 0xDFFF) return Entry(0xFFFD, CharClass::kPunctuation);
  const std::u32string folded = folder.Fold(c);
  if (folded.empty()) return Entry(U' ', CharClass::kAccent);
  uint32_t entry = 0;
  if (folded.size() == 1) {
    entry = Entry(folded[0], folder.ClassOfFolded(folded[0]));
  } else {
    size_t offset = expansions.find(folded);
    if (offset == std::u32string::npos) {
      offset = expansions.size();
      expansions += folded;
    }
    if (offset > 0xFFFF || folded.size() > 31) Fail("an expansion does not fit");
    entry = Entry(static_cast<char32_t>(folded.size() << 16 | offset), CharClass::kExpansion);
  }
  if (folder.FromTraditional(c)) entry |= FoldEntry::kTraditionalBit;
  if (std::u32string_view(kContext).find(c) != std::u32string_view::npos || IsComposingJamo(c)) {
    entry |= FoldEntry::kContextBit;
  }
  return entry;
}

// Folding what is folded changes nothing.
void CheckClosed(const Folder& folder, const Table& table) {
  const auto check = [&](char32_t part, char32_t from) {
    const FoldEntry entry(table.entries[part]);
    if (entry.folded() != part || entry.char_class() != folder.ClassOfFolded(part)) {
      char message[80];
      std::snprintf(message, sizeof message, "U+%04X folds to U+%04X, which folds on to U+%04X",
                    unsigned(from), unsigned(part), unsigned(entry.folded()));
      Fail(message);
    }
  };
  for (char32_t c = 0; c < kLimit; ++c) {
    const FoldEntry entry(table.entries[c]);
    if (entry.char_class() <= CharClass::kMark) check(entry.folded(), c);
  }
  for (char32_t part : table.expansions) check(part, part);
}

template <typename Values>
void WriteArray(const char* declaration, const Values& values) {
  std::printf("const %s = {", declaration);
  size_t column = 0;
  for (const auto value : values) std::printf("%s%u,", column++ % 16 ? "" : "\n", unsigned(value));
  std::printf("\n};\n");
}

void Write(const Table& table) {
  std::map<std::vector<uint32_t>, uint32_t> numbers;
  std::vector<uint32_t> blocks;
  std::vector<uint32_t> block_of;
  for (char32_t start = 0x10000; start < kLimit; start += 256) {
    std::vector<uint32_t> block;
    for (char32_t c = start; c < start + 256; ++c) {
      const uint32_t bits = table.entries[c];
      const bool itself = (bits & 0x1FFFFF) == c;
      block.push_back(itself ? bits & ~0x1FFFFFu : bits);
    }
    const auto [place, fresh] = numbers.try_emplace(block, numbers.size());
    if (fresh) blocks.insert(blocks.end(), block.begin(), block.end());
    block_of.push_back(place->second);
  }
  if (numbers.size() > 256) Fail("too many blocks");

  std::printf("// Written by fold_table_generator; do not edit.\n");
  std::printf("#include \"wirecopy/text/fold_table.h\"\nnamespace wirecopy::fold_table {\n");
  std::printf("const char kUnicodeVersion[] = \"%s\";\n", U_UNICODE_VERSION);
  WriteArray("uint32_t kBasicPlane[0x10000]",
             std::vector<uint32_t>(table.entries.begin(), table.entries.begin() + 0x10000));
  WriteArray("uint8_t kBlockOf[0x1000]", block_of);
  WriteArray("uint32_t kBlocks[]", blocks);
  WriteArray("char32_t kExpansions[]", table.expansions);
  std::printf("}  // namespace wirecopy::fold_table\n");
}

}  // namespace

int main() {
  const Folder folder;
  Table table;
  table.entries.reserve(kLimit);
  for (char32_t c = 0; c < kLimit; ++c) {
    const FoldEntry entry(MakeEntry(folder, c, table.expansions));
    const bool plain = c == U' ' || (entry.char_class() <= CharClass::kMark &&
                                     !entry.needs_context() && !(c >= 0xD800 && c <= 0xDFFF));
    table.entries.push_back(entry.bits() | (plain ? 0 : FoldEntry::kSpecialBit));
  }
  CheckClosed(folder, table);
  Write(table);
  return std::ferror(stdin) || std::fflush(stdout) != 0;
}
