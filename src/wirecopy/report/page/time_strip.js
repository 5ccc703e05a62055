// When the copies came: a row a relation, a mark a copy, a line where a date is only known as an interval.

const STRIP_ROW = 30;
const LINEAR_UP_TO_S = 3 * DAY_S;
const STRIP_TICKS_S = [0, HOUR_S, 3 * HOUR_S, 6 * HOUR_S, 12 * HOUR_S, DAY_S, 2 * DAY_S, 3 * DAY_S, 7 * DAY_S, 30 * DAY_S,
  90 * DAY_S, 365 * DAY_S, 3650 * DAY_S];

function stripScale(span, from, to) {
  const room = to - from;
  if (span <= LINEAR_UP_TO_S) return (s) => from + (span === 0 ? 0 : (s / span) * room);
  const log = (s) => Math.log1p(Math.max(0, s) / HOUR_S);
  return (s) => from + (log(s) / log(span)) * room;
}

function stripRowOf(member, story) {
  return roleOf(member, story);
}

function timeStrip(story) {
  const dated = story.members.filter((member) => member.published_interval)
    .map((member) => ({ member, begin: seconds(member.published_interval[0]), end: seconds(member.published_interval[1]) }));
  if (dated.length === 0) return el('p', { class: 'soft' }, t('stripNoDates'));
  const first = dated.reduce((least, d) => Math.min(least, d.begin), Infinity);
  const span = dated.reduce((most, d) => Math.max(most, d.end), -Infinity) - first;
  const rows = ['origin', 'unknown', ...RELATIONS].filter((name) => dated.some((d) => stripRowOf(d.member, story) === name));
  const sentence = t(span > LINEAR_UP_TO_S ? 'stripSentenceLog' : 'stripSentence', { n: dated.length, dated: dated.length,
    all: story.members.length, first: isoText(first, 16), last: isoText(first + span, 16) });
  return el('figure', { class: 'strip' }, stripPlot(story, dated, { first, span, rows, sentence }),
    el('figcaption', {}, sentence));
}

function stripPlot(story, dated, { first, span, rows, sentence }) {
  const width = Math.min(window.innerWidth, 1180) < NARROW ? 340 : 900;
  const left = Math.max(width < NARROW ? 62 : 110, 10 + Math.max(...rows.map((name) => textWidth(t(`relation.${name}`)))));
  const height = rows.length * STRIP_ROW + 30;
  const x = stripScale(span, left + 10, width - 14);
  const svg = chartFrame(sentence, width, height);
  stripAxis(svg, { span, x, width, height });
  rows.forEach((name, i) => {
    const y = i * STRIP_ROW + STRIP_ROW / 2;
    append(svg, [svgEl('text', { x: left - 6, y: y + 4, 'text-anchor': 'end', class: 'chart-label' }, t(`relation.${name}`)),
      svgEl('line', { x1: left, x2: width, y1: y, y2: y, class: 'chart-grid' })]);
    dated.filter((d) => stripRowOf(d.member, story) === name).forEach((d, k) => {
      append(svg, [stripMark(d, x, first, y + (k % 3 - 1) * 5, name)]);
    });
  });
  return svg;
}

function stripMark({ member, begin, end }, x, first, y, name) {
  const from = x(begin - first);
  const to = x(end - first);
  const middle = x((begin + end) / 2 - first);
  return svgEl('g', { class: `strip-mark relation-${name}` },
    svgEl('title', {}, `${shownLine(member.outlet ?? t('unknownOutlet'))} · ${formatInterval(member.published_interval)}`),
    to - from > 3 ? svgEl('line', { x1: from, x2: to, y1: y, y2: y, class: 'strip-doubt' }) : null,
    svgEl('g', { transform: `translate(${middle.toFixed(1)} ${y})` }, relationMark(name)));
}

function stripTickRoom(tick) {
  return 16 + textWidth(formatDuration(tick));
}

function stripAxis(svg, { span, x, width, height }) {
  let last = -Infinity;
  for (const tick of STRIP_TICKS_S) {
    if (tick > span || x(tick) - last < stripTickRoom(tick) || x(tick) > width - 20) continue;
    last = x(tick);
    append(svg, [svgEl('line', { x1: last, x2: last, y1: 0, y2: height - 22, class: 'chart-grid' }),
      svgEl('text', { x: last, y: height - 6, 'text-anchor': 'middle', class: 'chart-label' },
        tick === 0 ? t('stripStart') : `+${formatDuration(tick)}`)]);
  }
}
