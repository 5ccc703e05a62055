// The overview's figures, counted once more and in another way, from the output of the command alone.

const hours = (n) => n * 3600;
export const lagLimits = [hours(1), hours(3), hours(6), hours(12), hours(24), hours(48), hours(168), hours(720), Infinity];
export const sizes = [[2, 2], [3, 3], [4, 4], [5, 5], [6, 9], [10, 19], [20, 49], [50, 99], [100, Infinity]];

export function expectedFigures(allStories) {
  const stories = allStories.filter((story) => story.size > 1);
  const bySize = sizes.map(() => 0);
  const lags = { earlier: 0, overlap: 0, unknown: 0, coarse: 0, bins: lagLimits.map(() => 0), later: [] };
  const outlets = {};
  const edges = {};
  const months = {};
  for (const story of stories) {
    sizes.forEach(([least, most], i) => { if (story.size >= least && story.size <= most) bySize[i] += 1; });
    if (story.first_published) months[story.first_published[0].slice(0, 7)] = (months[story.first_published[0].slice(0, 7)] ?? 0) + 1;
    const outletOf = Object.fromEntries(story.members.map((m) => [m.id, m.outlet]));
    for (const m of story.members) {
      if (m.relation === 'roundup') continue;
      const row = (outlets[m.outlet] ??= { articles: 0, origins: 0, firstSeen: 0, exact: 0, reprint: 0, edited: 0, excerpt: 0 });
      row.articles += 1;
      if (m.id === story.origin.id) row[story.origin.confidence === 0 ? 'firstSeen' : 'origins'] += 1;
      else {
        row[m.relation] += 1;
        const edge = (edges[`${m.outlet}\t${outletOf[m.of]}`] ??= { copies: 0, sure: 0 });
        edge.copies += 1;
        if (m.of_confidence > 0) edge.sure += 1;
        countLag(story.members[0], m, lags);
      }
    }
  }
  delete outlets.null;
  lags.later.sort((a, b) => a - b);
  return { stories, bySize, lags, outlets, edges, months, largest: Math.max(...stories.map((s) => s.size)) };
}

function countLag(origin, copy, lags) {
  const lag = copy.lag_s;
  if (lag === null) lags.unknown += 1;
  else if (lag < 0) lags.earlier += 1;
  else if (lag === 0) lags.overlap += 1;
  else {
    const longest = (new Date(copy.published_interval[1]) - new Date(origin.published_interval[0])) / 1000;
    const bin = lagLimits.findIndex((limit) => lag < limit);
    if (longest < lagLimits[bin]) {
      lags.bins[bin] += 1;
      lags.later.push((lag + longest) / 2);
    } else lags.coarse += 1;
  }
}
