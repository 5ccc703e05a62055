#!/usr/bin/env python3
"""Each lint passes a good tree and fails one with a single fault, naming the place."""

import pathlib
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
GOOD_TREE = {
    "src/wirecopy/base/hash.h": "#include <cstdint>\n",
    "src/wirecopy/text/clean.cc": '#include "wirecopy/base/hash.h"\n#include "wirecopy/model/token.h"\n#include <unicode/uchar.h>\n',
    "src/wirecopy/text/clean_test.cc": '#include <gtest/gtest.h>\n#include <fstream>\n',
    "src/wirecopy/corpus/reader.cc": "#include <fstream>\n#include <zstd.h>\n",
    "src/wirecopy/corpus/reader_test.cc": "",
    "src/wirecopy/detect/detector.cc": '#include "wirecopy/text/clean.h"\n// asks no steady_clock\n',
    "src/wirecopy/detect/detector_test.cc": "",
    "src/cli/main.cc": '#include "CLI/CLI.hpp"\n#include "wirecopy/corpus/reader.h"\n#include "cli/flag_table.h"\n',
    "docs/guide.md": "See https://example.org/home/ and src/home/x.\n",
}

# name of the case, the lint, file, its text, what the lint has to say
BAD_FILES = [
    ("a stage includes a stage", "check_layers", "src/wirecopy/match/a.h", '#include "wirecopy/sketch/sketch.h"\n',
     "match/a.h:1: includes wirecopy/sketch/sketch.h: match may not include sketch"),
    ("a test of a stage includes a stage", "check_layers", "src/wirecopy/match/a_test.cc",
     '#include "wirecopy/sketch/sketch.h"\n', "match may not include sketch"),
    ("the foundation looks up", "check_layers", "src/wirecopy/model/a.h", '#include "wirecopy/detect/detector.h"\n',
     "model may not include detect"),
    ("detect reads files", "check_layers", "src/wirecopy/detect/a.h", '\n#include "wirecopy/corpus/reader.h"\n',
     "detect/a.h:2: includes wirecopy/corpus/reader.h: detect may not include corpus"),
    ("detect reports", "check_layers", "src/wirecopy/detect/a.h", '#include "wirecopy/report/text.h"\n',
     "detect may not include report"),
    ("a stage includes the whole", "check_layers", "src/wirecopy/eval/a.h", '#include "wirecopy/wirecopy.h"\n',
     "eval may not include wirecopy.h"),
    ("ICU outside text", "check_layers", "src/wirecopy/compare/a.cc", "#include <unicode/uchar.h>\n", "only text may"),
    ("a file outside corpus", "check_layers", "src/wirecopy/background/a.cc", "#include <fstream>\n", "only cli, corpus may"),
    ("a codec outside corpus", "check_layers", "src/cli/a.cc", "#include <zstd.h>\n", "only corpus may"),
    ("CLI11 in the library", "check_layers", "src/wirecopy/report/a.cc", '#include "CLI/CLI.hpp"\n', "only cli may"),
    ("a test framework in a source", "check_layers", "src/wirecopy/text/a.cc", "#include <gtest/gtest.h>\n",
     "only tests and benchmarks may"),
    ("a clock in the engine", "check_layers", "src/wirecopy/detect/a.cc", "auto t = std::chrono::steady_clock::now();\n",
     "a.cc:1: steady_clock: no clock"),
    ("the environment in the engine", "check_layers", "src/wirecopy/text/a.cc", 'getenv("HOME");\n', "getenv: no clock"),
    ("a relative include", "check_layers", "src/wirecopy/text/a.cc", '#include "clean.h"\n', "write the path from src/"),
    ("an unknown folder", "check_layers", "src/wirecopy/extras/a.h", "", "extras/ is not in the table"),
    ("an include of an unknown folder", "check_layers", "src/cli/a.cc", '#include "wirecopy/extras/a.h"\n',
     "there is no folder extras/"),
    ("a name that says nothing", "check_house", "src/wirecopy/text/text_util.h", "", 'not "text_util"'),
    ("a folder that says nothing", "check_house", "src/wirecopy/common/a.h", "", 'not "common"'),
    ("the path of a machine", "check_house", "docs/a.md", "one\nsee /ho" + "me/ann/notes\n", "docs/a.md:2: the path"),
    ("a source without a test", "check_house", "src/wirecopy/text/a.cc", "", "text/a.cc: no a_test.cc"),
    ("a folder at the top", "check_house", "scripts/a.py", "", "scripts/: not one of the folders"),
]
LONG_HEADER = "\n" * 151


def run_lint(lint, files):
    with tempfile.TemporaryDirectory() as root:
        for name, text in files.items():
            path = pathlib.Path(root, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return subprocess.run([sys.executable, HERE / f"{lint}.py", root], capture_output=True, text=True, check=False)


class LintTest(unittest.TestCase):
    def test_good_tree_passes(self):
        for lint in ("check_layers", "check_house"):
            with self.subTest(lint):
                result = run_lint(lint, GOOD_TREE)
                self.assertEqual(result.returncode, 0, result.stdout + result.stderr)

    def test_one_fault_fails_and_is_named(self):
        for name, lint, file, text, message in BAD_FILES:
            with self.subTest(name):
                result = run_lint(lint, GOOD_TREE | {file: text})
                self.assertEqual(result.returncode, 1, result.stdout + result.stderr)
                self.assertIn(message, result.stdout)
                self.assertIn(" 1 faults", result.stdout)

    def test_empty_tree_fails(self):
        for lint in ("check_layers", "check_house"):
            with self.subTest(lint):
                self.assertEqual(run_lint(lint, {}).returncode, 1)

    def test_length_only_warns(self):
        result = run_lint("check_house", GOOD_TREE | {"src/wirecopy/text/a.h": LONG_HEADER})
        self.assertEqual(result.returncode, 0, result.stdout)
        self.assertIn("warning: src/wirecopy/text/a.h: 151 lines", result.stdout)


if __name__ == "__main__":
    unittest.main()
