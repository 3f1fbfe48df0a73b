//! What parents do with a request: say what they think of it, on their own page.

use app::inleveren::Inlevering;
use app::inzage::Doel;
use app::mijn::MijnKind;
use dossier::Woord;
use dossier::opdracht::velden::VanStem;
use dossier::opdracht::{Opdracht, Opdrachtnaam};
use dossier::soort::TlvSoort;
use dossier::staat::{TlvAanvraag, TlvFase};
use dossier::tlv::feiten::Zienswijze;
use teksten::{Taal, Tekst, mijn};
use web_base::form::Formulier;
use web_base::onderdelen::{Feiten, Fouten, Link, Optie, Veld};

use crate::paginas::gezin::{Gezegd, Gezin, Gezinsdeel, Gezinsstap, Gezinsvorm};
use crate::paginas::inleveren::{self, Ingeleverd};
use crate::weg::vorm::{Blok, Groep};
use crate::weg::werk::Werk;
use crate::weg::{Begin, lees_uit};

/// Their part.
pub(super) const GEZIN: Gezin = Gezin::Doet(Gezinsdeel {
    formulieren: &[MENING, INLEVEREN],
    gevraagd: |_, _, _| Default::default(),
    woorden: views,
    gezegd: said,
    plaats: 0,
});

/// What a parent thinks of a request.
const MENING: Gezinsvorm = Gezinsvorm {
    opdracht: Opdrachtnaam::GeefZienswijze,
    pad: "mening",
    over_zaak: true,
    titel: mijn::mening_titel,
    link: mijn::vertel,
    knop: mijn::opsturen,
    na: "mening",
    dank: mijn::dank_mening,
    doelen: [Doel::MeningGeven, Doel::MeningGeven],
    kent: |beeld, nr| beeld.aanvraag(nr).is_some(),
    open: |_, _| true,
    bestanden: None,
    velden: view,
    begin: |_, _| Begin::new(),
    lees: read,
    voorbij: |_, _| None,
};

/// What parents have of what the partnership asked the school for.
const INLEVEREN: Gezinsvorm = Gezinsvorm {
    opdracht: Opdrachtnaam::LeverAanvullingIn,
    pad: "aanvulling",
    over_zaak: true,
    titel: mijn::aanvulling_titel,
    link: mijn::aanvulling_link,
    knop: mijn::inleveren_knop,
    na: "aanvulling",
    dank: mijn::dank_aanvulling,
    doelen: [Doel::Inleveren, Doel::Inleveren],
    kent: |beeld, nr| beeld.aanvraag(nr).is_some(),
    open: |beeld, nr| beeld.aanvraag(nr).is_some_and(|found| found.fase() == TlvFase::WachtOpAanvulling),
    bestanden: Some(Inlevering::Aanvulling),
    velden: supplement,
    begin: |_, _| Begin::new(),
    lees: |stap, werk, formulier| lees_uit(stap, werk, formulier, &|veld| formulier.text(veld).to_owned()),
    voorbij: |stap, _| Some(Groep::new("").tekst(stap.zeg(mijn::aanvulling_voorbij()))),
};

/// What the partnership asked the school for, and that the parents may give what they have.
fn supplement(stap: &Gezinsstap, werk: &Werk) -> Groep {
    let found = werk.beeld().aanvraag(stap.over).and_then(|found| Some((found, found.open_aanvulling()?)));
    let Some((found, asked)) = found else { return Groep::new("") };
    let school = found.schoolnaam.as_str();
    let groep = Groep::new("")
        .tekst(stap.zeg(mijn::AanvullingGevraagd { school, op: asked.uitnodiging_op }.tekst()))
        .blok(Blok::Lijst(asked.wat.clone()))
        .weetje(stap.zeg(mijn::AanvullingSchool { dag: asked.tot_en_met }.tekst()));
    inleveren::fields(stap, werk, groep)
}

/// The answer of who would rather not say, and what the act calls that.
const WEET_NIET: (&str, &str) = ("weet_niet", "geen");

fn view(stap: &Gezinsstap, werk: &Werk) -> Groep {
    let Some(found) = werk.beeld().aanvraag(stap.over) else { return Groep::new("") };
    let (school, soort) = (found.schoolnaam.as_str(), found.soort.woord());
    let keuzes = vec![
        Optie::new("ja", stap.zeg(mijn::mening_ja())),
        Optie::new("nee", stap.zeg(mijn::mening_nee())),
        Optie::new(WEET_NIET.0, stap.zeg(mijn::mening_weet_niet())),
    ];
    let naam = werk.beeld().roepnaam.as_str();
    let vraag = if found.soort == TlvSoort::Lwoo {
        mijn::MeningVraagAanwijzing { school, naam, soort }.tekst()
    } else {
        mijn::MeningVraag { school, naam, soort }.tekst()
    };
    let asked = Groep::new("").tekst(stap.zeg(vraag));
    let mut asked = to_read(stap, found, asked).tekst(stap.zeg(mijn::mening_uitleg()));
    if let Some(last) = found.zienswijzen_van(stap.stem, &werk.beeld().mensen).find(|said| !said.namens) {
        let al = mijn::MeningAl { dag: last.op, wat: in_a_word(last) }.tekst();
        asked = asked.tekst(stap.zeg(al));
        if !last.tekst.trim().is_empty() {
            asked = asked.blok(Blok::Lijst(vec![last.tekst.clone()]));
        }
    }
    asked.veld(Veld::radio("eens", stap.zeg(mijn::mening_eens()), keuzes)).veld(Veld::textarea(
        "tekst",
        stap.zeg(mijn::mening_titel()),
        8,
    ))
}

/// What they are asked about, to read before they answer: a request that is not sent stands nowhere else for them.
fn to_read(stap: &Gezinsstap, aanvraag: &TlvAanvraag, groep: Groep) -> Groep {
    if aanvraag.ontvangen_op.is_some() {
        return groep;
    }
    let Some(laid) = aanvraag.ligt_voor() else { return groep.tekst(stap.zeg(mijn::mening_nog_niet())) };
    let said = laid.feit.antwoorden.iter();
    let feiten = said.fold(Feiten::new(), |feiten, antwoord| {
        feiten.with(antwoord.tekst.as_str(), antwoord.waarde.as_str())
    });
    // What the law asks and the school wrote is Dutch in every language.
    let groep =
        groep.tekst(stap.zeg(mijn::MeningLees { op: laid.op }.tekst())).blok(Blok::OpNederlands(feiten));
    let stukken: Vec<&str> = laid.feit.stukken.iter().map(|stuk| stuk.naam.as_str()).collect();
    if stukken.is_empty() {
        return groep;
    }
    groep.blok(Blok::Feiten(Feiten::new().with(stap.zeg(mijn::mening_stukken()), stukken.join(", "))))
}

/// Parents speak for themselves: the form does not ask who.
fn read(stap: &Gezinsstap, werk: &Werk, formulier: &Formulier) -> Result<Opdracht, Fouten> {
    let bron = |veld: &str| match (veld, formulier.text(veld)) {
        ("van", _) => VanStem::in_veld(stap.stem),
        ("eens", said) if said == WEET_NIET.0 => WEET_NIET.1.to_owned(),
        (_, said) => said.to_owned(),
    };
    lees_uit(stap, werk, formulier, &bron)
}

/// Whether somebody agreed, in a few words.
fn in_a_word(said: &Zienswijze) -> Tekst {
    match said.eens {
        Some(true) => mijn::u_zei_eens(),
        Some(false) => mijn::u_zei_niet_eens(),
        None => mijn::u_zei_iets(),
    }
}

/// What this parent said of each request, also without words: what counts, and before it what it took the place of.
fn said(mijn: &MijnKind, taal: Taal) -> Vec<Gezegd> {
    let own = mijn.stem;
    let each = |aanvraag: &TlvAanvraag| {
        // Said last comes first.
        let said = aanvraag.zienswijzen_van(own, &mijn.beeld.mensen).filter(|said| !said.namens).enumerate();
        let told = said.map(|(at, said)| {
            let (soort, dag, wat) = (aanvraag.soort.woord(), said.op, in_a_word(said));
            let text = if at == 0 {
                mijn::MeningGezegd { soort, dag, wat }.tekst()
            } else {
                mijn::MeningVervangen { soort, dag, wat }.tekst()
            };
            Gezegd::new(taal.zeg(text), &said.tekst)
        });
        told.collect::<Vec<_>>()
    };
    let handed = |aanvraag: &TlvAanvraag| {
        let given = aanvraag.aanvullingen.iter().flat_map(|asked| &asked.ingeleverd);
        let own = given.filter(|given| given.persoon == mijn.persoon);
        let told = own.map(|given| Ingeleverd::from(given).gezegd(&aanvraag.schoolnaam, taal));
        told.collect::<Vec<_>>()
    };
    let views = mijn.beeld.aanvragen.iter().flat_map(each);
    let handed = mijn.beeld.aanvragen.iter().flat_map(handed);
    views.chain(written_for(mijn, taal)).chain(handed).collect()
}

/// What the school wrote in the name of this parent of each request, where the parent said nothing since: the partnership reads it too.
fn written_for(mijn: &MijnKind, taal: Taal) -> impl Iterator<Item = Gezegd> {
    let own = mijn.stem;
    mijn.beeld.aanvragen.iter().filter_map(move |aanvraag| {
        let last = aanvraag.zienswijzen.iter().rfind(|said| said.van.is_zelfde(own, &mijn.beeld.mensen));
        let last = last.filter(|said| said.namens)?;
        let wat = in_a_word(last);
        let told = mijn::MeningNamens { soort: aanvraag.soort.woord(), dag: last.op, wat };
        Some(Gezegd::new(taal.zeg(told.tekst()), &last.tekst))
    })
}

fn views(mijn: &MijnKind, taal: Taal) -> Vec<Link> {
    let open = mijn
        .beeld
        .aanvragen
        .iter()
        .filter(|aanvraag| aanvraag.besluit.is_none() && aanvraag.aanvraag_ingetrokken_op.is_none());
    let view = open.map(|aanvraag| {
        let text = mijn::MeningOver { soort: aanvraag.soort.woord() }.tekst();
        Link::new(taal.zeg(text), MENING.adres(&mijn.beeld.nummer, aanvraag.nr))
    });
    // What is closed to this parent is not offered.
    let may = mijn.beeld.mag.contains(INLEVEREN.opdracht.naam());
    let asked =
        mijn.beeld.aanvragen.iter().filter(|aanvraag| may && (INLEVEREN.open)(&mijn.beeld, aanvraag.nr));
    let hand_in = |aanvraag: &TlvAanvraag| {
        Link::new(taal.zeg((INLEVEREN.link)()), INLEVEREN.adres(&mijn.beeld.nummer, aanvraag.nr))
    };
    view.chain(asked.map(hand_in)).collect()
}
