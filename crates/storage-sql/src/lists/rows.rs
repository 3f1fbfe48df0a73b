//! The rows of one file as the tables take them.

use base::DossierNummer;
use storage::{
    AanvraagRij, BeurtRij, DossierRij, GezienRij, Lezer, PostRij, Projection, TaakRij, TlvRij, ToewijzingRij,
    VerzoekRij,
};

use crate::db::Arg;
use crate::lists::turns::{END_OF_TIME, orde};

/// A row: the same arguments as a list that is made once.
macro_rules! row {
    ($($value:expr),* $(,)?) => { vec![$(Arg::from($value)),*] };
}

/// The rows of one file on their way into the tables.
pub(super) struct Rows<'a> {
    pub(super) dossier: &'a DossierNummer,
    pub(super) projection: &'a Projection,
}

impl<'a> Rows<'a> {
    pub(super) fn zoek(&self, lezer: &'a Lezer, sleutel: &'a String) -> Vec<Arg<'a>> {
        row![lezer.as_str(), sleutel, self.dossier]
    }

    /// What a reader is told.
    pub(super) fn gezien(&self, row: &'a DossierRij, seen: &'a GezienRij) -> Vec<Arg<'a>> {
        row![
            seen.lezer.as_str(),
            self.dossier,
            seen.van,
            seen.tot,
            &row.sorteernaam,
            row.geboortedatum,
            &seen.groep,
            &seen.fase,
            &seen.vestiging,
            seen.aangemeld_op,
            seen.volgende_datum,
            seen.volgende_einddag,
            &seen.wacht_op_rol,
            &seen.delen,
        ]
    }

    /// `None` for a turn that is not there.
    pub(super) fn taak(&self, row: &'a DossierRij, taak: &'a TaakRij) -> Option<Vec<Arg<'a>>> {
        let beurt = self.projection.beurten.iter().find(|beurt| beurt.nr == taak.nr)?;
        let termijn = beurt.uiterlijk.map_or_else(|| END_OF_TIME.to_owned(), |day| day.to_string());
        let orde = orde(beurt.in_gebreke_tot.is_some(), &termijn);
        let (dossier, begin) = (self.dossier, beurt.van);
        let lezer = taak.lezer.as_str();
        Some(row![
            lezer,
            dossier,
            taak.nr,
            taak.van,
            taak.tot,
            &beurt.soort,
            termijn,
            begin,
            &row.sorteernaam,
            &taak.groep,
            orde,
            beurt.vervolg,
        ])
    }

    /// `None` for a request that is not there.
    pub(super) fn verzoek(&self, row: &'a DossierRij, verzoek: &'a VerzoekRij) -> Option<Vec<Arg<'a>>> {
        let aanvraag = self.projection.aanvragen.iter().find(|row| row.aanvraag == verzoek.aanvraag)?;
        let orde = aanvraag.uiterlijk.map(|day| orde(aanvraag.in_gebreke_tot.is_some(), &day.to_string()));
        Some(row![
            verzoek.lezer.as_str(),
            self.dossier,
            verzoek.aanvraag,
            verzoek.van,
            verzoek.tot,
            &aanvraag.soort,
            &aanvraag.fase,
            &aanvraag.vestiging,
            aanvraag.ontvangen_op,
            aanvraag.uiterlijk,
            aanvraag.gesloten_op,
            &row.sorteernaam,
            orde,
            &aanvraag.adviesstand,
        ])
    }

    pub(super) fn post(&self, row: &'a DossierRij, post: &'a PostRij) -> Vec<Arg<'a>> {
        row![
            post.lezer.as_str(),
            self.dossier,
            post.brief,
            post.van,
            post.tot,
            &post.soort,
            &post.zaak,
            post.datum,
            post.dag,
            &post.aan,
            &post.organisaties,
            &post.stand,
            &post.stap,
            post.stap_nr,
            post.stap_op,
            &post.door,
            post.gesloten_op,
            &row.sorteernaam,
            &post.zonder_adres,
            &post.vierkantjes,
        ]
    }

    pub(super) fn tlv(&self, row: &'a TlvRij) -> Vec<Arg<'a>> {
        let sorteernaam = self.projection.dossier.as_ref().map_or("", |row| row.sorteernaam.as_str());
        row![
            &row.swv,
            &row.nummer,
            self.dossier,
            row.aanvraag,
            &row.weergavenaam,
            row.geboortedatum,
            &row.soort,
            &row.categorie,
            row.van,
            row.tot_en_met,
            &row.status,
            sorteernaam,
        ]
    }

    pub(super) fn beurt(&self, row: &'a BeurtRij) -> Vec<Arg<'a>> {
        row![
            self.dossier,
            row.nr,
            &row.soort,
            &row.zaak,
            &row.rol,
            &row.organisatie,
            &row.persoon,
            row.van,
            row.uiterlijk,
            row.tot,
            &row.grond,
            row.nieuws_op,
            &row.nieuws_door,
            row.wettelijk,
            row.in_gebreke_tot,
            row.einddag,
            row.vervolg,
        ]
    }

    pub(super) fn aanvraag(&self, row: &'a AanvraagRij) -> Vec<Arg<'a>> {
        row![
            self.dossier,
            row.aanvraag,
            &row.swv,
            &row.vestiging,
            &row.soort,
            &row.fase,
            row.ontvangen_op,
            row.uiterlijk,
            row.opgeschort,
            row.volledig,
            &row.behandelaar,
            row.gesloten_op,
            row.wettelijk,
            row.in_gebreke_tot,
            &row.adviesstand,
            row.adviezen,
            row.adviezen_nodig,
            &row.geadviseerd,
            &row.wacht_op_advies,
            row.andere_categorie,
        ]
    }

    pub(super) fn toewijzing(&self, row: &'a ToewijzingRij) -> Vec<Arg<'a>> {
        let ToewijzingRij { aanvraag, persoon, toegewezen_op, gereed_op } = row;
        row![self.dossier, *aanvraag, persoon, *toegewezen_op, *gereed_op]
    }
}

pub(super) fn dossier(row: &DossierRij) -> Vec<Arg<'_>> {
    row![
        &row.dossier,
        &row.weergavenaam,
        &row.sorteernaam,
        &row.naam_norm,
        row.geboortedatum,
        &row.vestiging,
        &row.groep,
        &row.stand,
        row.gewijzigd_op,
        row.wijzigt_op,
    ]
}
