"""rensa: RMinHash of lists of pieces, in batches, its band index, links where its own estimate reaches the threshold.

Its faster path over arrays of hashes tells duplicates without saying of what, so it makes no clusters.
"""
from peer_adapter import BANDS, HASHES, run, shingles_of

BATCH = 1000


def find_links(texts, options):
    from rensa import RMinHash, RMinHashLSH
    sketches = []
    for start in range(0, len(texts), BATCH):
        batch = [list(shingles_of(text)) for text in texts[start:start + BATCH]]
        sketches += RMinHash.from_token_sets(batch, HASHES, 42)
    index = RMinHashLSH(options.threshold, HASHES, BANDS)
    index.insert_many(sketches)
    for place, (sketch, found) in enumerate(zip(sketches, index.query_all(sketches))):
        for other in found:
            if other < place and sketch.jaccard(sketches[other]) >= options.threshold:
                yield other, place


if __name__ == "__main__":
    run("rensa", find_links)
