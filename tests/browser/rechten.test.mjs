// Nobody gets a file or a right by a guess or a side door, and who must not know where a child is reads it nowhere.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { dag, eigenBrowser, ga } from './steun.mjs';
import { Loper, TELEFOON } from './loper.mjs';

const IB = 'M. Zonnedauw';
const IB_SO = 'K. Ratelpopulier';
const LOKET = 'R. Scholekster';
const SWV = 'PO9901';
const MAANDEN = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
const SCHOOL = /Regenboog|Wulpenlaan|Wolkendijk|9901/;

const mensen = {};
const browser = eigenBrowser();

async function wie(naam) {
  mensen[naam] ??= await Loper.als(browser(), 'rechten', naam);
  return mensen[naam];
}

/** A declaration that holds and was not used yet, as the desk reads it: number, name and birth date of its child. */
async function ongebruikt() {
  const loket = await wie(LOKET);
  await loket.ga('/register');
  const rij = loket.page.locator('main tbody tr').filter({ hasText: 'geldig, nog niet gebruikt' }).filter({ hasText: 'speciaal onderwijs' }).last();
  const tekst = await rij.innerText();
  const [nummer] = tekst.match(/\d{4}-\d{5}/);
  const [, naam, dagNr, maand, jaar] = tekst.match(/\d{4}-\d{5}\s+(.+?)\s*geboren \S+ (\d+) (\S+) (\d{4})/s);
  const geboren = `${jaar}-${String(MAANDEN.indexOf(maand) + 1).padStart(2, '0')}-${dagNr.padStart(2, '0')}`;
  await rij.getByRole('link').first().click();
  const dossier = await loket.page.locator('main a[href^="/kind/"]').first().getAttribute('href');
  return { nummer, naam: naam.trim(), geboren, dossier: dossier.split('/')[2] };
}

async function controleer(ib, { nummer, geboren }) {
  await ib.ga('/tlv-controle');
  await ib.vul([['Welk samenwerkingsverband', SWV], ['Nummer van de verklaring', nummer], ['Geboortedatum', geboren]]);
  await ib.knop('Controleer');
}

test('checking a declaration tells whether it holds and nothing else, and guessing is braked', async () => {
  const verklaring = await ongebruikt();
  const ib = await wie(IB_SO);
  await controleer(ib, verklaring);
  await ib.leest('Verklaring controleren', 'De verklaring is geldig.', /^speciaal onderwijs/);
  await ib.bekijk('Verklaring die geldig is');
  const achternaam = verklaring.naam.split(' ').pop();
  assert.ok(!(await ib.page.content()).includes(achternaam), 'de controle noemt het kind niet');
  const bestand = await ib.page.goto(new URL(`/kind/${verklaring.dossier}`, ib.page.url()).href);
  assert.equal(bestand.status(), 404, 'wie het nummer kent, opent het dossier niet');
  let geremd = false;
  for (let poging = 0; poging < 30 && !geremd; poging += 1) {
    await controleer(ib, { nummer: verklaring.nummer, geboren: dag(-3000 - poging) });
    geremd = await ib.page.locator('main').getByText(/te vaak|te veel/i).count() > 0;
    assert.ok(!(await ib.page.content()).includes(achternaam), 'ook een verkeerde gok noemt het kind niet');
  }
  assert.ok(geremd, 'raden met geboortedata houdt op');
  await ib.bekijk('Verklaring geraden');
  await controleer(ib, verklaring);
  await ib.leest('Verklaring controleren, geremd', /te vaak|te veel/i);
});

/** Registers a child of two parents, of whom the father must not know where it is. */
async function geheimKind(ib) {
  await ib.ga('/aanmelden');
  await ib.vul([['Roepnaam', 'Veer'], ['Achternaam', 'Schuilvogel'], ['Geboortedatum', dag(-2500)], ['Straat en huisnummer', 'Wulpenlaan 9'],
    ['Postcode', '9901 AB'], ['Plaats', 'Wolkendijk']]);
  const ouders = [['mevrouw R. Schuilvogel', ''], ['de heer D. Roerdomp', 'Verre Steeg 1, 9999 ZZ Verderop']];
  for (const [nr, [naam, adres]] of ouders.entries()) {
    const main = ib.page.locator('main');
    await main.getByLabel(/^Naam/).nth(nr).fill(naam);
    await main.getByLabel('Wie is dit voor het kind?').nth(nr).selectOption({ label: 'Ouder met gezag' });
    await main.getByLabel('Waaruit blijkt het gezag?').nth(nr).fill('de ouders zeggen het zelf');
    await main.getByLabel(/^Adres voor brieven/).nth(nr).fill(adres);
  }
  await ib.page.locator('main').getByLabel('Geheim voor deze persoon').nth(1).check();
  await ib.kies(/^Voor een of meer van de ouders/);
  await ib.vul([[/^Waar komt de geheimhouding vandaan/, 'de moeder, bij de aanmelding']]);
  await ib.bekijk('Geheim bij de aanmelding');
  await ib.knop('Aanmelding vastleggen');
  await ib.leest('Aangemeld', /Veer Schuilvogel is aangemeld/);
  return ib.pad().split('/')[2];
}

/** What a letter says. */
function alsTekst(pdf) {
  const map = mkdtempSync(join(tmpdir(), 'leerrecht-brief-'));
  try {
    const bestand = join(map, 'brief.pdf');
    writeFileSync(bestand, pdf);
    return execFileSync('pdftotext', ['-layout', bestand, '-']).toString();
  } finally {
    rmSync(map, { recursive: true, force: true });
  }
}

test('secrecy that is said at the first form holds before the first letter, on every page and for the own page of that parent', async () => {
  const ib = await wie(IB);
  const nummer = await geheimKind(ib);
  for (const [pad, naam] of [[`/kind/${nummer}`, 'Kind'], [`/kind/${nummer}/aanmelding/1`, 'Aanmelding'], [`/kind/${nummer}/gegevens`, 'Gegevens'], [`/kind/${nummer}/tijdlijn`, 'Tijdlijn']]) {
    await ib.ga(pad);
    assert.match(await ib.page.locator('body').innerText(), /geheim[^.]*D\. Roerdomp/i, `${naam} zegt voor wie het geheim is`);
    await ib.bekijk(`Geheim ${naam}`);
  }
  await ib.ga(`/kind/${nummer}/aanmelding/1`);
  await ib.leestLater('Brieven', 'Ontvangst van de aanmelding');
  const links = ib.page.locator(`main a[href^="/kind/${nummer}/brief/"]`);
  const adressen = [...new Set(await links.evaluateAll((alle) => alle.map((a) => a.getAttribute('href'))))];
  const brieven = [];
  for (const adres of adressen) {
    const antwoord = await ib.page.context().request.get(new URL(adres, ib.page.url()).href);
    brieven.push(alsTekst(await antwoord.body()));
  }
  const vader = brieven.filter((tekst) => tekst.includes('Roerdomp') && tekst.includes('Verre Steeg'));
  assert.equal(vader.length, 1, `één brief is voor de vader: ${brieven.length} brieven`);
  assert.doesNotMatch(vader[0].replaceAll('9999 ZZ', ''), SCHOOL, 'zijn brief noemt school noch adres');
  assert.doesNotMatch(vader[0], /Zonnedauw/, 'en niemand van de school');
  const moeder = brieven.find((tekst) => tekst.includes('R. Schuilvogel') && tekst.includes('Wulpenlaan'));
  assert.match(moeder, /Regenboog/, 'de brief aan de moeder noemt de school');
  await vaderLeest(ib, nummer);
});

/** The father is invited all the same, and reads on his own page nothing of where the child is. */
async function vaderLeest(ib, nummer) {
  await ib.ga(`/kind/${nummer}/gegevens`);
  await ib.link('Uitnodigen de heer D. Roerdomp');
  await ib.knop('Code maken');
  const code = (await ib.page.locator('dd.groot').innerText()).trim();
  const vader = await Loper.gast(browser(), 'rechten', 'de vader', TELEFOON);
  await ga(vader.page, '/code');
  await vader.vul([['De code uit uw brief', code], ['De geboortedatum van uw kind', dag(-2500)], ['Uw naam', 'D. Roerdomp'],
    ['Uw e-mailadres', 'd.roerdomp@voorbeeld.example'], ['Nieuw wachtwoord', 'de roerdomp roept ver weg'], ['Nog een keer hetzelfde wachtwoord', 'de roerdomp roept ver weg']]);
  await vader.knop('Verder');
  if (await vader.page.getByRole('button', { name: 'Inloggen', exact: true }).count() > 0) {
    await vader.vul([['E-mailadres', 'd.roerdomp@voorbeeld.example'], ['Wachtwoord', 'de roerdomp roept ver weg']]);
    await vader.knop('Inloggen');
  }
  await vader.leest('Mijn kind, vader', /Veer/);
  const paden = ['/mijn', ...await vader.page.locator('a[href^="/mijn/"]').evaluateAll((alle) => alle.map((a) => a.getAttribute('href')))];
  for (const pad of new Set(paden)) {
    await vader.ga(pad);
    assert.doesNotMatch(await vader.page.content(), SCHOOL, `${pad} noemt school noch adres`);
    await vader.bekijk(`Vader ${pad.split('/').length}`);
  }
  await vader.weg();
}

test('a school where a child is only registered sees to that registration, and changes nothing else of the child', async () => {
  const ouder = await Loper.als(browser(), 'rechten', 'J. Meidoorn', '', TELEFOON);
  await ouder.ga('/mijn');
  const nummer = ouder.pad().split('/')[2];
  await ouder.link('Aanmelden bij een school');
  await ouder.vul([['Naam of plaats van de school', 'Kraaiennest']]);
  await ouder.knop('Zoek school');
  await ouder.kies(/Het Kraaiennest: speciaal onderwijs/, /^Nee, iedereen met gezag/);
  await ouder.vul([['Welke hulp heeft uw kind nodig?', 'Noor heeft rust nodig.']]);
  await ouder.knop('Aanmelden');
  await ouder.leest('Aangemeld door de ouder', /SO-VSO Het Kraaiennest heeft uw aanmelding van Noor/);
  const school = await wie(IB_SO);
  await school.ga(`/kind/${nummer}`);
  await school.leest('Kind bij de tweede school', 'Vaststellen of er extra ondersteuning nodig is', 'Noor heeft rust nodig.');
  await school.leestNiet('Kind bij de tweede school', 'Gegevens en mensen wijzigen');
  await school.bekijk('Kind bij de tweede school');
  for (const stap of ['persoon/1/gezag', 'gegevens/verhuizing', 'gegevens/geheimhouding', 'gegevens/overlijden', 'schorsing/nieuw', 'verwijdering/nieuw']) {
    const antwoord = await school.page.goto(new URL(`/kind/${nummer}/${stap}`, school.page.url()).href);
    assert.equal(antwoord.status(), 403, `${stap} is niet van een school waar het kind alleen is aangemeld`);
    await school.leest(stap, 'Dit mag u niet zien of doen');
  }
  await school.bekijk('Niet van deze school');
  await ouder.weg();
});

test('what was typed for one child stays with that child, stands on Vandaag, and comes back', async () => {
  const ib = await wie(IB);
  await ib.ga('/vandaag');
  const werk = ib.page.getByRole('link', { name: /^Vaststellen of er extra ondersteuning nodig is voor / });
  const [een, twee] = await werk.evaluateAll((alle) => alle.slice(0, 2).map((a) => a.getAttribute('href')));
  const woorden = 'De vorige school schreef dat een kleine groep helpt.';
  const veld = () => ib.page.locator('main').getByLabel('Waarom vindt u dat?');
  await ib.ga(`${een}/behoefte`);
  await veld().fill(woorden);
  await veld().blur();
  await ib.page.locator('p.bewaard').filter({ hasText: /^bewaard/ }).first().waitFor();
  await ib.ga(`${twee}/behoefte`);
  assert.equal(await veld().inputValue(), '', 'bij het volgende kind is het leeg');
  await ib.ga('/vandaag');
  await ib.leest('Vandaag met een bewaard formulier', /bewaard/i);
  await ib.bekijk('Vandaag met een bewaard formulier');
  await ib.ga(`${een}/behoefte`);
  assert.equal(await veld().inputValue(), woorden, 'en bij dit kind staat het er nog');
  await ib.kies(/^Ja, er is extra ondersteuning nodig/);
  await ib.knop('Vaststellen');
  await ib.leest('Vastgesteld', woorden);
  await ib.page.goBack();
  await ib.page.waitForLoadState();
  assert.notEqual(await ib.page.locator('h1').count(), 0, 'terug geeft een bladzijde');
  assert.deepEqual(ib.page.problemen, [], 'en geen fout');
  await ib.bekijk('Terug na het versturen');
});
