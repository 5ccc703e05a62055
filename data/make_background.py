#!/usr/bin/env python3
"""Makes default_background.bin, the story frequencies that come with the library.

    make_background.py WIRECOPY BACKGROUND_PACKER CORPUS... > default_background.bin

WIRECOPY is the built command, BACKGROUND_PACKER the program of that name (ninja background_packer), CORPUS what
`wirecopy learn` takes. README.md beside this file says which corpora the shipped file was made from. What is written
holds numbers only: 40 bits of the hash of each passage of five characters (or three words) that stands in at least
LEAST_STORIES distinct stories, and in how many. Equal corpora give equal bytes, in any order.
"""

import argparse
import pathlib
import subprocess
import sys
import tempfile

LEAST_STORIES = 5  # so no story's own text is in it
MOST_BYTES = 4_000_000


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wirecopy")
    parser.add_argument("background_packer")
    parser.add_argument("corpus", nargs="+")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        learnt = pathlib.Path(folder) / "learnt"
        command = [arguments.wirecopy, "learn", *arguments.corpus, "--min-stories", str(LEAST_STORIES)]
        subprocess.run([*command, "-o", str(learnt)], check=True)
        with learnt.open("rb") as background:
            packed = subprocess.run([arguments.background_packer], stdin=background, stdout=subprocess.PIPE, check=True)
    if len(packed.stdout) > MOST_BYTES:
        sys.exit(f"{len(packed.stdout)} bytes, more than {MOST_BYTES}: raise LEAST_STORIES")
    sys.stdout.buffer.write(packed.stdout)


if __name__ == "__main__":
    main()
