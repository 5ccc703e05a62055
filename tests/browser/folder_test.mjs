// A report in a folder: its parts are scripts of their own, loaded from disk when a text is asked for.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { goTo, launch, openPage } from './open_page.mjs';
import { inFolder, makeReport, run, sampleArticles } from './report_files.mjs';

let browser; let report; const folder = inFolder('folder');

before(async () => {
  report = makeReport('whole', sampleArticles);
  run('cluster', sampleArticles, '--report-dir', folder, '-o', inFolder('folder.txt'));
  browser = await launch();
});
after(() => browser.close());

test('texts are found and compared', async () => {
  const { page, misdeeds } = await openPage(browser, join(folder, 'index.html'), '#/stories');
  await page.getByRole('searchbox').fill('三桥');
  await page.waitForFunction(() => /All texts searched/.test(document.querySelector('.progress').textContent));
  assert.ok(await page.locator('.snippet mark').count() > 0);
  const copy = report.stories[0].members.find((m) => m.of);
  await goTo(page, `#/pair/${copy.of}/${copy.id}`);
  const shown = await page.locator('.cell[data-side=B] .text').allTextContents();
  assert.equal(shown.join('').replace(/\s/g, ''), report.articles.get(copy.id).text.replace(/\s/g, ''));
  assert.deepEqual(misdeeds, []);
});

test('a part that is gone is named', async () => {
  const parts = readdirSync(join(folder, 'parts'));
  assert.ok(parts.length > 0);
  for (const part of parts) rmSync(join(folder, 'parts', part));
  const copy = report.stories[0].members.find((m) => m.of);
  const { page } = await openPage(browser, join(folder, 'index.html'), `#/pair/${copy.of}/${copy.id}`);
  await page.waitForSelector('.pair-place .callout');
  assert.match(await page.locator('.pair-place').textContent(), /parts\/texts-\d+\.js could not be loaded/);
});
