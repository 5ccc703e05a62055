// Evaluation reports as text for people and as JSON.
//
//   AppendEvalText(report, &out);   // a table
//   AppendEvalJson(report, &out);   // one line, schema wirecopy.eval/1: docs/formats/eval.md
//
// Strings are appended, ending in a newline. Stability: the JSON keys are part of the format; the
// text is not.
#ifndef WIRECOPY_EVAL_EVAL_OUTPUT_H_
#define WIRECOPY_EVAL_EVAL_OUTPUT_H_

#include <string>

#include "wirecopy/eval/evaluate.h"

namespace wirecopy {

void AppendEvalText(const EvalReport& report, std::string* out);
void AppendEvalJson(const EvalReport& report, std::string* out);
void AppendPairText(const PairReport& report, std::string* out);
void AppendPairJson(const PairReport& report, std::string* out);  // schema wirecopy.eval-pairs/1

}  // namespace wirecopy

#endif  // WIRECOPY_EVAL_EVAL_OUTPUT_H_
