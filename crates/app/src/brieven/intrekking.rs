//! The letter by which a declaration is withdrawn: a decision of its own, against which one can object.

use documents::{IntrekkingTlv, Lezer, Ontvanger, Verklaring};
use dossier::elders::NIET_GENOEMD;
use dossier::opdracht::regels::{sector_of_tlv, sector_of_verband};
use dossier::staat::TlvAanvraag;
use dossier::tlv::besluit::Bekendmaking;
use dossier::tlv::intrekken::TlvIngetrokken;

use super::Conceptbrief;
use super::schrijver::Schrijver;
use super::tlv::{destination, verklaring};
use super::wetten::{Wetten, grond};
use super::woorden::{alineas, lijst, tekst};
use crate::AppError;

/// That no law says that a declaration ends in the course of a school year.
const IN_HET_JAAR: &str = "tlv.intrekken_in_het_jaar";

impl Schrijver<'_> {
    /// A declaration is withdrawn: to everybody with authority to the school that asked for it, and to the one
    /// where the child is with it.
    pub(super) fn intrekking(
        &self,
        event: &TlvIngetrokken,
        bekend: &Bekendmaking,
    ) -> Result<Vec<Conceptbrief>, AppError> {
        let aanvraag = self.aanvraag(event.aanvraag)?;
        let letter =
            |lezer, ontvanger: &Ontvanger| self.withdrawal(lezer, ontvanger, aanvraag, (event, bekend));
        let mut all = self.aan_ouders(|lezer| letter(Lezer::Ouders, &lezer.ontvanger))?;
        all.extend(self.aan_school(|ontvanger| letter(Lezer::School, ontvanger))?);
        // The school where the child is with it, where that is another than the one that asked.
        let used = aanvraag.gebruik.as_ref().filter(|used| used.vestiging != aanvraag.vestiging);
        // A letter that lies here leads to no school that this file may not name.
        let used = used.filter(|used| used.schoolnaam != NIET_GENOEMD);
        if let Some(used) = used {
            let ontvanger = Ontvanger {
                naam: tekst(format!("{}, t.a.v. de directie", used.schoolnaam))?,
                adres: None,
                aanhef: tekst("Geachte directie")?,
            };
            let brief = letter(Lezer::School, &ontvanger)?;
            all.extend(self.aan_instantie(vec![used.vestiging.organisatie()], brief));
        }
        let dagen = (bekend.op, bekend.bezwaar_uiterlijk.uitkomst);
        all.extend(self.intrekking_voor_leerling(aanvraag, event, dagen)?);
        Ok(all)
    }

    fn withdrawal(
        &self,
        lezer: Lezer,
        ontvanger: &Ontvanger,
        aanvraag: &TlvAanvraag,
        (event, bekend): (&TlvIngetrokken, &Bekendmaking),
    ) -> Result<IntrekkingTlv, AppError> {
        let missing = || AppError::Letter("er is geen verklaring verleend".to_owned());
        let granted = aanvraag.verleend().ok_or_else(missing)?;
        let of_kind = Wetten { sector: sector_of_tlv(aanvraag.soort), ..self.wetten() };
        let of_verband = Wetten { sector: sector_of_verband(aanvraag.soort), ..self.wetten() };
        let mut wet =
            vec![of_verband.bepaling("tlv.intrekken_bevoegd")?, of_verband.bepaling("tlv.intrekken_uitleg")?];
        // Where the law gives a declaration for school years, it is not sure that one ends in the course of a year.
        let years = of_kind.plaats_van_bepaling(IN_HET_JAAR).is_some();
        if years && event.eindigt_in_het_jaar() {
            wet.push(of_kind.bepaling(IN_HET_JAAR)?);
        }
        wet.push(of_kind.bepaling("tlv.intrekken_horen")?);
        wet.push(grond(
            "Een besluit moet een goede uitleg hebben.",
            self.wetten().eis_besluit(aanvraag.soort, "motivering"),
        )?);
        wet.extend(self.objection_grounds(aanvraag, (bekend.op, &bekend.bezwaar_uiterlijk.berekening))?);
        let mut hoofd = self.hoofd_op(bekend.op, ontvanger, wet)?;
        hoofd.afschrift_aan = self.ook_naar(lezer)?;
        let kind = self.kind();
        Ok(IntrekkingTlv {
            hoofd,
            verklaring: verklaring(aanvraag.soort),
            lezer,
            school: self.school()?,
            nummer: tekst(&granted.nummer)?,
            schoolsoort: tekst(destination(aanvraag.soort))?,
            verleend_op: granted.op,
            ingetrokken_op: self.vandaag,
            per: event.per,
            redenen: alineas(&event.reden)?,
            gehoord: tekst(&event.gehoord)?,
            vervolg: lijst([
                match verklaring(aanvraag.soort) {
                    Verklaring::Tlv => {
                        format!("Een school kan {kind} vanaf die dag niet meer toelaten met deze verklaring.")
                    }
                    Verklaring::Aanwijzing => {
                        format!(
                            "{kind} is vanaf die dag niet meer aangewezen op leerwegondersteunend onderwijs."
                        )
                    }
                },
                match &aanvraag.gebruik {
                    // The enrolment is a matter of the board of that school: withdrawing ends none.
                    Some(used) => format!(
                        "{kind} zit met deze verklaring op {school}. Door dit besluit eindigt de inschrijving daar \
                         niet: {kind} mag voorlopig blijven. Wil de school dat niet, dan bespreekt zij dat eerst \
                         met de ouders en besluit zij daar apart over.",
                        school = used.schoolnaam
                    ),
                    None if lezer == Lezer::School => {
                        format!("Bespreek met de ouders van {kind} hoe het verder gaat.")
                    }
                    None => format!("Bespreek met de school van {kind} hoe het verder gaat."),
                },
            ])?,
            bezwaar: self.objection(lezer, (bekend.op, bekend.bezwaar_uiterlijk.uitkomst))?,
        })
    }
}
