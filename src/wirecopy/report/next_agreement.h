// Where two stretches of tokens that begin to differ agree again.
//
//   const Agreement next = NextAgreement(rest_of_a, rest_of_b);   // skip next.a and next.b tokens
//
// Cost: linear in what is skipped, but for a factor of the logarithm. Threads: pure function.
#ifndef WIRECOPY_REPORT_NEXT_AGREEMENT_H_
#define WIRECOPY_REPORT_NEXT_AGREEMENT_H_

#include <cstddef>
#include <span>

#include "wirecopy/model/token.h"

namespace wirecopy {

inline constexpr size_t kAgreeingTokens = 6;  // fewer in a row may be equal by chance

struct Agreement {
  size_t a = 0;
  size_t b = 0;

  bool operator==(const Agreement&) const = default;
};

// The place with the fewest tokens before it, of a and b together, from which kAgreeingTokens are
// equal, and among such the one with fewest of a; the two ends where there is none.
Agreement NextAgreement(std::span<const Token> a, std::span<const Token> b);

}  // namespace wirecopy

#endif  // WIRECOPY_REPORT_NEXT_AGREEMENT_H_
