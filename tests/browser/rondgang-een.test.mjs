// Every role of the demo walks its own menu and the links on it: each page is there, works and is accessible.
// Here the first half of the roles, and the pages for everybody.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { beeld, bezoeker, eigenBrowser, ga, toegankelijk } from './steun.mjs';
import { rollenLopen } from './rondgang.mjs';

const browser = eigenBrowser({ lopend: true });

test('pages for everybody are there and accessible', async () => {
  const page = await bezoeker(browser());
  for (const pad of ['/demo', '/inloggen', '/code', '/wet', '/wet/aanmelding.beslistermijn', '/toegang', '/gezondheid']) {
    await ga(page, pad);
    await toegankelijk(page, pad);
    await beeld(page, `gast${pad.replace(/\//g, '-')}`);
  }
  assert.deepEqual(page.problemen, []);
  await page.context().close();
});

rollenLopen(browser, 0);

test('a phone shows the parents page without sideways scrolling', async () => {
  const page = await bezoeker(browser(), { viewport: { width: 360, height: 740 } });
  await ga(page, '/demo');
  const ouders = page.locator('main section', { has: page.getByRole('heading', { name: 'Ouders en leerlingen' }) });
  await ouders.locator('form button').first().click();
  await page.waitForURL(/\/mijn/);
  const breed = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  assert.equal(breed, false, `${page.url()}: de pagina is breder dan het scherm`);
  await beeld(page, 'telefoon-ouder');
  await page.context().close();
});
