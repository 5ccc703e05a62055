#!/usr/bin/env python3
"""Times whole runs of the command and writes end_to_end.md, .svg and .json: end_to_end.py BUILD [FILE.jsonl].

Clusters a corpus of the plain generator of each size of --sizes, or FILE, with both depths of --verify and each number of
--threads, then measures start-up and the traps; the calibration C is measured before and after every run. BUILD is a
build folder configured with WIRECOPY_BUILD_BENCH.

    bench/end_to_end.py build/release --sizes 10000,100000,1000000 --repetitions 5
    bench/end_to_end.py build/release pages.jsonl --traps none
    bench/end_to_end.py build/release --sizes none --traps tiny,files --scale .1

A run is named in the table by what it read. CPU seconds are user and system of all threads; "of C" is input bytes a CPU
second over C; memory is the greatest resident size.
"""
import argparse
import itertools
import json
import pathlib
import signal
import subprocess
import sys
import tempfile

from measured_run import Calibration, measure, repeat, spread
from result_files import markdown_table, number, svg_chart, write_results
from traps import SOURCE_ARTICLES, TRAPS, Trap

HEADS = ["input", "articles", "MB", "depth", "threads", "CPU seconds", "wall seconds", "articles a CPU second", "MB/s",
         "of C", "C, GB/s", "peak MB", "stories"]


def bytes_of(path):
    if path.is_dir():
        return sum(file.stat().st_size for file in path.rglob("*") if file.is_file())
    return path.stat().st_size


class EndToEnd:
    def __init__(self, options, sized):
        self.options = options
        self.sized = sized  # whether rows are of corpora that differ in size alone, now
        self.machine, self.start = {}, []
        self.command = options.build / "src" / "cli" / "wirecopy"
        self.writer = options.build / "bench" / "write_corpus"
        self.calibration = Calibration(options.build / "bench" / "calibrate")
        self.scratch = pathlib.Path(options.scratch)
        self.results = []

    def corpus(self, articles, script):
        """Its path; made where it is not there yet."""
        path = self.scratch / f"{script}{articles}.jsonl"
        if not path.exists():
            part = path.with_suffix(".part")
            subprocess.run([self.writer, str(articles), script, "1", part, path.with_suffix(".gold")], check=True)
            part.rename(path)
        return path

    def cluster(self, name, trap, depths, threads):
        for depth in depths:
            for count in threads:
                self.results.append(self.repeat(name, trap, depth, count))
                self.results[-1]["sized"] = self.sized
                self.write()
                print(" | ".join(row_of(self.results[-1])), flush=True)

    def write(self):
        """All there is by now: a run that is stopped loses nothing."""
        folder = self.options.out or self.options.build / "bench-results"
        raw = {"machine": self.machine, "runs": self.results, "start_up": self.start}
        write_results(folder, "end_to_end", raw, *report(self.results, self.start, self.machine))
        return folder

    def repeat(self, name, trap, depth, threads):
        out, summary = self.scratch / "stories.jsonl", self.scratch / "summary.json"
        command = [self.command, "cluster", trap.path, "--verify", depth, "--threads", threads, "--format", "jsonl",
                   "-o", out, "--summary", summary, *trap.options]
        options = self.options
        runs = repeat(command, self.calibration, options.repetitions, options.seconds, limit=options.limit)
        result = {"input": name, "articles": trap.articles, "bytes": bytes_of(trap.path), "depth": depth,
                  "threads": threads, "stories": 0, "runs": [vars(run) for run in runs]}
        if runs[-1].status == -signal.SIGKILL:
            result["stopped"] = runs[-1].wall_seconds
        elif runs[-1].status not in (0, 3):
            sys.exit(f"end_to_end: {name}: status {runs[-1].status}: {runs[-1].errors}")
        else:
            told = json.loads(summary.read_text(encoding="utf-8"))
            result |= {"articles": told["read"]["kept"], "stories": told["decided"]["stories"]}
        return result

    def start_up(self):
        """The version alone, and a batch of five articles."""
        batch = self.scratch / "five.jsonl"
        with open(self.corpus(SOURCE_ARTICLES, "chinese"), encoding="utf-8") as lines:
            batch.write_text("".join(itertools.islice(lines, 5)), encoding="utf-8")
        rows = []
        for name, command in (("wirecopy --version", [self.command, "--version"]),
                              ("a batch of 5", [self.command, "cluster", batch, "--threads", 1])):
            runs = [measure(command, Calibration()) for _ in range(max(20, self.options.repetitions))]
            rows.append({"name": name, "runs": [vars(run) for run in runs]})
        return rows


def of_runs(result, value):
    return spread(value(run) for run in result["runs"])


def ratio_to_hashing(result):
    return of_runs(result, lambda run: result["bytes"] / run["cpu_seconds"] / run["hashing"] if run["hashing"] else 0)


def row_of(result):
    articles, size = result["articles"], result["bytes"]
    what = [result["input"], f"{articles:,}", number(size / 1e6), result["depth"], str(result["threads"])]
    if "stopped" in result:
        return [*what, f"stopped after {number(result['stopped'])} s", *[""] * (len(HEADS) - len(what) - 1)]
    return [*what, of_runs(result, lambda run: run["cpu_seconds"]).text(number),
            of_runs(result, lambda run: run["wall_seconds"]).text(number),
            of_runs(result, lambda run: articles / run["cpu_seconds"]).text(number),
            of_runs(result, lambda run: size / 1e6 / run["cpu_seconds"]).text(number),
            ratio_to_hashing(result).text(number),
            of_runs(result, lambda run: run["hashing"] / 1e9).text(number),
            of_runs(result, lambda run: run["peak_bytes"] / 1e6).text(number), f"{result['stories']:,}"]


def growth_text(results):
    """What an article costs in the largest corpus beside the smallest, by depth."""
    lines = []
    for depth in ("sketch", "align"):
        cost = {result["articles"]: of_runs(result, lambda run: run["cpu_seconds"]).median / result["articles"]
                for result in results if result["depth"] == depth and result["threads"] == 1 and result["sized"] and "stopped" not in result}
        if len(cost) > 1:
            least = cost[min(cost)]
            steps = ", ".join(f"{number(cost[size] / least)} at {size:,}" for size in sorted(cost)[1:])
            lines.append(f"CPU an article, {depth}, over that at {min(cost):,}: {steps}.\n")
    return "".join(lines)


def start_up_text(rows):
    def milliseconds(row, key):
        return spread(1e3 * run[key] for run in row["runs"]).text(number)
    return markdown_table(["start-up", "CPU ms", "wall ms"], [
        [row["name"], milliseconds(row, "cpu_seconds"), milliseconds(row, "wall_seconds")] for row in rows])


def report(results, start, machine):
    """The Markdown and the chart."""
    words = (f"Whole runs; median (least to most). XXH3 compiled for {machine.get('XXH_VECTOR')}: C "
             f"{machine.get('C_GB/s')} GB/s, M {machine.get('M_GB/s')} GB/s, R {machine.get('R_ns')} ns (huge pages: "
             f"{'yes' if machine.get('huge_pages') else 'no'}).\n\n")
    tables = markdown_table(HEADS, [row_of(result) for result in results]) + "\n" + growth_text(results)
    bars = [(f"{result['input']}, {result['depth']}, {result['threads']} thr.", ratio_to_hashing(result))
            for result in results if "stopped" not in result]
    return words + tables + ("\n" + start_up_text(start) if start else ""), svg_chart("bytes a CPU second over C", bars)


def names_of(text, all_names):
    if text in ("none", ""):
        return []
    names = list(all_names) if text == "all" else text.split(",")
    unknown = [name for name in names if all_names and name not in all_names]
    if unknown:
        sys.exit(f"end_to_end: no trap {', '.join(unknown)}; there are: {', '.join(all_names)}")
    return names


def read_options(arguments):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("files", nargs="*", type=pathlib.Path, metavar="FILE.jsonl")
    parser.add_argument("--sizes", default="10000,100000", help="articles of the made corpora, or none [%(default)s]")
    parser.add_argument("--script", default="chinese", choices=["chinese", "annotated", "english"])
    parser.add_argument("--depths", default="align,sketch")
    parser.add_argument("--threads", default="1,2")
    parser.add_argument("--traps", default="all", help=f"all, none or some of: {', '.join(TRAPS)}")
    parser.add_argument("--scale", type=float, default=1, help="of the sizes of the traps [1]")
    parser.add_argument("--repetitions", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=300,
                        help="a run is not repeated any more when its repetitions took that long [%(default)g]")
    parser.add_argument("--limit", type=float, default=3600, help="seconds after which a run is stopped [%(default)g]")
    parser.add_argument("--scratch", help="folder for corpora, kept [a temporary one]")
    parser.add_argument("--out", type=pathlib.Path, help="folder of the results [BUILD/bench-results]")
    return parser.parse_intermixed_args(arguments)


def run_all(options):
    bench = EndToEnd(options, not options.files)
    bench.machine = bench.calibration.measure()
    depths, threads = options.depths.split(","), [int(count) for count in options.threads.split(",")]
    for path in options.files:
        bench.cluster(path.name, Trap(path, 0), depths, threads)
    for size in [] if options.files else [int(size) for size in names_of(options.sizes, [])]:
        bench.cluster(f"made {size:,}", Trap(bench.corpus(size, options.script), size), depths, threads)
    bench.sized = False
    for name in names_of(options.traps, TRAPS):
        make, count, script = TRAPS[name]
        trap = make(bench.corpus(SOURCE_ARTICLES, script), bench.scratch, max(1, round(count * options.scale)))
        bench.cluster(name, trap, depths, [1])
    bench.start = bench.start_up()
    print(f"wrote {bench.write() / 'end_to_end.md'}, .svg and .json")


def main():
    options = read_options(sys.argv[1:])
    if options.scratch:
        pathlib.Path(options.scratch).mkdir(parents=True, exist_ok=True)
        run_all(options)
        return
    with tempfile.TemporaryDirectory() as scratch:
        options.scratch = scratch
        run_all(options)


if __name__ == "__main__":
    main()
