// Checks the JSON interface from outside, against a demo of its own with a database that is thrown away:
//   node controle.mjs document   the document: Spectral with the Dutch API design rules, and redocly
//   node controle.mjs proef      schemathesis: every operation, all checks, as three people; and two managers what is theirs
//   node controle.mjs            both
// Each says SKIPPED, and why, where what it needs is not there. VOORBEELDEN=200 asks schemathesis for more requests per
// operation than the few of every day.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const hier = fileURLToPath(new URL('.', import.meta.url));
const PROGRAMMA = process.env.LEERRECHT_PROGRAMMA
  ?? join(process.env.CARGO_TARGET_DIR ?? join(hier, '../../target'), 'debug', 'leerrecht');
const REGELS = join(hier, '../../../shared/data/adr/linter.yaml');
const SCHEMATHESIS = '4.32.5';
/** What managers do; they see no file. */
const BEHEER = '^/(accounts|sleutels|beleid|scholen)';
/**
 * Who asks: the code of the role, its words in the demo, and where this person finds a file. Who changes accounts comes last:
 * the others still need theirs.
 */
const MENSEN = [
  { rol: 'ib', woord: /^intern begeleider ·/, thuis: '/kinderen' },
  { rol: 'loket', woord: /^loket ·/, thuis: '/loket' },
  { rol: 'ouder', woord: /^ouder(?!-)/, thuis: '/mijn' },
  { rol: 'directeur', woord: /^directeur samenwerkingsverband ·/, alleen: BEHEER },
  { rol: 'beheerder', woord: /^beheerder van de organisatie ·/, alleen: BEHEER },
];

const map = mkdtempSync(join(tmpdir(), 'leerrecht-api-'));
const database = `sqlite:${join(map, 'demo.db')}`;

function fout(reden) {
  throw new Error(reden);
}

/** Runs a command and shows what it says; whether it went well. The demo is read meanwhile: it waits for who reads its log. */
function voerUit(commando, argumenten, opties = {}) {
  return new Promise((klaar) => {
    const kind = spawn(commando, argumenten, { stdio: ['ignore', 'inherit', 'inherit'], cwd: hier, ...opties });
    kind.on('error', () => klaar(false));
    kind.on('exit', (code) => klaar(code === 0));
  });
}

function startDemo() {
  if (!existsSync(PROGRAMMA)) fout(`${PROGRAMMA} is not there: build first with cargo build --bins`);
  const kind = spawn(PROGRAMMA, ['demo', '--adres', '127.0.0.1:0', '--database', database]);
  let gezegd = '';
  const adres = new Promise((klaar, mislukt) => {
    const lees = (stuk) => {
      gezegd += stuk;
      const gevonden = gezegd.match(/http:\/\/127\.0\.0\.1:\d+/);
      if (gevonden) klaar(gevonden[0]);
    };
    kind.stdout.on('data', lees);
    kind.stderr.on('data', lees);
    kind.on('error', mislukt);
    kind.on('exit', (code) => mislukt(new Error(`the demo stopped with ${code} and said:\n${gezegd}`)));
  });
  return { adres, kind };
}

async function controleerDocument(bestand) {
  let goed = true;
  if (existsSync(REGELS)) {
    goed = await voerUit('npx', ['--no-install', 'spectral', 'lint', '--ruleset', REGELS, '--fail-severity=warn', bestand]) && goed;
  } else {
    console.log(`SKIPPED: Spectral, because ${REGELS} is not there`);
  }
  return await voerUit('npx', ['--no-install', 'redocly', 'lint', '--config', join(hier, 'redocly.yaml'), bestand]) && goed;
}

/** The program schemathesis in a folder of its own; none where it cannot be had. */
async function haalSchemathesis() {
  const venv = process.env.SCHEMATHESIS_MAP ?? join(hier, '.venv');
  const programma = join(venv, 'bin', 'schemathesis');
  if (existsSync(programma)) return programma;
  const stappen = [['python3', ['-m', 'venv', venv]], [join(venv, 'bin', 'pip'), ['install', '--quiet', `schemathesis==${SCHEMATHESIS}`]]];
  for (const [commando, argumenten] of stappen) {
    if (!await voerUit(commando, argumenten)) {
      rmSync(venv, { recursive: true, force: true });
      console.log(`SKIPPED: schemathesis, because '${commando} ${argumenten.join(' ')}' does not work here`);
      return null;
    }
  }
  return programma;
}

/** A new key: what it is called and the key itself. */
function maakSleutel(account, rol) {
  const gemaakt = spawnSync(PROGRAMMA, ['--database', database, '--json', 'sleutel', 'maak',
    '--account', account, '--naam', 'proef'], { encoding: 'utf8' });
  if (gemaakt.status !== 0) fout(`no key for ${rol}: ${gemaakt.stderr}`);
  return JSON.parse(gemaakt.stdout);
}

/** A key of somebody of the demo, and what this person sees: a file, or accounts. */
async function meldAan(adres, { rol, woord, thuis }) {
  const pagina = await (await fetch(`${adres}/demo`)).text();
  // What stands in the form of one person, without its tags.
  const keuze = pagina.split('<form').find((stuk) => stuk.replace(/<[^>]*>/g, '\n').split('\n').some((regel) => woord.test(regel.trim())))
    ?? fout(`the demo has nobody as ${rol}`);
  const veld = (naam) => keuze.match(new RegExp(`name="${naam}" value="([^"]*)"`))[1];
  const { sleutel } = maakSleutel(veld('account'), rol);
  const vraag = async (pad) => (await fetch(`${adres}/api/v1${pad}`, { headers: { authorization: `Bearer ${sleutel}` } })).json();
  // One to withdraw: the one that asks has to go on working.
  const weg = maakSleutel(veld('account'), rol).id;
  if (!thuis) {
    const accounts = (await vraag('/accounts')).rijen ?? [];
    // Whose access is ended is nobody whom the others ask for.
    const [account = 'geen', einde = 'geen'] = accounts.map((rij) => rij.account).filter((wie) => wie && wie !== veld('account'));
    if (rol === 'beheerder' && einde === 'geen') fout('the manager sees no two accounts');
    const nummer = (await vraag(`/accounts/${einde}`)).rollen?.[0]?.nummer ?? 1;
    return { sleutel, weg, account, einde, nummer, dossier: '2026-000001', formulier: 'laat_toe-1', brief: 1 };
  }
  const inlog = await fetch(`${adres}/demo`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: adres },
    body: new URLSearchParams({ account: veld('account'), rol: veld('rol') }),
  });
  const lijst = await (await fetch(adres + thuis, { headers: { cookie: inlog.headers.get('set-cookie').split(';')[0] } })).text();
  const dossier = lijst.match(/\d{4}-\d{6}/)?.[0] ?? fout(`${rol} sees no file at ${thuis}`);
  const { mag } = await vraag(`/dossiers/${dossier}`);
  const brieven = await vraag(`/dossiers/${dossier}/brieven`);
  return { sleutel, weg, account: 'geen', einde: 'geen', nummer: 1, dossier, formulier: `${mag[0] ?? 'laat_toe'}-1`, brief: brieven[0]?.volgnummer ?? 1 };
}

async function proef(adres) {
  const programma = await haalSchemathesis();
  if (!programma) return true;
  let goed = true;
  for (const mens of MENSEN) {
    const gevonden = await meldAan(adres, mens);
    const { sleutel } = gevonden;
    console.log(`\n== schemathesis as ${mens.rol}${mens.alleen ? '' : `, on file ${gevonden.dossier}`}`);
    const config = join(map, `${mens.rol}.toml`);
    writeFileSync(config, instellingen(gevonden));
    goed = await voerUit(programma, ['--config-file', config, 'run', `${adres}/api/v1/openapi.json`, '--url', `${adres}/api/v1`,
      '--header', `Authorization: Bearer ${sleutel}`, '--checks', 'all', '--max-examples', process.env.VOORBEELDEN ?? '10',
      ...(mens.alleen ? ['--include-path-regex', mens.alleen] : []), '--workers', '1', '--seed', '1', '--continue-on-failure', '--no-color', '--warnings', 'off'], { cwd: map }) && goed;
  }
  return goed;
}

/** Something real in every path; what the law refuses is an answer like any other. */
function instellingen({ dossier, formulier, brief, weg, account, einde, nummer }) {
  return `
[parameters]
"path.nummer" = "${dossier}"
"path.formulier" = "${formulier}"
"path.volgnummer" = ${brief}
"path.regel" = "schorsing.toets"
"path.aanvraag" = 1
"path.sleutel" = "${weg}"
"path.account" = "${account}"
"path.rol" = ${nummer}

[[operations]]
include-path-regex = "^/accounts/.+/rollen"
parameters = { "path.account" = "${einde}", "path.rol" = ${nummer} }

[checks.positive_data_acceptance]
expected-statuses = ["2xx", "401", "403", "404", "409", "422"]
`;
}

const wat = process.argv[2] ?? 'alles';
if (!['document', 'proef', 'alles'].includes(wat)) fout('say which: document, proef or nothing for both');
const demo = startDemo();
let goed = true;
try {
  const adres = await demo.adres;
  if (wat !== 'proef') {
    const bestand = join(map, 'openapi.json');
    writeFileSync(bestand, await (await fetch(`${adres}/api/v1/openapi.json`)).text());
    goed = await controleerDocument(bestand);
  }
  if (wat !== 'document') goed = await proef(adres) && goed;
} finally {
  demo.kind.removeAllListeners('exit');
  demo.kind.kill();
  rmSync(map, { recursive: true, force: true });
}
process.exit(goed ? 0 : 1);
