// Somebody who walks through the program: clicks, types, looks, and says on which page something is wrong.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { alsPersoon, beeld, bezoeker, toegankelijk } from './steun.mjs';

const SCHERM = { viewport: { width: 1280, height: 800 } };
export const TELEFOON = { viewport: { width: 390, height: 844 } };

let teller = 0;

export class Loper {
  constructor(page, wie, reeks) {
    Object.assign(this, { page, wie, reeks });
    page.setDefaultTimeout(20_000);
  }

  /** Somebody of the demo, signed in by the role chooser. */
  static async als(browser, reeks, naam, rol = '', scherm = SCHERM) {
    const loper = await Loper.gast(browser, reeks, naam, scherm);
    await alsPersoon(loper.page, naam, rol);
    return loper;
  }

  /** Somebody who is not signed in. */
  static async gast(browser, reeks, wie, scherm = SCHERM) {
    return new Loper(await bezoeker(browser, scherm), wie, reeks);
  }

  waar(bladzijde) {
    return `${this.wie}, ${bladzijde} (${new URL(this.page.url()).pathname})`;
  }

  /** Checks the page that is open and keeps a picture of it. */
  async bekijk(bladzijde) {
    const waar = this.waar(bladzijde);
    assert.equal(await this.page.locator('h1').count(), 1, `${waar}: precies één h1`);
    await toegankelijk(this.page, waar);
    const breed = await this.page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    assert.equal(breed, false, `${waar}: de bladzijde is breder dan het scherm`);
    assert.deepEqual(this.page.problemen, [], `${waar}: fouten van script of server`);
    teller += 1;
    await beeld(this.page, `${this.reeks}-${String(teller).padStart(2, '0')}-${bladzijde.replace(/[^a-z0-9]+/gi, '-').toLowerCase()}`);
  }

  /** The page says this. */
  async leest(bladzijde, ...teksten) {
    for (const tekst of teksten) {
      const plek = this.page.locator('main').getByText(tekst).first();
      try {
        await plek.waitFor({ state: 'visible' });
      } catch {
        assert.fail(`${this.waar(bladzijde)}: verwacht ${tekst}, maar er staat: ${await this.staat()}`);
      }
    }
  }

  /** The page says this, now or when it is looked at again: a letter is made after the answer was given. */
  async leestLater(bladzijde, tekst) {
    const plek = this.page.locator('main').getByText(tekst).first();
    for (const einde = Date.now() + 30_000; Date.now() < einde && await plek.count() === 0;) await this.page.reload();
    await this.leest(bladzijde, tekst);
  }

  /** The page does not say this. */
  async leestNiet(bladzijde, tekst) {
    const aantal = await this.page.locator('main').getByText(tekst).count();
    assert.equal(aantal, 0, `${this.waar(bladzijde)}: hier hoort niet te staan: ${tekst}`);
  }

  async link(naam) {
    const tekst = typeof naam === 'string' ? { name: naam, exact: true } : { name: naam };
    await this.doe(`link ${naam}`, this.page.getByRole('link', tekst).first().click());
  }

  async knop(naam) {
    const form = this.page.url();
    // The script of the page that answers has run by then.
    const geladen = this.page.waitForEvent('load', { timeout: 5_000 }).catch(() => {});
    await this.doe(`knop ${naam}`, this.page.getByRole('button', { name: naam, exact: true }).click());
    await geladen;
    if (this.page.url() !== form && !this.page.url().includes('?')) await this.terugEnVerder(naam);
  }

  /** The button 'back' of the browser gives a page after every form, and the one of before is there again by 'forward'. */
  async terugEnVerder(naam) {
    const hier = this.page.url();
    const terug = await this.doe(`terug na ${naam}`, this.page.goBack());
    const status = terug?.status() ?? 200;
    assert.ok(status < 400 || status === 409 || status === 422, `${this.waar(`terug na ${naam}`)}: status ${status}`);
    assert.equal(await this.page.locator('h1').count(), 1, `${this.waar(`terug na ${naam}`)}: geen bladzijde`);
    await this.doe(`verder na ${naam}`, this.page.goForward());
    assert.equal(this.page.url(), hier, `verder na ${naam} komt uit op dezelfde bladzijde`);
  }

  async kies(...namen) {
    for (const naam of namen) await this.doe(`keuze ${naam}`, this.page.getByLabel(naam).first().check());
  }

  /** Fills fields by their labels. */
  async vul(velden) {
    for (const [naam, waarde] of velden) {
      const veld = this.page.locator('main').getByLabel(naam).first();
      const lijst = await veld.evaluate((e) => e.tagName === 'SELECT').catch(() => false);
      await this.doe(`veld ${naam}`, lijst ? veld.selectOption({ label: waarde }) : veld.fill(waarde));
    }
  }

  /** What a field holds. */
  async waarde(naam) {
    return this.page.locator('main').getByLabel(naam).first().inputValue();
  }

  /** Opens every 'Waarom?' on the page, as a reader does. */
  async waarom() {
    const alle = this.page.locator('main details.waarom:not([open]) > summary');
    while (await alle.count() > 0) await alle.first().click();
  }

  /** Unfolds the filters of a list. */
  async filter() {
    const dicht = this.page.locator('details.filter:not([open]) > summary').first();
    if (await dicht.count() > 0) await dicht.click();
  }

  async ga(pad) {
    const antwoord = await this.page.goto(new URL(pad, this.page.url()).href);
    assert.equal(antwoord.status(), 200, `${this.wie}: ${pad} geeft ${antwoord.status()}`);
  }

  /** Clicks a link to a file and gives what is in it. */
  async haal(naam) {
    const wacht = this.page.waitForEvent('download');
    await this.link(naam);
    return readFileSync(await (await wacht).path());
  }

  async zoek(tekst) {
    await this.page.getByRole('searchbox').fill(tekst);
    await this.knop('Zoek');
  }

  pad() {
    return new URL(this.page.url()).pathname;
  }

  async doe(wat, stap) {
    try {
      return await stap;
    } catch (fout) {
      throw new Error(`${this.waar(wat)}: lukt niet, want ${fout.message.split('\n')[0]} Er staat: ${await this.staat()}`);
    }
  }

  /** What the page says, in short. */
  async staat() {
    const tekst = await this.page.locator('main').innerText().catch(() => 'niets');
    return tekst.replace(/\s+/g, ' ').slice(0, 1200);
  }

  async weg() {
    await this.page.context().close();
  }
}
