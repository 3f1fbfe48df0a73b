//! The questions of a request as a form shows them: in which of the four parts each one stands, and how it is
//! answered. What is asked at all comes from the checklist: the law and the SWV's own questions.

use app::aanvraag::Aanvraagformulier;
use base::dates::long_nl;
use base::{Date, DossierNummer};
use dossier::staat::TlvAanvraag;
use dossier::tlv::checklist::{Punt, Stand, Stemvraag};
use dossier::tlv::feiten::Herkomst;
use recht::{Waarde, Wet};
use web_base::onderdelen::{Bronlink, Fouten, Link, Optie, Veld};

use super::tekst::Tekst;
use crate::weg::Blad;
use crate::weg::concept::Collega;

/// One of the four parts of a request.
pub(super) struct Vraagdeel {
    pub(super) kop: &'static str,
    codes: &'static [&'static str],
}

/// The four parts, in the order in which a reader needs them.
pub(super) const DELEN: [Vraagdeel; 4] = [
    Vraagdeel {
        kop: "Wat heeft het kind nodig?",
        codes: &["ondersteuningsbehoefte", "iq", "leerachterstand", "korter_dan_een_jaar_in_nederland"],
    },
    Vraagdeel {
        kop: "Wat is er gedaan, en wat kwam daarvan?",
        codes: &[
            "inzet_tot_nu_toe",
            "ontwikkelingsperspectief",
            "ontwikkelingsperspectief_vo",
            "onderwijskundig_rapport",
            "onderwijskundig_rapport_lwoo",
        ],
    },
    Vraagdeel { kop: "Wat vragen wij?", codes: &[] },
    Vraagdeel {
        kop: "Wat vinden ouders en leerling?",
        codes: &[
            "zienswijze_ouders",
            "zienswijze_ouders_pro",
            "zienswijze_ouders_lwoo",
            "instemming_ouders",
            "instemming_ouders_pro",
            "inbreng_leerling",
        ],
    },
];

/// Where the questions stand that no part names: what is asked, and what the SWV asks besides.
pub(super) const OTHER_PART: usize = 2;
/// Place of what parents and pupil say.
pub(super) const OWN_WORDS: usize = 3;

/// Place of a question in [`DELEN`].
pub(super) fn part_of(code: &str) -> usize {
    DELEN.iter().position(|deel| deel.codes.contains(&code)).unwrap_or(OTHER_PART)
}

/// How a question is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Vorm {
    /// In words.
    Tekst,
    /// In one line.
    Regel,
    /// By choosing a funding category.
    Categorie,
    /// Yes or no.
    JaNee,
    /// By adding a document, or with the day on which it came on paper.
    Document,
    /// By what parents or pupil say, which has a page of its own; words only to say that nothing came.
    Zienswijze,
    /// By each parent's own yes: never typed here.
    Instemming,
    /// By the program.
    Vast,
}

fn form_of(code: &str) -> Vorm {
    match code {
        "aanvrager_bevoegd_gezag" | "aanvrager_bevoegd_gezag_vo" | "bevoegd_samenwerkingsverband" => {
            Vorm::Vast
        }
        "gevraagde_categorie" => Vorm::Categorie,
        "gevraagde_periode" | "iq" => Vorm::Regel,
        "korter_dan_een_jaar_in_nederland" => Vorm::JaNee,
        "ontwikkelingsperspectief"
        | "ontwikkelingsperspectief_vo"
        | "onderwijskundig_rapport"
        | "onderwijskundig_rapport_lwoo" => Vorm::Document,
        other => match Stemvraag::of(other) {
            Some(Stemvraag::Instemming) => Vorm::Instemming,
            Some(Stemvraag::Ouders | Stemvraag::Leerling) => Vorm::Zienswijze,
            None => Vorm::Tekst,
        },
    }
}

/// A question that can be typed or chosen in this form.
pub(super) fn is_typed(code: &str) -> bool {
    !matches!(form_of(code), Vorm::Vast | Vorm::Document | Vorm::Instemming)
}

/// What can be kept of a question in this form: what is typed, and the day on which a document came on paper.
pub(super) fn is_kept(code: &str) -> bool {
    is_typed(code) || form_of(code) == Vorm::Document
}

/// A document can stand with a question.
pub(crate) fn takes_documents(code: &str) -> bool {
    !matches!(form_of(code), Vorm::Vast | Vorm::Categorie | Vorm::JaNee)
}

/// A question with everything around it.
pub(super) struct Vraagblok {
    pub(super) id: String,
    pub(super) code: String,
    pub(super) vraag: String,
    pub(super) toelichting: String,
    pub(super) bron: Option<Bronlink>,
    pub(super) bekend: Option<Bekendblok>,
    /// What another school answered when it asked before, to take over what still holds.
    pub(super) vorig: Option<Vorigblok>,
    pub(super) niet_nodig: Option<String>,
    pub(super) veld: Option<Veld>,
    pub(super) collega: Option<String>,
    pub(super) bijlagen: Vec<Bijlageblok>,
    pub(super) bestand: Option<Veld>,
    pub(super) papier: Option<Veld>,
    pub(super) zienswijze: Option<Link>,
    pub(super) voorleggen: Option<Link>,
    /// What some said already, while others have not.
    pub(super) gezegd: Vec<String>,
}

/// What the file knows already.
pub(super) struct Bekendblok {
    pub(super) waarde: Tekst,
    pub(super) herkomst: String,
    pub(super) verbeter: Link,
}

/// What was answered in the request that this one renews.
pub(super) struct Vorigblok {
    pub(super) waarde: Tekst,
    pub(super) herkomst: String,
}

/// A document that was added.
pub(super) struct Bijlageblok {
    pub(super) link: Link,
    pub(super) blob: String,
    pub(super) naam: String,
}

/// What every question of one form shares.
pub(super) struct Vraagkader<'a> {
    /// What can be added, in words.
    pub(super) limieten: String,
    pub(super) nummer: &'a DossierNummer,
    pub(super) formulier: &'a Aanvraagformulier,
    /// The request that it renews, as far as the school reads it.
    pub(super) vorige: Option<&'a TlvAanvraag>,
    pub(super) blad: &'a Blad,
    pub(super) collegas: &'a [Collega],
    pub(super) wet: &'a Wet,
    pub(super) on: Date,
}

impl Vraagkader<'_> {
    /// The questions of one part.
    pub(super) fn part(&self, index: usize) -> Vec<Vraagblok> {
        let punten = self.formulier.checklist.punten.iter().filter(|punt| part_of(&punt.code) == index);
        punten.map(|punt| self.question(punt)).collect()
    }

    fn question(&self, punt: &Punt) -> Vraagblok {
        let code = punt.code.as_str();
        let vorm = form_of(code);
        let needless = match &punt.stand {
            Stand::NietNodig(reden) => Some(teksten::Taal::Nl.zeg(reden)),
            Stand::Ingevuld | Stand::Bekend(_) | Stand::Gezegd(_) | Stand::Ontbreekt => None,
        };
        let asked = needless.is_none();
        let veld = (asked && is_typed(code) && !punt.eigen_woorden).then(|| self.field(punt, vorm));
        let open = asked && !matches!(punt.stand, Stand::Bekend(_));
        let views = asked && matches!(vorm, Vorm::Zienswijze | Vorm::Instemming);
        Vraagblok {
            id: Veld::id_of(code),
            code: code.to_owned(),
            vraag: punt.vraag.clone(),
            toelichting: punt.toelichting.clone(),
            bron: punt.vindplaats.as_ref().map(|place| Bronlink::on(place, self.on)),
            bekend: self.known(punt),
            vorig: veld.as_ref().filter(|_| open).and_then(|_| self.earlier(code)),
            niet_nodig: needless,
            collega: self.collegas.iter().find(|collega| collega.veld == code).map(Collega::line),
            veld,
            bijlagen: self.documents(code),
            bestand: (asked && takes_documents(code)).then(|| self.file(code)),
            papier: (open && vorm == Vorm::Document).then(|| self.paper(code)),
            gezegd: punt.gezegd.clone(),
            voorleggen: (views && !self.formulier.is_leeg()).then(|| {
                Link::new("Laten lezen aan ouders en leerling", format!("{}/voorleggen", self.address()))
            }),
            zienswijze: views.then(|| {
                Link::new(
                    "Vastleggen wat ouders of leerling zeggen",
                    format!("{}/zienswijze", self.address()),
                )
            }),
        }
    }

    fn address(&self) -> String {
        super::address(self.nummer, self.formulier.aanvraag.nr)
    }

    /// What another school saw of the child is asked anew, and is there to read: whoever asks now stands for what they take over of it.
    fn earlier(&self, code: &str) -> Option<Vorigblok> {
        let vorige = self.vorige?;
        let said = vorige
            .antwoorden
            .iter()
            .find(|antwoord| antwoord.vraag == code && !antwoord.waarde.is_empty())?;
        let herkomst = format!(
            "Wat {} schreef op {}. Neem over wat u ook nu ziet.",
            vorige.schoolnaam,
            long_nl(vorige.ontvangen_op.unwrap_or(vorige.gestart_op))
        );
        Some(Vorigblok { waarde: Tekst::of(&said.waarde), herkomst })
    }

    fn known(&self, punt: &Punt) -> Option<Bekendblok> {
        let Stand::Bekend(bekend) = &punt.stand else { return None };
        let omschrijving = match &bekend.herkomst {
            Herkomst::Dossier { omschrijving, .. } => omschrijving.as_str(),
            Herkomst::Getypt => "getypt in deze aanvraag",
        };
        Some(Bekendblok {
            waarde: Tekst::of(&bekend.waarde),
            herkomst: format!("Uit het dossier: {omschrijving}."),
            verbeter: self.way_to_correct(punt, &bekend.herkomst).spoken(format!("bij: {}", punt.vraag)),
        })
    }

    /// Where a known value can be put right: at its source, never only here.
    fn way_to_correct(&self, punt: &Punt, herkomst: &Herkomst) -> Link {
        let earlier = self.formulier.aanvraag.verlenging_van;
        match (form_of(&punt.code), herkomst, earlier) {
            (Vorm::Zienswijze | Vorm::Instemming, ..) => {
                Link::new("Nieuwe woorden vastleggen", format!("{}/zienswijze", self.address()))
            }
            (Vorm::Vast, ..) => Link::new("Gegevens van het kind", format!("/kind/{}/gegevens", self.nummer)),
            (_, Herkomst::Dossier { omschrijving, .. }, Some(nr))
                if omschrijving.starts_with("vorige aanvraag") =>
            {
                Link::new("De vorige aanvraag bekijken", super::address(self.nummer, nr))
            }
            (_, Herkomst::Dossier { volgnummer, .. }, _) => {
                Link::new("De bron verbeteren", format!("/kind/{}/verbeteren/{volgnummer}", self.nummer))
            }
            (_, Herkomst::Getypt, _) => Link::new("Naar het kind", format!("/kind/{}", self.nummer)),
        }
    }

    fn field(&self, punt: &Punt, vorm: Vorm) -> Veld {
        let code = punt.code.as_str();
        let vraag = punt.vraag.as_str();
        let veld = match vorm {
            Vorm::Regel => Veld::text(code, vraag).hint(example(code)),
            Vorm::Categorie => Veld::radio(code, vraag, category_answers(self.wet, self.on)),
            Vorm::JaNee => Veld::radio(code, vraag, vec![Optie::new("ja", "Ja"), Optie::new("nee", "Nee")]),
            Vorm::Zienswijze => Veld::textarea(code, "Of: er kwam niets", 2)
                .hint("Is er niets ontvangen? Schrijf op wanneer en hoe het is gevraagd."),
            Vorm::Tekst | Vorm::Document | Vorm::Instemming | Vorm::Vast => Veld::textarea(code, vraag, 6),
        };
        let veld = if !punt.toelichting.is_empty() && vorm != Vorm::Zienswijze {
            veld.hint(punt.toelichting.as_str())
        } else {
            veld
        };
        let veld = if punt.blokkeert { veld.required() } else { veld };
        veld.value(self.blad.formulier.text(code)).error(self.fouten().of(code))
    }

    fn file(&self, code: &str) -> Veld {
        let naam = super::bijlagen::field_name(code);
        Veld::file(&naam, "Document toevoegen", super::bijlagen::KINDS, true)
            .hint(self.limieten.as_str())
            .error(self.fouten().of(&naam))
    }

    fn paper(&self, code: &str) -> Veld {
        Veld::text(code, "Of: op papier ontvangen op (dag)")
            .hint("Bijvoorbeeld: 12-10-2026.")
            .value(self.blad.formulier.text(code))
            .error(self.fouten().of(code))
    }

    fn fouten(&self) -> &Fouten {
        &self.blad.fouten
    }

    fn documents(&self, code: &str) -> Vec<Bijlageblok> {
        let of_question = self.formulier.bijlagen.iter().filter(|bijlage| bijlage.vraag == code);
        of_question
            .map(|bijlage| Bijlageblok {
                link: Link::new(
                    bijlage.naam.as_str(),
                    format!("/kind/{}/bijlage/{}", self.nummer, bijlage.blob),
                ),
                blob: bijlage.blob.clone(),
                naam: bijlage.naam.clone(),
            })
            .collect()
    }
}

fn example(code: &str) -> &'static str {
    match code {
        "gevraagde_periode" => "Bijvoorbeeld: van 1 aug 2027 tot en met 31 jul 2029.",
        "iq" => "Bijvoorbeeld: 71, gemeten op 12-10-2026 met de WISC-V.",
        _ => "",
    }
}

/// The funding categories of the law: the number with its word.
pub(in crate::paginas) fn categories(wet: &Wet, on: Date) -> Vec<(u8, String)> {
    let codes = match wet.parameter("tlv.categorieen", on) {
        Ok(parameter) => match &parameter.waarde {
            Waarde::Lijst(codes) => codes.clone(),
            Waarde::Getal(_) | Waarde::Decimaal(..) | Waarde::MaandDag { .. } => Vec::new(),
        },
        Err(_) => Vec::new(),
    };
    let word = |code: u8| match code {
        1 => "1 (laag)".to_owned(),
        2 => "2 (midden)".to_owned(),
        3 => "3 (hoog)".to_owned(),
        other => other.to_string(),
    };
    codes.iter().filter_map(|code| code.parse().ok()).map(|code: u8| (code, word(code))).collect()
}

fn category_answers(wet: &Wet, on: Date) -> Vec<Optie> {
    categories(wet, on)
        .into_iter()
        .map(|(_, word)| Optie::new(format!("categorie {word}"), format!("Categorie {word}")))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_question_of_the_law_has_its_part_and_the_rest_stands_with_what_is_asked() {
        assert_eq!(part_of("ondersteuningsbehoefte"), 0);
        assert_eq!(part_of("inzet_tot_nu_toe"), 1);
        assert_eq!(part_of("gevraagde_categorie"), 2);
        assert_eq!(part_of("swv_zwem"), 2);
        assert_eq!(part_of("inbreng_leerling"), 3);
    }

    #[test]
    fn the_agreement_of_parents_is_never_typed_by_a_school() {
        assert!(!is_typed("instemming_ouders_pro"));
        assert!(takes_documents("instemming_ouders_pro"));
        assert!(
            !is_typed("bevoegd_samenwerkingsverband") && !takes_documents("bevoegd_samenwerkingsverband")
        );
    }
}
