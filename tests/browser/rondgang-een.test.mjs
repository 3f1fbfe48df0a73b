// Every role of the demo walks its own menu and the links on it: each page is there, works and is accessible.
// Here the first half of the roles, and the pages for everybody.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { alsPersoon, beeld, bezoeker, eigenBrowser, ga, toegankelijk } from './steun.mjs';
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

// A narrow phone, and a laptop whose letters are twice as large.
for (const viewport of [{ width: 320, height: 640 }, { width: 640, height: 400 }]) {
  test(`lists at ${viewport.width} px are whole, without sideways scrolling`, async () => {
    for (const rol of ['intern begeleider', 'loket']) {
      const page = await bezoeker(browser(), { viewport });
      await alsPersoon(page, rol);
      for (const pad of ['/vandaag', '/kinderen', rol === 'loket' ? '/register' : '/aanmelden']) {
        await ga(page, pad);
        const waar = `${rol}, ${pad}`;
        const breed = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
        assert.equal(breed, false, `${waar}: de pagina is breder dan het scherm`);
        const afgesneden = await page.evaluate(() => [...document.querySelectorAll('main .label, main td > *, main tbody th > *')]
          .filter((deel) => deel.getClientRects().length > 0 && !deel.closest('.verborgen') && !deel.matches('.verborgen'))
          .filter((deel) => deel.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
          .map((deel) => deel.textContent.trim()));
        assert.deepEqual(afgesneden, [], `${waar}: dit valt buiten het scherm`);
      }
      assert.deepEqual(page.problemen, []);
      await page.context().close();
    }
  });
}

test('no table on the page of a child is cut off on a laptop', async () => {
  const page = await bezoeker(browser(), { viewport: { width: 1366, height: 768 } });
  await alsPersoon(page, 'intern begeleider');
  await ga(page, '/kinderen');
  const kinderen = await page.locator('main tbody a[href^="/kind/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  let brieven = 0;
  for (const pad of [...new Set(kinderen)].slice(0, 8)) {
    await ga(page, pad);
    brieven += await page.getByRole('columnheader', { name: 'Verstuurd' }).count();
    const afgesneden = await page.evaluate(() => [...document.querySelectorAll('main .raster .tabelrand')]
      .filter((rand) => rand.scrollWidth > rand.clientWidth).map((rand) => rand.querySelector('caption').textContent));
    assert.deepEqual(afgesneden, [], `${pad}: deze lijsten zijn afgesneden`);
  }
  assert.ok(brieven > 0, 'van geen kind staat er een brief');
  await page.context().close();
});

test('the head of every page begins in the same place', async () => {
  const page = await bezoeker(browser(), { viewport: { width: 1366, height: 768 } });
  await alsPersoon(page, 'intern begeleider');
  const links = new Set();
  for (const pad of ['/vandaag', '/kinderen', '/aanmelden', '/scholen', '/account']) {
    await ga(page, pad);
    for (const deel of ['.merk', 'main h1']) links.add(Math.round((await page.locator(deel).first().boundingBox()).x));
  }
  assert.equal(links.size, 1, `de pagina's beginnen op ${[...links].join(', ')} px`);
  await page.context().close();
});

test('what is printed is the list and the story, without menu, search and buttons', async () => {
  const page = await bezoeker(browser());
  await alsPersoon(page, 'intern begeleider');
  await page.emulateMedia({ media: 'print' });
  for (const pad of ['/vandaag', '/kinderen', '/aanmelden']) {
    await ga(page, pad);
    for (const weg of ['header.kop', '.filters', '.knoppen', '.csv']) {
      assert.equal(await page.locator(`${weg}:visible`).count(), 0, `${pad}: ${weg} wordt gedrukt`);
    }
    assert.equal(await page.locator('h1:visible').count(), 1, `${pad}: de kop wordt gedrukt`);
  }
  await page.context().close();
});
