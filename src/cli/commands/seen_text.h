// What the engine sees of a page, token by token: for `clean`.
//
//   SeenText seen = SeeText(text);
//   seen.tokens[7].text       // "新", folded
//   seen.tokens[7].furniture  // "byline"; empty: part of the body
//
// Threads: pure functions.
#ifndef WIRECOPY_CLI_COMMANDS_SEEN_TEXT_H_
#define WIRECOPY_CLI_COMMANDS_SEEN_TEXT_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "wirecopy/model/clean_text.h"

namespace wirecopy::cli {

struct SeenToken {
  uint32_t begin = 0;  // bytes of the original
  uint32_t end = 0;
  std::string text;            // as the engine sees it
  std::string_view furniture;  // its kind; empty: part of the body
  bool is_word = false;        // or a number: written apart from the next one
  bool starts_line = false;
};

struct SeenText {
  std::vector<SeenToken> tokens;
  PageFacts facts;
  DamageCounts damage;
};

SeenText SeeText(std::string_view text);

// Lines of a page for people, furniture named in a column on the left.
std::string WithFurnitureNamed(const SeenText& seen);

// The tokens outside furniture, lines as lines.
std::string BodyOf(const SeenText& seen);

}  // namespace wirecopy::cli

#endif  // WIRECOPY_CLI_COMMANDS_SEEN_TEXT_H_
