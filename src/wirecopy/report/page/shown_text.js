// How text from outside is shown: nothing in it acts, reorders its surroundings or hides.

// Controls as their pictures, marks that reorder text or show nothing by their names, broken surrogates as U+FFFD.
const HIDDEN_NAMES = new Map([
  [0x00ad, 'SHY'], [0x061c, 'ALM'], [0x180e, 'MVS'], [0x200b, 'ZWSP'], [0x200e, 'LRM'], [0x200f, 'RLM'],
  [0x202a, 'LRE'], [0x202b, 'RLE'], [0x202c, 'PDF'], [0x202d, 'LRO'], [0x202e, 'RLO'], [0x2060, 'WJ'],
  [0x2066, 'LRI'], [0x2067, 'RLI'], [0x2068, 'FSI'], [0x2069, 'PDI'], [0xfeff, 'BOM'],
]);
const UNSAFE_TEXT = new RegExp(
  '[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u180e\\u200b\\u200e\\u200f\\u202a-\\u202e' +
  '\\u115f\\u1160\\u2060-\\u2064\\u2066-\\u206f\\u3164\\ufeff\\uffa0\\ufff9-\\ufffb]|\\udb40[\\udc00-\\udc7f]|' +
  '[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]', 'g');

function pictureOf(character) {
  const code = character.codePointAt(0);
  if (code === 0x0d) return '';
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  if (code >= 0xd800 && code <= 0xdfff) return '\ufffd';
  const name = HIDDEN_NAMES.get(code);
  return name ? `\u27e8${name}\u27e9` : `\u27e8U+${code.toString(16).toUpperCase().padStart(4, '0')}\u27e9`;
}

function shownText(text) {
  return String(text).replace(UNSAFE_TEXT, pictureOf);
}

// On one line: line ends and tabs become spaces too.
function shownLine(text) {
  return shownText(String(text).replace(/[\s\u2028\u2029]+/g, ' ').trim());
}

const HAN = /\p{Script=Han}/gu;
const ENGLISH_WORDS = /\b(?:the|of|and|to|in|for|on|with|after|at|by|from|as|is|a|an)\b/gi;

// The lang attribute for a text: what its script says, '' (unknown) where it says nothing.
function languageOfText(text) {
  const sample = text.length > 400 ? text.slice(0, 400) : text;
  if (/[\u3041-\u30ff]/.test(sample)) return 'ja';
  if (/[\uac00-\ud7a3]/.test(sample)) return 'ko';
  const han = sample.match(HAN)?.length ?? 0;
  if (han > 0 && han * 4 >= sample.replace(/[^\p{L}]/gu, '').length) return 'zh';
  const words = sample.match(ENGLISH_WORDS)?.length ?? 0;
  if (words > 0 && words * 12 >= sample.split(/\s+/).length) return 'en';
  return '';
}
