//! What a parent says on the own page that is about no case: whether decisions may be made known there.

use app::inzage::Doel;
use app::mijn::MijnKind;
use dossier::opdracht::Opdrachtnaam;
use teksten::{Taal, mijn};
use web_base::onderdelen::{Link, Optie, Veld};

use crate::paginas::gezin::{Gezin, Gezinsdeel, Gezinsstap, Gezinsvorm};
use crate::weg::lees_daad;
use crate::weg::vorm::Groep;
use crate::weg::werk::Werk;

/// Their part.
pub(super) const GEZIN: Gezin = Gezin::Doet(Gezinsdeel {
    formulieren: &[BESLUITEN],
    gevraagd: |_, _, _| Default::default(),
    woorden: unasked,
    gezegd: |_, _| Vec::new(),
    plaats: 2,
});

/// Whether decisions may be made known on the own page.
const BESLUITEN: Gezinsvorm = Gezinsvorm {
    opdracht: Opdrachtnaam::ZegDigitaalBereikbaar,
    pad: "besluiten",
    over_zaak: false,
    titel: mijn::besluiten_titel,
    link: mijn::besluiten_link,
    knop: mijn::vastleggen,
    na: "besluiten",
    dank: mijn::dank_besluiten,
    doelen: [Doel::BesluitenOntvangen, Doel::BesluitenOntvangen],
    kent: |_, _| true,
    open: |_, _| true,
    bestanden: None,
    velden: fields,
    lees: |stap, werk, formulier| lees_daad(stap, werk, formulier),
    voorbij: |_, _| None,
};

fn fields(stap: &Gezinsstap, werk: &Werk) -> Groep {
    let own = werk.beeld().mensen.iter().find(|persoon| persoon.nr == stap.persoon);
    let stand = match own.and_then(|own| own.digitaal.as_ref()) {
        Some(said) if said.ja => mijn::BesluitenNuJa { dag: said.op }.tekst(),
        Some(said) => mijn::BesluitenNuNiet { dag: said.op }.tekst(),
        None => mijn::besluiten_nu_post(),
    };
    let keuzes = vec![
        Optie::new("ja", stap.zeg(mijn::besluiten_ja())),
        Optie::new("nee", stap.zeg(mijn::besluiten_nee())),
    ];
    Groep::new("")
        .tekst(stap.zeg(mijn::besluiten_uitleg()))
        .tekst(stap.zeg(mijn::besluiten_allemaal()))
        .tekst(stap.zeg(stand))
        .veld(
            Veld::radio("ja", stap.zeg(mijn::besluiten_vraag()), keuzes)
                .required_or(stap.zeg(mijn::besluiten_kies()))
                .asked_here(),
        )
}

fn unasked(mijn: &MijnKind, taal: Taal) -> Vec<Link> {
    let open = mijn.beeld.mag.contains(BESLUITEN.opdracht.naam());
    let link = || Link::new(taal.zeg((BESLUITEN.link)()), BESLUITEN.adres(&mijn.beeld.nummer, 0));
    open.then(link).into_iter().collect()
}
