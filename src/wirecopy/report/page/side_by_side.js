// Two compared texts as rows of two cells. What differs is marked and linked with its counterpart; what was moved
// names its passage; furniture is grey; damage is shown as it stands or as it was read.

const PASSAGE_HUES = 6;

// Pieces of a side's raw range: {begin, end, kind, hunk, passage} and carets {caret: hunk}, in order.
function piecesOf(side, [from, to]) {
  const { tokens, marks, hunkAt, passageAt, carets } = side;
  const pieces = [];
  let at = from;
  const plainTo = (end) => { if (end > at) pieces.push({ begin: at, end, kind: 'plain' }); at = Math.max(at, end); };
  for (let i = lowerBound(tokens.begin, from); i < tokens.begin.length && tokens.begin[i] < to; i += 1) {
    for (const hunk of carets.get(i) ?? []) { plainTo(tokens.begin[i]); pieces.push({ caret: hunk }); }
    const last = pieces[pieces.length - 1];
    const same = last && !('caret' in last) && last.kind !== 'plain' && last.kind === marks[i] && last.hunk === hunkAt[i] &&
      last.passage === passageAt[i];
    if (same) last.end = at = Math.max(at, tokens.end[i]);
    else if (marks[i] === ONLY && last && last.kind === 'plain') last.end = at = Math.max(at, tokens.end[i]);
    else {
      plainTo(tokens.begin[i]);
      pieces.push({ begin: at, end: Math.max(at, tokens.end[i]), kind: marks[i], hunk: hunkAt[i], passage: passageAt[i] });
      at = Math.max(at, tokens.end[i]);
    }
  }
  const past = lowerBound(tokens.begin, to);
  if (past === tokens.begin.length) for (const hunk of carets.get(past) ?? []) pieces.push({ caret: hunk });
  plainTo(to);
  return pieces;
}

// A raw range as nodes: furniture and damage inside it marked.
function rawNodes(side, begin, end, asRead) {
  const nodes = [];
  let at = begin;
  for (const [from, to] of [...side.text.furniture, [end, end]]) {
    if (to <= at && from < end) continue;
    const start = Math.min(Math.max(from, at), end);
    if (start > at) nodes.push(...damageNodes(side, at, start, asRead));
    const stop = Math.min(to, end);
    if (stop > start) nodes.push(el('span', { class: 'furniture' }, damageNodes(side, start, stop, asRead)));
    at = Math.max(at, stop, start);
    if (from >= end) break;
  }
  return nodes;
}

function damageNodes(side, begin, end, asRead) {
  const { raw, read } = side.text;
  const nodes = [];
  let at = begin;
  for (let i = lowerBound(side.readBegins ??= read.map((range) => range[0]), begin - 400); i < read.length; i += 1) {
    const [from, to, as] = read[i];
    if (to <= at) continue;
    if (from >= end) break;
    const one = as.length === to - from;   // character by character: may be cut
    const start = Math.max(from, at);
    const stop = Math.min(to, end);
    if (start > at) nodes.push(shownText(raw.slice(at, start)));
    const stands = raw.slice(start, stop);
    const readAs = one ? as.slice(start - from, stop - from) : (start === from ? as : '');
    if (stands || readAs) nodes.push(damageMark(stands, readAs, one, asRead));
    at = stop;
  }
  if (end > at) nodes.push(shownText(raw.slice(at, end)));
  return nodes;
}

function damageMark(stands, readAs, one, asRead) {
  const title = asRead ? t('standsAs', { text: shownLine(stands) }) : readAs ? t('readAs', { text: shownLine(readAs) }) : t('readAsNothing');
  return el('span', { class: one ? 'variant' : 'damage', title }, shownText(asRead ? readAs : stands));
}

// Where the other side has words that this one has not.
function caretMark(hunk, kind) {
  return el('span', { class: `caret hunk-${kind}`, 'data-hunk': hunk, tabindex: '-1', role: 'note', 'aria-label': t('nothingHere') });
}

function pieceNode(piece, side, comparison, asRead) {
  if ('caret' in piece) return caretMark(piece.caret, comparison.hunks[piece.caret].kind);
  const nodes = rawNodes(side, piece.begin, piece.end, asRead);
  if (piece.kind === DIFFERS && piece.hunk >= 0) {
    const { kind } = comparison.hunks[piece.hunk];
    return el('mark', { class: `hunk hunk-${kind}`, 'data-hunk': piece.hunk, tabindex: '-1', title: t(`hunk.${kind}`) }, nodes);
  }
  const passage = comparison.passages[piece.passage];
  if (piece.kind !== 'plain' && passage?.moved) {
    return el('span', { class: `moved hue-${passage.number % PASSAGE_HUES}`, 'data-passage': passage.number, title: t('movedPassage', { n: passage.number + 1 }) },
      nodes);
  }
  return nodes;
}

function withoutOuterSpaces(raw, [from, to]) {
  const text = raw.slice(from, to);
  return [from + text.length - text.trimStart().length, to - (text.length - text.trimEnd().length)];
}

function textCell(comparison, row, i, asRead) {
  const side = comparison.sides[i];
  const nodes = piecesOf(side, withoutOuterSpaces(side.text.raw, row.ranges[i])).map((piece) => pieceNode(piece, side, comparison, asRead));
  const empty = !/\S/.test(side.text.raw.slice(...row.ranges[i]));
  return el('div', { class: empty ? 'cell cell-empty' : 'cell', 'data-side': i === 0 ? 'A' : 'B' },
    el('span', { class: 'side-name', 'aria-hidden': 'true' }, i === 0 ? 'A' : 'B'),
    el('span', { class: 'visually-hidden' }, empty ? t('sideEmpty', { side: i === 0 ? 'A' : 'B' }) : t('sideText', { side: i === 0 ? 'A' : 'B' })),
    empty ? null : el('div', { class: 'text', dir: 'auto', lang: side.language ??= languageOfText(side.text.raw) }, nodes));
}

function comparisonRow(comparison, row, asRead) {
  const name = row.passage ? `hue-${row.passage.number % PASSAGE_HUES}` : 'apart';
  return el('div', { class: `pair-row ${name}${row.isFirst ? ' first' : ''}`, 'data-passage': row.passage?.number ?? null },
    el('span', { class: 'row-number' }, row.isFirst ? el('span', {}, t('passageNumber', { n: row.passage.number + 1 })) : null),
    textCell(comparison, row, 0, asRead), textCell(comparison, row, 1, asRead));
}

// The region; arrow keys are the browser's, N and P go from difference to difference while it has the focus.
function sideBySide(comparison, asRead) {
  const region = el('div', { class: 'side-by-side', tabindex: '0', role: 'region', 'aria-label': t('sideBySideLabel') },
    comparison.rows.map((row) => comparisonRow(comparison, row, asRead)));
  const light = (hunk, on) => {
    for (const mark of region.querySelectorAll(`[data-hunk="${hunk}"]`)) mark.classList.toggle('lit', on);
  };
  const lightPassage = (passage, on) => {
    for (const mark of region.querySelectorAll(`[data-passage="${passage}"]`)) mark.classList.toggle('lit', on);
  };
  const follow = (on) => (event) => {
    const hunk = event.target.closest('[data-hunk]');
    if (hunk) light(hunk.dataset.hunk, on);
    const moved = event.target.closest('[data-passage]');
    if (moved) lightPassage(moved.dataset.passage, on);
  };
  for (const [name, on] of [['mouseover', true], ['mouseout', false], ['focusin', true], ['focusout', false]]) {
    region.addEventListener(name, follow(on));
  }
  region.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'n' || event.key === 'N') goToHunk(region, 1);
    else if (event.key === 'p' || event.key === 'P') goToHunk(region, -1);
  });
  return region;
}

// Moves the focus to the next difference, or the one before: in A where A has words, else in B.
function goToHunk(region, step) {
  const marks = [...new Map([...region.querySelectorAll('mark[data-hunk]')].map((mark) => [mark.dataset.hunk, mark])).values()]
    .sort((p, q) => (p.compareDocumentPosition(q) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  if (marks.length === 0) return null;
  const now = marks.findIndex((mark) => mark.dataset.hunk === region.dataset.hunk);
  const next = marks[(now < 0 ? (step > 0 ? 0 : marks.length - 1) : now + step + marks.length) % marks.length];
  region.dataset.hunk = next.dataset.hunk;
  next.focus();
  return next;
}
