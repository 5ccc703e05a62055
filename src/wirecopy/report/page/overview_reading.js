// Of the overview: what was read and skipped, and with which options and versions, so that figures can be repeated.

function readSection(report) {
  const { summary, problems, problems_not_listed: unlisted, texts_kept: kept, texts_left_out: leftOut } = report.summary;
  const id = newId('read');
  const read = summary?.read;
  return el('section', { class: 'card wide', 'aria-labelledby': id }, el('h2', { id }, t('readHeading')),
    read ? el('p', { class: 'lead-in' }, t('readSentence', { n: read.records, records: read.records, files: read.files,
      kept: read.kept, skipped: read.skipped })) : el('p', { class: 'soft' }, t('readUnknown')),
    read ? reasonCounts(read) : null,
    el('p', {}, t('textsKept', { kept, left: leftOut })),
    problems?.length > 0 ? foldedTable(t('problemsAll', { n: problems.length + (unlisted ?? 0) }), () => problemTable(problems, unlisted)) : null);
}

function reasonCounts(read) {
  const rows = ['skipped_by_reason', 'warnings_by_reason', 'file_problems_by_reason'].flatMap((kind) =>
    Object.entries(read[kind] ?? {}).map(([reason, n]) => ({ kind, reason, n })));
  if (rows.length === 0) return el('p', { class: 'soft' }, t('readNoProblems'));
  return table(t('readHeading'), [
    { label: t('reason'), cell: (row) => el('code', {}, row.reason) },
    { label: t('whatHappened'), cell: (row) => t(`readKind.${row.kind}`) },
    { label: t('number'), number: true, cell: (row) => formatCount(row.n) },
  ], rows);
}

function problemTable(problems, unlisted) {
  return el('div', {}, table(t('problems'), [
    { label: t('place'), cell: (problem) => outside(problem.place) },
    { label: t('reason'), cell: (problem) => outside(problem.reason) },
  ], problems), unlisted > 0 ? el('p', { class: 'soft' }, t('problemsUnlisted', { n: unlisted })) : null);
}

function parameterSection(report) {
  const summary = report.summary.summary;
  const id = newId('parameters');
  const list = (values) => el('dl', { class: 'parameters' }, Object.entries(values).map(([name, value]) =>
    el('div', {}, el('dt', {}, outside(name)), el('dd', {}, outside(String(value))))));
  return el('section', { class: 'card wide', 'aria-labelledby': id }, el('h2', { id }, t('parameterHeading')),
    el('p', { class: 'lead-in' }, t('parameterSentence')),
    summary ? [
      el('h3', {}, t('optionsInForce', { command: summary.command })), list(summary.options),
      el('h3', {}, t('versions')), list({ ...summary.versions, background: summary.background }),
      el('h3', {}, t('work')), list({ candidates: summary.decided.candidates, compared: summary.decided.compared,
        tokens: summary.decided.tokens, furniture_tokens: summary.decided.furniture_tokens, too_short: summary.decided.too_short }),
    ] : el('p', { class: 'soft' }, t('parameterUnknown')),
    el('p', {}, t('joinLine', { p: formatProbability(report.summary.join_probability) })));
}
