// Forms filled for different events: shown as series, never as one story.

const SERIES_SHOWN = 200;

function showSeries(report, main, id) {
  const { series } = report.index;
  const one = id ? series.find((s) => s.series === id) : null;
  if (id && !one) return showMissing(main, t('seriesMissing', { id: shownLine(id) }));
  setTitle(t('series'));
  if (one) return append(main, [oneSeries(report, one)]);
  return append(main, [
    el('header', { class: 'view-head' }, el('h1', { tabindex: '-1' }, t('series')), el('p', { class: 'lead' }, t('seriesLead'))),
    series.length === 0 ? el('p', { class: 'soft' }, t('seriesNone')) : el('ol', { class: 'story-list' },
      series.slice(0, SERIES_SHOWN).map((s) => seriesRow(s))),
  ]);
}

function seriesRow(series) {
  const [first] = series.members;
  return el('li', { class: 'story-row' },
    el('div', { class: 'story-size' }, el('strong', {}, formatCount(series.size)), el('span', {}, t('seriesUnit', { n: series.size }))),
    el('div', { class: 'story-what' }, el('a', { class: 'story-title', href: `#/series/${encodeURIComponent(series.series)}` }, titleOf(first)),
      el('p', { class: 'meta' }, el('span', {}, `${formatInterval(series.first_published)} – ${formatInterval(series.last_published)}`))),
    el('div', { class: 'story-how' }, el('p', { class: 'meta' }, t('seriesDiffers', series.differs))));
}

function oneSeries(report, series) {
  return [
    el('header', { class: 'view-head' }, el('p', { class: 'crumb' }, el('a', { href: '#/series' }, t('series'))),
      el('h1', { tabindex: '-1' }, titleOf(series.members[0])),
      el('p', { class: 'lead' }, t('seriesOneLead', { n: series.size, shared: formatShare(series.median_covered) })),
      el('p', { class: 'meta' }, t('seriesDiffers', series.differs))),
    el('ol', { class: 'series-members' }, series.members.map((member) => el('li', { class: 'node' },
      el('div', { class: 'node-who' }, timeElement(member), el('span', { class: 'node-outlet' }, outletName(member.outlet))),
      el('div', { class: 'node-title' }, member.story && report.index.byId.has(member.story) ?
        el('a', { href: `#/story/${encodeURIComponent(member.story)}` }, titleOf(member)) : titleOf(member)),
      member.story ? null : el('p', { class: 'meta' }, t('seriesAlone'))))),
  ];
}
