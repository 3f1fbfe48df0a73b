//! P0: life events and the people around the child.

use base::{Date, dates};
use verband::grenzen::{MAANDEN_VOOR_DE_GEBOORTE, MAANDEN_VOOR_MEERDERJARIG};

use crate::aanmelding::meegedeeld;
use crate::algemeen::opdracht::check_address;
use crate::leven::feiten::{
    Contactgegevens, GeheimhoudingGezet, GezagGewijzigd, Meerderjarig, NaamOfGeslachtGewijzigd,
    NummerOntvangen, OnderPleegzorg, Overleden, Overledene, PersoonVerbonden, Verhuisd,
};
use crate::leven::leerling::LEERLING;
use crate::leven::nummer::check_pgn;
use crate::opdracht::velden::{
    Contact, Dag, JaNee, Keuze, MagDag, MagGeslacht, MagNummer, MagRegel, Nummer, Personen, Regel,
    RelatieOfNiets, Woonadres, daad,
};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer, regels};
use crate::refusal::Refusal;
use crate::soort::Relatie;
use crate::staat::{Dossier, Persoon};
use crate::tlv::identiteit::Identiteit;
use crate::woord::Woord;

pub use crate::leven::contact::WijzigContact;
pub use crate::leven::eigenpagina::{BeeindigEigenPagina, NodigOuderUit, SluitOuderAan};
pub use crate::leven::inschrijving::SchrijfIn;
pub use crate::leven::nagekeken::KijkGezagNa;
pub use crate::leven::taal::LegTaalVast;
pub use crate::leven::uitschrijving::{GaSchoolNa, SchrijfUit};
pub use crate::leven::verbandwissel::GaVerhuizingNa;

/// A person of this file who stands around the child now, or a refusal.
pub(super) fn current<'a>(
    dossier: &'a Dossier,
    nr: u32,
    ctx: &Besluitvorming<'_>,
) -> Result<&'a Persoon, Refusal> {
    dossier
        .persoon(nr)
        .filter(|persoon| persoon.is_current(ctx.vandaag))
        .ok_or_else(|| Refusal::field("persoon", sleutels::leven::niet_bij_dit_kind()))
}

/// A day of this life: not in the future, and not before the child was born. What is recorded of a child, or of who stands around it,
/// happened while it lived.
fn in_dit_leven(
    veld: &'static str,
    op: Date,
    dossier: &Dossier,
    ctx: &Besluitvorming<'_>,
) -> Result<Date, Refusal> {
    let born = dossier.leerling.as_ref().map_or(Date::MIN, |leerling| leerling.geboortedatum);
    invoer::happened(veld, op, born, ctx)
}

daad! {
    /// Adds somebody around the child.
    VerbindPersoon {
        /// How letters address them.
        naam: Regel,
        /// Who they are to the child.
        relatie: Keuze<Relatie>,
        /// From when.
        van: Dag,
        /// Until when (exclusive); required for somebody who acts in another's name, or comes along with somebody.
        tot: MagDag,
        /// What shows it.
        brondocument: Regel,
        /// How they can be reached.
        contact: Contact,
        /// For which parent or guardian they stand here, by number in the file; empty: for the pupil, or for nobody.
        namens: MagNummer,
    }
}

impl Decide for VerbindPersoon {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        if self.relatie == Relatie::Leerling {
            return Err(nobody_is_made_pupil());
        }
        if self.relatie.is_namens_iemand() && self.tot.is_none() {
            return Err(Refusal::field("tot", sleutels::leven::machtiging_einddatum()));
        }
        self.refuse_for_whom(dossier, ctx)?;
        if self.tot.is_some_and(|tot| tot <= self.van) {
            return Err(Refusal::field("tot", sleutels::leven::einde_voor_begin()));
        }
        let persoon = dossier.next_nr::<PersoonVerbonden>();
        let added = Vaststelling::new(
            ctx.vandaag,
            dossier,
            ctx,
            PersoonVerbonden {
                persoon,
                naam: invoer::line("naam", &self.naam)?,
                relatie: self.relatie,
                van: self.van,
                tot: self.tot,
                brondocument: invoer::line("brondocument", &self.brondocument)?,
                contact: check_contact(&self.contact)?,
                namens: self.namens,
            },
        );
        let hears = self.relatie.has_gezag()
            && self.van <= ctx.vandaag
            && self.tot.is_none_or(|tot| ctx.vandaag < tot);
        let told = hears.then(|| meegedeeld::aan(dossier, persoon, ctx)).into_iter().flatten();
        Ok(std::iter::once(added).chain(told).collect())
    }
}

/// The pupil is in the file already, and comes to a page of their own by an invitation.
fn nobody_is_made_pupil() -> Refusal {
    Refusal::field("relatie", sleutels::leven::leerling_staat_er_al())
        .instead(sleutels::leven::leerling_uitnodigen())
}

impl VerbindPersoon {
    /// Somebody can stand here for a parent, guardian or carer of the child, and only who acts in a name or comes along does.
    fn refuse_for_whom(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<(), Refusal> {
        let Some(nr) = self.namens else { return Ok(()) };
        if !self.relatie.is_namens_iemand() {
            return Err(Refusal::field("namens", sleutels::leven::niet_namens_iemand()));
        }
        let parent = dossier.persoon(nr).filter(|persoon| persoon.is_current(ctx.vandaag));
        if parent.is_none_or(|persoon| !persoon.relatie.is_ouder_in_onderwijs()) {
            return Err(Refusal::field("namens", sleutels::leven::namens_ouder_of_voogd()));
        }
        Ok(())
    }
}

pub(crate) fn check_contact(contact: &Contactgegevens) -> Result<Contactgegevens, Refusal> {
    let e_mail = invoer::optional_line("e_mail", &contact.e_mail)?;
    if !e_mail.is_empty()
        && !e_mail.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
    {
        return Err(Refusal::field("e_mail", sleutels::leven::geen_e_mailadres()));
    }
    Ok(Contactgegevens {
        e_mail,
        telefoon: invoer::optional_line("telefoon", &contact.telefoon)?,
        adres: invoer::optional_line("adres", &contact.adres)?,
    })
}

daad! {
    /// Changes somebody's authority over the child.
    WijzigGezag,
    /// Whose.
    persoon {
        /// What they are from then on; none when they stand no longer around the child.
        relatie: RelatieOfNiets,
        /// From when.
        per: Dag,
        /// What shows it.
        brondocument: Regel,
    }
}

impl Decide for WijzigGezag {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let persoon = current(dossier, self.persoon, ctx)?;
        if persoon.relatie == Relatie::Leerling || self.relatie == Some(Relatie::Leerling) {
            return Err(nobody_is_made_pupil());
        }
        if Some(persoon.relatie) == self.relatie {
            return Err(Refusal::field(
                "relatie",
                sleutels::leven::IsAl { relatie: persoon.relatie.woord() }.tekst(),
            ));
        }
        if self.relatie.is_some_and(Relatie::is_namens_iemand) {
            // Who stands here for another has an own document and last day.
            return Err(Refusal::field("relatie", sleutels::leven::machtiging_einddatum())
                .instead(sleutels::leven::opnieuw_verbinden()));
        }
        invoer::happened("per", self.per, persoon.van, ctx)?;
        Ok(vec![Vaststelling::new(
            self.per,
            dossier,
            ctx,
            GezagGewijzigd {
                persoon: self.persoon,
                relatie: self.relatie,
                per: self.per,
                brondocument: invoer::line("brondocument", &self.brondocument)?,
            },
        )])
    }
}

daad! {
    /// Records a move.
    Verhuis {
        /// From when.
        per: Dag,
        /// The new address, with the partnerships that follow from its postcode.
        adres: Woonadres,
    }
}

impl Decide for Verhuis {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        if self.adres.postcode.is_none() && !self.adres.buitenland {
            return Err(Refusal::field("postcode", sleutels::leven::zonder_postcode()));
        }
        let per = in_dit_leven("per", self.per, dossier, ctx)?;
        Ok(vec![Vaststelling::new(per, dossier, ctx, Verhuisd { per, adres: check_address(&self.adres)? })])
    }
}

daad! {
    /// Records that the child lives with foster parents.
    MeldPleegzorg {
        /// From when.
        per: Dag,
        /// The foster parent, by number in the file.
        persoon: Nummer,
    }
}

impl Decide for MeldPleegzorg {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let persoon = current(dossier, self.persoon, ctx)?;
        if persoon.relatie != Relatie::Pleegouder {
            return Err(Refusal::field("persoon", sleutels::leven::geen_pleegouder()));
        }
        let per = in_dit_leven("per", self.per, dossier, ctx)?;
        Ok(vec![Vaststelling::new(per, dossier, ctx, OnderPleegzorg { per, persoon: self.persoon })])
    }
}

daad! {
    /// Records that the pupil comes of age, and that pupil and parents were told: from some months before.
    MeldMeerderjarig {
        /// Can look after their own interests.
        handelingsbekwaam: JaNee,
    }
}

impl Decide for MeldMeerderjarig {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let leeftijd = regels::getal(ctx, "meerderjarig.leeftijd", ctx.vandaag)?;
        let per =
            dossier.leerling.as_ref().and_then(|leerling| dates::birthday(leerling.geboortedatum, leeftijd));
        let maanden = MAANDEN_VOOR_MEERDERJARIG;
        let from = per.and_then(|per| dates::plus_months(per, -MAANDEN_VOOR_MEERDERJARIG));
        let Some(per) = per.filter(|_| from.is_some_and(|from| from <= ctx.vandaag)) else {
            return Err(Refusal::new(
                "nog_minderjarig",
                sleutels::leven::NogMinderjarig { leeftijd: leeftijd.into(), maanden }.tekst(),
            )
            .because(regels::vindplaats(ctx, "meerderjarig.leeftijd", ctx.vandaag))
            .instead(sleutels::leven::WachtenOpVerjaardag { maanden }.tekst()));
        };
        Ok(vec![Vaststelling::new(
            per.min(ctx.vandaag),
            dossier,
            ctx,
            Meerderjarig { per, handelingsbekwaam: self.handelingsbekwaam },
        )])
    }
}

daad! {
    /// Changes the child's name or gender.
    WijzigNaam {
        /// From when.
        per: Dag,
        /// Name by which the child is called.
        roepnaam: Regel,
        /// Prefix of the surname.
        voorvoegsel: MagRegel,
        /// Surname.
        achternaam: Regel,
        /// Gender.
        geslacht: MagGeslacht,
    }
}

impl Decide for WijzigNaam {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let per = in_dit_leven("per", self.per, dossier, ctx)?;
        let name = NaamOfGeslachtGewijzigd {
            per,
            roepnaam: invoer::line("roepnaam", &self.roepnaam)?,
            voorvoegsel: invoer::optional_line("voorvoegsel", &self.voorvoegsel)?,
            achternaam: invoer::line("achternaam", &self.achternaam)?,
            geslacht: self.geslacht,
        };
        if let Some(child) = &dossier.leerling {
            let NaamOfGeslachtGewijzigd { roepnaam, voorvoegsel, achternaam, .. } = name.clone();
            let geboortedatum = child.geboortedatum;
            let wordt = Identiteit { roepnaam, voorvoegsel, achternaam, geboortedatum };
            dossier.refuse_other_child(&wordt, ctx.vandaag)?;
        }
        Ok(vec![Vaststelling::new(per, dossier, ctx, name)])
    }
}

daad! {
    /// Makes an address secret, or no longer.
    ZetGeheimhouding {
        /// Secret from now on, or no longer.
        geheim: JaNee,
        /// From whom; empty: from everybody outside school and SWV.
        voor_personen: Personen,
        /// Where it comes from.
        bron: Regel,
    }
}

impl Decide for ZetGeheimhouding {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        if self.voor_personen.iter().any(|nr| dossier.persoon(*nr).is_none()) {
            return Err(Refusal::field("voor_personen", sleutels::leven::persoon_niet_in_dossier()));
        }
        Ok(vec![Vaststelling::new(
            ctx.vandaag,
            dossier,
            ctx,
            GeheimhoudingGezet {
                geheim: self.geheim,
                voor_personen: self.voor_personen.clone(),
                bron: invoer::line("bron", &self.bron)?,
            },
        )])
    }
}

/// Records the persoonsgebonden nummer, for the school alone.
#[derive(Clone, PartialEq, Eq)]
pub struct OntvangNummer {
    /// Nine digits.
    pub pgn: String,
}

daad! {
    lees OntvangNummer { pgn: Regel, }
}

impl std::fmt::Debug for OntvangNummer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("OntvangNummer")
    }
}

impl Decide for OntvangNummer {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        if ctx.actor.organisatie.vestiging().is_none() {
            return Err(Refusal::new("alleen_school", sleutels::leven::alleen_school_nummer()));
        }
        let pgn = check_pgn(&self.pgn)?;
        Ok(vec![Vaststelling::new(ctx.vandaag, dossier, ctx, NummerOntvangen { pgn })])
    }
}

daad! {
    /// Records a death.
    MeldOverlijden,
    /// Who.
    wie: Overledene {
        /// When.
        op: Dag,
    }
}

impl Decide for MeldOverlijden {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let known = match self.wie {
            Overledene::Leerling => dossier.overleden_op.is_some(),
            Overledene::Persoon(LEERLING) => {
                return Err(Refusal::field("wie", sleutels::leven::overlijden_van_leerling()));
            }
            Overledene::Persoon(nr) => {
                let persoon = dossier
                    .persoon(nr)
                    .ok_or_else(|| Refusal::field("wie", sleutels::leven::persoon_niet_in_dossier()))?;
                persoon.overleden
            }
        };
        if known {
            return Err(Refusal::new("al_gemeld", sleutels::leven::overlijden_al_vastgelegd()));
        }
        let op = match self.wie {
            Overledene::Leerling => in_dit_leven("op", self.op, dossier, ctx)?,
            // A father can die before the birth.
            Overledene::Persoon(_) => {
                let born = dossier.leerling.as_ref().map(|leerling| leerling.geboortedatum);
                let earliest = born.and_then(|born| dates::plus_months(born, -MAANDEN_VOOR_DE_GEBOORTE));
                invoer::happened("op", self.op, earliest.unwrap_or(Date::MIN), ctx)?
            }
        };
        Ok(vec![Vaststelling::new(op, dossier, ctx, Overleden { wie: self.wie, op })])
    }
}
