// What the walk with one child does not meet: admitting, refusing, a temporary place, suspension and removal, and lists.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { dag, eigenBrowser } from './steun.mjs';
import { Loper, TELEFOON } from './loper.mjs';

const IB = 'M. Zonnedauw';
const DIRECTIE = 'H. van der Lijster';
const LOKET = 'R. Scholekster';
const GEZAG = 'Ouder met gezag';

const mensen = {};
const browser = eigenBrowser();

async function wie(naam, rol = '', scherm) {
  mensen[naam] ??= await Loper.als(browser(), 'zijpad', naam, rol, scherm);
  return mensen[naam];
}

/** Registers a new child at the school and stands on the page of the registration. */
async function nieuwKind(ib, roepnaam, achternaam) {
  await ib.ga('/aanmelden');
  await ib.vul([['Roepnaam', roepnaam], ['Achternaam', achternaam], ['Geboortedatum', dag(-2600)],
    [/^Naam/, `de heer B. ${achternaam}`], ['Wie is dit voor het kind?', GEZAG], ['Waaruit blijkt het gezag?', 'de ouders zeggen het zelf']]);
  await ib.kies(/^Voor niemand/);
  await ib.knop('Aanmelding vastleggen');
  await ib.link('Naar de aanmelding');
  return `${roepnaam} ${achternaam}`;
}

/** The child in the first row of Vandaag with this work, after a click on that work. */
async function eerste(loper, werk) {
  await loper.ga('/vandaag');
  const link = loper.page.getByRole('link', { name: new RegExp(`^${werk} voor `) }).first();
  await loper.doe(werk, link.waitFor());
  const naam = (await link.textContent()).replace(/^.* voor /s, '').trim();
  await link.click();
  return naam;
}

test('a parent registers on the own page and sees the last day', async () => {
  const ouder = await wie('J. Meidoorn', '', TELEFOON);
  await ouder.bekijk('Mijn kind');
  await ouder.link('Lees alles over deze aanmelding');
  await ouder.leest('Aanmelding, ouder', 'Waar staat het?', 'Aan zet:');
  await ouder.bekijk('Aanmelding ouder');
  await ouder.ga('/mijn');
  await ouder.link('Aanmelden bij een school');
  await ouder.vul([['Naam of plaats van de school', 'Kraaiennest']]);
  await ouder.knop('Zoek school');
  await ouder.kies(/Het Kraaiennest: speciaal onderwijs/, /^Nee, iedereen met gezag/);
  await ouder.vul([['Welke hulp heeft uw kind nodig?', 'Noor heeft rust nodig.']]);
  await ouder.bekijk('Zelf aanmelden');
  await ouder.knop('Aanmelden');
  await ouder.leest('Bevestiging, ouder', /SO-VSO Het Kraaiennest heeft uw aanmelding van Noor/, 'Waarom deze datum?');
  await ouder.bekijk('Zelf aangemeld');
  const school = await wie('K. Ratelpopulier');
  await school.ga('/vandaag');
  await school.link('Vaststellen of er extra ondersteuning nodig is voor Noor Appelvink');
  await school.leest('Aanmelding bij de school', 'door een ouder, op de eigen pagina', /nog \d+ dagen/);
  await school.bekijk('Aanmelding door een ouder');
});

test('a child is admitted', async () => {
  const ib = await wie(IB);
  const naam = await nieuwKind(ib, 'Wouter', 'Waterral');
  await ib.link('Het kind toelaten');
  await ib.vul([['Groep of klas', '4']]);
  await ib.bekijk('Toelaten');
  await ib.knop('Toelaten');
  await ib.leest('Toegelaten', 'Het kind is toegelaten. De ouders krijgen een brief.', /toegelaten, eerste schooldag/);
  await ib.bekijk('Toegelaten');
  await ib.link(naam);
  await ib.leest('Kind', /groep 4/, 'toegelaten');
});

test('a refusal with a willing school is lawful, and tells the parents their rights', async () => {
  const ib = await wie(IB);
  await nieuwKind(ib, 'Okke', 'Wouwaapje');
  await ib.link('Vaststellen wat het kind nodig heeft');
  await ib.kies(/^Ja, er is extra ondersteuning nodig/);
  await ib.vul([['Waarom vindt u dat?', 'Okke heeft een kleine groep nodig.']]);
  await ib.knop('Vaststellen');
  await ib.link('Weigeren');
  await ib.kies(/^Een andere school wil het kind toelaten/);
  await ib.vul([['Naam van de school', 'Basisschool Het Elzenbos'], ['Plaats van die school', 'Avondstad'], ['Met wie kunnen ouders daar praten?', 'mevrouw B. Baars, 000-0000002'], ['Wat voor school is het?', 'basisschool'], [/^Op welke dag zei die school/, dag()], ['Waaruit blijkt dat?', 'mail van de directeur'],
    ['Wanneer sprak u de ouders?', dag()], ['Wie waren erbij?', 'vader'], ['Wat vinden de ouders ervan?', 'Vader wil het daar proberen.'],
    ['Leg in gewone woorden uit waarom u het kind niet toelaat', 'Onze groepen zijn te groot voor Okke.']]);
  await ib.leest('Weigeren', 'Alles is ingevuld.');
  await ib.bekijk('Weigeren kan');
  await ib.knop('Weigeren');
  await ib.leest('Geweigerd', 'Het kind is geweigerd. De ouders krijgen een brief met hun rechten.', /Bezwaar maken bij het schoolbestuur, uiterlijk op/);
  await ib.bekijk('Geweigerd');
});

test('a refusal that happened in fact is recorded and becomes a task of the partnership', async () => {
  const ib = await wie(IB);
  const naam = await eerste(ib, 'Vaststellen of er extra ondersteuning nodig is');
  await ib.link('Melden: er is geweigerd zonder besluit');
  await ib.leest('Zonder besluit', /Het is geen besluit/);
  await ib.vul([['Op welke dag was dat?', dag()], ['Wat is er gezegd of gedaan?', 'De conciërge zei aan de telefoon dat er geen plaats is.']]);
  await ib.bekijk('Zonder besluit');
  await ib.knop('Vastleggen dat er zonder besluit is geweigerd');
  await ib.leest('Aanmelding zonder besluit', 'Vastgelegd: er is geweigerd zonder besluit. De zorgplicht blijft bij de school.', /Wat kunnen de ouders doen/);
  await ib.bekijk('Aanmelding zonder besluit');
  const loket = await wie(LOKET);
  await loket.ga('/vandaag');
  await loket.link(`Een weigering zonder besluit oppakken voor ${naam}`);
  await loket.bekijk('Loket pakt weigering op');
});

test('the right to a temporary place appears on its day and is given', async () => {
  const ib = await wie(IB);
  await eerste(ib, 'Het kind tijdelijk plaatsen');
  await ib.leest('Aanmelding', /recht vanaf/, 'Er is niet op tijd beslist: het kind heeft recht op een tijdelijke plek.');
  await ib.bekijk('Tijdelijke plek nodig');
  await ib.link('Het kind tijdelijk plaatsen');
  await ib.leest('Tijdelijk plaatsen', '10 weken later');
  await ib.bekijk('Tijdelijk plaatsen');
  await ib.knop('Tijdelijk plaatsen');
  await ib.leest('Tijdelijk geplaatst', 'Het kind is tijdelijk geplaatst.');
  await ib.bekijk('Tijdelijk geplaatst');
});

/** The first day from so many days on that is no weekend and no holiday with a fixed date: the form asks about those first. */
function schooldag(over) {
  const op = dag(over);
  const vrij = [0, 6].includes(new Date(op).getUTCDay()) || ['12-25', '12-26', '01-01', '04-27'].includes(op.slice(5));
  return vrij ? schooldag(over + 1) : op;
}

test('a suspension is within a week and told to the Inspectie', async () => {
  const directie = await wie(DIRECTIE);
  const naam = await eerste(directie, 'Melden aan de Inspectie');
  await directie.leest('Schorsing', 'Mag dit?', /Melden bij de inspectie/);
  await directie.bekijk('Schorsing');
  await directie.link('Vastleggen dat u het de Inspectie hebt gemeld');
  await directie.bekijk('Schorsing melden');
  await directie.knop('Vastleggen');
  await directie.leest('Schorsing gemeld', 'De melding aan de Inspectie is vastgelegd.');
  await directie.link(naam);
  await directie.link('Schorsen');
  await directie.vul([['Eerste dag', schooldag(14)], ['Laatste dag', schooldag(24)]]);
  await directie.knop('Kijk of dit mag');
  await directie.leest('Schorsen te lang', /is te lang voor een schorsing/);
  await directie.bekijk('Schorsen te lang');
  await directie.vul([['Laatste dag', schooldag(14)], ['Waarom schorst u de leerling?', 'Na een gesprek ging het nog een keer mis op het plein.']]);
  await directie.knop('Schorsen');
  await directie.leest('Geschorst', 'Redenen');
  await directie.bekijk('Geschorst');
});

test('a removal goes step by step, and not without another school', async () => {
  const directie = await wie(DIRECTIE);
  await eerste(directie, 'Horen voor een verwijdering');
  await directie.bekijk('Voornemen');
  await directie.doe('nog niet', directie.page.getByText('Besluiten tot verwijdering').click());
  await directie.leest('Voornemen', /Het gesprek over de verwijdering is nog niet gevoerd/, 'eerst het gesprek vastleggen.');
  await directie.ga(`${directie.pad()}/besluit`);
  await directie.leest('Besluit te vroeg', 'Dit kan nu niet');
  assert.equal(await directie.page.getByRole('button', { name: 'Verwijderen', exact: true }).count(), 0, 'geen knop om te verwijderen');
  await directie.bekijk('Verwijderen te vroeg');
  await directie.link('Terug zonder vastleggen');
  await directie.link('Vastleggen wat er in het gesprek is gezegd');
  await directie.vul([['Wanneer was het laatste gesprek?', dag()], ['Wat zeggen de ouders?', 'Zij willen een andere school.'],
    ['Wat zegt de groepsleraar of mentor?', 'Het lukt niet meer in de groep.']]);
  await directie.bekijk('Horen');
  await directie.knop('Vastleggen');
  await directie.link('Een school vastleggen die de leerling wil toelaten');
  await directie.vul([['Naam van de school', 'Basisschool Het Elzenbos'], ['Plaats van die school', 'Avondstad'], ['Met wie kunnen ouders daar praten?', 'mevrouw B. Baars, 000-0000002'], ['Wat voor school is het?', 'basisschool'], [/^Op welke dag zei die school/, dag()], ['Waaruit blijkt dat?', 'brief van de directeur']]);
  await directie.bekijk('Bereide school');
  await directie.knop('Vastleggen');
  await directie.link('Besluiten tot verwijdering');
  await directie.vul([[/^Vanaf welke dag is de leerling niet meer ingeschreven/, dag(7)], [/^Leg de ouders uit/, 'Op de andere school is meer rust.']]);
  await directie.bekijk('Verwijderen');
  await directie.knop('Verwijderen');
  await directie.leest('Verwijderd', 'Het besluit is vastgelegd. Meld het nu aan de gemeente.');
  await directie.link('Vastleggen dat u het de gemeente hebt gemeld');
  assert.notEqual(await directie.waarde('Aan welke gemeente hebt u het gemeld?'), '', 'de gemeente van het adres staat er al');
  await directie.bekijk('Gemeente');
  await directie.knop('Vastleggen');
  await directie.leest('Gemeld', 'De melding aan de gemeente is vastgelegd.');
  await directie.bekijk('Verwijderd en gemeld');
});

test('two experts sign one advice together', async () => {
  const deskundige = await wie('P. Snor', 'primair onderwijs');
  await deskundige.ga('/advies');
  const paden = await deskundige.page.locator('main tbody a').evaluateAll((links) => links.map((a) => a.getAttribute('href')));
  // Both are people whom anybody can be in the demo.
  const demo = await (await deskundige.page.request.get(new URL('/demo', deskundige.page.url()).href)).text();
  let ander;
  for (const pad of paden) {
    await deskundige.ga(pad);
    const samen = deskundige.page.locator('label', { hasText: /^Samen met/ });
    if (await samen.count() === 0) continue;
    const naam = (await samen.first().innerText()).match(/^Samen met (.+?) \(/)[1];
    if (demo.includes(naam)) ander = naam;
    if (ander) break;
  }
  assert.ok(ander, 'een aanvraag waarover twee deskundigen nog moeten adviseren');
  await deskundige.kies(/ is toelaatbaar tot/, /^Samen met/);
  const categorie = deskundige.page.getByLabel('Categorie 1 (laag)');
  if (await categorie.count() > 0) await categorie.check();
  await deskundige.vul([['Uw advies in gewone woorden', 'Wij zagen samen dat een kleine groep rust geeft.']]);
  await deskundige.bekijk('Samen adviseren');
  await deskundige.knop('Advies geven');
  await deskundige.leest('Voorgelegd', 'Het advies ligt klaar voor uw collega.');
  await deskundige.bekijk('Voorgelegd');
  const pad = deskundige.pad();
  const tweede = await wie(ander, 'deskundige');
  await tweede.ga(`${pad}/advies`);
  await tweede.leest('Meetekenen', 'Wij zagen samen dat een kleine groep rust geeft.');
  await tweede.bekijk('Meetekenen');
  await tweede.knop('Meetekenen met P. Snor');
  await tweede.leest('Samen geadviseerd', 'Uw advies is vastgelegd. De ouders krijgen een afschrift.', /Aan zet:.*besluitnemer/);
  await tweede.bekijk('Samen geadviseerd');
});

test('the loket asks the school to complete a request, and the clock stops', async () => {
  const loket = await wie(LOKET);
  await eerste(loket, 'Twee deskundigen om advies vragen');
  await loket.link('Om aanvulling vragen');
  await loket.vul([['Wat ontbreekt er?', 'het verslag van de logopedist'], ['Waarom is dat nodig om te beslissen?', 'Dan zien de deskundigen wat al is geprobeerd.'],
    ['Tot en met welke dag kan de school aanvullen?', dag(14)]]);
  await loket.bekijk('Aanvulling vragen');
  await loket.knop('Aanvulling vragen');
  await loket.leest('Aanvulling gevraagd', 'de termijn staat stil', 'het verslag van de logopedist');
  await loket.bekijk('Aanvulling gevraagd');
});

test('every professional with turns starts at Vandaag', async (t) => {
  const rollen = [['T. Graspieper', 'leerkracht'], [IB, ''], [DIRECTIE, ''], ['D. Braamsluiper', ''], ['E. Nachtegaal', ''], ['I. Ratelpopulier', 'bevoegd gezag'],
    [LOKET, ''], ['J. Wederik', ''], ['H. Wespendief', 'besluitnemer'], ['V. Blei', 'primair onderwijs']];
  for (const [naam, rol] of rollen) {
    await t.test(`${naam} ${rol}`.trim(), async () => {
      const loper = await Loper.als(browser(), 'zijpad', naam, rol);
      assert.equal(loper.pad(), '/vandaag', `${naam} begint op ${loper.pad()}`);
      // Een leerkracht weet van geen aanmelding of aanvraag.
      await loper.leest('Vandaag', 'U bent aan zet', rol === 'leerkracht' ? 'De kinderen van uw groep' : 'Anderen zijn aan zet');
      await loper.weg();
    });
  }
});

test('search finds a child by name and by number, and nothing of somebody else', async () => {
  const ib = await wie(IB);
  await ib.zoek('zonnevis');
  await ib.link('Sam de Zonnevis');
  const nummer = ib.pad().split('/').pop();
  await ib.waarom();
  await ib.bekijk('Kind Sam');
  await ib.ga('/vandaag');
  await ib.zoek(nummer);
  await ib.leest('Kind gevonden op nummer', /dossier \d{4}-\d{6}/);
  assert.equal(ib.pad(), `/kind/${nummer}`);
  await ib.zoek('Bestaatniet');
  await ib.leest('Zoeken', 'Er is geen kind gevonden dat u mag zien.');
  await ib.bekijk('Zoeken zonder vondst');
  const vreemd = await wie('D. Braamsluiper');
  const antwoord = await vreemd.page.goto(new URL(`/kind/${nummer}`, vreemd.page.url()).href);
  assert.equal(antwoord.status(), 404, 'een andere school vindt dit dossier niet');
  await vreemd.bekijk('Niet gevonden');
});

test('the list of children sorts, filters, pages and downloads', async () => {
  const ib = await wie(IB);
  await ib.link('Kinderen');
  await ib.bekijk('Kinderen');
  const namen = () => ib.page.locator('main tbody th').allInnerTexts();
  const eersteNamen = await namen();
  await ib.link(/^Naam/);
  await ib.doe('sorteren', ib.page.locator('th[aria-sort=ascending]').waitFor());
  await ib.link(/^Naam/);
  await ib.doe('andersom', ib.page.locator('th[aria-sort=descending]').waitFor());
  assert.notDeepEqual(await namen(), eersteNamen, `${ib.waar('Kinderen')}: aflopend is anders dan oplopend`);
  await ib.link(/^Volgende/);
  await ib.leest('Kinderen, bladzijde 2', /\d+ kinderen/);
  await ib.filter();
  await ib.vul([['Fase', 'Aanmelding: aangemeld']]);
  await ib.knop('Toon');
  const fasen = await ib.page.locator('main tbody td[data-kop=Fase]').allInnerTexts();
  assert.ok(fasen.length > 0 && fasen.every((fase) => fase === 'aangemeld'), `${ib.waar('Kinderen gefilterd')}: ${fasen.join(', ')}`);
  await ib.bekijk('Kinderen gefilterd');
  const csv = (await ib.haal('Deze lijst als csv-bestand')).toString();
  const [kop, ...regels] = csv.trim().split(/\r?\n/);
  assert.match(kop, /dossier.naam.geboortedatum/);
  assert.ok(regels.length >= fasen.length && regels.every((regel) => regel.includes('aangemeld')), 'het csv-bestand volgt het filter');
});

test('an OSO dossier is asked for and a wrong one is refused', async () => {
  const ib = await wie(IB);
  await ib.ga('/kinderen');
  await ib.link('Een OSO-dossier overnemen');
  await ib.bekijk('OSO-dossier overnemen');
  await ib.knop('Neem over');
  await ib.leest('OSO-dossier zonder bestand', 'Kies het bestand dat uw leerlingadministratie heeft gemaakt.');
  const bestand = { name: 'dossier.xml', mimeType: 'text/xml', buffer: Buffer.from('<dossier/>') };
  await ib.page.locator('input[type=file]').setInputFiles(bestand);
  await ib.knop('Kijk eerst na');
  await ib.leest('OSO-dossier dat er geen is', 'Dit kan nu niet', 'Kies het bestand opnieuw');
  await ib.bekijk('OSO-dossier dat er geen is');
});

test('the queue of requests sorts and downloads', async () => {
  const loket = await wie(LOKET);
  await loket.ga('/loket');
  await loket.link(/^School/);
  await loket.doe('sorteren', loket.page.locator('th[aria-sort=ascending]').waitFor());
  await loket.filter();
  await loket.vul([['Stand', 'klaar voor besluit']]);
  await loket.knop('Toon');
  const standen = await loket.page.locator('main tbody td[data-kop=Stand] .label').allInnerTexts();
  assert.ok(standen.length > 0 && standen.every((stand) => stand === 'klaar voor besluit'), `${loket.waar('Aanvragen gefilterd')}: ${standen.join(', ')}`);
  await loket.bekijk('Aanvragen gefilterd');
  const csv = (await loket.haal('Deze lijst als csv-bestand')).toString();
  assert.match(csv, /dossier.aanvraag.naam/);
});
