// Made articles carried through the first stages, as the benchmarks of later stages need them.
#ifndef WIRECOPY_BENCH_PREPARED_ARTICLES_H_
#define WIRECOPY_BENCH_PREPARED_ARTICLES_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "bench/made_text.h"
#include "wirecopy/model/body.h"
#include "wirecopy/model/shingle.h"
#include "wirecopy/text/clean.h"

namespace wirecopy::bench {

inline std::string_view ScriptName(Script script) {
  switch (script) {
    case Script::kChinese:
      return "chinese";
    case Script::kAnnotatedChinese:
      return "annotated";
    case Script::kEnglish:
      return "english";
  }
  return "";
}

inline Body BodyOf(std::string_view text) {
  const CleanText clean = Clean(text);
  return MakeBody(clean.tokens, clean.furniture);
}

inline std::vector<uint64_t> ShinglesOfText(std::string_view text) {
  return ShingleSet(BodyOf(text).tokens);
}

}  // namespace wirecopy::bench

#endif  // WIRECOPY_BENCH_PREPARED_ARTICLES_H_
