// Opens a file in Debian's chromium and writes down whatever it should not do.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const root = process.getuid?.() === 0;   // chromium's sandbox refuses to run as root

export async function launch() {
  return chromium.launch({ executablePath: process.env.CHROMIUM, args: root ? ['--no-sandbox'] : [] });
}

// `misdeeds`: requests that leave the file, scripts that ran from texts, violations of the policy, errors, dialogs.
export async function openPage(browser, file, address = '#/', options = {}) {
  const { beforeScripts, ...contextOptions } = options;
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 900 }, ...contextOptions });
  const page = await context.newPage();
  const misdeeds = [];
  page.on('request', (request) => { if (!/^(file|blob|data):/.test(request.url())) misdeeds.push(`request ${request.url()}`); });
  page.on('pageerror', (error) => misdeeds.push(`error ${error.message}`));
  page.on('console', (message) => { if (message.type() === 'error') misdeeds.push(`console ${message.text()}`); });
  page.on('dialog', (dialog) => { misdeeds.push(`dialog ${dialog.message()}`); dialog.dismiss(); });
  await page.exposeFunction('reportMisdeed', (what) => misdeeds.push(what));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => window.reportMisdeed(`policy ${event.violatedDirective} ${event.blockedURI}`));
    Object.defineProperty(window, 'hostileScriptRan', { set: (value) => window.reportMisdeed(`script ran: ${value}`) });
  });
  if (beforeScripts) await page.addInitScript(beforeScripts);
  await page.goto(pathToFileURL(file).href + address);
  await page.waitForSelector('html[data-state]', { timeout: 30000 }).catch(() => misdeeds.push('the page did not open'));
  return { page, misdeeds, context };
}

export async function goTo(page, address) {
  await page.evaluate((hash) => { location.hash = hash; }, address);
  await page.waitForFunction(() => document.querySelector('#main h1') && !document.querySelector('.pair-place [role=status]'));
}

export async function assertNoAxeViolations(page, name) {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  const told = violations.map((v) => `${v.id}: ${v.help}\n  ${v.nodes.slice(0, 4).map((n) => `${n.target} ${n.failureSummary}`).join('\n  ')}`);
  assert.deepEqual(told, [], `axe on ${name}`);
}

// The rows of a table as texts, its head left out.
export async function tableRows(table) {
  await table.waitFor();
  return table.locator('tbody tr').evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent.trim())));
}
