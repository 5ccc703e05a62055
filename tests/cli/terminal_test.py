#!/usr/bin/env python3
"""What `wirecopy` shows on a terminal, in a pipe and in its formats: terminal_test.py BINARY.

Runs the real command on a pseudo terminal of several widths; reads its tables back and holds the figures of text, Markdown,
CSV and JSONL against each other, on the sample articles and on hostile ones.
"""

import csv
import fcntl
import io
import json
import os
import pathlib
import pty
import re
import struct
import subprocess
import sys
import tempfile
import termios
import unicodedata
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "data" / "sample" / "articles.jsonl"
BINARY = ""
ESCAPE = re.compile("\x1b\\[[0-9;]*m")
NUMBERS = ["story_evidence_least", "story_evidence_median", "origin_confidence", "of_confidence", "probability",
           "coverage", "coverage_of", "lag_s"]
HOSTILE = ["=1+1", "+cmd|' /C calc'!A0", "-2", "@SUM(A1)", "\t=tab", "<script>alert(1)</script>", "a | b", "# head",
           "[x](javascript:alert(1))", "`code`", "\x1b[2Jcleared", "\u202egnp.exe", "line\r\nbreak", "\x9b31mred",
           "a,\"b\";c", "'=quoted", "＝1", "\u2028sep"]


def run(words, **environment):
    done = subprocess.run([BINARY, *words], capture_output=True, env={"PATH": "/usr/bin", **environment}, check=False)
    return done.returncode, done.stdout.decode()


def on_terminal(columns, words, **environment):
    """What stands on a terminal of so many columns in the end."""
    child, master = pty.fork()
    if child == 0:
        fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
        os.execve(BINARY, [BINARY, *words, "--progress", "never"], {"TERM": "xterm", **environment})
    shown = b""
    while True:
        try:
            part = os.read(master, 65536)
        except OSError:  # the other end was closed
            break
        if not part:
            break
        shown += part
    os.close(master)
    os.waitpid(child, 0)
    return shown.decode().replace("\r\n", "\n").split("wirecopy: read ")[0]


def width(line):
    """Columns of a line that holds no emoji."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


def rows_of(output):
    return list(csv.DictReader(io.StringIO(output, newline="")))


def shown(text):
    """A cell without the apostrophe that keeps it from being a formula."""
    return text[1:] if text.startswith("'") else text


class Terminal(unittest.TestCase):
    def test_lines_fit_the_terminal(self):
        for columns in (60, 80, 100, 160):
            for words in (["cluster", str(SAMPLE)], ["cluster", str(SAMPLE), "--tree", "--all"],
                          ["compare", str(SAMPLE), "--ids", "typhoon-yuanjiang", "typhoon-jiankangjia"]):
                report = on_terminal(columns, words)
                self.assertGreater(report.count("\n"), 20)
                for line in ESCAPE.sub("", report).splitlines():
                    # Ids are never cut.
                    self.assertTrue(width(line) <= columns or "(of " in line, f"{columns}: {line}")

    def test_colour_says_nothing_alone(self):
        coloured = on_terminal(100, ["cluster", str(SAMPLE)])
        self.assertIn("\x1b[1m", coloured)
        self.assertEqual(ESCAPE.sub("", coloured), on_terminal(100, ["cluster", str(SAMPLE)], NO_COLOR="1"))
        self.assertEqual(ESCAPE.sub("", coloured), on_terminal(100, ["cluster", str(SAMPLE), "--color", "never"]))

    def test_colour_follows_the_environment(self):
        words = ["cluster", str(SAMPLE)]
        self.assertNotIn("\x1b", on_terminal(100, words, TERM="dumb"))
        self.assertNotIn("\x1b", run(words, TERM="xterm")[1])
        self.assertIn("\x1b[", run(words, CLICOLOR_FORCE="1")[1])
        self.assertNotIn("\x1b", run(words, CLICOLOR_FORCE="0")[1])
        self.assertNotIn("\x1b", run(words, CLICOLOR_FORCE="1", NO_COLOR="1")[1])
        self.assertIn("\x1b[", run([*words, "--color", "always"], NO_COLOR="1")[1])

    def test_width_is_that_asked_for(self):
        for columns in ("60", "140"):
            report = run(["cluster", str(SAMPLE), "--width", columns])[1]
            self.assertEqual(report, run(["cluster", str(SAMPLE)], WIRECOPY_WIDTH=columns)[1])
            self.assertGreater(max(map(width, report.splitlines())), int(columns) - 12)
        self.assertEqual(run(["cluster", str(SAMPLE), "--width", "59"])[0], 2)

    def test_plain_is_the_same_everywhere(self):
        for words in (["cluster", str(SAMPLE), "--plain", "--all", "--tree"],
                      ["compare", str(SAMPLE), "--ids", "bridge-yuanjiang", "bridge-corrected", "--plain"]):
            plain = run(words)[1]
            self.assertEqual(plain, on_terminal(70, words))
            self.assertEqual(plain, run([*words, "--color", "always", "--width", "60"])[1])
            for drawn in "\x1b│├└█▏":
                self.assertNotIn(drawn, plain)

    def test_compare_marks_changes_by_signs(self):
        words = ["compare", str(SAMPLE), "--ids", "typhoon-yuanjiang", "typhoon-jiankangjia"]
        self.assertIn(" ≠ ", run(words)[1])
        self.assertIn("\x1b[1;31m≠\x1b[0m", on_terminal(100, words))


class Figures(unittest.TestCase):
    def stories_and_rows(self, source):
        stories = [json.loads(line) for line in run(["cluster", source, "--format", "jsonl", "--singletons"])[1].splitlines()]
        rows = rows_of(run(["cluster", source, "--format", "csv", "--singletons"])[1])
        return stories, rows

    def compare_tables(self, source, same_text):
        stories, rows = self.stories_and_rows(source)
        members = [(story, member) for story in stories for member in story["members"]]
        self.assertEqual(len(members), len(rows))
        for (story, member), row in zip(members, rows):
            flat = {**member, "story_evidence_least": story["evidence"]["least"],
                    "story_evidence_median": story["evidence"]["median"],
                    "origin_confidence": story["origin"]["confidence"]}
            for key in NUMBERS:
                self.assertEqual(flat[key], float(row[key]) if row[key] else None, key)
            self.assertEqual((row["story"], row["relation"]), (story["story"], member["relation"]))
            self.assertEqual(int(row["story_size"]), story["size"])
            self.assertEqual([row["published_earliest"], row["published_latest"]],
                             member["published_interval"] or ["", ""])
            self.assertEqual([row["story_last_earliest"], row["story_last_latest"]],
                             story["last_published"] or ["", ""])
            if same_text:
                for key in ("id", "outlet", "url", "of"):
                    self.assertEqual(shown(row[key]), member[key] or "")
                self.assertEqual(shown(row["origin"]), story["origin"]["id"])
                self.assertEqual(row["of_reasons"], "; ".join(member["of_reasons"]))
        return rows

    def test_csv_holds_what_jsonl_holds(self):
        self.compare_tables(str(SAMPLE), same_text=True)

    def test_csv_is_rfc_4180(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "stories.csv")
            self.assertEqual(run(["cluster", str(SAMPLE), "--format", "csv", "-o", str(path)])[0], 0)
            raw = path.read_bytes()
        self.assertEqual(raw.decode(), run(["cluster", str(SAMPLE), "--format", "csv"])[1])
        self.assertEqual(raw.count(b"\n"), raw.count(b"\r\n"))
        self.assertTrue(raw.endswith(b"\r\n"))

    def test_totals_are_the_same_in_every_report(self):
        text = run(["cluster", str(SAMPLE), "--all"])[1]
        plain = run(["cluster", str(SAMPLE), "--all", "--plain"])[1]
        markdown = run(["cluster", str(SAMPLE), "--all", "--format", "md"])[1]
        stories, rows = self.stories_and_rows(str(SAMPLE))
        facts = {line.split(":")[0]: line.split(": ")[1].split(",")[0] for line in plain.split("\n\n", 1)[0].splitlines()}
        for name, count in facts.items():
            if name == "times":
                continue
            self.assertRegex(text, rf"(?m)^{name} +{count}\b")
            self.assertIn(f"| {name} | {count} |", markdown)
        grouped = [story for story in stories if story["size"] > 1]
        self.assertEqual(int(facts["stories"]), len(grouped))
        copies = [row for row in rows if row["of"] and row["relation"] != "roundup"]
        self.assertEqual(int(facts["copies"]), len(copies))
        for row in rows:
            if int(row["story_size"]) + int(row["story_roundups"]) > 1:
                self.assertIn(row["id"], text)
                self.assertIn(f"`{row['id']}`", markdown)
        for story in stories:
            if story["size"] > 1 and story["origin"]["confidence"] > 0:
                said = f"confidence {story['origin']['confidence']:.2f}: {'; '.join(story['origin']['reasons'])}"
                self.assertIn(said, plain)
                self.assertIn(said, markdown)

    def test_every_hostile_text_is_harmless_in_every_format(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "hostile.jsonl")
            records = [json.loads(line) for line in SAMPLE.read_text(encoding="utf-8").splitlines()]
            with path.open("w", encoding="utf-8") as out:
                for number, record in enumerate(records):
                    hostile = HOSTILE[number % len(HOSTILE)]
                    record |= {"id": f"{hostile}{number}", "outlet": hostile, "title": hostile, "url": hostile}
                    out.write(json.dumps(record) + "\n")
            rows = self.compare_tables(str(path), same_text=False)
            self.assertGreaterEqual(len(rows), len(records))
            for row in rows:
                for key in ("id", "outlet", "url", "title", "origin", "of"):
                    self.assertNotRegex(row[key], r"^\s*[=+\-@＝＋－＠]", key)
            for words in (["--format", "csv"], ["--format", "md", "--all"], ["--all"], ["--all", "--plain"], ["--format", "jsonl"],
                          ["--all", "--color", "always"], ["--all", "--singletons"]):
                output = ESCAPE.sub("", run(["cluster", str(path), *words])[1])
                self.assertNotRegex(output, "[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2028\u2029]", words)
            markdown = run(["cluster", str(path), "--format", "md", "--all"])[1]
            for raw in ("<script", "\n# head", "`code`", "a | b"):
                self.assertNotIn(raw, markdown)
            self.assertNotIn("[x](", re.sub("`[^`\n]+`", "", markdown), "outside code")
            table = [line for line in markdown.splitlines() if line.startswith("|")]
            self.assertEqual({line.count("|") for line in table}, {4, 9})


if __name__ == "__main__":
    BINARY = str(pathlib.Path(sys.argv.pop(1)).resolve())
    unittest.main()
