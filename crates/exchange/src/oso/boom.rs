//! The parsed dossier with the questions that reading it asks: one element or several, its text as
//! a date or a yes, and where it stands. What was left out (see `weglaten`) is found by no question.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use base::Date;
use roxmltree::{Document, Error, Node, ParsingOptions};

use super::fout::{OsoFout, Reden};
use super::{Herkomst, Melding, NAAMRUIMTE, Waarde};
use crate::grenzen;
use crate::regels::Regels;

/// A whole dossier.
pub(super) struct Boom<'i> {
    document: Document<'i>,
    regels: Regels,
    /// Number among the siblings of the same name, for the elements that have such siblings.
    volgnummers: BTreeMap<usize, usize>,
    weggelaten: RefCell<BTreeSet<usize>>,
    meldingen: RefCell<Vec<Melding>>,
}

impl<'i> Boom<'i> {
    pub(super) fn lees(tekst: &'i str) -> Result<Self, OsoFout> {
        let stukken = u32::try_from(grenzen::OSO_ELEMENTEN + grenzen::OSO_STUKKEN).unwrap_or(u32::MAX);
        let opties = ParsingOptions { allow_dtd: false, nodes_limit: stukken, ..ParsingOptions::default() };
        let document = Document::parse_with_options(tekst, opties).map_err(|fout| geen_xml(&fout, tekst))?;
        let volgnummers = volgnummers(&document);
        let boom = Self {
            document,
            regels: Regels::van(tekst.as_bytes()),
            volgnummers,
            weggelaten: RefCell::default(),
            meldingen: RefCell::default(),
        };
        boom.keur_naamruimten()?;
        Ok(boom)
    }

    fn keur_naamruimten(&self) -> Result<(), OsoFout> {
        let root = self.document.root_element();
        if root.tag_name().name() == "EDEX" {
            return Err(Blok { boom: self, node: root }.fout(Reden::Edexml));
        }
        for node in self.document.descendants().filter(Node::is_element) {
            let gevonden = node.tag_name().namespace().unwrap_or_default();
            if gevonden != NAAMRUIMTE {
                let gevonden = gevonden.chars().take(100).collect();
                return Err(Blok { boom: self, node }.fout(Reden::Naamruimte { gevonden }));
            }
        }
        Ok(())
    }

    pub(super) fn wortel(&self) -> Blok<'_, 'i> {
        Blok { boom: self, node: self.document.root_element() }
    }

    /// Every element of this name, wherever it stands, in the order of the file.
    pub(super) fn overal(&self, naam: &str) -> Vec<Blok<'_, 'i>> {
        let zelfde = |node: &Node<'_, '_>| node.is_element() && node.tag_name().name() == naam;
        let over = |node: &Node<'_, '_>| !node.ancestors().any(|node| self.is_weg(node));
        let found = self.document.descendants().filter(zelfde).filter(over);
        found.map(|node| Blok { boom: self, node }).collect()
    }

    fn is_weg(&self, node: Node<'_, '_>) -> bool {
        self.weggelaten.borrow().contains(&node.id().get_usize())
    }

    /// In the order of the file.
    pub(super) fn meldingen(&self) -> Vec<Melding> {
        let mut meldingen = self.meldingen.borrow().clone();
        meldingen.sort_by_key(|melding| melding.herkomst.regel);
        meldingen
    }
}

fn volgnummers(document: &Document<'_>) -> BTreeMap<usize, usize> {
    let mut nummers = BTreeMap::new();
    for ouder in document.descendants().filter(Node::is_element) {
        let mut per_naam: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for kind in ouder.children().filter(Node::is_element) {
            per_naam.entry(kind.tag_name().name()).or_default().push(kind.id().get_usize());
        }
        for ids in per_naam.into_values().filter(|ids| ids.len() > 1) {
            nummers.extend(ids.into_iter().zip(1..));
        }
    }
    nummers
}

/// The text pieces of an element together: a comment in the middle splits them.
fn tekst_van(node: Node<'_, '_>) -> String {
    node.children().filter(Node::is_text).filter_map(|stuk| stuk.text()).collect()
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the errors are those of another library, which adds to them"
)]
fn geen_xml(fout: &Error, tekst: &str) -> OsoFout {
    let reden = match fout {
        Error::DtdDetected => Reden::Dtd,
        Error::NodesLimitReached => Reden::TeVeelElementen,
        Error::UnexpectedCloseTag(..) => Reden::GeenXml("een sluittag hoort niet bij de open tag"),
        Error::UnclosedRootNode | Error::UnexpectedEndOfStream => {
            Reden::GeenXml("het bestand houdt te vroeg op")
        }
        Error::NoRootNode => Reden::GeenXml("er is geen element"),
        Error::NonXmlChar(..) => Reden::GeenXml("er staat een teken in dat in XML niet mag"),
        Error::UnknownNamespace(..) => Reden::GeenXml("een voorvoegsel heeft geen naamruimte"),
        Error::DuplicatedAttribute(..) | Error::DuplicatedNamespace(..) => {
            Reden::GeenXml("een attribuut staat twee keer in een tag")
        }
        Error::UnknownEntityReference(..) | Error::MalformedEntityReference(..) => {
            Reden::GeenXml("een verwijzing met & bestaat niet")
        }
        _ => Reden::GeenXml("de tekens staan niet in de juiste volgorde"),
    };
    let te_vroeg = matches!(fout, Error::UnclosedRootNode | Error::UnexpectedEndOfStream);
    let regel = if te_vroeg { Regels::van(tekst.as_bytes()).nummer(tekst.len()) } else { fout.pos().row };
    OsoFout { regel, element: String::new(), reden }
}

/// One element of the dossier.
#[derive(Clone, Copy)]
pub(super) struct Blok<'b, 'i> {
    boom: &'b Boom<'i>,
    node: Node<'b, 'i>,
}

impl<'i> Blok<'_, 'i> {
    pub(super) fn naam(&self) -> &'i str {
        self.node.tag_name().name()
    }

    /// Leaves this element out, with all that is in it, and says why.
    pub(super) fn laat_weg(&self, tekst: &'static str) {
        self.meld(tekst);
        self.boom.weggelaten.borrow_mut().insert(self.node.id().get_usize());
    }

    /// Every element in this one, in the order of the file.
    pub(super) fn kinderen(&self) -> Vec<Self> {
        let over = |node: &Node<'_, '_>| node.is_element() && !self.boom.is_weg(*node);
        self.node.children().filter(over).map(|node| Blok { boom: self.boom, node }).collect()
    }

    /// Whether there is an element in this one, also one that was left out.
    pub(super) fn heeft_elementen(&self) -> bool {
        self.node.first_element_child().is_some()
    }

    /// Whether an element of this name is in this one, also when it was left out.
    pub(super) fn heeft(&self, naam: &str) -> bool {
        self.node.children().any(|node| node.is_element() && node.tag_name().name() == naam)
    }

    /// The text between its elements.
    pub(super) fn ruwe_tekst(&self) -> String {
        tekst_van(self.node)
    }

    /// Names of its attributes, without those of another namespace.
    pub(super) fn attributen(&self) -> Vec<String> {
        let own = self.node.attributes().filter(|attribuut| attribuut.namespace().is_none());
        own.map(|attribuut| attribuut.name().to_owned()).collect()
    }

    pub(super) fn eigen_attribuut(&self, naam: &str) -> Option<&str> {
        self.node.attribute(naam)
    }

    pub(super) fn ouder(&self) -> Option<Self> {
        self.node.parent_element().map(|node| Blok { boom: self.boom, node })
    }

    /// Number among siblings of the same name, from 1.
    pub(super) fn volgnummer(&self) -> usize {
        self.boom.volgnummers.get(&self.node.id().get_usize()).copied().unwrap_or(1)
    }

    pub(super) fn herkomst(&self) -> Herkomst {
        let mut delen: Vec<String> = self
            .node
            .ancestors()
            .filter(Node::is_element)
            .map(|node| match self.boom.volgnummers.get(&node.id().get_usize()) {
                Some(nummer) => format!("{}[{nummer}]", node.tag_name().name()),
                None => node.tag_name().name().to_owned(),
            })
            .collect();
        delen.reverse();
        Herkomst { pad: delen.join("/"), regel: self.boom.regels.nummer(self.node.range().start) }
    }

    pub(super) fn fout(&self, reden: Reden) -> OsoFout {
        let Herkomst { pad, regel } = self.herkomst();
        OsoFout { regel, element: pad, reden }
    }

    /// Something to tell the user that is no reason to refuse.
    pub(super) fn meld(&self, tekst: &'static str) {
        self.boom.meldingen.borrow_mut().push(Melding { herkomst: self.herkomst(), tekst });
    }

    /// Every child of this name.
    pub(super) fn alle(&self, naam: &str) -> Vec<Self> {
        self.kinderen().into_iter().filter(|kind| kind.naam() == naam).collect()
    }

    /// The child of this name, of which there is at most one.
    pub(super) fn een(&self, naam: &str) -> Result<Option<Self>, OsoFout> {
        match self.alle(naam).as_slice() {
            [] => Ok(None),
            [blok] => Ok(Some(*blok)),
            [_, tweede, ..] => Err(tweede.fout(Reden::Dubbel)),
        }
    }

    pub(super) fn verplicht(&self, naam: &str) -> Result<Self, OsoFout> {
        self.een(naam)?.ok_or_else(|| self.ontbreekt(naam))
    }

    pub(super) fn ontbreekt(&self, naam: &str) -> OsoFout {
        self.fout(Reden::Ontbreekt(naam.to_owned()))
    }

    /// The text of this element itself, without the blanks around it, with no limit on its length.
    pub(super) fn lange_tekst(&self) -> Result<String, OsoFout> {
        if self.node.first_element_child().is_some() {
            return Err(self.fout(Reden::GeenTekst));
        }
        let tekst = tekst_van(self.node);
        Ok(tekst.trim().to_owned())
    }

    /// The text of this element; `None` when it is empty, which is reported.
    pub(super) fn eigen_tekst(&self) -> Result<Option<Waarde<String>>, OsoFout> {
        let waarde = self.lange_tekst()?;
        if waarde.len() > grenzen::OSO_TEKST {
            return Err(self.fout(Reden::TeLangeTekst));
        }
        if waarde.is_empty() {
            self.meld("dit element is leeg");
            return Ok(None);
        }
        Ok(Some(Waarde { waarde, herkomst: self.herkomst() }))
    }

    pub(super) fn tekst(&self, naam: &str) -> Result<Option<Waarde<String>>, OsoFout> {
        self.een(naam)?.map_or(Ok(None), |kind| kind.eigen_tekst())
    }

    pub(super) fn teksten(&self, naam: &str) -> Result<Vec<Waarde<String>>, OsoFout> {
        self.alle(naam).iter().filter_map(|kind| kind.eigen_tekst().transpose()).collect()
    }

    pub(super) fn verplichte_tekst(&self, naam: &str) -> Result<Waarde<String>, OsoFout> {
        let kind = self.verplicht(naam)?;
        kind.eigen_tekst()?.ok_or_else(|| kind.fout(Reden::LeegElement))
    }

    /// A part of a name: longer than this no name is kept, and the place in the file is known only here.
    pub(super) fn deelnaam(&self, naam: &str) -> Result<Option<Waarde<String>>, OsoFout> {
        self.een(naam)?.map_or(Ok(None), |kind| kind.korte_tekst())
    }

    pub(super) fn deelnamen(&self, naam: &str) -> Result<Vec<Waarde<String>>, OsoFout> {
        self.alle(naam).iter().filter_map(|kind| kind.korte_tekst().transpose()).collect()
    }

    pub(super) fn verplichte_deelnaam(&self, naam: &str) -> Result<Waarde<String>, OsoFout> {
        let kind = self.verplicht(naam)?;
        kind.korte_tekst()?.ok_or_else(|| kind.fout(Reden::LeegElement))
    }

    fn korte_tekst(&self) -> Result<Option<Waarde<String>>, OsoFout> {
        let tekst = self.eigen_tekst()?;
        let te_lang = tekst.as_ref().is_some_and(|tekst| tekst.waarde.chars().count() > grenzen::OSO_NAAM);
        if te_lang { Err(self.fout(Reden::TeLang(grenzen::OSO_NAAM))) } else { Ok(tekst) }
    }

    /// The text made into something else; `reden` when that fails.
    pub(super) fn als<T>(
        &self,
        naam: &str,
        reden: &Reden,
        maak: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<Waarde<T>>, OsoFout> {
        let Some(kind) = self.een(naam)? else { return Ok(None) };
        let Some(Waarde { waarde, herkomst }) = kind.eigen_tekst()? else { return Ok(None) };
        let waarde = maak(&waarde).ok_or_else(|| kind.fout(reden.clone()))?;
        Ok(Some(Waarde { waarde, herkomst }))
    }

    pub(super) fn datum(&self, naam: &str) -> Result<Option<Waarde<Date>>, OsoFout> {
        self.als(naam, &Reden::Datum, datum)
    }

    pub(super) fn verplichte_datum(&self, naam: &str) -> Result<Waarde<Date>, OsoFout> {
        self.datum(naam)?.ok_or_else(|| self.ontbreekt(naam))
    }

    pub(super) fn ja_nee(&self, naam: &str) -> Result<Option<Waarde<bool>>, OsoFout> {
        self.als(naam, &Reden::JaNee, |tekst| match tekst {
            "true" | "1" => Some(true),
            "false" | "0" => Some(false),
            _ => None,
        })
    }

    pub(super) fn getal(&self, naam: &str) -> Result<Option<Waarde<i64>>, OsoFout> {
        self.als(naam, &Reden::Getal, |tekst| tekst.parse().ok())
    }

    /// An attribute of the child element of this name.
    pub(super) fn attribuut(&self, naam: &str, attribuut: &str) -> Result<Option<String>, OsoFout> {
        let Some(kind) = self.een(naam)? else { return Ok(None) };
        Ok(kind.node.attribute(attribuut).map(str::to_owned))
    }
}

/// `2016-01-02`, also with the time zone that `xs:date` allows and that says nothing here.
pub(super) fn datum(tekst: &str) -> Option<Date> {
    let (dag, zone) = tekst.split_at_checked(10)?;
    let zone_ok = match zone.as_bytes() {
        [] | [b'Z'] => true,
        [b'+' | b'-', a, b, b':', c, d] => [a, b, c, d].iter().all(|cijfer| cijfer.is_ascii_digit()),
        _ => false,
    };
    let [jaar, maand, dag] = delen(dag, [4, 2, 2])?;
    (zone_ok && (1900..2200).contains(&jaar)).then(|| als_datum(jaar, maand, dag)).flatten()
}

/// `02-01-2016`, as the municipality writes it.
pub(super) fn datum_gba(tekst: &str) -> Option<Date> {
    let [dag, maand, jaar] = delen(tekst, [2, 2, 4])?;
    als_datum(jaar, maand, dag)
}

fn delen(tekst: &str, lengtes: [usize; 3]) -> Option<[i16; 3]> {
    let delen: Vec<&str> = tekst.split('-').collect();
    let [a, b, c] = delen.as_slice() else { return None };
    let getal = |deel: &str, lengte| {
        (deel.len() == lengte && deel.bytes().all(|cijfer| cijfer.is_ascii_digit()))
            .then(|| deel.parse().ok())
            .flatten()
    };
    let [la, lb, lc] = lengtes;
    Some([getal(a, la)?, getal(b, lb)?, getal(c, lc)?])
}

fn als_datum(jaar: i16, maand: i16, dag: i16) -> Option<Date> {
    Date::new(jaar, i8::try_from(maand).ok()?, i8::try_from(dag).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_dates_that_exist_are_dates() {
        assert_eq!(datum("2016-02-29"), Some(Date::constant(2016, 2, 29)));
        assert_eq!(datum("2016-02-29+01:00"), datum("2016-02-29Z"));
        for wrong in [
            "2015-02-29",
            "29-02-2016",
            "2016-2-29",
            "0016-02-29",
            "2016-02-29T10:00",
            "20é6-02-2",
            "",
            "+016-02-29",
        ] {
            assert_eq!(datum(wrong), None, "{wrong}");
        }
        assert_eq!(datum_gba("17-03-2003"), Some(Date::constant(2003, 3, 17)));
        assert_eq!(datum_gba("00-00-2003"), None);
    }
}
