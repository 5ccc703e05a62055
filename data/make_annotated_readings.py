#!/usr/bin/env python3
"""Writes data/annotated_readings.tsv: the characters that a cloaking kit is known to follow with their reading.

    data/make_annotated_readings.py > data/annotated_readings.tsv
    data/make_annotated_readings.py --check data/annotated_readings.tsv   # status 1: differs; 77: package missing

The characters were observed on damaged pages; their readings are Unihan's kMandarin (Debian: unicode-data), with the
second one where pages show it.
"""
import bz2
import os
import shutil
import subprocess
import sys

READINGS = "/usr/share/unicode/Unihan_Readings.txt.bz2"
OBSERVED = (
    "來個價優儲內創動務勢區協嚴國團執堅報場學實寫對導強復愛態應戰擔據擴數時書會業構標機權測準濟災無爭現環產當發監礎穩節"
    "級細結統經網續習聯藍術衛補見規計設評詩認調識護負財責貿質轉農進運過達醫錯長門開關險項預領風驗點"
    "請專話謹邊")
SECOND = {"長": "cháng", "調": "tiáo", "應": "yìng", "當": "dàng", "處": "chù"}


def render():
    readings = {}
    with bz2.open(READINGS, "rt", encoding="utf-8") as lines:
        for line in lines:
            parts = line.rstrip("\n").split("\t")
            if len(parts) == 3 and parts[1] == "kMandarin":
                readings[chr(int(parts[0][2:], 16))] = parts[2].split(" ")[0]
    version = subprocess.run(["dpkg-query", "-W", "-f", "${source:Upstream-Version}", "unicode-data"],
                             capture_output=True, text=True).stdout or "unknown"
    yield "# Characters that damaged pages show with an injected reading; written by make_annotated_readings.py."
    yield f"# Source of the readings: Unihan {version} kMandarin, Unicode-DFS-2016, Copyright 1991-2022 Unicode, Inc."
    yield "# character\treading"
    for character in sorted(set(OBSERVED)):
        yield f"{character}\t{readings[character]}"
        if character in SECOND:
            yield f"{character}\t{SECOND[character]}"


def check(path):
    if not (os.path.exists(READINGS) and shutil.which("dpkg-query")):
        sys.exit(77)
    with open(path, encoding="utf-8") as lines:
        written = lines.read().splitlines()
    made = list(render())
    if written[:3] != made[:3]:
        sys.exit(77)
    sys.exit(written != made)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--check"]:
        check(sys.argv[2])
    print("\n".join(render()))
