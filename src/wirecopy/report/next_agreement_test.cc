#include "wirecopy/report/next_agreement.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

namespace wirecopy {
namespace {

using Tokens = std::vector<Token>;

// Every pair of places.
Agreement SlowNextAgreement(const Tokens& a, const Tokens& b) {
  Agreement best = {a.size(), b.size()};
  bool found = false;
  for (size_t i = 0; i + kAgreeingTokens <= a.size(); ++i) {
    for (size_t j = 0; j + kAgreeingTokens <= b.size(); ++j) {
      if (!std::equal(a.begin() + static_cast<long>(i),
                      a.begin() + static_cast<long>(i + kAgreeingTokens),
                      b.begin() + static_cast<long>(j)))
        continue;
      if (found && i + j >= best.a + best.b) continue;
      best = {i, j};
      found = true;
    }
  }
  return best;
}

TEST(NextAgreementTest, SkipsWhatOnlyOneSideHas) {
  EXPECT_EQ(NextAgreement(Tokens{9, 8, 1, 2, 3, 4, 5, 6}, Tokens{1, 2, 3, 4, 5, 6}),
            (Agreement{2, 0}));
  EXPECT_EQ(NextAgreement(Tokens{1, 2, 3, 4, 5, 6}, Tokens{7, 1, 2, 3, 4, 5, 6}),
            (Agreement{0, 1}));
  EXPECT_EQ(NextAgreement(Tokens{9, 1, 2, 3, 4, 5}, Tokens{1, 2, 3, 4, 5}), (Agreement{6, 5}))
      << "too short";
  EXPECT_EQ(NextAgreement(Tokens{}, Tokens{1, 2, 3, 4, 5, 6}), (Agreement{0, 6}));
}

TEST(NextAgreementTest, AgreesWithASearchOfEveryPlace) {
  std::mt19937 random(20260503);
  for (int round = 0; round < 400; ++round) {
    Tokens a, b;
    const unsigned alphabet = 2 + random() % 4;
    for (size_t left = random() % 200; left > 0; --left) a.push_back(random() % alphabet);
    for (size_t left = random() % 200; left > 0; --left) b.push_back(random() % alphabet);
    const Agreement slow = SlowNextAgreement(a, b), fast = NextAgreement(a, b);
    EXPECT_EQ(fast, slow) << "round " << round << ": " << fast.a << " " << fast.b << " against "
                          << slow.a << " " << slow.b;
  }
}

}  // namespace
}  // namespace wirecopy
