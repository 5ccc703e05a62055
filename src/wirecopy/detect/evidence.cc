#include "wirecopy/detect/evidence.h"

#include "wirecopy/model/body.h"
#include "wirecopy/text/clean.h"

namespace wirecopy {
namespace {

TokenRange ToCleanTokens(TokenRange range, const Body& body) {
  if (range.begin >= range.end) {
    const uint32_t at = range.begin < body.places.size() ? body.places[range.begin]
                        : body.places.empty()            ? 0
                                                         : body.places.back() + 1;
    return {at, at};
  }
  return {body.places[range.begin], body.places[range.end - 1] + 1};
}

}  // namespace

Evidence CompareArticles(const ArticleView& a, const ArticleView& b, const Background& background,
                         CompareOptions options) {
  Evidence evidence;
  evidence.a = Clean(a.text, {.places = true});
  evidence.b = Clean(b.text, {.places = true});
  const Body body_a = MakeBody(evidence.a.tokens, evidence.a.furniture, true);
  const Body body_b = MakeBody(evidence.b.tokens, evidence.b.furniture, true);
  options.evidence = true;
  Comparer comparer(options);
  evidence.verdict = comparer.Compare(
      {body_a.tokens, a.published_at ? a.published_at : evidence.a.facts.published, &evidence.a.facts},
      {body_b.tokens, b.published_at ? b.published_at : evidence.b.facts.published, &evidence.b.facts}, background);
  for (Passage& passage : evidence.verdict.passages) {
    passage.a = ToCleanTokens(passage.a, body_a);
    passage.b = ToCleanTokens(passage.b, body_b);
  }
  for (Slot& slot : evidence.verdict.slots) {
    slot.a = ToCleanTokens(slot.a, body_a);
    slot.b = ToCleanTokens(slot.b, body_b);
  }
  return evidence;
}

}  // namespace wirecopy
