//! What parents hand in on their own page, whatever it is for: how they give it, files, words. Files are kept with the form until it
//! is sent.

use app::AppError;
use app::aanvraag::{Document, MOST_DOCUMENT_BYTES, MOST_DOCUMENTS};
use base::Date;
use dossier::aanmelding::inleveren::InformatieIngeleverd;
use dossier::soort::Inleverwijze;
use dossier::staat::Gedaan;
use dossier::tlv::feiten::Bijlage;
use dossier::tlv::inleveren::AanvullingIngeleverd;
use teksten::{Taal, mijn, zaak};
use web_base::error::{Fout, Uitkomst};
use web_base::form::Formulier;
use web_base::onderdelen::{Fouten, Inhoud, Link, Optie, Veld, day_in};

use super::aanvraag::bijlagen::{KINDS, REMOVE};
use super::gezin::{Gezegd, Gezinsstap};
use crate::weg::Blad;
use crate::weg::vorm::{Blok, Groep, Toegevoegd};
use crate::weg::werk::Werk;

#[cfg(test)]
mod tests;

/// The file field.
const FILES: &str = "bijlage";

/// How it is given, files, words.
pub(super) fn fields(stap: &Gezinsstap, werk: &Werk, groep: Groep) -> Groep {
    let keuzes = vec![
        Optie::new("hier", stap.zeg(mijn::inleveren_hier())),
        Optie::new("papier", stap.zeg(mijn::inleveren_papier())),
    ];
    let number = |most: usize| i32::try_from(most).unwrap_or(i32::MAX);
    let most = MOST_DOCUMENT_BYTES / (1024 * 1024);
    let grenzen = mijn::InleverenGrenzen { mb: number(most), aantal: number(MOST_DOCUMENTS) };
    let mut hint = stap.zeg(grenzen.tekst());
    if werk.state.app.keurt_bestanden() {
        hint = format!("{hint} {}", stap.zeg(mijn::inleveren_gekeurd()));
    }
    groep
        .veld(
            Veld::radio("wijze", stap.zeg(mijn::inleveren_wijze()), keuzes)
                .required_or(stap.zeg(mijn::inleveren_kies())),
        )
        .veld(Veld::file(FILES, stap.zeg(mijn::inleveren_bestanden()), KINDS, true).hint(hint))
        .veld(Veld::textarea("woorden", stap.zeg(mijn::inleveren_woorden()), 5))
}

/// Keeps the files that were sent with a form, and takes away the one that was asked to go.
pub(super) async fn keep(stap: &Gezinsstap, werk: &Werk, formulier: &Formulier) -> Result<Fouten, Fout> {
    let mut fouten = Fouten::new();
    let Some(form) = stap.vorm.bestanden.map(|of| of(stap.over)) else { return Ok(fouten) };
    for file in formulier.files(FILES) {
        if file.te_groot {
            fouten.add(FILES, stap.zeg(mijn::InleverenTeGroot { naam: &file.naam }.tekst()));
            continue;
        }
        let document = Document { vraag: "", naam: &file.naam, bytes: &file.inhoud };
        match werk.open.voeg_toe(form, document).await {
            Ok(()) => {}
            Err(AppError::Refused(refusal)) => {
                fouten.add(FILES, format!("{}: {}.", file.naam, stap.zeg(refusal.reden)));
            }
            Err(other) => return Err(other.into()),
        }
    }
    let gone = formulier.text(REMOVE);
    if !gone.is_empty() {
        werk.open.haal_weg(form, gone).await?;
    }
    Ok(fouten)
}

/// The form as a page, with the files that were added so far: they may have come with it just now.
pub(super) async fn page(stap: &Gezinsstap, werk: &Werk, mut blad: Blad) -> Uitkomst {
    let form = stap.vorm.bestanden.filter(|_| blad.kan && !blad.voorbij).map(|of| of(stap.over));
    if let Some(form) = form {
        let added = werk.open.toegevoegd(form).await?;
        let groep = blad.vorm.groepen.first_mut().filter(|_| !added.is_empty());
        if let Some(groep) = groep {
            let of = |bijlage: &Bijlage| Toegevoegd {
                link: link(werk, bijlage),
                naam: bijlage.naam.clone(),
                blob: bijlage.blob.clone(),
                weg: stap.zeg(mijn::inleveren_weghalen()),
            };
            let told = Blok::Weetje(stap.zeg(mijn::inleveren_toegevoegd()));
            groep.blokken.extend([told, Blok::Documenten(added.iter().map(of).collect())]);
        }
    }
    Ok(blad.answer())
}

/// A document of a file, to look at.
pub(super) fn link(werk: &Werk, bijlage: &Bijlage) -> Link {
    Link::new(bijlage.naam.as_str(), werk.adres(&format!("bijlage/{}", bijlage.blob)))
}

/// What a parent handed in, whatever it is for.
pub(super) struct Ingeleverd<'a> {
    /// Who, by number in the file.
    pub(super) persoon: u32,
    pub(super) op: Date,
    pub(super) wijze: Inleverwijze,
    pub(super) woorden: &'a str,
    pub(super) bijlagen: &'a [Bijlage],
}

impl<'a> From<&'a Gedaan<InformatieIngeleverd>> for Ingeleverd<'a> {
    fn from(given: &'a Gedaan<InformatieIngeleverd>) -> Self {
        let InformatieIngeleverd { persoon, wijze, woorden, bijlagen, .. } = &**given;
        Self { persoon: *persoon, op: given.op, wijze: *wijze, woorden, bijlagen }
    }
}

impl<'a> From<&'a Gedaan<AanvullingIngeleverd>> for Ingeleverd<'a> {
    fn from(given: &'a Gedaan<AanvullingIngeleverd>) -> Self {
        let AanvullingIngeleverd { persoon, wijze, woorden, bijlagen, .. } = &**given;
        Self { persoon: *persoon, op: given.op, wijze: *wijze, woorden, bijlagen }
    }
}

impl Ingeleverd<'_> {
    /// Who handed it in, and when, to who reads the file.
    pub(super) fn kop(&self, werk: &Werk) -> String {
        let taal = werk.kijker.taal();
        let known = werk.beeld().mensen.iter().find(|persoon| persoon.nr == self.persoon);
        let wie = known.map_or_else(|| taal.zeg(zaak::een_ouder()), |persoon| persoon.naam.clone());
        let op = day_in(taal, self.op, werk.vandaag());
        taal.zeg(match self.wijze {
            Inleverwijze::Hier => zaak::OuderLeverdeIn { wie: &wie, op: &op }.tekst(),
            Inleverwijze::Papier => zaak::OuderGeeftOpPapier { wie: &wie, op: &op }.tekst(),
        })
    }

    /// The same with what was typed, and the documents to look at.
    pub(super) fn regels(&self, werk: &Werk) -> Vec<Inhoud> {
        let told = Inhoud::from(self.kop(werk));
        let told = if self.woorden.is_empty() { told } else { told.above(self.woorden) };
        let documents = self.bijlagen.iter().map(|bijlage| link(werk, bijlage).into());
        std::iter::once(told).chain(documents).collect()
    }

    /// To the parent who handed it in: at which school, what was typed, and the names of the files.
    pub(super) fn gezegd(&self, school: &str, taal: Taal) -> Gezegd {
        let dag = self.op;
        let told = match self.wijze {
            Inleverwijze::Hier => mijn::ULeverdeIn { dag, school }.tekst(),
            Inleverwijze::Papier => mijn::UGeeftOpPapier { dag, school }.tekst(),
        };
        Gezegd::new(taal.zeg(told), &self.words())
    }

    /// What was typed, and the names of the files.
    pub(super) fn words(&self) -> String {
        let names = self.bijlagen.iter().map(|bijlage| bijlage.naam.as_str()).collect::<Vec<_>>().join(", ");
        let parts = [self.woorden.trim(), names.as_str()].into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join("\n\n")
    }
}
