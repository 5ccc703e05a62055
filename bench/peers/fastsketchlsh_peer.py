"""FastSketchLSH: arrays of shingle hashes in batches, its band index, links where the sketches agree to the threshold."""
from peer_adapter import BANDS, HASHES, hashes_of, run

BATCH = 2000


def sketch_all(texts):
    import numpy
    from FastSketchLSH import FastSimilaritySketch
    sketcher = FastSimilaritySketch(size=HASHES, seed=42)
    parts = []
    for start in range(0, len(texts), BATCH):
        hashes = [hashes_of(text) for text in texts[start:start + BATCH]]
        ends = numpy.cumsum([0] + [len(row) for row in hashes]).astype(numpy.uint64)
        parts.append(sketcher.batch_csr(numpy.concatenate(hashes), ends, num_threads=1))
    return numpy.concatenate(parts)


def find_links(texts, options):
    import numpy
    from FastSketchLSH import LSH
    sketches = sketch_all(texts)
    index = LSH(num_perm=HASHES, num_bands=BANDS, num_threads=1)
    index.insert(sketches)
    found, ends = index.query(sketches, format="csr")
    ends = numpy.asarray(ends)
    others = numpy.asarray(found).astype(numpy.int64)
    places = numpy.repeat(numpy.arange(len(texts)), numpy.diff(ends).astype(numpy.int64))
    earlier = others < places
    others, places = others[earlier], places[earlier]
    for start in range(0, len(places), 100_000):
        one, other = places[start:start + 100_000], others[start:start + 100_000]
        near = (sketches[one] == sketches[other]).mean(axis=1) >= options.threshold
        yield from zip(other[near].tolist(), one[near].tolist())


if __name__ == "__main__":
    run("FastSketchLSH", find_links)
