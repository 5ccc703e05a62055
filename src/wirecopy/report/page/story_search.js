// Which stories a query asks for, and in which order. Pure: stories in, stories out.

// Articles alone, listed for the roundups that hold them, are left out unless asked for.
const NO_QUERY = { q: '', outlet: '', source: '', sure: '', relation: '', from: '', to: '', min: '2', max: '', doubt: '',
  sort: 'size', page: '1' };
const DOUBTS = ['origin', 'edge', 'member', 'roundup', 'series'];
const SORTS = ['size', 'first', 'last', 'outlets', 'spread', 'unsure'];

function queryFrom(parameters) {
  const query = { ...NO_QUERY };
  for (const name of Object.keys(NO_QUERY)) if (parameters.has(name)) query[name] = parameters.get(name);
  if (!SORTS.includes(query.sort)) query.sort = NO_QUERY.sort;
  return query;
}

function queryText(query) {
  const changed = Object.entries(query).filter(([name, value]) => value !== NO_QUERY[name]);
  return new URLSearchParams(changed).toString();
}

function searchTerms(q) {
  return foldedForSearch(q).trim().split(' ').filter((term) => term !== '');
}

function holdsTerms(text, terms) {
  return terms.every((term) => text.includes(term));
}

function inDates(story, query) {
  if (!query.from && !query.to) return true;
  if (!story.first_published) return false;
  if (query.from && story.last_published[1].slice(0, 10) < query.from) return false;
  return !(query.to && story.first_published[0].slice(0, 10) > query.to);
}

function inDoubt(story, doubt, index) {
  switch (doubt) {
    case 'origin': return story.size >= 2 && story.origin.confidence === 0;
    case 'edge': return unplacedMembers(story).length > 0;
    case 'member': return doubtfulMembers(story).length > 0;
    case 'roundup': return story.roundups > 0;
    case 'series': return index.seriesOf.has(story.story);
    default: return true;
  }
}

// A member of that outlet, copied from that source where one is asked for. A name that no outlet has is looked for
// inside names.
function hasOutlet(story, query, index) {
  if (!query.outlet && !query.source) return true;
  const outlet = foldedForSearch(query.outlet).trim();
  const whole = index.outlets.has(outlet);
  return story.members.some((member) => {
    const name = foldedForSearch(member.outlet ?? '');
    if (outlet && !(whole ? name === outlet : name.includes(outlet))) return false;
    if (!query.source) return true;
    if (!isCopy(member) || (query.sure && member.of_confidence === 0)) return false;
    return memberById(story, member.of)?.outlet === query.source;
  });
}

// All that a query asks but its words.
function matchesFilters(story, query, index) {
  if (query.min && story.size < Number(query.min)) return false;
  if (query.max && story.size > Number(query.max)) return false;
  if (query.relation && !story.members.some((m) => m.of !== null && m.relation === query.relation)) return false;
  return inDates(story, query) && inDoubt(story, query.doubt, index) && hasOutlet(story, query, index);
}

const SORT_KEYS = {
  size: (story) => -story.size,
  first: (story) => (story.first_published ? seconds(story.first_published[0]) : Infinity),
  last: (story) => (story.last_published ? -seconds(story.last_published[1]) : Infinity),
  outlets: (story) => -story.outlets,
  spread: (story) => -Math.max(0, greatest(story.members.map((member) => (isCopy(member) ? member.lag_s ?? 0 : 0)))),
  unsure: (story) => -greatest(story.members.filter(isCopy).map((member) => -member.probability)),
};

function sortedStories(stories, sort) {
  const keyed = stories.map((story, i) => [SORT_KEYS[sort](story), i, story]);
  keyed.sort((a, b) => (a[0] === b[0] ? a[1] - b[1] : a[0] < b[0] ? -1 : 1));
  return keyed.map((entry) => entry[2]);
}

function storiesAskedFor(report, query, foundInTexts) {
  const terms = searchTerms(query.q);
  const found = report.stories.filter((story) => matchesFilters(story, query, report.index) &&
    (terms.length === 0 || holdsTerms(searchKey(story), terms) || foundInTexts?.has(story.story)));
  return sortedStories(found, query.sort);
}
