"""How a made article is written and what stands around it: script, readings, punctuation, the outlet's page.

    pages = PageMaker(support_folder, source.furniture, seed=1)
    outlet = pages.outlet(17)
    text, damage = pages.page(outlet, story, fields, random.Random("7:12:1"))

The layouts are the invented ones of tests/support/sample/outlets.txt; every made outlet has a name, a host and some
furniture lines of the real source of its own. What a cloaking kit does (Traditional, readings behind characters, on
characters or on GBK bytes) follows tests/support/cloaking_kit.h.
"""
import codecs
import collections
import random
import re

Layout = collections.namedtuple("Layout", "name host path lines")
Outlet = collections.namedtuple("Outlet", "name host path lines chinese")
Script = collections.namedtuple("Script", "traditional annotated")

ASCII = str.maketrans("，：；！？（）", ",:;!?()")


def lossy_decode(error):
    """As old web software decodes GBK: a torn pair becomes one question mark."""
    return "?", min(len(error.object), error.start + 2)


codecs.register_error("corpus_torn_pair", lossy_decode)


def read_table(path):
    with open(path, encoding="utf-8") as lines:
        return [line.rstrip("\n").split("\t") for line in lines if line.strip() and not line.startswith("#")]


def read_layouts(path):
    layouts = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("@ "):
                _, name, host, url_path = [part.strip() for part in line[2:].split("|")]
                layouts.append(Layout(name, host, url_path, []))
            elif layouts:
                layouts[-1].lines.append(line)
    return layouts


class PageMaker:
    def __init__(self, support_folder, furniture, seed, traditional_share=.3, annotated_share=.12):
        self.layouts = read_layouts(support_folder / "sample" / "outlets.txt")
        traditional = read_table(support_folder / "tables" / "simplified_to_traditional.tsv")
        self.traditional = str.maketrans({row[0]: row[1] for row in traditional})
        self.readings = [(row[0], row[1], row[2] if len(row) > 2 else "")
                         for row in read_table(support_folder / "tables" / "injected_readings.tsv")]
        self.furniture = furniture
        self.seed = seed
        self.traditional_share = traditional_share
        self.annotated_share = annotated_share
        self.outlets = {}

    def outlet(self, number):
        if number not in self.outlets:
            self.outlets[number] = self.make_outlet(number)
        return self.outlets[number]

    def make_outlet(self, number):
        rng = random.Random(f"{self.seed}:outlet:{number}")
        layout = self.layouts[number % len(self.layouts)]
        chinese = not layout.host.endswith(".example")
        name = layout.name + (f"{number}台" if chinese else f" {number}")
        lines = [line.replace(layout.name, name) for line in layout.lines]
        if chinese and self.furniture:
            own = rng.sample(self.furniture, min(len(self.furniture), rng.randrange(2, 7)))
            own = [line.replace("{", "(").replace("}", ")") for line in own]
            lines = own[:len(own) // 2] + lines + own[len(own) // 2:]
        host = layout.host.replace(".", f"{number}.", 1) if layout.host.count(".") == 1 else re.sub(
            r"(\w+)(\.(?:com|cn|net|example)\b.*)$", rf"\g<1>{number}\2", layout.host)
        return Outlet(name, host, layout.path, lines, chinese)

    def script(self, rng):
        """Annotated pages are Traditional ones."""
        draw = rng.random()
        return Script(draw < self.traditional_share, draw < self.annotated_share)

    def url(self, outlet, fields):
        return f"http://{outlet.host}{outlet.path}".format_map(fields)

    def page(self, outlet, story, fields, rng):
        body, damage = self.body(story, rng)
        lines = []
        for line in outlet.lines:
            if line == "{body}":
                lines.append(body)
            elif "{related}" in line:
                lines += [line.replace("{related}", headline) for headline in fields["headlines"]]
            else:
                lines.append(line.format_map(fields) if "{" in line else line)
        text = "\n".join(lines)
        script = self.script(rng) if story.chinese else Script(False, False)
        return self.surface(text, script, damage, rng)

    @staticmethod
    def body(story, rng):
        draw, joint = rng.random(), " " if not story.chinese else ""
        indent = "　　" if draw < .25 and story.chinese else "\u00a0\u00a0" if draw < .3 else ""
        if draw > .92:
            return (joint or " ").join(text for text, _ in story.sentences), ["flat"]
        parts = [indent]
        for text, ends in story.sentences:
            parts += [text, "\n" + indent if ends else joint]
        return "".join(parts).rstrip(), []

    def surface(self, text, script, damage, rng):
        if script.traditional:
            text = text.translate(self.traditional)
            damage.append("traditional")
        if script.annotated:
            text, kind = self.annotate(text, rng)
            damage += ["pinyin", "ascii"] + ([kind] if kind else [])
            return text.translate(ASCII), damage
        draw = rng.random()
        if draw < .1:
            text = text.translate(ASCII)
            damage.append("ascii")
        elif draw < .14:
            text = text.replace("，", "，，")
            damage.append("double")
        elif draw < .17:
            text = text.replace("“", "&ldquo;").replace("”", "&rdquo;").replace("·", "&middot;")
            damage.append("entities")
        elif draw < .19:
            text = text.replace("的", "的\u200b")
            damage.append("zerowidth")
        return text, damage

    def annotate(self, text, rng):
        group, form = rng.choice("abcde"), rng.random()
        readings = [(character, syllable) for character, syllable, groups in self.readings if group in groups]
        if form < .3:
            return self.annotate_bytes(text, readings), "gbk"
        space = " " if form < .4 else ""
        return text.translate({ord(character): f"{character}({syllable}{space})" for character, syllable in readings}), ""

    @staticmethod
    def annotate_bytes(text, readings):
        """Reading after reading, wherever the two bytes stand; control characters hold a reading's place."""
        page = text.replace("\u00a0", " ").encode("gbk", "replace")
        for number, (character, _) in enumerate(readings):
            key = character.encode("gbk")
            page = page.replace(key, key + b"(\x01%c\x02)" % (number + 0x10))
        text = page.decode("gbk", "corpus_torn_pair")
        return re.sub("\x01(.)\x02", lambda found: readings[ord(found[1]) - 0x10][1], text, flags=re.S)
