// For tests: compares what a writer gave with a file kept in testdata/, and reads files of the
// project.
//
//   ExpectGolden("cluster.txt", out);
//
// With UPDATE_GOLDEN=1 in the environment the file is rewritten, and the test passes.
#ifndef WIRECOPY_REPORT_GOLDEN_FILE_TEST_H_
#define WIRECOPY_REPORT_GOLDEN_FILE_TEST_H_

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

namespace wirecopy {

// The bytes of a file, by its path from the top of the project; fails the test where it cannot be
// read.
inline std::string ProjectFile(const std::string& path) {
  std::ifstream file(std::string(WIRECOPY_SOURCE_DIR) + "/" + path, std::ios::binary);
  EXPECT_TRUE(file) << path << " cannot be read";
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

inline void ExpectGolden(const std::string& name, const std::string& actual) {
  const std::string path = "src/wirecopy/report/testdata/" + name;
  if (const char* update = std::getenv("UPDATE_GOLDEN"); update && std::string(update) == "1") {
    std::ofstream(std::string(WIRECOPY_SOURCE_DIR) + "/" + path, std::ios::binary) << actual;
    return;
  }
  EXPECT_EQ(ProjectFile(path), actual) << "UPDATE_GOLDEN=1 rewrites " << path;
}

}  // namespace wirecopy

#endif  // WIRECOPY_REPORT_GOLDEN_FILE_TEST_H_
