// Two texts compared: passages that stand in both, the differences inside them, and the rows in which they are shown
// side by side. Numbers a and b are places in the tokens; places in the originals are called raw.

const ONLY = 0;      // stands in no passage
const EQUAL = 1;
const DIFFERS = 2;   // in a passage, but not in its counterpart

// `edge`: the engine's {passages, slots} with the places of the first text first, or null: then they are found here.
function compareTexts(textA, textB, edge) {
  const sides = [textA, textB].map((text) => makeSide(text));
  const [tokensA, tokensB] = sides.map((side) => side.tokens);
  const found = edge ? passagesInTokens(edge.passages, tokensA, tokensB) : alignTokens(tokensA, tokensB);
  const passages = withoutOverlaps(found);
  const hunks = [];
  const [x, y] = numbered(tokensA, tokensB);
  const length = Math.min(seedLength(tokensA), seedLength(tokensB));
  passages.forEach((passage, number) => {
    markPassage(sides, passage, number);
    const runs = runsInPassage(x, y, passage, length);
    markHunks(sides, passage, runs, hunks);
  });
  hunks.forEach((hunk, i) => { hunk.kind = slotKind(hunk, sides, edge?.slots) ?? ownKind(hunk, sides); hunk.number = i; });
  const main = risingPassages(passages);
  passages.forEach((passage, number) => { passage.number = number; passage.moved = !main.includes(passage); });
  return { sides, passages, hunks, rows: comparisonRows(sides, main), byEngine: Boolean(edge) };
}

function makeSide(text) {
  const tokens = tokensOf(text);
  const size = tokens.words.length;
  return { text, tokens, marks: new Uint8Array(size), hunkAt: new Int32Array(size).fill(-1),
    passageAt: new Int32Array(size).fill(-1), carets: new Map() };
}

// Larger passages first; of one that overlaps a larger, what is left at either end.
function withoutOverlaps(passages) {
  const kept = [];
  for (const passage of [...passages].sort((p, q) => q.ea - q.a - (p.ea - p.a) || p.a - q.a)) {
    const left = { ...passage };
    for (const other of kept) {
      for (const [begin, end] of [['a', 'ea'], ['b', 'eb']]) {
        if (left[end] <= other[begin] || left[begin] >= other[end]) continue;
        if (left[begin] >= other[begin]) left[begin] = Math.min(left[end], other[end]);
        else left[end] = other[begin];
      }
    }
    if (left.ea - left.a > 1 && left.eb - left.b > 1) kept.push(left);
  }
  return kept.sort((p, q) => p.a - q.a);
}

function markPassage([sideA, sideB], passage, number) {
  for (const [side, begin, end] of [[sideA, passage.a, passage.ea], [sideB, passage.b, passage.eb]]) {
    side.marks.fill(DIFFERS, begin, end);
    side.passageAt.fill(number, begin, end);
  }
}

// What lies between equal runs: a stretch of each side, of which one may be empty.
function markHunks([sideA, sideB], passage, runs, hunks) {
  let atA = passage.a;
  let atB = passage.b;
  for (const [a, b, n] of [...runs, [passage.ea, passage.eb, 0]]) {
    if (a > atA || b > atB) {
      const hunk = { a: atA, ea: a, b: atB, eb: b };
      sideA.hunkAt.fill(hunks.length, atA, a);
      sideB.hunkAt.fill(hunks.length, atB, b);
      if (a === atA) sideA.carets.set(a, [...(sideA.carets.get(a) ?? []), hunks.length]);
      if (b === atB) sideB.carets.set(b, [...(sideB.carets.get(b) ?? []), hunks.length]);
      hunks.push(hunk);
    }
    sideA.marks.fill(EQUAL, a, a + n);
    sideB.marks.fill(EQUAL, b, b + n);
    atA = a + n;
    atB = b + n;
  }
}

// A hunk is what the engine's slot at its place says.
function slotKind(hunk, [sideA, sideB], slots) {
  const meets = (side, begin, end, rawBegin, rawEnd) => end > begin &&
    side.tokens.begin[begin] < rawEnd && side.tokens.end[end - 1] > rawBegin;
  for (const [kind, begin, end, ofBegin, ofEnd] of slots ?? []) {
    if (meets(sideA, hunk.a, hunk.ea, begin, end) || meets(sideB, hunk.b, hunk.eb, ofBegin, ofEnd)) return kind;
  }
  return null;
}

function ownKind(hunk, [sideA, sideB]) {
  if (hunk.a === hunk.ea) return 'put-in';
  if (hunk.b === hunk.eb) return 'left-out';
  const hasNumber = (side, begin, end) => side.tokens.words.slice(begin, end).some(isNumberWord);
  const short = hunk.ea - hunk.a <= 4 && hunk.eb - hunk.b <= 4;
  return short && hasNumber(sideA, hunk.a, hunk.ea) && hasNumber(sideB, hunk.b, hunk.eb) ? 'number' : 'words';
}

// The heaviest passages that come in the same order in both texts; the others were moved.
function risingPassages(passages) {
  const best = passages.map((p) => p.ea - p.a);
  const from = passages.map(() => -1);
  for (let i = 0; i < passages.length; i += 1) {
    for (let j = Math.max(0, i - 300); j < i; j += 1) {
      const weight = best[j] + passages[i].ea - passages[i].a;
      if (passages[j].eb <= passages[i].b && weight > best[i]) {
        best[i] = weight;
        from[i] = j;
      }
    }
  }
  const chain = [];
  for (let at = best.indexOf(Math.max(...best)); at >= 0 && passages.length > 0; at = from[at]) chain.push(passages[at]);
  return chain.reverse();
}

const OPENING = /[\p{Ps}\p{Pi}"'「『《〈【（]/u;
const CLOSING = /[\p{P}\p{S}]/u;

// Where a row may begin: before what opens around the token. Where it may end: behind what closes.
function beginRaw(side, token) {
  let raw = side.tokens.begin[token] ?? side.text.raw.length;
  while (raw > 0 && OPENING.test(side.text.raw[raw - 1])) raw -= 1;
  return raw;
}

function endRaw(side, token) {
  const { raw: text } = side.text;
  let raw = token > 0 ? side.tokens.end[token - 1] : 0;
  while (raw < text.length && CLOSING.test(text[raw]) && !/[\p{Ps}《【（「]/u.test(text[raw])) raw += 1;
  return raw;
}

function comparisonRows(sides, main) {
  const rows = [];
  let at = [0, 0];
  const apart = (to) => {
    const ranges = sides.map((side, i) => [at[i], Math.max(at[i], to[i])]);
    const holds = sides.some((side, i) => /\S/.test(side.text.raw.slice(...ranges[i])));
    if (holds) rows.push({ passage: null, ranges });
    at = ranges.map((range, i) => (holds ? range[1] : at[i]));
  };
  for (const passage of main) {
    apart([beginRaw(sides[0], passage.a), beginRaw(sides[1], passage.b)]);
    const cuts = passageCuts(sides, passage);
    cuts.push([endRaw(sides[0], passage.ea), endRaw(sides[1], passage.eb)]);
    cuts.forEach((cut, i) => {
      rows.push({ passage, isFirst: i === 0, ranges: cut.map((end, side) => [at[side], Math.max(at[side], end)]) });
      at = cut.map((end, side) => Math.max(at[side], end));
    });
  }
  apart(sides.map((side) => side.text.raw.length));
  return rows;
}

const ROW_TOKENS = 60;
const SENTENCE_END = /[。！？!?；\n]|\.\s/;

// Where both sides end a sentence at equal tokens: there a long passage goes on in the next row.
function passageCuts([sideA, sideB], passage) {
  const cuts = [];
  let last = passage.a;
  let b = passage.b;
  for (let a = passage.a; a < passage.ea; a += 1) {
    if (sideA.marks[a] !== EQUAL) continue;
    while (b < passage.eb && sideB.marks[b] !== EQUAL) b += 1;
    if (a - last >= ROW_TOKENS && passage.ea - a > 10 && endsSentence(sideA, a) && endsSentence(sideB, b)) {
      cuts.push([beginRaw(sideA, a), beginRaw(sideB, b)]);
      last = a;
    }
    b += 1;
  }
  return cuts;
}

function endsSentence(side, token) {
  return token > 0 && SENTENCE_END.test(side.text.raw.slice(side.tokens.end[token - 1], side.tokens.begin[token]));
}
