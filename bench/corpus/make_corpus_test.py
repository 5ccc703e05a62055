#!/usr/bin/env python3
"""The corpus maker on data/sample: make_corpus_test.py [ROOT]."""
import collections
import json
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import make_corpus
from page_surface import PageMaker
from real_text import read_source

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLE = str(ROOT / "data" / "sample" / "articles.jsonl")
ARTICLES = 1200


def make(folder, *options):
    """The bytes of articles and gold."""
    files = [str(pathlib.Path(folder) / name) for name in ("made.jsonl", "gold.jsonl")]
    parsed = make_corpus.read_options(["--out", files[0], "--gold", files[1], "--furniture-articles", "3", *options, SAMPLE])
    make_corpus.write_corpus(parsed, read_source([SAMPLE], parsed.furniture_articles))
    return tuple(pathlib.Path(name).read_bytes() for name in files)


def shingles(text):
    letters = "".join(character for character in text if character.isalnum())
    return {letters[i:i + 8] for i in range(len(letters) - 7)}


class MakeCorpusTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory() as folder:
            cls.bytes = make(folder, "--articles", str(ARTICLES))
        cls.articles, cls.gold = ([json.loads(line) for line in data.splitlines()] for data in cls.bytes)
        cls.text = {article["id"]: article["text"] for article in cls.articles}

    def share(self, kind):
        return sum(kind in gold["damage"] for gold in self.gold) / ARTICLES

    def test_same_bytes_for_any_number_of_jobs(self):
        with tempfile.TemporaryDirectory() as folder:
            self.assertEqual(self.bytes, make(folder, "--articles", str(ARTICLES), "--jobs", "2"))

    def test_another_seed_makes_another_corpus(self):
        with tempfile.TemporaryDirectory() as folder:
            self.assertNotEqual(self.bytes[0], make(folder, "--articles", str(ARTICLES), "--seed", "2")[0])

    def test_gold_names_every_article_once_in_its_place(self):
        ids = [article["id"] for article in self.articles]
        self.assertEqual(ARTICLES, len(set(ids)))
        self.assertEqual(ids, [gold["id"] for gold in self.gold])

    def test_three_in_ten_are_copies_of_an_original(self):
        originals = {gold["id"]: gold["story"] for gold in self.gold if gold["relation"] == "original"}
        copies = [gold for gold in self.gold if gold["relation"] != "original"]
        self.assertEqual(round(.3 * ARTICLES), len(copies))
        for gold in copies:
            self.assertEqual(gold["story"], originals[gold["source_id"]])

    def test_stories_have_sizes_of_a_long_tail(self):
        sizes = collections.Counter(collections.Counter(gold["story"] for gold in self.gold).values())
        self.assertGreater(sizes[2], sizes[3])
        self.assertGreater(max(sizes), 10)

    def test_records_have_four_to_five_kilobytes(self):
        mean = len(self.bytes[0]) / ARTICLES
        self.assertTrue(4000 < mean < 5000, mean)

    def test_shares_of_scripts_hold_among_chinese_articles(self):
        chinese = sum("/" in article["url"] and ".example" not in article["url"] for article in self.articles) / ARTICLES
        self.assertAlmostEqual(.3 * chinese, self.share("traditional"), delta=.04)
        self.assertAlmostEqual(.12 * chinese, self.share("pinyin"), delta=.03)

    def test_copies_share_their_text_and_strangers_little(self):
        plain = {gold["id"]: gold for gold in self.gold if not {"traditional", "ascii", "double"} & set(gold["damage"])}
        shared = []
        for gold in plain.values():
            if gold["relation"] == "reprint" and gold["source_id"] in plain:
                copy, first = shingles(self.text[gold["id"]]), shingles(self.text[gold["source_id"]])
                shared.append(len(copy & first) / min(len(copy), len(first)))
        self.assertGreater(len(shared), 30)
        self.assertGreater(min(shared), .4)
        originals = [identity for identity, gold in plain.items() if gold["relation"] == "original"][:60]
        strangers = [len(shingles(self.text[a]) & shingles(self.text[b])) / len(shingles(self.text[a]))
                     for a, b in zip(originals, originals[1:])]
        self.assertLess(sum(strangers) / len(strangers), .2)


class ReadingsTest(unittest.TestCase):
    def test_readings_on_bytes_tear_characters_as_the_kit_does(self):
        pages = PageMaker(make_corpus.SUPPORT, [], 1)
        readings = [("報", "bào"), ("請", "qǐng")]
        self.assertEqual("日?qǐng)?bào)", pages.annotate_bytes("日報", readings))
        self.assertEqual("申請(qǐng)", pages.annotate_bytes("申請", readings))


if __name__ == "__main__":
    unittest.main()
