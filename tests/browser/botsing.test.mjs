// Two people type in one field: leaving the field is no answer to what the colleague wrote, typing on is.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { alsPersoon, bezoeker, eigenBrowser, ga, toegankelijk } from './steun.mjs';

const browser = eigenBrowser();

/** The form of a delay of the first request of which one can be told: colleagues share it. Who decides types alone. */
async function formulier(page) {
  await ga(page, '/loket');
  const rij = await page.locator('main a[href*="/aanvraag/"]').evaluateAll((links) => links.map((a) => new URL(a.href).pathname));
  for (const pad of new Set(rij)) {
    const antwoord = await page.goto(new URL(`${pad}/vertraging`, page.url()).href);
    if (antwoord.status() === 200 && await page.locator('form textarea').count() > 0) return `${pad}/vertraging`;
  }
  throw new Error('geen aanvraag die later kan worden beslist');
}

test('leaving a field keeps the text that a colleague wrote in it meanwhile', async () => {
  const [een, twee] = [await bezoeker(browser()), await bezoeker(browser())];
  await alsPersoon(een, 'H. Wespendief');
  await alsPersoon(twee, 'O. Spotvogel');
  const pad = await formulier(een);
  await ga(twee, pad);
  const veld = (page) => page.locator('form textarea').first();
  await veld(twee).fill('Het plan van de school.');
  await veld(twee).blur();
  await twee.locator('p.bewaard').filter({ hasText: /^bewaard/ }).first().waitFor();
  await veld(een).fill('Een verslag.');
  await een.locator('[data-botsing]').filter({ hasText: 'Het plan van de school.' }).waitFor();
  await veld(een).press('Tab');
  await een.waitForTimeout(1500);
  await ga(twee, pad);
  assert.equal(await veld(twee).inputValue(), 'Het plan van de school.', 'the colleague keeps the own text');
  assert.equal(await veld(een).inputValue(), 'Een verslag.', 'and nothing typed is lost');
  await toegankelijk(een, 'botsing');
  await veld(een).fill('Een verslag. En het plan.');
  await veld(een).press('Tab');
  await een.locator('p.bewaard').filter({ hasText: /^bewaard/ }).first().waitFor();
  await ga(twee, pad);
  assert.equal(await veld(twee).inputValue(), 'Een verslag. En het plan.', 'typing on is an answer');
  assert.deepEqual([...een.problemen, ...twee.problemen], []);
});

/** Begins a request for a child of the first school where somebody can: its address. */
async function begonnen(page) {
  await ga(page, '/demo');
  await page.locator('main form').filter({ hasText: 'intern begeleider' }).first().locator('button').first().click();
  await page.waitForURL((url) => url.pathname !== '/demo');
  await ga(page, '/kinderen');
  const paden = await page.locator('main a[href^="/kind/"]').evaluateAll((links) => links.map((a) => new URL(a.href).pathname));
  for (const pad of new Set(paden)) {
    await ga(page, pad);
    const begin = page.getByRole('link', { name: 'Toelaatbaarheidsverklaring aanvragen' });
    if (await begin.count() === 0) continue;
    await begin.first().click();
    const soort = page.getByLabel('Speciaal onderwijs', { exact: true });
    if (await soort.count() === 0) continue;
    await soort.check();
    await page.getByRole('button', { name: 'Begin de aanvraag' }).click();
    await page.waitForURL(/\/aanvraag\/\d+/);
    return new URL(page.url()).pathname;
  }
  throw new Error('geen kind waarvoor een aanvraag kan beginnen');
}

test('what is sent right after typing is no change of somebody else', async () => {
  const page = await bezoeker(browser());
  const pad = await begonnen(page);
  const veld = page.locator('form textarea:visible').first();
  await veld.fill('Rust.');
  await veld.blur();
  await page.locator('p.bewaard').filter({ hasText: /^bewaard/ }).first().waitFor();
  await veld.fill('Rust en een vaste plek.');
  // The script keeps the field while the page that shows what goes out is on its way.
  await ga(page, `${pad}/voorleggen`);
  await page.locator('main').getByRole('button', { name: 'Voorleggen', exact: true }).click();
  await page.waitForLoadState('load');
  const tekst = await page.locator('main').innerText();
  assert.doesNotMatch(tekst, /is veranderd sinds u het las/i);
  assert.match(tekst, /Voorgelegd\./);
  assert.deepEqual(page.problemen, []);
});
