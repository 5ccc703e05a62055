#!/usr/bin/env python3
"""The scripts that run benchmarks, without a benchmark: run_benchmarks_test.py"""
import json
import pathlib
import sys
import tempfile
import unittest
import xml.etree.ElementTree

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import end_to_end
import measured_run
import result_files
import run_modules
import traps


class MeasuredRunTest(unittest.TestCase):
    def test_tells_status_processor_time_memory_and_the_last_words(self):
        work = "import sys; held = b'x' * 100_000_000; sum(range(3_000_000)); sys.exit('no luck')"
        run = measured_run.measure([sys.executable, "-c", work], measured_run.Calibration())
        self.assertEqual(1, run.status)
        self.assertIn("no luck", run.errors)
        self.assertGreater(run.peak_bytes, 100_000_000)
        self.assertGreater(run.cpu_seconds, 0)
        self.assertLessEqual(run.cpu_seconds, run.wall_seconds + .1)

    def test_a_run_beyond_the_limit_is_stopped(self):
        runs = measured_run.repeat(["sleep", "60"], measured_run.Calibration(), 3, 100, limit=.05)
        self.assertEqual([-9], [run.status for run in runs])

    def test_repetitions_end_when_their_time_is_used_up(self):
        runs = measured_run.repeat(["sleep", "0.05"], measured_run.Calibration(), 50, .08)
        self.assertIn(len(runs), (1, 2))

    def test_spread_is_told_only_where_there_is_one(self):
        self.assertEqual("2 (1 to 7)", measured_run.spread([7, 1, 2]).text(result_files.number))
        self.assertEqual("2", measured_run.spread([2.001, 2]).text(result_files.number))


class ResultFilesTest(unittest.TestCase):
    def test_numbers_have_three_digits(self):
        for value, text in ((0, "0"), (.0001534, ".000153"), (.1, ".1"), (1.006, "1.01"), (12.84, "12.8"), (10.0, "10"),
                            (99.97, "100"), (1350.4, "1,350")):
            self.assertEqual(text, result_files.number(value))

    def test_chart_is_well_formed_and_its_longest_bar_is_full(self):
        bars = [("a < b", measured_run.Spread(1, .5, 2)), ("c", measured_run.Spread(4, 4, 4))]
        root = xml.etree.ElementTree.fromstring(result_files.svg_chart("x & y", bars))
        widths = [float(bar.get("width")) for bar in root.findall("{*}rect")[1:]]
        self.assertEqual([result_files.BAR_WIDTH / 4, result_files.BAR_WIDTH], widths)

    def test_chart_of_nothing(self):
        xml.etree.ElementTree.fromstring(result_files.svg_chart("nothing", []))


def repetition(name, **more):
    return {"run_name": name, "name": name, "run_type": "iteration", "cpu_time": 2000., "time_unit": "ns", "bytes/s": 4e8,
            "permille_of_C": 10., "C_GB/s": 40., "M_GB/s": 8., "R_ns": 12., **more}


class ModulesTest(unittest.TestCase):
    def test_a_row_a_benchmark_with_the_median_of_its_repetitions(self):
        runs = [repetition("BM_Sort/10", cpu_time=time) for time in (1000., 3000., 2000.)]
        mean = {**repetition("BM_Sort/10"), "run_type": "aggregate", "cpu_time": 9e9}
        table, chart = run_modules.table_and_chart([{"context": {"XXH_VECTOR": "AVX2"}, "benchmarks": [*runs, mean]}])
        self.assertIn("| Sort/10 | 2 us (1 us to 3 us) | 400 | .01 |", table)
        self.assertIn("AVX2", table)
        self.assertIn("Sort/10", chart)

    def test_a_benchmark_that_found_its_result_wrong_is_an_error(self):
        wrong = repetition("BM_Sort", error_occurred=True, error_message="unsorted")
        with self.assertRaisesRegex(ValueError, "unsorted"):
            run_modules.table_and_chart([{"context": {}, "benchmarks": [wrong]}])


class TrapsTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        made = [{"id": f"m{i}", "outlet": f"o{i}", "text": "".join(f"第{i}号渡口第{day}天恢复通航。" for day in range(30))}
                for i in range(7)]
        self.source = traps.write_articles(self.folder / "source.jsonl", made)

    def make(self, name, count):
        trap = traps.TRAPS[name][0](self.source, self.folder, count)
        files = sorted(trap.path.rglob("*.jsonl")) if trap.path.is_dir() else [trap.path]
        articles = [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]
        self.assertEqual(trap.articles, len(articles))
        self.assertEqual(len(articles), len({article["id"] for article in articles}))
        return trap, articles

    def test_escaped_is_ascii_and_means_the_same(self):
        trap, articles = self.make("escaped", 5)
        self.assertTrue(trap.path.read_bytes().isascii())
        self.assertIn("渡口", articles[4]["text"])

    def test_furniture_is_the_same_on_every_page(self):
        _, articles = self.make("furniture", 5)
        self.assertEqual(1, len({article["text"].splitlines()[0] for article in articles}))
        self.assertEqual({"one"}, {article["outlet"] for article in articles})

    def test_copies_have_one_text(self):
        _, articles = self.make("copies", 30)
        self.assertEqual(1, len({article["text"] for article in articles}))

    def test_giant_is_as_large_as_asked_and_allowed(self):
        trap, articles = self.make("giant", 1)
        self.assertGreaterEqual(len(articles[0]["text"].encode()), 1_000_000)
        self.assertEqual(["--max-text-bytes", "9M"], trap.options)

    def test_tiny_articles_have_twenty_characters_and_differ(self):
        _, articles = self.make("tiny", 40)
        self.assertEqual({20}, {len(article["text"]) for article in articles})
        self.assertGreater(len({article["text"] for article in articles}), 10)

    def test_files_hold_one_article_each_and_no_older_ones_stay(self):
        self.make("files", 15)
        trap, _ = self.make("files", 12)
        self.assertEqual(12, len(list(trap.path.rglob("*.jsonl"))))


class EndToEndTest(unittest.TestCase):
    def result(self, articles, seconds, **more):
        run = {"cpu_seconds": seconds, "wall_seconds": seconds, "hashing": 4e10, "peak_bytes": 5e7, "status": 0}
        return {"input": f"made {articles}", "articles": articles, "bytes": 4000 * articles, "depth": "align", "threads": 1,
                "stories": 3, "sized": True, "runs": [run], **more}

    def test_rows_growth_and_start_up(self):
        runs = [{"cpu_seconds": .004, "wall_seconds": .005}]
        results = [self.result(1000, 1), self.result(10000, 15), self.result(9, 50, sized=False, stopped=60.)]
        table, chart = end_to_end.report(results, [{"name": "--version", "runs": runs}], {"XXH_VECTOR": "SSE2"})
        self.assertIn("| made 1000 | 1,000 | 4 | align | 1 | 1 | 1 | 1,000 | 4 | .0001 | 40 | 50 | 3 |", table)
        self.assertIn("align, over that at 1,000: 1.5 at 10,000.", table)
        self.assertIn("| --version | 4 | 5 |", table)
        self.assertIn("stopped after 60 s", table)
        self.assertEqual(2, chart.count("thr."))

    def test_files_are_read_from_anywhere_on_the_command_line(self):
        options = end_to_end.read_options(["build", "--traps", "none", "a.jsonl", "--repetitions", "2", "b.jsonl"])
        self.assertEqual(["a.jsonl", "b.jsonl"], [str(path) for path in options.files])

    def test_an_unknown_trap_is_named(self):
        with self.assertRaisesRegex(SystemExit, "no trap abyss"):
            end_to_end.names_of("tiny,abyss", traps.TRAPS)


if __name__ == "__main__":
    unittest.main()
