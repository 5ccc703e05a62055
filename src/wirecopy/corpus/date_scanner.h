// Reads a folded date (date_folding.h) from the left. A copy is a place to come back to.
#ifndef WIRECOPY_CORPUS_DATE_SCANNER_H_
#define WIRECOPY_CORPUS_DATE_SCANNER_H_

#include <cstddef>
#include <optional>
#include <string_view>

#include "absl/strings/ascii.h"

namespace wirecopy {

class DateScanner {
 public:
  explicit DateScanner(std::string_view text) : rest_(text) {}

  bool done() const { return rest_.empty(); }
  char peek() const { return rest_.empty() ? '\0' : rest_.front(); }
  std::string_view rest() const { return rest_; }

  size_t CountDigits() const {
    size_t count = 0;
    while (count < rest_.size() && absl::ascii_isdigit(rest_[count])) ++count;
    return count;
  }

  // Between `least` and `most` digits (up to nine), as many as there are.
  std::optional<int> Digits(size_t least, size_t most) {
    size_t count = 0;
    int value = 0;
    while (count < most && count < rest_.size() && absl::ascii_isdigit(rest_[count])) {
      value = value * 10 + (rest_[count++] - '0');
    }
    if (count < least) return std::nullopt;
    rest_.remove_prefix(count);
    return value;
  }

  void SkipDigits() { rest_.remove_prefix(CountDigits()); }

  bool Take(std::string_view literal) {
    if (!rest_.starts_with(literal)) return false;
    rest_.remove_prefix(literal.size());
    return true;
  }

  std::string_view Letters() {
    size_t count = 0;
    while (count < rest_.size() && absl::ascii_isalpha(rest_[count])) ++count;
    const std::string_view letters = rest_.substr(0, count);
    rest_.remove_prefix(count);
    return letters;
  }

  bool SkipBlanks() {
    const size_t before = rest_.size();
    while (!rest_.empty() && rest_.front() == ' ') rest_.remove_prefix(1);
    return rest_.size() < before;
  }

  // "(China Standard Time)", "[Asia/Shanghai]": what programs put behind an offset.
  bool SkipComment() {
    const char close = peek() == '(' ? ')' : peek() == '[' ? ']' : '\0';
    const size_t end = close == '\0' ? std::string_view::npos : rest_.find(close);
    if (end == std::string_view::npos) return false;
    rest_.remove_prefix(end + 1);
    return true;
  }

 private:
  std::string_view rest_;
};

}  // namespace wirecopy

#endif  // WIRECOPY_CORPUS_DATE_SCANNER_H_
