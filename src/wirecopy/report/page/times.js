// Dates as exactly as they are known, and no more, in UTC; lags and spans in words.

const MINUTE_S = 60;
const HOUR_S = 3600;
const DAY_S = 86400;
const ZONE_DOUBT_S = 14 * HOUR_S;

function seconds(instant) {
  return Math.round(Date.parse(instant) / 1000);
}

function isoText(at, length) {
  return new Date(at * 1000).toISOString().slice(0, length).replace('T', ' ');
}

// A minute or less, or exactly an hour, a day, a month or a year; else null.
function wholeUnit(begin, end) {
  if (end - begin < MINUTE_S) return isoText(begin, 16);
  const from = new Date(begin * 1000);
  const parts = [from.getUTCFullYear(), from.getUTCMonth(), from.getUTCDate(), from.getUTCHours()];
  const spans = (unit) => {
    const first = [...parts.slice(0, unit + 1), ...[0, 0, 1, 0].slice(unit + 1)];
    const next = first.map((part, i) => (i === unit ? part + 1 : part));
    return Date.UTC(...first) / 1000 === begin && Date.UTC(...next) / 1000 === end + 1;
  };
  if (spans(3)) return `${isoText(begin, 13)} h`;
  if (spans(2)) return isoText(begin, 10);
  if (spans(1)) return t('monthOnly', { date: isoText(begin, 7) });
  if (spans(0)) return t('yearOnly', { date: isoText(begin, 4) });
  return null;
}

// ['earliest', 'latest'] as text; "~" before what is of another or an unknown zone.
function formatInterval(interval) {
  if (!interval) return t('noDate');
  const [begin, end] = interval.map(seconds);
  const whole = wholeUnit(begin, end);
  if (whole) return whole;
  if (begin + ZONE_DOUBT_S <= end - ZONE_DOUBT_S) {
    const given = wholeUnit(begin + ZONE_DOUBT_S, end - ZONE_DOUBT_S);
    if (given) return `~${given}`;
  }
  return zonedUnit(begin, end) ?? t('between', { first: isoText(begin, end - begin >= 2 * DAY_S ? 10 : 16),
    last: isoText(end, end - begin >= 2 * DAY_S ? 10 : 16) });
}

// A day, month or year of another zone, nearest to UTC first.
function zonedUnit(begin, end) {
  if (end - begin < DAY_S - 1) return null;
  for (let zone = 0; zone <= ZONE_DOUBT_S; zone += 15 * MINUTE_S) {
    for (const by of [zone, -zone]) {
      const whole = wholeUnit(begin + by, end + by);
      if (whole) return `~${whole}`;
    }
  }
  return null;
}

function formatDuration(span) {
  if (span < MINUTE_S) return t('seconds', { n: span });
  if (span < HOUR_S) return t('minutes', { n: Math.floor(span / MINUTE_S) });
  if (span < 2 * DAY_S) return t('hours', { n: Math.floor(span / HOUR_S) });
  if (span < 2 * 365 * DAY_S) return t('days', { n: Math.floor(span / DAY_S) });
  return t('years', { n: Math.floor(span / (365 * DAY_S)) });
}

// What lies between two intervals that do not overlap, in seconds; `least` and `most`.
function distanceOf(first, last) {
  return { least: seconds(last[0]) - seconds(first[1]), most: seconds(last[1]) - seconds(first[0]),
    daysOrFiner: [first, last].every(([begin, end]) => seconds(end) - seconds(begin) < DAY_S) };
}

// Of two neighbouring days the least is a second, and says nothing; then the middle is told, or only "later".
function distanceText({ least, most, daysOrFiner }) {
  const middle = least + Math.floor((most - least) / 2);
  if (most - least < 2 * MINUTE_S) return formatDuration(middle);
  if (least >= HOUR_S || most - least <= least) return t('atLeast', { span: formatDuration(least) });
  if (!daysOrFiner) return null;
  if (middle < HOUR_S) return t('about', { span: formatDuration(Math.max(MINUTE_S, middle)) });
  if (middle < DAY_S - HOUR_S) return t('about', { span: t('hours', { n: Math.floor((middle + HOUR_S / 2) / HOUR_S) }) });
  return t('about', { span: t('days', { n: Math.floor((middle + DAY_S / 2) / DAY_S) }) });
}

// How much later than the origin a copy came, as far as the two dates tell.
function formatLag(from, to) {
  if (!from || !to) return t('lagUnknown');
  const isLater = seconds(to[0]) > seconds(from[1]);
  if (!isLater && seconds(to[1]) >= seconds(from[0])) {
    const longer = Math.max(...[from, to].map(([begin, end]) => seconds(end) - seconds(begin)));
    if (longer < MINUTE_S) return t('lagSame');
    return longer === DAY_S - 1 && String(from) === String(to) ? t('lagSameDay') : t('lagOverlaps');
  }
  const text = distanceText(isLater ? distanceOf(from, to) : distanceOf(to, from));
  if (text === null) return t(isLater ? 'lagLater' : 'lagSooner');
  return t(isLater ? 'lagAfter' : 'lagBefore', { span: text });
}

function timeElement(article) {
  const shown = formatInterval(article.published_interval);
  return el('span', { class: 'time', title: article.published ? shownLine(article.published) : null }, shown);
}
