//! Requests that were decided: made known, used, ending, renewed, refused, withdrawn.

use base::{Date, Schooljaar, dates};
use dossier::leven::bereikbaar::ZegDigitaalBereikbaar;
use dossier::soort::{Bekendmakingswijze, TlvSoort};
use dossier::tlv::besluit::{
    GebruikTlv, LaatTlvVerlopen, MaakBekend, NeemBesluit, Uitspraak, VraagCategorieWijziging,
};
use dossier::tlv::intrekken::TrekTlvIn;
use dossier::tlv::opdracht::TrekTlvAanvraagIn;
use dossier::tlv::vervolg::BepaalVervolg;

use super::gezin::inschrijving;
use super::teksten;
use super::tlv::{JA, NEE, VERDEELD};
use super::verteller::{Stap, Stop, Verteller, plus};
use crate::regio::Plek;

/// Days from sending to the decision, to making it known, and to its first day.
const TOT_BESLUIT: i32 = 32;
const TOT_BEKEND: i32 = 35;
const TOT_INGANG: i32 = 45;

impl Verteller<'_> {
    /// The first day on which a declaration that starts on a day can end, by the law of another.
    fn vroegste_einde(&self, op: Date, van: Date) -> Stap<Date> {
        let invoer = recht::tlv::GeldigheidInvoer { ingangsdatum: van, einddatum: van, gegeven_op: Some(op) };
        let toetsing = recht::tlv::geldigheid(self.wereld.wet, op, &invoer);
        let found = toetsing
            .ok()
            .and_then(|toetsing| toetsing.uitkomst().map(|uitkomst| uitkomst.vroegste_einddatum));
        let reden = "de wet geeft geen vroegste einddatum".to_owned();
        found.ok_or(Stop { opdracht: "neem_besluit", op, reden })
    }

    /// Granted on a day, from another, at least up to a third.
    fn verleen(&mut self, op: Date, van: Date, minstens: Date, afwijking: String) -> Stap {
        let tot_en_met = self.vroegste_einde(op, van)?.max(minstens);
        let swv = self.swv(1);
        let nummer = self.nummers.tlv(&swv, op);
        let uitspraak = Uitspraak::Verleen { nummer, categorie: self.categorie(1), van, tot_en_met };
        let motivering = self.tekst(teksten::BESLUIT_JA);
        self.besluit(op, uitspraak, motivering, afwijking)
    }

    fn besluit(&mut self, op: Date, uitspraak: Uitspraak, motivering: String, afwijking: String) -> Stap {
        let waits = self.dossier.aanvraag(1).and_then(dossier::staat::TlvAanvraag::reactietijd_tot);
        let eerder =
            if waits.is_some_and(|tot| op <= tot) { teksten::NIET_GEWACHT.to_owned() } else { String::new() };
        let actor = self.verband().besluitnemer(&self.swv(1), &mut self.worp);
        self.doe(
            op,
            actor,
            vec![NeemBesluit { aanvraag: 1, uitspraak, motivering, afwijking, eerder }.into()],
        )
    }

    fn bekend(&mut self, op: Date) -> Stap {
        let own_page = !self.ouders.is_empty() && self.kind.ouders.len() == 1;
        if let Some(ouder) = self.ouders.first().filter(|_| own_page) {
            let actor = self.gezinslid(ouder.account.clone());
            self.doe(op, actor, vec![ZegDigitaalBereikbaar { ja: true, geen_bericht: true }.into()])?;
        }
        let wijze = if own_page { Bekendmakingswijze::EigenPagina } else { Bekendmakingswijze::Post };
        self.doe(op, self.loket(1), vec![MaakBekend { aanvraag: 1, op, wijze }.into()])
    }

    /// Sent so many days ago, granted and made known; valid from some weeks later, at least up to a day.
    fn verleend_en_bekend(&mut self, geleden: i32, minstens: Date) -> Stap {
        self.geadviseerd(geleden, JA)?;
        let van = self.datum(TOT_INGANG - geleden);
        self.verleen(self.dag(geleden - TOT_BESLUIT), van, minstens, String::new())?;
        self.bekend(self.dag(geleden - TOT_BEKEND))
    }

    /// A special school places the child on the first day of the declaration. From then on the story
    /// is about that school.
    fn gebruik(&mut self, geleden: i32) -> Stap {
        let plek = match self.dossier.aanvraag(1).map(|aanvraag| aanvraag.soort) {
            Some(TlvSoort::Sbo) => Plek::Sbo,
            Some(TlvSoort::So) => Plek::So,
            Some(TlvSoort::Pro) => Plek::Praktijk,
            _ => Plek::Vso,
        };
        let regio = self.wereld.regio;
        let there = if self.thuis {
            regio.thuisschool(plek)
        } else {
            regio.andere_school(plek, self.school.verband, self.school, &mut self.worp)
        };
        let per = self.datum(TOT_INGANG - geleden);
        let groep =
            self.dossier.inschrijvingen.last().map_or_else(String::new, |enrolled| enrolled.groep.clone());
        let used = GebruikTlv {
            aanvraag: 1,
            vestiging: there.school.vestiging.clone(),
            schoolnaam: there.school.naam.clone(),
            per,
            elders: false,
        };
        let enrolled = inschrijving(there, &groep, per);
        self.school = there;
        self.doe_bewezen(self.verleden(per), there.ib(), vec![used.into(), enrolled.into()])
    }

    /// Days since the first of August so many years before the last one, and that day.
    fn schooljaar(&self, terug: i16) -> (i32, Schooljaar) {
        let now = Schooljaar::of(self.wereld.vandaag);
        let year = Schooljaar::starting_in(now.start_year() - terug).unwrap_or(now);
        (dates::days_between(year.first_day(), self.wereld.vandaag), year)
    }

    /// Placed with a declaration that ends with the school year that began so many years ago.
    fn gebruikt_tot(&mut self, terug: i16) -> Stap<Schooljaar> {
        let (since, year) = self.schooljaar(terug);
        let geleden = since + self.worp.tussen(80, 230);
        self.verleend_en_bekend(geleden, year.last_day())?;
        self.gebruik(geleden)?;
        Ok(year)
    }
}

pub(super) fn verleend(v: &mut Verteller<'_>) -> Stap {
    let geleden = v.worp.tussen(34, 38);
    v.geadviseerd(geleden, JA)?;
    let van = v.datum(14);
    v.verleen(v.dag(geleden - TOT_BESLUIT), van, van, String::new())
}

pub(super) fn verleend_bekend(v: &mut Verteller<'_>) -> Stap {
    let geleden = v.worp.tussen(37, 60);
    v.verleend_en_bekend(geleden, v.wereld.vandaag)
}

pub(super) fn afwijkend(v: &mut Verteller<'_>) -> Stap {
    let geleden = v.worp.tussen(37, 60);
    v.geadviseerd(geleden, VERDEELD)?;
    let van = v.datum(TOT_INGANG - geleden);
    let afwijking = v.tekst(teksten::AFWIJKING);
    v.verleen(v.dag(geleden - TOT_BESLUIT), van, van, afwijking)?;
    v.bekend(v.dag(geleden - TOT_BEKEND))
}

pub(super) fn gebruikt(v: &mut Verteller<'_>) -> Stap {
    let geleden = v.worp.tussen(60, 420);
    let (_, year) = v.schooljaar(0);
    v.verleend_en_bekend(geleden, year.next().last_day())?;
    v.gebruik(geleden)
}

pub(super) fn loopt_af(v: &mut Verteller<'_>) -> Stap {
    v.gebruikt_tot(0).map(|_| ())
}

pub(super) fn verlenging_te_laat(v: &mut Verteller<'_>) -> Stap {
    v.gebruikt_tot(1).map(|_| ())
}

pub(super) fn verlenging(v: &mut Verteller<'_>) -> Stap {
    if v.thuis {
        v.vraagt = Some(TlvSoort::So);
    }
    v.gebruikt_tot(0)?;
    let soort = v.dossier.aanvraag(1).map_or(TlvSoort::So, |aanvraag| aanvraag.soort);
    v.start_aanvraag(v.dag(24), soort, Some(1))?;
    v.zienswijzen(2, v.dag(18))?;
    v.verzend(2, v.dag(14))?;
    let koppel = v.koppel();
    v.wijs_toe(2, v.dag(9), koppel)
}

pub(super) fn verlopen(v: &mut Verteller<'_>) -> Stap {
    let (since, _) = v.schooljaar(0);
    // In the first weeks of a school year nothing of the year before was cleared up yet.
    let terug = if since < 20 { 2 } else { i16::from(v.worp.kans(50)) + 1 };
    let year = v.gebruikt_tot(terug)?;
    let op = v.verleden(plus(year.last_day(), 11));
    v.doe(op, v.loket(1), vec![LaatTlvVerlopen { aanvraag: 1 }.into()])
}

pub(super) fn andere_categorie(v: &mut Verteller<'_>) -> Stap {
    let geleden = v.worp.tussen(90, 300);
    v.vraagt = Some(TlvSoort::So);
    let (_, year) = v.schooljaar(0);
    v.verleend_en_bekend(geleden, year.next().last_day())?;
    v.gebruik(geleden)?;
    let categorie = if v.categorie(1) == Some(3) { 2 } else { 3 };
    let vestiging = v.school.school.vestiging.clone();
    let reden = v.tekst(&[
        "{naam} heeft de hele dag een volwassene dichtbij nodig. Dat was bij de aanvraag niet te voorzien.",
    ]);
    v.ib(v.dag(6), VraagCategorieWijziging { aanvraag: 1, vestiging, categorie, reden })
}

fn refused(v: &mut Verteller<'_>, geleden: i32) -> Stap {
    v.geadviseerd(geleden, NEE)?;
    let motivering = v.tekst(teksten::BESLUIT_NEE);
    v.besluit(v.dag(geleden - TOT_BESLUIT), Uitspraak::Weiger, motivering, String::new())
}

pub(super) fn geweigerd(v: &mut Verteller<'_>) -> Stap {
    let geleden = v.worp.tussen(34, 38);
    refused(v, geleden)
}

pub(super) fn geweigerd_bekend(v: &mut Verteller<'_>) -> Stap {
    let geleden = v.worp.tussen(38, 200);
    refused(v, geleden)?;
    v.bekend(v.dag(geleden - TOT_BEKEND))?;
    // Most schools say within some weeks how it goes on.
    if geleden < TOT_BEKEND + 20 {
        return Ok(());
    }
    let hoe = "{naam} blijft op onze school, met hulp in de klas. In het voorjaar kijken wij opnieuw.";
    let hoe = v.tekst(&[hoe]);
    v.ib(v.dag(geleden - TOT_BEKEND - 14), BepaalVervolg { aanvraag: 1, hoe })
}

pub(super) fn ingetrokken(v: &mut Verteller<'_>) -> Stap {
    let geleden = v.worp.tussen(60, 90);
    v.verleend_en_bekend(geleden, v.wereld.vandaag)?;
    let op = v.dag(geleden - 50);
    let reden = "De school en de ouders hebben laten weten dat de verklaring niet meer nodig is.".to_owned();
    let gehoord = "Wij spraken de ouders en de school. Zij zijn het ermee eens.".to_owned();
    let actor = v.verband().besluitnemer(&v.swv(1), &mut v.worp);
    v.doe(
        op,
        actor,
        vec![TrekTlvIn { aanvraag: 1, per: op, reden, gehoord, op, wijze: Bekendmakingswijze::Post }.into()],
    )
}

pub(super) fn aanvraag_ingetrokken(v: &mut Verteller<'_>) -> Stap {
    let geleden = v.worp.tussen(12, 120);
    v.verzonden(geleden)?;
    let reden = v.tekst(teksten::INTREKKEN);
    v.ib(v.dag(geleden - 10), TrekTlvAanvraagIn { aanvraag: 1, reden })
}
