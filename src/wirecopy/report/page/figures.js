// The figures of the overview, counted from the lines of the stories. No probability is computed here.

const SIZE_BINS = [[2, 2], [3, 3], [4, 4], [5, 5], [6, 9], [10, 19], [20, 49], [50, 99], [100, Infinity]];
const LAG_BINS_S = [HOUR_S, 3 * HOUR_S, 6 * HOUR_S, 12 * HOUR_S, DAY_S, 2 * DAY_S, 7 * DAY_S, 30 * DAY_S, Infinity];

// Math.max of a list of any length: as arguments a hundred thousand of them are too many.
function greatest(values) {
  return values.reduce((most, value) => (value > most ? value : most), -Infinity);
}

function isCopy(member) {
  return member.of !== null && member.relation !== 'roundup';
}

function countBySize(stories) {
  return SIZE_BINS.map(([least, most]) =>
    ({ least, most, stories: stories.filter((s) => s.size >= least && s.size <= most).length }));
}

// Stories by the first second at which each can have begun: a day, a month or a year a bin, as the span asks for.
function countByTime(stories) {
  const begins = stories.filter((s) => s.first_published).map((s) => s.first_published[0]).sort();
  if (begins.length === 0) return { unit: 'day', bins: [], unknown: stories.length };
  const days = (seconds(begins[begins.length - 1]) - seconds(begins[0])) / DAY_S;
  const unit = days <= 62 ? 'day' : days <= 366 * 5 ? 'month' : 'year';
  const length = { day: 10, month: 7, year: 4 }[unit];
  const counts = new Map(binsBetween(begins[0], begins[begins.length - 1], unit, length).map((bin) => [bin, 0]));
  for (const begin of begins) counts.set(begin.slice(0, length), (counts.get(begin.slice(0, length)) ?? 0) + 1);
  const bins = [...counts].map(([bin, n]) => ({ bin, stories: n }));
  return { unit, bins, unknown: stories.length - begins.length };
}

function binsBetween(first, last, unit, length) {
  const at = new Date(`${first.slice(0, length)}${{ day: '', month: '-01', year: '-01-01' }[unit]}T00:00:00Z`);
  const bins = [];
  while (bins.length < 4000) {
    const bin = at.toISOString().slice(0, length);
    if (bin > last.slice(0, length)) break;
    bins.push(bin);
    if (unit === 'day') at.setUTCDate(at.getUTCDate() + 1);
    else if (unit === 'month') at.setUTCMonth(at.getUTCMonth() + 1);
    else at.setUTCFullYear(at.getUTCFullYear() + 1);
  }
  return bins;
}

// From the origin to each copy: in a bin where both bounds of what the dates allow lie in it, else `coarse`;
// `earlier`: dated before their origin; `overlap`: the dates overlap.
function countLags(stories) {
  const lags = { earlier: 0, overlap: 0, unknown: 0, coarse: 0, later: 0, known: [],
    bins: LAG_BINS_S.map((below) => ({ below, copies: 0 })) };
  for (const story of stories) {
    for (const member of story.members) if (isCopy(member)) countLag(originOf(story), member, lags);
  }
  lags.known.sort((a, b) => a - b);
  lags.median = lags.known.length > 0 ? lags.known[(lags.known.length - 1) >> 1] : null;
  return lags;
}

function countLag(origin, member, lags) {
  if (member.lag_s === null) lags.unknown += 1;
  else if (member.lag_s < 0) lags.earlier += 1;
  else if (member.lag_s === 0) lags.overlap += 1;
  else {
    lags.later += 1;
    const { least, most } = distanceOf(origin.published_interval, member.published_interval);
    const bin = lags.bins.find(({ below }) => least < below);
    if (most >= bin.below) lags.coarse += 1;
    else {
      bin.copies += 1;
      lags.known.push(least + Math.floor((most - least) / 2));
    }
  }
}

// Of each known outlet: its articles in stories, stories it is the origin of (`origins`: with a confidence,
// `firstSeen`: without), and its copies by relation.
function countOutlets(stories) {
  const outlets = new Map();
  const figuresOf = (outlet) => {
    let figures = outlets.get(outlet);
    if (!figures) {
      figures = { outlet, articles: 0, origins: 0, firstSeen: 0, exact: 0, reprint: 0, edited: 0, excerpt: 0, other: 0 };
      outlets.set(outlet, figures);
    }
    return figures;
  };
  for (const story of stories) {
    for (const member of story.members) {
      if (!member.outlet || member.relation === 'roundup') continue;
      const figures = figuresOf(member.outlet);
      figures.articles += 1;
      if (member.of === null) figures[story.origin.confidence > 0 ? 'origins' : 'firstSeen'] += 1;
      else if (member.relation in figures) figures[member.relation] += 1;
      else figures.other += 1;
    }
  }
  return [...outlets.values()].sort((a, b) => b.articles - a.articles || (a.outlet < b.outlet ? -1 : 1));
}

// Who copied from whom: [{copier, source, copies, sure}], `sure` with a confidence above 0.
function countEdges(stories) {
  const edges = new Map();
  for (const story of stories) {
    const outletOf = new Map(story.members.map((member) => [member.id, member.outlet]));
    for (const member of story.members) {
      const source = outletOf.get(member.of);
      if (!isCopy(member) || !member.outlet || !source) continue;
      const key = JSON.stringify([member.outlet, source]);
      const edge = edges.get(key) ?? { copier: member.outlet, source, copies: 0, sure: 0 };
      edge.copies += 1;
      edge.sure += member.of_confidence > 0 ? 1 : 0;
      edges.set(key, edge);
    }
  }
  return [...edges.values()].sort((a, b) => b.copies - a.copies ||
    (a.copier + a.source < b.copier + b.source ? -1 : 1));
}

// Of stories of two or more: how sure their origins are.
function countOrigins(stories) {
  const known = stories.filter((story) => story.origin.confidence > 0).length;
  return { known, unknown: stories.length - known };
}
