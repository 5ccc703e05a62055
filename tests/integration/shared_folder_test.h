// Where real material lies that is measured but never shipped: the folder of WIRECOPY_SHARED, else
// one named shared beside the checkout. Tests that need it are labelled `shared` and skip where it
// is missing.
#ifndef TESTS_INTEGRATION_SHARED_FOLDER_TEST_H_
#define TESTS_INTEGRATION_SHARED_FOLDER_TEST_H_

#include <cstdlib>
#include <filesystem>

namespace wirecopy {

inline std::filesystem::path SharedFolder() {
  const char* shared = std::getenv("WIRECOPY_SHARED");
  return shared != nullptr ? std::filesystem::path(shared)
                           : std::filesystem::path(WIRECOPY_SOURCE_DIR).parent_path() / "shared";
}

}  // namespace wirecopy

#endif  // TESTS_INTEGRATION_SHARED_FOLDER_TEST_H_
