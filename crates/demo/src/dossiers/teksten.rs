//! What people write in the files of the demo: plain Dutch about invented children.
//!
//! `{naam}` is the name by which the child is called. No text holds a diagnosis.

/// Puts the child's name in a text.
pub(super) fn over(tekst: &str, naam: &str) -> String {
    tekst.replace("{naam}", naam)
}

/// What parents say when they register a child.
pub(super) const OUDERS_BIJ_AANMELDING: &[&str] = &[
    "{naam} is een vrolijk kind dat graag buiten is. In een drukke groep raakt {naam} snel het overzicht kwijt.",
    "Op de vorige school ging het rekenen moeizaam. Thuis oefenen we met kaartjes en dat helpt.",
    "{naam} slaapt slecht en is daardoor 's ochtends vaak moe. We willen graag vertellen wat werkt.",
    "We denken dat {naam} baat heeft bij een vaste plek en duidelijke afspraken.",
    "{naam} praat weinig met mensen die nieuw zijn. Met een beetje geduld komt het goed.",
    "Wij zijn pas verhuisd en zoeken een school dicht bij huis. {naam} heeft zin om te beginnen.",
    "",
];

/// What a child needs.
pub(super) const BEHOEFTEN: &[&str] = &[
    "{naam} heeft een rustige werkplek nodig en een dag die steeds op dezelfde manier verloopt. Nieuwe opdrachten worden eerst samen doorgenomen.",
    "{naam} leert het best in kleine stappen, met veel herhaling en met materiaal dat je kunt vastpakken. Per dag is een half uur extra uitleg nodig.",
    "{naam} heeft hulp nodig om met andere kinderen te spelen en om boosheid op tijd te zeggen. Een vaste volwassene op het plein helpt.",
    "Voor lezen en spelling is extra tijd nodig, drie keer per week in een klein groepje. {naam} luistert graag mee met een boek.",
    "{naam} wordt snel moe en heeft na elk uur een pauze nodig op een stille plek. De taken zijn korter dan die van de groep.",
    "{naam} heeft een eigen leerlijn voor rekenen. De leerkracht kijkt elke week met {naam} terug op wat is gelukt.",
    "{naam} heeft begeleiding nodig bij wisselen van lokaal en bij vrije momenten. Een dagplaatje op tafel geeft houvast.",
    "{naam} begrijpt gesproken uitleg beter met plaatjes erbij. De leerkracht controleert of de opdracht is begrepen.",
];

/// What the school did so far.
pub(super) const INZET: &[&str] = &[
    "Sinds vorig jaar werkt {naam} in een groepje van vier met een onderwijsassistent. Dat gaf rust, maar de achterstand werd niet kleiner.",
    "De school heeft de dag opgeknipt, een time-outplek gemaakt en de ouders elke week gesproken. Twee van de drie doelen zijn gehaald.",
    "Er is begeleiding geweest van het samenwerkingsverband, tien weken lang. De leerkracht kan nu beter voorspellen wanneer het te veel wordt.",
    "{naam} kreeg een eigen leerlijn en hulp buiten de klas. Dat werkte voor lezen; voor rekenen en samen spelen is meer nodig.",
];

/// What parents think of a request.
pub(super) const ZIENSWIJZEN: &[&str] = &[
    "Wij vinden het goed dat er wordt gezocht naar een plek waar {naam} zich veilig voelt.",
    "We hadden gehoopt dat het hier zou lukken, maar we zien dat {naam} meer nodig heeft.",
    "Wij zijn het eens met de aanvraag. We willen wel graag dat {naam} met de fiets naar school kan.",
    "Voor ons is belangrijk dat {naam} later weer terug kan als dat gaat.",
];

/// What parents think who do not agree.
pub(super) const ZIENSWIJZEN_TEGEN: &[&str] = &[
    "Wij vinden dat de school nog niet alles heeft geprobeerd. {naam} heeft hier vrienden.",
    "We willen eerst weten wat een andere school anders gaat doen.",
];

/// What pupils say themselves.
pub(super) const LEERLINGEN: &[&str] = &[
    "Ik vind gym en tekenen leuk. Rekenen mag wel wat langzamer.",
    "Ik wil een juf of meester die niet boos wordt als ik iets vergeet.",
    "Het is soms te druk. Ik wil een plek waar ik even kan zitten.",
    "Ik wil wel best overstappen als mijn broer mee mag kijken.",
];

/// What is missing in a registration.
pub(super) const INFORMATIE: &[&[&str]] = &[
    &["Het onderwijskundig rapport van de vorige school"],
    &["De uitkomst van de laatste toetsen", "Het plan dat de vorige school met u heeft gemaakt"],
    &["Wat {naam} nodig heeft bij eten en drinken", "Hoe laat de middagrust is"],
];

/// Why it is needed.
pub(super) const INFORMATIE_WAAROM: &[&str] = &[
    "Zonder deze gegevens kunnen we niet goed zien welke hulp {naam} op school nodig heeft.",
    "We willen weten wat op de vorige school werkte, zodat {naam} niet opnieuw hoeft te beginnen.",
];

/// Why a term is extended.
pub(super) const VERLENGEN: &[&str] = &[
    "We willen {naam} nog een dagdeel op school zien en dat kan pas over twee weken.",
    "Een andere school denkt met ons mee en heeft nog tijd nodig om te antwoorden.",
];

/// What another school offers.
pub(super) const AANBOD: &[&str] = &[
    "Een plek in een groep van veertien kinderen, met elke ochtend een onderwijsassistent.",
    "Een plek in een groep met twee leerkrachten en een eigen werkruimte voor {naam}.",
    "Een plek vanaf het begin van de maand, met drie uur extra begeleiding per week.",
];

/// Why parents say no to an offer.
pub(super) const AANBOD_NEE: &[&str] = &[
    "De school is te ver fietsen voor {naam}.",
    "We willen graag dat {naam} bij de kinderen uit de straat op school zit.",
];

/// What came of a talk with parents.
pub(super) const OVERLEG: &[&str] = &[
    "We hebben verteld wat we kunnen bieden en wat niet. De ouders begrijpen het en willen meedenken.",
    "De ouders zijn het er niet mee eens. We hebben afgesproken dat zij de andere school eerst gaan bekijken.",
    "Samen is vastgesteld wat {naam} nodig heeft. De ouders vinden een rustige groep het belangrijkst.",
];

/// What shows that another school is willing.
pub(super) const BEREID: &[&str] = &[
    "Brief van de directie met de datum waarop {naam} kan beginnen.",
    "Bericht per e-mail van de intern begeleider na een kennismaking met {naam}.",
    "Verslag van het gesprek van drie partijen, door de school getekend.",
];

/// Why a child is refused.
pub(super) const WEIGERING: &[&str] = &[
    "In onze groepen is de begeleiding die {naam} nodig heeft niet te geven. De andere school heeft die wel en is bereid {naam} toe te laten.",
    "We kunnen {naam} de rust en de nabijheid die nodig zijn niet elke dag geven. Met de ouders hebben we een school gevonden die dat wel kan.",
];

/// Why there is no place.
pub(super) const GEEN_PLAATS: &[&str] = &[
    "De groep zit vol volgens ons gepubliceerde toelatingsbeleid. Dezelfde grens gold dit jaar voor drie andere kinderen.",
];

/// What happened when a school turned a child away without a decision.
pub(super) const FEITELIJK: &[&str] = &[
    "Aan de telefoon zei de school dat we beter ergens anders konden kijken en dat een formulier geen zin had.",
    "Bij de kennismaking hoorden we dat de groep te druk is voor {naam}. We kregen niets op papier.",
];

/// Why the board intends to remove a pupil.
pub(super) const VERWIJDERING: &[&str] = &[
    "De veiligheid in de groep is de laatste maanden vaker in het geding geweest, ook met extra begeleiding.",
    "De afspraken die we met de ouders en {naam} maakten, werden vier keer niet nagekomen. De groep heeft daar last van.",
];

/// What the teacher says of it.
pub(super) const LERAAR: &[&str] = &[
    "De leraar ziet dat {naam} spijt heeft, maar dat het in de groep niet meer lukt.",
    "De leraar wil meedenken over een rustige overstap naar een nieuwe school.",
];

/// What the parents say of it.
pub(super) const OUDERS_GEHOORD: &[&str] = &[
    "De ouders vinden dat er meer hulp in de klas had moeten zijn. Zij willen meewerken aan een nieuwe plek.",
    "De ouders zijn verdrietig en willen dat {naam} het jaar hier kan afmaken.",
];

/// Why a pupil is suspended.
pub(super) const SCHORSING: &[&str] = &[
    "{naam} heeft een andere leerling geduwd op de trap. We willen met de ouders praten voordat {naam} terugkomt.",
    "{naam} is twee keer zonder overleg van het plein gegaan, ook na een gesprek.",
];

/// What is missing in a request.
pub(super) const AANVULLING: &[&[&str]] = &[
    &["De evaluatie van de begeleiding van dit schooljaar"],
    &[
        "Het deel van het ontwikkelingsperspectief over de uitstroom",
        "De handtekening onder het handelingsdeel",
    ],
];

/// Why it is needed.
pub(super) const AANVULLING_WAAROM: &[&str] = &[
    "De deskundigen kunnen zonder deze gegevens niet zien wat er al is gedaan.",
    "Het plan noemt een doel waarvan we niet kunnen zien of het is gehaald.",
];

/// Advice that says yes.
pub(super) const ADVIES_JA: &[&str] = &[
    "{naam} leert in kleine stappen en heeft de hele dag nabijheid nodig. Dat is op een gewone school niet vol te houden. Ik adviseer een plek in een kleine groep.",
    "De school heeft veel gedaan. Het lukt {naam} niet om in een grote groep tot leren te komen. Gespecialiseerd onderwijs past nu beter. Kijk na een jaar of teruggaan kan.",
    "In het gesprek vertelde {naam} wat lastig is: lawaai, wisselen en wachten. Een school waar dat minder voorkomt geeft ruimte om te leren.",
    "Ik heb {naam} in de groep gezien en met de ouders gesproken. Wat nodig is gaat verder dan wat de school met hulp in de klas kan geven.",
];

/// Advice that says no.
pub(super) const ADVIES_NEE: &[&str] = &[
    "Ik zie dat het met de juiste begeleiding op deze school kan lukken. Twee doelen zijn dit jaar gehaald. Ik adviseer een arrangement van een jaar.",
    "De begeleiding is pas acht weken geleden begonnen. Het is te vroeg om te zeggen dat het niet genoeg is.",
];

/// Why a request is granted.
pub(super) const BESLUIT_JA: &[&str] = &[
    "Beide deskundigen zien dat {naam} meer nodig heeft dan een gewone school kan geven. De ouders staan achter de aanvraag. Daarom verlenen wij de verklaring.",
    "De school heeft laten zien wat zij heeft gedaan en wat dat opleverde. Met de deskundigen vinden wij dat {naam} beter leert in een kleinere groep.",
];

/// Why a request is refused.
/// Why a decision did not wait for the parents' reaction.
pub(super) const NIET_GEWACHT: &str = "De ouders hebben gezegd dat zij het met de adviezen eens zijn.";

pub(super) const BESLUIT_NEE: &[&str] = &[
    "De deskundigen vinden dat {naam} met extra begeleiding op de eigen school verder kan. Wij nemen dat advies over en denken graag mee over die begeleiding.",
];

/// Why a decision deviates from an advice.
pub(super) const AFWIJKING: &[&str] = &[
    "Een van de deskundigen adviseert om te wachten. Wij wijken daarvan af, omdat {naam} al weken maar halve dagen naar school gaat.",
];

/// Why a school stops a request or a parent a registration.
pub(super) const INTREKKEN: &[&str] = &[
    "Het gaat veel beter met {naam}. We hebben samen besloten om te wachten.",
    "Het gezin gaat verhuizen en zoekt een school in de nieuwe woonplaats.",
];

/// Why somebody is late.
pub(super) const VERTRAGING: &[&str] =
    &["Een van de deskundigen is ziek geworden. Een ander neemt het advies over."];

/// Goals of a plan.
pub(super) const DOELEN: &[&str] = &[
    "{naam} begint zelf aan een taak en vraagt hulp als het niet lukt.",
    "{naam} leest een bladzijde vloeiend voor.",
    "{naam} speelt twee pauzes per week mee met een ander kind.",
    "{naam} zegt het als het te druk wordt, en gaat dan naar de rustige plek.",
];

/// What came of a goal.
pub(super) const DOEL_BEREIKT: &[&str] = &[
    "Dat lukt de meeste dagen.",
    "Met een kaartje op tafel lukt het, zonder nog niet.",
    "Het gaat vooruit; de leerkracht gaat ermee door.",
];

/// What is concluded of a plan.
pub(super) const EVALUATIES: &[&str] = &[
    "De hulp past. {naam} en de ouders willen ermee doorgaan.",
    "{naam} heeft minder hulp nodig bij lezen, en nog wel bij samen spelen.",
];

/// What a pupil hears of what was done with their words.
pub(super) const UITLEG_AAN_LEERLING: &[&str] = &[
    "{naam} mag zelf kiezen wanneer de pauze is. Dat staat nu in het plan.",
    "{naam} zit nu bij het raam. Buiten werken kan niet elke dag, en dat is uitgelegd.",
];
