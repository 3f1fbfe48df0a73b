//! What a family is told of a request.

use base::{Date, SwvCode, Vestigingscode};
use recht::Wet;
use sleutels::{Tekst, mijn, woorden};

use crate::beurt::Zet;
use crate::gezin::{Afschrift, Beslisser, Beslissing, Gevraagd, Gezinslid, Gezinszaak, Verloop, Verteld};
use crate::opdracht::Opdrachtnaam;
use crate::soort::TlvSoort;
use crate::tlv::staat::{Advies, Besluit, TlvAanvraag, TlvFase};
use crate::woord::Woord;

impl TlvAanvraag {
    fn afschrift(&self, advies: &Advies) -> Afschrift {
        let given = self.toewijzingen.iter().filter(|given| advies.door.contains(&given.persoon));
        let named = given
            .map(|given| mijn::Adviseur { naam: &given.naam, discipline: given.discipline.woord() }.tekst());
        let both = |een: Tekst, ander: Tekst| woorden::En { een, ander }.tekst();
        Afschrift {
            door: named.reduce(both).unwrap_or_else(Tekst::leeg),
            op: advies.op,
            uitkomst: advies.uitkomst.woord(),
            tekst: advies.tekst.clone(),
        }
    }
}

impl Gezinszaak for TlvAanvraag {
    fn verloop(&self, naam: &str, on: Date) -> Verteld<Verloop> {
        if self.intrekking.is_some() {
            return Verteld::Niets("the decision that withdrew it tells it");
        }
        let (school, soort) = (self.schoolnaam.as_str(), self.soort.woord());
        let fase = self.fase_op(on);
        let told = |wat: Tekst| match self.belofte().filter(|day| *day < on && fase.is_in_behandeling()) {
            Some(beloofd) => mijn::BelofteNietGehaald { wat, beloofd }.tekst(),
            None => wat,
        };
        Verloop::met_dag(told(match fase {
            // Until it is sent no day runs on which a family hears anything.
            TlvFase::Gestart if self.ligt_voor().is_none() => {
                return Verloop::zonder_dag(mijn::AanvraagNogNiet { school, soort }.tekst());
            }
            TlvFase::Gestart => return Verloop::zonder_dag(mijn::AanvraagGestart { school, soort }.tekst()),
            TlvFase::Aangevraagd if self.soort == TlvSoort::Lwoo => {
                mijn::AanwijzingGevraagd { school, naam, soort }.tekst()
            }
            TlvFase::Aangevraagd => mijn::AanvraagGedaan { school, naam, soort }.tekst(),
            TlvFase::WachtOpAanvulling => {
                let tot_en_met = self.wacht_op(on).map_or(on, |asked| asked.tot_en_met);
                mijn::AanvraagWacht { school, tot_en_met }.tekst()
            }
            TlvFase::Advisering => mijn::aanvraag_advisering(),
            TlvFase::Geadviseerd => mijn::aanvraag_geadviseerd(),
            TlvFase::Verleend | TlvFase::Geweigerd => mijn::aanvraag_besloten(),
            TlvFase::VerleendBekend if self.gebruik.is_some() => {
                return Verteld::Niets("a place is there, which begins later: its registration tells of it");
            }
            // The day on which a declaration begins is no day on which a place must have been found.
            TlvFase::VerleendBekend => {
                if self.soort == TlvSoort::Lwoo {
                    return Verloop::zonder_dag(mijn::AanwijzingBekend { naam, soort }.tekst());
                }
                return Verloop::zonder_dag(mijn::AanvraagBekend { naam, soort }.tekst());
            }
            TlvFase::GeweigerdBekend | TlvFase::BuitenBehandeling => {
                return Verteld::Niets("the decision tells it");
            }
            TlvFase::Gebruikt => return Verteld::Niets("the child is where the declaration is for"),
            TlvFase::Verlopen | TlvFase::TlvIngetrokken => {
                return Verteld::Niets("the declaration holds no more, and nothing runs in it");
            }
            TlvFase::AanvraagIngetrokken => return Verteld::Niets("nobody decides on it any more"),
        }))
    }

    /// Once it was made known: before that it holds for nobody.
    fn beslissing(&self, naam: &str) -> Verteld<Beslissing> {
        if let Some(ended) = &self.buiten_behandeling {
            return Verteld::Wel(Beslissing {
                wat: mijn::AanvraagNietBehandeld { naam }.tekst(),
                op: ended.bekend.op,
                wanneer: mijn::Bekendgemaakt { dag: ended.bekend.op }.tekst(),
                bezwaar_uiterlijk: Some(ended.bekend.bezwaar_uiterlijk.uitkomst),
                bezwaar_als_openbaar: false,
            });
        }
        let (Some(besluit), Some(bekend)) = (&self.besluit, &self.bekendmaking) else {
            return Verteld::Niets("nothing was made known yet");
        };
        let soort = self.soort.woord();
        if let Some(intrekking) = &self.intrekking
            && let Some(bekend) = &intrekking.bekend
        {
            return Verteld::Wel(Beslissing {
                wat: if self.soort == TlvSoort::Lwoo {
                    mijn::AanwijzingIngetrokken { naam, per: intrekking.per }.tekst()
                } else {
                    mijn::VerklaringIngetrokken { naam, per: intrekking.per }.tekst()
                },
                op: bekend.op,
                wanneer: mijn::Bekendgemaakt { dag: bekend.op }.tekst(),
                bezwaar_uiterlijk: Some(bekend.bezwaar_uiterlijk.uitkomst),
                bezwaar_als_openbaar: false,
            });
        }
        let wat = match besluit {
            Besluit::Verleend(granted) => {
                let (van, tot_en_met) = (granted.van, granted.tot_en_met);
                // Of leerwegondersteunend onderwijs no other school is needed (WVO 2.42, 2.43).
                if self.soort == TlvSoort::Lwoo {
                    mijn::AanwijzingVerleend { naam, soort, van, tot_en_met }.tekst()
                } else {
                    mijn::VerklaringVerleend { naam, soort, van, tot_en_met }.tekst()
                }
            }
            Besluit::Geweigerd(_) if self.soort == TlvSoort::Lwoo => {
                mijn::AanwijzingGeweigerd { naam, soort }.tekst()
            }
            Besluit::Geweigerd(_) => mijn::VerklaringGeweigerd { naam, soort }.tekst(),
        };
        let op = bekend.op;
        Verteld::Wel(Beslissing {
            wat,
            op,
            wanneer: mijn::Bekendgemaakt { dag: op }.tekst(),
            bezwaar_uiterlijk: Some(bekend.bezwaar_uiterlijk.uitkomst),
            bezwaar_als_openbaar: false,
        })
    }

    /// Of what lies before them now: what they said of an earlier version is no answer to this one.
    fn is_gedaan(&self, zet: Zet, lid: &Gezinslid<'_>) -> bool {
        let laid = self.ligt_voor().map(|laid| laid.versie);
        zet == Zet::ZienswijzeGeven
            && self.zienswijzen_van(lid.stem(), lid.mensen).any(|view| !view.namens && view.over == laid)
    }

    fn gevraagd(&self, lid: &Gezinslid<'_>) -> Vec<Gevraagd> {
        let registers = self.moet_nog_aanmelden(&lid.zaken.aanmeldingen, lid.op).then(|| Gevraagd {
            daad: Some(Opdrachtnaam::MeldAan),
            wat: mijn::MeldAanMetVerklaring { naam: lid.naam, soort: self.soort.woord() }.tekst(),
            uiterlijk: None,
        });
        let reacts = self.reactie_gevraagd_tot(lid.stem(), lid.mensen, lid.op).map(|until| Gevraagd {
            daad: Some(Opdrachtnaam::GeefZienswijze),
            wat: mijn::reageer_op_advies(),
            uiterlijk: Some(until),
        });
        registers.into_iter().chain(reacts).collect()
    }

    /// The parents get a copy of each (R2.9).
    fn afschriften(&self) -> Vec<Afschrift> {
        self.adviezen.iter().map(|advies| self.afschrift(advies)).collect()
    }

    /// What the school still fills in is not there to read, but for what it laid before them.
    fn is_te_lezen(&self) -> bool {
        self.ontvangen_op.is_some() || self.ligt_voor().is_some()
    }

    fn beslisser(&self) -> Beslisser {
        Beslisser::Verband
    }

    fn te_kiezen(&self) -> Verteld<Tekst> {
        Verteld::Wel(mijn::LatenWetenAanvraag { soort: self.soort.woord() }.tekst())
    }

    fn leest_woorden(&self) -> Zet {
        Zet::WoordenLezen
    }

    /// The school that asks is that of the pupil, or that of the registration.
    fn aanspreekschool(&self) -> Option<&Vestigingscode> {
        None
    }

    fn verband(&self) -> Option<SwvCode> {
        self.swv_organisatie().swv()
    }

    /// The committee judges what a board does about admission, removal or a plan, and no declaration (WPO 43(2), WEC 45(2), WVO 2020
    /// 12.34(2)).
    fn is_voor_commissie(&self) -> bool {
        false
    }

    fn noemt_commissie(&self, _wet: &Wet, _leerling_op: Option<Date>) -> bool {
        true
    }

    fn is_voor_de_rechter(&self) -> bool {
        false
    }
}
