// Reads what the furniture of a page says about its article: source, author, editor, dateline,
// time.
//
// Cost: linear in the page. Threads: pure function.
#ifndef WIRECOPY_TEXT_PAGE_FACTS_H_
#define WIRECOPY_TEXT_PAGE_FACTS_H_

#include "wirecopy/model/clean_text.h"
#include "wirecopy/text/judged_page.h"

namespace wirecopy {

PageFacts ReadPageFacts(const JudgedPage& page);

}  // namespace wirecopy

#endif  // WIRECOPY_TEXT_PAGE_FACTS_H_
