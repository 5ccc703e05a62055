// What a reader decides of pairs: kept in this browser, for this report alone, and exported as labels for
// `wirecopy eval`. Where storage is denied they last as long as the page is open.

const VERDICTS = ['same', 'not-same', 'excerpt'];

function makeVerdicts(fingerprint) {
  const key = `wirecopy.verdicts.${fingerprint}`;
  let held = new Map();
  try { held = new Map(JSON.parse(kept(key) ?? '[]')); } catch { /* not ours: begin anew */ }
  const pairKey = (a, b) => JSON.stringify(a < b ? [a, b] : [b, a]);
  let lasts = true;
  return {
    of: (a, b) => held.get(pairKey(a, b)) ?? null,
    set: (a, b, verdict) => {
      if (verdict) held.set(pairKey(a, b), verdict);
      else held.delete(pairKey(a, b));
      lasts = keep(key, JSON.stringify([...held]));
    },
    all: () => [...held].map(([pair, verdict]) => [...JSON.parse(pair), verdict]),
    lasts: () => lasts,
  };
}

// A short name of this report's content, so that verdicts of another do not mix in.
function fingerprintOf(text) {
  let a = 0x811c9dc5;
  let b = 0x1000193;
  for (let i = 0; i < text.length; i += 1) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
    b = Math.imul(b ^ text.charCodeAt(i), 0x85ebca6b) ^ (b >>> 13);
  }
  return (a >>> 0).toString(16).padStart(8, '0') + (b >>> 0).toString(16).padStart(8, '0');
}

// Tab-separated, as eval reads it; an id that a line cannot hold is left out and counted.
function verdictLabels(all) {
  const usable = all.filter(([a, b]) => !/[\t\r\n]/.test(a + b) && a !== '' && b !== '');
  const lines = ['id1\tid2\tlabel', ...usable.map((row) => row.join('\t'))];
  return { text: `${lines.join('\n')}\n`, leftOut: all.length - usable.length };
}

function verdictChoice(report, a, b, onChange) {
  const name = newId('verdict');
  const now = report.verdicts.of(a, b);
  const option = (value, label) => {
    const input = el('input', { type: 'radio', name, value, checked: (now ?? '') === value });
    input.addEventListener('change', () => { report.verdicts.set(a, b, value || null); onChange?.(); });
    return el('label', { class: 'check' }, input, ' ', label);
  };
  return el('fieldset', { class: 'verdict' }, el('legend', {}, t('yourVerdict')),
    VERDICTS.map((verdict) => option(verdict, t(`verdict.${verdict}`))), option('', t('verdict.none')));
}
