// Nothing ends in a dead end: after a yes, a refusal, a declaration, a withdrawal and the end of a role, whoever is next sees it on Vandaag
// or on the own page and can do it. Each of those pages on a phone and on a laptop, and the list as it is printed.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { beeld, dag, eigenBrowser } from './steun.mjs';
import { Loper } from './loper.mjs';

const SCHERMEN = [['laptop', { width: 1366, height: 768 }], ['telefoon', { width: 390, height: 844 }]];
const [[, LAPTOP]] = SCHERMEN;

const mensen = {};
const browser = eigenBrowser();

async function wie(naam) {
  mensen[naam] ??= await Loper.als(browser(), 'beurten', naam);
  return mensen[naam];
}

/** Looks at the page that is open on both screens. */
async function bekijk(loper, bladzijde) {
  for (const [naam, scherm] of SCHERMEN) {
    await loper.page.setViewportSize(scherm);
    await loper.bekijk(`${bladzijde} ${naam}`);
  }
  await loper.page.setViewportSize(LAPTOP);
}

/** Whose turn of this kind stands first on Vandaag, after a click on it. */
async function eerste(loper, beurt) {
  await loper.ga('/vandaag');
  const link = loper.page.getByRole('link', { name: new RegExp(`^${beurt} voor `) }).first();
  await loper.doe(beurt, link.waitFor());
  const naam = (await link.textContent()).replace(/^.* voor /s, '').trim();
  await link.click();
  return naam;
}

async function heeftBeurt(loper, beurt, naam, wel = true) {
  await loper.ga('/vandaag');
  const aantal = await loper.page.getByRole('link', { name: `${beurt} voor ${naam}`, exact: true }).count();
  assert.equal(aantal > 0, wel, `${loper.wie}: ${beurt} voor ${naam} ${wel ? 'hoort' : 'hoort niet meer'} op Vandaag te staan`);
}

test('on a laptop at least fifteen turns of one line fit on Vandaag', async () => {
  const ib = await wie('M. Zonnedauw');
  await ib.page.setViewportSize(LAPTOP);
  await ib.ga('/vandaag');
  // Which turns there are, and how many of them need two lines, goes by the day: the room does not.
  const passen = await ib.page.locator('main table').first().locator('tbody tr').evaluateAll((rijen) => {
    const maten = rijen.map((rij) => rij.getBoundingClientRect());
    return (innerHeight - maten[0].top) / Math.min(...maten.map((maat) => maat.height));
  });
  assert.ok(passen >= 15, `er passen ${passen.toFixed(1)} beurten`);
});

test('after the yes of one parent the school asks the other, and both know what is next', async () => {
  const ouder = await wie('J. Meidoorn');
  await ouder.ga('/mijn');
  await ouder.link('Lees het aanbod en geef antwoord');
  await ouder.kies(/^Ja, /);
  await ouder.knop('Antwoord geven');
  await ouder.leest('Na het ja', 'Dank u wel. De school ziet uw antwoord nu ook.');
  const ib = await wie('M. Zonnedauw');
  await ib.ga('/vandaag');
  await bekijk(ib, 'Vandaag na het ja');
  await ib.link('De andere ouder vragen, of opschrijven waarom dat niet kan voor Noor Appelvink');
  await ib.link('Antwoord geven op het aanbod');
  await ib.kies('de heer S. Appelvink', 'Ja');
  await ib.vul([[/^Hoe en wanneer/, 'De vader belde vandaag: ook hij zegt ja.']]);
  await ib.knop('Antwoord vastleggen');
  await ib.leest('Na het ja van beiden', /Het kind aanmelden bij de andere school/, 'Vastleggen dat het kind een school heeft');
  await bekijk(ib, 'Na het ja van beiden');
  await ouder.ga('/mijn');
  await ouder.leest('Mijn kind na het ja', 'Doe een aanmelding bij de school waarvan u de plek hebt aangenomen.');
  await bekijk(ouder, 'Mijn kind na het ja');
  await ouder.link('Aanmelden bij een school');
  await ouder.leest('Zelf aanmelden', 'Zoek school');
});

test('after a refusal with another school the school records that the child is there, and is done', async () => {
  const ib = await wie('M. Zonnedauw');
  const naam = await eerste(ib, 'Nagaan of het kind een plek heeft op de andere school');
  await ib.link('Vastleggen dat het kind een school heeft');
  await ib.vul([['Vanaf welke dag gaat het kind daar naar school?', dag()], ['Van wie hoorde u het, en hoe?', 'De andere school belde.']]);
  await bekijk(ib, 'Plek vastleggen');
  await ib.knop('Leg vast dat het kind daar naar school gaat');
  await heeftBeurt(ib, 'Nagaan of het kind een plek heeft op de andere school', naam, false);
});

test('after a request that was withdrawn the school says how it goes on, and the desk has it no more', async () => {
  const ib = await wie('M. Zonnedauw');
  const naam = await eerste(ib, 'De aanvraag aanvullen');
  await ib.link('De aanvraag intrekken');
  await ib.vul([['Waarom trekt u de aanvraag in?', 'Het gaat nu goed op onze school.']]);
  await ib.knop('Aanvraag intrekken');
  const loket = await wie('R. Scholekster');
  await loket.ga('/loket');
  assert.equal(await loket.page.locator('main tbody').getByText(naam, { exact: true }).count(), 0, `${naam} staat niet meer in de rij`);
  await bekijk(loket, 'Aanvragen');
  await ib.ga('/vandaag');
  await ib.link(`Bepalen hoe het verder gaat zonder deze verklaring voor ${naam}`);
  await ib.link(/^Wij gaan verder zonder/);
  await ib.vul([['Hoe gaat het verder?', 'Begeleiding in de klas, twee keer per week; in mei kijken wij opnieuw.']]);
  await bekijk(ib, 'Hoe het verder gaat');
  await ib.knop('Vastleggen');
  await heeftBeurt(ib, 'Bepalen hoe het verder gaat zonder deze verklaring', naam, false);
});

test('after a declaration the school arranges a place, and the parents read until when it holds', async () => {
  const ib = await wie('M. Zonnedauw');
  await ib.ga('/vandaag');
  await ib.link('Een plek regelen met de verklaring voor Mila Roerdomp');
  await ib.leest('Aanvraag met verklaring', 'Aan zet:', /Een plek regelen met de verklaring/);
  await bekijk(ib, 'Aanvraag met verklaring');
  const ouder = await wie('R. Zilverspar');
  await ouder.ga('/mijn');
  await bekijk(ouder, 'Mijn kind met verklaring');
});

test('after the role of an expert ended the desk sees which requests wait, and asks another', async () => {
  const beheer = await wie('I. Braamsluiper');
  await beheer.ga('/accounts/deskundige1-9901');
  await beheer.knop('Rol deskundige vandaag beëindigen');
  const zeker = beheer.page.locator('main form button').last();
  await beheer.doe('zeker', zeker.click());
  const loket = await wie('R. Scholekster');
  await loket.ga('/vandaag');
  await loket.leest('Vandaag zonder deskundige', 'Een deskundige werkt niet meer bij u');
  await bekijk(loket, 'Vandaag zonder deskundige');
  await loket.link(/^Kies een andere deskundige/);
  await loket.leest('Deskundigen', 'Vraag om advies');
  await bekijk(loket, 'Deskundigen kiezen');
});

test('a list is printed without menu, filters and buttons, and with the day of the law', async () => {
  const loket = await wie('R. Scholekster');
  await loket.ga('/loket');
  await loket.page.emulateMedia({ media: 'print' });
  for (const weg of ['nav', 'details.filter', 'main button.knop']) {
    const zichtbaar = await loket.page.locator(weg).evaluateAll((alle) => alle.filter((e) => e.checkVisibility()).length);
    assert.equal(zichtbaar, 0, `${weg} wordt niet gedrukt`);
  }
  await loket.leest('Aanvragen gedrukt', /^volgens de wet/);
  await beeld(loket.page, 'beurten-aanvragen-gedrukt');
  await loket.page.emulateMedia({ media: null });
});
