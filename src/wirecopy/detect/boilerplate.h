// Bodies that are nobody's report: what a page held instead of one (a site's footer, a script, a
// notice of an error), so that many pages of different headlines have it word for word. No rule can
// know all of them; that a body speaks of none of the headlines it stands under tells.
//
// Cost: linear in the tokens of the body and of the first few dozen headlines.
// Threads: safe.
#ifndef WIRECOPY_DETECT_BOILERPLATE_H_
#define WIRECOPY_DETECT_BOILERPLATE_H_

#include <cstddef>
#include <span>
#include <string>

#include "wirecopy/model/body.h"

namespace wirecopy {

// Fewer headlines prove nothing: one report is printed under two or three, too.
inline constexpr size_t kMinBoilerplateTitles = 4;

// Whether the body that stands under these headlines (of articles with equal bodies, in any order,
// UTF-8; empty: unknown) is boilerplate: they are at least kMinBoilerplateTitles different ones,
// and no more than one in ten has a quarter of its word pairs (of its long words where it is in
// Latin script) in the body.
bool IsBoilerplate(const Body& body, std::span<const std::string> titles);

}  // namespace wirecopy

#endif  // WIRECOPY_DETECT_BOILERPLATE_H_
