// What one piece of a page is, judged by itself: its shape and its words, not its place.
//
//   Judgement judgement = JudgePiece(page, piece);
//
// Where it stands decides what an edge judgement means; that is furniture.cc's part.
// Cost: linear in the piece. Threads: pure functions.
#ifndef WIRECOPY_TEXT_PIECE_RULES_H_
#define WIRECOPY_TEXT_PIECE_RULES_H_

#include <cstdint>

#include "wirecopy/text/furniture.h"
#include "wirecopy/text/page_pieces.h"

namespace wirecopy {

enum class Strength : uint8_t {
  kNone,  // body, as far as the piece itself tells
  kEdge,  // furniture above the first or below the last paragraph, body between them
  kSure,  // furniture anywhere
};

struct Judgement {
  Strength strength = Strength::kNone;
  FurnitureKind kind = FurnitureKind::kNavigation;
  bool tops_site = false;       // breadcrumb, menu, login: what stands above it belongs to the site
  bool opens_list = false;      // heads a list of links
  bool closes_article = false;  // stands behind an article, hardly ever before or inside one
  bool awaits_value = false;    // a label whose value is the next piece
};

Judgement JudgePiece(const PageView& page, const Piece& piece);

// The parts, in the order they are asked. Each gives strength kNone where it has nothing to say.
Judgement JudgeByline(const PageView& page, const Piece& piece);    // byline_rules.cc
Judgement JudgeNotice(const PageView& page, const Piece& piece);    // notice_rules.cc
Judgement JudgeSiteFoot(const PageView& page, const Piece& piece);  // notice_rules.cc
Judgement JudgeNavigation(const PageView& page, const Piece& piece);
Judgement JudgeButtons(const PageView& page, const Piece& piece);
Judgement JudgeRelatedHeading(const PageView& page, const Piece& piece);
// A row of short phrases as spam kits write them; for the first and last pieces of a page.
Judgement JudgeSpam(const PageView& page, const Piece& piece);

// Units of the piece that furniture words of these classes cover.
uint32_t CoveredUnits(const PageView& page, const Piece& piece, uint32_t classes);
// Units of the piece that dates cover.
uint32_t DateUnits(const PageView& page, const Piece& piece);

}  // namespace wirecopy

#endif  // WIRECOPY_TEXT_PIECE_RULES_H_
