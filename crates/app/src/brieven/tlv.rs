//! Letters of a request for a TLV before the decision (R2.7, R2.9).

use base::{Date, dates};
use documents::{
    Adviseur, AfschriftDeskundigenadvies, BerichtVanVertraging, Deskundigenadvies, Dwangsom, Dwangsomtrede,
    Lezer, NietLeeg, Ontvanger, OntvangstTlvAanvraag, ReactieIngebrekestelling, Rechtsgrond, Standpunt,
    Verklaring, VerzoekOmAanvulling,
};
use dossier::opdracht::regels;
use dossier::soort::{Adviesuitkomst, Afzender, TlvSoort};
use dossier::staat::TlvAanvraag;
use dossier::tlv::besluitfeiten::{IngebrekestellingOntvangen, VertragingGemeld};
use dossier::tlv::feiten::{AanvullingGevraagd, AdviesUitgebracht, TlvAangevraagd};
use verband::grenzen::DAGEN_OM_TE_REAGEREN;

use super::Conceptbrief;
use super::aanmelding::{dagen, stukken};
use super::feiten::alle;
use super::geadresseerde::Geadresseerde;
use super::schrijver::Schrijver;
use super::wetten::{Wetten, grond};
use super::woorden::{alineas, duur, lijst, minstens_een, opsomming, tekst};
use crate::AppError;

/// The rule of the term.
const BESLISTERMIJN: &str = "tlv.beslistermijn";
/// The rule on experts.
const DESKUNDIGEN: &str = "tlv.deskundigen";

impl Schrijver<'_> {
    /// The request is complete: to parents and school.
    pub(super) fn ontvangst_tlv(&self, event: &TlvAangevraagd) -> Result<Vec<Conceptbrief>, AppError> {
        let aanvraag = self.aanvraag(event.aanvraag)?;
        let promised = event.termijn.uitkomst.beloofd.zip(self.omgeving.beleid.tlv_beslistermijn_weken);
        let (uiterlijk, termijn) = match promised {
            Some((day, weken)) => (day, tekst(duur(i32::from(weken), recht::Eenheid::Weken))?),
            None => (Self::decides_by(aanvraag)?, self.wetten().termijn_van(BESLISTERMIJN, "termijn")?),
        };
        let of_verband = Wetten { sector: regels::sector_of_verband(aanvraag.soort), ..self.wetten() };
        let wet = vec![of_verband.bepaling("tlv.aanvrager")?, self.grond_termijn_tlv()?];
        let letter = |lezer, ontvanger: &Ontvanger, hulp| {
            let mut hoofd = self.hoofd(ontvanger, wet.clone())?;
            hoofd.afschrift_aan = self.ook_naar(lezer)?;
            Ok(OntvangstTlvAanvraag {
                hoofd,
                verklaring: verklaring(aanvraag.soort),
                lezer,
                school: self.school()?,
                gevraagd: self.asked(aanvraag)?,
                compleet_op: aanvraag.ontvangen_op.unwrap_or(self.vandaag),
                beslistermijn: termijn.clone(),
                beslissen_uiterlijk: uiterlijk,
                adviseurs: self.advisers(aanvraag)?,
                hulp,
            })
        };
        let mut all = self.aan_ouders(|lezer| letter(Lezer::Ouders, &lezer.ontvanger, self.hulp()?))?;
        let help = || minstens_een(vec![self.loket()?, self.consulent()?]);
        all.extend(self.aan_school(|ontvanger| letter(Lezer::School, ontvanger, help()?))?);
        Ok(all)
    }

    /// Where the child could go with it, and the other category where that is what was asked.
    fn asked(&self, aanvraag: &TlvAanvraag) -> Result<documents::Tekst, AppError> {
        let place = destination(aanvraag.soort);
        match self.change(aanvraag)? {
            Some(change) => tekst(format!(
                "{place}, met categorie {} in plaats van {}",
                change.gevraagd.as_str(),
                change.nu.as_str()
            )),
            None => tekst(place),
        }
    }

    /// Who advises: by name once chosen, else by the disciplines that the law asks for.
    fn advisers(&self, aanvraag: &TlvAanvraag) -> Result<NietLeeg<Adviseur>, AppError> {
        let chosen: Vec<Adviseur> = aanvraag
            .toewijzingen_geldig()
            .map(|t| Ok(Adviseur { naam: Some(tekst(&t.naam)?), discipline: tekst(t.discipline.label())? }))
            .collect::<Result<_, AppError>>()?;
        if !chosen.is_empty() {
            return minstens_een(chosen);
        }
        let second: &[&str] = match aanvraag.soort {
            TlvSoort::Pro | TlvSoort::Lwoo => &["tweede_deskundige", "tweede_deskundige_extra"],
            TlvSoort::Sbo | TlvSoort::So | TlvSoort::Vso => &["tweede_deskundige"],
        };
        let by_law = [&["eerste_deskundige"], second].map(|namen| {
            Ok::<_, AppError>(Adviseur {
                naam: None,
                discipline: self.wetten().disciplines(DESKUNDIGEN, namen)?,
            })
        });
        minstens_een(by_law.into_iter().collect::<Result<_, _>>()?)
    }

    /// The last day for the decision; while the clock stands still, the day if nothing comes in.
    fn decides_by(aanvraag: &TlvAanvraag) -> Result<Date, AppError> {
        let by_law = Self::by_law(aanvraag)?;
        Ok(aanvraag.vertraagd_tot.map_or(by_law, |later| later.max(by_law)))
    }

    /// The last day of the law's term, without a notice of delay.
    fn by_law(aanvraag: &TlvAanvraag) -> Result<Date, AppError> {
        if let Some(day) = aanvraag.termijn.as_ref().and_then(|termijn| termijn.uitkomst.uiterlijk) {
            return Ok(day);
        }
        let missing =
            || AppError::Letter("de laatste dag om te beslissen staat niet in het dossier".to_owned());
        aanvraag.open_aanvulling().and_then(|asked| asked.uiterlijk_zonder_antwoord).ok_or_else(missing)
    }

    fn grond_termijn_tlv(&self) -> Result<Rechtsgrond, AppError> {
        let termijn = self.wetten().termijn_van(BESLISTERMIJN, "termijn")?;
        grond(
            format!(
                "Het samenwerkingsverband beslist binnen een redelijke tijd. Na {termijn} is die tijd voorbij, \
                 als het dan nog niet heeft laten weten dat het later wordt."
            ),
            self.wetten().bron_van(BESLISTERMIJN, "termijn")?,
        )
    }

    /// Something is missing in the request: to the school.
    pub(super) fn verzoek_om_aanvulling(
        &self,
        event: &AanvullingGevraagd,
    ) -> Result<Vec<Conceptbrief>, AppError> {
        let aanvraag = self.aanvraag(event.aanvraag)?;
        let after = self.wetten().aantal_van(BESLISTERMIJN, "opschorting_vanaf")?;
        let of_request = Wetten { sector: regels::sector_of_tlv(aanvraag.soort), ..self.wetten() };
        let stil_vanaf = dates::plus_days(event.uitnodiging_op, after).unwrap_or(event.uitnodiging_op);
        let wet = vec![
            grond(
                "De tijd om te beslissen staat stil vanaf de dag na dit verzoek, tot de aanvraag compleet \
                 is of de tijd daarvoor voorbij is.",
                self.wetten().bron_van(BESLISTERMIJN, "opschorting_vanaf")?,
            )?,
            // That the request may be left is said before it can be (Awb 4:5 lid 1).
            of_request.bepaling("tlv.buiten_behandeling")?,
            self.grond_termijn_tlv()?,
        ];
        self.aan_school(|ontvanger| {
            Ok(VerzoekOmAanvulling {
                hoofd: self.hoofd(ontvanger, wet.clone())?,
                verklaring: verklaring(aanvraag.soort),
                school: self.school()?,
                ontvangen_op: aanvraag.ontvangen_op.unwrap_or(self.vandaag),
                gevraagd: stukken(&event.wat, &event.waarom)?,
                aanleveren_uiterlijk: event.tot_en_met,
                hoe: tekst(
                    "Voeg de informatie toe aan de aanvraag in Leerrecht. Alles wat u al had \
                    ingevuld, staat er nog.",
                )?,
                stil_vanaf,
                hulp: minstens_een(vec![self.loket()?])?,
            })
        })
    }

    /// An expert advised: the parents get a copy at once.
    pub(super) fn afschrift_advies(&self, event: &AdviesUitgebracht) -> Result<Vec<Conceptbrief>, AppError> {
        let aanvraag = self.aanvraag(event.aanvraag)?;
        // The day that the letter of receipt promised, as long as that can be kept.
        let promised = aanvraag.belofte().filter(|day| self.vandaag <= *day);
        let beslissen_uiterlijk = promised.map_or_else(|| Self::decides_by(aanvraag), Ok)?;
        let react = dates::plus_days(self.vandaag, DAGEN_OM_TE_REAGEREN).unwrap_or(self.vandaag);
        // Where the day to decide is over the letter says so, and who reads it has their days all the same.
        let late = beslissen_uiterlijk < self.vandaag;
        let react = if late { react } else { react.min(beslissen_uiterlijk) };
        let advies = advice(aanvraag, event, self.vandaag)?;
        // What one of them advised before and took back, and that was told to the parents too.
        let before = aanvraag
            .herzien
            .iter()
            .rev()
            .find(|gone| gone.advies.door.iter().any(|persoon| event.door.contains(persoon)));
        let taken_back = before.map(|gone| gone.advies.op);
        let wet = vec![grond(
            "Ouders krijgen een kopie van elk advies over de hulp die hun kind nodig heeft.",
            self.wetten().eis_besluit(aanvraag.soort, "afschrift_advies_ouders"),
        )?];
        self.aan_ouders(|lezer| {
            Ok(AfschriftDeskundigenadvies {
                hoofd: self.hoofd(&lezer.ontvanger, wet.clone())?,
                verklaring: verklaring(aanvraag.soort),
                school: self.school()?,
                adviezen: minstens_een(vec![advies.clone()])?,
                vervangt_advies: taken_back,
                reageren_uiterlijk: react,
                hoe: tekst(if self.heeft_eigen_pagina(lezer) {
                    "Bel ons, of schrijf het op uw eigen pagina."
                } else {
                    "Bel ons."
                })?,
                beslissen_uiterlijk,
                hulp: self.hulp()?,
            })
        })
    }

    /// The decision comes later: to parents and school.
    pub(super) fn vertraging(&self, event: &VertragingGemeld) -> Result<Vec<Conceptbrief>, AppError> {
        let aanvraag = self.aanvraag(event.aanvraag)?;
        let eerst_uiterlijk = self.before_delay(aanvraag, event)?;
        let wet = vec![self.wetten().bepaling("tlv.uitstel")?, self.grond_termijn_tlv()?];
        // A supplement is asked of the school that applied, and of nobody else.
        let asked = aanvraag.wacht_op(self.vandaag).map(|asked| asked.tot_en_met);
        let letter = |lezer, ontvanger: &Ontvanger, routes| {
            let mut hoofd = self.hoofd(ontvanger, wet.clone())?;
            hoofd.afschrift_aan = self.ook_naar(lezer)?;
            Ok(BerichtVanVertraging {
                hoofd,
                verklaring: verklaring(aanvraag.soort),
                lezer,
                school: self.school()?,
                aanvraag_van: aanvraag.ontvangen_op.unwrap_or(self.vandaag),
                eerst_uiterlijk,
                beslissen_uiterlijk: event.nieuwe_datum,
                antwoord_tot: asked.filter(|_| lezer == Lezer::School),
                redenen: alineas(&event.reden)?,
                routes,
            })
        };
        let default = self.ingebrekestelling(event.nieuwe_datum)?;
        let parents = minstens_een(vec![self.steunpunt()?, self.consulent()?, default.clone()])?;
        let school = minstens_een(vec![self.loket()?, default])?;
        let mut all = self.aan_ouders(|lezer| letter(Lezer::Ouders, &lezer.ontvanger, parents.clone()))?;
        all.extend(self.aan_school(|ontvanger| letter(Lezer::School, ontvanger, school.clone()))?);
        Ok(all)
    }

    /// The last day as it was before this notice: of an earlier notice, else of the law.
    fn before_delay(&self, aanvraag: &TlvAanvraag, event: &VertragingGemeld) -> Result<Date, AppError> {
        let by_law = Self::by_law(aanvraag)?;
        let notices = alle(self.dossier, |earlier: &VertragingGemeld| earlier.aanvraag == aanvraag.nr);
        let mut earlier =
            notices.iter().rev().map(|(_, notice)| *notice).skip_while(|notice| *notice != event).skip(1);
        Ok(earlier.next().map_or(by_law, |notice| notice.nieuwe_datum.max(by_law)))
    }

    /// Answer to a notice of default, to whoever sent it.
    pub(super) fn reactie_ingebrekestelling(
        &self,
        event: &IngebrekestellingOntvangen,
    ) -> Result<Vec<Conceptbrief>, AppError> {
        let aanvraag = self.aanvraag(event.aanvraag)?;
        let due = Self::decides_by(aanvraag)?;
        let late = due < event.ontvangen_op;
        let na = self.wetten().op(event.ontvangen_op).termijn("dwangsom.na_ingebrekestelling")?;
        let none = self.wetten().bepaling("dwangsom.niet_verschuldigd")?;
        let wet = vec![self.grond_dwangsom(&na)?, none, self.grond_termijn_tlv()?];
        let standpunt = standpunt(aanvraag, event, due)?;
        let letter = |ontvanger: &Ontvanger, applicant: bool| {
            let aan = (!applicant).then(|| tekst("de school die de aanvraag deed")).transpose()?;
            Ok(ReactieIngebrekestelling {
                hoofd: self.hoofd(ontvanger, wet.clone())?,
                betreft: tekst(format!(
                    "de aanvraag voor een {} voor {}",
                    asked(aanvraag.soort),
                    self.kind()
                ))?,
                ontvangen_op: event.ontvangen_op,
                standpunt: standpunt.clone(),
                beslissen_uiterlijk: if late { event.beslissen_uiterlijk } else { due },
                dwangsom: self.dwangsom(aan, event)?,
                routes: minstens_een(vec![self.rechtbank_te_laat(na.as_str())?, self.steunpunt()?])?,
            })
        };
        if event.afzender == Afzender::Aanvrager {
            return self.aan_school(|ontvanger| letter(ontvanger, true));
        }
        let sender = |lezer: &Geadresseerde| same_name(lezer.ontvanger.naam.as_str(), &event.van);
        if self.gezin()?.iter().any(sender) {
            let mut own = self.aan_ouders(|lezer| letter(&lezer.ontvanger, false))?;
            own.retain(|concept| same_name(concept.brief.hoofd().ontvanger.naam.as_str(), &event.van));
            return Ok(own);
        }
        let ontvanger = Ontvanger {
            naam: tekst(&event.van)?,
            adres: None,
            aanhef: tekst(super::woorden::aanhef(&event.van))?,
        };
        Ok(self.aan_instantie(Vec::new(), letter(&ontvanger, false)?))
    }

    fn grond_dwangsom(&self, na: &documents::Tekst) -> Result<Rechtsgrond, AppError> {
        grond(
            format!(
                "Beslist het samenwerkingsverband {na} na de ingebrekestelling nog niet, dan betaalt \
                het de aanvrager een dwangsom."
            ),
            self.wetten().artikel("dwangsom.na_ingebrekestelling"),
        )
    }

    /// The penalty with its three amounts, each for as many days as the law says.
    fn dwangsom(
        &self,
        aan: Option<documents::Tekst>,
        event: &IngebrekestellingOntvangen,
    ) -> Result<Dwangsom, AppError> {
        let wetten = self.wetten().op(event.ontvangen_op);
        let per_amount = wetten.aantal("dwangsom.dagen_per_bedrag")?;
        let most = wetten.aantal("dwangsom.hooguit")?;
        let amounts = ["dwangsom.eerste_bedrag", "dwangsom.tweede_bedrag", "dwangsom.derde_bedrag"];
        let mut treden = Vec::new();
        let mut first = 1;
        for (left, naam) in (0..amounts.len()).rev().zip(amounts) {
            let last = if left == 0 { most } else { first + per_amount - 1 };
            let periode = tekst(format!("dag {first} tot en met {last}"))?;
            treden.push(Dwangsomtrede { periode, per_dag_eurocent: wetten.bedrag(naam)? });
            first = last + 1;
        }
        Ok(Dwangsom {
            aan,
            na: wetten.termijn("dwangsom.na_ingebrekestelling")?,
            treden: minstens_een(treden)?,
            hooguit_eurocent: wetten.bedrag("dwangsom.hoogste_totaal")?,
            geen: wetten.bepaling("dwangsom.niet_verschuldigd")?.tekst,
        })
    }
}

/// An advice as a letter tells it: who, in what discipline, and what.
pub(super) fn advice(
    aanvraag: &TlvAanvraag,
    event: &AdviesUitgebracht,
    datum: Date,
) -> Result<Deskundigenadvies, AppError> {
    let signed: Vec<_> = aanvraag.toewijzingen.iter().filter(|t| event.door.contains(&t.persoon)).collect();
    let names: Vec<String> = signed.iter().map(|t| t.naam.clone()).collect();
    let mut disciplines: Vec<String> = signed.iter().map(|t| t.discipline.label().to_owned()).collect();
    disciplines.dedup();
    let mut advies = vec![tekst(summary(aanvraag.soort, event))?];
    advies.extend(Vec::from(alineas(&event.tekst)?));
    Ok(Deskundigenadvies {
        naam: tekst(opsomming(&names, "en")).or_else(|_| tekst("een deskundige"))?,
        discipline: tekst(opsomming(&disciplines, "en")).or_else(|_| tekst("deskundige"))?,
        datum,
        advies: minstens_een(advies)?,
    })
}

/// What the partnership thinks of a notice of default.
fn standpunt(
    aanvraag: &TlvAanvraag,
    event: &IngebrekestellingOntvangen,
    due: Date,
) -> Result<Standpunt, AppError> {
    if due < event.ontvangen_op {
        return Ok(Standpunt::Terecht {
            had_gemoeten_op: due,
            redenen: lijst(["Het is ons niet gelukt om op tijd te beslissen."])?,
            // Only the notice of the applicant makes a penalty run (Awb 4:17 lid 3).
            dwangsom_vanaf: dates::plus_days(event.beslissen_uiterlijk, 1)
                .filter(|_| event.afzender == Afzender::Aanvrager),
        });
    }
    let mut redenen = vec![format!("De laatste dag om te beslissen is {}.", dates::long_nl(due))];
    let still = aanvraag.termijn.as_ref().map_or(0, |termijn| termijn.uitkomst.opgeschorte_dagen);
    if still > 0 {
        redenen.push(format!("De tijd stond {} stil. Wij wachtten toen op informatie.", dagen(still)?));
    }
    if let Some(day) = aanvraag.vertraagd_tot {
        redenen.push(format!(
            "Wij hebben laten weten dat wij later beslissen, uiterlijk op {}.",
            dates::long_nl(day)
        ));
    }
    Ok(Standpunt::TeVroeg { redenen: lijst(&redenen)? })
}

/// The same name, however it was typed.
fn same_name(one: &str, other: &str) -> bool {
    base::naam::normalise(one) == base::naam::normalise(other)
}

/// What is asked of the partnership for a kind of place.
pub(super) fn verklaring(soort: TlvSoort) -> Verklaring {
    match soort {
        TlvSoort::Lwoo => Verklaring::Aanwijzing,
        TlvSoort::Sbo | TlvSoort::So | TlvSoort::Vso | TlvSoort::Pro => Verklaring::Tlv,
    }
}

fn asked(soort: TlvSoort) -> &'static str {
    match verklaring(soort) {
        Verklaring::Tlv => "toelaatbaarheidsverklaring (TLV)",
        Verklaring::Aanwijzing => "aanwijzing voor leerwegondersteunend onderwijs (lwoo)",
    }
}

/// `het speciaal onderwijs (so)`: where a child can go with a declaration.
pub(super) fn destination(soort: TlvSoort) -> String {
    format!("het {} ({})", soort.label(), soort.code())
}

/// What an expert advises, in one sentence.
fn summary(soort: TlvSoort, event: &AdviesUitgebracht) -> String {
    let place = destination(soort);
    let mut text = match event.uitkomst {
        Adviesuitkomst::Toelaatbaar => format!("Het advies is: toelaatbaar tot {place}"),
        Adviesuitkomst::NietToelaatbaar => format!("Het advies is: niet toelaatbaar tot {place}"),
    };
    if let Some(categorie) = event.categorie {
        text.push_str(", categorie ");
        text.push_str(&category(categorie));
    }
    if let Some(day) = event.tot_en_met {
        text.push_str(", tot en met ");
        text.push_str(&dates::long_nl(day));
    }
    text.push('.');
    text
}

/// A funding category with its word (R2.4).
pub(super) fn category(categorie: u8) -> String {
    let word = match categorie {
        1 => "laag",
        2 => "midden",
        3 => "hoog",
        _ => return categorie.to_string(),
    };
    format!("{categorie} ({word})")
}
