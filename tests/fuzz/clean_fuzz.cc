// Any bytes as a page: cleaning keeps its promises (text/clean.h), with places and without.
#include <cstdint>
#include <string>
#include <string_view>

#include "fuzz_check.h"
#include "wirecopy/text/clean.h"

namespace {

using wirecopy::CleanText;

void CheckRanges(const CleanText& clean) {
  uint32_t end = 0;
  for (const wirecopy::TokenRange& range : clean.furniture) {
    FUZZ_CHECK(range.begin >= end && range.begin < range.end && range.end <= clean.tokens.size());
    end = range.end;
  }
  for (size_t i = 0; i < clean.lines.size(); ++i) {
    FUZZ_CHECK(clean.lines[i] < clean.tokens.size() &&
               (i == 0 || clean.lines[i] > clean.lines[i - 1]));
  }
  for (const wirecopy::Token token : clean.tokens) FUZZ_CHECK(token != wirecopy::kBreakToken);
}

void CheckPlaces(const CleanText& clean, size_t text_size) {
  FUZZ_CHECK(clean.begins.size() == clean.tokens.size() &&
             clean.ends.size() == clean.tokens.size());
  for (size_t i = 0; i < clean.tokens.size(); ++i) {
    FUZZ_CHECK(clean.begins[i] < clean.ends[i] && clean.ends[i] <= text_size);
    // Characters of one composed sequence may share their bytes, but none stands before the one it
    // follows.
    FUZZ_CHECK(i == 0 ||
               (clean.begins[i] >= clean.begins[i - 1] && clean.ends[i] >= clean.ends[i - 1]));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const CleanText clean = wirecopy::Clean(text);
  CheckRanges(clean);
  FUZZ_CHECK(clean.begins.empty() && clean.ends.empty());

  const CleanText placed = wirecopy::Clean(text, {.places = true});
  FUZZ_CHECK(placed.tokens == clean.tokens && placed.furniture == clean.furniture &&
             placed.lines == clean.lines);
  CheckPlaces(placed, size);

  FUZZ_CHECK(wirecopy::Clean(text, {.furniture_rules = false}).tokens == clean.tokens);
  const std::string rendered = wirecopy::RenderClean(text);
  FUZZ_CHECK(wirecopy::Clean(rendered).tokens == clean.tokens);
  FUZZ_CHECK(wirecopy::RenderClean(rendered) == rendered);
  return 0;
}
