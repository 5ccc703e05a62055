// Makes elements. Text reaches the page as text nodes only; nothing here parses markup.

const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'vars') for (const [key, v] of Object.entries(value)) element.style.setProperty(key, String(v));
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  append(element, children);
  return element;
}

// Children may be nodes, texts of the interface, lists of them, or null.
function append(element, children) {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (Array.isArray(child)) append(element, child);
    else element.append(child instanceof Node ? child : String(child));
  }
  return element;
}

function el(tag, attributes, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

function svgEl(tag, attributes, ...children) {
  return fill(document.createElementNS(SVG_NAMESPACE, tag), attributes, children);
}

function replaceContent(element, ...children) {
  element.replaceChildren();
  return append(element, children);
}

// A text from outside, isolated from the direction of what stands around it.
function outside(text, attributes) {
  const shown = shownLine(text);
  return el('bdi', { dir: 'auto', lang: languageOfText(shown), ...attributes }, shown);
}

function outletName(outlet) {
  return outlet === null || outlet === undefined || outlet === '' ? el('span', { class: 'soft' }, t('unknownOutlet')) :
    outside(outlet);
}

// What stands after a colon or a sentence: Chinese punctuation has its own room.
function gap() {
  return language === 'zh' ? '' : ' ';
}

function titleOf(article) {
  if (article.title && shownLine(article.title)) return outside(article.title);
  return el('span', { class: 'soft' }, t('noTitle'), ' ', outside(article.id));
}

// An address is a link only where it is plain http(s).
function addressLink(url) {
  if (!url) return null;
  let parsed = null;
  try { parsed = new URL(url); } catch { return outside(url, { class: 'address' }); }
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return outside(url, { class: 'address' });
  return el('a', { href: parsed.href, class: 'address', rel: 'noopener noreferrer', target: '_blank' },
    outside(url), el('span', { class: 'visually-hidden' }, t('opensElsewhere')));
}

let elementNumber = 0;
function newId(stem) {
  elementNumber += 1;
  return `${stem}-${elementNumber}`;
}

// A table of `columns` [{label, number, cell(row)}]; the first column heads its row.
function table(caption, columns, rows, attributes) {
  const head = el('tr', {}, columns.map((c) => el('th', { scope: 'col', class: c.number ? 'number' : null }, c.label)));
  const body = rows.map((row) => el('tr', {}, columns.map((c, i) =>
    el(i === 0 ? 'th' : 'td', { scope: i === 0 ? 'row' : null, class: c.number ? 'number' : null }, c.cell(row)))));
  return el('div', { class: 'scroller', tabindex: '0', role: 'region', 'aria-label': t('tableOf', { name: caption }), ...attributes },
    el('table', {}, el('caption', { class: 'visually-hidden' }, caption), el('thead', {}, head), el('tbody', {}, body)));
}

// What is folded until asked for; made when first opened.
function foldedTable(summary, make) {
  const details = el('details', {}, el('summary', {}, summary));
  details.addEventListener('toggle', () => {
    if (details.open && details.childElementCount === 1) append(details, [make()]);
  });
  return details;
}

const RELATIONS = ['exact', 'reprint', 'edited', 'excerpt', 'roundup', 'same-template', 'quote', 'unrelated'];

// A relation or role: its shape, and its name, or other words, beside it.
function relationTag(name, words) {
  return el('span', { class: `relation relation-${name}`, title: t(`relationHelp.${name}`) },
    svgEl('svg', { viewBox: '-8 -8 16 16', width: 13, height: 13, 'aria-hidden': 'true' }, relationMark(name)),
    words ?? t(`relation.${name}`));
}

// One shape a relation, so that colour is never alone.
function relationMark(name) {
  const mark = (tag, attributes) => svgEl(tag, { class: `mark mark-${name}`, ...attributes });
  switch (name) {
    case 'origin': return mark('path', { d: 'M0-7 7 0 0 7-7 0z' });
    case 'unknown': return mark('path', { d: 'M0-6 6 0 0 6-6 0z', class: 'mark mark-origin open' });
    case 'exact': return mark('circle', { r: 5.5 });
    case 'reprint': return mark('circle', { r: 4.5, class: `mark mark-${name} open` });
    case 'edited': return mark('path', { d: 'M0-6.5 6 5-6 5z' });
    case 'excerpt': return mark('path', { d: 'M-5-5H1V5H-5z' });
    case 'roundup': return mark('path', { d: 'M-6-5H6M-6 0H6M-6 5H6', class: `mark mark-${name} open` });
    case 'quote': return mark('path', { d: 'M-5-4V4M5-4V4M-5 0H5', class: `mark mark-${name} open` });
    default: return mark('path', { d: 'M-5-5 5 5M-5 5 5-5', class: `mark mark-${name} open` });
  }
}

function share(value) {
  return el('span', { class: 'share' },
    el('span', { class: 'bar', 'aria-hidden': 'true' },
      el('span', { class: 'bar-full', vars: { '--share': Math.max(0, Math.min(1, value)) } })),
    el('span', { class: 'share-number' }, formatShare(value)));
}
