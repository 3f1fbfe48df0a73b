// Work that is no file of a child: letters that leave, who looked, the log, a role that is offered, and the choice to get e-mail.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { alsPersoon, bezoeker, eigenBrowser, ga, toegankelijk } from './steun.mjs';

const IB = 'M. Zonnedauw';
const BEHEER = 'beheerder van de organisatie';

const browser = eigenBrowser();

async function als(wie) {
  const page = await bezoeker(browser());
  await alsPersoon(page, wie);
  return page;
}

/** A list of letters that is not empty: letters are made beside the requests. */
async function brieven(page) {
  for (const einde = Date.now() + 60_000; Date.now() < einde;) {
    await ga(page, '/post?stand=te_verzenden');
    if (await page.locator('input[name="kies"]').count() > 0) return;
    await page.waitForTimeout(500);
  }
  throw new Error('er is geen brief die nog weg moet');
}

test('letters are chosen at once, stay chosen when it is refused, and are printed and recorded as printed', async () => {
  const page = await als(IB);
  await brieven(page);
  await toegankelijk(page, 'uitgaande post');
  await page.getByRole('button', { name: 'Kies alle brieven op deze bladzijde' }).click();
  const keuzes = page.locator('input[name="kies"]');
  const aantal = await keuzes.count();
  assert.equal(await page.locator('input[name="kies"]:checked').count(), aantal, 'all are chosen');
  await page.getByLabel('Op welke dag?').fill('');
  await page.getByRole('button', { name: 'Leg het vast' }).last().click();
  await page.getByText('Er is niets gedaan').waitFor();
  assert.equal(await page.locator('input[name="kies"]:checked').count(), aantal, 'and stay chosen');
  await toegankelijk(page, 'uitgaande post, geweigerd');
  for (let nr = 1; nr < aantal; nr += 1) await keuzes.nth(nr).uncheck();
  const brief = await keuzes.first().getAttribute('value');
  await page.getByLabel(/^Ja, leg ook vast/).check();
  const wacht = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Maak één pdf van de gekozen brieven' }).click();
  assert.match((await wacht).suggestedFilename(), /-post\.pdf$/);
  await ga(page, '/post?stand=afgedrukt');
  assert.equal(await page.locator(`input[name="kies"][value="${brief}"]`).count(), 1, 'it is recorded as printed');
  assert.deepEqual(page.problemen, []);
  await page.context().close();
});

test('a role that is offered is seen, its refusal is told, and the log says it in words', async () => {
  const gast = await bezoeker(browser());
  await ga(gast, '/demo');
  const keuze = gast.locator('main form').filter({ hasText: 'loket' }).first();
  const [account, naam] = [await keuze.locator('input[name="account"]').inputValue(), (await keuze.locator('b').innerText()).trim()];
  await gast.context().close();
  const beheer = await als(BEHEER);
  await ga(beheer, '/accounts');
  await beheer.getByLabel('Naam', { exact: true }).fill(naam);
  await beheer.getByLabel('E-mailadres').fill(`${account}@demo.example`);
  await beheer.locator('select[name="rol"]').selectOption('begeleider');
  await beheer.getByRole('button', { name: 'Toegang geven' }).click();
  await beheer.getByText('pas na een ja').waitFor();
  const ander = await als(naam);
  await ga(ander, '/vandaag');
  await ander.getByText('Er is u een rol aangeboden').waitFor();
  await toegankelijk(ander, 'vandaag met een aanbod');
  await ander.getByRole('link', { name: 'Zeg ja of nee' }).click();
  await toegankelijk(ander, 'aangeboden rol');
  await ander.getByRole('button', { name: /^Niet aannemen|^Nee/ }).first().click();
  await ga(beheer, '/accounts');
  await beheer.getByText('Niet aangenomen rollen').waitFor();
  await toegankelijk(beheer, 'accounts');
  await ga(beheer, '/logboek?wat=rol_afgewezen');
  await beheer.getByText(/begeleider bij /).first().waitFor();
  await toegankelijk(beheer, 'logboek');
  assert.equal(await beheer.locator('main table').getByText(/school\/\d/).count(), 0, 'no codes');
  assert.deepEqual([...beheer.problemen, ...ander.problemen], []);
  await beheer.context().close();
  await ander.context().close();
});

test('a parent finds the choice of e-mail on the own page, and every route with where it is taken', async () => {
  const page = await bezoeker(browser());
  await ga(page, '/demo');
  const ouders = page.locator('main section', { has: page.getByRole('heading', { name: 'Ouders en leerlingen' }) });
  await ouders.locator('form button').first().click();
  await page.waitForURL(/\/mijn/);
  const eigen = page.url();
  await page.getByRole('link', { name: 'Een e-mail krijgen als er iets nieuws is' }).click();
  await page.waitForURL(/\/berichten/);
  await toegankelijk(page, 'berichten');
  await page.goto(eigen);
  await page.getByRole('link', { name: 'Bekijk alle mogelijkheden' }).click();
  await page.getByRole('link', { name: 'www.onderwijsconsulenten.nl' }).waitFor();
  await toegankelijk(page, 'niet mee eens');
  assert.deepEqual(page.problemen, []);
  await page.context().close();
});
