// The texts of articles: parts opened when asked for, the last few kept.

const PARTS_KEPT = 4;

// `where` is the block of that name: the parts of stories, and of articles in doubt that stand in no story.
function makeTexts(where, partCount) {
  const cache = new Map();
  // Not as keys of an object: an id may be called "constructor".
  const partOfStory = new Map(Object.entries(where.stories ?? {}));
  const partOfArticle = new Map(Object.entries(where.articles ?? {}));

  // An article listed in several stories has a line in each: `of` finds the one of a story.
  async function openPart(part) {
    const lines = linesOf(await partText('texts', part));
    const byId = new Map();
    const byStory = new Map();
    for (const line of lines) {
      if (!byId.has(line.id)) byId.set(line.id, line);
      byStory.set(`${line.story} ${line.id}`, line);
    }
    return { lines, byId, of: (id, story) => byStory.get(`${story} ${id}`) ?? byId.get(id) };
  }

  function part(number) {
    let opening = cache.get(number);
    if (opening) cache.delete(number);
    else opening = openPart(number);
    cache.set(number, opening);
    if (cache.size > PARTS_KEPT) cache.delete(cache.keys().next().value);
    return opening;
  }

  // The text of an article as a member of the first of `stories` that has its texts here; null where none has.
  async function text(id, stories) {
    const story = stories.find((one) => partOfStory.has(one.story))?.story;
    const number = story !== undefined ? partOfStory.get(story) : partOfArticle.get(id);
    if (number === undefined) return null;
    const { byId, of } = await part(number);
    const line = of(id, story);
    return line ? decodedText(line, byId) : null;
  }

  return { text, part, partCount, openPart };
}

function rawText(line, byId) {
  if (line.base === null || line.base === undefined) return typeof line.raw === 'string' ? line.raw : line.raw.join('');
  const base = rawText(byId.get(line.base), byId);
  return line.raw.map((op) => (typeof op === 'string' ? op : base.slice(op[0], op[1]))).join('');
}

// {raw, furniture: [[b, e]], read: [[b, e, text]], edge}; what the line says, unpacked.
function decodedText(line, byId) {
  const furniture = [];
  for (let i = 0; i + 1 < (line.furniture ?? []).length; i += 2) furniture.push([line.furniture[i], line.furniture[i + 1]]);
  const read = [];
  for (let i = 0; i + 2 < (line.read ?? []).length; i += 3) read.push(line.read.slice(i, i + 3));
  return { id: line.id, raw: rawText(line, byId), furniture, read, edge: line.edge ?? null };
}

// The text without its furniture, as it stands or as it was read.
function reportText(text, asRead) {
  let out = '';
  let at = 0;
  let next = 0;
  for (const [begin, end] of [...text.furniture, [text.raw.length, text.raw.length]]) {
    for (; asRead && next < text.read.length && text.read[next][0] < begin; next += 1) {
      const [from, to, as] = text.read[next];
      if (from < at) continue;
      out += text.raw.slice(at, from) + as;
      at = to;
    }
    if (begin > at) out += text.raw.slice(at, begin);
    if (end > begin) out += '\n';
    at = Math.max(at, end);
  }
  return out;
}
