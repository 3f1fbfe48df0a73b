//! The timeline: each fact in one plain sentence, and the part of the file to which it belongs.

use base::Date;
use base::dates::short_nl;

use crate::aanmelding::feiten::Weigeringsgrond;
use crate::beurt::Onderwerp;
use crate::gebeurtenis::Gebeurtenis;
use crate::leven::feiten::Overledene;
use crate::staat::{Dossier, Feit, Inhoud};
use crate::toegang::Deel;
use crate::verwijdering::feiten::InspectieMelding;

/// One line of the timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Regel {
    /// Number of the fact.
    pub volgnummer: u64,
    /// The date it is about.
    pub op: Date,
    /// What happened.
    pub tekst: String,
    /// The part of the file.
    pub deel: Deel,
    /// The case it is about; none when it is about the child.
    pub onderwerp: Option<Onderwerp>,
    /// Corrected or taken back later.
    pub verbeterd: bool,
}

impl Dossier {
    /// The timeline, newest first.
    pub fn tijdlijn(&self) -> Vec<Regel> {
        let mut regels: Vec<Regel> = self.feiten.iter().map(|feit| self.line(feit)).collect();
        regels.sort_by_key(|regel| std::cmp::Reverse((regel.op, regel.volgnummer)));
        regels
    }

    fn line(&self, feit: &Feit) -> Regel {
        let (deel, tekst) = match &feit.inhoud {
            Inhoud::Leesbaar(gebeurtenis) => describe(gebeurtenis),
            Inhoud::Vernietigd { .. } => (Deel::B, "Iets wat na de bewaartermijn is vernietigd".to_owned()),
            Inhoud::Onbekend { .. } => {
                (Deel::B, "Iets wat een nieuwere versie van Leerrecht heeft vastgelegd".to_owned())
            }
        };
        Regel {
            volgnummer: feit.volgnummer,
            op: feit.on,
            tekst,
            deel,
            onderwerp: self.onderwerp_van(feit),
            verbeterd: self.correction(feit.volgnummer).is_some(),
        }
    }
}

impl Dossier {
    /// The case that a fact is about; of a correction, the case that the wrong fact is about.
    fn onderwerp_van(&self, feit: &Feit) -> Option<Onderwerp> {
        match &feit.inhoud {
            Inhoud::Leesbaar(Gebeurtenis::Gecorrigeerd(correction)) => {
                // The wrong fact stands before its correction, so this ends.
                let wrong =
                    self.feit(correction.volgnummer).filter(|wrong| wrong.volgnummer < feit.volgnummer);
                wrong.and_then(|wrong| self.onderwerp_van(wrong))
            }
            Inhoud::Leesbaar(gebeurtenis) => gebeurtenis.onderwerp(),
            Inhoud::Vernietigd { .. } | Inhoud::Onbekend { .. } => None,
        }
    }
}

/// A fact in one sentence, and the part of the file that shows it.
pub fn describe(gebeurtenis: &Gebeurtenis) -> (Deel, String) {
    general(gebeurtenis)
        .or_else(|| registration(gebeurtenis))
        .or_else(|| removal(gebeurtenis))
        .or_else(|| request(gebeurtenis))
        .unwrap_or_else(|| (Deel::B, gebeurtenis.event_type().replace('_', " ")))
}

fn general(gebeurtenis: &Gebeurtenis) -> Option<(Deel, String)> {
    use Gebeurtenis as G;
    let a = |tekst: String| Some((Deel::A, tekst));
    match gebeurtenis {
        G::DossierGeopend(_) => a("Dossier geopend".into()),
        G::Gecorrigeerd(event) => a(format!("Verbeterd: {}", event.waarom)),
        G::BriefVastgelegd(event) => Some((
            event.betreft.onderwerp().map_or(Deel::A, Onderwerp::deel),
            format!("Brief: {}", event.soort.replace('_', " ")),
        )),
        G::OsoOvergenomen(event) => Some((
            Deel::H,
            format!(
                "OSO-dossier overgenomen: {} gegevens, {} bijlagen",
                event.waarden.len(),
                event.bijlagen.len()
            ),
        )),
        G::PersoonVerbonden(event) => a(format!("Toegevoegd als {}: {}", event.relatie.label(), event.naam)),
        G::GezagGewijzigd(event) => a(format!("Gezag gewijzigd per {}", short_nl(event.per))),
        G::OuderUitgenodigd(_) => a("Ouder uitgenodigd voor de eigen pagina".into()),
        G::OuderAangesloten(_) => a("Ouder gebruikt de eigen pagina".into()),
        G::Verhuisd(event) => a(format!("Verhuisd per {}", short_nl(event.per))),
        G::OnderPleegzorg(event) => a(format!("Woont bij pleegouders sinds {}", short_nl(event.per))),
        G::Meerderjarig(_) => a("Meerderjarig geworden".into()),
        G::NaamOfGeslachtGewijzigd(_) => a("Gegevens van de leerling gewijzigd".into()),
        G::GeheimhoudingGezet(event) => {
            a(if event.geheim { "Adres is geheim" } else { "Adres is niet meer geheim" }.into())
        }
        G::NummerOntvangen(_) => a("Persoonsgebonden nummer ontvangen door de school".into()),
        G::Overleden(event) => a(match event.wie {
            Overledene::Leerling => "Overleden".into(),
            Overledene::Persoon(_) => "Iemand rond de leerling is overleden".into(),
        }),
        G::Ingeschreven(event) => a(format!("Ingeschreven bij {}", event.schoolnaam)),
        G::Uitgeschreven(event) => a(format!("Uitgeschreven: {}", event.reden)),
        _ => None,
    }
}

fn registration(gebeurtenis: &Gebeurtenis) -> Option<(Deel, String)> {
    use Gebeurtenis as G;
    let b = |tekst: String| Some((Deel::B, tekst));
    match gebeurtenis {
        G::EerstContactGemeld(event) => b(format!("Ouder meldt een eerste contact met {}", event.school)),
        G::Aangemeld(event) => b(format!("Aangemeld bij {}", event.schoolnaam)),
        G::OndersteuningsbehoefteVastgesteld(event) => b(if event.extra_ondersteuning {
            "Vastgesteld: extra ondersteuning nodig".into()
        } else {
            "Vastgesteld: geen extra ondersteuning nodig".into()
        }),
        G::InformatieGevraagd(_) => b("Informatie gevraagd aan de ouders; de termijn staat stil".into()),
        G::InformatieOntvangen(event) => b(if event.compleet {
            "Informatie ontvangen; de termijn loopt weer".into()
        } else {
            "Tijd voor informatie voorbij; de termijn loopt weer".into()
        }),
        G::BuitenBehandelingGesteld(_) => b("Aanmelding buiten behandeling gesteld".into()),
        G::BeslistermijnVerlengd(_) => b("Beslistermijn verlengd".into()),
        G::TijdelijkRechtGewijzigd(event) => b(if event.tijdelijk_recht.uitkomst.recht {
            "Het kind krijgt recht op een tijdelijke plek als er niet op tijd is beslist".into()
        } else {
            "Het kind heeft geen tijdelijke plek meer nodig: het staat op een andere school".into()
        }),
        G::TijdelijkGeplaatst(event) => b(format!("Tijdelijk geplaatst per {}", short_nl(event.per))),
        G::TijdelijkePlaatsingGeeindigd(event) => b(if event.definitief {
            "Tijdelijke plek werd een vaste plek".into()
        } else {
            "Tijdelijke plek geëindigd".into()
        }),
        G::AanbodGedaan(event) => b(format!("Plek aangeboden op {}", event.school.schoolnaam)),
        G::AanbodAanvaard(_) => b("Ouders zeiden ja tegen het aanbod".into()),
        G::AanbodAfgewezen(_) => b("Ouders zeiden nee tegen het aanbod".into()),
        G::Toegelaten(event) => b(format!("Toegelaten per {}", short_nl(event.per))),
        G::Geweigerd(event) => b(match &event.grond {
            Weigeringsgrond::AndereSchool(school) => format!("Geweigerd; {} wil toelaten", school.schoolnaam),
            Weigeringsgrond::Uitzondering { .. } => "Geweigerd op een uitzondering in de wet".into(),
        }),
        G::FeitelijkGeweigerd(_) => b("Geweigerd zonder besluit; de zorgplicht blijft".into()),
        G::AanmeldingIngetrokken(_) => b("Aanmelding ingetrokken".into()),
        _ => None,
    }
}

fn removal(gebeurtenis: &Gebeurtenis) -> Option<(Deel, String)> {
    use Gebeurtenis as G;
    let b = |tekst: String| Some((Deel::B, tekst));
    match gebeurtenis {
        G::VerwijderingVoorgenomen(_) => b("Voornemen tot verwijdering".into()),
        G::OudersEnLeraarGehoord(_) => b("Ouders en leraar gehoord".into()),
        G::InspectieGeraadpleegd(_) => b("Inspectie geraadpleegd".into()),
        G::SchoolBereidGevonden(event) => b(format!("{} wil de leerling toelaten", event.school.schoolnaam)),
        G::Verwijderd(event) => b(format!("Verwijderd per {}", short_nl(event.per))),
        G::VerwijderingIngetrokken(_) => b("Voornemen tot verwijdering ingetrokken".into()),
        G::GemeldAanBenW(event) => b(format!("Verwijdering gemeld aan de gemeente {}", event.gemeente)),
        G::GemeldAanInspectie(event) => b(match event.over {
            InspectieMelding::Verwijdering(_) => "Verwijdering gemeld aan de Inspectie".into(),
            InspectieMelding::Schorsing(_) => "Schorsing gemeld aan de Inspectie".into(),
        }),
        G::Geschorst(event) => {
            b(format!("Geschorst van {} tot en met {}", short_nl(event.van), short_nl(event.tot_en_met)))
        }
        _ => None,
    }
}

fn request(gebeurtenis: &Gebeurtenis) -> Option<(Deel, String)> {
    use Gebeurtenis as G;
    let h = |tekst: String| Some((Deel::H, tekst));
    match gebeurtenis {
        G::TlvAanvraagGestart(event) => h(format!("Aanvraag begonnen voor {}", event.soort.label())),
        G::TlvAangevraagd(event) => h(format!(
            "Aanvraag verzonden; alle {} punten van de checklist zijn ingevuld",
            event.voldaan.len()
        )),
        G::AanvullingGevraagd(_) => h("Aanvulling gevraagd; de termijn staat stil".into()),
        G::AanvullingOntvangen(_) => h("Aanvulling ontvangen; de termijn loopt weer".into()),
        G::DeskundigeToegewezen(event) => {
            h(format!("Deskundige om advies gevraagd: {}", event.discipline.label()))
        }
        G::ToewijzingBeeindigd(event) => h(format!("Deskundige geeft geen advies: {}", event.reden)),
        G::GezamenlijkAdviesVoorgelegd(_) => h("Gezamenlijk advies wacht op de tweede handtekening".into()),
        G::AdviesUitgebracht(event) => {
            let joint = if event.door.len() > 1 { "Gezamenlijk advies" } else { "Advies" };
            h(format!("{joint} uitgebracht: {}", event.uitkomst.label()))
        }
        G::OudersReageerden(_) => h("Mening van ouder of leerling vastgelegd".into()),
        G::TlvAanvraagIngetrokken(_) => h("Aanvraag ingetrokken".into()),
        G::VertragingGemeld(event) => {
            h(format!("Besluit komt later, uiterlijk {}", short_nl(event.nieuwe_datum)))
        }
        G::IngebrekestellingOntvangen(_) => h("Ingebrekestelling ontvangen".into()),
        G::TlvVerleend(event) => h(format!("Toelaatbaarheidsverklaring verleend, nummer {}", event.nummer)),
        G::TlvGeweigerd(_) => h("Toelaatbaarheidsverklaring geweigerd".into()),
        G::Bekendgemaakt(event) => h(format!("Besluit bekendgemaakt, {}", event.wijze.label())),
        G::TlvGebruikt(event) => h(format!("Geplaatst op {}", event.schoolnaam)),
        G::TlvVerlopen(_) => h("Toelaatbaarheidsverklaring verlopen".into()),
        G::TlvIngetrokken(_) => h("Toelaatbaarheidsverklaring ingetrokken".into()),
        G::CategorieWijzigingAangevraagd(event) => {
            h(format!("Andere categorie gevraagd: {}", event.categorie))
        }
        _ => None,
    }
}
