#include "wirecopy/text/char_reference.h"

#include <algorithm>
#include <iterator>

namespace wirecopy {
namespace {

struct NamedReference {
  std::string_view name;
  char16_t code_point;
};

// Sorted by name.
constexpr NamedReference kNamed[] = {
    {"AElig", 0x00C6},   {"AMP", 0x0026},    {"Aacute", 0x00C1},  {"Acirc", 0x00C2},
    {"Agrave", 0x00C0},  {"Aring", 0x00C5},  {"Atilde", 0x00C3},  {"Auml", 0x00C4},
    {"COPY", 0x00A9},    {"Ccedil", 0x00C7}, {"Dagger", 0x2021},  {"Delta", 0x0394},
    {"ETH", 0x00D0},     {"Eacute", 0x00C9}, {"Ecirc", 0x00CA},   {"Egrave", 0x00C8},
    {"Euml", 0x00CB},    {"GT", 0x003E},     {"Iacute", 0x00CD},  {"Icirc", 0x00CE},
    {"Igrave", 0x00CC},  {"Iuml", 0x00CF},   {"LT", 0x003C},      {"NBSP", 0x00A0},
    {"NewLine", 0x000A}, {"Ntilde", 0x00D1}, {"OElig", 0x0152},   {"Oacute", 0x00D3},
    {"Ocirc", 0x00D4},   {"Ograve", 0x00D2}, {"Omega", 0x03A9},   {"Oslash", 0x00D8},
    {"Otilde", 0x00D5},  {"Ouml", 0x00D6},   {"Prime", 0x2033},   {"QUOT", 0x0022},
    {"REG", 0x00AE},     {"Scaron", 0x0160}, {"Sigma", 0x03A3},   {"THORN", 0x00DE},
    {"Tab", 0x0009},     {"Uacute", 0x00DA}, {"Ucirc", 0x00DB},   {"Ugrave", 0x00D9},
    {"Uuml", 0x00DC},    {"Yacute", 0x00DD}, {"Yuml", 0x0178},    {"ZeroWidthSpace", 0x200B},
    {"aacute", 0x00E1},  {"acirc", 0x00E2},  {"acute", 0x00B4},   {"aelig", 0x00E6},
    {"agrave", 0x00E0},  {"alpha", 0x03B1},  {"amp", 0x0026},     {"apos", 0x0027},
    {"aring", 0x00E5},   {"ast", 0x002A},    {"asymp", 0x2248},   {"atilde", 0x00E3},
    {"auml", 0x00E4},    {"bdquo", 0x201E},  {"beta", 0x03B2},    {"brvbar", 0x00A6},
    {"bull", 0x2022},    {"ccedil", 0x00E7}, {"cedil", 0x00B8},   {"cent", 0x00A2},
    {"check", 0x2713},   {"circ", 0x02C6},   {"clubs", 0x2663},   {"colon", 0x003A},
    {"comma", 0x002C},   {"copy", 0x00A9},   {"curren", 0x00A4},  {"dagger", 0x2020},
    {"darr", 0x2193},    {"deg", 0x00B0},    {"delta", 0x03B4},   {"diams", 0x2666},
    {"divide", 0x00F7},  {"eacute", 0x00E9}, {"ecirc", 0x00EA},   {"egrave", 0x00E8},
    {"emsp", 0x2003},    {"ensp", 0x2002},   {"epsilon", 0x03B5}, {"eth", 0x00F0},
    {"euml", 0x00EB},    {"euro", 0x20AC},   {"excl", 0x0021},    {"fnof", 0x0192},
    {"frac12", 0x00BD},  {"frac14", 0x00BC}, {"frac34", 0x00BE},  {"gamma", 0x03B3},
    {"ge", 0x2265},      {"gt", 0x003E},     {"hairsp", 0x200A},  {"harr", 0x2194},
    {"hearts", 0x2665},  {"hellip", 0x2026}, {"hyphen", 0x2010},  {"iacute", 0x00ED},
    {"icirc", 0x00EE},   {"iexcl", 0x00A1},  {"igrave", 0x00EC},  {"infin", 0x221E},
    {"iquest", 0x00BF},  {"iuml", 0x00EF},   {"lambda", 0x03BB},  {"laquo", 0x00AB},
    {"larr", 0x2190},    {"lbrack", 0x005B}, {"ldquo", 0x201C},   {"le", 0x2264},
    {"lowbar", 0x005F},  {"loz", 0x25CA},    {"lpar", 0x0028},    {"lrm", 0x200E},
    {"lsaquo", 0x2039},  {"lsquo", 0x2018},  {"lt", 0x003C},      {"macr", 0x00AF},
    {"mdash", 0x2014},   {"micro", 0x00B5},  {"middot", 0x00B7},  {"minus", 0x2212},
    {"mu", 0x03BC},      {"nbsp", 0x00A0},   {"ndash", 0x2013},   {"ne", 0x2260},
    {"not", 0x00AC},     {"ntilde", 0x00F1}, {"num", 0x0023},     {"numsp", 0x2007},
    {"oacute", 0x00F3},  {"ocirc", 0x00F4},  {"oelig", 0x0153},   {"ograve", 0x00F2},
    {"oline", 0x203E},   {"omega", 0x03C9},  {"ordf", 0x00AA},    {"ordm", 0x00BA},
    {"oslash", 0x00F8},  {"otilde", 0x00F5}, {"ouml", 0x00F6},    {"para", 0x00B6},
    {"percnt", 0x0025},  {"period", 0x002E}, {"permil", 0x2030},  {"pi", 0x03C0},
    {"plusmn", 0x00B1},  {"pound", 0x00A3},  {"prime", 0x2032},   {"puncsp", 0x2008},
    {"quest", 0x003F},   {"quot", 0x0022},   {"radic", 0x221A},   {"raquo", 0x00BB},
    {"rarr", 0x2192},    {"rbrack", 0x005D}, {"rdquo", 0x201D},   {"reg", 0x00AE},
    {"rlm", 0x200F},     {"rpar", 0x0029},   {"rsaquo", 0x203A},  {"rsquo", 0x2019},
    {"sbquo", 0x201A},   {"scaron", 0x0161}, {"sect", 0x00A7},    {"semi", 0x003B},
    {"shy", 0x00AD},     {"sigma", 0x03C3},  {"sol", 0x002F},     {"spades", 0x2660},
    {"star", 0x2606},    {"sum", 0x2211},    {"sup1", 0x00B9},    {"sup2", 0x00B2},
    {"sup3", 0x00B3},    {"szlig", 0x00DF},  {"thinsp", 0x2009},  {"thorn", 0x00FE},
    {"tilde", 0x02DC},   {"times", 0x00D7},  {"trade", 0x2122},   {"uacute", 0x00FA},
    {"uarr", 0x2191},    {"ucirc", 0x00FB},  {"ugrave", 0x00F9},  {"uml", 0x00A8},
    {"uuml", 0x00FC},    {"verbar", 0x007C}, {"yacute", 0x00FD},  {"yen", 0x00A5},
    {"yuml", 0x00FF},    {"zwj", 0x200D},    {"zwnj", 0x200C},
};
static_assert(std::ranges::is_sorted(kNamed, {}, &NamedReference::name));
constexpr size_t kMaxName = 16;

// Numbers 128 to 159 mean what Windows-1252 has there.
constexpr char16_t kWindows1252[32] = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool IsAlphanumeric(char c) { return IsLetter(c) || (c >= '0' && c <= '9'); }

int HexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

char32_t NumberedCharacter(uint32_t number) {
  if (number >= 128 && number < 160) return kWindows1252[number - 128];
  const bool valid = number != 0 && number <= 0x10FFFF && !(number >= 0xD800 && number < 0xE000);
  return valid ? number : 0xFFFD;
}

// `rest`: what stands behind '&'. Sizes count from there.
CharReference ReadNumber(std::string_view rest) {
  const bool hex = rest.size() > 1 && (rest[1] == 'x' || rest[1] == 'X');
  const size_t first = hex ? 2 : 1;
  uint32_t number = 0;
  size_t i = first;
  for (; i < rest.size() && i < first + 8; ++i) {
    const int digit = HexDigit(rest[i]);
    if (digit < 0 || (!hex && digit > 9)) break;
    number = std::min<uint32_t>(number * (hex ? 16 : 10) + static_cast<uint32_t>(digit), 0x110000);
  }
  if (i == first || i == rest.size() || rest[i] != ';') return {};
  return {NumberedCharacter(number), static_cast<uint32_t>(i + 1)};
}

CharReference ReadName(std::string_view rest) {
  size_t i = 0;
  while (i < rest.size() && i < kMaxName && IsAlphanumeric(rest[i])) ++i;
  const std::string_view name = rest.substr(0, i);
  if (i < rest.size() && rest[i] == ';') {
    const auto found = std::ranges::lower_bound(kNamed, name, {}, &NamedReference::name);
    if (found != std::end(kNamed) && found->name == name) {
      return {found->code_point, static_cast<uint32_t>(i + 1)};
    }
  }
  if (rest.starts_with("nbsp") || rest.starts_with("NBSP")) return {0xA0, 4};
  return {};
}

CharReference ReadBehindAmpersand(std::string_view rest) {
  if (rest.empty()) return {};
  return rest[0] == '#' ? ReadNumber(rest) : ReadName(rest);
}

}  // namespace

CharReference ReadCharReference(std::string_view text, size_t place) {
  const CharReference once = ReadBehindAmpersand(text.substr(place + 1));
  if (once.size_bytes == 0) return {};
  if (once.code_point == U'&') {
    const CharReference twice = ReadBehindAmpersand(text.substr(place + 1 + once.size_bytes));
    if (twice.size_bytes != 0) return {twice.code_point, 1 + once.size_bytes + twice.size_bytes};
  }
  return {once.code_point, 1 + once.size_bytes};
}

}  // namespace wirecopy
