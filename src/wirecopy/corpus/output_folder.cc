#include "wirecopy/corpus/output_folder.h"

#include <unistd.h>

#include <filesystem>
#include <system_error>
#include <utility>

#include "absl/strings/str_format.h"
#include "wirecopy/base/status_macros.h"

namespace wirecopy {
namespace {

namespace fs = std::filesystem;

absl::Status Unusable(const std::string& path, std::string_view why) {
  return absl::NotFoundError(absl::StrFormat("%s cannot be written: %s", path, why));
}

}  // namespace

OutputFolder::OutputFolder(std::string path, std::string temporary)
    : path_(std::move(path)), temporary_(std::move(temporary)) {}

OutputFolder::~OutputFolder() {
  open_.clear();
  std::error_code ignored;
  if (!temporary_.empty()) fs::remove_all(temporary_, ignored);
}

absl::StatusOr<std::unique_ptr<OutputFolder>> OutputFolder::Create(const std::string& path) {
  std::error_code error;
  fs::path place(path);
  if (!place.has_filename()) place = place.parent_path();  // "report/"
  if (place.empty()) return Unusable("\"\"", "it has no name");
  if (fs::exists(fs::symlink_status(place, error))) {
    if (!fs::is_directory(fs::symlink_status(place, error)))
      return Unusable(path, "it is no folder");
    if (!fs::is_empty(place, error) || error) {
      return Unusable(path, "it is there already; name another folder, or remove it");
    }
  }
  for (int i = 0; i < 1000; ++i) {
    const fs::path temporary =
        place.parent_path() /
        absl::StrFormat(".%s.%d-%d.part", place.filename().native().substr(0, 200), getpid(), i);
    if (fs::create_directory(temporary, error)) {
      return std::unique_ptr<OutputFolder>(new OutputFolder(place.native(), temporary.native()));
    }
    if (error) return Unusable(path, error.message());
  }
  return Unusable(path, "no name is free beside it");
}

absl::Status OutputFolder::Append(const std::string& name, std::string_view bytes) {
  std::unique_ptr<OutputFile>& file = open_[name];
  if (file == nullptr) {
    const fs::path target = fs::path(temporary_) / name;
    std::error_code error;
    fs::create_directories(target.parent_path(), error);
    if (error) return Unusable(path_, error.message());
    WIRECOPY_ASSIGN_OR_RETURN(file, OutputFile::Create(target.native()));
  }
  return file->Write(bytes);
}

absl::Status OutputFolder::Write(const std::string& name, std::string_view bytes) {
  WIRECOPY_RETURN_IF_ERROR(Append(name, bytes));
  const auto file = open_.extract(name);
  return file.mapped()->Commit();
}

absl::Status OutputFolder::Commit() {
  for (auto& [name, file] : open_) WIRECOPY_RETURN_IF_ERROR(file->Commit());
  open_.clear();
  std::error_code error;
  fs::rename(temporary_, path_, error);
  if (error) return Unusable(path_, error.message());
  temporary_.clear();
  return absl::OkStatus();
}

}  // namespace wirecopy
