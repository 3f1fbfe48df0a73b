//! A child moves to the area of another partnership while a declaration or a request runs: its school finds out what goes along.

use dossier::leven::opdracht::{GaVerhuizingNa, Verhuis};
use dossier::soort::{Schoolsoort, TlvSoort};
use dossier::staat::Adres;
use dossier::tlv::opdracht::TrekTlvAanvraagIn;

use crate::derde_lezing::getoond;
use crate::gegeven::{
    IJSVOGEL, LIBEL, SWV_PO, SWV_VO, WATERJUFFER, Zaak, aangevraagd, d, ib, ingeschreven, kind, laat_toe,
    meld_aan_bij, schrijf_in, swv, verleend, vestiging,
};

/// The child moves to a place of these partnerships.
fn verhuist(po: &str, vo: &str, per: &str) -> Verhuis {
    let adres = Adres {
        straat: "Zonneweg 1".into(),
        postcode: Some("9998ZZ".parse().expect("a postcode")),
        plaats: "Ochtendstad".into(),
        swv_po: Some(swv(po)),
        swv_vo: Some(swv(vo)),
        ..Adres::default()
    };
    Verhuis { per: d(per), adres }
}

const ANDER_PO: &str = "PO9902";
const ANDER_VO: &str = "VO9902";

fn na(hoe: &str) -> GaVerhuizingNa {
    GaVerhuizingNa { vestiging: vestiging(WATERJUFFER), hoe: hoe.into() }
}

/// Given a pupil with a declaration who moved to the area of another partnership, and what its school found out.
pub(crate) fn nagegaan() -> Zaak {
    let mut zaak = verleend();
    zaak.als(ib(WATERJUFFER)).doe(verhuist(ANDER_PO, SWV_VO, "2026-03-02"));
    zaak.doe(na("De verklaring blijft, zei het nieuwe samenwerkingsverband."));
    zaak
}

fn waits(zaak: &Zaak) -> bool {
    zaak.aan_zet().contains(&("verhuizing_nagaan", "ib"))
}

#[test]
fn after_a_move_to_another_partnership_the_school_finds_out_what_goes_along_by_a_day() {
    for mut zaak in [verleend(), aangevraagd()] {
        zaak.als(ib(WATERJUFFER)).weigert(na("Alles.")).met("geen_verhuizing_na_te_gaan");
        // A move of before is known from the day on which the school hears of it.
        zaak.op("2026-03-09").doe(verhuist(ANDER_PO, SWV_VO, "2026-03-06"));
        assert!(waits(&zaak), "{:?}", zaak.aan_zet());
        let turn = zaak.dossier.beurten().into_iter().find(|turn| turn.zet.code() == "verhuizing_nagaan");
        let turn = turn.expect("a turn");
        assert_eq!((turn.onderwerp, turn.uiterlijk), (None, Some(d("2026-03-23"))));
        assert_eq!(turn.organisatie.to_string(), "school/99AA00");
        zaak.weigert(na(" ")).veld("hoe");
        let mut later = zaak.clone();
        zaak.doe(na("De verklaring blijft.")).dan_is_vastgelegd(&["verhuizing_nagegaan"]);
        assert!(!waits(&zaak));
        // The next move is asked about anew, and a school that the child left has nothing to find out.
        zaak.doe(verhuist(SWV_PO, SWV_VO, "2026-03-09"));
        assert!(waits(&zaak));
        later.op_school(schrijf_in(IJSVOGEL, Schoolsoort::Basisschool, "2026-03-16")).op("2026-03-16");
        assert!(!waits(&later));
    }
}

#[test]
fn nothing_is_asked_where_no_partnership_changed_or_nothing_runs() {
    let mut same = verleend();
    same.als(ib(WATERJUFFER)).doe(verhuist(SWV_PO, SWV_VO, "2026-03-02"));
    assert!(!waits(&same));
    // Of a pupil in primary education the partnership for secondary education says nothing yet.
    let mut secondary = verleend();
    secondary.als(ib(WATERJUFFER)).doe(verhuist(SWV_PO, ANDER_VO, "2026-03-02"));
    assert!(!waits(&secondary));
    let mut nothing = ingeschreven();
    nothing.doe(verhuist(ANDER_PO, ANDER_VO, "2026-03-02"));
    assert!(!waits(&nothing));
    // A request that was taken back runs no more; a declaration that ended before the move neither.
    let mut taken_back = aangevraagd();
    taken_back.als(ib(WATERJUFFER)).doe(verhuist(ANDER_PO, SWV_VO, "2026-03-02"));
    assert!(waits(&taken_back));
    taken_back.doe(TrekTlvAanvraagIn { aanvraag: 1, reden: "Het is niet meer nodig.".into() });
    assert!(!waits(&taken_back));
    let mut over = verleend();
    over.als(ib(WATERJUFFER)).op("2028-08-01").doe(verhuist(ANDER_PO, SWV_VO, "2028-08-01"));
    assert!(!waits(&over));
}

#[test]
fn a_declaration_of_another_file_goes_along_too() {
    let mut zaak = kind("2018-03-12");
    zaak.als(ib(LIBEL)).doe(meld_aan_bij(LIBEL, Schoolsoort::So)).doe(getoond(TlvSoort::So));
    zaak.doe(laat_toe("2026-08-01")).op("2026-09-01").doe(verhuist(ANDER_PO, SWV_VO, "2026-09-01"));
    assert!(waits(&zaak), "{:?}", zaak.aan_zet());
    let seen = GaVerhuizingNa { vestiging: vestiging(LIBEL), hoe: "De verklaring blijft.".into() };
    zaak.doe(seen);
    assert!(!waits(&zaak));
}
