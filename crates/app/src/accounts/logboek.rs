//! The log of acts of an organisation: who signed in or could not, who got or lost which rights, what was taken out and which
//! settings changed. Nothing in it is about a child: the number of a file or a declaration that somebody looked for stays in
//! the store, where only whoever runs the program reads it.

use std::collections::BTreeMap;

use base::{Date, OrganisatieId, Organisatiesoort, PersoonId, Timestamp, dates};
use dossier::Rol;
use dossier::toegang::Kijker;
use storage::{Direction, Handeling, HandelingQuery, Page, Rows};
use teksten::Taal;
use verband::grenzen::DAGEN_AFGEWEZEN_ROL;

use super::Beheer;
use super::maken::{LINK, MACHINE};
use super::waarneming::Opgeschreven;
use crate::dossiers::as_stored;
use crate::inzage::asked_in_words;
use crate::{App, AppError, Moment};

/// Most refusals of a role that are told beside the accounts: the log has them all.
const MEESTE_AFGEWEZEN: u32 = 20;

/// About what an act is, as its log shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Over {
    /// An account: by its name.
    Account,
    /// Something with a name of its own: a list, a key, an organisation.
    Naam,
    /// Nothing that may be shown: a file, a declaration.
    Niets,
}

/// The acts: what each is called in the store, what it is called on pages, about what it is, and whether its explanation may
/// be shown.
macro_rules! handelingen {
    ($($naam:ident $code:literal $label:literal $over:ident $toont:literal;)*) => {
        /// What can stand in the log of acts.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[expect(missing_docs, reason = "each is said by its words")]
        pub enum Handelingsoort { $($naam),* }

        impl Handelingsoort {
            /// Every kind, in the order of the filter.
            pub const ALL: &[Self] = &[$(Self::$naam),*];

            /// The code in the store and in addresses.
            pub fn code(self) -> &'static str {
                match self { $(Self::$naam => $code),* }
            }

            /// What it is called.
            pub fn label(self) -> &'static str {
                match self { $(Self::$naam => $label),* }
            }

            fn over(self) -> Over {
                match self { $(Self::$naam => Over::$over),* }
            }

            fn shows_explanation(self) -> bool {
                match self { $(Self::$naam => $toont),* }
            }
        }
    };
}

handelingen! {
    Aangemeld "aangemeld" "ingelogd" Account true;
    AanmeldenMislukt "aanmelden_mislukt" "inloggen mislukt" Account true;
    AanmeldenGesloten "aanmelden_gesloten" "inloggen gesloten na te veel pogingen" Account true;
    AanmeldenGeweigerd "aanmelden_geweigerd" "inloggen geweigerd: account geblokkeerd" Account true;
    RolGekozen "rol_gekozen" "rol gekozen" Account true;
    TaalGekozen "taal_gekozen" "taal gekozen" Account true;
    WachtwoordGekozen "wachtwoord_gekozen" "wachtwoord gekozen" Account true;
    OveralUitgelogd "overal_uitgelogd" "overal uitgelogd" Account true;
    LinkGemaakt "link_gemaakt" "link voor een wachtwoord gemaakt" Account false;
    AccountGemaakt "account_gemaakt" "account gemaakt" Account true;
    AccountGeblokkeerd "account_geblokkeerd" "account geblokkeerd" Account true;
    BlokkadeOpgeheven "blokkade_opgeheven" "blokkade opgeheven" Account true;
    RolGegeven "rol_gegeven" "rol gegeven" Account true;
    WaarnemingGegeven "waarneming_gegeven" "waarneming gegeven" Account true;
    RolAangeboden "rol_aangeboden" "rol aangeboden" Account true;
    RolAanvaard "rol_aanvaard" "aangeboden rol aangenomen" Account true;
    RolAfgewezen "rol_afgewezen" "aangeboden rol niet aangenomen" Account true;
    VoorstelIngetrokken "voorstel_ingetrokken" "aangeboden rol ingetrokken" Account true;
    BeroepVastgelegd "discipline_vastgelegd" "discipline van een deskundige vastgelegd" Account true;
    RolBeeindigd "rol_beeindigd" "rol beëindigd" Account true;
    SleutelGemaakt "sleutel_gemaakt" "sleutel voor een programma gemaakt" Naam true;
    SleutelGeactiveerd "sleutel_geactiveerd" "sleutel aangezet" Naam true;
    SleutelIngetrokken "sleutel_ingetrokken" "sleutel ingetrokken" Naam true;
    LijstOpgehaald "lijst_opgehaald" "lijst als bestand opgehaald" Naam true;
    LijstGevraagd "lijst_gevraagd" "lijst door een programma opgehaald" Naam true;
    Geweigerd "geweigerd" "pagina of handeling geweigerd, of hier niet te vinden" Naam true;
    InzagenGevraagd "inzagen_gevraagd" "gevraagd wanneer iemand in welke dossiers keek" Account true;
    AdresNagezocht "adres_nagezocht" "e-mailadres opgegeven van iemand die hier niet werkt of geen account heeft" Niets false;
    BerichtcodeGevraagd "mailcode_gevraagd" "code voor bericht per e-mail gevraagd" Account false;
    BerichtAan "bericht_aan" "bericht per e-mail aangezet" Account false;
    VanBuitenGeschreven "van_buiten_geschreven" "aanmelding op het open formulier geschreven" Niets false;
    VanBuitenBevestigd "van_buiten_bevestigd" "aanmelding op het open formulier bevestigd" Niets false;
    VanBuitenGelezen "van_buiten_gelezen" "aanmelding van het open formulier gelezen" Niets false;
    VanBuitenOvergenomen "van_buiten_overgenomen" "aanmelding van het open formulier overgenomen" Niets false;
    VanBuitenAfgewezen "van_buiten_afgewezen" "aanmelding van het open formulier niet overgenomen" Niets false;
    BerichtUit "bericht_uit" "bericht per e-mail uitgezet" Account false;
    BeleidVastgesteld "beleid_vastgesteld" "beleid vastgesteld" Naam true;
    GegevensIngelezen "gegevens_ingelezen" "gegevens van scholen en besturen gewijzigd" Naam true;
    OrganisatieVastgelegd "organisatie_vastgelegd" "organisatie vastgelegd" Naam true;
    VerklaringGecontroleerd "tlv_gecontroleerd" "verklaring gecontroleerd" Niets false;
    VerklaringNietGevonden "tlv_controle_mislukt" "verklaring gecontroleerd en niet gevonden" Niets false;
    OudercodeGemaakt "oudercode_gemaakt" "code voor een ouder gemaakt" Niets false;
    HerstelcodeGemaakt "herstelcode_gemaakt" "code voor een nieuw wachtwoord van een ouder gemaakt" Niets false;
    KopieGemaakt "reservekopie_gemaakt" "reservekopie gemaakt" Naam true;
    HerstelcodeGebruikt "herstelcode_gebruikt" "code voor een nieuw wachtwoord van een ouder gebruikt" Niets false;
    Hersteld "hersteld" "reservekopie teruggezet" Naam true;
    ZegelsGeschonden "zegels_geschonden" "bestand met zegels klopte niet bij het starten" Naam true;
    ZegelsNietGeschreven "zegels_niet_geschreven" "bestand met zegels was niet te schrijven" Naam true;
    ZegelsAangevuld "zegels_aangevuld" "bestand met zegels weer te schrijven" Naam true;
    ZegelsGeschreven "zegels_geschreven" "bestand met zegels opnieuw geschreven" Naam true;
    LogboekBegonnen "logboek_begonnen" "keten van het logboek begonnen" Naam true;
    LinkGebruikt "link_gebruikt" "eenmalige link of code gebruikt" Naam true;
    LinkGeprobeerd "link_geprobeerd" "eenmalige link of code geprobeerd" Naam true;
    LinkBewaard "link_bewaard" "eenmalige link of code voor een account bewaard" Naam true;
    LinksOpgeruimd "links_opgeruimd" "verlopen links en codes opgeruimd" Naam true;
    Bijgewerkt "bijgewerkt" "database van een oudere versie bijgewerkt: merken gegeven" Naam true;
}

impl Handelingsoort {
    /// The kind with a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|soort| soort.code() == code)
    }

    /// Its explanation is a role at an organisation.
    fn names_rol(self) -> bool {
        matches!(
            self,
            Self::RolGekozen
                | Self::RolGegeven
                | Self::RolAangeboden
                | Self::RolAanvaard
                | Self::RolAfgewezen
                | Self::VoorstelIngetrokken
                | Self::RolBeeindigd
                | Self::SleutelGemaakt
        )
    }

    /// Done by the person it is about, who acts in no role yet.
    fn is_own(self) -> bool {
        matches!(
            self,
            Self::Aangemeld
                | Self::WachtwoordGekozen
                | Self::OveralUitgelogd
                | Self::RolAanvaard
                | Self::RolAfgewezen
        )
    }
}

/// What somebody wants to see of the log of the own organisation.
#[derive(Debug, Clone, Default)]
pub struct Logboekwens {
    /// Only this kind.
    pub soort: Option<Handelingsoort>,
    /// Only what this person did, or what was done to the account of this person.
    pub persoon: Option<PersoonId>,
    /// From this day on.
    pub van: Option<Date>,
    /// Up to and including this day.
    pub tot: Option<Date>,
    /// The oldest first, or the newest.
    pub direction: Direction,
}

/// A line of the log as it is shown.
#[derive(Debug, Clone)]
pub struct Logregel {
    /// When.
    pub at: Timestamp,
    /// What, a code of [`Handelingsoort`].
    pub code: String,
    /// What it is called.
    pub wat: &'static str,
    /// Who did it: a name, or the program itself.
    pub wie: String,
    /// The person who did it.
    pub persoon: Option<PersoonId>,
    /// In which role, a code; empty where in none.
    pub rol: String,
    /// To whom or what.
    pub onderwerp: String,
    /// More of it, in a few words.
    pub toelichting: String,
}

impl Beheer<'_> {
    /// A line of the log; it stands in that of the organisation of whoever does it.
    pub(crate) fn log(
        self,
        moment: Moment,
        soort: Handelingsoort,
        onderwerp: &str,
        toelichting: String,
    ) -> Handeling {
        let door = match self {
            Self::Machine => None,
            Self::Persoon(actor) => Some(as_stored(actor)),
        };
        Handeling {
            at: moment.at,
            organisatie: door.as_ref().map(|door| door.organisatie.clone()),
            door,
            handeling: soort.code().to_owned(),
            onderwerp: onderwerp.to_owned(),
            toelichting,
        }
    }

    /// The same in the log of an organisation, also where the machine does it.
    pub(crate) fn log_at(
        self,
        organisatie: &OrganisatieId,
        moment: Moment,
        soort: Handelingsoort,
        onderwerp: &str,
        toelichting: String,
    ) -> Handeling {
        let log = self.log(moment, soort, onderwerp, toelichting);
        Handeling { organisatie: Some(organisatie.clone()), ..log }
    }
}

impl App {
    /// Writes down that a list left the program as a file.
    pub async fn log_uitvoer(&self, kijker: &Kijker, lijst: &str, moment: Moment) -> Result<(), AppError> {
        let beheer = Beheer::Persoon(&kijker.actor);
        let log = beheer.log(moment, Handelingsoort::LijstOpgehaald, lijst, String::new());
        Ok(self.storage.log_handeling(&log).await?)
    }

    /// Writes down what happened to an account in no role, in the log of each organisation where it has a role today:
    /// how many there are.
    pub(super) async fn log_account(
        &self,
        account: &PersoonId,
        soort: Handelingsoort,
        moment: Moment,
    ) -> Result<usize, AppError> {
        let places = self.werkplekken(account, moment).await?;
        for organisatie in &places {
            let log = Beheer::Machine.log_at(organisatie, moment, soort, account.as_str(), String::new());
            self.storage.log_handeling(&log).await?;
        }
        Ok(places.len())
    }

    /// The organisations where somebody has a role today. A family is none.
    pub(super) async fn werkplekken(
        &self,
        account: &PersoonId,
        moment: Moment,
    ) -> Result<Vec<OrganisatieId>, AppError> {
        let rollen = self.storage.rollen(account).await?;
        let held = rollen.into_iter().filter(|rol| rol.holds_on(moment.vandaag));
        let mut places: Vec<OrganisatieId> = held
            .map(|rol| rol.organisatie)
            .filter(|organisatie| organisatie.kind() != Organisatiesoort::Gezin)
            .collect();
        places.sort();
        places.dedup();
        Ok(places)
    }

    /// The log of the own organisation, for its administrator and its privacy officer.
    pub async fn logboek(
        &self,
        kijker: &Kijker,
        moment: Moment,
        wens: &Logboekwens,
        page: Page,
    ) -> Result<Rows<Logregel>, AppError> {
        if !matches!(kijker.actor.rol, Rol::Organisatiebeheerder | Rol::PrivacyOfficer) {
            return Err(AppError::Forbidden { reden: teksten::toegang::logboek_voor() });
        }
        let end = wens.tot.and_then(|tot| dates::plus_days(tot, 1));
        let query = HandelingQuery {
            organisatie: Some(kijker.actor.organisatie.clone()),
            handeling: wens.soort.map(|soort| soort.code().to_owned()),
            persoon: wens.persoon.clone(),
            van: wens.van.and_then(dates::start_of_day_in_nl),
            tot: end.and_then(dates::start_of_day_in_nl),
            direction: wens.direction,
            page,
        };
        let found = self.storage.handelingen(&query).await?;
        let mut names = BTreeMap::new();
        let mut rows = Vec::with_capacity(found.rows.len());
        for handeling in found.rows {
            rows.push(self.logregel(handeling, &mut names, moment).await?);
        }
        Ok(Rows { rows, total: found.total, more: found.more })
    }

    async fn logregel(
        &self,
        handeling: Handeling,
        names: &mut BTreeMap<String, String>,
        moment: Moment,
    ) -> Result<Logregel, AppError> {
        let Handeling { at, door, handeling, onderwerp, toelichting, .. } = handeling;
        let soort = Handelingsoort::from_code(&handeling);
        let about = match soort.map(Handelingsoort::over) {
            Some(Over::Account) => self.name_of(&onderwerp, names).await?,
            Some(Over::Naam) => match onderwerp.parse::<OrganisatieId>() {
                Ok(organisatie) => self.organisatie_naam(&organisatie, moment.vandaag).await?,
                Err(_) => onderwerp.clone(),
            },
            Some(Over::Niets) | None => String::new(),
        };
        let own = soort.is_some_and(Handelingsoort::is_own);
        let persoon = match &door {
            Some(door) => Some(door.persoon.clone()),
            None => onderwerp.parse().ok().filter(|_| own),
        };
        let wie = match &persoon {
            Some(persoon) => self.name_of(persoon.as_str(), names).await?,
            None => "het programma".to_owned(),
        };
        let toelichting = match soort.filter(|soort| soort.shows_explanation()) {
            Some(soort) => self.in_words(soort, toelichting, names, moment).await?,
            None => String::new(),
        };
        Ok(Logregel {
            at,
            wat: soort.map_or("iets anders", Handelingsoort::label),
            code: handeling,
            wie,
            persoon,
            rol: door.map(|door| door.rol).unwrap_or_default(),
            onderwerp: about,
            toelichting,
        })
    }

    /// An explanation is kept as codes: a language, or `ib bij school/99ZZ00 per 2026-12-01`, of a key with the account before it.
    async fn in_words(
        &self,
        soort: Handelingsoort,
        kept: String,
        names: &mut BTreeMap<String, String>,
        moment: Moment,
    ) -> Result<String, AppError> {
        if soort == Handelingsoort::TaalGekozen {
            return Ok(Taal::from_code(&kept).map_or(kept, |taal| taal.naam().to_owned()));
        }
        if soort == Handelingsoort::InzagenGevraagd {
            return Ok(asked_in_words(&kept));
        }
        if soort == Handelingsoort::WachtwoordGekozen {
            return self.link_in_words(kept, names, moment).await;
        }
        if soort == Handelingsoort::WaarnemingGegeven {
            return self.substitute_in_words(kept, names).await;
        }
        let Some((before, after)) = kept.split_once(" bij ").filter(|_| soort.names_rol()) else {
            return Ok(kept);
        };
        let (code, day) = after.split_once(" per ").map_or((after, None), |(code, day)| (code, Some(day)));
        let Ok(organisatie) = code.parse::<OrganisatieId>() else { return Ok(kept) };
        let (lead, rol) = before.rsplit_once(' ').unwrap_or(("", before));
        let account = lead.strip_prefix("voor ").and_then(|lead| lead.strip_suffix(" als"));
        let lead = match account {
            Some(account) => format!("voor {} als ", self.name_of(account, names).await?),
            None => String::new(),
        };
        let rol = rol.parse::<Rol>().map_or_else(|_| rol.to_owned(), |rol| rol.label().to_owned());
        let place = if organisatie.kind() == Organisatiesoort::Gezin {
            "een gezin".to_owned()
        } else {
            self.organisatie_naam(&organisatie, moment.vandaag).await?
        };
        let day = day.and_then(|day| day.parse::<Date>().ok());
        let since = day.map(|day| format!(", per {}", dates::short_nl(day))).unwrap_or_default();
        Ok(format!("{lead}{rol} bij {place}{since}"))
    }

    /// In whose place somebody holds a role, and from when to when.
    async fn substitute_in_words(
        &self,
        kept: String,
        names: &mut BTreeMap<String, String>,
    ) -> Result<String, AppError> {
        let Some(told) = Opgeschreven::parse(&kept) else { return Ok(kept) };
        let naam = self.name_of(told.vervangt.as_str(), names).await?;
        let (van, last) = (dates::short_nl(told.van), dates::short_nl(told.tot_en_met));
        Ok(format!("{} van {van} tot en met {last}, in plaats van {naam}", told.rol.label()))
    }

    /// By whose link somebody chose a password: every organisation where that person works reads it.
    async fn link_in_words(
        &self,
        kept: String,
        names: &mut BTreeMap<String, String>,
        moment: Moment,
    ) -> Result<String, AppError> {
        let Some(by) = kept.strip_prefix(LINK).map(str::trim) else { return Ok(kept) };
        if by == MACHINE {
            return Ok("met een link van wie het programma draait".to_owned());
        }
        let Some((persoon, code)) = by.split_once(' ') else { return Ok(kept) };
        let Ok(organisatie) = code.parse::<OrganisatieId>() else { return Ok(kept) };
        let naam = self.name_of(persoon, names).await?;
        let place = self.organisatie_naam(&organisatie, moment.vandaag).await?;
        Ok(format!("met een link van {naam} ({place})"))
    }

    /// Who was offered a role at an organisation and said no lately, newest first: for whoever offered it.
    pub async fn afgewezen_voorstellen(
        &self,
        beheer: Beheer<'_>,
        organisatie: &OrganisatieId,
        moment: Moment,
    ) -> Result<Vec<Logregel>, AppError> {
        beheer.check(organisatie)?;
        let since = dates::plus_days(moment.vandaag, -DAGEN_AFGEWEZEN_ROL);
        let query = HandelingQuery {
            organisatie: Some(organisatie.clone()),
            handeling: Some(Handelingsoort::RolAfgewezen.code().to_owned()),
            van: since.and_then(dates::start_of_day_in_nl),
            direction: Direction::Down,
            ..HandelingQuery::all(Page::first(MEESTE_AFGEWEZEN))
        };
        let mut names = BTreeMap::new();
        let mut rows = Vec::new();
        for handeling in self.storage.handelingen(&query).await?.rows {
            rows.push(self.logregel(handeling, &mut names, moment).await?);
        }
        Ok(rows)
    }

    /// The name of an account; what names none is shown as it stands.
    async fn name_of(&self, id: &str, names: &mut BTreeMap<String, String>) -> Result<String, AppError> {
        if let Some(known) = names.get(id) {
            return Ok(known.clone());
        }
        let found = match id.parse::<PersoonId>() {
            Ok(id) => self.storage.account(&id).await?.map(|account| account.naam),
            Err(_) => None,
        };
        let name = found.unwrap_or_else(|| id.to_owned());
        names.insert(id.to_owned(), name.clone());
        Ok(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_code_of_its_own_and_what_is_about_a_child_shows_nothing() {
        let codes: std::collections::BTreeSet<&str> =
            Handelingsoort::ALL.iter().map(|soort| soort.code()).collect();
        assert_eq!(codes.len(), Handelingsoort::ALL.len());
        for soort in [
            Handelingsoort::VerklaringNietGevonden,
            Handelingsoort::OudercodeGemaakt,
            Handelingsoort::HerstelcodeGemaakt,
            Handelingsoort::HerstelcodeGebruikt,
        ] {
            assert_eq!((soort.over(), soort.shows_explanation()), (Over::Niets, false));
        }
    }
}
