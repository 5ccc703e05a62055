// The first view: what was read and skipped, what was found, by size, time, outlet and lag, and with which options.

function showOverview(report, main) {
  const stories = report.shared;
  setTitle(null);
  append(main, [
    overviewHead(report, stories),
    el('div', { class: 'cards' },
      sizeSection(stories), timeSection(stories), outletSection(stories), matrixSection(countEdges(stories)),
      lagSection(stories), relationSection(report, stories), readSection(report), parameterSection(report)),
  ]);
}

function fact(label, value, note) {
  return el('div', { class: 'fact' }, el('dt', {}, label), el('dd', {}, value, note ? el('span', { class: 'note' }, note) : null));
}

function overviewHead(report, stories) {
  const decided = report.summary.summary?.decided;
  const members = stories.reduce((sum, story) => sum + story.size, 0);
  const origins = countOrigins(stories);
  return el('header', { class: 'view-head' },
    el('h1', { tabindex: '-1' }, t('overviewHeading', { n: stories.length, stories: stories.length, members })),
    el('p', { class: 'lead' }, t('overviewLead')),
    el('dl', { class: 'facts' },
      decided ? fact(t('factArticles'), formatCount(decided.articles), t('factOutlets', { n: decided.outlets })) : null,
      fact(t('factStories'), formatCount(stories.length), t('factMembers', { n: members })),
      fact(t('factOrigins'), formatCount(origins.known), t('factNoOrigins', { n: origins.unknown })),
      decided ? fact(t('factExact'), formatCount(decided.exact_copies), t('factExactNote')) : null,
      decided ? fact(t('factRoundups'), formatCount(decided.roundups), t('factRoundupsNote')) : null,
      fact(t('factSeries'), formatCount(report.index.series.length), t('factSeriesNote'))));
}

function sizeLabel({ least, most }) {
  return most === Infinity ? `${formatCount(least)}+` : least === most ? formatCount(least) : `${least}–${most}`;
}

function sizeSection(stories) {
  const bins = countBySize(stories);
  const largest = stories.reduce((most, story) => Math.max(most, story.size), 0);
  const sentence = t('sizeSentence', { n: stories.length, two: bins[0].stories, largest });
  return chartFigure(t('sizeHeading'), sentence,
    barChart(sentence, bins.map((bin) => ({ label: t('articlesLabel', { size: sizeLabel(bin) }), value: bin.stories }))),
    t('asTable'), () => table(t('sizeHeading'), [
      { label: t('articles'), cell: (bin) => el('a', { href: `#/stories?${sizeQuery(bin)}` }, sizeLabel(bin)) },
      { label: t('stories'), number: true, cell: (bin) => formatCount(bin.stories) },
    ], bins));
}

function sizeQuery({ least, most }) {
  return new URLSearchParams({ min: least, ...(most === Infinity ? {} : { max: most }) });
}

function timeSection(stories) {
  const { unit, bins, unknown } = countByTime(stories);
  const sentence = t(`timeSentence.${unit}`, { n: unknown, unknown });
  const chart = bins.length > 0 ? columnChart(sentence, bins.map(({ bin, stories: n }) => ({ label: bin, value: n }))) : null;
  return chartFigure(t('timeHeading'), sentence, chart, t('asTable'), () => table(t('timeHeading'), [
    { label: t('firstSeenIn'), cell: ({ bin }) => bin },
    { label: t('stories'), number: true, cell: ({ stories: n }) => formatCount(n) },
  ], bins.filter(({ stories: n }) => n > 0)));
}

const OUTLETS_SHOWN = 15;

function outletSection(stories) {
  const outlets = countOutlets(stories);
  const id = newId('outlets');
  const columns = ['articles', 'origins', 'firstSeen', 'exact', 'reprint', 'edited', 'excerpt'];
  const make = (caption, rows) => table(caption, [
    { label: t('outlet'), cell: (row) => el('a', { href: `#/stories?${new URLSearchParams({ outlet: row.outlet })}` }, outside(row.outlet)) },
    { label: t('composition'), cell: (row) => compositionBar(row, greatest(outlets.map((one) => one.articles))) },
    ...columns.map((key) => ({ label: outletColumn(key), number: true, cell: (row) => zeroDimmed(row[key]) })),
  ], rows);
  return el('section', { class: 'card wide', 'aria-labelledby': id }, el('h2', { id }, t('outletHeading')),
    el('p', { class: 'lead-in' }, t('outletSentence', { n: outlets.length })),
    make(t('outletHeading'), outlets.slice(0, OUTLETS_SHOWN)),
    outlets.length > OUTLETS_SHOWN ? foldedTable(t('outletAll', { n: outlets.length }), () => make(t('outletAll', { n: outlets.length }), outlets)) : null);
}

function outletColumn(key) {
  if (key === 'articles') return t('outletColumn.articles');
  return relationTag(OUTLET_SHARES.find(([name]) => name === key)[1], t(`outletColumn.${key}`));
}

function zeroDimmed(value) {
  return value === 0 ? el('span', { class: 'zero' }, '0') : formatCount(value);
}

const OUTLET_SHARES = [['origins', 'origin'], ['firstSeen', 'unknown'], ['exact', 'exact'], ['reprint', 'reprint'],
  ['edited', 'edited'], ['excerpt', 'excerpt']];

// An outlet's articles by kind, as long as it has articles; the figures stand beside it. Unknown sources are hollow.
function compositionBar(row, most) {
  const svg = svgEl('svg', { class: 'stack', viewBox: '0 0 144 14', 'aria-hidden': 'true', preserveAspectRatio: 'none' });
  let x = 0;
  for (const [key, tone] of OUTLET_SHARES) {
    const width = (row[key] / most) * 144;
    const hollow = key === 'firstSeen';
    if (width > 0) append(svg, [svgEl('rect', { class: `relation-${hollow ? 'origin hatched' : tone}`, x: hollow ? x + 0.75 : x, y: hollow ? 1.75 : 1,
      width: Math.max(0.5, hollow ? width - 1.5 : width), height: hollow ? 10.5 : 12 })]);
    x += width;
  }
  return svg;
}

function lagSection(stories) {
  const lags = countLags(stories);
  const label = (i) => (i === 0 ? t('lagBelow', { span: formatDuration(LAG_BINS_S[0]) }) :
    LAG_BINS_S[i] === Infinity ? t('orMore', { n: formatDuration(LAG_BINS_S[i - 1]) }) :
      t('lagBetween', { first: formatDuration(LAG_BINS_S[i - 1]), last: formatDuration(LAG_BINS_S[i]) }));
  const rows = [{ label: t('lagEarlier'), value: lags.earlier, kind: 'unsure' },
    { label: t('lagOverlap'), value: lags.overlap, kind: 'unsure' },
    ...lags.bins.map((bin, i) => ({ label: label(i), value: bin.copies })),
    { label: t('lagCoarse'), value: lags.coarse, kind: 'unsure' },
    { label: t('lagNoDate'), value: lags.unknown, kind: 'unsure' }];
  const sentence = lags.median === null ? t('lagNone') :
    t('lagSentence', { n: lags.known.length, later: lags.later, median: formatDuration(lags.median) });
  return chartFigure(t('lagHeading'), sentence, barChart(sentence, rows), t('asTable'), () => table(t('lagHeading'), [
    { label: t('lagColumn'), cell: (row) => row.label },
    { label: t('copies'), number: true, cell: (row) => formatCount(row.value) },
  ], rows));
}

function relationSection(report, stories) {
  const counts = report.summary.summary?.decided?.members_by_relation ?? null;
  const id = newId('relations');
  if (!counts) return null;
  const rows = RELATIONS.filter((relation) => counts[relation] > 0);
  return el('section', { class: 'card', 'aria-labelledby': id }, el('h2', { id }, t('relationHeading')),
    el('p', { class: 'lead-in' }, t('relationSentence')),
    table(t('relationHeading'), [
      { label: t('relation'), cell: (relation) => relationTag(relation) },
      { label: t('copies'), number: true, cell: (relation) => formatCount(counts[relation]) },
      { label: t('meaning'), cell: (relation) => t(`relationHelp.${relation}`) },
    ], rows));
}
