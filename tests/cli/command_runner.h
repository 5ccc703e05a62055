// Runs the real command and keeps what it printed.
//
//   Ran ran = RunWirecopy({"cluster", folder.Path("news.jsonl")});
//   EXPECT_EQ(ran.status, 0) << ran.err;
//
// The binary is $WIRECOPY_BINARY, else the one built with the tests. The environment holds nothing
// but what is given.
#ifndef WIRECOPY_TESTS_CLI_COMMAND_RUNNER_H_
#define WIRECOPY_TESTS_CLI_COMMAND_RUNNER_H_

#include <sys/types.h>

#include <string>
#include <string_view>
#include <vector>

namespace wirecopy {

// A folder that goes away with its contents.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  std::string Path(std::string_view name) const { return path_ + "/" + std::string(name); }
  // Writes the file and returns its path.
  std::string Write(std::string_view name, std::string_view bytes) const;
  // The same, compressed where the name ends in .gz or .zst.
  std::string WriteCompressed(std::string_view name, std::string_view bytes) const;
  std::vector<std::string> Names() const;  // sorted

 private:
  std::string path_;
};

std::string ReadFile(const std::string& path);
std::vector<std::string> LinesOf(std::string_view text);

struct Ran {
  int status = -1;  // the exit status; 256 + the signal where one ended it
  std::string out;
  std::string err;
};

struct RunOptions {
  std::string input = {};                     // of stdin
  std::string stdout_path = {};               // stdout goes here; empty: kept in Ran::out
  std::vector<std::string> environment = {};  // "NAME=value"
  std::vector<int> closed = {};               // descriptors the command starts without
};

Ran RunWirecopy(const std::vector<std::string>& words, const RunOptions& options = {});

// A command that runs on while the test does something.
class RunningCommand {
 public:
  // Descriptors are handed on as they are; -1: /dev/null.
  RunningCommand(const std::vector<std::string>& words, int in, int out,
                 const std::string& error_path);
  ~RunningCommand();
  pid_t pid() const { return pid_; }
  int Wait();  // as Ran::status

 private:
  pid_t pid_ = -1;
};

}  // namespace wirecopy

#endif  // WIRECOPY_TESTS_CLI_COMMAND_RUNNER_H_
