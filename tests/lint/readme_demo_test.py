#!/usr/bin/env python3
"""README.md shows what the demo prints: readme_demo_test.py ROOT BINARY.

Compares the block between <!-- demo:begin --> and <!-- demo:end --> with the report for data/sample. A block whose last
line is "..." shows the beginning of it. UPDATE_GOLDEN=1 rewrites the block, with as many lines.
"""

import difflib
import os
import pathlib
import re
import subprocess
import sys

MORE = "..."
BLOCK = re.compile(r"(?<=<!-- demo:begin -->\n```\n)(.*?)(?=```\n<!-- demo:end -->)", re.DOTALL)


def main():
    root, binary = map(pathlib.Path, sys.argv[1:3])
    readme = root / "README.md"
    text = readme.read_text(encoding="utf-8")
    block = BLOCK.search(text)
    if not block:
        print("README.md has no demo block")
        return 1
    run = subprocess.run([binary.resolve(), "cluster", "data/sample/articles.jsonl"], cwd=root, capture_output=True,
                         text=True, check=False)
    if run.returncode != 0 or not run.stdout:
        print(f"the demo ended with {run.returncode}: {run.stderr}")
        return 1
    shown, printed = block.group(0).splitlines(), run.stdout.splitlines()
    if shown and shown[-1] == MORE:
        printed = printed[: len(shown) - 1] + [MORE]
    if shown == printed:
        return 0
    if os.environ.get("UPDATE_GOLDEN") == "1":
        new = "".join(line + "\n" for line in printed)
        readme.write_text(text[: block.start()] + new + text[block.end() :], encoding="utf-8")
        return 0
    print("\n".join(difflib.unified_diff(shown, printed, "README.md", "printed", lineterm="")))
    return 1


if __name__ == "__main__":
    sys.exit(main())
