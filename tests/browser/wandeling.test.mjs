// One new child, from the registration to the place at another school: every role in turn, with real clicks.
// The steps are one story, so each needs the ones before it.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { dag, eigenBrowser, ga } from './steun.mjs';
import { Loper, TELEFOON } from './loper.mjs';

const IB = 'M. Zonnedauw';
const KIND = { roepnaam: 'Pippa', naam: 'Pippa van de Goudplevier', geboren: `${Number(dag().slice(0, 4)) - 7}-03-04` };
const MOEDER = 'mevrouw F. Goudplevier';
const ACCOUNT = { mail: 'f.goudplevier@voorbeeld.example', wachtwoord: 'de goudplevier fluit zacht' };
const BEHOEFTE = 'Pippa komt alleen in een kleine groep tot werken, schrijft de vorige school.';

/** What later steps know from earlier ones. */
const verhaal = { nummer: '', code: '', tlv: '' };
const mensen = {};
const browser = eigenBrowser();

const kind = (rest = '') => `/kind/${verhaal.nummer}${rest}`;
const aanmelding = () => kind('/aanmelding/1');
const aanvraag = () => kind('/aanvraag/1');

/** A step of the story; when one fails, those after it have nothing to stand on. */
let gestrand = '';
function stap(t, naam, lopen) {
  return t.test(naam, async (s) => {
    if (gestrand) return s.skip(`eerst moet lukken: ${gestrand}`);
    try {
      await lopen();
    } catch (fout) {
      gestrand = naam;
      throw fout;
    }
  });
}

/** Somebody of the demo, signed in once for the whole walk. */
async function wie(naam, rol = '') {
  mensen[naam] ??= await Loper.als(browser(), 'wandeling', naam, rol);
  return mensen[naam];
}

test('1. a written registration, the last day and why, and the parent comes to the own page', async (t) => {
  const ib = await wie(IB);
  await stap(t, 'the intern begeleider starts at Vandaag and records the registration', async () => {
    assert.equal(ib.pad(), '/vandaag');
    await ib.bekijk('Vandaag');
    await ib.link('Aanmelden');
    await ib.knop('Aanmelding vastleggen');
    await ib.leest('Aanmelden zonder iets', 'Vul de roepnaam van het kind in.');
    await ib.bekijk('Aanmelden zonder iets');
    await ib.vul([['Roepnaam', KIND.roepnaam], ['Voorvoegsel', 'van de'], ['Achternaam', 'Goudplevier'],
      ['Geslacht', 'Meisje'], ['Geboortedatum', KIND.geboren], ['Straat en huisnummer', 'Wulpenlaan 3'],
      ['Postcode', '9901 AB'], ['Plaats', 'Wolkendijk']]);
    await ib.knop('Kijk welk samenwerkingsverband erbij hoort');
    await ib.leest('Aanmelden', /Samenwerkingsverband Ochtendwold primair onderwijs/);
    await ib.vul([[/^Naam/, MOEDER], ['Wie is dit voor het kind?', 'Ouder met gezag'], ['Waaruit blijkt het gezag?', 'uittreksel gezagsregister'], ['E-mailadres', ACCOUNT.mail],
      ['Bij welke andere scholen is het kind ook aangemeld?', 'Basisschool De Vlindertuin'],
      ['Wat zeggen de ouders over de hulp die hun kind nodig heeft?', 'Pippa raakt in een drukke groep snel overprikkeld.']]);
    await ib.bekijk('Aanmelden ingevuld');
    await ib.kies(/^Voor niemand/);
    await ib.knop('Aanmelding vastleggen');
  });
  await stap(t, 'the school sees the last day and the steps of the law', async () => {
    await ib.leest('Bevestiging', `${KIND.naam} is aangemeld bij Basisschool De Regenboog.`, 'Waarom deze datum?', '6 weken later');
    [, verhaal.nummer] = ib.pad().match(/\/kind\/(\d{4}-\d{6})\//);
    await ib.leestLater('Bevestiging', 'Ontvangst van de aanmelding');
    const brief = await ib.haal(/^Ontvangst van de aanmelding/);
    assert.equal(brief.subarray(0, 5).toString(), '%PDF-', `${ib.waar('Bevestiging')}: de brief is een pdf`);
    await ib.bekijk('Bevestiging');
  });
  await stap(t, 'the school invites the mother with a code that is shown once', async () => {
    await ib.link(`Uitnodigen ${MOEDER}`);
    await ib.bekijk('Uitnodigen');
    await ib.knop('Code maken');
    await ib.leest('Code', 'Deze code staat alleen nu op uw scherm.');
    verhaal.code = (await ib.page.locator('dd.groot').innerText()).trim();
    assert.match(verhaal.code, /^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/, 'de code bestaat uit vier groepjes');
    await ib.bekijk('Code');
    await ib.link('Klaar, terug naar de gegevens');
    await ib.leest('Gegevens', 'Wulpenlaan 3, 9901 AB Wolkendijk', /uitgenodigd op/);
    await ib.bekijk('Gegevens');
  });
  await stap(t, 'the mother uses the code, makes an account and signs in', moeder);
  await stap(t, 'a code works once', async () => {
    const ander = await Loper.gast(browser(), 'wandeling', 'iemand anders', TELEFOON);
    await ga(ander.page, '/code');
    await vulCode(ander, KIND.geboren, 'ander@voorbeeld.example');
    await ander.leest('Code, tweede keer', /deze code en geboortedatum horen niet bij elkaar, of de code werkt niet meer/);
    await ander.bekijk('Code tweede keer');
    await ander.weg();
  });
});

async function vulCode(ouder, geboren, mail) {
  await ouder.vul([['De code uit uw brief', verhaal.code.toLowerCase()], ['De geboortedatum van uw kind', geboren],
    ['Uw naam', 'F. Goudplevier'], ['Uw e-mailadres', mail], ['Nieuw wachtwoord', ACCOUNT.wachtwoord],
    ['Nog een keer hetzelfde wachtwoord', ACCOUNT.wachtwoord]]);
  await ouder.knop('Verder');
}

async function moeder() {
  const ouder = await Loper.gast(browser(), 'wandeling', 'de moeder', TELEFOON);
  mensen.ouder = ouder;
  await ga(ouder.page, '/inloggen');
  await ouder.bekijk('Inloggen');
  await ouder.link('Gebruik uw code');
  await ouder.bekijk('Code gebruiken');
  await vulCode(ouder, dag(), ACCOUNT.mail);
  await ouder.leest('Code met de verkeerde geboortedatum', /Dit kan nu niet/);
  await ouder.bekijk('Code met de verkeerde geboortedatum');
  await vulCode(ouder, KIND.geboren, ACCOUNT.mail);
  await ouder.leest('Mijn kind', /heeft de aanmelding van Pippa ontvangen/, /Uiterlijk op/, 'Nu aan zet:');
  await ouder.waarom();
  await ouder.leest('Mijn kind', '6 weken later');
  await ouder.bekijk('Mijn kind aangemeld');
}

test('2. the school assesses, asks, extends and offers; it cannot refuse unlawfully', async (t) => {
  const ib = await wie(IB);
  const { ouder } = mensen;
  await stap(t, 'the need is assessed', async () => {
    await ib.ga('/vandaag');
    await ib.link(`Vaststellen of er extra ondersteuning nodig is voor ${KIND.naam}`);
    await ib.leest('Aanmelding', 'Aan zet:', 'Wat kunt u nu doen?');
    await ib.waarom();
    await ib.bekijk('Aanmelding');
    await ib.link('Vaststellen wat het kind nodig heeft');
    await ib.kies(/^Ja, er is extra ondersteuning nodig/);
    await ib.vul([['Waarom vindt u dat?', BEHOEFTE]]);
    await ib.bekijk('Behoefte');
    await ib.knop('Vaststellen');
    await ib.leest('Aanmelding na de behoefte', 'Vastgelegd wat het kind nodig heeft.', 'behoefte vastgesteld');
  });
  await stap(t, 'the clock stops while the parents are asked, and both see it', async () => {
    await ib.link('De ouders om informatie vragen');
    assert.equal(await ib.waarde(/^Tot en met welke dag/), dag(14), 'twee weken staat er al');
    await ib.vul([['Wat hebt u nodig?', 'het verslag van de logopedist'], ['Waarom hebt u dat nodig?', 'Dan weten wij welke hulp is geprobeerd.']]);
    await ib.knop('Laat zien wat de laatste dag wordt');
    await ib.leest('Informatie vragen', /Komt er niets, dan loopt de termijn/);
    await ib.bekijk('Informatie vragen');
    await ib.knop('Vragen en de termijn stilzetten');
    await ib.leest('Aanmelding, klok stil', /termijn staat stil sinds/, 'wacht op informatie');
    await ib.bekijk('Aanmelding klok stil');
    await ouder.ga('/mijn');
    await ouder.leest('Mijn kind, informatie', /De tijd voor het besluit staat zolang stil/, 'het verslag van de logopedist');
    await ouder.leestLater('Mijn kind, informatie', /^Verzoek om informatie/);
    await ouder.bekijk('Mijn kind informatie');
  });
  await stap(t, 'the information comes and the clock runs again', async () => {
    await ib.link('Vastleggen of de informatie er is');
    await ib.kies('Ja, alles is er');
    await ib.bekijk('Informatie ontvangen');
    await ib.knop('Vastleggen');
    await ib.leest('Aanmelding, klok loopt', 'Vastgelegd. De termijn loopt weer.', /alles was er/);
  });
  await stap(t, 'the term is extended once', async () => {
    await ib.link('De termijn verlengen');
    await ib.leest('Verlengen', 'Laatste dag nu', 'De wet vraagt om een zo kort mogelijke tijd', '1 week later');
    await ib.kies(/^4 weken/);
    await ib.vul([['Waarom lukt het niet binnen de gewone termijn?', 'Wij zoeken een school met kleine groepen.']]);
    await ib.bekijk('Verlengen');
    await ib.knop('Verlengen');
    await ib.leest('Aanmelding verlengd', 'De termijn is verlengd. De ouders krijgen een brief.');
    await ib.bekijk('Aanmelding verlengd');
  });
  await stap(t, 'another school is offered and the mother says no', async () => {
    await biedAan(ib, 'Basisschool De Vlindertuin', 'basisschool', 'Een groep van twaalf kinderen.');
    await antwoord(ouder, 'Nee, we willen deze plek niet', 'Een groep van twaalf kinderen.', 'Die school is te ver reizen.');
    await ib.ga(aanmelding());
    await ib.leest('Aanmelding na het antwoord', /nee, op/, 'Die school is te ver reizen.');
  });
  await stap(t, 'a refusal without a willing school has no button, and says what is missing', async () => {
    await ib.link('Weigeren');
    assert.equal(await ib.waarde('Naam van de school'), 'Basisschool De Vlindertuin', 'wat bij het aanbod staat, wordt niet nog eens gevraagd');
    assert.equal(await ib.waarde('Wie waren erbij?'), 'de moeder en de intern begeleider');
    await ib.kies(/^Een andere school wil het kind toelaten/);
    await ib.vul([['Naam van de school', ''], ['Waaruit blijkt dat?', '']]);
    await ib.knop('Kijk opnieuw wat er al is');
    await ib.leest('Weigeren', /Er ontbreken nog \d punten/, 'Een andere school genoemd die bereid is het kind toe te laten', /De knop 'Weigeren' komt hier zodra alles er is/);
    assert.equal(await ib.page.locator('main').getByRole('button', { name: 'Weigeren', exact: true }).count(), 0, `${ib.waar('Weigeren')}: er is geen knop`);
    await ib.bekijk('Weigeren kan niet');
    await ib.link('Terug zonder vastleggen');
  });
});

async function biedAan(ib, school, soort, wat) {
  await ib.link('Een plek op een andere school aanbieden');
  await ib.vul([['Naam van de school', school], ['Plaats van die school', 'Avondstad'], ['Met wie kunnen ouders daar praten?', 'mevrouw B. Baars, 000-0000002'], ['Wat voor school is het?', soort], [/^Op welke dag zei die school/, dag()], ['Waaruit blijkt dat?', 'mail van de directeur'],
    ['Wat biedt die school het kind?', wat], ['Vanaf welke dag is er plaats?', dag(21)], ['Wanneer sprak u de ouders?', dag()],
    ['Wie waren erbij?', 'de moeder en de intern begeleider'], ['Wat vinden de ouders ervan?', 'Moeder wil de groep zien.']]);
  await ib.bekijk('Aanbod doen');
  await ib.knop('Aanbieden');
  await ib.leest('Aanmelding met aanbod', 'Het aanbod is gedaan. De ouders krijgen een brief.', 'aanbod gedaan');
}

async function antwoord(ouder, keuze, wat, toelichting) {
  await ouder.ga('/mijn');
  await ouder.leest('Mijn kind, aanbod', /U mag ja of nee zeggen/);
  await ouder.bekijk('Mijn kind aanbod');
  await ouder.link('Lees het aanbod en geef antwoord');
  await ouder.leest('Aanbod', new RegExp(wat));
  await ouder.kies(keuze);
  await ouder.vul([['Wilt u er iets bij zeggen?', toelichting]]);
  await ouder.bekijk('Aanbod beantwoorden');
  await ouder.knop('Antwoord geven');
  await ouder.leest('Mijn kind na het antwoord', 'Dank u wel. De school ziet uw antwoord nu ook.');
}

test('3. the request knows what the file knows, and is sent only when complete', async (t) => {
  const ib = await wie(IB);
  const { ouder } = mensen;
  await stap(t, 'the request begins with what is known, with its source', async () => {
    await ib.ga(kind());
    await ib.bekijk('Kind');
    await ib.link('Toelaatbaarheidsverklaring aanvragen');
    await ib.leest('Aanvraag beginnen', 'Wie beslist?', 'het kind woont in het gebied van dit samenwerkingsverband');
    await ib.doe('soort', ib.page.getByLabel('Speciaal onderwijs', { exact: true }).check());
    await ib.bekijk('Aanvraag beginnen');
    await ib.knop('Begin de aanvraag');
    await ib.leest('Aanvraag', BEHOEFTE, /Uit het dossier: behoefte vastgesteld bij de aanmelding van/, /Er ontbreken nog \d punten/);
    await ib.leestNiet('Aanvraag', 'U ziet eerst alles zoals het samenwerkingsverband het leest.');
    await ib.bekijk('Aanvraag leeg');
  });
  await stap(t, 'the school lays before the mother what stands there', async () => {
    await ib.vul([['Hoe komt het kind naar die school?', 'Met de bus van de gemeente.']]);
    await ib.doe('bewaren', ib.page.getByRole('button', { name: 'Bewaren', exact: true }).first().click());
    await ib.ga(aanvraag());
    await ib.link('Laten lezen aan ouders en leerling');
    await ib.leest('Voorleggen', BEHOEFTE, 'Met de bus van de gemeente.');
    await ib.bekijk('Aanvraag voorleggen');
    await ib.knop('Voorleggen');
    await ib.leest('Aanvraag voorgelegd', 'Voorgelegd. Ouders met een eigen pagina lezen het daar.');
    await ib.bekijk('Aanvraag voorgelegd');
  });
  await stap(t, 'the mother says what she thinks, and the request knows it', async () => {
    await ouder.ga('/mijn');
    await ouder.bekijk('Mijn kind mening gevraagd');
    await ouder.link('Vertel wat u vindt');
    await ouder.kies('Ik ben het eens met de aanvraag');
    await ouder.vul([['Wat vindt u ervan?', 'Ik hoop dat Pippa weer durft te praten.']]);
    await ouder.bekijk('Mening');
    await ouder.knop('Opsturen');
    await ouder.leest('Mijn kind na de mening', 'Dank u wel. Uw mening staat nu bij de aanvraag.');
  });
  await stap(t, 'the checklist follows what is filled in', async () => {
    await ib.ga(aanvraag());
    await ib.leest('Aanvraag met mening', /Ik hoop dat Pippa weer durft te praten/, /Er ontbreken nog \d punten/);
    await ib.kies('Categorie 2 (midden)');
    await ib.vul([[/^Wanneer bekijkt u samen met de ouders/, 'Elk jaar in mei.']]);
    await ib.leest('Aanvraag, bijna', 'Er ontbreekt nog 1 punt.');
    await ib.vul([[/^Voor welke periode/, 'van 1 aug 2027 tot en met 31 jul 2029']]);
    await ib.leest('Aanvraag compleet', 'Alles is ingevuld.', /^bewaard/);
    await ib.bekijk('Aanvraag compleet');
  });
  await stap(t, 'the school reads it once more and sends it', async () => {
    await ib.knop('Versturen');
    await ib.leest('Klopt alles', 'Klopt alles?', 'In het kort');
    await ib.bekijk('Aanvraag laatste blik');
    await ib.knop('Versturen');
    await ib.leest('Aanvraag verstuurd', 'De aanvraag is verstuurd. U en de ouders krijgen een ontvangstbevestiging.');
    await ib.bekijk('Aanvraag verstuurd');
  });
});

test('4. two experts advise, the decision is lawful, made known, and in the register', async (t) => {
  const loket = await wie('R. Scholekster');
  const besluitnemer = await wie('H. Wespendief');
  await stap(t, 'the loket finds the request and asks two experts', async () => {
    assert.equal(loket.pad(), '/vandaag');
    await loket.bekijk('Vandaag loket');
    await loket.link('Aanvragen');
    await loket.bekijk('Aanvragen');
    await loket.zoek('Goudplevier');
    await loket.bekijk('Zoeken');
    await loket.ga(aanvraag());
    await loket.bekijk('Aanvraag bij het loket');
    await loket.link('Deskundigen om advies vragen');
    await loket.bekijk('Deskundigen');
    await vraagAdvies(loket, /^P\. Snor/, 'orthopedagoog');
    await vraagAdvies(loket, /^V\. Blei/, 'arts');
    await loket.bekijk('Deskundigen gevraagd');
  });
  await stap(t, 'a decision before the advices is refused, with the reason', async () => {
    assert.equal(besluitnemer.pad(), '/vandaag');
    await besluitnemer.ga(aanvraag());
    await besluitnemer.link('Beslissen');
    await besluitnemer.kies(/^Verlenen/, 'Categorie 2 (midden)');
    await besluitnemer.vul([['Waarom beslissen wij zo?', 'Een kleine groep past bij Pippa.']]);
    await besluitnemer.knop('Besluit vastleggen');
    await besluitnemer.leest('Beslissen te vroeg', 'Dit kan nu niet', /Er is nog geen advies van een orthopedagoog of psycholoog/, 'Wat kan wel:');
    await besluitnemer.bekijk('Beslissen te vroeg');
  });
  await stap(t, 'each expert reads the summary and advises', async () => {
    await adviseer('P. Snor', 'In een kleine groep durft Pippa te praten.');
    await adviseer('V. Blei', 'Rust in de groep helpt Pippa.');
  });
  await stap(t, 'the decision is taken', async () => {
    await besluitnemer.ga('/vandaag');
    await besluitnemer.link(`Beslissen op de aanvraag voor ${KIND.naam}`);
    await besluitnemer.link('Beslissen');
    await besluitnemer.leest('Beslissen', 'Rust in de groep helpt Pippa.', 'Advies van: orthopedagoog en arts.', 'U volgt de adviezen.');
    await besluitnemer.bekijk('Beslissen');
    await besluitnemer.vul([['Waarom wacht u niet op de reactie van de ouders?', 'De ouders belden: zij zijn het eens.']]);
    await besluitnemer.knop('Besluit vastleggen');
    await besluitnemer.leest('Besloten', 'Het besluit is vastgelegd. Het geldt pas als het is bekendgemaakt.');
    await besluitnemer.bekijk('Besloten');
  });
  await stap(t, 'the loket makes it known: when and how', async () => {
    await loket.ga('/vandaag');
    await loket.link(`Het besluit bekendmaken voor ${KIND.naam}`);
    await loket.link('Het besluit bekendmaken');
    await loket.leest('Bekendmaken', 'Op welke dag maakt u het bekend?', 'Hoe?');
    await loket.kies('uitgereikt');
    await loket.bekijk('Bekendmaken');
    await loket.knop('Bekendmaken');
    await loket.leest('Bekendgemaakt', 'De bekendmaking is vastgelegd.', /, uitgereikt$/);
    verhaal.tlv = (await loket.page.locator('dt:text-is("Nummer") + dd').innerText()).trim();
    assert.match(verhaal.tlv, /^\d{4}-\d{5}$/, 'de verklaring heeft een nummer');
    await loket.bekijk('Bekendgemaakt');
  });
  await stap(t, 'the register has the number', async () => {
    await loket.link('Register');
    await loket.bekijk('Register');
    await loket.link(verhaal.tlv);
    await loket.leest('Verklaring', KIND.naam, 'geldig, nog niet gebruikt');
    await loket.bekijk('Verklaring');
  });
});

async function vraagAdvies(loket, wie_, discipline) {
  await loket.kies(wie_);
  await loket.vul([['Als welke deskundige?', discipline]]);
  await loket.knop('Vraag om advies');
  await loket.leest('Deskundigen', 'De deskundige is om advies gevraagd.');
}

async function adviseer(naam, tekst) {
  const deskundige = await wie(naam, 'primair onderwijs');
  assert.equal(deskundige.pad(), '/vandaag', `${naam} begint op Vandaag`);
  await deskundige.bekijk('Vandaag deskundige');
  await deskundige.link('Te adviseren');
  await deskundige.bekijk('Te adviseren');
  await deskundige.link(KIND.naam);
  await deskundige.leest('Advies', 'In het kort', BEHOEFTE);
  await deskundige.kies(/^Pippa is toelaatbaar tot/, 'Categorie 2 (midden)');
  await deskundige.vul([['Uw advies in gewone woorden', tekst]]);
  await deskundige.bekijk('Advies');
  await deskundige.knop('Advies geven');
  await deskundige.leest('Advies gegeven', 'Uw advies is vastgelegd. De ouders krijgen een afschrift.');
}

test('5. the parent reads it all, and the receiving school admits with the declaration', async (t) => {
  const ib = await wie(IB);
  const { ouder } = mensen;
  await stap(t, 'the mother reads what was decided and what the experts said', async () => {
    await ouder.ga('/mijn');
    // The letter is made beside the act: it lies there, and has not left.
    await ouder.leestLater('Mijn kind, besluit', /^Besluit op de aanvraag/);
    await ouder.ga('/mijn');
    await ouder.leest('Mijn kind, besluit', /Pippa mag naar speciaal onderwijs\. De verklaring geldt van/, /De brief is nog niet verstuurd\. Het besluit geldt pas als de brief weg is/);
    const brief = await ouder.haal(/^Besluit op de aanvraag/);
    assert.equal(brief.subarray(0, 5).toString(), '%PDF-', `${ouder.waar('Mijn kind')}: het besluit is een pdf`);
    await ouder.doe('advies', ouder.page.getByText(/^P\. Snor \(orthopedagoog\)/).click());
    await ouder.leest('Mijn kind, advies', 'In een kleine groep durft Pippa te praten.');
    await ouder.waarom();
    await ouder.bekijk('Mijn kind besluit');
    for (const [tekst, naam] of [['Bekijk alle mogelijkheden', 'Niet mee eens'], ['Wie keek er in het dossier van Pippa?', 'Wie keek er'],
      ['Alles wat er is gebeurd', 'Tijdlijn']]) {
      await ouder.ga('/mijn');
      await ouder.link(tekst);
      await ouder.bekijk(naam);
    }
  });
  await stap(t, 'the school does not see that the mother read what she can do when she disagrees', async () => {
    await ib.ga(kind('/inzage'));
    await ib.leest('Wie keek er, school', 'F. Goudplevier', 'eigen pagina');
    await ib.leestNiet('Wie keek er, school', /mogelijkheden|niet eens/i);
    await ib.bekijk('Wie keek er school');
  });
  await stap(t, 'the school offers the place and the mother says yes', async () => {
    await ib.ga(aanmelding());
    await biedAan(ib, 'SO-VSO Het Kraaiennest', 'speciaal en voortgezet speciaal onderwijs (so en vso)', 'Een plek in een groep van tien.');
    await antwoord(ouder, 'Ja, we willen deze plek', 'Een plek in een groep van tien.', 'Fijn.');
    await ib.ga(aanmelding());
    await ib.leest('Aanmelding na ja', /ja tegen een plek op SO-VSO Het Kraaiennest/);
    await ib.bekijk('Aanmelding na ja');
  });
  const ontvanger = await wie('K. Ratelpopulier');
  await stap(t, 'a wrong date of birth shows nothing', async () => {
    assert.equal(ontvanger.pad(), '/vandaag');
    await ontvanger.link('Verklaring controleren');
    assert.equal(await ontvanger.waarde(/^Welk samenwerkingsverband/), 'PO9901', 'het eigen samenwerkingsverband staat er al');
    await ontvanger.vul([['Nummer van de verklaring', verhaal.tlv], ['Geboortedatum van het kind', dag(-2000)]]);
    await ontvanger.knop('Controleer');
    await ontvanger.leest('Controle mislukt', /Er is geen verklaring met dit nummer en deze geboortedatum/);
    await ontvanger.bekijk('Controle mislukt');
  });
  await stap(t, 'the right one says that it is valid, and opens nothing', async () => {
    await ontvanger.vul([['Geboortedatum van het kind', KIND.geboren]]);
    await ontvanger.knop('Controleer');
    await ontvanger.leest('Controle', /De verklaring is geldig\. Hebben de ouders het kind bij u aangemeld\?/);
    await ontvanger.bekijk('Controle');
  });
  await stap(t, 'the mother registers her there on paper, and with the declaration she is admitted', async () => {
    await ontvanger.ga('/aanmelden');
    await ontvanger.vul([['Roepnaam', KIND.roepnaam], ['Voorvoegsel', 'van de'], ['Achternaam', 'Goudplevier'],
      ['Geboortedatum', KIND.geboren], ['Postcode', '9901 AB'], [/^Naam/, MOEDER], ['Wie is dit voor het kind?', 'Ouder met gezag'], ['Waaruit blijkt het gezag?', 'uittreksel gezagsregister']]);
    await ontvanger.kies(/^Voor niemand/, /^speciaal onderwijs/);
    await ontvanger.knop('Aanmelding vastleggen');
    await ontvanger.leest('Aangemeld op papier', `${KIND.naam} is aangemeld bij SO-VSO Het Kraaiennest.`);
    const [, nieuw] = ontvanger.pad().match(/\/kind\/(\d{4}-\d{6})\//);
    await ontvanger.ga(`/kind/${nieuw}/aanmelding/1`);
    await ontvanger.link('De verklaring van de ouders vastleggen');
    await ontvanger.vul([[/^Welk samenwerkingsverband/, 'PO9901'], ['Nummer van de verklaring', verhaal.tlv]]);
    await ontvanger.bekijk('Verklaring vastleggen');
    await ontvanger.knop('Leg de verklaring vast');
    await ontvanger.leest('Verklaring vastgelegd', 'De verklaring is vastgelegd. U kunt het kind toelaten.');
    await ontvanger.link('Het kind toelaten');
    await ontvanger.vul([['Eerste dag op school', dag()]]);
    await ontvanger.knop('Toelaten');
    await ontvanger.leest('Kind toegelaten', 'Het kind is toegelaten. De ouders krijgen een brief.');
    await ontvanger.bekijk('Kind toegelaten');
  });
  await stap(t, 'the mother reads that it is done', async () => {
    await ouder.ga('/mijn');
    await ouder.leest('Mijn kind, klaar', 'Er loopt op dit moment niets.', 'Pippa gaat naar SO-VSO Het Kraaiennest.');
    await ouder.bekijk('Mijn kind klaar');
  });
});
