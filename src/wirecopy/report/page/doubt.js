// The audit: pairs just above and just below the line, with their reasons, to be decided by a reader.

const DOUBT_SHOWN = 25;

function showDoubt(report, main) {
  setTitle(t('doubt'));
  const line = report.summary.join_probability;
  const count = el('p', { class: 'status', role: 'status' });
  const update = () => replaceContent(count, t('verdictCount', { n: report.verdicts.all().length }), ' ',
    report.verdicts.lasts() ? null : el('strong', {}, t('verdictsNotKept')));
  const near = (joinedAbove) => report.doubt.filter((pair) => (pair.probability >= line) === joinedAbove)
    .sort((p, q) => Math.abs(p.probability - line) - Math.abs(q.probability - line));
  update();
  append(main, [
    el('header', { class: 'view-head' }, el('h1', { tabindex: '-1' }, t('doubtHeading')),
      el('p', { class: 'lead' }, t('doubtLead', { p: formatProbability(line) })), count,
      el('p', { class: 'buttons' }, exportButton(report), clearButton(report, main)), el('p', { class: 'soft' }, t('exportHelp'))),
    doubtList(report, t('doubtAbove'), near(true), update),
    doubtList(report, t('doubtBelow'), near(false), update),
  ]);
}

function exportButton(report) {
  return el('button', { type: 'button', onclick: () => {
    const { text, leftOut } = verdictLabels(report.verdicts.all());
    download('verdicts.tsv', 'text/tab-separated-values', text);
    if (leftOut > 0) announce(t('labelsLeftOut', { n: leftOut }));
  } }, t('exportVerdicts'));
}

function clearButton(report, main) {
  const button = el('button', { type: 'button', class: 'quiet' }, t('clearVerdicts'));
  let sure = false;
  button.addEventListener('click', () => {
    if (!sure) {
      sure = true;
      return replaceContent(button, t('clearSure'));
    }
    for (const [a, b] of report.verdicts.all()) report.verdicts.set(a, b, null);
    main.replaceChildren();
    return showDoubt(report, main);
  });
  return button;
}

function doubtList(report, heading, pairs, update) {
  const list = el('ol', { class: 'doubt-list' });
  const more = el('p', { class: 'buttons' });
  const show = (n) => {
    replaceContent(list, pairs.slice(0, n).map((pair) => doubtCard(report, pair, update)));
    replaceContent(more, n < pairs.length ? el('button', { type: 'button', onclick: () => {
      show(n + DOUBT_SHOWN);
      list.children[n]?.querySelector('a')?.focus();
    } }, t('showMore', { n: Math.min(DOUBT_SHOWN, pairs.length - n) })) : null);
  };
  show(DOUBT_SHOWN);
  return section(`${heading} (${formatCount(pairs.length)})`, pairs.length === 0 ? el('p', { class: 'soft' }, t('doubtNone')) : null, list, more);
}

function doubtFigures(pair) {
  return el('dl', { class: 'coverages' },
    el('div', {}, el('dt', {}, t('probabilityUnit')), el('dd', {}, el('strong', {}, formatProbability(pair.probability)))),
    el('div', {}, el('dt', { class: 'visually-hidden' }, t('relation')), el('dd', {}, relationTag(pair.relation))),
    el('div', {}, el('dt', {}, t('coverageA')), el('dd', {}, share(pair.coverage_a))),
    el('div', {}, el('dt', {}, t('coverageB')), el('dd', {}, share(pair.coverage_b))));
}

// A roundup is listed in the stories it holds; that is not joined, but not apart either.
function standingOf(report, pair) {
  if (pair.joined) return 'pairJoined';
  if (storyOfPair(report.index, pair.id_a, pair.id_b)) return 'pairListed';
  return pair.probability >= report.summary.join_probability && pair.relation !== 'quote' ? 'pairOutweighed' : 'pairNotJoined';
}

function doubtCard(report, pair, update) {
  return el('li', { class: 'card doubt-card' },
    el('div', { class: 'pair-who' }, [pair.a, pair.b].map((article, i) => el('div', { class: 'pair-article' },
      el('span', { class: 'side-name' }, i === 0 ? 'A' : 'B'),
      el('div', {}, el('p', { class: 'node-who' }, el('span', { class: 'node-outlet' }, outletName(article.outlet)), timeElement(article)),
        el('p', { class: 'node-title' }, titleOf(article)))))),
    el('div', {}, doubtFigures(pair), reasonList(pair.reasons)),
    el('div', {}, el('p', { class: 'meta' }, t(standingOf(report, pair))),
      el('p', {}, el('a', { class: 'compare', href: pairAddress(pair.id_a, pair.id_b) }, t('compareTexts'))),
      verdictChoice(report, pair.id_a, pair.id_b, update)));
}
