//! The forms of how a registration ends, and of a temporary place.

use base::Date;
use base::dates::{self, long_nl};
use dossier::aanmelding::afloop::LaatToe;
use dossier::aanmelding::eerstedag::begint_vanaf;
use dossier::aanmelding::keuze::Ouderkeuze;
use dossier::opdracht::regels;
use dossier::opdracht::{Opdracht, Opdrachtnaam};
use dossier::soort::{AndereSchoolsoort, Toelatingsvoorwaarde};
use dossier::staat::{Aanmelding, Afloop};
use teksten::{Tekst, aanmelding, mijn};
use web_base::form::Formulier;
use web_base::onderdelen::{Bronlink, Fouten, Optie, Register, Uitleg, Veld};

use super::samen;
use super::termijn::with_some;
use crate::weg::vorm::{Blok, Groep, Vorm};
use crate::weg::werk::Werk;
use crate::weg::{Begin, daad};

/// What came of an inquiry or of the question for leave: nobody chose by leaving it as it stood.
fn condition_choices() -> Vec<Optie> {
    vec![
        Optie::new("", "Kies"),
        Optie::new("ja", "Ja: het kind komt in aanmerking, of de gemeente geeft toestemming"),
        Optie::new("nee", "Nee"),
    ]
}

/// Adds the fields about another school that is willing.
pub(in crate::paginas) fn met_bereide_school(groep: Groep, werk: &Werk) -> Groep {
    let kinds = AndereSchoolsoort::ALL.iter().map(|soort| Optie::new(soort.code(), soort.label()));
    // Nobody chose a kind by leaving it as it stood: of a school that is not known by its code it is asked.
    let kinds = std::iter::once(Optie::new("", "Kies")).chain(kinds);
    groep
        .blok(Blok::Scholen(Veld::text("andere_vestiging", "Welke school is het?").required()))
        .veld(
            Veld::text("schoolnaam", "Naam van de school, als u die hierboven niet vond")
                .asked_when("als u geen school koos", "Zoek de andere school, of vul haar naam in."),
        )
        .naast([
            Veld::text("andere_plaats", "Plaats van die school")
                .hint("Alleen nodig voor een school die u hierboven niet vond. De plaats staat in de brief.")
                .asked_when("als u geen school koos", "Vul in waar die school is."),
            Veld::text("andere_contact", "Met wie kunnen ouders daar praten?")
                .hint("Naam en telefoonnummer of e-mailadres.")
                .asked_when("als u geen school koos", "Vul in met wie ouders op die school kunnen praten."),
        ])
        .veld(
            Veld::select("andere_soort", "Wat voor school is het?", kinds.collect())
                .hint("Alleen nodig voor een school die u hierboven niet vond."),
        )
        .veld(
            Veld::date("bereid_op", "Op welke dag zei die school dat het kind welkom is?")
                .required_or("Vul in op welke dag die school ja zei."),
        )
        .veld(
            Veld::textarea("bewijs", "Waaruit blijkt dat?", 3)
                .hint("Een brief, een mail, of met wie u sprak. Schrijf op wie het zei.")
                .required_or("Schrijf op waaruit blijkt dat die school het kind wil toelaten."),
        )
        .veld(
            Veld::date("voorwaarde_op", "Op welke dag was het onderzoek klaar, of gaf de gemeente toestemming?")
                .hint(format!("Alleen bij een instelling voor cluster 1 of 2 (onderzoek door haar commissie, {}), of bij mbo in het laatste jaar dat het kind naar een school moet (toestemming van de gemeente, {}).", werk.artikel("andere_school.onderzoek_instelling"), werk.artikel("andere_school.mbo"))),
        )
        .veld(
            Veld::select("voorwaarde_ja", "Wat kwam eruit?", condition_choices())
                .hint("Alleen bij zo'n instelling of bij mbo. Met een nee kan het kind daar niet heen."),
        )
        .veld(
            Veld::date("voorwaarde_tot_en_met", "Tot en met welke dag geldt dat?")
                .hint(format!("De commissie oordeelt voor een periode ({}). Toestemming van de gemeente is voor een schooljaar.", werk.artikel("aanmelding.oordeel_voor_een_tijd"))),
        )
        .veld(
            Veld::textarea("voorwaarde", "Waaruit blijkt dat?", 3).asked_when("bij een instelling of mbo", "Schrijf op waaruit het blijkt."),
        )
}

/// The fields about a talk with the parents.
pub(super) fn overleg_groep() -> Groep {
    Groep::new("Overleg met de ouders")
        .naast([
            Veld::date("overleg_op", "Wanneer sprak u de ouders?")
                .required_or("Vul in wanneer u de ouders sprak."),
            Veld::text("overleg_met", "Wie waren erbij?").required_or("Vul in wie er bij het gesprek waren."),
        ])
        .veld(
            Veld::textarea("overleg_uitkomst", "Wat vinden de ouders ervan?", 4)
                .required_or("Schrijf op wat de ouders ervan vinden."),
        )
}

/// The same in a refusal, where an exception of the law asks no talk.
pub(super) fn overleg_bij_weigeren() -> Groep {
    overleg_groep().tekst("Bij een uitzondering in de wet vraagt de wet geen overleg. Sprak u de ouders, schrijf het dan op: het staat in de brief.")
}

pub(super) fn aanbod_vorm(aanmelding: &Aanmelding, werk: &Werk) -> Vorm {
    let duty = regels::artikel(
        &werk.besluitvorming(),
        "aanmelding.andere_school",
        aanmelding.sector,
        aanmelding.ontvangen_op,
    );
    let source =
        duty.map(|place| Blok::Uitleg(Uitleg::default().source(Bronlink::on(&place, werk.vandaag()))));
    let school = met_bereide_school(Groep::new("Welke school wil het kind toelaten?"), werk);
    let plek = Groep::new("De plek")
        .veld(
            Veld::textarea("wat", "Wat biedt die school het kind?", 4)
                .hint("Dit staat in de brief aan de ouders.")
                .required_or("Schrijf op wat die school het kind biedt."),
        )
        .veld(
            Veld::date("per", "Vanaf welke dag is er plaats?")
                .required_or("Vul in vanaf welke dag er plaats is."),
        )
        .veld(
            Veld::textarea("andere_mogelijkheden", "Welke andere mogelijkheden hebt u bekeken?", 3)
                .hint("Eén per regel. Ouders willen weten wat er nog meer kan."),
        );
    Vorm::new("Aanbieden").groep(with_some(school, source)).groep(plek).groep(
        overleg_groep().tekst(
            "De ouders mogen nee zeggen. Dan loopt de aanmelding door en beslist u nog. Weigeren mag u alleen als \
             een andere school het kind wil toelaten; dat kan ook deze school zijn.",
        ),
    )
}

/// Who fills the form, as its texts tell them apart.
pub(super) fn wie(by_school: bool) -> &'static str {
    if by_school { "school" } else { "gezin" }
}

/// The words of parents are their own; a school writes how it knows.
pub(super) fn words_field(werk: &Werk, naam: &str, own: Tekst) -> Veld {
    if werk.is_gezin() {
        Veld::textarea(naam, werk.taal().zeg(own), 4)
    } else {
        Veld::textarea(naam, "Hoe en wanneer hoorde u dit?", 4)
            .hint("U legt dit vast voor de ouder. Schrijf op wie het zei, op welke dag, en hoe.")
            .required_or("Schrijf op hoe en wanneer u dit hoorde.")
            .asked_here()
    }
}

pub(super) fn antwoord_vorm(aanmelding: &Aanmelding, werk: &Werk) -> Vorm {
    let zeg = |tekst: Tekst| werk.taal().zeg(tekst);
    let mut groep = Groep::new(zeg(aanmelding::antwoord_kop()));
    let choice = aanmelding.open_aanbod().map(|aanbod| Ouderkeuze::Aanbod(aanbod.nr));
    if let Some(aanbod) = aanmelding.open_aanbod() {
        let (school, naam) = (aanbod.school.schoolnaam.as_str(), werk.beeld().roepnaam.as_str());
        let offer = aanmelding::AntwoordAanbod { school, naam, per: aanbod.per, op: aanbod.op };
        groep = groep.tekst(zeg(offer.tekst()));
    }
    let keuze = vec![
        Optie::new("ja", zeg(aanmelding::antwoord_ja())).explained(zeg(aanmelding::antwoord_ja_uitleg())),
        Optie::new("nee", zeg(aanmelding::antwoord_nee())).explained(zeg(aanmelding::antwoord_nee_uitleg())),
    ];
    let vraag = aanmelding::AntwoordVraag { wie: wie(!werk.is_gezin()) }.tekst();
    let antwoord = Veld::radio("antwoord", zeg(vraag), keuze);
    if let Some(van) = samen::parent_field(werk, (aanmelding, choice), aanmelding::antwoord_van()) {
        groep = groep.veld(van.hint(zeg(aanmelding::antwoord_van_uitleg())));
    }
    Vorm::new(zeg(aanmelding::antwoord_knop())).groep(
        groep.veld(antwoord.required_or(zeg(mijn::aanbod_kies())).asked_here()).veld(words_field(
            werk,
            "toelichting",
            aanmelding::antwoord_toelichting(),
        )),
    )
}

/// One form for two acts: which of them is in the answer.
pub(in crate::paginas) fn antwoord<'v>(
    aanmelding: &Aanmelding,
    werk: &Werk,
    velden: impl Iterator<Item = &'v Veld>,
    formulier: &Formulier,
) -> Result<Opdracht, Fouten> {
    let yes = formulier.text("antwoord") == "ja";
    let naam = if yes { Opdrachtnaam::AanvaardAanbod } else { Opdrachtnaam::WijsAanbodAf };
    let aanbod = aanmelding.open_aanbod().map_or(0, |aanbod| aanbod.nr).to_string();
    let bron = |veld: &str| match veld {
        "aanbod" => aanbod.clone(),
        "reden" => formulier.text("toelichting").to_owned(),
        veld => formulier.text(veld).to_owned(),
    };
    daad::lees_uit(naam, aanmelding.nr, velden, formulier, (&bron, &werk.omgeving()), |veld| veld)
}

/// The first day at school with which the form begins: today for a child that is there already, else as the
/// parents asked, or the first school day after that; of one that is known to be at another school tomorrow at the earliest.
pub(super) fn first_day(aanmelding: &Aanmelding, werk: &Werk) -> Date {
    let there = aanmelding.tijdelijke_plaatsing.as_ref().is_some_and(|plaatsing| plaatsing.tot.is_none());
    let own = aanmelding.vestiging.organisatie();
    let now = werk.beeld().inschrijving.as_ref();
    let elsewhere = now.is_some_and(|place| place.vestiging.organisatie() != own);
    let tomorrow = dates::plus_days(werk.vandaag(), 1).filter(|_| elsewhere && !there);
    let first = tomorrow.unwrap_or(werk.vandaag());
    let asked = aanmelding.gewenst_per.filter(|per| !there && *per > first).unwrap_or(first);
    // Today stays today: who has a right that runs is here at once.
    if asked > werk.vandaag() { begint_vanaf(&werk.besluitvorming(), asked) } else { asked }
}

/// With what the form to admit begins: of a child with a temporary place also the group that it is in.
pub(super) fn toelaten_begin(aanmelding: &Aanmelding, werk: &Werk) -> Begin {
    let there = aanmelding.tijdelijke_plaatsing.as_ref().filter(|plaatsing| plaatsing.tot.is_none());
    let groep = there.map(|plaatsing| plaatsing.groep.clone()).filter(|groep| !groep.is_empty());
    let first = ("per".into(), first_day(aanmelding, werk).to_string());
    [first].into_iter().chain(groep.map(|groep| ("groep".into(), groep))).collect()
}

/// The day with which the form begins that says that the child came: its first day, or today where it was missed then.
pub(super) fn came_on(aanmelding: &Aanmelding, werk: &Werk) -> Date {
    match (&aanmelding.afloop, &aanmelding.niet_gekomen) {
        (Some(Afloop::Toegelaten { per, .. }), None) => (*per).min(werk.vandaag()),
        (Some(_) | None, _) => werk.vandaag(),
    }
}

/// The core asks on what an admission on this day rests: the child is outside the usual age.
fn asks_age(aanmelding: &Aanmelding, werk: &Werk, getypt: &Formulier) -> bool {
    let typed = dates::parse_typed(getypt.text("per").trim());
    let per = typed.unwrap_or_else(|| first_day(aanmelding, werk));
    let residentieel = getypt.text("residentieel").to_owned();
    let admit = LaatToe {
        aanmelding: aanmelding.nr,
        per,
        groep: String::new(),
        residentieel,
        leeftijd: String::new(),
        voorwaarde_soort: None,
        voorwaarde_op: None,
        voorwaarde: String::new(),
        voorwaarde_ja: None,
        voorwaarde_tot_en_met: None,
    };
    werk.probeer(admit).err().is_some_and(|refusal| refusal.veld == Some("leeftijd"))
}

pub(super) fn toelaten_vorm(aanmelding: &Aanmelding, werk: &Werk, getypt: &Formulier) -> Vorm {
    let needs = aanmelding.behoefte.as_ref().is_some_and(|behoefte| behoefte.extra_ondersteuning);
    let mut groep = Groep::new("Toelaten")
        .naast([
            Veld::date("per", "Eerste dag op school").required_or("Vul de eerste schooldag in."),
            Veld::text("groep", "Groep of klas").hint("Als u die al weet."),
        ])
        .tekst(if aanmelding.tijdelijke_plaatsing.as_ref().is_some_and(|plaatsing| plaatsing.tot.is_none()) {
            "Dit is de beslissing. De ouders krijgen een brief. Het kind heeft een tijdelijke plek: die wordt nu vast."
        } else {
            "Dit is de beslissing. De ouders krijgen een brief, en het kind wordt ingeschreven op de eerste schooldag."
        })
        .met_tekst(werk.bepaling_in("leven.dag_van_inschrijven", aanmelding.sector))
        .met_tekst(werk.bepaling_in("aanmelding.vorige_school_melden", aanmelding.sector));
    if needs || aanmelding.plek().always_opp(&werk.besluitvorming(), werk.vandaag()) {
        groep = groep.tekst("Dit kind krijgt een ontwikkelingsperspectief. De uiterste dag daarvoor staat na het vastleggen op de pagina.");
    }
    if aanmelding.behoefte.is_none() {
        groep = groep.let_op("Er is nog niet vastgesteld of het kind extra ondersteuning nodig heeft. Toelaten mag ook zonder, maar dan telt er geen uiterste dag voor een ontwikkelingsperspectief.");
    }
    let residential = werk.bepaling_in("aanmelding.residentieel", aanmelding.sector).is_some();
    if residential && !aanmelding.plek().verklaringen().is_empty() {
        groep = groep.veld(
            Veld::text("residentieel", "Is het kind geplaatst in een inrichting, accommodatie of residentiële instelling, en krijgt uw school daar bekostiging voor?")
                .hint(format!("Dan is er geen toelaatbaarheidsverklaring nodig ({}): als uw school aan die inrichting of accommodatie is verbonden, of een samenwerkingsovereenkomst met die instelling heeft, en het kind wordt toegelaten op de aparte bekostiging die de wet daarvoor heeft. Schrijf op welke instelling, en waaruit het blijkt: bij een residentiële instelling hebt u haar verklaring in uw administratie. Anders laat u dit leeg.", werk.artikel("aanmelding.residentieel"))),
        );
    }
    if !getypt.text("leeftijd").is_empty() || asks_age(aanmelding, werk, getypt) {
        groep = groep.veld(
            Veld::text("leeftijd", "Het kind is jonger of ouder dan gewoon is. Waarom mag het toch?")
                .hint("Schrijf op wie dat besliste of beoordeelde, en wanneer: de inspectie, of bij een jong kind in het voortgezet onderwijs de directeur van de vorige school."),
        );
    }
    Vorm::new("Toelaten").groep(condition(groep, aanmelding, werk))
}

/// What the commission judged: nobody chose by leaving it as it stood.
fn judged() -> Vec<Optie> {
    vec![
        Optie::new("", "Kies"),
        Optie::new("ja", "Ja"),
        Optie::new("nee", "Nee: dan laat u het kind niet toe"),
    ]
}

/// What the law asks before this admission, that is not the age and no declaration.
fn condition(groep: Groep, aanmelding: &Aanmelding, werk: &Werk) -> Groep {
    match werk.open.toelatingsvoorwaarde(aanmelding) {
        None => groep,
        Some(Toelatingsvoorwaarde::Onderzoek) => groep
            .naast([
                Veld::date("voorwaarde_op", "Op welke dag oordeelde de commissie van onderzoek?")
                    .asked_when("nodig om toe te laten", "Vul de dag in."),
                Veld::date("voorwaarde_tot_en_met", "Tot en met welke dag geldt haar oordeel?")
                    .asked_when("nodig om toe te laten", "Vul de dag in."),
            ])
            .veld(
                Veld::select("voorwaarde_ja", "Komt het kind volgens de commissie in aanmerking?", judged())
                    .asked_when("nodig om toe te laten", "Kies wat de commissie oordeelde."),
            )
            .veld(
                Veld::textarea("voorwaarde", "Wat oordeelde de commissie, en wie leidde haar?", 3)
                    .hint(format!("U laat alleen toe wie voor het onderwijs bij u in aanmerking komt ({}). Komt het kind niet in aanmerking, dan weigert u.", werk.artikel("aanmelding.onderzoek_instelling")))
                    .asked_when("nodig om toe te laten", "Schrijf op wat de commissie oordeelde."),
            ),
        Some(
            Toelatingsvoorwaarde::Schooladvies
            | Toelatingsvoorwaarde::Doorstroomtoets
            | Toelatingsvoorwaarde::Geschiktheid
            | Toelatingsvoorwaarde::Afwijking,
        ) => groep
            .veld(
                Veld::select("voorwaarde_soort", "Waarop beslist u over het eerste leerjaar?", decided_on())
                    .hint(format!("Is er een definitief schooladvies, dan beslist u daarop ({}). Is er geen, dan op de doorstroomtoets, en zonder toets op uw eigen onderzoek ({}): daar is geen toestemming van de inspectie voor nodig.", werk.artikel("aanmelding.schooladvies"), werk.artikel("aanmelding.zonder_schooladvies")))
                    .asked_when("nodig om toe te laten", "Kies waarop u beslist."),
            )
            .veld(
                Veld::date("voorwaarde_op", "Van welke dag is dat?")
                    .hint("De dag van het advies, van de uitslag van de toets, van uw onderzoek of van de toestemming.")
                    .asked_when("nodig om toe te laten", "Vul de dag in."),
            )
            .veld(
                Veld::textarea("voorwaarde", "Wat staat erin, en van wie is het?", 2)
                    .hint(format!("Bijvoorbeeld: advies mavo/havo van basisschool De Waterjuffer. Dat het kind voldoende is voorbereid, zegt de directeur van die school ({}).", werk.artikel_in("aanmelding.voorwaarden_eerste_leerjaar", aanmelding.sector)))
                    .asked_when("nodig om toe te laten", "Schrijf op wat erin staat."),
            ),
    }
}

/// On what a school decides on the first year of secondary education: nobody chose by leaving it as it stood.
fn decided_on() -> Vec<Optie> {
    vec![
        Optie::new("", "Kies"),
        Optie::new("schooladvies", "Het definitieve schooladvies"),
        Optie::new("doorstroomtoets", "De doorstroomtoets: er is geen definitief schooladvies"),
        Optie::new("geschiktheid", "Ons onderzoek naar de geschiktheid: er is geen advies en geen toets"),
        Optie::new("afwijking", "Een afwijking die de inspectie toestond"),
    ]
}

pub(super) fn tijdelijk_vorm(aanmelding: &Aanmelding) -> Vorm {
    let recht = &aanmelding.tijdelijk_recht;
    let mut groep = Groep::new("Tijdelijke plek");
    if let Some(vanaf) = recht.uitkomst.vanaf {
        groep = groep.tekst(format!(
            "Het kind heeft recht op een tijdelijke plek vanaf {}. Die duurt tot de beslissing. Spreek met de ouders af op welke schooldag en hoe laat het kind voor het eerst komt: de brief gaat pas als u de plek vastlegt.",
            long_nl(vanaf)
        ));
    }
    groep = groep
        .naast([
            Veld::date("per", "Eerste dag op school").required_or("Vul de eerste schooldag in."),
            Veld::text("groep", "Groep of klas").hint("Als u die al weet."),
        ])
        .veld(
            Veld::textarea("ertussen", "Begint de plek later? Wat gebeurde er op de dagen ertussen?", 3)
                .hint("De plek begint volgens de wet op de eerste dag van het recht. Alleen nodig als u een latere dag invult.")
                .asked_when("bij een latere dag", "Schrijf op wat er op die dagen gebeurde."),
        )
        .blok(Blok::Uitleg(Uitleg::in_sector(recht.berekening.as_ref(), aanmelding.sector)));
    let asked = !aanmelding.plek().verklaringen().is_empty() && !aanmelding.plek().asks_conditions_first();
    if asked {
        groep = groep.veld(
            Veld::textarea("zonder_verklaring", "Is er nog geen toelaatbaarheidsverklaring? Waarom krijgt het kind de plek toch?", 3)
                .hint("De wet vraagt een verklaring voor de toelating. Of zij ook voor een tijdelijke plek nodig is, staat er niet: dat is niet zeker, en u kiest zelf. Is er een verklaring, laat dit dan leeg."),
        );
    }
    Vorm::new("Tijdelijk plaatsen").groep(groep)
}

pub(super) fn intrekken_vorm(aanmelding: &Aanmelding, werk: &Werk) -> Vorm {
    let zeg = |tekst: Tekst| werk.taal().zeg(tekst);
    let after = aanmelding::IntrekkenGevolg { school: &aanmelding.schoolnaam }.tekst();
    let by_pupil = werk.beeld().handelt_zelf;
    let wie = match (werk.is_gezin(), by_pupil) {
        (true, true) => "leerling",
        (false, true) => "van_leerling",
        (true | false, false) => "gezin",
    };
    let mut groep = Groep::new(zeg(aanmelding::intrekken_kop()))
        .tekst(zeg(aanmelding::IntrekkenKeuze { wie }.tekst()))
        .tekst(zeg(after));
    if !by_pupil {
        groep = groep.tekst(zeg(aanmelding::intrekken_samen()));
    }
    if let Some(van) =
        samen::parent_field(werk, (aanmelding, Some(Ouderkeuze::Intrekken)), aanmelding::intrekken_van())
    {
        groep = groep.veld(van);
    }
    if aanmelding.tijdelijke_plaatsing.as_ref().is_some_and(|plaatsing| plaatsing.tot.is_none()) {
        groep = groep.let_op(zeg(aanmelding::intrekken_tijdelijk()));
    }
    let veld = words_field(werk, "reden", aanmelding::intrekken_waarom());
    Vorm::new(zeg(aanmelding::intrekken_knop())).groep(groep.veld(veld))
}

/// The form of a declaration that the parents showed.
pub(super) fn verklaring_vorm() -> Vorm {
    Vorm::new("Leg de verklaring vast").groep(
        Groep::new("Welke verklaring hebben de ouders?")
            .veld(
                Veld::text("swv", "Welk samenwerkingsverband gaf de verklaring?")
                    .hint("Typ de naam of de code en kies uit de lijst. De code staat op de brief, zoals PO9901.")
                    .from_register(Register::Samenwerkingsverbanden)
                    .required_or("Vul de code van het samenwerkingsverband in."),
            )
            .veld(
                Veld::text("nummer", "Nummer van de verklaring")
                    .hint("Zoals 2026-00017. Wij zoeken het op met de roepnaam, de achternaam en de geboortedatum in dit dossier.")
                    .required_or("Vul het nummer van de verklaring in."),
            ),
    )
}

pub(super) fn plek_vorm(aanmelding: &Aanmelding) -> Vorm {
    let (knop, vraag, leeg) = if aanmelding.is_elders() {
        (
            "Leg vast dat het kind daar naar school gaat",
            "Vanaf welke dag gaat het kind daar naar school?",
            "Vul de eerste dag op die school in.",
        )
    } else {
        (
            "Leg vast waar het kind naar school gaat",
            "Sinds welke dag gaat het kind ergens naar school, of weet de leerplichtambtenaar ervan?",
            "Vul die dag in.",
        )
    };
    Vorm::new(knop).groep(
        Groep::new("Hoe weet u het?").veld(Veld::date("van", vraag).required_or(leeg)).veld(
            Veld::textarea("hoe", "Van wie hoorde u het, en hoe?", 3)
                .hint("Bijvoorbeeld: de andere school belde vandaag.")
                .required_or("Schrijf op van wie u het hoorde."),
        ),
    )
}

pub(super) fn verklaring_nagaan_vorm() -> Vorm {
    Vorm::new("Leg vast hoe het verder gaat").groep(
        Groep::new("Hoe gaat het verder?").veld(
            Veld::textarea("hoe", "Wat spraken de ouders, u en het samenwerkingsverband af?", 4)
                .hint("Het kind blijft uw leerling. Bijvoorbeeld: wij vragen een nieuwe verklaring aan.")
                .required_or("Schrijf op hoe het verder gaat."),
        ),
    )
}
