// Titles, outlets, ids, addresses and texts that try to act: nothing of them runs, asks a network or hides.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { goTo, launch, openPage } from './open_page.mjs';
import { inFolder, makeReport, writeArticles } from './report_files.mjs';

const act = 'window.hostileScriptRan=1';
const markup = [
  `<script>${act}</script>`, `</script><script>${act}</script>`, `<img src=x onerror="${act}">`, `<svg onload="${act}">`,
  `<iframe srcdoc="<script>parent.${act}</script>"></iframe>`, '<link rel=stylesheet href="http://127.0.0.1:9/s.css">',
  '<img src="http://127.0.0.1:9/pixel.png">', '<style>@import "http://127.0.0.1:9/i.css"; * { background: url(http://127.0.0.1:9/b) }</style>',
  '<base href="http://127.0.0.1:9/">', '<meta http-equiv=refresh content="0;url=http://127.0.0.1:9/">', '--><!--', ']]>', '&lt;script&gt;', '${' + act + '}',
];
const story = (n) => `The tollkeeper of gate ${n} told the river board on Monday that ${n * 13} carts had crossed the ford since the thaw, and that the rope ferry would rest until the new piles were driven in before midsummer.`;
let browser; let report; let opened;

function hostileArticles() {
  const addresses = [`javascript:${act}`, 'data:text/html,<script>1</script>', 'https://example.org/"onmouseover="x', 'http://example.org/ok', 'not a url'];
  return markup.flatMap((bad, i) => ['first', 'second', 'third'].map((which, k) => ({
    id: `${which}${i}-${bad}-\u001b[31m`, outlet: k === 0 ? `=cmd|' /C calc'!A${i}` : `${bad} Gazette ${k}`, url: addresses[(i + k) % addresses.length],
    title: k === 1 ? `\u202eevil\u202c ${bad}\u0007` : `${bad} gate ${i}`, published: `2026-03-${String(1 + i).padStart(2, '0')}T0${k + 1}:00:00Z`,
    text: `${bad} ${story(i)} ${k === 2 ? bad + ' More follows.' : ''}`,
  })));
}

before(async () => {
  report = makeReport('hostile', writeArticles('hostile', hostileArticles()));
  browser = await launch();
  opened = await openPage(browser, report.html);
});
after(() => browser.close());

async function visitAll(page) {
  await goTo(page, '#/stories');
  for (const words of ['tollkeeper', '<script>', 'onerror']) {
    await page.getByRole('searchbox').fill(words);
    await page.waitForFunction(() => /All texts searched/.test(document.querySelector('.progress').textContent));
  }
  for (const story of report.stories.slice(0, 14)) {
    await goTo(page, `#/story/${story.story}`);
    for (const summary of await page.locator('summary').all()) await summary.click();
    const copy = story.members.find((m) => m.of);
    if (copy) await goTo(page, `#/pair/${encodeURIComponent(copy.of)}/${encodeURIComponent(copy.id)}`);
    await page.waitForSelector('.side-by-side');
  }
  await goTo(page, '#/doubt');
  await goTo(page, '#/series');
  await goTo(page, '#/');
  for (const summary of await page.locator('summary').all()) await summary.click();
}

test('the stories are there', () => assert.ok(report.stories.length >= 10, `${report.stories.length}`));

test('nothing runs and nothing is asked of a network, in any view', async () => {
  await visitAll(opened.page);
  assert.deepEqual(opened.misdeeds, []);
});

test('no element was made of a text', async () => {
  const made = await opened.page.evaluate(() => [...document.querySelectorAll('#main img, #main iframe, #main link, #main style, #main base, #main script, #main meta, #main svg[onload]')].length);
  assert.equal(made, 0);
});

test('texts that act are noticed: this test can fail', async () => {
  const html = readFileSync(report.html, 'utf8');
  const weak = html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
    .replace('element.append(child instanceof Node ? child : String(child))',
      "child instanceof Node ? element.append(child) : element.insertAdjacentHTML('beforeend', child)");
  assert.notEqual(weak, html);
  writeFileSync(inFolder('weak.html'), weak);
  const story = report.stories.find((one) => one.members[0].title.startsWith('<img src=x'));
  const broken = await openPage(browser, inFolder('weak.html'), `#/story/${story.story}`);
  const asking = report.stories.find((one) => one.members[0].title.startsWith('<img src="http'));
  await goTo(broken.page, `#/story/${asking.story}`);
  await broken.page.waitForTimeout(300);
  assert.ok(broken.misdeeds.some((deed) => deed.startsWith('script ran')), broken.misdeeds.join('; '));
  assert.ok(broken.misdeeds.some((deed) => deed.startsWith('request http://127.0.0.1:9')), broken.misdeeds.join('; '));
});

test('the policy alone stops them too', async () => {
  const html = readFileSync(report.html, 'utf8');
  const { page, misdeeds } = opened;
  const failures = [];
  page.on('requestfailed', (request) => failures.push(request.failure().errorText));
  assert.match(html, /default-src 'none'/);
  await page.evaluate(() => document.getElementById('main').insertAdjacentHTML('beforeend', '<img src="http://127.0.0.1:9/x" onerror="window.hostileScriptRan=1">'));
  await page.waitForTimeout(300);
  assert.ok(misdeeds.some((deed) => deed.startsWith('policy img-src')), misdeeds.join('; '));
  assert.ok(!misdeeds.some((deed) => deed.startsWith('script ran')), misdeeds.join('; '));
  assert.deepEqual(failures, ['csp']);   // stopped before it left the browser
});

test('only plain web addresses are links; none of them hides where it leads', async () => {
  const again = await openPage(browser, report.html);
  for (const story of report.stories.slice(0, 6)) {
    await goTo(again.page, `#/story/${story.story}`);
    await again.page.locator('summary', { hasText: 'articles as a table' }).click();
    for (const link of await again.page.locator('#main a').evaluateAll((list) => list.map((a) => ({ href: a.href, rel: a.rel })))) {
      assert.match(link.href, /^(file:|https?:\/\/example\.org\/)/);
      if (link.href.startsWith('http')) assert.equal(link.rel, 'noopener noreferrer');
    }
  }
});

test('controls and marks that reorder text are shown as pictures', async () => {
  const again = await openPage(browser, report.html);
  const story = report.stories.find((one) => one.members.some((m) => m.title.includes('\u202e')));
  await goTo(again.page, `#/story/${story.story}`);
  await again.page.locator('summary', { hasText: 'articles as a table' }).click();
  const text = await again.page.locator('#main').textContent();
  assert.ok(!/[\u0000-\u0008\u001b\u202a-\u202e]/.test(text));
  assert.ok(text.includes('⟨RLO⟩') && text.includes('␇'), text.slice(0, 400));
  assert.ok(!/[\u0000-\u0008\u001b\u202a-\u202e]/.test(await again.page.title()));
});

test('a spreadsheet finds no formula in the table', async () => {
  const again = await openPage(browser, report.html);
  const story = report.stories.find((one) => one.members.some((m) => m.outlet.startsWith('=')));
  await goTo(again.page, `#/story/${story.story}`);
  const [download] = await Promise.all([again.page.waitForEvent('download'), again.page.getByRole('button', { name: 'Download as CSV' }).click()]);
  const csv = readFileSync(await download.path(), 'utf8').replace(/^\ufeff/, '');
  assert.ok(csv.includes("'=cmd"), csv);
  for (const cell of csv.split(/\r\n|,/)) assert.ok(!/^"?[=+@]/.test(cell) && !/^"?-(?!\d)/.test(cell), cell);
  const made = await again.page.evaluate(() => ['=1+1', '+1', '-1', '@x', ' =1', '\t=1', '＝1', -5, 'a"b', null].map((value) => csvCell(value)));
  assert.deepEqual(made, ["'=1+1", "'+1", "'-1", "'@x", "' =1", "'\t=1", "'＝1", '-5', '"a""b"', '']);
});

test('an id that names what every object has is an id like any other', async () => {
  const again = await openPage(browser, report.html);
  for (const [a, b] of [['constructor', '__proto__'], ['hasOwnProperty', 'toString']]) {
    await goTo(again.page, `#/pair/${a}/${b}`);
    assert.equal(await again.page.locator('.pair-place .callout').textContent(), `The text of ${a}, ${b} is not in this report.`);
  }
  assert.deepEqual(again.misdeeds, []);
});

test('what shows nothing is named, tags and fillers too', async () => {
  const again = await openPage(browser, report.html);
  const shown = await again.page.evaluate(() => shownText('a\u3164b\u2063c\u{e0041}d\u200be\u{1f600}f\ud83dg\u845b\u{e0100}'));
  assert.equal(shown, 'a⟨U+3164⟩b⟨U+2063⟩c⟨U+E0041⟩d⟨ZWSP⟩e\u{1f600}f\ufffdg\u845b\u{e0100}');
});

test('a view that fails says so, and the others still open', async () => {
  const again = await openPage(browser, report.html);
  await again.page.evaluate(() => { showDoubt = () => { throw new Error('<b>no such figure</b>'); }; });
  await goTo(again.page, '#/doubt');
  assert.match(await again.page.locator('#main .callout').textContent(), /<b>no such figure<\/b>/);
  await goTo(again.page, '#/stories');
  assert.equal(await again.page.locator('#main .callout').count(), 0);
  assert.deepEqual(again.misdeeds, []);
});

test('the greatest of a list of any length', async () => {
  const again = await openPage(browser, report.html);
  assert.equal(await again.page.evaluate(() => greatest(new Array(1000000).fill(1).concat(7))), 7);
});
