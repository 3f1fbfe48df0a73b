//! P4, the toelaatbaarheidsverklaring: its facts, its acts, the checklist, and a request as it stands.

pub mod aanvulling;
pub mod advies;
pub mod behandelen;
pub mod bekendmaken;
pub mod besluit;
pub mod besluitfeiten;
mod betrokkenheid;
mod beurten;
pub mod checklist;
mod deskundigen;
pub mod doorzenden;
pub mod dwangsom;
mod fase;
pub mod feiten;
mod gezin;
pub mod herzien;
pub mod identiteit;
pub mod inleveren;
pub mod intrekken;
mod mogelijk;
pub mod opdracht;
pub mod periode;
pub mod staat;
mod stand;
pub mod vervolg;
pub mod wijziging;
pub mod zienswijze;

use base::{Date, OrganisatieId, Organisatiesoort, dates};

use crate::bekend::{Bekendstand, Beslisdagen, Besluitzaak};
use crate::opdracht::regels::sector_of_tlv;
use crate::proces::{InLijst, Onderwerp, Proces, Verband, Voorrang, Zaak, Zaakhouder, Zaakstaat};
use crate::staat::{Dossier, TlvAanvraag, TlvFase};
use crate::toegang::gelezen_tot;

pub(crate) const PROCES: Proces = Proces {
    code: "tlv",
    naam: "toelaatbaarheidsverklaring",
    lijstnaam: "Verklaring",
    beurten: beurten::beurten,
    betrokkenen: betrokkenheid::betrokkenen,
    zaken,
    scholen,
    gemeenten: |_| Vec::new(),
    lijstfasen: || TlvFase::ALL.iter().map(|fase| (fase.code(), fase.label())).collect(),
};

fn zaken(dossier: &Dossier) -> Vec<Zaak<'_>> {
    let requests = dossier.aanvragen.iter().map(|a| {
        let swv = &a.swv.uitkomst;
        Zaak {
            onderwerp: Onderwerp::Aanvraag(a.nr),
            van: a.van(),
            schoolnaam: &a.schoolnaam,
            begonnen_op: a.gestart_op,
            sector: Some(sector_of_tlv(a.soort)),
            swv: None,
            verband: match a.ontvangen_op {
                Some(op) => Verband::Verzonden { aan: swv, op },
                None => Verband::NogNietVerzonden(swv),
            },
            // It runs until its decision is made known, or until it is taken back.
            gelezen_tot: match (a.aanvraag_ingetrokken_op, &a.bekendmaking) {
                (Some(withdrawn), _) => dates::plus_days(withdrawn, 1),
                (None, Some(bekend)) => gelezen_tot(bekend.op),
                (None, None) => betrokkenheid::read_until(dossier, a),
            },
            leerling_op: None,
            afgelopen: a.fase().is_afgelopen(),
            lijst: in_lijst,
        }
    });
    requests.collect()
}

/// A request that was begun and left lying is told no more. One for another category that came to nothing tells nothing of the child: the
/// declaration that it was about holds as it did.
fn in_lijst(dossier: &Dossier, nr: u32) -> Option<InLijst> {
    let aanvraag = dossier.aanvraag(nr)?;
    let changes_nothing = aanvraag.andere_categorie.is_some();
    if changes_nothing && aanvraag.fase().liep_op_niets_uit() {
        return None;
    }
    // As it stands before the calendar changes it.
    let (fase, changes) = aanvraag.wisselt();
    let decided = |fase| matches!(fase, TlvFase::Verleend | TlvFase::Geweigerd);
    let runs = fase.is_in_behandeling() || fase == TlvFase::Gestart || decided(aanvraag.fase());
    let known = aanvraag.bekendmaking.as_ref().map(|bekend| bekend.op);
    Some(InLijst {
        voorrang: if runs { Voorrang::Gevraagd } else { Voorrang::Besloten },
        fase: fase.code(),
        daarna: changes.into_iter().map(|(day, fase)| (day, fase.code())).collect(),
        nog_niet_bekend: decided(fase).then(|| (aanvraag.fase_before_besluit().code(), known)),
        tot: [
            dossier.blijft_liggen_vanaf(aanvraag),
            known.filter(|_| changes_nothing && aanvraag.verleend().is_none()),
        ]
        .into_iter()
        .flatten()
        .min(),
        houdt_kind: false,
        aangemeld_op: None,
    })
}

/// The schools that asked, and those that placed the child.
fn scholen(dossier: &Dossier) -> Vec<String> {
    let names = dossier.aanvragen.iter().flat_map(|aanvraag| {
        let placed = aanvraag.plaatsingen().map(|gebruik| gebruik.schoolnaam.clone());
        std::iter::once(aanvraag.schoolnaam.clone()).chain(placed)
    });
    names.collect()
}

impl Besluitzaak for TlvAanvraag {
    fn bekend(&self) -> Option<Bekendstand> {
        let (bekend, met) = (self.bekendmaking.as_ref()?, self.bekendgemaakt_met?);
        Some(Bekendstand { op: bekend.op, wijze: bekend.wijze, met, ingetrokken: self.intrekking.is_some() })
    }

    fn beslisdagen(&self) -> Beslisdagen {
        Beslisdagen {
            beloofd: self.belofte(),
            wettelijk: self.wettelijke_dag(),
            in_gebreke_tot: self.in_gebreke_tot(),
        }
    }

    /// Its school decides nothing in it.
    fn bezwaar_van_school(&self) -> Option<Date> {
        None
    }

    fn verschuif_bezwaar(&mut self, _last: Date) {}

    fn is_opnieuw_bekend_te_maken(&self) -> bool {
        [TlvFase::VerleendBekend, TlvFase::GeweigerdBekend].contains(&self.fase())
    }

    fn ingetrokken_met(&self) -> Option<(u64, OrganisatieId)> {
        Some((self.aanvraag_ingetrokken_met?, self.swv_organisatie()))
    }
}

impl Zaakstaat for TlvAanvraag {
    const HANDELEN: &'static [Organisatiesoort] = &[Organisatiesoort::School, Organisatiesoort::Swv];

    fn van(&self) -> Zaakhouder<'_> {
        Zaakhouder::School(&self.vestiging)
    }

    /// The declaration is withdrawn from a day, and the child is placed with it on one.
    fn wisseldagen(&self) -> Vec<Date> {
        self.plaatsingen().map(|gebruik| gebruik.per).chain(self.ingetrokken_per()).collect()
    }
}
