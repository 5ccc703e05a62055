// The five real pages as crawled, and made clean by means independent of the engine.
#ifndef TESTS_INTEGRATION_SEED_PAGES_TEST_H_
#define TESTS_INTEGRATION_SEED_PAGES_TEST_H_

#include <filesystem>
#include <string>
#include <vector>

namespace wirecopy {

struct SeedPage {
  size_t number = 0;
  std::string crawled;
  std::string clean;       // readings taken out, Simplified; furniture and torn bytes still there
  std::string clean_body;  // its long lines with sentences
};

// Empty where the folder is missing.
std::vector<SeedPage> ReadSeedPages(const std::filesystem::path& folder);

// Sentences of no page, for damage that puts some in.
std::vector<std::string> ForeignSentences();

}  // namespace wirecopy

#endif  // TESTS_INTEGRATION_SEED_PAGES_TEST_H_
