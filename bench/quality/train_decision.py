#!/usr/bin/env python3
"""Fits the weights of src/wirecopy/compare/decision_weights.h on a labelled collection.

    pair_features articles.jsonl > features.tsv
    train_decision.py features.tsv gold.jsonl[.zst] hard_negatives.tsv > weights.txt

A logistic regression whose signs are held: no weight may say that differing numbers speak for one story. Every pair is
seen twice, with its dates and without. Pairs of two copies count less than a copy beside its original, look-alike pairs
of different stories ten times; pairs with a roundup are left out. Folds are by story. Prints the out-of-fold precision,
recall and merge rates to stderr. Needs numpy and scipy.
"""
import collections
import json
import subprocess
import sys

import numpy as np
from scipy.optimize import minimize

POSITIVE = {"explained", "evidence", "verbatim", "density", "information"}
NEGATIVE = {"both_own", "own_lead", "net_conflicts", "lead_numbers", "lead_names", "reworded", "renamings", "date_gap"}
# Held at least this far from zero: what the collection hardly shows but real pages do (forms filled anew, two
# independent reports of one event on one day).
AT_MOST = {"net_conflicts": -0.8, "lead_numbers": -0.3, "both_own": -1.2, "reworded": -0.8, "date_known": 1.0}
AT_LEAST = {"density": 3.0, "explained": 1.0, "evidence": 1.0}


def read_lines(path):
    if path.endswith(".zst"):
        return subprocess.run(["zstd", "-dc", path], stdout=subprocess.PIPE, check=True).stdout.decode().split("\n")
    with open(path, encoding="utf-8") as f:
        return f.read().split("\n")


def load(features_path, gold_path, hard_path):
    gold = {g["id"]: g for g in map(json.loads, filter(str.strip, read_lines(gold_path)))}
    hard = {frozenset(c[:2]): c[3] for c in (l.split("\t") for l in read_lines(hard_path) if l.strip()) if c[0] != "id1"}
    size = collections.Counter(g["story"] for g in gold.values())
    rows = [l.split("\t") for l in read_lines(features_path) if l]
    names, data, seen = rows[0][4:], [], set()
    for r in rows[1:]:
        key = frozenset(r[:2])
        a, b = gold[r[0]], gold[r[1]]
        if key in seen or "roundup" in (a["relation"], b["relation"]):
            continue
        seen.add(key)
        same = a["story"] == b["story"]
        data.append((r, same, weight(r, a, b, same, size, hard.get(key)), a["story"] if same else min(a["story"], b["story"]),
                     hard.get(key, "")))
    values = np.array([[float(v) for v in d[0][4:]] for d in data])
    return names, values, *(np.array([d[i] for d in data]) for i in range(1, 5))


def weight(row, a, b, same, size, band):
    if not same:
        return {None: 1.0, "quote": 5.0}.get(band, 10.0)
    direct = a.get("source_id") == row[1] or b.get("source_id") == row[0] or "original" in (a["relation"], b["relation"])
    share = 1 / np.sqrt(max(1, size[a["story"]] / 10))
    return share * (1.0 if direct else 0.3) * (0.1 if max(float(row[2]), float(row[3])) < .5 else 1.0)


def bounds_of(names, scale):
    for name, s in zip(names, scale):
        low = AT_LEAST.get(name, 0.0 if name in POSITIVE else None)
        high = AT_MOST.get(name, 0.0 if name in NEGATIVE else None)
        yield (None if low is None else low * s, None if high is None else high * s)


def fit(names, x, y, w):
    mean, scale = x.mean(0), x.std(0) + 1e-9
    z, sign = (x - mean) / scale, np.where(y, 1.0, -1.0)

    def loss(v):
        m = -sign * (z @ v[:-1] + v[-1])
        g = -sign * w / (1 + np.exp(-m))
        return (w * np.logaddexp(0, m)).sum() + .5 * v[:-1] @ v[:-1], np.r_[z.T @ g + v[:-1], g.sum()]

    bounds = list(bounds_of(names, scale))
    start = [min(max(0.0, -np.inf if lo is None else lo), np.inf if hi is None else hi) for lo, hi in bounds] + [0.0]
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds + [(None, None)], options={"maxiter": 2000})
    weights = found.x[:-1] / scale
    return weights, found.x[-1] - weights @ mean


def main():
    names, x, y, w, story, band = load(*sys.argv[1:4])
    undated = x.copy()
    undated[:, [names.index("date_known"), names.index("date_gap")]] = 0
    fold = np.array([int.from_bytes(s.encode(), "little") % 5 for s in story])
    for title, test in (("with dates", x), ("without dates", undated)):
        p = np.zeros(len(y))
        for k in range(5):
            train = fold != k
            c, b = fit(names, np.vstack([x[train], undated[train]]), np.tile(y[train], 2), np.tile(w[train], 2))
            p[~train] = 1 / (1 + np.exp(-(test[~train] @ c + b)))
        hit = p >= .5
        rates = {k: round(float(hit[band == k].mean()), 3) for k in sorted(set(band)) if k}
        print("%s: precision %.4f recall %.4f merged %s" % (title, (hit & y).sum() / hit.sum(), (hit & y).sum() / y.sum(), rates),
              file=sys.stderr)
    c, b = fit(names, np.vstack([x, undated]), np.tile(y, 2), np.tile(w, 2))
    print("inline constexpr double kDecisionBias = %.4f;" % b)
    print("inline constexpr std::array<double, kFeatureCount> kDecisionWeights = {")
    for name, value in zip(names, c):
        print("    %.4f,  // %s" % (value + 0.0, name))
    print("};")


if __name__ == "__main__":
    main()
