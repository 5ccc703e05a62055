#!/usr/bin/env python3
"""Writes data/t2s.tsv: characters that differ between Traditional, variant and Simplified text, each with the one
character they all fold to.

    data/make_t2s.py > data/t2s.tsv
    data/make_t2s.py --check data/t2s.tsv   # status 1: differs; 77: packages missing or of another version

Reads OpenCC's character dictionaries through opencc_dict (Debian: opencc, libopencc-data) and the Unicode Character
Database (Debian: unicode-data). Four layers, the first that knows a character decides:
  TS   OpenCC TSCharacters. Among several candidates the first that is another character, so that both sides of a
       distinction Simplified text does not make meet (乾/干, 著/着, 瞭/了).
  RV   OpenCC TWVariantsRev, HKVariantsRev, JPVariantsRev: regional forms to the Traditional form, then through TS.
  EU   EquivalentUnifiedIdeograph.txt: radicals typed as characters.
  UV   Unihan kSemanticVariant and kZVariant: rare forms of a character of GB2312.
  XX   written by hand: seen on damaged pages, or a class of forms (著/着) that the above keep apart.
Only TS and XX may change a character of GB2312: what Simplified text is written in stays as it is.
"""
import bz2
import os
import re
import shutil
import subprocess
import sys
import tempfile

OPENCC = "/usr/share/opencc/"
UNICODE = "/usr/share/unicode/"
SEEN = {"蓡": "参", "昰": "是", "舩": "船", "著": "着"}


def opencc(name):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "dictionary.txt")
        subprocess.run(["opencc_dict", "-i", OPENCC + name + ".ocd2", "-o", path, "-f", "ocd2", "-t", "text"],
                       check=True, stdout=subprocess.DEVNULL)
        with open(path, encoding="utf-8") as lines:
            pairs = (line.rstrip("\n").split("\t") for line in lines)
            return {key: values.split(" ") for key, values in pairs if len(key) == 1}


def in_gb2312(character):
    try:
        character.encode("gb2312")
        return True
    except UnicodeEncodeError:
        return False


def choose(character, candidates):
    """A candidate other than the character itself; one of GB2312 before the rest."""
    others = [c for c in candidates if c != character and len(c) == 1]
    return next((c for c in others if in_gb2312(c)), others[0] if others else None)


def unified_ideographs():
    with open(UNICODE + "EquivalentUnifiedIdeograph.txt", encoding="utf-8") as lines:
        for line in lines:
            found = re.match(r"([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*;\s*([0-9A-F]+)", line)
            if found:
                first, last, target = found.groups()
                for code_point in range(int(first, 16), int(last or first, 16) + 1):
                    yield chr(code_point), chr(int(target, 16))


def unihan_variants():
    with bz2.open(UNICODE + "Unihan_Variants.txt.bz2", "rt", encoding="utf-8") as lines:
        for line in lines:
            parts = line.rstrip("\n").split("\t")
            if len(parts) == 3 and parts[1] in ("kSemanticVariant", "kZVariant"):
                targets = [chr(int(code, 16)) for code in re.findall(r"U\+([0-9A-F]+)", parts[2])]
                yield chr(int(parts[0][2:], 16)), targets


def build():
    table = {}  # character -> (target, layer)
    for character, candidates in opencc("TSCharacters").items():
        target = choose(character, candidates)
        # A simplification outside the Basic Multilingual Plane is one nobody writes.
        if target and ord(target) < 0x10000:
            table[character] = (target, "TS")

    def add(character, candidates, layer):
        if character in table or in_gb2312(character):
            return
        simplified = [table[c][0] if c in table else c for c in candidates]
        target = choose(character, simplified)
        if target and (layer != "UV" or in_gb2312(target)):
            table[character] = (target, layer)

    for name in ("TWVariantsRev", "HKVariantsRev", "JPVariantsRev"):
        for character, candidates in opencc(name).items():
            add(character, candidates, "RV")
    for character, target in unified_ideographs():
        add(character, [target], "EU")
    for character, target in SEEN.items():
        table[character] = (target, "XX")
    for character, candidates in sorted(unihan_variants()):
        add(character, candidates, "UV")
    return close(table)


def close(table):
    """Every target folds to itself."""
    closed = {}
    for character, (target, layer) in table.items():
        seen = {character}
        while target in table and table[target][0] not in seen:
            seen.add(target)
            target = table[target][0]
        if target != character:
            closed[character] = (target, layer)
    for character in [c for c, (target, _) in closed.items() if target in closed]:
        sys.exit(f"{character} folds in a circle")
    return closed


def package_version(name):
    found = subprocess.run(["dpkg-query", "-W", "-f", "${source:Upstream-Version}", name], capture_output=True, text=True)
    return found.stdout or "unknown"


def render():
    table = build()
    yield "# Characters and the one they fold to; layers: see make_t2s.py, which writes this file."
    yield (f"# Source: OpenCC {package_version('libopencc-data')} character dictionaries (TS, RV), Apache-2.0, "
           "Copyright 2010-2022 BYVoid")
    yield (f"# Source: Unicode Character Database {package_version('unicode-data')} (EU, UV), Unicode-DFS-2016, "
           "Copyright 1991-2022 Unicode, Inc.")
    yield "# character\tfolded\tlayer"
    for character in sorted(table):
        yield "\t".join((character, *table[character]))


def check(path):
    if not (shutil.which("opencc_dict") and shutil.which("dpkg-query") and os.path.isdir(UNICODE)):
        sys.exit(77)
    with open(path, encoding="utf-8") as lines:
        written = lines.read().splitlines()
    made = list(render())
    if written[:4] != made[:4]:
        sys.exit(77)
    sys.exit(written != made)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--check"]:
        check(sys.argv[2])
    print("\n".join(render()))
