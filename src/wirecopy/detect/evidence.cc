#include "wirecopy/detect/evidence.h"

#include <utility>

#include "wirecopy/detect/texts.h"
#include "wirecopy/text/clean.h"

namespace wirecopy {
namespace {

// With places, and with the outlet's own furniture marked too.
CleanText CleanAndMask(const ArticleView& article, const Background& background) {
  CleanText clean = Clean(article.text, {.places = true});
  clean.furniture =
      MaskedOf({clean.tokens, clean.furniture}, OutletHash(article.outlet), background);
  return clean;
}

std::optional<TimeInterval> DateOf(const ArticleView& article, const CleanText& clean) {
  return article.published_at ? article.published_at : clean.facts.published;
}

}  // namespace

Evidence CompareArticles(const ArticleView& a, const ArticleView& b, const Background& background,
                         CompareOptions options) {
  Evidence evidence = ShowVerdict(a, b, {}, background);
  const Body body_a = MakeBody(evidence.a.tokens, evidence.a.furniture, true);
  const Body body_b = MakeBody(evidence.b.tokens, evidence.b.furniture, true);
  options.evidence = true;
  Comparer comparer(options);
  evidence.verdict =
      comparer.Compare({body_a.tokens, DateOf(a, evidence.a), &evidence.a.facts},
                       {body_b.tokens, DateOf(b, evidence.b), &evidence.b.facts}, background);
  PlaceInCleanTexts(body_a, body_b, evidence.verdict);
  return evidence;
}

Evidence ShowVerdict(const ArticleView& a, const ArticleView& b, Verdict verdict,
                     const Background& background) {
  return {std::move(verdict), CleanAndMask(a, background), CleanAndMask(b, background)};
}

}  // namespace wirecopy
