#include "cli/interruption.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

namespace wirecopy::cli {
namespace {

std::atomic<bool> interrupted{false};
std::atomic<int> received_signal{0};
static_assert(std::atomic<bool>::is_always_lock_free && std::atomic<int>::is_always_lock_free);

void OnSignal(int signal) {
  const int error = errno;
  received_signal = signal;
  interrupted = true;
  // Whoever waits for stdin must not wait on: what follows reads as its end.
  if (const int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC); nothing > STDIN_FILENO) {
    dup2(nothing, STDIN_FILENO);
    close(nothing);
  }
  errno = error;
}

}  // namespace

void InstallSignalHandlers() {
  struct sigaction action = {};
  action.sa_handler = OnSignal;
  action.sa_flags = static_cast<int>(SA_RESETHAND);  // and no SA_RESTART: a waiting read() returns
  for (int signal : {SIGHUP, SIGINT, SIGTERM}) {
    struct sigaction before = {};
    sigaction(signal, nullptr, &before);
    if (before.sa_handler != SIG_IGN)
      sigaction(signal, &action, nullptr);  // nohup and `&` in scripts ignore them
  }
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);  // the write fails instead, and what was begun is removed
}

const std::atomic<bool>& Interrupted() { return interrupted; }

int InterruptedExitStatus() { return 128 + received_signal; }

}  // namespace wirecopy::cli
