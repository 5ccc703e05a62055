#include "wirecopy/corpus/input_files.h"

#include <glob.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

#include "absl/strings/str_format.h"

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
  return EndsWithAny(name, {".jsonl", ".ndjson", ".json", ".txt"});
}

std::string_view KindOfFile(mode_t mode) {
  if (S_ISFIFO(mode)) return "a pipe";
  if (S_ISSOCK(mode)) return "a socket";
  return S_ISDIR(mode) ? "a folder" : "a device";
}

InputFile FileAt(const std::string& path) {
  InputFile file;
  file.path = path;
  file.kind = InputKindOf(path);
  std::error_code error;
  if (path != "-" && fs::is_regular_file(path, error)) {
    const auto size = fs::file_size(path, error);
    if (!error) file.size_bytes = size;
  }
  return file;
}

class Finder {
 public:
  explicit Finder(const FindOptions& options) : options_(options) {
    struct stat info;
    if (options.output_descriptor >= 0 && fstat(options.output_descriptor, &info) == 0 &&
        S_ISREG(info.st_mode)) {
      output_ = info;
    }
  }

  void FindInput(const std::string& input) {
    std::error_code error;
    if (input == "-") {
      found_.files.push_back(FileAt(input));
    } else if (fs::is_directory(input, error)) {
      FindInFolder(input, false);
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
    if (result != 0 || paths.empty()) {
      Report({pattern, 0, "unreadable", "no file matches the pattern"});
    }
    for (const std::string& path : paths) {
      std::error_code error;
      if (fs::is_directory(path, error)) {
        FindInFolder(path, true);
      } else {
        TakeFound(path);
      }
    }
  }

  // `was_found`: the folder itself, by a pattern.
  void FindInFolder(const std::string& folder, bool was_found) {
    std::vector<std::string> paths;
    const bool all_read = Collect(folder, was_found, &paths);
    std::sort(paths.begin(), paths.end());
    for (const std::string& path : paths) TakeFound(path);
    if (paths.empty() && all_read) {
      Report({folder, 0, "no-articles",
              "the folder holds no *.jsonl, *.ndjson or *.txt (also .gz, .zst)", true, was_found});
    }
  }

  void TakeFound(const std::string& path) {
    struct stat info;
    if (stat(path.c_str(), &info) != 0) {
      const int error = errno;
      std::error_code ignored;
      const bool leads_nowhere = error == ENOENT && fs::is_symlink(path, ignored);
      Report({path, 0, "unreadable",
              leads_nowhere ? "is a link that leads nowhere"
                            : std::string("cannot be opened: ") + std::strerror(error),
              true, true});
    } else if (!S_ISREG(info.st_mode)) {
      Report({path, 0, "not-a-file",
              absl::StrFormat("is %s, which is read only where it is named itself",
                              KindOfFile(info.st_mode)),
              true, true});
    } else if (output_ && output_->st_dev == info.st_dev && output_->st_ino == info.st_ino) {
      Report({path, 0, "is-output", "is not read: the output goes there", false, true});
    } else {
      found_.files.push_back(FileAt(path));
      found_.files.back().was_found = true;
    }
  }

  bool IsCancelled() const { return options_.cancelled != nullptr && *options_.cancelled; }

  // False where the folder or one below it could not be read.
  bool Collect(const std::string& top, bool was_found, std::vector<std::string>* paths) {
    std::vector<fs::path> folders = {top};
    bool all_read = true;
    while (!folders.empty() && !IsCancelled()) {
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
        Report({folder.native(), 0, "unreadable", "the folder cannot be read: " + error.message(),
                true, was_found || folder != top});
      }
    }
    return all_read;
  }

  void Report(RecordProblem problem) { found_.problems.push_back(std::move(problem)); }

  FindOptions options_;
  std::optional<struct stat> output_;  // where it is a regular file
  InputFiles found_;
};

}  // namespace

InputKind InputKindOf(std::string_view path) {
  return EndsWithAny(path, {".txt", ".txt.gz", ".txt.zst"}) ? InputKind::kText : InputKind::kLines;
}

InputFiles FindInputFiles(std::span<const std::string> inputs, const FindOptions& options) {
  Finder finder(options);
  for (const std::string& input : inputs) finder.FindInput(input);
  return finder.Take();
}

}  // namespace wirecopy
