"""The text of a made story and of its copies.

    maker = StoryMaker(source, fresh_share=.3)
    story = maker.original(random.Random("7:12"), 3500)
    copied, relation, damage = maker.copy(story, random.Random("7:12:1"))

A story opens as one real article does and goes on with runs of sentences of others. Drawn often enough, a sentence
would stand in hundreds of stories; so all but a share of them get new wording: in clauses that are no formula a third
of the characters (words, in English) give way to others of like frequency, the same ones for one sentence throughout.
"""
import collections
import random

from real_text import CLAUSE, WORD

Story = collections.namedtuple("Story", "title sentences chinese")
TABLES = 64
REPLACED = .3       # of the characters of a clause in new wording
NEIGHBOURS = 120    # ranks apart that a character and its replacement may be

# kind, weight, relation
COPIES = (("whole", 30, "reprint"), ("headline", 10, "reprint"), ("noise", 10, "reprint"), ("cut", 18, "edited"),
          ("drop", 12, "edited"), ("insert", 8, "edited"), ("reorder", 5, "edited"), ("excerpt", 7, "excerpt"))
SECOND_DAMAGE = .25


def wording_table(items, rng):
    """Some of the items, each with another of like frequency."""
    table = {}
    for rank, item in enumerate(items):
        if rng.random() < REPLACED:
            low = max(0, rank - NEIGHBOURS)
            table[item] = items[rng.randrange(low, min(len(items), low + 2 * NEIGHBOURS))]
    return table


class StoryMaker:
    def __init__(self, source, fresh_share, seed=1):
        self.source = source
        self.fresh_share = fresh_share  # of the sentences drawn that keep their wording
        rng = random.Random(f"{seed}:wording")
        self.tables = [str.maketrans(wording_table(source.characters, rng)) for _ in range(TABLES)]
        self.word_tables = [wording_table(source.words, rng) for _ in range(TABLES)]

    def reword(self, text, chinese, number):
        formulas = self.source.formulas
        if chinese:
            table = self.tables[number]
            return CLAUSE.sub(lambda found: found[0] if found[0] in formulas else found[0].translate(table), text)
        words = self.word_tables[number]
        return WORD.sub(lambda found: words.get(found[0], found[0]), text)

    def draw(self, rng, chinese, first, count):
        """A run of `count` sentences of one article, from its first one or anywhere."""
        pool = self.source.chinese if chinese else self.source.latin
        article = self.source.articles[rng.choice(pool)]
        start = 0 if first else rng.randrange(len(article.sentences))
        return article, [self.reworded(rng, sentence, chinese) for sentence in article.sentences[start:start + count]]

    def reworded(self, rng, sentence, chinese):
        if rng.random() < self.fresh_share:
            return sentence
        return self.reword(sentence[0], chinese, rng.randrange(TABLES)), sentence[1]

    def original(self, rng, size_bytes):
        chinese = self.source.articles[rng.randrange(len(self.source.articles))].chinese
        article, sentences = self.draw(rng, chinese, True, rng.randrange(3, 9))
        title = article.title or sentences[0][0][:30]
        if rng.random() >= self.fresh_share:
            title = self.reword(title, chinese, rng.randrange(TABLES))
        size = sum(len(text) for text, _ in sentences)
        most = size_bytes // 3 if chinese else size_bytes
        while size < most:
            run = self.draw(rng, chinese, False, rng.randrange(2, 7))[1]
            sentences += run[:-1] + [(run[-1][0], run[-1][1] or rng.random() < .4)]
            size += sum(len(text) for text, _ in run)
        return Story(title, sentences, chinese)

    def copy(self, story, rng):
        """The story as another outlet carries it, its relation to the first one and what was done."""
        kind, relation = self.pick(rng)
        damage = [] if kind == "whole" else [kind]
        story = self.damaged(story, kind, rng)
        if damage and kind != "excerpt" and rng.random() < SECOND_DAMAGE:
            second, second_relation = self.pick(rng)
            if second not in damage and second not in ("whole", "excerpt"):
                story = self.damaged(story, second, rng)
                damage.append(second)
                relation = "edited" if "edited" in (relation, second_relation) else relation
        return story, relation, damage

    @staticmethod
    def pick(rng):
        kind, _, relation = rng.choices(COPIES, [weight for _, weight, _ in COPIES])[0]
        return kind, relation

    def damaged(self, story, kind, rng):
        sentences = list(story.sentences)
        count = len(sentences)
        if kind == "headline":
            return story._replace(title=story.title[:max(4, len(story.title) * 2 // 3)] + rng.choice("！？：") + "最新")
        if kind == "noise":
            sentences = [(self.noisy(text, story.chinese, rng, .02), ends) for text, ends in sentences]
        elif kind == "cut":
            sentences = sentences[:max(2, int(count * rng.uniform(.4, .9)))]
        elif kind == "drop":
            sentences = [item for item in sentences if rng.random() > .2] or sentences
        elif kind == "insert":
            for _ in range(rng.randrange(1, 4)):
                place = rng.randrange(len(sentences))
                sentences[place:place] = self.draw(rng, story.chinese, False, rng.randrange(1, 4))[1]
        elif kind == "reorder":
            place = rng.randrange(1, max(2, count))
            sentences = sentences[place:] + sentences[:place]
        elif kind == "excerpt":
            start = rng.randrange(max(1, count - count // 4))
            sentences = sentences[start:start + max(3, int(count * rng.uniform(.15, .3)))]
        return story._replace(sentences=sentences)

    def noisy(self, text, chinese, rng, share):
        letters = list(text)
        alphabet = self.source.characters[:2000] if chinese else "abcdefghijklmnoprstuvw"
        for place in range(len(letters)):
            if rng.random() < share and letters[place].isalpha():
                letters[place] = rng.choice(alphabet)
        return "".join(letters)
