//! Advising on a request, alone or together with the other expert. What is typed is kept, for this expert alone.

use app::dossiers::Uitgevoerd;
use app::inzage::Doel;
use askama::Template;
use base::PersoonId;
use base::dates::long_nl;
use dossier::opdracht::{Opdracht, Opdrachtnaam};
use dossier::soort::{Adviesuitkomst, TlvSoort};
use dossier::staat::Toewijzing;
use dossier::toegang::Deel;
use web_base::error::{Fout, Uitkomst};
use web_base::form::Formulier;
use web_base::onderdelen::{Feiten, Fouten, Link, Optie, Veld};
use web_base::pagina::Pagina;

use super::tekenen::{Voorstel, voorstel};
use crate::paginas::aanvraag::{Adviesblok, Gezien, Samenvatting, adviezen, categories, term};
use crate::paginas::processen::Bijvelden;
use crate::weg::stand::kept_line;
use crate::weg::vorm::{Groep, Vorm};
use crate::weg::werk::Werk;
use crate::weg::{Aan, Begin, Blad, Gemaakt, Stap, Straks, Waar, lees_uit};

/// What the form asks besides the fields of its act.
pub(in crate::paginas) const ERNAAST: Bijvelden = (Opdrachtnaam::BrengAdviesUit, &["samen"]);

/// What goes with a yes, and what is said where it stands beside a no.
const WITH_A_YES: [(&str, &str); 2] = [
    ("categorie", "Bij 'niet toelaatbaar' hoort geen categorie. Kies 'Geen categorie'."),
    ("tot_en_met", "Bij 'niet toelaatbaar' hoort geen laatste dag. Kies 'Geen dag'."),
];

#[derive(Template)]
#[template(path = "paginas/advies/geven.html")]
struct Adviesblad<'b> {
    pagina: Pagina,
    actie: String,
    /// What was refused, of the own advice or of signing.
    blad: &'b Blad,
    /// The form of the own advice.
    eigen: &'b Blad,
    bewaard: String,
    tekent: String,
    knop: &'static str,
    samenvatting: Samenvatting,
    andere: Vec<Adviesblok>,
    voorstel: Option<Voorstel>,
    termijn: Feiten,
    terug: Link,
    /// Where the assignment can be given back.
    teruggeven: Option<Link>,
}

/// Who looks.
fn me(gezien: &Gezien) -> &PersoonId {
    &gezien.werk.kijker.kijker.actor.persoon
}

/// The own assignment, which is still open.
pub(super) fn own_assignment(gezien: &Gezien) -> Result<&Toewijzing, Fout> {
    gezien.must(Opdrachtnaam::BrengAdviesUit)?;
    let own = gezien.aanvraag.toewijzingen_open().find(|t| t.persoon == *me(gezien));
    own.ok_or(Fout::NietGevonden)
}

/// The number of the own assignment in its request: the first is 1.
fn own_number(gezien: &Gezien) -> Option<usize> {
    let mine = |asked: &Toewijzing| asked.persoon == *me(gezien) && asked.beeindigd_op.is_none();
    gezien.aanvraag.toewijzingen.iter().position(mine).map(|at| at + 1)
}

/// The other expert who still has to advise: with this one the advice can be given together. Not by whoever is
/// asked to sign an advice of two already.
fn other(gezien: &Gezien) -> Option<&Toewijzing> {
    let own = me(gezien);
    if gezien.aanvraag.te_tekenen_door(own).is_some() {
        return None;
    }
    gezien.aanvraag.toewijzingen_open().find(|toewijzing| toewijzing.persoon != *own)
}

/// Giving an advice, or laying one before the other.
pub(super) struct Geven<'g>(pub(super) &'g Gezien);

impl Stap for Geven<'_> {
    fn opdracht(&self) -> Opdrachtnaam {
        Opdrachtnaam::BrengAdviesUit
    }

    fn waar(&self) -> Waar {
        self.0.waar()
    }

    fn titel(&self) -> String {
        "Advies".to_owned()
    }

    fn begin(&self, _werk: &Werk) -> Begin {
        let fields = ["uitkomst", "categorie", "tot_en_met", "tekst", "samen"];
        let known = fields.iter().filter_map(|code| Some(((*code).into(), proposed(self.0, code)?)));
        let mut begin: Begin = known.collect();
        if other(self.0).is_some() && !begin.iter().any(|(naam, _)| naam == "samen") {
            begin.push(("samen".into(), "nee".to_owned()));
        }
        begin
    }

    fn vorm(&self, _werk: &Werk, _getypt: &Formulier) -> Vorm {
        Vorm::new("Advies geven").groep(fields(self.0).into_iter().fold(Groep::new(""), Groep::veld))
    }

    /// Category and last day go with an advice that the child is admissible, and with no other: whoever chose one with a no hears it.
    fn lees(&self, werk: &Werk, formulier: &Formulier) -> Result<Opdracht, Fouten> {
        let refused = formulier.text("uitkomst") == Adviesuitkomst::NietToelaatbaar.code();
        let joint = formulier.text("samen") == "ja";
        let bron = |veld: &str| match veld {
            "samen_met" => {
                let other = other(self.0).filter(|_| joint);
                other.map(|other| other.persoon.to_string()).unwrap_or_default()
            }
            veld => formulier.text(veld).to_owned(),
        };
        let read = lees_uit(self, werk, formulier, &bron);
        let odd: Vec<(&str, &str)> =
            WITH_A_YES.into_iter().filter(|(veld, _)| refused && !formulier.text(veld).is_empty()).collect();
        if odd.is_empty() {
            return read;
        }
        let mut fouten = read.err().unwrap_or_default();
        for (veld, why) in odd {
            fouten.add(veld, why);
        }
        Err(fouten)
    }

    fn doel(&self) -> Doel {
        Doel::AdviesGeven
    }

    fn toont(&self, _werk: &Werk) -> Vec<Deel> {
        self.0.stukken(&[])
    }

    fn na_bewaren(&self, _werk: &Werk, done: &str) -> Option<String> {
        Some(format!("{}?gedaan={done}", self.0.plek.address()))
    }

    fn na(&self, _werk: &Werk, uitgevoerd: &Uitgevoerd) -> String {
        let laid = uitgevoerd.feiten().any(|(_, feit, _)| feit == "gezamenlijk_advies_voorgelegd");
        format!("{}?gedaan={}", self.0.plek.address(), if laid { "voorgelegd" } else { "advies" })
    }

    fn pagina<'a>(&'a self, _werk: &'a Werk, blad: Blad) -> Straks<'a> {
        Box::pin(async move { page(self.0, &blad, &blad) })
    }
}

/// The request, and the form below it: for whoever still has to advise.
pub(super) fn stap<'g>(gezien: &'g Gezien, aan: Aan<'_>) -> Gemaakt<'g> {
    if aan.is_none() {
        own_assignment(gezien)?;
    }
    Geven(gezien).klaar()
}

/// The page: the own form, and above it what was refused of the form that was sent.
pub(super) fn page(gezien: &Gezien, eigen: &Blad, sent: &Blad) -> Uitkomst {
    let own = own_assignment(gezien)?;
    let (kijker, on) = (&gezien.werk.kijker, gezien.werk.vandaag());
    Ok(sent.among(&Adviesblad {
        pagina: gezien.page_below(kijker, "Advies").with_errors(&sent.fouten),
        actie: gezien.plek.below("advies"),
        blad: sent,
        eigen,
        bewaard: kept_line(eigen.concept.velden(), on),
        tekent: format!("{} ({})", own.naam, own.discipline.label()),
        knop: match gezien.aanvraag.te_tekenen_door(me(gezien)) {
            Some(_) => "Zelf advies geven",
            None => "Advies geven",
        },
        samenvatting: Samenvatting::of(gezien.beeld(), &gezien.aanvraag, on),
        andere: adviezen(&gezien.aanvraag, on),
        voorstel: voorstel(gezien, kijker, on),
        termijn: term(gezien, on),
        terug: Link::new("Terug naar de aanvraag", gezien.plek.address()),
        teruggeven: own_number(gezien)
            .filter(|_| gezien.mag(Opdrachtnaam::BeeindigToewijzing))
            .map(|nr| Link::new("De opdracht teruggeven", crate::paginas::loket::give_back(gezien, nr))),
    }))
}

fn fields(gezien: &Gezien) -> Vec<Veld> {
    let soort = gezien.aanvraag.soort;
    let outcomes = [
        (
            Adviesuitkomst::Toelaatbaar,
            format!("{} is toelaatbaar tot {}", gezien.beeld().roepnaam, soort.label()),
        ),
        (
            Adviesuitkomst::NietToelaatbaar,
            format!("{} is niet toelaatbaar tot {}", gezien.beeld().roepnaam, soort.label()),
        ),
    ];
    let outcomes = outcomes.into_iter().map(|(uitkomst, text)| Optie::new(uitkomst.code(), text)).collect();
    let mut velden =
        vec![Veld::radio("uitkomst", "Wat adviseert u?", outcomes).required_or("Kies wat u adviseert.")];
    if has_category(soort) {
        let words = categories(&gezien.werk.state.app.wet, gezien.werk.vandaag())
            .into_iter()
            .map(|(code, word)| Optie::new(code.to_string(), format!("Categorie {word}")));
        let opties = words.chain([Optie::new("", "Geen categorie")]).collect();
        let veld = Veld::radio("categorie", "Bekostigingscategorie", opties)
            .hint("Alleen als het kind toelaatbaar is.");
        velden.push(veld);
    }
    let days = gezien.open_file().periodes(&gezien.aanvraag).tot_en_met;
    let days = days.into_iter().map(|day| Optie::new(day.to_string(), long_nl(day)));
    let opties = std::iter::once(Optie::new("", "Geen dag")).chain(days).collect();
    velden.push(
        Veld::select("tot_en_met", "Tot wanneer is dit nodig?", opties)
            .hint("Een verklaring eindigt met een schooljaar. Kies een dag als u daar iets over adviseert."),
    );
    velden.push(
        Veld::textarea("tekst", "Uw advies in gewone woorden", 10)
            .hint("De ouders krijgen een afschrift. Schrijf zo dat zij het begrijpen: wat zag u, wat heeft het kind nodig, waarom adviseert u dit?")
            .required_or("Schrijf uw advies op, zo dat ook de ouders het begrijpen."),
    );
    velden.extend(together(gezien));
    velden
}

/// What this expert wrote for two before: it is changed from there.
fn proposed(gezien: &Gezien, code: &str) -> Option<String> {
    let laid = gezien.aanvraag.adviesvoorstel.as_ref().filter(|laid| laid.door == *me(gezien))?;
    match code {
        "uitkomst" => Some(laid.uitkomst.code().to_owned()),
        "categorie" => laid.categorie.map(|categorie| categorie.to_string()),
        "tot_en_met" => laid.tot_en_met.map(|end| end.to_string()),
        "tekst" => Some(laid.tekst.clone()),
        "samen" => Some("ja".to_owned()),
        _ => None,
    }
}

fn has_category(soort: TlvSoort) -> bool {
    matches!(soort, TlvSoort::So | TlvSoort::Vso)
}

/// Only where another expert was asked: who signs.
fn together(gezien: &Gezien) -> Vec<Veld> {
    let Some(other) = other(gezien) else { return Vec::new() };
    let opties = vec![
        Optie::new("nee", "Ik geef dit advies alleen"),
        Optie::new("ja", format!("Samen met {} ({})", other.naam, other.discipline.label())).explained(
            "Eén advies met twee namen eronder. Het is pas een advies als de ander ook heeft getekend.",
        ),
    ];
    vec![Veld::radio("samen", "Wie tekent?", opties).required()]
}
