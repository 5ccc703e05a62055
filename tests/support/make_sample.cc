// Writes data/sample: wirecopy_make_sample FOLDER; or, with --check, tells whether it holds what
// would be written.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "sample.h"

namespace {

std::string FileBytes(const std::string& file_name) {
  std::ifstream file(file_name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

bool Settle(const std::string& file_name, const std::string& bytes, bool check) {
  if (check) {
    if (FileBytes(file_name) == bytes) return true;
    std::fprintf(stderr, "%s is not what wirecopy_make_sample writes; run it on that folder\n",
                 file_name.c_str());
    return false;
  }
  std::ofstream file(file_name, std::ios::binary);
  file << bytes;
  file.flush();
  if (!file) std::fprintf(stderr, "%s: cannot be written\n", file_name.c_str());
  return file.good();
}

}  // namespace

int main(int argc, char** argv) {
  const bool check = argc == 3 && std::string_view(argv[1]) == "--check";
  if (!check && argc != 2) {
    std::fprintf(stderr, "usage: wirecopy_make_sample [--check] FOLDER\n");
    return 2;
  }
  const auto sample = wirecopy::BuildSample(WIRECOPY_SUPPORT_DIR "/sample");
  if (!sample.ok()) {
    std::fprintf(stderr, "%s\n", sample.status().ToString().c_str());
    return 2;
  }
  std::string articles;
  std::string gold;
  for (const wirecopy::SampleArticle& article : *sample) {
    articles += wirecopy::ArticleLine(article) + "\n";
    gold += wirecopy::GoldLine(article) + "\n";
  }
  const std::string folder = argv[argc - 1];
  const bool articles_good = Settle(folder + "/articles.jsonl", articles, check);
  return Settle(folder + "/gold.jsonl", gold, check) && articles_good ? 0 : 1;
}
