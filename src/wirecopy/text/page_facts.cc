#include "wirecopy/text/page_facts.h"

namespace wirecopy {

PageFacts ReadPageFacts(const JudgedPage&) { return {}; }

}  // namespace wirecopy
