#!/usr/bin/env python3
"""Runs wirecopy and its peers on the same file in the same hour and writes peers.md, peers.svg and peers.json.

    pip install -r bench/peers/requirements.txt            # in an environment of its own
    bench/peers/compare_peers.py build/release dev.jsonl --gold dev-gold.jsonl --tune
    bench/peers/compare_peers.py build/release made.jsonl --gold made-gold.jsonl --settings BEST.json

--tune tries each peer's grid and writes its best setting (highest adjusted Rand index) to best_settings.json beside the
tables; --settings takes settings found so. Every run is on one core, file to clusters, with the calibration C before and
after it; quality is that of the clusters it wrote. A peer whose package is absent is named and skipped. Nothing is
installed.
"""
import argparse
import itertools
import json
import pathlib
import subprocess
import sys
import tempfile

FOLDER = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(FOLDER.parent))
from cluster_quality import read_clusters, read_gold, read_pairs, score
from measured_run import Calibration, repeat, spread
from peer_adapter import ABSENT
from result_files import markdown_table, number, svg_chart, write_results

THRESHOLDS = {"--text": ["norm", "raw"], "--threshold": ["0.35", "0.4", "0.45", "0.5"]}
PEERS = {"datasketch": THRESHOLDS, "rensa": THRESHOLDS, "gaoya": THRESHOLDS, "fastsketchlsh": THRESHOLDS,
         "text_dedup": {"--text": ["norm"], "--threshold": ["0.5", "0.6"]},
         "simhash": {"--text": ["norm"], "--threshold": ["3", "6"]}}
OURS = {"wirecopy": ["--verify", "align"], "wirecopy, sketch": ["--verify", "sketch"]}
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "RAYON_NUM_THREADS": "1"}
HEADS = ["tool", "setting", "CPU seconds", "articles a CPU second", "MB/s", "of C", "peak MB", "ARI", "pairs P / R",
         "B-cubed F1, 2+", "mixed pages", "look-alikes joined"]


def settings_of(grid):
    """Every combination as options of a command line."""
    return [[word for pair in zip(grid, values) for word in pair] for values in itertools.product(*grid.values())]


def installed(peer, python):
    """Its version, or None where its package is absent."""
    found = subprocess.run([python, FOLDER / f"{peer}_peer.py"], capture_output=True, text=True, check=False)
    if found.returncode == ABSENT:
        return None
    if found.returncode:
        sys.exit(f"compare_peers: {peer}: {found.stderr.strip()}")
    return found.stdout.strip()


class Comparison:
    def __init__(self, options, scratch):
        self.options = options
        self.gold = read_gold(options.gold)
        self.look_alikes = read_pairs(options.look_alikes) if options.look_alikes else []
        self.calibration = Calibration(options.build / "bench" / "calibrate")
        self.clusters = pathlib.Path(scratch) / "clusters.jsonl"
        with open(options.input, "rb") as lines:
            self.articles = sum(1 for _ in lines)
        self.bytes = options.input.stat().st_size

    def command(self, tool, setting):
        options = self.options
        if tool in OURS:
            return [options.build / "src" / "cli" / "wirecopy", "cluster", options.input, "--format", "jsonl",
                    "--singletons", "--threads", "1", "-o", self.clusters, *setting]
        return [options.python, FOLDER / f"{tool}_peer.py", options.input, self.clusters, *setting]

    def run(self, tool, version, setting, repetitions):
        options = self.options
        runs = repeat(self.command(tool, setting), self.calibration, repetitions, options.seconds, limit=options.limit,
                      core=options.core, environment=ONE_THREAD)
        result = {"tool": tool, "version": version, "setting": setting, "runs": [vars(run) for run in runs]}
        if runs[-1].status in (0, 3):
            result["quality"] = score(self.gold, read_clusters(self.clusters), self.look_alikes)
        else:
            result["failed"] = f"status {runs[-1].status} after {number(runs[-1].wall_seconds)} s"
        print(" | ".join(self.row(result)), flush=True)
        return result

    def row(self, result):
        what = [f"{result['tool']} {result['version']}".strip(), " ".join(result["setting"]).replace("--", "")]
        if "failed" in result:
            return [*what, result["failed"], *[""] * (len(HEADS) - 3)]
        found = result["quality"]

        def of_runs(value):
            return spread(value(run) for run in result["runs"])
        return [*what, of_runs(lambda run: run["cpu_seconds"]).text(number),
                number(of_runs(lambda run: self.articles / run["cpu_seconds"]).median),
                number(of_runs(lambda run: self.bytes / 1e6 / run["cpu_seconds"]).median),
                number(self.of_hashing(result).median), number(of_runs(lambda run: run["peak_bytes"] / 1e6).median),
                f"{found['ari']:.3f}", f"{found['precision']:.3f} / {found['recall']:.3f}", f"{found['bcubed_f1']:.3f}",
                f"{100 * found['mixed']:.1f} %", f"{100 * found['look_alikes']:.1f} %" if self.look_alikes else ""]

    def of_hashing(self, result):
        return spread(self.bytes / run["cpu_seconds"] / run["hashing"] if run["hashing"] else 0 for run in result["runs"])

    def report(self, results, absent):
        machine = self.calibration.measure()
        words = (f"{self.articles:,} articles, {number(self.bytes / 1e6)} MB, one core, file to clusters; median (least to "
                 f"most). C {machine.get('C_GB/s')} GB/s ({machine.get('XXH_VECTOR')}).\n\n")
        if absent:
            words += f"Skipped, not installed: {', '.join(absent)}.\n\n"
        bars = [(f"{result['tool']} {' '.join(result['setting'][1::2])}", self.of_hashing(result))
                for result in results if "quality" in result]
        return words + markdown_table(HEADS, [self.row(result) for result in results]), svg_chart(
            "bytes a CPU second over C", bars)


def peers_at_hand(options):
    """{peer: version} and the names of those absent."""
    versions = {peer: installed(peer, options.python) for peer in PEERS
                if not options.only or peer in options.only.split(",")}
    absent = [peer for peer, version in versions.items() if version is None]
    for peer in absent:
        print(f"skipped: {peer} is not installed", flush=True)
    return {peer: version for peer, version in versions.items() if version is not None}, absent


def compare(comparison, versions, settings):
    """Ours, then each peer with its settings."""
    options = comparison.options
    results = [comparison.run(tool, "", setting, options.repetitions) for tool, setting in OURS.items()]
    for peer, version in versions.items():
        results += [comparison.run(peer, version, setting, 1 if options.tune else options.repetitions)
                    for setting in settings(peer)]
    return results


def best_settings(results):
    """{peer: the setting of highest adjusted Rand index}"""
    best = {}
    for result in results:
        if result["tool"] in PEERS and "quality" in result:
            best.setdefault(result["tool"], result)
            if result["quality"]["ari"] > best[result["tool"]]["quality"]["ari"]:
                best[result["tool"]] = result
    return {tool: result["setting"] for tool, result in best.items()}


def read_options(arguments):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("input", type=pathlib.Path)
    parser.add_argument("--gold", required=True)
    parser.add_argument("--look-alikes", help="a table of pairs of ids of different stories")
    parser.add_argument("--tune", action="store_true")
    parser.add_argument("--settings", type=pathlib.Path, help="best_settings.json of --tune")
    parser.add_argument("--only", help="some peers, by name")
    parser.add_argument("--python", default=sys.executable, help="of the environment the peers are installed in")
    parser.add_argument("--core", type=int, default=0)
    parser.add_argument("--repetitions", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=300,
                        help="a run is not repeated any more when its repetitions took that long [%(default)g]")
    parser.add_argument("--limit", type=float, default=1800, help="seconds after which a run is stopped [%(default)g]")
    parser.add_argument("--out", type=pathlib.Path, help="folder of the results [BUILD/bench-results]")
    return parser.parse_args(arguments)


def main():
    options = read_options(sys.argv[1:])
    chosen = json.loads(options.settings.read_text(encoding="utf-8")) if options.settings else {}

    def settings(peer):
        if options.tune:
            return settings_of(PEERS[peer])
        return [chosen.get(peer, settings_of(PEERS[peer])[0])]
    versions, absent = peers_at_hand(options)
    with tempfile.TemporaryDirectory() as scratch:
        comparison = Comparison(options, scratch)
        results = compare(comparison, versions, settings)
        folder = options.out or options.build / "bench-results"
        write_results(folder, "peers", results, *comparison.report(results, absent))
    if options.tune:
        (folder / "best_settings.json").write_text(json.dumps(best_settings(results), indent=1) + "\n", encoding="utf-8")
    print(f"wrote {folder / 'peers.md'}, .svg and .json")


if __name__ == "__main__":
    main()
