// The language of the interface: chosen by the browser's, changed with a switch, kept where the browser allows.

const LANGUAGES = { en: { strings: STRINGS_EN, tag: 'en' }, zh: { strings: STRINGS_ZH, tag: 'zh-Hans' } };
let language = 'en';
let pluralRules = new Intl.PluralRules('en');
let numberFormat = new Intl.NumberFormat('en');

// Nothing is kept where storage is denied; the page works all the same.
function keep(key, value) {
  try { localStorage.setItem(key, value); return true; } catch { return false; }
}

function kept(key) {
  try { return localStorage.getItem(key); } catch { return null; }
}

function firstLanguage() {
  const chosen = kept('wirecopy.language');
  if (chosen in LANGUAGES) return chosen;
  return (navigator.language ?? '').toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

function setLanguage(name) {
  language = name;
  pluralRules = new Intl.PluralRules(LANGUAGES[name].tag);
  numberFormat = new Intl.NumberFormat(LANGUAGES[name].tag);
  document.documentElement.lang = LANGUAGES[name].tag;
}

// A text of the interface. {name} is replaced by values.name; where a text has forms, values.n chooses.
function t(key, values) {
  let text = LANGUAGES[language].strings[key];
  if (text === undefined) text = STRINGS_EN[key] ?? key;
  if (typeof text === 'object') text = text[pluralRules.select(values.n)] ?? text.other;
  return values ? text.replace(/\{(\w+)\}/g, (whole, name) => shownValue(values[name], whole)) : text;
}

function shownValue(value, otherwise) {
  if (value === undefined) return otherwise;
  return typeof value === 'number' ? formatCount(value) : String(value);
}

// The same, with nodes put where the text has {name}.
function tNodes(key, nodes) {
  const text = t(key, { n: typeof nodes.n === 'number' ? nodes.n : 2 });
  return text.split(/(\{\w+\})/).map((piece) => {
    const name = /^\{(\w+)\}$/.exec(piece)?.[1];
    if (!name || nodes[name] === undefined) return piece;
    return typeof nodes[name] === 'number' ? formatCount(nodes[name]) : nodes[name];
  });
}

function formatCount(value) {
  return numberFormat.format(value);
}

// Whole per cents; what is not quite all or nothing is not shown as such.
function formatShare(value) {
  let percent = Math.round(value * 100);
  if (percent === 100 && value < 1) percent = 99;
  if (percent === 0 && value > 0) return '<1\u202f%';
  return `${percent}\u202f%`;
}

// Two decimals; near 0 and 1, where it matters, all four.
function formatProbability(value) {
  const digits = (value > 0.99 && value < 1) || (value > 0 && value < 0.01) ? 4 : 2;
  return value.toFixed(digits);
}
