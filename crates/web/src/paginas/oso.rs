//! Taking over an OSO dossier that another program made: the file is sent, looked at, and becomes a child's file with a
//! request in the making.

use app::AppError;
use app::oso::{OsoOpties, OsoUitkomst};
use askama::Template;
use axum::extract::{DefaultBodyLimit, State};
use axum::routing::get;
use axum::{Extension, Router};
use base::{Date, DossierNummer};
use dossier::Rol;
use teksten::{Taal, Tekst};
use web_base::error::{Fout, Uitkomst, redirect};
use web_base::form::{Bestand, Bestandsgrens, Formulier, Ingevuld};
use web_base::limits;
use web_base::onderdelen::{Feiten, Fouten, Melding, Meldingsoort, Optie, Veld, short_date};
use web_base::pagina::{Pagina, show, show_refused};
use web_base::session::Kijker;
use web_base::state::WebState;

use super::nee::Nee;

const PATH: &str = "/oso";

pub(super) fn routes() -> Router<WebState> {
    let grens = Bestandsgrens { een: exchange::grenzen::OSO_BESTAND, samen: exchange::grenzen::OSO_BESTAND };
    Router::new()
        .route(PATH, get(form).post(take_over))
        .layer((Extension(grens), DefaultBodyLimit::max(limits::OSO_BYTES)))
}

/// Takes over dossiers for a school.
pub(crate) fn may_take_over(rol: Rol) -> bool {
    rol == Rol::Ib
}

#[derive(Template)]
#[template(path = "paginas/oso.html")]
struct Overnemen {
    pagina: Pagina,
    nee: Nee,
    velden: Vec<Veld>,
    /// What a look at the file gave.
    uitslag: Option<Uitslag>,
    /// Everything that is wrong with it, a line each.
    geweigerd: Vec<String>,
}

struct Uitslag {
    /// From whom it is secret where the child is.
    geheim: Option<Melding>,
    feiten: Feiten,
    meldingen: Vec<String>,
}

async fn form(kijker: Kijker) -> Uitkomst {
    if !may_take_over(kijker.kijker.actor.rol) {
        return Err(Fout::NietGevonden);
    }
    page(&kijker, Ingevuld::empty().into(), false, None, Vec::new())
}

/// `double` says that there is a file of a child with this name already: then one chooses.
fn page(
    kijker: &Kijker,
    nee: Nee,
    double: bool,
    uitslag: Option<Uitslag>,
    geweigerd: Vec<String>,
) -> Uitkomst {
    let one = |text: &str| vec![Optie::new("ja", text)];
    // A browser does not keep the file that was chosen.
    let again = if nee.is_no() || uitslag.is_some() { " Kies het bestand opnieuw." } else { "" };
    let mut velden = vec![
        Veld::file("bestand", "Het OSO-dossier", ".xml", false)
            .hint(format!("Een bestand dat eindigt op .xml, van school naar samenwerkingsverband (POSWV of VOSWV, versie 2019.1).{again}"))
            .required(),
        Veld::checkboxes(
            "school",
            "Staat er een andere schoolcode in het bestand?",
            one("Dit dossier hoort bij mijn school, ook als er een andere code in staat"),
        ),
    ];
    if double {
        velden.push(
            Veld::text("dossier", "Voeg het toe aan dit dossier")
                .hint("Het nummer van het dossier, zoals 2026-000017. Laat leeg als het een ander kind is."),
        );
        velden.push(Veld::checkboxes("nieuw", "Of is het een ander kind?", one("Ja, dit is een ander kind")));
    }
    let template = Overnemen {
        pagina: kijker
            .page("OSO-dossier overnemen")
            .messages(uitslag.as_ref().and_then(|looked| looked.geheim.clone()))
            .sub("Gegevens uit uw leerlingadministratie, zonder overtypen")
            .narrow()
            .with_errors(&nee.ingevuld.fouten),
        velden: velden.into_iter().map(|veld| veld.filled(&nee.ingevuld)).collect(),
        uitslag,
        geweigerd,
        nee,
    };
    if template.nee.is_no() { show_refused(&template) } else { show(&template) }
}

/// Looks at the file, or takes it over, as the button says.
async fn take_over(State(state): State<WebState>, kijker: Kijker, formulier: Formulier) -> Uitkomst {
    if !may_take_over(kijker.kijker.actor.rol) {
        return Err(Fout::NietGevonden);
    }
    // Once it was asked which child it is, the question stays.
    let asked = formulier.names().any(|naam| naam == "dossier");
    let (opties, bestand) = match read(&kijker, &formulier) {
        Ok(read) => read,
        Err(fouten) => {
            return page(&kijker, Ingevuld::refused(formulier, fouten).into(), asked, None, Vec::new());
        }
    };
    let done =
        Box::pin(state.app.importeer_oso(&kijker.kijker, kijker.moment, &bestand.inhoud, &opties)).await;
    match done {
        // What was told of it stands with the child, and the way to its request.
        Ok(OsoUitkomst { dossier: Some(nummer), .. }) => Ok(redirect(&format!("/kind/{nummer}#overgenomen"))),
        Ok(looked) => {
            let nee = Ingevuld { formulier: Some(formulier), ..Ingevuld::empty() };
            page(&kijker, nee.into(), asked, Some(told(&looked, kijker.moment.vandaag)), Vec::new())
        }
        Err(error) => {
            let double = matches!(&error, AppError::Refused(refusal) if refusal.code == "mogelijk_dubbel");
            let (error, geweigerd) = one_by_one(error);
            let nee = Nee::of(error, formulier, kijker.moment.vandaag)?;
            page(&kijker, nee, asked || double, None, geweigerd)
        }
    }
}

/// A file that is refused for many things says so once, and then each of them.
fn one_by_one(error: AppError) -> (AppError, Vec<String>) {
    match error {
        AppError::Refused(refusal) if refusal.code == "oso_onbruikbaar" => {
            let said = Taal::Nl.zeg(&refusal.reden);
            let faults = said.strip_prefix("Dit OSO-dossier is geweigerd. ").unwrap_or(&said);
            let faults = faults.lines().map(str::to_owned).collect();
            let reden = Tekst::letterlijk("dit OSO-dossier is geweigerd".to_owned());
            (dossier::Refusal { reden, ..*refusal }.into(), faults)
        }
        other @ (AppError::Refused(_)
        | AppError::Forbidden { .. }
        | AppError::NotFound
        | AppError::Clash { .. }
        | AppError::ConceptVeranderd { .. }
        | AppError::Storage(_)
        | AppError::Unreadable { .. }
        | AppError::Corpus(_)
        | AppError::Letter(_)) => (other, Vec::new()),
    }
}

fn read<'f>(kijker: &Kijker, formulier: &'f Formulier) -> Result<(OsoOpties, &'f Bestand), Fouten> {
    let mut fouten = Fouten::new();
    let given = formulier.text("dossier");
    let dossier = (!given.is_empty()).then(|| given.parse::<DossierNummer>());
    if matches!(dossier, Some(Err(_))) {
        fouten.add("dossier", "Een dossiernummer ziet er zo uit: 2026-000017.");
    }
    let Some(bestand) = formulier.files("bestand").next() else {
        fouten.add("bestand", "Kies het bestand dat uw leerlingadministratie heeft gemaakt.");
        return Err(fouten);
    };
    if bestand.te_groot {
        fouten.add("bestand", "Dit bestand is te groot voor een OSO-dossier.");
    }
    if !fouten.is_empty() {
        return Err(fouten);
    }
    let opties = OsoOpties {
        school: formulier.is_on("school").then(|| kijker.kijker.actor.organisatie.vestiging()).flatten(),
        dossier: dossier.and_then(Result::ok),
        zeker_nieuw: formulier.is_on("nieuw"),
        proef: formulier.is_on("proef"),
        herhaling: None,
    };
    Ok((opties, bestand))
}

/// Three answers that are three things.
fn said(antwoord: Option<bool>) -> &'static str {
    match antwoord {
        Some(true) => "ja",
        Some(false) => "nee",
        None => "staat er niet in",
    }
}

fn told(looked: &OsoUitkomst, on: Date) -> Uitslag {
    let none = |text: String| if text.is_empty() { "niets".to_owned() } else { text };
    let feiten = Feiten::new()
        .with("Kind", looked.kind.as_str())
        .with_some("Geboren", looked.geboortedatum.map(|born| short_date(born, on)))
        .with("Gegevens", looked.waarden.to_string())
        .with("Bijlagen", looked.bijlagen.to_string())
        .with("Wat de ouders niet wilden delen", none(looked.opt_out.join(", ")))
        .with("De ouders hebben het gezien", said(looked.ouders_inzage))
        .with("De ouders zijn het eens met de inhoud", said(looked.akkoord))
        .with("De ouders geven toestemming om het te delen", said(looked.toestemming))
        .with("Voorlopig dossier", said(looked.voorlopig));
    let geheim = looked.geheim.as_ref().map(|said| Melding::new(Meldingsoort::LetOp, Taal::Nl.zeg(said)));
    Uitslag { geheim, feiten, meldingen: looked.meldingen.clone() }
}

#[cfg(test)]
mod tests {
    use axum::http::StatusCode;

    use super::*;
    use crate::weg::proef::{Antwoord, Browser, Proef};

    /// The published sample for a school in Almere, where the shared files are.
    fn sample(proef: &Proef) -> Option<String> {
        let path = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../../shared/data/oso-2019.1/Voorbeelddossier_PaO_POSWV_full.xml"
        );
        // The reading of the sample itself is guarded where it is tested; without it there is nothing to send.
        let text = std::fs::read_to_string(path).ok()?;
        Some(testkit::oso::rewritten(&text, proef.kit.moment().vandaag))
    }

    async fn send(browser: &Browser, fields: &[(&str, &str)], file: &str) -> Antwoord {
        browser.upload(PATH, fields, ("bestand", "dossier.xml", file.as_bytes())).await
    }

    /// The file to which an answer leads.
    fn number(answer: &Antwoord) -> &str {
        answer.location().trim_start_matches("/kind/").split(['/', '#']).next().unwrap_or_default()
    }

    #[tokio::test]
    async fn a_dossier_is_looked_at_and_taken_over_once() {
        let proef = Proef::start().await;
        let Some(file) = sample(&proef) else { return };
        let ib = proef.as_(Rol::Ib).await;
        ib.get("/kinderen").await.assert_says("Een OSO-dossier overnemen");
        let elsewhere = send(&ib, &[], &file).await;
        elsewhere.assert_refused();
        elsewhere.assert_says("is geen bekende school");
        let looked = send(&ib, &[("school", "ja"), ("proef", "ja")], &file).await;
        assert_eq!(looked.status, StatusCode::OK, "{}", looked.body);
        looked.assert_says("Dit dossier kan worden overgenomen");
        ib.get("/kinderen").await.assert_silent_on("Sam de Zonnevis");
        let done = send(&ib, &[("school", "ja")], &file).await;
        done.assert_leads_to("/kind/");
        let page = ib.get(done.location()).await;
        page.assert_says("Sam de Zonnevis");
        // What was told of it stands with the child, and everything that came in.
        page.assert_says("niet te openen (afgebroken, versleuteld of beschadigd)");
        page.assert_says("De ouders zijn het niet eens met de inhoud. Teveel zorggegevens in het dossier");
        page.assert_says("De ouders geven toestemming om het dossier te delen");
        page.assert_says("Uit het blok schoolloopbaanlijst");
        let again = send(&ib, &[("school", "ja")], &file).await;
        again.assert_refused();
        again.assert_says("Of is het een ander kind?");
        again.assert_silent_on("--nieuw");
        // Added to a file of another child it is not; to its own file it is, and the request that was begun goes on.
        let other = proef.given(demo::dossiers::Verhaallijn::Ingeschreven).await;
        let own = number(&done);
        for (nummer, words) in
            [(other.as_str(), "andere naam of geboortedatum"), ("2020-999999", "is er niet")]
        {
            let wrong = send(&ib, &[("school", "ja"), ("dossier", nummer)], &file).await;
            wrong.assert_refused();
            wrong.assert_says(words);
            wrong.assert_says("Of is het een ander kind?");
        }
        let newer = file.replace("Zonnevis<", "Zonnevis<!-- nieuw --><");
        let added = send(&ib, &[("school", "ja"), ("dossier", own)], &newer).await;
        added.assert_leads_to(done.location());
    }

    #[tokio::test]
    async fn of_what_parents_kept_back_nothing_comes_in_and_the_page_says_so() {
        let proef = Proef::start().await;
        let Some(file) = sample(&proef) else { return };
        let ib = proef.as_(Rol::Ib).await;
        let kept = file
            .replace("<cat_onderwijsondersteuning>VERPLICHT", "<cat_onderwijsondersteuning>OPT-UIT")
            .replace("<cat_verzuim>OPTIONEEL", "<cat_verzuim>VERBODEN");
        let looked = send(&ib, &[("school", "ja"), ("proef", "ja")], &kept).await;
        looked.assert_says("dit deel wilden de ouders niet delen (OPT-UIT) maar staat er toch in");
        let done = send(&ib, &[("school", "ja")], &kept).await;
        let page = ib.get(done.location()).await;
        page.assert_says("De ouders hielden achter: onderwijsondersteuning");
        for withheld in ["opp.docx", "ADHD", "HandelingsplanRekenen", "verzuimrapport", "dagdelen"] {
            page.assert_silent_on(withheld);
        }
        page.assert_says("groepsplan.txt");
    }

    #[tokio::test]
    async fn everybody_who_cares_comes_in_as_what_they_are() {
        let proef = Proef::start().await;
        let Some(file) = sample(&proef) else { return };
        let ib = proef.as_(Rol::Ib).await;
        let file = file.replace("<relatietotkind>6", "<relatietotkind>3");
        let done = send(&ib, &[("school", "ja")], &file).await;
        let page = ib.get(&format!("/kind/{}/gegevens", number(&done))).await;
        for told in ["P.J. de Zonnevis", "T. de Zonnevis", "Wilma de Ruyter", "Hofstraat 117d, 7311KT Almere"]
        {
            page.assert_says(told);
        }
        let people = ib.get(done.location()).await;
        people.assert_says("Voogd");
        people.assert_says("Pleegouder of verzorger");
        people.assert_says("0107890123 (bij nood)");
        people.assert_says("overleden, zonder datum; niet bij de mensen gezet");
    }

    #[tokio::test]
    async fn a_secret_address_is_kept_on_every_road_and_a_national_number_on_none() {
        let proef = Proef::start().await;
        let Some(file) = sample(&proef) else { return };
        let ib = proef.as_(Rol::Ib).await;
        let done = send(&ib, &[("school", "ja")], &file).await;
        ib.get(done.location()).await.assert_silent_on("geheim voor");
        let secret = file
            .replacen("<adresgeheim>false", "<adresgeheim>true", 1)
            .replace("<leerlingid>", "<bsn>999990019</bsn><leerlingid>");
        // Whoever looks at it first reads so there, before anything is recorded.
        let looked =
            send(&ib, &[("school", "ja"), ("proef", "ja"), ("dossier", number(&done))], &secret).await;
        looked.assert_says("is geheim voor iedereen buiten de school");
        let plain = send(&ib, &[("school", "ja"), ("proef", "ja"), ("nieuw", "ja")], &file).await;
        plain.assert_silent_on("Zeg er niets over");
        let added = send(&ib, &[("school", "ja"), ("dossier", number(&done))], &secret).await;
        let page = ib.get(added.location()).await;
        page.assert_says("geheim");
        page.assert_says("een BSN of onderwijsnummer mag niet in dit dossier staan");
        page.assert_silent_on("999990019");
        page.assert_says("dit adres is geheim maar staat er toch in");
    }

    #[tokio::test]
    async fn the_trial_refuses_what_the_import_refuses_and_nothing_is_left_behind() {
        let proef = Proef::start().await;
        let Some(file) = sample(&proef) else { return };
        let ib = proef.as_(Rol::Ib).await;
        let year = proef.kit.moment().vandaag.year();
        let old = file.replace(&format!(">{}-01-17<", year - 8), &format!(">{}-01-17<", year - 24));
        let vo = file.replace(">POSWV<", ">VOSWV<").replace("<cat_vve>OPTIONEEL", "<cat_vve>VERBODEN");
        let postcode = file.replace("1354EV", "181JJJ");
        for (wrong, words) in [
            (&old, "leerling/geboortedatum: dit is ouder dan"),
            (&vo, "dossier/metadata/overstap: dit is een dossier van een school voor voortgezet"),
            (&postcode, "adres[1]/postcode: dit is geen postcode"),
        ] {
            for trial in [true, false] {
                let fields =
                    if trial { vec![("school", "ja"), ("proef", "ja")] } else { vec![("school", "ja")] };
                let answer = send(&ib, &fields, wrong).await;
                answer.assert_refused();
                answer.assert_says("Wat er niet klopt in dit bestand");
                answer.assert_says(words);
            }
        }
        let done = send(&ib, &[("school", "ja")], &file).await;
        let again = send(&ib, &[("school", "ja"), ("dossier", number(&done))], &file).await;
        again.assert_refused();
        again.assert_says("al overgenomen");
        let far = "2100-01-01T00:00:00Z".parse().unwrap();
        assert_eq!(proef.kit.app.storage.purge_blobs(far).await.unwrap(), 0, "no document without a file");
    }

    #[tokio::test]
    async fn three_at_once_make_one_file() {
        let proef = Proef::start().await;
        let Some(file) = sample(&proef) else { return };
        let ib = proef.as_(Rol::Ib).await;
        let fields = [("school", "ja")];
        let (a, b, c) =
            tokio::join!(send(&ib, &fields, &file), send(&ib, &fields, &file), send(&ib, &fields, &file));
        let made = [&a, &b, &c].into_iter().filter(|answer| answer.status == StatusCode::SEE_OTHER).count();
        assert_eq!(made, 1, "{:?}", [a.status, b.status, c.status]);
        let far = "2100-01-01T00:00:00Z".parse().unwrap();
        assert_eq!(proef.kit.app.storage.purge_blobs(far).await.unwrap(), 0);
    }

    #[tokio::test]
    async fn a_plan_that_ended_answers_no_question() {
        let proef = Proef::start().await;
        let Some(file) = sample(&proef) else { return };
        let ib = proef.as_(Rol::Ib).await;
        let year = proef.kit.moment().vandaag.year();
        let ended = file.replace(&format!(">{}-05-04<", year + 1), &format!(">{}-05-04<", year - 1));
        let done = send(&ib, &[("school", "ja")], &ended).await;
        let page = ib.get(done.location()).await;
        page.assert_says("Eerder ontwikkelingsperspectief");
        page.assert_silent_on("<th scope=\"row\">Ontwikkelingsperspectief<");
    }

    #[tokio::test]
    async fn what_is_no_dossier_is_refused_and_it_is_work_of_a_school() {
        let proef = Proef::start().await;
        let ib = proef.as_(Rol::Ib).await;
        for wrong in ["", "geen xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>"] {
            send(&ib, &[], wrong).await.assert_refused();
        }
        ib.post(PATH, &[("school", "ja")]).await.assert_refused();
        for rol in [Rol::Loket, Rol::Leerkracht, Rol::Directie] {
            let browser = proef.as_(rol).await;
            assert_eq!(browser.get(PATH).await.status, StatusCode::NOT_FOUND, "{rol}");
            assert_eq!(send(&browser, &[], "<x/>").await.status, StatusCode::NOT_FOUND, "{rol}");
        }
    }
}
