// The form above the list of stories. Each control writes into the query and says that it changed.

const TYPING_PAUSE_MS = 180;

function labelled(label, control) {
  const id = newId('field');
  control.id = id;
  return el('div', { class: 'field' }, el('label', { for: id }, label), control);
}

function chooser(query, name, options, changed) {
  const select = el('select', {}, options.map(([value, label]) =>
    el('option', { value, selected: query[name] === value }, label)));
  select.addEventListener('change', () => { query[name] = select.value; changed(false); });
  return select;
}

function entry(query, name, attributes, changed) {
  const input = el('input', { value: query[name], ...attributes });
  input.addEventListener('change', () => { query[name] = input.value; changed(false); });
  return input;
}

function outletEntry(report, query, changed) {
  const id = newId('outlets');
  const names = [...new Set(report.stories.flatMap((story) => story.members.map((member) => member.outlet)))]
    .filter((name) => name).sort();
  return [entry(query, 'outlet', { type: 'text', list: id, autocomplete: 'off', spellcheck: 'false' }, changed),
    el('datalist', { id }, names.map((name) => el('option', { value: name })))];
}

function searchEntry(query, changed) {
  const input = el('input', { type: 'search', value: query.q, autocomplete: 'off', spellcheck: 'false',
    placeholder: t('searchHint') });
  let pause = null;
  input.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(() => { query.q = input.value; changed(true); }, TYPING_PAUSE_MS);
  });
  return input;
}

// Filters that come by a link from the overview: shown as what they are, and taken off.
function sourceNote(query) {
  if (!query.source) return null;
  const without = { ...query, source: '', sure: '', page: '1' };
  return el('p', { class: 'filter-note' }, tNodes('copiedFromFilter', { outlet: outside(query.source) }), ' ',
    el('a', { href: `#/stories?${queryText(without)}` }, t('takeOff')));
}

function sortField(query, changed) {
  return labelled(t('sortLabel'), chooser(query, 'sort', SORTS.map((sort) => [sort, t(`sort.${sort}`)]), changed));
}

// On a narrow screen folded, unless one of them is in use.
function storyFilters(report, query, changed) {
  const [outlet, outletNames] = outletEntry(report, query, changed);
  const relations = [['', t('any')], ...RELATIONS.slice(0, 5).map((relation) => [relation, t(`relation.${relation}`)])];
  const doubts = [['', t('any')], ...DOUBTS.map((doubt) => [doubt, t(`doubtFilter.${doubt}`)])];
  const size = { type: 'number', min: 1, inputmode: 'numeric' };
  const inUse = ['outlet', 'relation', 'doubt', 'from', 'to', 'min', 'max'].some((name) => query[name] !== NO_QUERY[name]);
  const fields = el('div', { class: 'filters' },
    labelled(t('outlet'), outlet), outletNames,
    labelled(t('relation'), chooser(query, 'relation', relations, changed)),
    labelled(t('doubtLabel'), chooser(query, 'doubt', doubts, changed)),
    labelled(t('dateFrom'), entry(query, 'from', { type: 'date' }, changed)),
    labelled(t('dateTo'), entry(query, 'to', { type: 'date' }, changed)),
    labelled(t('sizeFrom'), entry(query, 'min', size, changed)),
    labelled(t('sizeTo'), entry(query, 'max', size, changed)));
  return el('form', { role: 'search', onsubmit: (event) => event.preventDefault() },
    el('div', { class: 'search-field' }, labelled(t('search'), searchEntry(query, changed))),
    el('details', { class: 'more-filters', open: inUse || window.innerWidth > NARROW }, el('summary', {}, t('filters')), fields,
      el('p', {}, el('a', { href: '#/stories' }, t('clearFilters')))), sourceNote(query));
}
