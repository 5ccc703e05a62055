"""Runs a command and tells what it took: CPU seconds, wall time, peak memory, with the calibration C around it."""
import dataclasses
import json
import os
import statistics
import subprocess
import threading
import time


@dataclasses.dataclass
class Run:
    cpu_seconds: float     # user and system, of the process and of those it waited for
    wall_seconds: float
    peak_bytes: int        # resident, of the largest process; what this script holds where that is more (some 20 MB)
    hashing: float         # C in bytes a second: mean of before and after; 0 without a calibration
    status: int
    errors: str            # the end of what it wrote to stderr


class Calibration:
    """The calibrate command of bench/, or none: then C is 0 and so is every ratio to it."""

    def __init__(self, command=None):
        self.command = command

    def measure(self, *arguments):
        if not self.command:
            return {}
        return json.loads(subprocess.run([self.command, *arguments], check=True, capture_output=True, text=True).stdout)

    def hashing(self):
        return self.measure("hash").get("C_GB/s", 0) * 1e9


def measure(command, calibration, limit=None, core=None, environment=None):
    """One run, killed after `limit` seconds; on one core where its number is given. Its stdout is thrown away."""
    before = calibration.hashing()
    start = time.monotonic()
    process = subprocess.Popen([str(word) for word in command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                               env=environment and {**os.environ, **environment})
    if core is not None:
        os.sched_setaffinity(process.pid, {core})
    killer = threading.Timer(limit or threading.TIMEOUT_MAX, process.kill)
    killer.daemon = True
    killer.start()
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    killer.cancel()
    wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stderr.close()
    hashing = (before + calibration.hashing()) / 2
    return Run(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * 1024, hashing, process.returncode,
               errors[-2000:].decode(errors="replace"))


@dataclasses.dataclass
class Spread:
    """Median, least and most of repetitions."""
    median: float
    least: float
    most: float

    def text(self, form):
        if form(self.least) == form(self.most):
            return form(self.median)
        return f"{form(self.median)} ({form(self.least)} to {form(self.most)})"


def repeat(command, calibration, repetitions, seconds, **how):
    """Runs until there are `repetitions`, or those made took `seconds` of wall time, or one failed."""
    runs = []
    while len(runs) < repetitions and sum(run.wall_seconds for run in runs) < seconds:
        runs.append(measure(command, calibration, **how))
        if runs[-1].status not in (0, 3):
            break
    return runs


def spread(values):
    values = list(values)
    return Spread(statistics.median(values), min(values), max(values))
