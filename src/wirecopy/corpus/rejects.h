// The records that could not be used, as JSONL, so that someone can mend them and read them again:
//
//   {"file":"news.jsonl","line":41,"reason":"no-text","message":"…","raw":"…"}
//
// `raw` is the record as it stood in the file. Where it is not valid UTF-8, `raw_base64` holds its
// bytes instead; of a line that was too long there is only the beginning. Problems of whole files
// have no `raw`. Use: options.on_problem = [&](const auto& problem, auto raw) {
// out->Write(RejectLine(problem, raw)); };
#ifndef WIRECOPY_CORPUS_REJECTS_H_
#define WIRECOPY_CORPUS_REJECTS_H_

#include <string>
#include <string_view>

#include "wirecopy/model/reading.h"

namespace wirecopy {

// One line, with its line feed.
std::string RejectLine(const RecordProblem& problem, std::string_view raw);

}  // namespace wirecopy

#endif  // WIRECOPY_CORPUS_REJECTS_H_
