// Stories and judged pairs as JSON lines, one a line: schemas wirecopy.story/1 and wirecopy.pair/1.
//
//   for (const Story& story : result.stories) {
//     out.clear();
//     AppendStoryLine(result, story, &out);
//     sink(out);
//   }
//
// Strings are appended, ending in a newline. Equal results give equal bytes.
// Stability: docs/formats/story.md and docs/formats/pair.md; keys are only added within a schema
// number. Threads: pure functions.
#ifndef WIRECOPY_REPORT_STORY_JSON_H_
#define WIRECOPY_REPORT_STORY_JSON_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "wirecopy/base/export.h"
#include "wirecopy/model/result.h"

namespace wirecopy {

class JsonLine;

// REQUIRES: the story's indices are those of result.articles.
WIRECOPY_EXPORT void AppendStoryLine(const Result& result, const Story& story, std::string* out);

// An article that is in no story, as a story of one; and that story.
Story StoryOfOne(const Result& result, uint32_t article);
void AppendSingletonLine(const Result& result, uint32_t article, std::string* out);

struct JudgedPair {
  std::string_view id_a;
  std::string_view id_b;
  const Verdict* verdict = nullptr;  // REQUIRED
  std::optional<uint64_t> background =
      {};  // the fingerprint of what it was judged with; empty: nothing was learnt
};

// The pair is written with the smaller id first, whichever of them the verdict calls a. Passages
// and slots are written where the verdict holds passages.
void AppendPairLine(const JudgedPair& pair, std::string* out);

// The same keys, into the object that is open.
void PutPairFields(const JudgedPair& pair, JsonLine* json);

}  // namespace wirecopy

#endif  // WIRECOPY_REPORT_STORY_JSON_H_
