//! The letter of the decision on a TLV, which goes out when it is made known (R2.3–R2.8).

use std::collections::BTreeSet;

use base::{Date, Sector};
use documents::{
    BesluitTlv, Bezwaarclausule, Categoriewijziging, Deskundigenadvies, Lezer, NietLeeg, Ontvanger,
    Rechtsgrond, Tekst, Tlvbesluit,
};
use dossier::Berekening;
use dossier::leven::gezag::is_zelfde_nummer;
use dossier::leven::stem::Stem;
use dossier::opdracht::regels::{sector_of_tlv, sector_of_verband};
use dossier::soort::{SwvGrond, TlvSoort};
use dossier::staat::{Besluit, Persoon, TlvAanvraag};
use dossier::tlv::besluitfeiten::Bekendgemaakt;
use dossier::tlv::feiten::{AdviesUitgebracht, Zienswijze};

use super::Conceptbrief;
use super::feiten::alle;
use super::motivering::Delen;
use super::schrijver::Schrijver;
use super::tlv::{advice, category, destination, verklaring};
use super::wetten::{Wetten, grond};
use super::woorden::{lijst, minstens_een, tekst};
use crate::AppError;

/// The rule of the objection term.
const BEZWAAR: &str = "bezwaar.termijnen";

/// Whose copy is being written.
struct Kopie {
    lezer: Lezer,
    /// The parent who reads, by number in the file.
    persoon: Option<u32>,
    /// It is secret from who reads where the child is: no word that somebody typed stands in this copy.
    afgeschermd: bool,
}

impl Schrijver<'_> {
    /// The decision, to everybody with authority and to the school.
    pub(super) fn besluit(&self, event: &Bekendgemaakt) -> Result<Vec<Conceptbrief>, AppError> {
        let aanvraag = self.aanvraag(event.aanvraag)?;
        let missing = || AppError::Letter("er is nog geen besluit".to_owned());
        let besluit = aanvraag.besluit.as_ref().ok_or_else(missing)?;
        let mut all = self.aan_ouders(|lezer| {
            let kopie =
                Kopie { lezer: Lezer::Ouders, persoon: lezer.persoon, afgeschermd: lezer.afgeschermd };
            self.decision_letter(&kopie, &lezer.ontvanger, aanvraag, besluit, event)
        })?;
        let school = Kopie { lezer: Lezer::School, persoon: None, afgeschermd: false };
        all.extend(
            self.aan_school(|ontvanger| self.decision_letter(&school, ontvanger, aanvraag, besluit, event))?,
        );
        all.extend(self.besluit_voor_leerling(aanvraag, besluit, event)?);
        all.extend(self.mededeling_afwijking(aanvraag, besluit, event)?);
        Ok(all)
    }

    fn decision_letter(
        &self,
        kopie: &Kopie,
        ontvanger: &Ontvanger,
        aanvraag: &TlvAanvraag,
        besluit: &Besluit,
        event: &Bekendgemaakt,
    ) -> Result<BesluitTlv, AppError> {
        let mut hoofd = self.hoofd_op(event.op, ontvanger, self.grounds(aanvraag, besluit, event)?)?;
        hoofd.afschrift_aan = self.ook_naar(kopie.lezer)?;
        // Whoever decided signs, and not whoever sends the letter (Awb 10:10).
        if let Some((naam, functie)) = self.decider()? {
            hoofd.afzender.ondertekenaar = naam;
            hoofd.afzender.functie = functie;
        }
        let besloten_door =
            self.omgeving.besluitnemer.as_ref().map(|(naam, rol)| {
                tekst(format!("{naam}, {}, namens {}", rol.label(), self.omgeving.afzender))
            });
        let delen = Delen::of(besluit.motivering());
        Ok(BesluitTlv {
            hoofd,
            verklaring: verklaring(aanvraag.soort),
            lezer: kopie.lezer,
            school: self.school()?,
            aanvraag_van: aanvraag.ontvangen_op.unwrap_or(event.op),
            besloten_op: besluit.op(),
            besloten_door: besloten_door.transpose()?,
            verband: tekst(self.partnership_with_code(aanvraag))?,
            bevoegd: tekst(self.why_competent(aanvraag))?,
            besluit: self.what_was_decided(kopie, aanvraag, besluit, event.op)?,
            wijziging: self.change(aanvraag)?,
            behoeften: self.needs(aanvraag, &delen, besluit.motivering())?,
            adviezen: self.advices(aanvraag)?,
            weging_adviezen: tekst(&delen.adviezen).ok(),
            afwijking: tekst(besluit.afwijking()).ok(),
            mening_ouders: self.view_of_parents(kopie, aanvraag)?,
            weging_meningen: tekst(&delen.meningen).ok(),
            niet_gewacht: tekst(besluit.eerder()).ok(),
            mening_kind: self.view_of_child(aanvraag)?,
            bezwaar: self.objection(kopie.lezer, (event.op, event.bezwaar_uiterlijk.uitkomst))?,
        })
    }

    /// Name and office of whoever decided; none where that account is gone.
    fn decider(&self) -> Result<Option<(Tekst, Tekst)>, AppError> {
        let known = self.omgeving.besluitnemer.as_ref();
        let named = known.map(|(naam, rol)| {
            Ok::<_, AppError>((
                tekst(naam)?,
                tekst(format!("{}, namens het samenwerkingsverband", rol.label()))?,
            ))
        });
        named.transpose()
    }

    /// What was asked, where it is another category of a declaration that runs.
    pub(super) fn change(&self, aanvraag: &TlvAanvraag) -> Result<Option<Categoriewijziging>, AppError> {
        let Some(asked) = &aanvraag.andere_categorie else { return Ok(None) };
        let running = self.aanvraag(asked.van)?;
        let Some((granted, now)) = running.verleend().and_then(|granted| Some((granted, granted.categorie?)))
        else {
            return Ok(None);
        };
        Ok(Some(Categoriewijziging {
            nummer: tekst(&granted.nummer)?,
            nu: tekst(category(now))?,
            gevraagd: tekst(category(asked.categorie))?,
        }))
    }

    fn grounds(
        &self,
        aanvraag: &TlvAanvraag,
        besluit: &Besluit,
        event: &Bekendgemaakt,
    ) -> Result<Vec<Rechtsgrond>, AppError> {
        let wetten = self.wetten();
        let mut grounds = vec![self.power(aanvraag.soort)?];
        grounds.extend(self.criteria(aanvraag)?);
        grounds.extend([grond(
            match sector_of_verband(aanvraag.soort) {
                // The WPO leaves to a decree which experts and how many.
                Sector::Po | Sector::So => {
                    "Deskundigen geven advies voordat het samenwerkingsverband beslist."
                }
                Sector::Vo => "Twee deskundigen geven advies voordat het samenwerkingsverband beslist.",
            },
            wetten.eis_besluit(aanvraag.soort, "twee_deskundigen"),
        )?]);
        if let Some(duur) = besluit.verleend().and_then(|granted| granted.geldigheid.as_ref()) {
            grounds.push(grond(
                "Een TLV geldt voor een of meer hele schooljaren.",
                wetten.plaats(&duur.berekening),
            )?);
        }
        grounds.push(grond(
            "Een besluit moet een goede uitleg hebben.",
            wetten.eis_besluit(aanvraag.soort, "motivering"),
        )?);
        if !besluit.afwijking().is_empty() {
            grounds.push(wetten.bepaling("tlv.afwijking_motiveren")?);
        }
        grounds.extend(self.objection_grounds(aanvraag, (event.op, &event.bezwaar_uiterlijk.berekening))?);
        Ok(grounds)
    }

    /// The partnership by name and code, the code once.
    fn partnership_with_code(&self, aanvraag: &TlvAanvraag) -> String {
        let (naam, code) = (&self.omgeving.afzender, aanvraag.swv.uitkomst.as_str());
        if naam.contains(code) { naam.clone() } else { format!("{naam} ({code})") }
    }

    /// Why this partnership decides and no other, without a place: not everybody who reads it may know where the child is.
    fn why_competent(&self, aanvraag: &TlvAanvraag) -> String {
        let kind = self.kind();
        if aanvraag.andere_categorie.is_some() {
            return "omdat wij de verklaring hebben gegeven.".to_owned();
        }
        match aanvraag.swv_grond {
            SwvGrond::Inschrijving => {
                format!("omdat {kind} is ingeschreven op een school die bij ons hoort.")
            }
            SwvGrond::Woonplaats => format!("omdat {kind} in ons gebied woont."),
            SwvGrond::Landelijk => {
                "omdat de school waar het om gaat bij ons hoort. Wij werken in het hele land.".to_owned()
            }
            SwvGrond::GevraagdeSchool => {
                format!("omdat {kind} in het buitenland woont en de school waar het om gaat bij ons hoort.")
            }
            SwvGrond::AanvragendeSchool => "omdat de school die de aanvraag deed bij ons hoort.".to_owned(),
        }
    }

    /// What the law asks for praktijkonderwijs and leerwegondersteunend onderwijs; nothing of the other kinds, for which each
    /// partnership has its own.
    fn criteria(&self, aanvraag: &TlvAanvraag) -> Result<Option<Rechtsgrond>, AppError> {
        let wetten = self.wetten();
        let side_route = answer(aanvraag, "iq").is_none();
        let rules = match aanvraag.soort {
            TlvSoort::Sbo | TlvSoort::So | TlvSoort::Vso => return Ok(None),
            TlvSoort::Pro if side_route => return wetten.bepaling("tlv.pro_zijroute").map(Some),
            TlvSoort::Pro => ["pro.iq_van", "pro.iq_tot_en_met", "pro.achterstand_van"],
            TlvSoort::Lwoo => ["lwoo.iq_van", "lwoo.iq_tot_en_met", "lwoo.achterstand_van"],
        };
        let [from, to, behind] = rules;
        let (from, to, behind) = (wetten.aantal(from)?, wetten.aantal(to)?, wetten.getal_in_woorden(behind)?);
        let areas = wetten.getal_in_woorden("achterstand.gebieden")?;
        let where_behind = format!(
            "op ten minste {areas} van de vier gebieden: inzichtelijk rekenen, begrijpend lezen, technisch lezen en spellen. Daarbij is ten minste een van de eerste twee."
        );
        let words = if aanvraag.soort == TlvSoort::Pro {
            format!(
                "Een leerling kan naar het praktijkonderwijs met een IQ van {from} tot en met {to} en een leerachterstand van ten minste {behind} {where_behind}"
            )
        } else {
            let (most, below) = (
                wetten.aantal("lwoo.iq_met_problematiek_tot_en_met")?,
                wetten.getal_in_woorden("lwoo.achterstand_tot")?,
            );
            format!(
                "Een leerling is aangewezen op leerwegondersteunend onderwijs met een IQ van {from} tot en met {to}, of tot en met {most} als sociaal-emotionele problemen het leren erg hinderen. Er is ook een leerachterstand van {behind} tot {below} {where_behind}"
            )
        };
        grond(words, wetten.artikel(rules[0])).map(Some)
    }

    /// By which provision the partnership decides (Awb 3:47 lid 2).
    fn power(&self, soort: TlvSoort) -> Result<Rechtsgrond, AppError> {
        let naam = match soort {
            TlvSoort::Sbo => "tlv.beslist_sbo",
            TlvSoort::So => "tlv.beslist_so",
            TlvSoort::Vso => "tlv.beslist_vso",
            TlvSoort::Pro => "tlv.beslist_pro",
            TlvSoort::Lwoo => "tlv.beslist_lwoo",
        };
        Wetten { sector: sector_of_tlv(soort), ..self.wetten() }.bepaling(naam)
    }

    /// What the law says of objecting to a decision that was made known on a day, with the computation of the last day.
    pub(super) fn objection_grounds(
        &self,
        aanvraag: &TlvAanvraag,
        (op, berekening): (Date, &Berekening),
    ) -> Result<Vec<Rechtsgrond>, AppError> {
        let wetten = self.wetten();
        let termijn = wetten.op(op).termijn_van(BEZWAAR, "indienen")?;
        let act = if aanvraag.swv.uitkomst.is_po() { "WPO" } else { "WVO 2020" };
        let committee = berekening.vindplaatsen.iter().find(|plaats| plaats.wet == act);
        let mut grounds = vec![
            grond(
                format!("Wie belang heeft bij het besluit, kan binnen {termijn} bezwaar maken."),
                berekening.vindplaats().cloned().unwrap_or_else(|| wetten.plaats_van(BEZWAAR)),
            )?,
            wetten.bepaling("bezwaar.begin")?,
            grond(
                "Een adviescommissie met een voorzitter van buiten het samenwerkingsverband geeft advies over het bezwaar.",
                committee.cloned().unwrap_or_else(|| wetten.plaats_in(BEZWAAR, act)),
            )?,
        ];
        // Before 2026 that was not so.
        grounds.extend(wetten.op(op).bepaling("bezwaar.digitaal").ok());
        Ok(grounds)
    }

    fn what_was_decided(
        &self,
        kopie: &Kopie,
        aanvraag: &TlvAanvraag,
        besluit: &Besluit,
        bekend: Date,
    ) -> Result<Tlvbesluit, AppError> {
        Ok(match besluit {
            Besluit::Verleend(granted) => Tlvbesluit::Verleend {
                nummer: tekst(&granted.nummer)?,
                schoolsoort: tekst(destination(aanvraag.soort))?,
                categorie: granted.categorie.map(|categorie| tekst(category(categorie))).transpose()?,
                // It has no effect before it was made known (Awb 3:40); a renewal follows on what the child has.
                gevraagde_categorie: aanvraag
                    .gevraagde_categorie()
                    .filter(|asked| aanvraag.andere_categorie.is_none() && granted.categorie != Some(*asked))
                    .filter(|_| granted.categorie.is_some())
                    .map(|asked| tekst(category(asked)))
                    .transpose()?,
                van: match aanvraag.verlenging_van {
                    Some(_) => granted.van,
                    None => granted.van.max(bekend),
                },
                tot_en_met: granted.tot_en_met,
                vervolg: match aanvraag.andere_categorie {
                    Some(_) => self.after_change(aanvraag)?,
                    None => self.with_end_by_age(
                        self.after_grant(kopie.lezer, aanvraag)?,
                        aanvraag.soort,
                        granted.tot_en_met,
                    )?,
                },
            },
            Besluit::Geweigerd(_) => Tlvbesluit::Geweigerd {
                gevraagd: tekst(destination(aanvraag.soort))?,
                vervolg: match aanvraag.andere_categorie {
                    Some(_) => self.after_no_change(aanvraag)?,
                    None => self.after_refusal(aanvraag)?,
                },
            },
        })
    }

    fn after_change(&self, aanvraag: &TlvAanvraag) -> Result<NietLeeg<Tekst>, AppError> {
        let (kind, school) = (self.kind(), &aanvraag.schoolnaam);
        lijst([
            format!(
                "{kind} blijft op {school}. Aan de plek verandert niets, en {kind} hoeft niet opnieuw te worden aangemeld."
            ),
            "De TLV van nu geldt tot en met de dag voordat deze ingaat.".to_owned(),
        ])
    }

    fn after_no_change(&self, aanvraag: &TlvAanvraag) -> Result<NietLeeg<Tekst>, AppError> {
        let (kind, school) = (self.kind(), &aanvraag.schoolnaam);
        lijst([
            format!("{kind} blijft op {school}, met de TLV die er al is. Daar verandert niets aan."),
            "Verandert er iets? Dan kan de school opnieuw om een andere categorie vragen.".to_owned(),
        ])
    }

    fn advices(&self, aanvraag: &TlvAanvraag) -> Result<NietLeeg<Deskundigenadvies>, AppError> {
        let given = alle(self.dossier, |advies: &AdviesUitgebracht| advies.aanvraag == aanvraag.nr);
        minstens_een(
            given.into_iter().map(|(op, advies)| advice(aanvraag, advies, op)).collect::<Result<_, _>>()?,
        )
    }

    /// What the parents think, in their own words: to each their own, to the school all.
    fn view_of_parents(&self, kopie: &Kopie, aanvraag: &TlvAanvraag) -> Result<Tekst, AppError> {
        let mensen = &self.dossier.personen;
        let views = latest_views(aanvraag, mensen);
        let is_reader = |nr: u32| kopie.persoon.is_some_and(|reader| is_zelfde_nummer(mensen, reader, nr));
        let own = views.iter().any(|(van, _)| is_reader(*van));
        if kopie.afgeschermd && own {
            return tekst("U heeft laten weten wat u ervan vindt. Uw woorden staan niet in deze brief.");
        }
        // How it was weighed is for whoever decided to write: a letter does not say so by itself.
        let weighed = "Hoe wij tot ons besluit kwamen, staat onder ‘Waarom?’.";
        let mut lines: Vec<String> = Vec::new();
        for (nr, view) in &views {
            match kopie.lezer {
                Lezer::School => lines.push(said(&self.name_of(*nr), view)),
                Lezer::Ouders if is_reader(*nr) => {
                    lines.push(if view.namens { said("u", view) } else { said("U", view) });
                }
                Lezer::Ouders => {}
            }
        }
        let others = views.len() - lines.len();
        if lines.is_empty() && others == 0 && !kopie.afgeschermd {
            lines.extend(
                answer(aanvraag, "zienswijze_ouders").map(|text| format!("In de aanvraag staat: {text}")),
            );
        }
        if others > 0 {
            lines.push("De andere ouder of voogd heeft ook laten weten wat die ervan vindt.".to_owned());
        }
        if lines.is_empty() {
            return tekst(match kopie.lezer {
                Lezer::Ouders => {
                    "Wij hebben hierover niets van u gekregen. Bent u het niet eens met ons besluit? Dan kunt u bezwaar maken."
                }
                Lezer::School => "Wij hebben hierover niets gekregen.",
            });
        }
        lines.push(weighed.to_owned());
        tekst(lines.join("\n"))
    }

    fn name_of(&self, nr: u32) -> String {
        self.dossier.persoon(nr).map_or_else(|| "een ouder".to_owned(), |persoon| persoon.naam.clone())
    }

    /// What the child thinks, in own words.
    fn view_of_child(&self, aanvraag: &TlvAanvraag) -> Result<Option<Tekst>, AppError> {
        let own = aanvraag.zienswijzen_van(Stem::Leerling, &self.dossier.personen).next();
        let words = own.map(|view| said(self.kind(), view)).or_else(|| {
            let written = answer(aanvraag, "inbreng_leerling").map(quoted)?;
            Some(format!("De school schreef op wat {} zei: {written}", self.kind()))
        });
        words.map(tekst).transpose()
    }

    /// How to object to a decision that is sent on a day, and the last day to do so.
    pub(super) fn objection(
        &self,
        lezer: Lezer,
        (op, uiterlijk): (Date, Date),
    ) -> Result<Bezwaarclausule, AppError> {
        let hulp = match lezer {
            Lezer::Ouders => self.hulp()?,
            Lezer::School => minstens_een(vec![self.consulent()?])?,
        };
        let commissie = self.wetten().op(op).termijn_van(BEZWAAR, "beslissen")?;
        Ok(Bezwaarclausule {
            bij: self.where_to_object()?,
            termijn: self.wetten().op(op).termijn_van(BEZWAAR, "indienen")?,
            verzonden_op: op,
            uiterlijk,
            inhoud: lijst([
                "uw naam en adres".to_owned(),
                "de datum waarop u schrijft".to_owned(),
                format!("over welk besluit het gaat (noem nummer {})", self.dossier.nummer),
                "waarom u het er niet mee eens bent".to_owned(),
                "uw handtekening".to_owned(),
            ])?,
            schorst: false,
            hoorzitting: lijst([
                "Een commissie met een voorzitter die niet bij ons werkt, nodigt u uit voor een gesprek. Dat \
                 heet een hoorzitting. U kunt daar vertellen wat u vindt. Soms is een hoorzitting niet nodig. \
                 De commissie geeft ons advies."
                    .to_owned(),
                format!(
                    "Daarna beslissen wij opnieuw, binnen {commissie} nadat de tijd om bezwaar te \
                    maken voorbij is. De wet laat toe dat het langer duurt. Dan laten wij u dat weten."
                ),
            ])?,
            spoed: Some(self.voorlopige_voorziening()?),
            hulp,
        })
    }

    pub(super) fn where_to_object(&self) -> Result<Tekst, AppError> {
        let swv = &self.omgeving.afzender;
        let postadres = self.omgeving.beleid.postadres.trim();
        if !postadres.is_empty() {
            return tekst(format!("{swv}, {postadres}"));
        }
        match self.omgeving.beleid.telefoon_loket.trim() {
            "" => tekst(swv),
            number => tekst(format!("{swv}. Het postadres krijgt u bij het loket: {number}")),
        }
    }
}

/// What every person said last, each once, in order of number.
fn latest_views<'a>(aanvraag: &'a TlvAanvraag, mensen: &[Persoon]) -> Vec<(u32, &'a Zienswijze)> {
    let persons: BTreeSet<u32> = aanvraag.zienswijzen.iter().filter_map(|view| view.van.persoon()).collect();
    let mut all: Vec<(u32, &Zienswijze)> = Vec::new();
    for nr in persons {
        let known = all.iter().any(|(known, _)| is_zelfde_nummer(mensen, *known, nr));
        let last = aanvraag.zienswijzen_van(Stem::Persoon(nr), mensen).next();
        all.extend(last.filter(|_| !known).map(|last| (nr, last)));
    }
    all
}

/// Who said it, where it is not the person's own writing.
fn said(who: &str, view: &Zienswijze) -> String {
    let words = in_words(view);
    if view.namens {
        format!("De school schreef op wat {who} vindt: {words}")
    } else {
        format!("{who} zei: {words}")
    }
}

/// Own words between quotes; where there are none, whether they agree.
fn in_words(view: &Zienswijze) -> String {
    match (view.tekst.trim(), view.eens) {
        ("", Some(true)) => "eens met de aanvraag.".to_owned(),
        ("", Some(false)) => "niet eens met de aanvraag.".to_owned(),
        ("", None) => "geen mening.".to_owned(),
        (words, _) => quoted(words),
    }
}

fn quoted(words: &str) -> String {
    format!("‘{}’", words.trim())
}

/// What the school answered to a question of the law; codes of secondary education begin the same.
pub(super) fn answer<'a>(aanvraag: &'a TlvAanvraag, code: &str) -> Option<&'a str> {
    let found = aanvraag.antwoorden.iter().find(|antwoord| antwoord.vraag.starts_with(code));
    found.map(|antwoord| antwoord.waarde.as_str()).filter(|waarde| !waarde.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(van: Stem, tekst: &str, eens: Option<bool>) -> Zienswijze {
        let op = base::Date::constant(2026, 3, 1);
        Zienswijze { van, op, tekst: tekst.to_owned(), eens, namens: false, over: None }
    }

    #[test]
    fn a_view_without_words_says_whether_they_agree() {
        let persoon = Stem::Persoon(1);
        assert_eq!(in_words(&view(persoon, " Goed plan. ", Some(false))), "‘Goed plan.’");
        assert_eq!(in_words(&view(persoon, "", Some(false))), "niet eens met de aanvraag.");
    }
}
