// Parents without an account register at a school on the open page: without script, on a narrow screen, and with what helps who does not see it.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { bezoeker, dag, eigenBrowser, ga, toegankelijk } from './steun.mjs';

const browser = eigenBrowser();

for (const javaScriptEnabled of [true, false]) {
  test(`the open form is filled in and printed where no mail is sent, ${javaScriptEnabled ? 'with' : 'without'} script`, async () => {
    const page = await bezoeker(browser(), { javaScriptEnabled, viewport: { width: 320, height: 800 } });
    await ga(page, '/inloggen');
    await page.getByRole('link', { name: 'Meld uw kind aan bij een school' }).click();
    await page.getByRole('heading', { name: 'Aanmelden bij een school' }).waitFor();
    if (javaScriptEnabled) await toegankelijk(page, 'open formulier');
    const breedte = await page.evaluate(() => document.documentElement.scrollWidth).catch(() => 320);
    assert.ok(breedte <= 320, `${breedte} pixels wide`);
    await page.getByLabel('Naam of plaats van de school').fill('Regenboog');
    await page.getByRole('button', { name: 'Zoek school' }).click();
    await page.getByRole('radio', { name: /Regenboog/ }).first().check();
    await page.getByLabel('Roepnaam').fill('Robin');
    await page.getByLabel('Achternaam').fill('Goudplevier');
    await page.getByLabel('Geboortedatum').fill(dag(-2000));
    await page.getByLabel(/^Naam\b/).nth(1).fill('F. Goudplevier');
    await page.getByLabel('Wie is dit voor het kind?').first().selectOption({ label: 'ouder met gezag' });
    await page.getByRole('radio', { name: 'Nee, voor niemand' }).check();
    await page.getByRole('button', { name: 'Klaar, laat zien om te printen' }).click();
    await page.getByRole('heading', { name: 'Print dit en breng het naar de school' }).waitFor();
    await page.getByText('Robin').first().waitFor();
    if (javaScriptEnabled) await toegankelijk(page, 'om te printen');
  });
}
