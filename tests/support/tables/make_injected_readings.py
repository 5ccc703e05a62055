#!/usr/bin/env python3
"""Writes injected_readings.tsv: the characters that a cloaking kit follows with their reading.

    tests/support/tables/make_injected_readings.py > tests/support/tables/injected_readings.tsv
    tests/support/tables/make_injected_readings.py --check FILE   # status 1: differs; 77: package missing or of another version

Which characters, in which order and together with which others, was observed on damaged pages and stands below; the
readings are the first of Unihan's kMandarin (Debian: unicode-data).
"""
import bz2
import os
import shutil
import subprocess
import sys

READINGS = "/usr/share/unicode/Unihan_Readings.txt.bz2"
# In the order in which the kit replaces them: by code point, then those it was taught later.
OBSERVED = (
    "來個價優儲內創動務勢區協嚴國團執堅報場學實寫對導強復愛態應戰擔據擴數時書會業構標機權測準濟災無爭現環產當發監礎穩節"
    "級細結統經網續習聯藍術衛補見規計設評詩認調識護負財責貿質轉農進運過達醫錯長門開關險項預領風驗點"
    "請專話謹邊")
# Selections as they occur together on pages.
GROUPS = {
    "a": "來價內動務區協嚴國團堅報場學實對導強態應戰擴時會業機測準濟爭現環產發穩細統經習聯"
         "補規設認調負責進醫長關險項領風點請",
    "b": "來優儲創動務勢區協嚴國執堅報場學實寫對導強復愛應戰時書會業構標機權測準濟無現環產"
         "當發監礎穩節級細統經網續習聯藍補見規計設詩調護負財責質轉農進運達醫長門開關險項領風驗點請",
    "c": "來個優動務勢區嚴國團堅報場學實對導強復應戰擔擴時書會業機準濟現當發監穩級細結統續"
         "習聯藍衛規設認調識護負責貿農進過達醫錯長門開關險預領風點請",
    "d": "優儲內創動務勢區嚴國堅報場學實對導強復態應戰據擴數時會業構標機測準災爭現產當發監"
         "礎級細結統經網續習聯術補規設評認調識負責質轉農運醫長關險項預領風驗點請",
    "e": "務區協嚴執實導強態應戰擴數業機準濟現環產當發穩細統經網續習聯衛規設認調護責質進醫"
         "關領點請",
}


def render():
    readings = {}
    with bz2.open(READINGS, "rt", encoding="utf-8") as lines:
        for line in lines:
            parts = line.rstrip("\n").split("\t")
            if len(parts) == 3 and parts[1] == "kMandarin":
                readings[chr(int(parts[0][2:], 16))] = parts[2].split(" ")[0]
    version = subprocess.run(["dpkg-query", "-W", "-f", "${source:Upstream-Version}", "unicode-data"],
                             capture_output=True, text=True).stdout or "unknown"
    yield "# Characters that a cloaking kit follows with their reading, in the order in which it replaces them."
    yield ("# character, reading, groups: five selections as they occur together on pages (a to e), empty: seen elsewhere "
           "only.")
    yield f"# Source of the readings: Unihan {version} kMandarin, Unicode-DFS-2016, Copyright 1991-2022 Unicode, Inc."
    for character in OBSERVED:
        groups = "".join(group for group, members in GROUPS.items() if character in members)
        yield f"{character}\t{readings[character]}\t{groups}"


def check(path):
    if not (os.path.exists(READINGS) and shutil.which("dpkg-query")):
        sys.exit(77)
    with open(path, encoding="utf-8") as lines:
        written = lines.read().splitlines()
    made = list(render())
    if written[2] != made[2]:
        sys.exit(77)  # another version
    sys.exit(written != made)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--check"]:
        check(sys.argv[2])
    print("\n".join(render()))
