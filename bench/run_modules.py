#!/usr/bin/env python3
"""Runs the module benchmarks and writes modules.md, modules.svg and modules.json: run_modules.py BUILD [NAME].

BUILD is a build folder configured with WIRECOPY_BUILD_BENCH; NAME a module (text, sketch, match, ...) or a regular
expression of benchmark names. Each benchmark is repeated, its calibrations measured around every repetition.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

from measured_run import spread
from result_files import markdown_table, number, svg_chart, write_results

UNITS = {"ns": 1e-9, "us": 1e-6, "ms": 1e-3, "s": 1}


def time_text(seconds):
    unit = next(name for name, size in UNITS.items() if seconds < 1000 * size or name == "s")
    return f"{number(seconds / UNITS[unit])} {unit}"


def repetitions_by_name(report):
    """{benchmark: its repetitions}, in order; those that found their result wrong are an error."""
    found = {}
    for entry in report["benchmarks"]:
        if entry.get("error_occurred"):
            raise ValueError(f"{entry['name']}: {entry.get('error_message', 'failed')}")
        if entry["run_type"] == "iteration":
            found.setdefault(entry["run_name"], []).append(entry)
    return found


def row_of(name, runs):
    def counter(key, form=number):
        return spread(run[key] for run in runs).text(form) if key in runs[0] else ""
    seconds = spread(run["cpu_time"] * UNITS[run["time_unit"]] for run in runs)
    rate = counter("bytes/s", lambda value: number(value / 1e6))
    return [name.removeprefix("BM_"), seconds.text(time_text), rate, counter("permille_of_C", lambda value: number(value / 1e3)), counter("ns/key"),
            counter("key_of_R"), counter("C_GB/s"), counter("M_GB/s"), counter("R_ns")]


HEADS = ["benchmark", "CPU time", "MB/s", "of C", "ns a key", "a key / R", "C, GB/s", "M, GB/s", "R, ns"]


def machine_text(context):
    return (f"{context.get('num_cpus')} processors, XXH3 compiled for {context.get('XXH_VECTOR')}, huge pages: "
            f"{context.get('huge_pages')}; load {', '.join(number(load) for load in context.get('load_avg', []))}")


def table_and_chart(reports):
    """Of the JSON reports of all benchmark programs."""
    runs = {name: found for report in reports for name, found in repetitions_by_name(report).items()}
    rows = [row_of(name, found) for name, found in runs.items()]
    machine = machine_text(reports[0]["context"]) if reports else ""
    markdown = f"Module benchmarks, one thread unless its name says more; median (least to most). {machine}.\n\n"
    bars = [(name.removeprefix("BM_"), spread(run["permille_of_C"] for run in found))
            for name, found in runs.items() if "permille_of_C" in found[0]]
    return markdown + markdown_table(HEADS, rows), svg_chart("bytes a second, permille of C", bars)


def run_program(program, name, repetitions):
    """The report of one program, or None where it has no benchmark of that name."""
    expression = "." if program.name == f"{name}_bench" else name
    with tempfile.NamedTemporaryFile(suffix=".json") as out:
        subprocess.run([program, f"--benchmark_filter={expression}", f"--benchmark_repetitions={repetitions}",
                        f"--benchmark_out={out.name}", "--benchmark_out_format=json"], check=True)
        text = pathlib.Path(out.name).read_text(encoding="utf-8")
    return json.loads(text) if text.strip() else None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("name", nargs="?", default=".")
    parser.add_argument("--repetitions", type=int, default=5)
    parser.add_argument("--out", type=pathlib.Path, help="folder of the results [BUILD/bench-results]")
    options = parser.parse_args()
    programs = sorted((options.build / "bench").glob("*_bench"))
    named = [program for program in programs if program.name == f"{options.name}_bench"]
    if not programs:
        sys.exit(f"run_modules: no benchmarks in {options.build / 'bench'}")
    reports = [run_program(program, options.name, options.repetitions) for program in named or programs]
    reports = [report for report in reports if report and report.get("benchmarks")]
    if not reports:
        sys.exit(f"run_modules: no benchmark's name matches {options.name}")
    folder = options.out or options.build / "bench-results"
    write_results(folder, "modules", reports, *table_and_chart(reports))
    print(f"wrote {folder / 'modules.md'}, .svg and .json")


if __name__ == "__main__":
    main()
