// What the page looks things up in, made once from the blocks.

// stories: lines as they came, `number` their place; by id; members with their stories.
function indexStories(stories, series) {
  const index = { stories, byId: new Map(), storiesOf: new Map(), memberOf: new Map(), seriesOf: new Map(), series,
    outlets: new Set() };
  for (const story of stories) {
    index.byId.set(story.story, story);
    for (const member of story.members) {
      if (member.outlet) index.outlets.add(foldedForSearch(member.outlet).trim());
      const held = index.storiesOf.get(member.id);
      if (held) held.push(story);
      else index.storiesOf.set(member.id, [story]);
    }
  }
  for (const one of series) for (const member of one.members) if (member.story) index.seriesOf.set(member.story, one);
  return index;
}

function storyAddress(story) {
  return `#/story/${encodeURIComponent(story.story)}`;
}

function pairAddress(a, b) {
  return `#/pair/${encodeURIComponent(a)}/${encodeURIComponent(b)}`;
}

function originOf(story) {
  return story.members[0];
}

// What a member is called: the first of a story is its origin only where something tells.
function roleOf(member, story) {
  if (member.of !== null) return member.relation;
  return story.origin.confidence > 0 ? 'origin' : 'unknown';
}

// As the report in a terminal has it: a copy less sure than this may not belong to the story.
const SURE_PROBABILITY = 0.8;

function doubtfulMembers(story) {
  return story.members.filter((member) => isCopy(member) && member.probability < SURE_PROBABILITY);
}

// Copies that nothing tells the source of.
function unplacedMembers(story) {
  return story.members.filter((member) => isCopy(member) && member.of_confidence === 0);
}

function memberById(story, id) {
  return story.members.find((member) => member.id === id) ?? null;
}

// The story that holds both; else of the first; a roundup's own story is none.
function storyOfPair(index, a, b) {
  const ofA = index.storiesOf.get(a) ?? [];
  const ofB = new Set(index.storiesOf.get(b) ?? []);
  return ofA.find((story) => ofB.has(story)) ?? null;
}

// An article as any block tells it: a member of a story, or a side of a pair in doubt.
function articleById(report, id) {
  const story = report.index.storiesOf.get(id)?.[0];
  if (story) return memberById(story, id);
  return report.doubtArticles.get(id) ?? null;
}

// How a title, an outlet, an id or a query is compared: without case, width and outer spaces.
function foldedForSearch(text) {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');
}

// What the search over titles, outlets and ids reads of a story; made when first searched.
const searchKeys = new WeakMap();
function searchKey(story) {
  let key = searchKeys.get(story);
  if (key === undefined) {
    const parts = [story.story];
    for (const member of story.members) parts.push(member.title ?? '', member.outlet ?? '', member.id);
    key = foldedForSearch(parts.join('\n').replace(/\n/g, ' \u0001 '));
    searchKeys.set(story, key);
  }
  return key;
}
