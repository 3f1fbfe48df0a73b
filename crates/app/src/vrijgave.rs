//! Reasons that somebody releases for a parent from whom it is secret where the child is: none by which that parent finds it. No list knows every
//! bus stop, so whoever releases reads the text with that parent in mind; what the file and the registers know is looked for here.

use std::collections::BTreeSet;

use base::{Date, OrganisatieId, Organisatiesoort};
use dossier::opdracht::Opdracht;
use dossier::toegang::Deel;
use dossier::{Dossier, Refusal};
use teksten::Tekst;

use crate::brieven::{
    DE_SCHOOL, EEN_MEDEWERKER, NIET_VERMELD, Woordenlijst, places_of, surname, with_street,
};
use crate::geopend::Geopend;
use crate::kind::Namen;
use crate::{App, AppError, Moment, geheim};

/// Words in names of schools that name none.
const ALGEMEEN: [&str; 26] = [
    "basisschool",
    "school",
    "sbo",
    "so",
    "vso",
    "bs",
    "obs",
    "cbs",
    "rkbs",
    "de",
    "het",
    "een",
    "college",
    "lyceum",
    "praktijkschool",
    "speciale",
    "openbare",
    "christelijke",
    "katholieke",
    "locatie",
    "voor",
    "van",
    "en",
    "in",
    "op",
    "te",
];

impl App {
    /// Refuses to release a text in which stands what leads to a place that is secret from its reader, and says which word that is.
    pub(crate) async fn weiger_verraad(
        &self,
        dossier: &Dossier,
        opdracht: &Opdracht,
        moment: Moment,
    ) -> Result<(), AppError> {
        let Opdracht::GeefTekstVrij(act) = opdracht else { return Ok(()) };
        let text = dossier.feit(act.volgnummer).and_then(|feit| dossier.redenen_in(feit));
        let Some(text) = text else { return Ok(()) };
        for nr in &act.voor_personen {
            let mut namen = Namen::new();
            let mut meer = self.wie_er_werkt(dossier).await?;
            meer.extend(woonplaats(dossier));
            meer.extend(dossier.schoolnamen().iter().flat_map(|naam| delen_van_naam(naam)));
            for organisatie in geheim::plaatsen(dossier, Some(*nr)) {
                if let Some(vestiging) = organisatie.vestiging() {
                    let school = self.school(&vestiging, moment.vandaag).await?;
                    meer.extend(school.iter().flat_map(|school| delen_van_naam(&school.naam)));
                    let places = school.iter().flat_map(places_of);
                    meer.extend(places.map(|place| (place, NIET_VERMELD)));
                }
                let naam = self.organisatie_naam(&organisatie, moment.vandaag).await?;
                namen.insert(organisatie, naam);
            }
            let naam = |id: &OrganisatieId| namen.get(id).cloned();
            if let Some(woord) = geheim::verraadt(dossier, *nr, naam, meer, &text) {
                let reden = teksten::algemeen::TekstVerraadt { woord: &woord }.tekst();
                let refusal = Refusal::field("voor_personen", reden);
                return Err(refusal.instead(teksten::algemeen::tekst_anders_schrijven()).into());
            }
        }
        Ok(())
    }

    /// Who wrote in the file for their work: whoever looks them up finds where the child is.
    async fn wie_er_werkt(&self, dossier: &Dossier) -> Result<Woordenlijst, AppError> {
        let family = |organisatie: &OrganisatieId| organisatie.kind() == Organisatiesoort::Gezin;
        let feiten = dossier.feiten.iter().filter(|feit| !family(&feit.actor.organisatie));
        let working: BTreeSet<_> = feiten.map(|feit| feit.actor.persoon.clone()).collect();
        let mut found = Woordenlijst::new();
        for persoon in working {
            if let Some(account) = self.storage.account(&persoon).await? {
                found.insert(surname(&account.naam), EEN_MEDEWERKER);
                found.insert(account.naam, EEN_MEDEWERKER);
            }
        }
        Ok(found)
    }
}

/// The words of the name of a school by which one knows which it is: whoever writes says `de Regenboog`.
fn delen_van_naam(naam: &str) -> Woordenlijst {
    let words = naam.split(|c: char| !c.is_alphanumeric());
    let own = words.filter(|word| !ALGEMEEN.contains(&word.to_lowercase().as_str()));
    own.map(|word| (word.to_owned(), DE_SCHOOL)).collect()
}

/// Where the child lives.
fn woonplaats(dossier: &Dossier) -> Woordenlijst {
    let adres = dossier.leerling.iter().map(|leerling| &leerling.adres);
    let words = adres.flat_map(|adres| {
        let postcode = adres.postcode.iter().map(ToString::to_string);
        with_street(&adres.straat).into_iter().chain([adres.plaats.clone()]).chain(postcode)
    });
    words.map(|word| (word, NIET_VERMELD)).collect()
}

/// Reasons that somebody can release, and for whom.
#[derive(Debug, Clone)]
pub struct VrijTeGeven {
    /// Number of the fact in which they stand.
    pub volgnummer: u64,
    /// The part of the file that shows it.
    pub deel: Deel,
    /// What it says of itself.
    pub zin: Tekst,
    /// When.
    pub op: Date,
    /// As they were written.
    pub redenen: String,
    /// From whom the places are secret who may have them, by number and name.
    pub voor: Vec<(u32, String)>,
}

impl Geopend {
    /// For whom reasons that are written now can be released with them, by number and name: nobody where nothing is secret.
    pub fn vrij_te_geven_aan(&self) -> Vec<(u32, String)> {
        let nrs = self.dossier.leest_zonder_plaatsen(self.moment.vandaag).into_iter();
        nrs.filter_map(|nr| Some((nr, self.dossier.persoon(nr)?.naam.clone()))).collect()
    }

    /// The reasons that whoever has this file open can release now, newest first.
    pub fn vrij_te_geven(&self) -> Vec<VrijTeGeven> {
        let own = self.dossier.vrij_te_geven(&self.kijker.actor.organisatie).into_iter();
        let seen = own.filter(|(feit, _)| self.recht.leest_feit(&self.dossier, feit));
        let told = seen.filter_map(|(feit, voor)| {
            let gebeurtenis = feit.gebeurtenis()?;
            let named = voor.into_iter().filter_map(|nr| Some((nr, self.dossier.persoon(nr)?.naam.clone())));
            Some(VrijTeGeven {
                volgnummer: feit.volgnummer,
                deel: gebeurtenis.deel(),
                zin: gebeurtenis.zin(),
                op: feit.on,
                redenen: self.dossier.redenen_in(feit)?,
                voor: named.collect(),
            })
        });
        told.collect()
    }
}
