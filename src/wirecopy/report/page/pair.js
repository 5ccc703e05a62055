// Two articles side by side: who they are, what the engine says of them, and their texts.

async function showPair(report, main, a, b) {
  const story = storyOfPair(report.index, a, b);
  const articles = [a, b].map((id) => articleById(report, id) ?? { id, title: null, outlet: null, published_interval: null });
  setTitle(t('pairTitle', { a: shownLine(articles[0].outlet ?? a), b: shownLine(articles[1].outlet ?? b) }));
  const place = el('div', { class: 'pair-place' }, el('p', { class: 'soft', role: 'status' }, t('loadingTexts')));
  append(main, [pairHead(report, story, articles), place]);
  try {
    const [textA, textB] = await Promise.all([a, b].map((id) =>
      report.texts.text(id, story ? [story] : report.index.storiesOf.get(id) ?? [])));
    if (!textA || !textB) {
      const missing = [[a, textA], [b, textB]].filter(([, text]) => !text).map(([id]) => shownLine(id));
      replaceContent(place, el('p', { class: 'callout' }, t('textLeftOut', { ids: missing.join(', ') })));
    } else showComparison(place, textA, textB, edgeOf(textA, textB) ?? doubtPair(report, a, b)?.alignment ?? null);
  } catch (error) {
    replaceContent(place, el('p', { class: 'callout' }, t('textsFailed', { reason: shownLine(error.message) })));
  }
}

// The engine's alignment where one of the two was copied from the other, the first text's places first.
function edgeOf(textA, textB) {
  if (textA.edge?.of === textB.id) return textA.edge;
  return textB.edge?.of === textA.id ? turnedEdge(textB.edge) : null;
}

function turnedEdge({ passages, slots }) {
  const turned = (range, skip) => [...range.slice(0, skip), range[skip + 2], range[skip + 3], range[skip], range[skip + 1]];
  return { passages: passages.map((range) => turned(range, 0)), slots: slots.map((range) => turned(range, 1)) };
}

// The pair as judged, seen from `a`: its line has the smaller id first.
function doubtPair(report, a, b) {
  const as = report.doubt.find((pair) => pair.id_a === a && pair.id_b === b);
  const turned = as ? null : report.doubt.find((pair) => pair.id_a === b && pair.id_b === a);
  if (!turned) return as ?? null;
  return { ...turned, id_a: a, id_b: b, a: turned.b, b: turned.a, coverage_a: turned.coverage_b, coverage_b: turned.coverage_a,
    alignment: turned.alignment && turnedEdge(turned.alignment) };
}

function showComparison(place, textA, textB, edge) {
  const comparison = compareTexts(textA, textB, edge);
  const body = el('div', {});
  const asRead = el('input', { type: 'checkbox' });
  const noFurniture = el('input', { type: 'checkbox' });
  const show = () => {
    replaceContent(body, sideBySide(comparison, asRead.checked));
    body.classList.toggle('no-furniture', noFurniture.checked);
  };
  const go = (step) => goToHunk(body.firstChild, step);
  asRead.addEventListener('change', show);
  noFurniture.addEventListener('change', show);
  show();
  replaceContent(place, comparisonSummary(comparison),
    el('div', { class: 'pair-tools' },
      el('label', { class: 'check' }, asRead, ' ', t('asReadSwitch')), el('label', { class: 'check' }, noFurniture, ' ', t('furnitureSwitch')),
      el('span', { class: 'buttons' }, el('button', { type: 'button', onclick: () => go(-1) }, t('previousDifference')),
        el('button', { type: 'button', onclick: () => go(1) }, t('nextDifference')))),
    legend(), body);
}

function comparisonSummary(comparison) {
  const counts = {};
  for (const hunk of comparison.hunks) counts[hunk.kind] = (counts[hunk.kind] ?? 0) + 1;
  const numbers = comparison.hunks.filter((hunk) => hunk.kind === 'number');
  const kinds = Object.entries(counts).map(([kind, n]) => el('li', {}, t(`hunkCount.${kind}`, { n })));
  const moved = comparison.passages.filter((passage) => passage.moved).length;
  if (moved > 0) kinds.unshift(el('li', {}, t('movedCount', { n: moved })));
  return el('section', { class: 'pair-summary', 'aria-label': t('differences') },
    el('p', {}, comparison.passages.length === 0 ? t('nothingShared') :
      t('comparisonSentence', { n: comparison.passages.length, passages: comparison.passages.length, hunks: comparison.hunks.length }), ' ',
    el('span', { class: 'soft' }, t(comparison.byEngine ? 'alignedByEngine' : 'alignedHere'))),
    kinds.length > 0 ? el('ul', { class: 'composition' }, kinds) : null,
    numbers.length > 0 ? numberTable(numbers, comparison.sides) : null);
}

function numberTable(numbers, sides) {
  const words = (side, begin, end) => {
    const { tokens, text } = side;
    return end > begin ? outside(text.raw.slice(tokens.begin[begin], tokens.end[end - 1])) : '–';
  };
  const around = (side, begin, end) => {
    const { tokens, text } = side;
    const first = Math.max(0, (tokens.begin[begin] ?? text.raw.length) - 12);
    const last = tokens.end[Math.max(begin, end - 1)] ?? text.raw.length;
    return outside(`…${text.raw.slice(first, last + 12)}…`);
  };
  return foldedTable(t('numbersChanged', { n: numbers.length }), () => table(t('numbersChanged', { n: numbers.length }), [
    { label: 'A', cell: (hunk) => el('strong', {}, words(sides[0], hunk.a, hunk.ea)) },
    { label: 'B', cell: (hunk) => el('strong', {}, words(sides[1], hunk.b, hunk.eb)) },
    { label: t('inContext'), cell: (hunk) => around(sides[0], hunk.a, hunk.ea) },
  ], numbers));
}

function legend() {
  const sample = (name, words) => el('li', {}, el('span', { class: name, 'aria-hidden': 'true' }, t('legendSample')), ' ', words);
  return el('details', { class: 'legend' }, el('summary', {}, t('legend')), el('ul', {},
    sample('hunk hunk-words', t('hunk.words')), sample('hunk hunk-number', t('hunk.number')),
    sample('moved hue-1', t('legendMoved')), sample('furniture', t('legendFurniture')),
    sample('damage', t('legendDamage')), sample('variant', t('legendVariant')),
    el('li', { class: 'soft' }, t('legendNotCompared')), el('li', { class: 'soft' }, t('legendKeys'))));
}

function pairHead(report, story, articles) {
  const [a, b] = articles;
  return el('header', { class: 'view-head pair-head' },
    story ? el('p', { class: 'crumb' }, el('a', { href: storyAddress(story) }, t('storyCrumb'), gap(), titleOf(originOf(story)))) : null,
    el('h1', { tabindex: '-1' }, tNodes('pairHeading', { a: outletName(a.outlet), b: outletName(b.outlet) })),
    el('div', { class: 'pair-who' }, articles.map((article, i) => el('div', { class: 'pair-article' },
      el('span', { class: 'side-name' }, i === 0 ? 'A' : 'B'),
      el('div', {}, el('p', { class: 'node-who' }, el('span', { class: 'node-outlet' }, outletName(article.outlet)), timeElement(article)),
        el('p', { class: 'node-title' }, titleOf(article)), article.url ? el('p', { class: 'meta' }, addressLink(article.url)) : null)))),
    engineSays(report, story, a, b),
    story ? memberChoosers(story, a, b) : null,
    verdictChoice(report, a.id, b.id));
}

function engineSays(report, story, a, b) {
  const doubt = doubtPair(report, a.id, b.id);
  const copy = story && [a, b].map((side) => memberById(story, side.id)).find((m) => m?.of === (m?.id === a.id ? b.id : a.id));
  if (!doubt && !copy) return el('p', { class: 'soft' }, t('notJudged'));
  return el('div', { class: 'statement' },
    copy ? [el('p', {}, relationTag(copy.relation), ' ', tNodes('copiedStatement', { copy: copy.id === a.id ? 'A' : 'B', of: copy.id === a.id ? 'B' : 'A' }), gap(),
      copy.relation === 'roundup' ? null : edgeCertainty(copy)), coverages(copy), reasonList(copy.of_reasons)] : null,
    doubt ? [doubtFigures(doubt), reasonList(doubt.reasons)] : null);
}

// Any two members of the story may be compared.
function memberChoosers(story, a, b) {
  const options = (now) => story.members.map((m) => el('option', { value: m.id, selected: m.id === now.id },
    `${shownLine(m.outlet ?? t('unknownOutlet'))} · ${m.published_interval ? formatInterval(m.published_interval) : t('noDate')} · ${shownLine(m.id)}`));
  const left = el('select', {}, options(a));
  const right = el('select', {}, options(b));
  const go = () => { location.hash = pairAddress(left.value, right.value); };
  left.addEventListener('change', go);
  right.addEventListener('change', go);
  return el('details', { class: 'choosers' }, el('summary', {}, t('otherPair')), el('div', { class: 'filters' },
    labelled(t('articleA'), left), labelled(t('articleB'), right),
    el('p', { class: 'filter-end' }, el('a', { href: pairAddress(b.id, a.id) }, t('swap')), copyLinkButton())));
}
