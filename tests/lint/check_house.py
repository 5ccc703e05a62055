#!/usr/bin/env python3
"""Checks what can be counted of the house rules: check_house.py [ROOT].

Faults (status 1): a name that says nothing, the path of one machine in a file, a source without a test of its name, a
folder at the top outside the layout. Warnings (status 0): long files.
"""

import pathlib
import re
import sys

TOP_FOLDERS = {"src", "bench", "tests", "data", "docs"}
BUILD_FOLDERS = {"build"}
GENERATED = {"__pycache__", "node_modules"}
EMPTY_NAMES = re.compile(r"(^|_)(util|utils|common|helper|helpers|misc|manager|managers)(_|$)")
MACHINE_PATH = re.compile(r"(?<![\w.$}])/(?:work|home|root|tmp|Users)/[\w.-]")
TEXT_SUFFIXES = {".h", ".cc", ".py", ".sh", ".js", ".mjs", ".css", ".html", ".md", ".txt", ".cmake", ".json", ".in", ".tsv", ""}
MAX_LINES = {".h": 150, ".cc": 300, ".py": 300, ".js": 300, ".mjs": 300}


def project_files(root):
    """Files at the top and in the folders of the layout, sorted; binary and generated ones left out."""
    found = [path for path in root.iterdir() if path.is_file()]
    for folder in sorted(TOP_FOLDERS):
        found += [path for path in (root / folder).rglob("*") if path.is_file() and not GENERATED & set(path.parts)]
    return sorted(found)


def layout_faults(root):
    for path in sorted(root.iterdir()):
        if path.is_dir() and not path.name.startswith(".") and path.name not in TOP_FOLDERS | BUILD_FOLDERS:
            yield f"{path.name}/: not one of the folders at the top ({', '.join(sorted(TOP_FOLDERS))})"


def name_faults(relative):
    for part in (*relative.parts[:-1], relative.stem):
        if EMPTY_NAMES.search(part.lower()):
            yield f"{relative}: name it after what it gives, not \"{part}\""


def text_faults(root, path):
    relative = path.relative_to(root)
    # Fuzz corpora are bytes, not text.
    if path.suffix not in TEXT_SUFFIXES or relative.parts[:3] == ("tests", "fuzz", "corpus"):
        return
    for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1):
        found = MACHINE_PATH.search(line)
        if found:
            yield f"{relative}:{number}: the path of one machine: {found.group(0)}…"


def test_faults(root, files):
    names = {path.name for path in files}
    for path in files:
        relative = path.relative_to(root)
        is_source = relative.parts[:2] == ("src", "wirecopy") and path.suffix == ".cc"
        if is_source and not path.stem.endswith("_test") and f"{path.stem}_test.cc" not in names:
            yield f"{relative}: no {path.stem}_test.cc"


def size_warnings(root, files):
    for path in files:
        limit = MAX_LINES.get(path.suffix)
        if not limit or path.stem.endswith("_test"):
            continue
        lines = path.read_text(encoding="utf-8", errors="replace").count("\n")
        if lines > limit:
            yield f"{path.relative_to(root)}: {lines} lines, more than {limit}"


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
    files = project_files(root)
    faults = list(layout_faults(root))
    for path in files:
        faults += name_faults(path.relative_to(root))
        faults += text_faults(root, path)
    faults += test_faults(root, files)
    warnings = list(size_warnings(root, files))
    for warning in warnings:
        print(f"warning: {warning}")
    print("\n".join(faults + [f"{len(files)} files, {len(faults)} faults, {len(warnings)} warnings"]))
    return 1 if faults or not files else 0


if __name__ == "__main__":
    sys.exit(main())
