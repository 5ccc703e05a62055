#include "gbk.h"

#include <iconv.h>

#include <array>
#include <cassert>

#include "code_points.h"

namespace wirecopy {
namespace {

// One direction of iconv, for one character at a time.
class Converter {
 public:
  Converter(const char* to, const char* from) : handle_(iconv_open(to, from)) {
    assert(handle_ != reinterpret_cast<iconv_t>(-1));
  }
  ~Converter() { iconv_close(handle_); }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  // Empty where the other character set has no such character.
  std::string Convert(std::string_view character) {
    std::array<char, 16> in{};
    std::array<char, 16> out{};
    assert(character.size() <= in.size());
    character.copy(in.data(), character.size());
    char* from = in.data();
    char* to = out.data();
    size_t from_left = character.size();
    size_t to_left = out.size();
    iconv(handle_, nullptr, nullptr, nullptr, nullptr);
    if (iconv(handle_, &from, &from_left, &to, &to_left) == static_cast<size_t>(-1) ||
        from_left != 0)
      return {};
    return {out.data(), out.size() - to_left};
  }

 private:
  iconv_t handle_;
};

}  // namespace

std::string ToGbk(std::string_view utf8) {
  Converter converter("GBK", "UTF-8");
  std::string out;
  for (char32_t c : ToCodePoints(utf8)) {
    const std::string bytes = converter.Convert(ToUtf8(c));
    out += bytes.empty() ? "?" : bytes;
  }
  return out;
}

std::string FromGbk(std::string_view bytes) {
  Converter converter("UTF-8", "GBK");
  std::string out;
  for (size_t i = 0; i < bytes.size();) {
    const size_t length = GbkLength(bytes, i);
    const std::string character = converter.Convert(bytes.substr(i, length));
    out += character.empty() ? "?" : character;
    i += length;
  }
  return out;
}

}  // namespace wirecopy
