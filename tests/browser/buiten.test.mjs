// Parents without an account register at a school, confirm it by the mail that comes in, and the school takes it over in its own form.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { alsPersoon, bezoeker, dag, eigenBrowser, ga, toegankelijk } from './steun.mjs';

const IB = 'M. Zonnedauw';

const browser = eigenBrowser({ mail: true });

/** The path of the link in the mail that comes in next. */
async function link() {
  for (let keer = 0; keer < 100; keer += 1) {
    const gevonden = browser.mails().map((mail) => mail.match(/\/aanmelden-bij-een-school\/[0-9a-f]+/)).find(Boolean);
    if (gevonden) return gevonden[0];
    await new Promise((verder) => { setTimeout(verder, 100); });
  }
  throw new Error('no mail came in');
}

test('what parents write on the open form and confirm by mail is taken over by the school', async () => {
  const ib = await bezoeker(browser());
  await alsPersoon(ib, IB);
  const school = (await ib.locator('.organisatie').first().textContent()).replace('·', '').trim();
  const ouder = await bezoeker(browser(), { viewport: { width: 320, height: 800 } });
  await ga(ouder, '/aanmelden-bij-een-school');
  await toegankelijk(ouder, 'open formulier met mail');
  await ouder.getByLabel('Naam of plaats van de school').fill(school);
  await ouder.getByRole('button', { name: 'Zoek school' }).click();
  await ouder.getByRole('radio', { name: school }).first().check();
  await ouder.getByLabel('Roepnaam').fill('Robin');
  await ouder.getByLabel('Achternaam').fill('Goudplevier');
  await ouder.getByLabel('Geboortedatum').fill(dag(-2000));
  await ouder.getByLabel(/^Naam\b/).nth(1).fill('F. Goudplevier');
  await ouder.getByLabel('Wie is dit voor het kind?').first().selectOption({ label: 'ouder met gezag' });
  await ouder.getByRole('radio', { name: 'Nee, voor niemand' }).check();
  await ouder.getByLabel('Gaat uw kind nu naar school?').selectOption({ label: 'Nee, nu niet' });
  await ouder.getByLabel('Uw e-mailadres').fill('f.goudplevier@voorbeeld.example');
  await ouder.getByRole('button', { name: 'Versturen en bevestigen per e-mail' }).click();
  await ouder.getByRole('heading', { name: 'Kijk in uw e-mail' }).waitFor();
  await ga(ouder, await link());
  await toegankelijk(ouder, 'bevestigen');
  await ouder.getByRole('button', { name: 'Ja, ik bevestig deze aanmelding' }).click();
  await ouder.getByRole('heading', { name: 'De school heeft uw aanmelding' }).waitFor();
  assert.ok(!browser.mails().join('').includes('Goudplevier'), 'no mail names anybody');

  await ga(ib, '/vandaag');
  await ib.getByRole('link', { name: '1 aanmelding om te bekijken' }).click();
  await toegankelijk(ib, 'aanmeldingen van het open formulier');
  await ib.getByRole('link', { name: 'Robin Goudplevier' }).click();
  await toegankelijk(ib, 'een aanmelding van het open formulier');
  await ib.getByRole('button', { name: 'Zet het formulier klaar' }).click();
  await ib.getByText('Wie het is, is daarmee niet bewezen').waitFor();
  assert.equal(await ib.getByLabel('Roepnaam').inputValue(), 'Robin');
  await toegankelijk(ib, 'formulier dat klaarstaat');
  await ib.getByRole('button', { name: 'Aanmelding vastleggen' }).last().click();
  await ib.waitForURL(/\/kind\/.*\/bevestiging/);
  assert.deepEqual([...ouder.problemen, ...ib.problemen], []);
});
