//! What is typed: a line that must be there, a text that is not too long, a day that can be. One row per field.

use base::Sector;
use dossier::Opdracht;
use dossier::aanmelding::afloop::{
    AanvaardAanbod, DoeAanbod, GaVerderZonderOuder, LaatAanmeldingDoorgaan, LaatToe, MeldFeitelijkeWeigering,
    StelBuitenBehandeling, TrekAanmeldingIn, WijsAanbodAf,
};
use dossier::aanmelding::feiten::{BereidGevonden, Overleg};
use dossier::aanmelding::opdracht::{
    MeldAan, MeldEersteContact, PlaatsTijdelijk, StelBehoefteVast, VerlengBeslistermijn, VraagInformatie,
};
use dossier::algemeen::correctie::{Corrigeer, CorrigeerOntvangst};
use dossier::algemeen::opdracht::OpenDossier;
use dossier::leven::bereik::ZoekOuders;
use dossier::leven::contact::WijzigContact;
use dossier::leven::feiten::Contactgegevens;
use dossier::leven::opdracht::{
    SchrijfIn, SchrijfUit, VerbindPersoon, Verhuis, WijzigGezag, WijzigNaam, ZetGeheimhouding,
};
use dossier::leven::taal::LegTaalVast;
use dossier::opdracht::invoer::{MOST_ITEMS, MOST_LINE, MOST_TEXT};
use dossier::soort::{GrondZonderOuder, Relatie, Schoolsoort, TlvSoort};
use dossier::staat::Adres;
use dossier::verwijdering::gesprek::VerzetGesprek;
use dossier::verwijdering::opdracht::{
    BeeindigSchorsing, BeginOverleg, HoorOudersEnLeraar, MeldAanBenW, NeemVerwijderingVoor,
    RaadpleegInspectie, Schors, TrekVoornemenIn, Verwijder, VindBereideSchool,
};

mod tlv;

use crate::PROEVEN;
use crate::derde_lezing::getoond;
use crate::gegeven::{
    LIBEL, WATERJUFFER, Zaak, aanbod, aangemeld, behoefte, behoefte_vastgesteld, bereid, d, directie, horen,
    ib, ingeschreven, kind, laat_toe, meld_aan, meld_aan_bij, niets, open_dossier, ouder, ouder_met_gezag,
    overleg, schors, schrijf_in, vestiging, vind_school, voornemen, vraag_informatie,
};

/// How a field is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Soort {
    /// One line, which must be there.
    Regel,
    /// One line, which may be empty.
    MagRegel,
    /// A text, which must be there.
    Tekst,
    /// A text, which may be empty.
    MagTekst,
}

use Soort::{MagRegel, MagTekst, Regel, Tekst};

/// A field, how it is read, and the act with this text in it on a file on which the act is possible.
pub(crate) struct Rij {
    pub(crate) veld: &'static str,
    soort: Soort,
    zaak: Zaak,
    pub(crate) met: Box<dyn Fn(String) -> Opdracht>,
}

pub(crate) fn rij<O: Into<Opdracht>>(
    veld: &'static str,
    soort: Soort,
    zaak: &Zaak,
    met: impl Fn(String) -> O + 'static,
) -> Rij {
    Rij { veld, soort, zaak: zaak.clone(), met: Box::new(move |text| met(text).into()) }
}

pub(crate) fn by(mut zaak: Zaak, actor: dossier::Actor) -> Zaak {
    zaak.als(actor);
    zaak
}

/// What a family lets a school know, and lets a carer read.
fn gezin() -> Vec<Rij> {
    let mut cared = kind("2020-03-12");
    cared.doe(crate::gegeven::verbind("familie Bries", Relatie::Pleegouder));
    let carer = by(cared, ouder());
    let family = by(ingeschreven(), ouder());
    let mut written = family.clone();
    written.doe(crate::woorden_gezin::laat_weten("Sam is ziek."));
    let written = by(written, ib(crate::gegeven::WATERJUFFER));
    let opened = written.clone();
    vec![
        rij("woorden", Tekst, &family, |woorden| crate::woorden_gezin::laat_weten(&woorden)),
        rij("antwoord", MagTekst, &written, |antwoord| crate::woorden_gezin::gezien(1, &antwoord)),
        rij("reden", Tekst, &opened, |reden| dossier::leven::eigenpagina::BeeindigEigenPagina {
            persoon: 1,
            reden,
        }),
        rij("blijkt", MagRegel, &carer, |blijkt| dossier::leven::verzorger::StaLezingToe {
            blijkt,
            ..crate::verzorger::staat_toe(2, dossier::soort::Verzorgerslezing::OokPlan)
        }),
    ]
}

fn leven() -> Vec<Rij> {
    let (new, child, pupil) = (niets(), kind("2020-03-12"), ingeschreven());
    let person = || ouder_met_gezag("mevrouw L. Regen");
    let name = || crate::leven::nieuwe_naam();
    let home = |straat: String| Adres { straat, ..Adres::of_postcode("9998ZZ".parse().unwrap()) };
    let authority = || WijzigGezag {
        persoon: 1,
        relatie: Some(Relatie::OuderZonderGezag),
        per: d("2026-03-02"),
        brondocument: "beschikking".into(),
    };
    let enrol = || schrijf_in(WATERJUFFER, Schoolsoort::Basisschool, "2026-03-02");
    vec![
        rij("roepnaam", Regel, &new, |text| OpenDossier { roepnaam: text, ..open_dossier("2020-03-12") }),
        rij("voorvoegsel", MagRegel, &new, |text| OpenDossier {
            voorvoegsel: text,
            ..open_dossier("2020-03-12")
        }),
        rij("achternaam", Regel, &new, |text| OpenDossier { achternaam: text, ..open_dossier("2020-03-12") }),
        rij("naam", Regel, &child, move |naam| VerbindPersoon { naam, ..person() }),
        rij("brondocument", Regel, &child, move |brondocument| VerbindPersoon { brondocument, ..person() }),
        rij("telefoon", MagRegel, &child, move |telefoon| VerbindPersoon {
            contact: Contactgegevens { telefoon, ..Contactgegevens::default() },
            ..person()
        }),
        rij("adres", MagRegel, &child, move |adres| VerbindPersoon {
            contact: Contactgegevens { adres, ..Contactgegevens::default() },
            ..person()
        }),
        rij("brondocument", Regel, &child, move |brondocument| WijzigGezag { brondocument, ..authority() }),
        rij("taal", MagRegel, &child, |taal| LegTaalVast { persoon: 1, taal, tolk: false }),
        rij("hoe", Tekst, &child, |hoe| ZoekOuders {
            hoe,
            ..crate::leven_mensen::gezocht(false, "2026-03-02")
        }),
        rij("telefoon", MagRegel, &child, |text| crate::leven::ander_nummer(&text, "2026-03-02")),
        rij("adres", MagRegel, &child, |adres| WijzigContact {
            contact: Contactgegevens { adres, ..Contactgegevens::default() },
            ..crate::leven::ander_nummer("", "2026-03-02")
        }),
        rij("straat", MagRegel, &child, move |text| Verhuis { per: d("2026-03-02"), adres: home(text) }),
        rij("roepnaam", Regel, &child, move |roepnaam| WijzigNaam { roepnaam, ..name() }),
        rij("voorvoegsel", MagRegel, &child, move |voorvoegsel| WijzigNaam { voorvoegsel, ..name() }),
        rij("achternaam", Regel, &child, move |achternaam| WijzigNaam { achternaam, ..name() }),
        rij("bron", Regel, &child, |bron| ZetGeheimhouding { geheim: true, voor_personen: vec![1], bron }),
        rij("schoolnaam", Regel, &child, move |schoolnaam| SchrijfIn { schoolnaam, ..enrol() }),
        rij("groep", MagRegel, &child, move |groep| SchrijfIn { groep, ..enrol() }),
        rij("blijkt", Tekst, &pupil, |blijkt| SchrijfUit {
            blijkt,
            ..crate::gegeven::schrijf_uit(vestiging(WATERJUFFER), d("2026-04-01"))
        }),
    ]
}

fn aanmelding() -> Vec<Rij> {
    let parent = by(kind("2020-03-12"), ouder());
    let (child, registered) = (kind("2020-03-12"), aangemeld());
    let mut late = aangemeld();
    late.op("2026-05-12");
    let contact = |school: String, gezegd: String| MeldEersteContact { school, op: d("2026-03-02"), gezegd };
    vec![
        rij("school", Regel, &parent, move |text| contact(text, "Nee gezegd.".into())),
        rij("gezegd", Tekst, &parent, move |text| contact("De school".into(), text)),
        rij("schoolnaam", Regel, &child, |schoolnaam| MeldAan { schoolnaam, ..meld_aan() }),
        rij("toelichting_ouders", MagTekst, &child, |toelichting_ouders| MeldAan {
            toelichting_ouders,
            ..meld_aan()
        }),
        rij("huidige_school", MagRegel, &child, |huidige_school| MeldAan { huidige_school, ..meld_aan() }),
        rij("andere_scholen", MagRegel, &child, |text| MeldAan { andere_scholen: vec![text], ..meld_aan() }),
        rij("toelichting", Tekst, &registered, |toelichting| StelBehoefteVast {
            toelichting,
            ..behoefte(true)
        }),
        rij("wat", Regel, &registered, |text| VraagInformatie {
            wat: vec![text],
            ..vraag_informatie("2026-03-16")
        }),
        rij("waarom", Tekst, &registered, |waarom| VraagInformatie {
            waarom,
            ..vraag_informatie("2026-03-16")
        }),
        rij("reden", Tekst, &registered, |reden| VerlengBeslistermijn { aanmelding: 1, weken: 4, reden }),
        rij("groep", MagRegel, &late, |groep| PlaatsTijdelijk {
            aanmelding: 1,
            per: d("2026-05-12"),
            groep,
            zonder_verklaring: String::new(),
            ertussen: "Het kind was ziek.".into(),
        }),
        rij("zonder_verklaring", MagTekst, &late, |zonder_verklaring| PlaatsTijdelijk {
            aanmelding: 1,
            per: d("2026-05-12"),
            groep: String::new(),
            zonder_verklaring,
            ertussen: "Het kind was ziek.".into(),
        }),
    ]
}

fn aanbod_van_school() -> Vec<Rij> {
    let assessed = behoefte_vastgesteld();
    let mut offered = behoefte_vastgesteld();
    offered.doe(aanbod("2026-08-01"));
    let yes = |toelichting| AanvaardAanbod { van: None, aanmelding: 1, aanbod: 1, toelichting };
    vec![
        rij("wat", Tekst, &assessed, |wat| DoeAanbod { wat, ..aanbod("2026-08-01") }),
        rij("schoolnaam", Regel, &assessed, |text| DoeAanbod {
            school: bereid(&text),
            ..aanbod("2026-08-01")
        }),
        rij("bewijs", Tekst, &assessed, |bewijs| DoeAanbod {
            school: BereidGevonden { bewijs, ..bereid("De IJsvogel") },
            ..aanbod("2026-08-01")
        }),
        rij("overleg_met", Regel, &assessed, |met| DoeAanbod {
            overleg: Overleg { met, ..overleg("2026-03-02") },
            ..aanbod("2026-08-01")
        }),
        rij("overleg_uitkomst", Tekst, &assessed, |uitkomst| DoeAanbod {
            overleg: Overleg { uitkomst, ..overleg("2026-03-02") },
            ..aanbod("2026-08-01")
        }),
        rij("toelichting", Tekst, &offered, yes),
        rij("toelichting", MagTekst, &by(offered.clone(), ouder()), yes),
        rij("reden", MagTekst, &by(offered, ouder()), |reden| WijsAanbodAf {
            van: None,
            aanmelding: 1,
            aanbod: 1,
            reden,
        }),
    ]
}

fn afloop() -> Vec<Rij> {
    let registered = aangemeld();
    let mut waiting = aangemeld();
    waiting.doe(vraag_informatie("2026-03-16")).op("2026-03-17");
    let asked = crate::samen::een_wil_intrekken();
    let mut unanswered = asked.clone();
    unanswered.op("2026-03-17");
    let mut special = kind("2018-03-12");
    special.als(ib(LIBEL)).doe(meld_aan_bij(LIBEL, Schoolsoort::So)).doe(getoond(TlvSoort::So));
    vec![
        rij("groep", MagRegel, &registered, |groep| LaatToe { groep, ..laat_toe("2026-08-01") }),
        rij("residentieel", MagRegel, &special, |residentieel| LaatToe {
            residentieel,
            ..laat_toe("2026-08-01")
        }),
        rij("wat", Tekst, &registered, |wat| MeldFeitelijkeWeigering {
            aanmelding: 1,
            op: d("2026-03-02"),
            wat,
        }),
        rij("reden", Tekst, &waiting, |reden| StelBuitenBehandeling { aanmelding: 1, reden }),
        rij("reden", Tekst, &registered, |reden| TrekAanmeldingIn { van: None, aanmelding: 1, reden }),
        rij("reden", MagTekst, &by(registered.clone(), ouder()), |reden| TrekAanmeldingIn {
            van: None,
            aanmelding: 1,
            reden,
        }),
        rij("reden", Tekst, &asked, |reden| LaatAanmeldingDoorgaan { van: Some(2), aanmelding: 1, reden }),
        rij("reden", Tekst, &unanswered, |reden| GaVerderZonderOuder {
            aanmelding: 1,
            persoon: 2,
            grond: GrondZonderOuder::VerblijfOnbekend,
            reden,
            gerecht: String::new(),
            uitspraak_op: None,
        }),
        rij("waarom", Tekst, &registered, |waarom| CorrigeerOntvangst {
            aanmelding: 1,
            ontvangen_op: d("2026-03-01"),
            minderjarige_asielzoeker: None,
            onderwijs: None,
            gewenst_per: meld_aan().gewenst_per,
            nu_naar_school: None,
            andere_scholen: meld_aan().andere_scholen,
            recht_vervalt: false,
            waarom,
        }),
    ]
}

/// Another school that is willing after a removal was intended.
fn bereide_school() -> Vec<Rij> {
    let mut intended = by(ingeschreven(), directie(WATERJUFFER));
    intended.doe(voornemen(WATERJUFFER, Sector::Po)).op("2026-03-09");
    vec![
        rij("schoolnaam", Regel, &intended, |text| vind_school(&text)),
        rij("andere_plaats", Regel, &intended, |plaats| VindBereideSchool {
            verwijdering: 1,
            school: BereidGevonden { plaats, ..bereid("De IJsvogel") },
        }),
        rij("andere_contact", Regel, &intended, |contact| VindBereideSchool {
            verwijdering: 1,
            school: BereidGevonden { contact, ..bereid("De IJsvogel") },
        }),
        rij("bewijs", Tekst, &intended, |bewijs| VindBereideSchool {
            verwijdering: 1,
            school: BereidGevonden { bewijs, ..bereid("De IJsvogel") },
        }),
    ]
}

fn verwijdering() -> Vec<Rij> {
    let pupil = by(ingeschreven(), directie(WATERJUFFER));
    let mut intended = pupil.clone();
    intended.doe(voornemen(WATERJUFFER, Sector::Po)).op("2026-03-09");
    let mut found = intended.clone();
    found.doe(horen("2026-03-09")).doe(vind_school("De IJsvogel"));
    let of_vo = crate::overleg::voorgenomen("2012-03-12");
    let mut suspended = pupil.clone();
    suspended.doe(schors("2026-03-02", "2026-03-03"));
    let removal = |motivering| Verwijder {
        verwijdering: 1,
        per: d("2026-04-01"),
        motivering,
        vorderingen: Some(false),
        gezocht_sinds: None,
        gezocht: String::new(),
        zonder_school: None,
        zonder_school_blijkt: String::new(),
        openbaar: false,
    };
    let mut removed = found.clone();
    removed.doe(removal("De veiligheid.".into()));
    vec![
        rij("redenen", Tekst, &pupil, |redenen| NeemVerwijderingVoor {
            redenen,
            ..voornemen(WATERJUFFER, Sector::Po)
        }),
        rij("ouders", Tekst, &intended, |ouders| HoorOudersEnLeraar { ouders, ..horen("2026-03-09") }),
        rij("leraar", Tekst, &intended, |leraar| HoorOudersEnLeraar { leraar, ..horen("2026-03-09") }),
        rij("leerling", MagTekst, &intended, |leerling| HoorOudersEnLeraar {
            leerling,
            ..horen("2026-03-09")
        }),
        rij("reden", Tekst, &intended, |reden| VerzetGesprek {
            reden,
            ..crate::verwijdering_gesprek::verzet("2026-03-17")
        }),
        rij("met", Regel, &of_vo, |met| BeginOverleg { verwijdering: 1, op: d("2026-03-02"), met }),
        rij("uitkomst", Tekst, &of_vo, |uitkomst| RaadpleegInspectie {
            verwijdering: 1,
            op: d("2026-03-02"),
            uitkomst,
        }),
        rij("motivering", Tekst, &found, removal),
        rij("reden", Tekst, &intended, |reden| TrekVoornemenIn { verwijdering: 1, reden }),
        rij("reden", Tekst, &removed, |reden| crate::herroepen::met_reden(&reden)),
        rij("gemeente", Regel, &removed, |gemeente| MeldAanBenW { verwijdering: 1, gemeente }),
        rij("redenen", Tekst, &pupil, |redenen| Schors { redenen, ..schors("2026-03-02", "2026-03-03") }),
        rij("reden", Tekst, &suspended, |reden| BeeindigSchorsing {
            schorsing: 1,
            terug_op: d("2026-03-03"),
            reden,
        }),
        rij("reden", Tekst, &suspended, |reden| crate::herroepen::schorsing_met_reden(&reden)),
    ]
}

/// Those of a life, registrations, removals and requests.
pub(crate) fn eerste() -> Vec<Rij> {
    let parts = [
        gezin(),
        leven(),
        aanmelding(),
        aanbod_van_school(),
        afloop(),
        verwijdering(),
        bereide_school(),
        tlv::aanvraag(),
        tlv::verbetering(),
        tlv::besluit(),
    ];
    parts.into_iter().flatten().chain(crate::velden_dicht::rijen()).collect()
}

pub(crate) fn alle() -> impl Iterator<Item = Rij> {
    PROEVEN.iter().flat_map(|proef| (proef.getypt)())
}

impl Rij {
    fn most(&self) -> usize {
        if matches!(self.soort, Regel | MagRegel) { MOST_LINE } else { MOST_TEXT }
    }

    #[track_caller]
    fn neemt(&self, text: String) {
        let opdracht = (self.met)(text);
        let answer = self.zaak.vraag(opdracht.clone());
        assert!(answer.is_ok(), "{} {}: {answer:?}", opdracht.naam(), self.veld);
    }

    #[track_caller]
    fn weigert(&self, text: String) {
        self.zaak.weigert((self.met)(text)).met("ongeldige_invoer").veld(self.veld);
    }
}

#[test]
fn what_must_be_there_is_not_empty_and_not_only_spaces() {
    for rij in alle() {
        for text in ["", " ", "\t  \t"] {
            match rij.soort {
                Regel | Tekst => rij.weigert(text.to_owned()),
                MagRegel | MagTekst => rij.neemt(text.to_owned()),
            }
        }
    }
}

#[test]
fn a_line_or_text_is_as_long_as_it_may_be_and_one_sign_longer_is_too_long() {
    for rij in alle() {
        let most = rij.most();
        rij.neemt("é".repeat(most));
        rij.neemt(format!("  {}  ", "x".repeat(most)));
        rij.weigert("é".repeat(most + 1));
        rij.weigert("x".repeat(most * 2));
    }
}

#[test]
fn a_line_is_one_line_and_a_text_may_be_more() {
    for rij in alle() {
        for text in ["boven\nonder", "boven\r\nonder"] {
            if matches!(rij.soort, Regel | MagRegel) {
                rij.weigert(text.to_owned());
            } else {
                rij.neemt(text.to_owned());
            }
        }
    }
}

#[test]
fn no_text_holds_a_sign_that_ends_it_for_machines() {
    for rij in alle() {
        rij.weigert("een\0twee".to_owned());
    }
}

/// What nobody sees can make two names look alike that are not, or turn around what stands behind it.
#[test]
fn no_line_holds_a_sign_that_nobody_sees() {
    for rij in alle().filter(|rij| matches!(rij.soort, Regel)) {
        for hidden in ['\u{202e}', '\u{200b}', '\u{feff}'] {
            rij.weigert(format!("Sam{hidden} de Zonnevis"));
        }
    }
}

#[test]
fn names_and_texts_of_every_alphabet_are_taken_as_they_are() {
    for rij in alle() {
        for text in ["Şükrü", "Nguyễn Thị", "محمد", "李小龙", "O'Brien-van 't Hoff", "😀", "<b>&amp;</b>"]
        {
            rij.neemt(text.to_owned());
        }
    }
}

#[test]
fn spaces_around_what_was_typed_are_not_kept() {
    for rij in alle().filter(|rij| matches!(rij.soort, Regel | Tekst)) {
        let mut bare = rij.zaak.clone();
        let mut wide = rij.zaak.clone();
        bare.doe((rij.met)("een woord".to_owned()));
        wide.doe((rij.met)("  een woord \t".to_owned()));
        assert_eq!(bare.nieuw, wide.nieuw, "{}", rij.veld);
    }
}

#[test]
fn a_list_has_as_many_lines_as_it_may_and_empty_ones_do_not_count() {
    let lines = |count: usize| vec!["een stuk".to_owned(); count];
    let ask = |wat| VraagInformatie { wat, ..vraag_informatie("2026-03-16") };
    let zaak = aangemeld();
    assert!(zaak.vraag(ask(lines(MOST_ITEMS))).is_ok());
    zaak.weigert(ask(lines(MOST_ITEMS + 1))).veld("wat");
    let mut spaced = lines(MOST_ITEMS);
    spaced.extend(vec![" ".to_owned(); 20]);
    assert!(zaak.vraag(ask(spaced)).is_ok());
    zaak.weigert(ask(Vec::new())).veld("wat");
    zaak.weigert(ask(vec![" ".to_owned(); 3])).veld("wat");
}

#[test]
fn a_correction_says_why_in_a_text_that_is_not_empty() {
    let zaak = kind("2020-03-12");
    let dossier::Inhoud::Leesbaar(opened) = &zaak.dossier.feit(1).expect("a fact").inhoud else {
        panic!("readable")
    };
    let act = |waarom: &str| Corrigeer {
        volgnummer: 1,
        waarom: waarom.into(),
        nieuw: crate::verbeteringen::als_daad(opened.clone()),
    };
    zaak.weigert(act("")).veld("waarom");
    zaak.weigert(act(" \n ")).veld("waarom");
    zaak.weigert(act(&"x".repeat(MOST_TEXT + 1))).veld("waarom");
    assert!(zaak.vraag(act("verkeerd overgenomen")).is_ok());
}
