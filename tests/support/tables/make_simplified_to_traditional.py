#!/usr/bin/env python3
"""Writes simplified_to_traditional.tsv: Simplified to Traditional as a cloaking kit converts, character by character.

    tests/support/tables/make_simplified_to_traditional.py > tests/support/tables/simplified_to_traditional.tsv
    tests/support/tables/make_simplified_to_traditional.py --check FILE   # status 1: differs; 77: packages missing or of another version

Reads OpenCC's dictionaries through opencc_dict (Debian: opencc, libopencc-data): the first candidate of STCharacters, in
the form of TWVariants. A kit works on the bytes of GBK, so both sides have to be in it, the Simplified one in GB2312.
"""
import os
import shutil
import subprocess
import sys
import tempfile

OPENCC = "/usr/share/opencc/"
# Left as they are: pages show the form that Simplified text shares with one of several Traditional characters.
AMBIGUOUS = "云后干于并采范筑布扎斗致松征系了杰里台游凶厘占岩岳咨托涌伙余郁杠栗吁咸夸亘"
FIXED = {"症": "癥", "复": "復", "冲": "沖"}  # as seen on pages


def opencc(name):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "dictionary.txt")
        subprocess.run(["opencc_dict", "-i", OPENCC + name + ".ocd2", "-o", path, "-f", "ocd2", "-t", "text"],
                       check=True, stdout=subprocess.DEVNULL)
        with open(path, encoding="utf-8") as lines:
            pairs = (line.rstrip("\n").split("\t") for line in lines)
            return {key: values.split(" ")[0] for key, values in pairs if len(key) == 1}


def in_charset(character, charset):
    try:
        character.encode(charset)
        return True
    except UnicodeEncodeError:
        return False


def version():
    found = subprocess.run(["dpkg-query", "-W", "-f", "${source:Upstream-Version}", "libopencc-data"],
                           capture_output=True, text=True).stdout or "unknown"
    return found.split("+")[0]


def render():
    yield "# Simplified to Traditional as a cloaking kit converts: character by character, one candidate each."
    yield (f"# Source: OpenCC {version()}, STCharacters with the first candidate, in the forms of TWVariants, both sides "
           "within GB2312/GBK;")
    yield f"# the ambiguous {AMBIGUOUS} stay as they are;"
    yield f"# {' '.join(FIXED)} have one fixed form. Copyright 2010-2022 BYVoid. Licence: Apache-2.0."
    forms = opencc("TWVariants")
    table = {simplified: forms.get(first, first) for simplified, first in opencc("STCharacters").items()}
    table.update(FIXED)
    for simplified, traditional in sorted(table.items()):
        if simplified == traditional or simplified in AMBIGUOUS:
            continue
        if in_charset(simplified, "gb2312") and in_charset(traditional, "gbk"):
            yield f"{simplified}\t{traditional}"


def check(path):
    if not (os.path.isdir(OPENCC) and shutil.which("opencc_dict") and shutil.which("dpkg-query")):
        sys.exit(77)
    with open(path, encoding="utf-8") as lines:
        written = lines.read().splitlines()
    made = list(render())
    if written[1] != made[1]:
        sys.exit(77)  # another version
    sys.exit(written != made)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--check"]:
        check(sys.argv[2])
    print("\n".join(render()))
