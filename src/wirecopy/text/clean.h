// Cleans an article: damage undone, folded, cut into tokens, furniture marked.
//
//   CleanText clean = Clean(article.text);
//   CleanText with_places = Clean(article.text, {.places = true});  // in the original's bytes
//   std::string seen = RenderClean(article.text);                   // what the engine sees
//
// Accuracy: cleaning is idempotent: Clean(RenderClean(x)) has the tokens of Clean(x), for any x.
// Cost: linear in the bytes. Threads: pure functions.
// Source: docs/algorithms.md, "Cleaning".
#ifndef WIRECOPY_TEXT_CLEAN_H_
#define WIRECOPY_TEXT_CLEAN_H_

#include <string>
#include <string_view>

#include "wirecopy/base/export.h"
#include "wirecopy/model/clean_text.h"

namespace wirecopy {

struct CleanOptions {
  bool places = false;          // fill CleanText::begins and ends
  bool furniture_rules = true;  // mark furniture and read its facts
};

// `text`: any bytes below 4 GiB; broken UTF-8 reads as U+FFFD, which is dropped.
WIRECOPY_EXPORT CleanText Clean(std::string_view text, const CleanOptions& options = {});

// The tokens of a text as UTF-8, written from the text itself: words and numbers apart by one
// space, lines as lines, no punctuation. With `body_only` furniture is left out.
WIRECOPY_EXPORT std::string RenderClean(std::string_view text, bool body_only = false);

}  // namespace wirecopy

#endif  // WIRECOPY_TEXT_CLEAN_H_
