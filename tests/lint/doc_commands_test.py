#!/usr/bin/env python3
"""The commands that the documents show run: doc_commands_test.py ROOT BINARY FILE...

Every line of a ```sh block that begins with "wirecopy" runs in a scratch folder of its document, where data/ is the
project's, and has to end with status 0. Blocks that are not marked sh are not run.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def commands_of(text):
    return [line for block in BLOCK.findall(text) for line in block.splitlines() if line.startswith("wirecopy ")]


def failures_of(document, root, binary):
    commands = commands_of(document.read_text(encoding="utf-8"))
    if not commands:
        yield f"{document.name}: no commands to run"
    with tempfile.TemporaryDirectory() as scratch:
        pathlib.Path(scratch, "data").symlink_to(root / "data")
        environment = dict(os.environ, PATH=f"{binary.parent}:{os.environ['PATH']}")
        for command in commands:
            run = subprocess.run(["bash", "-c", command], cwd=scratch, env=environment, capture_output=True, text=True,
                                 check=False)
            if run.returncode != 0:
                yield f"{document.name}: {command}\n  status {run.returncode}: {run.stderr.strip()}"


def main():
    root, binary = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
    failures = [failure for name in sys.argv[3:] for failure in failures_of(root / name, root, binary)]
    print("\n".join(failures))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
