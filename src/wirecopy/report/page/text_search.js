// Looks words up in the texts, a part at a time in the background; newer questions stop older ones.

const SNIPPET_BEFORE = 30;
const SNIPPET_LENGTH = 120;
const WORK_MS = 12;   // at a stretch
let searchNumber = 0;

// Lets the page answer between two pieces of work.
function breathe() {
  return new Promise((resolve) => { setTimeout(resolve, 0); });
}

function stopTextSearch() {
  searchNumber += 1;
}

// found: Map story id -> {id, snippet}, filled as parts are read; onProgress(done, all) after each.
async function searchTexts(report, q, found, onProgress) {
  searchNumber += 1;
  const own = searchNumber;
  const terms = searchTerms(q);
  const { texts } = report;
  for (let number = 0; number < texts.partCount && terms.length > 0; number += 1) {
    const part = texts.partCount <= PARTS_KEPT ? await texts.part(number) : await texts.openPart(number);
    if (own !== searchNumber) return false;
    if (!await searchPart(report, part, terms, found, () => own === searchNumber)) return false;
    onProgress(number + 1, texts.partCount);
    await breathe();
  }
  return true;
}

async function searchPart(report, { lines, byId }, terms, found, stillAsked) {
  let since = performance.now();
  for (const line of lines) {
    if (performance.now() - since > WORK_MS) {
      await breathe();
      since = performance.now();
    }
    if (!stillAsked()) return false;
    const text = decodedText(line, byId);
    const hit = hitIn(reportText(text, false), terms) ?? (text.read.length > 0 ? hitIn(reportText(text, true), terms) : null);
    if (!hit) continue;
    for (const story of report.index.storiesOf.get(line.id) ?? []) {
      if (!found.has(story.story)) found.set(story.story, { id: line.id, snippet: hit });
    }
  }
  return true;
}

// The words around the first hit; null where one of the terms is missing.
function hitIn(text, terms) {
  const folded = foldedForSearch(text);
  if (!holdsTerms(folded, terms)) return null;
  const at = folded.indexOf(terms[0]);
  const from = Math.max(0, at - SNIPPET_BEFORE);
  return { before: (from > 0 ? '…' : '') + folded.slice(from, at), match: terms[0],
    after: `${folded.slice(at + terms[0].length, from + SNIPPET_LENGTH)}…` };
}
