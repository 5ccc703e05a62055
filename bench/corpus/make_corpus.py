#!/usr/bin/env python3
"""Makes a news corpus of any size, with its answers, from the sentences of real articles named on the command line.

    bench/corpus/make_corpus.py --articles 100000 --out made.jsonl --gold gold.jsonl REAL.jsonl...

Articles of 4 to 5 KB a record in random order: real sentences cut, mixed and damaged, formulas and furniture kept, 30 %
Traditional, 12 % of all with readings left in them, 30 % copies of an earlier article in stories of Zipf size. Reads
JSONL with `text` and `title`, plain, .gz or .zst (by the zstd command). The same files and options give the same bytes
on any machine, for any number of --jobs. What it makes is for measuring: it holds other people's sentences.
"""
import argparse
import datetime
import hashlib
import json
import multiprocessing
import pathlib
import random
import sys

from page_surface import PageMaker
from real_text import read_source
from story_text import StoryMaker

SUPPORT = pathlib.Path(__file__).resolve().parents[2] / "tests" / "support"
FIRST_DAY = datetime.datetime(2024, 1, 1, 6, 0)
BODY_BYTES = (2800, 3700)
SENTENCE_BYTES = 110   # about, to tell how often each sentence will be drawn
BATCH = 250


def story_sizes(articles, share, rng):
    """How many articles each story of two and more has: Zipf, until `share` of all articles are copies."""
    wanted, most = round(articles * share), max(2, min(1000, articles // 20))
    ranks = range(2, most + 1)
    weights = [1 / size ** 2 for size in ranks]
    sizes = []
    while wanted > 0:
        size = min(rng.choices(ranks, weights)[0], wanted + 1)
        sizes.append(size)
        wanted -= size - 1
    return sizes


class Corpus:
    """The article of any (story, copy), each from seeds of its own."""

    def __init__(self, options, source):
        self.seed = options.seed
        rng = random.Random(f"{self.seed}:plan")
        sizes = story_sizes(options.articles, options.reprint_share, rng)
        sizes += [1] * (options.articles - sum(sizes))
        self.order = [(story, copy) for story, size in enumerate(sizes) for copy in range(size)]
        rng.shuffle(self.order)
        sentences = sum(len(article.sentences) for article in source.articles)
        drawn = len(sizes) * sum(BODY_BYTES) / 2 / SENTENCE_BYTES
        self.stories = StoryMaker(source, min(1., sentences / drawn), self.seed)
        self.pages = PageMaker(SUPPORT, source.furniture, self.seed, options.traditional_share, options.annotated_share)
        self.outlets = max(len(self.pages.layouts), min(2000, options.articles // 50))

    def id_of(self, story, copy):
        return hashlib.blake2b(f"{self.seed}:{story}:{copy}".encode(), digest_size=6).hexdigest()

    def make(self, place):
        story_number, copy = place
        rng = random.Random(f"{self.seed}:{story_number}")
        story = self.stories.original(rng, rng.randrange(*BODY_BYTES))
        minute = rng.randrange(700 * 24 * 60)
        rng = random.Random(f"{self.seed}:{story_number}:{copy}")
        relation, damage = "original" if copy == 0 else "reprint", []
        headlines = [self.headline(rng, story.chinese) for _ in range(3)]
        if copy > 0:
            story, relation, damage = self.stories.copy(story, rng)
            minute += rng.randrange(5, 3 * 24 * 60)
        outlet = self.draw_outlet(rng, story.chinese)
        time = FIRST_DAY + datetime.timedelta(minutes=minute)
        fields = self.fields(story, outlet, time, headlines, rng)
        text, surface = self.pages.page(outlet, story, fields, rng)
        record = {"id": self.id_of(*place), "url": self.pages.url(outlet, fields), "outlet": outlet.name,
                  "title": story.title, "text": text}
        draw = rng.random()
        if draw < .75:
            record["published"] = f"{time:%Y-%m-%d}" if draw < .2 else f"{time:%Y-%m-%dT%H:%M:%S}+08:00"
        gold = {"id": record["id"], "story": f"s{story_number}", "relation": relation, "damage": damage + surface,
                "source_id": self.id_of(story_number, 0) if copy else None}
        return record, gold

    def draw_outlet(self, rng, chinese):
        while True:
            outlet = self.pages.outlet(rng.randrange(self.outlets))
            if outlet.chinese == chinese:
                return outlet

    def headline(self, rng, chinese):
        source = self.stories.source
        article = source.articles[rng.choice(source.chinese if chinese else source.latin)]
        return article.title or article.sentences[0][0][:24]

    def fields(self, story, outlet, time, headlines, rng):
        number = rng.randrange(100000, 9999999)
        names = CHINESE_NAMES if story.chinese else ENGLISH_NAMES
        return {"title": story.title, "time": f"{time:%H:%M}", "date": f"{time:%Y%m%d}", "number": number,
                "cn_time": f"{time.year}年{time:%m}月{time:%d}日 {time:%H:%M}", "dash_time": f"{time:%Y-%m-%d %H:%M}",
                "en_time": f"{time:%B} {time.day}, {time.year} {time:%H:%M}", "neighbour": headlines[0],
                "source": outlet.name, "author": rng.choice(names),
                "editor": rng.choice(names), "headlines": headlines}


CHINESE_NAMES = "柯小满 顾雨 辛以南 白露生 闻秋 陆听澜 齐越 单知行".split()
ENGLISH_NAMES = ("Ada Quill", "Tom Larch", "Ines Mora", "Hugh Penn")
corpus = None  # of a worker process


def make_batch(places):
    made = [corpus.make(place) for place in places]
    return tuple("".join(json.dumps(pair[i], ensure_ascii=False) + "\n" for pair in made) for i in (0, 1))


def write_corpus(options, source):
    global corpus
    corpus = Corpus(options, source)
    batches = [corpus.order[i:i + BATCH] for i in range(0, len(corpus.order), BATCH)]
    with (open(options.out, "w", encoding="utf-8") as articles, open(options.gold, "w", encoding="utf-8") as gold,
          multiprocessing.get_context("fork").Pool(options.jobs) as pool):
        for article_lines, gold_lines in pool.imap(make_batch, batches):
            articles.write(article_lines)
            gold.write(gold_lines)


def read_options(arguments):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("real", nargs="+", metavar="REAL.jsonl")
    parser.add_argument("--articles", type=int, default=100000)
    parser.add_argument("--out", required=True)
    parser.add_argument("--gold", required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--reprint-share", type=float, default=.3)
    parser.add_argument("--traditional-share", type=float, default=.3)
    parser.add_argument("--annotated-share", type=float, default=.12, help="of all articles; Traditional ones")
    parser.add_argument("--furniture-articles", type=int, default=20,
                        help="a short line of that many real articles is furniture")
    return parser.parse_args(arguments)


def main():
    options = read_options(sys.argv[1:])
    source = read_source(options.real, options.furniture_articles)
    if not source.articles:
        sys.exit("make_corpus: no article with enough sentences in the files named")
    print(f"{len(source.articles)} articles of {len(source.latin)} English, {source.copies} copies left out; "
          f"{len(source.formulas)} formulas, {len(source.furniture)} lines of furniture", file=sys.stderr)
    write_corpus(options, source)


if __name__ == "__main__":
    main()
