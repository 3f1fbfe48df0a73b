//! Reasons of a decision for somebody from whom it is secret where the child is: whoever wrote them reads them with that person in mind, and
//! says that they may go to them as they are.

use app::concepten::Formulier as Formuliernaam;
use app::dossiers::Uitgevoerd;
use app::inzage::Doel;
use app::vrijgave::VrijTeGeven;
use dossier::opdracht::Opdrachtnaam;
use dossier::toegang::Deel;
use teksten::Taal;
use web_base::error::Fout;
use web_base::form::Formulier;
use web_base::onderdelen::Veld;

use crate::paginas::woorden::capital;
use crate::weg::Stap;
use crate::weg::vorm::{Groep, Vorm};
use crate::weg::werk::Werk;

/// One text, with for whom it can be released.
pub(super) struct Vrijgeven {
    tekst: VrijTeGeven,
}

impl Vrijgeven {
    /// The text in this fact.
    pub(super) fn find(werk: &Werk, volgnummer: u64) -> Result<Self, Fout> {
        let texts = werk.open.vrij_te_geven();
        let found = texts.into_iter().find(|tekst| tekst.volgnummer == volgnummer);
        Ok(Self { tekst: found.ok_or(Fout::NietGevonden)? })
    }
}

impl Stap for Vrijgeven {
    fn opdracht(&self) -> Opdrachtnaam {
        Opdrachtnaam::GeefTekstVrij
    }

    fn formulier(&self) -> Option<Formuliernaam> {
        Some(Formuliernaam::of(self.opdracht(), self.over()))
    }

    fn over(&self) -> Option<u64> {
        Some(self.tekst.volgnummer)
    }

    fn doel(&self) -> Doel {
        Doel::Formulier
    }

    fn toont(&self, _werk: &Werk) -> Vec<Deel> {
        vec![self.tekst.deel]
    }

    fn titel(&self) -> String {
        "Redenen vrijgeven".to_owned()
    }

    fn vorm(&self, _werk: &Werk, _getypt: &Formulier) -> Vorm {
        let about = Groep::new(capital(&Taal::Nl.zeg(&self.tekst.zin)));
        let written = self.tekst.redenen.lines().filter(|line| !line.trim().is_empty());
        let about = written.fold(about, |groep, line| groep.tekst(line.to_owned()));
        let who = Groep::new("Voor wie mag deze tekst zo?")
            .tekst("Voor wie hieronder staat, is geheim waar het kind is. In de brief aan die persoon staan deze redenen daarom niet. Lees ze alsof u die persoon bent. Staat er iets in waaraan te zien is waar het kind is, ook een straat, een bushalte of een naam die alleen de buurt kent? Vink dan niets aan.")
            .tekst("Wie u aanvinkt, leest de redenen op de eigen pagina en krijgt de brief opnieuw, met de redenen erin.");
        let who = self.tekst.voor.iter().fold(who, |groep, (nr, naam)| {
            let words = format!("Deze tekst mag zo ook naar {naam}: er staat niets in over waar het kind is");
            groep.veld(Veld::checkbox(&format!("voor_persoon_{nr}"), words))
        });
        Vorm::new("Vrijgeven").groep(about).groep(who)
    }

    fn terug(&self) -> Option<(String, String)> {
        Some(("Gegevens".to_owned(), "gegevens".to_owned()))
    }

    fn na(&self, werk: &Werk, _uitgevoerd: &Uitgevoerd) -> String {
        werk.adres("gegevens?na=vrijgegeven")
    }
}
