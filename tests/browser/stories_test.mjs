// Search, filters, order and pages of the list of stories.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { goTo, launch, openPage } from './open_page.mjs';
import { inFolder, makeReport, run, sampleArticles, writeArticles } from './report_files.mjs';

let browser; let report; let page; let misdeeds;

before(async () => {
  report = makeReport('stories', sampleArticles);
  browser = await launch();
  ({ page, misdeeds } = await openPage(browser, report.html, '#/stories'));
});
after(() => browser.close());

const shownStories = () => page.locator('.story-title').evaluateAll((links) => links.map((a) => a.hash.split('/').pop()));
const shared = () => report.stories.filter((story) => story.size > 1);
const names = (stories) => stories.map((story) => story.story).sort();

async function search(words) {
  await page.getByRole('searchbox').fill(words);
  await page.waitForFunction((q) => new URLSearchParams(location.hash.split('?')[1] ?? '').get('q') === (q || null), words);
  if (words) await page.waitForFunction(() => /All texts searched/.test(document.querySelector('.progress').textContent));
}

test('all stories, largest first; articles alone only when asked for', async () => {
  const wanted = report.stories.filter((story) => story.size > 1).map((story) => story.story);
  assert.deepEqual(await shownStories(), wanted);
  assert.equal(await page.locator('.status').first().textContent(), `${wanted.length} of ${wanted.length} stories`);
  await page.getByLabel('Articles, least').fill('1');
  await page.getByLabel('Articles, least').blur();
  assert.deepEqual(await shownStories(), report.stories.map((story) => story.story));
});

test('a word of titles, outlets and texts finds the stories that hold it', async () => {
  for (const word of ['三桥', 'meridian', '恐龙', 'Calder Bay', 'harbour']) {
    await search(word);
    const terms = word.toLowerCase().split(' ');
    const holds = (text) => terms.every((term) => (text ?? '').toLowerCase().includes(term));
    const titles = shared().filter((story) => holds(story.members.map((m) => `${m.title} ${m.outlet} ${m.id}`).join(' ')));
    const shown = (await shownStories()).sort();
    for (const name of names(titles)) assert.ok(shown.includes(name), `${word}: ${name}`);
    assert.ok(shown.length > 0 && shown.length < report.stories.length, word);
  }
});

test('a figure of a text finds its story; furniture is not searched', async () => {
  await search('27.46');
  const wanted = names(shared().filter((s) => s.members.some((m) => m.relation !== 'roundup' && report.articles.get(m.id).text.includes('27.46'))));
  assert.equal(wanted.length, 1);
  assert.ok((await shownStories()).includes(wanted[0]));
  const searched = await page.evaluate(() => [false, true].map((asRead) => reportText({ raw: 'menu 漢(hàn)字 body 開 foot',
    furniture: [[0, 5], [20, 24]], read: [[5, 6, '汉'], [6, 11, ''], [18, 19, '开']] }, asRead)));
  assert.deepEqual(searched, ['\n漢(hàn)字 body 開 \n', '\n汉字 body 开 \n']);
});

test('a search in Simplified finds what stands in Traditional with pinyin', async () => {
  await search('');
  await goTo(page, '#/stories');
  await search('视频调度会议');
  const hit = await page.locator('.snippet mark').first().textContent();
  assert.equal(hit, '视频调度会议');
});

test('a word that stands nowhere finds nothing', async () => {
  await search('zzyzx');
  assert.deepEqual(await shownStories(), []);
  await search('');
});

test('filters by outlet, relation, size, date and doubt', async () => {
  const rows = [
    [{ outlet: '物流宝' }, (s) => s.members.some((m) => m.outlet === '物流宝')],
    [{ relation: 'excerpt' }, (s) => s.members.some((m) => m.relation === 'excerpt')],
    [{ min: '5', max: '6' }, (s) => s.size >= 5 && s.size <= 6],
    [{ from: '2026-06-15' }, (s) => s.last_published && s.last_published[1].slice(0, 10) >= '2026-06-15'],
    [{ to: '2026-06-10' }, (s) => s.first_published && s.first_published[0].slice(0, 10) <= '2026-06-10'],
    [{ doubt: 'origin' }, (s) => s.size > 1 && s.origin.confidence === 0],
    [{ doubt: 'edge' }, (s) => s.members.some((m) => m.of && m.relation !== 'roundup' && m.of_confidence === 0)],
    [{ doubt: 'roundup' }, (s) => s.roundups > 0],
    [{ doubt: 'series' }, (s) => report.series.some((series) => series.members.some((m) => m.story === s.story))],
  ];
  for (const [query, holds] of rows) {
    await goTo(page, `#/stories?${new URLSearchParams(query)}`);
    const wanted = names(shared().filter(holds));
    assert.ok(wanted.length > 0, JSON.stringify(query));
    await page.waitForFunction((n) => document.querySelectorAll('.story-row').length === n, wanted.length);
    assert.deepEqual((await shownStories()).sort(), wanted, JSON.stringify(query));
  }
});

test('the form does what the address does, and the address follows it', async () => {
  await goTo(page, '#/stories');
  await page.getByLabel('Relation').selectOption('excerpt');
  assert.equal(await page.evaluate(() => location.hash), '#/stories?relation=excerpt');
  await page.getByLabel('Order').selectOption('first');
  const dates = shared().filter((s) => s.members.some((m) => m.relation === 'excerpt')).map((s) => [s.first_published[0], s.story]).sort();
  assert.deepEqual(await shownStories(), dates.map(([, name]) => name));
});

test('a long list is shown in pages', async () => {
  const words = ['barge', 'castle', 'donkey', 'engine', 'ferry', 'garden', 'harvest', 'island', 'jacket', 'kettle'];
  const articles = [];
  for (let i = 0; i < 60; i += 1) {
    const pick = (k) => words[Math.floor(i / 10 ** k) % 10] + i * (k + 3);
    const text = `Number ${i} of the parish notes tells how ${pick(0)} met ${pick(1)} under bridge ${i * 37} and sold ${i * 91} baskets of ${pick(2)} to clerk ${i * 53} of ward ${i * 17}.`;
    for (const outlet of ['Upper Parish', 'Lower Parish']) articles.push({ id: `${outlet}-${i}`, outlet, title: `Note ${i}`, text });
  }
  const long = makeReport('long', writeArticles('long', articles));
  assert.ok(long.stories.length > 50, `${long.stories.length}`);
  const opened = await openPage(browser, long.html, '#/stories');
  assert.equal(await opened.page.locator('.story-row').count(), 50);
  await opened.page.getByRole('button', { name: 'Next page' }).click();
  assert.equal(await opened.page.locator('.story-row').count(), long.stories.length - 50);
  assert.equal(await opened.page.locator('.pages [aria-current]').textContent(), '2');
  assert.deepEqual(opened.misdeeds, []);
});

test('a copy that may not belong is told in the list, by the filter, the order and in the tree; a pair below the line is a fact', async () => {
  const sure = shared().find((s) => s.evidence.least < 0.65 && s.members.every((m) => m.relation === 'roundup' || (m.probability >= 0.8 && (!m.of || m.of_confidence > 0))));
  const doubtful = shared().find((s) => s !== sure && s.evidence.least >= 0.65 && s.origin.confidence > 0);
  doubtful.members[1].probability = 0.72;
  writeFileSync(inFolder('doubtful.jsonl'), report.stories.map((story) => `${JSON.stringify(story)}\n`).join(''));
  run('report', inFolder('doubtful.jsonl'), '--articles', sampleArticles, '-o', inFolder('doubtful.html'));
  const opened = await openPage(browser, inFolder('doubtful.html'), '#/stories?sort=unsure');
  const notesOf = (story) => opened.page.locator('.story-row', { has: opened.page.locator(`a[href$="${story.story}"]`) }).locator('.doubts li').allTextContents();
  assert.equal((await opened.page.locator('.story-title').first().getAttribute('href')).split('/').pop(), doubtful.story);
  assert.ok((await notesOf(doubtful)).includes('1 member may not belong'));
  assert.deepEqual(await notesOf(sure), []);
  await goTo(opened.page, '#/stories?doubt=member');
  assert.equal(await opened.page.locator('.story-row').count(), 1);
  await goTo(opened.page, `#/story/${doubtful.story}`);
  assert.deepEqual(await opened.page.locator('.certainty.unsure').allTextContents(), ['may not belong here: probability 0.72']);
  assert.equal(await opened.page.getByText('compared directly, stay below').count(), 0);
  await goTo(opened.page, `#/story/${sure.story}`);
  assert.equal(await opened.page.getByText('compared directly, stay below 0.65').count(), 1);
  assert.deepEqual(opened.misdeeds, []);
});

test('nothing was asked of a network and nothing failed', () => assert.deepEqual(misdeeds, []));
