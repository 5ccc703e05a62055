// A text as the sequence that is compared: characters of scripts written without spaces, else words; numbers whole, as
// they were read (Traditional as Simplified, pinyin and bytes gone wrong undone), without case and width. Punctuation,
// spaces and furniture are not compared.

const SINGLE = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}' +
  '\\p{Script=Khmer}\\p{Script=Myanmar}々';
const LETTER = `(?![${SINGLE}])[\\p{L}\\p{M}]`;
const TOKEN = new RegExp(`\\p{N}+(?:[.,\u00b7]\\p{N}+)*|[零〇一二两三四五六七八九十百千万亿]{2,}|[${SINGLE}]\\p{M}*|` +
  `(?:${LETTER})(?:${LETTER}|\\p{N})*(?:['\u2019](?:${LETTER})+)*`, 'gu');
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff\ufe00-\ufe0f]+/g;

// Pieces of the text as read, each with the range of the original that it stands for. What cannot be seen is read as
// nothing.
function readPieces(text) {
  const pieces = [];
  const plain = (from, to) => {
    let at = from;
    const stretch = (end) => { if (end > at) pieces.push({ text: text.raw.slice(at, end), begin: at, end, same: true }); };
    for (const { index, 0: found } of text.raw.slice(from, to).matchAll(INVISIBLE)) {
      stretch(from + index);
      at = from + index + found.length;
      pieces.push({ text: '', begin: from + index, end: at, same: false });
    }
    stretch(to);
  };
  let at = 0;
  for (const [begin, end, as] of text.read) {
    plain(at, begin);
    pieces.push({ text: as, begin, end, same: as.length === end - begin });
    at = end;
  }
  plain(at, text.raw.length);
  return pieces;
}

// {words: [string], begin: [raw], end: [raw]}
function tokensOf(text) {
  const pieces = readPieces(text);
  const joined = pieces.map((piece) => piece.text).join('');
  const words = [];
  const begin = [];
  const end = [];
  const place = placesIn(pieces);
  const furniture = text.furniture;
  let skip = 0;
  for (const match of joined.matchAll(TOKEN)) {
    const from = place(match.index, false);
    const to = place(match.index + match[0].length, true);
    while (skip < furniture.length && furniture[skip][1] <= from) skip += 1;
    if (skip < furniture.length && furniture[skip][0] <= from) continue;
    words.push(match[0].replace(INVISIBLE, '').normalize('NFKC').toLowerCase());
    begin.push(from);
    end.push(to);
  }
  return { words, begin, end };
}

// From a place in the text as read to one in the original; asked in rising order. A place inside a piece that was
// read with another length stands for the whole piece.
function placesIn(pieces) {
  let i = 0;
  let start = 0;
  return (at, isEnd) => {
    while (i < pieces.length - 1 && start + pieces[i].text.length <= at) {
      if (isEnd && start + pieces[i].text.length === at) break;
      start += pieces[i].text.length;
      i += 1;
    }
    const piece = pieces[i];
    if (!piece) return 0;
    if (piece.same) return piece.begin + at - start;
    return isEnd ? piece.end : piece.begin;
  };
}

// Both texts' words as numbers, equal words equal numbers.
function numbered(...tokenLists) {
  const numbers = new Map();
  return tokenLists.map((tokens) => Int32Array.from(tokens.words, (word) => {
    let number = numbers.get(word);
    if (number === undefined) numbers.set(word, (number = numbers.size));
    return number;
  }));
}

function isNumberWord(word) {
  return /\p{N}/u.test(word) || /^[零〇一二两三四五六七八九十百千万亿]+$/.test(word);
}
