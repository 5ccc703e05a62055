// Each view in both languages, light and dark, wide and narrow, by keyboard and in print.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { assertNoAxeViolations, goTo, launch, openPage } from './open_page.mjs';
import { makeReport, sampleArticles } from './report_files.mjs';

let browser; let report; let views;

before(async () => {
  report = makeReport('appearance', sampleArticles);
  browser = await launch();
  const story = report.stories[0];
  const copy = story.members.find((m) => m.relation === 'edited');
  const holds = report.stories.find((s) => s.roundups > 0);
  const roundup = holds.members.find((m) => m.relation === 'roundup');
  views = { overview: '#/', stories: '#/stories?q=a', story: `#/story/${story.story}`, 'a story in a roundup': `#/story/${holds.story}`,
    pair: `#/pair/${copy.of}/${copy.id}`, 'a roundup beside its story': `#/pair/${roundup.of}/${roundup.id}`, doubt: '#/doubt',
    'all series': '#/series', 'one series': `#/series/${report.series[0].series}`, nowhere: '#/nowhere' };
});
after(() => browser.close());

for (const [name, options] of [['light, English', {}], ['dark, Chinese', { colorScheme: 'dark', locale: 'zh-CN' }],
  ['narrow, dark', { colorScheme: 'dark', viewport: { width: 390, height: 844 } }]]) {
  test(`axe finds nothing: ${name}`, async () => {
    const { page, misdeeds, context } = await openPage(browser, report.html, '#/', options);
    for (const [view, address] of Object.entries(views)) {
      await goTo(page, address);
      await page.evaluate(() => document.querySelectorAll('details').forEach((details) => { details.open = true; }));
      await page.waitForTimeout(50);
      await assertNoAxeViolations(page, `${view}, ${name}`);
    }
    assert.deepEqual(misdeeds, []);
    await context.close();
  });
}

test('no view scrolls sideways on a narrow screen', async () => {
  for (const width of [320, 390, 820]) {
    const { page } = await openPage(browser, report.html, '#/', { viewport: { width, height: 800 } });
    for (const [view, address] of Object.entries(views)) {
      await goTo(page, address);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(over <= 0, `${view} at ${width}: ${over} px too wide`);
    }
  }
});

test('the language is the browser’s, can be changed, and is remembered', async () => {
  const { page } = await openPage(browser, report.html, '#/', { locale: 'zh-CN' });
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'zh-Hans');
  assert.equal(await page.locator('#navigation a').first().textContent(), '概览');
  await page.getByRole('button', { name: 'English' }).click();
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
  assert.match(await page.locator('h1').textContent(), /stories, told by/);
  await page.reload();
  await page.waitForSelector('html[data-state=ready]');
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
});

test('both tables of texts have the same keys, placeholders and no text that is missing', async () => {
  const { page } = await openPage(browser, report.html);
  const [en, zh] = await page.evaluate(() => [STRINGS_EN, STRINGS_ZH]);
  assert.deepEqual(Object.keys(zh).sort(), Object.keys(en).sort());
  const names = (text) => [...new Set((typeof text === 'string' ? text : Object.values(text).join(' ')).match(/\{\w+\}/g) ?? [])];
  for (const key of Object.keys(en)) for (const name of names(zh[key])) assert.ok(names(en[key]).includes(name), `${key} ${name}`);
  for (const locale of ['en-US', 'zh-CN']) {
    const opened = await openPage(browser, report.html, '#/', { locale });
    for (const [view, address] of Object.entries(views)) {
      await goTo(opened.page, address);
      const text = await opened.page.locator('body').innerText();
      assert.doesNotMatch(text, /\{\w+\}|undefined|NaN|\[object/, `${view}, ${locale}`);
    }
  }
});

test('the engine’s reasons are told in Chinese, each of them', async () => {
  const { page } = await openPage(browser, report.html, '#/', { locale: 'zh-CN' });
  for (const address of [views.story, views.doubt]) {
    await goTo(page, address);
    const reasons = await page.locator('.reasons li').allTextContents();
    assert.ok(reasons.length > 3);
    for (const reason of reasons) assert.match(reason, /\p{Script=Han}{2}/u);
  }
});

test('texts carry their own language', async () => {
  const { page } = await openPage(browser, report.html, '#/stories');
  const languages = await page.locator('.story-title bdi').evaluateAll((list) => list.map((bdi) => [bdi.lang, bdi.textContent]));
  for (const [lang, text] of languages) assert.ok(/\p{Script=Han}/u.test(text) ? lang === 'zh' : lang !== 'zh', `${lang} ${text}`);
});

test('all the way by keyboard, with the focus to be seen', async () => {
  const { page } = await openPage(browser, report.html);
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Stories');
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  assert.equal(outline, 'solid');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.story-row');
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'H1');
  await page.locator('.story-title').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('.tree');
  await page.locator('a.compare').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('.side-by-side');
  await page.goBack();
  await page.waitForSelector('.tree');
});

test('nothing moves where motion is not wanted', async () => {
  const { page } = await openPage(browser, report.html, '#/', { reducedMotion: 'reduce' });
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior), 'auto');
  assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
});

test('in print: dark ink on white, no controls, and a PDF of pages', async () => {
  const { page } = await openPage(browser, report.html, views.pair, { colorScheme: 'dark' });
  await page.waitForSelector('.side-by-side');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const [background, ink] = await page.evaluate(() => [getComputedStyle(document.documentElement).backgroundColor, getComputedStyle(document.documentElement).color]);
  assert.deepEqual([background, ink], ['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
  assert.equal(await page.locator('#navigation').isVisible(), false);
  assert.equal(await page.locator('.side-by-side').isVisible(), true);
  await page.emulateMedia({ media: null });
  for (const address of [views.overview, views.stories, views.story, views.pair]) {
    await goTo(page, address);
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    assert.ok(pdf.startsWith('%PDF-'));
    assert.ok((pdf.match(/\/Type\s*\/Page\b/g) ?? []).length >= 1, address);
  }
});

test('a browser without DecompressionStream is told so in words', async () => {
  const { page } = await openPage(browser, report.html, '#/', { beforeScripts: () => {
    delete window.DecompressionStream;
    document.addEventListener('DOMContentLoaded', () => { document.documentElement.dataset.state = 'old'; });
  } });
  assert.match(await page.locator('#main').textContent(), /lacks DecompressionStream/);
});
