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
  const [x, y] = numbered(tokensA, tokensB);
  const length = Math.min(seedLength(tokensA), seedLength(tokensB));
  for (const passage of bySize(passages)) {
    const number = passages.indexOf(passage);
    passage.runs = freeRuns(sides, runsInPassage(x, y, passage, length));
    markRuns(sides, passage, number);
  }
  const hunks = [];
  passages.forEach((passage, number) => markHunks(sides, passage, number, hunks));
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

function bySize(passages) {
  return [...passages].sort((p, q) => q.ea - q.a - (p.ea - p.a) || p.a - q.a);
}

// Of a passage that reaches into a larger one, what is left; one that lies in a gap of a larger one stays whole: it
// was moved there.
function withoutOverlaps(passages) {
  const kept = [];
  for (const passage of bySize(passages)) {
    const left = { ...passage };
    for (const other of kept) {
      const within = (begin, end) => left[begin] >= other[begin] && left[end] <= other[end];
      if (within('a', 'ea') || within('b', 'eb')) continue;
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

// Of equal runs, what no larger passage holds.
function freeRuns([sideA, sideB], runs) {
  const free = [];
  for (const [a, b, n] of runs) {
    for (let k = 0, from = 0; k <= n; k += 1) {
      if (k < n && sideA.marks[a + k] !== EQUAL && sideB.marks[b + k] !== EQUAL) continue;
      if (k > from) free.push([a + from, b + from, k - from]);
      from = k + 1;
    }
  }
  return free;
}

function markRuns([sideA, sideB], passage, number) {
  for (const [side, begin, end] of [[sideA, passage.a, passage.ea], [sideB, passage.b, passage.eb]]) {
    for (let i = begin; i < end; i += 1) {
      if (side.marks[i] !== ONLY) continue;
      side.marks[i] = DIFFERS;
      side.passageAt[i] = number;
    }
  }
  for (const [a, b, n] of passage.runs) {
    for (const [side, begin] of [[sideA, a], [sideB, b]]) {
      side.marks.fill(EQUAL, begin, begin + n);
      side.passageAt.fill(number, begin, begin + n);
    }
  }
}

// What lies between equal runs of a passage: a stretch of each side, of which one may be empty. Words that were moved
// there or from there are none of it.
function markHunks([sideA, sideB], passage, number, hunks) {
  let at = [passage.a, passage.b];
  for (const [a, b, n] of [...passage.runs, [passage.ea, passage.eb, 0]]) {
    const hunk = { own: [ownTokens(sideA, at[0], a, number), ownTokens(sideB, at[1], b, number)], a: at[0], ea: a, b: at[1], eb: b };
    if (hunk.own[0] + hunk.own[1] > 0) {
      [[sideA, at[0], a], [sideB, at[1], b]].forEach(([side, begin, end], i) => {
        for (let k = begin; k < end; k += 1) if (isOwn(side, k, number)) side.hunkAt[k] = hunks.length;
        if (hunk.own[i] === 0) side.carets.set(end, [...(side.carets.get(end) ?? []), hunks.length]);
      });
      hunks.push(hunk);
    }
    at = [a + n, b + n];
  }
}

function isOwn(side, token, number) {
  return side.marks[token] === DIFFERS && side.passageAt[token] === number;
}

function ownTokens(side, begin, end, number) {
  let count = 0;
  for (let i = begin; i < end; i += 1) count += isOwn(side, i, number) ? 1 : 0;
  return count;
}

// A hunk is what the engine's slot at its place says.
function slotKind(hunk, [sideA, sideB], slots) {
  const meets = (side, begin, end, rawBegin, rawEnd) => end > begin &&
    side.tokens.begin[begin] < rawEnd && side.tokens.end[end - 1] > rawBegin;
  for (const [kind, begin, end, ofBegin, ofEnd] of slots ?? []) {
    if (!meets(sideA, hunk.a, hunk.ea, begin, end) && !meets(sideB, hunk.b, hunk.eb, ofBegin, ofEnd)) continue;
    // A slot may reach over more than its number.
    return kind === 'number' && !hasNumber(sideA, hunk.a, hunk.ea) && !hasNumber(sideB, hunk.b, hunk.eb) ? null : kind;
  }
  return null;
}

function hasNumber(side, begin, end) {
  return side.tokens.words.slice(begin, end).some(isNumberWord);
}

function ownKind(hunk, [sideA, sideB]) {
  if (hunk.own[0] === 0) return 'put-in';
  if (hunk.own[1] === 0) return 'left-out';
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
      if (passages[j].ea <= passages[i].a && passages[j].eb <= passages[i].b && weight > best[i]) {
        best[i] = weight;
        from[i] = j;
      }
    }
  }
  const chain = [];
  for (let at = best.indexOf(greatest(best)); at >= 0 && passages.length > 0; at = from[at]) chain.push(passages[at]);
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
