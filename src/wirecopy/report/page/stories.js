// The list of stories: searched, filtered, sorted, a page of them at a time.

const STORIES_A_PAGE = 50;

function showStories(report, main, parameters) {
  const state = { query: queryFrom(parameters), found: new Map() };
  setTitle(t('stories'));
  const status = el('p', { class: 'status', role: 'status' });
  const progress = el('p', { class: 'progress soft', 'aria-live': 'off' });
  const list = el('ol', { class: 'story-list' });
  const pages = el('nav', { class: 'pages', 'aria-label': t('pagesLabel') });
  const render = () => renderStories(report, state, { status, list, pages, render });
  const changed = (isText) => {
    state.query.page = '1';
    remember(state.query);
    if (isText) lookInTexts(report, state, progress, render);
    render();
  };
  append(main, [
    el('header', { class: 'view-head' }, el('h1', { tabindex: '-1' }, t('stories'))),
    storyFilters(report, state.query, changed), el('div', { class: 'list-head' }, status, sortField(state.query, changed)),
    progress, list, pages,
  ]);
  lookInTexts(report, state, progress, render);
  render();
}

// The address follows the form without adding to the history.
function remember(query) {
  const text = queryText(query);
  history.replaceState(null, '', text ? `#/stories?${text}` : '#/stories');
}

function lookInTexts(report, state, progress, render) {
  state.found = new Map();
  replaceContent(progress);
  if (searchTerms(state.query.q).length === 0) return stopTextSearch();
  let shown = 0;
  let last = 0;
  return searchTexts(report, state.query.q, state.found, (done, all) => {
    replaceContent(progress, t('textProgress', { done, all }),
      el('progress', { value: done, max: all, 'aria-label': t('textProgress', { done, all }) }));
    const now = performance.now();
    if (done === all || (state.found.size !== shown && now - last > 250)) {
      shown = state.found.size;
      last = now;
      render();
    }
    if (done === all) replaceContent(progress, t('textDone'));
  }).catch((error) => replaceContent(progress, t('textsFailed', { reason: shownLine(error.message) })));
}

function renderStories(report, state, { status, list, pages, render }) {
  const stories = storiesAskedFor(report, state.query, state.found);
  const count = Math.max(1, Math.ceil(stories.length / STORIES_A_PAGE));
  const page = Math.min(Math.max(1, Number(state.query.page) || 1), count);
  const first = (page - 1) * STORIES_A_PAGE;
  const shown = stories.slice(first, first + STORIES_A_PAGE);
  replaceContent(status, t('storiesFound', { n: stories.length, all: Number(state.query.min) >= 2 ? report.shared.length : report.stories.length }));
  list.start = first + 1;
  replaceContent(list, shown.map((story) => storyRow(report, story, state)));
  replaceContent(pages, pageButtons(page, count, (to) => {
    state.query.page = String(to);
    remember(state.query);
    render();
    status.scrollIntoView({ block: 'start' });
    pages.querySelector('[aria-current]')?.focus({ preventScroll: true });
  }));
}

function pageButtons(page, count, go) {
  if (count === 1) return null;
  const numbers = [...new Set([1, page - 2, page - 1, page, page + 1, page + 2, count])].filter((n) => n >= 1 && n <= count);
  const button = (to, label, name) => el('button', { type: 'button', 'aria-label': name ?? t('pageNumber', { n: to }),
    'aria-current': to === page && !name ? 'page' : null, disabled: to < 1 || to > count, onclick: () => go(to) }, label);
  return [button(page - 1, '‹', t('previousPage')),
    numbers.map((n, i) => [i > 0 && n - numbers[i - 1] > 1 ? el('span', { class: 'soft' }, '…') : null, button(n, formatCount(n))]),
    button(page + 1, '›', t('nextPage'))];
}

function storyRow(report, story, state) {
  const origin = originOf(story);
  const hit = state.found.get(story.story);
  const kind = story.size < 2 ? 'aloneShort' : story.origin.confidence > 0 ? 'originShort' : 'firstSeenShort';
  return el('li', { class: 'story-row' },
    el('div', { class: 'story-size' }, el('strong', {}, formatCount(story.size)), el('span', {}, t('articlesUnit', { n: story.size }))),
    el('div', { class: 'story-what' },
      el('a', { class: 'story-title', href: storyAddress(story) }, titleOf(origin)),
      el('p', { class: 'meta' }, el('span', {}, t(kind), gap(), outletName(origin.outlet)),
        el('span', {}, formatInterval(story.first_published)), el('span', {}, t('outletsCount', { n: story.outlets }))),
      hit ? el('p', { class: 'snippet' }, el('bdi', { dir: 'auto', lang: languageOfText(hit.snippet.after) },
        shownLine(hit.snippet.before), el('mark', {}, shownLine(hit.snippet.match)), shownLine(hit.snippet.after))) : null),
    el('div', { class: 'story-how' }, compositionOf(story), doubtsOf(report, story)));
}

// How many copies of each relation, in shapes and words.
function compositionOf(story) {
  const counts = new Map();
  for (const member of story.members) if (member.of !== null) counts.set(member.relation, (counts.get(member.relation) ?? 0) + 1);
  return el('ul', { class: 'composition' }, RELATIONS.filter((relation) => counts.has(relation)).map((relation) =>
    el('li', {}, formatCount(counts.get(relation)), ' ', relationTag(relation))));
}

function doubtsOf(report, story) {
  const members = doubtfulMembers(story).length;
  const unplaced = unplacedMembers(story).length;
  const notes = [];
  if (inDoubt(story, 'origin', report.index)) notes.push(t('doubtNote.origin'));
  else if (unplaced > 0) notes.push(t('doubtNote.edge', { n: unplaced }));
  if (members > 0) notes.push(t('doubtNote.member', { n: members }));
  if (inDoubt(story, 'series', report.index)) notes.push(t('doubtNote.series'));
  return notes.length === 0 ? null : el('ul', { class: 'doubts' }, notes.map((note) => el('li', {}, note)));
}
