// Log-odds of a share, damped so that shares of 0 and 1 are finite: about -3.9 and 3.9. Beyond
// [0, 1] the share is taken for 0 or 1.
#ifndef WIRECOPY_BASE_LOG_ODDS_H_
#define WIRECOPY_BASE_LOG_ODDS_H_

#include <algorithm>
#include <cmath>

namespace wirecopy {

inline double LogOdds(double share) {
  const double bounded = std::clamp(share, 0.0, 1.0);
  return std::log((bounded + 0.02) / (1.02 - bounded));
}

}  // namespace wirecopy

#endif  // WIRECOPY_BASE_LOG_ODDS_H_
