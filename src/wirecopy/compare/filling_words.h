// Words of a slot's filling that say why it differs: it points at the time or place of writing, or
// it names who wrote or sent the text. Chinese and English.
//
// Threads: pure functions.
#ifndef WIRECOPY_COMPARE_FILLING_WORDS_H_
#define WIRECOPY_COMPARE_FILLING_WORDS_H_

#include <span>

#include "wirecopy/model/token.h"

namespace wirecopy {

// 今天, 我省, "yesterday": what another outlet replaces by a date or a name.
bool IsDeictic(std::span<const Token> filling);

// 记者, 通讯员, "reporting by": a byline or a dateline, which every outlet writes for itself.
bool NamesWriter(std::span<const Token> filling);

}  // namespace wirecopy

#endif  // WIRECOPY_COMPARE_FILLING_WORDS_H_
