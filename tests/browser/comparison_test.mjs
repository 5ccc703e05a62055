// The page's own alignment: against the engine's on the sample, against plain truths on made texts, and its cost.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { launch, openPage } from './open_page.mjs';
import { makeReport, sampleArticles } from './report_files.mjs';

let browser; let page; let misdeeds;

before(async () => {
  const report = makeReport('comparison', sampleArticles);
  browser = await launch();
  ({ page, misdeeds } = await openPage(browser, report.html, '#/doubt'));
});
after(() => browser.close());

// {equal: [A, B], hunks: [[kind, A, B]], moved} of two plain texts.
const compared = (a, b) => page.evaluate(([rawA, rawB]) => {
  const text = (raw) => ({ raw, furniture: [], read: [], edge: null });
  const comparison = compareTexts(text(rawA), text(rawB), null);
  const words = (side, begin, end) => (end > begin ? side.text.raw.slice(side.tokens.begin[begin], side.tokens.end[end - 1]) : '');
  return { equal: comparison.sides.map((side) => side.marks.filter((mark) => mark === EQUAL).length / side.marks.length),
    hunks: comparison.hunks.map((h) => [h.kind, words(comparison.sides[0], h.a, h.ea), words(comparison.sides[1], h.b, h.eb)]),
    moved: comparison.passages.filter((p) => p.moved).length, passages: comparison.passages.length };
}, [a, b]);

const chinese = '昨日上午，青石镇举行春灌动员会，全镇一百二十名渠长到会，会议决定本月底前完成十八公里支渠的清淤，并为三个缺水村架设临时泵站。';
const english = 'The ferry board of Northhaven agreed on Tuesday to buy two new boats for 340 thousand crowns and to keep the winter fares as they are.';

test('kinds of difference', async () => {
  const rows = [
    ['equal', chinese, chinese, []],
    ['a number', chinese, chinese.replace('十八公里', '二十公里'), [['number', '十八', '二十']]],
    ['a number in words of another script', english, english.replace('340', '430'), [['number', '340', '430']]],
    ['a character put in', chinese, chinese.replace('临时泵站', '临时小泵站'), [['put-in', '', '小']]],
    ['words left out', english, english.replace(' on Tuesday', ''), [['left-out', 'on Tuesday', '']]],
    ['a word replaced', english, english.replace('winter', 'summer'), [['words', 'winter', 'summer']]],
    ['invisible characters inside a number', chinese, chinese.replace('十八', '十\u200b八\ufeff'), []],
    ['only punctuation, case and width', english, english.toUpperCase().replace('.', ' !'), []],
  ];
  for (const [name, a, b, hunks] of rows) assert.deepEqual((await compared(a, b)).hunks, hunks, name);
});

test('a paragraph moved is found where it went', async () => {
  const first = 'Seven masons from Hollin carried the bell stone up the tower stair before noon while the choir waited in the rain. ';
  const second = 'The treasurer read out the names of forty donors and thanked the miller for the loan of his longest ropes and his mules. ';
  const { moved, equal } = await compared(first + second, second + first);
  assert.equal(moved, 1);
  assert.deepEqual(equal, [1, 1]);
});

test('texts that share nothing, and empty ones', async () => {
  assert.deepEqual((await compared(chinese, english)).passages, 0);
  assert.deepEqual((await compared('', '')).passages, 0);
  assert.deepEqual((await compared(chinese, '')).passages, 0);
  assert.deepEqual((await compared('短讯', '短讯')).passages, 1);
});

test('on each edge of the sample: nearly all that the engine aligned', async () => {
  const edges = await page.evaluate(async () => {
    const texts = makeTexts(await readObject('where'), document.querySelectorAll('script[data-block=texts]').length);
    const rows = [];
    for (let number = 0; number < texts.partCount; number += 1) {
      const part = await texts.openPart(number);
      for (const line of part.lines.filter((one) => one.edge)) {
        const a = decodedText(line, part.byId);
        const b = decodedText(part.of(line.edge.of, line.story), part.byId);
        const equal = (comparison) => comparison.sides[0].marks.map((mark) => (mark === EQUAL ? 1 : 0));
        const [engine, own] = [equal(compareTexts(a, b, line.edge)), equal(compareTexts(a, b, null))];
        rows.push([line.id, engine.reduce((n, bit) => n + bit, 0), engine.reduce((n, bit, i) => n + (bit && own[i] ? 1 : 0), 0)]);
      }
    }
    return rows;
  });
  assert.ok(edges.length > 50, `${edges.length}`);
  const sums = edges.reduce(([all, both], row) => [all + row[1], both + row[2]], [0, 0]);
  assert.ok(sums[1] / sums[0] > 0.98, sums.join(' '));
  for (const [id, engine, both] of edges) assert.ok(both >= engine * 0.9, `${id}: ${both} of ${engine}`);
});

// The work is counted, not timed: how many cells of tables, windows and runs a text may cost.
test('texts of 100 kB, repetitive ones too, stay within bounds', async () => {
  const work = await page.evaluate(() => {
    const random = ((state) => () => { state = (state * 48271) % 2147483647; return state / 2147483647; })(7);
    const wordy = Array.from({ length: 16000 }, () => `w${Math.floor(random() * 3000)}`).join(' ');
    const edited = wordy.split(' ').map((word) => (random() < 0.03 ? 'changed' : word)).join(' ');
    const text = (raw) => ({ raw, furniture: [], read: [], edge: null });
    const rows = {};
    for (const [name, a, b] of [['edited', wordy, edited], ['one character', '哈'.repeat(33000), '哈'.repeat(32000)],
      ['a refrain', '春江潮水连海平'.repeat(4700), '春江潮水连海平海上明月共潮生'.repeat(2300)], ['nothing shared', wordy, wordy.replace(/w/g, 'v')]]) {
      const sides = [a, b].map((raw) => tokensOf(text(raw)));
      const [x, y] = numbered(...sides);
      const runs = seedRuns(x, y, seedLength(sides[0]));
      const comparison = compareTexts(text(a), text(b), null);
      rows[name] = { runs: runs.length, equal: comparison.sides[0].marks.filter((mark) => mark === EQUAL).length / x.length };
    }
    return rows;
  });
  for (const [name, { runs }] of Object.entries(work)) assert.ok(runs <= 20000, `${name}: ${runs}`);
  assert.ok(work.edited.equal > 0.9, JSON.stringify(work));
  assert.ok(work['one character'].equal > 0.9, JSON.stringify(work));
});

test('nothing failed', () => assert.deepEqual(misdeeds, []));
