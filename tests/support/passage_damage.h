// Damage to what a text says: cut, sentences dropped, paragraphs moved, foreign sentences put in,
// an excerpt.
//
//   std::string half = CutTo(text, .5);
//
// A sentence ends with 。！？； or with .!? before a space and a capital, closing quotation marks
// included; paragraphs are lines. Threads: pure functions.
#ifndef TESTS_SUPPORT_PASSAGE_DAMAGE_H_
#define TESTS_SUPPORT_PASSAGE_DAMAGE_H_

#include <string>
#include <string_view>
#include <vector>

#include "seeded_random.h"

namespace wirecopy {

// Sentences of each paragraph; what stands between two sentences belongs to the first. Joined they
// give the text.
std::vector<std::vector<std::string>> SplitSentences(std::string_view text);
std::string JoinSentences(const std::vector<std::vector<std::string>>& paragraphs);

// The first sentences, as many as hold at least `share` of the characters.
std::string CutTo(std::string_view text, double share);
// About that share of the sentences is lost, never all of them.
std::string DropSentences(std::string_view text, double share, SeededRandom& random);
// Foreign sentences amounting to about `share` of the text, between its own ones. REQUIRES:
// `foreign` is not empty.
std::string InsertSentences(std::string_view text, const std::vector<std::string>& foreign,
                            double share, SeededRandom& random);
// The paragraphs behind the first one in another order; a text of one or two paragraphs is halved
// and turned round.
std::string ReorderParagraphs(std::string_view text, SeededRandom& random);
// A run of sentences from behind the first one, of about `share` of the characters.
std::string Excerpt(std::string_view text, double share, SeededRandom& random);

}  // namespace wirecopy

#endif  // TESTS_SUPPORT_PASSAGE_DAMAGE_H_
