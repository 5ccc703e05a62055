"""gaoya: its own character pieces, sketches and index; a query has to sketch each text a second time."""
from peer_adapter import BANDS, ROWS, SHINGLE, run


def find_links(texts, options):
    from gaoya.minhash import MinHashStringIndex
    index = MinHashStringIndex(32, options.threshold, BANDS, ROWS, None, "char", False, (SHINGLE, SHINGLE))
    for place, text in enumerate(texts):
        index.insert_document(place, text)
    for place, text in enumerate(texts):
        for other in index.query(text):
            if other < place:
                yield other, place


if __name__ == "__main__":
    run("gaoya", find_links)
