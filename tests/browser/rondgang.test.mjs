// Every role of the demo walks its own menu and the links on it: each page is there, works and is accessible.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { alsPersoon, beeld, bezoeker, ga, startBrowser, startDemo, toegankelijk } from './steun.mjs';

/** Pages per role beside the menu: enough to see each kind of page once. */
const LINKS_PER_ROL = 14;

let browser;
let demo;
before(async () => {
  // A demo that runs already is walked as it is.
  demo = process.env.LEERRECHT_ADRES ? undefined : await startDemo();
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await demo?.stop();
});

/** `/kind/2026-000001/aanvraag/2` and its neighbours are one kind of page. */
const soort = (pad) => pad.replace(/\d{4}-\d{6,9}/g, 'N').replace(/\/\d+/g, '/n').replace(/\?.*/, '').replace(/#.*/, '');

async function eigenLinks(page) {
  const hrefs = await page.locator('main a[href], nav a[href]').evaluateAll((links) => links.map((a) => a.getAttribute('href')));
  return hrefs.filter((href) => href.startsWith('/') && !/\.csv|\/brief\/|\/bijlage\/|\.css|\.js/.test(href));
}

async function rondgang(naam, code) {
  const page = await bezoeker(browser);
  await alsPersoon(page, naam);
  const gezien = new Set();
  const wachtrij = [new URL(page.url()).pathname, ...(await eigenLinks(page))];
  while (wachtrij.length > 0 && gezien.size < LINKS_PER_ROL) {
    const pad = wachtrij.shift();
    if (gezien.has(soort(pad))) continue;
    gezien.add(soort(pad));
    await ga(page, pad);
    await toegankelijk(page, `${naam} ${pad}`);
    assert.ok((await page.locator('h1').count()) === 1, `${pad}: precies één h1`);
    await beeld(page, `${code}${soort(pad).replace(/\//g, '-')}`);
    wachtrij.push(...(await eigenLinks(page)));
  }
  assert.deepEqual(page.problemen, []);
  await page.context().close();
}

test('pages for everybody are there and accessible', async () => {
  const page = await bezoeker(browser);
  for (const pad of ['/demo', '/inloggen', '/code', '/wet', '/wet/aanmelding.beslistermijn', '/toegang', '/gezondheid']) {
    await ga(page, pad);
    await toegankelijk(page, pad);
    await beeld(page, `gast${pad.replace(/\//g, '-')}`);
  }
  assert.deepEqual(page.problemen, []);
  await page.context().close();
});

test('every demo role walks its own pages', async (t) => {
  const page = await bezoeker(browser);
  await ga(page, '/demo');
  const namen = await page.locator('main form button b').evaluateAll((buttons) => buttons.map((b) => b.textContent.trim()));
  await page.context().close();
  assert.ok(namen.length >= 8, `de demo biedt ${namen.length} personen`);
  for (const [nummer, naam] of namen.entries()) {
    await t.test(naam, () => rondgang(naam, String(nummer).padStart(2, '0')));
  }
});

test('a phone shows the parents page without sideways scrolling', async () => {
  const page = await bezoeker(browser, { viewport: { width: 360, height: 740 } });
  await ga(page, '/demo');
  const ouders = page.locator('main section', { has: page.getByRole('heading', { name: 'Ouders en leerlingen' }) });
  await ouders.locator('form button').first().click();
  await page.waitForURL(/\/mijn/);
  const breed = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  assert.equal(breed, false, `${page.url()}: de pagina is breder dan het scherm`);
  await beeld(page, 'telefoon-ouder');
  await page.context().close();
});
