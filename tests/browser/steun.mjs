// What every browser test shares: a browser, a signed-in page per demo person, and the check for accessibility.
import { readFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const require = createRequire(import.meta.url);
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

export const adres = process.env.LEERRECHT_ADRES ?? 'http://127.0.0.1:7400';
const beelden = new URL('./uit/', import.meta.url).pathname;
mkdirSync(beelden, { recursive: true });

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--no-first-run', '--disable-quic'];

export async function startBrowser() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
}

/** A fresh visitor; script errors and failed requests are kept to be looked at afterwards. */
export async function bezoeker(browser, opties = {}) {
  // The axe script is injected by the test and would be refused by the page's own policy.
  const context = await browser.newContext({ locale: 'nl-NL', bypassCSP: true, ...opties });
  const page = await context.newPage();
  page.problemen = [];
  page.on('pageerror', (error) => page.problemen.push(`script: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 500) page.problemen.push(`${response.status()} ${new URL(response.url()).pathname}`);
  });
  return page;
}

/** Goes to a path and expects a page. */
export async function ga(page, pad, status = 200) {
  const response = await page.goto(new URL(pad, adres).href);
  if (response.status() !== status) throw new Error(`${pad}: status ${response.status()}, verwacht ${status}`);
  return response;
}

/** Signs in as a demo person, by the button of the role chooser. */
export async function alsPersoon(page, naam) {
  await ga(page, '/demo');
  await page.locator('form', { hasText: naam }).first().locator('button').first().click();
  await page.waitForLoadState('load');
}

/** Finds what WCAG 2.2 A and AA forbid on the page; throws with the first findings. */
export async function toegankelijk(page, waar) {
  await page.evaluate(axeSource);
  const found = await page.evaluate(() => window.axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  }));
  const fouten = found.violations.map((v) => `${v.id}: ${v.help} → ${v.nodes.slice(0, 3).map((n) => n.target.join(' ')).join(' | ')}`);
  if (fouten.length > 0) throw new Error(`${waar}: ${fouten.length} bevindingen van axe\n  ${fouten.join('\n  ')}`);
}

/** Keeps a picture of the page for people to look at. */
export async function beeld(page, naam) {
  await page.screenshot({ path: `${beelden}${naam}.png`, fullPage: true });
}
