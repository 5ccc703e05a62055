"""datasketch: MinHash of numpy shingle hashes, its band index, links where its own estimate reaches the threshold."""
from peer_adapter import BANDS, HASHES, ROWS, hashes_of, run


def find_links(texts, options):
    from datasketch import MinHash, MinHashLSH
    shingles = (hashes_of(text).tolist() for text in texts)
    sketches = list(MinHash.generator(shingles, num_perm=HASHES, hashfunc=int))
    index = MinHashLSH(num_perm=HASHES, params=(BANDS, ROWS))
    for place, sketch in enumerate(sketches):
        for other in index.query(sketch):
            if sketch.jaccard(sketches[other]) >= options.threshold:
                yield other, place
        index.insert(place, sketch)


if __name__ == "__main__":
    run("datasketch", find_links)
