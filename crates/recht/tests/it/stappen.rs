//! The reasoning as people read it: the trace of every rule and of the branches that read differently.

use serde_json::{Value, json};

use super::{OP, toets_op};

/// One line for each step: what, outcome, and the source with how sure it is.
fn trace(regel: &str, gegevens: &Value) -> String {
    let (object, _) = toets_op(regel, gegevens, OP);
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let line = |stap: &Value| {
        let source = stap["vindplaats"].as_u64().map(|place| {
            let bron = &object["vindplaatsen"][usize::try_from(place).unwrap()];
            let lid = bron["lid"].as_str().map_or_else(String::new, |lid| format!("lid {lid}"));
            let parts = [text(&bron["wet"]), text(&bron["artikel"]), lid];
            let place = parts.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" ");
            format!(" [{place}, {}]", text(&bron["zekerheid"]))
        });
        format!("{}: {}{}", text(&stap["omschrijving"]), text(&stap["resultaat"]), source.unwrap_or_default())
    };
    object["stappen"].as_array().unwrap().iter().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_registration_at_a_public_school_that_was_extended() {
    let invoer = json!({"ontvangen_op": "2026-02-20", "sector": "vo", "openbaar": true, "verlengd": true});
    insta::assert_snapshot!(trace("aanmelding.beslistermijn", &invoer), @r#"
    Ontvangen op: vr 20 feb 2026
    6 weken later: vr 3 apr 2026 [WVO 2020 8.8 lid 2, wettekst]
    De beslistermijn is een keer verlengd: 4 weken [WVO 2020 8.8 lid 2, wettekst]
    4 weken later: vr 1 mei 2026 [WVO 2020 8.8 lid 2, wettekst]
    Geen weekend of feestdag: vr 1 mei 2026 [Algemene termijnenwet 1 lid 1, wettekst]
    Verlengen is nog mogelijk: nee [WVO 2020 8.8 lid 2, wettekst]
    "#);
}

#[test]
fn a_last_day_that_moves_names_every_day_it_passes() {
    let invoer = json!({"ontvangen_op": "2026-04-02", "sector": "so", "openbaar": true});
    insta::assert_snapshot!(trace("aanmelding.beslistermijn", &invoer), @r#"
    Ontvangen op: do 2 apr 2026
    6 weken later: do 14 mei 2026 [WEC 40 lid 7, wettekst]
    do 14 mei 2026 is geen dag waarop een termijn eindigt (Hemelvaartsdag): schuift op naar vr 15 mei 2026 [Algemene termijnenwet 3 lid 1, wettekst]
    vr 15 mei 2026 is geen dag waarop een termijn eindigt (dag na Hemelvaartsdag): schuift op naar za 16 mei 2026 [Algemene termijnenwet 3 lid 3, website]
    za 16 mei 2026 is geen dag waarop een termijn eindigt (zaterdag): schuift op naar zo 17 mei 2026 [Algemene termijnenwet 1 lid 1, wettekst]
    zo 17 mei 2026 is geen dag waarop een termijn eindigt (zondag): schuift op naar ma 18 mei 2026 [Algemene termijnenwet 1 lid 1, wettekst]
    Geen weekend of feestdag: ma 18 mei 2026 [Algemene termijnenwet 1 lid 1, wettekst]
    Verlengen is nog mogelijk: ja [WEC 40 lid 7, wettekst]
    "#);
}

#[test]
fn a_registration_that_stands_still() {
    let invoer = json!({"ontvangen_op": "2026-01-19", "sector": "vo", "openbaar": false, "opschortingen": [{"uitnodiging_op": "2026-01-26"}]});
    insta::assert_snapshot!(trace("aanmelding.beslistermijn", &invoer), @r#"
    Ontvangen op: ma 19 jan 2026
    De termijn stond stil vanaf de dag na de uitnodiging tot de dag waarop dat eindigde: 0 dagen [Awb 4:15 lid 1, kennis]
    De termijn staat nu stil: er is nog geen laatste dag [Awb 4:15 lid 1, kennis]
    Verlengen is nog mogelijk: ja [WVO 2020 8.8 lid 2, wettekst]
    "#);
}

#[test]
fn a_minor_asylum_seeker() {
    let invoer = json!({"ontvangen_op": "2026-06-15", "sector": "po", "openbaar": true, "minderjarige_asielzoeker": true});
    insta::assert_snapshot!(trace("aanmelding.beslistermijn", &invoer), @r#"
    Ontvangen op: ma 15 jun 2026
    De vaste termijn voor minderjarige asielzoekers: geldt vanaf vr 12 jun 2026 [WPO 40 lid 15, kennis]
    6 weken later: ma 27 jul 2026 [WPO 40 lid 15, wettekst]
    Geen weekend of feestdag: ma 27 jul 2026 [Algemene termijnenwet 1 lid 1, wettekst]
    Verlengen is nog mogelijk: nee [WPO 40 lid 6, wettekst]
    "#);
}

#[test]
fn a_temporary_place() {
    let invoer = json!({"ontvangen_op": "2026-01-19", "toelaatbaar_vanaf": "2026-05-01", "ingeschreven_in_zelfde_sector": false});
    insta::assert_snapshot!(trace("aanmelding.tijdelijke_plaatsing", &invoer), @r#"
    Ontvangen op: ma 19 jan 2026
    10 weken later: ma 30 mrt 2026 [WPO 40 lid 7, wettekst]
    Besloten: nog niet
    Ingeschreven op een andere school die hiervoor meetelt: nee
    Recht op een tijdelijke plaats: ja [WPO 40 lid 7, wettekst]
    Toelaatbaar vanaf: vr 1 mei 2026
    Tijdelijke plaats vanaf: vr 1 mei 2026 [WPO 40 lid 7, wettekst]
    "#);
}

#[test]
fn no_temporary_place_after_a_timely_decision() {
    let invoer = json!({"ontvangen_op": "2026-01-19", "toelaatbaar_vanaf": "2026-01-01", "ingeschreven_in_zelfde_sector": true, "besloten_op": "2026-03-30"});
    insta::assert_snapshot!(trace("aanmelding.tijdelijke_plaatsing", &invoer), @r#"
    Ontvangen op: ma 19 jan 2026
    10 weken later: ma 30 mrt 2026 [WPO 40 lid 7, wettekst]
    Besloten: ma 30 mrt 2026 (op tijd)
    Ingeschreven op een andere school die hiervoor meetelt: ja
    Recht op een tijdelijke plaats: nee [WPO 40 lid 7, wettekst]
    "#);
}

#[test]
fn an_earlier_temporary_place_for_an_asylum_seeker() {
    let invoer = json!({"ontvangen_op": "2026-06-15", "toelaatbaar_vanaf": "2026-06-01", "ingeschreven_in_zelfde_sector": false, "minderjarige_asielzoeker": true});
    insta::assert_snapshot!(trace("aanmelding.tijdelijke_plaatsing", &invoer), @r#"
    Ontvangen op: ma 15 jun 2026
    Toelating van minderjarige asielzoekers zonder beslissing: geldt vanaf vr 12 jun 2026 [WPO 40 lid 16, kennis]
    6 weken later: ma 27 jul 2026 [WPO 40 lid 16, wettekst]
    Besloten: nog niet
    Ingeschreven op een andere school die hiervoor meetelt: nee
    Toegelaten zonder beslissing: ja [WPO 40 lid 16, wettekst]
    Toelaatbaar vanaf: ma 1 jun 2026
    Toegelaten vanaf: di 28 jul 2026 [WPO 40 lid 16, wettekst]
    "#);
}

#[test]
fn a_request_that_was_completed() {
    let invoer = json!({"ontvangen_op": "2026-01-19", "opschortingen": [{"uitnodiging_op": "2026-01-20", "geeindigd_op": "2026-01-22"}]});
    insta::assert_snapshot!(trace("tlv.beslistermijn", &invoer), @r#"
    Ontvangen op: ma 19 jan 2026
    De termijn stond stil vanaf de dag na de uitnodiging tot de dag waarop dat eindigde: 1 dag [Awb 4:15 lid 1, wettekst]
    8 weken later: ma 16 mrt 2026 [Awb 4:13 lid 2, wettekst]
    1 dag stilstand erbij: di 17 mrt 2026
    Geen weekend of feestdag: di 17 mrt 2026 [Algemene termijnenwet 1 lid 1, wettekst]
    "#);
}

#[test]
fn a_declaration_that_is_too_short() {
    let invoer = json!({"ingangsdatum": "2026-08-02", "einddatum": "2026-07-30"});
    insta::assert_snapshot!(trace("tlv.geldigheid", &invoer), @r#"
    Ingangsdatum: zo 2 aug 2026
    De rest van het lopende schooljaar en ten minste 1 schooljaar: vroegste einddatum ma 31 jul 2028 [WPO 40 lid 13, wettekst]
    Einddatum: do 30 jul 2026
    Past niet: De einddatum ligt voor de ingangsdatum. [WPO 40 lid 13, wettekst]
    Past niet: De einddatum is niet de laatste dag van een schooljaar (31 juli). [WPO 40 lid 13, wettekst]
    Past niet: De einddatum ligt voor maandag 31 juli 2028, de vroegste die de wet toelaat. [WPO 40 lid 13, wettekst]
    De looptijd is geldig: nee [WPO 40 lid 13, wettekst]
    "#);
}

#[test]
fn competent_by_enrolment() {
    let invoer = json!({"gevraagd": "sbo", "ingeschreven_soort": "basisschool", "ingeschreven_swv": "PO1"});
    insta::assert_snapshot!(trace("tlv.bevoegd_samenwerkingsverband", &invoer), @r#"
    Gevraagd wordt toelating tot: speciaal basisonderwijs
    Bevoegd is: PO1, door de school waar de leerling is ingeschreven [WPO 40 lid 8, wettekst]
    "#);
}

#[test]
fn competent_by_home_address_from_so_to_vso() {
    let invoer = json!({"gevraagd": "vso", "ingeschreven_soort": "so", "ingeschreven_swv": "PO1", "woonplaats_swv_vo": "VO1"});
    insta::assert_snapshot!(trace("tlv.bevoegd_samenwerkingsverband", &invoer), @r#"
    Gevraagd wordt toelating tot: voortgezet speciaal onderwijs
    Ingeschreven op een school voor speciaal onderwijs: dat telt hier niet mee [WEC 40 lid 13, kennis]
    Bevoegd is: VO1, door de woonplaats [WEC 40 lid 13, wettekst]
    "#);
}

#[test]
fn competent_by_the_school_asked_for() {
    let invoer = json!({"gevraagd": "so", "woont_in_buitenland": true, "gevraagde_school_swv": "PO2"});
    insta::assert_snapshot!(trace("tlv.bevoegd_samenwerkingsverband", &invoer), @r#"
    Gevraagd wordt toelating tot: speciaal onderwijs
    Ingeschreven op een school: nee
    De leerling woont in het buitenland: dan beslist de gevraagde school
    Bevoegd is: PO2, door de gevraagde school [WEC 40 lid 11, wettekst]
    "#);
}

#[test]
fn a_national_samenwerkingsverband() {
    let invoer = json!({"gevraagd": "so", "landelijk_swv": "PO9"});
    insta::assert_snapshot!(trace("tlv.bevoegd_samenwerkingsverband", &invoer), @r#"
    Gevraagd wordt toelating tot: speciaal onderwijs
    Ingeschreven op een school: nee
    Bevoegd is: PO9, een landelijk samenwerkingsverband [WEC 40 lid 11, wettekst]
    "#);
}

#[test]
fn two_experts_of_the_first_kind() {
    let invoer = json!({"disciplines": ["psycholoog", "orthopedagoog"], "voor": "pro"});
    insta::assert_snapshot!(trace("tlv.deskundigen", &invoer), @r#"
    Advies voor: praktijkonderwijs
    Eerste deskundige: psycholoog [Uitvoeringsbesluit WVO 2020 2.51, wettekst]
    Tweede deskundige: ontbreekt [Uitvoeringsbesluit WVO 2020 2.51, wettekst]
    De eerste en de tweede worden apart gezocht: een tweede persoon van die groep telt niet als tweede deskundige [Uitvoeringsbesluit WVO 2020 2.51, kennis]
    De deskundigen voldoen: nee [Uitvoeringsbesluit WVO 2020 2.51, wettekst]
    "#);
}

#[test]
fn two_experts_who_suffice() {
    let invoer = json!({"disciplines": ["arts", "orthopedagoog"], "voor": "sbo"});
    insta::assert_snapshot!(trace("tlv.deskundigen", &invoer), @r#"
    Advies voor: speciaal basisonderwijs
    Eerste deskundige: orthopedagoog [Besluit bekostiging WPO 34.8, wettekst_2015]
    Tweede deskundige: arts [Besluit bekostiging WPO 34.8, wettekst_2015]
    De deskundigen voldoen: ja [Besluit bekostiging WPO 34.8, wettekst_2015]
    "#);
}

#[test]
fn a_plan_after_a_definitive_place() {
    let invoer = json!({"ingeschreven_op": "2025-11-03", "tijdelijk_geplaatst": true, "definitief_geplaatst_op": "2026-01-19"});
    insta::assert_snapshot!(trace("opp.vaststellingstermijn", &invoer), @r#"
    Ingeschreven op: ma 3 nov 2025
    Tijdelijk geplaatst, definitief geplaatst op: ma 19 jan 2026
    6 weken later: ma 2 mrt 2026 [WPO 40a lid 3, wettekst]
    Geen weekend of feestdag: ma 2 mrt 2026 [Algemene termijnenwet 1 lid 1, wettekst]
    "#);
}

#[test]
fn a_plan_that_need_not_be_there_yet() {
    let invoer = json!({"ingeschreven_op": "2025-11-03", "tijdelijk_geplaatst": true});
    insta::assert_snapshot!(trace("opp.vaststellingstermijn", &invoer), @r#"
    Ingeschreven op: ma 3 nov 2025
    Nog maar tijdelijk geplaatst: de termijn loopt nog niet [WPO 40a lid 3, wettekst]
    "#);
}

#[test]
fn a_plan_with_parts_missing() {
    let invoer = json!({"schoolsoort": "pro", "aanwezig": ["uitstroombestemming", "overleg_ouders", "inbreng_leerling"]});
    insta::assert_snapshot!(trace("opp.volledigheid", &invoer), @r#"
    Schoolsoort: school voor praktijkonderwijs
    De verwachte uitstroombestemming met onderbouwing: is er [Uitvoeringsbesluit WVO 2020 2.49 lid 1, wettekst]
    De belemmerende factoren: ontbreekt [Uitvoeringsbesluit WVO 2020 2.49 lid 2, wettekst]
    De bevorderende factoren: ontbreekt [Uitvoeringsbesluit WVO 2020 2.49 lid 2, wettekst]
    De individuele begeleiding (het handelingsdeel): ontbreekt [WVO 2020 2.44 lid 7, wettekst]
    Op overeenstemming gericht overleg met de ouders: is er [WVO 2020 2.44 lid 1, wettekst]
    De instemming van de ouders met het handelingsdeel: ontbreekt [WVO 2020 2.44 lid 2, wettekst]
    De inbreng van de leerling, of dat die ervan afzag: is er [WVO 2020 2.44 lid 7, wettekst]
    De soort arbeid: ontbreekt [Uitvoeringsbesluit WVO 2020 2.49 lid 1, wettekst]
    Het ontwikkelingsperspectief is volledig: nee
    "#);
}

#[test]
fn objection() {
    let invoer = json!({"bekendgemaakt_op": "2026-02-20"});
    insta::assert_snapshot!(trace("bezwaar.termijnen", &invoer), @r#"
    Bekendgemaakt op: vr 20 feb 2026
    6 weken later: vr 3 apr 2026 [Awb 6:7, wettekst]
    vr 3 apr 2026 is geen dag waarop een termijn eindigt (Goede Vrijdag): schuift op naar za 4 apr 2026 [Algemene termijnenwet 3 lid 1, wettekst]
    za 4 apr 2026 is geen dag waarop een termijn eindigt (zaterdag): schuift op naar zo 5 apr 2026 [Algemene termijnenwet 1 lid 1, wettekst]
    zo 5 apr 2026 is geen dag waarop een termijn eindigt (zondag): schuift op naar ma 6 apr 2026 [Algemene termijnenwet 1 lid 1, wettekst]
    ma 6 apr 2026 is geen dag waarop een termijn eindigt (tweede paasdag): schuift op naar di 7 apr 2026 [Algemene termijnenwet 3 lid 1, wettekst]
    Geen weekend of feestdag: di 7 apr 2026 [Algemene termijnenwet 1 lid 1, wettekst]
    De beslistermijn begint de dag na: di 7 apr 2026
    12 weken later: di 30 jun 2026 [Awb 7:10 lid 1, wettekst]
    Geen weekend of feestdag: di 30 jun 2026 [Algemene termijnenwet 1 lid 1, wettekst]
    Een verdaging begint de dag na: di 30 jun 2026
    6 weken later: di 11 aug 2026 [Awb 7:10 lid 3, wettekst]
    Geen weekend of feestdag: di 11 aug 2026 [Algemene termijnenwet 1 lid 1, wettekst]
    "#);
}

#[test]
fn a_suspension_of_two_days() {
    let invoer = json!({"van": "2026-03-02", "tot_en_met": "2026-03-03"});
    insta::assert_snapshot!(trace("schorsing.toets", &invoer), @r#"
    Van: ma 2 mrt 2026
    Tot en met: di 3 mrt 2026
    Aantal dagen, de eerste en de laatste meegeteld: 2 dagen
    Toegestaan: hooguit 7 dagen: ja [WPO 40c, wettekst]
    Melden bij de inspectie: bij meer dan 1 dag: ja [WPO 40c, wettekst]
    "#);
}

#[test]
fn absence_that_must_be_reported() {
    let invoer = json!({"verzuim": [{"datum": "2026-01-12", "uren": 15.5}, {"datum": "2026-01-13", "uren": 0.5}], "schoolweken": ["2026-01-12"]});
    insta::assert_snapshot!(trace("verzuim.melding", &invoer), @r#"
    Schoolweken: 1
    De grens van 16 uur in 4 weken achter elkaar is bereikt: di 13 jan 2026 [Leerplichtwet 1969 21a lid 1, wettekst]
    De school moet melden: ja [Leerplichtwet 1969 21a lid 1, wettekst]
    "#);
}

#[test]
fn a_child_at_home() {
    let invoer = json!({"geboortedatum": "2015-01-15", "ingeschreven": true, "afwezig_sinds": "2026-08-03"});
    insta::assert_snapshot!(trace("thuiszitter.classificatie", &invoer), @r#"
    Leerplichtig of kwalificatieplichtig: ja [Leerplichtwet 1969 3 lid 1, wettekst]
    Ingeschreven op een school: ja
    Afwezig sinds ma 3 aug 2026; 4 weken later is ma 31 aug 2026: langer [Definitie thuiszitter (OCW), beleid]
    Afwezig sinds ma 3 aug 2026; 3 maanden later is di 3 nov 2026: niet langer [Thuiszitterspact 2016, beleid]
    Soort verzuim: langdurig relatief verzuim [Definities van verzuim (OCW, DUO), website]
    "#);
}

#[test]
fn a_child_with_an_exemption() {
    let invoer = json!({"geboortedatum": "2015-01-15", "ingeschreven": false, "vrijstelling": "5a"});
    insta::assert_snapshot!(trace("thuiszitter.classificatie", &invoer), @r#"
    Leerplichtig of kwalificatieplichtig: ja [Leerplichtwet 1969 3 lid 1, wettekst]
    Vrijstelling: artikel 5 onder a (lichamelijke of psychische ongeschiktheid) [Leerplichtwet 1969 5, wettekst]
    "#);
}

#[test]
fn a_child_on_leave() {
    let invoer = json!({"geboortedatum": "2015-01-15", "ingeschreven": true, "vrijstelling": "11g", "afwezig_sinds": "2026-08-03"});
    insta::assert_snapshot!(trace("thuiszitter.classificatie", &invoer), @r#"
    Leerplichtig of kwalificatieplichtig: ja [Leerplichtwet 1969 3 lid 1, wettekst]
    Ingeschreven op een school: ja
    Verlof: artikel 11 onder g (gewichtige omstandigheden) [Leerplichtwet 1969 11, wettekst]
    "#);
}

#[test]
fn a_child_that_is_too_young() {
    let invoer = json!({"geboortedatum": "2024-01-15", "ingeschreven": false});
    insta::assert_snapshot!(trace("thuiszitter.classificatie", &invoer), @r#"
    Leerplichtig of kwalificatieplichtig: nee, nog te jong [Leerplichtwet 1969 3 lid 1, wettekst]
    "#);
}

#[test]
fn the_ages_of_compulsory_education() {
    let invoer = json!({"geboortedatum": "2020-02-29"});
    insta::assert_snapshot!(trace("leerplicht.periode", &invoer), @r#"
    Geboren op: za 29 feb 2020
    Eerste dag van de maand nadat het kind 5 jaar werd: di 1 apr 2025 [Leerplichtwet 1969 3 lid 1, wettekst]
    Einde van het schooljaar waarin het kind 16 jaar wordt: do 31 jul 2036 [Leerplichtwet 1969 3 lid 1, wettekst]
    Het kind wordt 18 jaar: ma 1 mrt 2038 [Leerplichtwet 1969 4b, wettekst]
    "#);
}

#[test]
fn a_support_plan() {
    let invoer = json!({"eerste_schooljaar": "2027-2028"});
    insta::assert_snapshot!(trace("ondersteuningsplan.indientermijn", &invoer), @r#"
    Eerste schooljaar van het plan: 2027-2028
    Het plan is bij de inspectie voor: za 1 mei 2027 [WPO 18a lid 10, wettekst]
    "#);
}

#[test]
fn equity_above_the_signal() {
    let invoer = json!({"totale_baten_eurocent": 1_000_000_000, "eigen_vermogen_eurocent": 40_000_000});
    insta::assert_snapshot!(trace("reserve.signaleringswaarde", &invoer), @r#"
    Totale baten: € 10.000.000,00
    3,5 % van de baten: € 350.000,00 [Signaleringswaarde mogelijk bovenmatig eigen vermogen (Inspectie van het Onderwijs), website]
    Signaleringswaarde, ten minste € 250.000,00: € 350.000,00 [Signaleringswaarde mogelijk bovenmatig eigen vermogen (Inspectie van het Onderwijs), website]
    Eigen vermogen: € 400.000,00
    Mogelijk bovenmatig: € 50.000,00 [Signaleringswaarde mogelijk bovenmatig eigen vermogen (Inspectie van het Onderwijs), website]
    "#);
}

#[test]
fn a_correction_that_melts_away() {
    let invoer = json!({"correctie_eurocent": -10001, "schooljaar": "2017-2018"});
    insta::assert_snapshot!(trace("verevening.bedrag", &invoer), @r#"
    Correctie: € -100,01
    Factor in 2017-2018: 75 % [Wet passend onderwijs XIII, kennis]
    Verevening: € -75,01 [Wet passend onderwijs XIII, kennis]
    "#);
}
