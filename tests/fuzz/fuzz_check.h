// FUZZ_CHECK(condition): ends the process with the condition's words where it does not hold, in
// every build type, so that a fuzzer and a replay both see it.
#ifndef WIRECOPY_TESTS_FUZZ_FUZZ_CHECK_H_
#define WIRECOPY_TESTS_FUZZ_FUZZ_CHECK_H_

#include <cstdio>
#include <cstdlib>

#define FUZZ_CHECK(condition)                                                             \
  do {                                                                                    \
    if (!(condition)) {                                                                   \
      std::fprintf(stderr, "%s:%d: does not hold: %s\n", __FILE__, __LINE__, #condition); \
      std::abort();                                                                       \
    }                                                                                     \
  } while (false)

#endif  // WIRECOPY_TESTS_FUZZ_FUZZ_CHECK_H_
