#!/usr/bin/env python3
"""Checks that includes obey the layers: check_layers.py [ROOT]. No exceptions list; change the table or the code."""

import pathlib
import re
import sys

STAGES = ("text", "background", "sketch", "match", "compare", "cluster", "corpus", "eval", "report")
FOUNDATION = {"base", "model"}

# Folder under src/wirecopy -> the folders it may include beside itself.
ALLOWED = {
    "base": set(),
    "model": {"base"},
    **{stage: FOUNDATION for stage in STAGES},
    # The only folder that knows the order of the stages; reading and reporting are joined to it above.
    "detect": FOUNDATION | {"text", "background", "sketch", "match", "compare", "cluster"},
    # wirecopy.h itself.
    "": FOUNDATION | set(STAGES) | {"detect"},
}
EVERYTHING = set(ALLOWED)

# Headers from outside that only some folders may include; "cli" is src/cli, "python" src/python.
RESERVED = [
    (r"unicode/.*", {"text"}),
    (r"fstream|filesystem", {"corpus", "cli"}),
    (r"zlib\.h", {"corpus", "report"}),  # a report packs what it embeds
    (r"(zstd|isa-l|isa-l/.*|igzip_lib|lz4.*|bzlib|lzma)(\.h)?", {"corpus"}),
    (r"libpsl\.h", {"corpus"}),
    (r"CLI/.*", {"cli"}),
    (r"iostream", {"cli"}),
    (r"(gtest|gmock|rapidcheck|benchmark)/.*|rapidcheck\.h", set()),
]

# Words that read a clock, the environment, the locale, a file or chance; only these folders may write them.
WORLD = (
    r"(system_clock|steady_clock|high_resolution_clock)\b|\babsl::Now\b|\bclock_gettime\b|\bgetenv\b|\bsetlocale\b"
    r"|\bstd::locale\b|\brandom_device\b|\babsl::BitGen\b|\bfopen\b|\bstd::rand\b"
)
WORLD_FOLDERS = {"corpus", "cli", "python"}

INCLUDE = re.compile(r'\s*#\s*include\s*([<"])([^>"]+)[>"]')
COMMENT = re.compile(r"//.*")


def folder_of(path):
    """The layer a source file belongs to, or None where no rule applies (bench/, tests/)."""
    parts = path.parts
    if parts[:2] == ("src", "wirecopy"):
        return parts[2] if len(parts) > 3 else ""
    if parts[0] == "src" and len(parts) > 2:
        return parts[1]
    return None


def include_fault(folder, is_test, quote, target):
    """Why a file of `folder` may not include `target`, or None."""
    if target.startswith("wirecopy/"):
        parts = target.split("/")
        included = parts[1] if len(parts) > 2 else ""
        if included not in EVERYTHING:
            return f"there is no folder {included}/"
        if folder in ALLOWED and included != folder and included not in ALLOWED[folder]:
            return f"{folder or 'wirecopy.h'} may not include {included or 'wirecopy.h'}"
        return None
    if is_test or target.endswith(".inc"):  # .inc: a generated table, from the build tree
        return None
    for pattern, folders in RESERVED:
        if re.fullmatch(pattern, target) and folder not in folders:
            return "only " + (", ".join(sorted(folders)) or "tests and benchmarks") + " may include it"
    if quote == '"' and "/" not in target:
        return "write the path from src/"
    if target.startswith("../"):
        return "write the path from src/"
    return None


def faults_of(root, path):
    relative = path.relative_to(root)
    folder = folder_of(relative)
    if folder is None:
        return
    if folder not in EVERYTHING | {"cli", "python"}:
        yield f"{relative}:1: {folder}/ is not in the table of layers"
        return
    # A header of tests is named test_….
    is_test = relative.stem.endswith("_test") or relative.stem.startswith("test_")
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        include = INCLUDE.match(line)
        if include:
            fault = include_fault(folder, is_test, *include.groups())
            if fault:
                yield f"{relative}:{number}: includes {include.group(2)}: {fault}"
        elif not is_test and folder not in WORLD_FOLDERS:
            word = re.search(WORLD, COMMENT.sub("", line))
            if word:
                yield f"{relative}:{number}: {word.group(0)}: no clock, environment, locale, file or chance in {folder}/"


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
    paths = sorted(path for path in (root / "src").rglob("*") if path.suffix in (".h", ".cc"))
    faults = [fault for path in paths for fault in faults_of(root, path)]
    print("\n".join(faults + [f"{len(paths)} files, {len(faults)} faults"]))
    return 1 if faults or not paths else 0


if __name__ == "__main__":
    sys.exit(main())
