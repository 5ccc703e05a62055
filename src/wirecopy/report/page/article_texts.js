// The texts of articles: parts opened when asked for, the last few kept.

const PARTS_KEPT = 4;

// `where` is the block of that name.
function makeTexts(where, partCount) {
  const cache = new Map();
  const leftOut = new Set(where.left_out ?? []);

  async function openPart(part) {
    const lines = linesOf(await partText('texts', part));
    const byId = new Map(lines.map((line) => [line.id, line]));
    return { lines, byId };
  }

  function part(number) {
    let opening = cache.get(number);
    if (opening) cache.delete(number);
    else opening = openPart(number);
    cache.set(number, opening);
    if (cache.size > PARTS_KEPT) cache.delete(cache.keys().next().value);
    return opening;
  }

  function partOf(id, stories) {
    const own = where.articles?.[id];
    if (own !== undefined) return own;
    for (const story of stories) if (where.stories?.[story.story] !== undefined) return where.stories[story.story];
    return null;
  }

  // The text of an article, or null where it was left out.
  async function text(id, stories) {
    const number = leftOut.has(id) ? null : partOf(id, stories);
    if (number === null) return null;
    const { byId } = await part(number);
    const line = byId.get(id);
    return line ? decodedText(line, byId) : null;
  }

  return { text, part, partCount, openPart, leftOut };
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

// The whole text as the engine read it, furniture and all.
function readText(text) {
  let out = '';
  let at = 0;
  for (const [begin, end, as] of text.read) {
    out += text.raw.slice(at, begin) + as;
    at = end;
  }
  return out + text.raw.slice(at);
}
