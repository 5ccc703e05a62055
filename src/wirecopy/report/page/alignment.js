// Aligns any two texts of tokens: windows of tokens that stand in both are seeds, seeds grow into runs, the longest
// runs win, runs near one another in both make a passage. Cost is near linear in the texts; frequent windows are
// passed over, so that formulas cannot make it quadratic.

const SEED_CHARACTERS = 5;
const SEED_WORDS = 3;
const MAX_OCCURRENCES = 8;
const MAX_RUNS = 20000;
const MIN_RUN_TOKENS = 8;     // a shorter run is kept only inside a passage
const STRETCH_TOKENS = 24;     // looked at beyond either end of a passage
const MAX_GAP_TOKENS = 40;    // between the runs of one passage, on either side

function seedLength(tokens) {
  let single = 0;
  for (const word of tokens.words) single += word.length === 1 ? 1 : 0;
  return single * 2 >= tokens.words.length ? SEED_CHARACTERS : SEED_WORDS;
}

function windowKeys(sequence, length) {
  const count = Math.max(0, sequence.length - length + 1);
  const keys = new Int32Array(count);
  for (let i = 0; i < count; i += 1) {
    let key = 7;
    for (let k = 0; k < length; k += 1) key = Math.imul(key ^ (sequence[i + k] + 1), 0x9e3779b1) ^ (key >>> 15);
    keys[i] = key;
  }
  return keys;
}

// Maximal equal runs [a, b, length] that hold a seed, each once.
function seedRuns(x, y, length) {
  const places = new Map();
  windowKeys(y, length).forEach((key, j) => {
    const held = places.get(key);
    if (!held) places.set(key, [j]);
    else if (held.length <= MAX_OCCURRENCES) held.push(j);
  });
  // Windows that stand once in the other text come first: they say most, and the number of runs is bounded.
  const keys = windowKeys(x, length);
  const runs = new Map();
  for (const [least, most] of [[1, 1], [2, MAX_OCCURRENCES]]) {
    const reached = new Map();   // of each diagonal: how far it was grown
    for (let i = 0; i < keys.length && runs.size < MAX_RUNS; i += 1) {
      const held = places.get(keys[i]);
      if (!held || held.length < least || held.length > most) continue;
      for (const j of held) growRun(x, y, i, j, length, reached, runs);
    }
  }
  return [...runs.values()];
}

function growRun(x, y, i, j, length, reached, runs) {
  const floor = reached.get(i - j) ?? 0;
  if (floor > i) return;
  let a = i;
  let b = j;
  while (a > floor && b > 0 && x[a - 1] === y[b - 1]) { a -= 1; b -= 1; }
  let n = i - a;
  while (a + n < x.length && b + n < y.length && x[a + n] === y[b + n]) n += 1;
  reached.set(i - j, a + n);
  if (n >= length) runs.set(a * y.length + b, [a, b, n]);
}

// Longest first, none overlapping on either side; what is left of a run that meets a longer one is kept.
function tiledRuns(runs, sizeX, sizeY, least) {
  const usedX = new Uint8Array(sizeX);
  const usedY = new Uint8Array(sizeY);
  const kept = [];
  for (const [a, b, n] of runs.sort((p, q) => q[2] - p[2] || p[0] - q[0] || p[1] - q[1])) {
    const free = [];
    for (let k = 0, from = 0; k <= n; k += 1) {
      if (k < n && !usedX[a + k] && !usedY[b + k]) continue;
      if (k - from >= least) free.push([a + from, b + from, k - from]);
      from = k + 1;
    }
    for (const [p, q, length] of free) {
      usedX.fill(1, p, p + length);
      usedY.fill(1, q, q + length);
      kept.push([p, q, length]);
    }
  }
  return kept.sort((p, q) => p[0] - q[0]);
}

// Runs in the same order and near one another become a passage {a, ea, b, eb, tokens}.
function joinedPassages(runs) {
  const passages = [];
  for (const [a, b, n] of runs) {
    const last = passages[passages.length - 1];
    const gapA = last ? a - last.ea : Infinity;
    const gapB = last ? b - last.eb : Infinity;
    if (last && gapB >= 0 && gapA <= MAX_GAP_TOKENS && gapB <= MAX_GAP_TOKENS) {
      Object.assign(last, { ea: a + n, eb: b + n, tokens: last.tokens + n });
    } else passages.push({ a, ea: a + n, b, eb: b + n, tokens: n });
  }
  return passages;
}

// Passages of two token lists, in the order of the first; they may stand in another order in the second.
function alignTokens(tokensX, tokensY) {
  const [x, y] = numbered(tokensX, tokensY);
  const length = Math.min(seedLength(tokensX), seedLength(tokensY));
  const runs = [...equalEnds(x, y, length), ...seedRuns(x, y, length)];
  const passages = joinedPassages(tiledRuns(runs, x.length, y.length, length))
    .filter((passage) => passage.tokens >= MIN_RUN_TOKENS);
  return passages.length > 0 ? stretched(passages, x, y) : shortTexts(x, y);
}

// Passages reach over what is still alike at either end but too short for a seed.
function stretched(passages, x, y) {
  const nearest = (places, from, limit) => places.reduce((near, place) => (place >= from ? Math.min(near, place) : near), limit);
  for (const passage of passages) {
    const { ea, eb } = passage;
    const toA = Math.min(nearest(passages.map((p) => p.a), ea, x.length), ea + STRETCH_TOKENS);
    const toB = Math.min(nearest(passages.map((p) => p.b), eb, y.length), eb + STRETCH_TOKENS);
    const last = alikeEnd(commonRuns(x, ea, toA, y, eb, toB), ea, eb);
    if (last) Object.assign(passage, { ea: last[0] + last[2], eb: last[1] + last[2] });
  }
  for (const passage of passages) {
    const { a, b } = passage;
    const fromA = Math.max(-nearest(passages.map((p) => -p.ea), -a, 0), a - STRETCH_TOKENS);
    const fromB = Math.max(-nearest(passages.map((p) => -p.eb), -b, 0), b - STRETCH_TOKENS);
    const turned = commonRuns(x, fromA, a, y, fromB, b).reverse().map(([p, q, n]) => [a - p - n, b - q - n, n]);
    const last = alikeEnd(turned, 0, 0);
    if (last) Object.assign(passage, { a: a - last[0] - last[2], b: b - last[1] - last[2] });
  }
  return passages;
}

// The last of the runs up to which half of both sides is equal; null where that holds for none.
function alikeEnd(runs, beginA, beginB) {
  let equal = 0;
  let found = null;
  for (const run of runs) {
    equal += run[2];
    if (equal * 2 >= Math.max(run[0] + run[2] - beginA, run[1] + run[2] - beginB)) found = run;
  }
  return found;
}

// Equal beginnings and ends, seen even where every window of the texts is frequent.
function equalEnds(x, y, least) {
  const most = Math.min(x.length, y.length);
  let head = 0;
  while (head < most && x[head] === y[head]) head += 1;
  let tail = 0;
  while (tail < most - head && x[x.length - 1 - tail] === y[y.length - 1 - tail]) tail += 1;
  return [[0, 0, head], [x.length - tail, y.length - tail, tail]].filter((run) => run[2] >= least);
}

// Two texts of a few words: equal from end to end, or not at all.
function shortTexts(x, y) {
  const equal = x.length > 0 && x.length === y.length && x.every((word, i) => word === y[i]);
  return equal ? [{ a: 0, ea: x.length, b: 0, eb: y.length, tokens: x.length }] : [];
}

// The engine's passages, given in places of the originals, as passages of tokens.
function passagesInTokens(ranges, tokensX, tokensY) {
  const at = (starts, place) => lowerBound(starts, place);
  return ranges.map(([begin, end, ofBegin, ofEnd]) => ({
    a: at(tokensX.begin, begin), ea: at(tokensX.begin, end), b: at(tokensY.begin, ofBegin), eb: at(tokensY.begin, ofEnd),
  })).filter((passage) => passage.ea > passage.a && passage.eb > passage.b).sort((p, q) => p.a - q.a);
}

function lowerBound(sorted, value) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

// The equal runs inside a passage: seeds first, the gaps between them by longest common subsequence.
function runsInPassage(x, y, passage, length) {
  const { a, ea, b, eb } = passage;
  if ((ea - a) * (eb - b) <= MAX_CELLS) return commonRuns(x, a, ea, y, b, eb);
  const seeds = tiledRuns(seedRuns(x.subarray(a, ea), y.subarray(b, eb), length), ea - a, eb - b, length);
  const runs = [];
  let atX = a;
  let atY = b;
  for (const [p, q, n] of risingRuns(seeds)) {
    runs.push(...commonRuns(x, atX, a + p, y, atY, b + q), [a + p, b + q, n]);
    atX = a + p + n;
    atY = b + q + n;
  }
  runs.push(...commonRuns(x, atX, ea, y, atY, eb));
  return runs;
}

// Of runs rising on the first side, the heaviest that rise on the second too.
function risingRuns(runs) {
  const best = runs.map((run) => run[2]);
  const from = new Int32Array(runs.length).fill(-1);
  for (let i = 0; i < runs.length; i += 1) {
    for (let j = Math.max(0, i - 200); j < i; j += 1) {
      if (runs[j][1] + runs[j][2] <= runs[i][1] && best[j] + runs[i][2] > best[i]) {
        best[i] = best[j] + runs[i][2];
        from[i] = j;
      }
    }
  }
  let last = best.indexOf(greatest(best));
  const chain = [];
  while (last >= 0 && runs.length > 0) {
    chain.push(runs[last]);
    last = from[last];
  }
  return chain.reverse();
}
