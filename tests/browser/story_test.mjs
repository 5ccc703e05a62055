// One story: its members, its tree, its downloads; a pair: its alignment, its marks, its keys.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { goTo, launch, openPage, tableRows } from './open_page.mjs';
import { makeReport, sampleArticles } from './report_files.mjs';

let browser; let report; let page; let misdeeds;

before(async () => {
  report = makeReport('story', sampleArticles);
  browser = await launch();
  ({ page, misdeeds } = await openPage(browser, report.html, `#/story/${report.stories[0].story}`));
});
after(() => browser.close());

const percent = (share) => { const n = Math.round(share * 100); return share < 1 && n === 100 ? '99\u202f%' : share > 0 && n === 0 ? '<1\u202f%' : `${n}\u202f%`; };
const probability = (p) => p.toFixed((p > 0.99 && p < 1) || (p > 0 && p < 0.01) ? 4 : 2);

test('every member of every story with its relation, coverage, confidence and reasons', async () => {
  for (const story of report.stories) {
    await goTo(page, `#/story/${story.story}`);
    await page.locator('summary', { hasText: /All \d+ articles|The \d+ article/ }).click();
    await page.waitForSelector('section details[open] table');
    const rows = await tableRows(page.locator('section table'));
    assert.equal(rows.length, story.members.length);
    story.members.forEach((m, i) => {
      const [outlet, , , relation, from, confidence, coverage, coverageOf, probable] = rows[i];
      assert.equal(outlet, m.outlet);
      assert.equal(relation, m.of !== null ? m.relation : story.origin.confidence > 0 ? 'origin' : 'first or fullest');
      assert.equal(from, m.of === null ? '–' : story.members.find((o) => o.id === m.of).outlet);
      assert.equal(confidence, m.of === null ? '–' : m.of_confidence === 0 ? 'unknown' : probability(m.of_confidence), m.id);
      assert.deepEqual([coverage, coverageOf, probable], [percent(m.coverage), percent(m.coverage_of), probability(m.probability)], m.id);
    });
  }
});

test('the tree hangs each copy under the member it was copied from', async () => {
  const story = report.stories[0];
  await goTo(page, `#/story/${story.story}`);
  const nodes = await page.locator('.tree .node').evaluateAll((list) => list.map((node) => [Number(node.id.split('-')[1]),
    node.parentElement.parentElement.closest('li')?.firstChild.id.split('-')[1] ?? null, [...node.querySelectorAll('.reasons li')].map((li) => li.textContent)]));
  assert.equal(nodes.length, story.size);
  for (const [i, parent, reasons] of nodes) {
    const member = story.members[i];
    assert.equal(parent === null ? null : story.members[Number(parent)].id, member.of);
    assert.deepEqual(reasons, member.of === null ? [] : member.of_reasons);
  }
});

test('an origin of confidence 0 is called no origin', async () => {
  const unknown = report.stories.find((s) => s.size > 1 && s.origin.confidence === 0);
  await goTo(page, `#/story/${unknown.story}`);
  assert.ok((await page.locator('.statement').textContent()).startsWith('The source is unknown.'));
  assert.equal(await page.locator('.relation-origin').count(), 0);
  const known = report.stories.find((s) => s.origin.confidence > 0);
  await goTo(page, `#/story/${known.story}`);
  const words = await page.locator('.statement').textContent();
  assert.ok(words.includes(probability(known.origin.confidence)) && words.includes(known.origin.reasons[0]), words);
});

test('a story of a series, and the series', async () => {
  const series = report.series[0];
  const story = series.members.find((m) => m.story).story;
  await goTo(page, `#/story/${story}`);
  await page.locator('.callout a').click();
  await page.waitForSelector('.series-members');
  assert.equal(await page.locator('.series-members > li').count(), series.size);
});

test('downloads are the line of the story, and a table', async () => {
  const story = report.stories[1];
  await goTo(page, `#/story/${story.story}`);
  const save = async (name) => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
    return readFileSync(await download.path(), 'utf8');
  };
  assert.deepEqual(JSON.parse(await save('Download as JSONL')), story);
  const csv = (await save('Download as CSV')).trim().split('\r\n');
  assert.equal(csv.length, story.members.length + 1);
  assert.ok(csv[1].startsWith(`${story.story},${story.members[0].id},`), csv[1]);
});

test('a pair shows both texts whole, as they stand', async () => {
  const story = report.stories[0];
  for (const member of story.members.filter((m) => m.of)) {
    await goTo(page, `#/pair/${member.of}/${member.id}`);
    for (const [side, id] of [['A', member.of], ['B', member.id]]) {
      const shown = await page.locator(`.cell[data-side=${side}] .text`).allTextContents();
      assert.equal(shown.join('').replace(/\s/g, ''), report.articles.get(id).text.replace(/\s/g, ''), `${id} ${side}`);
    }
  }
});

test('Traditional characters and pinyin are no differences, and can be shown as they were read', async () => {
  await goTo(page, '#/pair/lanchuan-lanchuanribao/lanchuan-wuliubao');
  assert.equal(await page.locator('mark.hunk').count(), 0);
  assert.ok(await page.locator('.damage').count() > 10);
  await page.getByLabel(/As it was read/).check();
  const text = (await page.locator('.cell[data-side=B] .text').allTextContents()).join('');
  assert.ok(text.includes('视频调度会议') && !text.includes('(huì'), text.slice(0, 300));
});

test('numbers that changed are told', async () => {
  const found = [];
  for (const story of report.stories) {
    for (const m of story.members.filter((one) => one.of && one.relation === 'edited')) {
      await goTo(page, `#/pair/${m.of}/${m.id}`);
      found.push(...await page.locator('mark.hunk-number').allTextContents());
    }
  }
  assert.ok(found.length > 0 && found.every((words) => /[\d一二三四五六七八九十百千万]/.test(words)), JSON.stringify(found));
});

test('any two members are aligned, by keyboard too', async () => {
  const story = report.stories[1];
  const [a, b] = story.members.filter((m) => m.of && m.relation !== 'roundup').slice(-2);
  await goTo(page, `#/pair/${story.members[0].id}/${story.members[1].id}`);
  await page.locator('summary', { hasText: 'Compare two other' }).click();
  await page.getByLabel('Article A').selectOption(a.id);
  await page.waitForFunction((id) => location.hash.includes(id), encodeURIComponent(a.id));
  await goTo(page, `#/pair/${a.id}/${b.id}`);
  await page.locator('.side-by-side').focus();
  await page.keyboard.press('n');
  const lit = await page.evaluate(() => document.activeElement.dataset.hunk);
  assert.ok(lit !== undefined);
  assert.ok(await page.locator(`[data-hunk="${lit}"].lit`).count() >= 1);
  await page.keyboard.press('p');
  assert.notEqual(await page.evaluate(() => document.activeElement.dataset.hunk), undefined);
});

test('pointing at a difference lights its counterpart', async () => {
  await goTo(page, '#/pair/lanchuan-lanchuanribao/lanchuan-zhangshang');
  const mark = page.locator('[data-hunk]').first();
  if (await mark.count() === 0) return;
  await mark.hover();
  assert.equal(await page.locator('.lit[data-hunk]').count(), await page.locator(`[data-hunk="${await mark.getAttribute('data-hunk')}"]`).count());
});

test('what is not there is said', async () => {
  for (const address of ['#/story/nothing', '#/series/nothing', '#/elsewhere']) {
    await goTo(page, address);
    assert.equal(await page.locator('h1').textContent(), 'Not in this report');
  }
  await goTo(page, '#/pair/nobody/nothing');
  assert.ok((await page.locator('.pair-place').textContent()).includes('is not in this report'));
});

test('nothing was asked of a network and nothing failed', () => assert.deepEqual(misdeeds, []));
