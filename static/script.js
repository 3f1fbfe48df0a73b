// Comfort, never a condition: every page works without this file.
//
// 1. Keeps each field of a form with data-bewaren while somebody types: POST of veld, versie and waarde to that
//    address, answered by {"versie", "om"} or, when somebody else changed the field, by 409 with
//    {"versie", "waarde", "wie"}, or by 401 when the session ended, or by 410 when the form was sent meanwhile. What is
//    typed stays in the page, whatever happens, and is sent again until it is kept.
// 2. Fetches each part with data-levend again after a field was kept.
// 3. Opens what is closed for a phone where there is room, and begins at what is wrong with a form.
// 4. Lets the button 'back' of the browser lead to the form again, where a form was answered by a page (a question, what is wrong).
"use strict";

(() => {
  const WAIT = 800;
  const FIRST_RETRY = 2000;
  const LAST_RETRY = 60000;

  // What is said here; a page in another language says it in its own words, by the same names.
  const WORDS = {
    bewaard: "bewaard {at}",
    ander: "Iemand anders",
    botsing: "{who} heeft dit net veranderd in: „{text}”. Uw eigen tekst staat hieronder. Typ verder om die te bewaren.",
    zelfdeVeld: "Niet bewaard: iemand anders werkte aan hetzelfde veld.",
    geweigerd: "Niet bewaard. {why}",
    laadOpnieuw: "Laad de pagina opnieuw; kopieer eerst wat u typte.",
    uitgelogd: "U bent uitgelogd; uw tekst blijft hier staan. Log in, in een ander tabblad, en typ hier verder.",
    mislukt: "Nog niet bewaard. Uw tekst blijft hier staan en we proberen het opnieuw.",
  };

  // Every name once, with all its values: the checkboxes of a list are one field.
  const valuesOf = (form, name) => new FormData(form).getAll(name).filter((value) => typeof value === "string");

  class Keeper {
    constructor(form) {
      this.form = form;
      this.address = form.dataset.bewaren;
      this.line = form.querySelector("[data-bewaard]") ?? this.makeLine();
      this.versions = JSON.parse(form.dataset.versies ?? "{}");
      this.words = { ...WORDS, ...JSON.parse(form.dataset.woorden ?? "{}") };
      this.waiting = new Map();
      this.unsaved = new Set();
      this.sending = Promise.resolve();
      // What stood in a field when a colleague's text was found there.
      this.clashed = new Map();
      this.retry = FIRST_RETRY;
      form.addEventListener("input", (event) => this.changed(event.target, WAIT));
      form.addEventListener("change", (event) => this.changed(event.target, 0));
      form.addEventListener("submit", () => this.sent());
    }

    makeLine() {
      const line = document.createElement("p");
      line.className = "bewaard";
      line.setAttribute("role", "status");
      this.form.append(line);
      return line;
    }

    changed(field, wait) {
      if (!field.name || field.type === "file" || field.type === "password" || field.type === "hidden") return;
      this.unsaved.add(field.name);
      this.later(field.name, wait);
    }

    // What still waits goes beside the form: when the form is refused it is kept, and when it was done first it is no draft of
    // anything (410).
    sent() {
      this.unsaved.clear();
      for (const [name, timer] of this.waiting) {
        clearTimeout(timer);
        this.send(name, { keepalive: true });
      }
      this.waiting.clear();
    }

    later(name, wait) {
      clearTimeout(this.waiting.get(name));
      this.waiting.set(name, setTimeout(() => {
        this.waiting.delete(name);
        this.sending = this.sending.then(() => this.send(name));
      }, wait));
    }

    async send(name, manner = {}) {
      const values = valuesOf(this.form, name);
      // A colleague's text stands there: leaving the field is no answer to it, typing on is.
      if (this.clashed.get(name) === JSON.stringify(values)) return;
      this.clashed.delete(name);
      const body = new URLSearchParams({ veld: name, versie: this.versions[name] ?? 0 });
      for (const value of values.length > 0 ? values : [""]) body.append("waarde", value);
      // Whoever is signed in by now may be somebody else: the form says who opened it, and when.
      for (const said of ["merk", "geopend"]) {
        const field = this.form.elements.namedItem(said);
        if (field) body.append(said, field.value);
      }
      try {
        const answer = await fetch(this.address, { method: "POST", body, headers: { accept: "application/json" }, ...manner });
        if (answer.ok) return this.kept(name, values, await answer.json());
        if (answer.status === 409) return this.clash(name, await answer.json());
        if (answer.status === 401) return this.signedOut(name);
        if (answer.status >= 400 && answer.status < 500) return this.refused(await answer.json().catch(() => ({})));
        this.failed(name);
      } catch {
        this.failed(name);
      }
    }

    kept(name, values, { versie, om }) {
      this.versions[name] = versie;
      this.retry = FIRST_RETRY;
      // Typed on while it was on its way: that is kept by the next one.
      if (JSON.stringify(valuesOf(this.form, name)) === JSON.stringify(values)) this.unsaved.delete(name);
      if (this.unsaved.size === 0) this.say("bewaard", true, { at: om });
      refreshParts();
    }

    clash(name, { versie, waarde, wie }) {
      // Both texts stay in sight: the other one above the field, one's own in it. Typing on keeps one's own.
      this.versions[name] = versie;
      this.clashed.set(name, JSON.stringify(valuesOf(this.form, name)));
      const field = this.form.elements.namedItem(name);
      if (!field) return;
      const at = field instanceof RadioNodeList ? field[0] : field;
      const box = at.closest(".veld, fieldset") ?? at.parentElement;
      box.querySelector("[data-botsing]")?.remove();
      const note = document.createElement("p");
      note.className = "melding melding-let-op";
      note.dataset.botsing = "";
      note.setAttribute("role", "status");
      note.textContent = this.inWords("botsing", { who: wie ?? this.words.ander, text: waarde ?? "" });
      box.prepend(note);
      this.say("zelfdeVeld", false);
    }

    refused({ detail }) {
      this.say("geweigerd", false, { why: detail ?? this.words.laadOpnieuw });
    }

    signedOut(name) {
      this.say("uitgelogd", false);
      this.later(name, LAST_RETRY);
    }

    failed(name) {
      this.say("mislukt", false);
      this.later(name, this.retry);
      this.retry = Math.min(this.retry * 2, LAST_RETRY);
    }

    inWords(name, filled) {
      return this.words[name].replace(/\{(\w+)\}/g, (_, key) => filled[key]);
    }

    say(name, good, filled = {}) {
      this.line.textContent = this.inWords(name, filled);
      this.line.classList.toggle("bewaard-niet", !good);
    }
  }

  const refreshParts = async () => {
    for (const part of document.querySelectorAll("[data-levend]")) {
      try {
        const answer = await fetch(part.dataset.levend, { headers: { accept: "text/html" } });
        if (!answer.ok) continue;
        const fresh = document.createElement("template");
        fresh.innerHTML = await answer.text();
        // The answer may be the part with its frame, or what is inside.
        const inside = fresh.content.querySelector("[data-levend]") ?? fresh.content;
        part.replaceChildren(...inside.childNodes);
      } catch {
        // The next field that is kept tries again.
      }
    }
  };

  const keepers = [...document.querySelectorAll("form[data-bewaren]")].map((form) => new Keeper(form));

  if (keepers.length > 0) {
    addEventListener("beforeunload", (event) => {
      if (keepers.some((keeper) => keeper.unsaved.size > 0)) event.preventDefault();
    });
    addEventListener("online", () => {
      for (const keeper of keepers) for (const name of keeper.unsaved) keeper.later(name, 0);
    });
  }

  // What is closed to keep a page short on a phone is open where there is room.
  if (matchMedia("(min-width: 48rem)").matches) {
    for (const part of document.querySelectorAll("details[data-breed-open]")) part.open = true;
  }

  // A page that answers a form has no address to come back to: the browser would ask to send the form once more, and show nothing when
  // that is declined. In the list of pages that were seen the page with the form takes its place.
  const SENT = "verstuurd";
  const sent = JSON.parse(sessionStorage.getItem(SENT) ?? "null");
  sessionStorage.removeItem(SENT);
  if (sent && sent.to === location.pathname) {
    const from = new URL(sent.from);
    history.replaceState(null, "", from.pathname === location.pathname ? location.href : from);
  }
  addEventListener("submit", ({ target: form, defaultPrevented, submitter }) => {
    if (defaultPrevented || form.method !== "post") return;
    // Without an address of its own a button says that of the page.
    const own = submitter?.getAttribute("formaction") ?? form.getAttribute("action");
    const to = new URL(own ?? "", location.href).pathname;
    sessionStorage.setItem(SENT, JSON.stringify({ from: location.href, to }));
  });

  // After a form that was refused, the reader begins at what is wrong.
  document.getElementById("fouten")?.focus();
})();
