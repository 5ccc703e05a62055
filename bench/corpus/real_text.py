"""What the corpus maker takes from real articles: their sentences, formulas and furniture.

    source = read_source(["crawl.jsonl"])
    source.articles[0].sentences   # [("…。", False), ("…。", True)]: text, ends a paragraph

Copies among the articles named are left out, so that what two made stories share is a formula and not a reprint. The
same files in the same order give the same source. Whole texts are held in memory: about 8 bytes for each byte read.
"""
import collections
import gzip
import json
import re
import subprocess

SENTENCE = re.compile(r"[^。！？!?\n]+?(?:[。！？!?]+[”’」』）)\"']*|(?<=[a-z\"”])\.(?=\s)|\n|$)")
CLAUSE = re.compile(r"[^，。；：！？、,;:!?\n]+")
HAN = re.compile(r"[\u4e00-\u9fff]")
WORD = re.compile(r"[a-z]{4,}")
FURNITURE_ARTICLES = 20    # a short line of that many articles is furniture
FURNITURE_CHARACTERS = 60
FORMULA_ARTICLES = 3       # a clause of that many articles is a formula
SEEN_SHARE = .3            # of sentences seen before: the article is a copy
LONG_SENTENCE = 10
LEAST_SENTENCES = 4

Article = collections.namedtuple("Article", "title sentences chinese")


class Source:
    def __init__(self):
        self.articles = []
        self.chinese = []      # places in articles
        self.latin = []
        self.formulas = frozenset()
        self.furniture = []    # short lines that many articles show, most frequent first
        self.characters = []   # Han characters, most frequent first
        self.words = []        # English words, most frequent first
        self.copies = 0        # articles left out as copies


def open_lines(path):
    if str(path).endswith(".zst"):
        return subprocess.Popen(["zstd", "-dcq", "--", str(path)], stdout=subprocess.PIPE).stdout
    return gzip.open(path) if str(path).endswith(".gz") else open(path, "rb")


def read_texts(paths):
    for path in paths:
        with open_lines(path) as lines:
            for line in lines:
                record = json.loads(line)
                text = record.get("text") or ""
                yield record.get("title") or "", re.sub(r"[ \t\r\u3000\ud800-\udfff]+", " ", text)


def furniture_lines(texts, least):
    seen = collections.Counter()
    for _, text in texts:
        seen.update({line.strip() for line in text.split("\n") if len(line) <= FURNITURE_CHARACTERS})
    return [line for line, count in sorted(seen.items(), key=lambda item: (-item[1], item[0]))
            if count >= least and len(line) > 1]


def cut_sentences(text, furniture):
    sentences = []
    for line in text.split("\n"):
        line = line.strip()
        if not line or line in furniture:
            continue
        cut = [part.strip() for part in SENTENCE.findall(line) if part.strip()]
        sentences += [(part, i + 1 == len(cut)) for i, part in enumerate(cut)]
    return sentences


def is_copy(sentences, seen):
    long = [hash_of(text) for text, _ in sentences if len(text) >= LONG_SENTENCE]
    known = sum(key in seen for key in long)
    if long and known > SEEN_SHARE * len(long):
        return True
    seen.update(long)
    return False


def hash_of(text):
    return hash(text)  # within one process, for equality only


def is_chinese(text):
    return 4 * len(HAN.findall(text[:400])) > len(text[:400])


def count_wording(source):
    clauses, characters, words = collections.Counter(), collections.Counter(), collections.Counter()
    for article in source.articles:
        text = "\n".join(sentence for sentence, _ in article.sentences)
        clauses.update(set(CLAUSE.findall(text)))
        if article.chinese:
            characters.update(text)
        else:
            words.update(WORD.findall(text))
    source.formulas = frozenset(clause for clause, count in clauses.items() if count >= FORMULA_ARTICLES)
    han = {character: count for character, count in characters.items() if HAN.match(character)}
    source.characters = by_frequency(han, 3500)
    source.words = by_frequency(words, 8000)


def by_frequency(counts, most):
    return [item for item, _ in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:most]]


def read_source(paths, furniture_articles=FURNITURE_ARTICLES):
    texts = list(read_texts(paths))
    source, seen = Source(), set()
    source.furniture = furniture_lines(texts, furniture_articles)
    furniture = frozenset(source.furniture)
    for title, text in texts:
        sentences = cut_sentences(text, furniture)
        if len(sentences) < LEAST_SENTENCES:
            continue
        if is_copy(sentences, seen):
            source.copies += 1
            continue
        chinese = is_chinese(text)
        (source.chinese if chinese else source.latin).append(len(source.articles))
        source.articles.append(Article(title.strip(), sentences, chinese))
    count_wording(source)
    return source
