#include "wirecopy/corpus/input_files.h"

#include <glob.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>

namespace wirecopy {
namespace {

namespace fs = std::filesystem;

bool EndsWithAny(std::string_view name, std::initializer_list<std::string_view> suffixes) {
  return std::any_of(suffixes.begin(), suffixes.end(),
                     [&](std::string_view suffix) { return name.ends_with(suffix); });
}

// Whether a file found in a folder is taken.
bool IsArticleFile(std::string_view name) {
  if (EndsWithAny(name, {".jsonl", ".ndjson", ".txt"})) return true;
  if (!EndsWithAny(name, {".gz", ".zst"})) return false;
  name.remove_suffix(name.size() - name.rfind('.'));
  return EndsWithAny(name, {".jsonl", ".ndjson", ".json"});
}

InputFile FileAt(const std::string& path) {
  InputFile file;
  file.path = path;
  if (std::string_view(path).ends_with(".txt")) file.kind = InputKind::kText;
  std::error_code error;
  if (path != "-" && fs::is_regular_file(path, error)) {
    const auto size = fs::file_size(path, error);
    if (!error) file.size_bytes = size;
  }
  return file;
}

class Finder {
 public:
  void FindInput(const std::string& input) {
    std::error_code error;
    if (input == "-") {
      found_.files.push_back(FileAt(input));
    } else if (fs::is_directory(input, error)) {
      FindInFolder(input);
    } else if (fs::exists(input, error) || input.find_first_of("*?[") == std::string::npos) {
      found_.files.push_back(FileAt(input));  // one that does not exist is reported on opening
    } else {
      FindByPattern(input);
    }
  }

  InputFiles Take() { return std::move(found_); }

 private:
  void FindByPattern(const std::string& pattern) {
    glob_t matches{};
    const int result = glob(pattern.c_str(), GLOB_NOSORT, nullptr, &matches);
    std::vector<std::string> paths(matches.gl_pathv, matches.gl_pathv + matches.gl_pathc);
    globfree(&matches);
    std::sort(paths.begin(), paths.end());
    if (result != 0 || paths.empty()) Report(pattern, "unreadable", "no file matches the pattern");
    for (const std::string& path : paths) {
      std::error_code error;
      if (fs::is_directory(path, error)) {
        FindInFolder(path);
      } else {
        found_.files.push_back(FileAt(path));
      }
    }
  }

  void FindInFolder(const std::string& folder) {
    std::vector<std::string> paths;
    const bool all_read = Collect(folder, &paths);
    std::sort(paths.begin(), paths.end());
    for (const std::string& path : paths) found_.files.push_back(FileAt(path));
    if (paths.empty() && all_read) {
      Report(folder, "no-articles",
             "the folder holds no *.jsonl or *.ndjson (also .gz, .zst) and no *.txt");
    }
  }

  // False where the folder or one below it could not be read.
  bool Collect(const std::string& top, std::vector<std::string>* paths) {
    std::vector<fs::path> folders = {top};
    bool all_read = true;
    while (!folders.empty()) {
      const fs::path folder = std::move(folders.back());
      folders.pop_back();
      std::error_code error;
      fs::directory_iterator entries(folder, error);
      for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
        const fs::directory_entry& entry = *entries;
        std::error_code ignored;
        if (entry.is_directory(ignored)) {
          if (!entry.is_symlink(ignored)) folders.push_back(entry.path());
        } else if (IsArticleFile(entry.path().filename().native())) {
          paths->push_back(entry.path().native());
        }
      }
      if (error) {
        all_read = false;
        Report(folder.native(), "unreadable", "the folder cannot be read: " + error.message());
      }
    }
    return all_read;
  }

  void Report(const std::string& path, std::string_view reason, std::string message) {
    found_.problems.push_back({path, 0, std::string(reason), std::move(message), true});
  }

  InputFiles found_;
};

}  // namespace

InputFiles FindInputFiles(std::span<const std::string> inputs) {
  Finder finder;
  for (const std::string& input : inputs) finder.FindInput(input);
  return finder.Take();
}

}  // namespace wirecopy
