// What every browser test shares: a browser, a signed-in page per demo person, and the check for accessibility.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { chromium } from 'playwright-core';

const require = createRequire(import.meta.url);
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Where the pages are: the demo that somebody started, or the one of `startDemo`. */
export let adres = process.env.LEERRECHT_ADRES ?? 'http://127.0.0.1:7400';
const beelden = new URL('./uit/', import.meta.url).pathname;
mkdirSync(beelden, { recursive: true });

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--no-first-run', '--disable-quic', '--lang=nl'];

const PROGRAMMA = process.env.LEERRECHT_PROGRAMMA
  ?? join(process.env.CARGO_TARGET_DIR ?? new URL('../../target', import.meta.url).pathname, 'debug', 'leerrecht');

/** A mail server on this machine that keeps what comes in. */
async function startPostbus() {
  const ontvangen = [];
  const server = createServer((lijn) => {
    let rest = '';
    let mail;
    const zeg = (woorden) => lijn.write(`${woorden}\r\n`);
    const regel = (tekst) => {
      if (mail !== undefined && tekst === '.') {
        ontvangen.push(mail.replaceAll('=\n', ''));
        mail = undefined;
        zeg('250 taken');
      } else if (mail !== undefined) mail += `${tekst}\n`;
      else if (/^EHLO/i.test(tekst)) zeg('250-mail.example\r\n250 8BITMIME');
      else if (/^DATA/i.test(tekst)) {
        mail = '';
        zeg('354 go on');
      } else zeg(/^QUIT/i.test(tekst) ? '221 bye' : '250 ok');
    };
    zeg('220 mail.example ESMTP');
    lijn.on('error', () => {});
    lijn.on('data', (stuk) => {
      const regels = (rest + stuk).split('\r\n');
      rest = regels.pop();
      regels.forEach(regel);
    });
  });
  await new Promise((klaar) => { server.listen(0, '127.0.0.1', klaar); });
  return { ontvangen, poort: server.address().port, stop: () => server.close() };
}

/** Starts a demo of this test alone, with an empty database on a free port; `stop()` ends it and throws it away. */
async function startDemo(postbus) {
  if (!existsSync(PROGRAMMA)) throw new Error(`${PROGRAMMA} is er niet: bouw eerst met cargo build --bins`);
  const map = mkdtempSync(join(tmpdir(), 'leerrecht-demo-'));
  const opties = ['demo', '--adres', '127.0.0.1:0', '--database', `sqlite:${join(map, 'demo.db')}`];
  if (postbus) {
    const bestand = join(map, 'leerrecht.toml');
    writeFileSync(bestand, `webadres = "http://leerrecht.example"\n[mail]\nserver = "127.0.0.1"\npoort = ${postbus.poort}\ntls = "geen"\nafzender = "leerrecht@swv.example"\n`);
    opties.push('--config', bestand);
  }
  const kind = spawn(PROGRAMMA, opties);
  let gezegd = '';
  adres = await new Promise((klaar, mislukt) => {
    const lees = (stuk) => {
      gezegd += stuk;
      const gevonden = gezegd.match(/http:\/\/127\.0\.0\.1:\d+/);
      if (gevonden) klaar(gevonden[0]);
    };
    kind.stdout.on('data', lees);
    kind.stderr.on('data', lees);
    kind.on('error', mislukt);
    kind.on('exit', (code) => mislukt(new Error(`de demo stopte met ${code} en zei:\n${gezegd}`)));
  });
  return {
    async stop() {
      const klaar = new Promise((weg) => { kind.on('exit', weg); });
      kind.kill();
      await klaar;
      rmSync(map, { recursive: true, force: true });
    },
  };
}

async function startBrowser() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
}

/**
 * A browser for the tests of one file, to be asked inside a test, with a demo of their own. With `lopend` a demo that runs
 * already is walked as it is. With `mail` it sends its mail to this machine: what came in is in `mails` of what is given back.
 */
export function eigenBrowser({ lopend = false, mail = false } = {}) {
  let browser;
  let demo;
  let postbus;
  before(async () => {
    postbus = mail ? await startPostbus() : undefined;
    demo = lopend && process.env.LEERRECHT_ADRES ? undefined : await startDemo(postbus);
    browser = await startBrowser();
  });
  after(async () => {
    await browser?.close();
    await demo?.stop();
    postbus?.stop();
  });
  const vraag = () => browser;
  vraag.mails = () => postbus.ontvangen;
  return vraag;
}

/** A fresh visitor; script errors and failed requests are kept to be looked at afterwards. */
export async function bezoeker(browser, opties = {}) {
  // The axe script is injected by the test and would be refused by the page's own policy.
  const context = await browser.newContext({ locale: 'nl-NL', bypassCSP: true, ...opties });
  const page = await context.newPage();
  page.problemen = [];
  page.on('pageerror', (error) => page.problemen.push(`script: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 500) page.problemen.push(`${response.status()} ${new URL(response.url()).pathname}`);
  });
  return page;
}

/** Goes to a path and expects a page. */
export async function ga(page, pad, status = 200) {
  const response = await page.goto(new URL(pad, adres).href);
  if (response.status() !== status) throw new Error(`${pad}: status ${response.status()}, verwacht ${status}`);
  return response;
}

/** Signs in as a demo person, by the button of the role chooser; with `rol` as that one of several roles. */
export async function alsPersoon(page, naam, rol = '') {
  await ga(page, '/demo');
  const keuze = page.locator('main form').filter({ hasText: naam }).filter({ hasText: rol }).first();
  await keuze.locator('button').first().click();
  await page.waitForURL((url) => url.pathname !== '/demo');
}

/** Finds what WCAG 2.2 A and AA forbid on the page; throws with the first findings. */
export async function toegankelijk(page, waar) {
  await page.evaluate(axeSource);
  // Only what is wrong comes back: the rest of the answer is large and nobody reads it.
  const fouten = await page.evaluate(async () => {
    const found = await window.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      resultTypes: ['violations'],
    });
    return found.violations.map((v) => `${v.id}: ${v.help} → ${v.nodes.slice(0, 3).map((n) => n.target.join(' ')).join(' | ')}`);
  });
  if (fouten.length > 0) throw new Error(`${waar}: ${fouten.length} bevindingen van axe\n  ${fouten.join('\n  ')}`);
}

/** The day that lies so many days after today in the Netherlands, as a date field takes it. */
export function dag(verder = 0) {
  const [jaar, maand, dag_] = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(new Date()).split('-').map(Number);
  return new Date(Date.UTC(jaar, maand - 1, dag_ + verder)).toISOString().slice(0, 10);
}

/** Keeps a picture of the page for people to look at. */
export async function beeld(page, naam) {
  await page.screenshot({ path: `${beelden}${naam}.png`, fullPage: true });
}
