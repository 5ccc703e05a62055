"""Inputs that fell other tools, and may slow this one: each made from articles of the plain generator, at a size of choice.

    made = make_trap("ascii", articles, folder, count)   # a Trap: what to cluster, with which options, of how many articles
"""
import dataclasses
import itertools
import json
import pathlib
import shutil


@dataclasses.dataclass
class Trap:
    path: pathlib.Path
    articles: int
    options: list = dataclasses.field(default_factory=list)


def read_articles(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def write_articles(path, articles, ascii_only=False):
    with open(path, "w", encoding="utf-8") as out:
        for article in articles:
            out.write(json.dumps(article, ensure_ascii=ascii_only) + "\n")
    return path


def escaped(source, folder, count):
    """Every character beyond ASCII as \\uXXXX."""
    articles = itertools.islice(read_articles(source), count)
    return Trap(write_articles(folder / "escaped.jsonl", articles, ascii_only=True), count)


FURNITURE = "\n".join(f"第{number}频道 专题 图片 视频 客户端下载 订阅本报电子版" for number in range(1, 41))
FOOT = "\n".join(f"友情链接 合作单位第{number}家 网站地图 联系我们 举报电话" for number in range(1, 41))


def furniture(source, folder, count):
    """Every page of one outlet, between the same eighty lines."""
    pages = ({**article, "outlet": "one", "text": f"{FURNITURE}\n{article['text']}{FOOT}\n"}
             for article in itertools.islice(read_articles(source), count))
    return Trap(write_articles(folder / "furniture.jsonl", pages), count)


def copies(source, folder, count):
    """One article, again and again, each time of another outlet."""
    first = next(read_articles(source))
    made = ({**first, "id": f"c{number}", "outlet": f"outlet{number % 2000}"} for number in range(count))
    return Trap(write_articles(folder / "copies.jsonl", made), count)


def giant(source, folder, count):
    """One article of `count` megabytes, cap raised, among a hundred of the usual size."""
    wanted, texts = count * 1_000_000, []
    articles = list(itertools.islice(read_articles(source), 500))
    for number in itertools.count():
        text = articles[number % len(articles)]["text"]
        texts.append(f"{number}。{text}")
        wanted -= len(text.encode())
        if wanted <= 0:
            break
    made = [{"id": "giant", "outlet": "one", "text": "".join(texts)}, *articles[:100]]
    return Trap(write_articles(folder / "giant.jsonl", made), len(made), ["--max-text-bytes", f"{count + 8}M"])


def tiny(source, folder, count):
    """Articles of twenty characters."""
    def pieces():
        numbers = itertools.count()
        for article in itertools.cycle(read_articles(source)):
            text = "".join(article["text"].split())
            for start in range(0, len(text) - 20, 20):
                yield {"id": f"t{next(numbers)}", "outlet": article["outlet"], "text": text[start:start + 20]}
    return Trap(write_articles(folder / "tiny.jsonl", itertools.islice(pieces(), count)), count)


def files(source, folder, count):
    """A folder of files of one article, a thousand in each folder."""
    top = folder / "files"
    shutil.rmtree(top, ignore_errors=True)
    for number, article in enumerate(itertools.islice(itertools.cycle(read_articles(source)), count)):
        inner = top / f"{number // 1000:04d}"
        if number % 1000 == 0:
            inner.mkdir(parents=True, exist_ok=True)
        write_articles(inner / f"{number:07d}.jsonl", [{**article, "id": f"f{number}"}])
    return Trap(top, count)


def annotated(source, folder, count):
    """Pages with readings left in every one: `source` is of the generator's script "annotated"."""
    return Trap(write_articles(folder / "annotated.jsonl", itertools.islice(read_articles(source), count)), count)


# Name: (maker, how many articles or, of giant, megabytes; the script of its source).
TRAPS = {"escaped": (escaped, 10_000, "chinese"), "annotated": (annotated, 10_000, "annotated"),
         "furniture": (furniture, 10_000, "chinese"), "copies": (copies, 100_000, "chinese"),
         "giant": (giant, 50, "chinese"), "tiny": (tiny, 1_000_000, "chinese"), "files": (files, 100_000, "chinese")}
SOURCE_ARTICLES = 10_000
