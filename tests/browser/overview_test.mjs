// Every figure of the overview against the command's own output.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { goTo, launch, openPage, tableRows } from './open_page.mjs';
import { makeReport, sampleArticles, writeArticles } from './report_files.mjs';
import { expectedFigures } from './expected_figures.mjs';

let browser; let report; let page; let misdeeds; let expected;

before(async () => {
  report = makeReport('overview', sampleArticles);
  expected = expectedFigures(report.stories);
  browser = await launch();
  ({ page, misdeeds } = await openPage(browser, report.html));
});
after(() => browser.close());

async function sectionTable(heading, summary) {
  const section = page.locator('section', { has: page.locator('h2', { hasText: heading }) });
  if (summary) await section.locator('summary', { hasText: summary }).click();
  return section.locator(summary ? 'details[open] table' : 'table').first();
}

test('the head tells stories, articles and origins', async () => {
  const { decided } = report.summary;
  assert.equal(await page.locator('h1').textContent(), `${expected.stories.length} stories, told by ${decided.members} articles`);
  const known = expected.stories.filter((story) => story.origin.confidence > 0).length;
  const facts = await page.locator('.fact dd').evaluateAll((list) => list.map((dd) => [dd.firstChild.textContent, dd.querySelector('.note').textContent]));
  assert.deepEqual(facts, [
    [`${decided.articles}`, `from ${decided.outlets} outlets`],
    [`${decided.stories}`, `${decided.members} articles in them`],
    [`${known}`, `of ${expected.stories.length - known} ${expected.stories.length - known === 1 ? 'story' : 'stories'} the source is unknown`],
    [`${decided.exact_copies}`, 'bodies equal to another’s'], [`${decided.roundups}`, 'pages that hold several stories'],
    [`${decided.series}`, 'forms filled for different events']]);
});

test('stories by size, by month, and lags', async () => {
  const rows = await tableRows(await sectionTable('Stories by size', 'table'));
  assert.deepEqual(rows.map((row) => Number(row[1])), expected.bySize);
  const months = await tableRows(await sectionTable('Stories by time', 'table'));
  assert.deepEqual(Object.fromEntries(months.map(([month, n]) => [month, Number(n)])), expected.months);
  const lags = (await tableRows(await sectionTable('From origin to copy', 'table'))).map((row) => Number(row[1]));
  assert.deepEqual(lags, [expected.lags.earlier, expected.lags.overlap, ...expected.lags.bins, expected.lags.coarse, expected.lags.unknown]);
  const { later } = expected.lags;
  const median = later[Math.floor((later.length - 1) / 2)];
  const sentence = await page.locator('section', { has: page.locator('h2', { hasText: 'From origin' }) }).locator('.lead-in').textContent();
  assert.ok(sentence.startsWith(`${later.length + expected.lags.coarse} copies are surely later than their origin. Of ${later.length} `), sentence);
  assert.ok(sentence.includes(`${Math.floor(median / 3600)} h`), `${sentence} ${median}`);
});

test('the drawn figures are those of the tables', async () => {
  const drawn = await page.locator('section', { has: page.locator('h2', { hasText: 'Stories by size' }) }).locator('svg .chart-value').allTextContents();
  assert.deepEqual(drawn.map(Number), expected.bySize);
});

test('each outlet: what it originates, reprints and cuts', async () => {
  const rows = await tableRows(await sectionTable('Outlets:', 'outlets'));
  const shown = Object.fromEntries(rows.map(([outlet, , articles, origins, firstSeen, exact, reprint, edited, excerpt]) =>
    [outlet, { articles, origins, firstSeen, exact, reprint, edited, excerpt }].map((v) => (typeof v === 'string' ? v :
      Object.fromEntries(Object.entries(v).map(([key, n]) => [key, Number(n)]))))));
  assert.deepEqual(shown, expected.outlets);
});

test('who reprints whom, with and without guesses', async () => {
  for (const figure of ['sure', 'copies']) {
    if (figure === 'copies') await page.locator('.card label.check input').check();
    const rows = await tableRows(await sectionTable('Who reprints whom', 'pairs of outlets'));
    const shown = Object.fromEntries(rows.map(([copier, from, n]) => [`${copier}\t${from}`, Number(n)]));
    const wanted = Object.fromEntries(Object.entries(expected.edges).filter(([, edge]) => edge[figure] > 0).map(([key, edge]) => [key, edge[figure]]));
    assert.deepEqual(shown, wanted, figure);
    const cells = await page.locator('.matrix').evaluate((table) => {
      const sources = [...table.querySelectorAll('thead th')].map((th) => th.textContent);
      return [...table.querySelectorAll('tbody tr')].flatMap((row) => [...row.querySelectorAll('td')].map((td, i) =>
        [`${row.querySelector('th').textContent}\t${sources[i]}`, Number(td.textContent.replace('·', ''))]));
    });
    assert.ok(cells.length >= 100);
    for (const [key, n] of cells) assert.equal(n, wanted[key] ?? 0, `${figure} ${key}`);
  }
});

test('a figure of the matrix leads to the stories it counts', async () => {
  await page.locator('.matrix td.filled a').first().click();
  await page.waitForSelector('.story-row');
  const query = new URLSearchParams((await page.evaluate(() => location.hash)).split('?')[1]);
  const wanted = expected.stories.filter((story) => story.members.some((m) => m.outlet === query.get('outlet') && m.relation !== 'roundup' &&
    story.members.some((other) => other.id === m.of && other.outlet === query.get('source'))));
  assert.equal(await page.locator('.story-row').count(), wanted.length);
  await goTo(page, '#/');
});

test('relations, options, versions and work as the summary has them', async () => {
  const rows = await tableRows(await sectionTable('What the copies are'));
  const shown = Object.fromEntries(rows.map(([relation, n]) => [relation, Number(n)]));
  const wanted = Object.fromEntries(Object.entries(report.summary.decided.members_by_relation).filter(([, n]) => n > 0));
  assert.deepEqual(shown, wanted);
  const parameters = Object.fromEntries(await page.locator('.parameters > div').evaluateAll((list) =>
    list.map((div) => [div.querySelector('dt').textContent, div.querySelector('dd').textContent])));
  const { options, versions, background, decided } = report.summary;
  for (const [key, value] of Object.entries({ ...options, ...versions, background, candidates: decided.candidates, compared: decided.compared,
    tokens: decided.tokens, furniture_tokens: decided.furniture_tokens, too_short: decided.too_short })) {
    assert.equal(parameters[key], String(value), key);
  }
});

test('what was read and skipped, and why', async () => {
  const text = 'The lantern keepers of Osk met at the old mill on Friday and agreed to share the oil of the winter stock among eleven villages.';
  const file = writeArticles('skipping', [{ id: 'k1', outlet: 'Osk Post', text }, { id: 'k2', outlet: 'Mill News', text }, '{"id": "broken', '{"id":"k4"}']);
  const skipping = makeReport('skipping', file);
  const opened = await openPage(browser, skipping.html);
  const section = opened.page.locator('section', { has: opened.page.locator('h2', { hasText: 'Read and skipped' }) });
  assert.ok((await section.textContent()).includes('Files opened: 1. 4 records read: 2 kept, 2 skipped.'));
  const rows = Object.fromEntries((await tableRows(section.locator('table').first())).map(([reason, , n]) => [reason, Number(n)]));
  assert.deepEqual(rows, skipping.summary.read.skipped_by_reason);
  await section.locator('summary').click();
  const problems = await tableRows(section.locator('details table'));
  assert.equal(problems.length, 2);
  assert.ok(problems[0][0].endsWith(':3') && problems[1][0].endsWith(':4'), JSON.stringify(problems));
  assert.deepEqual(opened.misdeeds, []);
});

test('nothing was asked of a network and nothing failed', () => assert.deepEqual(misdeeds, []));
