// What the two files of the round share: they run side by side, and each walks half of the roles.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { alsPersoon, beeld, bezoeker, ga, toegankelijk } from './steun.mjs';

/** Pages per role beside the menu: enough to see each kind of page once. */
const LINKS_PER_ROL = 14;

/** In how many files the roles are walked. */
const DELEN = 2;

/** `/kind/2026-000001/aanvraag/2` and its neighbours are one kind of page. */
const soort = (pad) => pad.replace(/\d{4}-\d{6,9}/g, 'N').replace(/\/\d+/g, '/n').replace(/\?.*/, '').replace(/#.*/, '');

async function eigenLinks(page) {
  const hrefs = await page.locator('main a[href], nav a[href]').evaluateAll((links) => links.map((a) => a.getAttribute('href')));
  return hrefs.filter((href) => href.startsWith('/') && !/\.csv|\/brief\/|\/bijlage\/|\.css|\.js/.test(href));
}

async function rondgang(browser, naam, code) {
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

/** One of the parts, counted from 0: every so many roles, so that kinds of roles are spread evenly. */
export function rollenLopen(browser, deel) {
  test(`every demo role walks its own pages, part ${deel + 1} of ${DELEN}`, async (t) => {
    const page = await bezoeker(browser());
    await ga(page, '/demo');
    const namen = await page.locator('main form button b').evaluateAll((buttons) => buttons.map((b) => b.textContent.trim()));
    await page.context().close();
    assert.ok(namen.length >= 8, `de demo biedt ${namen.length} personen`);
    for (const [nummer, naam] of namen.entries()) {
      if (nummer % DELEN !== deel) continue;
      await t.test(naam, () => rondgang(browser(), naam, String(nummer).padStart(2, '0')));
    }
  });
}
