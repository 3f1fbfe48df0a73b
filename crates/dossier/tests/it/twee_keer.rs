//! One person with two records in the file, as where two schools each typed the same parent: asked once, and heard by either.

use base::Sector;
use dossier::leven::feiten::OuderAangesloten;
use dossier::leven::stem::Stem;
use dossier::soort::{Discipline, TlvSoort};
use dossier::tlv::besluit::NeemBesluit;
use dossier::tlv::checklist;
use dossier::tlv::opdracht::GeefZienswijze;
use dossier::verwijdering::gesprek::VerzetGesprek;
use dossier::verwijdering::opdracht::HoorOudersEnLeraar;

use crate::gegeven::{
    SWV_PO, WATERJUFFER, Zaak, aangevraagd, besluitnemer, directie, horen, ib, ingeschreven, ouder,
    ouder_met_gezag, start, verleen, voornemen, zienswijze,
};
use crate::verwijdering_gesprek::verzet;

/// Given the mother of Sam once more, by a second record with her account.
fn nog_eens(mut zaak: Zaak) -> Zaak {
    zaak.als(ib(WATERJUFFER)).doe(ouder_met_gezag("mevrouw M. Waterhoen"));
    zaak.feit(OuderAangesloten { persoon: 2, account: ouder().persoon });
    zaak
}

fn zegt(nr: u32, eens: bool) -> GeefZienswijze {
    GeefZienswijze { namens: false, ..zienswijze(nr, Some(eens)) }
}

#[test]
fn a_parent_who_stands_in_the_file_twice_is_asked_once_in_a_request_and_heard_by_either_record() {
    let mut zaak = nog_eens(ingeschreven());
    zaak.doe(start(TlvSoort::So)).legt_voor(1);
    let asked = |zaak: &Zaak| zaak.aan_zet().iter().filter(|(zet, _)| *zet == "zienswijze_geven").count();
    let known = |zaak: &Zaak, code| {
        checklist::bekend(&zaak.dossier, zaak.aanvraag(), code, zaak.vandaag).map(|known| known.waarde)
    };
    assert_eq!(asked(&zaak), 1);
    zaak.als(ouder()).doe(zegt(2, true)).als(ib(WATERJUFFER));
    assert_eq!(asked(&zaak), 0, "said by the other record");
    let agrees = Some("eens: mevrouw M. Zonnedauw".to_owned());
    assert_eq!(known(&zaak, "instemming_ouders"), agrees);
    let view = "mevrouw M. Zonnedauw: Een kleine groep is goed voor Sam.".to_owned();
    assert_eq!(known(&zaak, "zienswijze_ouders"), Some(view));
    // What the school writes by the first record is no second voice: she is asked what holds, and until then her own words do.
    zaak.doe(zienswijze(1, Some(false)));
    assert_eq!(known(&zaak, "instemming_ouders"), agrees);
    assert_eq!(asked(&zaak), 1);
    zaak.als(ouder()).doe(zegt(1, false));
    assert_eq!(asked(&zaak), 0);
    assert_eq!(known(&zaak, "instemming_ouders"), None);
}

#[test]
fn a_parent_who_stands_in_the_file_twice_reacts_once_to_an_advice() {
    let mut zaak = nog_eens(aangevraagd());
    zaak.op("2026-03-03")
        .met_advies("p-vink", Discipline::Orthopedagoog)
        .met_advies("p-mees", Discipline::KinderOfJeugdpsycholoog);
    let decide = || NeemBesluit { eerder: String::new(), ..verleen() };
    let until = |zaak: &Zaak, nr| {
        let stem = Stem::Persoon(nr);
        zaak.aanvraag().reactie_gevraagd_tot(stem, &zaak.dossier.personen, zaak.vandaag)
    };
    zaak.als(besluitnemer(SWV_PO)).weigert(decide()).veld("eerder");
    assert!(until(&zaak, 1).is_some() && until(&zaak, 2).is_some());
    zaak.als(ouder()).doe(zegt(2, true)).als(besluitnemer(SWV_PO));
    assert!(until(&zaak, 1).is_none() && until(&zaak, 2).is_none());
    zaak.doe(decide());
}

#[test]
fn a_parent_who_stands_in_the_file_twice_is_heard_once_at_a_removal() {
    let mut zaak = nog_eens(ingeschreven());
    zaak.als(directie(WATERJUFFER)).doe(voornemen(WATERJUFFER, Sector::Po));
    let heard: Vec<u32> =
        zaak.dossier.te_horen(zaak.vandaag, zaak.vandaag).into_iter().map(|one| one.nr).collect();
    assert_eq!(heard, [1]);
    let agrees =
        |akkoord: Vec<u32>| VerzetGesprek { akkoord, leerling_akkoord: true, ..verzet("2026-03-05") };
    zaak.weigert(agrees(Vec::new())).veld("op");
    assert!(zaak.vraag(agrees(vec![2])).is_ok(), "she agrees by either record");
    let came = |kwamen: Vec<u32>| HoorOudersEnLeraar { kwamen, ..horen("2026-03-02") };
    zaak.weigert(came(vec![2, 3])).veld("kwamen");
    // Before the day for which was invited a talk counts where everybody was there.
    zaak.doe(came(vec![2]));
    assert_eq!(zaak.dossier.verwijderingen[0].kwamen().collect::<Vec<_>>(), [1]);
}
