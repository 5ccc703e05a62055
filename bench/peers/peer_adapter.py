"""What every adapter of a peer shares: it reads articles, has them linked, and writes clusters.

    if __name__ == "__main__":
        run(PACKAGE, find_links)     # find_links(texts, options) gives pairs of places in texts

The command line is ADAPTER.py INPUT.jsonl CLUSTERS.jsonl [--text raw|norm] [--threshold T]; clusters are the connected
components of the links, written as {"id": ..., "cluster": ...}. Status 77: the package is absent.

norm is what a user of a general tool can do for Chinese before calling it: compatibility forms, readings in brackets taken
out, Simplified characters, letters and digits only.
"""
import argparse
import importlib.metadata
import json
import re
import sys
import unicodedata

ABSENT = 77
BANDS, ROWS = 32, 4
HASHES = BANDS * ROWS
SHINGLE = 5
TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü"
READING = re.compile(rf"(?<=[\u3400-\u9fff])\((?=[a-z]*[{TONED}])[a-z{TONED}]+\)")
NO_LETTER = re.compile(r"[\W_]+")


def normalizer():
    import opencc
    convert = opencc.OpenCC("t2s").convert
    return lambda text: NO_LETTER.sub("", convert(READING.sub("", unicodedata.normalize("NFKC", text).casefold())))


def read_articles(path, form):
    """Ids and texts."""
    change = normalizer() if form == "norm" else str
    identities, texts = [], []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            identities.append(article["id"])
            texts.append(change(article["text"]))
    return identities, texts


def shingles_of(text):
    """The set of its pieces of five characters; the whole of a shorter one."""
    return {text[start:start + SHINGLE] for start in range(max(1, len(text) - SHINGLE + 1))}


def hashes_of(text):
    """A 32-bit hash of each place's five characters, repeats kept, as a numpy array: the quickest way from Python."""
    import numpy
    points = numpy.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=numpy.uint32).astype(numpy.uint64)
    count = max(1, len(points) - SHINGLE + 1)
    mixed = numpy.zeros(count, dtype=numpy.uint64)
    for offset in range(min(SHINGLE, len(points))):
        mixed = (mixed + points[offset:offset + count]) * numpy.uint64(0x9e3779b97f4a7c15)
        mixed ^= mixed >> numpy.uint64(29)
    return (mixed >> numpy.uint64(32)).astype(numpy.uint32)


def components(count, links):
    """The least place of each place's component."""
    parent = list(range(count))

    def root(place):
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    for one, other in links:
        one, other = root(one), root(other)
        parent[max(one, other)] = min(one, other)
    return [root(place) for place in range(count)]


def version_or_exit(package):
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        print(f"the package {package} is not installed", file=sys.stderr)
        sys.exit(ABSENT)


def run(package, find_links):
    parser = argparse.ArgumentParser()
    parser.add_argument("input", nargs="?")
    parser.add_argument("clusters", nargs="?")
    parser.add_argument("--text", choices=["raw", "norm"], default="raw")
    parser.add_argument("--threshold", type=float, default=.5)
    options = parser.parse_args()
    version = version_or_exit(package)
    if options.clusters is None:
        print(version)
        return
    identities, texts = read_articles(options.input, options.text)
    clusters = components(len(texts), find_links(texts, options))
    with open(options.clusters, "w", encoding="utf-8") as out:
        for identity, cluster in zip(identities, clusters):
            out.write(json.dumps({"id": identity, "cluster": cluster}) + "\n")
