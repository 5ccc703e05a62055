"""How well clusters agree with gold stories: pairs, B-cubed, and pages of look-alike stories that were joined.

    quality = score(read_gold("gold.jsonl"), read_clusters("clusters.jsonl"))

Gold is as bench/corpus/make_corpus.py writes it: {"id": ..., "story": ...} a line. Roundups (by their "relation") hold
several stories and are left out. Clusters are {"id", "cluster"} or {"members"} a line; an article that has several counts
with its first, one that has none is alone.
"""
import collections
import json


def read_gold(path):
    """{id: story}"""
    with open(path, encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    return {record["id"]: record["story"] for record in records if record.get("relation") != "roundup"}


def read_clusters(path):
    """{id: cluster}"""
    clusters = {}
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            record = json.loads(line)
            members = record.get("members")
            if members is None:
                clusters.setdefault(record["id"], ("c", record["cluster"]))
                continue
            for member in members:
                clusters.setdefault(member["id"] if isinstance(member, dict) else member, ("line", number))
    return clusters


def read_pairs(path):
    """Pairs of a table whose first two columns are ids, below a line of heads."""
    with open(path, encoding="utf-8") as lines:
        return [tuple(line.split("\t")[:2]) for line in lines][1:]


def ratio(part, whole):
    return part / whole if whole else 0.


def f1(precision, recall):
    return ratio(2 * precision * recall, precision + recall)


def pairs_in(counts):
    return sum(count * (count - 1) // 2 for count in counts.values())


def score(gold, clusters, look_alikes=()):
    """A dictionary of shares; B-cubed over the pages whose story has two or more."""
    placed = [(story, clusters.get(identity, ("alone", identity))) for identity, story in gold.items()]
    stories, found = (collections.Counter(pair[side] for pair in placed) for side in (0, 1))
    cells = collections.Counter(placed)
    joined, expected, true = pairs_in(found), pairs_in(stories), pairs_in(cells)
    total = len(placed) * (len(placed) - 1) / 2
    chance = ratio(joined * expected, total)
    shared = [pair for pair in placed if stories[pair[0]] > 1]
    precision = ratio(sum(cells[pair] / found[pair[1]] for pair in shared), len(shared))
    recall = ratio(sum(cells[pair] / stories[pair[0]] for pair in shared), len(shared))
    kinds = collections.defaultdict(set)
    for story, cluster in placed:
        kinds[cluster].add(story)
    return {"ari": ratio(true - chance, (joined + expected) / 2 - chance), "precision": ratio(true, joined),
            "recall": ratio(true, expected), "bcubed_precision": precision, "bcubed_recall": recall,
            "bcubed_f1": f1(precision, recall), "mixed": ratio(sum(len(kinds[pair[1]]) > 1 for pair in placed), len(placed)),
            "look_alikes": ratio(sum(one in clusters and clusters[one] == clusters.get(other)
                                     for one, other in look_alikes), len(look_alikes))}
