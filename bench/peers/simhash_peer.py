"""simhash: 64 bits of each text's pieces and its own index; --threshold is the number of bits that may differ."""
from peer_adapter import run, shingles_of


def find_links(texts, options):
    from simhash import Simhash, SimhashIndex
    sketches = [(str(place), Simhash(list(shingles_of(text)))) for place, text in enumerate(texts)]
    index = SimhashIndex(sketches, k=int(options.threshold))
    for place, sketch in sketches:
        for other in index.get_near_dups(sketch):
            if int(other) < int(place):
                yield int(other), int(place)


if __name__ == "__main__":
    run("simhash", find_links)
