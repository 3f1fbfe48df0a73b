// Nothing ends in a dead end: after a yes, a refusal, a declaration, a withdrawal and the end of a role, whoever is next sees it on Vandaag
// or on the own page and can do it. Each of those pages on a phone and on a laptop.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { dag, eigenBrowser } from './steun.mjs';
import { Loper } from './loper.mjs';

const SCHERMEN = [['laptop', { width: 1366, height: 768 }], ['telefoon', { width: 390, height: 844 }]];

const mensen = {};
const browser = eigenBrowser();

async function wie(naam, rol = '') {
  mensen[naam + rol] ??= await Loper.als(browser(), 'beurten', naam, rol);
  return mensen[naam + rol];
}

/** Looks at the page that is open on both screens. */
async function bekijk(loper, bladzijde) {
  for (const [naam, scherm] of SCHERMEN) {
    await loper.page.setViewportSize(scherm);
    await loper.bekijk(`${bladzijde} ${naam}`);
  }
  await loper.page.setViewportSize(SCHERMEN[0][1]);
}

/** The turn stands on Vandaag, and a click on it leads to where something can be done. */
async function neemt(loper, beurt, handeling) {
  await loper.ga('/vandaag');
  await loper.link(beurt);
  await loper.leest(`na de beurt ${beurt}`, 'Wat kunt u nu doen?');
  await loper.link(handeling);
}

test('after the yes of one parent the school asks the other, and then the parents go to the other school', async () => {
  const ouder = await wie('J. Meidoorn');
  await ouder.ga('/mijn');
  await ouder.link('Lees het aanbod en geef antwoord');
  await ouder.kies(/^Ja, /);
  await ouder.knop('Antwoord geven');
  await bekijk(ouder, 'Na het ja');
  const ib = await wie('M. Zonnedauw');
  await ib.ga('/vandaag');
  await ib.leest('Vandaag', 'De andere ouder vragen, of opschrijven waarom dat niet kan');
  await bekijk(ib, 'Vandaag na het ja');
});
