// Who reprints whom: rows copy, columns are copied from. A table, so it is its own text alternative.

const MATRIX_OUTLETS = 18;

// Outlets with most copies in and out, by the edges that count.
function matrixOutlets(edges, figure) {
  const weight = new Map();
  for (const edge of edges) {
    if (edge[figure] === 0) continue;
    for (const outlet of [edge.copier, edge.source]) weight.set(outlet, (weight.get(outlet) ?? 0) + edge[figure]);
  }
  return [...weight].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MATRIX_OUTLETS).map(([outlet]) => outlet);
}

function matrixTable(edges, figure) {
  const outlets = matrixOutlets(edges, figure);
  const counts = new Map(edges.map((edge) => [JSON.stringify([edge.copier, edge.source]), edge[figure]]));
  const most = Math.max(1, greatest(edges.map((edge) => edge[figure])));
  const cell = (copier, source) => {
    const n = counts.get(JSON.stringify([copier, source])) ?? 0;
    if (n === 0) return el('td', { class: 'number' }, el('span', { 'aria-hidden': 'true', class: 'nothing' }, '·'),
      el('span', { class: 'visually-hidden' }, '0'));
    const query = new URLSearchParams({ outlet: copier, source, ...(figure === 'sure' ? { sure: '1' } : {}) });
    return el('td', { class: 'number filled', vars: { '--weight': Math.sqrt(n / most).toFixed(3) } },
      el('a', { href: `#/stories?${query}`, 'aria-label': t('matrixCell', { n, copier: shownLine(copier), source: shownLine(source) }) },
        formatCount(n)));
  };
  const head = el('tr', {}, el('td', { class: 'corner' }, t('matrixCorner')),
    outlets.map((outlet) => el('th', { scope: 'col' }, el('span', { class: 'slanted' }, outside(outlet)))));
  const rows = outlets.map((copier) => el('tr', {}, el('th', { scope: 'row' }, outside(copier)),
    outlets.map((source) => cell(copier, source))));
  return el('div', { class: 'scroller', tabindex: '0', role: 'region', 'aria-label': t('tableOf', { name: t('matrixHeading') }) },
    el('table', { class: 'matrix' }, el('caption', { class: 'visually-hidden' }, t('matrixCaption')),
      el('thead', {}, head), el('tbody', {}, rows)));
}

function matrixSection(edges) {
  const id = newId('matrix');
  const place = el('div', {});
  const box = el('input', { type: 'checkbox', id: `${id}-all` });
  const show = () => {
    const figure = box.checked ? 'copies' : 'sure';
    const listed = edges.filter((edge) => edge[figure] > 0);
    replaceContent(place, listed.length === 0 ? el('p', { class: 'soft' }, t('matrixEmpty')) : matrixTable(edges, figure),
      foldedTable(t('matrixAllPairs', { n: listed.length }), () => edgeTable(listed, figure)));
  };
  box.addEventListener('change', show);
  show();
  const all = edges.reduce((sum, edge) => sum + edge.copies, 0);
  const sure = edges.reduce((sum, edge) => sum + edge.sure, 0);
  const own = edges.reduce((sum, edge) => sum + (edge.copier === edge.source ? edge.sure : 0), 0);
  return el('section', { class: 'card wide', 'aria-labelledby': id },
    el('h2', { id }, t('matrixHeading')), el('p', { class: 'lead-in' }, t('matrixSentence', { all, sure }), gap(), t('matrixOwn', { own })),
    el('p', {}, el('label', { class: 'check' }, box, ' ', t('matrixGuesses'))), place);
}

function edgeTable(edges, figure) {
  return table(t('matrixCaption'), [
    { label: t('copier'), cell: (edge) => outside(edge.copier) },
    { label: t('copiedFrom'), cell: (edge) => outside(edge.source) },
    { label: t('copies'), number: true, cell: (edge) => formatCount(edge[figure]) },
  ], edges.slice(0, 1000));
}
