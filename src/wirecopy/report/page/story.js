// One story: who had it first, when the copies came, who copied whom, and each member.

function showStory(report, main, id) {
  const story = report.index.byId.get(id);
  if (!story) return showMissing(main, t('storyMissing', { id: shownLine(id) }));
  const origin = originOf(story);
  setTitle(shownLine(origin.title ?? origin.id));
  return append(main, [
    el('header', { class: 'view-head' }, el('p', { class: 'crumb' }, el('a', { href: '#/stories' }, t('stories'))),
      el('h1', { tabindex: '-1' }, titleOf(origin)), storyMeta(story), originStatement(story), storyDownloads(story)),
    seriesNote(report, story),
    section(t('stripHeading'), timeStrip(story)),
    section(t('treeHeading'), el('p', { class: 'lead-in' }, t('treeSentence'), zoneNote(story)), storyTree(story)),
    roundupSection(report, story),
    section(t('membersHeading'), foldedTable(t('membersAll', { n: story.members.length }), () => memberTable(story))),
    section(t('evidenceHeading'), belowLineNote(report, story), evidenceList(story)),
  ]);
}

function zoneNote(story) {
  const isUnsure = story.members.some((member) => formatInterval(member.published_interval).startsWith('~'));
  return isUnsure ? [gap(), t('zoneUnsure')] : null;
}

function showMissing(main, words) {
  setTitle(t('notFound'));
  return append(main, [el('h1', { tabindex: '-1' }, t('notFound')), el('p', {}, words),
    el('p', {}, el('a', { href: '#/stories' }, t('stories')))]);
}

function section(heading, ...content) {
  const id = newId('section');
  return el('section', { 'aria-labelledby': id }, el('h2', { id }, heading), content);
}

function storyMeta(story) {
  const parts = [t('articlesCount', { n: story.size }), t('outletsCount', { n: story.outlets })];
  if (story.roundups > 0) parts.push(t('roundupsCount', { n: story.roundups }));
  if (story.first_published) parts.push(`${formatInterval(story.first_published)} – ${formatInterval(story.last_published)}`);
  return el('p', { class: 'meta' }, parts.map((part) => el('span', {}, part)));
}

// With confidence 0 nobody is called the source.
function originStatement(story) {
  const origin = originOf(story);
  const known = story.origin.confidence > 0;
  if (story.size < 2) return el('p', { class: 'statement' }, t('singleStatement'));
  return el('div', { class: known ? 'statement' : 'statement unsure' },
    el('p', {}, known ?
      tNodes('originStatement', { outlet: outletName(origin.outlet), p: el('strong', {}, formatProbability(story.origin.confidence)) }) :
      tNodes('firstSeenStatement', { outlet: outletName(origin.outlet) })),
    reasonList(story.origin.reasons),
    story.outlets === 1 ? el('p', {}, t('oneOutlet')) : null);
}

function seriesNote(report, story) {
  const series = report.index.seriesOf.get(story.story);
  if (!series) return null;
  return el('p', { class: 'callout' }, tNodes('seriesNote', { n: series.size }), ' ',
    el('a', { href: `#/series/${encodeURIComponent(series.series)}` }, t('seriesShow')));
}

// Pages that hold this story beside others: listed, not counted.
function roundupSection(report, story) {
  const roundups = story.members.filter((member) => member.relation === 'roundup');
  if (roundups.length === 0) return null;
  return section(t('roundupHeading'), el('p', { class: 'lead-in' }, t('roundupSentence', { n: roundups.length })),
    el('ul', { class: 'roundups' }, roundups.map((member) => {
      const others = (report.index.storiesOf.get(member.id) ?? []).filter((other) => other !== story);
      return el('li', { class: 'node' },
        el('div', { class: 'node-who' }, el('span', { class: 'node-outlet' }, outletName(member.outlet)), relationTag('roundup'), timeElement(member)),
        el('div', { class: 'node-title' }, titleOf(member)),
        el('div', { class: 'node-how' }, coverages(member), compareLink(member, story)),
        others.length > 0 ? foldedTable(t('roundupOthers', { n: others.length }), () => el('ul', {}, others.map((other) =>
          el('li', {}, el('a', { href: storyAddress(other) }, titleOf(originOf(other))))))) : null);
    })));
}

function memberTable(story) {
  const outletOf = (id) => memberById(story, id)?.outlet;
  return table(t('membersHeading'), [
    { label: t('outlet'), cell: (m) => outletName(m.outlet) },
    { label: t('titleLabel'), cell: (m) => el('span', {}, titleOf(m), ' ', addressLink(m.url)) },
    { label: t('published'), cell: (m) => timeElement(m) },
    { label: t('relation'), cell: (m) => relationTag(roleOf(m, story)) },
    { label: t('copiedFrom'), cell: (m) => (m.of === null ? '–' : outletName(outletOf(m.of))) },
    { label: t('confidence'), number: true, cell: (m) => (m.of === null ? '–' : m.of_confidence === 0 ? t('unknown') : formatProbability(m.of_confidence)) },
    { label: t('coverageShort'), number: true, cell: (m) => formatShare(m.coverage) },
    { label: t('coverageOfShort'), number: true, cell: (m) => formatShare(m.coverage_of) },
    { label: t('probability'), number: true, cell: (m) => formatProbability(m.probability) },
    { label: t('compare'), cell: (m) => (m.of === null ? '–' : compareLink(m, story)) },
  ], story.members);
}

// Pairs below the line are common where long and short versions are one story; said as a fact, not as a doubt.
function belowLineNote(report, story) {
  const line = report.summary.join_probability;
  if (!(story.evidence.least < line)) return null;
  return el('p', { class: 'lead-in' }, t('evidenceBelow', { p: formatProbability(line) }));
}

function evidenceList(story) {
  return el('dl', { class: 'parameters' },
    el('div', {}, el('dt', {}, t('evidenceMedian')), el('dd', {}, formatProbability(story.evidence.median))),
    el('div', {}, el('dt', {}, t('evidenceLeast')), el('dd', {}, formatProbability(story.evidence.least))),
    el('div', {}, el('dt', {}, t('storyName')), el('dd', {}, el('code', {}, story.story))),
    el('div', {}, el('dt', {}, t('background')), el('dd', {}, el('code', {}, story.background))));
}
