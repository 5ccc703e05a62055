// Damage to the characters of a text that leaves its words alone: punctuation, width, invisible
// characters, entities, spaces, line breaks; and noise, which does not.
//
//   std::string page = WithZeroWidth(text, random);
//
// UTF-8 in, UTF-8 out. Threads: pure functions.
#ifndef TESTS_SUPPORT_SURFACE_DAMAGE_H_
#define TESTS_SUPPORT_SURFACE_DAMAGE_H_

#include <string>
#include <string_view>

#include "seeded_random.h"

namespace wirecopy {

std::string ToAsciiPunctuation(std::string_view text);  // ，：；！？（） to ASCII; 、。“” stay
std::string ToFullWidth(std::string_view text);         // ASCII letters and digits
std::string DoublePunctuation(std::string_view text,
                              SeededRandom& random);  // ，-> ，，  。-> ，。 sometimes

std::string WithSoftHyphens(std::string_view text,
                            SeededRandom& random);  // U+00AD within runs of letters or Han
std::string WithZeroWidth(std::string_view text,
                          SeededRandom& random);  // U+200B, U+200D, U+FEFF anywhere
std::string WithHtmlEntities(
    std::string_view text);  // quotes, dashes, ampersands, paragraph indents
std::string WithNoBreakSpaces(
    std::string_view text);  // for every space, and four at a paragraph's head
std::string WithIdeographicSpaces(std::string_view text);  // two U+3000 at a paragraph's head

std::string Flatten(std::string_view text,
                    std::string_view joint = " ");  // paragraphs lost: one line

// Each Han character or ASCII letter is replaced, lost or followed by another one with that
// probability; the others come from the text itself.
std::string WithNoise(std::string_view text, double rate, SeededRandom& random);

}  // namespace wirecopy

#endif  // TESTS_SUPPORT_SURFACE_DAMAGE_H_
