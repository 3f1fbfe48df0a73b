//! Letters about what those with authority decide together: the others are asked, and all hear what came of it.

use documents::{AfloopDoorOuders, Ouderafloop, Oudervraag, Rechtsgrond, Tekst, VraagAndereOuder};
use dossier::aanmelding::keuze::{OuderKoos, Ouderkeuze, Ouderwoord};
use dossier::staat::{Aanbod, Aanmelding};

use super::Conceptbrief;
use super::geadresseerde;
use super::schrijver::Schrijver;
use super::woorden::tekst;
use crate::AppError;

/// What came of a choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ouderuitkomst {
    /// The registration is withdrawn.
    Ingetrokken,
    /// It goes on: one of them wants that.
    LooptDoor,
    /// The offer with this number is accepted.
    Aangenomen(u32),
    /// It is not.
    NietAangenomen(u32),
}

impl Ouderuitkomst {
    fn keuze(self) -> Ouderkeuze {
        match self {
            Self::Ingetrokken | Self::LooptDoor => Ouderkeuze::Intrekken,
            Self::Aangenomen(nr) | Self::NietAangenomen(nr) => Ouderkeuze::Aanbod(nr),
        }
    }
}

impl Schrijver<'_> {
    /// With the first word of one of them each other one is asked, on paper too: not from whom it is secret where the child is. Where one
    /// wants the registration to go on, all hear that it does.
    pub(super) fn vraag_andere_ouder(&self, event: &OuderKoos) -> Result<Vec<Conceptbrief>, AppError> {
        let aanmelding = self.aanmelding(event.aanmelding)?;
        if (event.keuze, event.woord) == (Ouderkeuze::Intrekken, Ouderwoord::Nee) {
            return self.afloop_door_ouders(event.aanmelding, Ouderuitkomst::LooptDoor);
        }
        let said = aanmelding.gezegd(event.keuze);
        let first = said.len() == 1 && said.iter().any(|said| *said.feit == *event);
        let ended = aanmelding.afloop.is_some();
        if event.woord != Ouderwoord::Ja || !first || ended {
            return Ok(Vec::new());
        }
        let vraag = match event.keuze {
            Ouderkeuze::Intrekken => Oudervraag::Intrekken,
            Ouderkeuze::Aanbod(nr) => {
                let aanbod = offer(aanmelding, nr)?;
                Oudervraag::Aanbod { naam: tekst(&aanbod.school.schoolnaam)?, vanaf: aanbod.per }
            }
        };
        let spoke = self.dossier.persoon(event.van).map_or("Een ouder", |persoon| persoon.naam.as_str());
        let wie = tekst(spoke)?;
        let mut all = Vec::new();
        for persoon in self.dossier.nog_te_vragen(aanmelding, event.keuze, self.vandaag) {
            let last = aanmelding.antwoord_uiterlijk(event.keuze, persoon);
            let reader = geadresseerde::persoon(self.dossier, persoon.nr, self.vandaag)?;
            let Some((lezer, last)) = reader.filter(|lezer| !lezer.afgeschermd).zip(last) else { continue };
            let brief = VraagAndereOuder {
                hoofd: self.hoofd(&lezer.ontvanger, self.gronden_van_ouders(aanmelding, event.keuze)?)?,
                school: self.school()?,
                vraag: vraag.clone(),
                wie: wie.clone(),
                gezegd_op: self.vandaag,
                antwoord_uiterlijk: last,
                beslissen_uiterlijk: self.nog_te_beslissen(aanmelding),
                routes: self.gesprek_en_hulp()?,
            };
            all.push(self.concept(&lezer, brief.into())?);
        }
        Ok(all)
    }

    /// All hear what came of it, and whose word it was. Of a no nothing is written where one alone decides: who said it knows.
    pub(super) fn afloop_door_ouders(
        &self,
        nr: u32,
        uitkomst: Ouderuitkomst,
    ) -> Result<Vec<Conceptbrief>, AppError> {
        let aanmelding = self.aanmelding(nr)?;
        let alone = aanmelding.gezegd(uitkomst.keuze()).is_empty();
        let afloop = match uitkomst {
            Ouderuitkomst::NietAangenomen(_) if alone => return Ok(Vec::new()),
            Ouderuitkomst::Ingetrokken => Ouderafloop::Ingetrokken,
            Ouderuitkomst::LooptDoor => Ouderafloop::LooptDoor,
            Ouderuitkomst::Aangenomen(nr) => {
                let aanbod = offer(aanmelding, nr)?;
                Ouderafloop::Aangenomen { naam: tekst(&aanbod.school.schoolnaam)?, vanaf: aanbod.per }
            }
            Ouderuitkomst::NietAangenomen(nr) => {
                Ouderafloop::NietAangenomen { naam: tekst(&offer(aanmelding, nr)?.school.schoolnaam)? }
            }
        };
        let aan_leerling = self.dossier.handelt_zelf(self.vandaag);
        let wet = self.gronden_van_ouders(aanmelding, uitkomst.keuze())?;
        let door = match uitkomst {
            Ouderuitkomst::LooptDoor => self.who_goes_on(aanmelding)?,
            Ouderuitkomst::Ingetrokken | Ouderuitkomst::Aangenomen(_) | Ouderuitkomst::NietAangenomen(_) => {
                whose_word(aanmelding, uitkomst.keuze(), aan_leerling)?
            }
        };
        let routes = if aan_leerling { self.hulp_voor_leerling()? } else { self.gesprek_en_hulp()? };
        self.aan_ouders(|lezer| {
            Ok(AfloopDoorOuders {
                hoofd: self.hoofd(&lezer.ontvanger, wet.clone())?,
                school: self.school()?,
                aan_leerling,
                afloop: afloop.clone(),
                op: self.vandaag,
                door: door.clone(),
                beslissen_uiterlijk: self.nog_te_beslissen(aanmelding),
                routes: routes.clone(),
            })
        })
    }

    /// Who wanted to withdraw and who wants to go on: one who thought again, or another.
    fn who_goes_on(&self, aanmelding: &Aanmelding) -> Result<Tekst, AppError> {
        let mut said = aanmelding.keuzes.iter().rev().filter(|said| said.keuze == Ouderkeuze::Intrekken);
        let last = said.next().map(|said| said.van);
        let wanted: Vec<u32> =
            said.take_while(|said| said.woord != Ouderwoord::Nee).map(|said| said.van).collect();
        let account = |nr: u32| self.dossier.persoon(nr).and_then(|persoon| persoon.account.as_ref());
        let one = |nr: u32, last: u32| nr == last || account(nr).is_some() && account(nr) == account(last);
        let is_last = |nr: &u32| last.is_some_and(|last| one(*nr, last));
        tekst(if !wanted.is_empty() && wanted.iter().all(is_last) {
            "Eén ouder wilde de aanmelding intrekken, en wil nu dat zij doorgaat."
        } else {
            "Eén ouder wilde de aanmelding intrekken. Een andere ouder wil dat zij doorgaat."
        })
    }

    fn gronden_van_ouders(
        &self,
        aanmelding: &Aanmelding,
        keuze: Ouderkeuze,
    ) -> Result<Vec<Rechtsgrond>, AppError> {
        let mut wet = Vec::new();
        if self.dossier.beslissen_samen(self.vandaag).len() > 1 {
            for naam in ["gezag.samen", "gezag.wachten", "gezag.zonder.rechter"] {
                wet.push(self.wetten().bepaling(naam)?);
            }
        }
        if matches!(keuze, Ouderkeuze::Aanbod(_)) && self.has_duty(aanmelding) {
            wet.push(self.grond_andere_school()?);
        }
        wet.push(self.grond_termijn(aanmelding)?);
        Ok(wet)
    }

    /// The last day to decide, where it is still to come: no letter promises a day that is past.
    fn nog_te_beslissen(&self, aanmelding: &Aanmelding) -> Option<base::Date> {
        let last = aanmelding.beslissen_uiterlijk_op(self.vandaag);
        last.filter(|last| aanmelding.afloop.is_none() && *last >= self.vandaag)
    }
}

/// Whose word it was, in a sentence: not the word of 'the parents' where one was not heard.
fn whose_word(aanmelding: &Aanmelding, keuze: Ouderkeuze, aan_leerling: bool) -> Result<Tekst, AppError> {
    if aan_leerling {
        return tekst("Dat heb je zelf gezegd.");
    }
    let said = aanmelding.gezegd(keuze);
    let last = |woord: Ouderwoord| said.iter().any(|said| said.woord == woord);
    tekst(match (last(Ouderwoord::Ja), last(Ouderwoord::Nee), last(Ouderwoord::NietBereikt)) {
        (true, true, _) => "Eén ouder zei ja en één ouder zei nee.",
        (_, _, true) => "Eén ouder zei ja. Van een andere ouder met gezag is er geen antwoord.",
        (true, false, false) => "Iedere ouder met gezag zei ja.",
        (false, true, false) => "Eén ouder zei nee.",
        (false, false, false) => "Dat heeft u zelf gezegd.",
    })
}

fn offer(aanmelding: &Aanmelding, nr: u32) -> Result<&Aanbod, AppError> {
    let found = aanmelding.aanbiedingen.iter().find(|aanbod| aanbod.nr == nr);
    found.ok_or_else(|| AppError::Letter(format!("aanbod {nr} staat niet in het dossier")))
}
