// Load script: how fast pages are at a fixed rate, against the floor of an empty page in the same run.
//
//   node scripts/load.mjs --adres http://127.0.0.1:7400 --naam "M. Zonnedauw" --per-seconde 200 --seconden 20
//   node scripts/load.mjs --aanmeldingen 3200 --clients 32
//
// With --aanmeldingen it records so many registrations of new children through the form, so many clients at once.
// Signs in as two demo people, one of a school and one of the loket, asks each page of their day at an even rate over kept
// connections, and prints p50, p95 and p99 in milliseconds with the ratio to the floor (/gezondheid). For a demo database only.
import http from 'node:http';

const opties = Object.fromEntries(process.argv.slice(2).join(' ').split('--').filter(Boolean)
  .map((part) => { const [key, ...rest] = part.trim().split(' '); return [key, rest.join(' ')]; }));
const adres = new URL(opties.adres ?? 'http://127.0.0.1:7400');
const perSeconde = Number(opties['per-seconde'] ?? 200);
const seconden = Number(opties.seconden ?? 20);
const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });

function vraag(pad, { method = 'GET', cookie = '', body = '' } = {}) {
  return new Promise((klaar, mis) => {
    const begin = process.hrtime.bigint();
    const headers = { cookie, host: adres.host, origin: adres.origin };
    if (body) Object.assign(headers, { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) });
    const request = http.request({ agent, host: adres.hostname, port: adres.port, path: pad, method, headers }, (antwoord) => {
      const stukken = [];
      antwoord.on('data', (stuk) => stukken.push(stuk));
      antwoord.on('end', () => klaar({
        ms: Number(process.hrtime.bigint() - begin) / 1e6,
        status: antwoord.statusCode,
        cookie: (antwoord.headers['set-cookie'] ?? []).map((c) => c.split(';')[0]).join('; '),
        tekst: Buffer.concat(stukken).toString(),
      }));
    });
    request.on('error', mis);
    request.end(body);
  });
}

/** The accounts of the demo with these words on their button. */
async function accounts(woorden) {
  const keuze = await vraag('/demo');
  const formulieren = keuze.tekst.split('<form').slice(1).filter((formulier) => formulier.includes(woorden));
  return formulieren.map((formulier) => /name="account" value="([^"]+)"/.exec(formulier)?.[1]).filter(Boolean);
}

async function inloggen(account) {
  return (await vraag('/demo', { method: 'POST', body: `account=${account}` })).cookie;
}

async function meet(naam, paden, cookie, body = '') {
  const tijden = [];
  let fouten = 0;
  const bezig = [];
  const begin = performance.now();
  for (let nummer = 0; nummer < perSeconde * seconden; nummer += 1) {
    const wacht = begin + (nummer * 1000) / perSeconde - performance.now();
    if (wacht > 1) await new Promise((verder) => { setTimeout(verder, wacht); });
    bezig.push(vraag(paden[nummer % paden.length], { cookie, body, method: body ? 'POST' : 'GET' }).then((antwoord) => {
      tijden.push(antwoord.ms);
      if (antwoord.status !== 200) fouten += 1;
    }));
  }
  await Promise.all(bezig);
  tijden.sort((a, b) => a - b);
  const deel = (p) => tijden[Math.min(tijden.length - 1, Math.floor((tijden.length * p) / 100))];
  return { naam, aantal: tijden.length, fouten, p50: deel(50), p95: deel(95), p99: deel(99) };
}

/** A name that is like no other: near doubles are asked about, and that is another page. */
const verzonnen = () => Array.from({ length: 10 }, () => 'abcdefghijklmnopqrstuvwxyz'[Math.floor(Math.random() * 26)]).join('');

/** The form of a registration, with a child and a parent that nobody has seen before. */
function aanmelding(nummer) {
  const geboren = new Date(Date.UTC(2016, 1, 6 + (nummer % 1400))).toISOString().slice(0, 10);
  return new URLSearchParams({
    roepnaam: verzonnen(), achternaam: verzonnen(), geboortedatum: geboren, straat: `Lijsterlaan ${nummer}${verzonnen().slice(0, 5)}`, postcode: '9901 ZZ',
    plaats: 'Ochtendstad', 'ouders.1.naam': `mevrouw I. ${verzonnen()}`, 'ouders.1.relatie': 'gezagsouder', 'ouders.1.brondocument': 'uittreksel', geheim: 'niemand',
    ontvangen_op: new Date().toISOString().slice(0, 10),
  }).toString();
}

async function meldAan(cookies) {
  const aantal = Number(opties.aanmeldingen);
  const tijden = [];
  let volgende = 0;
  let fouten = 0;
  const client = async (cookie) => {
    while (volgende < aantal) {
      volgende += 1;
      const antwoord = await vraag('/aanmelden', { method: 'POST', cookie, body: aanmelding(volgende) });
      tijden.push(antwoord.ms);
      if (antwoord.status !== 303) fouten += 1;
    }
  };
  const begin = performance.now();
  await Promise.all(Array.from({ length: Number(opties.clients ?? 32) }, (_, nr) => client(cookies[nr % cookies.length])));
  const seconden = (performance.now() - begin) / 1000;
  tijden.sort((a, b) => a - b);
  const deel = (p) => tijden[Math.min(tijden.length - 1, Math.floor((tijden.length * p) / 100))].toFixed(2);
  console.log(`aanmeldingen: ${(aantal / seconden).toFixed(0)} per seconde, ${fouten} fouten, p50 ${deel(50)} ms, p95 ${deel(95)} ms`);
}

const [cookie, ...meer] = await Promise.all((await accounts(opties.naam ?? 'intern begeleider')).map(inloggen));
if (opties.aanmeldingen) {
  await meldAan([cookie, ...meer]);
  agent.destroy();
  process.exit(0);
}
const lijst = await vraag('/kinderen', { cookie });
const kinderen = [...new Set([...lijst.tekst.matchAll(/href="(\/kind\/\d{4}-\d+)"/g)].map((m) => m[1]))];
const [loket] = await Promise.all((await accounts(opties.loket ?? 'loket')).slice(0, 1).map(inloggen));
const uitkomsten = [
  await meet('vloer: /gezondheid', ['/gezondheid'], ''),
  await meet('Vandaag van een school', ['/vandaag'], cookie),
  await meet('lijst van kinderen', ['/kinderen'], cookie),
  await meet(`kindpagina (${kinderen.length} kinderen)`, kinderen, cookie),
  await meet('zoeken', ['/zoeken'], cookie, 'zoek=zonnevis'),
  await meet('Vandaag van het loket', ['/vandaag'], loket),
  await meet('aanvragen van het loket', ['/loket'], loket),
];
const vloer = uitkomsten[0].p95;
for (const u of uitkomsten) {
  console.log(`${u.naam.padEnd(32)} ${u.aantal} keer, ${u.fouten} fouten, p50 ${u.p50.toFixed(2)} ms, p95 ${u.p95.toFixed(2)} ms, p99 ${u.p99.toFixed(2)} ms, ${(u.p95 / vloer).toFixed(2)} × de vloer`);
}
agent.destroy();
