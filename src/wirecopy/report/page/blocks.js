// Opens the data blocks of the file: base64 of gzip of JSON or JSONL. Texts come a part at a time; with a report in
// a folder a part is a script of its own that calls wirecopyPart.

const partCallbacks = new Map();

function bytesOfBase64(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i += 1) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

async function opened(base64) {
  const stream = new Blob([bytesOfBase64(base64.trim())]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).text();
}

function linesOf(text) {
  const lines = [];
  for (let from = 0; from < text.length;) {
    let to = text.indexOf('\n', from);
    if (to < 0) to = text.length;
    if (to > from) lines.push(JSON.parse(text.slice(from, to)));
    from = to + 1;
  }
  return lines;
}

function blockElements(name) {
  return [...document.querySelectorAll(`script[data-block="${name}"]`)]
    .sort((a, b) => Number(a.dataset.part ?? 0) - Number(b.dataset.part ?? 0));
}

async function readObject(name) {
  const [block] = blockElements(name);
  return block ? JSON.parse(await opened(block.textContent)) : null;
}

// All lines of a block that is read as a whole; the file's copy is let go.
async function readLines(name, onPart) {
  const lines = [];
  const blocks = blockElements(name);
  for (const [i, block] of blocks.entries()) {
    for (const line of linesOf(await opened(block.textContent))) lines.push(line);
    block.textContent = '';
    onPart?.(i + 1, blocks.length);
  }
  return lines;
}

// Called by the script of a part.
function wirecopyPart(name, part, base64) {
  const key = `${name}-${part}`;
  partCallbacks.get(key)?.(base64);
  partCallbacks.delete(key);
}

function loadPartScript(name, part) {
  return new Promise((resolve, reject) => {
    partCallbacks.set(`${name}-${part}`, resolve);
    const script = el('script', { src: `parts/${name}-${part}.js` });
    script.addEventListener('error', () => reject(new Error(t('partMissing', { part: `parts/${name}-${part}.js` }))));
    script.addEventListener('load', () => script.remove());
    document.head.append(script);
  });
}

async function partText(name, part) {
  const block = document.querySelector(`script[data-block="${name}"][data-part="${part}"]`);
  return opened(block ? block.textContent : await loadPartScript(name, part));
}
