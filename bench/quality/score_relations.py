#!/usr/bin/env python3
"""How well stories tell relations, origins and sources: score_relations.py GOLD.jsonl STORIES.jsonl

GOLD: one object an article with id, story, relation (original, reprint, edited, excerpt, roundup, follow-up, unrelated)
and source_id. STORIES: what `wirecopy cluster --singletons --format jsonl` writes. Both plain text. Prints the confusion
table, F1 of each relation (pages taken for the origin and gold originals are left out; "alone": in no story of two), and
how often the origin and the source of a copy are right, over all and where a confidence is claimed.
"""

import collections
import json
import sys

ROWS = ["original", "unrelated", "reprint", "edited", "excerpt", "follow-up", "roundup"]
ALONE = ("unrelated", "follow-up")


def read(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def main():
    gold = {article["id"]: article for article in read(sys.argv[1])}
    found, parents, origins = {}, {}, []
    for story in read(sys.argv[2]):
        members = [m for m in story["members"] if m["relation"] != "roundup"]
        if len(members) > 1:
            origins.append((story["origin"]["id"], story["origin"]["confidence"]))
        for member in story["members"]:
            name = member["relation"]
            if name != "roundup":
                name = "alone" if len(members) < 2 else "origin" if not member["of"] else name
                parents[member["id"]] = (member["of"], member["of_confidence"])
            found.setdefault(member["id"], "reprint" if name == "exact" else name)
    table = collections.Counter((a["relation"], found.get(i, "alone")) for i, a in gold.items())
    columns = sorted({column for _, column in table})
    print("%-10s" % "", *["%8s" % c for c in columns])
    for row in ROWS:
        print("%-10s" % row, *["%8d" % table[row, c] for c in columns])
    scores = {}
    for name in ("reprint", "edited", "excerpt", "roundup", "alone"):
        rows = ALONE if name == "alone" else (name,)
        right = sum(table[row, name] for row in rows)
        missed = sum(table[row, c] for row in rows for c in columns if c not in (name, "origin"))
        wrong = sum(table[row, name] for row in ROWS if row not in rows and row != "original")
        scores[name] = 2 * right / max(1, 2 * right + missed + wrong)
    print("F1 " + "  ".join("%s %.3f" % item for item in scores.items()) +
          "  macro %.3f" % (sum(scores.values()) / len(scores)))
    stories_with_original = {a["story"] for a in gold.values() if a["relation"] == "original"}
    tell("origin", [(gold[i]["relation"] == "original", confidence) for i, confidence in origins
                    if gold[i]["story"] in stories_with_original])
    tell("source", [(parent == gold[i]["source_id"], confidence) for i, (parent, confidence) in parents.items()
                    if gold[i]["source_id"] and parent])
    return 0


def tell(what, answers):
    claimed = [right for right, confidence in answers if confidence > 0]
    print("%s right %.3f of %d; where claimed %.3f of %d" %
          (what, sum(right for right, _ in answers) / max(1, len(answers)), len(answers),
           sum(claimed) / max(1, len(claimed)), len(claimed)))


if __name__ == "__main__":
    sys.exit(main())
