// The audit: pairs near the line, verdicts that last, labels that `wirecopy eval` reads.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { launch, openPage, goTo } from './open_page.mjs';
import { inFolder, jsonLines, makeReport, run, sampleArticles } from './report_files.mjs';

let browser; let report; let page; let misdeeds; let judged;

before(async () => {
  report = makeReport('doubt', sampleArticles);
  run('pairs', sampleArticles, '--rejected', '--evidence', '-o', inFolder('pairs.jsonl'));
  judged = new Map(jsonLines(inFolder('pairs.jsonl')).map((pair) => [`${pair.id_a}\t${pair.id_b}`, pair]));
  browser = await launch();
  ({ page, misdeeds } = await openPage(browser, report.html, '#/doubt'));
});
after(() => browser.close());

const cards = () => page.locator('.doubt-card').evaluateAll((list) => list.map((card) => ({
  ids: card.querySelector('a.compare').hash.split('/').slice(2).map(decodeURIComponent),
  probability: card.querySelector('.coverages strong').textContent, reasons: [...card.querySelectorAll('.reasons li')].map((li) => li.textContent) })));

test('pairs on both sides of the line, with the figures and reasons of the engine', async () => {
  const shown = await cards();
  assert.ok(shown.length >= 10, `${shown.length}`);
  for (const card of shown) {
    const pair = judged.get(card.ids.join('\t'));
    assert.ok(pair, card.ids.join(' '));
    assert.ok(Math.abs(Number(card.probability) - pair.probability) <= 0.0051, `${card.probability} ${pair.probability}`);
    assert.deepEqual(card.reasons, pair.reasons);
  }
});

test('what became of a pair: joined, listed as a roundup, or apart', async () => {
  const storiesOf = (id) => report.stories.filter((story) => story.members.some((m) => m.id === id));
  for (const [i, { ids: [a, b] }] of (await cards()).entries()) {
    const both = storiesOf(a).filter((story) => storiesOf(b).includes(story));
    const joined = both.some((story) => story.members.every((m) => (m.id !== a && m.id !== b) || m.relation !== 'roundup'));
    const said = await page.locator('.doubt-card').nth(i).locator('.meta').textContent();
    assert.match(said, joined ? /stand in one story/ : both.length > 0 ? /^A roundup: listed/ : /^They stand in different stories/, `${a} ${b}`);
    assert.equal(/though this pair is above the line/.test(said), both.length === 0 && judged.get(`${a}\t${b}`).probability >= 0.65 && judged.get(`${a}\t${b}`).relation !== 'quote', `${a} ${b}`);
  }
  assert.ok(await page.getByText('A roundup: listed').count() > 0);
});

test('verdicts last, and eval reads the labels', async () => {
  const shown = await cards();
  for (const [i, name] of [[0, 'the same'], [1, 'not the same'], [2, 'an excerpt']]) {
    await page.locator('.doubt-card').nth(i).getByLabel(name, { exact: true }).check();
  }
  await page.reload();
  await page.waitForSelector('.doubt-card');
  assert.ok((await page.locator('.status').first().textContent()).startsWith('3 pairs decided'));
  assert.ok(await page.locator('.doubt-card').nth(1).getByLabel('not the same', { exact: true }).isChecked());
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export labels' }).click()]);
  const labels = readFileSync(await download.path(), 'utf8');
  const rows = labels.trim().split('\n').map((line) => line.split('\t'));
  assert.deepEqual(rows[0], ['id1', 'id2', 'label']);
  assert.deepEqual(rows.slice(1).map((row) => [...row.slice(0, 2).sort(), row[2]]),
    shown.slice(0, 3).map((card, i) => [...card.ids.sort(), ['same', 'not-same', 'excerpt'][i]]));
  writeFileSync(inFolder('verdicts.tsv'), labels);
  const said = JSON.parse(run('eval', report.storiesFile, '--pairs', inFolder('verdicts.tsv'), '--format', 'json'));
  assert.equal(said.schema, 'wirecopy.eval-pairs/1');
  assert.deepEqual(Object.entries(said.joined_by_label).map(([label, { pairs }]) => [label, pairs]).sort(),
    [['excerpt', 1], ['not-same', 1], ['same', 1]]);
  assert.equal(said.ids_in_no_cluster, 0);
});

test('the shares are those of the sides shown, whichever comes first', async () => {
  const shares = async (ids) => {
    await goTo(page, `#/pair/${ids.map(encodeURIComponent).join('/')}`);
    return page.locator('.statement .coverages').last().locator('dd').evaluateAll((cells) => cells.slice(-2).map((cell) => cell.textContent));
  };
  await goTo(page, '#/doubt');
  for (const { ids } of await cards()) {
    const { coverage_a: a, coverage_b: b } = judged.get(ids.join('\t'));
    if (Math.round(100 * a) === Math.round(100 * b)) continue;
    const [first, second] = await shares(ids);
    assert.match(first, new RegExp(`\\b${Math.round(100 * a)}\\s%`));
    assert.deepEqual(await shares([...ids].reverse()), [second, first]);
    break;
  }
  await goTo(page, '#/doubt');
});

test('a verdict is given beside the texts, too', async () => {
  const [{ ids }] = await cards();
  await goTo(page, `#/pair/${ids.map(encodeURIComponent).join('/')}`);
  assert.ok(await page.getByLabel('the same', { exact: true }).isChecked());
  await page.getByLabel('none yet').check();
  await goTo(page, '#/doubt');
  assert.ok((await page.locator('.status').first().textContent()).startsWith('2 pairs decided'));
});

test('where storage is denied the page works and says so', async () => {
  const denied = await openPage(browser, report.html, '#/doubt', { beforeScripts: () => {
    Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } });
  } });
  await denied.page.locator('.doubt-card').first().getByLabel('the same', { exact: true }).check();
  const status = await denied.page.locator('.status').first().textContent();
  assert.ok(status.startsWith('1 pair decided') && status.includes('export before you close'), status);
  assert.deepEqual(denied.misdeeds, []);
});

test('ids that a label line cannot hold are left out', async () => {
  const made = await page.evaluate(() => verdictLabels([['a', 'b', 'same'], ['a\tb', 'c', 'same'], ['d', 'e\n', 'excerpt']]));
  assert.deepEqual(made, { text: 'id1\tid2\tlabel\na\tb\tsame\n', leftOut: 2 });
});

test('nothing was asked of a network and nothing failed', () => assert.deepEqual(misdeeds, []));
