// The tree of a story: each copy under the member it was copied from, with the reasons and how sure they are.

const TREE_NODES_SHOWN = 80;
const TREE_DEPTH_SHOWN = 6;   // deeper copies are not indented further

function childrenOf(story) {
  const children = new Map(story.members.map((member) => [member.id, []]));
  for (const member of story.members) if (isCopy(member) && children.has(member.of)) children.get(member.of).push(member);
  return children;
}

function storyTree(story) {
  const place = el('div', { class: 'tree' });
  const build = (most) => {
    const budget = { left: most };
    const tree = treeList([originOf(story)], childrenOf(story), story, budget, 0);
    replaceContent(place, tree);
    const missing = story.size - (most - budget.left);
    if (missing > 0) {
      append(place, [el('button', { type: 'button', onclick: () => build(Infinity) }, t('treeShowAll', { n: story.size }))]);
    }
  };
  build(TREE_NODES_SHOWN);
  return place;
}

function treeList(members, children, story, budget, depth) {
  const items = [];
  for (const member of members) {
    if (budget.left <= 0) break;
    budget.left -= 1;
    const below = children.get(member.id) ?? [];
    items.push(el('li', {}, treeNode(member, story),
      below.length > 0 ? treeList(below, children, story, budget, depth + 1) : null));
  }
  return el('ul', { class: depth > TREE_DEPTH_SHOWN ? 'deep' : null }, items);
}

function treeNode(member, story) {
  const isOrigin = member.of === null;
  const sameTitle = !isOrigin && (member.title ?? '') === (originOf(story).title ?? '');
  return el('div', { class: isOrigin ? 'node node-origin' : 'node', id: `member-${story.members.indexOf(member)}` },
    el('div', { class: 'node-who' },
      el('span', { class: 'node-outlet' }, outletName(member.outlet)), relationTag(roleOf(member, story)),
      el('span', { class: 'node-time' }, timeElement(member), isOrigin || !member.published_interval ? null : el('span', { class: 'lag' }, formatLag(originOf(story).published_interval, member.published_interval)))),
    sameTitle ? null : el('div', { class: 'node-title' }, titleOf(member)),
    isOrigin ? null : el('div', { class: 'node-how' }, coverages(member), edgeCertainty(member), membershipDoubt(member), ownTextNote(member), compareLink(member, story)),
    isOrigin ? null : reasonList(member.of_reasons));
}

function coverages(member) {
  return el('dl', { class: 'coverages' },
    el('div', {}, el('dt', {}, t('coverage')), el('dd', {}, share(member.coverage))),
    el('div', {}, el('dt', {}, t('coverageOf')), el('dd', {}, share(member.coverage_of))));
}

function membershipDoubt(member) {
  if (member.probability >= SURE_PROBABILITY) return null;
  return el('span', { class: 'certainty unsure' }, t('memberDoubt', { p: formatProbability(member.probability) }));
}

function edgeCertainty(member) {
  if (member.of_confidence === 0) return el('span', { class: 'certainty unsure' }, t('edgeUnknown'));
  return el('span', { class: 'certainty' }, t('edgeKnown', { p: formatProbability(member.of_confidence) }));
}

// A later text may hold its source amid much else: then it is no mere copy.
function ownTextNote(member) {
  return member.coverage < 0.5 && member.coverage_of >= 0.5 ? el('span', { class: 'certainty' }, t('mostlyOwn')) : null;
}

function compareLink(member, story) {
  const other = memberById(story, member.of);
  return el('a', { class: 'compare', href: pairAddress(member.of, member.id) }, t('compare'),
    el('span', { class: 'visually-hidden' }, ' ', t('compareWhat', { a: shownLine(other?.outlet ?? t('unknownOutlet')),
      b: shownLine(member.outlet ?? t('unknownOutlet')) })));
}
