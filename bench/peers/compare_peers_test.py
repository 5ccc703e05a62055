#!/usr/bin/env python3
"""The comparison with peers, without any peer: compare_peers_test.py"""
import contextlib
import io
import json
import pathlib
import sys
import tempfile
import unittest
from unittest import mock

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import compare_peers
import peer_adapter
from cluster_quality import read_clusters, read_gold, read_pairs, score
from measured_run import Calibration

ADAPTER = """
import sys
sys.path.insert(0, {folder!r})
from peer_adapter import run
run({package!r}, lambda texts, options: [(0, 1)] if options.threshold < .5 else [])
"""


def write_lines(path, records):
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


class QualityTest(unittest.TestCase):
    GOLD = {"a": 1, "b": 1, "c": 1, "d": 2, "e": 3, "f": 3}

    def test_gold_itself_is_perfect(self):
        found = score(self.GOLD, self.GOLD)
        self.assertEqual([1, 1, 1, 1, 0], [found[name] for name in ("ari", "precision", "recall", "bcubed_f1", "mixed")])

    def test_all_apart_is_precise_by_default_and_recalls_nothing(self):
        found = score(self.GOLD, {})
        self.assertEqual([0, 0, 1], [found[name] for name in ("ari", "recall", "bcubed_precision")])
        self.assertAlmostEqual((3 * 1 / 3 + 2 * 1 / 2) / 5, found["bcubed_recall"])

    def test_one_wrong_page(self):
        # Clusters {a, b, d}, {c}, {e, f}: 2 of 4 joined pairs are right, 2 of 4 pairs of stories were found.
        clusters = {"a": 1, "b": 1, "d": 1, "c": 2, "e": 3, "f": 3}
        found = score(self.GOLD, clusters, [("a", "d"), ("a", "e")])
        self.assertEqual([.5, .5, .5, .5], [found[name] for name in ("precision", "recall", "mixed", "look_alikes")])
        chance = 4 * 4 / 15
        self.assertAlmostEqual((2 - chance) / (4 - chance), found["ari"])
        self.assertAlmostEqual((2 * 2 / 3 + 1 + 2) / 5, found["bcubed_precision"])
        self.assertAlmostEqual((2 * 2 / 3 + 1 / 3 + 2) / 5, found["bcubed_recall"])

    def test_look_alikes_that_no_cluster_names_are_apart(self):
        self.assertEqual(0, score(self.GOLD, {}, [("a", "d")])["look_alikes"])

    def test_reads_every_form(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "lines"
            gold = [{"id": "a", "story": 1}, {"id": "r", "story": 2, "relation": "roundup"}]
            self.assertEqual({"a": 1}, read_gold(write_lines(path, gold)))
            clusters = [{"members": ["a", {"id": "b"}]}, {"members": ["b", "c"]}, {"id": "d", "cluster": 1},
                        {"id": "e", "cluster": 1}]
            found = read_clusters(write_lines(path, clusters))
            self.assertEqual(found["a"], found["b"])
            self.assertNotEqual(found["b"], found["c"])
            self.assertEqual(found["d"], found["e"])
            self.assertNotEqual(found["a"], found["d"])
            path.write_text("id1\tid2\tband\na\tb\t.3\n", encoding="utf-8")
            self.assertEqual([("a", "b")], read_pairs(path))


class AdapterTest(unittest.TestCase):
    def test_components(self):
        self.assertEqual([0, 1, 0, 3, 0], peer_adapter.components(5, [(4, 2), (2, 0)]))

    def test_shingles_of_short_and_long(self):
        self.assertEqual({"abcde", "bcdef"}, peer_adapter.shingles_of("abcdef"))
        self.assertEqual({"abc"}, peer_adapter.shingles_of("abc"))

    def test_readings_are_tone_marked_and_behind_a_character(self):
        self.assertEqual("報道(new)", peer_adapter.READING.sub("", "報(bào)道(dào)(new)"))
        self.assertEqual("報(new)道", peer_adapter.READING.sub("", "報(new)道"))
        self.assertEqual("see (dào)", peer_adapter.READING.sub("", "see (dào)"))


class ComparisonTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        articles = [{"id": name, "text": "the north pier opens"} for name in "abc"]
        write_lines(self.folder / "in.jsonl", articles)
        write_lines(self.folder / "gold.jsonl", [{"id": "a", "story": 1}, {"id": "b", "story": 1}, {"id": "c", "story": 2}])
        arguments = ["build", str(self.folder / "in.jsonl"), "--gold", str(self.folder / "gold.jsonl"), "--repetitions", "2"]
        self.options = compare_peers.read_options([*arguments, "--tune"])
        self.options.core = None

    def write_adapter(self, name, package):
        text = ADAPTER.format(folder=str(compare_peers.FOLDER), package=package)
        (self.folder / f"{name}_peer.py").write_text(text, encoding="utf-8")

    def test_tuning_finds_the_better_setting_and_names_who_is_absent(self):
        self.write_adapter("absent", "no-such-package-at-all")
        self.write_adapter("present", "made-here")
        version = "import importlib.metadata; importlib.metadata.version = lambda name: '1.2'\n"
        adapter = self.folder / "present_peer.py"
        adapter.write_text(version + adapter.read_text(encoding="utf-8"), encoding="utf-8")
        grid = {"--text": ["raw"], "--threshold": ["0.6", "0.4"]}
        with (mock.patch.multiple(compare_peers, FOLDER=self.folder, PEERS={"absent": grid, "present": grid}, OURS={}),
              contextlib.redirect_stdout(io.StringIO()) as said):
            versions, absent = compare_peers.peers_at_hand(self.options)
            comparison = compare_peers.Comparison(self.options, self.folder)
            comparison.calibration = Calibration()
            results = compare_peers.compare(comparison, versions, lambda peer: compare_peers.settings_of(grid))
            table, _ = comparison.report(results, absent)
            best = compare_peers.best_settings(results)
        self.assertEqual(({"present": "1.2"}, ["absent"]), (versions, absent))
        self.assertIn("skipped: absent is not installed", said.getvalue())
        self.assertEqual({"present": ["--text", "raw", "--threshold", "0.4"]}, best)
        self.assertEqual([0, 1], [result["quality"]["ari"] for result in results])
        self.assertIn("| present 1.2 | text raw threshold 0.4 |", table)

    def test_a_peer_that_fails_is_told(self):
        (self.folder / "broken_peer.py").write_text("import sys; sys.exit('broken')", encoding="utf-8")
        with mock.patch.object(compare_peers, "FOLDER", self.folder), contextlib.redirect_stdout(io.StringIO()):
            comparison = compare_peers.Comparison(self.options, self.folder)
            comparison.calibration = Calibration()
            result = comparison.run("broken", "1", [], 2)
        self.assertIn("status 1", result["failed"])
        self.assertEqual(1, len(result["runs"]))


if __name__ == "__main__":
    unittest.main()
