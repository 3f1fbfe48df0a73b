// Somebody types on while the session was ended in another tab: the page says so, and nothing typed is lost.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { alsPersoon, bezoeker, eigenBrowser, ga, toegankelijk } from './steun.mjs';

const IB = 'M. Zonnedauw';

const browser = eigenBrowser();

test('who was signed out in another tab is told while typing, and finds the text sealed for the own return', async () => {
  const page = await bezoeker(browser());
  await alsPersoon(page, IB);
  await ga(page, '/aanmelden');
  const tweede = await page.context().newPage();
  await ga(tweede, '/vandaag');
  await tweede.getByRole('button', { name: 'Uitloggen' }).click();
  await page.getByLabel('Roepnaam').fill('Robin');
  await page.getByLabel('Roepnaam').blur();
  await page.getByText('U bent uitgelogd; uw tekst blijft hier staan.').waitFor();
  assert.equal(await page.getByLabel('Roepnaam').inputValue(), 'Robin');
  await page.getByRole('button', { name: 'Bewaren en later verder' }).click();
  await page.getByText('Wat u typte is niet weg').waitFor();
  assert.ok(await page.locator('input[name="pakket"]').count() > 0, 'the parcel travels with the page');
  assert.ok(!(await page.content()).includes('Robin'), 'sealed');
  await toegankelijk(page, 'uitgelogd');
});
