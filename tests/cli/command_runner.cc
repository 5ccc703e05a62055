#include "command_runner.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "gtest/gtest.h"
#include "wirecopy/corpus/output_file.h"

namespace wirecopy {
namespace {

std::string BinaryPath() {
  const char* given = std::getenv("WIRECOPY_BINARY");
  return given != nullptr ? given : WIRECOPY_BINARY;
}

std::vector<char*> Pointers(std::vector<std::string>& words) {
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  return pointers;
}

pid_t Spawn(const std::vector<std::string>& words, const std::vector<std::string>& environment,
            int in, int out, int error, const std::vector<int>& closed = {}) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, error, STDERR_FILENO);
  for (const int descriptor : closed) posix_spawn_file_actions_addclose(&actions, descriptor);
  std::vector<std::string> arguments = {BinaryPath()};
  arguments.insert(arguments.end(), words.begin(), words.end());
  std::vector<std::string> variables = environment;
  // Sanitizers are told by the environment; a leak report would hide the exit status under test.
  for (const char* name : {"ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS", "LSAN_OPTIONS"}) {
    if (const char* value = std::getenv(name)) variables.push_back(std::string(name) + "=" + value);
  }
  pid_t pid = -1;
  const int failed = posix_spawn(&pid, arguments[0].c_str(), &actions, nullptr,
                                 Pointers(arguments).data(), Pointers(variables).data());
  posix_spawn_file_actions_destroy(&actions);
  EXPECT_EQ(failed, 0) << "cannot start " << arguments[0];
  return pid;
}

int WaitFor(pid_t pid) {
  int status = 0;
  waitpid(pid, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 256 + WTERMSIG(status);
}

int Open(const std::string& path, int flags) {
  const int descriptor = open(path.c_str(), flags | O_CLOEXEC, 0600);
  EXPECT_GE(descriptor, 0) << path;
  return descriptor;
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "wirecopy-test-XXXXXX").native();
  path_ = mkdtemp(pattern.data());
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string TemporaryFolder::Write(std::string_view name, std::string_view bytes) const {
  const std::string path = Path(name);
  std::filesystem::create_directories(std::filesystem::path(path).parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
  return path;
}

std::string TemporaryFolder::WriteCompressed(std::string_view name, std::string_view bytes) const {
  const std::string path = Path(name);
  auto file = OutputFile::Create(path);
  EXPECT_TRUE(file.ok() && (*file)->Write(bytes).ok() && (*file)->Commit().ok()) << path;
  return path;
}

std::vector<std::string> TemporaryFolder::Names() const {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(path_))
    names.push_back(entry.path().filename());
  std::sort(names.begin(), names.end());
  return names;
}

std::string ReadFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> LinesOf(std::string_view text) {
  std::istringstream stream{std::string(text)};
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

Ran RunWirecopy(const std::vector<std::string>& words, const RunOptions& options) {
  const TemporaryFolder folder;
  const std::string out_path =
      options.stdout_path.empty() ? folder.Path("out") : options.stdout_path;
  const int in = Open(folder.Write("in", options.input), O_RDONLY);
  const int out = Open(out_path, O_WRONLY | O_CREAT);
  const int error = Open(folder.Path("err"), O_WRONLY | O_CREAT);
  Ran ran;
  ran.status = WaitFor(Spawn(words, options.environment, in, out, error, options.closed));
  for (int descriptor : {in, out, error}) close(descriptor);
  if (options.stdout_path.empty()) ran.out = ReadFile(out_path);
  ran.err = ReadFile(folder.Path("err"));
  return ran;
}

RunningCommand::RunningCommand(const std::vector<std::string>& words, int in, int out,
                               const std::string& error_path) {
  const int nothing = Open("/dev/null", O_RDWR);
  const int error = Open(error_path, O_WRONLY | O_CREAT);
  pid_ = Spawn(words, {}, in < 0 ? nothing : in, out < 0 ? nothing : out, error);
  close(nothing);
  close(error);
}

RunningCommand::~RunningCommand() {
  if (pid_ < 0) return;
  kill(pid_, SIGKILL);
  WaitFor(pid_);
}

int RunningCommand::Wait() {
  const int status = WaitFor(pid_);
  pid_ = -1;
  return status;
}

}  // namespace wirecopy
